import type { Span } from '../evidence/index.ts'
import { coverOf } from './cover.ts'
import type { DateMention, DateValue } from './mention.ts'
import { UNITS } from './numbers.ts'
import { bySteps } from './resolve.ts'
import { spanAt } from './sentences.ts'

const WORDS = [...UNITS.slice(1), 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'ninety', 'hundred']
const NUMBERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(UNITS.map((word, index) => [word, index])),
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90, hundred: 100 },
}
const LETTER: Readonly<Record<string, string>> = { day: 'D', week: 'W', month: 'M', year: 'Y' }

const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}.,/$€£-])(\\d{1,4}|${WORDS.join('|')})(?:(-| )and(?:-| )a(?:-| )half)?(?: |-)(day|week|month|year)s(?![\\p{L}\\p{N}-])(?! (?:ago|old)(?!\\p{L}))`,
  'giu',
)

/** "two-and-a-half years" as years and months; of other units a half is not said in EDTF. */
const edtfOf = (count: number, unit: string, isHalf: boolean): string => {
  const letter = LETTER[unit] ?? 'D'
  if (!isHalf) return `P${count}${letter}`
  return letter === 'Y' ? `P${count}Y6M` : `P${count}${letter}`
}

const mention = (text: string, { start, end }: Span, value: DateValue, rule: string): DateMention => ({
  kind: 'date',
  start,
  end,
  text: text.slice(start, end),
  value,
  confidence: 'medium',
  rule,
})

const durationsIn = (text: string): readonly DateMention[] =>
  [...text.matchAll(DURATION)].map(match => {
    const [whole, count = '', half, unit = ''] = match
    const number = /^\d/.test(count) ? +count : (NUMBERS[count.toLowerCase()] ?? 0)
    const edtf = edtfOf(number, unit.toLowerCase(), half !== undefined)
    const value: DateValue = { interval: null, precision: 'duration', basis: 'stated', edtf }
    return mention(text, { start: match.index, end: match.index + whole.length }, value, 'date-duration')
  })

const POINTER =
  /(?<!\p{L})(the same|that(?: same)?|the (?:following|next|previous|preceding)) (day|week|month|year)(?!\p{L})/giu

const stepsOf = (words: string): number =>
  /following|next/i.test(words) ? 1 : /previous|preceding/i.test(words) ? -1 : 0

const REACH = 600

/** The last date before a place that fixes a day, near enough to be pointed to. */
const dateBefore = (dates: readonly DateMention[], place: number): DateMention | undefined => {
  for (let at = spanAt(dates, place - 1); at >= 0; at--) {
    const date = dates[at]
    if (!date || place - date.end > REACH) return undefined
    if (date.value.interval) return date
  }
  return undefined
}

/** "the same day", "that year", "the following month": counted from the last date before. */
const pointersIn = (text: string, dates: readonly DateMention[]): readonly DateMention[] =>
  [...text.matchAll(POINTER)].flatMap(match => {
    const [whole, words = '', unit = ''] = match
    const from = dateBefore(dates, match.index)?.value.interval?.from
    const key = unit.toLowerCase()
    if (!from || (key !== 'day' && key !== 'week' && key !== 'month' && key !== 'year')) return []
    const resolved = bySteps(key, stepsOf(words), from)
    if (!resolved) return []
    const span = { start: match.index, end: match.index + whole.length }
    return [mention(text, span, { ...resolved, basis: 'nearest-date' }, 'date-pointer')]
  })

/** The dates of a text with its durations ("two weeks", as `P2W`) and the words that point to a date before. */
export const withDurations = (text: string, dates: readonly DateMention[]): readonly DateMention[] => {
  const cover = coverOf(dates)
  const more = [...durationsIn(text), ...pointersIn(text, dates)].filter(one => !cover.touches(one))
  return [...dates, ...more].toSorted((a, b) => a.start - b.start)
}
