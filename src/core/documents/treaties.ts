import type { Confidence, Span } from '../evidence/index.ts'
import { type Bindings, bindingsIn, meaningAt, placesOf } from './acronyms.ts'
import { coverOf } from './cover.ts'
import type { Hit, Lexicon, TreatyEntry } from './lexicon.ts'
import type { TreatyMention } from './mention.ts'
import { keyAt, type Words } from './words.ts'

/** "cluster bomb treaty" in small letters tells what the treaty is about, and is no name of it. */
const isDescription = (text: string): boolean =>
  / (?:treaty|convention|pact|ban)$/.test(text) && text.slice(1) === text.slice(1).toLowerCase()

const made = (
  words: Words,
  { start, end }: Span,
  treaty: string,
  more: { readonly confidence: Confidence; readonly rule: string; readonly misnomer?: boolean },
): TreatyMention => ({
  kind: 'treaty',
  start,
  end,
  text: words.text.slice(start, end),
  value: {
    treaty,
    named: !isDescription(words.text.slice(start, end)),
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

const mentionAt = (known: Known, hit: Hit): TreatyMention | undefined => {
  if (/^(?:centre|center|hall|hotel)$/.test(keyAt(known.words, hit.last + 1))) return undefined
  const name = entriesOf(hit).find(entry => entry.as === 'name')
  return name
    ? made(known.words, hit, name.treaty, { confidence: 'high', rule: 'treaty-name' })
    : shortened(known, hit)
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
  lexicon: Pick<Lexicon, 'treaties'>,
): readonly TreatyMention[] => {
  const inFull = new Set(
    hits.flatMap(hit =>
      entriesOf(hit)
        .filter(entry => entry.as === 'name')
        .map(entry => entry.treaty),
    ),
  )
  const known: Known = { words, bindings: bindingsIn(words, hits), inFull }
  const named = [...hits.flatMap(hit => mentionAt(known, hit) ?? []), ...byOwnAcronyms(known, hits)]
  return [...named, ...protocolsIn(words, named, lexicon)].toSorted((a, b) => a.start - b.start)
}

const PROTOCOL = /(?<![\p{L}\d])(?:(Amended|Additional) )?Protocol ([IV]{1,3})(?![\p{L}\d])/gu
const NUMERALS = ['', 'I', 'II', 'III', 'IV', 'V']

/** "Protocol V" in a text about the Convention on Certain Conventional Weapons is a protocol to that convention. */
const protocolsIn = (
  words: Words,
  named: readonly TreatyMention[],
  { treaties }: Pick<Lexicon, 'treaties'>,
): readonly TreatyMention[] => {
  const isAbout = named.some(({ value }) => value.treaty === 'ccw')
  if (named.length === 0) return []
  const taken = coverOf(named)
  return [...words.text.matchAll(PROTOCOL)].flatMap(match => {
    const span = { start: match.index, end: match.index + match[0].length }
    const number = NUMERALS.indexOf(match[2] ?? '')
    const id = match[1] === 'Amended' ? `ccw-ap${number}` : `ccw-p${number}`
    if (!isAbout && !/V$/.test(match[0])) return []
    if (match[1] === 'Additional' || !treaties.has(id) || taken.touches(span)) return []
    return [made(words, span, id, { confidence: 'medium', rule: 'treaty-protocol-of' })]
  })
}
