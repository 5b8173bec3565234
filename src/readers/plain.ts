import { guessedEncoding, guessedWide } from './guess.ts'
import { inLegacy } from './legacy.ts'
import { checkpoints, type Step } from './offsets.ts'
import {
  byMark,
  byNulPattern,
  type Encoding,
  isClean1252,
  looksBinary,
  type Marked,
  otherFormat,
} from './sniff.ts'
import type { NotText, PlainText, SourceProblem } from './source.ts'
import { bytesOf, surveyUtf8, type Utf8Survey, unitsOf, utf8Step } from './utf8.ts'
import { textOf1252 } from './windows1252.ts'

/** What is known of the bytes besides themselves. */
export interface PlainOptions {
  /** The encoding that the file or its envelope declares, as a label of the web; the bytes themselves come first. */
  readonly declared?: string
}

/** Reads bytes as plain text in the encoding they show. Never throws: what is not text is answered as such. */
export const readPlain = (bytes: Uint8Array, options: PlainOptions = {}): PlainText | NotText => {
  if (bytes.length > LONGEST) return { notText: `it is larger than ${LONGEST / 1_000_000} MB` }
  const format = otherFormat(bytes)
  if (format) return { notText: `it is ${format}` }
  const marked = byMark(bytes) ?? byNulPattern(bytes)
  if (!marked && looksBinary(bytes)) {
    const wide = guessedWide(bytes)
    return wide
      ? withCommonProblems(inWideForm(bytes, { encoding: wide, skip: 0 }))
      : { notText: 'it is full of control bytes' }
  }
  if (marked && marked.encoding !== 'utf-8') return withCommonProblems(inWideForm(bytes, marked))
  const declared = marked || !options.declared ? undefined : inDeclared(bytes, options.declared)
  return withCommonProblems(declared ?? inBytes(bytes, marked?.skip ?? 0))
}

const LONGEST = 500_000_000

/** Bytes in the encoding declared for them, unless they are UTF-8 after all or the label is nobody's. */
const inDeclared = (bytes: Uint8Array, label: string): PlainText | undefined => {
  const survey = surveyUtf8(bytes)
  if (survey.ascii || (survey.bad === 0 && survey.wide > 0)) return undefined
  return inLegacy(bytes, label)
}

const inWideForm = (bytes: Uint8Array, marked: Marked): PlainText =>
  marked.encoding === 'utf-16le' || marked.encoding === 'utf-16be'
    ? inUtf16(bytes, marked.encoding, marked.skip)
    : inUtf32(bytes, marked.encoding === 'utf-32le', marked.skip)

const inUtf16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', skip: number): PlainText => {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(skip))
  const sourceOffset = (index: number): number => Math.min(bytes.length, skip + 2 * index)
  return { text, encoding, problems: halves(bytes, encoding, skip), sourceOffset }
}

/** Surrogates without their other half, and an odd last byte. */
const halves = (bytes: Uint8Array, encoding: Encoding, skip: number): readonly SourceProblem[] => {
  const high = encoding === 'utf-16le' ? 1 : 0
  const found: number[] = []
  const isLow = (at: number): boolean => ((bytes[at + high] ?? 0) & 0xfc) === 0xdc && at + 1 < bytes.length
  for (let at = skip; at + 1 < bytes.length; at += 2) {
    const kind = (bytes[at + high] ?? 0) & 0xfc
    if (kind === 0xd8 && isLow(at + 2)) at += 2
    else if (kind === 0xd8 || kind === 0xdc) found.push(at)
  }
  if ((bytes.length - skip) % 2 === 1) found.push(bytes.length - 1)
  return replaced(found.length, found[0] ?? 0)
}

const utf32Step =
  (little: boolean): Step =>
  (bytes, at) => {
    const code = codeAt(bytes, at, little)
    return { bytes: 4, units: code > 0xffff ? 2 : 1 }
  }

/** The code point of four bytes; what is none is U+FFFD. */
const codeAt = (bytes: Uint8Array, at: number, little: boolean): number => {
  const [a, b, c, d] = little ? [3, 2, 1, 0] : [0, 1, 2, 3]
  const byte = (k: number): number => bytes[at + k] ?? 0xff
  const code = byte(a) * 0x1000000 + byte(b) * 0x10000 + byte(c) * 0x100 + byte(d)
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code
}

const inUtf32 = (bytes: Uint8Array, little: boolean, skip: number): PlainText => {
  const pieces: string[] = []
  for (let from = skip; from < bytes.length; from += 32_768) {
    const codes: number[] = []
    for (let at = from; at < Math.min(from + 32_768, bytes.length); at += 4)
      codes.push(codeAt(bytes, at, little))
    pieces.push(String.fromCodePoint(...codes))
  }
  return {
    text: pieces.join(''),
    encoding: little ? 'utf-32le' : 'utf-32be',
    problems: [],
    sourceOffset: checkpoints(bytes, skip, utf32Step(little)),
  }
}

const inBytes = (bytes: Uint8Array, skip: number): PlainText => {
  const body = bytes.subarray(skip)
  const survey = surveyUtf8(body)
  // A few bad bytes among well-formed wide characters are damaged UTF-8, not another encoding.
  const isOther = survey.bad > 0 && survey.bad > survey.wide && skip === 0
  const guessed = isOther || (survey.ascii && body.includes(ESCAPE)) ? guessedEncoding(body) : undefined
  const known = guessed === undefined ? undefined : inLegacy(body, guessed)
  if (known && guessed !== undefined)
    return { ...known, problems: [...known.problems, guess(guessed, survey)] }
  if (isOther && isClean1252(body)) return in1252(body, survey)
  return {
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body),
    encoding: 'utf-8',
    problems: replaced(survey.bad, survey.firstBad + skip),
    sourceOffset: survey.ascii
      ? index => Math.min(bytes.length, skip + index)
      : checkpoints(bytes, skip, STEP),
  }
}

const ESCAPE = 0x1b

const guess = (encoding: string, survey: Utf8Survey): SourceProblem => ({
  kind: 'not-utf-8',
  message: `The file declares no encoding and is not UTF-8; by its letters it was read as ${encoding}.`,
  offset: Math.max(0, survey.firstBad),
  count: survey.bad,
})

const STEP: Step = (bytes, at) => {
  const stepped = utf8Step(bytes, at)
  return { bytes: bytesOf(stepped), units: unitsOf(stepped) }
}

const in1252 = (bytes: Uint8Array, survey: Utf8Survey): PlainText => ({
  text: textOf1252(bytes),
  encoding: 'windows-1252',
  problems: [
    {
      kind: 'not-utf-8',
      message: `The file is not UTF-8 (first at byte ${survey.firstBad}); it was read as Windows-1252.`,
      offset: survey.firstBad,
      count: survey.bad,
    },
  ],
  sourceOffset: index => Math.min(bytes.length, index),
})

const replaced = (count: number, offset: number): readonly SourceProblem[] =>
  count === 0
    ? []
    : [
        {
          kind: 'replaced',
          message: `${count} ${count === 1 ? 'place is' : 'places are'} not well formed, first at byte ${offset}; replaced by U+FFFD.`,
          offset,
          count,
        },
      ]

/** Adds what holds in any encoding: a blank text, NUL characters. */
const withCommonProblems = (plain: PlainText): PlainText => {
  const nul = plain.text.indexOf('\0')
  const problems = [...plain.problems]
  if (!/\S/.test(plain.text)) problems.push({ kind: 'blank', message: 'The file holds no text.' })
  if (nul >= 0) problems.push(nulProblem(plain, nul))
  return { ...plain, problems }
}

const nulProblem = (plain: PlainText, first: number): SourceProblem => {
  let count = 0
  for (let at = first; at >= 0; at = plain.text.indexOf('\0', at + 1)) count++
  const offset = plain.sourceOffset(first)
  return { kind: 'nul', message: `The text holds ${count} NUL, first at byte ${offset}.`, offset, count }
}
