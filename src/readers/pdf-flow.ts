import { alike, type Block, itemMark, type PageBlocks } from './pdf-blocks.ts'
import type { Line } from './pdf-lines.ts'

/**
 * The blocks of all pages in the order of the text. A paragraph that goes on in the next column or on the next page
 * is one block, and what stands at the edges of the pages that it crosses comes after it.
 */
export const flowOf = (pages: readonly PageBlocks[]): readonly Block[] => {
  const flow: Block[] = []
  const indents = usesIndents(pages)
  let open: Block | undefined
  let waiting: Block[] = []
  const settle = (): void => {
    if (open) flow.push(open)
    flow.push(...waiting)
    open = undefined
    waiting = []
  }
  const take = (column: readonly Block[]): void => {
    if (column.every(isFloat)) {
      waiting.push(...column)
      return
    }
    const at = open ? rest(open, column, indents) : -1
    const block = column[at]
    if (open && block) {
      open = { ...open, lines: [...open.lines, ...block.lines] }
      waiting.push(...column.slice(0, at))
    }
    const others = column.slice(at + 1)
    if (others.length === 0) return
    settle()
    flow.push(...others.slice(0, -1))
    open = others.at(-1)
  }
  for (const page of pages) {
    waiting.push(...page.heads)
    page.columns.forEach(take)
    waiting.push(...page.footnotes, ...page.feet, ...page.asides)
  }
  settle()
  return flow
}

/** Figures and tables may stand at the head of a page before the rest of a paragraph. */
const isFloat = ({ role }: Block): boolean => role === 'table' || role === 'caption'

/** Where in the column the rest of an open paragraph stands: first, or after floats; -1 if nowhere. */
const rest = (open: Block, column: readonly Block[], indents: boolean): number => {
  const at = column.findIndex(block => !isFloat(block))
  const block = column[at]
  if (!block || !goesOn(open, block, column, indents)) return -1
  return at === 0 || /^\p{Ll}/u.test(block.lines[0]?.text ?? '') ? at : -1
}

const goesOn = (open: Block, block: Block, column: readonly Block[], indents: boolean): boolean => {
  const last = open.lines.at(-1)
  const first = block.lines[0]
  if (!last || !first || !isRunning(open) || block.role !== 'paragraph') return false
  if (!alike(last.size, first.size) || itemMark(first.text) === 'sure') return false
  if (/^\p{Ll}/u.test(first.text)) return true
  if (/\p{L}[-‐]$/u.test(last.text)) return true
  const full = last.x1 >= Math.max(...open.lines.map(line => line.x1)) - last.size * 3
  if (!/[.!?:;]["'”’»)\]\d]*$/u.test(last.text.slice(-20))) return full && open.lines.length > 1
  return full && indents && open.lines.length > 1 && !isIndented(first, block, column)
}

const isRunning = (block: Block): boolean => block.role === 'paragraph' || block.role === 'list-item'

const isIndented = (first: Line, block: Block, column: readonly Block[]): boolean => {
  const others = [block, ...column.filter(isRunning)].flatMap(({ lines }) => lines.slice(1))
  return first.x0 > Math.min(...others.map(line => line.x0)) + first.size * 0.8
}

/** Whether the paragraphs of the document begin with an indent more often than not. */
const usesIndents = (pages: readonly PageBlocks[]): boolean => {
  const paragraphs = pages
    .flatMap(page => page.columns.flat())
    .filter(({ role, lines }) => role === 'paragraph' && lines.length > 1)
  const indented = paragraphs.filter(({ lines: [first, second] }) =>
    first && second ? first.x0 > second.x0 + first.size * 0.8 : false,
  )
  return indented.length * 2 > paragraphs.length
}
