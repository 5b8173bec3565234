import { byRole, isOfList } from './flowzones.ts'
import {
  bylineInRow,
  hasDateline,
  hasSpeaker,
  isByline,
  isBylineLabel,
  isDateLine,
  isNameAndOffice,
  isNameAndPlace,
  isNameLine,
  isProse,
  nameBesideDate,
  wordCount,
} from './forms.ts'
import { isFurniture } from './furniture.ts'
import { type LayoutScene as Scene, textAt } from './layoutscene.ts'
import type { ZoneType } from './reading.ts'
import {
  GAZETTE,
  isMasthead,
  isOfBook,
  isOfPraise,
  isTeased,
  isTitleForm,
  isTitlePage,
  MASTHEAD_WORD,
} from './titleforms.ts'

/** Lines above the title: the name of a paper, the way through a site; what reads as text stays text. */
export const typeAbove = (scene: Scene, index: number): ZoneType => {
  const told = scene.pages.has(index) ? 'furniture' : byRole(scene, index)
  if (told) return told
  if (isTeased(scene.lines, index) || isOfPraise(scene.lines, index)) return 'related'
  const text = textAt(scene, index)
  if (isByline(text) || (isDateLine(text) && !isMasthead(scene.lines, index))) return 'byline'
  // A columnist's name stands right above the title, the day below it.
  if (isNameLine(text) && isByline(textAt(scene, index - 1)) && textAt(scene, index - 1).endsWith(','))
    return 'byline'
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

const NEAR_TOP = 14

/** Bylines and lines of date near the top, before the text has begun. */
export const markTop = (scene: Scene, types: ZoneType[]): void => {
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
    if (types[index] === 'furniture' && !isDateLine(text) && !isBylineLabel(text)) continue
    if (isOfBook(scene.lines, index) || isOfList(scene, index)) continue
    if (
      isByline(text) ||
      isDateLine(text) ||
      nameBesideDate(text) !== undefined ||
      bylineInRow(text) !== undefined ||
      isNameRow(scene, index, prose)
    )
      types[index] = 'byline'
    else if (isBylineLabel(text) && isNameLine(textAt(scene, index + 1))) {
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
  if (isNameAndPlace(text) && (isProse(next) || isDateLine(next))) return true
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
