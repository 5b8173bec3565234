import { addDays, type Day, inWords, partialInWords } from '../calendar/index.ts'
import type { Reason } from '../evidence/index.ts'
import { type Iso3, type State, spokenName, stateOf } from '../states/index.ts'
import { cite, type Treaty, type TreatyId } from '../treaties/index.ts'
import type { Withheld } from './act.ts'
import { reasonsFor } from './explain.ts'
import { isBound, type Position, type PositionName, type Spell } from './position.ts'
import { type Question, type Register, segmentIndex, timeline, treatyForce, treatyOf } from './register.ts'
import { decided, possibleNames, type Segment, type Timeline } from './timeline.ts'
import { ACT_WORDS, actInWords, doneInWords, POSITION_WORDS, positionInWords, theTreaty } from './words.ts'

/** What every answer carries: the two days, how far the data reaches, and what was assumed. */
export interface AnswerFrame {
  readonly on: Day
  readonly known: Day
  readonly checkedThrough: Day
  /** Whether the day asked about lies after the last day up to which the pack was checked. */
  readonly beyondData: boolean
  /** Whether the pack holds every act up to that day. */
  readonly complete: boolean
  readonly assumptions: readonly string[]
}

/** The position of one State under one treaty, with the steps that lead to it. */
export interface StatusAnswer extends AnswerFrame {
  readonly state: Iso3
  readonly name: string
  readonly treaty: TreatyId
  readonly position: PositionName | 'not_decidable'
  readonly sentence: string
  readonly bound: boolean | 'contested' | 'not-decidable'
  /** For a State that is bound, the day since which it is; otherwise the day since which the position holds. */
  readonly since: Day | null
  /** For a State that is bound, the first day on which it no longer is; otherwise the next change. */
  readonly until: Day | null
  /** The provision and act behind `since` and `until`, in a few words; empty where there is none. */
  readonly sinceUnder: string
  readonly untilUnder: string
  /** The day from which the treaty binds the State, past or to come. */
  readonly boundFrom: Day | null
  readonly withdrawal?: { readonly notified: Day; readonly effective: Day | null; readonly revoked?: Day }
  readonly provisional: boolean
  readonly candidates?: readonly PositionName[]
  readonly withheld?: readonly { readonly kind: string; readonly about: string; readonly why: string }[]
  readonly reasons: readonly Reason[]
}

const unreadWords = (count: number): string =>
  `${count} ${count === 1 ? 'row of this pack is' : 'rows of this pack are'} wrong and left out; see \`pacta verify\`.`

/** The frame of an answer about a treaty on a day. */
export const frameFor = (
  treaty: Treaty,
  on: Day,
  knownAt: Day,
  assumptions: readonly string[] = [],
): AnswerFrame => {
  const { through, complete } = treaty.checked
  const whole = treaty.unread ? [...assumptions, unreadWords(treaty.unread)] : assumptions
  return {
    on,
    known: knownAt,
    checkedThrough: through,
    beyondData: on > through,
    complete,
    assumptions: whole,
  }
}

const spellOf = (position: Position): Spell | undefined => ('spell' in position ? position.spell : undefined)

const conflictAssumption = (position: Position, state: State, treaty: Treaty): readonly string[] => {
  const withdrawal = spellOf(position)?.withdrawal
  const clause = treaty.arithmetic.withdrawal?.conflict
  if (!withdrawal || !clause || withdrawal.conflict) return []
  return [
    `Nobody is recorded as saying whether ${spokenName(state)} was engaged in an armed conflict on ${inWords(withdrawal.expires)}; this answer assumes that it was not (${cite(treaty, clause.art)}).`,
  ]
}

const withheldWords = ({ kind, about, why }: Withheld) => ({
  kind,
  about: partialInWords(about),
  why,
})

interface Cause {
  readonly from: Day
  readonly reason: Reason
}

const cause = (from: Day, text: string, source: string): Cause => ({
  from,
  reason: { provision: '', text, source },
})

/** Everything that leaves a timeline open, as causes with the day from which they can matter. */
const causesOf = (known: Timeline, state: State): readonly Cause[] => {
  const name = spokenName(state)
  const withheld = known.withheld.map(({ about, kind, why }) =>
    cause(
      about.earliest,
      `An unverified act is withheld: ${name} ${ACT_WORDS[kind]}, about ${partialInWords(about)} (${why}).`,
      '',
    ),
  )
  const contested = known.acts
    .filter(act => act.contested)
    .map(act => cause(act.done.earliest, `Contested: ${name} ${actInWords(act)}. ${act.note}.`, act.source))
  const vague = known.acts
    .filter(act => act.done.earliest !== act.done.latest)
    .map(act => cause(act.done.earliest, `The day is not known: ${name} ${actInWords(act)}.`, act.source))
  return [...withheld, ...contested, ...vague]
}

/** Why a day is not decidable: the causes that had begun by then, the latest first. */
const undecidedReasons = (segment: Segment, known: Timeline, state: State, on: Day): readonly Reason[] => {
  const causes = causesOf(known, state)
    .filter(({ from }) => from <= on)
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  if (causes.length > 0) return causes.map(({ reason }) => reason)
  const positions = possibleNames(segment).map(name => POSITION_WORDS[name])
  return [
    {
      provision: '',
      text: `The rules lead to more than one answer: ${positions.join(', or ')}.`,
      source: '',
    },
  ]
}

const undecidedSentence = (
  segment: Segment,
  known: Timeline,
  state: State,
  treaty: Treaty,
  on: Day,
): string => {
  const because = undecidedReasons(segment, known, state, on)[0]?.text ?? ''
  const options = possibleNames(segment).map(name => POSITION_WORDS[name])
  return `How ${spokenName(state)} stands under ${theTreaty(treaty)} on ${inWords(on)} is not decidable (${options.join(' or ')}). ${because}`
}

const sinceOf = (position: Position): Day | null => {
  if (position.is === 'non_party') return null
  const boundSince = isBound(position.is) === false ? undefined : spellOf(position)?.boundFrom
  return boundSince ?? position.since
}

/** The first day on which a State that is bound no longer is: its withdrawal's effect, or its own end. */
const untilOf = (position: Position, state: State, next: Segment | undefined): Day | null => {
  if (isBound(position.is) === false) return next?.from ?? null
  const end = state.until && addDays(state.until, 1)
  return spellOf(position)?.withdrawal?.takesEffect ?? end ?? null
}

const bindingArticle = ({ binding, reachesBackTo }: Spell): string => {
  if (reachesBackTo) return ''
  return binding.is === 'late' ? binding.rule.art : binding.is === 'closed' ? '' : binding.art
}

const joinWords = (parts: readonly string[]): string => parts.filter(part => part !== '').join(', ')

const sinceUnder = (position: Position, treaty: Treaty): string => {
  const spell = spellOf(position)
  if (!spell || isBound(position.is) === false) return ''
  const art = bindingArticle(spell)
  return joinWords([art && cite(treaty, art), `instrument deposited ${doneInWords(spell.deposit)}`])
}

const untilUnder = (position: Position, treaty: Treaty): string => {
  const withdrawal = spellOf(position)?.withdrawal
  const rules = treaty.arithmetic.withdrawal
  if (!withdrawal?.takesEffect || !rules || isBound(position.is) === false) return ''
  return `${cite(treaty, rules.rule.art)}, withdrawal received ${doneInWords(withdrawal.notice)}`
}

const withdrawalOf = (position: Position) => {
  const spell = spellOf(position)
  const revoked = spell?.revokedNotices.find(
    ({ notice }) => position.is === 'withdrawing' && position.since === notice.done.earliest,
  )
  if (revoked) return { notified: revoked.notice.done.earliest, effective: null, revoked: revoked.until }
  const withdrawal = spell?.withdrawal
  if (!withdrawal) return undefined
  return { notified: withdrawal.notice.done.earliest, effective: withdrawal.takesEffect ?? null }
}

const agreed = <T>(values: readonly T[]): T | null => {
  const [first, ...others] = values
  return first !== undefined && others.every(other => other === first) ? first : null
}

const decidedParts = (
  state: State,
  segment: Segment,
  position: Position,
  next: Segment | undefined,
  treaty: Treaty,
) => {
  const withdrawal = position.is === 'signatory' ? undefined : withdrawalOf(position)
  return {
    position: position.is,
    bound: isBound(position.is),
    since: agreed(segment.views.map(sinceOf)),
    until: agreed(segment.views.map(view => untilOf(view, state, next))),
    sinceUnder: sinceUnder(position, treaty),
    untilUnder: untilUnder(position, treaty),
    boundFrom: agreed(segment.views.map(view => spellOf(view)?.boundFrom ?? null)),
    ...(withdrawal && { withdrawal }),
    provisional: 'provisional' in position,
  }
}

/** The undecided stretch around a segment, which may be cut where only the possibilities change. */
const undecidedParts = (segments: Timeline['segments'], index: number, segment: Segment) => {
  const before = segments.slice(0, index).findLastIndex(other => decided(other) !== undefined)
  const after = segments.slice(index).find(other => decided(other) !== undefined)
  return {
    position: 'not_decidable' as const,
    bound: agreed(segment.views.map(view => isBound(view.is))) ?? ('not-decidable' as const),
    since: segments[before + 1]?.from ?? null,
    until: after?.from ?? null,
    sinceUnder: '',
    untilUnder: '',
    boundFrom: null,
    provisional: false,
    candidates: possibleNames(segment),
  }
}

/** Answers where one State stands under one treaty on a day, as known on a day, with its steps. */
export const statusAnswer = (register: Register, question: Question): StatusAnswer => {
  const { on, knownAt } = question
  const treaty = treatyOf(register, question.treaty)
  const state = stateOf(register.world, question.state)
  const known = timeline(register, question)
  const index = segmentIndex(known.segments, on)
  const segment = known.segments[index] ?? known.segments[0]
  const position = decided(segment)
  const force = treatyForce(register, treaty.id, knownAt)
  const parts = position
    ? decidedParts(state, segment, position, known.segments[index + 1], treaty)
    : undecidedParts(known.segments, index, segment)
  return {
    state: state.iso3,
    name: state.name,
    treaty: treaty.id,
    ...parts,
    sentence: position
      ? positionInWords(state, treaty, position, on)
      : undecidedSentence(segment, known, state, treaty, on),
    ...(known.withheld.length > 0 && { withheld: known.withheld.map(withheldWords) }),
    ...frameFor(treaty, on, knownAt, position ? conflictAssumption(position, state, treaty) : []),
    reasons: position
      ? reasonsFor(position, state, treaty, force)
      : undecidedReasons(segment, known, state, on),
  }
}
