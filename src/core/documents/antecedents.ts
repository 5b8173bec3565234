import { overlaps, type Span } from '../evidence/index.ts'
import type { Lexicon } from './lexicon.ts'
import type { TreatyMention } from './mention.ts'
import { POINTER } from './pointers.ts'
import { spanAt } from './sentences.ts'
import { endOf, gapAfter, keyAt, startOf, startsUpper, type Words, wordAt } from './words.ts'

/** A treaty that words may point back to; `treaty` is undefined for one that the lexicon does not know. */
export interface Antecedent extends Span {
  readonly treaty: string | undefined
  readonly nouns: ReadonlySet<string>
  /** The place of its sentence among the sentences. */
  readonly sentence: number
}

/** The text as the search for antecedents needs it. */
export interface AnaphoraScene {
  readonly words: Words
  readonly lexicon: Lexicon
  readonly named: readonly TreatyMention[]
  readonly sentences: readonly Span[]
  readonly paragraphs: readonly Span[]
  /** The treaty that the text itself is, where it says so without a name. */
  readonly own?: string | undefined
}

const SEVERAL: ReadonlySet<string> = new Set(['treaty', 'convention'])

/** The nouns by which a treaty can be pointed to, by its title and names. */
export const nounsOf = (lexicon: Lexicon, id: string): ReadonlySet<string> => {
  const treaty = lexicon.treaties.get(id)
  const text = [treaty?.title ?? '', ...(treaty?.names ?? [])].join(' ').toLowerCase()
  // Several treaties under one name are never "the Convention".
  if (/conventions$/i.test(treaty?.title ?? '')) return new Set()
  const isProtocol = /^(?:\w+ )?protocol/i.test(treaty?.title ?? '')
  return new Set([
    'treaty',
    ...(text.includes('convention') && !isProtocol ? ['convention'] : []),
    ...(isProtocol ? ['protocol'] : []),
  ])
}

/** Whether a span overlaps one of the named mentions, which are in order of place. */
export const isNamed = (named: readonly TreatyMention[], span: Span): boolean => {
  const mention = named[spanAt(named, span.start)]
  return mention !== undefined && overlaps(mention, span)
}

/** Whether a noun at a word index makes a name: "INF Treaty", "Convention on the Rights of the Child". */
const isTitled = (words: Words, index: number): boolean => {
  const before = wordAt(words, index - 1)
  if (startsUpper(before) && gapAfter(words, index - 1) === ' ' && !POINTER.test(before.toLowerCase()))
    return true
  if (!/^(?:on|for|against|of|concerning)$/.test(keyAt(words, index + 1))) return false
  const named = keyAt(words, index + 2) === 'the' ? index + 3 : index + 2
  return startsUpper(wordAt(words, named))
}

/** Treaties that the text names and the lexicon does not know: "the Geneva Conventions", "the INF Treaty". */
const strangers = (
  { words, named, sentences }: AnaphoraScene,
  heads: readonly number[],
): readonly Antecedent[] => {
  const found: Antecedent[] = []
  for (const index of heads) {
    if (!startsUpper(wordAt(words, index)) || !isTitled(words, index)) continue
    const span = { start: startOf(words, index), end: endOf(words, index) }
    const noun = keyAt(words, index).replace(/ies$/, 'y').replace(/s$/, '')
    if (isNamed(named, span)) continue
    found.push({
      ...span,
      treaty: undefined,
      nouns: new Set(['treaty', noun]),
      sentence: spanAt(sentences, span.start),
    })
  }
  return found
}

const NAME_NOUN = /(?:treaty|convention|protocol)(?![s\p{L}])/giu

/** The nouns by which a text itself calls a treaty; what it only abbreviates, by those of its title. */
export const nounsUsed = ({ named, lexicon }: AnaphoraScene): ReadonlyMap<string, ReadonlySet<string>> => {
  const used = new Map<string, Set<string>>()
  for (const { value, text } of named) {
    const nouns = used.get(value.treaty) ?? new Set<string>()
    for (const [noun] of text.matchAll(NAME_NOUN)) nouns.add(noun.toLowerCase())
    used.set(value.treaty, nouns)
  }
  return new Map(
    [...used].map(([id, nouns]) => {
      const all = nounsOf(lexicon, id)
      if (all.size === 0) return [id, all]
      const own = all.has('protocol') ? ['protocol'] : [...nouns]
      return [id, own.length > 0 ? new Set([...own, 'treaty']) : all]
    }),
  )
}

/** Every treaty that words may point back to, in order of place; `known` gives the nouns of each. */
export const antecedents = (
  scene: AnaphoraScene,
  heads: readonly number[],
  known: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Antecedent[] => {
  const all = scene.named.map(({ start, end, value }) => {
    const nouns = known.get(value.treaty)
    const sentence = spanAt(scene.sentences, start)
    return nouns && nouns.size > 0
      ? { start, end, treaty: value.treaty, nouns, sentence }
      : { start, end, treaty: undefined, nouns: SEVERAL, sentence }
  })
  return [...all, ...strangers(scene, heads)].toSorted((a, b) => a.start - b.start)
}

/** The index of the last antecedent that starts before a place, in UTF-16 units; -1 where none does. */
export const lastBefore = (list: readonly Antecedent[], place: number): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The treaty, where all of them are the same one that the lexicon knows. */
export const onlyOne = (found: readonly Antecedent[]): string | undefined => {
  const treaties = new Set(found.map(antecedent => antecedent.treaty))
  return treaties.size === 1 ? found[0]?.treaty : undefined
}

/** The antecedents that each noun can point to, in order of place. */
export type ByNoun = ReadonlyMap<string, readonly Antecedent[]>

/** The antecedents, sorted under each of their nouns. */
export const byNounOf = (list: readonly Antecedent[]): ByNoun => {
  const found = new Map<string, Antecedent[]>()
  for (const one of list)
    for (const noun of one.nouns) {
      const own = found.get(noun)
      if (own) own.push(one)
      else found.set(noun, [one])
    }
  return found
}

/** The treaty that a text is about: the one it names most, and more than once. */
export const mainTreatyOf = (named: readonly TreatyMention[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const { value } of named) counts.set(value.treaty, (counts.get(value.treaty) ?? 0) + 1)
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first && first[1] > 1 && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}
