import type { Span } from '../core/evidence/index.ts'
import { type Mail, setApart } from './email-flow.ts'
import { faulty } from './email-problems.ts'
import { UTF8_STEP } from './mime-charset.ts'
import type { MimePart } from './mime-parts.ts'
import { type TracedText, tracedText } from './mime-words.ts'
import { checkpoints } from './offsets.ts'
import type { NotText, SourceDocument, SourceStretch } from './source.ts'

/** Writes a part in HTML as the reader of HTML has it. */
export const writeHtml = async (mail: Mail, { type, encoding, body }: MimePart): Promise<void> => {
  const charset = type.parameters.get('charset') ?? ''
  const { traced, decoded, faults } = tracedText(mail.file, body, { encoding, charset })
  if (!/\S/.test(traced.text)) return
  const bytes = new TextEncoder().encode(MARK + traced.text.replace(/^\ufeff/, ' '))
  const page = (await mail.readHtmlPart?.(bytes)) ?? UNREAD
  if ('notText' in page) {
    mail.problems.push({
      kind: 'left-out',
      message: `A part of the message in HTML was not read: ${page.notText}.`,
      offset: body.start,
    })
    return
  }
  if (decoded.problem) mail.problems.push({ ...decoded.problem, offset: body.start })
  if (faults > 0) mail.problems.push(faulty(encoding, faults, body))
  writePage(mail, page, traced, bytes)
}

/** The mark of UTF-8: the charset stated by the message goes before one stated within the HTML. */
const MARK = '\ufeff'

const UNREAD: NotText = { notText: 'there is no reader of HTML at hand' }

const writePage = (mail: Mail, page: SourceDocument, traced: TracedText, bytes: Uint8Array): void => {
  setApart(mail)
  const shift = mail.builder.length()
  const moved = <Place extends Span>(place: Place): Place => ({
    ...place,
    start: place.start + shift,
    end: place.end + shift,
  })
  const back = toFile(traced, bytes)
  mail.builder.copy(span => page.trace(span).flatMap(back), page.text, 0)
  mail.hints.push(...page.hints.map(moved))
  mail.marks.push(...page.marks.map(moved))
  mail.problems.push(...page.problems.map(({ offset, ...problem }) => problem))
}

/** From a place in the bytes that the reader of HTML was given to its places in the file. */
const toFile = (
  { text, trace }: TracedText,
  bytes: Uint8Array,
): ((at: SourceStretch) => readonly SourceStretch[]) => {
  const byteAt = checkpoints(bytes, 0, UTF8_STEP)
  const indexAt = (byte: number): number => {
    let low = 0
    let high = text.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (byteAt(middle + MARK.length) < byte) low = middle + 1
      else high = middle
    }
    return low
  }
  return ({ start, end, verbatim }) => trace({ start: indexAt(start), end: indexAt(end), verbatim })
}
