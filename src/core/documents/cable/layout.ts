import type { Span } from '../../evidence/index.ts'
import { isFurniture, sectionOpened } from '../furniture.ts'
import type { Line } from '../lines.ts'
import type { Zone, ZoneType } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import { type Layout, zonesFrom } from '../zones.ts'
import { isNote } from './body.ts'
import type { CableFrame } from './index.ts'
import { isRecordLine } from './record.ts'

/** A signature at the end of a line of text is a zone of its own. */
const signedApart = (zones: readonly Zone[], signature: Span | null): readonly Zone[] =>
  zones.flatMap(zone => {
    if (!signature || zone.start >= signature.start || zone.end !== signature.end) return [zone]
    return [
      { ...zone, end: signature.start - 1 },
      { type: 'signature' as const, start: signature.start, end: signature.end },
    ]
  })

/** What may stand before a signature on its line. */
const NAMES_SIGNATURE = /^(?:Signature:)?\s{0,40}$/

const MESSAGE_FIELD = /^(?:from|to|cc|bcc|sent|date|subject|reply-to): /i

/** Who drafted and cleared a cable stands after its signature in the newer form. */
const HANDLING = /^\s*(?:drafted|cleared|approved|released)(?: by)?:/i
/** "L/PM:Abernethy, Ruth": an office and who cleared for it, on a line of its own. */
const OFFICE_NAME = /^\s*[A-Z][A-Z/_-]{1,14}: ?\p{Lu}[\p{L}’' -]+, \p{Lu}/u

/** What a page of a printed volume has below the notes. */
const AFTER_NOTES = /^(?:persons|abbreviations(?: (?:&|and) terms)?|sources|terms)$/i

/** The layout of a cable, with what a page has around it; `notes` are those that its file marks as such. */
export const cableLayout = (
  lines: readonly Line[],
  cable: CableFrame,
  isMessage: boolean,
  notes: readonly Span[],
): Layout => {
  const { header, headers, headings, pageMarks, subjectLines, end } = cable
  const { subject, signature } = header
  const within = (spans: readonly Span[], line: Line): boolean => {
    const span = spans[spanAt(spans, line.start)]
    return span !== undefined && span.start <= line.start && line.end <= span.end
  }
  let section: ZoneType = 'furniture'
  let isForwarded = false
  let isNoted = false
  let isHandled = false
  const types = lines.map((line): ZoneType => {
    if (line.start < cable.start) {
      if (/^-+ ?original message ?-+$/i.test(line.text)) isForwarded = true
      if (isRecordLine(line.text)) return 'cable-header'
      // What the sender of a message writes above a cable; the fields of the message itself come before.
      return isMessage && !isForwarded && !MESSAGE_FIELD.test(line.text) ? 'body' : 'furniture'
    }
    if (subjectLines && within([subjectLines], line)) return 'subject'
    if (within(pageMarks, line)) return 'furniture'
    if (within(notes, line)) return 'footnote'
    if (isNoted && AFTER_NOTES.test(line.text)) isNoted = false
    if (
      line.start >= end &&
      (isNote(line.text) || (isNoted && line.text.length > 24 && !isFurniture(line.text)))
    ) {
      isNoted = true
      return 'footnote'
    }
    if (within(headers, line)) return 'cable-header'
    isHandled = line.start >= end && (HANDLING.test(line.text) || (isHandled && OFFICE_NAME.test(line.text)))
    if (isHandled) return 'cable-header'
    if (line.start >= end) {
      section = sectionOpened(line.text) ?? section
      return section
    }
    if (signature && line.end >= signature.end)
      return line.end === signature.end &&
        NAMES_SIGNATURE.test(line.text.slice(0, signature.start - line.start))
        ? 'signature'
        : line.start >= signature.end
          ? 'furniture'
          : 'body'
    return within(headings, line) ? 'heading' : 'body'
  })
  return {
    zones: signedApart(zonesFrom(lines, types), signature),
    title: subject ? { start: subject.start, end: subject.end } : null,
    interruptions: headers.slice(1),
  }
}
