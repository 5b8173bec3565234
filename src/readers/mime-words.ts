import type { Span } from '../core/evidence/index.ts'
import type { PartTrace } from './builder.ts'
import { decodeCharset } from './mime-charset.ts'
import { LONGEST_VALUE, latinOf } from './mime-fields.ts'
import { undoTransfer } from './mime-transfer.ts'

/** Text with the way back to the file; positions of `trace` are those of `text`. */
export interface TracedText {
  readonly text: string
  readonly trace: PartTrace
}

interface EncodedWord extends Span {
  readonly charset: string
  readonly form: string
  readonly content: Span
}

const ENCODED = /=\?([^?\s]{1,60})\?([qb])\?([^?\r\n]*)\?=/gi

/** The value of a field, unfolded and with its encoded words decoded (RFC 2047), piece by piece. */
export const decodedValue = (file: Uint8Array, value: Span): readonly TracedText[] => {
  const end = Math.min(value.end, value.start + LONGEST_VALUE)
  const raw = latinOf(file, { start: value.start, end })
  const found: TracedText[] = []
  let at = value.start
  for (const words of runsOfWords(raw, value.start)) {
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) continue
    found.push(...plainText(file, { start: at, end: first.start }), inWords(file, words))
    at = last.end
  }
  return [...found, ...plainText(file, { start: at, end })].filter(({ text }) => text !== '')
}

/** Encoded words that belong together: only white space between them, which stands for nothing. */
const runsOfWords = (raw: string, offset: number): readonly (readonly EncodedWord[])[] => {
  const runs: EncodedWord[][] = []
  let lastEnd = -1
  for (const match of raw.matchAll(ENCODED)) {
    const word = wordOf(match, offset)
    const gap = lastEnd < 0 ? 'x' : raw.slice(lastEnd, match.index)
    if (/^\s*$/.test(gap)) runs.at(-1)?.push(word)
    else runs.push([word])
    lastEnd = match.index + match[0].length
  }
  return runs
}

const wordOf = (match: RegExpExecArray, offset: number): EncodedWord => {
  const [whole, charset = '', form = '', content = ''] = match
  const start = offset + match.index
  const end = start + whole.length
  return {
    start,
    end,
    charset: (charset.split('*', 1)[0] ?? '').toLowerCase(),
    form: form.toLowerCase(),
    content: { start: end - 2 - content.length, end: end - 2 },
  }
}

/** The text of encoded words. A character may begin in one word and end in the next, so their bytes are joined. */
const inWords = (file: Uint8Array, words: readonly EncodedWord[]): TracedText => {
  const parts = groupsOfOneCharset(words).map(group => inOneCharset(file, group))
  const text = parts.map(part => part.text).join('')
  const trace: PartTrace = ({ start, end }) => {
    let from = 0
    return parts.flatMap(part => {
      const span = { start: Math.max(0, start - from), end: Math.min(part.text.length, end - from) }
      from += part.text.length
      return span.start < span.end ? part.trace({ ...span, verbatim: false }) : []
    })
  }
  return { text, trace }
}

const groupsOfOneCharset = (words: readonly EncodedWord[]): readonly (readonly EncodedWord[])[] => {
  const groups: EncodedWord[][] = []
  for (const word of words) {
    const last = groups.at(-1)
    if (last?.[0]?.charset === word.charset) last.push(word)
    else groups.push([word])
  }
  return groups
}

const inOneCharset = (file: Uint8Array, words: readonly EncodedWord[]): TracedText => {
  const bytes: number[] = []
  const places: Span[] = []
  for (const word of words)
    for (const { byte, at } of word.form === 'b' ? base64Bytes(file, word) : quotedBytes(file, word)) {
      bytes.push(byte)
      places.push(at)
    }
  const { text, byteAt } = decodeCharset(Uint8Array.from(bytes), words[0]?.charset ?? '')
  const trace: PartTrace = ({ start, end }) => {
    const [first, last] = [places[byteAt(start)], places[byteAt(end) - 1]]
    return first && last
      ? [{ part: null, unit: 'byte', start: first.start, end: last.end, verbatim: false }]
      : []
  }
  return { text, trace }
}

interface PlacedByte {
  readonly byte: number
  readonly at: Span
}

/** The standard allows 75 characters; of a far longer word the places within are not told apart. */
const LONGEST_WORD = 2000

const base64Bytes = (file: Uint8Array, { content }: EncodedWord): readonly PlacedByte[] => {
  const { bytes, stretches } = undoTransfer(file, content, 'base64')
  const isLong = bytes.length > LONGEST_WORD
  return [...bytes].map((byte, index) => ({
    byte,
    at: (isLong ? undefined : stretches({ start: index, end: index + 1 })[0]) ?? content,
  }))
}

const UNDERSCORE = 95

/** In words, an underscore stands for a space, and a space that should not be there for itself. */
const quotedBytes = (file: Uint8Array, { content }: EncodedWord): readonly PlacedByte[] => {
  const found: PlacedByte[] = []
  for (let at = content.start; at < content.end; ) {
    const code = /^=([0-9a-f]{2})/i.exec(latinOf(file, { start: at, end: Math.min(content.end, at + 3) }))
    const next = at + (code ? 3 : 1)
    const literal = file[at] === UNDERSCORE ? 32 : (file[at] ?? 0)
    found.push({ byte: code ? Number.parseInt(code[1] ?? '', 16) : literal, at: { start: at, end: next } })
    at = next
  }
  return found
}

const FOLD = /\r?\n[ \t]*/g

/** What is no encoded word: as it stands, each fold a space. */
const plainText = (file: Uint8Array, { start, end }: Span): readonly TracedText[] => {
  const raw = latinOf(file, { start, end })
  const found: TracedText[] = []
  let at = 0
  for (const { index, 0: fold } of raw.matchAll(FOLD)) {
    found.push(asItStands(file, { start: start + at, end: start + index }))
    at = index + fold.length
    found.push(standingFor(' ', { start: start + index, end: start + at }))
  }
  return [...found, asItStands(file, { start: start + at, end })]
}

const standingFor = (text: string, { start, end }: Span): TracedText => ({
  text,
  trace: () => [{ part: null, unit: 'byte', start, end, verbatim: false }],
})

const asItStands = (file: Uint8Array, span: Span): TracedText =>
  tracedText(file, span, { encoding: '', charset: '' }).traced

/** The text of a stretch of the file, through its transfer encoding and its charset. */
export const tracedText = (
  file: Uint8Array,
  span: Span,
  { encoding, charset }: { readonly encoding: string; readonly charset: string },
): { traced: TracedText; decoded: ReturnType<typeof decodeCharset>; faults: number } => {
  const { bytes, stretches, faults } = undoTransfer(file, span, encoding)
  const decoded = decodeCharset(bytes, charset)
  const trace: PartTrace = ({ start, end, verbatim }) =>
    decoded.asUtf8({ start: decoded.byteAt(start), end: decoded.byteAt(end) }).flatMap(run =>
      stretches(run).map(stretch => ({
        part: null,
        unit: 'byte' as const,
        start: stretch.start,
        end: stretch.end,
        verbatim: verbatim && run.verbatim && stretch.verbatim,
      })),
    )
  return { traced: { text: decoded.text, trace }, decoded, faults }
}
