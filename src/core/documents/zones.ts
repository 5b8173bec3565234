import type { Span } from '../evidence/index.ts'
import { CONTENTS, type Flow, KEY_EVENTS, TOPICS, typeInFlow } from './flowzones.ts'
import { isByline, isDateLine, isProse, wordCount } from './forms.ts'
import type { FramedText } from './frame.ts'
import { isAppeal } from './furniture.ts'
import type { LayoutScene as Scene } from './layoutscene.ts'
import { isItem, type Line } from './lines.ts'
import { pageFurniture } from './pages.ts'
import type { Zone, ZoneType } from './reading.ts'
import { hasRole, markedLines } from './scene.ts'
import { markBiography, markLetterSigned, markSignature, markTail } from './tail.ts'
import { type Title, titleOf } from './title.ts'
import { markTop, typeAbove } from './topzones.ts'

/** The zones of a document and where its title stands. */
export interface Layout {
  readonly zones: readonly Zone[]
  readonly title: Span | null
  /** Heads and feet of pages that interrupt the text. */
  readonly interruptions: readonly Span[]
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

const OF_IMPRINT =
  /^(?:© |copyright ©|(?:all )?rights reserved|you may (?:re-?use|copy|reproduce) |(?:to view|a copy of) this licen[cs]e|this (?:publication|document|report) (?:is|can be|may be) (?:also )?(?:available|downloaded|cited)|(?:any )?enquiries regarding this (?:publication|document)|published (?:by|in (?:the )?\p{Lu})|printed (?:in|on|by) |(?:(?:print|web|online|pdf) )?is[bs]n\b|id \d{6,}|suggested citation|typeset (?:by|in) |cover (?:photo|image|design))/iu
const FEWEST_IMPRINT = 4
const WIDEST_GAP = 4

/** The imprint of a publication: lines in which it says who owns, prints and sells it, and what stands between them. */
const imprintLines = (lines: readonly Line[]): ReadonlySet<number> => {
  const told = lines.flatMap((line, index) => (OF_IMPRINT.test(line.text.slice(0, 60)) ? [index] : []))
  const found = new Set<number>()
  let run: number[] = []
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)]
    if (run.length >= FEWEST_IMPRINT && first !== undefined && last !== undefined)
      for (let index = first; index <= last; index++) found.add(index)
    run = []
  }
  for (const index of told) {
    const before = run.at(-1)
    if (before !== undefined && index - before > WIDEST_GAP) close()
    run.push(index)
  }
  close()
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

/** Whether the title that a file states stands in its front matter: no site has hung its name on it. */
const isFronted = ({ text, hints, stated }: FramedText): boolean =>
  stated.title !== undefined &&
  text.startsWith('---') &&
  hints.some(({ role, start }) => role === 'header-field' && start === 0)

const sceneOf = (framed: FramedText, plain: readonly Line[]): Scene => {
  const lines = markedLines(framed, plain)
  const main = lines.reduce((sum, one) => sum + (hasRole(one, 'main') ? one.line.text.length : 0), 0)
  return {
    lines,
    plain,
    title: titleOf(lines, framed.stated, isFronted(framed)),
    pages: framed.hints.length === 0 ? pageFurniture(plain) : new Set(),
    hasMain: main >= PLENTY,
    isSpaced: plain.filter(line => line.opens).length > plain.length * 0.3,
    hasTopics: plain.some(line => line.text.length <= 40 && TOPICS.test(line.text)),
    hasContents: plain.some(line => line.text.length <= 24 && CONTENTS.test(line.text)),
    hasKeyEvents: plain.some(line => line.text.length <= 12 && KEY_EVENTS.test(line.text)),
    isMessage: lines.some(one => hasRole(one, 'header-field') && /^(?:from|subject):/i.test(one.line.text)),
    appeals: new Set([...appealBlocks(plain), ...pullQuotes(plain), ...imprintLines(plain)]),
  }
}

const SHORT_NAME = / \([\p{L}\d-]{3,40}\)$/u

/** A title without the short name in brackets that a copy of a law hangs on it: the front matter has it without. */
const withoutShortName = ({ text, stated }: FramedText, { start, end }: Span): Span => {
  const words = text.slice(start, end)
  const own = words.replace(SHORT_NAME, '')
  const isLong = own.length === words.length || own.replace(/\s+/g, ' ') !== stated.title
  return { start, end: isLong ? end : start + own.length }
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
    title: title && withoutShortName(framed, title),
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
