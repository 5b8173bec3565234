import { apply, candidates, type DateSum, type Day, laterOf } from '../calendar/index.ts'
import type { State } from '../states/index.ts'
import type { Treaty } from '../treaties/index.ts'
import { isConsent } from '../treaties/index.ts'
import type { Act, ConflictFact } from './act.ts'
import { bindingOf, type Force } from './force.ts'
import type { Spell, Withdrawal } from './position.ts'

/** An act on one of the days it may have been done. */
export interface DatedAct {
  readonly act: Act
  readonly on: Day
}

/**
 * One way the undecided things may have been: which candidate day of an ambiguous sum is meant, and whether a
 * State whose engagement in a conflict is recorded as unknown was engaged.
 */
export interface Reading {
  readonly sums: 'earlier' | 'later'
  readonly conflicts: 'engaged' | 'not-engaged'
}

/** What the fold of one State's acts needs to know beside them. */
export interface Setting {
  readonly treaty: Treaty
  readonly state: State
  readonly force: Force
  readonly conflictFacts: readonly ConflictFact[]
  readonly reading: Reading
}

const pick = (sum: DateSum, { sums }: Reading): Day =>
  sum.is === 'exact' ? sum.day : sums === 'earlier' ? sum.earlier : sum.later

/** The first day of the State, for a notification of succession that reaches back to it. */
const reachBack = (deposit: DatedAct, { state, force }: Setting): Day | undefined => {
  if (deposit.act.kind !== 'succession' || !state.from || !force.day) return undefined
  const day = laterOf(state.from, force.day)
  return day < deposit.on ? day : undefined
}

/** The spell that a deposit begins, before anything ends it. */
const spellFrom = (deposit: DatedAct, setting: Setting): Spell => {
  const binding = bindingOf(setting.treaty, deposit.on, setting.force)
  const reachesBackTo = reachBack(deposit, setting)
  const own =
    binding.is === 'general'
      ? binding.day
      : binding.is === 'late'
        ? pick(binding.sum, setting.reading)
        : undefined
  const boundFrom = reachesBackTo ?? own
  return {
    deposit: deposit.act,
    binding,
    revokedNotices: [],
    ...(boundFrom && { boundFrom }),
    ...(reachesBackTo && { reachesBackTo }),
  }
}

const engaged = (fact: ConflictFact | undefined, reading: Reading): boolean =>
  fact?.engaged === 'yes' || (fact?.engaged === 'unknown' && reading.conflicts === 'engaged')

/** The effect of a notice of withdrawal, with the conflict clause where the treaty has one (CCM art. 20(3)). */
const withdrawalFrom = (notice: DatedAct, setting: Setting): Withdrawal | undefined => {
  const rules = setting.treaty.arithmetic.withdrawal
  if (!rules) return undefined
  const expires = pick(apply(rules.rule, notice.on), setting.reading)
  const conflict = rules.conflict
    ? setting.conflictFacts.find(fact => fact.on === expires && fact.state === setting.state.iso3)
    : undefined
  const denouncedWith =
    notice.act.treaty === setting.treaty.id ? undefined : setting.treaty.partOf?.denouncedWithIt
  const base = {
    notice: notice.act,
    expires,
    ...(conflict && { conflict }),
    ...(denouncedWith && { denouncedWith }),
  }
  if (!engaged(conflict, setting.reading)) return { ...base, takesEffect: expires }
  return conflict?.until ? { ...base, takesEffect: laterOf(expires, conflict.until) } : base
}

const closes = (spell: Spell, on: Day): boolean => {
  const effect = spell.withdrawal?.takesEffect
  return spell.revoked !== undefined || (effect !== undefined && effect <= on)
}

const withoutWithdrawal = ({ withdrawal, ...spell }: Spell, until: Day): Spell =>
  withdrawal
    ? { ...spell, revokedNotices: [...spell.revokedNotices, { notice: withdrawal.notice, until }] }
    : spell

/** The spell after an act other than a deposit. */
const changed = (spell: Spell, dated: DatedAct, setting: Setting): Spell => {
  switch (dated.act.kind) {
    case 'withdrawal-notified': {
      const withdrawal = spell.withdrawal ? undefined : withdrawalFrom(dated, setting)
      return withdrawal ? { ...spell, withdrawal } : spell
    }
    case 'withdrawal-revoked':
    case 'withdrawal-suspension-claimed':
      return withoutWithdrawal(spell, dated.on)
    case 'suspension-claimed':
      return spell.suspension ? spell : { ...spell, suspension: dated.act }
    case 'ratification-revoked':
      return spell.boundFrom !== undefined && spell.boundFrom <= dated.on
        ? spell
        : { ...spell, revoked: dated.act }
    default:
      return spell
  }
}

/**
 * The spells of one State from its acts in the order of their days. Further instruments deposited while a spell
 * runs (with other depositaries) are kept but change nothing; a deposit after a withdrawal begins a new spell.
 */
export const spellsOf = (acts: readonly DatedAct[], setting: Setting): readonly Spell[] => {
  const spells: Spell[] = []
  for (const dated of acts) {
    const current = spells.at(-1)
    const open = current && !closes(current, dated.on)
    if (isConsent(dated.act.kind)) {
      if (!open) spells.push(spellFrom(dated, setting))
    } else if (open) spells[spells.length - 1] = changed(current, dated, setting)
  }
  return spells
}

/** Both readings where a sum among these acts is ambiguous or a conflict unknown, else one. */
export const readingsNeeded = (acts: readonly DatedAct[], setting: Setting): readonly Reading[] => {
  const rules = setting.treaty.arithmetic
  const late = rules.entryIntoForce.late
  const ambiguous = acts.some(({ act, on }) => {
    const rule = isConsent(act.kind)
      ? late
      : act.kind === 'withdrawal-notified'
        ? rules.withdrawal?.rule
        : undefined
    return rule !== undefined && candidates(apply(rule, on)).length > 1
  })
  const unknown = setting.conflictFacts.some(
    fact => fact.state === setting.state.iso3 && fact.engaged === 'unknown',
  )
  const sums = ambiguous ? (['earlier', 'later'] as const) : (['earlier'] as const)
  const conflicts = unknown ? (['not-engaged', 'engaged'] as const) : (['not-engaged'] as const)
  return sums.flatMap(s => conflicts.map(c => ({ sums: s, conflicts: c })))
}
