import {
  addDays,
  addMonths,
  type Day,
  dayFrom,
  daysBetween,
  lastOfMonth,
  monthLength,
  monthOf,
  weekday,
  yearOf,
} from '../calendar/index.ts'
import type { Relative, RelativeDate, StatedDate, Ymd } from './dateforms.ts'
import type { DateInterval, DatePrecision, DateValue } from './mention.ts'

/** What is known where a date stands: the day of the document, a dated year nearby, and the sentence around it. */
export interface DateContext {
  /** A day that the document's date contains; exact for `documentDay` only. */
  readonly near: Day | undefined
  readonly documentDay: Day | undefined
  /** The year of a date before it in the same sentence. */
  readonly sentenceYear: number | undefined
  /** The year of the last date with a year anywhere before it. */
  readonly textYear: number | undefined
  /** The clause around the date: what stands before it and what after. */
  readonly before: string
  readonly after: string
}

export type Resolved = Omit<DateValue, 'modifier' | 'basis'>

const two = (n: number): string => String(n).padStart(2, '0')

const exists = ({ year = 2000, month = 1, day = 1 }: Ymd): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)

const from = ({ year = 1, month = 1, day = 1 }: Ymd): Day => dayFrom(year, month, day)
const until = ({ year = 1, month, day }: Ymd): Day => {
  if (month === undefined) return dayFrom(year, 12, 31)
  return day === undefined ? lastOfMonth(dayFrom(year, month, 1)) : dayFrom(year, month, day)
}

const edtf = ({ year, month, day }: Ymd): string =>
  [year === undefined ? 'XXXX' : String(year).padStart(4, '0'), month && two(month), day && two(day)]
    .filter(part => part !== undefined)
    .join('-')

const precisionOf = ({ month, day }: Ymd): DatePrecision =>
  day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'

const isSame = (a: Ymd, b: Ymd): boolean => a.year === b.year && a.month === b.month && a.day === b.day

/** Meteorological seasons of the northern hemisphere; winter is the one that begins in the year. */
export const ofSeason = (year: number, season: number): Resolved => {
  const first = dayFrom(year, season * 3, 1)
  const last =
    season === 4 ? lastOfMonth(dayFrom(year + 1, 2, 1)) : lastOfMonth(dayFrom(year, season * 3 + 2, 1))
  return { interval: { from: first, until: last }, precision: 'season', edtf: `${year}-2${season}` }
}

/** A month of a year as a period. */
export const ofMonth = (year: number, month: number): Resolved | undefined =>
  ofDates({ year, month }, { year, month })

const ofDates = (first: Ymd, last: Ymd): Resolved | undefined => {
  if (!exists(first) || !exists(last)) return undefined
  if (isSame(first, last))
    return {
      interval: { from: from(first), until: until(first) },
      precision: precisionOf(first),
      edtf: edtf(first),
    }
  const interval = { from: from(first), until: until(last) }
  return interval.from <= interval.until
    ? { interval, precision: 'range', edtf: `${edtf(first)}/${edtf(last)}` }
    : undefined
}

const withoutYear = (first: Ymd, last: Ymd): Resolved | undefined => {
  if (!exists(first) || !exists(last)) return undefined
  const whole = isSame(first, last)
  return {
    interval: null,
    precision: whole ? precisionOf(first) : 'range',
    edtf: whole ? edtf(first) : `${edtf(first)}/${edtf(last)}`,
  }
}

const TENSE =
  /\b(?:(?<future>will|shall|would|likely|may|might|follows|opens|meets|upcoming|scheduled|planned|due|expected|expects|to be|next|ahead of|deadline|going to|plans?|intends?)|(?<past>was|were|had|said|says|did|began|took|met|held|told|wrote|went|came|left|won|made|gave|sent|became|[a-z]{3,}ed))\b/g

/** Whether the nearest verb after the date, or else before it, speaks of what is to come or of what has been. */
const tenseOf = ({ before, after }: DateContext): 'future' | 'past' | undefined => {
  if (/\b(?:by|until|till|no later than|starting|from) (?:early |mid-|late |the end of )?$/.test(before))
    return 'future'
  if (/\b(?:upcoming|forthcoming|coming) $|\bwill (?:not )?[^,;]{0,110}$/.test(before)) return 'future'
  if (/\b(?:meant|due|set|scheduled|expected|supposed|slated|about) to [^,;]{1,70}$/.test(before))
    return 'future'
  const [next] = (after.split(/\bthat\b/, 1)[0] ?? '').matchAll(TENSE)
  const near = next ?? [...before.matchAll(TENSE)].at(-1)
  return near?.groups?.future ? 'future' : near ? 'past' : undefined
}

const CLOSE = 21

/** The year that brings a day and month nearest to a day, as far as the tense of the sentence allows it. */
const yearNear = (date: Ymd, near: Day, context: DateContext): number | undefined => {
  const years = [yearOf(near) - 1, yearOf(near), yearOf(near) + 1].filter(year => exists({ ...date, year }))
  const distance = (year: number): number => daysBetween(near, dayFrom(year, date.month ?? 1, date.day ?? 15))
  const [closest] = years.toSorted((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))
  if (closest === undefined) return undefined
  const isFarAhead = distance(closest) > CLOSE
  return isFarAhead && tenseOf(context) === 'past' ? closest - 1 : closest
}

/** "on 12 March last year" */
const TOLD_YEAR = /^,? (?:of )?(last|this|next|the previous) year\b/

/** The dates with the year filled in, and what the year rests on; the range may run over New Year. */
const filled = (
  stated: StatedDate,
  context: DateContext,
): readonly [Ymd, Ymd, DateValue['basis']] | undefined => {
  const { near, sentenceYear, textYear } = context
  const told = near && TOLD_YEAR.exec(context.after)?.[1]
  if (near && told !== undefined) {
    const year = yearOf(near) + (/^(?:last|the previous)$/.test(told) ? -1 : told === 'next' ? 1 : 0)
    return [{ ...stated.first, year }, { ...stated.last, year }, 'document-date']
  }
  const year = sentenceYear ?? (near ? yearNear(stated.first, near, context) : textYear)
  if (year === undefined) return undefined
  const overNewYear = (stated.last.month ?? 0) < (stated.first.month ?? 0)
  const basis = sentenceYear === undefined && near ? 'document-date' : 'nearest-date'
  return [{ ...stated.first, year }, { ...stated.last, year: overNewYear ? year + 1 : year }, basis]
}

const valueOfStated = (stated: StatedDate, context: DateContext): DateValue | undefined => {
  const { first, last, season, decade, modifier } = stated
  if (!exists(first) || !exists(last)) return undefined
  const extra = modifier && { modifier }
  if (season && first.year !== undefined)
    return { ...ofSeason(first.year, season), basis: 'stated', ...extra }
  if (first.year !== undefined) {
    const resolved = ofDates(first, last)
    const short = decade && resolved ? { ...resolved, edtf: `${String(first.year).slice(0, 3)}X` } : resolved
    return short && { ...short, basis: 'stated', ...extra }
  }
  const [from, until, basis] = filled(stated, context) ?? []
  const resolved = from && until ? ofDates(from, until) : withoutYear(first, last)
  return resolved && { ...resolved, basis: basis ?? 'stated', ...extra }
}

const onDays = (interval: DateInterval, precision: DatePrecision): Resolved => ({
  interval,
  precision,
  edtf: interval.from === interval.until ? interval.from : `${interval.from}/${interval.until}`,
})

const monthStep = (day: Day, steps: number): Day => {
  const sum = addMonths(day, steps)
  return sum.is === 'exact' ? sum.day : sum.earlier
}

/** So many days, weeks, months or years from a day: the whole period that many steps away. */
export const bySteps = (
  unit: 'day' | 'week' | 'month' | 'year',
  steps: number,
  day: Day,
): Resolved | undefined => {
  if (unit === 'day') return onDays({ from: addDays(day, steps), until: addDays(day, steps) }, 'day')
  if (unit === 'week') {
    const monday = addDays(day, -((weekday(day) + 6) % 7) + 7 * steps)
    return onDays({ from: monday, until: addDays(monday, 6) }, 'week')
  }
  const there = monthStep(day, unit === 'month' ? steps : 12 * steps)
  const date = unit === 'month' ? { year: yearOf(there), month: monthOf(there) } : { year: yearOf(there) }
  return ofDates(date, date)
}

const WEEK = 7

/** The weekday last past, today included; or the next one where the sentence speaks of what is to come. */
const byWeekday = (
  relative: Extract<Relative, { unit: 'weekday' }>,
  day: Day,
  context: DateContext,
): Resolved => {
  const back = (weekday(day) - relative.weekday + WEEK) % WEEK
  const ahead = (relative.weekday - weekday(day) + WEEK) % WEEK
  const coming =
    relative.which === 'next' || (relative.which === 'near' && back !== 0 && tenseOf(context) === 'future')
  if (relative.which === 'this') {
    // The week runs from Monday.
    const there = addDays(day, ((relative.weekday + 6) % WEEK) - ((weekday(day) + 6) % WEEK))
    return onDays({ from: there, until: there }, 'day')
  }
  const steps = coming ? ahead || WEEK : relative.which === 'last' ? -(back || WEEK) : -back
  const there = addDays(day, steps)
  return onDays({ from: there, until: there }, 'day')
}

const byMonthName = (month: number, which: 'last' | 'this' | 'next', day: Day): Resolved | undefined => {
  const offset =
    which === 'last' && month >= monthOf(day) ? -1 : which === 'next' && month <= monthOf(day) ? 1 : 0
  const date = { year: yearOf(day) + offset, month }
  return ofDates(date, date)
}

/** Saturday and Sunday: the last before a day, those of its week, or of the next. */
const byWeekend = (which: 'last' | 'this' | 'next', day: Day): Resolved => {
  const ofWeek = addDays(day, 6 - ((weekday(day) + 6) % 7) - 1)
  const saturday = addDays(ofWeek, which === 'last' ? -WEEK : which === 'next' ? WEEK : 0)
  return onDays({ from: saturday, until: addDays(saturday, 1) }, 'range')
}

const bySeason = (season: 1 | 2 | 3 | 4, which: 'last' | 'this' | 'next', day: Day): Resolved => {
  const here = ofSeason(yearOf(day), season)
  const begun = here.interval !== null && here.interval.from <= day
  const ended = here.interval !== null && here.interval.until < day
  const offset = which === 'last' && !ended ? -1 : which === 'next' && begun ? 1 : 0
  return ofSeason(yearOf(day) + offset, season)
}

/** The same day of another year; of 29 February the day before. */
const onAnniversary = (years: number, day: Day): Resolved => {
  const there = monthStep(day, years * 12)
  return onDays({ from: there, until: there }, 'day')
}

const resolvedRelative = (relative: Relative, day: Day, context: DateContext): Resolved | undefined => {
  switch (relative.unit) {
    case 'weekday':
      return byWeekday(relative, day, context)
    case 'month-name':
      return byMonthName(relative.month, relative.which, day)
    case 'month-of-year':
      return ofMonth(yearOf(day) + relative.steps, relative.month)
    case 'anniversary':
      return onAnniversary(relative.years, addDays(day, relative.days))
    case 'weekend':
      return byWeekend(relative.which, day)
    case 'season':
      return bySeason(relative.season, relative.which, day)
    default:
      return bySteps(relative.unit, relative.steps, day)
  }
}

/** A date that counts from a day nobody has stated: its form alone is known. */
const openRelative = (relative: Relative): Resolved => {
  const open = (precision: DateValue['precision'], edtf: string): Resolved => ({
    interval: null,
    precision,
    edtf,
  })
  const anyDay = 'XXXX-XX-XX'
  switch (relative.unit) {
    case 'month-name':
    case 'month-of-year':
      return open('month', `XXXX-${two(relative.month)}`)
    case 'season':
      return open('season', `XXXX-${20 + relative.season}`)
    case 'month':
      return open('month', 'XXXX-XX')
    case 'year':
      return open('year', 'XXXX')
    case 'week':
      return open('week', `${anyDay}/${anyDay}`)
    case 'weekend':
      return open('range', `${anyDay}/${anyDay}`)
    default:
      return open('day', anyDay)
  }
}

const valueOfRelative = (
  { relative, modifier }: RelativeDate,
  context: DateContext,
): DateValue | undefined => {
  const { documentDay } = context
  const resolved = documentDay ? resolvedRelative(relative, documentDay, context) : openRelative(relative)
  const basis = documentDay ? 'document-date' : 'stated'
  return resolved && { ...resolved, basis, ...(modifier && { modifier }) }
}

/** The value of a date where it stands; `undefined` for a day that does not exist. What nothing fixes has no interval. */
export const dateValueOf = (found: StatedDate | RelativeDate, context: DateContext): DateValue | undefined =>
  'relative' in found ? valueOfRelative(found, context) : valueOfStated(found, context)

/** The value of a date whose words give the year, without any context. */
export const plainValue = (stated: StatedDate): DateValue | undefined =>
  stated.first.year === undefined ? undefined : valueOfStated(stated, NO_CONTEXT)

const NO_CONTEXT: DateContext = {
  near: undefined,
  documentDay: undefined,
  sentenceYear: undefined,
  textYear: undefined,
  before: '',
  after: '',
}

/** A day inside an interval that stands for it in sums: the day itself, or near its middle. */
export const middleOf = ({ from, until }: DateInterval): Day =>
  addDays(from, Math.floor(daysBetween(from, until) / 2))
