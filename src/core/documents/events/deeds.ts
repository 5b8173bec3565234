import type { Span } from '../../evidence/index.ts'
import type { Mention, TreatyMention } from '../mention.ts'
import type { EventParty as Party } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import type { SpeakerScene } from '../speech/speakers.ts'
import { endOf, gapAfter, keyAt, startOf, type Words } from '../words.ts'
import { type Manner, mannerOf, partyOf, type Subject, subjectOf } from './clauses.ts'
import { EVENT_NOUNS, EVENT_VERBS, TALK, type Trigger, WEAPON } from './triggers.ts'

/** A text as events are looked for in it. */
export interface EventScene extends SpeakerScene {
  readonly treaties: readonly TreatyMention[]
}

/** A deed that a clause or a noun phrase tells of. */
export interface Deed extends Span {
  readonly trigger: Trigger
  /** The index of the verb or noun. */
  readonly word: number
  readonly parties: readonly Party[]
  readonly recipients: readonly Party[]
  /** A treaty id, or the words of the text. */
  readonly object: string | null
  readonly isFuture: boolean
  readonly isNegated: boolean
  /** What governs the verb: "decision", "accused"; empty where nothing does. */
  readonly governor: string
  readonly subject: Subject | undefined
  readonly rule: string
}

const CLAUSE_END =
  /[;:—]|\s–\s|, (?:and|but|which|who|where|while|although|though|as|after|before|when|until|adding|saying|citing)\b| (?:because|although|while|when|until|unless|but)\b/g
const CLAUSE_START =
  /[;:—]\s|\s–\s|, (?:and|but|while|although|though|as|after|before|when|so|yet|where) |\b(?:that|because|although|while|when|where|whether|if|until|unless|but|after|before) /g
const MOST = 150

const clauseEnd = (text: string, from: number, sentence: Span): number => {
  const rest = text.slice(from, Math.min(sentence.end, from + MOST))
  const [end] = rest.matchAll(CLAUSE_END)
  return from + (end?.index ?? rest.length)
}

const clauseStart = (text: string, at: number, sentence: Span): number => {
  const from = Math.max(sentence.start, at - 2 * MOST)
  const starts = [...text.slice(from, at).matchAll(CLAUSE_START)]
  const last = starts.at(-1)
  return last ? from + last.index + last[0].length : from
}

const IF =
  /\b(?:(?:recommend|propos)\p{Ll}* (?:on \p{L}+ )?that|if|unless|whether|were to|should any|in case|would have|urg\p{Ll}+|call\p{Ll}* (?:on|for)|ask\p{Ll}* \p{L}+ to|demand\p{Ll}*)\b/iu
const NOUN_BEFORE =
  /^(?:the|a|an|its|his|her|their|our|this|that|any|no|of|s|such|new|first|full|last|all|orders)$/

/** The treaty mention that begins within a stretch. */
const treatyIn = ({ treaties }: EventScene, from: number, until: number): TreatyMention | undefined => {
  for (let index = Math.max(0, spanAt(treaties, from)); index < treaties.length; index++) {
    const treaty = treaties[index]
    if (!treaty || treaty.start >= until) return undefined
    if (treaty.start >= from) return treaty
  }
  return undefined
}

const lastTreaty = ({ treaties }: EventScene, at: number): TreatyMention | undefined => {
  const treaty = treaties[spanAt(treaties, at - 1)]
  return treaty && at - treaty.end < 700 ? treaty : undefined
}

interface Found extends Span {
  readonly name: string | null
}

const PRONOUN_OBJECT = /^(?: (?:of|from|to))? (?:it|them|so|both|either)(?!\p{L})/u
const GENERIC_TREATY =
  /^ (?:[\p{L}-]+ ){0,3}?(?:pact|ban|treaty|convention|accord|agreement|text|instrument)(?!\p{L})/u
const AT_END =
  /^(?:\s*$|[.,;)”"’]| (?:in|on|at|by|before|within|with|only|last|this|earlier|later|a year|(?:\p{Ll}+|\d+) (?:years?|months?|weeks?|days?)|\d|and|but|yet|after|either|again|yesterday|today)(?!\p{L}))/u

/** The treaty that a verb acts on: named after it, pointed to, or left unsaid. */
const treatyObject = (scene: EventScene, trigger: Trigger, end: number, until: number): Found | undefined => {
  const { text } = scene.words
  const treaty = treatyIn(scene, end, Math.min(until, end + 70))
  const rest = text.slice(end, until)
  const between = treaty ? text.slice(end, treaty.start) : ''
  if (
    treaty &&
    !/\b(?:bill|law|resolution|declaration|amendment|text|statement|letter|motion|report|to (?!the|this|that|its)\p{Ll}+)\b/u.test(
      between,
    )
  )
    return { start: treaty.start, end: treaty.end, name: treaty.value.treaty }
  const before = lastTreaty(scene, end)
  const pointer = PRONOUN_OBJECT.exec(rest) ?? GENERIC_TREATY.exec(rest)
  const isGeneric = pointer !== null && GENERIC_TREATY.test(rest)
  if (pointer && (before || isGeneric))
    return { start: end, end: end + pointer[0].length, name: before?.value.treaty ?? null }
  return trigger.alone && before && AT_END.test(rest)
    ? { start: end, end, name: before.value.treaty }
    : undefined
}

const RECIPIENT = /^(?: (?!to)[\p{L}’'-]+){0,3} (?:to|for) (?:the )?$/u

/** The States that something goes to: "to Ukraine". */
const recipientsAfter = (
  { actors, words }: EventScene,
  place: number,
  until: number,
): { readonly parties: readonly Party[]; readonly end: number } | undefined => {
  for (let index = Math.max(0, spanAt(actors, place)); index < actors.length; index++) {
    const actor = actors[index]
    if (!actor || actor.start >= Math.min(until, place + 50)) return undefined
    if (actor.start < place) continue
    const party = RECIPIENT.test(words.text.slice(place, actor.start)) ? partyOf(actor) : undefined
    return party && { parties: [party], end: actor.end }
  }
  return undefined
}

/** "sent Ukraine shells": the State between the verb and its object. */
const recipientsBetween = ({ actors }: EventScene, from: number, until: number): readonly Party[] => {
  const actor = actors[spanAt(actors, until - 1)]
  return actor && actor.start >= from && actor.end <= until
    ? [partyOf(actor)].filter(one => one !== undefined)
    : []
}

const weaponObject = (
  { words }: EventScene,
  trigger: Trigger,
  end: number,
  until: number,
): Found | undefined => {
  const rest = words.text.slice(end, Math.min(until, end + 80))
  const weapon = WEAPON.exec(rest)
  if (weapon && !/\b(?:to|that|ban|against)\b/.test(rest.slice(0, weapon.index)))
    return { start: end + weapon.index, end: end + weapon.index + weapon[0].length, name: weapon[0] }
  const pointer = PRONOUN_OBJECT.exec(rest)
  if (pointer && WEAPON.test(words.text.slice(Math.max(0, end - 200), end)))
    return { start: end, end: end + pointer[0].length, name: null }
  return trigger.alone && AT_END.test(rest) ? { start: end, end, name: null } : undefined
}

const otherObject = (
  { words }: EventScene,
  { upTo }: Trigger,
  end: number,
  until: number,
): Found | undefined => {
  const match = upTo?.exec(words.text.slice(end, until))
  return match ? { start: end, end: end + match[0].trimEnd().length, name: null } : undefined
}

/** The State right after the verb: "told Washington". */
const stateObject = ({ actors }: EventScene, end: number): Found | undefined => {
  const at = spanAt(actors, end)
  const here = actors[at]
  const actor = here && here.start >= end ? here : actors[at + 1]
  const isState = actor?.kind === 'state' && actor.value.as !== 'adjective' && actor.start - end <= 5
  return isState ? { start: actor.start, end: actor.end, name: actor.value.iso3 } : undefined
}

const objectOf = (scene: EventScene, trigger: Trigger, end: number, until: number): Found | undefined => {
  if (trigger.needs === 'state') return stateObject(scene, end)
  if (trigger.needs === 'treaty') return treatyObject(scene, trigger, end, until)
  return trigger.needs === 'weapon'
    ? weaponObject(scene, trigger, end, until)
    : otherObject(scene, trigger, end, until)
}

const BY = /^[^.;:]{0,40}?\bby (?:the )?/

/** Who did it, after "by". */
const agentOf = (
  { actors, words }: EventScene,
  end: number,
  until: number,
): { readonly parties: readonly Party[]; readonly end: number } | undefined => {
  const by = BY.exec(words.text.slice(end, until))
  const place = end + (by?.[0].length ?? 0)
  const at = spanAt(actors, place)
  const here = actors[at]
  const actor = here && here.end > place ? here : actors[at + 1]
  const isNear = actor && by && actor.start < Math.min(until, place + 40)
  const party = isNear && !/[,;:.]/.test(words.text.slice(place, actor.start)) ? partyOf(actor) : undefined
  return party && actor ? { parties: [party], end: actor.end } : undefined
}

/** "cluster munitions were used": the object stands before the verb. */
const passive = (
  scene: EventScene,
  trigger: Trigger,
  verb: number,
  manner: Manner,
  from: number,
  until: number,
): Deed | undefined => {
  const { words } = scene
  const place = startOf(words, manner.before + 1)
  const before = words.text.slice(from, place)
  const treaty = treatyIn(scene, from, place)
  const weapon = trigger.needs === 'weapon' ? WEAPON.exec(before.slice(-90)) : null
  if (trigger.needs === 'treaty' ? !treaty : !weapon) return undefined
  const end = endOf(words, verb)
  const agent = agentOf(scene, end, until)
  const start =
    treaty && trigger.needs === 'treaty' ? treaty.start : from + before.length - before.trimStart().length
  return {
    trigger,
    word: verb,
    start,
    end: agent?.end ?? end,
    parties: agent?.parties ?? [],
    recipients: recipientsAfter(scene, end, until)?.parties ?? [],
    object: trigger.needs === 'treaty' ? (treaty?.value.treaty ?? null) : (weapon?.[0] ?? null),
    isFuture: manner.isFuture,
    isNegated: manner.isNegated,
    governor: '',
    subject: undefined,
    rule: 'passive',
  }
}

/** Without an auxiliary these are nouns far oftener than verbs. */
const LIKE_NOUN =
  /^(?:use|transfer|supply|export|exit|ship|hand|ban|produce|fire|launch|supplies|transfers|exports|mines)$/

const PARTICIPLE_PASSIVE = /(?:ed|en|wn|ld|nt|id)$/

/** Where an event begins: with its subject and its article; of what a treaty does, with the treaty. */
const startFor = (
  scene: EventScene,
  trigger: Trigger,
  manner: Manner,
  subject: Subject | undefined,
  isShared: boolean,
  verb: number,
  from: number,
): number => {
  const { words } = scene
  const at = startOf(words, verb)
  if (isHeadless(trigger) && JOINED.test(keyAt(words, manner.before)))
    return startOf(words, manner.before + 1)
  if (isHeadless(trigger)) {
    const treaty = treatyIn(scene, from, at)
    if (treaty) return withArticle(words.text, treaty.start, from)
  }
  if (subject) return withArticle(words.text, Math.min(subject.start, at), from)
  return isShared ? startOf(words, manner.before + 1) : at
}

const withArticle = (text: string, start: number, from: number): number =>
  start - (/(?:^|(?<=\s))(?:the|a|an) $/i.exec(text.slice(Math.max(from, start - 4), start))?.[0].length ?? 0)

/** What a verb at `verb` tells, by one of its triggers. */
const deedOf = (
  scene: EventScene,
  trigger: Trigger,
  verb: number,
  sentence: Span,
  last: Deed | undefined,
): Deed | undefined => {
  const { words } = scene
  const { text } = words
  const end = endOf(words, verb)
  const until = clauseEnd(text, end, sentence)
  const from = clauseStart(text, startOf(words, verb), sentence)
  if (trigger.after && !trigger.after.test(text.slice(end, until))) return undefined
  const manner = mannerOf(words, verb, from)
  if (LIKE_NOUN.test(keyAt(words, verb)) && manner.before === verb - 1) return undefined
  if (manner.isTalk || IF.test(text.slice(Math.max(sentence.start, from - 12), startOf(words, verb))))
    return undefined
  if (manner.isPassive && trigger.needs !== 'nothing' && PARTICIPLE_PASSIVE.test(keyAt(words, verb)))
    return passive(scene, trigger, verb, manner, from, until)
  const object = objectOf(scene, trigger, end, until)
  if (!object) return undefined
  const subject = subjectFor(scene, manner, from, sentence, last)
  const governor = manner.governor >= 0 ? keyAt(words, manner.governor) : ''
  if (!subject && !isHeadless(trigger) && governor !== 'decision') return undefined
  if (!isActing(trigger, subject, verb, words)) return undefined
  const recipient =
    trigger.family === 'transfer' ? recipientsAfter(scene, object.end, sentence.end) : undefined
  const isShared = subject !== undefined && subject === last?.subject
  return {
    trigger,
    word: verb,
    start: startFor(scene, trigger, manner, isShared ? undefined : subject, isShared, verb, from),
    end: trigger.needs === 'state' ? until : Math.max(end, recipient?.end ?? object.end),
    parties: subject?.parties ?? [],
    recipients:
      recipient?.parties ??
      (trigger.family === 'transfer' ? recipientsBetween(scene, end, object.start) : []),
    object: object.name,
    isFuture: manner.isFuture,
    isNegated: manner.isNegated || (subject?.isNegated ?? false),
    governor,
    subject,
    rule: 'verb',
  }
}

/** A State bans or tells another: the subject has to be one; "banned mines" are no act. */
const isActing = (
  { family, needs }: Trigger,
  subject: Subject | undefined,
  verb: number,
  words: Words,
): boolean => {
  if (needs === 'state') return subject?.parties.some(({ iso3 }) => iso3 !== undefined) ?? false
  if (family !== 'policy' || needs !== 'weapon') return true
  return (
    subject !== undefined &&
    startOf(words, verb) - subject.end < 40 &&
    subject.parties.some(({ iso3 }) => iso3 !== undefined)
  )
}

/** Acts that a treaty or a meeting does itself have no actor to look for. */
const isHeadless = ({ type }: Trigger): boolean =>
  /^(?:entry-into-force|signature-opening|withdrawal-effective|vote)$/.test(type)

const JOINED = /^(?:and|but|or|then)$/

const subjectFor = (
  scene: EventScene,
  manner: Manner,
  from: number,
  sentence: Span,
  last: Deed | undefined,
): Subject | undefined => {
  const { words } = scene
  const isGoverned = manner.governor >= 0
  const { before } = isGoverned ? mannerOf(words, manner.governor, sentence.start) : manner
  const owner = isGoverned ? ownerOf(scene, manner.governor, sentence.start) : undefined
  if (owner) return owner
  if (JOINED.test(keyAt(words, before))) return last?.subject
  const start = isGoverned ? clauseStart(words.text, startOf(words, manner.governor), sentence) : from
  return subjectOf(scene, before, start) ?? (/^,\s/.test(gapAfter(words, before)) ? last?.subject : undefined)
}

const OWNED = /^(?:['’]s?|s['’])? (?:[\p{Ll}-]+ ){0,3}$/u

/** Whose a noun is: "Israel’s use", "the Israeli use". */
const ownerOf = ({ actors, words }: EventScene, noun: number, from: number): Subject | undefined => {
  const place = startOf(words, noun)
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

const PREPOSITION = /^ (?:of|from|to|by) /

/** "Nigeria’s ratification of the Convention", "use of cluster munitions by Russian forces". */
const nounDeed = (scene: EventScene, trigger: Trigger, noun: number, sentence: Span): Deed | undefined => {
  const { words } = scene
  const end = endOf(words, noun)
  if (!PREPOSITION.test(words.text.slice(end, end + 8))) return undefined
  const until = clauseEnd(words.text, end, sentence)
  const object = objectOf(scene, trigger, end, until)
  const owner = ownerOf(scene, noun, sentence.start)
  const agent = object && !owner ? agentOf(scene, object.end, until) : undefined
  if (!object || !(owner ?? agent)) return undefined
  const start = owner?.start ?? startOf(words, noun)
  if (TALK.test(words.text.slice(Math.max(sentence.start, start - 30), start))) return undefined
  const recipient =
    trigger.family === 'transfer' ? recipientsAfter(scene, object.end, sentence.end) : undefined
  return {
    trigger,
    word: noun,
    start,
    end: Math.max(object.end, agent?.end ?? 0, recipient?.end ?? 0),
    parties: owner?.parties ?? agent?.parties ?? [],
    recipients: recipient?.parties ?? [],
    object: object.name,
    isFuture: false,
    isNegated: false,
    governor: '',
    subject: owner,
    rule: 'noun',
  }
}

const HELD =
  /^[^.;:]{0,40}?\b(?:opened|opens|will open|would open|closed|closes|ended|ends|concluded|concludes|began|begins|ran|runs|took place|takes place|was held|were held|(?:will|would) be held|(?:will|would) (?:take place|open|meet|convene)|will take place|is (?:set|scheduled|due)|was due|were due|are scheduled|went into|starts|started|will be|follows|continued|resumes|will meet|met)\b(?! (?:for signature|force))/
const COMING = /\b(?:will|would|is (?:set|scheduled|due)|are scheduled|next|opens|starts|resumes|follows)\b/
const GATHERING =
  /\b[Tt]he (?:next |last |first |second |third |final )?(?:meeting|conference|session|round|talks|summit)\b/g

/** A meeting with a verb of being held after it. */
const heldAt = ({ words }: EventScene, meeting: Span, sentence: Span): Deed | undefined => {
  const rest = words.text.slice(meeting.end, Math.min(sentence.end, meeting.end + 110))
  const held = HELD.exec(rest)
  if (!held) return undefined
  const article = /[Tt]he $/.exec(
    words.text.slice(Math.max(sentence.start, meeting.start - 4), meeting.start),
  )
  const start = meeting.start - (article?.[0].length ?? 0)
  const end = meeting.end + held[0].length
  const isFuture = COMING.test(words.text.slice(start, end))
  const trigger: Trigger = {
    family: 'meeting',
    type: isFuture ? 'meeting-scheduled' : 'meeting',
    needs: 'nothing',
  }
  return {
    trigger,
    word: -1,
    start,
    end,
    parties: [],
    recipients: [],
    object: null,
    isFuture,
    isNegated: false,
    governor: '',
    subject: undefined,
    rule: 'meeting',
  }
}

const heldIn = (scene: EventScene, meetings: readonly Mention[], sentence: Span): readonly Deed[] => {
  const { text } = scene.words
  const named = meetings.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const plain = [...text.slice(sentence.start, sentence.end).matchAll(GATHERING)].map(match => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
  }))
  return [...named, ...plain].flatMap(meeting => heldAt(scene, meeting, sentence) ?? [])
}

const QUESTION =
  /^(?:Do|Does|Did|Is|Are|Was|Were|Has|Have|Had|Will|Would|Can|Could|Should|How|Who|What|When|Where|Which|Why)\b[\s\S]*\?\s*›?$/

const isNounHere = (words: Words, index: number): boolean =>
  NOUN_BEFORE.test(keyAt(words, index - 1)) && gapAfter(words, index - 1) !== '-'

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The deeds of one sentence, in order; `first` and `until` are the indexes of its words, `meetings` those of the text near it. */
export const deedsIn = (
  scene: EventScene,
  sentence: Span,
  first: number,
  until: number,
  meetings: readonly Mention[],
): readonly Deed[] => {
  const { words } = scene
  if (QUESTION.test(words.text.slice(sentence.start, sentence.end))) return []
  const found: Deed[] = []
  for (let index = first; index < until; index++) {
    const key = keyAt(words, index)
    const noun = EVENT_NOUNS.get(key)
    const last = found.at(-1)
    const triggers = isNounHere(words, index) ? [] : (EVENT_VERBS.get(key) ?? [])
    let deed = noun ? nounDeed(scene, noun, index, sentence) : undefined
    for (let at = 0; !deed && at < triggers.length; at++) {
      const trigger = triggers[at]
      deed = trigger && deedOf(scene, trigger, index, sentence, last)
    }
    if (deed) found.push(deed)
  }
  return [
    ...found,
    ...heldIn(scene, meetings, sentence).filter(one => !found.some(other => overlaps(one, other))),
  ]
}
