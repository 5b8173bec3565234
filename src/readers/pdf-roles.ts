import { alike, type Block, isCaption, itemMark, type Measures, type PageBlocks } from './pdf-blocks.ts'

/** Gives the paragraphs of the pages the roles that their type and their first words show. */
export const withRoles = (pages: readonly PageBlocks[], measures: Measures): readonly PageBlocks[] => {
  const marked = pages.map(page => ({
    ...page,
    columns: page.columns.map(column => column.map(block => withRole(block, measures))),
  }))
  return withLevels(withTitle(marked, measures))
}

const withRole = (block: Block, measures: Measures): Block => {
  const text = textOf(block)
  if (block.role !== 'paragraph') return block
  if (isCaption(text) && block.lines.length <= 4 && !goesOnAsSentence(text))
    return { ...block, role: 'caption' }
  if (isHeading(block, text, measures)) return { ...block, role: 'heading' }
  if (itemMark(text)) return { ...block, role: 'list-item' }
  return block
}

const textOf = (block: Block): string => block.lines.map(line => line.text).join(' ')
const sizeOf = (block: Block): number => Math.max(...block.lines.map(line => line.size))

/** "Table 2 shows the votes" is a sentence of the text, "Table 2. The votes" a caption. */
const goesOnAsSentence = (text: string): boolean => /^\S+\s*[\d.]+\s+\p{Ll}/u.test(text.slice(0, 60))

const LONGEST_HEADING = 250

const isHeading = (block: Block, text: string, measures: Measures): boolean => {
  if (text.length > LONGEST_HEADING || block.lines.length > 4 || !/\p{L}/u.test(text)) return false
  if (sizeOf(block) >= measures.size * 1.12) return true
  const bold = block.lines.every(line => line.bold)
  return bold && sizeOf(block) >= measures.size * 0.93 && block.lines.length <= 3 && !/[.;,]$/.test(text)
}

const withTitle = (pages: readonly PageBlocks[], measures: Measures): readonly PageBlocks[] => {
  const [first, ...rest] = pages
  if (!first) return pages
  const headings = first.columns.flat().filter(block => block.role === 'heading')
  const largest = Math.max(...headings.map(sizeOf))
  const title = headings.find(block => sizeOf(block) === largest)
  const isClear = headings.every(block => block === title || sizeOf(block) < largest * 0.92)
  if (!title || !isClear || largest < measures.size * 1.25) return pages
  const named = first.columns.map(column =>
    column.map((block): Block => (block === title ? { ...block, role: 'title' } : block)),
  )
  return [{ ...first, columns: named }, ...rest]
}

/** Headings in order of their type: the larger, the higher; bold type of the size of the text comes last. */
const withLevels = (pages: readonly PageBlocks[]): readonly PageBlocks[] => {
  const headings = pages.flatMap(page => page.columns.flat()).filter(block => block.role === 'heading')
  const sizes: number[] = []
  for (const size of headings.map(sizeOf).sort((a, b) => b - a))
    if (!sizes.some(other => alike(other, size))) sizes.push(size)
  const levelOf = (block: Block): number =>
    Math.min(6, 1 + sizes.findIndex(size => alike(size, sizeOf(block))))
  return pages.map(page => ({
    ...page,
    columns: page.columns.map(column =>
      column.map(block => (block.role === 'heading' ? { ...block, level: levelOf(block) } : block)),
    ),
  }))
}
