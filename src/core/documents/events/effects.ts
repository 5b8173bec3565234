import type { Span } from '../../evidence/index.ts'
import { spanAt } from '../sentences.ts'
import { keyAt, startOf } from '../words.ts'
import type { EventScene } from './deed.ts'
import type { Trigger } from './triggers.ts'

const LEAVES = /\b(?:withdr[ae]w|denunciation|denounc|exit|departure|pull-?out|leav(?:e|es|ing)\b|quit)/i
/** Words for what has been told before. */
const POINTS = /(?:^|\s)(?:it|this|that|which|decision|notice|notification|move|step|act)\s*$/i
const NEAR = 300

/**
 * What a verb tells that says that something takes effect: the end of a withdrawal, the beginning of a treaty;
 * `undefined` where it is a law, a policy or a truce.
 */
export const effectOf = (
  scene: EventScene,
  trigger: Trigger,
  { verb, from }: { readonly verb: number; readonly from: number },
  sentence: Span,
): Trigger | undefined => {
  const { words } = scene
  if (trigger.type !== 'withdrawal-effective' || !/^effect(?:ive)?$/.test(keyAt(words, verb + 1)))
    return trigger
  const at = startOf(words, verb)
  const subject = words.text.slice(Math.max(sentence.start, from), at)
  if (LEAVES.test(subject)) return trigger
  const told = subject.replace(
    /(?:\s(?:will|would|has|have|had|only|then|also|now|began to|is to|did)){1,6}\s{0,3}$/i,
    '',
  )
  if (POINTS.test(told) && LEAVES.test(words.text.slice(Math.max(0, at - NEAR), at))) return trigger
  // "The Convention, which took effect in 2010": the clause of "which" may begin behind the name.
  const begin = Math.max(sentence.start, at - NEAR)
  const before = words.text
    .slice(begin, at - subject.length + told.length)
    .replace(/,? (?:which|that)\s*$/, '')
  const treaty = scene.treaties[spanAt(scene.treaties, begin + before.trimEnd().length - 1)]
  const lead = treaty ? words.text.slice(Math.max(sentence.start, from), treaty.start) : ''
  const isOther = !/^\W*(?:(?:the|this|that) )?$/i.test(lead) && !/(?:which|that)\s*$/.test(told)
  const isTreaty =
    !isOther && treaty && treaty.start >= begin && begin + before.trimEnd().length - treaty.end <= 1
  return isTreaty ? { ...trigger, type: 'entry-into-force' } : undefined
}

const PURPOSE =
  /\b(?:aims?|goals?|objectives?|purpose|idea|point|task|challenge|priority|way|answer|solution|first|second|third|next)(?: (?:of|for|here)\b[^,.;]{0,40})? (?:is|was|are|were|would be|will be|remains?) to $/i

/** "The second aim is to destroy them": what somebody is after is not yet a deed of anybody. */
export const isPurpose = ({ words }: EventScene, verb: number, { start }: Span): boolean => {
  const at = startOf(words, verb)
  return PURPOSE.test(words.text.slice(Math.max(start, at - 90), at))
}

/** What is planned is told of a plan, which does nothing itself; nor does an article without its noun. */
export const isNoActor = (name: string): boolean =>
  /^(?:the|an?)$|\b(?:plans?|programmes?|programs?|projects?|intentions?|decisions?|polic(?:y|ies)|laws?)$/i.test(
    name,
  )
