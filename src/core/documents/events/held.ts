import type { Span } from '../../evidence/index.ts'
import type { Mention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import type { Deed, EventScene } from './deed.ts'

const HELD =
  /^[^.;:]{0,40}?\b(?:opened|opens|will open|would open|closed|closes|ended|ends|concluded|concludes|began|begins|resumed|broke (?:down|up)|collapsed|ran|runs|took place|takes place|was held|were held|(?:will|would) be held|(?:will|would) (?:take place|open|meet|convene)|will take place|is (?:set|scheduled|due)|due to (?:commence|begin|open|start|meet)|scheduled (?:for|to)|commenced|was due|were due|are scheduled|went into|starts|started|will be|follows|continued|resumes|will meet|met|to be held|held (?=in |at |on |from )|which opens)\b(?! (?:for signature|force))/
const COMING =
  /\b(?:to be|due to|scheduled|will|would|is (?:set|scheduled|due)|are scheduled|next|opens|starts|resumes|follows)\b/
const GATHERING =
  /\b(?:[Tt]he|[Aa]n?|[Tt]heir) (?:next |last |previous |latest |first |second |third |fourth |fifth |sixth |seventh |eighth |ninth |tenth |final |new )?(?:(?:in-person|face-to-face|formal|informal|annual|expert|preparatory|plenary|regular|special|joint|emergency|bilateral|trilateral) )?(?:meetings?|conference|sessions?|round|talks|summit)\b|(?<=^|[.;:] |\n)(?:[\p{Lu}][\p{L}-]+ )?[Tt]alks(?= (?:are|were|have|had|will|resumed|began|opened|ended|collapsed|broke|took|continued|concluded)(?!\p{L}))/gu

/** A meeting with a verb of being held after it. */
const heldAt = ({ words }: EventScene, meeting: Span, sentence: Span): Deed | undefined => {
  const rest = words.text.slice(meeting.end, Math.min(sentence.end, meeting.end + 110))
  const far = words.text.slice(meeting.end, Math.min(sentence.end, meeting.end + 200))
  const held = HELD.exec(rest) ?? FAR_HELD.exec(far)
  if (!held) return undefined
  const article = /[Tt]he $/.exec(
    words.text.slice(Math.max(sentence.start, meeting.start - 4), meeting.start),
  )
  const start = meeting.start - (article?.[0].length ?? 0)
  const end = meeting.end + held[0].length
  const isFuture = COMING.test(words.text.slice(start, end))
  return meetingDeed(start, end, isFuture)
}

const FAR_HELD =
  /^[^.;:]{0,170}?\b(?:was|were|(?:will|would) be|is to be|are to be) (?:first |formally |also )?held\b(?: in (?:the )?\p{Lu}\p{L}+)?/u
const DATED =
  /^(?: (?:in|at) (?:the )?\p{Lu}[\p{L}-]+)?,? \(?(?:(?:on|in|from|of|for|planned for|set for|due in) )?$/u
const AHEAD = /\b(?:next|later this|upcoming|planned|due|set for)\b/

const meetingDeed = (start: number, end: number, isFuture: boolean): Deed => ({
  trigger: { family: 'meeting', type: isFuture ? 'meeting-scheduled' : 'meeting', needs: 'nothing' },
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
})

/** "a NATO summit next week", "the sessions (16-20 February)": a meeting told anew, with its day right behind it. */
const datedAt = (
  { words, dates }: EventScene,
  meeting: Span,
  sentence: Span,
  isNamed: boolean,
): Deed | undefined => {
  const at = spanAt(dates, meeting.end)
  const date = [dates[at], dates[at + 1]].find(one => one !== undefined && one.start >= meeting.end)
  if (!date || date.end > sentence.end) return undefined
  const { text } = words
  if (!DATED.test(text.slice(meeting.end, date.start))) return undefined
  const lead = /(?:^|\s)an? $/i.exec(text.slice(Math.max(sentence.start, meeting.start - 4), meeting.start))
  const start = meeting.start - (lead?.[0].trimStart().length ?? 0)
  const isAhead = AHEAD.test(text.slice(Math.max(sentence.start, start - 12), date.end))
  // "the summit in Vilnius this week" is known: what is told of it stands elsewhere.
  const isTold = lead || (isNamed && (isAhead || text.slice(meeting.end, date.start).includes('(')))
  return isTold ? meetingDeed(start, date.end, isAhead) : undefined
}

/** The meetings of a sentence that are said to be held. */
export const heldIn = (scene: EventScene, meetings: readonly Mention[], sentence: Span): readonly Deed[] => {
  const { text } = scene.words
  const named = meetings.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
  const plain = [...text.slice(sentence.start, sentence.end).matchAll(GATHERING)].map(match => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].length,
  }))
  const others = plain.filter(one => !named.some(({ start, end }) => one.start < end && start < one.end))
  return [...named, ...others].flatMap(
    meeting =>
      heldAt(scene, meeting, sentence) ??
      datedAt(
        scene,
        meeting,
        sentence,
        named.some(one => one === meeting),
      ) ??
      [],
  )
}
