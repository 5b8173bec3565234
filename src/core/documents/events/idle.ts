import type { Span } from '../../evidence/index.ts'
import { keyAt, startOf, type Words } from '../words.ts'
import type { EventScene } from './deed.ts'
import type { Clause } from './verbclause.ts'

const INVERTED = /^["“']?(?:Should|Were|Had) (?:the |any )?\p{Lu}/u
/** "swift and united should Russia further invade it" */
const SHOULD =
  /(?<!\p{L})should (?:the )?\p{Lu}[\p{L}’'-]{1,20}(?: \p{Lu}[\p{L}’'-]{1,20})? (?:\p{Ll}{2,10} )?$/u
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
  if ((INVERTED.test(before) && !before.includes(',')) || SHOULD.test(before)) return true
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
  /(?<!\p{L})(?:(?:no|little|without|lack of|scant|any) (?:\p{Ll}+ ){0,2}(?:evidence|proof|signs?|indications?|reports?|confirmation|suggestion)(?: (?:so far|yet|at all|available))?|(?:nobody|no one|none)(?: \p{Ll}+){0,2}|(?:not|hardly) (?:true|certain|clear|known|confirmed|proven)|untrue|false|wrong|incorrect|mistaken|inaccurate|doubtful|unlikely|unclear|unconfirmed|(?:im)?possible|conceivable|an? (?:lie|myth|rumou?r|mistake|fabrication)|(?:wrong|incorrect|mistaken|misleading|false|unfair|premature|too early) to (?:say|claim|state|suggest|assert|think|assume|conclude|believe|allege)|(?:neither|not|nor|never|cannot|can['’]t|couldn['’]t|not yet) (?:\p{Ll}+ )?(?:confirm(?:ed)?(?: n?or den(?:y|ied))?|verif(?:y|ied))|nothing in [^,.;:]{3,60} (?:requires|says|shows|proves|suggests)) that (?:\S+ ){0,2}$/iu

/** "there is no evidence that": what is said not to be known is not told. */
const isUnproven = (text: string, sentence: Span, from: number): boolean =>
  UNPROVEN.test(text.slice(Math.max(sentence.start, from - FARTHEST), from))

const UNREAL =
  /^["“']?(?:(?:Correction|Erratum|CORRECTION)(?!\p{L})|An? (?:earlier|previous) version of this |(?:Suppose|Imagine|Assume|Pretend)(?:,| that)? |In (?:an?|the|this|that|his|her|one|our) (?:[\p{L}-]+ ){0,2}?(?:novel|film|movie|game|war game|scenario|simulation|exercise|drill|dream|play|series)(?!\p{L}))/u
/** "left rather than sign", "instead of signing" */
const INSTEAD = /(?<!\p{L})(?:rather than|instead of|short of) (?:\p{Ll}+ly )?$/iu
/** "was due to sign it, but did not" */
const BUT_DID_NOT =
  /^[^.;:]{0,90}?,? but (?:never|(?:has|have|had|did|does|do|was|were)(?:n['’]t| not| never))(?: (?:do|done) so)?(?=[.,;]|$| (?:do|in|on|then|yet))/iu
const IF_BEHIND = /(?<!even |as |\p{L})(?:if|unless|provided that|in case)(?!\p{L})/iu
const HOPED_OR_FEARED =
  /(?<!\p{L})(?:fear|hope|hoping|doubt|worr(?:y|ie)|dread)(?:s|d|ed|ing)?(?: that)? (?:\S+ ){0,3}$/iu

/** "Suppose Norway used them", "would use them only if attacked", "hopes that it will join": nothing of it is told as done or to be done. */
const isUnreal = (text: string, { from, manner }: Clause, at: number, sentence: Span): boolean =>
  UNREAL.test(text.slice(sentence.start, at)) ||
  INSTEAD.test(text.slice(Math.max(sentence.start, at - 30), at)) ||
  (manner.isFuture &&
    (IF_BEHIND.test(text.slice(at, sentence.end)) ||
      BUT_DID_NOT.test(text.slice(at, sentence.end)) ||
      HOPED_OR_FEARED.test(text.slice(Math.max(sentence.start, from - FARTHEST), from))))

const RUMOUR =
  /(?<!\p{L})(?:reports?|claims?|rumou?rs?|stories|story|suggestions?|allegations?|news|assertions?|idea|notion) that (?:\S+ ){0,3}$/iu
const REFUTED =
  /^[^.;:]{0,140}? (?:is|are|was|were|proved|proves|turned out|remains?)(?: to be)? (?:\p{Ll}+ly )?(?:false|untrue|wrong|unfounded|baseless|fake|incorrect|fabricated|inaccurate|groundless|unconfirmed|unproven|denied|nonsense|a lie|lies)(?!\p{L})/iu

/** "Reports that Peru signed it are false" */
const isRefuted = (text: string, sentence: Span, from: number, at: number): boolean =>
  RUMOUR.test(text.slice(Math.max(sentence.start, from - FARTHEST), at)) &&
  REFUTED.test(text.slice(at, sentence.end))

const TO_FIND_OUT =
  /^[^\p{L}\n]*(?:please )?(?:confirm|ensure|make sure|verify|determine|find out|see|check|establish) (?:that |whether |if )?$/iu

/** "Confirm that host government does not intend to sign": what somebody is told to find out is not known. */
const isToFindOut = (text: string, sentence: Span, from: number): boolean =>
  TO_FIND_OUT.test(text.slice(sentence.start, from))

const FIRST_TIME =
  /(?<!\p{L})(?:would|could|might|may|will) be the (?:first|second|third|last|only) (?:time|case|instance|occasion)(?!\p{L})[^.;]*$/u

/** "a withdrawal would be the first time that a State has left": what would be is not done. */
const isOfWhatWouldBe = (text: string, sentence: Span, at: number): boolean =>
  FIRST_TIME.test(text.slice(Math.max(sentence.start, at - FARTHEST), at))

/** Whether the deed of a clause is only supposed, waited for or not known of. */
export const isIdle = ({ words }: EventScene, clause: Clause, sentence: Span): boolean => {
  const { verb, from } = clause
  const { text } = words
  const at = startOf(words, verb)
  return (
    isSupposed(words, sentence, from, verb) ||
    isUnproven(text, sentence, from) ||
    isToFindOut(text, sentence, from) ||
    isRefuted(text, sentence, from, at) ||
    isUnreal(text, clause, at, sentence) ||
    isOfWhatWouldBe(text, sentence, at) ||
    isWished(words, sentence, from, verb)
  )
}
