import type { Confidence, Span } from '../evidence/index.ts'
import { type Bindings, bindingsIn, meaningAt, placesOf } from './acronyms.ts'
import type { Hit, TreatyEntry } from './lexicon.ts'
import type { TreatyMention } from './mention.ts'
import type { Words } from './words.ts'

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
  value: { treaty, named: true, ...(more.misnomer && { misnomer: true }) },
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

const byDocument = ({ words, inFull }: Known, hit: Hit): TreatyMention | undefined => {
  const entries = entriesOf(hit).filter(entry => entry.as === 'abbreviation')
  const named = entries.filter(entry => inFull.has(entry.treaty))
  const [only] = named
  if (only && named.length === 1)
    return made(words, hit, only.treaty, {
      confidence: only.weak ? 'medium' : 'high',
      rule: 'treaty-abbreviation',
    })
  const [firm] = entries.filter(entry => !entry.weak)
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
export const namedTreaties = (words: Words, hits: readonly Hit[]): readonly TreatyMention[] => {
  const inFull = new Set(
    hits.flatMap(hit =>
      entriesOf(hit)
        .filter(entry => entry.as === 'name')
        .map(entry => entry.treaty),
    ),
  )
  const known: Known = { words, bindings: bindingsIn(words, hits), inFull }
  return [...hits.flatMap(hit => mentionAt(known, hit) ?? []), ...byOwnAcronyms(known, hits)].toSorted(
    (a, b) => a.start - b.start,
  )
}
