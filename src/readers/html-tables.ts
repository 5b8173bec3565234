import { childrenOf, type Element, isElement, isText, type Node } from './html-tree.ts'

const known = new WeakMap<Element, boolean>()

const tableOf = (cell: Element): Element | undefined => {
  let node: Node | null = cell.parentNode
  for (let steps = 0; node && steps < 4; steps++) {
    if (isElement(node) && node.tagName === 'table') return node
    node = 'parentNode' in node ? node.parentNode : null
  }
  return undefined
}

const BLOCKS = new Set([
  'p',
  'table',
  'div',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'hr',
  'form',
  'center',
])
const LONG_CELL = 240
const MOST_NODES = 4_000

/** A table lays out a page when a cell of it holds blocks or a paragraph of text, and no cell is a heading. */
const laysOut = (table: Element): boolean => {
  const stack: Node[] = [...childrenOf(table)]
  let seen = 0
  let words = 0
  for (let node = stack.pop(); node && seen++ < MOST_NODES; node = stack.pop()) {
    if (isElement(node) && (node.tagName === 'th' || node.tagName === 'caption')) return false
    if (isElement(node) && BLOCKS.has(node.tagName)) return true
    if (isElement(node) && (node.tagName === 'td' || node.tagName === 'tr')) words = 0
    if (isText(node)) words += node.value.trim().length
    if (words > LONG_CELL) return true
    for (const child of childrenOf(node)) stack.push(child)
  }
  return false
}

/** Whether a cell belongs to a table that only lays out a page, so that it stands apart like a block. */
export const isLayout = (cell: Element): boolean => {
  const table = tableOf(cell)
  if (!table) return true
  const told = known.get(table)
  if (told !== undefined) return told
  const answer = laysOut(table)
  known.set(table, answer)
  return answer
}
