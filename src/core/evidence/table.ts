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

const headerProblem = (table: Table, message: string, wayOut: string): Problem => ({
  severity: 'error',
  place: { file: table.file, line: 1 },
  text: table.columns.join(','),
  message,
  wayOut,
})

const missingColumns = (table: Table, expected: readonly string[]): Problem[] =>
  expected
    .filter(column => !table.columns.includes(column))
    .map(column =>
      headerProblem(
        table,
        `The column "${column}" is missing.`,
        `Write the header as ${expected.join(',')}.`,
      ),
    )

const unknownColumns = (table: Table, expected: readonly string[]): Problem[] =>
  table.columns
    .filter(column => !expected.includes(column))
    .map(column =>
      headerProblem(
        table,
        `The column "${column}" is not known here.`,
        `Remove it, or correct its name to one of ${expected.join(', ')}.`,
      ),
    )

const repeatedColumns = ({ columns }: Table): string[] => [
  ...new Set(columns.filter((column, index) => columns.indexOf(column) < index)),
]

const headerProblems = (table: Table, expected: readonly string[]): Problem[] => {
  if (table.columns.length === 0)
    return [headerProblem(table, 'This table has no header.', `Write it as ${expected.join(',')}.`)]
  const twice = repeatedColumns(table).map(column =>
    headerProblem(table, `The column "${column}" stands twice.`, 'Remove one of the two with its cells.'),
  )
  return [...missingColumns(table, expected), ...unknownColumns(table, expected), ...twice]
}

/** Line breaks and tabs inside a cell are text; any other control character could command a terminal. */
const CONTROL = /[^\P{Cc}\t\n\r]/u

const rowProblem = (row: Row, { cells }: TableRow, { columns }: Table): Problem | undefined => {
  if (cells.length !== columns.length)
    return row.wrong(
      `This row has ${cells.length} cells; the header has ${columns.length}.`,
      'Quote a cell that contains a comma, and write an empty cell as nothing between two commas.',
    )
  if (cells.some(cell => CONTROL.test(cell)))
    return row.wrong('This row holds a control character.', 'Write it in plain characters.')
  return undefined
}

/** The rows of a table that could be read, with everything wrong in its header and the shape of its rows. */
export interface RowsRead {
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
  /** False when the header is wrong: then no row is read, and what the table says is not known. */
  readonly readable: boolean
}

/**
 * The rows of a table whose header must be exactly the expected columns, each once, in any order. A row with more
 * or fewer cells than the header is a problem and is left out; a wrong header leaves out all, and only it is named.
 */
export const readRows = (table: Table, expected: readonly string[]): RowsRead => {
  const header = headerProblems(table, expected)
  if (header.length > 0) return { rows: [], problems: header, readable: false }
  const at = new Map(table.columns.map((column, index) => [column, index]))
  const rows: Row[] = []
  const problems: Problem[] = []
  for (const row of table.rows) {
    const made = new Row(table, at, row)
    const problem = rowProblem(made, row, table)
    if (problem) problems.push(problem)
    else rows.push(made)
  }
  return { rows, problems, readable: true }
}

/** The confidence a row states, or the problem that it states none. */
export const confidenceOf = (row: Row): Confidence | Problem => {
  const text = row.get('confidence')
  return isConfidence(text)
    ? text
    : row.wrong(`The confidence "${text}" is not one of high, medium, low.`, 'Write one of the three words.')
}

/** The problem that a row names no source, or a page without saying which. */
export const sourceProblem = (row: Row): Problem | undefined => {
  const parts = row.get('source').split(' | ')
  if (parts.some(part => part.trim() === ''))
    return row.wrong(
      'This row has no source.',
      'Name where it was read: an id of sources.csv, or "page: ...".',
    )
  if (parts.some(part => /^page:\s*$/.test(part.trim())))
    return row.wrong('The source "page:" names no page.', 'Write after "page: " where it was read.')
  return undefined
}
