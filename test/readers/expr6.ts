import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check, type Diagnostics } from 'recheck'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const FOLDERS = ['src/core/documents', 'src/core/claims', 'src/readers', 'src/cli']

export interface Found {
  readonly source: string
  readonly flags: string
  readonly line: number
}

const AFTER_WORD = new Set(
  'return typeof case do else in instanceof new of void delete throw await yield default'.split(' '),
)

/** The end of a regular expression that opens at `at`, just after its last slash; -1 where the line ends first. */
const endOfRegex = (code: string, at: number): number => {
  let inClass = false
  for (let i = at + 1; i < code.length; i++) {
    const char = code[i]
    if (char === '\n') return -1
    if (char === '\\') i++
    else if (char === '[') inClass = true
    else if (char === ']') inClass = false
    else if (char === '/' && !inClass) return i + 1
  }
  return -1
}

/** The end of a string in quotation marks, just after the last of them. */
const endOfString = (code: string, at: number): number => {
  const quote = code[at]
  for (let i = at + 1; i < code.length; i++) {
    if (code[i] === '\\') i++
    else if (code[i] === quote || code[i] === '\n') return i + 1
  }
  return code.length
}

/** The place behind the next mark, or the end. */
const after = (code: string, mark: string, from: number): number => {
  const at = code.indexOf(mark, from)
  return at < 0 ? code.length : at + mark.length
}

/**
 * The literals of regular expressions in TypeScript. A slash opens one unless something stands before it that can be
 * divided: a name, a number, a string, a closing bracket.
 */
export const literalsIn = (code: string): readonly Found[] => {
  const found: Found[] = []
  // For each template that is open: how many braces are open in the expression that stands in it.
  const templates: number[] = []
  let divisible = false
  let at = 0
  const skipTemplate = (): void => {
    for (; at < code.length; at++) {
      if (code[at] === '\\') at++
      else if (code[at] === '`') {
        at++
        divisible = true
        return
      } else if (code.startsWith('${', at)) {
        at += 2
        templates.push(0)
        divisible = false
        return
      }
    }
  }
  while (at < code.length) {
    const char = code[at] ?? ''
    if (/\s/.test(char)) at++
    else if (code.startsWith('//', at)) at = after(code, '\n', at)
    else if (code.startsWith('/*', at)) at = after(code, '*/', at + 2)
    else if (char === "'" || char === '"') {
      at = endOfString(code, at)
      divisible = true
    } else if (char === '`') {
      at++
      skipTemplate()
    } else if (/[\p{L}\p{N}_$]/u.test(char)) {
      const [word = char] = /^[\p{L}\p{N}_$.]+/u.exec(code.slice(at, at + 200)) ?? []
      at += word.length
      divisible = !AFTER_WORD.has(word)
    } else if (char === '/' && !divisible && endOfRegex(code, at) > 0) {
      const end = endOfRegex(code, at)
      const [flags = ''] = /^[a-z]*/.exec(code.slice(end, end + 10)) ?? []
      found.push({ source: code.slice(at + 1, end - 1), flags, line: code.slice(0, at).split('\n').length })
      at = end + flags.length
      divisible = true
    } else {
      const depth = templates.at(-1)
      if (char === '{' && depth !== undefined) templates[templates.length - 1] = depth + 1
      if (char === '}' && depth === 0) {
        templates.pop()
        at++
        skipTemplate()
        continue
      }
      if (char === '}' && depth !== undefined) templates[templates.length - 1] = depth - 1
      divisible = char === ')' || char === ']'
      at++
    }
  }
  return found
}

export interface Expression extends Found {
  readonly file: string
}

const pathOf = (file: string): string => relative(root, file)
const files = FOLDERS.flatMap(folder =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name)),
).sort()

/** The expressions that a module builds from strings when it is loaded, by loading it once more and listening. */
const builtBy = async (file: string): Promise<readonly Expression[]> => {
  const found: Expression[] = []
  const Real = RegExp
  const listening = new Proxy(Real, {
    construct: (target, args, newTarget) => {
      const made: RegExp = Reflect.construct(target, args, newTarget)
      const places = (new Error().stack ?? '').split('\n').filter(line => line.includes(pathOf(file)))
      const line = Number(places[0]?.split(':').at(-2))
      if (line > 0) found.push({ file: pathOf(file), source: made.source, flags: made.flags, line })
      return made
    },
  })
  globalThis.RegExp = listening
  try {
    await import(/* @vite-ignore */ `${file}?regex`)
  } finally {
    globalThis.RegExp = Real
  }
  return found
}

export const allExpressions = async (): Promise<readonly Expression[]> => {
  const all: Expression[] = []
  for (const file of files) {
    const code = readFileSync(file, 'utf8')
    all.push(...literalsIn(code).map(found => ({ ...found, file: pathOf(file) })))
    if (/\bRegExp\(/.test(code)) all.push(...(await builtBy(file)))
  }
  return [...new Map(all.map(one => [`${one.file} ${one.source} ${one.flags}`, one])).values()]
}

const TOKEN =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|\{\d+(?:,\d*)?\}|[\s\S]/gu
const tokensOf = (source: string): readonly string[] => source.match(TOKEN) ?? []
const NEVER = Number.POSITIVE_INFINITY
const boundsOf = (token = ''): readonly [number, number] | undefined => {
  if (token === '*') return [0, NEVER]
  if (token === '+') return [1, NEVER]
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(token) ?? []
  return least === undefined ? undefined : [+least, comma === '' ? +least : most ? +most : NEVER]
}

/** A group that may come so many times multiplies its ways to match often enough to matter. */
const MANY = 8

/** The outermost groups that may come many times. Only in them can the ways to match a text multiply without end. */
export const loopsIn = (source: string): readonly string[] => {
  const tokens = tokensOf(source)
  const open: number[] = []
  let found: { readonly start: number; readonly end: number }[] = []
  tokens.forEach((token, index) => {
    if (token.startsWith('(')) open.push(index)
    if (token !== ')') return
    const start = open.pop() ?? 0
    const [, most] = boundsOf(tokens[index + 1]) ?? [1, 1]
    if (most >= MANY) found = [...found.filter(one => one.start < start), { start, end: index + 1 }]
  })
  return found.map(({ start, end }) => tokens.slice(start, end).join(''))
}

const inSmall = (token: string): string => {
  if (/^\\p\{L[ul]\}$/.test(token)) return '\\p{L}'
  if (token.startsWith('\\')) return token
  return token.startsWith('[')
    ? tokensOf(token.slice(1, -1)).map(inSmall).join('').replace(/^/, '[').concat(']')
    : token.toLowerCase()
}

const DENIED = /\(\?!(?:\\.|\[(?:\\.|[^\]])*\]|\((?:\\.|[^()])*\)|[^()])*\)/g

/**
 * A form with the same ways to go astray that the exact checker decides soon: bounded counts are made small, letters
 * have one case, what must follow is read as if it were taken in, and what must not follow as a character that is
 * never there. With `open`, a count that may be high is read as one without bound.
 */
const simpler = (
  { source, flags }: Found,
  open = false,
): { readonly source: string; readonly flags: string } => ({
  source: tokensOf(source)
    .map(token => {
      const bounds = token.startsWith('{') ? boundsOf(token) : undefined
      if (bounds) {
        const [least, most] = bounds.map(count => Math.min(count, count === bounds[0] ? 2 : 3))
        const isOpen = bounds[1] === NEVER || (open && bounds[1] >= MANY && bounds[1] > bounds[0])
        return isOpen ? `{${least},}` : `{${least},${Math.max(least ?? 0, most ?? 0)}}`
      }
      if (token === '(?=') return '(?:'
      if (token.startsWith('(?<') && token.endsWith('>')) return '('
      return flags.includes('i') ? inSmall(token) : token
    })
    .join('')
    .replace(DENIED, '\\0'),
  flags: flags.replace(/[dgiy]/g, ''),
})

const EXACT = {
  checker: 'automaton',
  maxRepeatCount: 1000,
  maxPatternSize: 100_000,
  maxNFASize: 1_000_000,
  recallTimeout: -1,
} as const

const isExponential = (found: Diagnostics): boolean =>
  found.status === 'vulnerable' && found.complexity.type === 'exponential'

const loopsChecked = new Map<string, Promise<Diagnostics>>()
/** What is found of a loop by itself; many expressions have the same. */
const loopAlone = (loop: string, one: Expression): Promise<Diagnostics> => {
  const { source, flags } = simpler({ ...one, source: `^(?:${loop})*$` }, true)
  const key = `${source} ${flags}`
  const known = loopsChecked.get(key) ?? check(source, flags.replace('m', ''), { ...EXACT, timeout: 20_000 })
  loopsChecked.set(key, known)
  return known
}

/** Whether a text can make it take exponential time; the attack, or that it could not be told. */
export const exponential = async (one: Expression): Promise<string | undefined> => {
  for (const loop of loopsIn(one.source)) {
    const alone = await loopAlone(loop, one)
    if (alone.status !== 'unknown' && !isExponential(alone)) continue
    // What follows the loop may take in whatever stopped it, so the whole is asked too.
    const whole = await check(one.source, one.flags.replace('d', ''), { timeout: 8000 })
    if (whole.status === 'safe') continue
    const found = whole.status === 'vulnerable' ? whole : alone
    return found.status === 'vulnerable'
      ? `a loop with many ways to match, ${found.complexity.summary} in all: ${found.attack.pattern}`
      : `cannot be told: ${loop}`
  }
  return undefined
}

const OPEN_ENDED = /(?<!\\)[*+]|\{\d+,\}/

/** Whether a text can make it take more than linear time; undefined where not, or where it is not told soon. */
export const polynomial = async (one: Expression): Promise<string | undefined> => {
  if (!OPEN_ENDED.test(one.source)) return undefined
  if (one.flags.includes('m') && /\^(?:\(\?:)?\\s[*+]/.test(one.source))
    return 'runs over all blank lines from each of them'
  const { source, flags } = simpler(one)
  if (/\(\?<[=!]|\\[1-9]/.test(source)) return undefined
  const result = await check(source, flags, { ...EXACT, timeout: 5000 })
  return result.status === 'vulnerable' ? `${result.complexity.summary}: ${result.attack.pattern}` : undefined
}

export const inHands = async <Given, Answer>(
  given: readonly Given[],
  work: (one: Given) => Promise<Answer>,
): Promise<readonly (readonly [Given, Answer])[]> => {
  const answers: (readonly [Given, Answer])[] = []
  let next = 0
  const hand = async (): Promise<void> => {
    for (let one = given[next++]; one !== undefined; one = given[next++]) answers.push([one, await work(one)])
  }
  await Promise.all([hand(), hand(), hand()])
  return answers
}

export const told = ({ file, line, source, flags }: Expression, what: string): string =>
  `${file}:${line} /${source.slice(0, 120)}/${flags} ${what.slice(0, 160)}`
