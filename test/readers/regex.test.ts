import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check, type Diagnostics } from 'recheck'
import { describe, expect, test } from 'vitest'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const FOLDERS = ['src/core/documents', 'src/core/claims', 'src/readers', 'src/cli']

interface Found {
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
const literalsIn = (code: string): readonly Found[] => {
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

interface Expression extends Found {
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

const allExpressions = async (): Promise<readonly Expression[]> => {
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
const loopsIn = (source: string): readonly string[] => {
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
const exponential = async (one: Expression): Promise<string | undefined> => {
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
const polynomial = async (one: Expression): Promise<string | undefined> => {
  if (!OPEN_ENDED.test(one.source)) return undefined
  if (one.flags.includes('m') && /\^(?:\(\?:)?\\s[*+]/.test(one.source))
    return 'runs over all blank lines from each of them'
  const { source, flags } = simpler(one)
  if (/\(\?<[=!]|\\[1-9]/.test(source)) return undefined
  const result = await check(source, flags, { ...EXACT, timeout: 500 })
  return result.status === 'vulnerable' ? `${result.complexity.summary}: ${result.attack.pattern}` : undefined
}

const inHands = async <Given, Answer>(
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

const told = ({ file, line, source, flags }: Expression, what: string): string =>
  `${file}:${line} /${source.slice(0, 120)}/${flags} ${what.slice(0, 160)}`

/**
 * Expressions that take polynomial time on some text, but are only run on text of bounded length; `begins` is the
 * beginning of the expression, `reason` the bound. One without a bound does not belong here: mend it.
 */
const ACCEPTED: readonly { readonly file: string; readonly begins: string; readonly reason: string }[] = [
  {
    file: 'src/core/documents/authors.ts',
    begins: '["<].*$',
    reason: 'a line holds no line end, so the rest of it always matches',
  },
  {
    file: 'src/core/documents/authors.ts',
    begins: '^(?:\\(signed',
    reason: 'a line holds no line end, so the rest of it always matches',
  },
  {
    file: 'src/core/documents/cable/body.ts',
    begins: '(?:^|[\\n.:]\\s*(?:--?',
    reason: 'run on six characters',
  },
  {
    file: 'src/core/documents/cable/index.ts',
    begins: '\\d{3,}$',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/labels.ts',
    begins: '(\\d+)\\D*$',
    reason: 'a label is read from the first 90 characters of a line',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '(?:DECL(?:ASSIFY)?',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '^[\\s:,]*(\\S.*)$',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '\\s+TAGS\\b',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '\\(([^)]*)\\)',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '[\\s,;.¶]*$',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '^[("\']+|',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '^[("\']+|',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: ',\\s*|\\s+-',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '[.,;:]+$',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/origin.ts',
    begins: '^[\\s,]+|',
    reason:
      'a line of a cable header has at most 400 characters (headerKind); measured linear over fields of many lines',
  },
  {
    file: 'src/core/documents/cable/routing.ts',
    begins: '^(.*?)[ -]*0*(\\d+)$',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/routing.ts',
    begins: '^(?:FM|FROM) ',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/forms.ts',
    begins: '[a-z]{3,}[^.]*\\.$',
    reason: 'run on lines of at most 130 characters',
  },
  {
    file: 'src/core/documents/forms.ts',
    begins: '[a-z]{3,}\\.$',
    reason: 'run on lines of at most 220 characters',
  },
  {
    file: 'src/core/documents/furniture.ts',
    begins: '^[\\s>*',
    reason: 'run on lines of at most 330 characters',
  },
  {
    file: 'src/core/documents/lexicon.ts',
    begins: '\\s*\\([^()]*\\)$',
    reason: 'run on names from our own data',
  },
  {
    file: 'src/core/documents/kind.ts',
    begins: '^\\s*(?:resolution',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/kind.ts',
    begins: '^\\s*(?:###',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/kind.ts',
    begins: '^\\s*(?:the (?:general',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/kind.ts',
    begins: '^\\s*(?:for immediate',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/kind.ts',
    begins: '^\\s*(?:thank you',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/kind.ts',
    begins: '^\\s*(?:opinion',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/kind.ts',
    begins: '^\\s*(?:(?:occasional',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/kind.ts',
    begins: '^\\s*(?:to|from|date',
    reason: 'run on the first 6000 characters at most',
  },
  {
    file: 'src/core/documents/pages.ts',
    begins: '^(\\d{1,5})(?: {2,}',
    reason: 'run on lines of at most 140 characters',
  },
  {
    file: 'src/core/documents/states.ts',
    begins: '\\S*$',
    reason: 'run on 120 characters',
  },
  {
    file: 'src/core/documents/title.ts',
    begins: '\\s*\\((?:(?:19',
    reason: 'run on lines of at most 260 characters',
  },
  {
    file: 'src/readers/html-stated.ts',
    begins: ' *(?:[|•·»–—]| - ) *',
    reason: 'blanks are made single in a title, and 2 to 40 characters may follow',
  },
  {
    file: 'src/readers/markdown.ts',
    begins: '^\\s+-\\s+(.*)$',
    reason: 'run on front matter of at most 8000 characters',
  },
  {
    file: 'src/readers/markdown.ts',
    begins: '^([A-Za-z_-]+):',
    reason: 'run on front matter of at most 8000 characters',
  },
  {
    file: 'src/readers/pdf-hyphens.ts',
    begins: '([\\p{L}\\p{M}',
    reason: 'run on the last 100 characters of a line',
  },
  {
    file: 'src/readers/pdf-roles.ts',
    begins: '^\\S+\\s*[\\d.]+',
    reason: 'run on 60 characters',
  },
  {
    file: 'src/core/documents/cable/scan.ts',
    begins: '^(?:[A-Z] ){5,}|\\d{4,}$',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
  {
    file: 'src/core/documents/cable/scan.ts',
    begins: '^FM +(?:[A-Z]{2}|',
    reason: 'a line of a cable header has at most 400 characters (headerKind)',
  },
]

const isAccepted = ({ file, source }: Expression): boolean =>
  ACCEPTED.some(one => one.file === file && source.startsWith(one.begins))

describe('the extractor', () => {
  const sources = (code: string): readonly string[] => literalsIn(code).map(({ source }) => source)

  test('tells an expression from a division', () => {
    expect(sources('const a = b / c / d')).toEqual([])
    expect(sources('const a = (b) / c[0] / 2 / x')).toEqual([])
    expect(sources('const a = /b/.test(c) ? 1 / 2 : d / e')).toEqual(['b'])
    expect(sources('return /a/g')).toEqual(['a'])
    expect(sources('f(/a/, [/b/], { c: /d/ }, !/e/.test(x) && /f/.test(y), x => /g/.exec(x))')).toEqual([
      ...['a', 'b', 'd', 'e', 'f', 'g'],
    ])
  })

  test('passes over strings, templates and comments', () => {
    expect(sources("const a = \"/x/\" + '/y\\'/' // /z/\n/* /v/ */ const b = /w/")).toEqual(['w'])
    expect(sources(`const a = \`/x/ \${b.replace(/y/, \`\${/z/}\`)} /v/\`; const c = /w/`)).toEqual([
      'y',
      'z',
      'w',
    ])
    expect(sources(`const a = \`\${{ a: { b: /x/ } }}/y/\` + /z/.source`)).toEqual(['x', 'z'])
  })

  test('knows classes, escapes, flags and lines', () => {
    expect(literalsIn('\nconst a = /[/\\]\'`]\\/"/giu')).toEqual([
      { source: '[/\\]\'`]\\/"', flags: 'giu', line: 2 },
    ])
    expect(sources('const a = /\\[/ ; const b = "/" ; const c = /d/')).toEqual(['\\[', 'd'])
  })

  test('finds the groups that come many times', () => {
    expect(loopsIn('(?:a(b)+)*(c){2,3}(?:d[)]){0,9}')).toEqual(['(?:a(b)+)', '(?:d[)])'])
  })
})

describe('regular expressions', () => {
  test('the checker finds what it should', async () => {
    const at = { file: '', line: 0, flags: 'i' }
    expect(await exponential({ ...at, source: '^(?:(?:also|as) )*x$' })).toBeUndefined()
    expect(await exponential({ ...at, source: '^(?:(?:also|as|also as) )*x$' })).toMatch('repeat')
    expect(await exponential({ ...at, source: '^(?:(?:also|so|al)+\\s*)+x$' })).toMatch('repeat')
    expect(await exponential({ ...at, source: '(A|a)*x' })).toMatch('repeat')
    expect(await polynomial({ ...at, source: '\\s+$' })).toMatch('2nd degree')
    expect(await polynomial({ ...at, source: '^\\s+$' })).toBeUndefined()
    expect(await polynomial({ ...at, source: '^\\s*é', flags: 'im' })).toMatch('blank lines')
  })

  test('none takes exponential time, and those that take polynomial time are known', {
    timeout: 120_000,
  }, async () => {
    const all = await allExpressions()
    expect(all.length).toBeGreaterThan(500)
    const bad = await inHands(all, async one => {
      const attack = await exponential(one)
      return attack === undefined ? undefined : told(one, attack)
    })
    const slow = await inHands(all, async one => {
      const attack = isAccepted(one) ? undefined : await polynomial(one)
      return attack === undefined ? undefined : told(one, attack)
    })
    const gone = ACCEPTED.filter(
      ({ file, begins }) => !all.some(one => one.file === file && one.source.startsWith(begins)),
    ).map(({ file, begins }) => `${file}: ${begins}`)
    expect(gone, 'accepted, but no longer there').toEqual([])
    expect([...bad, ...slow].flatMap(([, found]) => found ?? [])).toEqual([])
  })
})
