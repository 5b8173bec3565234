import type { DocumentReading } from '../src/core/documents/index.ts'
import type { SourceDocument } from '../src/readers/index.ts'
import type { Gold } from './gold.d.mts'

interface Share {
  readonly right: number
  readonly all: number
}
export interface Score {
  readonly boundary: { readonly hit: number; readonly missed: number; readonly extra: number }
  readonly marks: Readonly<Partial<Record<'kind' | 'title' | 'authors' | 'date' | 'language', number>>>
  readonly falseAuthors: number
  readonly falseDates: number
  readonly fields?: Share
  readonly paragraphs?: Share & { readonly spans: number }
  readonly groups?: Share
  readonly misplaced: number
}
export const scoreOf: (
  source: SourceDocument,
  bytes: Uint8Array,
  reading: DocumentReading,
  gold: Gold,
  fail: (words: string) => void,
) => Score
