import type { StatedFacts } from './frame.ts'
import type { Line } from './lines.ts'
import type { Zone, ZoneType } from './reading.ts'
import { saidWords } from './words.ts'

/** What the kind of a document is told from. */
export interface KindScene {
  readonly text: string
  readonly lines: readonly Line[]
  readonly zones: readonly Zone[]
  readonly title: string
  readonly stated: StatedFacts
}

/** The parts of a document in which its kind shows. */
export interface KindParts {
  readonly scene: KindScene
  readonly title: string
  /** What stands above the title, its last 1,500 characters. */
  readonly above: string
  /** The first 1,500 characters, or more where the title ends later. */
  readonly head: string
  /** The last 1,800 characters. */
  readonly tail: string
  /** The first 20,000 characters of the running text. */
  readonly body: string
  /** The beginning of the running text. */
  readonly opening: string
  readonly bylines: string
  readonly bios: string
  readonly headings: string
  /** All of it, as far as it is looked at. */
  readonly whole: string
  /** How many words the running text has of what is looked at. */
  readonly words: number
  /** How often it has each word in small letters, and how often in what is no quotation. */
  readonly said: ReadonlyMap<string, number>
  readonly ownSaid: ReadonlyMap<string, number>
  /** The lines that are looked at. */
  readonly lines: readonly string[]
  /** Short lines near the title, in small letters, that are no menu: sections, labels, rubrics. */
  readonly labels: readonly string[]
  /** Those of them that stand next to the title. */
  readonly beside: readonly string[]
}

const QUOTED = /[“"«„][^“”"«»„]{1,600}[”"»“]/g
const MOST = 20_000
const LINES = 600

const ofType = ({ text, zones }: KindScene, type: ZoneType, most = MOST): string => {
  let all = ''
  for (const zone of zones) {
    if (all.length >= most) break
    if (zone.type === type) all += `${text.slice(zone.start, Math.min(zone.end, zone.start + most))}\n`
  }
  return all
}

/** Adds `times` to the count of each word of a text. */
const tally = (counts: Map<string, number>, words: readonly string[], times: number): void => {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + times)
}

/** How many words a text has. */
export const wordsIn = (text: string): number => saidWords(text).length

/** A line of one or two words among others of that kind: a section in the menu of a site. */
const isOfMenu = (lines: readonly Line[], index: number): boolean =>
  [0, -1, -2].every(step => /^\S+(?: \S+)?$/.test(lines[index + step]?.text ?? ''))

const ABOVE = 8
const BELOW = 7
const LABEL = 48
/** What may stand before a label: "Category: News", and what it is the last of: "Home > News > Statements". */
const LEAD = /^(?:[\p{L} ]{2,16}: |.{0,80}[>›»/|] ?|[-–—•·#*[( ]{1,4})/u

const labelsNear = ({ lines, zones }: KindScene, above: number, below: number): readonly string[] => {
  const start = zones.find(zone => zone.type === 'title')?.start ?? 0
  const at = Math.max(
    0,
    lines.findIndex(line => line.end > start),
  )
  const first = Math.max(0, at - above)
  return lines.slice(first, at + below).flatMap((line, index) => {
    const place = first + index
    if (line.text.length > 120 || (isOfMenu(lines, place) && place !== at - 1)) return []
    const words = line.text.trim().toLowerCase()
    return [words, words.replace(LEAD, '')]
      .map(one => one.replace(/[\])*: ]{1,4}$/, ''))
      .filter(one => one.length > 0 && one.length <= LABEL)
  })
}

/** The parts of a document in which its kind shows; each is cut to a length that is looked at in bounded time. */
export const kindPartsOf = (scene: KindScene): KindParts => {
  const { text, lines, zones, title } = scene
  const at = zones.find(zone => zone.type === 'title')?.start ?? 0
  const body = ofType(scene, 'body').slice(0, MOST)
  // In Polish and other languages a small "i" is "and", where the English pronoun is a capital.
  const words = saidWords(body.replaceAll(' i ', ' ').toLowerCase())
  const said = new Map<string, number>()
  tally(said, words, 1)
  const ownSaid = new Map(said)
  for (const [quoted] of body.matchAll(QUOTED)) tally(ownSaid, saidWords(quoted.toLowerCase()), -1)
  return {
    scene,
    title,
    above: text.slice(Math.max(0, at - 1500), at),
    head: text.slice(0, Math.max(1500, Math.min(at, 6000) + 600)),
    tail: text.slice(-1800),
    body,
    said,
    ownSaid,
    opening: body.trimStart().slice(0, 400),
    bylines: ofType(scene, 'byline', 1500),
    bios: ofType(scene, 'bio', 3000),
    headings: ofType(scene, 'heading', 4000),
    whole: text.length > 2 * MOST ? `${text.slice(0, MOST)}\n${text.slice(-MOST)}` : text,
    words: Math.max(1, words.length),
    lines: lines.slice(0, LINES).map(line => line.text.trim()),
    labels: labelsNear(scene, ABOVE, BELOW),
    beside: labelsNear(scene, 1, 2),
  }
}
