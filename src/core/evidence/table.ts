import { type Confidence, isConfidence } from './confidence.ts'
import type { Problem } from './problem.ts'

/** A text table as it stands in its file: the header, and each row with the line it begins on. */
export interface Table {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}
export interface TableRow {
  /** Counts from 1; the header is line 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** One row, read by column name. */
export class Row {
  readonly #table: Table
  readonly #at: ReadonlyMap<string, number>
  readonly #row: TableRow
  constructor(table: Table, at: ReadonlyMap<string, number>, row: TableRow) {
    this.#table = table
    this.#at = at
    this.#row = row
  }
  get line(): number {
    return this.#row.line
  }
  /** The cell's text without surrounding blanks; empty when the cell is. */
  get(column: string): string {
    const index = this.#at.get(column)
    if (index === undefined)
      throw new Error(`Cannot read column "${column}": not in the header of ${this.#table.file}`)
    return this.#row.cells[index]?.trim() ?? ''
  }
  /** The problem that this row is wrong in the way described. */
  wrong(message: string, wayOut: string): Problem {
    const place = { file: this.#table.file, line: this.line }
    return { severity: 'error', place, text: this.#row.cells.join(','), message, wayOut }
  }
}

const missingColumns = (table: Table, expected: readonly string[]): Problem[] =>
  expected
    .filter(column => !table.columns.includes(column))
    .map(column => ({
      severity: 'error',
      place: { file: table.file, line: 1 },
      text: table.columns.join(','),
      message: `The column "${column}" is missing.`,
      wayOut: `Write the header as ${expected.join(',')}.`,
    }))

const unknownColumns = (table: Table, expected: readonly string[]): Problem[] =>
  table.columns
    .filter(column => !expected.includes(column))
    .map(column => ({
      severity: 'error',
      place: { file: table.file, line: 1 },
      text: table.columns.join(','),
      message: `The column "${column}" is not known here.`,
      wayOut: `Remove it, or correct its name to one of ${expected.join(', ')}.`,
    }))

/**
 * The rows of a table whose header must be exactly the expected columns, in any order. A row with more or fewer
 * cells than the header is a problem and is left out.
 */
export const readRows = (
  table: Table,
  expected: readonly string[],
): { readonly rows: readonly Row[]; readonly problems: readonly Problem[] } => {
  const header = [...missingColumns(table, expected), ...unknownColumns(table, expected)]
  if (header.length > 0) return { rows: [], problems: header }
  const at = new Map(table.columns.map((column, index) => [column, index]))
  const rows: Row[] = []
  const problems: Problem[] = []
  for (const row of table.rows) {
    const made = new Row(table, at, row)
    if (row.cells.length === table.columns.length) rows.push(made)
    else
      problems.push(
        made.wrong(
          `This row has ${row.cells.length} cells; the header has ${table.columns.length}.`,
          'Quote a cell that contains a comma, and write an empty cell as nothing between two commas.',
        ),
      )
  }
  return { rows, problems }
}

/** The confidence a row states, or the problem that it states none. */
export const confidenceOf = (row: Row): Confidence | Problem => {
  const text = row.get('confidence')
  return isConfidence(text)
    ? text
    : row.wrong(`The confidence "${text}" is not one of high, medium, low.`, 'Write one of the three words.')
}
