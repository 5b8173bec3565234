/**
 * A stretch of a text. `start` and `end` are UTF-16 code units, `end` exclusive: `text.slice(start, end)` is the
 * quotation, to the letter.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Words of a source with the words around them, so that they can be found again or seen to be gone. */
export interface Quotation extends Span {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

const CONTEXT = 32

/** The quotation at a span, with up to 32 UTF-16 units on each side. */
export const quote = (text: string, { start, end }: Span): Quotation => ({
  start,
  end,
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - CONTEXT), start),
  suffix: text.slice(end, end + CONTEXT),
})

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
