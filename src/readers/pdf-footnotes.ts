import { isCaption, type Measures } from './pdf-blocks.ts'
import type { Line } from './pdf-lines.ts'

/** The columns of a page with the footnotes taken out of them. */
export interface Parted {
  readonly columns: readonly (readonly Line[])[]
  readonly footnotes: readonly (readonly Line[])[]
}

/** Takes the footnotes out of the columns of a page: smaller type at the foot that begins with a mark. */
export const partedFootnotes = (columns: readonly (readonly Line[])[], measures: Measures): Parted => {
  const all = columns.flat()
  const parts = columns.map(lines => {
    const from = firstNote(lines, all, measures)
    return { body: lines.slice(0, from), notes: lines.slice(from) }
  })
  return {
    columns: parts.map(({ body }) => body).filter(lines => lines.length > 0),
    footnotes: parts.map(({ notes }) => notes).filter(lines => lines.length > 0),
  }
}

const SMALLER = 0.93
/** Without a mark only clearly smaller type under a clear gap is a note, as the rest of a note from the page before. */
const MUCH_SMALLER = 0.87

/** The place in the column of its first footnote; its length if it has none. */
const firstNote = (lines: readonly Line[], all: readonly Line[], measures: Measures): number => {
  const isBody = (line: Line): boolean => line.size > measures.size * SMALLER
  const from = lines.findLastIndex(isBody) + 1
  const first = lines[from]
  if (!first || !isAtFoot(first, all.filter(isBody))) return lines.length
  if (isNoteMark(first) || isUnderGap(lines[from - 1], first, measures)) return from
  const marked = lines.findIndex((line, at) => at > from && isNoteMark(line))
  return marked < 0 ? lines.length : marked
}

/** Whether there is body type on the page, and none of it below the line in the line's own width. */
const isAtFoot = (first: Line, body: readonly Line[]): boolean =>
  body.some(line => line.y < first.y) &&
  !body.some(line => line.y > first.y && line.x0 < first.x1 && line.x1 > first.x0)

const isUnderGap = (before: Line | undefined, first: Line, measures: Measures): boolean => {
  if (first.size > measures.size * MUCH_SMALLER || first.cells.length > 1 || isCaption(first.text))
    return false
  return before !== undefined && first.y - before.y > measures.leading * measures.size * 1.4
}

const MARK = /^(?:\d{1,3}|[*†‡§¶]{1,3}|\(\d{1,3}\)|\[\d{1,3}\]|[a-z]\))[.\s]*[\p{L}"“‘«(]/u

/** Whether a line begins with the mark of a footnote: a number, raised or not, or a sign. */
export const isNoteMark = (line: Line): boolean => {
  const first = line.cells[0]?.runs[0]
  const raised = first !== undefined && first.size < line.size * 0.85 && /^[\d*†‡§a-z]{1,3}$/.test(first.text)
  return raised || MARK.test(line.text)
}
