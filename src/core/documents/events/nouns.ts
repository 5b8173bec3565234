import type { Span } from '../../evidence/index.ts'
import { spanAt } from '../sentences.ts'
import { endOf, startOf } from '../words.ts'
import { partyOf, type Subject } from './clauses.ts'
import type { Deed, EventScene } from './deed.ts'
import { clauseEnd } from './extent.ts'
import { agentOf, objectOf, recipientsAfter } from './objects.ts'
import { TALK, type Trigger } from './triggers.ts'

const OWNED = /^(?:['’]s?|s['’])? (?:[\p{Ll}-]+ ){0,3}$/u

/** Whose a noun is: "Israel’s use", "the Israeli use". */
export const ownerOf = ({ actors, words }: EventScene, noun: number, from: number): Subject | undefined => {
  const place = startOf(words, noun)
  const owner = actors[spanAt(actors, place - 1)]
  if (!owner || owner.start < from || owner.end > place) return undefined
  const between = words.text.slice(owner.end, place)
  const isAdjective = owner.kind === 'state' && owner.value.as === 'adjective'
  if (!OWNED.test(between) || (!/^(?:['’]|s['’])/.test(between) && !isAdjective)) return undefined
  const party = partyOf(owner)
  return (
    party && {
      start: owner.start,
      end: owner.end,
      parties: [party],
      isNegated: false,
      speaker: { start: owner.start, end: owner.end, text: owner.text, name: party.name, is: 'state' },
    }
  )
}

const PREPOSITION = /^ (?:of|from|to|by) /

/** "Nigeria’s ratification of the Convention", "use of cluster munitions by Russian forces". */
export const nounDeed = (
  scene: EventScene,
  trigger: Trigger,
  noun: number,
  sentence: Span,
): Deed | undefined => {
  const { words } = scene
  const end = endOf(words, noun)
  if (!PREPOSITION.test(words.text.slice(end, end + 8))) return undefined
  const until = clauseEnd(words.text, end, sentence)
  const object = objectOf(scene, trigger, end, until)
  const owner = ownerOf(scene, noun, sentence.start)
  const agent = object && !owner ? agentOf(scene, object.end, until) : undefined
  if (!object || !(owner ?? agent)) return undefined
  const start = owner?.start ?? startOf(words, noun)
  if (TALK.test(words.text.slice(Math.max(sentence.start, start - 30), start))) return undefined
  const recipient =
    trigger.family === 'transfer' ? recipientsAfter(scene, object.end, sentence.end) : undefined
  return {
    trigger,
    word: noun,
    start,
    end: Math.max(object.end, agent?.end ?? 0, recipient?.end ?? 0),
    parties: owner?.parties ?? agent?.parties ?? [],
    recipients: recipient?.parties ?? [],
    object: object.name,
    isFuture: false,
    isNegated: false,
    governor: '',
    subject: owner,
    rule: 'noun',
  }
}
