import { median, rowsOf, type Segment } from './pdf-lines.ts'

/** A white strip between columns: left of `at` and right of it there is text from `top` to `bottom`. */
interface Gutter {
  readonly at: number
  /** Baselines of the nearest segments that cross the strip above and below. */
  readonly top: number
  readonly bottom: number
  readonly segments: number
}

/** The segments of a page as columns, in the order in which they are read. */
export const columnsOf = (segments: readonly Segment[], depth = 0): readonly (readonly Segment[])[] => {
  if (segments.length === 0) return []
  const gutter = depth < MOST_CUTS ? bestGutter(segments) : undefined
  if (!gutter) return [segments]
  const inside = segments.filter(({ y }) => y > gutter.top && y < gutter.bottom)
  return [
    segments.filter(({ y }) => y <= gutter.top),
    inside.filter(({ x0 }) => x0 < gutter.at),
    inside.filter(({ x0 }) => x0 >= gutter.at),
    segments.filter(({ y }) => y >= gutter.bottom),
  ].flatMap(part => columnsOf(part, depth + 1))
}

const MOST_CUTS = 12
/** A page of more is a map or a drawing; no column has so many words. */
const MOST_SEGMENTS = 5000
/** Of the size of the type. */
const NARROWEST_GUTTER = 0.7

const bestGutter = (segments: readonly Segment[]): Gutter | undefined => {
  if (segments.length < FEWEST_LINES || segments.length > MOST_SEGMENTS) return undefined
  const byHeight = [...segments].sort((a, b) => a.y - b.y)
  const width = NARROWEST_GUTTER * median(segments.map(segment => segment.size))
  const found = edgesOf(segments).flatMap(at => guttersAt(at, width, byHeight))
  return found.reduce<Gutter | undefined>(
    (best, gutter) => (best && best.segments >= gutter.segments ? best : gutter),
    undefined,
  )
}

/** The places where segments end, one for each two points; a hostile page has no more than a wide one. */
const edgesOf = (segments: readonly Segment[]): readonly number[] => {
  const ends = new Map<number, number>()
  for (const { x1 } of segments) {
    const key = Math.ceil(x1 / 2)
    ends.set(key, Math.max(x1, ends.get(key) ?? x1))
  }
  return [...ends.values()].slice(0, 500)
}

/** The stretches of the strip at `at` that no segment crosses and that have columns of prose on both sides. */
const guttersAt = (at: number, width: number, byHeight: readonly Segment[]): readonly Gutter[] => {
  const found: Gutter[] = []
  let top = Number.NEGATIVE_INFINITY
  let left: Segment[] = []
  let right: Segment[] = []
  const finish = (bottom: number): void => {
    const begin = Math.max(top, endOfTitle(left, right))
    const below = ({ y }: Segment): boolean => y > begin
    const [before, after] = [left.filter(below), right.filter(below)]
    if (areColumns(before, after))
      found.push({ at, top: begin, bottom, segments: before.length + after.length })
    top = bottom
    left = []
    right = []
  }
  for (const segment of byHeight) {
    if (segment.x1 <= at + 0.5) left.push(segment)
    else if (segment.x0 >= at + width) right.push(segment)
    else finish(segment.y)
  }
  finish(Number.POSITIVE_INFINITY)
  // Segments on the baseline of one that crosses would belong to both sides of the cut.
  return found.filter(gutter => gutter.top < gutter.bottom)
}

/** The last baseline of a title that stands above both columns without reaching over the strip between them. */
const endOfTitle = (left: readonly Segment[], right: readonly Segment[]): number => {
  const size = median([...left, ...right].map(segment => segment.size))
  const endOn = (side: readonly Segment[], other: readonly Segment[]): number => {
    const from = (other[0]?.y ?? 0) - size
    const last = side.findLastIndex(({ y }) => y < from)
    const isTitle = side.slice(0, last + 1).every(segment => segment.size > size * 1.12)
    return isTitle ? (side[last]?.y ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY
  }
  return Math.max(endOn(left, right), endOn(right, left))
}

const areColumns = (left: readonly Segment[], right: readonly Segment[]): boolean => {
  if (Math.min(left.length, right.length) < 2 || left.length + right.length < FEWEST_LINES) return false
  const [before, after] = [inkOf(left), inkOf(right)]
  const lines = before.length + after.length
  // Wide blanks of justified lines may stand above one another by chance, but not for many lines.
  const fewest = lines < left.length + right.length ? 2 * FEWEST_LINES : FEWEST_LINES
  if (Math.min(before.length, after.length) < 2 || lines < fewest) return false
  if (!isProse(before) || !isProse(after) || !haveEdge(left, right)) return false
  return !isTable(left) && !isTable(right) && !shareRows(left, right)
}

const FEWEST_LINES = 6
/** In sizes of the type: what is shorter is hardly a line of a column. */
const SHORT = 8

/** Whether lines begin or end at one and the same place beside the strip, as they do not beside a chance gap. */
const haveEdge = (left: readonly Segment[], right: readonly Segment[]): boolean => {
  const size = median(left.map(segment => segment.size))
  const rows = (side: readonly Segment[]) => rowsOf(side, segment => segment.size)
  const begins = rows(right).map(row => Math.min(...row.map(({ x0 }) => x0)))
  const ends = rows(left).map(row => Math.max(...row.map(({ x1 }) => x1)))
  return isEdge(begins, size * 0.4) || isEdge(ends, size * 0.4)
}

const isEdge = (places: readonly number[], reach: number): boolean =>
  edgesIn(places, reach, places.length / 2).length > 0

/** From the left, where at least so many of the places lie within reach of one another. */
const edgesIn = (places: readonly number[], reach: number, least: number): readonly number[] => {
  const sorted = [...places].sort((a, b) => a - b)
  const found: number[] = []
  let from = 0
  while (from < sorted.length) {
    const first = sorted[from] ?? 0
    let end = from
    while (end < sorted.length && (sorted[end] ?? 0) <= first + reach) end++
    if (end - from >= least) found.push(first)
    from = end - from >= least ? end : from + 1
  }
  return found
}

/** How much of each line is covered by words, in sizes of its type. */
const inkOf = (segments: readonly Segment[]): readonly number[] =>
  rowsOf(segments, segment => segment.size).map(row =>
    row.reduce((sum, { x0, x1, size }) => sum + (x1 - x0) / size, 0),
  )

/** Whether most lines are long and about as long as one another, unlike the cells of a table. */
const isProse = (ink: readonly number[]): boolean => {
  const sorted = [...ink].sort((a, b) => a - b)
  const long = sorted[Math.floor(sorted.length * 0.9)] ?? 0
  const full = sorted.filter(length => length >= long * 0.4).length
  return long >= 9 && full * 2 >= sorted.length && median(sorted) >= SHORT
}

/** Whether the lines of a side are parted into short cells that begin below one another. */
const isTable = (side: readonly Segment[]): boolean => {
  const all = rowsOf(side, segment => segment.size)
  const rows = all.filter(row => row.length > 1)
  if (rows.length < 2 || rows.length * 3 < all.length) return false
  const reach = median(side.map(({ size }) => size)) * 0.4
  const starts = edgesIn(
    rows.flat().map(({ x0 }) => x0),
    reach,
    rows.length / 2,
  )
  const cells = starts.map((start, at) => {
    const next = starts[at + 1] ?? Number.POSITIVE_INFINITY
    const inCell = rows.map(row => row.filter(({ x0 }) => x0 >= start && x0 < next))
    return inCell.flatMap(inkOf)
  })
  return cells.length > 1 && cells.some(ink => median(ink) < SHORT)
}

/** Whether the blocks of both sides begin at the same heights, as the rows of a table do. */
const shareRows = (left: readonly Segment[], right: readonly Segment[]): boolean => {
  const starts = [blockStarts(left), blockStarts(right)].sort((a, b) => a.length - b.length)
  const [fewer = [], more = []] = starts
  const shared = fewer.filter(y => more.some(other => Math.abs(other - y) < 2))
  return shared.length >= 2 && shared.length * 10 >= fewer.length * 7 && shared.length * 3 >= more.length
}

/** Where a segment follows a gap that is clearly wider than between most lines. */
const blockStarts = (segments: readonly Segment[]): readonly number[] => {
  const steps = segments.map(({ y }, at) => y - (segments[at - 1]?.y ?? y))
  // Where two columns stand on one side, their lines alternate and the steps between them say nothing.
  const usual = Math.max(median(steps.filter(step => step > 1)), median(segments.map(({ size }) => size)))
  return segments.flatMap(({ y }, at) => ((steps[at] ?? 0) > usual * 1.3 ? [y] : []))
}
