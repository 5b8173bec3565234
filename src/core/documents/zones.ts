import type { Span } from '../evidence/index.ts'
import {
  bylineInRow,
  ends,
  hasDateline,
  hasSpeaker,
  isByline,
  isDateLine,
  isNameAndOffice,
  isNameAndPlace,
  isNameLine,
  isPartHeading,
  isProse,
  nameBesideDate,
  opensUpper,
  wordCount,
} from './forms.ts'
import type { FramedText } from './frame.ts'
import {
  isAppeal,
  isFurniture,
  isPointer,
  opensBoilerplate,
  REFERENCES,
  type Section,
  sectionOpened,
} from './furniture.ts'
import { type LayoutScene as Scene, textAt } from './layoutscene.ts'
import { isItem, type Line } from './lines.ts'
import { pageFurniture } from './pages.ts'
import type { Zone, ZoneType } from './reading.ts'
import { hasRole, markedLines } from './scene.ts'
import {
  isBiography,
  isPresentation,
  markBiography,
  markLetterSigned,
  markSignature,
  markTail,
} from './tail.ts'
import { type Title, titleOf } from './title.ts'
import {
  GAZETTE,
  isMasthead,
  isOfBook,
  isOfPraise,
  isTeased,
  isTitleForm,
  isTitlePage,
  MASTHEAD_WORD,
  withoutSuffix,
} from './titleforms.ts'

/** The zones of a document and where its title stands. */
export interface Layout {
  readonly zones: readonly Zone[]
  readonly title: Span | null
  /** Heads and feet of pages that interrupt the text. */
  readonly interruptions: readonly Span[]
}

/** What the reading from the top makes of one line after another. */
interface Flow {
  section: 'body' | 'bio' | Section
  /** Paragraphs of text so far. */
  prose: number
  /** The number of the last numbered line of the text; 0 before any. */
  number: number
}

const isHeading = (scene: Scene, index: number): boolean => {
  const one = scene.lines[index]
  const next = scene.plain[index + 1]
  if (!one || !next) return false
  const { text } = one.line
  if (hasRole(one, 'caption')) return false
  if (one.level > 0 && text.length <= 200) return true
  if (text.length > 150 || isItem(text) || !opensUpper(one.line)) return false
  if (isPartHeading(text)) return true
  if (text.length > 90 || wordCount(text) > 12 || (ends(text) && !text.endsWith('?'))) return false
  return next.text.length > 90 || (ends(next.text) && wordCount(next.text) > 12)
}

const AHEAD = 8

/** Whether the article goes on here: this is a paragraph of text, and another follows before long. */
const goesOn = (scene: Scene, index: number): boolean => {
  const isText = (at: number): boolean => {
    const text = textAt(scene, at)
    return isProse(text) && !isByline(text) && !isFurniture(text) && wordCount(text) > 12
  }
  if ((scene.isSpaced && !scene.plain[index]?.opens) || !isText(index)) return false
  if (wordCount(textAt(scene, index)) > 30) return true
  for (let at = index + 1; at < Math.min(scene.plain.length, index + AHEAD); at++) {
    if (sectionOpened(textAt(scene, at))) return false
    if (isText(at)) return true
  }
  return false
}

/** The section that begins with a line, as far as what came before allows one to begin. */
const opened = (scene: Scene, index: number, flow: Flow): Section | 'bio' | undefined => {
  const text = textAt(scene, index)
  const section = sectionOpened(text)
  if (section === 'faq' || section === 'furniture') return flow.prose >= 3 ? section : undefined
  if (section) return section
  if (REFERENCES.test(text) && sectionOpened(textAt(scene, index + 1)) === 'link-farm') return 'link-farm'
  const isLate = index > scene.plain.length * 0.6 && flow.prose >= 2
  return isLate && opensBoilerplate(scene.plain, index) ? 'bio' : undefined
}

const isRepeatedTitle = (scene: Scene, index: number): boolean => {
  const { title } = scene
  const first = title && scene.plain[title.first]?.text
  if (!title || !first || index <= title.last || first.length < 12) return false
  const text = textAt(scene, index)
  // A release prints its title once more in capitals.
  const isShouted =
    text.length >= 20 && /^[^\p{Ll}]+$/u.test(text) && index <= title.last + 12 && !isTitleForm(text)
  return (
    (isShouted && first.toLowerCase().includes(text.toLowerCase())) ||
    withoutSuffix(text) === withoutSuffix(first) ||
    (title.first === title.last &&
      text.startsWith(first) &&
      (text.length <= first.length + 8 || /^ [-–—|] .{2,40}$/.test(text.slice(first.length))))
  )
}

const RECORDED = /^(?:date|datum|fecha|author|autor|autorin) ?:? (?=\p{Lu}|\d)/iu

/** A field of the record that a page has of its article: "Date 14.03.2013", "Author Ann Example", one beside the other. */
const isRecorded = (scene: Scene, index: number): boolean => {
  const text = textAt(scene, index)
  if (text.length > 80 || !RECORDED.test(text)) return false
  const isDated = (words: string): boolean => /^dat|^fecha/i.test(words)
  return [-1, 1].some(step => {
    const other = textAt(scene, index + step)
    return RECORDED.test(other) && other.length <= 80 && isDated(other) !== isDated(text)
  })
}

/** What the file itself says of a line, where that decides. */
const byRole = (scene: Scene, index: number): ZoneType | undefined => {
  const one = scene.lines[index]
  if (!one || (one.roles.size === 0 && !scene.isMessage)) return undefined
  const { text } = one.line
  if (hasRole(one, 'hidden')) return 'hidden'
  if (isRecorded(scene, index)) return 'byline'
  if (hasRole(one, 'running-head', 'page-number')) return 'furniture'
  if (hasRole(one, 'header-field')) return /^(?:from|date):/i.test(text) ? 'byline' : 'furniture'
  if (
    scene.isMessage &&
    (hasRole(one, 'quote') || /^(?:on|le|am|el) .{6,90}(?:wrote|écrit|schrieb|escribió) ?:$/i.test(text))
  )
    return 'related'
  if (hasRole(one, 'footnote')) return 'footnote'
  if (hasRole(one, 'comment')) return 'annotation'
  if (hasRole(one, 'navigation') && !hasRole(one, 'main')) return 'furniture'
  const isTop = hasRole(one, 'byline', 'date') && text.length <= 160 && !isProse(text)
  if (isTop && isNearTitle(scene, index)) return isFurniture(text) ? 'furniture' : 'byline'
  if (hasRole(one, 'aside')) return hasRole(one, 'main') && isProse(text) ? undefined : 'related'
  if (!scene.hasMain || !hasRole(one, 'outside')) return undefined
  // The parts of a law may stand in blocks of their own.
  if (scene.title?.isOfficial && index > scene.title.last && /^(?:§|art|\(?\d{1,3}[.)])/i.test(text))
    return undefined
  if (scene.title?.isOfficial && index > scene.title.last && isProse(text) && !isFurniture(text))
    return undefined
  const isSigned = isByline(text) || isDateLine(text) || nameBesideDate(text) !== undefined
  if (isNearTitle(scene, index) && (isSigned || isNameAndOffice(text))) return 'byline'
  if (isBiography(text) || isAboutPerson(textAt(scene, index - 1))) return 'bio'
  if (isPresentation(text) && isBiography(textAt(scene, index - 1))) return 'bio'
  if (isStandfirst(scene, index) || isContact(scene, index)) return undefined
  // A paragraph within the article that the file's structure alone would leave out is still its text.
  const isOwn = hasRole(one, 'caption') ? wordCount(text) > 8 : wordCount(text) > 30 && isProse(text)
  return isOwn && isWithinMain(scene, index) ? undefined : 'furniture'
}

/** A line of many words between the title and the text, as a standfirst or a caption. */
const isStandfirst = ({ title, lines }: Scene, index: number): boolean => {
  const one = lines[index]
  if (!one || title === null || index <= title.last || index > title.last + 12) return false
  const { text } = one.line
  const isBefore = !lines
    .slice(title.last + 1, index)
    .some(other => hasRole(other, 'main') && isProse(other.line.text))
  return isBefore && wordCount(text) > 8 && !isFurniture(text) && !isByline(text) && !isDateLine(text)
}

/** The heading over a note on the author. */
const isAboutPerson = (text: string): boolean =>
  /^about (?:\p{Lu}[\p{L}'’-]+ ){1,2}\p{Lu}[\p{L}'’-]+$|^(?:zur person|über (?:den autor|die autorin|die autoren)|about the authors?|sobre (?:el autor|la autora|los autores)|à propos de l.aut(?:eur|rice))$/iu.test(
    text,
  )

const CONTACTS = /^(?:(?:media|press) )?(?:contacts?|enquiries|inquiries)$/i

/** The lines under the heading of a release that says whom to ask. */
const isContact = (scene: Scene, index: number): boolean =>
  [0, 1, 2, 3].some(step =>
    /^(?:media|press) (?:enquiries|inquiries|contacts?|office)$/i.test(textAt(scene, index - step)),
  )

const isWithinMain = ({ lines }: Scene, index: number): boolean => {
  const near = (from: number, until: number): boolean =>
    lines.slice(Math.max(0, from), until).some(one => hasRole(one, 'main'))
  return near(index - 10, index) && near(index + 1, index + 11)
}

const isNearTitle = ({ title }: Scene, index: number): boolean =>
  title !== null && index > title.first - 7 && index <= title.last + 12

const numberOf = (text: string): number | undefined => {
  const digits = /^(\d{1,2})[.)] \p{Lu}/u.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** Whether a line takes up the numbers of the article after a box: "5. ..." after 4. */
const continuesList = (text: string, flow: Flow): boolean =>
  flow.number > 0 && numberOf(text) === flow.number + 1

const TOPICS =
  /^(?:tags?|see more on|topics?|suggested topics|archivado en|explore (?:more on )?(?:these|the) topics?|themen|mots.clés|etiquetas|filed under|read more about|more on|related topics)\s*[:.]*$/i

/** A line of one or two words in the list of topics that a page has under an article. */
const isTopic = (scene: Scene, index: number): boolean => {
  for (let at = index; at > Math.max(0, index - 10); at--) {
    const text = textAt(scene, at)
    const most = Math.max(...text.split(/ {2,}|, | [|·•] /).map(wordCount))
    if (most > (index > scene.plain.length * 0.6 ? 8 : 4) || /[.!?]$/.test(text)) return false
    if (TOPICS.test(textAt(scene, at - 1))) return true
  }
  return TOPICS.test(textAt(scene, index))
}

const CONTENTS =
  /^(?:table of contents|contents|on this page|in this (?:article|guide|report)|inhalt|sommaire|índice)\s*:?$/i
const MOST_ENTRIES = 30

/** An entry of the list of contents of a page: a heading that comes again further down. */
const isOfContents = (scene: Scene, index: number): boolean => {
  const text = textAt(scene, index)
  if (scene.title?.isOfficial || text.length > 120 || !comesAgain(scene, index)) return false
  for (let at = index - 1; at >= Math.max(0, index - MOST_ENTRIES); at--) {
    if (CONTENTS.test(textAt(scene, at))) return true
    if (!comesAgain(scene, at)) return false
  }
  return false
}

const unnumbered = (text: string): string =>
  text.replace(/^[\s*•–-]*(?:\d{1,2}(?:\.\d{1,2})*[.)]? +)?/, '').trim()

const comesAgain = (scene: Scene, index: number): boolean => {
  const own = unnumbered(textAt(scene, index))
  if (own.length <= 3) return false
  return scene.lines.slice(index + 1).some(({ line, level }) => {
    const words = line.text.length <= own.length + 30 ? unnumbered(line.text) : ''
    return words === own || (level > 0 && words.startsWith(own))
  })
}

const KEY_EVENTS = /^key events$/i
const KEY_TIME = /^(?:\d{1,2}[.:h]\d{2}\b|\d{1,2} ?[hm](?:in)? ago\b)/i

/** The list of a live page with which one jumps to its entries. */
const isKeyEvent = (scene: Scene, index: number): boolean => {
  if (KEY_EVENTS.test(textAt(scene, index))) return true
  for (let at = index; at > Math.max(0, index - 12); at--) {
    const text = textAt(scene, at)
    if (KEY_EVENTS.test(text)) return true
    if (!KEY_TIME.test(text) && (isProse(text) || !KEY_TIME.test(textAt(scene, at - 1)))) return false
  }
  return false
}

/** The lines in which a printer says what a record holds and where its errors are to be reported. */
const isOfRecordNote = (scene: Scene, index: number): boolean => {
  for (let at = index; at > Math.max(0, index - 6); at--) {
    if (/^(?:this record (?:contains|is subject)|corrections to this record)\b/i.test(textAt(scene, at)))
      return true
    if (scene.plain[at]?.opens) return false
  }
  return false
}

const MOST_COUNTS = 4

/** How often a text was liked and commented on: figures alone on their lines, under its head or at its foot, beside a button. */
const isCount = (scene: Scene, index: number): boolean => {
  if (!/^\d{1,5}$/.test(textAt(scene, index))) return false
  let next = index + 1
  while (next < index + MOST_COUNTS && /^\d{1,5}$/.test(textAt(scene, next))) next++
  let before = index - 1
  while (before > index - MOST_COUNTS && /^\d{1,5}$/.test(textAt(scene, before))) before--
  return [next, before].some(at =>
    /^(?:share|like|restack|comments?|reply|save|facebook|partager|teilen)s?$/i.test(textAt(scene, at)),
  )
}

/** The rule under the head of a table: no blank line stands above or below it. */
const isTableRule = ({ plain }: Scene, index: number): boolean =>
  /^[-=+| ]{12,}$/.test(plain[index]?.text ?? '') &&
  plain[index]?.opens === false &&
  plain[index + 1]?.opens === false

/** The line that parts the notes at the foot of a page from its text. */
const isNoteRule = (scene: Scene, index: number): boolean =>
  /^_{6,}$/.test(textAt(scene, index)) &&
  /^(?:\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]{1,2})[ .)]/.test(textAt(scene, index + 1))

const typeInFlow = (scene: Scene, index: number, flow: Flow): ZoneType => {
  const text = textAt(scene, index)
  if (scene.pages.has(index)) return 'furniture'
  const told = byRole(scene, index)
  if (told) return told
  const section = opened(scene, index, flow)
  if (section) flow.section = section
  else if (
    flow.section === 'related' &&
    (goesOn(scene, index) || continuesList(text, flow) || hasSpeaker(text))
  )
    flow.section = 'body'
  if (flow.section === 'related' && CONTACTS.test(text)) flow.section = 'body'
  if (flow.section === 'related' && isHeadingAfterBox(scene, index)) return 'heading'
  if (flow.section === 'faq' && !text.endsWith('?') && isBiography(text)) flow.section = 'bio'
  if (
    flow.section === 'related' &&
    (isPresentation(text) || (index > scene.plain.length * 0.75 && isBiography(text)))
  )
    return 'bio'
  if (flow.section === 'bio' && isFurniture(text)) return 'furniture'
  if (flow.section === 'bio' && (scene.lines[index]?.level ?? 0) > 0 && !opensBoilerplate(scene.plain, index))
    flow.section = 'body'
  if (flow.section !== 'body') return flow.section
  if ((scene.plain[index]?.opens || !scene.isSpaced) && isPointer(text) && flow.prose > 0) return 'related'
  if (isNoteRule(scene, index)) return 'footnote'
  if (isTableRule(scene, index)) return 'body'
  if (
    isCount(scene, index) ||
    (scene.hasKeyEvents && isKeyEvent(scene, index)) ||
    isOfRecordNote(scene, index) ||
    (scene.hasTopics && isTopic(scene, index)) ||
    (scene.hasContents && isOfContents(scene, index))
  )
    return 'furniture'
  if (isFurniture(text) || scene.appeals.has(index) || isRepeatedTitle(scene, index)) return 'furniture'
  if (isProse(text)) flow.prose++
  flow.number = numberOf(text) ?? flow.number
  return isHeading(scene, index) ? 'heading' : 'body'
}

/** The line before the article goes on after a box of titles: its next heading. */
const isHeadingAfterBox = (scene: Scene, index: number): boolean => {
  const one = scene.lines[index]
  const before = textAt(scene, index - 1)
  if (!one || sectionOpened(before) || sectionOpened(one.line.text) || !opensUpper(one.line)) return false
  if (scene.isSpaced && !one.line.opens) return false
  const { text } = one.line
  const isShort = text.length <= 90 && wordCount(text) <= 10 && !ends(text) && !/\d{4}$/.test(text)
  return (
    isShort &&
    !isByline(text) &&
    !isDateLine(text) &&
    !isNameLine(text) &&
    !isPointer(text) &&
    goesOn(scene, index + 1)
  )
}

/** Lines above the title: the name of a paper, the way through a site; what reads as text stays text. */
const typeAbove = (scene: Scene, index: number): ZoneType => {
  const told = scene.pages.has(index) ? 'furniture' : byRole(scene, index)
  if (told) return told
  if (isTeased(scene.lines, index) || isOfPraise(scene.lines, index)) return 'related'
  const text = textAt(scene, index)
  if (isByline(text) || (isDateLine(text) && !isMasthead(scene.lines, index))) return 'byline'
  // A columnist's name stands right above the title, the day below it.
  const below = scene.title ? [1, 2].map(step => textAt(scene, (scene.title?.last ?? 0) + step)) : []
  if (
    scene.title?.first === index + 1 &&
    isNameLine(text) &&
    !isMasthead(scene.lines, index) &&
    below.some(isDateLine)
  )
    return 'byline'
  if (isFurniture(text) || isMasthead(scene.lines, index) || isTitlePage(text)) return 'furniture'
  // A letterhead in several columns.
  if (text.split(/ {3,}/).length >= 3) return 'furniture'
  const isOfficial = scene.title?.isOfficial === true
  if (isOfficial)
    return continuesMasthead(scene, index) || isOfGazetteHead(scene, index) ? 'furniture' : 'body'
  const isHead = !isProse(text) && wordCount(text) <= 14 && scene.lines[index]?.level === 0
  return isHead ? 'furniture' : 'body'
}

/** A short line above the first law under the name of a gazette: its issue, its part, its list of contents. */
const isOfGazetteHead = ({ plain, title }: Scene, index: number): boolean =>
  index < MOST_ABOVE &&
  !plain
    .slice(0, index + 1)
    .some(line => isProse(line.text) || isTitleForm(line.text) || NUMBERED_LAW.test(line.text)) &&
  plain
    .slice(0, Math.min(MOST_ABOVE, title?.first ?? 0))
    .some(line => line.text.length <= 120 && GAZETTE.test(line.text))

const NUMBERED_LAW = /^\d{1,4}\. \p{Lu}\p{L}{4}/u
const MOST_ABOVE = 40

/** Capitals go on from the line with the name of a mission or a body; an address follows it. */
const continuesMasthead = (scene: Scene, index: number): boolean => {
  const line = scene.plain[index]
  if (!line || index === 0) return false
  const isAddress =
    /\b(?:street|avenue|plaza|rue|chemin|road|square|p\.?o\.? box)\b.*\d|^\d[\d-]* .*(?:street|avenue|plaza|road|rue|chemin)/i.test(
      line.text,
    )
  const isCapitals =
    !line.opens && /^[^a-z]{6,}$/.test(line.text) && /^[^a-z]{6,}$/.test(textAt(scene, index - 1))
  return (
    (isAddress || isCapitals) && (isMasthead(scene.lines, index - 1) || continuesMasthead(scene, index - 1))
  )
}

const NEAR_EDGE = 12
const MENU =
  /^(?:skip to|aller au|zum (?:haupt)?inhalt|(?:ir|saltar) al|vai al|menu|menü|menú|search|suche|buscar|sign in|log ?in|subscribe)\b/i

const MOST_IN_BOX = 3

/** The words of a box that asks for something: a few short lines between its head and its button. */
const markBoxes = ({ plain }: Scene, types: ZoneType[]): void => {
  for (const [index, { text }] of plain.entries()) {
    if (types[index] !== 'furniture' || !isAppeal(text)) continue
    let end = index + 1
    while (end - index <= MOST_IN_BOX && isShortText(plain[end]?.text) && types[end] !== 'furniture') end++
    if (types[end] === 'furniture' && end > index + 1) types.fill('furniture', index, end)
  }
}

const isShortText = (text: string | undefined): boolean =>
  text !== undefined && wordCount(text) <= 12 && !/[.!?]$/.test(text)

/** Short lines between furniture: boxes, what stands about the title, and what a page has at its end. */
const markBetween = ({ plain, title }: Scene, types: ZoneType[]): void => {
  const isNoText = (index: number): boolean => types[index] === undefined || types[index] === 'furniture'
  const hasMenu = plain.slice(0, 4).some(line => MENU.test(line.text))
  for (const [index, { text }] of plain.entries()) {
    if (types[index] !== 'body' || wordCount(text) > 10 || /[.!?:"”»)]$/.test(text)) continue
    if (isDateLine(text) || isByline(text) || isItem(text) || /@|\bcontacts?\b|\d{4}/i.test(text)) continue
    const isTop = title !== null && index < title.first
    const isEnd = index > Math.max(title?.last ?? 0, plain.length - NEAR_EDGE)
    const reach = isEnd ? 2 : 1
    const isBetween =
      (isNoText(index - 1) || isTop) &&
      Array.from({ length: reach }, (_, step) => index + step + 1).some(isNoText)
    const isWithin = isTop ? hasMenu || (isBetween && index < NEAR_EDGE) : isBetween
    if (isWithin && (isTop || isEnd || (isNoText(index - 1) && index > 0))) types[index] = 'furniture'
  }
}

const NEAR_TOP = 14

/** Bylines and lines of date near the top, before the text has begun. */
const markTop = (scene: Scene, types: ZoneType[]): void => {
  const first = scene.title ? scene.title.last + 1 : 0
  let prose = 0
  for (let index = first; index < Math.min(scene.plain.length, first + NEAR_TOP) && prose < 4; index++) {
    const text = textAt(scene, index)
    // Behind a standfirst and a caption only a byline that says so is one.
    if (prose >= 2) {
      const isFirst = types[index] === 'body' && !types.slice(first, index).includes('byline')
      if (isFirst && isByline(text) && text.length <= 90) types[index] = 'byline'
      else if (isProse(text) || hasDateline(text)) prose++
      if (types[index] === 'byline' && isDateLine(textAt(scene, index + 1))) types[index + 1] = 'byline'
      continue
    }
    if (types[index] === 'furniture' && !isDateLine(text)) continue
    if (isOfBook(scene.lines, index)) continue
    if (
      isByline(text) ||
      isDateLine(text) ||
      nameBesideDate(text) !== undefined ||
      bylineInRow(text) !== undefined ||
      isNameRow(scene, index, prose)
    )
      types[index] = 'byline'
    else if (
      /^(?:by|par|von|por|di|authors?|autor(?:es|en)?|auteurs?|written by):?$/i.test(text) &&
      isNameLine(textAt(scene, index + 1))
    ) {
      types[index] = 'byline'
      types[index + 1] = 'byline'
    } else if (isProse(text) || hasDateline(text) || hasSpeaker(text)) prose++
  }
}

const ROLE_LINE =
  /^(?:h\.e\.|delivered by|presented by|ambassador|permanent representative|(?:senior |deputy |chief |political |diplomatic |defence |defense |foreign )*(?:fellow|correspondent|editor|director|researcher|analyst|reporter|staff writer)\b)/i

/** Words of the controls of a page, which may look like names. */
const NO_NAME =
  /\b(?:text|share|comments?|menu|news|login|newsletter|video|audio|photo|download|cite|print|listen|sign|experts?|more|link)\b/i

const BULLET = /^[•·*–-] {1,3}/

/** Names on lines of their own under the title, with a date, an office or further names after them. */
const isNameRow = (scene: Scene, index: number, prose: number): boolean => {
  const { title } = scene
  if (!title || index > title.last + 8) return false
  const text = textAt(scene, index)
  // A paper may set who reports between the first paragraph and the rest.
  const office = textAt(scene, index + 1)
  const reports = office.length < 60 && /\b(?:correspondent|reporter|staff writer)\b/i.test(office)
  const isOffice =
    /\b(?:correspondent|reporter|editor|writer)$/i.test(office) || isDateLine(textAt(scene, index + 2))
  if (reports && isOffice && isNameLine(text) && !NO_NAME.test(text)) return true
  if (prose > 1 || index > title.last + 6 || NO_NAME.test(text)) return false
  // Between a standfirst and the text a name stands over a date.
  if (prose === 1) return isNameLine(text) && isDateLine(textAt(scene, index + 1))
  if (/^(?:delivered|presented) by\b/i.test(text)) return true
  if (isNameAndOffice(text)) return true
  const next = textAt(scene, index + 1)
  if (isNameAndPlace(text) && isProse(next)) return true
  const listed = text.replace(BULLET, '')
  if (listed !== text) return isNameLine(listed) && isDateLine(next)
  if (!isNameLine(text)) return false
  const before = textAt(scene, index - 1)
  const below = [1, 2, 3].map(step => textAt(scene, index + step))
  if (/,| (?:and|et|und|y|&) /.test(text))
    return below.some(
      line =>
        isDateLine(line) ||
        ROLE_LINE.test(line) ||
        MASTHEAD_WORD.test(line) ||
        /^pages? \d|^received /i.test(line),
    )
  return (
    isDateLine(next) ||
    ROLE_LINE.test(next) ||
    isNameLine(next) ||
    (isNameLine(before) && index - 1 > title.last)
  )
}

/** Lines of one type that follow one another, as zones; every heading is its own. */
export const zonesFrom = (lines: readonly Line[], types: readonly ZoneType[]): Zone[] => {
  const zones: { type: ZoneType; start: number; end: number }[] = []
  for (const [index, line] of lines.entries()) {
    const type = types[index] ?? 'body'
    const last = zones.at(-1)
    if (last?.type === type && type !== 'heading') last.end = line.end
    else zones.push({ type, start: line.start, end: line.end })
  }
  return zones
}

/** Blocks of short lines of which one asks the reader for something: all of it is the box of a page. */
const appealBlocks = (lines: readonly Line[]): ReadonlySet<number> => {
  const found = new Set<number>()
  let first = 0
  for (let index = 1; index <= lines.length; index++) {
    if (index < lines.length && !lines[index]?.opens) continue
    const block = lines.slice(first, index)
    const isBox =
      block.length > 1 &&
      block.length <= 8 &&
      block.every(line => line.text.length <= 130 && !isProse(line.text))
    if (isBox && block.some(line => isAppeal(line.text))) for (let at = first; at < index; at++) found.add(at)
    first = index
  }
  return found
}

const PULLED = /^["“«„].{24,200}["”»“]$/u
const MOST_PULLED = 40

/** Words set apart that stand in the text too. */
const pullQuotes = (lines: readonly Line[]): ReadonlySet<number> => {
  const found = new Set<number>()
  const quoted = lines
    .flatMap((line, index) => (PULLED.test(line.text) && line.opens ? [index] : []))
    .slice(0, MOST_PULLED)
  for (const index of quoted) {
    const words = (lines[index]?.text ?? '').slice(1, -1).replace(/[.,]$/, '')
    if (
      lines.some(
        (line, other) => other !== index && line.text.length > words.length + 20 && line.text.includes(words),
      )
    )
      found.add(index)
  }
  return found
}

/** A year or number that a copying site has hung on the title is a zone of its own. */
const splitTitle = (zones: readonly Zone[], title: Title | null): readonly Zone[] =>
  title === null
    ? zones
    : zones.flatMap(zone => {
        if (zone.type !== 'title' || zone.start > title.start || zone.end < title.end) return [zone]
        const start = title.hasKicker ? title.start : zone.start
        const end = title.hasNote ? zone.end : title.end
        const parts: Zone[] = [
          { type: 'furniture', start: zone.start, end: start },
          { type: 'title', start, end },
          { type: 'furniture', start: end, end: zone.end },
        ]
        return parts.filter(part => part.end > part.start)
      })

const EDIT_LINK = /\s?\[edit\]$/i

/** The link behind a heading by which a reader may change it is a zone of its own. */
const splitEdits = (text: string, zones: readonly Zone[]): readonly Zone[] =>
  zones.flatMap((zone): readonly Zone[] => {
    const link =
      zone.type === 'heading' || zone.type === 'title'
        ? EDIT_LINK.exec(text.slice(zone.start, zone.end))?.[0]
        : undefined
    if (link === undefined) return [zone]
    const end = zone.end - link.length
    return [
      { ...zone, end },
      { type: 'furniture' as const, start: end, end: zone.end },
    ]
  })

/** A zone begins and ends with a character that is no blank. */
const tight = (text: string, zone: Zone): Zone => {
  const words = text.slice(zone.start, zone.end)
  return {
    ...zone,
    start: zone.start + words.length - words.trimStart().length,
    end: zone.start + words.trimEnd().length,
  }
}

const PLENTY = 200

const sceneOf = (framed: FramedText, plain: readonly Line[]): Scene => {
  const lines = markedLines(framed, plain)
  const main = lines.reduce((sum, one) => sum + (hasRole(one, 'main') ? one.line.text.length : 0), 0)
  return {
    lines,
    plain,
    title: titleOf(lines, framed.stated),
    pages: framed.hints.length === 0 ? pageFurniture(plain) : new Set(),
    hasMain: main >= PLENTY,
    isSpaced: plain.filter(line => line.opens).length > plain.length * 0.3,
    hasTopics: plain.some(line => line.text.length <= 40 && TOPICS.test(line.text)),
    hasContents: plain.some(line => line.text.length <= 24 && CONTENTS.test(line.text)),
    hasKeyEvents: plain.some(line => line.text.length <= 12 && KEY_EVENTS.test(line.text)),
    isMessage: lines.some(one => hasRole(one, 'header-field') && /^(?:from|subject):/i.test(one.line.text)),
    appeals: new Set([...appealBlocks(plain), ...pullQuotes(plain)]),
  }
}

/** The layout of a document that is no cable. */
export const layoutOf = (framed: FramedText, plain: readonly Line[]): Layout => {
  const scene = sceneOf(framed, plain)
  const { title } = scene
  const flow: Flow = { section: 'body', prose: 0, number: 0 }
  const types = plain.map((_, index): ZoneType => {
    if (title && index < title.first) return typeAbove(scene, index)
    if (title && index <= title.last) return 'title'
    return typeInFlow(scene, index, flow)
  })
  markBoxes(scene, types)
  markBetween(scene, types)
  markTop(scene, types)
  markBiography(scene, types)
  markTail(scene, types)
  markSignature(scene, types)
  markLetterSigned(scene, types)
  const zones = splitEdits(framed.text, splitTitle(zonesFrom(plain, types), title)).map(zone =>
    tight(framed.text, zone),
  )
  return {
    zones: zones.filter(zone => zone.end > zone.start),
    title: title && { start: title.start, end: title.end },
    interruptions: interruptionsIn(scene),
  }
}

/** Page furniture that stands between two lines of the text, where a sentence may go on behind it. */
const interruptionsIn = ({ plain, pages, lines }: Scene): readonly Span[] =>
  plain.flatMap((line, index) =>
    pages.has(index) || (lines[index] && hasRole(lines[index], 'running-head', 'page-number'))
      ? [{ start: line.start, end: line.end }]
      : [],
  )
