import { UNITS } from './numbers.ts'

/** A day as treaties write it in words, and how long the words are. */
export interface Spelled {
  readonly day: number
  readonly month: number
  readonly year?: number
  readonly length: number
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'.split(
    ' ',
  )
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const TENS: Readonly<Record<string, number>> = {
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
}

const COUNT = `(?:${Object.keys(TENS).join('|')}|${UNITS.slice(1).join('|')})(?:[ -](?:${UNITS.slice(1, 10).join('|')}))?`
/** "this thirtieth day of May, two thousand and eight", "the first day of July, One thousand nine hundred and sixty-eight". */
const FORM = new RegExp(
  `(?:the\\s)?(${ORDINALS.toReversed().join('|')})\\sday\\sof\\s(?:the\\smonth\\sof\\s)?(${MONTHS.join('|')})(?:,?\\s(?:(?:in\\sthe\\s)?year\\s)?(?:of\\sour\\sLord\\s)?(?:(\\d{4})(?!\\d)|(one\\sthousand|two\\sthousand|nineteen\\shundred)(?:,?\\s(?:and\\s)?(nine|eight)\\shundred)?(?:,?\\s(?:and\\s)?(${COUNT}))?))?(?![\\p{L}\\d])`,
  'iuy',
)

const countOf = (words: string): number =>
  words
    .toLowerCase()
    .split(/[\s-]/)
    .reduce((sum, word) => sum + (TENS[word] ?? Math.max(0, UNITS.indexOf(word))), 0)

const yearOf = (match: RegExpExecArray): number | undefined => {
  const [, , , digits, thousand, hundreds, rest] = match
  if (digits) return +digits
  if (!thousand) return undefined
  const base = /^two/i.test(thousand) ? 2000 : /^nineteen/i.test(thousand) ? 1900 : 1000
  return base + (hundreds ? 100 * countOf(hundreds) : 0) + (rest ? countOf(rest) : 0)
}

/** The day in words that begins at a place, in UTF-16 units; `undefined` where none does. */
export const spelledDate = (text: string, start: number): Spelled | undefined => {
  FORM.lastIndex = start
  const match = FORM.exec(text)
  if (!match) return undefined
  const day = ORDINALS.indexOf((match[1] ?? '').toLowerCase()) + 1
  const month = MONTHS.indexOf((match[2] ?? '').toLowerCase()) + 1
  const year = yearOf(match)
  return { day, month, ...(year !== undefined && year > 1500 && { year }), length: match[0].length }
}

/** The words with which such a day may begin. */
export const SPELLED_FIRST: readonly string[] = [...new Set(ORDINALS.map(word => word.split('-')[0] ?? word))]
