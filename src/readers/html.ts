import { parse } from 'parse5'
import { bytesTrace, type PartTrace } from './builder.ts'
import { addNode, type Break, type Flow, flowFrom } from './flow.ts'
import { nestsTooDeep, readFlat } from './html-flat.ts'
import { hiddenBySheets, isHidden } from './html-hidden.ts'
import { mainRegion, type Region } from './html-region.ts'
import { rolesOf } from './html-roles.ts'
import { statedByPage } from './html-stated.ts'
import { isLayout } from './html-tables.ts'
import { attribute, childrenOf, type Element, isElement, isText, type Node } from './html-tree.ts'
import { decodeMarkup } from './markup.ts'
import type { NotText, SourceDocument, SourceProblem } from './source.ts'

/** Elements whose content is not text. */
const SKIPPED = new Set(
  'script style template head svg math iframe object canvas audio video noframes datalist'.split(' '),
)
const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table section article aside header footer nav main div figure figcaption form fieldset address hr center details summary dialog body caption thead tbody tfoot menu select'.split(
    ' ',
  ),
)
const LINES = new Set(['li', 'dt', 'dd', 'tr', 'legend', 'button', 'label', 'input', 'option'])
const CELLS = new Set(['td', 'th'])
const KEEPS_BLANKS = new Set(['pre', 'textarea', 'listing', 'xmp', 'plaintext'])

const KEPT_BY_STYLE = /(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|pre-line|break-spaces)\b/i
const BLANK_LINES = /\n[ \t\r]*\n[ \t]*\S/g
const FEWEST_BLANK_LINES = 4

/** Whether an element holds text whose own lines count: by its kind, by its style, or since blank lines part its text. */
const keepsBlanks = (element: Element): boolean =>
  KEEPS_BLANKS.has(element.tagName) ||
  KEPT_BY_STYLE.test(attribute(element, 'style') ?? '') ||
  element.childNodes.some(
    node => isText(node) && (node.value.match(BLANK_LINES)?.length ?? 0) >= FEWEST_BLANK_LINES,
  )

/** The distance that an element keeps from what stands before and after it. */
const breakOf = (element: Element): Break => {
  const { tagName } = element
  if (PARAGRAPHS.has(tagName) || (CELLS.has(tagName) && isLayout(element))) return 'paragraph'
  if (LINES.has(tagName)) return 'line'
  return CELLS.has(tagName) ? 'tab' : 'none'
}

/** One step of the walk: entering a node, or leaving an element with what it had on entering. */
interface Visit {
  readonly node: Node
  readonly pre: boolean
  readonly leave?: () => void
}

interface Walk {
  readonly text: string
  readonly flow: Flow
  readonly mark: (inside: boolean | undefined) => void
  readonly region: Region
  /** What the style sheets of the page hide. */
  readonly away: ReadonlySet<Element>
  scripts: number
  breaks: number
}

const enterText = (walk: Walk, node: Node, pre: boolean): void => {
  if (!isText(node)) return
  const { parentNode: parent, sourceCodeLocation: at } = node
  if (!at || (!pre && node.value.trim() === '' && !walk.flow.builder.length())) return
  if (node.value.trim() !== '') {
    walk.breaks = 0
    if (parent && isElement(parent)) walk.mark(walk.region(parent))
  }
  addNode(walk.flow, node.value, walk.text.slice(at.startOffset, at.endOffset), at.startOffset, { pre })
}

/** A break of line; two of them with nothing between make a paragraph. */
const breakLine = (walk: Walk, pre: boolean): void => {
  if (pre) walk.flow.need('line')
  else walk.flow.need(++walk.breaks > 1 ? 'paragraph' : 'line')
}

const enterElement = (walk: Walk, node: Element, pre: boolean): (() => void) => {
  const own = breakOf(node)
  const isAway = isHidden(node) || walk.away.has(node)
  const gap = own === 'none' && isAway ? 'blank' : own
  if (node.tagName === 'br') breakLine(walk, pre)
  else walk.flow.need(gap)
  const mark = walk.flow.mark()
  return () => {
    for (const { role, level } of rolesOf(node)) walk.flow.hint(mark, role, level)
    if (isAway) walk.flow.hint(mark, 'hidden')
    if (node.tagName !== 'br') walk.flow.need(gap)
  }
}

/** Walks the page without recursion, however deep it nests, and lets its words flow. */
const walkPage = (walk: Walk, root: Node): void => {
  const stack: Visit[] = [{ node: root, pre: false }]
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node, pre } = visit
    if (visit.leave) {
      visit.leave()
      continue
    }
    if (isElement(node)) {
      if (node.tagName === 'script') walk.scripts++
      if (SKIPPED.has(node.tagName)) continue
      stack.push({ node, pre, leave: enterElement(walk, node, pre) })
    } else enterText(walk, node, pre)
    const inner = pre || (isElement(node) && keepsBlanks(node))
    for (const child of childrenOf(node).toReversed()) stack.push({ node: child, pre: inner })
  }
  walk.mark(undefined)
}

/** Marks stretches of the text as inside or outside of the region that holds the article. */
const regionMarker = (flow: Flow): ((inside: boolean | undefined) => void) => {
  let open: { readonly inside: boolean; readonly mark: ReturnType<Flow['mark']> } | undefined
  return inside => {
    if (open?.inside === inside) return
    if (open) flow.hint(open.mark, open.inside ? 'main' : 'outside')
    open = inside === undefined ? undefined : { inside, mark: flow.mark() }
  }
}

const leftOut = (scripts: number): readonly SourceProblem[] =>
  scripts === 0
    ? []
    : [
        {
          kind: 'left-out',
          message: `${scripts} ${scripts === 1 ? 'script is' : 'scripts are'} left out; none was run.`,
          count: scripts,
        },
      ]

const blank: SourceProblem = { kind: 'blank', message: 'The page holds no text.' }

const blanks = (words: string): string => words.replace(/[^\n]/g, ' ')

const PROGRAMS: readonly (readonly [open: string, close: string])[] = [
  ['<?', '?>'],
  ['<%', '%>'],
]

/** A page with blanks for what a server should have run and left in it: "<?php ... ?>", "<% ... %>". */
const withoutPrograms = (text: string): string =>
  PROGRAMS.reduce((page, [open, close]) => {
    const parts: string[] = []
    let from = 0
    for (let at = page.indexOf(open); at >= 0; at = page.indexOf(open, from)) {
      const end = page.indexOf(close, at + 2)
      if (end < 0) break
      const isXml = page.startsWith('<?xml', at)
      parts.push(page.slice(from, at), isXml ? page.slice(at, end + 2) : blanks(page.slice(at, end + 2)))
      from = end + 2
    }
    return from === 0 ? page : parts.join('') + page.slice(from)
  }, text)

/** Of a page of frames what it says to those who see none, with blanks for the rest; `undefined` where it has no such part. */
const withinFrames = (text: string): string | undefined => {
  const small = text.toLowerCase()
  const open = small.length === text.length ? small.indexOf('<noframes') : -1
  const start = open < 0 ? -1 : text.indexOf('>', open) + 1
  const end = start <= 0 ? -1 : small.indexOf('</noframes', start)
  if (end < 0) return undefined
  return blanks(text.slice(0, start)) + text.slice(start, end) + blanks(text.slice(end))
}

/** A page in text form as a document, its positions traced by `part`. */
export const readPage = (page: string, part: PartTrace): Omit<SourceDocument, 'encoding'> => {
  const text = withoutPrograms(page)
  if (nestsTooDeep(text)) return readFlat(text, part)
  const root = parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false })
  const flow = flowFrom(part)
  const region = mainRegion(root) ?? (() => undefined)
  const away = hiddenBySheets(root)
  const walk: Walk = { text, flow, region, away, mark: regionMarker(flow), scripts: 0, breaks: 0 }
  walkPage(walk, root)
  const words = flow.builder.text()
  const inner = words.trim() === '' ? withinFrames(text) : undefined
  if (inner !== undefined) return readPage(inner, part)
  return {
    format: 'html',
    text: words,
    hints: flow.hints,
    marks: [],
    stated: statedByPage(root),
    problems: [...leftOut(walk.scripts), ...(words.trim() === '' ? [blank] : [])],
    trace: flow.builder.trace,
  }
}

/** Reads a web page. Its text is what a person sees, with what is hidden marked; scripts are never run. */
export const readHtml = (bytes: Uint8Array): SourceDocument | NotText => {
  const plain = decodeMarkup(bytes)
  if ('notText' in plain) return plain
  const page = readPage(plain.text, bytesTrace(plain.sourceOffset))
  return { ...page, encoding: plain.encoding, problems: [...plain.problems, ...page.problems] }
}
