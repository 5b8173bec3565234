import type { Span } from '../core/evidence/index.ts'
import { textBuilder } from './builder.ts'
import { writeMessage } from './email-body.ts'
import { isSavedPage } from './email-detect.ts'
import type { Mail } from './email-flow.ts'
import { statedByHead } from './email-head.ts'
import { type Head, LONGEST_VALUE, latinOf, lineAfter, rawValue, readHead } from './mime-fields.ts'
import type { NotText, Reader, SourceDocument, SourceProblem } from './source.ts'

export { looksLikeEmail } from './email-detect.ts'

const LONGEST = 200_000_000
/** How many bytes of text are read of a message, or of all of a mailbox. */
const MOST_TEXT = 30_000_000

/**
 * Reads a message (RFC 5322, MIME): the fields that a reader of mail is shown, then its text. A message that has its
 * text in HTML alone is read by `readHtmlPart`; without one, the HTML is listed as left out. Of a mailbox, every
 * message is read.
 */
export const readEmail = async (
  bytes: Uint8Array,
  readHtmlPart: Reader | null = null,
): Promise<SourceDocument | NotText> => {
  if (bytes.length > LONGEST) return { notText: `it is larger than ${LONGEST / 1_000_000} MB` }
  const messages = messagesIn(bytes)
  const first = readHead(bytes, messages[0] ?? { start: 0, end: 0 })
  if (!isHead(first)) return { notText: 'it does not begin with the head of a message' }
  const builder = textBuilder()
  const mail: Mail = {
    file: bytes,
    builder,
    hints: [],
    problems: [],
    marks: [],
    readHtmlPart,
    parts: 0,
    room: MOST_TEXT,
  }
  for (const message of messages) await writeMessage(mail, message)
  const isPage = isSavedPage(name => rawValue(bytes, first.fields, name))
  // The day on which a page was saved is not the one on which it was published.
  const { title, language } = statedByHead(bytes, first.fields)
  return {
    format: isPage ? 'html' : 'email',
    encoding: null,
    text: builder.text(),
    hints: mail.hints.sort((a, b) => a.start - b.start || b.end - a.end),
    marks: mail.marks,
    stated: isPage
      ? { ...(title && { title }), ...(language && { language }) }
      : statedByHead(bytes, first.fields),
    problems: [...mail.problems, ...cutValues(first), ...blank(mail)],
    trace: builder.trace,
  }
}

const OF_MESSAGES = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'mime-version',
  'content-type',
])

const isHead = ({ fields }: Head): boolean => fields.some(({ name }) => OF_MESSAGES.has(name))

const MOST_MESSAGES = 2000
const ENVELOPE = /^From \S+ .{0,80}\d\d:\d\d.{0,40}\r?\n?$/

/** The messages of a mailbox, or the one that the file is. */
const messagesIn = (bytes: Uint8Array): readonly Span[] => {
  const starts: number[] = []
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const begin = beginning(bytes)
  const isMailbox = isEnvelope(bytes, begin)
  for (let at = begin; isMailbox && at >= 0 && starts.length < MOST_MESSAGES; at = nextFrom(view, at))
    if (isEnvelope(bytes, at) && (at === begin || isAfterBlank(bytes, at))) starts.push(at)
  if (!isMailbox) return [{ start: begin, end: bytes.length }]
  return starts.map((start, index) => ({
    start: lineAfter(bytes, start),
    end: starts[index + 1] ?? bytes.length,
  }))
}

const nextFrom = (view: Buffer, at: number): number => {
  const found = view.indexOf('\nFrom ', at, 'latin1')
  return found < 0 ? -1 : found + 1
}

const LONGEST_LINE = 300

const isEnvelope = (bytes: Uint8Array, at: number): boolean => {
  const line = latinOf(bytes, {
    start: at,
    end: Math.min(bytes.length, at + LONGEST_LINE, lineAfter(bytes, at)),
  })
  return ENVELOPE.test(line)
}

const isAfterBlank = (bytes: Uint8Array, at: number): boolean =>
  /\n\r?\n$/.test(latinOf(bytes, { start: at - 3, end: at }))

/** Where the first message begins, after a byte order mark and blank lines. */
const beginning = (bytes: Uint8Array): number => {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[at] === 10 || bytes[at] === 13) at++
  return at
}

/** Values that were not read to their end. */
const cutValues = ({ fields }: Head): readonly SourceProblem[] =>
  fields
    .filter(({ value }) => value.end - value.start > LONGEST_VALUE)
    .map(({ name, value }) => ({
      kind: 'too-large',
      message: `The field "${name.slice(0, 60)}" is longer than ${LONGEST_VALUE} bytes; the rest of it was left out.`,
      offset: value.start,
    }))

const blank = ({ builder, hints }: Mail): readonly SourceProblem[] => {
  const text = builder.text()
  let at = 0
  const rest: string[] = []
  for (const { start, end } of hints.filter(({ role }) => role === 'header-field')) {
    rest.push(text.slice(at, start))
    at = end
  }
  const isBlank = !/\S/.test(rest.join('') + text.slice(at))
  return isBlank ? [{ kind: 'blank', message: 'The message holds no text.' }] : []
}
