import type { Day } from '../calendar/index.ts'
import { type Iso3, isStateOn } from '../states/index.ts'
import type { TreatyId } from '../treaties/index.ts'
import { countsAsParty, hasDeposited, type Position } from './position.ts'
import { actsOf, type Register, segmentOn, timeline } from './register.ts'
import type { Segment } from './timeline.ts'

/**
 * The rules by which States are counted. `deposited`: what the depositary and the monitors call States Parties;
 * `in-force`: bound on the day; `signed-or-joined`: deposited, and those that signed only. A State whose
 * withdrawal has taken effect counts in none.
 */
export const COUNTING_RULES = ['in-force', 'deposited', 'signed-or-joined', 'signatories'] as const
export type CountingRule = (typeof COUNTING_RULES)[number]

/** Whether a position counts under a rule. */
export const counts = (position: Position, rule: CountingRule, on: Day): boolean => {
  switch (rule) {
    case 'in-force':
      return countsAsParty(position.is)
    case 'deposited':
      return hasDeposited(position, on)
    case 'signatories':
      return position.is === 'signatory'
    case 'signed-or-joined':
      return position.is === 'signatory' || hasDeposited(position, on)
  }
}

/** Whether a segment counts under every view, under none, or under some only. */
export const countsIn = (segment: Segment, rule: CountingRule, on: Day): 'yes' | 'no' | 'undecided' => {
  const yes = segment.views.filter(view => counts(view, rule, on)).length
  return yes === segment.views.length ? 'yes' : yes === 0 ? 'no' : 'undecided'
}

/** A number of States that always names them. `count` leaves out the States in `undecided`. */
export interface Tally {
  readonly rule: CountingRule
  readonly count: number
  readonly states: readonly Iso3[]
  /** States that may or may not count, because an act of theirs is withheld, contested or not dated. */
  readonly undecided: readonly Iso3[]
}

export interface TallyQuestion {
  readonly treaty: TreatyId
  readonly on: Day
  readonly knownAt: Day
  readonly rule: CountingRule
  /** Only these States are counted; all of them when absent. */
  readonly among?: readonly Iso3[]
  /** Counts those outside the rule instead. */
  readonly not?: boolean
}

const candidatesFor = (register: Register, { among, not, on }: TallyQuestion): readonly Iso3[] => {
  if (among) return among
  const states = [...register.world.states.values()]
  return (not ? states.filter(state => isStateOn(state, on)) : states).map(state => state.iso3)
}

/** Counts the States under a treaty on a day, by a rule, with its members by code. */
export const tally = (register: Register, question: TallyQuestion): Tally => {
  const { treaty, on, knownAt, rule, not } = question
  const wanted = not ? 'no' : 'yes'
  const states: Iso3[] = []
  const undecided: Iso3[] = []
  for (const state of candidatesFor(register, question)) {
    const answer = countsIn(segmentOn(register, { state, treaty, on, knownAt }), rule, on)
    if (answer === wanted) states.push(state)
    else if (answer === 'undecided') undecided.push(state)
  }
  return { rule, count: states.length, states: states.sort(), undecided: undecided.sort() }
}

/** The tallies under every rule on one day. */
export const tallies = (
  register: Register,
  question: Omit<TallyQuestion, 'rule' | 'not'>,
): Readonly<Record<CountingRule, Tally>> => {
  const by = (rule: CountingRule) => tally(register, { ...question, rule })
  return {
    'in-force': by('in-force'),
    deposited: by('deposited'),
    'signed-or-joined': by('signed-or-joined'),
    signatories: by('signatories'),
  }
}

/** The States of a UN region on a day, by code. */
export const regionMembers = (register: Register, region: string, on: Day): readonly Iso3[] =>
  [...register.world.states.values()]
    .filter(state => state.region === region && isStateOn(state, on))
    .map(state => state.iso3)

/** The number of States from a day on; `undecided` more may count. */
export interface CountFrom {
  readonly from: Day
  readonly count: number
  readonly undecided: number
}

/** Every day on which the number of States under a rule changes, as known on a day, with the number from then on. */
export const countSeries = (
  register: Register,
  { treaty, knownAt, rule, among }: Omit<TallyQuestion, 'on' | 'not'>,
): readonly CountFrom[] => {
  const series: CountFrom[] = []
  for (const from of turningDays(register, treaty, knownAt)) {
    const found = tally(register, { treaty, knownAt, rule, on: from, ...(among && { among }) })
    const last = series.at(-1)
    const undecided = found.undecided.length
    if (last?.count !== found.count || last.undecided !== undecided)
      series.push({ from, count: found.count, undecided })
  }
  return series
}

/** Every day on which some State's position changes under a treaty, in order. */
export const turningDays = (register: Register, treaty: TreatyId, knownAt: Day): readonly Day[] => {
  const days = new Set<Day>()
  for (const state of register.world.states.keys())
    for (const { from } of timeline(register, { state, treaty, knownAt }).segments) if (from) days.add(from)
  return [...days].sort()
}

/** Every State that had signed by a day, whatever became of its signature, with the day it signed. */
export const signaturesBy = (register: Register, treaty: TreatyId, knownAt: Day): ReadonlyMap<Iso3, Day> => {
  const days = new Map<Iso3, Day>()
  for (const act of actsOf(register, treaty, knownAt))
    if (act.kind === 'signature') {
      const earlier = days.get(act.state)
      if (!earlier || act.done.latest < earlier) days.set(act.state, act.done.latest)
    }
  return days
}
