import { endOf, gapAfter, keyAt, startOf, startsUpper, type Words, wordAt, wordFrom } from '../words.ts'
import type { Speaker } from './speaker.ts'
import { PRONOUN, SPEAKER_NOUN } from './verbs.ts'

const DETERMINER =
  /^(?:the|a|an|one|some|many|several|two|three|another|its|his|her|my|our|their|most|both|no|each|this|that)$/
const JOINT =
  /^(?:but|and|or|while|as|that|which|when|because|although|though|if|since|where|after|before|so|yet|for|with|in|on|at|by|from|to|of|is|was|are|were|has|had|have|who)$/

/** A phrase of few words that a determiner opens: "the smell", "my grandmother", "a shopkeeper". */
export const determined = (words: Words, last: number, from: number): Speaker | undefined => {
  for (let first = last - 1; first >= 0 && last - first < 5; first--) {
    if (
      startOf(words, first) < from ||
      !/^[ '’-]$/.test(gapAfter(words, first)) ||
      JOINT.test(keyAt(words, first + 1))
    )
      return undefined
    if (!DETERMINER.test(keyAt(words, first))) continue
    // "said that Dubois told him": what joins a clause determines no name.
    if (keyAt(words, first) === 'that' && startsUpper(wordAt(words, first + 1))) return undefined
    // "a notice on the door": what a preposition hangs on comes first.
    const isHung =
      /^(?:on|in|at|of|from|by|for|near)$/.test(keyAt(words, first - 1)) && startOf(words, first - 2) >= from
    const whole = isHung ? determined(words, first - 2, from) : undefined
    return whole ? nounAt(words, wordFrom(words, whole.start), last) : nounAt(words, first, last)
  }
  return undefined
}

export const nounAt = (words: Words, first: number, last: number): Speaker => {
  const start = startOf(words, first)
  const end = endOf(words, last)
  const text = words.text.slice(start, end)
  return { start, end, text, name: text, is: 'noun' }
}

const MODIFIED = /^(?:of|from|for|in|at|on|about|with|familiar|close|briefed|who|near|inside|opposed)$/

/** "critics of the convention", "two people familiar with the talks": the noun at the head of a clause. */
export const modified = (words: Words, last: number, from: number): Speaker | undefined => {
  const first = wordFrom(words, from)
  for (let head = first; head < first + 5 && head < last; head++) {
    if (/[,;:.“”"]/.test(head > first ? gapAfter(words, head - 1) : '')) return undefined
    if (!SPEAKER_NOUN.test(keyAt(words, head)) || !MODIFIED.test(keyAt(words, head + 1))) continue
    const between = words.text.slice(endOf(words, head), endOf(words, last))
    return last - head < 14 && !/[,;:.“”"]/.test(between) ? nounAt(words, first, last) : undefined
  }
  return undefined
}

export const capitalised = (words: Words, last: number, from: number): Speaker | undefined => {
  let first = last
  while (
    startsUpper(wordAt(words, first - 1)) &&
    startOf(words, first - 1) >= from &&
    gapAfter(words, first - 1) === ' '
  )
    first--
  if (CALENDAR.test(keyAt(words, last))) return undefined
  // "Speaking at a conference in Moscow, said": the place, where the subject has been lost.
  if (/^(?:in|at|near)$/.test(keyAt(words, first - 1)) && /^,/.test(gapAfter(words, last))) return undefined
  // "What Dubois calls": the word with which a sentence begins is no part of the name.
  if (first < last && OPENING.test(keyAt(words, first))) first++
  // "On 4 December Molotov said": the month is no part of it.
  while (first < last && CALENDAR.test(keyAt(words, first))) first++
  const isOpening =
    first === last && /^(?:having|being|asked|speaking|writing|quoting|citing)$/.test(keyAt(words, last))
  return startsUpper(wordAt(words, last)) && !isOpening ? nounAt(words, first, last) : undefined
}

const OPENING =
  /^(?:what|as|when|if|that|but|and|while|although|though|how|why|then|yet|so|where|after|before|because|since|once|unless|until|whether|which|who|for|in|on|at|by|with|to|from)$/

const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|ms|mr|mrs|dr)$/

const OF_BODY =
  /^(?:members?|chair|chairman|chairwoman|chairperson|leaders?|head|director|spokes(?:man|woman|person)|officials?|coordinator|secretary|president|advis[eo]r|officer|manager|experts?|analysts?|researchers?|authors?)$/

/** "the committee chair": an office behind the noun for its body. */
export const isOfBody = (words: Words, index: number): boolean =>
  OF_BODY.test(keyAt(words, index)) &&
  gapAfter(words, index - 1) === ' ' &&
  SPEAKER_NOUN.test(keyAt(words, index - 1))

export const wholeNoun = (words: Words, last: number, from: number): Speaker | undefined => {
  if (!SPEAKER_NOUN.test(keyAt(words, last)) && !isOfBody(words, last)) return undefined
  let first = last
  while (
    last - first < 5 &&
    startOf(words, first - 1) >= from &&
    first > 0 &&
    /^[ -]$|^['’]$/.test(gapAfter(words, first - 1)) &&
    /^(?:\p{L}[\p{L}.’'-]*|s)$/u.test(keyAt(words, first - 1)) &&
    !JOINT.test(keyAt(words, first - 1))
  ) {
    first--
    if (DETERMINER.test(keyAt(words, first))) break
  }
  return nounAt(words, first, last)
}

/** The pronoun at a word, as a speaker that is yet to be found. */
export const pronounAt = (words: Words, index: number): Speaker | undefined => {
  if (!PRONOUN.test(keyAt(words, index))) return undefined
  const start = startOf(words, index)
  const end = endOf(words, index)
  const text = words.text.slice(start, end)
  return { start, end, text, name: text, is: 'pronoun' }
}
