import { overlaps, type Span } from '../evidence/index.ts'
import type { Lexicon } from './lexicon.ts'
import type { TreatyMention } from './mention.ts'
import { spanAt } from './sentences.ts'
import { endOf, gapAfter, keyAt, startOf, startsUpper, type Words, wordAt } from './words.ts'

type Noun = 'treaty' | 'convention' | 'protocol'
type Age = 'older' | 'newer'

/** A treaty that words may point back to; `treaty` is undefined for one that the lexicon does not know. */
interface Antecedent extends Span {
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
}

const HEADS = new Set(
  'treaty treaties convention conventions protocol protocols pact accord accords agreement instrument ban text one'.split(
    ' ',
  ),
)
/** Nouns that can point to any treaty; "text" and "one" only with a year or an age ("the older text"). */
const ANY_TREATY = /^(?:treaty|pact|accord|agreement|instrument|ban)$/
const ONLY_AGED = /^(?:text|one)$/
const nounOf = (key: string): Noun | undefined =>
  key === 'convention' || key === 'protocol'
    ? key
    : ANY_TREATY.test(key) || ONLY_AGED.test(key)
      ? 'treaty'
      : undefined

const POINTER = /^(?:the|this|that|said)$/
const AGES: Readonly<Record<string, Age>> = {
  ...{ older: 'older', earlier: 'older', former: 'older', newer: 'newer', younger: 'newer', later: 'newer' },
  ...{ latter: 'newer', newest: 'newer', oldest: 'older' },
}
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

interface Pointer extends Span {
  readonly noun: Noun
  /** "the older treaty": of two, by the years in which they were adopted. */
  readonly age?: Age
  /** "the 1997 Convention". */
  readonly year?: number
}

/** "the Convention", "this pact", "the new treaty": the noun with its article and at most one word between. */
const pointerAt = (words: Words, last: number): Pointer | undefined => {
  const key = keyAt(words, last)
  const noun = nounOf(key)
  if (!noun || continues(words, last) || !/^\s+$/.test(gapAfter(words, last - 1))) return undefined
  const between = keyAt(words, last - 1)
  const age = AGES[between]
  const year = /^(?:19|20)\d{2}$/.test(between) ? +between : undefined
  const isDescribed = age !== undefined || year !== undefined
  if (ONLY_AGED.test(key) && !isDescribed) return undefined
  // What is deposited is an instrument too.
  if (key === 'instrument' && between === 'the') return undefined
  const isBetween = isDescribed || BETWEEN.test(between)
  const first = POINTER.test(between)
    ? last - 1
    : isBetween && POINTER.test(keyAt(words, last - 2))
      ? last - 2
      : -1
  if (first < 0) return undefined
  const span = { start: startOf(words, first), end: endOf(words, last) }
  return { ...span, noun, ...(age && { age }), ...(year !== undefined && { year }) }
}

const SEVERAL: ReadonlySet<string> = new Set(['treaty', 'convention'])

const nounsOf = (lexicon: Lexicon, id: string): ReadonlySet<string> => {
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

const NAME_NOUN = /(?:treaty|convention|protocol)(?![s\p{L}])/giu

/** The nouns by which a text itself calls a treaty; what it only abbreviates, by those of its title. */
const nounsUsed = ({ named, lexicon }: AnaphoraScene): ReadonlyMap<string, ReadonlySet<string>> => {
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

const antecedents = (
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

const onlyOne = (found: readonly Antecedent[]): string | undefined => {
  const treaties = new Set(found.map(antecedent => antecedent.treaty))
  return treaties.size === 1 ? found[0]?.treaty : undefined
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
const backward = (list: readonly Antecedent[], pointer: Pointer): string | undefined | null => {
  const last = lastBefore(list, pointer.start)
  const nearest = list[last]
  if (!nearest) return null
  let first = last
  while (last - first < MOST_IN_SENTENCE && list[first - 1]?.sentence === nearest.sentence) first--
  return onlyOne(list.slice(first, last + 1))
}

/** The treaty that a text is about: the one it names most, and more than once. */
export const mainTreatyOf = (named: readonly TreatyMention[]): string | undefined => {
  const counts = new Map<string, number>()
  for (const { value } of named) counts.set(value.treaty, (counts.get(value.treaty) ?? 0) + 1)
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first && first[1] > 1 && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}

/** "the Convention" with a capital, in a text that is about one convention, is that one and none without a pack. */
const isCapitalised = (
  { words, sentences, lexicon }: AnaphoraScene,
  nearest: Antecedent,
  pointer: Pointer,
): boolean => {
  const noun = words.text.slice(pointer.start, pointer.end).split(' ').at(-1) ?? ''
  if (!nearest.treaty || !startsUpper(noun)) return false
  if (lexicon.treaties.get(nearest.treaty)?.articles !== undefined) return false
  return spanAt(sentences, nearest.start) !== spanAt(sentences, pointer.start)
}

/** Paragraphs after which a name is no longer what "the treaty" points to, if the text is about another. */
const FADES = 2

/** A pointer far from the last name, in a text about another treaty that has the noun, means that one. */
const isFaded = ({ paragraphs }: AnaphoraScene, nearest: Antecedent, pointer: Pointer): boolean =>
  spanAt(paragraphs, pointer.start) - spanAt(paragraphs, nearest.start) >= FADES

/** The treaty that the text is about, where a pointer means it and not the one named last. */
const mainMeant = (
  { scene, main }: Pointing,
  list: readonly Antecedent[],
  pointer: Pointer,
): string | undefined => {
  const nearest = list[lastBefore(list, pointer.start)]
  if (!main || !nearest || nearest.treaty === main.treaty) return undefined
  if (main.first >= pointer.start || !main.nouns.has(pointer.noun)) return undefined
  const isMeant = isCapitalised(scene, nearest, pointer) || isFaded(scene, nearest, pointer)
  return isMeant ? main.treaty : undefined
}

const yearOf = (lexicon: Lexicon, treaty: string | undefined): number =>
  Number(lexicon.treaties.get(treaty ?? '')?.adopted?.day.slice(0, 4) ?? Number.NaN)

const RECENT = 2500

/** "the older treaty", "the 1997 Convention": told apart by the years of adoption. */
const byAge = (
  { lexicon }: AnaphoraScene,
  list: readonly Antecedent[],
  { start, age, year }: Pointer,
): string | undefined => {
  if (year !== undefined) return onlyOne(list.filter(one => yearOf(lexicon, one.treaty) === year))
  const near: string[] = []
  for (let at = lastBefore(list, start); at >= 0 && near.length < 2; at--) {
    const one = list[at]
    if (!one?.treaty || start - one.start > RECENT) break
    if (!near.includes(one.treaty)) near.push(one.treaty)
  }
  const [first, second] = near.toSorted((a, b) => yearOf(lexicon, a) - yearOf(lexicon, b))
  if (!first || !second || yearOf(lexicon, first) === yearOf(lexicon, second)) return undefined
  return age === 'older' ? first : second
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
  return onlyOne(next)
}

const mentionOf = (words: Words, { start, end }: Span, treaty: string, rule: string): TreatyMention => ({
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

const TOPIC_NOUN = /^(?:ban|treaty|convention|pact|accord)$/

/** What a treaty's short names say it is about: "cluster bomb" of "cluster bomb treaty", "mine" of "Mine Ban Treaty". */
const topicsOf = (lexicon: Lexicon): ReadonlyMap<string, string> => {
  const topics = new Map<string, string>()
  for (const { id, title, names } of lexicon.treaties.values())
    for (const name of [title, ...names]) {
      const match = /^([\p{L} -]{4,40}?)(?: [Bb]an)? (?:[Tt]reaty|[Cc]onvention)$/u.exec(name)
      const topic = match?.[1]?.toLowerCase()
      if (topic) topics.set(topic, topics.has(topic) && topics.get(topic) !== id ? '' : id)
    }
  return topics
}

const MOST_WORDS = 4

/** "the mine ban", "cluster bomb ban", "arms trade pact": a treaty by what it is about, in small letters. */
const topicAt = (
  words: Words,
  topics: ReadonlyMap<string, string>,
  last: number,
): (Span & { readonly treaty: string }) | undefined => {
  const word = wordAt(words, last)
  if (!TOPIC_NOUN.test(word)) return undefined
  const end = keyAt(words, last - 1) === 'ban' ? last - 2 : last - 1
  for (let first = end - MOST_WORDS + 1; first <= end; first++) {
    const treaty = topics.get(words.text.slice(startOf(words, first), endOf(words, end)))
    if (!treaty) continue
    const from = /^(?:the|this|that|an?)$/.test(keyAt(words, first - 1)) ? first - 1 : first
    return { start: startOf(words, from), end: endOf(words, last), treaty }
  }
  return undefined
}

interface Pointing {
  readonly scene: AnaphoraScene
  readonly list: readonly Antecedent[]
  /** By the nouns that the text itself uses, and by those of the titles where it uses none. */
  readonly used: ByNoun
  readonly titled: ByNoun
  /** The treaty that the text is about, the place of its first name, and the nouns that it can be called. */
  readonly main?: { readonly treaty: string; readonly first: number; readonly nouns: ReadonlySet<string> }
}

const treatyMeant = (
  pointing: Pointing,
  pointer: Pointer,
): { readonly treaty: string | undefined; readonly rule: string } => {
  const { scene, list, used, titled } = pointing
  if (pointer.age || pointer.year !== undefined)
    return { treaty: byAge(scene, list, pointer), rule: 'treaty-by-age' }
  const own = used.get(pointer.noun) ?? []
  const candidates = lastBefore(own, pointer.start) >= 0 ? own : (titled.get(pointer.noun) ?? [])
  const main = mainMeant(pointing, candidates, pointer)
  if (main) return { treaty: main, rule: 'treaty-pointer-main' }
  const before = backward(candidates, pointer)
  return before === null
    ? { treaty: forward(list, pointer, scene.paragraphs), rule: 'treaty-pointer-ahead' }
    : { treaty: before, rule: 'treaty-pointer' }
}

const pointingOf = (scene: AnaphoraScene, heads: readonly number[]): Pointing => {
  const ids = [...new Set(scene.named.map(mention => mention.value.treaty))]
  const list = antecedents(scene, heads, nounsUsed(scene))
  const titles = new Map(ids.map(id => [id, nounsOf(scene.lexicon, id)]))
  const treaty = mainTreatyOf(scene.named)
  const first = scene.named.find(({ value }) => value.treaty === treaty)?.start ?? 0
  const own = list.find(one => one.treaty === treaty)?.nouns ?? []
  const nouns = new Set([...own, ...(titles.get(treaty ?? '') ?? [])])
  return {
    scene,
    list,
    used: byNounOf(list),
    titled: byNounOf(antecedents(scene, heads, titles)),
    ...(treaty && { main: { treaty, first, nouns } }),
  }
}

const FORMER =
  /(?<!\p{L})[Tt]he (former|latter)(?= (?:is|was|has|had|does|did|bans?|prohibits?|covers?|binds?|entered|forbids?|allows?)\b|[.,;])/gu

/** "the former", "the latter": of the two treaties that the sentence before, or this one, names. */
const formerIn = (
  { words, sentences }: AnaphoraScene,
  list: readonly Antecedent[],
): readonly TreatyMention[] =>
  [...words.text.matchAll(FORMER)].flatMap(match => {
    const span = { start: match.index, end: match.index + match[0].length }
    const from = sentences[spanAt(sentences, span.start) - 1]?.start ?? 0
    const last = lastBefore(list, span.start)
    const near = list.slice(Math.max(0, last - 6), last + 1).filter(one => one.start >= from)
    const [first, second, ...more] = [...new Set(near.map(one => one.treaty))]
    if (!first || !second || more.length > 0) return []
    return [mentionOf(words, span, match[1] === 'former' ? first : second, 'treaty-former')]
  })

/** Mentions that point to a treaty without naming it, each resolved to the one treaty it can mean. */
export const treatyPointers = (scene: AnaphoraScene): readonly TreatyMention[] => {
  const { words, named } = scene
  const heads = headsIn(words)
  if (heads.length === 0) return []
  const topics = topicsOf(scene.lexicon)
  const pointing = pointingOf(scene, heads)
  const mentions: TreatyMention[] = []
  for (const index of heads) {
    const span = { start: startOf(words, index), end: endOf(words, index) }
    if (isNamed(named, span)) continue
    const topic = topicAt(words, topics, index)
    if (topic) mentions.push(mentionOf(words, topic, topic.treaty, 'treaty-topic'))
    const pointer = topic ? undefined : pointerAt(words, index)
    if (!pointer || isNamed(named, pointer) || named.length === 0) continue
    const { treaty, rule } = treatyMeant(pointing, pointer)
    if (treaty) mentions.push(mentionOf(words, pointer, treaty, rule))
  }
  return [...mentions, ...formerIn(scene, pointing.list)]
}
