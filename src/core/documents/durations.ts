import { yearOf } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import { coverOf } from './cover.ts'
import type { DateMention, DateValue } from './mention.ts'
import { UNITS } from './numbers.ts'
import { bySteps, ofMonth, ofSeason } from './resolve.ts'
import { spanAt } from './sentences.ts'
import { anyCase, matchesNear } from './windows.ts'

const WORDS = [...UNITS.slice(1), 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'ninety', 'hundred']
const NUMBERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(UNITS.map((word, index) => [word, index])),
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90, hundred: 100 },
}
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const LETTER: Readonly<Record<string, string>> = {
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
  hour: 'H',
  minute: 'M',
}
const OF_CLOCK: ReadonlySet<string> = new Set(['hour', 'minute'])

const UNIT =
  /(?<=[\p{L}\d][ -])(minute|hour|day|week|month|year|decade)s(?![\p{L}\p{N}-])(?! (?:ago|old)(?!\p{L}))/giu
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,/$€£-])(\\d{1,4}|${WORDS.join('|')})((?:-| )and(?:-| )a(?:-| )half)?[ -]$`,
  'iu',
)
/** "2-3 years", "two to three years": the smaller number before the larger. */
const SMALLER = new RegExp(`(?<![\\p{L}\\p{N}.,/$€£-])(\\d{1,3}|${WORDS.join('|')})(?:-|–| to | or )$`, 'iu')
const LONGEST_COUNT = 28

/** "two-and-a-half years" as years and months; of other units a half is not said in EDTF. */
const edtfOf = (count: number, unit: string, isHalf: boolean): string => {
  const letter = LETTER[unit] ?? 'D'
  if (OF_CLOCK.has(unit)) return `PT${count}${letter}`
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

interface Duration extends Span {
  readonly count: number
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
  readonly edtf: string
}

/** "a five-year pledge": a length before its noun; an age is none. */
const ADJECTIVE = new RegExp(
  `(?<![\\p{L}\\p{N}.,/$€£-])(\\d{1,3}|${WORDS.join('|')})-(minute|hour|day|week|month|year|decade)(?![\\p{L}\\p{N}-])(?! olds?(?!\\p{L}))`,
  'giu',
)

/** "a daylong walk", "a year-long course". */
const LONG = /(?<![\p{L}-])(day|week|month|year|decade)-?long(?!\p{L})/giu
/** "within a month", "for almost a year", "a day after the vote": one of a unit, and no date. */
const WITHIN =
  /(?:(?<=\b(?:within|for|over|after|nearly|almost|about|under|than) )an? (day|week|month|year|decade)|(?<!\p{L})an? (?:day|week|month|year)(?= (?:after|before) )|(?<!\p{L})one (?:more |full |whole |single )?(week|month|year|decade))(?!\p{L}| (?:ago|old|later|earlier)(?!\p{L}))/giu

const ONE_OF = [' day', ' week', ' month', ' year', ' decade']

const singlesIn = (text: string): readonly Duration[] => [
  ...lengthsIn(text, LONG, ['long']),
  ...lengthsIn(text, WITHIN, ONE_OF),
]

const lengthsIn = (text: string, form: RegExp, needs: readonly string[]): readonly Duration[] =>
  [...matchesNear(text, needs, form, { before: 18, after: 18 })].flatMap(({ start, match }) => {
    const noun = (match[1] ?? match[2] ?? match[0].split(' ').at(-1) ?? '').toLowerCase()
    const [count, unit] = inYears(1, noun)
    const span = { start, end: start + match[0].length }
    return isUnit(unit) ? [{ ...span, count, unit, edtf: edtfOf(count, unit, false) }] : []
  })

/** A decade is ten years. */
const inYears = (count: number, noun: string): readonly [count: number, unit: string] =>
  noun === 'decade' ? [count * 10, 'year'] : [count, noun]

const AS_ADJECTIVE = ['-minute', '-hour', '-decade', '-day', '-week', '-month', '-year']

const adjectivesIn = (text: string): readonly Duration[] =>
  [...matchesNear(text, AS_ADJECTIVE, ADJECTIVE, { before: 12, after: 14 })].flatMap(({ start, match }) => {
    const [whole, words = '', noun = ''] = match
    const [count, unit] = inYears(numberOf(words), noun.toLowerCase())
    const span = { start, end: start + whole.length }
    return isUnit(unit) ? [{ ...span, count, unit, edtf: edtfOf(count, unit, false) }] : []
  })

const isUnit = (word: string): word is Duration['unit'] => word in LETTER

const LARGER = new RegExp(`(?:-|–| to | or )(\\d{1,3}|${WORDS.join('|')})[ -]$`, 'iu')
const numberOf = (words: string): number => (/^\d/.test(words) ? +words : (NUMBERS[words.toLowerCase()] ?? 0))

/** "2-3 years" as both of its lengths. */
const rangeBefore = (lead: string, match: RegExpExecArray, at: number): Duration | undefined => {
  const last = LARGER.exec(lead)
  const first = last && SMALLER.exec(lead.slice(0, last.index + last[0].length - (last[1] ?? '').length - 1))
  const noun = (match[1] ?? '').toLowerCase()
  const [step, unit] = inYears(1, noun)
  if (!last || !first || !isUnit(unit)) return undefined
  const [from, until] = [step * numberOf(first[1] ?? ''), step * numberOf(last[1] ?? '')]
  if (from >= until || until === 0) return undefined
  const start = at - lead.length + first.index
  const edtf = `${edtfOf(from, unit, false)}/${edtfOf(until, unit, false)}`
  return { start, end: at + match[0].length, count: until, unit, edtf }
}

const PLURALS = anyCase(['minutes', 'hours', 'decades', 'days', 'weeks', 'months', 'years'])

const durationsIn = (text: string): readonly Duration[] =>
  [...matchesNear(text, PLURALS, UNIT, { before: 3, after: 12 })].flatMap(({ start, match }) => {
    const lead28 = text.slice(Math.max(0, start - LONGEST_COUNT), start)
    const range = rangeBefore(lead28, match, start)
    if (range) return [range]
    const before = COUNT.exec(lead28)
    if (!before) return []
    const [lead, words = '', half] = before
    const noun = match[1] ?? ''
    const isDecade = noun.toLowerCase() === 'decade'
    const [whole, unit] = inYears(numberOf(words), noun.toLowerCase())
    const count = isDecade && half !== undefined ? whole + 5 : whole
    const span = { start: start - lead.length, end: start + match[0].length }
    return isUnit(unit)
      ? [{ ...span, count, unit, edtf: edtfOf(count, unit, half !== undefined && !isDecade) }]
      : []
  })

/** Where the day itself stands behind it ("180 days afterwards, on 29 April"), it is no more than a length. */
const FROM_THERE = /^ (later|earlier|after that|before that|afterwards?)(?!\p{L}|,? on \d|,? on \p{Lu})/u

/** "four years later" counts from the last date before; any other duration stands for itself. */
const durationMention = (text: string, dates: readonly DateMention[], one: Duration): DateMention => {
  const counted = FROM_THERE.exec(text.slice(one.end, one.end + 24))
  const from = counted ? dateBefore(dates, one.start)?.value.interval?.from : undefined
  const sign = /^(?:later|after)/.test(counted?.[1] ?? '') ? 1 : -1
  const { unit } = one
  const resolved =
    from && unit !== 'hour' && unit !== 'minute' ? bySteps(unit, sign * one.count, from) : undefined
  if (counted && resolved) {
    const span = { start: one.start, end: one.end + counted[0].length }
    return mention(text, span, { ...resolved, basis: 'nearest-date' }, 'date-counted')
  }
  const value: DateValue = { interval: null, precision: 'duration', basis: 'stated', edtf: one.edtf }
  return mention(text, one, value, 'date-duration')
}

const POINTER =
  /(?<!\p{L})(the same|that(?: same)?|(?:the )?(?:following|previous|preceding)) (day|week|month|year)(?!\p{L})|(?<!\p{L})the (day) (before|after)(?= ?[,.;)]|$| that| the| it)/giu

const stepsOf = (words: string): number =>
  /following|after/i.test(words) ? 1 : /previous|preceding|before/i.test(words) ? -1 : 0

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
const MAY_POINT = /(?:same|[Tt]hat|following|previous|preceding) (?:day|week|month|year)|day (?:before|after)/

const pointersIn = (text: string, dates: readonly DateMention[]): readonly DateMention[] =>
  !MAY_POINT.test(text)
    ? []
    : [...text.matchAll(POINTER)].flatMap(match => {
        const [whole, words = match[4] ?? '', unit = match[3] ?? ''] = match
        const from = dateBefore(dates, match.index)?.value.interval?.from
        const key = unit.toLowerCase()
        if (!from || (key !== 'day' && key !== 'week' && key !== 'month' && key !== 'year')) return []
        const resolved = bySteps(key, stepsOf(words), from)
        if (!resolved) return []
        const span = { start: match.index, end: match.index + whole.length }
        return [mention(text, span, { ...resolved, basis: 'nearest-date' }, 'date-pointer')]
      })

const CAPITALISED = MONTHS.map(month => month.charAt(0).toUpperCase() + month.slice(1)).join('|')
const NAMED = new RegExp(`(?<!\\p{L})[Tt]hat (${CAPITALISED}|spring|summer|autumn|winter)(?!\\p{L})`, 'gu')

/** "that September", "that autumn": of the year of the last date before. */
const namedPeriodsIn = (text: string, dates: readonly DateMention[]): readonly DateMention[] =>
  [...text.matchAll(NAMED)].flatMap(match => {
    const from = dateBefore(dates, match.index)?.value.interval?.from
    const name = (match[1] ?? '').toLowerCase()
    const month = MONTHS.indexOf(name) + 1
    const season = SEASONS.indexOf(name) + 1
    const resolved = from && (month > 0 ? ofMonth(yearOf(from), month) : ofSeason(yearOf(from), season))
    if (!resolved) return []
    const span = { start: match.index, end: match.index + match[0].length }
    return [mention(text, span, { ...resolved, basis: 'nearest-date' }, 'date-pointer')]
  })

/** The dates of a text with its durations ("two weeks", as `P2W`) and the words that point to a date before. */
export const withDurations = (text: string, dates: readonly DateMention[]): readonly DateMention[] => {
  const cover = coverOf(dates)
  const more = [
    ...[...durationsIn(text), ...adjectivesIn(text), ...singlesIn(text)].map(one =>
      durationMention(text, dates, one),
    ),
    ...pointersIn(text, dates),
    ...namedPeriodsIn(text, dates),
  ].filter(one => !cover.touches(one))
  return [...dates, ...more].toSorted((a, b) => a.start - b.start)
}
