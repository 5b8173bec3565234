import type { TreatyMention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { endOf, keyAt, startOf } from '../words.ts'
import type { Manner } from './clauses.ts'
import type { Deed, EventScene } from './deed.ts'
import { agentOf, type Found, recipientsAfter, treatyIn } from './objects.ts'
import { TALK, type Trigger, WEAPON } from './triggers.ts'
import type { Clause } from './verbclause.ts'

/** "No cluster munitions were used" */
const NONE_BEFORE =
  /(?:^|[\s“"])(?:no|none of(?: the| its)?|neither|not (?:a single|one|any)) (?:[\p{L}-]+ ){0,3}$/iu

const BARE_BE =
  /(?<!(?:will|would|shall|should|may|might|can|could|must|to|not|n['’]t|never|also|still|soon|then|now|ever)) (?:ever |not |never )?be (?:\p{Ll}+ly )?$/iu

const AT_A_PLACE = /^[^,.;:]{0,40}? (?:in|near|on|against|at|over|to|across|along) (?:the )?[\p{Lu}\d]/u

/** "cluster munitions are used over a short period": what is done at all times, by nobody and nowhere. */
const isInGeneral = (verb: string, after: string): boolean =>
  /^(?:is|are)(?: (?!being|now|already|currently|not)\p{L}+)* \p{L}+$/u.test(verb) && !AT_A_PLACE.test(after)

/** "cluster munitions were used": the object stands before the verb. */
export const passive = (
  scene: EventScene,
  trigger: Trigger,
  { verb, end, from, until, manner }: Clause,
): Deed | undefined => {
  const { words } = scene
  const place = startOf(words, manner.before + 1)
  const before = words.text.slice(from, place)
  const treaty =
    treatyIn(scene, from, place) ??
    adoptedIt(scene, trigger, before, from) ??
    relativeTreaty(scene, manner, from)
  const isPointed =
    /^(?:they|it)$/i.test(before.trim()) && WEAPON.test(words.text.slice(Math.max(0, from - 250), from))
  const weapon =
    trigger.needs !== 'weapon' ? null : isPointed ? /\w+/.exec(before) : WEAPON.exec(before.slice(-90))
  if (trigger.family === 'policy') return undefined
  if (trigger.needs === 'treaty' ? !treaty : !weapon) return undefined
  // "requires that a shell ever be destroyed": the bare "be" wishes or orders.
  if (BARE_BE.test(words.text.slice(from, startOf(words, verb)))) return undefined
  const agent = agentOf(scene, end, until)
  if (!agent && isInGeneral(words.text.slice(place, end), words.text.slice(end, until))) return undefined
  const isOfNone = weapon ? NONE_BEFORE.test(before.slice(0, before.lastIndexOf(weapon[0]))) : false
  const start =
    treaty && trigger.needs === 'treaty' ? treaty.start : from + before.length - before.trimStart().length
  return {
    trigger,
    word: verb,
    start,
    end: agent?.end ?? end,
    parties: agent?.parties ?? [],
    recipients: recipientsAfter(scene, end, until)?.parties ?? [],
    object:
      trigger.needs === 'treaty' ? (treaty?.value.treaty ?? null) : isPointed ? null : (weapon?.[0] ?? null),
    isFuture: manner.isFuture,
    isNegated: manner.isNegated || isOfNone,
    governor: manner.isAlleged ? 'alleged' : '',
    subject: undefined,
    rule: 'passive',
  }
}

const deedWithout = (trigger: Trigger, verb: number): Omit<Deed, 'start' | 'end' | 'rule'> => ({
  trigger,
  word: verb,
  parties: [],
  recipients: [],
  object: null,
  isFuture: false,
  isNegated: false,
  governor: '',
  subject: undefined,
})

/** "the vote was criticised by Norway": who does it stands after "by", or nobody is said to. */
export const suffered = (
  scene: EventScene,
  trigger: Trigger,
  { verb, end, from, until, manner }: Clause,
  object: Found,
): Deed => {
  const agent = agentOf(scene, end, until)
  const before = scene.words.text.slice(from, end)
  return {
    ...deedWithout(trigger, verb),
    start: end - before.trimStart().length,
    end: agent?.end ?? object.end,
    parties: agent?.parties ?? [],
    isFuture: manner.isFuture,
    isNegated: manner.isNegated,
    rule: 'passive',
  }
}

/** "the Convention that was signed in Oslo": the treaty right before the pronoun. */
const relativeTreaty = (
  { treaties, words }: EventScene,
  { before }: Manner,
  from: number,
): TreatyMention | undefined => {
  if (!/^(?:that|which)$/.test(keyAt(words, before))) return undefined
  const at = startOf(words, before)
  const treaty = treaties[spanAt(treaties, at - 1)]
  const isRight =
    treaty && treaty.end <= at && /^(?: \(\p{Lu}{2,8}\))?,? $/u.test(words.text.slice(treaty.end, at))
  const start = Math.max(at, from)
  return isRight ? { ...treaty, start, end: endOf(words, before) } : undefined
}

const MADE_NEXT = /^(?:(?: to)? (?:by|at|in|on|for|under|during)|,? (?:but|and) (?:never|not yet)) /
/** In a headline or a line of a chronology nothing need follow: "Protocol V adopted". */
const MADE_LAST = /^(?:\s*$|[.,;](?:\s|$)|\n)/
const MEMBERS = /\b(?:part(?:y|ies)|members?|signator(?:y|ies)|states|countries) (?:to|of) (?:the |this )?$/i

/** "the NPT, signed by nuclear States in 1968", "the convention adopted in Dublin". */
export const madeTreaty = (
  scene: EventScene,
  trigger: Trigger,
  { verb, end, from, until }: Clause,
): Deed | undefined => {
  const { words, treaties } = scene
  const at = startOf(words, verb)
  const treaty = treaties[spanAt(treaties, at - 1)]
  if (trigger.needs !== 'treaty' || !treaty || treaty.end > at) return undefined
  if (
    !/^(?: \(\p{Lu}{2,8}\))?(?:,? |,? \()(?:now |already |since |first )?$/u.test(
      words.text.slice(treaty.end, at),
    )
  )
    return undefined
  const next = words.text.slice(end, Math.max(until, end + 1))
  const isHeadline = treaty.start - from < 6 && MADE_LAST.test(next)
  const isMade = isHeadline || MADE_NEXT.test(words.text.slice(end, end + 24))
  if (!isMade || MEMBERS.test(words.text.slice(Math.max(0, treaty.start - 40), treaty.start)))
    return undefined
  const agent = agentOf(scene, end, until)
  return {
    ...deedWithout(trigger, verb),
    start: isHeadline ? treaty.start : at,
    end: agent?.end ?? end,
    parties: agent?.parties ?? [],
    object: treaty.value.treaty,
    rule: 'participle',
  }
}

const USED_BEFORE =
  /(?<!\p{L})(?:(?:cluster|atomic|nuclear|incendiary) )?(?:bombs?|shells?|missiles?|rockets?|(?:sub)?munitions?|bomblets?|(?:land)?mines?)$/iu
const USED_NEXT =
  /^ (?:by (?:the )?\p{Lu}|(?:in|on|over|against|near|across) (?:the )?\p{Lu}|(?:more than |over |nearly |almost |some )?\d{1,3} years ago|during (?:the )?\p{Lu})/u
const USED: ReadonlySet<string> = new Set(['dropped', 'fired', 'used', 'launched', 'scattered', 'laid'])

/** "the bomb dropped on Hiroshima", "cluster munitions used by Russia": a use that is told in passing. */
export const madeUse = (
  scene: EventScene,
  trigger: Trigger,
  { verb, end, until, manner }: Clause,
): Deed | undefined => {
  const { words } = scene
  const at = startOf(words, verb)
  if (trigger.type !== 'use' || !USED.has(keyAt(words, verb)) || manner.before !== verb - 1) return undefined
  const lead = words.text.slice(Math.max(0, at - 60), at - 1)
  const weapon = USED_BEFORE.exec(lead)
  if (!weapon || words.text[at - 1] !== ' ' || !USED_NEXT.test(words.text.slice(end, end + 40)))
    return undefined
  const start = at - 1 - weapon[0].length
  if (
    TALK.test(words.text.slice(Math.max(0, start - 40), start)) ||
    SUBJECTLESS.test(lead.slice(0, weapon.index))
  )
    return undefined
  const agent = agentOf(scene, end, until)
  return {
    ...deedWithout(trigger, verb),
    start,
    end: agent?.end ?? end,
    parties: agent?.parties ?? [],
    object: weapon[0],
    rule: 'participle',
  }
}

/** "Anyone who uses mines laid ...", "each": what is said of all or of none is told of nothing. */
const SUBJECTLESS =
  /(?<!\p{L})(?:no|any|every|each|all|unless|if|whether|should|must|may)(?: [\p{L}-]+){0,3} $/iu

/** "It was adopted by the General Assembly", right after the treaty that the sentence before it begins with. */
const adoptedIt = (
  { treaties, words, sentences }: EventScene,
  { type }: Trigger,
  before: string,
  from: number,
): TreatyMention | undefined => {
  if (type !== 'treaty-adopted' || !/^[^\p{L}]*It\s*$/u.test(before)) return undefined
  const told = sentences[spanAt(sentences, from) - 1]
  const treaty = told && treatyIn({ treaties }, told.start, told.start + 30)
  return treaty && !/\b(?:resolution|law|bill|declaration)\b/i.test(words.text.slice(treaty.end, from))
    ? { ...treaty, start: from + before.search(/\p{L}/u), end: from + before.trimEnd().length }
    : undefined
}
