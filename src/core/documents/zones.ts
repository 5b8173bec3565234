import type { Span } from '../evidence/index.ts'
import type { CableOutline } from './cable.ts'
import { isItem, type Line } from './lines.ts'
import type { Zone, ZoneType } from './reading.ts'

/** The zones of a document and where its title stands. */
export interface Layout {
  readonly zones: readonly Zone[]
  readonly title: Span | null
}

const FURNITURE =
  /^(?:skip to (?:main )?content|back to top(?: button)?|leave a (?:reply|comment)|share(?: this)?(?: (?:article|story|page|post))?|advertisement|print(?: this page)?|menu|search|home|subscribe(?: now)?|sign (?:up|in)|log ?in|tweet|facebook|twitter|linkedin|email|whatsapp|copy link|comments?(?: \(\d+\))?|\d+ comments?|no comments?|post a comment|read more|click here|load more|next|previous|all rights reserved.*|©.*|copyright .*|cookie (?:policy|settings)|privacy policy|terms of (?:use|service)|-{3,}|\*{3,}|_{3,}|={3,}|(?:\* ?){3,}|#|page \d+(?: of \d+)?|\d+ ?min(?:ute)? read|listen to (?:this )?article)$/i
const RELATED =
  /^(?:related(?: (?:articles?|stories|posts|content|topics|news|coverage|reading))?|more (?:in|from|on) .{2,40}|you (?:may|might) also like|recommended(?: (?:for you|reading|stories))?|read (?:also|next)|see also|most (?:read|popular|viewed)|trending(?: now)?|top stories|latest news|also read)\s*:?$/i
const FAQ = /^(?:faqs?|frequently asked questions|people also ask)\s*:?$/i
const LINK_FARM =
  /^(?:top articles|latest posts|popular posts|recent posts|popular articles|featured posts)\s*:?$/i
const ARTICLE_INFO = /^(?:article information|author information|about this article)\s*:?$/i
const REFERENCES = /^references\s*:?$/i
const BYLINE = /^by\s+\p{Lu}[\p{L}.'’-]+(?:[\s,]|$)/iu
const DISCLAIMER =
  /^(?:the views expressed|the opinions expressed|this (?:article|commentary|piece|essay) (?:expresses|reflects|represents)|views expressed|about the authors?\b)/i
const BIOGRAPHY =
  /^(?:(?:dr|prof|professor|gen|col|lt|maj|sir|dame|amb|ambassador)\.? )?(?:[\p{Lu}][\p{L}.'’-]*,? ){2,5}(?:\([^)]*\) )?(?:(?:and (?:[\p{Lu}][\p{L}.'’-]* ){2,4})?(?:is|are|was|were|has served|serves|served|works|worked|writes|teaches)) (?:currently |also |now )?(?:an? |the |at |as |in |on |for |professors? |(?:senior |former |executive |deputy |assistant )*(?:director|fellow|president|editor|researcher|adviser|advisor|analyst|correspondent|coordinator|head|chair|lecturer|reporter|senior))/u

const ends = (line: string): boolean => /[.!?:;,…]["'”’»)]*$/.test(line.slice(-4))
const wordCount = (line: string): number => line.split(/\s+/).length

const DATE_OR_TIME =
  /^(?:\p{Lu}[\p{L} .]{1,30}, )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?\p{Lu}\p{L}{2,8}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d{2}\b.{0,40}$/u

const SECTION =
  /^(?:opinion|analysis|commentary|editorial|news|world(?: news)?|politics|europe|asia|africa|briefing|blog|statement|report|press release|media release|news release|for immediate release|explainer|q&a)$/i
const MASTHEAD_WORD =
  /\b(?:news|times|post|watch|dispatch|daily|press|herald|guardian|tribune|journal|gazette|observer|telegraph|reuters|bbc|agency|coalition|committee|institute|centre|center|ministry|department|organi[sz]ation|international)\b/i

/** The name of a paper, a section or a publisher above the title. */
const isMasthead = (lines: readonly Line[], index: number): boolean => {
  const text = lines[index]?.text ?? ''
  const next = lines[index + 1]?.text ?? ''
  if (text.split(' | ').length > 2 && !DATE_OR_TIME.test(text)) return true
  if (SECTION.test(text)) return true
  if (wordCount(text) > 5 || ends(text) || wordCount(next) < 4 || next.length > 160) return false
  return MASTHEAD_WORD.test(text) && !BYLINE.test(next)
}

const looksLikeTitle = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index]
  if (!line || lines.length < 2 || line.text.length > 220 || wordCount(line.text) > 32) return false
  if (
    BYLINE.test(line.text) ||
    DATE_OR_TIME.test(line.text) ||
    isItem(line.text) ||
    /^(?:dear|excellency)\b/i.test(line.text)
  )
    return false
  if (/ [—–] /.test(line.text) && /^[A-Z][A-Z .,]{3,}/.test(line.text)) return false
  const next = lines[index + 1]
  if ((ends(line.text) && wordCount(line.text) > 20) || /[,;:]$/.test(line.text)) return false
  return next !== undefined && (next.opens || !/^\p{Ll}/u.test(next.text))
}

const isHeading = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || !next || line.text.length > 90 || wordCount(line.text) > 12) return false
  if (ends(line.text) && !line.text.endsWith('?')) return false
  if (!/^["'“‘]?[\p{Lu}\d]/u.test(line.text) || isItem(line.text)) return false
  return next.text.length > 90 || (ends(next.text) && wordCount(next.text) > 12)
}

/** What the state of the reading from the top makes of one line after another. */
interface Flow {
  /** A section that was opened by its heading and lasts until another opens. */
  section: 'body' | 'related' | 'faq' | 'link-farm' | 'article-info'
  bodyLines: number
}

const opened = (line: string, flow: Flow): Flow['section'] | undefined => {
  if (FAQ.test(line) && flow.bodyLines >= 3) return 'faq'
  if (LINK_FARM.test(line)) return 'link-farm'
  if (ARTICLE_INFO.test(line)) return 'article-info'
  if (RELATED.test(line)) return 'related'
  return undefined
}

/** A box of related items ends at the blank line after it, unless a byline or another short item follows. */
const leavesRelated = (line: Line): boolean =>
  line.opens &&
  !BYLINE.test(line.text) &&
  (line.text.length > 140 || (ends(line.text) && wordCount(line.text) > 14))

const isFurniture = (line: Line, title: string): boolean =>
  FURNITURE.test(line.text) ||
  (title !== '' && line.text.startsWith(title) && line.text.length <= title.length + 8)

const typeInFlow = (lines: readonly Line[], index: number, flow: Flow, title: string): ZoneType => {
  const line = lines[index]
  if (!line) return 'body'
  const section = opened(line.text, flow)
  if (section) flow.section = section
  else if (REFERENCES.test(line.text) && LINK_FARM.test(lines[index + 1]?.text ?? ''))
    flow.section = 'link-farm'
  else if (flow.section === 'related' && leavesRelated(line)) flow.section = 'body'
  else if (isFurniture(line, title) && flow.section === 'body') return 'furniture'
  if (flow.section !== 'body') return flow.section
  flow.bodyLines++
  return isHeading(lines, index) ? 'heading' : 'body'
}

const NEAR_TOP = 8

/** Bylines and lines of date near the top, before the body has begun. */
const markTop = (lines: readonly Line[], types: ZoneType[], first: number): void => {
  for (let index = first; index < Math.min(lines.length, first + NEAR_TOP); index++) {
    const text = lines[index]?.text ?? ''
    const isLine =
      text.length <= 160 &&
      (/^\(?(?:originally |first )?(?:published|posted|(?:last )?updated)\b/i.test(text) ||
        DATE_OR_TIME.test(text))
    if (types[index] !== 'body' && types[index] !== 'heading') continue
    if ((BYLINE.test(text) && text.length <= 120 && !/[.!?]$/.test(text)) || isLine) types[index] = 'byline'
  }
}

/** Notes on the authors: from the first such paragraph after the body to the body's end. */
const markBiography = (lines: readonly Line[], types: ZoneType[]): void => {
  const lastBody = types.findLastIndex(type => type === 'body' || type === 'heading')
  const from = Math.max(0, lastBody - 7)
  for (let index = from; index <= lastBody; index++) {
    const text = lines[index]?.text ?? ''
    const before = types[index - 1]
    const closes = lastBody - index < 5 && (before === 'body' || before === 'furniture')
    if (!DISCLAIMER.test(text) && !(BIOGRAPHY.test(text) && closes)) continue
    for (let k = index; k <= lastBody; k++)
      if (types[k] === 'body' || types[k] === 'heading') types[k] = 'bio'
    return
  }
}

const SIGN_OFF =
  /^(?:yours (?:sincerely|faithfully|truly)|sincerely|respectfully|best regards|kind regards),?$/i

const markSignature = (lines: readonly Line[], types: ZoneType[]): void => {
  const at = lines.findIndex((line, index) => index > lines.length - 8 && SIGN_OFF.test(line.text))
  if (at < 0) return
  for (let index = at; index < lines.length; index++)
    if (types[index] === 'body' || types[index] === 'heading') types[index] = 'signature'
}

const zonesFrom = (lines: readonly Line[], types: readonly ZoneType[]): Zone[] => {
  const zones: { type: ZoneType; start: number; end: number }[] = []
  for (const [index, line] of lines.entries()) {
    const type = types[index] ?? 'body'
    const last = zones.at(-1)
    if (last?.type === type && type !== 'heading') last.end = line.end
    else zones.push({ type, start: line.start, end: line.end })
  }
  return zones
}

const SUFFIX = /\s*\((?:(?:19|20)\d{2}|\d{1,2})\)$/

/** A year or number in brackets that a copying site has hung on the title is not part of it. */
const splitSuffix = (line: Line, repeated: boolean): readonly Zone[] => {
  const suffix = repeated ? SUFFIX.exec(line.text)?.[0] : undefined
  if (suffix === undefined) return [{ type: 'title', start: line.start, end: line.end }]
  const end = line.end - suffix.length
  return [
    { type: 'title', start: line.start, end },
    { type: 'furniture', start: end + (suffix.length - suffix.trimStart().length), end: line.end },
  ]
}

const withoutSuffix = (line: string): string => line.replace(SUFFIX, '')

/** The layout of a document that is no cable. */
export const layoutOf = (lines: readonly Line[]): Layout => {
  const first = lines.findIndex((line, index) => !FURNITURE.test(line.text) && !isMasthead(lines, index))
  const hasTitle = first >= 0 && first < 12 && looksLikeTitle(lines, first)
  const titleLine = hasTitle ? lines[first] : undefined
  const title = titleLine ? withoutSuffix(titleLine.text) : ''
  const start = titleLine ? first + 1 : Math.max(0, first)
  const flow: Flow = { section: 'body', bodyLines: 0 }
  const rest = lines.slice(start)
  const types: ZoneType[] = [
    ...lines.slice(0, start).map((_, index): ZoneType => (index === first ? 'title' : 'furniture')),
    ...rest.map((_, index) => typeInFlow(lines, start + index, flow, title)),
  ]
  markTop(lines, types, start)
  markBiography(lines, types)
  markSignature(lines, types)
  const repeated = rest.some(line => withoutSuffix(line.text) === title)
  const zones = zonesFrom(lines, types).flatMap(zone =>
    titleLine && zone.type === 'title' ? splitSuffix(titleLine, repeated) : [zone],
  )
  const span = zones.find(zone => zone.type === 'title')
  return { zones, title: span ? { start: span.start, end: span.end } : null }
}

/** The layout of a cable: header, subject line, body and signature. */
export const cableLayout = (text: string, lines: readonly Line[], cable: CableOutline): Layout => {
  const { subject, signature, headerEnd } = cable
  const labelStart = subject ? text.lastIndexOf('\n', subject.start) + 1 : -1
  const types = lines.map((line): ZoneType => {
    if (subject && line.start >= labelStart && line.end <= subject.end) return 'subject'
    if (line.start < headerEnd) return 'cable-header'
    return signature && line.start >= signature.start ? 'signature' : 'body'
  })
  const title = subject ? { start: subject.start, end: subject.end } : null
  return { zones: zonesFrom(lines, types), title }
}
