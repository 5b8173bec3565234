import type { Span } from '../../evidence/index.ts'
import type { Mention, TreatyMention } from '../mention.ts'
import type { EventParty as Party } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import { partyOf } from './clauses.ts'
import type { EventScene } from './deed.ts'
import { ARMS, type Trigger, WEAPON } from './triggers.ts'

/** The treaty mention that begins within a stretch. */
export const treatyIn = (
  { treaties }: Pick<EventScene, 'treaties'>,
  from: number,
  until: number,
): TreatyMention | undefined => {
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

/** The words of an object, and the treaty or weapon that they name. */
export interface Found extends Span {
  readonly name: string | null
}

const PRONOUN_OBJECT =
  /^(?: (?:of|from|to))? (?:(?:it|them|theirs|so|both|either)(?!\p{L})|(?:these|those)(?= (?:in|on|against|to|for|at|by|with)(?!\p{L})|[.,;]|$))/u
const GENERIC_TREATY =
  /^ (?:[\p{L}-]+ ){0,4}?(?:pact|ban|treaty|convention|accord|agreement|text|instrument|(?<=[Tt]h(?:e|is|at) )(?:Treaty|Convention))(?!\p{L})/u
const AT_END =
  /^(?:\s*$|[.,;)”"’]| (?:in|on|at|by|before|within|with|only|last|this|earlier|later|a year|(?:\p{Ll}+|\d+) (?:years?|months?|weeks?|days?)|\d|and|but|yet|after|either|again|yesterday|today|because|so far|as long|since)(?!\p{L}))/u

/** The last word of another object, of which the treaty is only a part: "left the meeting on", "withdrew its objection to". */
const OF_OTHER =
  /(?:^| )(\p{L}+) (?:on|of|to|in|under|over|about|against|for|with|at|between) (?:(?:the|this|that|its|their|an?|new|UN|U\.N\.) ){0,2}$/u
/** Words of a treaty's own making, and verbs and adverbs that part it from its preposition. */
const OF_ACT =
  /^(?:texts?|instruments?|ratification|accession|acceptance|approval|adherence|signature|withdrawal|exit|departure|participation|membership|obligations?|commitments?|consent|part|party|parties|signator(?:y|ies)|members?|list|ranks|number|all|both|most|some|any|rest|up|on|out|back|away|\p{L}+ly|signed|ratified|acceded|joined|adhered|withdrew|withdrawn|committed|again|once|years?|months?|weeks?|days?|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/iu
const DOING =
  /(?:^| )(?!(?:sign|ratify|join|acced|adher|includ|leav|quitt|exit|withdraw)ing )\p{Ll}+ing (?:\p{Ll}+ ){0,2}$|^ \p{Ll}+ing |\b(?:whether|if|that|because|who)\b|\b(?:other )?(?:members?|parties|signatories|states|countries) (?:of|to) (?:the )?$/u
/** What stands behind a name that is only the first part of another's. */
const NAMES_OTHER =
  /^ (?:out of|alone|untouched|aside|unmentioned|unchanged|intact)(?!\p{L})|^(?:['’]s)? (?:(?:first|second|third|fourth|fifth|annual|next|last) )?(?:review|report|meetings?|conference|secretariat|campaign|implementation|working|law|bill|legislation|talks|debate|session|summit)(?!\p{L})/u

/** "signed every treaty except", "what Peru signed was not": the treaty that is left out, or spoken of by another verb. */
const LEFT_OUT =
  /^ (?:was|were|is|are) |(?<!\p{L})(?:before|after|when|while|because|during|until|ahead of|rather than|instead of) |^ (?:an?|another|several|some|many|two|three) (?:[\p{L}-]+ ){1,6}?(?:with|on|about|under|between|against|over|and) |^ (?!and )(?:[\p{L}-]+ ){1,6}?and [\p{Ll}-]+ed (?:the )?$|(?<!\p{L})(?:except|but|besides|other than|apart from|save|excluding) (?:for )?(?:the )?$/u

/** Whether a verb acts on something else, of which the treaty behind it is a part. */
const isOfOther = (between: string, behind: string): boolean => {
  const noun = OF_OTHER.exec(between)?.[1]
  return (
    (noun !== undefined && !OF_ACT.test(noun) && !/^\p{Lu}/u.test(noun)) ||
    DOING.test(between) ||
    LEFT_OUT.test(between) ||
    NAMES_OTHER.test(behind)
  )
}

const JOINED_VERB =
  /^,? (?:but|and|or|though|yet|nor)(?: (?:has|have|had|did|does|never|not|yet|then|later|also|still|since))* (?:sign|ratif|acced|join|withdr|left|leav|adher)\p{Ll}*/u

/** "signed but never ratified the Convention": the object that the verb behind it has too. */
const sharedObject = (scene: EventScene, end: number): Found | undefined => {
  const { text } = scene.words
  const joined = JOINED_VERB.exec(text.slice(end, end + 60))
  const from = end + (joined?.[0].length ?? 0)
  const treaty = joined ? treatyIn(scene, from, from + 60) : undefined
  if (!treaty || isOfOther(text.slice(from, treaty.start), text.slice(treaty.end, treaty.end + 40)))
    return undefined
  return /[.;:]/.test(text.slice(from, treaty.start))
    ? undefined
    : { start: treaty.start, end: treaty.end, name: treaty.value.treaty }
}

/** The treaty that a verb acts on: named after it, pointed to, or left unsaid. */
const treatyObject = (scene: EventScene, trigger: Trigger, end: number, until: number): Found | undefined => {
  const { text } = scene.words
  const shared = sharedObject(scene, end)
  if (shared) return shared
  const treaty = treatyIn(scene, end, Math.min(until, end + 70))
  const rest = text.slice(end, until)
  const between = treaty ? text.slice(end, treaty.start) : ''
  // Who signs the instrument of ratification ratifies.
  if (trigger.type === 'signature' && /\binstruments? of \p{Ll}+/u.test(between)) return undefined
  const isOther = treaty !== undefined && isOfOther(between, text.slice(treaty.end, treaty.end + 40))
  if (
    treaty &&
    !/\b(?:bill|law|resolution|declaration|amendment|text|statement|letter|motion|report|to (?!the|this|that|its)\p{Ll}+)\b/u.test(
      between,
    ) &&
    !isOther
  )
    return { start: treaty.start, end: treaty.end, name: treaty.value.treaty }
  if (isOther && !/^,/.test(between) && !PRONOUN_OBJECT.test(rest)) return undefined
  const before = lastTreaty(scene, end)
  const pointer = PRONOUN_OBJECT.exec(rest) ?? GENERIC_TREATY.exec(rest)
  const isGeneric = pointer !== null && GENERIC_TREATY.test(rest)
  // "withdrew its support for the treaty".
  if (isGeneric && isOfOther(pointer[0].replace(/\p{L}{1,40}$/u, ''), '')) return undefined
  if (pointer && (before || isGeneric))
    return { start: end, end: end + pointer[0].length, name: before?.value.treaty ?? null }
  return trigger.alone && before && AT_END.test(rest)
    ? { start: end, end, name: before.value.treaty }
    : undefined
}

const RECIPIENT = /^(?: (?!to)[\p{L}’'-]+){0,3} (?:to|for) (?:the )?$/u

/** The States that something goes to: "to Ukraine". */
export const recipientsAfter = (
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
export const recipientsBetween = ({ actors }: EventScene, from: number, until: number): readonly Party[] => {
  const actor = actors[spanAt(actors, until - 1)]
  return actor && actor.start >= from && actor.end <= until
    ? [partyOf(actor)].filter(one => one !== undefined)
    : []
}

/** What is done to something else that has to do with a weapon: "fired a general over", "used a map of", "used the word". */
const ABOUT_WEAPON =
  /\b(?:to|that|ban|against|amid(?:st)?|surrounding|despite|concerning|regarding|over|about(?! (?:\d|\p{Ll}+ (?:hundred|thousand|million)))|words?|terms?|phrase|expression|name|label|(?:maps?|photos?|photographs?|images?|pictures?|videos?|footage|list|threat|fears?|reports?|claims?|allegations?|accusations?|issue|question|subject|topic|problem|risk|danger|victims?|survivors?|opponents?|critics?|history|story|memory|pretext|charges?) of|(?:films?|letters?|books?|papers?|plays?|videos?|notes?|messages?|statements?|stud(?:y|ies)|data|information|news|articles?|documentar(?:y|ies)|evidence|reports?|records?|documents?|files?|research|polic(?:y|ies)|laws?|bills?|legislation|resolutions?|drafts?|agreements?|deals?|advice|questions?|motions?|delegations?|brochures?|leaflets?|guidance|posters?|lessons?|experts?) (?:on|for)|dummy|fake|inert|wooden|toy|mock|replica|simulated)\b/u
/** What a weapon only describes: "mine fences", "a munitions factory". */
const OF_WEAPON =
  /^ (?:fences?|maps?|museums?|factor(?:y|ies)|plants?|depots?|warehouses?|films?|detectors?|dogs?|rollers?|ploughs?|engineers?|compan(?:y|ies)|makers?|manufacturers?|producers?|containers?|casings?|parts?|components?|fragments?|signs?|warnings?|experts?|specialists?|programmes?|programs?)(?!\p{L})/u
/** "used them as an excuse". */
const AS_MEANS =
  /^ as (?:an? |the |its |their )?(?:\p{Ll}+ )?(?:excuse|pretext|argument|example|justification|reason|symbol|bargaining|leverage|proof|evidence)/u

/** The first weapon in a stretch that is no part of the name of a body or a treaty. */
const weaponIn = (
  { words, actors, treaties }: EventScene,
  from: number,
  until: number,
  isSent: boolean,
): RegExpExecArray | null => {
  const told = words.text.slice(from, until)
  const match = WEAPON.exec(told) ?? (isSent ? ARMS.exec(told) : null)
  if (!match) return null
  const at = from + match.index
  const inside = [actors[spanAt(actors, at)], treaties[spanAt(treaties, at)]]
  const isOfName = inside.some(
    one => one !== undefined && one.kind !== 'state' && one.start <= at && one.end > at,
  )
  return isOfName ? null : match
}

/** Whether something goes to somebody who is named: tanks that are sent "into" a country are no gift. */
const isSentTo = (scene: EventScene, { family, isReceived }: Trigger, end: number, until: number): boolean =>
  family === 'transfer' &&
  !/^[^,;]{0,60}? (?:into|against|across|towards?|at) /.test(scene.words.text.slice(end, until)) &&
  (isReceived === true || goesTo(scene, end, until))

const TO_SOMEBODY = /(?:^|\s)(?:to|for) (?:the )?$/

const goesTo = ({ actors, words }: EventScene, end: number, until: number): boolean => {
  for (let index = Math.max(0, spanAt(actors, end)); index < actors.length; index++) {
    const actor = actors[index]
    if (!actor || actor.start >= Math.min(until, end + 80)) return false
    if (actor.start < end) continue
    const lead = words.text.slice(end, actor.start)
    const isTaker =
      actor.kind === 'organisation' || (actor.kind === 'state' && actor.value.as !== 'adjective')
    if (isTaker && (/^ (?:the )?$/.test(lead) || TO_SOMEBODY.test(lead))) return true
  }
  return false
}

const weaponObject = (scene: EventScene, trigger: Trigger, end: number, until: number): Found | undefined => {
  const { words } = scene
  const rest = words.text.slice(end, Math.min(until, end + 80))
  const weapon = weaponIn(scene, end, Math.min(until, end + 80), isSentTo(scene, trigger, end, until))
  if (
    weapon &&
    !ABOUT_WEAPON.test(rest.slice(0, weapon.index)) &&
    !OF_WEAPON.test(words.text.slice(end + weapon.index + weapon[0].length, until)) &&
    !AS_MEANS.test(words.text.slice(end + weapon.index + weapon[0].length, until)) &&
    !(trigger.family === 'stockpile' && / with /.test(rest.slice(0, weapon.index)))
  )
    return { start: end + weapon.index, end: end + weapon.index + weapon[0].length, name: weapon[0] }
  const pointer =
    /^ it (?:clear|possible|im|easier|easy|hard|diff|known|plain|public|necessary|a |the )/.test(rest)
      ? null
      : PRONOUN_OBJECT.exec(rest)
  if (pointer && WEAPON.test(words.text.slice(Math.max(0, end - 200), end)))
    return { start: end, end: end + pointer[0].length, name: null }
  return trigger.alone && AT_END.test(rest) ? { start: end, end, name: null } : undefined
}

const otherObject = (
  { words }: EventScene,
  { upTo, family }: Trigger,
  end: number,
  until: number,
): Found | undefined => {
  const match = upTo?.exec(words.text.slice(end, until))
  const behind = end + (match?.[0].trimEnd().length ?? 0)
  const isOther = family === 'treaty-act' && NAMES_OTHER.test(words.text.slice(behind, behind + 40))
  return match && !isOther ? { start: end, end: end + match[0].trimEnd().length, name: null } : undefined
}

/** The State right after the verb: "told Washington". */
const stateObject = ({ actors }: EventScene, end: number): Found | undefined => {
  const at = spanAt(actors, end)
  const here = actors[at]
  const actor = here && here.start >= end ? here : actors[at + 1]
  const isState = actor?.kind === 'state' && actor.value.as !== 'adjective' && actor.start - end <= 5
  return isState ? { start: actor.start, end: actor.end, name: actor.value.iso3 } : undefined
}

/** What a verb or noun acts on, as its trigger asks for it. */
export const objectOf = (
  scene: EventScene,
  trigger: Trigger,
  end: number,
  until: number,
): Found | undefined => {
  if (trigger.needs === 'state') return stateObject(scene, end)
  if (trigger.needs === 'treaty') return treatyObject(scene, trigger, end, until)
  return trigger.needs === 'weapon'
    ? weaponObject(scene, trigger, end, until)
    : otherObject(scene, trigger, end, until)
}

const BY = /^[^.;:]{0,40}?\bby (?:the )?/

/** "by 116 countries": those who did it, counted. */
const MANY =
  /^(?:\d{1,3}|all|most|several|many|nuclear|other|more than \d{1,3}|dozens of|some \d{1,3}|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{Ll}+)?)) (?:\p{L}+ )?(?:countries|[Ss]tates|nations|governments|(?:[Ss]tates )?[Pp]arties)(?!\p{L})/u

const AND = /^(?:,| and|, and) (?:the )?$/

/** The actors joined to one: "Norway, Austria and the ICRC". */
export const rowFrom = ({ actors, words }: EventScene, index: number, until: number): readonly Mention[] => {
  const row = actors.slice(index, index + 1)
  for (let at = index + 1; at < actors.length; at++) {
    const [last, next] = [row.at(-1), actors[at]]
    if (!last || !next || next.end > until || !AND.test(words.text.slice(last.end, next.start))) break
    row.push(next)
  }
  return row
}

/** Who did it, after "by". */
export const agentOf = (
  scene: EventScene,
  end: number,
  until: number,
): { readonly parties: readonly Party[]; readonly end: number } | undefined => {
  const { actors, words } = scene
  const by = BY.exec(words.text.slice(end, until))
  const place = end + (by?.[0].length ?? 0)
  const at = spanAt(actors, place)
  const here = actors[at]
  const first = here && here.end > place ? at : at + 1
  const actor = actors[first]
  const isNear = actor && by && actor.start < Math.min(until, place + 40)
  const many = by && MANY.exec(words.text.slice(place, place + 60))?.[0]
  if (many) return { parties: [{ name: many }], end: place + many.length }
  if (!isNear || /[,;:.]/.test(words.text.slice(place, actor.start)) || !partyOf(actor)) return undefined
  const row = rowFrom(scene, first, until)
  return { parties: row.flatMap(one => partyOf(one) ?? []), end: row.at(-1)?.end ?? actor.end }
}
