import type { Block } from './pdf-blocks.ts'
import { type Line, median, type Segment } from './pdf-lines.ts'

/** A stretch of a column that is a table, or that is none. */
export interface Stretch {
  readonly isTable: boolean
  readonly lines: readonly Line[]
}

/** The lines of a column, parted into tables and what stands between them. */
export const partedTables = (lines: readonly Line[]): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let from = 0
  const finish = (isTable: boolean, end: number): void => {
    if (end > from) stretches.push({ isTable, lines: lines.slice(from, end) })
    from = end
  }
  let at = 0
  while (at < lines.length) {
    const end = endOfTable(lines, at)
    if (end > at) finish(false, at)
    if (end > at) finish(true, end)
    at = Math.max(end, at + 1)
  }
  finish(false, lines.length)
  return stretches
}

/** Where the table that begins at `from` ends; `from` if none begins there. */
const endOfTable = (lines: readonly Line[], from: number): number => {
  const first = lines[from]
  if (!first || !isRow(first) || isJustified(lines, from)) return from
  let last = first
  let end = from
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at]
    const before = lines[at - 1]
    if (!line || !before || line.y - before.y > line.size * 3.5) break
    if (isJustified(lines, at)) break
    if (isRow(line)) {
      if (!sharesColumn(last, line)) break
      last = line
      end = at + 1
    } else if (!isWrapped(last, before, line)) break
    else if (end === at && line.x0 > first.x0 + line.size) end = at + 1
  }
  return end
}

const CELL_GAP = 1
const MARKER = /^(?:\P{L}{1,3}|\(?[\p{L}\d.]{1,5}[.)])$/u

/** Whether wide gaps part the line; the gap after the mark of an item parts no cells. */
const isRow = ({ cells }: Line): boolean => {
  const [first, second] = cells
  if (!first || !second) return false
  if (
    cells.length === 2 &&
    MARKER.test(first.runs.map(run => run.text).join('')) &&
    first.x1 - first.x0 < first.size * 3
  )
    return false
  return cells.some((cell, at) => at > 0 && cell.x0 - (cells[at - 1]?.x1 ?? cell.x0) > cell.size * CELL_GAP)
}

/** Whether the gaps may be the wide blanks of a justified line: all alike, and the line ends where its neighbour does. */
const isJustified = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at]
  if (!line) return false
  const neighbours = [lines[at - 1], lines[at + 1]].filter(other => other !== undefined)
  if (!neighbours.some(({ x1 }) => Math.abs(x1 - line.x1) < 0.7)) return false
  const gaps = line.cells.slice(1).map((cell, place) => cell.x0 - (line.cells[place]?.x1 ?? cell.x0))
  const ink = line.x1 - line.x0 - gaps.reduce((sum, gap) => sum + gap, 0)
  const widest = Math.max(...gaps)
  return ink > (line.x1 - line.x0) * 0.5 && widest < line.size * 3 && widest < Math.min(...gaps) * 1.4
}

const sharesColumn = (a: Line, b: Line): boolean =>
  a.cells.some((cell, at) => b.cells.some((other, place) => at + place > 0 && aligned(cell, other)))

const aligned = (a: Segment, b: Segment): boolean => {
  const near = (x: number, y: number): boolean => Math.abs(x - y) < a.size * 0.4
  return near(a.x0, b.x0) || near(a.x1, b.x1) || near(a.x0 + a.x1, b.x0 + b.x1)
}

/** Whether a line of one cell is the rest of a cell of the row above: close to it and within one of its columns. */
const isWrapped = (row: Line, before: Line, line: Line): boolean =>
  line.y - before.y <= line.size * 1.6 &&
  row.cells.some((cell, at) => {
    const next = row.cells[at + 1]
    return (
      line.x0 > cell.x0 - line.size * 0.5 &&
      line.x1 < (next?.x0 ?? Number.POSITIVE_INFINITY) &&
      !isLong(line, row)
    )
  })

const isLong = (line: Line, row: Line): boolean => line.x1 - line.x0 > (row.x1 - row.x0) * 0.7

/** The block of a table, with the lines of each of its cells together. */
export const tableOf = (lines: readonly Line[]): Block => {
  const columns = columnsOf(lines)
  const rows = rowsOf(lines).map(row => {
    const cells = columns.map((): Segment[] => [])
    for (const segment of row.flatMap(line => line.cells)) cells[nearest(columns, segment)]?.push(segment)
    return cells.filter(cell => cell.length > 0)
  })
  return { role: 'table', lines, rows }
}

interface Extent {
  readonly x0: number
  readonly x1: number
}

/** The extents of the columns, as the lines with most cells show them. */
const columnsOf = (lines: readonly Line[]): readonly Extent[] => {
  const most = Math.max(...lines.map(line => line.cells.length))
  const cells = lines.filter(line => line.cells.length === most).flatMap(line => line.cells)
  const columns: Extent[] = []
  for (const { x0, x1 } of [...cells].sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1)
    if (last && x0 < last.x1) columns[columns.length - 1] = { x0: last.x0, x1: Math.max(last.x1, x1) }
    else columns.push({ x0, x1 })
  }
  return columns
}

const nearest = (columns: readonly Extent[], segment: Segment): number => {
  const distance = ({ x0, x1 }: Extent): number =>
    Math.max(0, segment.x0 - x1, x0 - segment.x1) * 1000 + Math.abs(x0 - segment.x0)
  return columns.reduce((best, column, at) => {
    const former = columns[best]
    return former && distance(former) <= distance(column) ? best : at
  }, 0)
}

/** Lines that make one row: where gaps part the lines into groups again and again, the groups are the rows. */
const rowsOf = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const steps = lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? line.y))
  const tight = Math.min(...steps)
  const wide = steps.filter(step => step > tight * 1.25).length
  const grouped = wide * 4 > steps.length && tight < median(lines.map(line => line.size)) * 1.5
  const left = Math.min(...lines.map(line => line.x0))
  const rows: Line[][] = []
  lines.forEach((line, at) => {
    const step = steps[at - 1] ?? 0
    const goesOn = grouped ? step <= tight * 1.25 : line.x0 > left + line.size && line.cells.length === 1
    const row = rows.at(-1)
    if (row && goesOn) row.push(line)
    else rows.push([line])
  })
  return rows
}
