import type { Span } from '../../evidence/index.ts'
import type { Mention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { speakerOfMention } from '../speech/speaker.ts'
import { endOf, gapAfter, keyAt, startOf, type Words, wordFrom } from '../words.ts'
import { beforeInserted, type Manner, mannerOf, partyOf, type Subject, subjectOf } from './clauses.ts'
import type { EventScene } from './deed.ts'
import { clauseEnd, clauseStart } from './extent.ts'
import { rankedBefore } from './ranks.ts'
import { EVENT_VERBS } from './triggers.ts'

/** A verb with its clause and what the words before it say. */
export interface Clause {
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

const IF =
  /\b(?:(?:recommend|propos)\p{Ll}* (?:on \p{L}+ )?that|if|unless|whether|were to|should any|in case|would have|(?:date|day) (?:on|after|of) which|urg\p{Ll}+|call\p{Ll}* (?:on|for)|ask\p{Ll}* \p{L}+ to|demand\p{Ll}*)\b/iu

/** Without an auxiliary these are nouns far oftener than verbs. */
const LIKE_NOUN =
  /^(?:use|transfer|supply|export|exit|ship|hand|ban|produce|fire|launch|supplies|transfers|exports|mines)$/

const CONJUNCTION = /^(?:and|or|nor)$/
const BETWEEN = /^(?:even|otherwise|later|then|also|ever|formally|fully)$/

/** Verbs of one row have one form: "sign, ratify or accede", "signed, ratified or acceded". */
const isSameForm = (one: string, other: string): boolean => one.endsWith('ed') === other.endsWith('ed')

/** The verb of an event before this one in its row; `undefined` where there is none. */
const beforeInRow = (words: Words, verb: number): number | undefined => {
  let at = verb - 1
  if (BETWEEN.test(keyAt(words, at)) && gapAfter(words, at) === ' ') at--
  const isJoined = CONJUNCTION.test(keyAt(words, at))
  if (isJoined) at--
  if (at < 0 || !(isJoined ? /^,? $/ : /^, $/).test(gapAfter(words, at))) return undefined
  const key = keyAt(words, at)
  return EVENT_VERBS.has(key) && !/(?:s|ing)$/.test(key) && isSameForm(key, keyAt(words, verb))
    ? at
    : undefined
}

const LONGEST_ROW = 8

/** The first verb of a row: what is not done, planned or refused of it is so of all: "has not signed, ratified or acceded". */
const firstOfRow = (words: Words, verb: number): number => {
  let first = verb
  for (let step = 0; step < LONGEST_ROW; step++) first = beforeInRow(words, first) ?? first
  return first
}

const MOST_BACK = 16
const BASE =
  /^(?:sign|ratify|join|accede|become|withdraw|leave|destroy|produce|use|transfer|sell|give|send|supply|adopt)$/

/** "did not sign the one treaty or join the other": the verb before, with its own object, whose auxiliaries a bare verb shares. */
const sharedBefore = (words: Words, verb: number, { start }: Span): number => {
  const joint = keyAt(words, verb - 1)
  const isBare = BASE.test(keyAt(words, verb))
  if (joint !== 'or' && joint !== 'nor' && !(joint === 'and' && isBare)) return verb
  for (let at = verb - 2; at >= 0 && verb - at < MOST_BACK && startOf(words, at) >= start; at--) {
    if (/[;:.—]/.test(gapAfter(words, at))) return verb
    const key = keyAt(words, at)
    const isLike = isBare ? BASE.test(key) : isSameForm(key, keyAt(words, verb)) && !/(?:s|ing)$/.test(key)
    if (EVENT_VERBS.has(key) && isLike) return at
  }
  return verb
}

/** The verb whose auxiliaries say how a deed is told: its own, or those of the first of its row. */
const governing = (words: Words, verb: number, sentence: Span): number => {
  const inRow = firstOfRow(words, verb)
  const first = inRow === verb ? sharedBefore(words, verb, sentence) : inRow
  if (first === verb) return verb
  const { isNegated, isTalk, isFuture, governor } = mannerOf(
    words,
    first,
    clauseStart(words.text, startOf(words, first), sentence),
  )
  return isNegated || isTalk || isFuture || governor >= 0 ? first : verb
}

/** The clause of a verb; `undefined` where it is talk about a deed: "may use", "if it used". */
export const clauseOf = (scene: EventScene, verb: number, sentence: Span): Clause | undefined => {
  const { words } = scene
  const { text } = words
  const start = startOf(words, verb)
  const end = endOf(words, verb)
  const told = governing(words, verb, sentence)
  const inserted = beforeInserted(words, told)
  const opening = inserted < told - 1 ? endOf(words, inserted) : startOf(words, told)
  const begin = clauseStart(text, opening, sentence)
  const direct = mannerOf(words, told, begin)
  const before = beforeAside(words, direct.before, sentence)
  const manner = { ...direct, before }
  const from = before === direct.before ? begin : clauseStart(text, endOf(words, before), sentence)
  if (LIKE_NOUN.test(keyAt(words, verb)) && manner.before === verb - 1) return undefined
  const headline = manner.isTalk ? headlineSubject(scene, manner, sentence) : undefined
  const beside = headline ? undefined : besideSubject(scene, verb, manner, sentence)
  const isTold = headline !== undefined || beside !== undefined
  if ((manner.isTalk && !isTold) || isJoinedTalk(scene, manner, sentence)) return undefined
  if (IF.test(text.slice(Math.max(sentence.start, from - 12), start))) return undefined
  return { verb, end, from, until: clauseEnd(text, end, sentence), manner, headline, beside }
}

const MOST_ASIDE = 24
const DASH = /^(?:\s{0,2}[—–]\s{0,2}| -{1,2} )$/

/** The last word before what stands between dashes, where `before` ends it: "Members — like Malta — have refused"; else itself. */
export const beforeAside = (words: Words, before: number, sentence: Span): number => {
  if (before < 0 || !DASH.test(gapAfter(words, before))) return before
  let opening = before - 1
  while (opening >= 0 && before - opening <= MOST_ASIDE && !DASH.test(gapAfter(words, opening))) opening--
  const isOpened = opening >= 0 && before - opening <= MOST_ASIDE && startOf(words, opening) >= sentence.start
  return isOpened ? opening : before
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
  const opener = participleOf(scene, verb, before, sentence)
  if (isTalk && opener) return opener
  const isBeside =
    keyAt(words, verb).endsWith('ing') && /^(?:by|after|while|when|upon|since)$/.test(keyAt(words, before))
  if (!isTalk || !isBeside || MODAL.test(words.text.slice(sentence.start, sentence.end))) return undefined
  const isFirst = startOf(words, before) - sentence.start < 6
  if (!isFirst) return subjectBesideOf(scene, before, sentence)
  const comma = words.text.indexOf(', ', endOf(words, verb))
  const actor = comma < 0 || comma > sentence.end ? undefined : nextActor(scene, comma + 2)
  return actor && subjectOf(scene, wordFrom(words, actor.end) - 1, comma + 2)
}

/** "Chalfont, expressing his distress, said": who opens the sentence, of whom the verb in -ing behind the comma tells. */
const participleOf = (
  scene: EventScene,
  verb: number,
  before: number,
  sentence: Span,
): Subject | undefined => {
  const { actors, words } = scene
  if (before !== verb - 1 || !keyAt(words, verb).endsWith('ing') || gapAfter(words, before) !== ', ')
    return undefined
  const actor = actors[spanAt(actors, startOf(words, before))]
  const lead = actor && words.text.slice(sentence.start, actor.start)
  return actor?.end === endOf(words, before) && lead !== undefined && /^(?:[Tt]he )?$/.test(lead)
    ? subjectOf(scene, before, sentence.start)
    : undefined
}

/** The last word before the auxiliaries of a verb: "Russia has repeatedly been accused". */
export const beforeAuxiliaries = (words: Words, verb: number): number => {
  let at = verb - 1
  while (
    at > 0 &&
    /^(?:is|are|was|were|been|being|has|have|had|also|now|again|often|(?!assembly|italy)\p{Ll}+ly)$/u.test(
      keyAt(words, at),
    )
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
