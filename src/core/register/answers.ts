import type { Day } from '../calendar/index.ts'
import { type Bloc, type Iso3, membersOn, stateOf } from '../states/index.ts'
import type { TreatyId } from '../treaties/index.ts'
import type { Act } from './act.ts'
import type { PositionName } from './position.ts'
import { type Register, timeline, treatyOf } from './register.ts'
import { type AnswerFrame, frameFor } from './status.ts'
import { type CountingRule, regionMembers, type Tally, tallies, tally } from './tally.ts'
import { decided, possibleNames, type Segment } from './timeline.ts'
import { ACT_WORDS, RULE_WORDS } from './words.ts'

/** A number of States with its rule, its members and the numbers under the other rules. */
export interface PartiesAnswer extends AnswerFrame {
  readonly treaty: TreatyId
  readonly rule: CountingRule
  readonly ruleInWords: string
  readonly among: string | null
  readonly not: boolean
  readonly count: number
  readonly states: readonly Iso3[]
  readonly undecided: readonly Iso3[]
  /** Memberships of the bloc that are not loaded, so that the number may be too small; 0 where it is complete. */
  readonly membersLeftOut: number
  readonly counts: {
    readonly inForce: number
    readonly deposited: number
    readonly signedOrJoined: number
    readonly signatories: number
  }
  readonly reasons: readonly { readonly provision: string; readonly text: string; readonly source: string }[]
}

export interface PartiesQuestion {
  readonly treaty: TreatyId
  readonly on: Day
  readonly knownAt: Day
  readonly rule: CountingRule
  readonly among?: Bloc | { readonly region: string }
  readonly not?: boolean
}

const membersFor = (register: Register, { among, on }: PartiesQuestion): readonly Iso3[] | undefined => {
  if (!among) return undefined
  return 'region' in among ? regionMembers(register, among.region, on) : membersOn(among, on)
}

const leftOutOf = ({ among }: PartiesQuestion): number =>
  among && !('region' in among) && !among.complete ? Math.max(1, among.withheld) : 0

const amongAssumptions = ({ among }: PartiesQuestion): readonly string[] =>
  among && !('region' in among) && !among.complete
    ? [
        `The membership of ${among.title} is incomplete here: ${among.withheld} left out because their days are not verified.`,
      ]
    : []

const suspensionAssumptions = (
  register: Register,
  question: PartiesQuestion,
  counted: Tally,
): readonly string[] => {
  const claiming = counted.states.filter(state => {
    const { segments } = timeline(register, { ...question, state })
    return possibleNames(lastUpTo(segments, question.on)).includes('suspension_claimed')
  })
  if (claiming.length === 0 || question.not) return []
  const names = claiming.map(state => stateOf(register.world, state).name).join(', ')
  return [`${names}: counted although a suspension is claimed, because the claim is contested.`]
}

const lastUpTo = (segments: readonly [Segment, ...Segment[]], on: Day): Segment =>
  segments.filter(({ from }) => from === undefined || from <= on).at(-1) ?? segments[0]

/** Answers how many States stand in or out of a treaty on a day under a counting rule, and names them. */
export const partiesAnswer = (register: Register, question: PartiesQuestion): PartiesAnswer => {
  const treaty = treatyOf(register, question.treaty)
  const members = membersFor(register, question)
  const base = {
    treaty: treaty.id,
    on: question.on,
    knownAt: question.knownAt,
    ...(members && { among: members }),
  }
  const all = tallies(register, base)
  const chosen = tally(register, { ...base, rule: question.rule, not: question.not ?? false })
  const assumptions = [...amongAssumptions(question), ...suspensionAssumptions(register, question, chosen)]
  return {
    treaty: treaty.id,
    rule: question.rule,
    ruleInWords: RULE_WORDS[question.rule],
    among: question.among ? ('region' in question.among ? question.among.region : question.among.id) : null,
    not: question.not ?? false,
    count: chosen.count,
    states: chosen.states,
    undecided: chosen.undecided,
    membersLeftOut: leftOutOf(question),
    counts: {
      inForce: all['in-force'].count,
      deposited: all.deposited.count,
      signedOrJoined: all['signed-or-joined'].count,
      signatories: all.signatories.count,
    },
    ...frameFor(treaty, question.on, question.knownAt, assumptions),
    reasons: [{ provision: '', text: `Counted by the rule ${RULE_WORDS[question.rule]}.`, source: '' }],
  }
}

/** A position held over a stretch of days; `until` is exclusive. */
export interface Interval {
  readonly treaty: TreatyId
  readonly position: PositionName | 'not_decidable'
  readonly from: Day | null
  readonly until: Day | null
}

const intervalsOf = (
  register: Register,
  state: Iso3,
  treaty: TreatyId,
  knownAt: Day,
): readonly Interval[] => {
  const { segments } = timeline(register, { state, treaty, knownAt })
  return segments.map((segment, i) => ({
    treaty,
    position: decided(segment)?.is ?? 'not_decidable',
    from: segment.from ?? null,
    until: segments[i + 1]?.from ?? null,
  }))
}

const joined = (intervals: readonly Interval[]): readonly Interval[] => {
  const result: Interval[] = []
  for (const interval of intervals) {
    const last = result.at(-1)
    if (last && last.treaty === interval.treaty && last.position === interval.position)
      result[result.length - 1] = { ...last, until: interval.until }
    else result.push(interval)
  }
  return result
}

const actView = (act: Act) => ({
  treaty: act.treaty,
  kind: act.kind,
  words: ACT_WORDS[act.kind],
  day: act.done.text,
  ...(act.depositary && { depositary: act.depositary }),
  knownFrom: act.knownFrom,
  source: act.source,
  confidence: act.confidence,
  contested: act.contested,
  note: act.note,
  ...(act.hypothetical && { hypothetical: true }),
})

/** Every act of a State and every stretch of days with one position, under one treaty or all. */
export const historyAnswer = (
  register: Register,
  state: Iso3,
  treaties: readonly TreatyId[],
  knownAt: Day,
) => ({
  state,
  name: stateOf(register.world, state).name,
  acts: treaties.flatMap(treaty => timeline(register, { state, treaty, knownAt }).acts.map(actView)),
  withheld: treaties.flatMap(treaty =>
    timeline(register, { state, treaty, knownAt }).withheld.map(({ kind, about, why }) => ({
      treaty,
      kind,
      about: about.text,
      why,
    })),
  ),
  intervals: treaties.flatMap(treaty => joined(intervalsOf(register, state, treaty, knownAt))),
})

/** A change of one State's position, with the act that led to it where there is one on that day. */
export interface Change {
  readonly state: Iso3
  readonly name: string
  readonly from: PositionName | 'not_decidable'
  readonly to: PositionName | 'not_decidable'
  readonly day: Day
  readonly act: { readonly kind: string; readonly day: string; readonly source: string } | null
}

const nameOf = (segment: Segment): Change['from'] => decided(segment)?.is ?? 'not_decidable'

const actBehind = (acts: readonly Act[], segment: Segment, day: Day): Change['act'] => {
  const position = decided(segment)
  const spell = position && 'spell' in position ? position.spell : undefined
  const of = acts.find(act => act.done.earliest === day)
  const act = of ?? (position?.is === 'withdrawn' ? spell?.withdrawal?.notice : spell?.deposit)
  return act ? { kind: act.kind, day: act.done.text, source: act.source } : null
}

const changesOf = (register: Register, state: Iso3, treaty: TreatyId, knownAt: Day): readonly Change[] => {
  const { segments, acts } = timeline(register, { state, treaty, knownAt })
  const name = stateOf(register.world, state).name
  return segments.flatMap((segment, i) => {
    const before = segments[i - 1]
    if (!segment.from || !before || nameOf(before) === nameOf(segment)) return []
    const act = actBehind(acts, segment, segment.from)
    return [{ state, name, from: nameOf(before), to: nameOf(segment), day: segment.from, act }]
  })
}

/** What changed under a treaty after `from` up to and including `to`, in the order of days. */
export const diffAnswer = (
  register: Register,
  { treaty, from, to, knownAt }: { treaty: TreatyId; from: Day; to: Day; knownAt: Day },
) => {
  const pack = treatyOf(register, treaty)
  const changes = [...register.world.states.keys()]
    .flatMap(state => changesOf(register, state, treaty, knownAt))
    .filter(({ day }) => from < day && day <= to)
    .sort((a, b) => (a.day === b.day ? a.state.localeCompare(b.state) : a.day < b.day ? -1 : 1))
  return { treaty, from, to, changes, ...frameFor(pack, to, knownAt), reasons: [] as const }
}
