import type { Day } from '../calendar/index.ts'
import type { Iso3, State, World } from '../states/index.ts'
import type { Treaty, TreatyId } from '../treaties/index.ts'
import type { Act, ConflictFact, Ledger, Withheld } from './act.ts'
import { type Force, forcesOf } from './force.ts'
import { type Segment, type Timeline, timelineOf } from './timeline.ts'

/** What a register is built from. */
export interface RegisterParts {
  readonly world: World
  readonly treaties: ReadonlyMap<TreatyId, Treaty>
  readonly ledgers: ReadonlyMap<TreatyId, Ledger>
  readonly conflictFacts: readonly ConflictFact[]
}

/**
 * The acts of all States under all treaties, ready to be asked. Timelines are computed when first asked for, once
 * for each stretch of days on which the same was known, and kept; the register itself never changes.
 */
export interface Register extends RegisterParts {
  /** Filled when a treaty is first asked about. */
  readonly histories: Map<TreatyId, TreatyHistory>
}

interface TreatyHistory {
  readonly treaty: Treaty
  readonly ledger: Ledger
  /** Filled when a State is first asked about. */
  readonly states: Map<Iso3, StateHistory>
  readonly acts: ReadonlyMap<Iso3, readonly Act[]>
  readonly withheld: ReadonlyMap<Iso3, readonly Withheld[]>
  readonly forceTurns: readonly Day[]
}

interface StateHistory {
  readonly ledger: Ledger
  readonly facts: readonly ConflictFact[]
  /** The days on which something became known that can change the timeline, in order. */
  readonly turns: readonly Day[]
  /** The timeline as known before the first turn, and from each turn on. */
  readonly timelines: (Timeline | undefined)[]
}

/** A question about one State under one treaty: the day asked about, and the day whose knowledge is used. */
export interface Question {
  readonly state: Iso3
  readonly treaty: TreatyId
  readonly on: Day
  readonly knownAt: Day
}

/** Things of many States, by State. */
export const groupByState = <T extends { readonly state: Iso3 }>(items: readonly T[]): Map<Iso3, T[]> => {
  const groups = new Map<Iso3, T[]>()
  for (const item of items) {
    const group = groups.get(item.state)
    if (group) group.push(item)
    else groups.set(item.state, [item])
  }
  return groups
}

const isDenunciation = ({ kind }: { readonly kind: Act['kind'] }): boolean =>
  kind === 'withdrawal-notified' || kind === 'withdrawal-revoked'

const parentOf = (treaty: Treaty, parts: RegisterParts): Treaty | undefined =>
  treaty.partOf?.denouncedWithIt ? parts.treaties.get(treaty.partOf.treaty as TreatyId) : undefined

/** Denouncing a convention denounces the protocols annexed to it (CCW art. 9(3)). */
const withParentDenunciations = (ledger: Ledger, treaty: Treaty, parts: RegisterParts): Ledger => {
  const parent = parentOf(treaty, parts)
  const theirs = parent && parts.ledgers.get(parent.id)
  if (!theirs) return ledger
  return {
    acts: [...ledger.acts, ...theirs.acts.filter(isDenunciation)],
    withheld: [...ledger.withheld, ...theirs.withheld.filter(isDenunciation)],
  }
}

/** The days on which the treaty's own entry into force may come to be known anew. */
const forceTurns = (treaty: Treaty, ledger: Ledger): readonly Day[] => {
  if (treaty.inForce) return [treaty.inForce.thresholdReached ?? treaty.inForce.day]
  const kinds = treaty.arithmetic.entryIntoForce.threshold?.kinds ?? []
  const matters = (kind: Act['kind']): boolean => kinds.includes(kind) || kind === 'ratification-revoked'
  return [
    ...ledger.acts.filter(act => matters(act.kind)).map(act => act.knownFrom),
    ...ledger.withheld.filter(marker => matters(marker.kind)).map(marker => marker.about.earliest),
  ]
}

const turnsOf = (ledger: Ledger, facts: readonly ConflictFact[], force: readonly Day[]): readonly Day[] => {
  const acts = ledger.acts.map(act => act.knownFrom)
  const withheld = ledger.withheld.map(marker => marker.about.earliest)
  return [...new Set([...acts, ...withheld, ...facts.map(fact => fact.knownFrom), ...force])].sort()
}

const historyOf = (treaty: Treaty, parts: RegisterParts): TreatyHistory => {
  const own = parts.ledgers.get(treaty.id) ?? { acts: [], withheld: [] }
  const ledger = withParentDenunciations(own, treaty, parts)
  return {
    treaty,
    ledger,
    acts: groupByState<Act>(ledger.acts),
    withheld: groupByState<Withheld>(ledger.withheld),
    forceTurns: forceTurns(treaty, ledger),
    states: new Map(),
  }
}

const stateHistory = (register: Register, history: TreatyHistory, state: Iso3): StateHistory => {
  const kept = history.states.get(state)
  if (kept) return kept
  const ledger = { acts: history.acts.get(state) ?? [], withheld: history.withheld.get(state) ?? [] }
  const facts = register.conflictFacts.filter(
    fact => fact.treaty === history.treaty.id && fact.state === state,
  )
  const made: StateHistory = {
    ledger,
    facts,
    turns: turnsOf(ledger, facts, history.forceTurns),
    timelines: [],
  }
  history.states.set(state, made)
  return made
}

/** Builds the register. */
export const buildRegister = (parts: RegisterParts): Register => ({ ...parts, histories: new Map() })

/** The register with hypothetical acts laid over it, for one question; the register given is not changed. */
export const withHypothetical = (register: Register, acts: readonly Act[]): Register => {
  const ledgers = new Map(register.ledgers)
  for (const act of acts) {
    const ledger = ledgers.get(act.treaty) ?? { acts: [], withheld: [] }
    ledgers.set(act.treaty, { ...ledger, acts: [...ledger.acts, act] })
  }
  return buildRegister({ ...register, ledgers })
}

/** The treaty with this id. Throws when the register has none: ids are resolved where questions come in. */
export const treatyOf = (register: Register, id: TreatyId): Treaty => historyIn(register, id).treaty

const historyIn = (register: Register, id: TreatyId): TreatyHistory => {
  const kept = register.histories.get(id)
  if (kept) return kept
  const treaty = register.treaties.get(id)
  if (treaty) {
    const made = historyOf(treaty, register)
    register.histories.set(id, made)
    return made
  }
  throw new Error(`Cannot find the treaty "${id}": expected the id of a pack, for example ccm`)
}

/** What was known on a day of a treaty's acts, by all States or by one. */
const knownOn = (ledger: Ledger, knownAt: Day): Ledger => ({
  acts: ledger.acts.filter(act => act.knownFrom <= knownAt),
  withheld: ledger.withheld.filter(marker => marker.about.earliest <= knownAt),
})

const forcesKnown = ({ treaty, ledger }: TreatyHistory, knownAt: Day): readonly [Force, ...Force[]] =>
  forcesOf(treaty, treaty.inForce ? ledger : knownOn(ledger, knownAt), knownAt)

/** The treaty's entry into force as known on a day; nothing where it is not certain. */
export const treatyForce = (register: Register, id: TreatyId, knownAt: Day): Force => {
  const [force, ...others] = forcesKnown(historyIn(register, id), knownAt)
  return others.length === 0 ? force : {}
}

/** The acts of a treaty that were known on a day. */
export const actsOf = (register: Register, id: TreatyId, knownAt: Day): readonly Act[] =>
  knownOn(historyIn(register, id).ledger, knownAt).acts

/** How many of the sorted days are on or before `knownAt`. */
const countUpTo = (days: readonly Day[], knownAt: Day): number => {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    const at = days[middle]
    if (at !== undefined && at <= knownAt) low = middle + 1
    else high = middle
  }
  return low
}

const compute = (register: Register, history: TreatyHistory, state: State, knownAt: Day): Timeline => {
  const { ledger, facts } = stateHistory(register, history, state.iso3)
  const parent = parentOf(history.treaty, register)
  return timelineOf(knownOn(ledger, knownAt), {
    treaty: history.treaty,
    state,
    forces: forcesKnown(history, knownAt),
    conflictFacts: facts.filter(fact => fact.knownFrom <= knownAt),
    ...(parent && { parent }),
  })
}

/** One State's timeline under one treaty as known on a day. */
export const timeline = (register: Register, { state, treaty, knownAt }: Omit<Question, 'on'>): Timeline => {
  const history = historyIn(register, treaty)
  const known = register.world.states.get(state)
  if (!known) throw new Error(`Cannot find the state "${state}": expected an ISO 3166-1 alpha-3 code`)
  const mine = stateHistory(register, history, state)
  const turn = countUpTo(mine.turns, knownAt)
  const kept = mine.timelines[turn]
  if (kept) return kept
  const made = compute(register, history, known, knownAt)
  mine.timelines[turn] = made
  return made
}

/** The index of the segment of a timeline that holds the day. */
export const segmentIndex = (segments: Timeline['segments'], on: Day): number => {
  let index = 0
  for (let next = 1; next < segments.length; next++) {
    const from = segments[next]?.from
    if (from === undefined || from > on) break
    index = next
  }
  return index
}

/** The segment that holds the day asked about. */
export const segmentOn = (register: Register, question: Question): Segment => {
  const { segments } = timeline(register, question)
  return segments[segmentIndex(segments, question.on)] ?? segments[0]
}
