import { apply, candidates, type DateSum, type Day, laterOf } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { EntryIntoForceRules, Rule, Threshold, Treaty } from '../treaties/index.ts'
import type { Act, Ledger } from './act.ts'

/** When the treaty as a whole entered into force, as far as known on a day. */
export interface Force {
  /** The treaty's entry into force; absent while it has none that is known. */
  readonly day?: Day
  /** The day of the deposit that completed the threshold. */
  readonly thresholdReached?: Day
}

/** What a threshold looks at in an act. */
type CountedAct = Pick<Act, 'state' | 'kind' | 'done'>

interface Turn {
  readonly on: Day
  readonly state: Iso3
  readonly adds: boolean
}

/** The days on which States begin and cease to be among those counted. */
const turnsFor = (
  threshold: Threshold,
  acts: readonly CountedAct[],
  at: 'earliest' | 'latest',
): readonly Turn[] =>
  acts
    .flatMap(({ kind, done, state }) => {
      if (threshold.kinds.includes(kind)) return [{ on: done[at], state, adds: true }]
      return kind === 'ratification-revoked' ? [{ on: done[at], state, adds: false }] : []
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/**
 * The day on which the threshold is complete: the count is reached and every required State is among those that
 * have deposited and not revoked. What is revoked later changes nothing. `undefined` when it is never complete.
 */
export const thresholdReached = (
  threshold: Threshold,
  acts: readonly CountedAct[],
  at: 'earliest' | 'latest' = 'latest',
): Day | undefined => {
  const counted = new Set<Iso3>()
  for (const { on, state, adds } of turnsFor(threshold, acts, at)) {
    if (adds) counted.add(state)
    else counted.delete(state)
    const required = threshold.required ?? []
    if (counted.size >= threshold.count && required.every(code => counted.has(code))) return on
  }
  return undefined
}

const notBefore = (rules: EntryIntoForceRules, treaty: Treaty): Day | undefined => {
  const floor = rules.general?.notBefore
  if (!floor || !treaty.opened) return undefined
  return candidates(apply(floor, treaty.opened.day)).at(-1)
}

/** The treaty's entry into force computed from the day its threshold was reached. */
export const entryIntoForceFrom = (treaty: Treaty, reached: Day): DateSum | undefined => {
  const rules = treaty.arithmetic.entryIntoForce
  if (!rules.general) return undefined
  const sum = apply(rules.general, reached)
  const floor = notBefore(rules, treaty)
  return sum.is === 'exact' && floor ? { is: 'exact', day: laterOf(sum.day, floor) } : sum
}

const ofPack = (treaty: Treaty, knownAt: Day): Force | undefined => {
  if (!treaty.inForce) return undefined
  const { day, thresholdReached: reached } = treaty.inForce
  if ((reached ?? day) > knownAt) return {}
  return { day, ...(reached && { thresholdReached: reached }) }
}

const forcesFrom = (treaty: Treaty, reached: Day | undefined): readonly Force[] => {
  const sum = reached && entryIntoForceFrom(treaty, reached)
  return sum && reached ? candidates(sum).map(day => ({ day, thresholdReached: reached })) : [{}]
}

/**
 * The ways in which the treaty may enter into force, as known on a day. The pack's sourced day stands where there
 * is one. For a treaty not in force it is computed from the acts, which is how a hypothetical deposit can bring it
 * in: once with every act that may have been, as early as it may have been, and once with the certain ones only.
 */
export const forcesOf = (treaty: Treaty, known: Ledger, knownAt: Day): readonly [Force, ...Force[]] => {
  const stated = ofPack(treaty, knownAt)
  const threshold = treaty.arithmetic.entryIntoForce.threshold
  if (stated || !threshold) return [stated ?? {}]
  const certain = known.acts.filter(act => !act.contested)
  const late = forcesFrom(treaty, thresholdReached(threshold, certain, 'latest'))
  const possible = [
    ...known.acts,
    ...known.withheld.map(({ state, kind, about }) => ({ state, kind, done: about })),
  ]
  const early = forcesFrom(treaty, thresholdReached(threshold, possible, 'earliest'))
  const [first = {}, ...others] = [
    ...late,
    ...early.filter(force => !late.some(({ day }) => day === force.day)),
  ]
  return [first, ...others]
}

/** The rule and the sum by which one deposit takes effect. */
export type Binding =
  | { readonly is: 'general'; readonly day: Day; readonly art: string }
  | { readonly is: 'late'; readonly sum: DateSum; readonly rule: Rule }
  | { readonly is: 'waits'; readonly art: string }
  | { readonly is: 'closed' }

const isLate = (
  deposit: Day,
  force: Force,
  when: 'depositAfterThresholdDate' | 'depositAfterEntryIntoForce',
) => {
  const last = when === 'depositAfterEntryIntoForce' ? force.day : (force.thresholdReached ?? force.day)
  return last !== undefined && deposit > last
}

/** The article under which the treaty as a whole enters into force. */
export const generalArticle = (rules: EntryIntoForceRules): string =>
  rules.general?.art ?? rules.threshold?.art ?? rules.late?.art ?? ''

/** How a deposit made on this day takes effect: with the treaty, on a day of its own, or not yet. */
export const bindingOf = (treaty: Treaty, deposit: Day, force: Force): Binding => {
  const rules = treaty.arithmetic.entryIntoForce
  if (!force.day) return { is: 'waits', art: generalArticle(rules) }
  if (rules.late && isLate(deposit, force, rules.late.when))
    return { is: 'late', sum: apply(rules.late, deposit), rule: rules.late }
  if (!rules.late && deposit > force.day) return { is: 'closed' }
  return { is: 'general', day: force.day, art: generalArticle(rules) }
}
