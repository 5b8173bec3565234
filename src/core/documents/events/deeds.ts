import type { Span } from '../../evidence/index.ts'
import type { Mention, TreatyMention } from '../mention.ts'
import type { EventParty as Party } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import { speakerOfMention } from '../speech/speakers.ts'
import { endOf, gapAfter, keyAt, startOf, type Words, wordAt, wordFrom } from '../words.ts'
import { type Manner, mannerOf, partyOf, type Subject, subjectOf } from './clauses.ts'
import type { Deed, EventScene } from './deed.ts'
import { effectOf, isNoActor, isPurpose } from './effects.ts'
import { clauseEnd, clauseStart } from './extent.ts'
import { heldIn } from './held.ts'
import { nounDeed, ownerOf } from './nouns.ts'
import { agentOf, type Found, objectOf, recipientsAfter, recipientsBetween, treatyIn } from './objects.ts'
import { phrasesIn } from './phrases.ts'
import { pledgesIn } from './pledges.ts'
import { rankedBefore } from './ranks.ts'
import { EVENT_NOUNS, EVENT_VERBS, type Trigger, WEAPON } from './triggers.ts'

const IF =
  /\b(?:(?:recommend|propos)\p{Ll}* (?:on \p{L}+ )?that|if|unless|whether|were to|should any|in case|would have|(?:date|day) (?:on|after|of) which|urg\p{Ll}+|call\p{Ll}* (?:on|for)|ask\p{Ll}* \p{L}+ to|demand\p{Ll}*)\b/iu
const NOUN_BEFORE: ReadonlySet<string> = new Set(
  'the a an its his her their our this that any no of s such new first full last all orders'.split(' '),
)

/** Without an auxiliary these are nouns far oftener than verbs. */
const LIKE_NOUN =
  /^(?:use|transfer|supply|export|exit|ship|hand|ban|produce|fire|launch|supplies|transfers|exports|mines)$/

const PARTICIPLE_PASSIVE = /(?:ed|en|wn|ld|nt|id)$/

/** A verb with its clause and what the words before it say. */
interface Clause {
  readonly verb: number
  readonly end: number
  /** Where the clause begins and ends. */
  readonly from: number
  readonly until: number
  readonly manner: Manner
  /** In a headline, whose infinitive tells what will be: its subject. */
  readonly headline: Subject | undefined
  /** Whose deed it is by a rank or by the clause beside it: "the first State to sign", "By sending them, Norway". */
  readonly beside: Subject | undefined
}

const INVERTED = /^["“']?(?:Should|Were|Had) (?:the |any )?\p{Lu}/u
const WHEN =
  /(?<!\p{L})(?:once|when|until|till|after|before|as soon as|by the time|provided(?: that)?)(?!\p{L})/giu
const TO_COME = /(?<!\p{L})(?:will|shall|would|cannot|must|may|might|could)(?!\p{L})/u
const PAST = /(?:ed|ew|eft|aid|ent|old|gave|ook|uilt|ell)$/
const LEAD = 14

/** "Should Finland leave", "once it has ratified, it will": what is supposed or waited for is not done. */
const isSupposed = (words: Words, sentence: Span, from: number, verb: number): boolean => {
  const { text } = words
  const at = startOf(words, verb)
  const before = text.slice(sentence.start, at)
  if (INVERTED.test(before) && !before.includes(',')) return true
  const first = Math.max(sentence.start, from - LEAD)
  const lead = text.slice(first, at)
  const when = [...lead.matchAll(WHEN)].at(-1)
  if (!when) return false
  const clause = lead.slice(when.index)
  if (PAST.test(keyAt(words, verb)) && !/(?<!\p{L})(?:has|have)(?!\p{L})/u.test(clause)) return false
  const main = `${text.slice(sentence.start, first + when.index)} ${text.slice(at, sentence.end)}`
  return /^(?:until|till)$/i.test(when[0]) || TO_COME.test(main)
}

const FARTHEST = 90
const WISHED =
  /(?:recommend|propos|suggest|demand|insist|request|urg|ask|requir|prefer)\p{Ll}*(?: (?:on|in|last|this) \p{L}+){0,2} that (?:\S+ )?$/iu
const SAID_OF_PAST = /(?:ed|ew|eft|aid|ent|old|gave|ook|uilt|ell|has|have|s)$/

/** "recommended that their countries leave": what is asked for in the bare form of a verb is not done. */
const isWished = (words: Words, sentence: Span, from: number, verb: number): boolean => {
  const { text } = words
  if (SAID_OF_PAST.test(keyAt(words, verb))) return false
  return WISHED.test(text.slice(Math.max(sentence.start, from - FARTHEST), from))
}

const UNPROVEN =
  /(?<!\p{L})(?:(?:no|little|without|lack of|scant|any) (?:\p{Ll}+ ){0,2}(?:evidence|proof|signs?|indications?|reports?|confirmation|suggestion)(?: (?:so far|yet|at all|available))?|(?:nobody|no one|none)(?: \p{Ll}+){0,2}|(?:not|hardly) (?:true|certain|clear|known|confirmed|proven)|untrue|false|wrong|incorrect|mistaken|inaccurate|doubtful|unlikely|unclear|unconfirmed|(?:im)?possible|conceivable|an? (?:lie|myth|rumou?r|mistake|fabrication)) that (?:\S+ ){0,2}$/iu

/** "there is no evidence that": what is said not to be known is not told. */
const isUnproven = (text: string, sentence: Span, from: number): boolean =>
  UNPROVEN.test(text.slice(Math.max(sentence.start, from - FARTHEST), from))

/** Whether the deed of a clause is only supposed, waited for or not known of. */
const isIdle = ({ words }: EventScene, { verb, from }: Clause, sentence: Span): boolean =>
  isSupposed(words, sentence, from, verb) ||
  isUnproven(words.text, sentence, from) ||
  isWished(words, sentence, from, verb)

/** The clause of a verb; `undefined` where it is talk about a deed: "may use", "if it used". */
const clauseOf = (scene: EventScene, verb: number, sentence: Span): Clause | undefined => {
  const { words } = scene
  const { text } = words
  const start = startOf(words, verb)
  const end = endOf(words, verb)
  const from = clauseStart(text, start, sentence)
  const manner = mannerOf(words, verb, from)
  if (LIKE_NOUN.test(keyAt(words, verb)) && manner.before === verb - 1) return undefined
  const headline = manner.isTalk ? headlineSubject(scene, manner, sentence) : undefined
  const beside = headline ? undefined : besideSubject(scene, verb, manner, sentence)
  const isTold = headline !== undefined || beside !== undefined
  if ((manner.isTalk && !isTold) || isJoinedTalk(scene, manner, sentence)) return undefined
  if (IF.test(text.slice(Math.max(sentence.start, from - 12), start))) return undefined
  return { verb, end, from, until: clauseEnd(text, end, sentence), manner, headline, beside }
}

/** "urged them to sign and ratify it": what is talk of the first verb is talk of the second. */
const isJoinedTalk = ({ words }: EventScene, { before, isNegated }: Manner, { start }: Span): boolean =>
  /^(?:and|or)$/.test(keyAt(words, before)) &&
  !isNegated &&
  EVENT_VERBS.has(keyAt(words, before - 1)) &&
  rankedBefore(words, before - 1) === undefined &&
  mannerOf(words, before - 1, start).isTalk

const MODAL = /\b(?:would|could|should|may|might|must|can|shall|if)\b/

/** Who does what a rank or a verb in -ing beside another clause tells. */
const besideSubject = (
  scene: EventScene,
  verb: number,
  { before, governor, isTalk }: Manner,
  sentence: Span,
): Subject | undefined => {
  const { words } = scene
  const accused = accusedOf(scene, verb, governor, sentence)
  if (accused) return accused
  const ranked = rankedBefore(words, verb)
  if (ranked !== undefined) return subjectOf(scene, ranked, sentence.start)
  const isBeside =
    keyAt(words, verb).endsWith('ing') && /^(?:by|after|while|when|upon|since)$/.test(keyAt(words, before))
  if (!isTalk || !isBeside || MODAL.test(words.text.slice(sentence.start, sentence.end))) return undefined
  const isFirst = startOf(words, before) - sentence.start < 6
  if (!isFirst) return subjectBesideOf(scene, before, sentence)
  const comma = words.text.indexOf(', ', endOf(words, verb))
  const actor = comma < 0 || comma > sentence.end ? undefined : nextActor(scene, comma + 2)
  return actor && subjectOf(scene, wordFrom(words, actor.end) - 1, comma + 2)
}

/** The last word before the auxiliaries of a verb: "Russia has repeatedly been accused". */
const beforeAuxiliaries = (words: Words, verb: number): number => {
  let at = verb - 1
  while (
    at > 0 &&
    /^(?:is|are|was|were|been|being|has|have|had|also|now|again|often|\p{Ll}+ly)$/u.test(keyAt(words, at))
  )
    at--
  return at
}

/** "accused Russia of using": whoever stands between the accusation and the deed. */
const accusedOf = (
  scene: EventScene,
  verb: number,
  governor: number,
  sentence: Span,
): Subject | undefined => {
  const { words } = scene
  if (!/^accus/.test(keyAt(words, governor))) return undefined
  // "Russia was accused by Ukraine of using": the one who was accused.
  if (/^(?:is|are|was|were|been|being)$/.test(keyAt(words, governor - 1)))
    return subjectOf(
      scene,
      beforeAuxiliaries(words, governor),
      clauseStart(words.text, startOf(words, governor), sentence),
    )
  if (keyAt(words, verb - 1) !== 'of' || governor === verb - 2) return undefined
  return subjectOf(scene, verb - 2, endOf(words, governor))
}

/** The actor that stands right at a place, but for a title. */
const nextActor = ({ actors }: EventScene, place: number): Mention | undefined => {
  const actor = actors[spanAt(actors, place + 20)]
  return actor && actor.start >= place && actor.start < place + 20 ? actor : undefined
}

/** The last actor before the clause that "by signing" opens. */
const subjectBesideOf = (
  { actors, words }: EventScene,
  before: number,
  sentence: Span,
): Subject | undefined => {
  const actor = actors[spanAt(actors, startOf(words, before) - 1)]
  const party = actor && actor.start >= sentence.start ? partyOf(actor) : undefined
  const speaker = actor && party ? speakerOfMention(actor) : undefined
  return actor && party && speaker
    ? { start: actor.start, end: actor.end, parties: [party], isNegated: false, speaker }
    : undefined
}

/** What a verb tells, by one of its triggers. */
const deedOf = (
  scene: EventScene,
  trigger: Trigger,
  clause: Clause,
  sentence: Span,
  last: Deed | undefined,
): Deed | undefined => {
  const { words } = scene
  const { verb, end, until, manner, headline, beside } = clause
  if (trigger.after && !trigger.after.test(words.text.slice(end, until))) return undefined
  const isParticiple = PARTICIPLE_PASSIVE.test(keyAt(words, verb))
  const isPassive = manner.isPassive && isParticiple
  if (isPassive && trigger.needs !== 'nothing') return passive(scene, trigger, clause)
  const made = isParticiple && !isPassive ? madeTreaty(scene, trigger, clause) : undefined
  if (made) return made
  const object = objectOf(scene, trigger, end, until)
  if (!object) return undefined
  if (trigger.type === 'demarche' && /^I$/.test(wordAt(words, manner.before))) return undefined
  if (isPassive && trigger.family === 'statement') return suffered(scene, trigger, clause, object)
  const subject = headline ?? beside ?? subjectFor(scene, manner, clause.from, sentence, last)
  return isDone(scene, trigger, clause, object, subject)
    ? active({
        scene,
        trigger,
        clause,
        sentence,
        object,
        subject,
        isShared: subject !== undefined && subject === last?.subject,
      })
    : undefined
}

const governorOf = ({ words }: EventScene, { manner }: Clause): string =>
  manner.isAlleged ? 'alleged' : manner.governor >= 0 ? keyAt(words, manner.governor) : ''

/** Whether somebody is there who can do what a verb says. */
const isDone = (
  scene: EventScene,
  trigger: Trigger,
  clause: Clause,
  object: Found,
  subject: Subject | undefined,
): boolean => {
  if (!subject && !isHeadless(trigger) && governorOf(scene, clause) !== 'decision') return false
  const { by, byState } = trigger
  if (by && !subject?.parties.some(({ name, iso3 }) => by.test(name) || (byState && iso3))) return false
  if (!isActing(trigger, subject, clause.verb, scene.words)) return false
  // Only a State signs without its object being said: "the document signed in 2008" is no act.
  if (object.end !== clause.end || trigger.needs !== 'treaty') return true
  const isWhat = /\bwhat $/i.test(scene.words.text.slice(clause.from, subject?.start))
  return subject !== undefined && canSignAlone(subject) && !isWhat
}

interface Active {
  readonly scene: EventScene
  readonly trigger: Trigger
  readonly clause: Clause
  readonly sentence: Span
  readonly object: Found
  readonly subject: Subject | undefined
  /** The subject is that of the deed before it in the sentence. */
  readonly isShared: boolean
}

/** "produces no cluster munitions" */
const NONE_NEXT = /^ (?:no|none of|neither|not (?:a single|one|any))(?!\p{L})/u
/** "No cluster munitions were used" */
const NONE_BEFORE =
  /(?:^|[\s“"])(?:no|none of(?: the| its)?|neither|not (?:a single|one|any)) (?:[\p{L}-]+ ){0,3}$/iu

const active = (one: Active): Deed => {
  const { scene, trigger, clause, sentence, object, subject } = one
  const { verb, end, until, manner, headline } = clause
  const isTransfer = trigger.family === 'transfer'
  const recipient = isTransfer ? recipientsAfter(scene, object.end, sentence.end) : undefined
  return {
    trigger,
    word: verb,
    start: startFor(one),
    end:
      trigger.type === 'demarche' && trigger.needs === 'state'
        ? until
        : Math.max(end, recipient?.end ?? object.end),
    parties: trigger.isReceived ? [] : partiesOf(trigger, subject),
    recipients: trigger.isReceived
      ? (subject?.parties ?? [])
      : (recipient?.parties ?? (isTransfer ? recipientsBetween(scene, end, object.start) : [])),
    object: object.name,
    isFuture: manner.isFuture || headline !== undefined,
    isNegated:
      manner.isNegated ||
      (subject?.isNegated ?? false) ||
      NONE_NEXT.test(scene.words.text.slice(end, object.start + 1)),
    governor: governorOf(scene, clause),
    subject,
    rule: 'verb',
  }
}

/** "cluster munitions were used": the object stands before the verb. */
const passive = (
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
  const agent = agentOf(scene, end, until)
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
    object: trigger.needs === 'treaty' ? (treaty?.value.treaty ?? null) : (weapon?.[0] ?? null),
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
const suffered = (
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
const madeTreaty = (
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

/** "It was adopted by the General Assembly", right after the treaty that the sentence before it begins with. */
const adoptedIt = (
  { treaties, words, sentences }: EventScene,
  { type }: Trigger,
  before: string,
  from: number,
): TreatyMention | undefined => {
  if (type !== 'treaty-adopted' || !/^\s*It\s*$/.test(before)) return undefined
  const told = sentences[spanAt(sentences, from) - 1]
  const treaty = told && treatyIn({ treaties }, told.start, told.start + 30)
  return treaty && !/\b(?:resolution|law|bill|declaration)\b/i.test(words.text.slice(treaty.end, from))
    ? { ...treaty, start: from, end: from + before.trimEnd().length }
    : undefined
}

/** What a treaty does has no actor but the States for which it does it. */
const partiesOf = (trigger: Trigger, subject: Subject | undefined): readonly Party[] => {
  const parties = subject?.parties ?? []
  return isHeadless(trigger) && trigger.type !== 'vote'
    ? parties.filter(({ iso3 }) => iso3 !== undefined)
    : parties
}

/** Where an event begins: with its subject and its article; of what a treaty does, with the treaty. */
const startFor = ({ scene, trigger, clause, subject, isShared }: Active): number => {
  const { words } = scene
  const { verb, from, manner } = clause
  const at = startOf(words, verb)
  const afterJoint = startOf(words, manner.before + 1)
  if (isHeadless(trigger) && JOINED.test(keyAt(words, manner.before))) return afterJoint
  const treaty = isHeadless(trigger) ? treatyIn(scene, from, at) : undefined
  if (treaty) return withArticle(words.text, treaty.start, from)
  if (isShared) return afterJoint
  if (clause.beside && clause.manner.isTalk && keyAt(words, verb).endsWith('ing')) return at
  return subject ? withArticle(words.text, Math.min(subject.start, at), from) : at
}

const withArticle = (text: string, start: number, from: number): number =>
  start - (/(?:^|(?<=\s))(?:the|a|an) $/i.exec(text.slice(Math.max(from, start - 4), start))?.[0].length ?? 0)

const canSignAlone = ({ parties, speaker }: Subject): boolean =>
  parties.some(({ iso3 }) => iso3 !== undefined) ||
  speaker.is === 'pronoun' ||
  /\b(?:states|countries|governments|nations|parties|members)$/i.test(speaker.text)

const GOVERNING = /(?:government|president|parliament|cabinet|congress|council|minist(?:er|ry)|secretary)$/i

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
    (subject.parties.some(({ iso3 }) => iso3 !== undefined) || GOVERNING.test(subject.speaker.text))
  )
}

/** What stands before the last of several in a headline: "Baltic States, ". */
const LIST_LEAD = /^(?:\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+){0,2}(?:,| and| &),? ?){1,4}$/u

/** "US to send cluster munitions": a headline's infinitive tells what will be. */
const headlineSubject = (scene: EventScene, { governor }: Manner, sentence: Span): Subject | undefined => {
  const { words, actors } = scene
  if (governor < 0) return undefined
  const actor = actors[spanAt(actors, endOf(words, governor) - 1)]
  const lead = actor ? words.text.slice(sentence.start, actor.start) : ''
  const isHead = actor && actor.end === endOf(words, governor) && (lead.length < 12 || LIST_LEAD.test(lead))
  return isHead && keyAt(words, governor + 1) === 'to'
    ? subjectOf(scene, governor, sentence.start)
    : undefined
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

const QUESTION =
  /^(?:Do|Does|Did|Is|Are|Was|Were|Has|Have|Had|Will|Would|Can|Could|Should|How|Who|What|When|Where|Which|Why)\b[\s\S]*\?\s*›?$/

const isNounHere = (words: Words, index: number): boolean =>
  (NOUN_BEFORE.has(keyAt(words, index - 1)) || /^\d/.test(keyAt(words, index - 1))) &&
  !/[-,)]/.test(gapAfter(words, index - 1)) &&
  !(keyAt(words, index - 1) === 'of' && keyAt(words, index).endsWith('ing')) &&
  !(keyAt(words, index - 1) === 'that' && keyAt(words, index).endsWith('ed'))

const BANNED: ReadonlySet<string> = new Set(['banned', 'outlawed', 'prohibited'])

/** "used banned munitions": a participle after a verb belongs to what follows. */
const isAttribute = (words: Words, index: number): boolean =>
  BANNED.has(keyAt(words, index)) &&
  /(?:ed|ing)$/.test(keyAt(words, index - 1)) &&
  gapAfter(words, index - 1) === ' '

/** "has no plan to lay mines": no deed, where "no plans to join" is a refusal. */
const isUnplanned = ({ words }: EventScene, { type }: Trigger, { manner }: Clause): boolean =>
  !/^(?:signature|accession|ratification)$/.test(type) &&
  manner.governor > 0 &&
  keyAt(words, manner.governor - 1) === 'no'

/** The first of the deeds that a verb can tell of which its clause tells of. */
const verbDeed = (
  scene: EventScene,
  triggers: readonly Trigger[],
  verb: number,
  sentence: Span,
  last: Deed | undefined,
): Deed | undefined => {
  if (isNounHere(scene.words, verb) || isAttribute(scene.words, verb)) return undefined
  const clause = clauseOf(scene, verb, sentence)
  if (!clause || isPurpose(scene, verb, sentence)) return undefined
  for (const one of triggers) {
    const trigger = effectOf(scene, one, clause, sentence)
    const deed = trigger && deedOf(scene, trigger, clause, sentence, last)
    if (!deed) continue
    if (isIdle(scene, clause, sentence) || isUnplanned(scene, trigger, clause)) return undefined
    return { ...deed, parties: deed.parties.filter(({ iso3, name }) => iso3 || !isNoActor(name)) }
  }
  return undefined
}

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
    const triggers = EVENT_VERBS.get(key)
    if (!noun && !triggers) continue
    const last = found.at(-1)
    const deed =
      (noun && nounDeed(scene, noun, index, sentence)) ??
      (triggers && verbDeed(scene, triggers, index, sentence, last))
    const isSame = deed && last && deed.trigger.type === last.trigger.type && overlaps(deed, last)
    if (deed && !isSame) found.push(deed)
  }
  for (const one of phrasesIn(scene, sentence))
    if (!found.some(other => overlaps(one, other))) found.push(one)
  return [
    ...found,
    ...[...heldIn(scene, meetings, sentence), ...pledgesIn(scene, sentence)].filter(
      one => !found.some(other => overlaps(one, other)),
    ),
  ]
}
