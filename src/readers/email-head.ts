import { addressParser } from 'postal-mime'
import type { StatedFacts } from '../core/documents/index.ts'

import { bytesTrace } from './builder.ts'
import type { MailFlow } from './email-flow.ts'
import { type MailField, rawValue } from './mime-fields.ts'
import { decodedValue } from './mime-words.ts'

const SHOWN: readonly (readonly [string, string])[] = [
  ['subject', 'Subject'],
  ['from', 'From'],
  ['to', 'To'],
  ['cc', 'Cc'],
  ['date', 'Date'],
]

/** A message has one of each; more are shown, since each may be what somebody saw. */
const MOST_ALIKE = 10

/** Writes the fields of a head that a reader of mail is shown, each on a line. */
export const writeHead = (flow: MailFlow, file: Uint8Array, fields: readonly MailField[]): void => {
  const shown = SHOWN.flatMap(([name, title]) =>
    fields
      .filter(field => field.name === name)
      .slice(0, MOST_ALIKE)
      .map(field => ({ field, title })),
  )
  for (const [index, { field, title }] of shown.entries()) {
    flow.builder.insert(index > 0 ? '\n' : flow.builder.length() > 0 ? '\n\n' : '')
    writeField(flow, file, field, title)
  }
}

const writeField = (
  { builder, hints }: MailFlow,
  file: Uint8Array,
  field: MailField,
  title: string,
): void => {
  const trace = bytesTrace(index => index)
  const start = builder.length()
  const written = Buffer.from(file.subarray(field.at.start, field.at.end)).toString('latin1')
  if (written === title) builder.copy(trace, title, field.at.start)
  else builder.replace(trace, title, field.at.start, field.at.end)
  builder.copy(trace, ':', field.at.end)
  builder.insert(' ')
  for (const piece of decodedValue(file, field.value)) builder.copy(piece.trace, piece.text, 0)
  hints.push({ role: 'header-field', start, end: builder.length() })
}

/** What the head of a message states about it. */
export const statedByHead = (file: Uint8Array, fields: readonly MailField[]): StatedFacts => {
  const title = bareSubject(decodedField(file, fields, 'subject'))
  const authors = personsIn(decodedField(file, fields, 'from').slice(0, LONGEST_FROM))
  const published = isoDay(rawValue(file, fields, 'date'))
  const language = /^\s*([a-z]{2})(?:[-,\s]|$)/i.exec(rawValue(file, fields, 'content-language'))?.[1]
  return {
    ...(title === '' ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(published === null ? {} : { published }),
    ...(language === undefined ? {} : { language: language.toLowerCase() }),
  }
}

const LONGEST_FROM = 2000

const decodedField = (file: Uint8Array, fields: readonly MailField[], name: string): string => {
  const field = fields.find(one => one.name === name)
  return field
    ? decodedValue(file, field.value)
        .map(({ text }) => text)
        .join('')
    : ''
}

const ANSWERED = /^(?:(?:re|fwd?|aw|wg|sv|vs|tr|antw|rv)(?:\[\d{1,3}\])?\s?:\s*)+/i

const bareSubject = (subject: string): string => subject.trim().replace(ANSWERED, '').trim()

/** Words in the display names of offices, lists and programs. */
const NO_PERSON =
  /\b(?:admin|administrator|alerts?|agency|alliance|association|bureau|campaign|centre|center|centrum|coalition|comit[eé]|commission|committee|communications?|conference|council|customer|daily|delegation|department|desk|digest|editors?|embassy|events?|forum|foundation|group|helpdesk|info|information|institute|list|mailer|mailing|media|ministry|mission|monitor|network|news|newsletter|newsroom|no-?reply|notifications?|office|organi[sz]ation|permanent|press|project|registry|report|research|review|secretar(?:y|iat)|service|services|society|staff|subscriptions?|support|team|times|treaty|unit|university|updates?|via|webmaster|weekly)\b/i
const PERSON = /^[\p{L}\p{M}.'’-]+(?:,? [\p{L}\p{M}.'’-]+){1,4}$/u
/** An acronym at the beginning, as in "UN Geneva". */
const ACRONYM = /^\p{Lu}{2,6} \p{Lu}\p{Ll}/u

/** The display names in a list of addresses that are names of persons. */
const personsIn = (from: string): readonly string[] =>
  addressParser(from, { flatten: true })
    .map(({ name }) => name.trim())
    .filter(name => PERSON.test(name) && !NO_PERSON.test(name) && !ACRONYM.test(name))

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATE =
  /^\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)?(\d{1,2})[\s-]([a-z]{3})[a-z]{0,6}[\s-](\d{4}|\d{2})\b/i

/** The day of a date as mail writes it (RFC 5322), in the zone of its sender; null for what is none. */
export const isoDay = (date: string): string | null => {
  const [, day = '', month = '', year = ''] = DATE.exec(date.slice(0, 200)) ?? []
  const monthNumber = MONTHS.indexOf(month.toLowerCase()) + 1
  const full = year.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year)
  if (monthNumber === 0 || Number(day) < 1 || Number(day) > daysIn(full, monthNumber)) return null
  const two = (value: number | string): string => String(value).padStart(2, '0')
  return `${String(full).padStart(4, '0')}-${two(monthNumber)}-${two(day)}`
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
