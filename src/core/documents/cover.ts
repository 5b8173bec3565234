import type { Span } from '../evidence/index.ts'
import { spanAt } from './sentences.ts'

/** Stretches that are taken, for asking whether another touches one of them. */
export interface Cover {
  /** Whether a span shares a character with a taken stretch. */
  readonly touches: (span: Span) => boolean
  /** Whether a span begins before a taken stretch that it does not end with or after. */
  readonly crosses: (span: Span) => boolean
}

/** A cover of spans in any order; overlapping ones become one. */
export const coverOf = (spans: readonly Span[]): Cover => {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  const touching = (span: Span): Span | undefined => {
    const last = merged[spanAt(merged, span.end - 1)]
    return last && last.start < span.end && span.start < last.end ? last : undefined
  }
  return {
    touches: span => touching(span) !== undefined,
    crosses: span => {
      const last = touching(span)
      return last !== undefined && !(span.start <= last.start && last.end <= span.end)
    },
  }
}
