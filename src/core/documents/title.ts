import type { Span } from '../evidence/index.ts'
import {
  ends,
  hasDateline,
  hasSpeaker,
  isByline,
  isDateLine,
  isNameLine,
  isPartHeading,
  isProse,
  isSalutation,
  wordCount,
} from './forms.ts'
import type { StatedFacts } from './frame.ts'
import { isFurniture, sectionOpened } from './furniture.ts'
import { isItem, isWrapped, type Line } from './lines.ts'
import { hasRole, type MarkedLine } from './scene.ts'

/** The title of a document: its lines, and its stretch without what a copy has hung on it. */
export interface Title extends Span {
  readonly first: number
  readonly last: number
  /** Whether it has the form of a title of an official document, or is the subject of a letter. */
  readonly isOfficial: boolean
  /** Whether the sign of a note stands after it, which its zone holds too. */
  readonly hasNote?: boolean
  /** Whether words of another kind stand before it on its line. */
  readonly hasKicker?: boolean
}

const SECTION_NAME =
  /^(?:opinion|analysis|commentary|comment|editorial|op-?ed|perspectives?|viewpoint|news|live|world(?: news)?|politics|europe|asia|africa|americas|middle east|briefings?|blog|statements?|reports?|press releases?|media releases?|news releases?|joint press release|for (?:immediate )?release.*|\(?embargo.*|explainer|feature|features|interview|in focus|disarmament|security|defen[cs]e|q&a|guest (?:post|essay|column)|(?:policy|research|technical|special) (?:report|study|paper)s?(?: no\.? ?\d+| \d+)?|tribune|débats|idées|points de vue|actualités|communiqué de presse|pressemitteilung|kommentar|meinung|gastbeitrag|nota de prensa|opinión|tribuna|working paper.*|occasional paper.*|policy brief.*|discussion paper.*|the white house|office of the press secretary|downing street|beta|draft|advance copy|(?:english|french|français|español|deutsch|русский|العربية|中文)(?: .{0,60})?|download .{0,40}|transcript:?|provisional|symposium(?: ?: .{3,60})?|internal memorandum|memorandum|memo)$/i
/** Words that name a paper, a body or an institution. */
export const MASTHEAD_WORD =
  /\b(?:news|times|post|watch|dispatch|daily|press|herald|guardian|tribune|journal|gazette|observer|telegraph|quarterly|review|magazine|courier|reuters|bbc|agency|network|society|association|coalition|committee|institute|institut|centre|center|ministry|ministère|ministerium|ministerio|department|mission|embassy|government|organi[sz]ation|foundation|campaign|international|united nations|general assembly|security council|house of (?:commons|lords)|senate|parliament|bundesgesetzblatt|boletín oficial|journal officiel|jorf|official gazette|gazette)\b/i
const DOCUMENT_LINE =
  /^(?:distr\.?:|original:|[A-Z]{1,6}\/[A-Z0-9./-]{3,}|agenda item|.{3,60}\bagenda item \d|.{2,20}\bjournal no\b|point \d+|item \d+|vol\.|no\. \d|núm\.|nr\. \d|nor ?:|texte n°|issn|isbn|cm \d|seventy|sixty|fifty|forty|\p{L}+-\p{L}+ (?:session|year|meeting)|\p{L}+ (?:session|year)$|\d+(?:st|nd|rd|th) (?:plenary )?meeting|(?:first|second|third|fourth|fifth|sixth) committee\b|jahrgang \d|(?:act |law )?no\.? ?\d+ of (?:19|20)\d{2}$|dof\b|tel\.?|fax|our ref|your ref|by (?:hand|e-?mail|fax)|to:|from:|cc:|date:|contact|press contact|media contact|\[.*\]$|\(.*\)$|h\.e\.|delivered by|presented (?:by|to))/iu

/** Whether a line is one of those that the head of an official document has above its title. */
export const isTitlePage = (text: string): boolean =>
  /\bdistr\.: |^(?:distr\.?:|original:|vol\.|núm\.|jorf|bundesgesetzblatt|boletín oficial|nor ?:|texte n°|issn|isbn|tel\.?|fax|united nations\b|nations unies\b|(?:security council|general assembly|human rights council|economic and social council)(?: {2,}|$)|i\. disposiciones|jefatura del estado|presented to parliament|printed by|treaty series|\S{1,6}\/[A-Z]+[A-Z0-9./-]{3,}$)/i.test(
    text,
  )

/** How many lines from the top a title is looked for. */
const NEAR_TOP = 45

/** The name of a paper, a section or a publisher above the title. */
export const isMasthead = (lines: readonly MarkedLine[], index: number): boolean => {
  const text = lines[index]?.line.text ?? ''
  if (text.split(/ [|·•] /).every(piece => SECTION_NAME.test(piece))) return true
  if (text.split(' | ').length > 2 && !isDateLine(text)) return true
  const next = lines[index + 1]?.line.text ?? ''
  if (
    /^(?:permanent mission|permanent delegation|représentation permanente|mission permanente|ständige vertretung|misión permanente|organi[sz]ation for\b|forum for\b|ministry (?:of|for)|ministère|government of|united nations|office (?:of|for))\b/i.test(
      text,
    )
  )
    return true
  if (wordCount(text) > 9 || ends(text) || isTitleForm(text)) return false
  // What stands over the rule under the head of a page.
  if (/^_{10,}$/.test(next)) return true
  if (wordCount(text) <= 5 && MASTHEAD_WORD.test(text))
    return wordCount(next) >= 4 || isMasthead(lines, index + 1)
  return false
}

const PAGE_END = 15

/** The name of a body or a meeting in the head of its document, over the language and the distribution. */
const isBodyName = (lines: readonly MarkedLine[], index: number): boolean =>
  [1, 2, 3].some(step => /^(?:original|distr\.?) ?:/i.test(lines[index + step]?.line.text ?? ''))

/** The first line of a page that its last lines have again: the name of the site. */
const isSiteName = (lines: readonly MarkedLine[], index: number): boolean => {
  const text = lines[index]?.line.text ?? ''
  if (index > 2 || lines.length < 30 || wordCount(text) > 8) return false
  return lines.slice(-PAGE_END).some(one => one.line.text === text)
}

const couldOpen = (lines: readonly MarkedLine[], index: number): boolean => {
  const one = lines[index]
  if (!one) return false
  const { text } = one.line
  const isForm = isTitleForm(text)
  // A caption with its credit.
  if (/[.!] \/ /.test(text) || PARTIES.test(text) || CREDIT.test(text)) return false
  if (/\bdelivered by\b/i.test(text) || text.split(/ {2,}/).length >= 3) return false
  if (text.length > (isForm ? 420 : 260) || text.length < 4 || wordCount(text) > (isForm ? 70 : 38))
    return false
  if (!/\p{L}/u.test(text) || continuesText(lines, index)) return false
  if (isForm && !/[,;]$/.test(text) && !isTitlePage(text) && !DOCUMENT_LINE.test(text)) return true
  if (
    hasRole(one, 'hidden', 'running-head', 'page-number', 'footnote', 'caption', 'comment', 'byline', 'date')
  )
    return false
  if (
    /\b(?:street|avenue|boulevard|p\.?o\.? box|rue (?:de|du|des)|chemin|straße|calle)\b.*\d/i.test(text) ||
    /^\d+ .*\b(?:street|avenue|st\.|ave\.)/i.test(text)
  )
    return false
  if (/^\(|@|https?:|www\.|\+\d|(?:\d[ ()-]?){9,}/.test(text) || isTitlePage(text)) return false
  if (isFurniture(text) || sectionOpened(text) || isByline(text) || isDateLine(text) || isSalutation(text))
    return false
  if (
    hasDateline(text) ||
    (hasSpeaker(text) && isSpoken(lines, index)) ||
    DOCUMENT_LINE.test(text) ||
    (isItem(text) && !LEAD.test(text))
  )
    return false
  if (/^\d{1,2}\.\d{1,3} {2,}/.test(text) && wordCount(text) > 8) return false
  if (/[,;]$/.test(text) || (/[:…]$/.test(text) && lines[index + 1]?.line.opens !== false)) return false
  return !(ends(text) && wordCount(text) > 22)
}

/** Whether a line goes on with the sentence of the line above it, as text that is broken to a width does. */
const continuesText = (lines: readonly MarkedLine[], index: number): boolean => {
  const own = lines[index]?.line
  const before = lines[index - 1]?.line.text ?? ''
  if (own?.opens !== false || lines[index]?.level !== 0 || before.length <= 40) return false
  if (/^\p{Ll}/u.test(own.text)) return !couldOpen(lines, index - 1)
  if (/[a-z] (?:the|of|to|and|in|by|on|for|an?|under|with|de|la|les|der|die|das)$/.test(before)) return true
  return before.length > 60 && /\p{Ll}$/u.test(before) && /[.!?]\d{0,2}$/.test(own.text)
}

const FORMS: readonly RegExp[] = [
  /^(?:statement|remarks|intervention|address|speech|joint statement|closing remarks|opening remarks|keynote|déclaration|discours|allocution|intervention|erklärung|rede|declaración|discurso|intervención)\b.{0,60}\b(?:by|of|on behalf|prononcée?|du|de|de la|au nom|von|der|del|en nombre)\b/i,
  /^(?:loi|décret|ordonnance|arrêté) (?:n[°o] ?[\d-]+|du \d)|^loi fédérale|^bundesgesetz|^ley (?:para|sobre|de|que|federal|general|n)|^ordonnance sur|^(?:gesetz|verordnung|\p{Lu}\p{Ll}+gesetz)\b|^(?:ley|ley orgánica|real decreto(?:-ley)?|decreto|orden) (?:\d+\/\d{4}|orgánica|de \d)|\b(?:act|ordinance|bill|regulations),? (?:of )?(?:19|20)\d{2}$|^decreto (?:por|que|mediante)\b/iu,
  /^(?:convention|treaty(?! series)|protocol|agreement|covenant|accord|traité|protocole|vertrag|übereinkommen|tratado|convenio|acuerdo)\b(?! has| was| is)/i,
  /^(?:decision|declaration|recommendation|resolution) on\b|^(?:\d+\/\d+\.|resolution \d+ ?\(\d{4}\)|résolution \d|resolución \d)/i,
  /^(?:daily )?(?:press )?briefing\b|^transcript (?:of|:)|^interview with|^(?:joint )?(?:press conference|press briefing|news conference|press statement)\b/i,
  /^NEW REPORT\b/,
  /^(?:(?:final|draft|interim|annual|progress) )*report of the\b/i,
]

/** Whether a line has the form of a title of an official document. */
const isTitleForm = (text: string): boolean => {
  const words = text.replace(LEAD, '')
  return words !== text.trim() ? words.length > 12 : FORMS.some(form => form.test(words))
}

/** Words before a title that number it, and the mark of a note after it, are not part of it. */
const LEAD = /^(?:\d{2,6} {2,}|\d{1,3}\/\d{1,4}\. +)/

const similar = (text: string, wanted: string | undefined): boolean => {
  if (!wanted) return false
  const key = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const [a, b] = [key(text), key(wanted)]
  return (
    a.length > 8 &&
    b.length > 8 &&
    (a === b ||
      (a.startsWith(b) && b.length > 0.75 * a.length) ||
      (b.startsWith(a) && a.length > 0.75 * b.length) ||
      (a.length > 24 && b.includes(a)) ||
      (b.length > 24 && a.includes(b)))
  )
}

interface Judged {
  readonly index: number
  readonly score: number
}

const isNearText = (lines: readonly MarkedLine[], index: number): boolean => {
  for (let at = index + 1; at <= Math.min(index + 4, lines.length - 1); at++) {
    const text = lines[at]?.line.text ?? ''
    if (isByline(text) || isDateLine(text) || hasDateline(text) || isNameLine(text)) return true
    if (isProse(text)) return true
  }
  return false
}

/** Short lines in a row are the way through a site, and say nothing of how far down the title may stand. */
const isWay = (lines: readonly MarkedLine[], index: number): boolean => {
  const text = lines[index]?.line.text
  return (
    text === undefined || (wordCount(text) <= 5 && !isByline(text) && !isDateLine(text)) || isFurniture(text)
  )
}

/** How many lines that are no way through a site stand above each of the first lines. */
const depths = (lines: readonly MarkedLine[], limit: number): readonly number[] => {
  const ways = lines.slice(0, limit + 1).map((_, index) => isWay(lines, index))
  let depth = 0
  return ways.slice(0, limit).map((way, index) => {
    const own = depth
    depth += way && ((ways[index - 1] ?? true) || (ways[index + 1] ?? true)) ? 0.2 : 1
    return own
  })
}

/** Whether a byline or a date stands soon below a line. */
const isSigned = (lines: readonly MarkedLine[], index: number): boolean =>
  [1, 2, 3].some(step => {
    const text = lines[index + step]?.line.text ?? ''
    return isByline(text) || isDateLine(text) || hasDateline(text)
  })

/** The kind of a treaty on a line of its own, over the rest of its title. */
const INSTRUMENT =
  /^(?:protocol|convention|treaty|agreement|accord|protocole|traité|übereinkommen|vertrag|tratado|convenio|acuerdo)$/i
/** The name of an agency of pictures with which a caption ends. */
const CREDIT =
  /\b(?:shutterstock|getty(?: images)?|reuters|afp|alamy|epa(?:-efe)?|ap photo|via ap|flickr)\)?$/i
/** The parties with which a preamble begins. */
const PARTIES =
  /^(?:the|les|die|los) (?:states? part|high contracting|contracting part|parties to|governments? of|kingdom of|republic of|états part|hautes parties|vertragspart|estados part|gobiernos)/i

const worth = (
  lines: readonly MarkedLine[],
  index: number,
  depth: number,
  repeats: ReadonlyMap<string, number>,
  stated: StatedFacts,
): number => {
  const one = lines[index]
  if (!one) return -99
  const { text, opens } = one.line
  const words = wordCount(text)
  const repeated = (repeats.get(withoutSuffix(text)) ?? 0) > 1 && words >= 3
  return (
    -0.35 * depth +
    (words >= 4 && isSigned(lines, index) ? 2 : 0) +
    (hasRole(one, 'title') ? 8 : 0) +
    (one.level === 1 ? 6 : one.level === 2 ? 2 : 0) +
    (similar(text, stated.title) ? 9 : 0) +
    (isTitleForm(text) ? 5 : 0) +
    (/^(?:agenda|tagesordnung|ordre du jour)$/i.test(lines[index - 1]?.line.text ?? '') ? 7 : 0) +
    (repeated ? (SUFFIX.test(text) && text.includes('|') ? 1.5 : 3) : 0) +
    (isMasthead(lines, index) || isSiteName(lines, index) || isBodyName(lines, index) ? -7 : 0) +
    (words >= 4 ? 2 : words === 1 && !isTitleForm(text) ? -3.5 : words <= 2 ? -2 : 0) +
    (opens ? 1 : 0) +
    (isNearText(lines, index) ? 1.5 : 0) +
    (isNameLine(text) ? -1.5 : 0) +
    (isPartHeading(text) && one.level !== 1 && !INSTRUMENT.test(text) ? -6 : 0) +
    (INSTRUMENT.test(text) ? 2 : 0) +
    (hasRole(one, 'navigation', 'aside') && one.level === 0 ? -8 : 0) +
    (hasRole(one, 'main') ? 0.5 : 0) +
    (/[.!…]$/.test(text) && !isTitleForm(text) ? (words > 12 ? -6 : -1) : 0) +
    (index === 0 ? 1 : 0)
  )
}

const SUFFIX = /\s*\((?:(?:19|20)\d{2}|\d{1,2})\)$|\s+\|\s+[^|]{2,40}$/
/** A year or number in brackets that a copying site has hung on a title, and a site's name, are not part of it. */
export const withoutSuffix = (line: string): string =>
  line.endsWith(')') || line.includes('|') ? line.replace(SUFFIX, '') : line

const repeatsOf = (lines: readonly MarkedLine[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { line } of lines) {
    if (line.text.length > 260) continue
    const key = withoutSuffix(line.text)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Whether further speakers follow: one such label alone may be the beginning of a title. */
const isSpoken = (lines: readonly MarkedLine[], index: number): boolean =>
  lines.slice(index + 1, index + 16).some(one => hasSpeaker(one.line.text))

/** Whether a paragraph of lines broken to a width begins here. */
const isBroken = (lines: readonly MarkedLine[], index: number): boolean =>
  !isParagraphLine(lines[index - 1]) && [0, 1, 2].every(step => isParagraphLine(lines[index + step]))

const isParagraphLine = (one: MarkedLine | undefined): boolean =>
  one !== undefined && one.line.text.length > 55 && /[\p{Ll},;]$/u.test(one.line.text)

/** The line after which nothing is a title: the first paragraph of text, or what opens a kind of text. */
const textBegins = (lines: readonly MarkedLine[]): number => {
  let prose = 0
  for (let index = 0; index < Math.min(lines.length, NEAR_TOP); index++) {
    const one = lines[index]
    if (!one) break
    const { text } = one.line
    if (hasRole(one, 'hidden', 'navigation', 'outside', 'aside')) continue
    if (isBroken(lines, index) && ++prose > 1) return index
    if (hasDateline(text) || (hasSpeaker(text) && isSpoken(lines, index))) return index
    if (isProse(text) && !isFurniture(text) && !isByline(text) && !isDateLine(text) && ++prose > 1)
      return index
  }
  return Math.min(lines.length, NEAR_TOP)
}

const LEAST = 0.5

/** A kind of speech on a line of its own, with who spoke on the next. */
const SPOKEN = /^(?:press briefing|briefing|remarks|statement|address|speech|intervention|interview)$/i

/** The parties and the matter of a treaty under its kind: "AGREEMENT / BETWEEN ... / ON ...". */
const isOfInstrument = (lines: readonly MarkedLine[], index: number): boolean => {
  const text = lines[index]?.line.text ?? ''
  if (!/^(?:between|on|concerning|relating to|for|of) [A-Z]/i.test(text) || /[.]$/.test(text)) return false
  for (let at = index - 1; at >= Math.max(0, index - 5); at--) {
    const before = lines[at]?.line.text ?? ''
    if (INSTRUMENT.test(before)) return true
    if (/\p{Ll}{3}/u.test(before)) return false
  }
  return false
}

/** The day of a law between its kind and its matter: "Gesetz / vom 20. Dezember 2012 / über das Verbot von ...". */
const isDayOfLaw = (lines: readonly MarkedLine[], index: number): boolean =>
  /^(?:gesetz|bundesgesetz|verordnung|loi|ordonnance)$/i.test(lines[index - 1]?.line.text ?? '') &&
  /^(?:vom|du) \d/i.test(lines[index]?.line.text ?? '') &&
  /^\p{Ll}/u.test(lines[index + 1]?.line.text ?? '')

/** The first line of a heading that a break divides: "Law No. 12 / Of the prohibition of ...". */
const firstLine = (lines: readonly MarkedLine[], index: number): number => {
  const own = lines[index]
  const before = lines[index - 1]
  const isSame = own && before && own.level > 0 && before.level === own.level && !own.line.opens
  if (isSame && !isMasthead(lines, index - 1)) return index - 1
  return isCapitals(own) &&
    isCapitals(before) &&
    own?.line.opens === false &&
    couldOpen(lines, index - 1) &&
    !isMasthead(lines, index - 1)
    ? firstLine(lines, index - 1)
    : index
}

const isCapitals = (one: MarkedLine | undefined): boolean =>
  one !== undefined && /^[^\p{Ll}]{12,}$/u.test(one.line.text)

/** Where the title begins behind words above it that a page has set on the same line, when the file states the title. */
const withoutKicker = (
  line: Line | undefined,
  { end }: Span,
  { title }: StatedFacts,
): { readonly start: number; readonly hasKicker: true } | undefined => {
  const words = line ? line.text.slice(0, end - line.start) : ''
  const isHung =
    line && title && title.length > 12 && words.length > title.length + 2 && words.endsWith(` ${title}`)
  return isHung ? { start: end - title.length, hasKicker: true } : undefined
}

/** Further lines of a title that is broken over several: no blank line between, none of them something else. */
const lastLine = (lines: readonly MarkedLine[], first: number, limit: number, wrapped: boolean): number => {
  let last = first
  const level = lines[first]?.level ?? 0
  while (last + 1 < Math.min(limit, first + 6)) {
    const next = lines[last + 1]
    const own = lines[last]?.line.text ?? ''
    const isOwn = next?.line.opens === true && (own.endsWith(':') || isOfInstrument(lines, last + 1))
    if (!next || next.level !== level || (next.line.opens && !isOwn)) break
    const { text } = next.line
    const leadsOn =
      (/^[^a-z]{12,}$/.test(own) && /^[^a-z]{6,}$/.test(text)) ||
      /^\p{Ll}/u.test(text) ||
      /(?:[:–—-]|\b(?:and|of|the|to|on|in|for|with|by|against|between|über|sur|aux|con|para|sobre|et|de|des|la|und|der|die|zur|y|del))$/i.test(
        own,
      )
    const goesOn =
      leadsOn ||
      (SPOKEN.test(own) && /^(?:by|of|with) /i.test(text)) ||
      isOfInstrument(lines, last + 1) ||
      isDayOfLaw(lines, last + 1) ||
      (wrapped && couldOpen(lines, last + 1))
    if (
      !goesOn ||
      /[.!?]$/.test(own) ||
      (/^(?:delivered|presented|by|vom|\(|\[)/i.test(text) &&
        !SPOKEN.test(own) &&
        !isDayOfLaw(lines, last + 1)) ||
      (isNameLine(text) && !leadsOn) ||
      isProse(text)
    )
      break
    if (withoutSuffix(text) === withoutSuffix(own) || (isMasthead(lines, last + 1) && !SPOKEN.test(own)))
      break
    last++
  }
  return last
}

const spanOf = (
  lines: readonly MarkedLine[],
  first: number,
  last: number,
  repeated: boolean,
): Span & { readonly hasNote?: boolean } => {
  const from = lines[first]?.line
  const until = lines[last]?.line
  if (!from || !until) return { start: 0, end: 0 }
  const lead = LEAD.exec(from.text)?.[0].length ?? 0
  const trail = /(?: \(\d\)| ?[*†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2})$/.exec(until.text)?.[0].length ?? 0
  const hung = SUFFIX.exec(until.text)?.[0] ?? ''
  const suffix = repeated || hung.includes('|') ? hung.length : 0
  return {
    start: from.start + lead,
    end: until.end - Math.max(trail, suffix),
    hasNote: trail > 0 && suffix === 0,
  }
}

const SUBJECT = /^(?:subject|re|betreff|betr|objet|asunto|concerne) ?: +(?=\S)/i
const MEMO_FIELD = /^(?:to|from|date|cc|an|von|datum|de|à|para) ?:/i

/** The line that says what a letter, a memorandum or a message is about. */
const subjectLine = (lines: readonly MarkedLine[]): Title | undefined => {
  const top = lines.slice(0, NEAR_TOP)
  const at = top.findIndex(one => SUBJECT.test(one.line.text))
  const line = top[at]?.line
  const isLetterhead =
    top.some(one => hasRole(one, 'header-field')) ||
    top.some(one => isSalutation(one.line.text)) ||
    top.filter(one => MEMO_FIELD.test(one.line.text)).length >= 2
  if (!line || !isLetterhead) return undefined
  const lead = SUBJECT.exec(line.text)?.[0].length ?? 0
  return { first: at, last: at, isOfficial: true, start: line.start + lead, end: line.end }
}

/** The line between the salutation of a letter and its text, where there is one. */
const underSalutation = (lines: readonly MarkedLine[]): Title | null | undefined => {
  const top = lines.slice(0, NEAR_TOP)
  const at = top.findIndex(
    one =>
      /^(?:dear|sehr geehrte|excellency|your excellency)/i.test(one.line.text) && isSalutation(one.line.text),
  )
  if (at < 0) return undefined
  const line = top[at + 1]?.line
  const isSubject = line?.opens && line.text.length <= 160 && !ends(line.text) && top[at + 2]?.line.opens
  return line && isSubject
    ? { first: at + 1, last: at + 1, isOfficial: true, start: line.start, end: line.end }
    : null
}

/** The title of a document that is no cable; `null` where none can be told from its text. */
export const titleOf = (lines: readonly MarkedLine[], stated: StatedFacts): Title | null => {
  const told = subjectLine(lines) ?? underSalutation(lines)
  if (told) return told
  const repeats = repeatsOf(lines)
  const byFile = lines.findIndex(
    one => (one.level === 1 || hasRole(one, 'title')) && similar(one.line.text, stated.title),
  )
  const limit = Math.max(textBegins(lines), byFile + 1, lines.findIndex(one => one.level === 1) + 1)
  const judged: Judged[] = []
  const depth = depths(lines, Math.min(limit, 400, lines.length))
  for (let index = 0; index < Math.min(limit, 400); index++)
    if (couldOpen(lines, index))
      judged.push({ index, score: worth(lines, index, depth[index] ?? index, repeats, stated) })
  const best = judged.reduce<Judged | undefined>(
    (one, other) => (one && one.score >= other.score ? one : other),
    undefined,
  )
  if (!best || lines.length < 2 || best.score < LEAST - 0.35 * (depth[best.index] ?? 0)) return null
  const first = firstLine(lines, best.index)
  const last = lastLine(lines, first, limit, isWrapped(lines.map(one => one.line)))
  const repeated = (repeats.get(withoutSuffix(lines[best.index]?.line.text ?? '')) ?? 0) > 1
  const isOfficial =
    isTitleForm(lines[best.index]?.line.text ?? '') ||
    lines.slice(0, first).some(one => isTitlePage(one.line.text) || DOCUMENT_LINE.test(one.line.text))
  const span = spanOf(lines, first, last, repeated)
  return {
    first,
    last,
    isOfficial,
    ...span,
    ...(first === last && withoutKicker(lines[first]?.line, span, stated)),
  }
}
