import { bareText } from '../core/documents/index.ts'
import { bytesTrace } from './builder.ts'
import { looksLikeEmail, readEmail } from './email.ts'
import { looksLikeMarkdown, markdownFrame } from './markdown.ts'
import { readPlain } from './plain.ts'
import { imageFormat, isPdf, isZip } from './sniff.ts'
import type { NotText, PlainText, SourceDocument } from './source.ts'

/** A page begins with one of these, or has many of them. */
const PAGE_HEAD =
  /^<(?:!doctype html|html|head|body|title|meta|link|script|style|div|p|h[1-6]|table|article|main|section|font|center|pre|ul|ol|span|a|br|b|i|nav|header)\b[^>]{0,2000}>/i
const PAGE_TAGS = /<\/(?:p|div|a|span|li|td|tr|table|h[1-6]|body|html|b|i|strong|em|font)>|<br ?\/?>/gi
const XML_HEAD = /^\s*(?:<\?xml\s|<!DOCTYPE (?!html)|<[A-Za-z_][\w.:-]*(?:\s[^<>]{0,4000})?>)/
const XHTML = /<(?:!DOCTYPE )?html\b/i

/** Attributes that only XML has, on the first element: a part of a file, as a library gives one out. */
const XML_PART = /^<[a-z][\w.-]*(?:\s[^<>]{0,2000})?\sxml:(?:id|lang|space)=/i

/** What may stand before a page: comments, and what a server should have run. */
const CLOSES: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<%', '%>'],
]

/** What follows the blanks and the comments with which a page may begin. */
const afterComments = (head: string): string => {
  let at = 0
  for (;;) {
    while (at < head.length && /\s/.test(head.charAt(at))) at++
    const close = CLOSES.find(([open]) => head.startsWith(open, at) && !head.startsWith('<?xml', at))?.[1]
    if (close === undefined) return head.slice(at)
    const end = head.indexOf(close, at + 2)
    if (end < 0) return ''
    at = end + close.length
  }
}

const SAMPLE = 65_536

const countOf = (text: string, form: RegExp, most: number): number => {
  let count = 0
  for (const _ of text.matchAll(form)) if (++count >= most) break
  return count
}

/** Markdown below the tags of a page's head, as some libraries of acts give it out. */
const isMarkdownPage = (head: string): boolean =>
  /^\s*(?:<(?:meta|link)\b[^>]{0,400}>\s*)+#{1,6} ?\p{L}/u.test(head) && countOf(head, PAGE_TAGS, 3) < 3

/** Which of the formats that are text a text is in, by what it holds. */
const textFormat = (text: string): 'email' | 'html' | 'xml' | 'markdown' | 'text' => {
  const head = text.slice(0, SAMPLE)
  if (looksLikeEmail(head)) return 'email'
  if (/^\s*<\?xml\s/.test(head)) return XHTML.test(head.slice(0, 2000)) ? 'html' : 'xml'
  const isPart = XML_PART.test(afterComments(head)) && !XHTML.test(head.slice(0, 2000))
  if (isPart && /<\/[A-Za-z_][\w.:-]*>\s*$/.test(text.slice(-200))) return 'xml'
  if (PAGE_HEAD.test(afterComments(head)) && !isMarkdownPage(head)) return 'html'
  if (XML_HEAD.test(head) && /<\/[A-Za-z_][\w.:-]*>\s*$/.test(text.slice(-200))) return 'xml'
  const tags = countOf(head, PAGE_TAGS, 40)
  if (tags >= 12 && tags * 400 > Math.min(head.length, SAMPLE) && head.includes('<')) return 'html'
  return looksLikeMarkdown(head) ? 'markdown' : 'text'
}

const plainDocument = (plain: PlainText, format: 'text' | 'markdown'): SourceDocument => {
  const part = bytesTrace(plain.sourceOffset)
  return {
    ...bareText(plain.text),
    ...(format === 'markdown' && markdownFrame(plain.text)),
    format,
    encoding: plain.encoding,
    problems: plain.problems,
    trace: span => (span.end > span.start ? part({ ...span, verbatim: true }) : []),
  }
}

/** What may be done beyond reading. */
export interface SourceOptions {
  /** Whether letters may be recognised in images; it takes seconds a page and may be wrong. */
  readonly ocr?: boolean
}

/**
 * Reads bytes as text in the format that the bytes themselves show, with the way back to them. What cannot be read
 * is answered as such; nothing that the bytes hold makes it throw.
 */
export const readSource = async (
  bytes: Uint8Array,
  options: SourceOptions = {},
): Promise<SourceDocument | NotText> => {
  if (isPdf(bytes)) return (await import('./pdf.ts')).readPdf(bytes)
  if (isZip(bytes)) return (await import('./docx.ts')).readDocx(bytes)
  const image = imageFormat(bytes)
  if (image)
    return options.ocr
      ? (await import('./image.ts')).readImage(bytes)
      : { notText: `it is ${image}; reading images is off (--ocr)` }
  const plain = readPlain(bytes)
  if ('notText' in plain) return plain
  const format = textFormat(plain.text)
  if (format === 'html') return (await import('./html.ts')).readHtml(bytes)
  if (format === 'xml') return (await import('./xml.ts')).readXml(bytes)
  if (format === 'email') return readEmail(bytes, (await import('./html.ts')).readHtml)
  return plainDocument(plain, format)
}
