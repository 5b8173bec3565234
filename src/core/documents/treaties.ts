import type { Day } from '../calendar/index.ts'
import type { Confidence, Span } from '../evidence/index.ts'
import { type Bindings, bindingsIn, meaningAt, placesOf } from './acronyms.ts'
import { coverOf } from './cover.ts'
import type { Hit, Lexicon, TreatyEntry } from './lexicon.ts'
import type { TreatyMention } from './mention.ts'
import { matchesNear } from './windows.ts'
import { keyAt, type Words } from './words.ts'

/** "cluster bomb treaty" tells what the treaty is about and is no name of it; "mine ban treaty" is one in small letters. */
const isDescription = (text: string, properNames: ReadonlySet<string>): boolean =>
  / (?:treaty|convention|pact|ban)$/.test(text) &&
  text.slice(1) === text.slice(1).toLowerCase() &&
  !properNames.has(text.toLowerCase())

const made = (
  words: Words,
  { start, end }: Span,
  treaty: string,
  more: {
    readonly confidence: Confidence
    readonly rule: string
    readonly misnomer?: boolean
    readonly isDescription?: boolean
  },
): TreatyMention => ({
  kind: 'treaty',
  start,
  end,
  text: words.text.slice(start, end),
  value: {
    treaty,
    named: !more.isDescription,
    ...(more.misnomer && { misnomer: true }),
  },
  confidence: more.confidence,
  rule: more.rule,
})

const entriesOf = (hit: Hit): readonly TreatyEntry[] => hit.entries.filter(entry => entry.is === 'treaty')

/** What is known of the document when one abbreviation is read. */
interface Known {
  readonly words: Words
  readonly bindings: Bindings
  /** The treaties that the document names in full. */
  readonly inFull: ReadonlySet<string>
  readonly lexicon: Pick<Lexicon, 'treaties' | 'properNames'>
  /** The day of the document, where it is known. */
  readonly day: Day | undefined
}

/** So many treaties named in full show what field a text is from. */
const FIELD = 2

const byDocument = ({ words, inFull }: Known, hit: Hit): TreatyMention | undefined => {
  const entries = entriesOf(hit).filter(entry => entry.as === 'abbreviation')
  const named = entries.filter(entry => inFull.has(entry.treaty))
  const [only] = named
  if (only && named.length === 1)
    return made(words, hit, only.treaty, {
      confidence: only.weak ? 'medium' : 'high',
      rule: 'treaty-abbreviation',
    })
  const [first] = entries
  // Among the names of other treaties of the field an abbreviation of three letters is the treaty.
  const isAmongOthers =
    entries.length === 1 && inFull.size >= FIELD && words.text.slice(hit.start, hit.end).length >= 3
  const [firm] = isAmongOthers && first ? [first] : entries.filter(entry => !entry.weak)
  return firm && made(words, hit, firm.treaty, { confidence: 'medium', rule: 'treaty-abbreviation-alone' })
}

const shortened = (known: Known, hit: Hit): TreatyMention | undefined => {
  const { words, bindings } = known
  const meaning = meaningAt(bindings, words.text.slice(hit.start, hit.end), hit.start)
  if (!meaning) return byDocument(known, hit)
  if (meaning.treaty === null) return undefined
  const misnomer = entriesOf(hit).some(entry => entry.as === 'misnomer' && entry.treaty === meaning.treaty)
  return made(words, hit, meaning.treaty, { confidence: 'high', rule: 'treaty-bound-abbreviation', misnomer })
}

/** "the Geneva Convention on Road Traffic", "the 1951 Geneva Convention": one of the many others of that town. */
const isOtherOfGeneva = (words: Words, hit: Hit): boolean =>
  /^Geneva Convention$/i.test(words.text.slice(hit.start, hit.end)) &&
  (/^ (?:on|concerning|relating to|for) (?!the (?:treatment|protection|amelioration|laws)|prisoners|civilian|(?:the )?wounded|war)/i.test(
    words.text.slice(hit.end, hit.end + 40),
  ) ||
    /^(?!1949|1929|1864|1906)(?:18|19|20)\d\d$/.test(keyAt(words, hit.first - 1)))

/** Whether a treaty was adopted by the day of the document: of two of one name a telegram of 1968 means that of 1963. */
const wasAdopted = ({ lexicon, day }: Known, treaty: string): boolean => {
  const adopted = lexicon.treaties.get(treaty)?.adopted?.day
  return day === undefined || adopted === undefined || adopted <= day
}

/** The treaty adopted last before the day of the document; where no day is known, the first. */
const newest = ({ lexicon, day }: Known, names: readonly TreatyEntry[]): TreatyEntry | undefined => {
  const adopted = ({ treaty }: TreatyEntry): string => lexicon.treaties.get(treaty)?.adopted?.day ?? ''
  return day === undefined ? names[0] : names.toSorted((a, b) => (adopted(a) < adopted(b) ? 1 : -1))[0]
}

const mentionAt = (known: Known, hit: Hit): TreatyMention | undefined => {
  const { words, inFull, lexicon } = known
  if (/^(?:centre|center|hall|hotel|organi[sz]ations?)$/.test(keyAt(words, hit.last + 1))) return undefined
  if (isOtherOfGeneva(words, hit)) return undefined
  const all = entriesOf(hit).filter(entry => entry.as === 'name')
  const adopted = all.filter(({ treaty }) => wasAdopted(known, treaty))
  const names = adopted.length > 0 ? adopted : all
  // "Test Ban Treaty" is the name of two: the one that the text names otherwise, or else the newest of its day.
  const name = names.find(({ treaty }) => names.length > 1 && inFull.has(treaty)) ?? newest(known, names)
  if (!name) return shortened(known, hit)
  const isDescribed = isDescription(words.text.slice(hit.start, hit.end), lexicon.properNames)
  return made(words, hit, name.treaty, {
    confidence: 'high',
    rule: 'treaty-name',
    isDescription: isDescribed,
  })
}

/** Mentions by acronyms that only this text has given to a treaty. */
const byOwnAcronyms = ({ words, bindings }: Known, hits: readonly Hit[]): readonly TreatyMention[] => {
  const held = new Set(hits.map(hit => words.text.slice(hit.start, hit.end)))
  const own = new Set([...bindings.keys()].filter(acronym => !held.has(acronym)))
  return placesOf(words, own).flatMap(([acronym, start]) => {
    const treaty = meaningAt(bindings, acronym, start)?.treaty
    const span = { start, end: start + acronym.length }
    return treaty
      ? [made(words, span, treaty, { confidence: 'high', rule: 'treaty-bound-abbreviation' })]
      : []
  })
}

/** The treaties that a text names: in full, by a short name, or by an abbreviation that it makes clear. */
export const namedTreaties = (
  words: Words,
  hits: readonly Hit[],
  lexicon: Pick<Lexicon, 'treaties' | 'properNames'>,
  day?: Day,
): readonly TreatyMention[] => {
  const inFull = new Set(
    hits.flatMap(hit => {
      const names = new Set(entriesOf(hit).flatMap(({ as, treaty }) => (as === 'name' ? [treaty] : [])))
      return names.size === 1 ? [...names] : []
    }),
  )
  const known: Known = { words, bindings: bindingsIn(words, hits), inFull, lexicon, day }
  const named = [...hits.flatMap(hit => mentionAt(known, hit) ?? []), ...byOwnAcronyms(known, hits)]
  return [...named, ...protocolsIn(words, named, lexicon)].toSorted((a, b) => a.start - b.start)
}

const PROTOCOL = /(?<![\p{L}\d])(?:(Amended|Additional) )?Protocol ([IV]{1,3})(?![\p{L}\d])/gu
const NUMERALS = ['', 'I', 'II', 'III', 'IV', 'V']

/** How far "on Explosive Remnants of War" of a protocol's title goes on behind its number. */
const subjectAfter = (text: string, end: number, title: string | undefined): number => {
  const subject = /^Protocol (on [^()]{4,80}?)(?: \(|$)/.exec(title ?? '')?.[1]
  return subject && text.slice(end, end + subject.length + 1).toLowerCase() === ` ${subject.toLowerCase()}`
    ? subject.length + 1
    : 0
}

/** "Protocol V" in a text about the Convention on Certain Conventional Weapons is a protocol to that convention. */
const protocolsIn = (
  words: Words,
  named: readonly TreatyMention[],
  { treaties }: Pick<Lexicon, 'treaties'>,
): readonly TreatyMention[] => {
  const isAbout = named.some(({ value }) => value.treaty === 'ccw')
  if (named.length === 0) return []
  const taken = coverOf(named)
  return [...matchesNear(words.text, ['Protocol '], PROTOCOL, { before: 14, after: 14 })].flatMap(near => {
    const { start, match } = near
    const span = { start, end: start + match[0].length }
    const number = NUMERALS.indexOf(match[2] ?? '')
    const id = match[1] === 'Amended' ? `ccw-ap${number}` : `ccw-p${number}`
    if (!isAbout && !/V$/.test(match[0])) return []
    if (match[1] === 'Additional' || !treaties.has(id) || taken.touches(span)) return []
    const whole = { ...span, end: span.end + subjectAfter(words.text, span.end, treaties.get(id)?.title) }
    return [made(words, whole, id, { confidence: 'medium', rule: 'treaty-protocol-of' })]
  })
}
