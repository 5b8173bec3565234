import type { Cover } from '../cover.ts'
import type { Mention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { keyOf } from '../words.ts'
import { canSpeak, type Speaker, speakerOfMention } from './speaker.ts'

/** Everybody that a text has named so far, to tell whom a pronoun or "the ministry" means. */
export interface Antecedents {
  /** Persons and offices, organisations and States, in order of place. */
  readonly actors: readonly Mention[]
  /** What is reported of somebody. */
  readonly told?: Cover
  /** The text that they stand in. */
  readonly text?: string
  /** Whether a mention stands first in its sentence. */
  readonly isFirst?: (mention: Mention) => boolean
}

const MOST_BACK = 40
const REACH = 1200

const isHuman = ({ kind }: Mention): boolean => kind === 'person' || kind === 'office'

/** The nearest mention before a place that a test accepts, within a few paragraphs. */
const before = (
  actors: readonly Mention[],
  place: number,
  accepts: (mention: Mention) => boolean,
): Mention | undefined => {
  const from = spanAt(actors, place - 1)
  for (let index = from; index >= 0 && from - index < MOST_BACK; index--) {
    const actor = actors[index]
    if (!actor || place - actor.end > REACH) return undefined
    if (actor.end <= place && accepts(actor)) return actor
  }
  return undefined
}

const withWords = (speaker: Speaker, found: Mention | undefined): Speaker => {
  const named = found && speakerOfMention(found)
  return named ? { ...named, start: speaker.start, end: speaker.end, text: speaker.text } : speaker
}

const HEAD = /^(?:the|this|that|its|his|her|their) (?:\p{L}+ )?(\p{L}+)$/u

/** "The ministry" after "Ministry of Defence", "the group" after an organisation. */
const isMeantBy = (head: string, mention: Mention): boolean => {
  if (mention.kind === 'organisation') {
    if (keyOf(mention.value.name).split(' ').includes(head)) return true
    const { type } = mention.value
    return (
      (/^(?:group|organisation|organization|charity|coalition|ngo|campaign)$/.test(head) && type === 'ngo') ||
      (/^(?:alliance|bloc)$/.test(head) && type === 'bloc') ||
      (/^(?:newspaper|agency|broadcaster|paper)$/.test(head) && type === 'media')
    )
  }
  return (
    mention.kind === 'person' &&
    keyOf(mention.value.role ?? '')
      .split(' ')
      .includes(head)
  )
}

const HOLDER =
  'minister|president|chancellor|secretary|director|senator|ambassador|envoy|lawmaker|spokesman|spokeswoman|spokesperson'
const HOLDER_NOUN = new RegExp(`^(?:${HOLDER})$`)
const HUMAN_NOUN = new RegExp(
  `^(?:official|diplomat|campaigner|activist|researcher|professor|expert|analyst|lawyer|deminer|commander|general|farmer|doctor|author|survivor|delegate|historian|father|mother|colleague|neighbou?r|${HOLDER})$`,
)

const lastWord = (text: string): string => keyOf(text).split(/[ ,]/).at(-1) ?? ''
const firstNoun = (text: string): string =>
  keyOf(text)
    .split(/[ ,]/)
    .find(word => HUMAN_NOUN.test(word)) ?? ''

const isPerson = ({ is, text }: Speaker): boolean =>
  is === 'person' ||
  is === 'office' ||
  (is === 'noun' && (HUMAN_NOUN.test(lastWord(text)) || firstNoun(text) !== ''))

/** Whether "the diplomat" can mean who spoke last: any person; one called by an office only who was called so. */
const canMean = (head: string, last: Speaker): boolean =>
  isPerson(last) &&
  HUMAN_NOUN.test(head) &&
  (keyOf(last.text).includes(head) || (last.is === 'person' && !HOLDER_NOUN.test(head)))

const again = (speaker: Speaker, last: Speaker): Speaker => ({
  ...last,
  start: speaker.start,
  end: speaker.end,
  text: speaker.text,
})

/** In "Haley echoed McMaster's words, even as she said" the one who echoed, and not the owner of the words. */
const notOwner = (
  speaker: Speaker,
  actors: readonly Mention[],
  text: string,
  near: Mention | undefined,
): Mention | undefined => {
  if (!near || !/^['’]s\b/.test(text.slice(near.end, near.end + 3))) return near
  const earlier = before(actors, near.start, isHuman)
  const isSame = earlier && !/[.!?;\n]/.test(text.slice(earlier.end, near.start)) && near.end < speaker.start
  return isSame && !/[.!?\n]/.test(text.slice(near.end, speaker.start)) ? earlier : near
}

/** "Ann Example, an independent analyst, pointed out": the name before the office. */
const inApposition = (actors: readonly Mention[], text: string, office: Mention): Mention => {
  const person = office.kind === 'office' ? before(actors, office.start, isHuman) : undefined
  return person?.kind === 'person' && text.slice(person.end, office.start) === ', ' ? person : office
}

/** "he said nothing, and she said": she is not the one who was "he" just before. */
const isOtherSex = ({ text, start }: Speaker, last: Speaker): boolean =>
  start - last.start < 120 &&
  ((/^(?:he|him)$/i.test(last.text) && /^(?:she|her)$/i.test(text)) ||
    (/^(?:she|her)$/i.test(last.text) && /^(?:he|him)$/i.test(text)))

/** "He" and "she": who spoke last, unless somebody else was named since, other than in what was reported of him. */
const human = (
  speaker: Speaker,
  { actors, told, text = '' }: Antecedents,
  last: Speaker | undefined,
): Speaker => {
  const outside =
    last && isPerson(last)
      ? before(actors, speaker.start, one => isHuman(one) && !told?.touches(one))
      : undefined
  const nearest = notOwner(speaker, actors, text, outside ?? before(actors, speaker.start, isHuman))
  const near = nearest && inApposition(actors, text, nearest)
  const isLast = last && isPerson(last) && speaker.start - last.start < REACH && !isOtherSex(speaker, last)
  if (isLast && (!near || near.start <= last.start || last.end > near.start || near.kind !== 'person'))
    return again(speaker, last)
  return near ? withWords(speaker, near) : isLast ? again(speaker, last) : speaker
}

/** "It": the body or the paper that spoke last, unless another was named since, other than in what was reported of it. */
const thing = (
  speaker: Speaker,
  { actors, told, isFirst }: Antecedents,
  last: Speaker | undefined,
): Speaker => {
  // A State that is merely named in passing is not what "it said" points to.
  const isThing = (one: Mention): boolean =>
    !isHuman(one) && canSpeak(one) && (one.kind !== 'state' || isFirst?.(one) !== false)
  const near = before(actors, speaker.start, isThing)
  if (!last || isPerson(last) || isPlural(last) || last.is === 'pronoun') return withWords(speaker, near)
  const outside = before(actors, speaker.start, one => isThing(one) && !told?.touches(one))
  const isLast = speaker.start - last.start < REACH && (!outside || outside.start <= last.start)
  return isLast ? again(speaker, last) : withWords(speaker, outside ?? near)
}

/** Several who spoke: "diplomats and officials", "Latvia and Poland". */
const isPlural = ({ is, text, name }: Speaker): boolean =>
  is !== 'pronoun' && (/ and /.test(name) || ((is === 'noun' || is === 'office') && PLURAL.test(keyOf(text))))
const PLURAL =
  /(?:^| )(?:ministers|officials|ministries|governments|diplomats|countries|states|chiefs|leaders|delegates|experts|people|lawmakers|activists|campaigners|groups|organi[sz]ations|delegations|signatories|envoys|investigators|researchers|ambassadors|presidents|nations|parties|members|allies)(?: |$)/

/** "its delegation": it speaks for the State named last. */
const ofOwner = (speaker: Speaker, actors: readonly Mention[]): Speaker => {
  const owner = before(actors, speaker.start, one => one.kind === 'state')
  return owner?.kind === 'state' ? { ...speaker, iso3: owner.value.iso3 } : speaker
}

const PAPER =
  /^(?:report|statement|article|study|survey|paper|letter|document|investigation|communiqué|declaration)$/
const PUBLISHES = '(?:has |have |had )?(?:published|issued|released|wrote|posted|put out|signed)'

/** "The report" after "the panel's report" or "Amnesty published a report": whose paper it is. */
const makerOf = (head: string, { actors, text = '' }: Antecedents, place: number): Mention | undefined => {
  if (!PAPER.test(head)) return undefined
  const after = new RegExp(
    `^(?:['’]s?|s['’]| ${PUBLISHES} (?:a|an|its|the|their)) (?:[\\p{L}\\d-]+ ){0,4}${head}(?!\\p{L})`,
    'u',
  )
  const ahead = new RegExp(`(?<!\\p{L})${head} (?:\\p{L}+ ){0,3}(?:by|from) (?:the )?$`, 'u')
  return before(
    actors,
    place,
    one =>
      one.kind !== 'state' &&
      (after.test(text.slice(one.end, one.end + 90)) || ahead.test(text.slice(one.start - 60, one.start))),
  )
}

/**
 * Whom the words of a speaker mean: "he" the last person who spoke or was named, "it" the last organisation,
 * "the ministry" the last organisation called so. Words that point to nobody stay as they are.
 */
export const resolved = (speaker: Speaker, around: Antecedents, last: Speaker | undefined): Speaker => {
  const { actors } = around
  const key = keyOf(speaker.text)
  if (speaker.is === 'pronoun') {
    if (key === 'they' && last && isPlural(last)) return again(speaker, last)
    if (/^(?:he|she|him|her|his|their|who)$/.test(key)) return human(speaker, around, last)
    return key === 'it' ? thing(speaker, around, last) : speaker
  }
  if (speaker.is !== 'noun' && speaker.is !== 'office') return speaker
  if (speaker.is === 'office' && speaker.name !== speaker.text) return speaker
  const head =
    HEAD.exec(keyOf(speaker.text))?.[1] ?? (speaker.is === 'office' ? key.split(' ').at(-1) : undefined)
  if (head === undefined || head === 's') return speaker
  if (/^(?:its|their) /.test(key)) return ofOwner(speaker, actors)
  if (last && /^(?:the|this) /.test(key) && canMean(head, last)) return again(speaker, last)
  return withWords(
    speaker,
    makerOf(key.split(' ').at(-1) ?? head, around, speaker.start) ??
      before(actors, speaker.start, one => isMeantBy(head, one)),
  )
}
