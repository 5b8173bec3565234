import type { Words } from './words.ts'

/**
 * Forms looked for only where a word stands that each of them has in it. A text has few such places, and a search
 * for a plain word costs next to nothing; a long expression tried at every place of a text costs much.
 */

/** How far a form may reach before its word and behind it, in UTF-16 units. */
export interface Reach {
  readonly before: number
  readonly after: number
  /** A sticky expression: only the words at which it matches count. */
  readonly only?: RegExp
}

interface Stretch {
  readonly from: number
  until: number
}

const LONGEST_WORD = 40

/** A place from which no stretch begins inside a word: `place` itself, or one before it. */
const wordStart = (text: string, place: number): number => {
  const first = Math.max(0, place - LONGEST_WORD)
  for (let at = Math.max(0, place); at > first; at--) if (/\s/.test(text.charAt(at - 1))) return at
  return first
}

/** The stretches of a text around places in order; those that overlap are one. */
function* stretchesAround(text: string, places: Iterable<number>, reach: Reach): Generator<Stretch> {
  let open: Stretch | undefined
  for (const place of places) {
    const until = Math.min(text.length, place + reach.after)
    if (open && place - reach.before <= open.until) {
      open.until = Math.max(open.until, until)
      continue
    }
    if (open) yield open
    open = { from: wordStart(text, place - reach.before), until }
  }
  if (open) yield open
}

/** Where any of some plain words stands in a text, in order. */
const placesOf = (text: string, words: readonly string[], only: RegExp | undefined): readonly number[] => {
  const places: number[] = []
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      if (!only || matchesAt(only, text, at)) places.push(at)
  return places.sort((a, b) => a - b)
}

const matchesAt = (sticky: RegExp, text: string, at: number): boolean => {
  sticky.lastIndex = at
  return sticky.test(text)
}

/** Each word in small letters, with a capital, and in capitals: as a text without regard to case has it. */
export const anyCase = (words: readonly string[]): readonly string[] =>
  words.flatMap(word => {
    const first = word.search(/\p{L}/u)
    return [
      ...new Set([
        word,
        word.slice(0, first) + word.charAt(first).toUpperCase() + word.slice(first + 1),
        word.toUpperCase(),
      ]),
    ]
  })

/** A match, and where it starts in the text. */
export interface Near {
  readonly start: number
  readonly match: RegExpExecArray
}

/** Every match of a form that has one of some plain words in it, within `reach` of the word. */
export function* matchesNear(
  text: string,
  words: readonly string[],
  form: RegExp,
  reach: Reach,
): Generator<Near> {
  const places = placesOf(text, words, reach.only)
  if (places.length === 0) return
  for (const { from, until } of stretchesAround(text, places, reach))
    for (const match of text.slice(from, until).matchAll(form)) yield { start: from + match.index, match }
}

/** The words at which a form that ends in, or begins with, one of `heads` may begin: those near before it. */
function* beginningsNear(
  { starts, keys }: Words,
  { heads, canHead }: Pick<HeadedForms, 'heads' | 'canHead'>,
): Generator<number> {
  let next = 0
  for (let head = 0; head < keys.length; head++) {
    if (!heads.has(keys[head] ?? '')) continue
    const at = starts[head] ?? 0
    if (canHead && !canHead(at)) continue
    let first = head
    while (first > next && (starts[first - 1] ?? 0) >= at - BEFORE_HEAD) first--
    for (let index = Math.max(first, next); index <= head; index++) yield index
    next = head + 1
  }
}

/** What is tried where: sticky forms at words that can begin them, near the words that head them. */
export interface HeadedForms {
  /** The keys of the words that each of the forms has in it. */
  readonly heads: ReadonlySet<string>
  readonly forms: readonly RegExp[]
  readonly canBegin: (key: string, start: number) => boolean
  /** Only these places of heads count, where it is given. */
  readonly canHead?: (start: number) => boolean
}

/** How far before its head a form may begin, in UTF-16 units. */
const BEFORE_HEAD = 160

/** Every match of sticky forms near their heads; those of one form do not overlap. */
export function* headed(words: Words, how: HeadedForms): Generator<RegExpExecArray> {
  const { forms, canBegin } = how
  const free = forms.map(() => 0)
  for (const index of beginningsNear(words, how)) {
    const start = words.starts[index] ?? 0
    if (!canBegin(words.keys[index] ?? '', start)) continue
    for (const [which, form] of forms.entries()) {
      if (start < (free[which] ?? 0)) continue
      form.lastIndex = start
      const match = form.exec(words.text)
      if (!match) continue
      free[which] = start + match[0].length
      yield match
    }
  }
}
