import { createHash } from 'node:crypto'
import type { Mention } from '../../src/core/documents/index.ts'
import type { Span } from '../../src/core/evidence/index.ts'
import type { Iso3 } from '../../src/core/states/index.ts'
import { type Annotated, annotationCollection } from '../../src/exports/index.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const stateAt = (text: string, { start, end }: Span): Mention => ({
  kind: 'state',
  start,
  end,
  text: text.slice(start, end),
  value: { iso3: 'NOR' as Iso3, as: 'name', government: false },
  confidence: 'high',
  rule: 'name',
})

/** A reading of a text: every line that is not blank a zone, and the spans as mentions. */
export const readingOf = (text: string, spans: readonly Span[]): Annotated => ({
  zones: [...text.matchAll(/\S[^\n]*/g)].map(({ index, 0: line }) => ({
    type: 'body',
    start: index,
    end: index + line.length,
  })),
  mentions: spans.map(span => stateAt(text, span)),
  quotations: [],
  reported: [],
  events: [],
})

export const collectionOf = (text: string, reading: Annotated) =>
  annotationCollection({ text, sha256: sha256(text), file: 'note.txt' }, reading)

/** The spans of words marked with brackets, and the text without the brackets. */
export const marked = (notation: string): { readonly text: string; readonly spans: readonly Span[] } => {
  const spans: Span[] = []
  let text = ''
  for (const part of notation.split(/(\[[^\]]*\])/)) {
    const words = part.startsWith('[') ? part.slice(1, -1) : part
    if (part.startsWith('[')) spans.push({ start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, spans }
}
