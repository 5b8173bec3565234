import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import {
  attribute,
  childrenOf,
  type Element,
  elementsBelow,
  isElement,
  isText,
  type Node,
} from './html-tree.ts'

/** Tells of an element whether its own words belong to the article; `undefined` where that is not known. */
export type Region = (element: Element) => boolean | undefined

/** A name of its own for each number: where the library folds two elements into one, both names stay. */
const NUMBER = 'data-n'
const LEFT_OUT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'math',
  'canvas',
])
const KEPT_ATTRIBUTES = new Set([
  'class',
  'id',
  'role',
  'itemprop',
  'rel',
  'style',
  'hidden',
  'aria-hidden',
  'aria-modal',
  'href',
])
const MOST_ELEMENTS = 60_000
const DEEPEST = 80
const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'col',
  'wbr',
  'source',
  'area',
  'base',
  'embed',
  'track',
])

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const openTag = (element: Element, n: number): string => {
  const attributes = element.attrs
    .filter(one => KEPT_ATTRIBUTES.has(one.name))
    .map(one => ` ${one.name}="${escaped(one.value)}"`)
  return `<${element.tagName} ${NUMBER}${n}=""${attributes.join('')}>`
}

interface Copy {
  readonly html: string
  readonly numbers: ReadonlyMap<Element, number>
}

/** The page written anew with a number on every element; `undefined` when it is too large or nests too deep. */
const numberedCopy = (root: Node): Copy | undefined => {
  const numbers = new Map<Element, number>()
  const parts: string[] = []
  const stack: (Node | string)[] = [root]
  let open = 0
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') {
      parts.push(next)
      open--
      continue
    }
    // Only lengths and commas count for the choice: no sign has to be written as an entity.
    if (isText(next)) parts.push(next.value.replace(/[<>&]/g, '·'))
    if (isElement(next)) {
      if (LEFT_OUT.has(next.tagName)) continue
      numbers.set(next, numbers.size)
      parts.push(openTag(next, numbers.size - 1))
      if (VOID.has(next.tagName)) continue
      stack.push(`</${next.tagName}>`)
      open++
      if (open > DEEPEST || numbers.size > MOST_ELEMENTS) return undefined
    }
    for (const child of childrenOf(next).toReversed()) stack.push(child)
  }
  return { html: parts.join(''), numbers }
}

const numbersIn = (node: unknown): ReadonlySet<number> => {
  const found = new Set<number>()
  if (typeof node !== 'string') return found
  for (const match of node.matchAll(/ data-n(\d+)=""/g)) found.add(Number(match[1]))
  return found
}

const SHORTEST = 200

const byReadability = (copy: Copy): ReadonlySet<number> | undefined => {
  const { document } = parseHTML(copy.html)
  const article = new Readability(document, { charThreshold: SHORTEST, disableJSONLD: true }).parse()
  const kept = article?.content ? numbersIn(article.content) : undefined
  return kept && kept.size > 0 ? kept : undefined
}

/** The one element of the page that says itself that it is the article. */
const declared = (root: Node): Element | undefined => {
  const found: Element[] = []
  for (const element of elementsBelow(root)) {
    const isArticle =
      element.tagName === 'article' ||
      attribute(element, 'role') === 'article' ||
      /\barticleBody\b/.test(attribute(element, 'itemprop') ?? '')
    if (isArticle) found.push(element)
  }
  return found.length === 1 ? found[0] : undefined
}

const ancestors = function* (element: Element): Generator<Element> {
  for (let node: Node | null = element; node; node = 'parentNode' in node ? node.parentNode : null)
    if (isElement(node)) yield node
}

/** Who is quoted stands in the quotation, whatever the library makes of its foot. */
const quotationAround = (element: Element): readonly Element[] =>
  [...ancestors(element)].slice(0, 6).filter(one => one.tagName === 'blockquote')

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var'.split(
    ' ',
  ),
)
const OF_WORDS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'dt'])

/** Whether a stretch of words is part of a paragraph that is kept, whatever the library makes of a link in it. */
const isWithinKept = (element: Element, isKept: (element: Element) => boolean): boolean => {
  if (!INLINE.has(element.tagName)) return false
  const block = [...ancestors(element)].find(one => !INLINE.has(one.tagName))
  return block !== undefined && OF_WORDS.has(block.tagName) && isKept(block)
}

/** The region of a page that holds its article; `undefined` where none can be told from the rest. */
export const mainRegion = (root: Node): Region | undefined => {
  const copy = numberedCopy(root)
  if (!copy) return undefined
  const kept = safely(() => byReadability(copy))
  const article = declared(root)
  if (!kept) return article && (element => [...ancestors(element)].includes(article))
  const isKept = (element: Element): boolean => kept.has(copy.numbers.get(element) ?? -1)
  return element => isKept(element) || quotationAround(element).some(isKept) || isWithinKept(element, isKept)
}

/** A library that meets a page it did not expect must not stop the reading of it. */
const safely = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch {
    return undefined
  }
}
