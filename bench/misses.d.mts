import type { AnnotatedText, Misses, Rows } from './annotations.d.mts'

export type Total = readonly [number, number, number]
export interface KnownMisses {
  readonly total: Total
  readonly texts: Readonly<Record<string, Misses>>
}
export const totalOf: (texts: Readonly<Record<string, Misses>>) => Total
export const totalWords: (total: Total) => string
export const readMisses: (folder: string) => KnownMisses
export const writeMisses: (
  folder: string,
  scored: readonly { readonly text: AnnotatedText; readonly rows: Rows }[],
) => string
