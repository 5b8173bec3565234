/**
 * With which characters a match of an expression can begin. A line is asked about by hundreds of forms, and nearly all
 * of them are ruled out by its first character: those need not be run at all.
 */

/** What the first characters of a part of an expression can be. */
interface Opening {
  /** The atoms of the expression that can match first. */
  readonly atoms: readonly string[]
  /** Whether the part can match nothing, so that what follows it comes first as well. */
  readonly isEmpty: boolean
  /** Whether it is bound to the beginning of the text. */
  readonly isBound: boolean
}

const NO_WIDTH: Opening = { atoms: [], isEmpty: true, isBound: false }
const BEGINNING: Opening = { ...NO_WIDTH, isBound: true }
/** Of what is not understood nothing is said: it can begin with anything. */
const ANYTHING: Opening = { atoms: ['[^]'], isEmpty: true, isBound: false }

const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|[\s\S])/y
const CLASS = /\[(?:[^\]\\]|\\[\s\S]){0,400}\]/y
const QUANTIFIER = /(?:([*?])|\+|\{(\d+)(?:,\d*)?\})\??/y
const GROUP = /\((?:\?(?:(<?[=!])|:|<\w+>))?/y

const matchAt = (sticky: RegExp, source: string, at: number): RegExpExecArray | null => {
  sticky.lastIndex = at
  return sticky.exec(source)
}

/** A part of an expression, and where what follows it begins. */
type Read = readonly [opening: Opening, end: number]

const atomAt = (source: string, at: number): Read => {
  const sign = String.fromCodePoint(source.codePointAt(at) ?? 0)
  if (sign === '(') return groupAt(source, at)
  if (sign === '^') return [BEGINNING, at + 1]
  if (sign === '$') return [NO_WIDTH, at + 1]
  const atom = matchAt(sign === '[' ? CLASS : ESCAPE, source, at)?.[0] ?? sign
  const end = at + atom.length
  if (/^\\[bB]$/.test(atom)) return [NO_WIDTH, end]
  if (/^\\[1-9k]/.test(atom)) return [ANYTHING, end]
  return [{ atoms: [atom], isEmpty: false, isBound: false }, end]
}

const groupAt = (source: string, at: number): Read => {
  const [lead = '(', around] = matchAt(GROUP, source, at) ?? []
  const [inner, end] = alternativesAt(source, at + lead.length)
  return [around ? NO_WIDTH : inner, end + 1]
}

const termAt = (source: string, at: number): Read => {
  const [own, end] = atomAt(source, at)
  const times = matchAt(QUANTIFIER, source, end)
  if (!times) return [own, end]
  const isFree = times[1] !== undefined || times[2] === '0'
  return [isFree ? { atoms: own.atoms, isEmpty: true, isBound: false } : own, end + times[0].length]
}

const sequenceAt = (source: string, from: number): Read => {
  let sum: Opening = NO_WIDTH
  let at = from
  while (at < source.length && source.charAt(at) !== '|' && source.charAt(at) !== ')') {
    const [term, end] = termAt(source, at)
    at = end
    if (sum.isEmpty)
      sum = {
        atoms: [...sum.atoms, ...term.atoms],
        isEmpty: term.isEmpty,
        isBound: sum.isBound || term.isBound,
      }
  }
  return [sum, at]
}

const alternativesAt = (source: string, from: number): Read => {
  let [sum, at] = sequenceAt(source, from)
  while (source.charAt(at) === '|') {
    const [other, end] = sequenceAt(source, at + 1)
    at = end
    sum = {
      atoms: [...sum.atoms, ...other.atoms],
      isEmpty: sum.isEmpty || other.isEmpty,
      isBound: sum.isBound && other.isBound,
    }
  }
  return [sum, at]
}

/** The alternatives of an expression, each with its source. */
export const alternativesOf = (source: string): readonly string[] => {
  const parts: string[] = []
  for (let at = 0; at <= source.length; ) {
    const [, end] = sequenceAt(source, at)
    parts.push(source.slice(at, end))
    at = end + 1
  }
  return parts
}

/**
 * An expression that matches the first character of every text that a form matches; `undefined` where that can be
 * anything, because the form is not bound to the beginning of a text or can match nothing.
 */
export const openingOf = ({ source, flags }: RegExp): RegExp | undefined => {
  const [{ atoms, isEmpty, isBound }] = alternativesAt(source, 0)
  if (isEmpty || !isBound || /[gmvy]/.test(flags)) return undefined
  return new RegExp(`^(?:${[...new Set(atoms)].join('|')})`, flags)
}

const MOST = 1024

/** Something of a text that its first character alone decides, worked out once for each first character. */
export const byFirst = <T>(ask: (first: string) => T): ((text: string) => T) => {
  const known = new Map<number, T>()
  return text => {
    const code = text.codePointAt(0) ?? -1
    const before = known.get(code)
    if (before !== undefined) return before
    if (known.size >= MOST) known.clear()
    const found = ask(code < 0 ? '' : String.fromCodePoint(code))
    known.set(code, found)
    return found
  }
}

/** Those of a list, in its order, whose forms a text can match by its first character. */
export const byOpening = <T>(
  list: readonly T[],
  formOf: (one: T) => RegExp,
): ((text: string) => readonly T[]) => {
  let openings: readonly (RegExp | undefined)[] | undefined
  return byFirst(first => {
    openings ??= list.map(one => openingOf(formOf(one)))
    return list.filter((_, index) => openings?.[index]?.test(first) ?? true)
  })
}

/** Whether any form of a list matches a text: as `forms.some(form => form.test(text))`, running few of them. */
export const anyOf = (forms: readonly RegExp[]): ((text: string) => boolean) => {
  const likely = byOpening(forms, form => form)
  return text => likely(text).some(form => form.test(text))
}
