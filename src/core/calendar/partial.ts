import { type Day, dayFrom, inWords, isDay, lastOfMonth, monthName, monthOf, yearOf } from './day.ts'

/**
 * A day known exactly, or only to the month or year. `earliest` and `latest` are both inclusive; `text` is the
 * date as its source gives it (EDTF level 0: `2025`, `2025-07`, `2025-07-18`, or an interval `a/b` of these).
 */
export interface PartialDay {
  readonly text: string
  readonly earliest: Day
  readonly latest: Day
}

const ofYear = (text: string): PartialDay | undefined =>
  +text >= 1 ? { text, earliest: dayFrom(+text, 1, 1), latest: dayFrom(+text, 12, 31) } : undefined

const ofMonth = (text: string): PartialDay | undefined => {
  const first = `${text}-01`
  return isDay(first) ? { text, earliest: first, latest: lastOfMonth(first) } : undefined
}

const ofInterval = (text: string): PartialDay | undefined => {
  const [from, until, ...rest] = text.split('/').map(parsePartialDay)
  if (!from || !until || rest.length > 0 || from.earliest > until.latest) return undefined
  return { text, earliest: from.earliest, latest: until.latest }
}

/** Reads a partial day; `undefined` when the text is none, or names a day that does not exist. */
export const parsePartialDay = (text: string): PartialDay | undefined => {
  if (isDay(text)) return onDay(text)
  if (text.includes('/')) return ofInterval(text)
  if (/^\d{4}$/.test(text)) return ofYear(text)
  return /^\d{4}-\d{2}$/.test(text) ? ofMonth(text) : undefined
}

/** The partial day that is known exactly. */
export const onDay = (day: Day): PartialDay => ({ text: day, earliest: day, latest: day })

export const isExact = (partial: PartialDay): boolean => partial.earliest === partial.latest

/** Whether `day` lies inside the interval, both ends included. */
export const mayBe = (partial: PartialDay, day: Day): boolean =>
  partial.earliest <= day && day <= partial.latest

/** The date as people write it: `18 July 2025`, `July 2025`, `2025`. */
export const partialInWords = (partial: PartialDay): string => {
  if (isExact(partial)) return inWords(partial.earliest)
  if (/^\d{4}-\d{2}$/.test(partial.text))
    return `${monthName(monthOf(partial.earliest))} ${yearOf(partial.earliest)}`
  if (/^\d{4}$/.test(partial.text)) return partial.text
  return `${inWords(partial.earliest)} to ${inWords(partial.latest)}`
}
