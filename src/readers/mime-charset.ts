import type { Span } from '../core/evidence/index.ts'
import { inLegacy } from './legacy.ts'
import { checkpoints, type Step } from './offsets.ts'
import { isClean1252 } from './sniff.ts'
import type { SourceProblem } from './source.ts'
import { bytesOf, surveyUtf8, type Utf8Survey, unitsOf, utf8Step } from './utf8.ts'
import { textOf1252 } from './windows1252.ts'

/** Bytes decoded by the charset that their part states. */
export interface DecodedText {
  readonly text: string
  /** The byte offset of the character at a UTF-16 index. */
  readonly byteAt: (index: number) => number
  /** The bytes between two offsets, by whether they are UTF-8 for the characters they stand for. */
  readonly asUtf8: (span: Span) => readonly (Span & { readonly verbatim: boolean })[]
  readonly problem: SourceProblem | null
}

const IS_UTF8 = /^(?:utf-?8|us-ascii|ascii|ansi_x3\.4-1968|)$/
const IS_LATIN = /^(?:iso-?8859-?1|latin-?1|windows-1252|cp1252|x-cp1252)$/
/** Encodings that shift between alphabets: their bytes may look like ASCII and mean something else. */
const SHIFTING = /^(?:iso-2022|hz-|utf-?7|utf-?16|utf-?32|ucs|csiso2022)/

/** Decodes bytes by the label of their charset; an empty one is that of a part that states none. */
export const decodeCharset = (bytes: Uint8Array, label: string): DecodedText => {
  const name = label.trim().toLowerCase()
  const survey = surveyUtf8(bytes)
  if (survey.ascii && !SHIFTING.test(name)) return inUtf8(bytes, survey, null)
  const isUtf8 = IS_UTF8.test(name) || (IS_LATIN.test(name) && survey.bad === 0)
  if (isUtf8) return inUtf8Or1252(bytes, survey, null)
  if (/^utf-?16/.test(name)) return inUtf16(bytes, name)
  const legacy = inLegacy(bytes, name)
  if (!legacy) return inUtf8Or1252(bytes, survey, unknown(name))
  const { text, sourceOffset } = legacy
  return { text, byteAt: sourceOffset, asUtf8: byAscii(bytes, text.length === bytes.length), problem: null }
}

const unknown = (name: string): SourceProblem => ({
  kind: 'not-utf-8',
  message: `The charset ${JSON.stringify(name.slice(0, 80))} is not known; its text was read as UTF-8 or Windows-1252.`,
})

const inUtf8Or1252 = (bytes: Uint8Array, survey: Utf8Survey, problem: SourceProblem | null): DecodedText => {
  if (survey.bad === 0 || survey.bad <= survey.wide || !isClean1252(bytes))
    return inUtf8(bytes, survey, problem)
  return {
    text: textOf1252(bytes),
    byteAt: index => Math.min(bytes.length, index),
    asUtf8: byAscii(bytes, true),
    problem: problem ?? {
      kind: 'not-utf-8',
      message: 'A text that is said to be UTF-8 or ASCII is not; it was read as Windows-1252.',
      count: survey.bad,
    },
  }
}

/** The steps of UTF-8, as `checkpoints` takes them. */
export const UTF8_STEP: Step = (bytes, at) => {
  const stepped = utf8Step(bytes, at)
  return { bytes: bytesOf(stepped), units: unitsOf(stepped) }
}

const inUtf8 = (bytes: Uint8Array, survey: Utf8Survey, problem: SourceProblem | null): DecodedText => ({
  text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  byteAt: survey.ascii ? index => Math.min(bytes.length, index) : checkpoints(bytes, 0, UTF8_STEP),
  asUtf8: survey.bad === 0 ? span => [{ ...span, verbatim: true }] : byAscii(bytes, true),
  problem: problem ?? replaced(survey.bad),
})

const replaced = (count: number): SourceProblem | null =>
  count === 0
    ? null
    : {
        kind: 'replaced',
        message: `${count} ${count === 1 ? 'place of a text is' : 'places of a text are'} not well formed; replaced by U+FFFD.`,
        count,
      }

const inUtf16 = (bytes: Uint8Array, name: string): DecodedText => {
  const big = /be$/.test(name) || (!/le$/.test(name) && bytes[0] === 0xfe && bytes[1] === 0xff)
  return {
    text: new TextDecoder(big ? 'utf-16be' : 'utf-16le', { ignoreBOM: true }).decode(bytes),
    byteAt: index => Math.min(bytes.length, 2 * index),
    asUtf8: byAscii(bytes, false),
    problem: null,
  }
}

/** Splits bytes where ASCII begins and ends; where bytes and characters do not go together, none is verbatim. */
const byAscii =
  (bytes: Uint8Array, together: boolean) =>
  (span: Span): readonly (Span & { readonly verbatim: boolean })[] => {
    if (!together) return [{ ...span, verbatim: false }]
    const found: { start: number; end: number; verbatim: boolean }[] = []
    for (let at = span.start; at < span.end; at++) {
      const verbatim = (bytes[at] ?? 0) < 0x80
      const last = found.at(-1)
      if (last?.verbatim === verbatim) last.end = at + 1
      else found.push({ start: at, end: at + 1, verbatim })
    }
    return found
  }
