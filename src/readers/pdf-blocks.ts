import type { Role } from '../core/documents/index.ts'
import type { Line, Segment } from './pdf-lines.ts'

/** A paragraph, a heading, a table or another block of a page, not yet joined with its other half. */
export interface Block {
  readonly role: Role | 'paragraph'
  readonly level?: number
  readonly lines: readonly Line[]
  /** Of a table: its rows, the cells of a row, the lines of a cell. */
  readonly rows?: readonly (readonly (readonly Segment[])[])[]
}

/** A page taken apart. What is not of its body is kept beside it. */
export interface PageBlocks {
  readonly number: number
  readonly heads: readonly Block[]
  /** The blocks of the body, column by column in reading order. */
  readonly columns: readonly (readonly Block[])[]
  readonly footnotes: readonly Block[]
  readonly feet: readonly Block[]
  /** What is read in another direction than the page. */
  readonly asides: readonly Block[]
}

/** The usual sizes of a document, by which its parts are told. */
export interface Measures {
  /** The size of type of most characters. */
  readonly size: number
  /** From baseline to baseline within a paragraph, as a multiple of the size of the type. */
  readonly leading: number
}

/** Measures the lines of a whole document, given column by column. */
export const measured = (columns: readonly (readonly Line[])[]): Measures => {
  const lengths = new Map<number, number>()
  for (const line of columns.flat()) {
    const size = Math.round(line.size * 10) / 10
    lengths.set(size, (lengths.get(size) ?? 0) + line.text.length)
  }
  const [size = 10] = [...lengths].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0])
  return { size, leading: usualLeading(columns.flatMap(stepsOf)) ?? 1.2 }
}

/** The leading of one column, or the document's where the column is too short to tell. */
export const leadingOf = (lines: readonly Line[], measures: Measures): number => {
  const steps = stepsOf(lines)
  return (steps.length >= 5 ? usualLeading(steps) : undefined) ?? measures.leading
}

const usualLeading = (steps: readonly number[]): number | undefined =>
  [...steps].sort((a, b) => a - b)[Math.floor(steps.length * 0.3)]

const stepsOf = (lines: readonly Line[]): readonly number[] =>
  lines.flatMap((line, at) => {
    const before = lines[at - 1]
    if (!before || !alike(before.size, line.size)) return []
    const step = (line.y - before.y) / line.size
    return step > 0.8 && step < 4 ? [step] : []
  })

/** Whether two sizes of type are the same for the eye. */
export const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 0.07 * Math.max(a, b)

const BULLET = /^[•‣⁃▪■□●○◦▶➢➤✓∙·\uf0b7\uf0a7\uf0d8]\s*\S/u
const DASH = /^[-–—*]\s+\S/
const NUMBERED = /^(?:\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?)\s+\S/i

/** How surely a line begins an item of a list: a dash or a number may also stand within a sentence. */
export const itemMark = (text: string): 'sure' | 'likely' | undefined => {
  if (BULLET.test(text)) return 'sure'
  return DASH.test(text) || NUMBERED.test(text) ? 'likely' : undefined
}

const CAPTION =
  /^(?:fig(?:ure|\.)?|table|box|chart|map|plate|photo|graph|abb(?:ildung|\.)|tabelle|tableau|cuadro|gráfico|рис\.|таблица)\s*\d+/iu

/** Whether words begin as the caption of a figure or of a table does. */
export const isCaption = (text: string): boolean => CAPTION.test(text)
