import type { Span } from '../../evidence/index.ts'
import type { CableField } from './outline.ts'

/** Blanks of every kind as one blank. */
export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A field at a stretch of the text, its value the words themselves, folded. */
export const fieldOf = (text: string, span: Span): CableField => ({
  value: folded(text.slice(span.start, span.end)),
  ...span,
})

/** The stretch of a group of a match that was made with the `d` flag on a text that begins at `base`. */
export const groupSpan = (match: RegExpExecArray, group: number, base: number): Span | undefined => {
  const indices = match.indices?.[group]
  return indices && indices[1] > indices[0] ? { start: base + indices[0], end: base + indices[1] } : undefined
}

/** The field of a group of a match, with its value made by `value`. */
export const picked = (
  match: RegExpExecArray | null,
  group: number,
  base: number,
  value: (words: string) => string = folded,
): CableField | null => {
  const span = match && groupSpan(match, group, base)
  return match && span ? { value: value(match[group] ?? ''), ...span } : null
}
