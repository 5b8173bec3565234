import type { Day } from '../../calendar/index.ts'
import type { Span } from '../../evidence/index.ts'
import type { Line } from '../lines.ts'
import { cableBody, exchangesIn, type GroupFrame, groupFrames } from './body.ts'
import { classifiedByIn, reasonsIn } from './classified.ts'
import { declassifyOnIn, orderIn, referencesIn, subjectIn, tagsIn } from './origin.ts'
import type { CableExchange, CableHeader, CableParagraph } from './outline.ts'
import { recordedDay, recordedTime } from './record.ts'
import { routingOf } from './routing.ts'
import {
  closingLine,
  type HeaderField,
  type HeaderKind,
  headerStart,
  innerHeaders,
  type ScannedHeader,
  scanHeader,
  spanOf,
} from './scan.ts'
import { unfolded } from './unfold.ts'
import { titledHeader, volumeHeader } from './volume.ts'

export { isRepaired } from './labels.ts'
export type * from './outline.ts'

/** The frame of a cable before the names in it are known. */
export interface CableFrame {
  readonly header: CableHeader
  readonly paragraphs: readonly CableParagraph[]
  readonly groups: readonly GroupFrame[]
  readonly exchanges: readonly CableExchange[]
  readonly headings: readonly Span[]
  /** The header, and headers printed again inside the text. */
  readonly headers: readonly Span[]
  /** Marks of pages and of transmission among the text. */
  readonly pageMarks: readonly Span[]
  /** The lines of the subject, its name included. */
  readonly subjectLines: Span | null
  /** The day that the record of an archive gives, where the header has no hour. */
  readonly recordedDay: (Span & { readonly day: Day }) | null
  /** Where the cable begins and ends in a text that may have more around it. */
  readonly start: number
  readonly end: number
  /** Where its text begins. */
  readonly bodyStart: number
}

/** The text with a blank for every character of the stretches, which are in order. */
export const blanked = (text: string, spans: readonly Span[]): string => {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start < at) continue
    parts.push(text.slice(at, start), ' '.repeat(end - start))
    at = end
  }
  return at === 0 ? text : parts.join('') + text.slice(at)
}

const stretchOf = (lines: readonly Line[], { first, next }: ScannedHeader): Span => ({
  start: lines[first]?.start ?? 0,
  end: lines[next - 1]?.end ?? lines[first]?.start ?? 0,
})

/** The lines outside of the stretches; one after a stretch opens only if it did before it was cut off. */
const outside = (lines: readonly Line[], cut: readonly Span[]): readonly Line[] => {
  let place = 0
  return lines.filter(line => {
    while ((cut[place]?.end ?? Number.POSITIVE_INFINITY) <= line.start) place++
    return line.start < (cut[place]?.start ?? Number.POSITIVE_INFINITY)
  })
}

/** A page mark has no more than the head or foot of a page; a header of a further section has. */
const isPageMark = ({ fields }: ScannedHeader): boolean =>
  fields.every(({ kind, lines }) =>
    kind === 'classification'
      ? !/\d{3,}$/.test(lines[0]?.text ?? '')
      : ['page', 'numbers', 'trailer', 'caption'].includes(kind),
  )

/** The lines with which a page or a section ended, before a header begins anew. */
const marksOf = (header: ScannedHeader): readonly Span[] => {
  const isMark = ({ kind, lines }: HeaderField): boolean =>
    kind === 'trailer' ||
    (kind === 'classification' && !/\d{3,}$/.test(lines[0]?.text ?? '')) ||
    (kind === 'page' && / OF \d{3}$/.test(lines[0]?.text ?? ''))
  const whole = isPageMark(header)
  const first = header.fields.findIndex(field => !isMark(field))
  return header.fields.filter((_, index) => whole || index < first).map(spanOf)
}

/** The count of pages that a copy leaves among the fields: "OSLO 00000064  001.2 OF 002". */
const isPageCount = ({ kind, lines }: HeaderField): boolean =>
  kind === 'page' && / \d{3}(?:\.\d)? OF \d{3}/.test(lines[0]?.text ?? '')

/** The head of the first page, which stands above the header itself: up to the line with the number of the page. */
const firstPageHead = ({ fields }: ScannedHeader): readonly Span[] => {
  const last = fields.findLastIndex(
    ({ kind }, index) =>
      index < FIRST_PAGE && (kind === 'page' || fields[index + 1]?.kind === 'message-record'),
  )
  return fields.slice(0, last + 1).every(({ kind }) => PAGE_KINDS.has(kind))
    ? fields.slice(0, last + 1).map(spanOf)
    : []
}

const FIRST_PAGE = 8
const PAGE_KINDS: ReadonlySet<HeaderKind> = new Set([
  'page',
  'classification',
  'numbers',
  'trailer',
  'other',
  'caption',
])

const subjectStretch = (scanned: readonly ScannedHeader[]): Span | null => {
  const lines = scanned.flatMap(header => header.fields).find(field => field.kind === 'subject')?.lines
  const [first] = lines ?? []
  const last = lines?.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

const recordYear = (reference: { readonly value: string } | null): string | undefined =>
  /^\d{2}/.exec(reference?.value ?? '')?.[0]

/** The two digits of the year that a reprint gives directly above the header. */
const yearBeside = (lines: readonly Line[], begin: number): string | undefined => {
  const above = lines.slice(Math.max(0, begin - 10), begin).map(line => line.text)
  const found = (form: RegExp): string | undefined =>
    above.map(text => form.exec(text)?.[1]).find(year => year !== undefined)
  return found(/(?<![A-Z\d])(\d{2})[A-Z]{4,20}\d{2,6}(?!\d)/) ?? found(/(?<!\d)(?:19|20)(\d{2})(?!\d)/)
}

/** The fields of the first header, and those that only a later one has. */
const fieldsOf = (main: ScannedHeader, inner: readonly ScannedHeader[]): readonly HeaderField[] => {
  const kinds = new Set(main.fields.map(field => field.kind))
  return [
    ...main.fields,
    ...inner.flatMap(header =>
      header.fields.filter(field => !kinds.has(field.kind) || field.kind === 'subject'),
    ),
  ]
}

/** Words of which every cable shows at least two, or its subject. */
const SIGNS = [
  'FM ',
  'FROM',
  'From',
  'TO ',
  'TAGS',
  'Tags',
  'tags',
  'E.O.',
  'E.o.',
  'E. O.',
  'EO ',
  'ZCZC',
  'SIPDIS',
  'PAGE 0',
  'ACTION',
  'Action:',
  'Telegram',
  'Airgram',
  'ablegram',
  'avingram',
  'TELEGRAM',
  'MRN',
  'Department of State',
  'Secretary of State',
  'Embassy in ',
  'UNCLAS',
  'CONFIDENTIAL',
  'S E C R E T',
  'SECRET',
  'C O N F',
  'REF',
  'Ref',
]

/** Whether it is worth reading a text line by line for the header of a cable. */
const mayBeCable = (text: string): boolean => {
  if (text.includes('SUBJ') || text.includes('Subj')) return true
  let signs = 0
  return SIGNS.some(sign => text.includes(sign) && ++signs > 1)
}

/** What an archive's page of facts about a cable lacks. */
const OF_MESSAGE: ReadonlySet<HeaderKind> = new Set([
  'transmission',
  'message-record',
  'printed',
  'date-time',
  'from',
  'classification',
  'subject',
  'order',
])
const PAGE_OF_FACTS = 60

/** Where the message itself begins, below what an archive prints of it in the same words ("TAGS:"). */
const ownStart = (lines: readonly Line[], begin: number): number => {
  if (begin < 0) return begin
  const { next, fields } = scanHeader(lines, begin)
  if (fields.some(({ kind }) => OF_MESSAGE.has(kind))) return begin
  const own = innerHeaders(lines.slice(0, next + PAGE_OF_FACTS), next).find(header =>
    header.fields.some(({ kind }) => kind === 'date-time' || kind === 'from'),
  )
  return own?.first ?? begin
}

/**
 * The structure of a cable, or `null` where the text is none. The title is the one that the file states outside its
 * text, as a line of the file.
 */
export const cableFrame = (text: string, printed: readonly Line[], title?: Line): CableFrame | null => {
  if (!mayBeCable(text) && !(title && mayBeCable(title.text))) return null
  const all = unfolded(printed)
  const volume = volumeHeader(all) ?? (title && titledHeader(all, title))
  const lines = volume?.lines ?? all
  const begin = volume?.header.first ?? ownStart(lines, headerStart(lines))
  if (begin < 0) return null
  const main = volume?.header ?? scanHeader(lines, begin)
  const closing = closingLine(lines, main.next)
  const own = closing < 0 ? lines : lines.slice(0, closing)
  const inner = innerHeaders(own, main.next)
  const headers = [main, ...inner].map(header => stretchOf(lines, header))
  const shown = blanked(text, headers)
  const body = cableBody(shown, outside(own.slice(main.next), headers.slice(1)))
  const fields = fieldsOf(main, inner)
  const printedYear = yearBeside(lines, begin)
  const routing = routingOf(text, fields, printedYear, recordedTime(lines, begin))
  const bodyStart = lines[main.next]?.start ?? text.length
  const header: CableHeader = {
    ...routing,
    executiveOrder: orderIn(fields),
    declassifyOn: declassifyOnIn(fields),
    tags: tagsIn(text, fields),
    subject: subjectIn(text, fields),
    references: referencesIn(
      text,
      fields,
      routing.dateTimeGroup?.day.slice(2, 4) ?? recordYear(routing.messageReference) ?? printedYear ?? '',
    ),
    classifiedBy: classifiedByIn(text, fields, bodyStart),
    classificationReasons: reasonsIn(text, fields, bodyStart),
    signature: body.signature,
  }
  return {
    header,
    paragraphs: body.paragraphs,
    groups: groupFrames(shown, body.paragraphs),
    exchanges: exchangesIn(shown, body.paragraphs),
    headings: body.headings,
    headers,
    pageMarks: [main, ...inner]
      .flatMap((header, place) => [
        ...firstPageHead(header),
        ...(place > 0 ? marksOf(header) : header.fields.filter(isPageCount).map(spanOf)),
      ])
      .toSorted((a, b) => a.start - b.start),
    subjectLines: subjectStretch([main, ...inner]),
    recordedDay: recordedDay(lines, begin),
    start: headers[0]?.start ?? 0,
    end: body.end,
    bodyStart,
  }
}
