import { apply, candidates, type DateSum, type Day, laterOf } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { EntryIntoForceRules, Rule, Threshold, Treaty } from '../treaties/index.ts'
import type { Act } from './act.ts'

/** When the treaty as a whole entered into force, as far as known on a day. */
export interface Force {
  /** The treaty's entry into force; absent while it has none that is known. */
  readonly day?: Day
  /** The day of the deposit that completed the threshold. */
  readonly thresholdReached?: Day
}

/** The first deposit of each State that the threshold counts, by day. */
const countedDeposits = (threshold: Threshold, acts: readonly Act[]): ReadonlyMap<Iso3, Day> => {
  const first = new Map<Iso3, Day>()
  for (const act of acts) {
    if (!threshold.kinds.includes(act.kind)) continue
    const known = first.get(act.state)
    if (!known || act.done.latest < known) first.set(act.state, act.done.latest)
  }
  const revoked = new Set(acts.filter(act => act.kind === 'ratification-revoked').map(act => act.state))
  return new Map([...first].filter(([state]) => !revoked.has(state)))
}

/**
 * The day on which the threshold is complete: the count is reached and every required State is among those that
 * have deposited. `undefined` when these acts do not complete it.
 */
export const thresholdReached = (threshold: Threshold, acts: readonly Act[]): Day | undefined => {
  const first = countedDeposits(threshold, acts)
  const days = [...first.values()].sort()
  const byCount = days[threshold.count - 1]
  const required = (threshold.required ?? []).map(state => first.get(state))
  if (!byCount || required.some(day => day === undefined)) return undefined
  return required.reduce<Day>((latest, day) => (day ? laterOf(latest, day) : latest), byCount)
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

/**
 * When the treaty enters into force, as known on a day. The pack's sourced day stands where there is one; for a
 * treaty not in force it is computed from the acts, which is how a hypothetical deposit can bring it in.
 */
export const forceOf = (treaty: Treaty, acts: readonly Act[], knownAt: Day): Force => {
  const stated = ofPack(treaty, knownAt)
  const threshold = treaty.arithmetic.entryIntoForce.threshold
  if (stated || !threshold) return stated ?? {}
  const reached = thresholdReached(threshold, acts)
  const sum = reached && entryIntoForceFrom(treaty, reached)
  return sum?.is === 'exact' && reached ? { day: sum.day, thresholdReached: reached } : {}
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
