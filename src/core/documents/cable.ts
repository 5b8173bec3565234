import { type Day, parseDay } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import { type Line, trimmed } from './lines.ts'

/** A field of a cable: its value in its usual form, and where the text gives it. */
export interface CableField extends Span {
  readonly value: string
}

/** A numbered paragraph of a cable, from its label to its last character. */
export interface CableParagraph extends Span {
  /** The number that the sequence shows, where the printed label is damaged. */
  readonly number: number
  /** The label as printed. */
  readonly label: string
  /** The classification of the paragraph, as `SBU`. */
  readonly portion: string | null
}

/** The frame of a diplomatic cable. What it does not show is null. */
export interface CableOutline {
  /** Two digits of the year, originator, number: `08STATE126440`. */
  readonly messageReference: CableField | null
  /** The date-time group, its value as `2008-12-01T19:43Z`. */
  readonly dateTime: (CableField & { readonly day: Day }) | null
  readonly from: CableField | null
  readonly classification: CableField | null
  readonly subject: CableField | null
  readonly paragraphs: readonly CableParagraph[]
  /** The end of the header, where the first paragraph begins. */
  readonly headerEnd: number
  /** The name of the office holder with which the text closes. */
  readonly signature: CableField | null
}

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const DATE_TIME = /(?<![A-Z\d])(\d{2})(\d{2})(\d{2})Z\s+([A-Z]{3})\s+(\d{4}|\d{2})(?!\d)/

const MARKS: readonly RegExp[] = [
  /^VZCZC|^ZNY |^DE R[A-Z]{4,}/m,
  /^(?:[A-Z] )?\d{6}Z [A-Z]{3} \d{2}/m,
  /^(?:FM|FROM:?) [A-Z]/m,
  /^(?:TO|INFO) R[A-Z]{4,}\//m,
  /^(?:SUBJECT|SUBJ):/m,
  /^TAGS:/m,
  /^SIPDIS\b/m,
  /^E\.?O\.? ?\d{5}:?/m,
  /^(?:C O N F I D E N T I A L|S E C R E T|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)\b/m,
]

/** Whether a text has the frame of a cable: at least three of its marks near the top. */
export const looksLikeCable = (text: string): boolean => {
  const head = text.slice(0, 6000)
  return MARKS.filter(mark => mark.test(head)).length >= 3
}

const field = (
  text: string,
  pattern: RegExp,
  value: (match: RegExpExecArray) => string,
): CableField | null => {
  const match = pattern.exec(text)
  const inner = match?.[1] ?? match?.[0]
  if (!match || !inner) return null
  const start = match.index + match[0].indexOf(inner)
  return { value: value(match), start, end: start + inner.trimEnd().length }
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

const dateTimeIn = (text: string): CableOutline['dateTime'] => {
  const match = DATE_TIME.exec(text)
  if (!match) return null
  const [whole, date = '', hour = '', minute = '', month = '', year = ''] = match
  const day = parseDay(`${fullYear(year)}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${date}`)
  if (!day) return null
  return { value: `${day}T${hour}:${minute}Z`, day, start: match.index, end: match.index + whole.length }
}

/** Two digits of a date-time group are 1966 to 2065. */
const fullYear = (year: string): string => (year.length === 4 ? year : `${+year > 65 ? '19' : '20'}${year}`)

// The line of classification ends with the originator and its serial number.
const SERIAL =
  /^(?:(?:[A-Z] ){4,}[A-Z]|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)(?: [A-Z /]*?)?(?: SECTION \d+ OF \d+)? ((?:[A-Z]+ ){0,2}?[A-Z]+ \d{3,6})\s*$/m
const REFERENCE = /(?<![A-Z\d])((?:19)?\d{2}[A-Z]{3,}\d{1,6})(?![A-Z\d])/

const referenceIn = (header: string, dateTime: CableOutline['dateTime']): CableField | null => {
  const year = dateTime?.day.slice(2, 4) ?? ''
  const serial = field(header, SERIAL, match => {
    const [, name = '', number = ''] = /^(.*) 0*(\d+)$/.exec(match[1] ?? '') ?? []
    return year + name.replaceAll(' ', '') + number
  })
  return serial && year ? serial : field(header, REFERENCE, match => match[1] ?? '')
}

const SUBJECT = /^(?:SUBJECT|SUBJ): *(\S.*(?:\r?\n(?!\s*\n|REF|Classified|CLASSIFIED|TAGS|E\.O).*\S.*)*)/im
const CLASSIFICATION = /^((?:[A-Z] ){4,}[A-Z]|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET)\b/m

const classificationIn = (header: string): CableField | null =>
  field(header, CLASSIFICATION, match => {
    const value = (match[1] ?? '').replaceAll(' ', '')
    return value === 'UNCLAS' ? 'UNCLASSIFIED' : value
  })

const LABEL = /^(¶ ?|\[1\]\(#\) ?|)(\d{1,3})\. ?(?:\(([A-Z]{1,4}(?:[/ -]{1,2}[A-Z]{2,6})*)\))?/
const PORTION_FIRST = /^\(([A-Z]{1,4}(?:\/[A-Z]{2,6})*)\) ?(¶ ?|)(\d{1,3})\./

interface Label {
  readonly label: string
  readonly printed: string
  readonly portion: string | null
  readonly marked: boolean
}

const labelOf = (line: string): Label | undefined => {
  const match = LABEL.exec(line)
  if (match) {
    const [, sign = '', printed = '', portion] = match
    return {
      label: `${sign}${printed}.`,
      printed,
      portion: portion ?? null,
      marked: sign !== '' || portion !== undefined,
    }
  }
  const first = PORTION_FIRST.exec(line)
  return first
    ? { label: first[0], printed: first[3] ?? '', portion: first[1] ?? null, marked: true }
    : undefined
}

/** A label carries its own number, or that number after a "1" that a pilcrow has become. */
const isNumber = (printed: string, expected: number): boolean =>
  printed === String(expected) || printed === `1${expected}`

/** The lines that begin paragraphs 1, 2, 3 ...; lists inside a paragraph do not fit the sequence or the marking. */
const labelled = (lines: readonly Line[]): readonly (readonly [number, Label])[] => {
  const found: (readonly [number, Label])[] = []
  let marked = false
  for (const [index, line] of lines.entries()) {
    const label = labelOf(line.text)
    const expected = found.length + 1
    if (!label || !isNumber(label.printed, expected) || (marked && !label.marked)) continue
    marked ||= label.marked
    found.push([index, label])
  }
  return found
}

const isSubheading = (line: Line): boolean =>
  line.text.length <= 60 &&
  (/^[A-Z][A-Z0-9 ,/&'-]{2,}:?$/.test(line.text) || /^-{3,}$/.test(line.text)) &&
  !line.text.startsWith('FOR ')

const SIGNATURE = /^[A-Z][A-Z'’-]{2,}(?: [A-Z][A-Z'’-]+)?$/

const signatureIn = (lines: readonly Line[]): CableField | null => {
  const last = lines.findLast(line => !/^(?:NNNN|#\d*|\(End Text\))$/i.test(line.text))
  const signed = last && SIGNATURE.test(last.text) ? last : undefined
  return signed ? { value: signed.text, start: signed.start, end: signed.end } : null
}

/** The line after which a paragraph has ended: subheadings before the next label are left out. */
const lastLine = (lines: readonly Line[], first: number, next: number): Line | undefined => {
  let last = next - 1
  for (let line = lines[last]; last > first && line && isSubheading(line); line = lines[last]) last--
  return lines[last]
}

const paragraphsIn = (
  text: string,
  lines: readonly Line[],
  signature: CableField | null,
): readonly CableParagraph[] => {
  const labels = labelled(lines)
  const body = signature ? lines.filter(line => line.start < signature.start) : lines
  return labels.map(([index, { label, portion }], place) => {
    const next = labels[place + 1]?.[0] ?? body.length
    const start = lines[index]?.start ?? 0
    const end = lastLine(body, index, next)?.end ?? start
    return { number: place + 1, label, portion, ...trimmed(text, start, end) }
  })
}

/** Where the header ends when no paragraph is numbered: at the first blank line after the subject and its tail. */
const headerEndWithout = (lines: readonly Line[], subject: CableField | null): number => {
  const after = lines.filter(line => line.start >= (subject?.end ?? 0))
  const tail = /^(?:REF|REFS|REFTEL|TAGS|E\.?O|Classified|CLASSIFIED|\()/i
  const body = after.find(line => line.opens && !tail.test(line.text) && !isSubheading(line))
  return body?.start ?? subject?.end ?? 0
}

const LONGEST_HEADER = 20_000

/** Reads the frame of a cable. Fields that it does not show stay null. */
export const cableOutline = (text: string, lines: readonly Line[]): CableOutline => {
  const signature = signatureIn(lines)
  const firstSubject = field(text, SUBJECT, match => folded(match[1] ?? ''))
  const below = lines.filter(line => line.start >= (firstSubject?.end ?? 0))
  const paragraphs = paragraphsIn(text, below, signature)
  const headerEnd = paragraphs[0]?.start ?? headerEndWithout(lines, firstSubject)
  const header = text.slice(0, Math.min(headerEnd, LONGEST_HEADER))
  const dateTime = dateTimeIn(header)
  return {
    messageReference: referenceIn(header, dateTime),
    dateTime,
    from: field(header, /^(?:FM|FROM:?) +(\S.*\S)\s*$/m, match => folded(match[1] ?? '')),
    classification: classificationIn(header),
    subject: firstSubject,
    paragraphs,
    headerEnd,
    signature,
  }
}

/** Whether a printed label is not the number that the sequence shows. */
export const isRepaired = ({ label, number }: CableParagraph): boolean =>
  /(\d+)\.$/.exec(label)?.[1] !== String(number)
