import type { Span } from '../evidence/index.ts'
import { endOf, gapAfter, keyAt, startOf, startsUpper, type Words, wordAt } from './words.ts'

/** What a pointer calls a treaty; `treaty` fits any. */
export type Noun = 'treaty' | 'convention' | 'protocol'
type Age = 'older' | 'newer'

const HEADS = new Set(
  'treaty treaties convention conventions protocol protocols pact accord accords agreement instrument ban deal text one'.split(
    ' ',
  ),
)
/** Nouns that can point to any treaty; "text", "deal" and "one" only with a year or an age ("the older text"). */
const ANY_TREATY = /^(?:treaty|pact|accord|agreement|instrument|ban)$/
const ONLY_AGED = /^(?:text|one|deal)$/
const nounOf = (key: string): Noun | undefined =>
  key === 'convention' || key === 'protocol'
    ? key
    : ANY_TREATY.test(key) || ONLY_AGED.test(key)
      ? 'treaty'
      : undefined

/** Words that point, in small letters. */
export const POINTER = /^(?:the|this|that|said)$/
const AGES: Readonly<Record<string, Age>> = {
  ...{ older: 'older', earlier: 'older', former: 'older', newer: 'newer', younger: 'newer', later: 'newer' },
  ...{ latter: 'newer', newest: 'newer', oldest: 'older' },
}
const BETWEEN =
  /^(?:ban|new|same|entire|whole|landmark|historic|international|global|un|disarmament|humanitarian|aforementioned|said)$/

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

/** Words that may point to a treaty. */
export interface Pointer extends Span {
  readonly noun: Noun
  /** "the older treaty": of two, by the years in which they were adopted. */
  readonly age?: Age
  /** "the 1997 Convention". */
  readonly year?: number
}

const NO_ADJECTIVE =
  /^(?:of|the|to|is|was|are|were|and|or|that|which|in|on|for|by|with|from|has|had|have|into|under|about|at|as|means|makes?|year|week|month|time|but|if)$/

/** "this rather hasty accord": the index of "this", where only adjectives stand between. */
const thisBefore = (words: Words, last: number): number => {
  for (let at = last - 1; at > last - 5 && at >= 0; at--) {
    const word = wordAt(words, at)
    if (!/^[ -]$/.test(gapAfter(words, at))) return -1
    if (/^[Tt]his$/.test(word)) return at < last - 1 ? at : -1
    if (startsUpper(word) || /\d/.test(word) || NO_ADJECTIVE.test(word)) return -1
  }
  return -1
}

/** "the ban treaty": the word that stands before the noun for a treaty. */
const isAttribute = (words: Words, last: number): boolean =>
  /^(?:treaty|convention|pact|accord|agreement)$/.test(keyAt(words, last + 1)) &&
  gapAfter(words, last) === ' '

/** "the Convention", "this pact", "the new treaty": the noun with its article and at most one word between. */
export const pointerAt = (words: Words, last: number): Pointer | undefined => {
  const key = keyAt(words, last)
  const noun = nounOf(key)
  if (key === 'ban' && isAttribute(words, last)) return undefined
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
      : thisBefore(words, last)
  if (first < 0) return undefined
  const span = { start: startOf(words, first), end: endOf(words, last) }
  return { ...span, noun, ...(age && { age }), ...(year !== undefined && { year }) }
}

/** The word indexes of all nouns for treaties. */
export const headsIn = (words: Words): readonly number[] => {
  const heads: number[] = []
  for (let index = 0; index < words.keys.length; index++)
    if (HEADS.has(keyAt(words, index))) heads.push(index)
  return heads
}

const TOPIC_NOUN = /^(?:ban|treaty|convention|pact|accord)$/

const MOST_WORDS = 4

/** "the mine ban", "cluster bomb ban", "arms trade pact": a treaty by what it is about, in small letters. */
export const topicAt = (
  words: Words,
  topics: ReadonlyMap<string, string>,
  last: number,
): (Span & { readonly treaty: string }) | undefined => {
  const word = wordAt(words, last)
  if (!TOPIC_NOUN.test(word) || (word === 'ban' && isAttribute(words, last))) return undefined
  const end = keyAt(words, last - 1) === 'ban' ? last - 2 : last - 1
  for (let first = end - MOST_WORDS + 1; first <= end; first++) {
    const treaty = topics.get(words.text.slice(startOf(words, first), endOf(words, end)).replaceAll('-', ' '))
    if (!treaty) continue
    const from = /^(?:the|this|that|an?)$/.test(keyAt(words, first - 1)) ? first - 1 : first
    return { start: startOf(words, from), end: endOf(words, last), treaty }
  }
  return undefined
}
