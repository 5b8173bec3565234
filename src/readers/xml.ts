import { SaxesParser } from 'saxes'
import type { StatedFacts } from '../core/documents/index.ts'
import { bytesTrace } from './builder.ts'
import { addNode, type Flow, flowFrom } from './flow.ts'
import { readPage } from './html.ts'
import { decodeMarkup } from './markup.ts'
import type { NotText, PlainText, SourceDocument, SourceProblem } from './source.ts'

/** A stretch of character data: what it says, and where it stands in the source. */
interface Words {
  readonly value: string
  readonly start: number
  readonly end: number
}
interface XmlElement {
  /** The name without its prefix, in lower case. */
  readonly name: string
  readonly children: (XmlElement | Words)[]
  /** Whether words stand directly in it, so that elements beside them are parts of a line. */
  mixed: boolean
  /** The day that a mark of its own gives, as Akoma Ntoso does for the publication of an act. */
  readonly day?: string
}

interface Tree {
  readonly root: XmlElement
  readonly damage: string | undefined
}

const isWords = (node: XmlElement | Words): node is Words => 'value' in node

const element = (name: string, day?: string): XmlElement => ({
  name: name.slice(name.indexOf(':') + 1).toLowerCase(),
  children: [],
  mixed: false,
  ...(day !== undefined && { day }),
})

/** The day of publication that an element of an act's own record gives. */
const publicationDay = (name: string, attributes: Readonly<Record<string, unknown>>): string | undefined => {
  const isRecord = /(?:^|:)(?:FRBRdate|publication)$/.test(name)
  const isPublished = /publication$/.test(name) || /^pub/i.test(String(attributes.name ?? ''))
  return isRecord && isPublished && typeof attributes.date === 'string' ? attributes.date : undefined
}

/** The tree of an XML text with the place of all its words; what is not well formed is reported and read on. */
const treeOf = (text: string): Tree => {
  const parser = new SaxesParser({ position: true, fileName: '' })
  const root = element('')
  const open: XmlElement[] = [root]
  let marked = 0
  let damage: string | undefined
  const here = (): XmlElement => open.at(-1) ?? root
  const add = (value: string, start: number, end: number): void => {
    const parent = here()
    if (/\S/.test(value)) parent.mixed = true
    parent.children.push({ value, start, end })
  }
  const passed = (): void => {
    marked = parser.position
  }
  parser.on('opentag', ({ name, isSelfClosing, attributes }) => {
    passed()
    const next = element(name, publicationDay(name, attributes))
    here().children.push(next)
    if (!isSelfClosing) open.push(next)
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    passed()
    if (!isSelfClosing && open.length > 1 && here().name === element(name).name) open.pop()
  })
  for (const event of ['comment', 'processinginstruction', 'doctype', 'xmldecl'] as const)
    parser.on(event, passed)
  parser.on('cdata', value => {
    add(value, parser.position - 3 - value.length, parser.position - 3)
    passed()
  })
  parser.on('text', value => add(value, marked, Math.max(marked, parser.position - 1)))
  parser.on('error', error => {
    damage ??= error.message.replace(/^:?\d+:\d+:\s*/, '')
  })
  try {
    parser.write(text).close()
  } catch (error) {
    damage ??= error instanceof Error ? error.message : 'it cannot be read on'
  }
  return { root, damage }
}

const NUMBERS = new Set(['num', 'number', 'no', 'label', 'enum', 'marker', 'numero', 'nr'])
const HEADINGS = new Set([
  'heading',
  'head',
  'header',
  'title',
  'subtitle',
  'rubric',
  'intitule',
  'titel',
  'titulo',
  'sectiontitle',
  'caption',
  'doctitle',
])
const TITLES = new Set([
  'title',
  'doctitle',
  'longtitle',
  'shorttitle',
  'headline',
  'intitule',
  'titre',
  'titel',
  'titulo',
  'h1',
])
const CELLS = new Set(['td', 'th', 'cell', 'entry'])
/** Elements that stand in a line wherever they stand: how a word looks, and whom or what it names. */
const INLINE = new Set(
  'hi emph em strong b i u sup sub span foreign term gloss name persname placename orgname surname forename rs abbr expan def ref date inline q quote'.split(
    ' ',
  ),
)
/** Notes: one that stands among words is read behind the block that it stands in, so that no sentence is cut by it. */
const NOTES = new Set(['note', 'footnote', 'fn', 'authorialnote'])
const HIDDEN = new Set(['meta', 'metadata', 'style', 'script', 'guid'])

interface Visit {
  readonly node: XmlElement | Words
  readonly inline: boolean
  readonly pre: boolean
  readonly leave?: () => void
}

const enter = (
  flow: Flow,
  node: XmlElement,
  parent: XmlElement | undefined,
  inline: boolean,
): (() => void) => {
  const gap = inline ? 'none' : CELLS.has(node.name) ? 'tab' : 'paragraph'
  flow.need(gap)
  const mark = flow.mark()
  return () => {
    if (TITLES.has(node.name)) flow.hint(mark, 'title')
    if (HEADINGS.has(node.name)) flow.hint(mark, 'heading')
    if (HIDDEN.has(node.name)) flow.hint(mark, 'hidden')
    // The short name of an act, which German files repeat for every section.
    if (/^(?:jurabk|amtabk)$/.test(node.name)) flow.hint(mark, 'running-head')
    if (/^(?:byline|author|creator)$/.test(node.name)) flow.hint(mark, 'byline')
    if (/^(?:pubdate|date|docdate|published)$/.test(node.name)) flow.hint(mark, 'date')
    if (NOTES.has(node.name)) flow.hint(mark, 'footnote')
    // A number stands on the line of what it numbers.
    flow.need(NUMBERS.has(node.name) && !inline && parent ? 'blank' : gap)
  }
}

const flowOf = (text: string, root: XmlElement, flow: Flow): void => {
  const stack: (Visit & { readonly parent?: XmlElement })[] = [{ node: root, inline: true, pre: false }]
  let numbered = false
  const notes: Visit[] = []
  const next = (): (Visit & { readonly parent?: XmlElement }) | undefined => stack.pop() ?? notes.shift()
  for (let visit = next(); visit; visit = next()) {
    const { node, inline, parent } = visit
    if (visit.leave) {
      visit.leave()
      if (!inline) stack.push(...notes.splice(0).reverse())
      continue
    }
    if (!isWords(node) && inline && NOTES.has(node.name)) {
      notes.push({ node, inline: false, pre: false })
      continue
    }
    if (isWords(node)) {
      addNode(flow, node.value, text.slice(node.start, node.end), node.start, { xml: true })
      continue
    }
    const follows = numbered && !inline
    numbered = NUMBERS.has(node.name)
    const leave = enter(flow, node, parent, inline || follows)
    const leaveLine = (): void => {
      leave()
      flow.need('paragraph')
    }
    stack.push({ ...visit, leave: follows ? leaveLine : leave })
    for (const child of node.children.toReversed())
      stack.push({
        node: child,
        inline:
          node.mixed ||
          (inline && INLINE.has(node.name)) ||
          (!isWords(child) && follows && isFirst(node, child)),
        pre: false,
        parent: node,
      })
  }
}

const isFirst = (node: XmlElement, child: XmlElement): boolean =>
  node.children.find(one => !isWords(one)) === child

const STATED: Readonly<Record<string, keyof StatedFacts>> = {
  pubdate: 'published',
  published: 'published',
  docdate: 'published',
}

const wordsIn = (node: XmlElement): string =>
  node.children
    .map(child => (isWords(child) ? child.value : ''))
    .join('')
    .trim()

/** Elements that hold an act, in the schemas of legislatures. */
const ACTS = new Set(['act', 'bill', 'legislation', 'loi', 'gesetz', 'ley', 'legge'])

/** What elements of the usual names state, where they hold nothing but words. */
const statedIn = (root: XmlElement): StatedFacts => {
  const found: Record<string, string> = {}
  const stack: XmlElement[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const field = STATED[node.name]
    const words = field ? wordsIn(node) : ''
    if (field && words !== '') found[field] ??= words
    // What the record of an act says is plainer than a day in its head.
    if (node.day) found.published = node.day
    if (ACTS.has(node.name)) found.type ??= 'Legislation'
    if (node.name === 'debate' || node.name === 'debatebody') found.type ??= 'Debate'
    for (const child of node.children) if (!isWords(child)) stack.push(child)
  }
  return found
}

/** Reads XML: its words in order, elements as blocks unless they stand among words. */
export const readXml = (bytes: Uint8Array): SourceDocument | NotText => {
  const plain = decodeMarkup(bytes)
  return 'notText' in plain ? plain : xmlDocument(plain)
}

/** Of the letters of a damaged file this share is read at least; a reader of pages, which forgives more, reads the rest. */
const MOST_LOST = 0.9

const letters = (text: string): number => text.replace(/<[^<>]{0,4000}>/g, '').match(/\p{L}/gu)?.length ?? 0

/** A damaged file as a page is read: nothing of its words is lost, only what its elements say of them. */
const asPage = (plain: PlainText, damage: string): SourceDocument => {
  const page = readPage(plain.text, bytesTrace(plain.sourceOffset))
  const message = `The XML is not well formed: ${damage.replace(/\.$/, '')}. It was read as a page is, past the damage.`
  return {
    ...page,
    format: 'xml',
    encoding: plain.encoding,
    problems: [...plain.problems, { kind: 'damaged', message }, ...page.problems],
  }
}

const xmlDocument = (plain: PlainText): SourceDocument => {
  const { root, damage } = treeOf(plain.text)
  const flow = flowFrom(bytesTrace(plain.sourceOffset))
  flowOf(plain.text, root, flow)
  if (damage && letters(flow.builder.text()) < MOST_LOST * letters(plain.text)) return asPage(plain, damage)
  const problems: SourceProblem[] = [...plain.problems]
  if (damage)
    problems.push({ kind: 'damaged', message: `The XML is not well formed: ${damage.replace(/\.$/, '')}.` })
  return {
    format: 'xml',
    encoding: plain.encoding,
    text: flow.builder.text(),
    hints: flow.hints,
    marks: [],
    stated: statedIn(root),
    problems,
    trace: flow.builder.trace,
  }
}
