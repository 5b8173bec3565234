import type { Span } from '../../evidence/index.ts'
import type { Mention } from '../mention.ts'
import type { EventParty as Party } from '../reading.ts'
import { endOf, gapAfter, keyAt, startOf, type Words, wordAt } from '../words.ts'
import { isContracted, type Manner, mannerOf, type Subject, subjectOf } from './clauses.ts'
import { actingBefore, beforeLongAside, besideWith } from './coordination.ts'
import type { Deed, EventScene } from './deed.ts'
import { echoOf, elidedIn, elidedOf, followOf } from './echoes.ts'
import { effectOf, isNoActor, isPurpose } from './effects.ts'
import { clauseStart } from './extent.ts'
import { heldIn } from './held.ts'
import { isIdle } from './idle.ts'
import { nounDeed, ownerOf } from './nouns.ts'
import { type Found, objectOf, recipientsAfter, recipientsBetween, treatyIn } from './objects.ts'
import { madeTreaty, madeUse, passive, suffered } from './passives.ts'
import { phrasesIn } from './phrases.ts'
import { pledgesIn } from './pledges.ts'
import { EVENT_NOUNS, EVENT_VERBS, type Trigger } from './triggers.ts'
import { beforeAside, beforeAuxiliaries, type Clause, clauseOf } from './verbclause.ts'

const NOUN_BEFORE: ReadonlySet<string> = new Set(
  'the a an its his her their our this that any no of s such new first full last all orders'.split(' '),
)

const PARTICIPLE_PASSIVE = /(?:ed|en|wn|ld|nt|id)$/

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
  const made =
    isParticiple && !isPassive
      ? (madeTreaty(scene, trigger, clause) ?? madeUse(scene, trigger, clause))
      : undefined
  if (made) return made
  const object = objectOf(scene, trigger, end, until)
  if (!object) return undefined
  if (trigger.type === 'demarche' && /^I$/.test(wordAt(words, manner.before))) return undefined
  if (isPassive && trigger.family === 'statement') return suffered(scene, trigger, clause, object)
  const subject = headline ?? beside ?? subjectFor(scene, verb, manner, clause.from, sentence, last)
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

const RELATIVE = /^(?:that|which|who)$/

/** Whether somebody is there who can do what a verb says. */
const isDone = (
  scene: EventScene,
  trigger: Trigger,
  clause: Clause,
  object: Found,
  subject: Subject | undefined,
): boolean => {
  if (!subject && !isHeadless(trigger) && governorOf(scene, clause) !== 'decision') return false
  // "The States which will join are welcome": nobody whom a text tells of.
  const isClass = subject?.speaker.is === 'noun' && RELATIVE.test(keyAt(scene.words, clause.manner.before))
  if (isClass && clause.manner.isFuture) return false
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

const NOBODY = /^(?:no(?! \d)|none|neither|nobody|not (?:one|a single))(?!\p{L})/iu
/** "Nor did Chile sign", "Never has Peru used them" */
const INVERTED =
  /(?:^|[,;:.—\n] ?|\b(?:and|but) )(?:nor|never|neither|at no (?:time|point)) (?:has|have|had|did|does|do|is|are|was|were|will|would) (?:the )?$/iu

/** Whether it is nobody who did it, or the words before its subject deny it. */
const isDeniedBefore = ({ text }: Words, subject: Span): boolean =>
  NOBODY.test(text.slice(subject.start, subject.end)) ||
  INVERTED.test(text.slice(Math.max(0, subject.start - 30), subject.start))

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
    object: object.name ?? effectsOn(one),
    isFuture: manner.isFuture || headline !== undefined,
    isNegated:
      manner.isNegated ||
      (subject !== undefined && (subject.isNegated || isDeniedBefore(scene.words, subject))) ||
      NONE_NEXT.test(scene.words.text.slice(end, object.start + 1)),
    governor: governorOf(scene, clause),
    subject,
    rule: 'verb',
  }
}

/** The treaty that enters into force, or that somebody has left: named before the verb. */
const effectsOn = ({ scene, trigger, clause, sentence, object }: Active): string | null => {
  const { words } = scene
  const at = startOf(words, clause.verb)
  if (isHeadless(trigger) && trigger.type !== 'vote') {
    // "was adopted in 2017, and entered into force in 2021"
    const from = JOINED.test(keyAt(words, clause.manner.before)) ? sentence.start : clause.from
    return treatyIn(scene, from, at)?.value.treaty ?? null
  }
  return trigger.family === 'treaty-act' ? (treatyIn(scene, at, object.end)?.value.treaty ?? null) : null
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
  const treaty = isHeadless(trigger) && trigger.type !== 'vote' ? treatyIn(scene, from, at) : undefined
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
  /\b(?:states|countries|governments|nations|parties|members)$|^\d{1,3}$/i.test(speaker.text)

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

/** Acts that a treaty or a meeting does itself have no actor to look for. */
const isHeadless = ({ type }: Trigger): boolean =>
  /^(?:entry-into-force|signature-opening|withdrawal-effective|vote)$/.test(type)

const JOINED = /^(?:and|but|or|then)$/

/** Who did the deed before: of an accusation ("accused Russia of using them, but rejected") whoever makes it. */
const lastSubject = (scene: EventScene, last: Deed | undefined, sentence: Span): Subject | undefined => {
  if (!last || !/^accus/.test(last.governor) || last.word < 0) return last?.subject
  const { words } = scene
  const { governor } = mannerOf(words, last.word, sentence.start)
  return governor < 0 ? undefined : subjectOf(scene, beforeAuxiliaries(words, governor), sentence.start)
}

const subjectFor = (
  scene: EventScene,
  verb: number,
  manner: Manner,
  from: number,
  sentence: Span,
  last: Deed | undefined,
): Subject | undefined => {
  const { words } = scene
  const isGoverned = manner.governor >= 0
  const above = isGoverned ? mannerOf(words, manner.governor, sentence.start) : manner
  const before = beforeAside(words, above.before, sentence)
  const owner = isGoverned ? ownerOf(scene, manner.governor, sentence.start) : undefined
  if (owner) return owner
  const beside = isGoverned ? besideWith(scene, manner.governor) : undefined
  if (beside) return beside
  if (JOINED.test(keyAt(words, before))) {
    // "a town held by rebels and supplied by Turkey"
    if (verb - 1 === above.before && keyAt(words, verb + 1) === 'by') return undefined
    const isOwn = above.before < (isGoverned ? manner.governor : verb) - 1
    const acting = actingBefore(scene, before, sentence, {
      isOwn,
      isBare: !/(?:ed|ing|s)$/.test(keyAt(words, verb)) && verb - 1 === above.before,
    })
    const shared = lastSubject(scene, last, sentence)
    return acting && (!shared || acting.start > shared.end) ? acting : shared
  }
  const place = before === above.before ? startOf(words, manner.governor) : endOf(words, before)
  const start = isGoverned ? clauseStart(words.text, place, sentence) : from
  return (
    beforeLongAside(scene, before, sentence) ??
    subjectOf(scene, before, start) ??
    (/^,\s/.test(gapAfter(words, before)) ? last?.subject : undefined)
  )
}

const QUESTION =
  /^(?:Do|Does|Did|Is|Are|Was|Were|Has|Have|Had|Will|Would|Can|Could|Should|How|Who|What|When|Where|Which|Why)\b[\s\S]*\?\s*›?$/

const isNounHere = (words: Words, index: number): boolean =>
  (NOUN_BEFORE.has(keyAt(words, index - 1)) || /^\d/.test(keyAt(words, index - 1))) &&
  !/[-,)]/.test(gapAfter(words, index - 1)) &&
  !isContracted(words, index - 1) &&
  !(keyAt(words, index - 1) === 'of' && keyAt(words, index).endsWith('ing')) &&
  !(keyAt(words, index - 1) === 'that' && keyAt(words, index).endsWith('ed'))

const BANNED: ReadonlySet<string> = new Set(['banned', 'outlawed', 'prohibited'])

/** "used banned munitions", "other banned weapons": a participle after a verb or a word of number belongs to what follows. */
const isAttribute = (words: Words, index: number): boolean =>
  BANNED.has(keyAt(words, index)) &&
  /(?:ed|ing)$|^(?:other|such|these|those|some|any|many|most|all|more|several|various|certain|two|three|both|use|widely|internationally|globally|long|of|with|these)$/.test(
    keyAt(words, index - 1),
  ) &&
  gapAfter(words, index - 1) === ' '

/** "has no plan to lay mines": no deed, where "no plans to join" is a refusal. */
const isUnplanned = ({ words }: EventScene, { type }: Trigger, { manner }: Clause): boolean =>
  !/^(?:signature|accession|ratification)$/.test(type) &&
  manner.governor > 0 &&
  keyAt(words, manner.governor - 1) === 'no'

/** "lays out a plan", "fired off a letter": with these words behind it the verb means something else. */
const MEANS_OTHER: ReadonlyMap<string, RegExp> = new Map([
  ['done', /^ (?:so|it|that)(?!\p{L})/u],
  ...['lay', 'lays', 'laid', 'laying'].map(
    verb =>
      [
        verb,
        /^ (?:out|down|off|bare|claim|siege|the (?:groundwork|foundations?|blame|basis))(?!\p{L})/u,
      ] as const,
  ),
])

/** The first of the deeds that a verb can tell of which its clause tells of. */
const verbDeed = (
  scene: EventScene,
  triggers: readonly Trigger[],
  verb: number,
  sentence: Span,
  last: Deed | undefined,
): Deed | undefined => {
  if (isNounHere(scene.words, verb) || isAttribute(scene.words, verb)) return undefined
  const other = MEANS_OTHER.get(keyAt(scene.words, verb))
  if (other?.test(scene.words.text.slice(endOf(scene.words, verb), endOf(scene.words, verb) + 24)))
    return undefined
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

/**
 * The deeds of one sentence, in order; `first` and `until` are the indexes of its words, `meetings` those of the text near
 * it, `told` the deed that was told last before it.
 */
export const deedsIn = (
  scene: EventScene,
  sentence: Span,
  first: number,
  until: number,
  meetings: readonly Mention[],
  told?: Deed,
): readonly Deed[] => {
  const { words } = scene
  if (QUESTION.test(words.text.slice(sentence.start, sentence.end))) return []
  const found: Deed[] = []
  for (let index = first; index < until; index++) {
    const key = keyAt(words, index)
    const isSuit = keyAt(words, index + 1) === 'suit' && /^follow(?:s|ed|ing)?$/.test(key)
    const echoed = isSuit ? followOf(scene, index, sentence, found.at(-1) ?? told) : undefined
    if (echoed) found.push(echoed)
    const noun = EVENT_NOUNS.get(key)
    const triggers = EVENT_VERBS.get(key)
    if (!noun && !triggers) continue
    const last = found.at(-1)
    const deed =
      (noun && nounDeed(scene, noun, index, sentence)) ??
      (triggers && verbDeed(scene, triggers, index, sentence, last))
    const isSame = deed && last && deed.trigger.type === last.trigger.type && overlaps(deed, last)
    // "promised to ratify but never ratified": the no counts, not the promise.
    if (deed && last && isSame && deed.isNegated && !last.isNegated) found[found.length - 1] = deed
    if (deed && !isSame) found.push(deed)
    const echo =
      deed && !isSame ? (echoOf(scene, deed, sentence) ?? elidedOf(scene, deed, sentence)) : undefined
    if (echo) found.push(echo)
  }
  const elided = found.length === 0 ? elidedIn(scene, sentence, told) : undefined
  if (elided) found.push(elided)
  for (const one of phrasesIn(scene, sentence))
    if (!found.some(other => overlaps(one, other))) found.push(one)
  return [
    ...found,
    ...[...heldIn(scene, meetings, sentence), ...pledgesIn(scene, sentence)].filter(
      one => !found.some(other => overlaps(one, other)),
    ),
  ]
}
