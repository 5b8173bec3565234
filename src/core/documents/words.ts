/**
 * The words of a text: runs of letters, digits and marks, each initialism with points ("U.S.") one word, and each
 * "&" one word. Places are UTF-16 units of `text`.
 */
export interface Words {
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Each word in the form in which words are compared; see `keyOf`. */
  readonly keys: readonly string[]
  /** The text lost blanks between words ("inDecember2017"): they are parted where the letters show it. */
  readonly isRunTogether?: true
}

const OTHER = 1
const WORD = 2
/** Soft hyphens and zero-width joiners: inside a word they are passed over. */
const HIDDEN = 3

const ALPHANUMERIC = /[\p{L}\p{N}\p{M}]/u
const kindOf = (code: number): number => {
  if (code === 0xad || code === 0x200c || code === 0x200d || code === 0x2060 || code === 0xfeff) return HIDDEN
  return ALPHANUMERIC.test(String.fromCharCode(code)) ? WORD : OTHER
}

/** The kind of every UTF-16 unit; surrogates are no word. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(code))
KINDS['&'.charCodeAt(0)] = OTHER

const isLetterAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at) | 0x20
  return code >= 0x61 && code <= 0x7a
}
const isWordAt = (text: string, at: number): boolean => KINDS[text.charCodeAt(at)] === WORD

/** The end of an initialism with points that begins at `at` ("U.S.", "e.g."), or `at` when there is none. */
const initialismEnd = (text: string, at: number): number => {
  let end = at
  for (let letters = 0; isLetterAt(text, end) && !isWordAt(text, end + 1); letters++) {
    if (text[end + 1] !== '.') return letters >= 1 ? end + 1 : at
    end += 2
  }
  return end - at >= 4 ? end : at
}

/** Where a small letter or a figure is followed by what only a lost blank explains: "isThe", "treaty.It", "2010the". */
const LOST_BLANK = /[a-z](?:[A-Z][a-z]{2}|(?:19|20)\d{2}(?!\d))|[a-z][.,;][A-Z][a-z]|\d{4}[a-z]{3}/y

const MOST_APART = 800

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last
const isFigure = (code: number): boolean => isBetween(code, 0x30, 0x39)

/** Whether a blank may be lost behind a character: a small letter before anything but one, or a figure before one. */
const maySeam = (before: number, after: number): boolean =>
  isBetween(before, 0x61, 0x7a)
    ? after === 0x2e || after === 0x2c || after === 0x3b || isFigure(after) || isBetween(after, 0x41, 0x5a)
    : isFigure(before) && isFigure(after)

/** Whether blanks are missing between words so often that a page was scraped badly. */
const isRunTogether = (text: string): boolean => {
  let found = 0
  for (let at = 0; at < text.length - 1; at++) {
    if (!maySeam(text.charCodeAt(at), text.charCodeAt(at + 1))) continue
    LOST_BLANK.lastIndex = at
    if (!LOST_BLANK.test(text)) continue
    if (++found > 5 && found * MOST_APART > text.length) return true
    at = LOST_BLANK.lastIndex - 1
  }
  return false
}

const isUpperAt = (text: string, at: number): boolean => {
  const char = text.charAt(at)
  return char !== char.toLowerCase()
}
/** Whether a capital stands at a place. */
export const isCapitalAt = (text: string, at: number): boolean => isUpperAt(text, at)

const isDigitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

/** Where words that run together part: before a capital inside a word, and between letters and digits. */
const seamIn = (text: string, at: number, end: number): number => {
  for (let seam = at + 1; seam < end; seam++) {
    const isCapital = isUpperAt(text, seam) && !isUpperAt(text, seam - 1) && !isDigitAt(text, seam - 1)
    if (isCapital || (isDigitAt(text, seam) !== isDigitAt(text, seam - 1) && end - at > 3)) return seam
  }
  return end
}

const wordEnd = (text: string, at: number): number => {
  let end = at + 1
  let last = end
  for (let kind = KINDS[text.charCodeAt(end)]; end < text.length && (kind === WORD || kind === HIDDEN); ) {
    end++
    if (kind === WORD) last = end
    kind = KINDS[text.charCodeAt(end)]
  }
  return last
}

/** Splits a text into words, in one pass. */
export const wordsOf = (text: string): Words => {
  const isDamaged = isRunTogether(text)
  const starts: number[] = []
  const ends: number[] = []
  const keys: string[] = []
  // Words come again and again: each form is folded once and its key shared.
  const folded = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    if (KINDS[code] !== WORD && code !== 0x26) {
      at++
      continue
    }
    const initialism = text.charCodeAt(at + 1) === 0x2e ? initialismEnd(text, at) : at
    const whole = code === 0x26 ? at + 1 : initialism > at ? initialism : wordEnd(text, at)
    const end = isDamaged && initialism === at ? seamIn(text, at, whole) : whole
    starts.push(at)
    ends.push(end)
    keys.push(foldedKey(folded, text.slice(at, end)))
    at = end
  }
  return { text, starts, ends, keys, ...(isDamaged && { isRunTogether: true as const }) }
}

const foldedKey = (folded: Map<string, string>, word: string): string => {
  const known = folded.get(word)
  if (known !== undefined) return known
  const key = keyOf(word)
  folded.set(word, key)
  return key
}

/** Where word `index` starts; the end of the text when there is no such word, 0 before the first. */
export const startOf = (words: Words, index: number): number =>
  words.starts[index] ?? (index < 0 ? 0 : words.text.length)
/** Where word `index` ends; the end of the text when there is no such word, 0 before the first. */
export const endOf = (words: Words, index: number): number =>
  words.ends[index] ?? (index < 0 ? 0 : words.text.length)

/** Word `index` as it stands; empty when there is no such word. */
export const wordAt = (words: Words, index: number): string =>
  index >= 0 && index < words.starts.length ? words.text.slice(words.starts[index], words.ends[index]) : ''

/** What stands between word `index` and the next; a blank where words run together. */
export const gapAfter = (words: Words, index: number): string => {
  const gap = words.text.slice(endOf(words, index), startOf(words, index + 1))
  return gap === '' && words.isRunTogether ? ' ' : gap
}

/** A line that runs on into the next because the text is broken to a width; a shorter one ends of itself. */
const SHORTEST_WRAPPED = 36

/** Whether the text goes on from word `index` in the next line, as running text does and the items of a menu do not. */
export const isWrappedAfter = (words: Words, index: number): boolean => {
  if (!/^ ?\n$/.test(gapAfter(words, index))) return false
  const end = endOf(words, index)
  return end - (words.text.lastIndexOf('\n', end - 1) + 1) >= SHORTEST_WRAPPED
}

/** The index of the first word that starts at or after a place. */
export const wordFrom = (words: Words, place: number): number => {
  let low = 0
  let high = words.starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words.starts[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

const BEYOND_ASCII = /[\u0080-\uffff]/
/** Accents, soft hyphens and zero-width characters. */
const UNHEARD = /\p{M}|\u00ad|\u200c|\u200d|\u2060|\ufeff/gu
const INITIALISM = /^(?:\p{L}\.)+\p{L}$/u

/** The form in which words are compared: lower case without accents, an initialism always with its last point. */
export const keyOf = (word: string): string => {
  const lower = word.toLowerCase()
  if (!BEYOND_ASCII.test(lower)) return lower.includes('.') && INITIALISM.test(lower) ? `${lower}.` : lower
  return lower.normalize('NFKD').replace(UNHEARD, '')
}

/** The key of word `index`; empty when there is no such word. */
export const keyAt = (words: Words, index: number): string => words.keys[index] ?? ''

const isHyphenOrApostrophe = (code: number): boolean => code === 0x2d || code === 0x27 || code === 0x2019

/** The words of a text as they are said: runs of letters, with the hyphens and apostrophes in and behind them. */
export const saidWords = (text: string): readonly string[] => {
  const said: string[] = []
  for (let at = 0; at < text.length; at++) {
    if (KINDS[text.charCodeAt(at)] !== WORD || isDigitAt(text, at)) continue
    const start = at
    while (
      at < text.length &&
      ((KINDS[text.charCodeAt(at)] === WORD && !isDigitAt(text, at)) ||
        isHyphenOrApostrophe(text.charCodeAt(at)))
    )
      at++
    said.push(text.slice(start, at))
  }
  return said
}

const BLANK_LINE = /\n[^\S\n]*\r?\n/

/** The form in which gaps are compared: one blank for any run of blanks, one kind of hyphen and of apostrophe. */
export const gapKey = (gap: string): string => {
  if (gap === ' ') return gap
  if (BLANK_LINE.test(gap)) return '\n\n'
  return gap
    .replace(/[\s\u200b]+/g, ' ')
    .replace(/[‐‑‒–−]/g, '-')
    .replace(/[’‘ʼ`´]/g, "'")
}

const isUpper = (char: string): boolean => char !== char.toLowerCase()

/** Whether a word begins with a capital. */
export const startsUpper = (word: string): boolean => isUpper(word.charAt(0))

/** Whether a word of two letters or more is all capitals (digits and points do not count). */
export const isAllCaps = (word: string): boolean => {
  if (word !== word.toUpperCase()) return false
  const letters = word.replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && letters !== letters.toLowerCase()
}
