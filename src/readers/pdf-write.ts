import type { Hint } from '../core/documents/index.ts'
import { type PartTrace, type TextBuilder, textBuilder } from './builder.ts'
import type { Block } from './pdf-blocks.ts'
import { jointOf, type Words } from './pdf-hyphens.ts'
import { blankBefore, type Line } from './pdf-lines.ts'
import type { Run } from './pdf-runs.ts'

/** The text of a PDF with its hints and the way back to the pages. */
export interface Written extends Pick<TextBuilder, 'trace'> {
  readonly text: string
  readonly hints: readonly Hint[]
}

/** Writes blocks as text, a blank line between two of them. */
export const written = (blocks: readonly Block[], words: Words): Written => {
  const builder = textBuilder()
  const part = pageParts()
  const hints: Hint[] = []
  for (const block of blocks) {
    if (builder.length() > 0) builder.insert('\n\n')
    const start = builder.length()
    writeBlock(builder, part, block, words)
    hints.push(...hintsOf(block, start, builder.length()))
  }
  return { text: builder.text(), hints, trace: builder.trace }
}

const hintsOf = ({ role, level }: Block, start: number, end: number): readonly Hint[] => {
  if (role === 'paragraph') return []
  return [level === undefined ? { role, start, end } : { role, level, start, end }]
}

/** The trace of a page, the same for all that comes from it, so that what is copied side by side is one piece. */
const pageParts = (): ((page: number) => PartTrace) => {
  const parts = new Map<number, PartTrace>()
  return page => {
    const known = parts.get(page)
    if (known) return known
    const part: PartTrace = stretch => [{ part: `page ${page}`, unit: 'utf-16', ...stretch }]
    parts.set(page, part)
    return part
  }
}

type Parts = (page: number) => PartTrace

/** A line on its way into the text. */
interface Row {
  readonly page: number
  readonly runs: readonly Run[]
  readonly text: string
}

const rowOf = (line: Line): Row => ({
  page: line.page,
  runs: line.cells.flatMap(cell => cell.runs),
  text: line.text,
})

const writeBlock = (builder: TextBuilder, part: Parts, block: Block, words: Words): void => {
  if (!block.rows) writeLines(builder, part, block.lines.map(rowOf), words)
  const page = block.lines[0]?.page ?? 0
  block.rows?.forEach((row, at) => {
    if (at > 0) builder.insert('\n')
    row.forEach((cell, place) => {
      if (place > 0) builder.insert('\t')
      const lines = cell.map(({ runs }) => ({ page, runs, text: runs.map(run => run.text).join(' ') }))
      writeLines(builder, part, lines, words)
    })
  })
}

const writeLines = (builder: TextBuilder, part: Parts, lines: readonly Row[], words: Words): void => {
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    const joint = next && jointOf(line.text, next.text, words)
    writeRuns(builder, part(line.page), line.runs, joint?.hyphen === 'dropped')
    if (joint?.blank) builder.insert(' ')
  })
}

const writeRuns = (builder: TextBuilder, part: PartTrace, runs: readonly Run[], shorter: boolean): void => {
  runs.forEach((run, at) => {
    const before = runs[at - 1]
    if (before && blankBefore(before, run)) writeBlank(builder, part, before, run)
    const isLast = at === runs.length - 1
    writeWords(builder, part, shorter && isLast ? run.text.slice(0, -1) : run.text, run.from)
  })
}

/** Letters in the form of a ligature, or in one that Arabic letters take beside others. */
const FORMS = /[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/g

/** Copies words as the page has them, except that letters in a special form become plain ones. */
const writeWords = (builder: TextBuilder, part: PartTrace, words: string, from: number): void => {
  let at = 0
  for (const { 0: form, index } of words.matchAll(FORMS)) {
    builder.copy(part, words.slice(at, index), from + at)
    at = index + form.length
    builder.replace(part, form.normalize('NFKC'), from + index, from + at)
  }
  builder.copy(part, words.slice(at), from + at)
}

/** The blank of the page where it has one between just these two runs; else one of ours. */
const writeBlank = (builder: TextBuilder, part: PartTrace, before: Run, run: Run): void => {
  if (before.blank !== null && before.blank + 1 === run.from) builder.copy(part, ' ', before.blank)
  else builder.insert(' ')
}
