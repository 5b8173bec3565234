import type { Span } from '../../evidence/index.ts'
import type { Mention } from '../mention.ts'
import type { Deed, EventScene } from './deed.ts'
import type { Trigger } from './triggers.ts'

const HELD =
  /^[^.;:]{0,40}?\b(?:opened|opens|will open|would open|closed|closes|ended|ends|concluded|concludes|began|begins|ran|runs|took place|takes place|was held|were held|(?:will|would) be held|(?:will|would) (?:take place|open|meet|convene)|will take place|is (?:set|scheduled|due)|was due|were due|are scheduled|went into|starts|started|will be|follows|continued|resumes|will meet|met|to be held|held (?=in |at |on |from )|which opens)\b(?! (?:for signature|force))/
const COMING =
  /\b(?:to be|will|would|is (?:set|scheduled|due)|are scheduled|next|opens|starts|resumes|follows)\b/
const GATHERING =
  /\b[Tt]he (?:next |last |first |second |third |final )?(?:(?:formal|informal|annual|expert|preparatory|plenary|regular|special|joint) )?(?:meetings?|conference|sessions?|round|talks|summit)\b/g

/** A meeting with a verb of being held after it. */
const heldAt = ({ words }: EventScene, meeting: Span, sentence: Span): Deed | undefined => {
  const rest = words.text.slice(meeting.end, Math.min(sentence.end, meeting.end + 110))
  const held = HELD.exec(rest)
  if (!held) return undefined
  const article = /[Tt]he $/.exec(
    words.text.slice(Math.max(sentence.start, meeting.start - 4), meeting.start),
  )
  const start = meeting.start - (article?.[0].length ?? 0)
  const end = meeting.end + held[0].length
  const isFuture = COMING.test(words.text.slice(start, end))
  const trigger: Trigger = {
    family: 'meeting',
    type: isFuture ? 'meeting-scheduled' : 'meeting',
    needs: 'nothing',
  }
  return {
    trigger,
    word: -1,
    start,
    end,
    parties: [],
    recipients: [],
    object: null,
    isFuture,
    isNegated: false,
    governor: '',
    subject: undefined,
    rule: 'meeting',
  }
}

/** The meetings of a sentence that are said to be held. */
export const heldIn = (scene: EventScene, meetings: readonly Mention[], sentence: Span): readonly Deed[] => {
  const { text } = scene.words
  const named = meetings.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const plain = [...text.slice(sentence.start, sentence.end).matchAll(GATHERING)].map(match => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
  }))
  return [...named, ...plain].flatMap(meeting => heldAt(scene, meeting, sentence) ?? [])
}
