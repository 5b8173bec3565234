import { overlaps, type Span } from '../evidence/index.ts'
import type { Lexicon } from './lexicon.ts'
import type { TreatyMention } from './mention.ts'
import { spanAt } from './sentences.ts'
import { endOf, gapAfter, keyAt, startOf, startsUpper, type Words, wordAt } from './words.ts'

export type Noun = 'treaty' | 'convention' | 'protocol'

/** A treaty that words may point back to; `treaty` is undefined for one that the lexicon does not know. */
export interface Antecedent extends Span {
  readonly treaty: string | undefined
  readonly nouns: ReadonlySet<string>
  /** The noun that it bears itself, where another one would rather point to another treaty. */
  readonly own?: Noun
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
}

const isNoun = (key: string): key is Noun => key === 'treaty' || key === 'convention' || key === 'protocol'
const HEADS = new Set(
  'treaty treaties convention conventions protocol protocols pact accord accords agreement'.split(' '),
)
const POINTER = /^(?:the|this|that|said)$/
const BETWEEN =
  /^(?:new|same|entire|whole|landmark|historic|international|global|un|disarmament|humanitarian|aforementioned|said)$/

/** Words after the noun that make it part of another name or a description of another treaty. */
const GOES_ON =
  /^(?:banning|prohibiting|outlawing|restricting|limiting|for|against|concerning|relating|regarding|between|with|among)$/
const COMPOUND =
  /^(?:body|bodies|organi[sz]ation|organi[sz]ations|series|room|center|centre|hall|law|port|area|member|delegates)$/

const continues = (words: Words, last: number): boolean => {
  const gap = gapAfter(words, last)
  if (!/^\s+$/.test(gap)) return false
  const next = wordAt(words, last + 1)
  const key = next.toLowerCase()
  if (GOES_ON.test(key) || COMPOUND.test(key)) return true
  const after = wordAt(words, last + 2)
  if (key === 'on')
    return !/^\d|^(?:\p{Lu}\p{Ll}+day|January|February|March|April|May|June|July|August|September|October|November|December)$/u.test(
      after,
    )
  if (key === 'of' || (key === 'to' && /^(?:ban|prohibit|outlaw|limit|restrict|end)$/.test(after)))
    return true
  return (
    startsUpper(next) &&
    !startsUpper(wordAt(words, last - 1)) &&
    gap === ' ' &&
    startsUpper(wordAt(words, last)) &&
    !/^(?:I|Article|Articles|States)$/.test(next)
  )
}

/** A noun with its article that points to a treaty. */
export interface Pointer extends Span {
  readonly noun: Noun
}

/** "the Convention", "this treaty", "the new treaty": the noun with its article and at most one word between. */
const pointerAt = (words: Words, last: number): Pointer | undefined => {
  const noun = keyAt(words, last)
  if (!isNoun(noun) || continues(words, last)) return undefined
  const direct = POINTER.test(keyAt(words, last - 1))
  const first = direct
    ? last - 1
    : BETWEEN.test(keyAt(words, last - 1)) && POINTER.test(keyAt(words, last - 2))
      ? last - 2
      : -1
  if (first < 0 || !/^\s+$/.test(gapAfter(words, last - 1))) return undefined
  return { start: startOf(words, first), end: endOf(words, last), noun }
}

const nounsOf = (lexicon: Lexicon, id: string): ReadonlySet<string> => {
  const treaty = lexicon.treaties.get(id)
  const text = [treaty?.title ?? '', ...(treaty?.names ?? [])].join(' ').toLowerCase()
  const isProtocol = /^(?:\w+ )?protocol/i.test(treaty?.title ?? '')
  return new Set([
    'treaty',
    ...(text.includes('convention') && !isProtocol ? ['convention'] : []),
    ...(isProtocol ? ['protocol'] : []),
  ])
}

const isNamed = (named: readonly TreatyMention[], span: Span): boolean => {
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

const antecedents = (scene: AnaphoraScene, heads: readonly number[]): readonly Antecedent[] => {
  const known = new Map(
    [...new Set(scene.named.map(mention => mention.value.treaty))].map(id => [
      id,
      nounsOf(scene.lexicon, id),
    ]),
  )
  const all = scene.named.map(({ start, end, value }) => ({
    start,
    end,
    treaty: value.treaty,
    nouns: known.get(value.treaty) ?? new Set<string>(),
    sentence: spanAt(scene.sentences, start),
  }))
  return [...all, ...strangers(scene, heads)].toSorted((a, b) => a.start - b.start)
}

const lastBefore = (list: readonly Antecedent[], place: number): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low - 1
}

const onlyOne = (found: readonly Antecedent[], noun: Noun): string | undefined => {
  const treaties = new Set(found.map(antecedent => antecedent.treaty))
  if (treaties.size === 1) return found[0]?.treaty
  const fitting = found.filter(antecedent => antecedent.own === noun)
  return fitting.length > 0 && fitting.length < found.length ? onlyOne(fitting, noun) : undefined
}

/** The antecedents that each noun can point to, in order of place. */
type ByNoun = ReadonlyMap<string, readonly Antecedent[]>

const byNounOf = (list: readonly Antecedent[]): ByNoun => {
  const found = new Map<string, Antecedent[]>()
  for (const one of list)
    for (const noun of one.nouns) {
      const own = found.get(noun)
      if (own) own.push(one)
      else found.set(noun, [one])
    }
  return found
}

/** A text without ends of sentences is one sentence with any number of names. */
const MOST_IN_SENTENCE = 60

/** The one treaty named in the nearest sentence before that names any; several there leave it open. */
const backward = (byNoun: ByNoun, pointer: Pointer): string | undefined | null => {
  const list = byNoun.get(pointer.noun) ?? []
  const last = lastBefore(list, pointer.start)
  const nearest = list[last]
  if (!nearest) return null
  let first = last
  while (last - first < MOST_IN_SENTENCE && list[first - 1]?.sentence === nearest.sentence) first--
  return onlyOne(list.slice(first, last + 1), pointer.noun)
}

const FIRST_PARAGRAPHS = 5
const AHEAD = 1500

/** Near the beginning a text may say "the treaty" before it names it. */
const forward = (
  list: readonly Antecedent[],
  pointer: Pointer,
  paragraphs: readonly Span[],
): string | undefined => {
  if (spanAt(paragraphs, pointer.start) >= FIRST_PARAGRAPHS) return undefined
  const from = lastBefore(list, pointer.start) + 1
  const next: Antecedent[] = []
  for (let index = from; (list[index]?.start ?? Number.POSITIVE_INFINITY) < pointer.end + AHEAD; index++) {
    const one = list[index]
    if (one?.nouns.has(pointer.noun)) next.push(one)
  }
  return onlyOne(next, pointer.noun)
}

const mentionOf = (words: Words, { start, end }: Pointer, treaty: string, rule: string): TreatyMention => ({
  kind: 'treaty',
  start,
  end,
  text: words.text.slice(start, end),
  value: { treaty, named: false },
  confidence: 'medium',
  rule,
})

/** The word indexes of all nouns for treaties. */
const headsIn = (words: Words): readonly number[] => {
  const heads: number[] = []
  for (let index = 0; index < words.keys.length; index++)
    if (HEADS.has(keyAt(words, index))) heads.push(index)
  return heads
}

/** Each pointer as a mention of the one treaty that it can mean, where there is one. */
export const resolved = (
  words: Words,
  list: readonly Antecedent[],
  pointers: readonly Pointer[],
  paragraphs: readonly Span[],
): readonly TreatyMention[] => {
  const byNoun = byNounOf(list)
  return pointers.flatMap(pointer => {
    const nearest = list[lastBefore(list, pointer.end)]
    if (nearest && overlaps(nearest, pointer)) return []
    const before = backward(byNoun, pointer)
    const treaty = before === null ? forward(list, pointer, paragraphs) : before
    const rule = before === null ? 'treaty-pointer-ahead' : 'treaty-pointer'
    return treaty ? [mentionOf(words, pointer, treaty, rule)] : []
  })
}

/** Mentions that point to a treaty without naming it, each resolved to the one treaty it can mean. */
export const treatyPointers = (scene: AnaphoraScene): readonly TreatyMention[] => {
  const { words, named, paragraphs } = scene
  if (named.length === 0) return []
  const heads = headsIn(words)
  const pointers = heads.flatMap(index => pointerAt(words, index) ?? [])
  return resolved(words, antecedents(scene, heads), pointers, paragraphs)
}
