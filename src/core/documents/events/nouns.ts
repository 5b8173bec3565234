import type { Span } from '../../evidence/index.ts'
import type { EventParty } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import { endOf, keyAt, startOf } from '../words.ts'
import { partyOf, type Subject } from './clauses.ts'
import type { Deed, EventScene } from './deed.ts'
import { clauseEnd } from './extent.ts'
import { agentOf, type Found, objectOf, recipientsAfter } from './objects.ts'
import { TALK, type Trigger } from './triggers.ts'

const OWNED =
  /^(?:['’]s?|s['’]| (?:\p{Ll}+ )?(?:forces|troops|soldiers|army|military|government|jets|warplanes|planes)['’]s?)? (?:(?!(?:the|an?|this|that|its|their|his|her|of|on|to|and|or|not)\s|(?:ban|prohibit|outlaw|forbid|condemn|oppos|reject|criticis|criticiz|end|stop|deni|deny|limit|restrict|regulat|investigat|monitor|fear|discuss|debat)\p{Ll}*\s)[\p{Ll}-]+ ){0,3}$/u

/** Whose a noun is: "Israel’s use", "the Israeli use". */
export const ownerOf = (scene: EventScene, noun: number, from: number): Subject | undefined =>
  ownerBefore(scene, startOf(scene.words, noun), from)

/** Whose the thing is that begins at a place. */
export const ownerBefore = (
  { actors, words }: EventScene,
  place: number,
  from: number,
): Subject | undefined => {
  const owner = actors[spanAt(actors, place - 1)]
  if (!owner || owner.start < from || owner.end > place) return undefined
  const between = words.text.slice(owner.end, place)
  const isAdjective = owner.kind === 'state' && owner.value.as === 'adjective'
  if (!OWNED.test(between) || (!/^(?:['’]|s['’])/.test(between) && !isAdjective)) return undefined
  const party = partyOf(owner)
  return (
    party && {
      start: owner.start,
      end: owner.end,
      parties: [party],
      isNegated: false,
      speaker: { start: owner.start, end: owner.end, text: owner.text, name: party.name, is: 'state' },
    }
  )
}

/** "the signing of the Treaty", "the adoption of the Convention": the making itself, whoever made it. */
const isMaking = ({ type }: Trigger): true | undefined =>
  /^(?:signature|treaty-adopted|treaty-negotiated)$/.test(type) ? true : undefined

/** "its bombardment of the Gaza Strip", "the assault on Stepanakert": an attack on a place that is named, whoever made it. */
const isAttackOn = (
  { words }: EventScene,
  { type }: Trigger,
  noun: number,
  object: Span,
): true | undefined =>
  type === 'attack' &&
  /^(?:the|its|their|his|this|an?|air|indiscriminate|persistent|constant)$/.test(keyAt(words, noun - 1)) &&
  /\p{Lu}/u.test(words.text.slice(object.start, object.end))
    ? true
    : undefined

const NOT_DONE =
  /\b(?:approv|authori[sz]|request|plan|propos|urg|seek|sought|call|block|delay|suspend|refus|demand|pledg|promis|agree|intend|announc)\p{L}*(?: (?:to|of|for|on|against))?(?: (?:the|a|its|their|any))?(?: \p{Ll}+)? $/iu

/** "the transfer of cluster munitions to Ukraine": a delivery to somebody who is named, whoever made it. */
const isDelivery = (
  { words }: EventScene,
  { type }: Trigger,
  recipients: readonly EventParty[],
  start: number,
): true | undefined =>
  type === 'transfer' &&
  recipients.length > 0 &&
  !NOT_DONE.test(words.text.slice(Math.max(0, start - 40), start))
    ? true
    : undefined

/** "the transfer of US cluster munitions": the State whose they are. */
const ownersWithin = ({ actors }: EventScene, from: number, until: number): readonly EventParty[] =>
  actors.flatMap(one =>
    one.kind === 'state' && one.start >= from && one.end <= until ? (partyOf(one) ?? []) : [],
  )

/** "the accession of Sri Lanka to the Convention", "ratification by Honduras of the Treaty". */
const doerOf = (
  { actors, words }: EventScene,
  { family }: Trigger,
  end: number,
  object: Found,
): { readonly parties: readonly EventParty[]; readonly end: number } | undefined => {
  const link = /^ (?:of|by) (?:the )?/.exec(words.text.slice(end, end + 12))
  if (family !== 'treaty-act' || !link) return undefined
  const place = end + link[0].length
  const parties = actors.flatMap(one =>
    one.kind === 'state' && one.start >= place && one.end < object.start ? (partyOf(one) ?? []) : [],
  )
  return parties.length > 0 && actors[spanAt(actors, place)]?.start === place
    ? { parties, end: object.end }
    : undefined
}

const VERB_BETWEEN = /(?<!\p{L})(?:is|are|was|were|be|been|being|has|have|had|will|would|\p{Ll}+ed)(?!\p{L})/u

/** Who did what a noun tells: "use of cluster munitions by Russia"; not who condemned it ("was condemned by 47 States"). */
const ownAgentOf = (scene: EventScene, end: number, until: number): ReturnType<typeof agentOf> => {
  const agent = agentOf(scene, end, until)
  const between = scene.words.text.slice(end, agent?.end ?? end)
  return VERB_BETWEEN.test(between.slice(0, between.search(/\bby /))) ? undefined : agent
}

/** "Russia’s alleged use" */
const ALLEGED = /\b(?:alleged|suspected|purported|supposed|reported|claimed) (?:\p{Ll}+ )?$/u
/** "signing in Oslo of the Convention": a place may stand between. */
const PREPOSITION =
  /^(?: (?:in|at) \p{Lu}[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{2,20})?)? (?:of|from|to|by|on|against) /u

/** "the delay in Peru’s ratification", "its eventual accession is expected": an act that is only hoped for or spoken of. */
const HOPED =
  /(?<!\p{L})(?:delays?|delayed|delaying|prospects?|hopes?|hoping|call(?:s|ed|ing)?|urg\p{Ll}+|push(?:es|ed|ing)?|press(?:ed|ing)?|await\p{Ll}*|wait(?:s|ed|ing)?|pending|demand(?:s|ed|ing)?|obstacles?|favou?r\p{Ll}*|support(?:s|ed|ing)?|plans?|planned|towards?|lack|absence|need|towards|appeal(?:s|ed|ing)?|argu\p{Ll}+|advocat\p{Ll}+|encourag\p{Ll}+|promot\p{Ll}+|progress|postpon\p{Ll}+|block(?:s|ed|ing)?|withdr\p{Ll}+|revok\p{Ll}+|retract\p{Ll}+|cancel\p{Ll}*|reject\p{Ll}*|refus\p{Ll}+|ahead|until)(?:(?: the effect)? (?:in|of|for|to|on|with))?(?: (?:the|a|an|its|their))?(?: (?:early|speedy|prompt|universal|full|swift|quick))? $/iu
const EVENTUAL =
  /(?<!\p{L})(?:eventual|possible|potential|planned|proposed|future|expected|early|speedy|prompt|imminent|intended|threatened|hypothetical) (?:\p{Ll}+ )?$/iu
const IS_TO_COME =
  /^ (?:(?:is|are|remains?|was|were) (?:\p{Ll}+ly )?(?:expected|pending|awaited|planned|unlikely|possible|likely|under|still|due|needed|required|necessary|delayed|remote|uncertain|cancelled|canceled|revoked|annulled|blocked|rejected|refused|postponed)(?!\p{L})|would|could|might|may|should)(?!\p{L})/iu

/** "called for an end to the use of mines by Chad" */
const ENDED =
  /(?<!\p{L})(?:(?:call|push|plea|demand|appeal|press)\p{Ll}* for|(?:end|halt|stop) to)(?: (?:the|a|an|its|their|all|any|further))? $/iu

const isOnlyHoped = (text: string, { family }: Trigger, noun: number, deed: Span, sentence: Span): boolean =>
  (family === 'treaty-act' ? HOPED : ENDED).test(
    text.slice(Math.max(sentence.start, deed.start - 50), deed.start),
  ) ||
  EVENTUAL.test(text.slice(Math.max(sentence.start, noun - 30), noun)) ||
  IS_TO_COME.test(text.slice(deed.end, Math.min(sentence.end, deed.end + 40)))

/** "in the face of Russia’s invasion": whose it is says enough. */
const bareInvasion = (
  scene: EventScene,
  trigger: Trigger,
  noun: number,
  sentence: Span,
): Deed | undefined => {
  const { words } = scene
  const end = endOf(words, noun)
  if (
    keyAt(words, noun) !== 'invasion' ||
    /^ (?:of|by|force|plan)(?!\p{L})/u.test(words.text.slice(end, end + 8))
  )
    return undefined
  const owner = ownerOf(scene, noun, sentence.start)
  if (!owner || TALK.test(words.text.slice(Math.max(sentence.start, owner.start - 30), owner.start)))
    return undefined
  return {
    trigger,
    word: noun,
    start: owner.start,
    end,
    parties: owner.parties,
    recipients: [],
    object: null,
    isFuture: false,
    isNegated: false,
    governor: '',
    subject: owner,
    rule: 'noun',
  }
}

/** "Nigeria’s ratification of the Convention", "use of cluster munitions by Russian forces". */
export const nounDeed = (
  scene: EventScene,
  trigger: Trigger,
  noun: number,
  sentence: Span,
): Deed | undefined => {
  const { words } = scene
  const end = endOf(words, noun)
  const next = words.text.slice(end, end + 60)
  const bare = bareInvasion(scene, trigger, noun, sentence)
  if (bare) return bare
  if (
    !PREPOSITION.test(next) &&
    !(trigger.type === 'attack' && / in \p{Lu}/u.test(trigger.upTo?.exec(next)?.[0] ?? ''))
  )
    return undefined
  const until = clauseEnd(words.text, end, sentence)
  const object = objectOf(scene, trigger, end, until)
  const owner = ownerOf(scene, noun, sentence.start)
  const start = owner?.start ?? startOf(words, noun)
  if (!object) return undefined
  const agent = owner
    ? undefined
    : (ownAgentOf(scene, object.end, until) ?? doerOf(scene, trigger, end, object))
  const recipient =
    trigger.family === 'transfer' ? recipientsAfter(scene, object.end, sentence.end) : undefined
  const isTold =
    owner ??
    agent ??
    isMaking(trigger) ??
    isAttackOn(scene, trigger, noun, object) ??
    isDelivery(scene, trigger, recipient?.parties ?? [], start)
  if (!isTold || TALK.test(words.text.slice(Math.max(sentence.start, start - 30), start))) return undefined
  const ends = Math.max(object.end, agent?.end ?? 0, recipient?.end ?? 0)
  if (isOnlyHoped(words.text, trigger, startOf(words, noun), { start, end: ends }, sentence)) return undefined
  const within = trigger.family === 'transfer' ? ownersWithin(scene, end, object.end) : []
  return {
    trigger,
    word: noun,
    start,
    end: ends,
    parties: owner?.parties ?? agent?.parties ?? within,
    recipients: recipient?.parties ?? [],
    object: object.name,
    isFuture: false,
    isNegated: false,
    governor: ALLEGED.test(
      words.text.slice(Math.max(sentence.start, startOf(words, noun) - 24), startOf(words, noun)),
    )
      ? 'alleged'
      : '',
    subject: owner,
    rule: 'noun',
  }
}
