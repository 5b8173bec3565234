import { endOf, keyAt, startOf, type Words } from '../words.ts'

const RANKED =
  /\b(?:is|are|was|were|be|been|become|becomes|became|becoming|made|makes|making) (?:also |now |again |today |only )?(?:(?:the |its |a )?(?:\p{L}+-)?(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\p{L}{3,12}(?:teenth|tieth)|last|latest|only|newest|lone)|(?:one of|among) (?:the )?(?:[\p{L}\d]+ )?(?:first |last |only |few )?(?:[\p{L}\d]+ )?) ?(?:[\p{L}-]+ ){0,3}?(?:country|countries|state|states|nation|nations|government|governments|member|members|power|powers|party|parties)? ?(?:to|that|which|who) (?:both |have |has |had )?$/iu
const BEFORE_DEED = /^(?:to|that|which|who|both|have|has|had|and)$/
const MOST_BEFORE = 110

/**
 * "Malta is the second island to ratify", "one of six that signed": a rank says that the deed was
 * done. The index of the last word before the verb of being; `undefined` where none stands before the deed.
 */
export const rankedBefore = (words: Words, verb: number): number | undefined => {
  const key = keyAt(words, verb - 1)
  if (!BEFORE_DEED.test(key)) return undefined
  // "the first to sign and ratify": the rank stands before the first of the two.
  const first = key === 'and' ? verb - 2 : verb
  const at = startOf(words, first)
  const from = Math.max(0, at - MOST_BEFORE)
  const match = RANKED.exec(words.text.slice(from, at))
  if (!match || /[.;:\n]/.test(match[0])) return undefined
  let before = first - 1
  while (before > 0 && endOf(words, before) > from + match.index) before--
  return /^(?:has|have|had|will|would|now|also)$/.test(keyAt(words, before)) ? before - 1 : before
}
