import type { Hint, Role } from '../core/documents/index.ts'
import type { TextBuilder } from './builder.ts'
import type { Cell, Paragraph, Run, Story, Table } from './docx-model.ts'
import { levelOf, type StyleSheet } from './docx-styles.ts'

/** The text under construction with its hints. */
export interface Flow {
  readonly builder: TextBuilder
  readonly hints: Hint[]
  readonly styles: StyleSheet
}

/** Writes paragraphs of a story, each set off from what stands before it. */
export const writeParagraphs = (flow: Flow, story: Story, paragraphs: readonly Paragraph[]): void => {
  const tables = new Map<Table, { start: number; end: number }>()
  let before: Paragraph | null = null
  for (const paragraph of paragraphs) {
    if (isLeftOut(paragraph, before)) continue
    flow.builder.insert(before ? between(flow, before, paragraph) : '')
    const start = flow.builder.length()
    writeRuns(flow, story, paragraph)
    addHints(flow, paragraph, start)
    const table = outermostTable(paragraph.cell)
    if (table) tables.set(table, { start: tables.get(table)?.start ?? start, end: flow.builder.length() })
    before = paragraph
  }
  for (const span of tables.values()) hint(flow, 'table', span.start, span.end)
}

const isShown = ({ field }: Run): boolean => !field?.ended

const isEmpty = ({ runs }: Paragraph): boolean => !runs.some(run => isShown(run) && /\S/.test(run.words))

/** An empty paragraph is left out, but not where it is all that a cell of a table has so far. */
const isLeftOut = (paragraph: Paragraph, before: Paragraph | null): boolean => {
  if (!isEmpty(paragraph)) return false
  const cell = inTable(paragraph.cell)
  return cell === null || cellsAbove(before?.cell ?? null).includes(cell)
}

/** The nearest cell of a table with columns; a table of one column is a frame around text. */
const inTable = (cell: Cell | null): Cell | null => {
  for (let at = cell; at; at = at.parent) if (at.table.columns > 1) return at
  return null
}

const outermostTable = (cell: Cell | null): Table | null => cellsAbove(cell)[0]?.table ?? null

/** The cells of tables with columns around a place, the outermost first. */
const cellsAbove = (cell: Cell | null): readonly Cell[] => {
  const found: Cell[] = []
  for (let at = inTable(cell); at; at = inTable(at.parent)) found.unshift(at)
  return found
}

const between = (flow: Flow, before: Paragraph, after: Paragraph): string => {
  const [left, right] = [cellsAbove(before.cell), cellsAbove(after.cell)]
  if (left.length === 0 && right.length === 0) return inOneList(flow, before, after) ? '\n' : '\n\n'
  const shared = left.findIndex((cell, depth) => cell !== right[depth])
  const depth = shared < 0 ? left.length : shared
  const [a, b] = [left[depth], right[depth]]
  if (!a || !b || a.table !== b.table) return depth > 0 ? withinCell(before) : '\n\n'
  return a.row === b.row ? '\t' : '\n'
}

/** The first paragraph of a cell that is empty gives the next one its place. */
const withinCell = (before: Paragraph): string => (isEmpty(before) ? '' : '\n')

const inOneList = (flow: Flow, before: Paragraph, after: Paragraph): boolean => {
  const role = roleOf(flow, after).role
  return (role === 'list-item' || role === 'navigation') && roleOf(flow, before).role === role
}

interface ParagraphRole {
  readonly role: Role | null
  readonly level: number | null
}

const roleOf = ({ styles }: Flow, { style, outline, listed }: Paragraph): ParagraphRole => {
  const sense = styles.sense(style)
  const level = levelOf(outline)
  if (sense.role !== null && sense.role !== 'list-item') return sense
  if (level !== null) return { role: 'heading', level }
  return { role: (listed ?? sense.listed) ? 'list-item' : null, level: null }
}

const addHints = (flow: Flow, paragraph: Paragraph, start: number): void => {
  const { role, level } = roleOf(flow, paragraph)
  if (role) hint(flow, role, start, flow.builder.length(), level)
}

/** Adds a hint for a stretch that is not empty. */
export const hint = (
  flow: Flow,
  role: Role,
  start: number,
  end: number,
  level: number | null = null,
): void => {
  if (end > start) flow.hints.push({ role, start, end, ...(level === null ? {} : { level }) })
}

const writeRuns = (flow: Flow, { trace }: Story, paragraph: Paragraph): void => {
  const hiddenByStyle = flow.styles.sense(paragraph.style).hidden
  for (const run of paragraph.runs) {
    if (!isShown(run)) continue
    const start = flow.builder.length()
    if (run.verbatim) flow.builder.copy(trace, run.words, run.at.start)
    else flow.builder.replace(trace, run.words, run.at.start, run.at.end)
    if (run.deleted) extendHint(flow, 'deleted', start)
    if (run.hidden || hiddenByStyle || flow.styles.sense(run.style).hidden) extendHint(flow, 'hidden', start)
  }
}

/** Adds a hint up to the end of the text, or lengthens the one that ends where it begins. */
const extendHint = (flow: Flow, role: Role, start: number): void => {
  const end = flow.builder.length()
  const near = flow.hints.slice(-2).findIndex(last => last.role === role && last.end === start)
  const index = Math.max(0, flow.hints.length - 2) + near
  const last = near < 0 ? undefined : flow.hints[index]
  if (last) flow.hints[index] = { ...last, end }
  else hint(flow, role, start, end)
}
