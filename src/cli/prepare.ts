import { createHash } from 'node:crypto'
import type { Day } from '../core/calendar/index.ts'
import { type Claim, checkDocument } from '../core/claims/index.ts'
import {
  buildLexicon,
  type DocumentProblem,
  type DocumentReading,
  type Lexicon,
  readDocument,
} from '../core/documents/index.ts'
import type { Register } from '../core/register/index.ts'
import { readSource, type SourceDocument, type SourceProblem, type SourceStretch } from '../readers/index.ts'

/** What is asked of every file of a run. */
export interface Request {
  readonly date: Day | null
  /** The day whose knowledge claims are checked with; null where none are to be checked. */
  readonly knownAt: Day | null
  /** Whether letters may be recognised in images. */
  readonly ocr: boolean
  /** Whether the way from every stretch of the text back to the source is wanted. */
  readonly map: boolean
}

/** A stretch of the text with the stretches of the source that it comes from. */
export interface MapRow {
  readonly start: number
  readonly end: number
  readonly source: readonly SourceStretch[]
}

/** The file that a text was read from. */
export interface SourceFacts {
  readonly format: SourceDocument['format']
  readonly encoding: string | null
  readonly bytes: number
  readonly sha256: string
  /** Of the text that positions refer to, as UTF-8; its length in UTF-16 units. */
  readonly text: { readonly length: number; readonly sha256: string }
  readonly map?: readonly MapRow[]
}

/** A document read, and its claims where they were asked for. It can be handed from one thread to another. */
export interface Prepared {
  readonly name: string
  readonly text: string
  readonly source: SourceFacts
  readonly reading: DocumentReading
  readonly problems: readonly (SourceProblem | DocumentProblem)[]
  readonly claims: readonly Claim[] | null
}

/** A file that could not be read, and what to do about it. */
export interface Failed {
  readonly name: string
  readonly error: string
  readonly wayOut: string
}

export const hasFailed = (result: Prepared | Failed): result is Failed => 'error' in result

/** The SHA-256 of bytes, or of a text as UTF-8, in hexadecimal digits. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex')

const factsOf = (bytes: Uint8Array, source: SourceDocument, request: Request): SourceFacts => ({
  format: source.format,
  encoding: source.encoding,
  bytes: bytes.length,
  sha256: sha256(bytes),
  text: { length: source.text.length, sha256: sha256(source.text) },
  ...(request.map && { map: mapOf(source) }),
})

/** Line by line, where the text stands in the source. */
const mapOf = (source: SourceDocument): readonly MapRow[] => {
  const rows: MapRow[] = []
  for (const match of source.text.matchAll(/[^\n]+/g)) {
    const span = { start: match.index, end: match.index + match[0].length }
    rows.push({ ...span, source: source.trace(span) })
  }
  return rows
}

/** The register and the names made from it, as every document of a run needs them. */
export interface Knowledge {
  readonly register: Register
  readonly lexicon: Lexicon
}

export const knowledgeOf = (register: Register): Knowledge => ({
  register,
  lexicon: buildLexicon(register.world, [...register.treaties.values()]),
})

/** Reads one file and, where asked, checks its claims. */
export const prepare = async (
  name: string,
  bytes: Uint8Array,
  request: Request,
  { register, lexicon }: Knowledge,
): Promise<Prepared | Failed> => {
  const source = await readSource(bytes, { ocr: request.ocr })
  if ('notText' in source)
    return {
      name,
      error: `${name} is not text: ${source.notText}.`,
      wayOut: source.notText.includes('--ocr')
        ? 'Run it again with --ocr.'
        : 'Give text, Markdown, HTML, XML, PDF, DOCX or an e-mail.',
    }
  if (source.text.trim() === '') return { name, error: `${name} is empty.`, wayOut: emptyWayOut(source) }
  const reading = readDocument(source, lexicon, request.date ? { date: request.date } : {})
  return {
    name,
    text: source.text,
    source: factsOf(bytes, source, request),
    reading,
    problems: [...source.problems, ...reading.problems],
    claims: request.knownAt && checkDocument(source.text, reading, register, { knownAt: request.knownAt }),
  }
}

const emptyWayOut = ({ problems }: SourceDocument): string =>
  problems.find(problem => problem.kind === 'no-text-layer')?.message ?? 'Give a file with text in it.'
