import { type DefaultTreeAdapterMap, defaultTreeAdapter } from 'parse5'

/** A node of a page. */
export type Node = DefaultTreeAdapterMap['node']
/** An element of a page. */
export type Element = DefaultTreeAdapterMap['element']

export const isElement = (node: Node): node is Element => defaultTreeAdapter.isElementNode(node)
export const isText = (node: Node): node is DefaultTreeAdapterMap['textNode'] =>
  defaultTreeAdapter.isTextNode(node)
export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(one => one.name === name)?.value

/** Every element below a node in the order of the page, without recursion. */
export const elementsBelow = function* (root: Node): Generator<Element> {
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node)) yield node
    const children = childrenOf(node)
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index]
      if (child) stack.push(child)
    }
  }
}

const LONGEST = 2_000

/** The words of an element, blanks folded, at most 2000 units of them. */
export const wordsOfElement = (element: Element): string => {
  const parts: string[] = []
  let length = 0
  const stack: Node[] = [element]
  for (let node = stack.pop(); node && length < LONGEST; node = stack.pop()) {
    if (isText(node)) {
      parts.push(node.value)
      length += node.value.length
    }
    for (const child of childrenOf(node).toReversed()) stack.push(child)
  }
  return parts.join('').replace(/\s+/g, ' ').trim().slice(0, LONGEST)
}
