import type {
  DocumentEvent,
  DocumentReading,
  EventParty,
  Quotation,
  Reported,
} from '../core/documents/index.ts'
import { lineFinder } from './report.ts'
import { fold, type Style } from './style.ts'

const LABEL = 14
const MOST = 160

const shortened = (text: string): string => {
  const plain = text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim()
  return plain.length <= MOST ? plain : `${plain.slice(0, plain.lastIndexOf(' ', MOST))} …`
}

const row = (label: string, words: string, style: Style): string =>
  `${style.dim(label.padEnd(LABEL))}${fold(words, Math.max(30, style.width - LABEL), ' '.repeat(LABEL))}`

const section = (label: string, rows: readonly string[], style: Style): readonly string[] =>
  rows.length === 0 ? [] : ['', ...rows.map((words, index) => row(index === 0 ? label : '', words, style))]

const inMarks = (words: string): string => (/^[“"«„‘'‚]/.test(words) ? words : `“${words}”`)

const quoted = ({ speaker, text }: Quotation): string =>
  `${speaker ?? 'nobody named'}: ${inMarks(shortened(text))}`

const told = ({ speaker, text, via, negated }: Reported): string =>
  `${speaker ?? 'nobody named'}${via ? `, through ${via}` : ''} (${negated ? 'denied' : 'reported'}): ${shortened(text)}`

const called = (parties: readonly EventParty[]): string =>
  parties.map(({ iso3, name }) => iso3 ?? name).join(', ')

const HOW = { did: '', will: ' (to come)', accused: ' (alleged)' } as const

const happened = (event: DocumentEvent): string =>
  [
    `${event.negated ? 'not ' : ''}${event.type}${HOW[event.modality]}`,
    ...(event.actors.length > 0 ? [called(event.actors)] : []),
    ...(event.recipients.length > 0 ? [`to ${called(event.recipients)}`] : []),
    ...(event.date ? [event.date.edtf] : []),
    ...(event.source ? [`says ${event.source}`] : []),
    `“${shortened(event.text)}”`,
  ].join(' · ')

/** Who says what and what happens in a document, each with its line; empty where nothing was found. */
export const understoodLines = (text: string, reading: DocumentReading, style: Style): readonly string[] => {
  const lineAt = lineFinder(text)
  const withLine = (start: number, words: string): string => `${words}  (line ${lineAt(start)})`
  const said = [
    ...reading.quotations.filter(one => !one.scare && !one.nested).map(one => ({ one, words: quoted(one) })),
    ...reading.reported.map(one => ({ one, words: told(one) })),
  ].toSorted((a, b) => a.one.start - b.one.start)
  return [
    ...section(
      'said',
      said.map(({ one, words }) => withLine(one.start, words)),
      style,
    ),
    ...section(
      'happens',
      reading.events.map(one => withLine(one.start, happened(one))),
      style,
    ),
  ]
}
