import type { DocumentReading } from '../src/core/documents/index.ts'
import type { World } from '../src/core/states/index.ts'

export const CATEGORIES: readonly string[]
/** Something that is, or was found, in a text. `value` is compared; a speaker or a name is counted apart. */
export interface Item {
  readonly category: string
  readonly start: number
  readonly end: number
  readonly value?: string | undefined
  readonly name?: string
  readonly speaker?: string | null
  readonly also?: string | undefined
  readonly iso3?: string
  readonly type?: string
}
export interface AnnotatedText {
  readonly name: string
  readonly text: string
  readonly date?: string
  readonly language: string
  readonly categories: readonly string[]
  readonly gold: readonly Item[]
  readonly ignored: readonly { readonly start: number; readonly end: number }[]
}
export interface Counts {
  readonly gold: number
  readonly found: number
  readonly strict: number
  readonly lenient: number
  /** The place alone is right. */
  readonly place: number
  /** Of the matched, those that have a name or a speaker in the gold, and those whose name or speaker is right. */
  readonly named: number
  readonly rightName: number
}
export type Rows = Readonly<Record<string, Counts>>
/** Missed, too many, misnamed. */
export type Misses = Readonly<Record<string, readonly [number, number, number]>>
export type Aliases = ReadonlyMap<string, readonly string[]>

export const familyOf: (type: string) => string
export const fromMarked: (name: string, content: string) => AnnotatedText
export const markedIn: (folder: string) => readonly AnnotatedText[]
export const annotationsIn: (folder: string, texts?: string) => readonly AnnotatedText[]
export const givenDay: (text: { readonly date?: string }) => string | undefined
export const foundIn: (reading: DocumentReading) => readonly Item[]
export const aliasesIn: (world: World) => Aliases
export const scoreAnnotations: (
  text: Pick<AnnotatedText, 'gold' | 'ignored' | 'categories'>,
  found: readonly Item[],
  aliases?: Aliases,
) => { readonly rows: Rows; readonly differences: readonly (Item & { readonly what: string })[] }
export const sumOf: (scores: readonly Rows[]) => Rows
export const missesOf: (rows: Rows) => Misses
export const compareMisses: (
  known: Misses | undefined,
  now: Misses,
) => { readonly worse: readonly string[]; readonly better: readonly string[] }
