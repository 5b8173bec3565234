import { type Day, inWords, laterOf } from '../calendar/index.ts'
import {
  type Act,
  doneInWords,
  hasDeposited,
  isBound,
  POSITION_WORDS,
  type Position,
  type Register,
  reasonsFor,
  type Segment,
  type Timeline,
  timeline,
  treatyForce,
  treatyOf,
} from '../register/index.ts'
import { type Iso3, stateOf } from '../states/index.ts'
import type { TreatyId } from '../treaties/index.ts'
import type { AsOf, EvidenceLine, Predicate, Verdict } from './claim.ts'

/** Whether a predicate holds of a position: yes, no, undecided, or only under a reading that is named. */
export type Holds =
  | { readonly is: 'yes' | 'no' }
  | { readonly is: 'under'; readonly reading: string }
  | { readonly is: 'undecided'; readonly why: string }

const yes: Holds = { is: 'yes' }
const no: Holds = { is: 'no' }
const under = (reading: string): Holds => ({ is: 'under', reading })

const signedBy = (acts: readonly Act[], on: Day): Act | undefined =>
  acts.find(act => act.kind === 'signature' && act.done.latest <= on)

const signed = (position: Position, acts: readonly Act[], on: Day): Holds => {
  if (signedBy(acts, on)) return yes
  return hasDeposited(position, on) ? under('"signed" taken as joined: it acceded without signing') : no
}

/** The reading of a State that did what is said, and has left since. */
export const LEFT = 'it did, and has withdrawn since'

const ratified = (position: Position, on: Day): Holds => {
  if (position.is === 'withdrawn') return under(LEFT)
  if (!hasDeposited(position, on) || !('spell' in position)) return no
  const { kind } = position.spell.deposit
  return kind === 'accession' ? under('"ratified" taken as joined: it acceded') : yes
}

const joined = (position: Position, on: Day): Holds => {
  if (position.is === 'withdrawn') return under(LEFT)
  if (hasDeposited(position, on)) return yes
  return position.is === 'signatory' ? under('"joined" taken as signed or joined: it has signed only') : no
}

const party = (position: Position): Holds => {
  if (position.is === 'pending') return under('counted from the deposit: it is not yet bound')
  if (position.is === 'suspension_claimed') return under('the State claims a suspension, which is contested')
  return isBound(position.is) === true ? yes : no
}

const bound = (position: Position): Holds => {
  if (position.is === 'suspension_claimed')
    return { is: 'undecided', why: 'the State claims to have suspended the treaty, which is contested' }
  return isBound(position.is) === true ? yes : no
}

/** Whether the predicate holds of one position on a day. */
const holdsOf = (predicate: Predicate, position: Position, acts: readonly Act[], on: Day): Holds => {
  switch (predicate) {
    case 'signed':
      return signed(position, acts, on)
    case 'ratified':
      return ratified(position, on)
    case 'joined':
      return joined(position, on)
    case 'party':
      return party(position)
    case 'bound':
      return bound(position)
  }
}

const verdictOf = (holds: Holds, negative: boolean): Verdict => {
  switch (holds.is) {
    case 'yes':
      return negative ? 'contradicted' : 'supported'
    case 'no':
      return negative ? 'supported' : 'contradicted'
    case 'under':
      return 'supported-under'
    case 'undecided':
      return 'not-decidable'
  }
}

/** How one State stands to a predicate over the days a claim may speak of. */
export interface Standing {
  readonly state: Iso3
  readonly verdict: Verdict
  readonly evidence: EvidenceLine
  /** Why it holds only under a reading, or is not decidable. */
  readonly why?: string
}

export interface StandingQuestion {
  readonly treaty: TreatyId
  readonly state: Iso3
  readonly predicate: Predicate
  readonly negative: boolean
  readonly from: Day
  readonly until: Day
  readonly knownAt: Day
}

const overlapping = ({ segments }: Timeline, from: Day, until: Day): readonly Segment[] =>
  segments.filter((segment, i) => {
    const next = segments[i + 1]?.from
    return (segment.from === undefined || segment.from <= until) && (next === undefined || next > from)
  })

const viewsOver = (known: Timeline, question: StandingQuestion) =>
  overlapping(known, question.from, question.until).flatMap(segment => {
    const on = segment.from === undefined ? question.from : laterOf(segment.from, question.from)
    return segment.views.map(position => ({
      position,
      on,
      holds: holdsOf(question.predicate, position, known.acts, on),
    }))
  })

const evidenceOf = (
  register: Register,
  question: StandingQuestion,
  position: Position,
  known: Timeline,
  on: Day,
): EvidenceLine => {
  const state = stateOf(register.world, question.state)
  const treaty = treatyOf(register, question.treaty)
  const force = treatyForce(register, question.treaty, question.knownAt)
  const signature = signedBy(known.acts, on)
  const [reason] = reasonsFor(position, state, treaty, force)
  const detail = position.is === 'non_party' ? '' : signature ? `, signed ${doneInWords(signature)}` : ''
  const since = 'since' in position ? ` since ${inWords(position.since)}` : ''
  return {
    state: state.iso3,
    text: `${state.name}: ${POSITION_WORDS[position.is]}${since}${detail}.`,
    ...(reason?.provision && { provision: reason.provision }),
    ...(reason?.source && { source: reason.source }),
  }
}

const whyOf = (holds: Holds): string | undefined =>
  holds.is === 'under' ? holds.reading : holds.is === 'undecided' ? holds.why : undefined

/** An act that is missing proves nothing beyond the day up to which a pack was checked, or where it is incomplete. */
const uncheckedWhy = (
  register: Register,
  { treaty, until }: StandingQuestion,
  verdict: Verdict,
  position: Position,
): string | undefined => {
  const { through, complete } = treatyOf(register, treaty).checked
  const restsOnAbsence = position.is === 'non_party' || position.is === 'signatory'
  if (verdict !== 'contradicted' || !restsOnAbsence || (complete && until <= through)) return undefined
  return `no such act is known, but the acts were checked only through ${inWords(through)}`
}

/**
 * What would decide a number of States that the register contradicts beyond the day up to which its acts were
 * checked, or where they are incomplete; nothing where the verdict stands.
 */
export const uncheckedSince = (
  register: Register,
  treaty: TreatyId,
  verdict: Verdict,
  until: Day,
): string | undefined => {
  const { through, complete } = treatyOf(register, treaty).checked
  if (verdict !== 'contradicted' || (complete && until <= through)) return undefined
  return complete
    ? `the acts after ${inWords(through)}, up to which they were checked`
    : 'the acts that are missing here'
}

/** How a State stands to what a claim says of it, on every day the claim may speak of. */
export const standingOf = (register: Register, question: StandingQuestion): Standing => {
  const known = timeline(register, question)
  const views = viewsOver(known, question)
  const verdicts = [...new Set(views.map(({ holds }) => verdictOf(holds, question.negative)))]
  const [first] = views
  const last = views.at(-1) ?? first
  const [only, ...others] = verdicts
  if (!first || !last || !only)
    throw new Error(
      `Cannot find a position of "${question.state}" between ${question.from} and ${question.until}`,
    )
  const shown = evidenceOf(register, question, last.position, known, last.on)
  const unchecked = uncheckedWhy(register, question, only, last.position)
  if (others.length === 0 && unchecked)
    return { state: question.state, verdict: 'not-decidable', evidence: shown, why: unchecked }
  if (others.length === 0) {
    const why = whyOf(last.holds)
    return { state: question.state, verdict: only, evidence: shown, ...(why && { why }) }
  }
  const undecided = known.withheld.length > 0 || known.acts.some(act => act.contested)
  const why = undecided
    ? 'an act of its own is withheld or contested'
    : 'the answer changed within the days it may speak of'
  return { state: question.state, verdict: 'not-decidable', evidence: shown, why }
}

/**
 * The days a claim may speak of: those its sentence or document gives, or every day of the treaty's life when
 * nothing gives one; a day is never guessed.
 */
export const daysOf = (
  register: Register,
  treaty: TreatyId,
  asOf: AsOf | null,
  knownAt: Day,
): { from: Day; until: Day } => {
  if (asOf) return { from: asOf.from, until: asOf.until }
  const pack = treatyOf(register, treaty)
  return { from: pack.opened?.day ?? pack.adopted.day, until: laterOf(knownAt, pack.adopted.day) }
}
