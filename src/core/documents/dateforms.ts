import type { Span } from '../evidence/index.ts'
import type { DateModifier } from './mention.ts'
import { UNITS } from './numbers.ts'
import { SPELLED_FIRST, spelledDate } from './spelled.ts'

/** A day, month or year as far as the words give it. */
export interface Ymd {
  readonly year?: number
  readonly month?: number
  readonly day?: number
}

/** A date as it stands in a text, before the year that it may lack is known. */
export interface StatedDate extends Span {
  readonly first: Ymd
  /** The same as `first` unless the words name a range. */
  readonly last: Ymd
  readonly season?: 1 | 2 | 3 | 4
  readonly decade?: true
  readonly modifier?: DateModifier
  readonly form: string
  /** "15 September of that year": the year is the one spoken of before. */
  readonly pointsBack?: true
}

/** Words that point from the document's day: "last week", "Friday", "two years ago". */
export interface RelativeDate extends Span {
  readonly relative: Relative
  readonly form: string
  readonly modifier?: DateModifier
}

/** How far from the document's day relative words point. */
export type Relative =
  | { readonly unit: 'day' | 'week' | 'month' | 'year'; readonly steps: number }
  | { readonly unit: 'weekday'; readonly weekday: number; readonly which: 'last' | 'this' | 'next' | 'near' }
  | { readonly unit: 'month-of-year'; readonly month: number; readonly steps: number }
  /** "Ten years ago today": so many years from a day near the document's. */
  | { readonly unit: 'anniversary'; readonly years: number; readonly days: number }
  | { readonly unit: 'weekend'; readonly which: 'last' | 'this' | 'next' }
  | { readonly unit: 'month-name'; readonly month: number; readonly which: 'last' | 'this' | 'next' }
  | { readonly unit: 'season'; readonly season: 1 | 2 | 3 | 4; readonly which: 'last' | 'this' | 'next' }

/** A date in a text, with or without a day to count from. */
export type FoundDate = StatedDate | RelativeDate

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const seasonNumber = (name: string): 1 | 2 | 3 | 4 => {
  const index = SEASONS.indexOf(name.toLowerCase().replace('fall', 'autumn'))
  return index === 0 ? 1 : index === 1 ? 2 : index === 2 ? 3 : 4
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const GAP = '(?:[ \\t\\u00a0\\u2009\\u202f]+|[ \\t]*\\r?\\n[ \\t]*)'
const COMMA = `(?:,${GAP}?|${GAP})`
const DASH = `(?:${GAP}?[-‐‑–—]${GAP}?|${GAP}(?:to|and|until|through|till)${GAP})`
/** Between whole dates "and" makes a range only after "between"; else they are two dates. */
const FAR_DASH = `(?:${GAP}?[-‐‑–—]${GAP}?|${GAP}(?:to|until|through|till)${GAP}|(?<=[Bb]etween [^.;\\n]{0,30})${GAP}and${GAP})`
const FULL = 'January|February|March|April|May|June|July|August|September|October|November|December'
const SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec'
const MONTH = `(?:${FULL}|${FULL.toUpperCase()}|(?:${SHORT}|${SHORT.toUpperCase()})\\.?(?!\\p{L}))`
const DAY = '(\\d{1,2})(?!\\d)(?:st|nd|rd|th|ST|ND|RD|TH)?'
const YEAR = '((?:1[5-9]|20)\\d{2})(?![\\d])'

const sticky = (source: string): RegExp => new RegExp(source, 'yu')

/** A form of dates: a sticky expression that begins at a word, and how its groups are read. */
export interface DateForm<R> {
  readonly name: string
  readonly pattern: RegExp
  readonly read: (match: RegExpExecArray) => R | undefined
}

type Form = DateForm<Omit<StatedDate, 'start' | 'end' | 'form'>>
type Read = Form['read']

const num = (text: string | undefined): number | undefined => (text === undefined ? undefined : +text)
const ymd = (year: number | undefined, month?: number, day?: number): Ymd => ({
  ...(year !== undefined && { year }),
  ...(month !== undefined && { month }),
  ...(day !== undefined && { day }),
})
const one = (date: Ymd): ReturnType<Read> => ({ first: date, last: date })

const DATE_TIME_GROUP: Form = {
  name: 'date-time-group',
  pattern: sticky(
    `(\\d{2})\\d{4}Z${GAP}(${SHORT.toUpperCase().replace('SEPT|', '')}|MAY)${GAP}(\\d{4}|\\d{2})(?!\\d)`,
  ),
  read: ([, day, month = '', year = '']) =>
    one(ymd(year.length === 4 ? +year : +year + (+year > 65 ? 1900 : 2000), monthNumber(month), num(day))),
}

const ISO: Form = {
  name: 'iso',
  pattern: sticky(`${YEAR}-(\\d{2})-(\\d{2})(?![\\d-])`),
  read: ([, year, month, day]) => one(ymd(num(year), num(month), num(day))),
}

const DAY_TO_DAY: Form = {
  name: 'day-month-to-day-month',
  pattern: sticky(
    `${DAY}${GAP}(${MONTH})(?:${COMMA}${YEAR})?${FAR_DASH}${DAY}${GAP}(${MONTH})(?:${COMMA}${YEAR})?`,
  ),
  read: ([, day, month = '', year, lastDay, lastMonth = '', lastYear]) => {
    const to = num(lastYear)
    return {
      first: ymd(num(year) ?? to, monthNumber(month), num(day)),
      last: ymd(to ?? num(year), monthNumber(lastMonth), num(lastDay)),
    }
  },
}

const DAY_MONTH: Form = {
  name: 'day-month-year',
  pattern: sticky(`${DAY}(?:${DASH}${DAY})?${GAP}(?:day${GAP})?(?:of${GAP})?(${MONTH})(?:${COMMA}${YEAR})?`),
  read: ([, day, lastDay, month = '', year]) => ({
    first: ymd(num(year), monthNumber(month), num(day)),
    last: ymd(num(year), monthNumber(month), num(lastDay ?? day)),
  }),
}

/** Day and month are told apart by a number above 12, by being equal, or by points, which only day-first uses. */
const NUMERIC: Form = {
  name: 'numeric',
  pattern: sticky(`(\\d{1,2})([./])(\\d{1,2})\\2${YEAR}`),
  read: ([, a = '', mark, b = '', year]) => {
    const dayFirst = mark === '.' || +a > 12
    if (!dayFirst && +b <= 12 && a !== b) return undefined
    return one(dayFirst ? ymd(num(year), +b, +a) : ymd(num(year), +a, +b))
  },
}

const MONTH_DAY: Form = {
  name: 'month-day-year',
  pattern: sticky(
    `(${MONTH})${GAP}${DAY}(?:(?:${FAR_DASH}(${MONTH})${GAP}|${DASH})${DAY})?(?:${COMMA}${YEAR})?`,
  ),
  read: ([, month = '', day, lastMonth, lastDay, year]) => ({
    first: ymd(num(year), monthNumber(month), num(day)),
    last: ymd(num(year), monthNumber(lastMonth ?? month), num(lastDay ?? day)),
  }),
}

const MONTH_TO_MONTH: Form = {
  name: 'month-to-month-year',
  pattern: sticky(`(${MONTH})(?:${COMMA}${YEAR})?${FAR_DASH}(${MONTH})${COMMA}${YEAR}`),
  read: ([, month = '', year, lastMonth = '', lastYear]) => ({
    first: ymd(num(year ?? lastYear), monthNumber(month)),
    last: ymd(num(lastYear), monthNumber(lastMonth)),
  }),
}

const MONTH_YEAR: Form = {
  name: 'month-year',
  pattern: sticky(`(${MONTH})(?:${COMMA}|${GAP}of${GAP})${YEAR}`),
  read: ([, month = '', year]) => one(ymd(num(year), monthNumber(month))),
}

const MONTH_ALONE: Form = {
  name: 'month',
  pattern: sticky(`(${FULL}|${FULL.toUpperCase()})(?![\\p{L}\\p{N}])`),
  read: ([, month = '']) => one(ymd(undefined, monthNumber(month))),
}

const SEASON_YEAR: Form = {
  name: 'season-year',
  pattern: sticky(
    `([Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:,?${GAP})(?:of${GAP})?${YEAR}(?:[-–/]\\d{2}(?!\\d))?`,
  ),
  read: ([, season = '', year]) => ({
    ...(one(ymd(num(year))) ?? { first: {}, last: {} }),
    season: seasonNumber(season),
  }),
}

/** "the first half of 2014" */
const HALF_YEAR: Form = {
  name: 'half-year',
  pattern: sticky(`([Ff]irst|[Ss]econd|[Ll]atter)${GAP}half${GAP}of${GAP}${YEAR}`),
  read: ([, half = '', year]) => {
    const first = half.toLowerCase() === 'first' ? 1 : 7
    return { first: ymd(num(year), first), last: ymd(num(year), first + 5) }
  },
}

const PLAIN_YEAR = '((?:19|20)\\d{2})'
const YEAR_TO_YEAR: Form = {
  name: 'year-to-year',
  pattern: sticky(
    `${PLAIN_YEAR}(?:[-‐‑–—/]|${GAP}?[–—]${GAP}?|${GAP}(?:to|until|through)${GAP}|(?<=[Bb]etween \\d{4})${GAP}and${GAP})(${PLAIN_YEAR.slice(1, -1)}|\\d{2})(?![\\d\\p{L}%-])`,
  ),
  read: ([, from = '', until = '']) => {
    const last = until.length === 4 ? +until : +(from.slice(0, 2) + until)
    return last > +from && last - +from < 200 ? { first: ymd(+from), last: ymd(last) } : undefined
  },
}
const DECADE: Form = {
  name: 'decade',
  pattern: sticky("((?:19|20)\\d0)['’]?s(?![\\p{L}\\p{N}])"),
  read: ([, year = '']) => ({ first: ymd(+year), last: ymd(+year + 9), decade: true }),
}
const YEAR_ALONE: Form = {
  name: 'year',
  pattern: sticky(`${PLAIN_YEAR}(?![\\d\\p{L}])`),
  read: ([, year = '']) => one(ymd(+year)),
}

const AFTER_DIGIT: readonly Form[] = [
  DATE_TIME_GROUP,
  ISO,
  DAY_TO_DAY,
  DAY_MONTH,
  NUMERIC,
  YEAR_TO_YEAR,
  DECADE,
  YEAR_ALONE,
]
const AFTER_MONTH: readonly Form[] = [MONTH_DAY, MONTH_TO_MONTH, MONTH_YEAR, MONTH_ALONE]

/** The first of some forms that matches at a place. */
export const readWith = <R extends object>(
  forms: readonly DateForm<R>[],
  text: string,
  start: number,
): (R & { start: number; end: number; form: string }) | undefined => {
  for (const { name, pattern, read } of forms) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    const value = match ? read(match) : undefined
    if (match && value) return { ...value, start, end: start + match[0].length, form: name }
  }
  return undefined
}

const STEPS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
}
const RELATIVE = sticky(
  `([Ll]ast|[Tt]his|[Cc]urrent|[Nn]ext|[Cc]oming)${GAP}(weekend|week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|${FULL}|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(?![\\p{L}\\p{N}])`,
)
const AGO = sticky(
  `(an?|[A-Za-z]{1,12}|\\d{1,3})${GAP}(day|week|fortnight|month|year|decade)s?${GAP}ago(?!\\p{L})`,
)
const WEEKDAY = sticky(
  '(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)(?![\\p{L}\\p{N}])(?: (?:morning|afternoon|evening|night)(?!\\p{L}))?',
)
const MONTH_OF_YEAR = sticky(`(${FULL})${GAP}(?:of${GAP})?(last|this|next)${GAP}year(?![\\p{L}\\p{N}])`)
const NEAR_DAY: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 }

const whichOf = (steps: number): 'last' | 'this' | 'next' =>
  steps < 0 ? 'last' : steps > 0 ? 'next' : 'this'

const relativeOf = (steps: number, unit: string): Relative => {
  const lower = unit.toLowerCase()
  if (/^(?:morning|afternoon|evening)$/.test(lower)) return { unit: 'day', steps }
  if (lower === 'week' || lower === 'month' || lower === 'year') return { unit: lower, steps }
  if (lower === 'weekend') return { unit: 'weekend', which: whichOf(steps) }
  const weekday = WEEKDAYS.indexOf(lower)
  if (weekday >= 0) return { unit: 'weekday', weekday, which: whichOf(steps) }
  const season = SEASONS.includes(lower) || lower === 'fall'
  return season
    ? { unit: 'season', season: seasonNumber(lower), which: whichOf(steps) }
    : { unit: 'month-name', month: monthNumber(lower), which: whichOf(steps) }
}

const matchAt = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start
  return pattern.exec(text)
}

const readRelative = (text: string, start: number): RelativeDate | undefined => {
  const match = matchAt(RELATIVE, text, start)
  if (!match) return undefined
  const [whole, direction = '', unit = ''] = match
  const relative = relativeOf(STEPS[direction.toLowerCase()] ?? 0, unit)
  return { start, end: start + whole.length, relative, form: `relative-${relative.unit}` }
}

const ON_DAY = sticky('[ \\u00a0\\n]{1,3}(today|yesterday|tomorrow)(?!\\p{L})')

/** "25 years ago tomorrow" */
const onDay = (text: string, ago: RelativeDate): RelativeDate => {
  const { relative } = ago
  const match = relative.unit === 'year' ? matchAt(ON_DAY, text, ago.end) : null
  if (!match || relative.unit !== 'year') return ago
  const days = NEAR_DAY[match[1] ?? ''] ?? 0
  return {
    ...ago,
    end: ago.end + match[0].length,
    relative: { unit: 'anniversary', years: relative.steps, days },
    form: 'relative-day',
  }
}

const readAgo = (text: string, start: number): RelativeDate | undefined => {
  const match = matchAt(AGO, text, start)
  const [whole = '', count = '', unit = ''] = match ?? []
  const number = /^an?$/i.test(count) ? 1 : /^\d/.test(count) ? +count : UNITS.indexOf(count.toLowerCase())
  if (!match || number < 1) return undefined
  const [own, times]: readonly [string, number] =
    unit === 'decade' ? ['year', 10] : unit === 'fortnight' ? ['week', 2] : [unit, 1]
  const relative: Relative = { unit: own as 'day' | 'week' | 'month' | 'year', steps: -number * times }
  return onDay(text, { start, end: start + whole.length, relative, form: 'relative-ago' })
}

const BARE_SEASON = sticky(
  `[Tt]he${GAP}(?:(spring|summer|autumn|winter)(?!${GAP}of|,?${GAP}\\d|[-’']|${GAP}(?:camp|school|games|olympics|session)))(?!\\p{L})`,
)

/** "by the summer", "in the autumn": the season of the document's year. */
const readSeason = (text: string, start: number): FoundDate | undefined => {
  const match = matchAt(BARE_SEASON, text, start)
  if (!match) return undefined
  const relative: Relative = { unit: 'season', season: seasonNumber(match[1] ?? ''), which: 'this' }
  return { start, end: start + match[0].length, relative, form: 'relative-season' }
}

const readWeekday = (text: string, start: number): RelativeDate | undefined => {
  const match = matchAt(WEEKDAY, text, start)
  if (!match) return undefined
  const weekday = WEEKDAYS.indexOf((match[1] ?? '').toLowerCase())
  return {
    start,
    end: start + match[0].length,
    relative: { unit: 'weekday', weekday, which: 'near' },
    form: 'weekday',
  }
}

const YEAR_IN_MONTH = sticky(`([Ll]ast|[Tt]his|[Nn]ext)${GAP}year${GAP}in${GAP}(${FULL})(?![\\p{L}\\p{N}])`)

/** "last year in March" */
const readYearInMonth = (text: string, start: number): RelativeDate | undefined => {
  const match = matchAt(YEAR_IN_MONTH, text, start)
  if (!match) return undefined
  const [whole, which = '', month = ''] = match
  const steps = STEPS[which.toLowerCase()] ?? 0
  const relative: Relative = { unit: 'month-of-year', month: monthNumber(month), steps }
  return { start, end: start + whole.length, relative, form: 'relative-month-name' }
}

/** "July last year": a month of the year before, of or after the document's. */
const readMonthOfYear = (text: string, start: number): RelativeDate | undefined => {
  const match = matchAt(MONTH_OF_YEAR, text, start)
  if (!match) return undefined
  const [whole, month = '', which = ''] = match
  const relative: Relative = { unit: 'month-of-year', month: monthNumber(month), steps: STEPS[which] ?? 0 }
  return { start, end: start + whole.length, relative, form: 'relative-month-name' }
}

/** "this thirtieth day of May, two thousand and eight". */
const readSpelled = (text: string, start: number): StatedDate | undefined => {
  const found = spelledDate(text, start)
  if (!found) return undefined
  const date = ymd(found.year, found.month, found.day)
  return { first: date, last: date, start, end: start + found.length, form: 'spelled' }
}

const BEYOND = sticky(`[Tt]he${GAP}day${GAP}(before${GAP}yesterday|after${GAP}tomorrow)(?!\\p{L})`)

/** "the day before yesterday", "the day after tomorrow". */
const readBeyond = (text: string, start: number): RelativeDate | undefined => {
  const match = matchAt(BEYOND, text, start)
  if (!match) return undefined
  const steps = match[1]?.startsWith('before') ? -2 : 2
  return { start, end: start + match[0].length, relative: { unit: 'day', steps }, form: 'relative-day' }
}

type Reader = (text: string, start: number) => FoundDate | undefined

const READERS = new Map<string, Reader>()
for (const month of `${FULL}|${SHORT}`.split('|'))
  READERS.set(
    month.toLowerCase(),
    (text, start) => readMonthOfYear(text, start) ?? readWith(AFTER_MONTH, text, start),
  )
for (const season of [...SEASONS, 'fall'])
  READERS.set(season, (text, start) => readWith([SEASON_YEAR], text, start))
for (const weekday of WEEKDAYS) READERS.set(weekday, readWeekday)
for (const word of Object.keys(STEPS))
  READERS.set(word, (text, start) => readYearInMonth(text, start) ?? readRelative(text, start))
for (const [word, steps] of Object.entries(NEAR_DAY))
  READERS.set(word, (_, start) => ({
    start,
    end: start + word.length,
    relative: { unit: 'day', steps },
    form: 'relative-day',
  }))
for (const count of [...UNITS.slice(1), 'a', 'an']) READERS.set(count, readAgo)
for (const word of SPELLED_FIRST) READERS.set(word, readSpelled)
for (const half of ['first', 'second', 'latter']) {
  const spelled = READERS.get(half)
  READERS.set(half, (text, start) => readWith([HALF_YEAR], text, start) ?? spelled?.(text, start))
}
READERS.set(
  'the',
  (text, start) => readSpelled(text, start) ?? readBeyond(text, start) ?? readSeason(text, start),
)

const readDigits: Reader = (text, start) => readWith(AFTER_DIGIT, text, start) ?? readAgo(text, start)

/** The date that begins at a word, if one does; `key` is the word in lower case. */
export const dateAt = (text: string, start: number, key: string): FoundDate | undefined => {
  const first = key.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return readDigits(text, start)
  return READERS.get(key)?.(text, start)
}
