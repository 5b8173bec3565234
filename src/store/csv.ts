import Papa from 'papaparse'
import type { Problem, Table, TableRow } from '../core/evidence/index.ts'

const lineBreaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0)

/** The rows with the line each begins on: a cell may hold line breaks, and an empty line is no row. */
const withLines = (records: readonly (readonly string[])[]): TableRow[] => {
  const rows: TableRow[] = []
  let line = 1
  for (const cells of records) {
    if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells })
    line += 1 + lineBreaksIn(cells)
  }
  return rows
}

/** The rows of a CSV text with the line each begins on. A row has as many cells as are written, right or wrong. */
export const readCsv = (file: string, text: string): { table: Table; problems: Problem[] } => {
  const plain = text.replace(/^\uFEFF/, '')
  const newline = plain.includes('\r') ? undefined : '\n'
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter: ',', ...(newline && { newline }) })
  const [header, ...rows] = withLines(data)
  const problems = errors.map(
    ({ row, message }): Problem => ({
      severity: 'error',
      place: { file, line: withLines(data.slice(0, (row ?? 0) + 1)).at(-1)?.line ?? 1 },
      message: `This is not a CSV table: ${message}.`,
      wayOut: 'Quote cells that hold commas or quotation marks, and double a quotation mark inside a cell.',
    }),
  )
  return { table: { file, columns: header?.cells ?? [], rows }, problems }
}
