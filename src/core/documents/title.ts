import type { Span } from '../evidence/index.ts'
import { ends, isByline, isDateLine, isNameLine, isProse, isSalutation, wordCount } from './forms.ts'
import type { StatedFacts } from './frame.ts'
import { isWrapped, type Line } from './lines.ts'
import { hasRole, type MarkedLine } from './scene.ts'
import {
  couldOpen,
  DOCUMENT_LINE,
  INSTRUMENT,
  isMasthead,
  isMatter,
  isTitleForm,
  isTitlePage,
  LEAD,
  SUFFIX,
  similar,
  withoutSuffix,
} from './titleforms.ts'
import {
  candidatesIn,
  NEAR_TOP,
  RELEASE_HEAD,
  RELEASE_LINE,
  repeatsOf,
  titleLimit,
  worth,
} from './titlesigns.ts'

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

interface Judged {
  readonly index: number
  readonly score: number
}

const LEAST = -0.5

/** A kind of speech on a line of its own, with who spoke on the next. */
const SPOKEN = /^(?:press briefing|briefing|remarks|statement|address|speech|intervention|interview)$/i

/** The parties and the matter of a treaty under its kind: "AGREEMENT / BETWEEN ... / ON ...". */
const isOfInstrument = (lines: readonly MarkedLine[], index: number): boolean => {
  const text = lines[index]?.line.text ?? ''
  if (!/^(?:between|on|concerning|relating to|for|of) [A-Z]|^between$/i.test(text) || /[.]$/.test(text))
    return false
  for (let at = index - 1; at >= Math.max(0, index - 5); at--) {
    const before = lines[at]?.line.text ?? ''
    if (INSTRUMENT.test(before)) return true
    if (/\p{Ll}{3}/u.test(before)) return false
  }
  return false
}

/** The day of a law between its kind and its matter: "Gesetz / vom 20. Dezember 2012 / über das Verbot von ...". */
const isDayOfLaw = (lines: readonly MarkedLine[], index: number): boolean =>
  /^(?:gesetz|bundesgesetz|verordnung|loi|ordonnance)$|^(?:beschluss|verordnung|richtlinie|décision|règlement|directive) \(.{2,6}\) .{4,60}$/i.test(
    lines[index - 1]?.line.text ?? '',
  ) &&
  /^(?:vom|du) \d/i.test(lines[index]?.line.text ?? '') &&
  /^\p{Ll}/u.test(lines[index + 1]?.line.text ?? '')

/** The first line of a heading that a break divides: "Law No. 12 / Of the prohibition of ...". */
const firstLine = (lines: readonly MarkedLine[], index: number): number => {
  const own = lines[index]
  const before = lines[index - 1]
  const isSame = own && before && own.level > 0 && before.level === own.level && !own.line.opens
  if (isSame && !isMasthead(lines, index - 1)) return index - 1
  const isOpen =
    isCapitals(own) &&
    isCapitals(before) &&
    /\b(?:TO|OF|ON|FOR|AND|THE|BETWEEN)$/.test(before?.line.text ?? '')
  if (isOpen || closesBracket(own, before)) return index - 1
  if (PROPOSAL.test(before?.line.text ?? '')) return index - 1
  const leadsOn = before && /:$|^(?:gesetz|bundesgesetz|verordnung)$/i.test(before.line.text)
  if (leadsOn && own?.line.opens === false && couldOpen(lines, index - 1)) return index - 1
  return isCapitals(own) &&
    (isCapitals(before) || isJoint(before)) &&
    own?.line.opens === false &&
    couldOpen(lines, index - 1) &&
    !isMasthead(lines, index - 1)
    ? firstLine(lines, index - 1)
    : index
}

/** "... Disposal (Overseas / Assistance) Act 2014": the bracket that a line closes stands open on the one before. */
const closesBracket = (own: MarkedLine | undefined, before: MarkedLine | undefined): boolean =>
  own?.line.opens === false &&
  /^[^()]{1,60}\)/.test(own.line.text) &&
  /\([^()]{1,60}$/.test(before?.line.text ?? '')

/** The word between the parties to a treaty on a line of its own. */
const isJoint = (one: MarkedLine | undefined): boolean =>
  one !== undefined && /^(?:BETWEEN|AND|ENTRE|ET|ZWISCHEN|UND|Y)$/.test(one.line.text)

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

/** Capitals that end with a preposition go on in the capitals below. */
const isCutOff = (own: string, next: string): boolean =>
  /^[^a-z]{8,}\b(?:TO|OF|ON|FOR|AND|THE)$/.test(own) && /^[^a-z]{12,}$/.test(next)

/** A byline or a short line with a date, which ends a title. */
const isSigningLine = (text: string): boolean => isByline(text) || (text.length <= 40 && isDateLine(text))

/** Words with which no title ends. */
const ENDS_OPEN =
  /(?<!\p{L})(?:signed|signée?|done|fait|firmado|unterzeichnet|hecho) (?:at|in|à|en|am|zu)$|(?<!\p{L})(?:à|aux|von|vom|dem|den|del|los|las|les|le|el)$/iu

/** What a bill is about, below the words that call it one: "An Act / To amend ...", "PROPOSITION DE LOI / relative à ...". */
const isMatterOfBill = (own: string, text: string): boolean =>
  isMatter(own, text) ||
  (/^(?:an act|a bill|joint resolution)$/i.test(own) && /^to \p{Ll}/iu.test(text)) ||
  (/^(?:ley|lei|loi|decreto|décret) n[°ºo.]{1,2} ?[\d./-]{1,12}(?: (?:du|de|del) .{6,26})?$/i.test(own) &&
    /^(?:que|por (?:la|el) (?:que|cual)|portant|relative?|sobre)(?!\p{L})/iu.test(text)) ||
  (/^(?:proposition|projet) de (?:loi|résolution)$/i.test(own) && /^\p{Ll}/u.test(text))

/** "STATEMENT BY", who speaks below it, and on what. */
const STATEMENT_BY =
  /^(?:joint )?(?:statement|remarks|address|speech|intervention|message|déclaration|discours|declaración) (?:by|of|par|de|por)$/i
const isOfStatement = (lines: readonly MarkedLine[], first: number, at: number): boolean =>
  STATEMENT_BY.test(lines[first]?.line.text ?? '') &&
  (at === first + 1 || /^(?:on|at|under|during|to) /i.test(lines[at]?.line.text ?? '')) &&
  isCapitals(lines[at])

/** The short name of a law in brackets under it: "(Räumungshilfeverordnung, RHV)". */
const isShortName = (lines: readonly MarkedLine[], at: number): boolean =>
  lines[at]?.line.opens === false &&
  /^\(\p{Lu}[\p{L}-]{6,60}(?:[,;–-] ?\p{Lu}[\p{L}-]{1,12})?\)$/u.test(lines[at]?.line.text ?? '')

/** The place, the day and the act under the treaty that a notification of a depositary is about. */
const isOfNotification = (lines: readonly MarkedLine[], at: number): boolean =>
  /^[^\p{Ll}]{3,30}, \d{1,2} \p{Lu}{3,9} (?:19|20)\d{2}$|^[^\p{Ll}:]{4,60}: [^\p{Ll}:]{6,160}$/u.test(
    lines[at]?.line.text ?? '',
  ) && lines.slice(0, at).some(({ line }) => /\bC\.N\.\d{1,4}\.\d{4}\.TREATIES/.test(line.text))

const PROPOSAL = /^proposal for an?$/i
const UNION_ACT =
  /^(?:(?:council|commission|joint) )?(?:(?:implementing|delegated) )?(?:regulation|directive|decision|recommendation)\b/i

/** "Proposal for a / REGULATION OF THE EUROPEAN PARLIAMENT ... / amending Regulation ...": the next line of an act of the Union. */
const isOfAct = (own: string, text: string): boolean =>
  (PROPOSAL.test(own) && UNION_ACT.test(text)) ||
  (UNION_ACT.test(own) &&
    /^(?:amending|on|laying|establishing|concerning|repealing|supplementing|implementing|as regards|authori[sz]ing|setting|relating|of \d{1,2} )/.test(
      text,
    ))

const MOST_LINES = 8
/** From how many letters on a line of a heading may have been broken for its width. */
const WIDE = 50

/** The parties to a treaty on lines far apart: "BETWEEN / THE GOVERNMENT OF ... / AND / THE GOVERNMENT OF ...". */
const isOfParties = (lines: readonly MarkedLine[], first: number, at: number): boolean =>
  INSTRUMENT.test(lines[first]?.line.text ?? '') &&
  ((isJoint(lines[at - 1]) && isCapitals(lines[at])) || (isJoint(lines[at]) && isCapitals(lines[at - 1])))

/** Further lines of a title that is broken over several: no blank line between, none of them something else. */
const lastLine = (lines: readonly MarkedLine[], first: number, limit: number, wrapped: boolean): number => {
  let last = first
  const level = lines[first]?.level ?? 0
  while (last + 1 < Math.min(limit, first + MOST_LINES)) {
    const next = lines[last + 1]
    const own = lines[last]?.line.text ?? ''
    const isOwn =
      next?.line.opens === true &&
      (own.endsWith(':') ||
        isOfInstrument(lines, last + 1) ||
        isMatterOfBill(own, next.line.text) ||
        isCutOff(own, next.line.text) ||
        isOfAct(own, next.line.text) ||
        isDayOfLaw(lines, last + 1) ||
        isDayOfLaw(lines, last) ||
        isOfParties(lines, first, last + 1) ||
        isOfNotification(lines, last + 1) ||
        isOfStatement(lines, first, last + 1))
    const isOfLaw = isDayOfLaw(lines, last + 1) || isDayOfLaw(lines, last)
    if (!next || (next.level !== level && !isOfLaw) || (next.line.opens && !isOwn)) break
    const { text } = next.line
    const isOpen = ENDS_OPEN.test(own) && !next.line.opens
    const leadsOn =
      isOpen ||
      (level === 1 && !next.line.opens && own.length >= WIDE) ||
      isCutOff(own, text) ||
      (last === first && isTitleForm(own) && own.length > 55 && !ends(own) && !next.line.opens) ||
      (isJoint(next) && /^[^a-z]{12,}$/.test(own)) ||
      (/^[^a-z]{12,}$/.test(own) && /^[^a-z]{6,}$/.test(text)) ||
      /^\p{Ll}/u.test(text) ||
      /(?:[:–—-]|\b(?:and|of|the|to|on|in|for|with|by|against|between|über|sur|aux|con|para|sobre|et|de|des|la|und|der|die|zur|y|del))$/i.test(
        own,
      )
    if (isShortName(lines, last + 1) || isOfNotification(lines, last + 1)) {
      last++
      continue
    }
    if (isSigningLine(text) && !isOpen && !SPOKEN.test(own) && !isDayOfLaw(lines, last + 1)) break
    if (/^(?:preamble|préambule|präambel|preámbulo)$/i.test(text)) break
    const goesOn =
      leadsOn ||
      isOfAct(own, text) ||
      isMatterOfBill(own, text) ||
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
      (isProse(text) && !isOfAct(own, text))
    )
      break
    const isWithin = /^\p{Ll}/u.test(text) && !next.line.opens
    if (
      withoutSuffix(text) === withoutSuffix(own) ||
      (isMasthead(lines, last + 1) && !SPOKEN.test(own) && !isWithin && !isOfAct(own, text))
    )
      break
    last++
  }
  return last
}

/** The place and the day of signing behind the title of a treaty in a series. */
const PLACE_AND_DAY = /\. \p{Lu}[\p{L}’' -]{2,30}, \d{1,2} \p{Lu}\p{L}{2,9} (?:19|20)\d{2}$/u

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
  const trail =
    /(?:,| \(\d{2}[A-Z]\d{4,6}\)| \(\d\)|(?: \d\/){1,3}| ?[*†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2})$/.exec(until.text)?.[0]
      .length ?? 0
  // As a treaty series prints it: "Agreement between ... on ... . Vientiane, 6 March 2015".
  const done = isTitleForm(from.text) ? (PLACE_AND_DAY.exec(until.text)?.[0].length ?? 0) : 0
  const hung = SUFFIX.exec(until.text)?.[0] ?? ''
  const suffix = repeated || hung.includes('|') ? hung.length : 0
  return {
    start: from.start + lead,
    end: until.end - Math.max(trail, suffix, done),
    hasNote: (trail > 0 && suffix === 0) || done > 0,
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

/** Below the line "X | Name of the site", which a page has as its own title, X itself where it stands again. */
const ofArticle = (
  best: Judged | undefined,
  judged: readonly Judged[],
  lines: readonly MarkedLine[],
): Judged | undefined => {
  const text = lines[best?.index ?? -1]?.line.text ?? ''
  if (!best || !text.includes('|') || withoutSuffix(text) === text) return best
  const own = withoutSuffix(text)
  return judged.find(one => one.index > best.index && lines[one.index]?.line.text === own) ?? best
}

/** Where the file states "Name of the weblog: X" and a page has both: X. */
const behindSite = (
  best: Judged | undefined,
  judged: readonly Judged[],
  lines: readonly MarkedLine[],
  { title = '' }: StatedFacts,
): Judged | undefined => {
  const site = lines[best?.index ?? -1]?.line.text ?? ''
  if (!best || site === '' || !title.startsWith(site)) return best
  const own = /^: (\S+ \S+ .+)$/.exec(title.slice(site.length))?.[1]
  return judged.find(({ index }) => lines[index]?.line.text === own) ?? best
}

/** The first line under the words that call the text of a message a release, which has a title of its own. */
const inMessage = (lines: readonly MarkedLine[]): Title | undefined => {
  const from = lines.findLastIndex((one, index) => index < NEAR_TOP && hasRole(one, 'header-field')) + 1
  if (from === 0) return undefined
  const at = lines.findIndex(
    ({ line }, index) => index >= from && index < NEAR_TOP && RELEASE_LINE.test(line.text),
  )
  const first = lines.findIndex(
    ({ line }, index) => index > at && !RELEASE_LINE.test(line.text) && !isDateLine(line.text),
  )
  const line = at < 0 ? undefined : lines[first]?.line
  if (!line || !couldOpen(lines, first) || isProse(line.text) || first > at + RELEASE_HEAD) return undefined
  const last = lastLine(lines, first, first + 4, isWrapped(lines.map(one => one.line)))
  return { first, last, isOfficial: true, ...spanOf(lines, first, last, false) }
}

const FEWEST_SENTENCES = 2
const FEWEST_WORDS = 6

const isSentence = ({ line, level }: MarkedLine): boolean =>
  level === 0 && /[.!?]["”’»]?$/.test(line.text) && wordCount(line.text) >= FEWEST_WORDS

const FEWEST_OF_LIST = 4
const isShortSentence = (one: MarkedLine): boolean => isSentence(one) && one.line.text.length <= 160

/** "Article 1": the head of a part, and no title of the whole. */
const IS_PART =
  /^(?:art(?:icle|ikel|ículo|icolo|igo)|section|§|статья) ?(?:\d{1,4}|premier|[IVX]{1,6})(?:er|[ºo°])?[.:]?$/iu

/** A sentence below others like it: a list of them has no title, and what stands above is no furniture. */
const isAmongSentences = (lines: readonly MarkedLine[], index: number): boolean => {
  const own = lines[index]
  if (own === undefined || !isSentence(own)) return false
  const above = lines.slice(0, index).filter(isSentence).length
  // Where nothing but sentences follows it is the first of a list.
  const isFirst = index === 0 && lines.length >= FEWEST_OF_LIST && lines.every(isShortSentence)
  return above >= FEWEST_SENTENCES || isFirst
}

/** The heading of the whole that is, to the letter, the title which the file states. */
const asStated = (lines: readonly MarkedLine[], { title }: StatedFacts): Title | undefined => {
  const at = lines.findIndex(({ line, level }) => level === 1 && line.text === title)
  return at < 0 || at >= NEAR_TOP
    ? undefined
    : { first: at, last: at, isOfficial: isTitleForm(title ?? ''), ...spanOf(lines, at, at, false) }
}

const FEWEST_LETTERS = 10
const FURTHEST_HEADING = 400

/** The letters and figures of a title, without the marks that a page writes otherwise than its head does. */
const letters = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Between the title of a page and the names of its sections and its site, before it or behind it. */
const PARTS = / [|•·»«–—:✩-]+ | ?: (?=\p{Lu})/u

/** The title that a page states, whole and in its parts; a part of one word is the name of a section. */
const partsStated = (title: string): ReadonlySet<string> => {
  const parts = title.split(PARTS).filter(part => part.trim().includes(' '))
  return new Set([title, ...parts].map(letters).filter(part => part.length >= FEWEST_LETTERS))
}

/** How many of the first lines may be what a copy keeps of the head of a page. */
const HEAD_OF_PAGE = 3

/** Whether a line stands in a menu or a box, where the titles of other pages stand as well. */
const isAside = (one: MarkedLine | undefined): boolean =>
  one === undefined || hasRole(one, 'navigation', 'aside')

/** The lines that are what the page states as its title, the highest headings of them alone. */
const headingsStated = (
  lines: readonly MarkedLine[],
  { title = '', publisher = '' }: StatedFacts,
): readonly number[] => {
  const stated = new Set([...partsStated(title)].filter(part => part !== letters(publisher)))
  if (stated.size === 0) return []
  const whole = letters(title)
  const all = lines
    .slice(0, FURTHEST_HEADING)
    .flatMap((one, index) => (stated.has(letters(one.line.text)) && couldOpen(lines, index) ? [index] : []))
  const headings = all.filter(index => (lines[index]?.level ?? 0) > 0)
  const lone = all.filter(
    index =>
      index >= HEAD_OF_PAGE && !isAside(lines[index]) && letters(lines[index]?.line.text ?? '') === whole,
  )
  const isHeaded = lines.some(one => one.level === 1 && letters(one.line.text).startsWith(whole))
  const found = headings.length > 0 ? headings : isHeaded ? [] : lone
  const isWhole = found.some(index => letters(lines[index]?.line.text ?? '') === whole)
  const kept = isWhole ? found.filter(index => letters(lines[index]?.line.text ?? '') === whole) : found
  // Of the parts only one is the page's own; where several head something the rest of the page must tell.
  if (new Set(kept.map(index => letters(lines[index]?.line.text ?? ''))).size > 1) return []
  const highest = Math.min(...kept.map(index => lines[index]?.level ?? 0))
  return kept.filter(index => lines[index]?.level === highest)
}

/**
 * The title of a document that is no cable; `null` where none can be told from its text, or where it has none and front
 * matter states one (`isFronted`).
 */
export const titleOf = (
  lines: readonly MarkedLine[],
  stated: StatedFacts,
  isFronted = false,
): Title | null => {
  const told =
    inMessage(lines) ??
    subjectLine(lines) ??
    underSalutation(lines) ??
    (isFronted ? asStated(lines, stated) : undefined)
  if (told) return told
  const repeats = repeatsOf(lines)
  const headings = headingsStated(lines, stated)
  const limit = Math.max(titleLimit(lines, stated), (headings.at(-1) ?? -1) + 1)
  const judged = candidatesIn(lines, limit, repeats, stated).map(
    (candidate): Judged => ({ index: candidate.index, score: worth(candidate) }),
  )
  const isOpen = headings.length === 0
  const weightiest = judged
    .filter(({ index }) => isOpen || headings.includes(index) || isTitleForm(lines[index]?.line.text ?? ''))
    .reduce<Judged | undefined>((one, other) => (one && one.score >= other.score ? one : other), undefined)
  const best = behindSite(ofArticle(weightiest, judged, lines), judged, lines, stated)
  if (!best || lines.length < 2 || best.score < LEAST) return null
  if (isAmongSentences(lines, best.index) || IS_PART.test(lines[best.index]?.line.text ?? '')) return null
  const own = lines[best.index]
  if (isFronted && own?.level === 0 && !similar(own.line.text, stated.title)) return null
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
