import {
  addDays,
  type Day,
  dayFrom,
  dayOfMonth,
  firstOfMonth,
  isDay,
  monthLength,
  monthOf,
  yearOf,
} from './day.ts'

/**
 * The result of a sum of months or years. When the day number does not exist in the month reached, no treaty
 * says which day is meant: both candidates are kept, `earlier` the last day of that month, `later` the first of
 * the next.
 */
export type DateSum =
  | { readonly is: 'exact'; readonly day: Day }
  | { readonly is: 'ambiguous'; readonly earlier: Day; readonly later: Day }

const exact = (day: Day): DateSum => ({ is: 'exact', day })

/** The month `n` months after the month of `d`, as year and month counted from 1. */
const monthAfter = (d: Day, n: number): { year: number; month: number } => {
  const months = yearOf(d) * 12 + monthOf(d) - 1 + n
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 }
}

/** The same day number `n` months on (CCM art. 20(3), TPNW art. 17(3)); ambiguous when that day does not exist. */
export const addMonths = (d: Day, n: number): DateSum => {
  const { year, month } = monthAfter(d, n)
  const length = monthLength(year, month)
  if (dayOfMonth(d) <= length) return exact(dayFrom(year, month, dayOfMonth(d)))
  const earlier = dayFrom(year, month, length)
  return { is: 'ambiguous', earlier, later: addDays(earlier, 1) }
}

/** The same day `n` years on (CCM arts 3(2), 4(1)); ambiguous on 29 February only. */
export const addYears = (d: Day, n: number): DateSum => addMonths(d, 12 * n)

/**
 * Day 1 of the n-th month after the month of `d` (CCM art. 17, APMBC art. 17). The months are counted from the
 * month of the deposit: 24 March binds on 1 September.
 */
export const firstOfNthMonthAfter = (d: Day, n: number): Day => {
  const { year, month } = monthAfter(firstOfMonth(d), n)
  return dayFrom(year, month, 1)
}

/** The first `MM-DD` strictly after `d` (the 30 April of CCM art. 7(2)); 29 February waits for a leap year. */
export const firstAnnualAfter = (d: Day, monthAndDay: string): Day => {
  for (let year = yearOf(d); year <= yearOf(d) + 8; year++) {
    const text = `${String(year).padStart(4, '0')}-${monthAndDay}`
    if (isDay(text) && text > d) return text
  }
  throw new Error(`Cannot read "${monthAndDay}" as a month and day: expected MM-DD, for example 04-30`)
}

/** The operators by which treaties reach one date from another, as a treaty pack declares them. */
export type Operation =
  | { readonly op: 'firstOfNthMonthAfter'; readonly n: number }
  | { readonly op: 'addMonths'; readonly n: number }
  | { readonly op: 'addYears'; readonly n: number }
  | { readonly op: 'addDays'; readonly n: number }
  | { readonly op: 'onDate' }

export const OPERATORS = ['firstOfNthMonthAfter', 'addMonths', 'addYears', 'addDays', 'onDate'] as const

/** Carries out a declared operation on a day. */
export const apply = (operation: Operation, d: Day): DateSum => {
  switch (operation.op) {
    case 'firstOfNthMonthAfter':
      return exact(firstOfNthMonthAfter(d, operation.n))
    case 'addMonths':
      return addMonths(d, operation.n)
    case 'addYears':
      return addYears(d, operation.n)
    case 'addDays':
      return exact(addDays(d, operation.n))
    case 'onDate':
      return exact(d)
  }
}

const ORDINALS = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** The operation in words, to follow "on" or "is": `the first day of the sixth month after`. */
export const operationInWords = (operation: Operation): string => {
  switch (operation.op) {
    case 'firstOfNthMonthAfter':
      return `the first day of the ${ORDINALS[operation.n] ?? `${operation.n}th`} month after`
    case 'addMonths':
      return `${operation.n} months after`
    case 'addYears':
      return `${operation.n} ${operation.n === 1 ? 'year' : 'years'} after`
    case 'addDays':
      return `${operation.n} days after`
    case 'onDate':
      return 'the day of'
  }
}

/** The one or two days a sum may mean, earlier first. */
export const candidates = (sum: DateSum): readonly Day[] =>
  sum.is === 'exact' ? [sum.day] : [sum.earlier, sum.later]
