import type { FramedText } from '../core/documents/index.ts'
import type { Span } from '../core/evidence/index.ts'

/** The formats that are read. */
export type Format = 'text' | 'markdown' | 'html' | 'xml' | 'pdf' | 'docx' | 'email' | 'image'

/** Something about a source that a reader of the text should know. `offset` is a byte offset in the source. */
export interface SourceProblem {
  readonly kind:
    | 'blank'
    | 'not-utf-8'
    | 'replaced'
    | 'nul'
    | 'markup'
    | 'damaged'
    | 'left-out'
    | 'too-deep'
    | 'too-large'
    | 'tracked-changes'
    | 'no-text-layer'
    | 'attachment'
    | 'unsafe-name'
    | 'recognised'
  /** What is the matter, as a sentence. */
  readonly message: string
  readonly offset?: number
  /** How many places are concerned. */
  readonly count?: number
}

/**
 * Where a stretch of text stands in its source. `part` names the part of a file that is made of parts
 * (`word/document.xml`, `page 3`) and is null for the file itself. `start` and `end` (exclusive) count in `unit`:
 * bytes of the file or of the part once unpacked; for a page of a PDF, UTF-16 units of its text items joined in
 * their order.
 */
export interface SourceStretch extends Span {
  readonly part: string | null
  readonly unit: 'byte' | 'utf-16'
  /** Whether the source has these very characters; false where it has a form of them, as an entity. */
  readonly verbatim: boolean
}

/** A source as text, with the way back. */
export interface SourceDocument extends FramedText {
  readonly format: Format
  readonly encoding: string | null
  readonly problems: readonly SourceProblem[]
  /** The stretches of the source that a span of `text` comes from, in order; what a reader put in has none. */
  readonly trace: (span: Span) => readonly SourceStretch[]
}

/** A source that cannot be read as text; `notText` says why, to follow "not text: ". */
export interface NotText {
  readonly notText: string
}

/** Reads the bytes of one format. Never throws on what the bytes hold. */
export type Reader = (bytes: Uint8Array) => SourceDocument | NotText | Promise<SourceDocument | NotText>

/** A source as text, exactly as delivered apart from a byte order mark, with the way back to its bytes. */
export interface PlainText {
  readonly text: string
  /** One of `Encoding`, or the name of an older encoding that the file declares. */
  readonly encoding: string
  readonly problems: readonly SourceProblem[]
  /** The byte offset in the source of the character at a UTF-16 index of `text`. */
  readonly sourceOffset: (index: number) => number
}
