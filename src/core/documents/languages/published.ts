import type { DateHit } from '../dates.ts'
import type { Line } from '../lines.ts'
import type { Published } from '../reading.ts'
import { plainValue } from '../resolve.ts'

const NEAR_TOP = 6
const PLACE = 32

/** After the date of a dateline. */
const AFTER = /^\)?,?\s{0,2}(?:[—–-]|$|电|讯|\/)/u
const BEFORE = /^[^.!?؟。:;]*$/u

/** Whether a date stands alone on its line, or opens a report after the name of a place. */
const isDateline = ({ text, start }: Line, date: DateHit['found']): boolean => {
  const before = text.slice(0, date.start - start)
  const after = text.slice(date.end - start)
  return before.length <= PLACE && BEFORE.test(before) && AFTER.test(after)
}

/** The day that the first lines of a text state as its own, by the forms of its language. */
export const localPublished = (lines: readonly Line[], hits: readonly DateHit[]): Published | undefined => {
  for (const line of lines.filter(({ text }) => text.trim() !== '').slice(0, NEAR_TOP))
    for (const { found } of hits) {
      if (found.start >= line.end || 'relative' in found) break
      if (found.start < line.start || !isDateline(line, found)) continue
      const value = plainValue(found)
      if (value?.precision !== 'day') continue
      const { edtf, interval } = value
      return { value: edtf, basis: 'stated', interval, start: found.start, end: found.end }
    }
  return undefined
}
