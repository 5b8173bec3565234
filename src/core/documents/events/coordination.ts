import type { Span } from '../../evidence/index.ts'
import { spanAt } from '../sentences.ts'
import { canSpeak } from '../speech/speaker.ts'
import { endOf, gapAfter, keyAt, startOf, type Words, wordAt, wordFrom } from '../words.ts'
import { type Subject, subjectOf } from './clauses.ts'
import type { EventScene } from './deed.ts'
import { clauseStart } from './extent.ts'

/** What a clause tells as done: "met", "has", "hailed". */
const FINITE =
  /^(?:has|have|had|is|are|was|were|did|met|took|gave|held|said|came|went|made|told|became|began|paid|sent|won|lost|saw|put|set|led|left|spoke|wrote|drew|stood|brought|built|chose|fell|found|got|grew|heard|kept|knew|laid|ran|rose|sat|sold|spent|hosts?|joins?|backs?|supports?|welcomes?|plays?|takes?|makes?|holds?|\p{Ll}{2,}ed)$/u
const ADVERB = /^(?:also|then|later|first|soon|again|now|already|finally|\p{Ll}+ly)$/u
/** With these the clause before tells of no deed that was done, and a bare verb behind "and" shares them. */
const NOT_DONE = /^(?:not|never|t|may|might|could|should|would|will|must|can|cannot|to|if|neither|nor)$/

/** Whether a verb stands right behind a place: "Norway | later met its donors". */
const actsAfter = (words: Words, index: number): number | undefined => {
  let at = index
  while (ADVERB.test(keyAt(words, at)) && gapAfter(words, at) === ' ' && at - index < 3) at++
  return FINITE.test(keyAt(words, at)) ? at : undefined
}

/** Where the clause goes on behind an aside between commas: "Japan, which hosted it, | hailed"; else the word itself. */
const behindAside = (words: Words, last: number, until: number): number => {
  if (!/^, $/.test(gapAfter(words, last))) return last + 1
  for (let at = last + 1; at < until && at - last < 14; at++) if (gapAfter(words, at) === ', ') return at + 1
  return last + 1
}

/** "to the podium", "to Geneva": no verb stands behind "to". */
const isPreposition = (words: Words, at: number): boolean =>
  keyAt(words, at) === 'to' &&
  (/^(?:the|an?|its|his|her|their)$/.test(keyAt(words, at + 1)) || /^\p{Lu}/u.test(wordAt(words, at + 1)))

const isTold = (words: Words, from: number, until: number): boolean => {
  for (let at = from; at < until; at++)
    if (NOT_DONE.test(keyAt(words, at)) && !isPreposition(words, at)) return false
  return true
}

/** "the talks that Peru hosted and ...": who acts behind "and" is not told by what stands before it. */
const RELATIVE = /(?:^| )(?!said|says|adds|told|tells|\p{L}+ed )\p{L}+ (?:that|which|whom) (?:the )?$/u
const NEAR = 4

/**
 * Who acts in the clause before "and" (the word at `joint`), where the deed is told behind it: "Peru met its donors and
 * signed"; `isOwn` says that the deed has auxiliaries of its own ("and has not signed"), so that it shares none, `isBare`
 * that its verb has no ending ("and sign"), so that it shares them from wherever they stand.
 */
export const actingBefore = (
  scene: EventScene,
  joint: number,
  sentence: Span,
  { isOwn, isBare }: { readonly isOwn: boolean; readonly isBare: boolean },
): Subject | undefined => {
  const { actors, words } = scene
  const from = clauseStart(words.text, startOf(words, joint), sentence)
  for (let index = spanAt(actors, startOf(words, joint) - 1); index >= 0; index--) {
    const actor = actors[index]
    if (!actor || actor.start < from) return undefined
    const last = wordFrom(words, actor.end) - 1
    const verb = canSpeak(actor) ? actsAfter(words, behindAside(words, last, joint)) : undefined
    if (verb === undefined || verb >= joint) continue
    if (RELATIVE.test(words.text.slice(sentence.start, actor.start))) return undefined
    const told = isOwn || isTold(words, verb, isBare ? joint : Math.min(joint, verb + NEAR))
    return told ? subjectOf(scene, last, from) : undefined
  }
  return undefined
}

const ASIDE =
  /^, (?:after|before|despite|which|who|whose|following|along with|together with|unlike|like|as|in|on|at|having|under|with|by|since|during|without|once|then|now|long|still|one of|the|an?|one|home|and|but|though|although|whil(?:e|st)|for|to|\p{Ll}+ed|\p{Ll}+ing) [^;:—?!\n]{3,160}, $/u
const ADVERBIAL =
  /^, (?:however|too|meanwhile|then|in turn|in particular|for (?:its|his|her|their) part|for one|for instance|for example|of course|on the other hand|in contrast|by contrast|\p{Ll}+ly), $/u
const LEAD =
  /^(?:(?:In|On|By|Since) [^,]{2,24}, |But |And |Yet |Meanwhile, |However, )?(?:the |The |an? |An? )?$/

/** "Germany, after a long debate and despite doubts, signed": who opens the sentence, before the aside that ends at `verb`. */
export const beforeLongAside = (scene: EventScene, before: number, sentence: Span): Subject | undefined => {
  const { actors, words } = scene
  if (!/^, $/.test(gapAfter(words, before))) return undefined
  const first = actors.findIndex(({ start }) => start >= sentence.start)
  const until = endOf(words, before) + 2
  for (let index = Math.max(0, first); index < first + 4; index++) {
    const actor = actors[index]
    if (!actor || actor.end >= until) return undefined
    const isOpening = index > first || LEAD.test(words.text.slice(sentence.start, actor.start))
    if (!isOpening || !canSpeak(actor)) return undefined
    const aside = words.text.slice(actor.end, until)
    if (ASIDE.test(aside) || ADVERBIAL.test(aside))
      return subjectOf(scene, wordFrom(words, actor.end) - 1, sentence.start)
  }
  return undefined
}

/** "with Germany expected to sign": who stands between "with" and what is expected. */
export const besideWith = (scene: EventScene, governor: number): Subject | undefined => {
  const { actors, words } = scene
  if (!/^(?:expected|due|set|poised|likely|scheduled|ready)$/.test(keyAt(words, governor))) return undefined
  const actor = actors[spanAt(actors, startOf(words, governor) - 1)]
  const isBeside =
    actor?.end === endOf(words, governor - 1) &&
    /,? with (?:the )?$/.test(words.text.slice(Math.max(0, actor.start - 12), actor.start))
  return isBeside ? subjectOf(scene, governor - 1, actor.start) : undefined
}
