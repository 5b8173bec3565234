import { type Day, dayFrom, monthLength, monthName, parseDay } from '../../core/calendar/index.ts'

const MONTHS = Array.from({ length: 12 }, (_, i) => monthName(i + 1).toLowerCase())

/** The month a word begins: "Sept", "september", "Mar."; at least three letters. */
const monthIn = (word: string): number | undefined => {
  const folded = word.toLowerCase().replace(/\.$/, '')
  const index = folded.length >= 3 ? MONTHS.findIndex(month => month.startsWith(folded.slice(0, 9))) : -1
  return index < 0 ? (folded === 'sept' ? 9 : undefined) : index + 1
}

const dayOf = (year: number, month: number | undefined, number: number): Day | undefined =>
  month && year >= 1 && number >= 1 && number <= monthLength(year, month)
    ? dayFrom(year, month, number)
    : undefined

/** The day a person typed: `2025-03-06`, `6 March 2025`, `March 6, 2025` or `today`. Never a guess at 6/3/2025. */
export const typedDay = (typed: string, today: Day): Day | undefined => {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (text.toLowerCase() === 'today') return today
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]+\.?),? (\d{4})$/i.exec(text)
  if (dayFirst) return dayOf(+(dayFirst[3] ?? 0), monthIn(dayFirst[2] ?? ''), +(dayFirst[1] ?? 0))
  const monthFirst = /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text)
  if (monthFirst) return dayOf(+(monthFirst[3] ?? 0), monthIn(monthFirst[1] ?? ''), +(monthFirst[2] ?? 0))
  return parseDay(text)
}
