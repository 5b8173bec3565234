import type { Span } from '../core/evidence/index.ts'
import type { PartTrace } from './builder.ts'

/** A field whose instruction is not text; its result is. */
export interface Field {
  phase: 'instruction' | 'result'
  ended: boolean
  /** The innermost field around it in whose instruction it stands. */
  readonly within: Field | null
}

/** A stretch of a paragraph, with where it stands in the XML of its part. */
export interface Run {
  readonly words: string
  readonly at: Span
  readonly verbatim: boolean
  readonly style: string | null
  readonly hidden: boolean
  readonly deleted: boolean
  /** The field in whose instruction it stands. */
  readonly field: Field | null
}

/** A table; one with a single column is a frame around text. */
export interface Table {
  columns: number
}

/** A cell of a table, which may stand in a cell of another. */
export interface Cell {
  readonly table: Table
  readonly row: number
  readonly parent: Cell | null
  readonly depth: number
}

/** A paragraph of a part. */
export interface Paragraph {
  readonly runs: Run[]
  readonly cell: Cell | null
  /** The comment or note that it belongs to. */
  readonly item: Item | null
  style: string | null
  outline: number | null
  listed: boolean | null
}

/** A comment or a note. `kind` is `separator` and the like where it is none of the author's. */
export interface Item {
  readonly id: string
  readonly kind: string | null
}

/** A reference to another part by its id, as `footer` or `altChunk`. */
export interface Reference {
  readonly to: string
  readonly id: string
}

/** What a part of a document holds, in its order. */
export interface Story {
  readonly root: string
  readonly trace: PartTrace
  readonly paragraphs: readonly Paragraph[]
  readonly references: readonly Reference[]
  readonly inserted: number
  readonly deleted: number
}

/** How many runs, paragraphs and cells the parts read so far have. */
export interface Room {
  made: number
}

/** What is known while a part is read, from one mark to the next. */
export interface State {
  readonly text: string
  readonly names: string[]
  readonly paragraphs: Paragraph[]
  readonly open: Paragraph[]
  readonly runs: { style: string | null; hidden: boolean }[]
  readonly tables: { table: Table; row: number; columns: number }[]
  readonly cells: (Cell | null)[]
  readonly fields: Field[]
  /** For each choice between alternatives, how much was read before it. */
  readonly alternatives: number[]
  readonly references: Reference[]
  item: Item | null
  /** How deep the element is that is passed over, or null. */
  passing: number | null
  deleting: number
  inserted: number
  deleted: number
  readonly room: Room
}
