import type { Span } from '../evidence/index.ts'
import {
  type AnaphoraScene,
  type Antecedent,
  antecedents,
  type ByNoun,
  byNounOf,
  isNamed,
  lastBefore,
  mainTreatyOf,
  nounsOf,
  nounsUsed,
  onlyOne,
} from './antecedents.ts'
import type { Lexicon } from './lexicon.ts'
import type { TreatyMention } from './mention.ts'
import { headsIn, type Pointer, pointerAt, topicAt } from './pointers.ts'
import { spanAt } from './sentences.ts'
import { matchesNear } from './windows.ts'
import { endOf, startOf, startsUpper, type Words } from './words.ts'

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
    ? {
        treaty:
          scene.own ?? forward(list, pointer, scene.paragraphs) ?? onlyTreatyAhead(scene, list, pointer),
        rule: scene.own ? 'treaty-own' : 'treaty-pointer-ahead',
      }
    : { treaty: before, rule: 'treaty-pointer' }
}

/** The one treaty that a text names at all, where it says "the treaty" before. */
const onlyTreatyAhead = (
  { words }: AnaphoraScene,
  list: readonly Antecedent[],
  pointer: Pointer,
): string | undefined => {
  // "This Treaty" is the text itself, whatever it names.
  if (/^this /i.test(words.text.slice(pointer.start, pointer.end))) return undefined
  const known = list.filter(one => one.treaty !== undefined || one.nouns.has(pointer.noun))
  return known.every(one => one.start > pointer.start && one.nouns.has(pointer.noun))
    ? onlyOne(known)
    : undefined
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
  [...matchesNear(words.text, ['former', 'latter'], FORMER, { before: 5, after: 24 })].flatMap(
    ({ start, match }) => {
      const span = { start, end: start + match[0].length }
      const from = sentences[spanAt(sentences, span.start) - 1]?.start ?? 0
      const last = lastBefore(list, span.start)
      const near = list.slice(Math.max(0, last - 6), last + 1).filter(one => one.start >= from)
      const [first, second, ...more] = [...new Set(near.map(one => one.treaty))]
      if (!first || !second || more.length > 0) return []
      return [mentionOf(words, span, match[1] === 'former' ? first : second, 'treaty-former')]
    },
  )

/** A treaty that words tell from all others without its name: "the 2017 pact". */
interface Told {
  readonly treaty: string
  readonly start: number
}

const TOLD_REACH = 900

/** "The treaty" after "the 2017 pact": the same, where no other was named since. */
const toldAgain = ({ list }: Pointing, told: Told | undefined, pointer: Pointer): string | undefined => {
  const nearest = list[lastBefore(list, pointer.start)]
  const isLast = told && pointer.start - told.start < TOLD_REACH && (nearest?.start ?? -1) < told.start
  return isLast ? told.treaty : undefined
}

/** Mentions that point to a treaty without naming it, each resolved to the one treaty it can mean. */
export const treatyPointers = (scene: AnaphoraScene): readonly TreatyMention[] => {
  const { words, named } = scene
  const heads = headsIn(words)
  if (heads.length === 0) return []
  const pointing = pointingOf(scene, heads)
  const mentions: TreatyMention[] = []
  let told: Told | undefined
  for (const index of heads) {
    const span = { start: startOf(words, index), end: endOf(words, index) }
    if (isNamed(named, span)) continue
    const topic = topicAt(words, scene.lexicon.topics, index)
    if (topic) mentions.push(mentionOf(words, topic, topic.treaty, 'treaty-topic'))
    const pointer = topic ? undefined : pointerAt(words, index)
    if (!pointer || isNamed(named, pointer) || (named.length === 0 && !scene.own)) continue
    const meant = treatyMeant(pointing, pointer)
    const again = meant.rule === 'treaty-by-age' ? undefined : toldAgain(pointing, told, pointer)
    const treaty = again ?? meant.treaty
    if (!treaty) continue
    if (meant.rule === 'treaty-by-age') told = { treaty, start: pointer.start }
    mentions.push(mentionOf(words, pointer, treaty, again ? 'treaty-pointer' : meant.rule))
  }
  return [...mentions, ...formerIn(scene, pointing.list)]
}
