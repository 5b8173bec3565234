import type { Day } from '../calendar/index.ts'
import type { Iso3, State, StateKind } from '../states/index.ts'
import type { TreatyId } from '../treaties/index.ts'
import type { PositionName, Spell } from './position.ts'
import { actsOf, type Register, timeline, treatyOf } from './register.ts'
import { type CountingRule, countsIn } from './tally.ts'
import { decided, type Segment } from './timeline.ts'
import { ACT_WORDS } from './words.ts'

type Counted = ReturnType<typeof countsIn>

/** A stretch of days with one position, as a page shows it that moves through the days. */
export interface BoardSegment {
  readonly from: Day | null
  /** The first day of the next stretch. */
  readonly until: Day | null
  readonly position: PositionName | 'not_decidable'
  /** Whether the State existed on these days. */
  readonly exists: boolean
  readonly provisional: boolean
  readonly boundFrom: Day | null
  readonly boundUntil: Day | null
  readonly counts: {
    readonly inForce: Counted
    readonly deposited: Counted
    readonly signedOrJoined: Counted
    readonly signatories: Counted
  }
}

export interface BoardState {
  readonly iso3: Iso3
  readonly name: string
  readonly kind: StateKind
  readonly region: string
  readonly segments: readonly BoardSegment[]
}

/** Everything a page needs to show one treaty on any day, without computing law itself. */
export interface Board {
  readonly treaty: TreatyId
  readonly known: Day
  readonly checkedThrough: Day
  readonly complete: boolean
  readonly from: Day
  readonly states: readonly BoardState[]
  readonly acts: readonly {
    readonly day: Day
    readonly state: Iso3
    readonly name: string
    readonly kind: string
    readonly what: string
  }[]
}

const spellOf = (segment: Segment): Spell | undefined => {
  const position = decided(segment)
  return position && 'spell' in position ? position.spell : undefined
}

const existsIn = (segment: Segment): boolean => {
  const position = decided(segment)
  return !(position?.is === 'non_party' && position.because !== undefined)
}

/** The day on which a segment's counts are taken: its first, or its last where it has no beginning. */
const dayIn = (segment: Segment, next: Segment | undefined): Day =>
  segment.from ?? next?.from ?? ('0001-01-01' as Day)

const boardSegment = (segment: Segment, next: Segment | undefined): BoardSegment => {
  const spell = spellOf(segment)
  const position = decided(segment)
  const on = dayIn(segment, next)
  const under = (rule: CountingRule): Counted => countsIn(segment, rule, on)
  return {
    from: segment.from ?? null,
    until: next?.from ?? null,
    position: position?.is ?? 'not_decidable',
    exists: existsIn(segment),
    provisional: position !== undefined && 'provisional' in position,
    boundFrom: spell?.boundFrom ?? null,
    boundUntil: spell?.withdrawal?.takesEffect ?? null,
    counts: {
      inForce: under('in-force'),
      deposited: under('deposited'),
      signedOrJoined: under('signed-or-joined'),
      signatories: under('signatories'),
    },
  }
}

const boardState = (register: Register, state: State, treaty: TreatyId, knownAt: Day): BoardState => {
  const { segments } = timeline(register, { state: state.iso3, treaty, knownAt })
  const { iso3, name, kind, region } = state
  return {
    iso3,
    name,
    kind,
    region,
    segments: segments.map((segment, i) => boardSegment(segment, segments[i + 1])),
  }
}

const isShown = ({ kind, segments }: BoardState): boolean =>
  kind !== 'historical' || segments.some(({ position }) => position !== 'non_party')

/** The board of a treaty as known on a day. */
export const boardOf = (register: Register, id: TreatyId, knownAt: Day): Board => {
  const treaty = treatyOf(register, id)
  const states = [...register.world.states.values()]
  const acts = actsOf(register, id, knownAt)
    .map(({ done, state, kind }) => ({
      day: done.earliest,
      state,
      name: register.world.states.get(state)?.name ?? state,
      kind,
      what: ACT_WORDS[kind],
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.name.localeCompare(b.name)))
  return {
    treaty: id,
    known: knownAt,
    checkedThrough: treaty.checked.through,
    complete: treaty.checked.complete,
    from: acts[0]?.day ?? treaty.adopted.day,
    states: states.map(state => boardState(register, state, id, knownAt)).filter(isShown),
    acts,
  }
}
