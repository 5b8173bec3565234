import { addDays, type Day, dayFrom, daysBetween, yearOf } from '../../core/calendar/index.ts'
import type { TimelinesAnswer, TreatyCard } from '../ask/answers.ts'

/** The days a time line runs over. */
export interface Scale {
  readonly first: Day
  readonly last: Day
  readonly length: number
}

const earliest = (days: readonly Day[]): Day | undefined => [...days].sort()[0]
const latest = (days: readonly Day[]): Day | undefined => [...days].sort().at(-1)

/** From shortly before the first act to today, or to the last day on which something is known to change. */
export const scaleOf = (card: TreatyCard, { from, today, states, acts }: TimelinesAnswer): Scale => {
  const changes = states.flatMap(line => line.segments.flatMap(segment => segment.from ?? []))
  const coming = changes.filter(day => day > today && day < addDays(today, 1500))
  const begun = [from, card.adopted, card.opened ?? card.adopted, ...acts.slice(0, 1).map(act => act.day)]
  const first = addDays(earliest(begun) ?? from, -60)
  const last = addDays(latest([today, ...coming]) ?? today, 30)
  return { first, last, length: daysBetween(first, last) }
}

/** Where a day lies on the line, from 0 to 1; days outside are at its ends. */
export const partOf = ({ first, length }: Scale, day: Day): number =>
  Math.min(1, Math.max(0, daysBetween(first, day) / length))

const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50]

/** The years that are written under the line: few enough to be read. */
export const yearsOn = (scale: Scale, atMost: number): readonly { year: number; part: number }[] => {
  const begin = yearOf(scale.first) + 1
  const count = yearOf(scale.last) - begin + 1
  const step = YEAR_STEPS.find(n => count / n <= atMost) ?? 100
  const firstYear = Math.ceil(begin / step) * step
  const years = Array.from({ length: Math.max(0, Math.floor((yearOf(scale.last) - firstYear) / step) + 1) })
  return years.map((_, i) => {
    const year = firstYear + i * step
    return { year, part: partOf(scale, dayFrom(year, 1, 1)) }
  })
}

/** The same day of another year; 29 February becomes 28. */
export const yearsLater = (day: Day, years: number): Day => {
  const year = Math.min(9999, Math.max(1, yearOf(day) + years))
  const [, month = '01', number = '01'] = day.split('-')
  return dayFrom(year, +month, month === '02' && number === '29' ? 28 : +number)
}
