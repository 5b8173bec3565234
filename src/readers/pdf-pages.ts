import { type Block, type Measures, measured, type PageBlocks } from './pdf-blocks.ts'
import { columnsOf } from './pdf-columns.ts'
import type { PdfPage } from './pdf-file.ts'
import { partedFootnotes } from './pdf-footnotes.ts'
import { type Cleared, clearedSheets, type Furniture, type Sheet } from './pdf-furniture.ts'
import { type Line, linesOf, segmentsOf } from './pdf-lines.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'
import { withRoles } from './pdf-roles.ts'
import { type Run, settled, uprightGroups } from './pdf-runs.ts'
import { partedTables, tableOf } from './pdf-tables.ts'

/** Takes the pages of a document apart into blocks with their roles. */
export const blocksOf = (pages: readonly PdfPage[]): readonly PageBlocks[] => {
  const groups = pages.map(page => uprightGroups(page.runs))
  const sheets = pages.map((page, at) => sheetOf(page, groups[at]?.[0] ?? []))
  const cleared = clearedSheets(sheets)
  const columns = cleared.map(({ body }, at) =>
    columnsOf(body).map(column => linesOf(column, pages[at]?.number ?? 0)),
  )
  const measures = measured(columns.flat())
  const blocks = pages.map((page, at) => ({
    ...bodyOf(columns[at] ?? [], measures),
    ...edgesOf(cleared[at], page.number),
    number: page.number,
    asides: (groups[at] ?? []).slice(1).flatMap(group => asidesOf(group, page.number, measures)),
  }))
  return withRoles(blocks, measures)
}

const sheetOf = (page: PdfPage, runs: readonly Run[]): Sheet => {
  // The corners of the page, turned as the runs were, say where its edges are.
  const [run] = runs
  const turn = ((run?.angle ?? 0) * Math.PI) / 180
  const heights = [0, page.width].flatMap(x =>
    [0, page.height].map(y => y * Math.cos(turn) - x * Math.sin(turn)),
  )
  return {
    number: page.number,
    top: Math.min(...heights),
    bottom: Math.max(...heights),
    segments: segmentsOf(settled(runs)),
  }
}

const bodyOf = (
  columns: readonly (readonly Line[])[],
  measures: Measures,
): Pick<PageBlocks, 'columns' | 'footnotes'> => {
  const parted = partedFootnotes(columns, measures)
  return {
    columns: parted.columns.map(lines => columnBlocks(lines, measures)),
    footnotes: parted.footnotes.flatMap(lines =>
      paragraphsOf(lines, measures, true).map((block): Block => ({ ...block, role: 'footnote' })),
    ),
  }
}

const columnBlocks = (lines: readonly Line[], measures: Measures): readonly Block[] =>
  partedTables(lines).flatMap(stretch =>
    stretch.isTable ? [tableOf(stretch.lines)] : paragraphsOf(stretch.lines, measures),
  )

const edgesOf = (cleared: Cleared | undefined, page: number): Pick<PageBlocks, 'heads' | 'feet'> => {
  const at = (edge: Furniture['at']): readonly Block[] =>
    (cleared?.furniture ?? [])
      .filter(piece => piece.at === edge)
      .sort((a, b) => a.segment.y - b.segment.y)
      .map(({ role, segment }) => ({ role, lines: linesOf([segment], page) }))
  return { heads: at('top'), feet: at('bottom') }
}

const asidesOf = (runs: readonly Run[], page: number, measures: Measures): readonly Block[] =>
  columnsOf(segmentsOf(settled(runs)))
    .flatMap(column => paragraphsOf(linesOf(column, page), measures))
    .map((block): Block => ({ ...block, role: 'aside' }))
