import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Hint, Role, StatedFacts } from '../core/documents/index.ts'
import type { Span } from '../core/evidence/index.ts'

/** What Markdown says of a text that is kept as it was delivered. */
export interface MarkdownFrame {
  readonly hints: readonly Hint[]
  readonly marks: readonly Span[]
  readonly stated: StatedFacts
}

interface Place {
  readonly offset?: number | undefined
}
interface TreeNode {
  readonly type: string
  readonly depth?: number
  readonly value?: string
  readonly children?: readonly TreeNode[]
  readonly position?: undefined | { readonly start: Place; readonly end: Place }
}

const spanOf = ({ position }: TreeNode): Span => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
})

const ROLES: Readonly<Record<string, Role>> = {
  heading: 'heading',
  listItem: 'list-item',
  blockquote: 'quote',
  code: 'preformatted',
}

const FRONT = /^---[ \t]*\r?\n([\s\S]{0,8000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

const ATX = /^ {0,3}#{1,6} +\S/gm
const LINK = /\[[^\]\n]{1,200}\]\(https?:\/\/[^)\s]{1,400}\)/g
const STRONG = /(?<![*\w])\*\*[^*\n]{1,200}\*\*(?![*\w])/g
const FENCE = /^```/gm
const FOOTNOTE = /^\[\^[^\]]{1,40}\]:/gm
const SETEXT = /^\S.*\n(?:={3,}|-{3,})[ \t]*$/gm

const has = (text: string, form: RegExp, times: number): boolean => {
  let count = 0
  for (const _ of text.matchAll(form)) if (++count >= times) return true
  return false
}

const SAMPLE = 100_000

/** A first heading that a copy has broken into two lines, with a quotation below it. */
const BROKEN_HEADING = /^# \S[^\n]{20,200}\n[^\n#>*-][^\n]{2,80}\n[ \t]*\n(?=> )/

/** Whether a text shows that it is written in Markdown: by front matter, or by two of its signs. */
export const looksLikeMarkdown = (text: string): boolean => {
  const head = text.slice(0, SAMPLE)
  const front = FRONT.exec(head)
  if (/^\s*<(?:meta|link)\b[^>]{0,400}>\s*#{1,6} ?\p{L}/u.test(head)) return true
  if (front && /^[A-Za-z_-]+:/m.test(front[1] ?? '')) return true
  const signs = [
    has(head, ATX, 1),
    has(head, LINK, 2),
    has(head, STRONG, 2),
    has(head, FENCE, 2),
    has(head, FOOTNOTE, 1),
    has(head, SETEXT, 2),
  ]
  const few = has(head, ATX, 1) && has(head, LINK, 1) && has(head, STRONG, 1)
  // A heading for the first line, with nothing right under it but its own last words.
  if (/^\s*#{1,2} \S[^\n]{2,200}\n[ \t]*\n/.test(head) || BROKEN_HEADING.test(head)) return true
  return few || signs.filter(Boolean).length >= 2 || has(head, ATX, 3)
}

const LONGEST = 5_000_000

/** Reads the marks of a Markdown text; the text itself stays as it is. */
export const markdownFrame = (text: string): MarkdownFrame => {
  const front = FRONT.exec(text)?.[0].length ?? 0
  const stated = front > 0 ? frontMatter(text.slice(0, front)) : {}
  const matter: readonly Hint[] = front > 0 ? [{ role: 'header-field', start: 0, end: front }] : []
  if (text.length > LONGEST) return { hints: matter, marks: [], stated }
  const shown = '\n'.repeat(front) + text.slice(front)
  const hints: Hint[] = [...matter]
  const words: Span[] = []
  const broken = brokenHeading(shown)
  const stack: TreeNode[] = [fromMarkdown(shown)]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const role = ROLES[node.type]
    const span = spanOf(node)
    if (role === 'heading' && broken && span.start === 0)
      hints.push({ role, start: span.start, end: broken.end, level: 1 })
    else if (role) hints.push({ role, ...span, ...(node.depth && { level: node.depth }) })
    if (isWayThrough(node)) hints.push({ role: 'navigation', ...span })
    if (WORDS.has(node.type) && !isTagAlone(node)) words.push(span)
    for (const child of (node.children ?? []).toReversed()) stack.push(child)
  }
  const glued = gluedHeadings(shown)
  hints.push(...glued.map(({ start, end, level }): Hint => ({ role: 'heading', start, end, level })))
  const marks = [
    ...between(shown, front, words),
    ...glued.map(({ start, level }) => ({ start, end: start + level })),
  ].toSorted((a, b) => a.start - b.start)
  return { hints: hints.toSorted((a, b) => a.start - b.start), marks, stated }
}

/** Where a first heading that is broken into two lines ends. */
const brokenHeading = (text: string): { readonly end: number } | undefined => {
  const [whole] = BROKEN_HEADING.exec(text.slice(0, 400)) ?? []
  return whole === undefined ? undefined : { end: whole.trimEnd().length }
}

/** Headings whose signs have lost the blank behind them: "##Artikel 1". A single sign so is a tag of the reader's. */
const gluedHeadings = (text: string): readonly (Span & { readonly level: number })[] =>
  [...text.matchAll(/^(#{2,6})(?=\p{L})[^\n]{1,300}$/gmu)].map(({ 0: line, 1: signs = '', index }) => ({
    start: index,
    end: index + line.length,
    level: signs.length,
  }))

const linksIn = (node: TreeNode): number =>
  node.type === 'link' || node.type === 'linkReference'
    ? 1
    : (node.children ?? []).reduce((sum, child) => sum + linksIn(child), 0)

/** Whether a node holds links with nothing but signs between them. */
const isOnlyLinks = (node: TreeNode): boolean => {
  if (['link', 'linkReference', 'image', 'imageReference', 'definition', 'break'].includes(node.type))
    return true
  if (node.children) return node.children.length > 0 && node.children.every(isOnlyLinks)
  return node.type === 'text' && !/[\p{L}\p{N}]/u.test(node.value ?? '')
}

const FEWEST_LINKS = 3

/** The way through a site: a list or a row of several links and nothing else. */
const isWayThrough = (node: TreeNode): boolean =>
  (node.type === 'list' || node.type === 'paragraph') && linksIn(node) >= FEWEST_LINKS && isOnlyLinks(node)

/** Nodes whose stretch is words, to the letter. */
const WORDS = new Set(['text', 'inlineCode', 'code', 'html'])

/** A tag or a comment of HTML without words of its own. */
const isTagAlone = ({ type, value = '' }: TreeNode): boolean =>
  type === 'html' && /^\s*(?:<[^<>]{1,2000}>|<!--(?:(?!-->)[\s\S]){0,20000}-->)\s*$/.test(value)

/** What is neither blank nor words: the marks. The number of a list item stays, since people cite it. */
const between = (text: string, from: number, words: readonly Span[]): readonly Span[] => {
  const marks: Span[] = from > 0 ? [{ start: 0, end: from }] : []
  let at = from
  const cut = (start: number, end: number): void => {
    for (const match of text.slice(start, end).matchAll(/[^\s]+/g)) {
      if (/^\d{1,4}[.)]$/.test(match[0])) continue
      marks.push({ start: start + match.index, end: start + match.index + match[0].length })
    }
  }
  for (const span of words) {
    if (span.start > at) cut(at, span.start)
    at = Math.max(at, span.end)
  }
  cut(at, text.length)
  return marks
}

/** What the fields of front matter state; of several that state the same the first of this list counts. */
const FIELDS: Readonly<Record<string, keyof StatedFacts>> = {
  title: 'title',
  titel: 'title',
  titre: 'title',
  titulo: 'title',
  titolo: 'title',
  author: 'authors',
  authors: 'authors',
  autor: 'authors',
  auteur: 'authors',
  autore: 'authors',
  urheber: 'authors',
  speaker: 'authors',
  publication_date: 'published',
  date: 'published',
  datum: 'published',
  fecha: 'published',
  published: 'published',
  published_time: 'published',
  expression_date: 'published',
  datum_drucksache: 'published',
  pubdate: 'published',
  lang: 'language',
  language: 'language',
  publisher: 'publisher',
  site: 'publisher',
}
const RANKED = Object.keys(FIELDS)

/** A day as a program writes it for itself, as the one on which a file was made: "D:20231120141534". */
const OF_FILE = /^D:\d{8}/

const unquoted = (words: string): string =>
  /^".*"$/s.test(words.trim()) ? escaped(words.trim().slice(1, -1)) : words.trim().replace(/^'(.*)'$/s, '$1')

/** What YAML writes with a backslash between double quotation marks. */
const escaped = (words: string): string =>
  words
    .replace(/\\\n {0,9}\\?/g, '')
    .replace(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[_ ]/g, ' ')
    .replace(/\\(["\\/])/g, '$1')
    .replace(/ {0,9}\n {0,9}/g, ' ')

const LONGEST_FIELD = 2000

/** Whether a field opens a quotation mark that no other closes. */
const isUnclosed = (field: string): boolean => {
  const [open] = /^[\w-]{1,40}: {0,9}"/.exec(field) ?? []
  return (
    open !== undefined &&
    field.length < LONGEST_FIELD &&
    !field.slice(open.length).replace(/\\./gs, '').includes('"')
  )
}

/** The fields of front matter, each on one line: words that go on over lines, quoted or indented, are one. */
const fieldLines = (matter: string): readonly string[] => {
  const found: string[] = []
  for (const line of matter.split(/\r?\n/)) {
    const last = found.at(-1)
    if (last !== undefined && isUnclosed(last)) found[found.length - 1] = `${last}\n${line}`
    else if (last !== undefined && /^ {2,}(?!- )\S/.test(line) && /^[\w-]{1,40}: +[^\s|>[{]/.test(last))
      found[found.length - 1] = `${last} ${line.trim()}`
    else found.push(line)
  }
  return found
}

const listOf = (words: string): readonly string[] =>
  words
    .replace(/^\[|\]$/g, '')
    .split(/,| (?:&|and) /)
    .map(unquoted)

/** The simple fields of front matter; lists in brackets or with dashes are lists. */
const frontMatter = (matter: string): StatedFacts => {
  const stated: { [K in keyof StatedFacts]: StatedFacts[K] } & { authors?: readonly string[] } = {}
  const ranks: Partial<Record<keyof StatedFacts, number>> = {}
  let open: keyof StatedFacts | undefined
  for (const line of fieldLines(matter)) {
    const item = /^\s+-\s+(.*)$/.exec(line)?.[1]
    if (item !== undefined && open === 'authors') stated.authors = [...(stated.authors ?? []), unquoted(item)]
    const field = /^([A-Za-z_-]+):\s*(.*)$/s.exec(line)
    if (!field) continue
    const name = (field[1] ?? '').toLowerCase()
    open = FIELDS[name]
    const words = unquoted(field[2] ?? '')
    const rank = RANKED.indexOf(name)
    if (!open || words === '' || OF_FILE.test(words) || rank > (ranks[open] ?? rank)) continue
    ranks[open] = rank
    Object.assign(stated, { [open]: open === 'authors' ? listOf(words) : words })
  }
  return stated
}
