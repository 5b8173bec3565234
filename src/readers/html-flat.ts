import { decodeHTML } from 'entities'
import type { PartTrace } from './builder.ts'
import { addNode, flowFrom } from './flow.ts'
import type { SourceDocument } from './source.ts'

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])/g
/** Elements that need no end, so that an open one says nothing of depth. */
const UNCLOSED = new Set(
  'p li dt dd tr td th thead tbody tfoot option br hr img input meta link col wbr source area base embed track'.split(
    ' ',
  ),
)
const DEEPEST = 3_000

/** Whether elements nest so deep that the tree of the page would take more time than its length warrants. */
export const nestsTooDeep = (text: string): boolean => {
  let depth = 0
  for (const [, close, name = ''] of text.matchAll(TAG)) {
    if (UNCLOSED.has(name.toLowerCase())) continue
    if (close) depth = Math.max(0, depth - 1)
    else if (++depth > DEEPEST) return true
  }
  return false
}

const PIECE =
  /<(script|style|template)\b[^>]{0,4000}>[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<[/!?a-zA-Z][^>]*(?:>|$)|[^<]+|</gi
const INLINE = /^<\/?(?:a|b|i|em|strong|span|font|u|sub|sup|small|big|abbr|code|mark|q|s)\b/i

/** Reads a page without its tree: every tag ends a paragraph, unless it stands within a line. */
export const readFlat = (text: string, part: PartTrace): Omit<SourceDocument, 'encoding'> => {
  const flow = flowFrom(part)
  for (const match of text.matchAll(PIECE)) {
    const words = match[0]
    if (!words.startsWith('<') || words === '<') addNode(flow, decodeHTML(words), words, match.index)
    else if (!INLINE.test(words)) flow.need('paragraph')
  }
  return {
    format: 'html',
    text: flow.builder.text(),
    hints: [],
    marks: [],
    stated: {},
    problems: [
      {
        kind: 'too-deep',
        message: `The page nests deeper than ${DEEPEST} elements; its text is read without its structure.`,
      },
    ],
    trace: flow.builder.trace,
  }
}
