import {
  ends,
  hasDateline,
  hasSpeaker,
  isByline,
  isDateLine,
  isNameLine,
  isPartHeading,
  isProse,
  wordCount,
} from './forms.ts'
import type { StatedFacts } from './frame.ts'
import { isFurniture } from './furniture.ts'
import { rememberedAt } from './remembered.ts'
import { hasRole, type MarkedLine } from './scene.ts'
import {
  couldOpen,
  INSTRUMENT,
  isMasthead,
  isMatter,
  isSpoken,
  isTeased,
  isTitleForm,
  SUFFIX,
  similar,
  withoutSuffix,
} from './titleforms.ts'

/** How many lines from the top a title is looked for. */
export const NEAR_TOP = 45

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

const isNearText = (lines: readonly MarkedLine[], index: number): boolean => {
  for (let at = index + 1; at <= Math.min(index + 4, lines.length - 1); at++) {
    const text = lines[at]?.line.text ?? ''
    if (isByline(text) || isDateLine(text) || hasDateline(text) || isNameLine(text)) return true
    if (isProse(text)) return true
  }
  return false
}

/** Short lines in a row are the way through a site, and say nothing of how far down the title may stand. */
const isWay = rememberedAt((lines: readonly MarkedLine[], index: number): boolean => {
  const text = lines[index]?.line.text
  return (
    text === undefined || (wordCount(text) <= 5 && !isByline(text) && !isDateLine(text)) || isFurniture(text)
  )
})

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

/** A line that could be the title, with what is around it. */
export interface Candidate {
  readonly index: number
  readonly one: MarkedLine
  readonly lines: readonly MarkedLine[]
  /** How many lines that are no way through a site stand above it. */
  readonly depth: number
  readonly repeated: boolean
  /** How far the first paragraph of text is below it. */
  readonly above: number
  readonly stated: StatedFacts
}

/** A line that calls a text a release. */
export const RELEASE_LINE =
  /^(?:for immediate release|(?:press|media|news) (?:release|statement)|communiqué de presse|pressemitteilung|medienmitteilung|nota de prensa|comunicado(?: de prensa)?|comunicato stampa)(?!\p{L}).{0,30}$/iu
/** How many lines may stand between those words and the title. */
export const RELEASE_HEAD = 8
/** What stands between the word "release" and the title: whom to ask, an embargo, the place. */
const OF_CONTACT =
  /^(?:(?:media |press )?contacts?\b.*|embargo.*|.*@.*|.*\btel\b.*|.*, .*\b(?:office|officer|director|press|media)\b.*|.*\d{3}[- ]\d{3,}.*)$/i

/** Whether a line is the first long one under the words that call a text a release. */
const isUnderRelease = (lines: readonly MarkedLine[], index: number): boolean => {
  for (let at = index - 1; at >= Math.max(0, index - RELEASE_HEAD); at--) {
    const text = lines[at]?.line.text ?? ''
    if (RELEASE_LINE.test(text)) return true
    if (!isDateLine(text) && !OF_CONTACT.test(text)) return false
  }
  return false
}

/** Whether a line stands under the byline or the date of what could be a title itself. */
const isUnderSigned = ({ lines, index }: Candidate): boolean => {
  let at = index - 1
  while (at >= 0 && at >= index - 3 && isSigning(lines[at]?.line.text ?? '')) at--
  const above = lines[at]
  return (
    at < index - 1 &&
    above !== undefined &&
    wordCount(above.line.text) >= 3 &&
    couldOpen(lines, at) &&
    !isMasthead(lines, at)
  )
}

/** Whether the line above could be the title itself: then this one stands first in the text below it. */
const isUnderCandidate = ({ lines, index }: Candidate): boolean => {
  const above = lines[index - 1]?.line.text ?? ''
  return (
    wordCount(above) >= 5 &&
    !/[.]$/.test(above) &&
    couldOpen(lines, index - 1) &&
    !isMasthead(lines, index - 1) &&
    !isFurniture(above)
  )
}

/** Whether a short line stands under a date and right above the first paragraph, as the titles of blogs do. */
const isFreshlySigned = ({ one, lines, index }: Candidate): boolean =>
  isDateLine(lines[index - 1]?.line.text ?? '') &&
  wordCount(one.line.text) <= 14 &&
  !/[.]$/.test(one.line.text) &&
  [1, 2].some(step => isProse(lines[index + step]?.line.text ?? ''))

const SHORTEST_ECHO = 15

/** Whether a longer line further down has the words too: "2 replies to ...", "Share ...". */
const isEchoed = ({ one, lines, index }: Candidate): boolean => {
  const { text } = one.line
  return (
    text.length >= SHORTEST_ECHO &&
    wordCount(text) >= 3 &&
    lines
      .slice(index + 1)
      .some(
        ({ line }) =>
          line.text.length > text.length && line.text.length <= text.length + 60 && line.text.includes(text),
      )
  )
}

const MOST_BLOCK_LINES = 5

/** Where the lines that no blank line parts end, or `undefined` where they are more than a title has. */
const blockEnd = (lines: readonly MarkedLine[], index: number): number | undefined => {
  for (let end = index + 1; end <= index + MOST_BLOCK_LINES; end++)
    if (lines[end]?.line.opens !== false) return end
  return undefined
}

/** Whether a line opens two lines or more that stand alone between blank lines, as a title broken to a width does. */
const isBlock = ({ one, lines, index }: Candidate): boolean => {
  const end = blockEnd(lines, index)
  if (!one.line.opens || end === undefined || end < index + 2) return false
  const block = lines.slice(index, end).map(({ line }) => line.text)
  const words = block.reduce((sum, text) => sum + wordCount(text), 0)
  return (
    words >= 6 && words <= 60 && !/[.;,]$/.test(block.at(-1) ?? '') && !block.some(text => isFurniture(text))
  )
}

/** Whether the line above runs on into this one. */
const isRunOn = ({ one, lines, index }: Candidate): boolean => {
  const above = lines[index - 1]?.line.text ?? ''
  return !one.line.opens && (above.endsWith(',') || /^\p{Ll}/u.test(one.line.text))
}

/** Between the name of a site and the title of its page, in what the file states. */
const BETWEEN_NAMES = /^ ?[:|–—»-] $/

/** Whether the title that the file states ends with these words, behind the name of a site. */
const isEndOfStated = (text: string, { title }: StatedFacts): boolean =>
  title !== undefined &&
  text.length >= 8 &&
  title.length > text.length + 4 &&
  title.endsWith(text) &&
  BETWEEN_NAMES.test(
    title
      .slice(0, -text.length)
      .slice(-3)
      .replace(/^[^\s:]/, ''),
  )

/** Whether the title that the file states begins with these words and goes on with those of another line. */
const isSiteOfStated = ({ one, lines, stated: { title } }: Candidate): boolean => {
  const { text } = one.line
  if (!title?.startsWith(text) || title.length < text.length + 8) return false
  const rest = title.slice(text.length).replace(/^ ?[:|–—»-] /, '')
  return (
    rest.length < title.length - text.length &&
    lines.slice(0, FURTHEST).some(({ line }) => line.text === rest)
  )
}
const FURTHEST = 100

const follows = ({ lines, index }: Candidate, step: number): string => lines[index + step]?.line.text ?? ''
const DELIVERED =
  /^(?:delivered|presented|prononcée?|présentée?|pronunciad[oa]|gehalten) (?:by|par|por|von) /i
/** The name of a field with a number or the name of a file behind it: "Procedure : 2017/2541(RSP)". */
const REFERENCE = /: [^\s:\d]{0,20}\d[^\s:]{0,30}$/
const isSigning = (text: string): boolean => isByline(text) || isDateLine(text) || hasDateline(text)
/** The treaty at whose meeting a statement is made, over the title of the statement. */
const isOverStatement = ({ lines, index, one }: Candidate): boolean =>
  TREATY.test(one.line.text) &&
  lines
    .slice(index + 1, index + 10)
    .some(
      ({ line }, step) =>
        (step < 3 && REPORTED.test(line.text)) ||
        (DELIVERED.test(line.text) && isTitleForm(lines[index + step]?.line.text ?? '')),
    )
const REPORTED =
  /^(?:reporting (?:forms?|formats?)|formatos de presentación|formulaires? de|(?:annual|initial) report)(?!\p{L})/iu
const TREATY = /^(?:convention|treaty|traité|convenio|convención|tratado|übereinkommen|vertrag)(?!\p{L})/iu

/** The symbol of a document of the United Nations. */
const SYMBOL = /^[A-Z]{1,8}(?:\/[A-Z0-9][\w.()-]{0,16}){1,5}\*{0,3}$/
const OF_AGENDA =
  /^(?:(?:provisional )?agenda item|items?|points?|tema) \d{1,3}.{0,60}(?:agenda|ordre du jour|programa)|^(?:provisional )?agenda item \d/i
const LONGEST_HEAD = 16

/** Whether a line stands in the head of a document of the United Nations: under its symbol and over its item of the agenda. */
const isInHead = ({ lines, index }: Candidate): boolean =>
  lines.slice(0, index).some(({ line }) => SYMBOL.test(line.text)) &&
  lines.slice(index + 1, index + LONGEST_HEAD).some(({ line }) => OF_AGENDA.test(line.text))

/** The kind of a paper on a line of its own, over what it is about: "Message / concernant l'approbation ...". */
const isOverMatter = ({ one, lines, index }: Candidate): boolean =>
  lines[index + 1]?.line.opens === false && isMatter(one.line.text, lines[index + 1]?.line.text ?? '')

/** The number of a resolution on a line of its own, over its title. */
const ITS_NUMBER = /^\d{1,3}\/\d{1,4}\.?$/
const inWords =
  (least: number, most: number) =>
  ({ one }: Candidate): boolean => {
    const words = wordCount(one.line.text)
    return words >= least && words <= most
  }

/**
 * What speaks for a line as the title, or against it, and how much. The weights are those that tell the titles of the
 * corpus best (`node bench/fit-title.mjs`).
 */
export const SIGNS: readonly (readonly [string, number, (candidate: Candidate) => boolean | number])[] = [
  ['depth', -0.29, ({ depth }) => Math.min(depth, 20)],
  ['first', -0.16, ({ index }) => index === 0],
  ['titleRole', 1.87, ({ one }) => hasRole(one, 'title')],
  ['level1', 2.9, ({ one }) => one.level === 1],
  [
    'underLevel1',
    -1.54,
    ({ one, lines, index }) =>
      one.level !== 1 && lines.slice(0, index).some((other, at) => other.level === 1 && couldOpen(lines, at)),
  ],
  ['level2', 0.28, ({ one }) => one.level === 2],
  ['level3', 1.29, ({ one }) => one.level > 2],
  ['stated', 0.32, ({ one, stated }) => similar(one.line.text, stated.title)],
  ['statedHere', 0.86, ({ one, stated }) => one.level === 1 && one.line.text === stated.title],
  ['statedEnd', -0.03, ({ one, stated }) => isEndOfStated(one.line.text, stated)],
  ['statedSite', -0.01, isSiteOfStated],
  ['form', 5.06, ({ one }) => isTitleForm(one.line.text)],
  [
    'agenda',
    0.11,
    ({ lines, index }) => /^(?:agenda|tagesordnung|ordre du jour)$/i.test(lines[index - 1]?.line.text ?? ''),
  ],
  [
    'repeated',
    1.45,
    ({ repeated, one }) =>
      repeated &&
      wordCount(one.line.text) >= 3 &&
      !(SUFFIX.test(one.line.text) && one.line.text.includes('|')),
  ],
  [
    'repeatedSuffix',
    -0.03,
    ({ repeated, one }) =>
      repeated && wordCount(one.line.text) >= 3 && SUFFIX.test(one.line.text) && one.line.text.includes('|'),
  ],
  ['masthead', -2.17, ({ lines, index }) => isMasthead(lines, index)],
  ['siteName', -0.43, ({ lines, index }) => isSiteName(lines, index)],
  ['bodyName', -0.64, ({ lines, index }) => isBodyName(lines, index)],
  ['words1', -2.31, inWords(1, 1)],
  ['words2', -1.97, inWords(2, 2)],
  ['words3', -0.94, inWords(3, 3)],
  ['words6', 1.73, inWords(6, 12)],
  ['words13', 0.95, inWords(13, 20)],
  ['words21', 0.34, inWords(21, 99)],
  ['opens', 0.34, ({ one }) => one.line.opens],
  ['alone', 1.87, ({ one, lines, index }) => one.line.opens && lines[index + 1]?.line.opens !== false],
  ['block', 1.5, isBlock],
  ['runOn', -1.5, isRunOn],
  ['nearText', 0.09, ({ lines, index }) => isNearText(lines, index)],
  ['signed1', 1.15, candidate => isSigning(follows(candidate, 1))],
  ['delivered', 1.6, candidate => DELIVERED.test(follows(candidate, 1))],
  ['overStatement', -2.5, isOverStatement],
  ['inHead', -5, isInHead],
  ['overMatter', 5, isOverMatter],
  ['numbered', 2.5, ({ lines, index }) => ITS_NUMBER.test(lines[index - 1]?.line.text ?? '')],
  ['signed2', 1.24, candidate => isSigning(follows(candidate, 2))],
  ['signed3', 1.24, candidate => isSigning(follows(candidate, 3))],
  ['above1', 0.82, ({ above }) => above === 1],
  ['above2', 0.99, ({ above }) => above === 2],
  ['above5', 0.88, ({ above }) => above >= 3 && above <= 5],
  ['name', -0.43, ({ one }) => isNameLine(one.line.text)],
  [
    'part',
    -0.59,
    ({ one }) => isPartHeading(one.line.text) && one.level !== 1 && !INSTRUMENT.test(one.line.text),
  ],
  ['instrument', 0.3, ({ one }) => INSTRUMENT.test(one.line.text)],
  ['navigation', -0.5, ({ one }) => hasRole(one, 'navigation', 'aside') && one.level === 0],
  ['main', -0.33, ({ one }) => hasRole(one, 'main')],
  [
    'formStop',
    -0.38,
    ({ one }) => isTitleForm(one.line.text) && /[.]$/.test(one.line.text) && one.level === 0,
  ],
  [
    'formUnder',
    -0.34,
    candidate =>
      isTitleForm(candidate.one.line.text) && isUnderCandidate(candidate) && candidate.one.level === 0,
  ],
  ['stop', -0.99, ({ one }) => /[.!…]["”»’']?$/.test(one.line.text) && !isTitleForm(one.line.text)],
  ['afterSigning', -0.16, ({ lines, index }) => isSigning(lines[index - 1]?.line.text ?? '')],
  ['freshlySigned', 1.16, isFreshlySigned],
  ['underCandidate', -1.18, isUnderCandidate],
  ['underSigned', 0.75, isUnderSigned],
  ['afterRelease', 1.57, ({ lines, index }) => isUnderRelease(lines, index)],
  ['echoed', -0.08, isEchoed],
  ['greeting', 0, ({ one }) => /^["“„«].*[.!?]["”“»]$/.test(one.line.text)],
  ['colon', 1.61, ({ one }) => /: \S/.test(one.line.text) && !REFERENCE.test(one.line.text)],
  ['asks', 0.45, ({ one }) => /\?["”»]?$/.test(one.line.text)],
  ['capitals', 0, ({ one }) => /^[^\p{Ll}]{8,}$/u.test(one.line.text)],
  [
    'afterFurniture',
    0.42,
    ({ lines, index }) =>
      index > 0 && (isFurniture(lines[index - 1]?.line.text ?? '') || isMasthead(lines, index - 1)),
  ],
  ['beforeFurniture', -0.11, candidate => isFurniture(follows(candidate, 1))],
  ['digits', -0.54, ({ one }) => /\d{3}/.test(one.line.text)],
  ['dateIn', -0.33, ({ one }) => /\b(?:19|20)\d{2}$/.test(one.line.text) && !isTitleForm(one.line.text)],
  ['menu', -0.85, ({ lines, index }) => isWay(lines, index - 1) && isWay(lines, index + 1)],
]

/** How much speaks for a line as the title. */
export const worth = (candidate: Candidate): number =>
  SIGNS.reduce((sum, [, weight, of]) => sum + weight * Number(of(candidate)), 0)

export const repeatsOf = (lines: readonly MarkedLine[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { line } of lines) {
    if (line.text.length > 260) continue
    const key = withoutSuffix(line.text)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Whether a paragraph of lines broken to a width begins here. */
const isBroken = (lines: readonly MarkedLine[], index: number): boolean =>
  !isParagraphLine(lines[index - 1]) && [0, 1, 2].every(step => isParagraphLine(lines[index + step]))

const isParagraphLine = (one: MarkedLine | undefined): boolean =>
  one !== undefined && one.line.text.length > 55 && /[\p{Ll},;]$/u.test(one.line.text)

/** The first article of a law with its words on the line: "Artículo 1°.- Apruébase el Acuerdo ...". */
const FIRST_ARTICLE =
  /^(?:art(?:[íi]culo|icle|ikel|igo)?\.? ?1|§ ?1)(?:[°ºo]|er)?[.)]?[ –—-]{1,4}\p{L}.{15}/iu

/** The line after which nothing is a title: the first paragraph of text, or what opens a kind of text. */
const textBegins = (lines: readonly MarkedLine[]): number => {
  let prose = 0
  for (let index = 0; index < Math.min(lines.length, NEAR_TOP); index++) {
    const one = lines[index]
    if (!one) break
    const { text } = one.line
    if (hasRole(one, 'hidden', 'navigation', 'outside', 'aside')) continue
    if (isTeased(lines, index)) continue
    if (index > 0 && FIRST_ARTICLE.test(text)) return index
    if (isBroken(lines, index) && ++prose > 1) return index
    // "ABC - Archive of the Congress" on the first line is the head of a page.
    const isHead = index === 0 && !ends(text) && lines[1]?.line.opens === false
    if ((hasDateline(text) && !isHead) || (hasSpeaker(text) && isSpoken(lines, index))) return index
    if (isProse(text) && !isFurniture(text) && !isByline(text) && !isDateLine(text) && ++prose > 1)
      return index
  }
  return Math.min(lines.length, NEAR_TOP)
}

const CONTENTS =
  /^(?:table of contents|contents|on this page|in this (?:article|guide|report)|inhalt|sommaire|índice)\s?:?$/i
const MOST_LISTED = 8

/** The lines whose words stand in a list of contents above them: they are headings of the text. */
const listedLines = (lines: readonly MarkedLine[]): ((index: number) => boolean) => {
  const listed = new Map<string, number>()
  lines.forEach(({ line }, at) => {
    if (!CONTENTS.test(line.text)) return
    for (let item = at + 1; item <= at + MOST_LISTED; item++) {
      const text = lines[item]?.line.text
      if (text !== undefined && !listed.has(text)) listed.set(text, item)
    }
  })
  return index => (listed.get(lines[index]?.line.text ?? '') ?? index) < index
}

/** The lines that could be the title of a document. */
export const candidatesIn = (
  lines: readonly MarkedLine[],
  limit: number,
  repeats: ReadonlyMap<string, number>,
  stated: StatedFacts,
): readonly Candidate[] => {
  const depth = depths(lines, Math.min(limit, 400, lines.length))
  const isListed = listedLines(lines)
  const candidates: Candidate[] = []
  for (let index = 0; index < Math.min(limit, 400); index++) {
    const one = lines[index]
    if (!one || !couldOpen(lines, index) || isListed(index)) continue
    const repeated = (repeats.get(withoutSuffix(one.line.text)) ?? 0) > 1
    const prose = lines.slice(index + 1, index + 12).findIndex(other => isProse(other.line.text))
    candidates.push({
      index,
      one,
      lines,
      depth: depth[index] ?? index,
      repeated,
      above: prose < 0 ? 12 : prose + 1,
      stated,
    })
  }
  return candidates
}

/** The line before which a title stands: where the text begins, or behind the heading that the file calls its title. */
export const titleLimit = (lines: readonly MarkedLine[], stated: StatedFacts): number => {
  const byFile = lines.findIndex(
    one => (one.level === 1 || hasRole(one, 'title')) && similar(one.line.text, stated.title),
  )
  const byEnd = lines.findIndex(
    (one, index) => index < FURTHEST && one.level > 0 && isEndOfStated(one.line.text, stated),
  )
  return Math.max(textBegins(lines), byFile + 1, byEnd + 1, lines.findIndex(one => one.level === 1) + 1)
}
