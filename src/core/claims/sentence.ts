import { type Mention, UNITS } from '../documents/index.ts'
import type { Span } from '../evidence/index.ts'

/**
 * A sentence as a line of tokens in which what the program understands stands as a letter: S a State by name,
 * P a post or capital meant as addressee, A an adjective of a State, T a treaty, D a date, B a bloc, # a number.
 * Words stand in lower case. Patterns are written against this line.
 */
export interface Line extends Span {
  readonly line: string
  readonly tokens: readonly Token[]
  /** Where each token begins in `line`. */
  readonly starts: readonly number[]
}

export interface Token extends Span {
  readonly as: string
  readonly mention?: Mention
  readonly number?: number
}

const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** The number a word or digits write; `undefined` for "one", which is more often a pronoun. */
const numberOf = (word: string): number | undefined => {
  if (/^\d{1,3}(?:,\d{3})*$|^\d+$/.test(word)) return +word.replaceAll(',', '')
  const unit = UNITS.indexOf(word)
  if (unit > 1) return unit
  const [ten = '', one = ''] = word.split('-')
  const tens = TENS.indexOf(ten)
  if (tens < 2) return undefined
  const units = one === '' ? 0 : UNITS.indexOf(one)
  return units >= 0 && units < 10 ? tens * 10 + units : undefined
}

const letterOf = (mention: Mention): string => {
  switch (mention.kind) {
    case 'state':
      return mention.value.as === 'adjective' ? 'A' : mention.value.as === 'post' ? 'P' : 'S'
    case 'treaty':
      return 'T'
    case 'date':
      return 'D'
    case 'organisation':
      return 'B'
    default:
      throw new Error(`A mention of kind "${mention.kind}" has no letter in the line of a sentence.`)
  }
}

const WORD = /\d{1,3}(?:,\d{3})+|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*|--|[—–―]|[^\s\p{L}\p{N}\p{Cc}]/gu

const wordToken = (text: string, start: number): Token => {
  const lower = text.toLowerCase().replaceAll('’', "'")
  const number = numberOf(lower)
  const as = number !== undefined ? '#' : /^(?:--|[—–―])$/.test(text) ? '—' : lower
  return { start, end: start + text.length, as, ...(number !== undefined && { number }) }
}

const wordsBetween = (source: string, from: number, to: number): readonly Token[] =>
  [...source.slice(from, to).matchAll(WORD)].map(match => wordToken(match[0], from + match.index))

/** Mentions of a sentence that do not lie inside a longer one, in order. */
const outermost = (mentions: readonly Mention[]): readonly Mention[] => {
  const kept: Mention[] = []
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end))
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention)
  return kept
}

const PART_OF =
  /^(?:(?:north|south|east|west)(?:ern)?|(?:north|south)-?(?:east|west)(?:ern)?|central|upper|lower|mainland|rural|occupied|rebel-held)$/

/** "Northern Norway": a part of a State takes no part in a treaty. */
const isRegion = (before: Token | undefined, mention: Mention): boolean =>
  mention.kind === 'state' &&
  mention.value.as === 'name' &&
  before !== undefined &&
  before.end === mention.start - 1 &&
  PART_OF.test(before.as)

/** The line of a stretch of text with the mentions that lie in it. */
export const lineOf = (source: string, span: Span, mentions: readonly Mention[]): Line => {
  const inside = outermost(mentions.filter(mention => span.start <= mention.start && mention.end <= span.end))
  const tokens: Token[] = []
  let at = span.start
  for (const mention of inside) {
    tokens.push(...wordsBetween(source, at, mention.start))
    const as = isRegion(tokens.at(-1), mention) ? 'region' : letterOf(mention)
    tokens.push({ start: mention.start, end: mention.end, as, mention })
    at = mention.end
  }
  tokens.push(...wordsBetween(source, at, span.end))
  const starts: number[] = []
  let line = ''
  for (const token of tokens) {
    starts.push(line.length)
    line += `${token.as} `
  }
  return { ...span, line, tokens, starts }
}

/** The index of the first token that begins at or after a place of the line. */
const indexAt = (starts: readonly number[], place: number): number => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that a stretch of the line covers. */
export const tokensIn = ({ tokens, starts }: Line, from: number, to: number): readonly Token[] => {
  const first = indexAt(starts, from)
  const last = indexAt(starts, to)
  return tokens.slice(first, last).filter((token, i) => (starts[first + i] ?? 0) + token.as.length <= to)
}

/** The place in the text that a stretch of the line covers, without punctuation at its end. */
export const spanIn = (line: Line, from: number, to: number): Span => {
  const all = tokensIn(line, from, to)
  const last = all.findLastIndex(({ as }) => /[\p{L}\p{N}#]/u.test(as))
  const covered = all.slice(0, last + 1)
  return { start: covered[0]?.start ?? line.start, end: covered.at(-1)?.end ?? line.end }
}

/** Where a named group of a match made with the `d` flag stands in the line. */
export const groupIn = (match: RegExpExecArray, name: string): readonly [number, number] | undefined =>
  match.indices?.groups?.[name]

/** The tokens of a named group of a match. */
export const groupTokens = (line: Line, match: RegExpExecArray, name: string): readonly Token[] => {
  const at = groupIn(match, name)
  return at ? tokensIn(line, at[0], at[1]) : []
}

/** Every match of a pattern in the line; the pattern needs the flags `d` and `g`. */
export const matchesIn = (line: Line, pattern: RegExp): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(line.line); match; match = pattern.exec(line.line)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}

/** Words by which a sentence denies, doubts, wishes or invents what it says. */
const NOT_ASSERTED = new RegExp(
  `(?:^| )(?:${[
    'if|whether|unless|suppose|supposing|supposedly|imagine|imaginary|in case|as if|pretend',
    'false|falsely|untrue|not true|true or #?|wrong|wrongly|incorrect|incorrectly|mistaken|mistakenly|erroneous|erroneously',
    'myths?|rumou?rs?|absurd|nonsense|fake|hoax|correction|contrary|denie[sd]|deny|denying|nobody|no one|no-one',
    'in (?:a|an|the|this|that|his|her) (?:\\S+ ){0,2}(?:film|movie|scenario|simulation|exercise|dream|play|series|game)',
    'wish|wishes|wished|hopes?|hoped|jokes?|joked|novel|fictional?|alternate|hypothetical|hypothetically|allegedly',
    'motion|draft|would|should|could|might|may|ought|doubts?|unclear|uncertain|disputed?|disputes|claim that|claims that|claimed that',
    '(?:no|little|without|lack of|scant) (?:\\S+ ){0,2}(?:evidence|proof|signs?|indications?|confirmation|reports?)',
    'believes?|believed|reports that|reported falsely|want|wants|wanted|urge[sd]?|asks?|asked|calls? on|called on',
  ].join('|')})(?: |$)`,
)
/** `were S a party`, `had S joined`: a condition by the order of its words. */
const INVERTED = /^(?:["“‘'] )?(?:were|had|should) (?:the )?S /

/** `once S has joined`, `until S ratifies`: what is waited for. */
const AWAITED =
  /(?:^| )(?:until|till|once|as soon as|by the time|provided(?: that)?) (?:(?:the|both|all) )?S (?:(?:,|and) (?:the )?S )*(?:(?:finally|also|itself) )?(?:has|have|ratifies|signs|joins|accedes|becomes?|withdraws|leaves|deposits|ratify|sign|join|accede) /

/** Whether a sentence does not assert what it says; such a sentence is left alone rather than judged. */
export const isHypothetical = ({ line }: Line): boolean =>
  NOT_ASSERTED.test(line) || INVERTED.test(line) || AWAITED.test(line)

export const isQuestion = ({ line }: Line): boolean => /\? (?:[”"'›»] )*$/.test(line)
