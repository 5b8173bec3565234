import type { Span } from '../core/evidence/index.ts'
import type { SourceStretch } from './source.ts'

/** Where positions of a part lead: what `trace` is to say of the stretch from `start` to `end` of that part. */
export type PartTrace = (stretch: Span & { readonly verbatim: boolean }) => readonly SourceStretch[]

/** A piece of the text under construction and the stretch of a part that it comes from. */
interface Piece extends Span {
  readonly part: PartTrace
  readonly from: number
  readonly to: number
  readonly verbatim: boolean
}

/** The text so far, with the piece of source behind each piece of it. */
export interface TextBuilder {
  /** How many UTF-16 units the text has so far. */
  readonly length: () => number
  /** The last character of the text so far; empty at the beginning. */
  readonly last: () => string
  /** Adds what the part has, unit for unit, from `from` on. */
  readonly copy: (part: PartTrace, words: string, from: number) => void
  /** Adds what stands for the part's stretch from `from` to `to`, as "&" stands for an entity. */
  readonly replace: (part: PartTrace, words: string, from: number, to: number) => void
  /** Adds what no source has, as the line break between two blocks. */
  readonly insert: (words: string) => void
  readonly text: () => string
  /** Where a span of the text comes from. */
  readonly trace: (span: Span) => readonly SourceStretch[]
}

/** A builder of text that remembers where every piece comes from. */
export const textBuilder = (): TextBuilder => {
  const words: string[] = []
  const pieces: Piece[] = []
  let length = 0
  let last = ''
  const add = (text: string): void => {
    if (text === '') return
    words.push(text)
    length += text.length
    last = text.charAt(text.length - 1)
  }
  const addPiece = (part: PartTrace, text: string, from: number, to: number, verbatim: boolean): void => {
    if (text === '') return
    const before = pieces.at(-1)
    const follows = before?.part === part && before.to === from && before.end === length
    if (verbatim && follows && before.verbatim)
      pieces[pieces.length - 1] = { ...before, end: length + text.length, to }
    else pieces.push({ part, start: length, end: length + text.length, from, to, verbatim })
    add(text)
  }
  return {
    length: () => length,
    last: () => last,
    copy: (part, text, from) => addPiece(part, text, from, from + text.length, true),
    replace: (part, text, from, to) => addPiece(part, text, from, to, false),
    insert: add,
    text: () => words.join(''),
    trace: span => joined(overlapping(pieces, span).flatMap(piece => stretchesOf(piece, span))),
  }
}

const stretchesOf = (piece: Piece, span: Span): readonly SourceStretch[] => {
  if (!piece.verbatim) return piece.part({ start: piece.from, end: piece.to, verbatim: false })
  const start = piece.from + Math.max(0, span.start - piece.start)
  const end = piece.to - Math.max(0, piece.end - span.end)
  return piece.part({ start, end, verbatim: true })
}

/** The pieces, in order, that share a character with the span. */
const overlapping = (pieces: readonly Piece[], span: Span): readonly Piece[] => {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  const found: Piece[] = []
  for (let at = low; at < pieces.length; at++) {
    const piece = pieces[at]
    if (!piece || piece.start >= span.end) break
    found.push(piece)
  }
  return found
}

/** Stretches that follow one another without a gap, as one. */
const joined = (stretches: readonly SourceStretch[]): readonly SourceStretch[] => {
  const found: SourceStretch[] = []
  for (const stretch of stretches) {
    const before = found.at(-1)
    const follows =
      before !== undefined &&
      before.part === stretch.part &&
      before.end === stretch.start &&
      before.verbatim === stretch.verbatim
    if (follows) found[found.length - 1] = { ...before, end: stretch.end }
    else found.push(stretch)
  }
  return found
}

/** The trace of a text that was decoded from bytes. */
export const bytesTrace =
  (sourceOffset: (index: number) => number, part: string | null = null): PartTrace =>
  ({ start, end, verbatim }) => [
    { part, unit: 'byte', start: sourceOffset(start), end: sourceOffset(end), verbatim },
  ]
