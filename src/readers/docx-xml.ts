import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Span } from '../core/evidence/index.ts'

/** An opening tag. Names carry the customary prefix of their namespace, whichever prefix the file gives it. */
export interface XmlTag {
  readonly name: string
  /** Where the tag stands in the XML. */
  readonly at: Span
  readonly attribute: (name: string) => string | undefined
}

/** What is told of an XML text as it is read. */
export interface XmlVisitor {
  readonly open: (tag: XmlTag) => void
  readonly close: (name: string) => void
  /** Character data between two marks, still with its entities unless it is a CDATA section. */
  readonly text: (at: Span, form: 'escaped' | 'cdata') => void
  /** Asked now and then; reading stops once it is true. */
  readonly isFull?: () => boolean
}

/** How far an XML text was read, and why no farther. */
export type XmlEnd =
  | { readonly is: 'whole' }
  | { readonly is: 'damaged'; readonly at: number; readonly because: string }
  | { readonly is: 'too-deep'; readonly at: number }
  | { readonly is: 'too-large'; readonly at: number }

const OFFICE = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'

const CUSTOMARY: ReadonlyMap<string, string> = new Map([
  [`${OFFICE}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OFFICE}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OFFICE}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OFFICE}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${OFFICE}/markup-compatibility/2006`, 'mc'],
  [`${OFFICE}/package/2006/relationships`, 'rel'],
  [`${OFFICE}/package/2006/content-types`, 'ct'],
])

const CHUNK = 65_536
const DEEPEST = 10_000
/** A tag or a stretch of text longer than this is no part of a document that somebody wrote. */
const LONGEST_MARK = 16_000_000

interface Walk {
  readonly source: string
  readonly visitor: XmlVisitor
  readonly parser: SaxesParser
  readonly spaces: Namespaces
  /** Where the last mark read ends, and so where the text after it begins. */
  markEnd: number
  depth: number
  end: XmlEnd | null
}

/** Reads an XML text from one end to the other, without recursion, up to its first error. */
export const walkXml = (source: string, visitor: XmlVisitor): XmlEnd => {
  const parser = new SaxesParser({ position: true })
  const walk: Walk = { source, visitor, parser, spaces: namespaces(), markEnd: 0, depth: 0, end: null }
  hearTags(walk)
  hearOtherMarks(walk)
  parser.on('error', error => stopAtError(walk, error.message))
  for (let at = 0; !walk.end && at < source.length; at += CHUNK) {
    parser.write(source.slice(at, at + CHUNK))
    const reached = Math.min(at + CHUNK, source.length)
    if (visitor.isFull?.() || reached - walk.markEnd > LONGEST_MARK)
      walk.end ??= { is: 'too-large', at: reached }
  }
  if (!walk.end) parser.close()
  return walk.end ?? { is: 'whole' }
}

const hearTags = (walk: Walk): void => {
  const { parser, spaces, visitor } = walk
  parser.on('opentag', tag => {
    if (walk.end) return
    textBefore(walk, parser.position)
    spaces.enter(tag)
    visitor.open(tagOf(tag, spaces, { start: walk.markEnd, end: parser.position }))
    walk.markEnd = parser.position
    if (++walk.depth > DEEPEST) walk.end = { is: 'too-deep', at: walk.markEnd }
  })
  parser.on('closetag', tag => {
    if (walk.end) return
    textBefore(walk, parser.position)
    walk.depth--
    visitor.close(spaces.customary(tag.name, true))
    spaces.leave(tag)
    walk.markEnd = parser.position
  })
}

const CDATA = '<![CDATA['

const hearOtherMarks = (walk: Walk): void => {
  const { parser, visitor } = walk
  const markEnds = (): void => {
    if (walk.end) return
    textBefore(walk, parser.position)
    walk.markEnd = parser.position
  }
  parser.on('cdata', () => {
    if (walk.end) return
    textBefore(walk, parser.position)
    visitor.text({ start: walk.markEnd + CDATA.length, end: parser.position - 3 }, 'cdata')
    walk.markEnd = parser.position
  })
  parser.on('comment', () => {
    markEnds()
    // The parser tells of a comment before it has read the last character of it.
    walk.markEnd++
  })
  parser.on('processinginstruction', markEnds)
  parser.on('xmldecl', markEnds)
  parser.on('doctype', markEnds)
}

// The parser is not asked for text: it would give it with its entities resolved, and no place for each.
const textBefore = (walk: Walk, limit: number): void => {
  const { source, markEnd, depth, visitor } = walk
  if (markEnd >= limit) return
  const mark = source.indexOf('<', markEnd)
  const end = mark < 0 ? limit : Math.min(mark, limit)
  if (end > markEnd && depth > 0) visitor.text({ start: markEnd, end }, 'escaped')
  walk.markEnd = end
}

const stopAtError = (walk: Walk, message: string): void => {
  if (walk.end) return
  const at = Math.min(walk.parser.position, walk.source.length)
  textBefore(walk, at)
  walk.end = { is: 'damaged', at, because: message.replace(/^\d+:\d+: /, '').replace(/\.$/, '') }
}

const tagOf = (tag: SaxesTagPlain, spaces: Namespaces, at: Span): XmlTag => ({
  name: spaces.customary(tag.name, true),
  at,
  attribute: name => {
    if (tag.attributes[name] !== undefined && spaces.customary(name, false) === name)
      return tag.attributes[name]
    const found = Object.keys(tag.attributes).find(raw => spaces.customary(raw, false) === name)
    return found === undefined ? undefined : tag.attributes[found]
  },
})

interface Namespaces {
  readonly enter: (tag: SaxesTagPlain) => void
  readonly leave: (tag: SaxesTagPlain) => void
  /** A name under the customary prefix; `byDefault` where the default namespace holds, as it does for tags. */
  readonly customary: (name: string, byDefault: boolean) => string
}

/** What each prefix stands for at this place: for each, a stack of meanings, the innermost last. */
const namespaces = (): Namespaces => {
  const meanings = new Map<string, string[]>()
  const customary = (name: string, byDefault: boolean): string => {
    const colon = name.indexOf(':')
    if (colon < 0 && !byDefault) return name
    const uri = meanings.get(colon < 0 ? '' : name.slice(0, colon))?.at(-1)
    if (uri === undefined) return name
    return `${CUSTOMARY.get(uri) ?? '?'}:${name.slice(colon + 1)}`
  }
  return {
    customary,
    enter: tag => {
      for (const prefix of prefixesOf(tag)) {
        const uri = tag.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] ?? ''
        const stack = meanings.get(prefix)
        if (stack) stack.push(uri.trim())
        else meanings.set(prefix, [uri.trim()])
      }
    },
    leave: tag => {
      for (const prefix of prefixesOf(tag)) meanings.get(prefix)?.pop()
    },
  }
}

/** The prefixes that a tag declares; the default namespace is the empty one. */
const prefixesOf = (tag: SaxesTagPlain): readonly string[] => {
  const found: string[] = []
  for (const name in tag.attributes)
    if (name === 'xmlns') found.push('')
    else if (name.startsWith('xmlns:')) found.push(name.slice(6))
  return found
}
