/**
 * A calendar day without time zone, as ISO text `YYYY-MM-DD` (years 0001 to 9999, proleptic Gregorian).
 * Text order is time order, so days are compared with `<` and `===`.
 */
export type Day = string & { readonly __brand: 'Day' }

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The number of days in a month; `month` counts from 1. */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)

/** The number written in digits at a place of a text; NaN when something else stands there. */
const digitsAt = (text: string, start: number, end: number): number => {
  let value = 0
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Whether `text` is a day that exists. */
export const isDay = (text: string): text is Day => {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false
  const year = digitsAt(text, 0, 4)
  const month = digitsAt(text, 5, 7)
  const dayNumber = digitsAt(text, 8, 10)
  return year >= 1 && month >= 1 && month <= 12 && dayNumber >= 1 && dayNumber <= monthLength(year, month)
}

/** The day that `text` writes, or `undefined` when there is no such day. */
export const parseDay = (text: string): Day | undefined => (isDay(text) ? text : undefined)

/** The day that `text` writes. Throws on anything else: for days that the program itself writes. */
export const day = (text: string): Day => {
  if (isDay(text)) return text
  throw new Error(`Cannot read "${text}" as a day: expected YYYY-MM-DD, for example 2010-08-01`)
}

export const yearOf = (d: Day): number => +d.slice(0, 4)
export const monthOf = (d: Day): number => +d.slice(5, 7)
export const dayOfMonth = (d: Day): number => +d.slice(8, 10)

/** A sum of days, months or years that leaves the years 1 to 9999. */
export class BeyondCalendar extends Error {
  constructor(year: number) {
    super(`That leads to the year ${year}, beyond the calendar.`)
  }
}

const digits = (n: number, width: number): string => String(n).padStart(width, '0')

/** The day with these numbers, which must exist. Throws `BeyondCalendar` outside the years 1 to 9999. */
export const dayFrom = (year: number, month: number, dayNumber: number): Day => {
  if (year < 1 || year > 9999) throw new BeyondCalendar(year)
  return day(`${digits(year, 4)}-${digits(month, 2)}-${digits(dayNumber, 2)}`)
}

export const firstOfMonth = (d: Day): Day => dayFrom(yearOf(d), monthOf(d), 1)
export const lastOfMonth = (d: Day): Day => dayFrom(yearOf(d), monthOf(d), monthLength(yearOf(d), monthOf(d)))

/** Days since 1 March of year 0; the year begins in March so that the leap day comes last. */
const countOf = (d: Day): number => {
  const month = monthOf(d)
  const year = yearOf(d) - (month <= 2 ? 1 : 0)
  const monthFromMarch = (month + 9) % 12
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth(d) - 1
}

const DAYS_IN_400_YEARS = 146_097

const fromCount = (count: number): Day => {
  const era = Math.floor(count / DAYS_IN_400_YEARS)
  const dayOfEra = count - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return dayFrom(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)
}

/** The number of days from `from` to `until`; negative when `until` is the earlier. */
export const daysBetween = (from: Day, until: Day): number => countOf(until) - countOf(from)

/** The day `n` days after `d`; `d` itself is day 0 (CCM arts 7(1), 8(2), 13). */
export const addDays = (d: Day, n: number): Day => fromCount(countOf(d) + n)

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (d: Day): number => (countOf(d) + 3) % 7

export const earlierOf = (a: Day, b: Day): Day => (a <= b ? a : b)
export const laterOf = (a: Day, b: Day): Day => (a >= b ? a : b)

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The day as people write it: `6 March 2025`. */
export const inWords = (d: Day): string =>
  `${dayOfMonth(d)} ${MONTH_NAMES[monthOf(d) - 1] ?? ''} ${yearOf(d)}`

export const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? ''
