import type { Run } from './pdf-runs.ts'

/** Runs on one baseline without a wide gap between them, in reading order. */
export interface Segment {
  readonly runs: readonly Run[]
  readonly x0: number
  readonly x1: number
  readonly y: number
  /** The size of type of most of its characters. */
  readonly size: number
}

/** A line of one column. A gap as between the cells of a table parts its `cells`. */
export interface Line {
  readonly page: number
  readonly cells: readonly Segment[]
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  /** Whether nearly all of it is in bold type. */
  readonly bold: boolean
  /** As a reader sees it; the exact words are in the runs. */
  readonly text: string
}

/** A gap so many times the size of the type parts two segments. Gutters are wider, blanks narrower. */
const WIDE_GAP = 0.7

/** The segments of a page's settled runs, from the top. */
export const segmentsOf = (runs: readonly Run[]): readonly Segment[] =>
  rowsOf(runs, run => run.size).flatMap(row => splitRow([...row].sort((a, b) => a.x - b.x)))

/** The items that stand on one baseline, from the top. */
export const rowsOf = <T extends { readonly y: number }>(
  items: readonly T[],
  sizeOf: (item: T) => number,
): readonly (readonly T[])[] => {
  const rows: T[][] = []
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const before = row?.at(-1)
    if (row && before && item.y - before.y <= 0.22 * Math.min(sizeOf(item), sizeOf(before))) row.push(item)
    else rows.push([item])
  }
  return rows
}

const splitRow = (row: readonly Run[]): readonly Segment[] => {
  const groups: Run[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const run of row) {
    const group = groups.at(-1)
    const joins =
      group !== undefined && run.x - right <= WIDE_GAP * Math.max(run.size, group.at(-1)?.size ?? 0)
    if (joins) group.push(run)
    else groups.push([run])
    right = Math.max(joins ? right : Number.NEGATIVE_INFINITY, run.x + run.width)
  }
  return groups.map(segmentOf)
}

const segmentOf = (runs: readonly Run[]): Segment => {
  const size = commonSize(runs)
  const rightToLeft = runs.filter(run => run.rightToLeft).length * 2 > runs.length
  return {
    runs: rightToLeft ? [...runs].reverse() : runs,
    x0: Math.min(...runs.map(run => run.x)),
    x1: Math.max(...runs.map(run => run.x + run.width)),
    y: runs.find(run => run.size === size)?.y ?? 0,
    size,
  }
}

/** The size of type in which most characters are set. */
export const commonSize = (runs: readonly { readonly size: number; readonly text: string }[]): number => {
  const lengths = new Map<number, number>()
  for (const run of runs) lengths.set(run.size, (lengths.get(run.size) ?? 0) + run.text.length)
  let best = runs[0]?.size ?? 1
  for (const [size, length] of lengths) if (length > (lengths.get(best) ?? 0)) best = size
  return best
}

/** The lines of one column, from the top. */
export const linesOf = (segments: readonly Segment[], page: number): readonly Line[] =>
  rowsOf(segments, segment => segment.size).map(row => lineOf([...row].sort(inOrder), page))

const isRightToLeft = (segment: Segment): boolean => segment.runs.some(run => run.rightToLeft)

const inOrder = (a: Segment, b: Segment): number =>
  isRightToLeft(a) && isRightToLeft(b) ? b.x0 - a.x0 : a.x0 - b.x0

const lineOf = (cells: readonly Segment[], page: number): Line => {
  const runs = cells.flatMap(cell => cell.runs)
  const length = runs.reduce((sum, run) => sum + run.text.length, 0)
  const bold = runs.reduce((sum, run) => sum + (run.bold ? run.text.length : 0), 0)
  const size = commonSize(runs)
  return {
    page,
    cells,
    x0: Math.min(...cells.map(cell => cell.x0)),
    x1: Math.max(...cells.map(cell => cell.x1)),
    y: cells.find(cell => cell.size === size)?.y ?? cells[0]?.y ?? 0,
    size,
    bold: bold >= length * 0.9,
    text: cells.map(textOf).join(' '),
  }
}

/** The words of a segment as a reader sees them. */
export const textOf = (segment: Segment): string =>
  segment.runs.reduce(
    (text, run, at) => text + (blankBefore(segment.runs[at - 1], run) ? ' ' : '') + run.text,
    '',
  )

/** Whether a blank stands between two neighbours of a line: the file has one, or the gap is as wide as one. */
export const blankBefore = (before: Run | undefined, run: Run): boolean => {
  if (!before) return false
  if (isInitialOf(before, run)) return false
  const gap = run.rightToLeft ? before.x - (run.x + run.width) : run.x - (before.x + before.width)
  const size = Math.min(run.size, before.size)
  const follows = before.blank !== null && before.blank + 1 >= run.from && run.from > before.from
  // pdfjs puts a blank also where a soft hyphen was left out within a word.
  return follows ? Math.abs(gap) > 0.03 * size : gap > 0.15 * size
}

const isInitialOf = (before: Run, run: Run): boolean =>
  before.text.length === 1 && before.size >= run.size * 1.8 && /^\p{L}/u.test(run.text)

/** The middle value; 0 of nothing. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
