import type { Span } from '../../evidence/index.ts'
import { gapAfter, keyAt, startOf, type Words } from '../words.ts'
import type { Speaker } from './speaker.ts'

/** What was not said, and what only would have been or is supposed. */
export type Unsaid = 'not' | 'supposed'

const BESIDE_VERB =
  /^(?:did|does|do|has|have|had|is|are|was|were|be|been|ever|also|yet|actually|really|quite|once|even|t|didn|doesn|don|hasn|haven|hadn|wouldn|couldn|\p{Ll}+ly)$/u
const MODAL = /^(?:would|could|might|may|should|must)$/
const NOBODY = /^(?:nobody|no ?one|none|neither|no \p{L}.*|hardly any.*|not (?:one|a single)\b.*)$/iu
const CONDITION =
  /(?:^|[\s,(])(?:if|unless|whether|suppose|supposing|imagine|lest)(?: \p{L}+){0,2} (?:the |a )?$/iu
const INVERTED = /^["“]?(?:Had|Should|Were) (?:the )?$/
const FARTHEST = 6
const LEAD = 60

/** "All but Norway signed", "everyone except Norway": whoever did not. */
const EXCEPTED =
  /(?:\b(?:all|every\p{Ll}*|any\p{Ll}*|most|states|countries|members|parties|nations|governments|allies)(?: \p{Ll}+){0,3} but|\b(?:except(?:ing)?(?: for)?|excluding|barring|bar|apart from|other than|save(?: for)?|with the (?:sole |only |notable )?exceptions? of)|[\p{L}],? (?:and|but) not) (?:the )?$/iu
const MOST_BEFORE = 40

/** Whether somebody named at a place is left out of those of whom a sentence speaks. */
export const isExcepted = (text: string, place: number): boolean =>
  EXCEPTED.test(text.slice(Math.max(0, place - MOST_BEFORE), place))

/** Whether what a verb of saying tells was said by nobody: "never said", "would have said", "if Lavrov said", "nobody said". */
export const unsaidBy = (
  words: Words,
  verb: number,
  speaker: Speaker | undefined,
  sentence: Span,
): Unsaid | undefined => {
  if (speaker && (NOBODY.test(speaker.text) || isExcepted(words.text, speaker.start))) return 'supposed'
  const lead = speaker ? words.text.slice(Math.max(sentence.start, speaker.start - LEAD), speaker.start) : ''
  if (CONDITION.test(lead)) return 'supposed'
  if (speaker && INVERTED.test(words.text.slice(sentence.start, speaker.start))) return 'supposed'
  const clause = words.text.slice(Math.max(sentence.start, startOf(words, verb) - LEAD), startOf(words, verb))
  return DENIED.test(clause) ? 'not' : besideVerb(words, verb)
}

/** "denied saying", "denied that he had said": what somebody says he has not said. */
const DENIED =
  /\b(?:den(?:y|ies|ied|ying)|denials?) (?:(?:ever |having |of )*|that (?:he|she|they|it|\p{Lu}[\p{L}’'-]+) (?:had |has |have )?(?:ever )?)$/u

const besideVerb = (words: Words, verb: number): Unsaid | undefined => {
  let isPerfect = false
  for (let at = verb - 1; at >= 0 && verb - at < FARTHEST; at--) {
    const key = keyAt(words, at)
    if (!/^(?: |['’])$/.test(gapAfter(words, at))) return undefined
    if (/^(?:not|never|cannot)$/.test(key)) return isOnly(words, at) ? undefined : 'not'
    if (key === 't' && /^(?:did|does|do|has|have|had|would|could|is|was)n$/.test(keyAt(words, at - 1)))
      return 'not'
    if (key === 'have') isPerfect = true
    else if (MODAL.test(key)) return isPerfect || /^(?:might|may)$/.test(key) ? 'supposed' : undefined
    else if (!BESIDE_VERB.test(key)) return undefined
  }
  return undefined
}

/** "not only said", "not merely said". */
const isOnly = (words: Words, at: number): boolean =>
  /^(?:only|just|merely|simply)$/.test(keyAt(words, at + 1))
