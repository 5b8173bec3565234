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
const DEEPEST = 1_000
/** Elements that a parser opens anew in every block until they are closed. */
const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))
const MOST_REOPENED = 200_000
const LONGEST_TAG = 60_000

/** Whether the tree of a page would take more time and room than its length warrants. */
export const nestsTooDeep = (text: string): boolean => {
  let depth = 0
  let formatting = 0
  let reopened = 0
  for (const { 1: close, 2: tag = '', index } of text.matchAll(TAG)) {
    const name = tag.toLowerCase()
    const step = close ? -1 : 1
    if (FORMATTING.has(name)) formatting = Math.max(0, formatting + step)
    else if (UNCLOSED.has(name)) reopened += formatting
    if (!UNCLOSED.has(name)) depth = Math.max(0, depth + step)
    if (depth > DEEPEST || reopened > MOST_REOPENED || isLongTag(text, index)) return true
  }
  return false
}

/** Thousands of attributes on one element, or a tag that never ends. */
const isLongTag = (text: string, at: number): boolean => {
  if (at + LONGEST_TAG > text.length) return false
  const end = text.indexOf('>', at)
  return end < 0 || end - at > LONGEST_TAG
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
        message:
          'The page nests too deep, or has too much in one tag; its text is read without its structure.',
      },
    ],
    trace: flow.builder.trace,
  }
}
