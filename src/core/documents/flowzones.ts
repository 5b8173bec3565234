import {
  ends,
  hasDateline,
  hasSpeaker,
  isByline,
  isDateLine,
  isNameAndOffice,
  isNameLine,
  isPartHeading,
  isProse,
  nameBesideDate,
  opensUpper,
  wordCount,
} from './forms.ts'
import {
  isFurniture,
  isMenuRow,
  isPointer,
  opensBoilerplate,
  REFERENCES,
  type Section,
  sectionOpened,
} from './furniture.ts'
import { type LayoutScene as Scene, textAt } from './layoutscene.ts'
import { isItem } from './lines.ts'
import type { ZoneType } from './reading.ts'
import { hasRole } from './scene.ts'
import { isBiography, isPresentation } from './tail.ts'
import { isTitleForm, withoutSuffix } from './titleforms.ts'

/** What the reading from the top makes of one line after another. */
export interface Flow {
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

const MOST_RELATED = 60

/** An item of the numbered list right below the head of a related box: titles of other pages, however long. */
const isOfRelatedList = (scene: Scene, index: number): boolean => {
  const itemAt = (at: number): number =>
    +(/^(\d{1,2})[.)] {0,3}(?=[[\p{L}“"])/u.exec(textAt(scene, at))?.[1] ?? 0)
  let at = index
  while (at > 1 && index - at < MOST_RELATED && itemAt(at) > 1) at--
  return itemAt(at) === 1 && sectionOpened(textAt(scene, at - 1)) === 'related'
}

/** Whether the article goes on here: this is a paragraph of text, and another follows before long. */
const goesOn = (scene: Scene, index: number): boolean => {
  const isText = (at: number): boolean => {
    const text = textAt(scene, at)
    return isProse(text) && !isByline(text) && !isFurniture(text) && wordCount(text) > 12
  }
  if ((scene.isSpaced && !scene.plain[index]?.opens) || !isText(index)) return false
  if (isOfRelatedList(scene, index)) return false
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
export const byRole = (scene: Scene, index: number): ZoneType | undefined => {
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
  if (isTop && isOfList(scene, index)) return 'related'
  if (isTop && isNearTitle(scene, index)) return isFurniture(text) ? 'furniture' : 'byline'
  if (isTop && isByline(text) && isDateLine(textAt(scene, index + 1))) return 'byline'
  if (isDateLine(text) && (isNamedAbove(scene, index) || isOverDateline(scene, index))) return 'byline'
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
  const isOwn =
    isOverMain(scene, index) ||
    (hasRole(one, 'caption') ? wordCount(text) > 8 : wordCount(text) > 30 && isProse(text))
  return isOwn && isWithinMain(scene, index) ? undefined : 'furniture'
}

/** Whether the line above a day is what the page marks as the byline, and reads as one. */
const isNamedAbove = ({ lines }: Scene, index: number): boolean => {
  const above = lines[index - 1]
  return above !== undefined && hasRole(above, 'byline') && isByline(above.line.text)
}

/** Whether a line stands right over the place and the agency with which the text begins. */
const isOverDateline = ({ lines }: Scene, index: number): boolean => {
  const below = lines[index + 1]
  return below !== undefined && hasRole(below, 'main') && hasDateline(below.line.text)
}

const LIST_STEP = 3

/** Whether a day stands in an item of a list whose other items have days of their own: those of other pages. */
export const isOfList = ({ lines }: Scene, index: number): boolean => {
  const own = lines[index]
  if (!own || !hasRole(own, 'list-item') || !hasRole(own, 'date')) return false
  return lines
    .slice(Math.max(0, index - LIST_STEP), index + LIST_STEP + 1)
    .some(
      other =>
        hasRole(other, 'list-item') &&
        hasRole(other, 'date') &&
        isDateLine(other.line.text) &&
        other.line.text !== own.line.text,
    )
}

/** Whether a line is a heading right over a paragraph of the article. */
const isOverMain = ({ lines }: Scene, index: number): boolean => {
  const [one, next] = [lines[index], lines[index + 1]]
  return (
    one !== undefined &&
    next !== undefined &&
    one.level > 0 &&
    !isFurniture(one.line.text) &&
    hasRole(next, 'main') &&
    isProse(next.line.text)
  )
}

/** A line of many words between the title and the text, as a standfirst or a caption. */
const isStandfirst = ({ title, lines }: Scene, index: number): boolean => {
  const one = lines[index]
  if (!one || title === null || index <= title.last || index > title.last + 12) return false
  const { text } = one.line
  const next = lines[index + 1]
  if (hasRole(one, 'list-item') && next && hasRole(next, 'list-item') && isDateLine(next.line.text))
    return false
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

export const TOPICS =
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

export const CONTENTS =
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

export const KEY_EVENTS = /^key events$/i
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

export const typeInFlow = (scene: Scene, index: number, flow: Flow): ZoneType => {
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
  const isMenu = isFurniture(text) && !((scene.lines[index]?.level ?? 0) > 0 && isMenuRow(text))
  if (isMenu || scene.appeals.has(index) || isRepeatedTitle(scene, index)) return 'furniture'
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
