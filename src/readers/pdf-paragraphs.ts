import { alike, type Block, itemMark, leadingOf, type Measures } from './pdf-blocks.ts'
import { isNoteMark } from './pdf-footnotes.ts'
import type { Line } from './pdf-lines.ts'

/** The lines of a column and what is usual in it. */
interface Column {
  readonly lines: readonly Line[]
  readonly leading: number
  /** For each line, how far to the right its neighbours reach. */
  readonly rights: readonly number[]
  readonly measures: Measures
  readonly areNotes: boolean
}

/** The lines of a column as paragraphs. `areNotes` says that they are footnotes, each with its mark. */
export const paragraphsOf = (
  lines: readonly Line[],
  measures: Measures,
  areNotes = false,
): readonly Block[] => {
  const leading = leadingOf(lines, measures)
  const column: Column = { lines, leading, rights: rightsOf(lines, leading), measures, areNotes }
  const blocks: Line[][] = []
  lines.forEach((line, at) => {
    const block = blocks.at(-1)
    if (block && !begins(column, at, block)) block.push(line)
    else blocks.push([line])
  })
  return blocks.map(block => ({ role: 'paragraph', lines: block }))
}

/** For each line the right margin, as the lines around it show it. */
const rightsOf = (lines: readonly Line[], leading: number): readonly number[] => {
  const isWide = (at: number): boolean => endsAtGap(lines, at, leading)
  const wide = margins(lines, isWide)
  const narrow = margins(lines, at => isWide(at) || endsAtShift(lines, at))
  // Two lines farther in show no margin of their own.
  return lines.map((line, at) => {
    const own = narrow[at]
    return (own && own.lines > 2 ? own : wide[at])?.right ?? line.x1
  })
}

interface Margin {
  readonly right: number
  readonly lines: number
}

const margins = (lines: readonly Line[], isLast: (at: number) => boolean): readonly Margin[] => {
  const found: Margin[] = []
  lines.forEach((line, at) => {
    if (at < lines.length - 1 && !isLast(at)) return
    const ends = lines.slice(found.length, at + 1).map(({ x1 }) => x1)
    // A line in fifteen may stick out.
    const right = ends.sort((a, b) => a - b)[ends.length - 1 - Math.floor(ends.length / 15)] ?? line.x1
    while (found.length <= at) found.push({ right, lines: ends.length })
  })
  return found
}

const endsAtGap = (lines: readonly Line[], at: number, leading: number): boolean => {
  const [line, next] = [lines[at], lines[at + 1]]
  if (!line || !next) return true
  return !alike(line.size, next.size) || next.y - line.y > leading * line.size * 1.4
}

/** Whether the next lines, at least two, stand farther in or out. */
const endsAtShift = (lines: readonly Line[], at: number): boolean => {
  const [line, next, after] = lines.slice(at, at + 3)
  if (!line || !next || !after) return false
  return Math.abs(next.x0 - line.x0) > line.size * 0.8 && Math.abs(after.x0 - next.x0) < line.size * 0.3
}

/** Whether the line at `at` begins a block of its own after the lines of `block`. */
const begins = (column: Column, at: number, block: readonly Line[]): boolean => {
  const line = column.lines[at]
  const before = column.lines[at - 1]
  if (!line || !before) return true
  if (!alike(line.size, before.size) || changesWeight(before, line)) return true
  const short = isShort(column, at - 1)
  if (isApart(column, before, line, short)) return true
  if (column.areNotes && isNoteMark(line)) return true
  if (isCentred(before, line) || line.size > column.measures.size * 1.15) return false
  return short || LEADERS.test(before.text) || beginsItem(before, line, block) || isShifted(column, at, block)
}

/** The dots of a table of contents, with the number of a page at their end. */
const LEADERS = /(?:\.\s?){4}\s*[\divxlc-]{1,7}$/i

const changesWeight = (before: Line, line: Line): boolean =>
  before.bold !== line.bold &&
  before.cells.at(-1)?.runs.at(-1)?.bold !== line.cells[0]?.runs[0]?.bold &&
  !/^\p{Ll}/u.test(line.text)

/** Whether more room than usual is left above the line. */
const isApart = ({ leading }: Column, before: Line, line: Line, short: boolean): boolean => {
  const step = (line.y - before.y) / (leading * line.size)
  const goesOn = !short && /^\p{Ll}/u.test(line.text)
  return step > 1.6 || step < 0.2 || (step > 1.22 && !goesOn)
}

/** Whether the first word of the next line would have found room at the end of the line at `at`. */
const isShort = ({ lines, rights }: Column, at: number): boolean => {
  const line = lines[at]
  const next = lines[at + 1]
  if (!line || !next || isRightToLeft(line)) return false
  if (/\p{L}[-‐]$/u.test(line.text) && /^\p{Ll}/u.test(next.text)) return false
  const [word = ''] = next.text.split(' ', 1)
  const room = (rights[at] ?? line.x1) - line.x1
  const needed = ((next.x1 - next.x0) * word.length) / next.text.length
  // Lines that a person parted, or a program that balances them, leave room within a sentence too.
  const goesOn = /^\p{Ll}/u.test(next.text) && !/[.:;!?]["”’)\]]?$/.test(line.text)
  return room > Math.max(needed + line.size * 0.9, goesOn ? (line.x1 - line.x0) * 0.4 : 0)
}

const isRightToLeft = (line: Line): boolean =>
  line.cells.every(cell => cell.runs.some(run => run.rightToLeft))

const isCentred = (before: Line, line: Line): boolean => {
  const shift = Math.abs(before.x0 - line.x0)
  return (
    shift > line.size * 0.8 &&
    Math.abs(before.x0 + before.x1 - line.x0 - line.x1) < line.size * 0.8 &&
    itemMark(line.text) === undefined
  )
}

const beginsItem = (before: Line, line: Line, block: readonly Line[]): boolean => {
  const mark = itemMark(line.text)
  if (mark !== 'likely') return mark === 'sure'
  const [first] = block
  const isNext = first && itemMark(first.text) && Math.abs(first.x0 - line.x0) < line.size * 0.3
  const isMoved = Math.abs(before.x0 - line.x0) > line.size * 0.5
  return isNext || isMoved || /(?:[.;:,!?]|\b(?:and|or))["”’)\]]*$/.test(before.text.slice(-20))
}

/** Whether the line stands farther in or out than the lines of its paragraph do. */
const isShifted = ({ lines }: Column, at: number, block: readonly Line[]): boolean => {
  const [first] = block
  const before = block.at(-1)
  const line = lines[at]
  if (!first || !before || !line || isRightToLeft(line)) return false
  const shift = line.x0 - before.x0
  const step = line.size * 0.8
  if (block.length > 1) return shift > step || shift < -step
  if (shift <= step || itemMark(first.text) !== undefined) return false
  // One line and then a deeper one: an entry with a hanging indent if the next line stays as deep.
  const next = lines[at + 1]
  return !(next && Math.abs(next.x0 - line.x0) < line.size * 0.3)
}
