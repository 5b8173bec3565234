import type { Span } from '../../evidence/index.ts'
import type { Mention } from '../mention.ts'
import type { EventParty as Party } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import { canSpeak, type Speaker, type SpeakerScene, speakerOfMention } from '../speech/speaker.ts'
import { subjectBefore } from '../speech/speakers.ts'
import { isExcepted } from '../speech/unsaid.ts'
import { endOf, gapAfter, keyAt, startOf, type Words } from '../words.ts'

/** What the words before a verb say of it. */
export interface Manner {
  /** The index of the last word before the verb and its auxiliaries. */
  readonly before: number
  readonly isNegated: boolean
  readonly isFuture: boolean
  readonly isPassive: boolean
  /** "to use", "may use": talk about a deed, not the deed. */
  readonly isTalk: boolean
  /** "allegedly", "reportedly". */
  readonly isAlleged: boolean
  /** The index of the word that governs an infinitive or a verb in -ing ("decision", "accused", "denies"); -1 for none. */
  readonly governor: number
}

const NEGATIVE = /^(?:not|never|no|neither|nor)$/
const FUTURE = /^(?:will|would|ll|wouldn)$/
const POSSIBLE = /^(?:may|might|could|should|must|shall|can|cannot|couldn|shouldn|mustn|mightn|needn)$/
/** "almost left", "hardly used": what was not quite done is told of nobody. */
const DOUBTFUL =
  /^(?:hardly|scarcely|barely|nearly|almost|virtually|practically|theoretically|perhaps|maybe|possibly|probably|presumably|conceivably)$/
/** "allegedly used": told of somebody, by whomever. */
const ALLEGED = /^(?:allegedly|reportedly|purportedly|apparently|supposedly)$/
const BEING = /^(?:is|are|was|were|be|been|being|isn|aren|wasn|weren)$/
const AUXILIARY =
  /^(?:has|have|had|having|did|does|do|is|are|was|were|be|been|being|hasn|haven|hadn|didn|doesn|don|isn|aren|wasn|weren|also|now|already|recently|finally|formally|officially|first|once|again|still|just|ever|even|itself|themselves|both|all|since|then|later|yet|today|yesterday|soon|well|jointly|instead|week|month|year|t|(?!(?:july|assembly|family|ally|italy|rally|monopoly|reply|supply)$)\p{Ll}+ly)$/u

const DECIDES =
  /^(?:agree[sd]?|agreeing|agreement|commit(?:s|ted)?|decide[sd]?|deciding|decisions?|vote[sd]?|voting|approve[sd]?|approving|approval|resolved|chose|moved?|plan(?:s|ned)?|intend(?:s|ed)?|intentions?|intent|expected|likely|due|set|going|begin|began|begun|begins|start(?:s|ed)?|promise[sd]?|pledge[sd]?|vow(?:s|ed)?|ready|poised|scheduled|recommended|bid|finish(?:es|ed)?|is|are|was|were)$/
const REFUSES = /^(?:refuse[sd]?|refusing|refusal|decline[sd]?|declining|fail(?:s|ed)?|yet|unwilling)$/
/** Of those that decide, the ones that say what somebody wants: not to want is to refuse, not to be expected to is nothing. */
const WILLS =
  /^(?:agree[sd]?|decide[sd]?|vote[sd]?|approve[sd]?|resolved|chose|plan(?:s|ned)?|intend(?:s|ed)?|intentions?|intent)$/
const DENIES = /^(?:den(?:y|ies|ied|ying)|denial)$/
/** Verbs and nouns after which a verb in -ing tells what was done or begun. */
const DOES =
  /^(?:accus(?:e|es|ed|ing)|suspected|admit(?:s|ted)?|acknowledge[sd]?|begin|began|begun|start(?:s|ed)?|continue[sd]?|finish(?:es|ed)?|complete[sd]?|resume[sd]?|approv(?:e|es|ed|ing|al)|keeps?|stop(?:s|ped)?|cease[sd]?|ended)$/

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

const governorBefore = (words: Words, to: number): number => {
  let at = to - 1
  while (
    to - at < 4 &&
    (WEEKDAY.test(keyAt(words, at)) || /^(?:on|yesterday|today|(?!july$)\p{Ll}+ly)$/u.test(keyAt(words, at)))
  )
    at--
  return beforeTally(words, beforeDay(words, at))
}

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/
/** "decided on 7 July to send": the word before the day that stands between. */
const beforeDay = (words: Words, last: number): number => {
  const isDay = (at: number): boolean =>
    (MONTH.test(keyAt(words, at)) && /^\d{1,2}$/.test(keyAt(words, at - 1))) ||
    (/^\d{1,2}$/.test(keyAt(words, at)) && MONTH.test(keyAt(words, at - 1)))
  if (/^(?:week|month|year)$/.test(keyAt(words, last)) && /^(?:last|this)$/.test(keyAt(words, last - 1)))
    return last - 2
  const at = /^(?:19|20)\d\d$/.test(keyAt(words, last)) ? last - 1 : last
  if (MONTH.test(keyAt(words, at)) && keyAt(words, at - 1) === 'in') return at - 2
  return isDay(at) && keyAt(words, at - 2) === 'on' ? at - 3 : last
}

/** The last word before a tally: "voted 103 to 1 to leave"; else itself. */
const beforeTally = (words: Words, last: number): number => {
  let at = last
  while (last - at < 4 && /^\d{1,3}$|^(?:to|by|with)$/.test(keyAt(words, at))) at--
  return /^vot/.test(keyAt(words, at)) ? at : last
}

/** "not", and the "n’t" of "hasn’t". */
const isNegative = (words: Words, at: number): boolean =>
  NEGATIVE.test(keyAt(words, at)) || (keyAt(words, at) === 't' && /^['’]$/.test(gapAfter(words, at - 1)))

/** "it’s used", "you’re providing", "we’ve signed": an auxiliary of which a letter is left. */
export const isContracted = (words: Words, at: number): boolean =>
  /^['’]$/.test(gapAfter(words, at - 1)) &&
  (/^(?:ve|re|m)$/.test(keyAt(words, at)) ||
    (keyAt(words, at) === 's' && /^(?:it|he|she|who|that|there)$/.test(keyAt(words, at - 1))))

/** "will", and the "won" of "won’t". */
const isFutureAt = (words: Words, at: number): boolean =>
  FUTURE.test(keyAt(words, at)) || (keyAt(words, at) === 'won' && isNegative(words, at + 1))

interface Walk {
  at: number
  isNegated: boolean
  isFuture: boolean
  isPassive: boolean
  isTalk: boolean
  isAlleged: boolean
  governor: number
}

/** "has not decided to leave", "may refuse to sign": what the words before it say of a governor. */
const aboveGovernor = (words: Words, walk: Walk): void => {
  const refuses = REFUSES.test(keyAt(words, walk.governor))
  for (let at = walk.governor - 1; at >= 0 && walk.governor - at < 6; at--) {
    const key = keyAt(words, at)
    if (!/^(?: |\n|['’])$/.test(gapAfter(words, at))) return
    const decides = refuses || WILLS.test(keyAt(words, walk.governor))
    if (POSSIBLE.test(key) || DOUBTFUL.test(key) || (isFutureAt(words, at) && decides)) walk.isTalk = true
    else if (isFutureAt(words, at)) walk.isFuture = true
    else if (!isNegative(words, at) && !AUXILIARY.test(key)) return
    // Who has not refused has not done it either.
    else if (isNegative(words, at) && (refuses || !decides)) walk.isTalk = true
    else if (isNegative(words, at)) walk.isNegated = true
    else if (ALLEGED.test(key)) walk.isAlleged = true
  }
}

const ABANDONS =
  /^(?:abandon|drop|shelv|cancel|scrap|reject|halt|suspend|postpon|delay|revers|revok|oppos|block|question|criticis|criticiz|defend)(?:s|es|ed|ing|ped|ping|led|ling|e)?$/

/** "abandoned its plan to join": a plan or decision that somebody gave up or argues with. */
const isAbandoned = (words: Words, governor: number): boolean =>
  /^(?:plans?|decisions?|intentions?|bid|agreement)$/.test(keyAt(words, governor)) &&
  [1, 2, 3].some(back => ABANDONS.test(keyAt(words, governor - back)))

const REPUTED = /^(?:said|believed|alleged|reported|thought|suspected|understood|rumou?red|claimed|known)$/

/** "are said to have used", "is widely believed to hold": the index of the auxiliary before whom a deed is laid to. */
const reputedBefore = (words: Words, to: number): number | undefined => {
  if (!REPUTED.test(keyAt(words, to - 1))) return undefined
  const at = /ly$/.test(keyAt(words, to - 2)) ? to - 3 : to - 2
  const isHad = /^(?:have|used)$/.test(keyAt(words, to + 1))
  if (!isHad || !/^(?:is|are|was|were|been)$/.test(keyAt(words, at))) return undefined
  return at
}

/** Takes one word before a verb; false where the words before its auxiliaries begin. */
const step = (words: Words, verb: number, walk: Walk): boolean => {
  const key = keyAt(words, walk.at)
  const after = keyAt(words, walk.at + 1)
  if (WEEKDAY.test(key) || (key === 'on' && WEEKDAY.test(after))) return true
  // "since we last met"
  if (key === 'last' && walk.at === verb - 1) return true
  if (/^(?:last|this)$/.test(key)) return /^(?:week|month|year)$/.test(after)
  if (key === 'longer' && keyAt(words, walk.at - 1) === 'no') return true
  if (isNegative(words, walk.at)) walk.isNegated = true
  else if (isContracted(words, walk.at)) return true
  else if (DOUBTFUL.test(key)) walk.isTalk = true
  else if (ALLEGED.test(key)) walk.isAlleged = true
  else if (isFutureAt(words, walk.at)) walk.isFuture = true
  else if (POSSIBLE.test(key)) walk.isTalk = true
  else if (key === 'to' && keyAt(words, walk.at - 1) === 'unlikely') walk.isTalk = true
  else if (key === 'to' && walk.governor < 0 && reputedBefore(words, walk.at) !== undefined) {
    walk.isAlleged ||= keyAt(words, walk.at - 1) !== 'known'
    walk.at = reputedBefore(words, walk.at) ?? walk.at
    return true
  } else if (key === 'to' && walk.governor < 0) walk.governor = governorBefore(words, walk.at)
  else if (key === 'to' || !AUXILIARY.test(key)) return false
  else if (BEING.test(key)) walk.isPassive ||= walk.governor < 0 && beforeInserted(words, verb) - walk.at <= 2
  if (walk.governor >= 0) {
    const governor = keyAt(words, walk.governor)
    if (isAbandoned(words, walk.governor)) walk.isTalk = true
    walk.isNegated ||= REFUSES.test(governor)
    walk.isFuture ||= DECIDES.test(governor)
    walk.isTalk ||= !REFUSES.test(governor) && !DECIDES.test(governor)
    aboveGovernor(words, walk)
    walk.at = walk.governor
    return false
  }
  return true
}

const CARRIES =
  /^(?:has|have|had|did|does|do|is|are|was|were|will|would|not|never|t|may|might|could|should|to)$/
const LONGEST_ASIDE = 10

/** The last word before an aside between a verb and its auxiliaries: "did not, as we wrote, sign"; else the word before it. */
export const beforeInserted = (words: Words, verb: number): number => {
  const last = verb - 1
  if (gapAfter(words, last) !== ', ') return last
  for (let at = last - 1; at >= 0 && last - at <= LONGEST_ASIDE; at--) {
    const gap = gapAfter(words, at)
    if (gap === ', ') return CARRIES.test(keyAt(words, at)) ? at : last
    if (/[.;:!?\n]/.test(gap)) return last
  }
  return last
}

/** What the words before a verb say of it; `from` is where its clause begins. */
export const mannerOf = (words: Words, verb: number, from: number): Manner => {
  const last = beforeInserted(words, verb)
  const walk: Walk = {
    at: last,
    isNegated: false,
    isFuture: false,
    isPassive: false,
    isTalk: false,
    isAlleged: false,
    governor: -1,
  }
  while (walk.at >= 0 && last - walk.at < 8 && startOf(words, walk.at) >= from) {
    const isJoined = /^(?: |\n|['’])$/.test(gapAfter(words, walk.at)) || (walk.at === last && last < verb - 1)
    if (!isJoined || !step(words, verb, walk)) break
    walk.at--
  }
  const isProgressive = keyAt(words, verb).endsWith('ing') && walk.isPassive
  if (isProgressive) walk.isPassive = false
  const isGerund = keyAt(words, verb).endsWith('ing') || keyAt(words, walk.at + 1) === 'having'
  if (isGerund && !isProgressive && walk.governor < 0) return gerund(words, walk)
  const { at, ...rest } = walk
  return { before: at, ...rest }
}

/** What governs "of using": the word before it, or in "accused Ukraine of using" the accusation. */
const accusing = (words: Words, of: number): number => {
  for (let at = of - 2; at > of - 6 && gapAfter(words, at) === ' '; at--)
    if (/^accus(?:e|es|ed|ing)$/.test(keyAt(words, at))) return at
  return of - 1
}

/** "denies laying", "accused of having used", "stopped producing". */
const gerund = (words: Words, walk: Walk): Manner => {
  const isOf = /^(?:of|from|in|for)$/.test(keyAt(words, walk.at))
  const governor = isOf ? accusing(words, walk.at) : walk.at
  const key = keyAt(words, governor)
  const isDenial = DENIES.test(key)
  return {
    before: governor,
    governor,
    isNegated: walk.isNegated || isDenial,
    // "is to begin destroying", "will start producing"
    isFuture:
      (keyAt(words, governor - 1) === 'to' && /^(?:is|are)$/.test(keyAt(words, governor - 2))) ||
      keyAt(words, governor - 1) === 'will',
    isPassive: false,
    isTalk: !isDenial && !DOES.test(key),
    isAlleged: walk.isAlleged,
  }
}

const joins = (gap: string): boolean =>
  /^\s{0,3}(?:,|and|or|nor|&|,\s{0,3}and|,\s{0,3}or|,?\s{0,3}as well as)\s{0,3}(?:the\s{1,3})?$/.test(gap)
const isBareComma = (gap: string): boolean => /^\s{0,3},\s{0,3}(?:the\s{1,3})?$/.test(gap)

/** Words that govern the names behind them, and those with which a phrase before a clause begins: "Unlike", "Backed by". */
const PREPOSITIONS =
  'in|at|on|of|to|by|for|from|with|without|unlike|like|as|than|after|before|following|since|against|between|among|amid|including|besides?|alongside|under|over|behind|beyond|near|outside|inside|within|through|via|towards?|except|despite|instead|according|together|apart|much|just|\\p{Ll}+ing'
const GOVERNS = new RegExp(
  `(?:^|[\\s(—])(?:${PREPOSITIONS})\\s+(?:(?:the|its|their|neighbou?ring|nearby)\\s+){0,2}$`,
  'iu',
)
const INTRODUCES = new RegExp(`^[^\\p{L}]*(?:${PREPOSITIONS}|\\p{L}+ed)\\s[^,]*$`, 'iu')
const AND_OTHERS =
  /^ and (?:(?:\p{Ll}+ |\d+ ){0,2}others\b|other (?:[\p{L}-]+ ){0,2}?(?:countries|states|nations|powers|governments|allies|members)\b)/iu

/**
 * Those of a row who are the subject: a comma alone joins two names in a headline only, and a name that the phrase before
 * the clause governs is none of them.
 */
const ownRow = (row: readonly Mention[], text: string, from: number): readonly Mention[] => {
  const [first] = row
  const last = row.at(-1)
  if (!first || !last || row.length < 2) return row
  const gaps = row.slice(1).map((one, index) => text.slice(row[index]?.end ?? 0, one.start))
  const bare = gaps.findLastIndex(isBareComma)
  if (bare < 0) return row
  const lead = text.slice(from, first.start)
  const isIntroduced = INTRODUCES.test(lead) && GOVERNS.test(lead)
  if (bare < gaps.length - 1 || AND_OTHERS.test(text.slice(last.end, last.end + 30)))
    return isIntroduced ? row.slice(bare + 1) : row
  return /\p{L}/u.test(lead) ? row.slice(bare + 1) : row
}

const isHuman = ({ kind }: Mention): boolean => kind === 'person' || kind === 'office'

const SERIAL = /^, (?:and|or) (?:the )?$/
const OPENS_SENTENCE =
  /(?:^|[.!?:]["”’)]?\s+|\n)(?:(?:But|And|Yet|Meanwhile|However|Today|Later),? |(?:In|On|By|Since) [^,.]{2,24}, )?(?:[Tt]he )?$/u

/** Where "Peru, Chile, and Cuba", with which a sentence opens, begins: the comma before "and" ends no clause there. */
const openingList = (actors: readonly Mention[], index: number, text: string, from: number): number => {
  const last = actors[index]
  const before = actors[index - 1]
  if (!last || !before || before.start >= from || !SERIAL.test(text.slice(before.end, last.start)))
    return from
  let at = index - 1
  while (isBareComma(text.slice(actors[at - 1]?.end ?? 0, actors[at]?.start ?? 0))) at--
  const first = actors[at]
  const isList = first !== undefined && at < index - 1
  const lead = isList ? text.slice(Math.max(0, first.start - 60), first.start) : ''
  return isList && OPENS_SENTENCE.test(lead) ? first.start : from
}

/** "the Angolan government and UNITA": whose government or army it is that stands in the row. */
const FORCE_AND =
  /^ (?:government|army|military|armed forces|forces|troops|authorities) (?:and|or)(?: the)? $/u

/** The mentions that stand in one row with the one at `index`, up to it: "Latvia, Estonia and Poland". */
const rowUpTo = (
  actors: readonly Mention[],
  index: number,
  text: string,
  from: number,
): readonly Mention[] => {
  const row: Mention[] = []
  for (let at = index; at >= 0; at--) {
    const actor = actors[at]
    const next = row[0]
    if (!actor || actor.start < from) break
    const gap = next ? text.slice(actor.end, next.start) : ''
    const isForce = actor.kind === 'state' && actor.value.as === 'adjective' && FORCE_AND.test(gap)
    if (next && (isHuman(actor) !== isHuman(next) || !(joins(gap) || isForce))) break
    row.unshift(actor)
  }
  return row
}

/** The mention as one who takes part. */
export const partyOf = (mention: Mention): Party | undefined => {
  const speaker = speakerOfMention(mention)
  return speaker && { name: speaker.name, ...(speaker.iso3 && { iso3: speaker.iso3 }) }
}

/** A subject with all who stand in its row. */
export interface Subject extends Span {
  readonly parties: readonly Party[]
  readonly isNegated: boolean
  readonly speaker: Speaker
}

const NOBODY = /(?:\bneither|\bnone of|\bno|\b(?:neither|none) of [^,.;]{1,30},)\s+(?:the\s+)?$/i

const widened = (scene: SpeakerScene, speaker: Speaker, from: number): Subject => {
  const { actors, words } = scene
  const index = spanAt(actors, speaker.end - 1)
  const actor = actors[index]
  const isActor = actor !== undefined && actor.start < speaker.end && actor.end > speaker.start
  const row = isActor ? ownRow(rowUpTo(actors, index, words.text, from), words.text, from) : []
  const parties = row.flatMap(one => partyOf(one) ?? [])
  const start = Math.min(speaker.start, row[0]?.start ?? speaker.start)
  const lead = NOBODY.exec(words.text.slice(Math.max(from, start - 50), start))
  const own: Party = { name: speaker.name, ...(speaker.iso3 && { iso3: speaker.iso3 }) }
  return {
    start: start - (lead?.[0].length ?? 0),
    end: speaker.end,
    parties: parties.length > 0 ? parties : [own],
    isNegated: lead !== null || /^no /i.test(speaker.text),
    speaker,
  }
}

const RELATIVE = /^(?:which|who|that|whom)$/
/** "the 122 governments that", "those states which" */
const COUNTED =
  /(?:^|\s)((?:(?:all|many|most|some|several|the|those|these|few) (?:of the )?|(?=\d))(?:\d{1,3} |(?:other|first|many|few|same) ){0,2}(?:\p{L}+ )?(?:states|countries|governments|nations)),? (?:that|who|which)$/iu

/** The States that a relative pronoun takes up, without their names. */
const countedBefore = (words: Words, before: number, from: number): Subject | undefined => {
  const end = endOf(words, before)
  const match = COUNTED.exec(words.text.slice(Math.max(0, from - 60), end))
  const name = match?.[1]
  if (!match || name === undefined) return undefined
  const start = end - match[0].trimStart().length
  const span: Span = { start, end: start + name.length }
  const isNegated = false
  return { ...span, end, parties: [{ name }], isNegated, speaker: { ...span, text: name, name, is: 'noun' } }
}

/** The actor that a relative pronoun takes up: "Israel, which signed". */
const antecedentOf = ({ actors, words }: SpeakerScene, place: number, from: number): Speaker | undefined => {
  const actor = actors[spanAt(actors, place - 1)]
  if (!actor || actor.start < from || !canSpeak(actor)) return undefined
  const between = words.text.slice(actor.end, place)
  return /^[,)\s]*(?:(?:both|all|none|some|each) of )?$/.test(between) ? speakerOfMention(actor) : undefined
}

/** "the US, Russia and China, never signed": a list that ends with its comma. */
const listBefore = (scene: SpeakerScene, before: number, from: number): Subject | undefined => {
  const { actors, words } = scene
  const actor = actors[spanAt(actors, startOf(words, before))]
  const isLast =
    actor && actor.start >= from && actor.end === endOf(words, before) && /^,/.test(gapAfter(words, before))
  const speaker = isLast && canSpeak(actor) ? speakerOfMention(actor) : undefined
  const subject = speaker && widened(scene, speaker, from)
  return subject && subject.parties.length > 2 ? subject : undefined
}

/** "Norway and not Sweden signed": of the two, the one who did. */
const notExcluded = ({ actors, words }: SpeakerScene, speaker: Speaker, from: number): Speaker => {
  const lead = words.text.slice(Math.max(from, speaker.start - 16), speaker.start)
  const excluded = /(?:,| and|, and|, but| but) not (?:the )?$/.exec(lead)
  const actor = excluded ? actors[spanAt(actors, speaker.start - excluded[0].length - 1)] : undefined
  const isBefore = actor && actor.end === speaker.start - (excluded?.[0].length ?? 0) && canSpeak(actor)
  return (isBefore ? speakerOfMention(actor) : undefined) ?? speaker
}

/** Who does what a verb says, from the words before its auxiliaries; `from` is where the clause begins. */
export const subjectOf = (scene: SpeakerScene, before: number, from: number): Subject | undefined => {
  const { words } = scene
  if (before < 0) return undefined
  const direct = listBefore(scene, before, from)
  if (direct) return direct
  const isRelative = RELATIVE.test(keyAt(words, before))
  const speaker = isRelative
    ? antecedentOf(scene, startOf(words, before), from)
    : subjectBefore(scene, before + 1, from)
  if (!speaker || endOf(words, before) - speaker.end > 60)
    return isRelative ? countedBefore(words, before, from) : phraseBefore(scene, before, from)
  const doer = notExcluded(scene, speaker, from)
  if (doer === speaker && isExcepted(words.text, speaker.start)) return undefined
  const first = isRelative
    ? from
    : openingList(scene.actors, spanAt(scene.actors, doer.end - 1), words.text, from)
  const own = ofOthers(scene, widened(scene, doer, first), before)
  if (
    isExcepted(words.text, own.start) ||
    BEHIND_OTHERS.test(words.text.slice(own.end, endOf(words, before)))
  )
    return undefined
  const subject = othersBefore(words.text, own, from) ?? own
  // "Norway or Sweden used them": nobody can tell who.
  return EITHER.test(words.text.slice(Math.max(from, subject.start - 8), subject.end)) ? undefined : subject
}

const NOT_OF_STATE =
  /^ (?:[\p{L}-]+ ){0,4}(?:(?:member )?(?:states|countries|governments|nations|parties)|supporters|critics|campaigners|activists|protest[eo]rs|opponents|citizens|voters|companies|firms|banks|scientists|experts|students|newspapers|media|people|women|men|farmers|workers|makers|manufacturers|ngos|groups|lawyers|doctors|academics|analysts|veterans|victims|survivors|refugees)$/iu

/** "U.S. treaty supporters decried it", "66 UN member states ratified it": neither the United States nor the United Nations. */
const ofOthers = ({ words, actors }: SpeakerScene, subject: Subject, before: number): Subject => {
  const { speaker } = subject
  const actor = actors[spanAt(actors, speaker.start)]
  const isBody = actor?.start === speaker.start && (actor.kind === 'state' || actor.kind === 'organisation')
  const end = endOf(words, before)
  if (!isBody || !NOT_OF_STATE.test(words.text.slice(actor.end, end))) return subject
  const lead = /(?:^|\s)(\d{1,3} (?:other )?|(?:many|some|most|several|all|few|both) (?:of the )?)$/u.exec(
    words.text.slice(Math.max(0, speaker.start - 20), speaker.start),
  )?.[1]
  const start = speaker.start - (lead?.length ?? 0)
  const name = words.text.slice(start, end)
  return {
    ...subject,
    start,
    end,
    parties: [{ name }],
    speaker: { start, end, text: name, name, is: 'noun' },
  }
}

/** "Except for Cuba and Peru, all have joined": those behind the comma do it. */
const BEHIND_OTHERS =
  /^, (?:all|every|everyone|most|many|others|both|none|the rest|the others)(?!\p{L}| of (?:which|whom|them)(?!\p{L}))/u

const WHOM =
  'neighbou?rs|allies|members|critics|opponents|rivals|enemies|residents|victims|survivors|refugees|villagers|protesters|activists|diplomats|companies|firms|banks|supporters|friends|partners|parts|people'
const OTHERS_HEAD = new RegExp(
  `(?:^|[,;] |\\n)\\s{0,3}((?:[\\p{L}\\d’'-]+ ){0,5}?(?:(?:states|countries|nations|governments|parties|capitals)(?! of )|${WHOM})(?: [\\p{L}-]+){0,5}? (?:near|around|bordering|neighbou?ring|facing|from|in|with|against|to|by|beside|outside|behind|like|of|than|on)) (?:the )?$`,
  'iu',
)
const OTHERS = new RegExp(
  `^(?:the )?(?:[\\p{L}-]+ ){0,2}?(?:${WHOM}) (?:of|in|from|near|against)(?!\\p{L})`,
  'iu',
)

/** "Several states near Russia have refused", "Allies of Ukraine signed": who does it is not the State that is named. */
const othersBefore = (text: string, subject: Subject, from: number): Subject | undefined => {
  const { start, end } = subject
  const head = OTHERS_HEAD.exec(text.slice(from, start))?.[1]
  const isOthers = head === undefined && OTHERS.test(text.slice(start, end))
  if (!isOthers && (head === undefined || /(?<!\p{L})(?:that|which|who|said|and|but)(?!\p{L})/u.test(head)))
    return undefined
  const at = head === undefined ? start : from + text.slice(from, start).lastIndexOf(head)
  const name = text.slice(at, end)
  return {
    ...subject,
    start: at,
    parties: [{ name }],
    speaker: { start: at, end, text: name, name, is: 'noun' },
  }
}

const EITHER = /(?:^|\s)[Ee]ither (?:the )?\p{Lu}|\p{L} or (?:the )?\p{Lu}/u

const PHRASE =
  /^(?:To date,? |(?:As|While|When|After|Before|Since|Once|Because|Although|Though) |(?:In|On|By|From|Since|During|Between|After|Before|At) [^,]{2,40}, (?:(?:19|20)\d{2},? )?)?((?:the |a |an )?[\p{L}\p{N}][\p{L}\p{N}’'.,-]*(?: (?!(?:is|was|are|were|has|have|had|that|which|who|if|to|prohibits|forbids|bans|outlaws|orders|requires|obliges|covers)\b)[\p{L}\p{N}’'-]+){0,5})$/iu

/** "European states under more direct threat from Russia" */
const MANY_STATES =
  /^(?:(?:In|On|By|Since|During|After|Before) [^,]{2,40}, )?((?:[\p{L}\d-]+ ){0,3}(?:states|countries|nations|governments|parties)(?: (?!(?:is|was|are|were|has|have|had|that|which|who|if|said|says)\b)[\p{L}’'-]+){0,8})$/iu

/** "American aircraft", "units of the Russian army": what a State's adjective stands before. */
const forcesOf = (
  actors: readonly Mention[],
  text: string,
  end: number,
  from: number,
): Subject | undefined => {
  const actor = actors[spanAt(actors, end - 1)]
  if (actor?.kind !== 'state' || actor.start < from || actor.value.as !== 'adjective') return undefined
  const behind = text.slice(actor.end, end)
  // "The Finnish government approved the decision": what has a verb in it is no name.
  if (
    !/^ [\p{Ll}-]+(?: [\p{Ll}-]+){0,2}$/u.test(behind) ||
    /(?:ed|the|an?|its|their|his|her)(?: |$)/.test(behind)
  )
    return undefined
  const words = text.slice(actor.start, end)
  const span: Span = { start: actor.start, end }
  const party: Party = { name: words, iso3: actor.value.iso3 }
  return {
    ...span,
    parties: [party],
    isNegated: false,
    speaker: { ...span, text: words, name: words, is: 'noun' },
  }
}

const WHERE = /(?:^|\s)(?:in|at|near|inside|over|against|to|for|with|by|around|across|into|on) (?:the )?$/i

/** Whose a phrase is: "Troops from Russia"; the State where they stand is not ("Russian troops in Syria"). */
const stateWithin = (actors: readonly Mention[], text: string, { start, end }: Span): Party['iso3'] => {
  for (let index = Math.max(0, spanAt(actors, start)); index < actors.length; index++) {
    const actor = actors[index]
    if (!actor || actor.start >= end) return undefined
    const isWhere = WHERE.test(text.slice(Math.max(start, actor.start - 14), actor.start))
    if (actor.kind === 'state' && actor.start >= start && !isWhere) return actor.value.iso3
  }
  return undefined
}

const OPENED =
  /(?:^|[.!?:]\s+|\n)((?:(?:The|A|An|Some|Many|Several|Those|All|Most|Other|Two|Three) )?\p{L}[\p{L}’'-]*(?: \p{Ll}[\p{L}’'-]*){0,4}) (?:that|who|which) $/u
const RELATED = /^(?:have|has|had|were|was|are|is|took|did|do|does|\p{Ll}+ed)(?!\p{L})/u

/** "A number of countries that participated in the talks blocked it": the noun that the clause before a verb tells of. */
const relatedTo = (text: string, from: number): Span | undefined => {
  const noun = OPENED.exec(text.slice(Math.max(0, from - 80), from))
  const start = noun ? from - (noun[1]?.length ?? 0) - (/ \p{L}+ $/u.exec(noun[0])?.[0].length ?? 0) : 0
  return noun?.[1] ? { start, end: start + noun[1].length } : undefined
}

/** "but only 44 have ratified it", "of which 12 have signed" */
const HOW_MANY =
  /(?:^|[,;] |\b(?:and|but|though|of (?:whom|which|these|them)) )((?:(?:only|just|some|about|nearly|almost|fewer than|more than|at least|all but) ){0,2}(?!(?:19|20)\d\d)\d{1,3})$/iu

const countBefore = ({ words }: SpeakerScene, before: number, from: number): Subject | undefined => {
  const end = endOf(words, before)
  const name = HOW_MANY.exec(words.text.slice(from, end))?.[1]
  if (name === undefined) return undefined
  const span: Span = { start: end - name.length, end }
  return {
    ...span,
    parties: [{ name }],
    isNegated: false,
    speaker: { ...span, text: name, name, is: 'noun' },
  }
}

/** Few words that stand alone before a verb, as its subject: "Russian troops", "Members". */
const phraseBefore = (scene: SpeakerScene, before: number, from: number): Subject | undefined => {
  const { words, actors } = scene
  const end = endOf(words, before)
  const troops = forcesOf(actors, words.text, end, from) ?? countBefore(scene, before, from)
  if (troops) return troops
  const told = words.text.slice(from, end).trimStart()
  const text = (PHRASE.exec(told) ?? MANY_STATES.exec(told))?.[1]
  if (
    text === undefined ||
    !/^[\p{L}]/u.test(keyAt(words, before)) ||
    /^(?:and|but|or|then|not|also)$/.test(keyAt(words, before))
  )
    return undefined
  if (
    /^(?:except|excepting|excluding|barring|bar|besides|unlike|apart from|other than|without|having|being|despite|rather|far from|each other|one another)(?!\p{L})/iu.test(
      text,
    )
  )
    return undefined
  // "Russia’s rhetoric and its intent": no more than the beginning of another phrase.
  if (/(?:^|\s)(?:its|their|his|her|our|your|my|the|an?)$/i.test(text)) return undefined
  const isRelative = RELATED.test(text)
  const whole = isRelative ? relatedTo(words.text, from) : { start: end - text.length, end }
  return whole && asNoun(actors, words.text, whole, end)
}

/** Words that are nobody's name as the subject of a verb; `end` is where the subject ends. */
const asNoun = (
  actors: readonly Mention[],
  text: string,
  { start, end: last }: Span,
  end: number,
): Subject => {
  const name = text.slice(start, last)
  const iso3 = stateWithin(actors, text, { start, end: last })
  return {
    start,
    end,
    parties: [{ name, ...(iso3 && { iso3 }) }],
    isNegated: false,
    speaker: { start, end: last, text: name, name, is: 'noun' },
  }
}
