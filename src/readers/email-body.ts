import type { Span } from '../core/evidence/index.ts'
import { isSavedPage } from './email-detect.ts'
import { type Mail, writeFixed, writeFlowed } from './email-flow.ts'
import { writeHead } from './email-head.ts'
import { writeHtml } from './email-html.ts'
import { faulty, tell, tellOfAttachment } from './email-problems.ts'
import { latinOf, MOST_FIELDS, rawValue } from './mime-fields.ts'
import { boundaryOf, type MimePart, readPart, splitParts } from './mime-parts.ts'
import { tracedText } from './mime-words.ts'

const DEEPEST = 50
const MOST_PARTS = 2000
const TOO_DEEP = `Parts of the message are nested more than ${DEEPEST} deep; the inner ones were left out.`
const TOO_MANY = `The message has more than ${MOST_PARTS} parts; the rest was left out.`

/** Writes a message: its head, and what its body has to be read. */
export const writeMessage = async (mail: Mail, span: Span, depth = 0): Promise<void> => {
  const part = readPart(mail.file, span)
  const saved = savedPart(mail, part)
  if (saved) return writePart(mail, saved, depth + 1)
  writeHead(mail, mail.file, part.head.fields)
  const { brokenAt, tooMany } = part.head
  if (brokenAt !== null)
    mail.problems.push({
      kind: 'damaged',
      message: `The head of the message breaks off at byte ${brokenAt}, at a line that is no field of it.`,
      offset: brokenAt,
    })
  if (tooMany)
    mail.problems.push({
      kind: 'too-large',
      message: `The head of the message has more than ${MOST_FIELDS} fields.`,
    })
  await writePart(mail, part, depth)
}

/** Of a page that a browser has saved: the page itself, the first of its parts. */
const savedPart = (mail: Mail, part: MimePart): MimePart | undefined => {
  if (!isSavedPage(name => rawValue(mail.file, part.head.fields, name))) return undefined
  return partsOf(mail, part)?.find(({ type }) => type.value === 'text/html')
}

const READ = /^(?:text\/(?:plain|html)|multipart\/.*|message\/rfc822)$/

const isAttached = ({ type, disposition }: MimePart): boolean =>
  disposition.value === 'attachment' || !READ.test(type.value)

const isEncoded = ({ encoding }: MimePart): boolean =>
  encoding === 'base64' || encoding === 'quoted-printable'

const writePart = async (mail: Mail, part: MimePart, depth: number): Promise<void> => {
  const { value } = part.type
  if (depth > DEEPEST) return tell(mail, 'too-deep', TOO_DEEP)
  if (++mail.parts > MOST_PARTS) return tell(mail, 'too-large', TOO_MANY)
  if (value.startsWith('multipart/')) return writeParts(mail, part, depth)
  if (value === 'message/rfc822' && !isEncoded(part)) return writeMessage(mail, part.body, depth + 1)
  if (isAttached(part) || value === 'message/rfc822') return tellOfAttachment(mail, part)
  const readable = withinRoom(mail, part)
  if (value === 'text/html') return writeHtml(mail, readable)
  writeText(mail, readable)
}

/** A part as far as there is room for its text. */
const withinRoom = (mail: Mail, part: MimePart): MimePart => {
  const { start, end } = part.body
  const size = Math.min(end - start, mail.room)
  if (size < end - start)
    tell(mail, 'too-large', 'The message holds too much text; the rest of it was left out.')
  mail.room -= size
  return { ...part, body: { start, end: start + size } }
}

/** Each line of a flowed text is a piece of its own; a text of more is left with the lines that it has. */
const LONGEST_FLOWED = 4_000_000

const writeText = (mail: Mail, { type, encoding, body }: MimePart): void => {
  const charset = type.parameters.get('charset') ?? ''
  const { traced, decoded, faults } = tracedText(mail.file, body, { encoding, charset })
  if (decoded.problem) mail.problems.push({ ...decoded.problem, offset: body.start })
  if (faults > 0) mail.problems.push(faulty(encoding, faults, body))
  const flowed = type.parameters.get('format')?.toLowerCase() === 'flowed'
  if (flowed && traced.text.length <= LONGEST_FLOWED)
    writeFlowed(mail, traced, type.parameters.get('delsp')?.toLowerCase() === 'yes')
  else writeFixed(mail, traced)
}

const writeParts = async (mail: Mail, part: MimePart, depth: number): Promise<void> => {
  const parts = partsOf(mail, part)
  if (!parts) return writeText(mail, part)
  if (part.type.value !== 'multipart/alternative') {
    for (const one of parts) await writePart(mail, one, depth + 1)
    return
  }
  const ranks = parts.map(one => rank(mail, one, 0))
  const best = ranks.indexOf(Math.min(...ranks))
  for (const [index, one] of parts.entries())
    if (index === best) await writePart(mail, one, depth + 1)
    else tellOfAttachments(mail, one, depth + 1)
}

/** The parts of a multipart; null where no boundary can be found, which becomes a problem, as does a missing end. */
const partsOf = (mail: Mail, part: MimePart): readonly MimePart[] | null => {
  const boundary = boundaryOf(mail.file, part)
  const split = boundary === null ? null : splitParts(mail.file, part.body, boundary, MOST_PARTS)
  if (!split || split.parts.length === 0) {
    mail.problems.push({
      kind: 'damaged',
      message: 'A message of several parts does not show where they begin; it was read as one text.',
      offset: part.body.start,
    })
    return null
  }
  if (!split.ended)
    tell(
      mail,
      'damaged',
      'The parts of the message have no end; the last was read up to the end of the file.',
    )
  return innerParts(mail, part, split.parts)
}

const innerParts = (mail: Mail, { type }: MimePart, spans: readonly Span[]): readonly MimePart[] => {
  const otherwise = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  return spans.map(span => readPart(mail.file, span, otherwise))
}

const LOOKED_INTO = 3
const UNFIT = 9

/** How fit a part is to be read, of several that say the same: the lower the better. */
const rank = (mail: Mail, part: MimePart, depth: number): number => {
  const { value } = part.type
  if (value.startsWith('multipart/')) return 0.5 + rankOfParts(mail, part, depth)
  if (isAttached(part)) return UNFIT
  if (value === 'text/plain') return isBlank(mail, part) ? 5 : 0
  return value === 'text/html' ? 2 : 3
}

const rankOfParts = (mail: Mail, part: MimePart, depth: number): number => {
  const boundary = depth < LOOKED_INTO ? boundaryOf(mail.file, part) : null
  if (boundary === null) return UNFIT - 1
  const { parts } = splitParts(mail.file, part.body, boundary, MOST_PARTS)
  return innerParts(mail, part, parts).reduce(
    (best, one) => Math.min(best, rank(mail, one, depth + 1)),
    UNFIT,
  )
}

const SAMPLE = 10_000

const isBlank = ({ file }: Mail, { body }: MimePart): boolean =>
  !/\S/.test(latinOf(file, { start: body.start, end: Math.min(body.end, body.start + SAMPLE) }))

/** Tells of what is attached in a part whose text another part has. */
const tellOfAttachments = (mail: Mail, part: MimePart, depth: number): void => {
  if (part.type.value.startsWith('multipart/')) {
    const boundary = boundaryOf(mail.file, part)
    if (depth > DEEPEST || boundary === null) return
    const { parts } = splitParts(mail.file, part.body, boundary, MOST_PARTS)
    for (const one of innerParts(mail, part, parts)) tellOfAttachments(mail, one, depth + 1)
  } else if (isAttached(part) && ++mail.parts <= MOST_PARTS) tellOfAttachment(mail, part)
}
