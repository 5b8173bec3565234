import { type Day, parseDay } from '../../calendar/index.ts'
import type { Span } from '../../evidence/index.ts'
import type { Line } from '../lines.ts'
import type { CableHeader } from './outline.ts'

/** The number under which an archive keeps a cable: "03THEHAGUE2204", "1976GENEVA06128_b". */
const NUMBER = /(?<![A-Z\d])(?:19|20)?\d{2}[A-Z]{3,20}\d{2,6}(?:_[a-z])?(?![A-Z\d])/
/** A field of an archive's record of a cable. */
const RECORD =
  /^(?:id: \d{1,8}|[Cc]able dated:.{0,40}|-+ header ends -+|(?:date|refid|origin|classification|destination|header): {0,3}.{0,200})$/
const ROW =
  /^"?\d{1,7}(?: {1,3}|%colseparator%|"[,;]")\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}(?: {1,3}|%colseparator%|"[,;]")\d{2,4}[A-Z]{3,}\d/i

/** Whether a line above a cable is of the record by which an archive keeps it. */
export const isRecordLine = (text: string): boolean =>
  text.length <= 400 && (RECORD.test(text) || ROW.test(text))

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

const monthOf = (name = ''): string => String(MONTHS.indexOf(name.toLowerCase()) + 1)

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})/d
const AMERICAN = /(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})/d
const NAMED = /(?<!\d)(\d{4}) (\p{Lu}\p{Ll}{2,8}) (\d{1,2}), (\d{2}):(\d{2})/du

/** As a paper prints it right above a cable: "Tuesday, 18 November 2008, 15:02". */
const PRINTED = /^\p{Lu}\p{Ll}{5,8}, (\d{1,2}) (\p{Lu}\p{Ll}{2,8}) (\d{4}), (\d{1,2}):(\d{2})$/du

const REACH = 80

/** The minute at which a message was sent, as the record of an archive above it gives it; null where there is none. */
export const recordedTime = (lines: readonly Line[], begin: number): CableHeader['dateTimeGroup'] => {
  const above = lines.slice(Math.max(0, begin - REACH), begin)
  const last = above.at(-1)
  const printed = last && PRINTED.exec(last.text)
  const time =
    printed && timeOf(printed, [printed[3], monthOf(printed[2]), printed[1], printed[4], printed[5]])
  if (time) return { ...time, start: last.start + time.start, end: last.start + time.end }
  const dated = above.findLast(({ text }) => /^cable dated:/i.test(text))
  const known = dated && timeIn(dated.text)
  if (known) return { ...known, start: dated.start + known.start, end: dated.start + known.end }
  if (!above.some(({ text }) => text.length <= 400 && NUMBER.test(text))) return null
  for (const { text, start } of above) {
    if (text.length > 400) continue
    const found = timeIn(text)
    if (found) return { ...found, start: start + found.start, end: start + found.end }
  }
  return null
}

const SHORT_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
/** As a table of an archive prints a day, at the midnight of its own clock: "Mon Nov 04 00:00:00 +0100 2002". */
const MIDNIGHT = /^\p{Lu}\p{Ll}{2} (\p{Lu}\p{Ll}{2}) (\d{2}) 00:00:00 [+-]\d{4} (\d{4})$/u

/** The day on which a message was sent, as the record right above it gives it without an hour; null where there is none. */
export const recordedDay = (lines: readonly Line[], begin: number): (Span & { readonly day: Day }) | null => {
  const above = lines.slice(Math.max(0, begin - NEAR_RECORD), begin)
  if (!above.some(({ text }) => text.length <= 400 && NUMBER.test(text))) return null
  for (const { text, start, end } of above) {
    const [, month = '', date = '', year = ''] = (text.length <= 40 && MIDNIGHT.exec(text)) || []
    const place = String(SHORT_MONTHS.indexOf(month) + 1)
    const day = parseDay(`${year}-${place.padStart(2, '0')}-${date}`)
    if (day) return { day, start, end }
  }
  return null
}

const NEAR_RECORD = 8

const timeIn = (text: string): CableHeader['dateTimeGroup'] => {
  const iso = ISO.exec(text)
  if (iso) return timeOf(iso, [iso[1], iso[2], iso[3], iso[4], iso[5]])
  const american = AMERICAN.exec(text)
  if (american) return timeOf(american, [american[3], american[1], american[2], american[4], american[5]])
  const named = NAMED.exec(text)
  return named && timeOf(named, [named[1], monthOf(named[2]), named[3], named[4], named[5]])
}

const timeOf = (
  match: RegExpExecArray,
  [year = '', month = '', date = '', hour = '', minute = '']: readonly (string | undefined)[],
): CableHeader['dateTimeGroup'] => {
  const day = parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
  return day
    ? {
        value: `${day}T${hour.padStart(2, '0')}:${minute}:00Z`,
        day,
        start: match.index,
        end: match.index + match[0].length,
      }
    : null
}
