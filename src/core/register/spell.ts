import { apply, candidates, type DateSum, type Day, laterOf } from '../calendar/index.ts'
import type { State } from '../states/index.ts'
import { isConsent, type Treaty, type WithdrawalRules } from '../treaties/index.ts'
import type { Act, ConflictFact } from './act.ts'
import { bindingOf, type Force } from './force.ts'
import type { DatedAct, History } from './histories.ts'
import type { Spell, Withdrawal } from './position.ts'

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
  /** The treaty that this one belongs to, whose denunciation carries it along. */
  readonly parent?: Treaty
  readonly state: State
  readonly force: Force
  readonly conflictFacts: readonly ConflictFact[]
  readonly reading: Reading
}

const pick = (sum: DateSum, { sums }: Reading): Day =>
  sum.is === 'exact' ? sum.day : sums === 'earlier' ? sum.earlier : sum.later

/** The first day of the State, for a first notification of succession that reaches back to it. */
const reachBack = (deposit: DatedAct, { state, force }: Setting): Day | undefined => {
  if (deposit.act.kind !== 'succession' || !state.from || !force.day) return undefined
  const day = laterOf(state.from, force.day)
  return day < deposit.on ? day : undefined
}

/** The spell that a deposit begins; it does not begin before `notBefore`, when an earlier one ends. */
const spellFrom = (deposit: DatedAct, setting: Setting, notBefore: Day | undefined): Spell => {
  const binding = bindingOf(setting.treaty, deposit.on, setting.force)
  const reachesBackTo = notBefore ? undefined : reachBack(deposit, setting)
  const sum =
    binding.is === 'general'
      ? binding.day
      : binding.is === 'late'
        ? pick(binding.sum, setting.reading)
        : undefined
  const own = sum && notBefore ? laterOf(sum, notBefore) : sum
  const boundFrom = reachesBackTo ?? own
  return {
    deposit: deposit.act,
    begins: laterOf(reachesBackTo ?? deposit.on, notBefore ?? reachesBackTo ?? deposit.on),
    binding,
    revokedNotices: [],
    ...(boundFrom && { boundFrom }),
    ...(reachesBackTo && { reachesBackTo }),
  }
}

const engaged = (fact: ConflictFact | undefined, reading: Reading): boolean =>
  fact?.engaged === 'yes' || (fact?.engaged === 'unknown' && reading.conflicts === 'engaged')

/** The rules that a notice follows: the parent's, when it is the parent that is denounced. */
const rulesFor = (notice: Act, { treaty, parent }: Setting): WithdrawalRules | undefined =>
  (notice.treaty === treaty.id ? treaty : parent)?.arithmetic.withdrawal

/** The effect of a notice of withdrawal, with the conflict clause where the treaty has one (CCM art. 20(3)). */
const withdrawalFrom = (notice: DatedAct, setting: Setting): Withdrawal | undefined => {
  const rules = rulesFor(notice.act, setting)
  if (!rules) return undefined
  const expires = pick(apply(rules.rule, notice.on), setting.reading)
  const conflict = rules.conflict ? setting.conflictFacts.find(fact => fact.on === expires) : undefined
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

/** Whether a revocation answers a notice: of the same treaty, and with the same depositary where both name one. */
const answers = (revocation: Act, notice: Act): boolean =>
  revocation.treaty === notice.treaty &&
  (revocation.depositary === '' || notice.depositary === '' || revocation.depositary === notice.depositary)

const withoutNotice = (spell: Spell, { act, on }: DatedAct): Spell => {
  const { withdrawal, ...rest } = spell
  if (!withdrawal || !answers(act, withdrawal.notice)) return spell
  const revoked = { notice: withdrawal.notice, revocation: act, until: on }
  return { ...rest, revokedNotices: [...spell.revokedNotices, revoked] }
}

/** Of two notices that stand together, the one that takes effect first counts. */
const withNotice = (spell: Spell, dated: DatedAct, setting: Setting): Spell => {
  const withdrawal = withdrawalFrom(dated, setting)
  const standing = spell.withdrawal
  if (!withdrawal || (standing && (standing.takesEffect ?? '9999') <= (withdrawal.takesEffect ?? '9999')))
    return spell
  return { ...spell, withdrawal }
}

/** The spell after an act other than a deposit. */
const changed = (spell: Spell, dated: DatedAct, setting: Setting): Spell => {
  switch (dated.act.kind) {
    case 'withdrawal-notified':
      return withNotice(spell, dated, setting)
    case 'withdrawal-revoked':
    case 'withdrawal-suspension-claimed':
      return withoutNotice(spell, dated)
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

/** The spells so far, and an instrument deposited while a withdrawal runs, which binds anew when it has taken effect. */
interface Progress {
  readonly spells: readonly Spell[]
  readonly queued?: DatedAct
}

/** The day a spell ended, after which another may begin. */
const endOf = (spell: Spell): Day | undefined => spell.withdrawal?.takesEffect ?? spell.revoked?.done.earliest

const begun = ({ spells }: Progress, deposit: DatedAct, setting: Setting): Progress => {
  const last = spells.at(-1)
  return { spells: [...spells, spellFrom(deposit, setting, last && endOf(last))] }
}

const whileOpen = (progress: Progress, last: Spell, dated: DatedAct, setting: Setting): Progress => {
  const { spells, queued } = progress
  const { kind } = dated.act
  if (isConsent(kind)) return last.withdrawal && !queued ? { spells, queued: dated } : progress
  const next = [...spells.slice(0, -1), changed(last, dated, setting)]
  return queued && kind !== 'withdrawal-revoked' ? { spells: next, queued } : { spells: next }
}

const advanced = (progress: Progress, dated: DatedAct, setting: Setting): Progress => {
  const last = progress.spells.at(-1)
  if (last && !closes(last, dated.on)) return whileOpen(progress, last, dated, setting)
  if (progress.queued) return advanced(begun(progress, progress.queued, setting), dated, setting)
  return isConsent(dated.act.kind) ? begun(progress, dated, setting) : progress
}

/**
 * The spells of one State from its acts in the order of their days. Further instruments deposited while a spell
 * runs (with other depositaries) are kept but change nothing; a deposit during or after a withdrawal begins a new
 * spell when the withdrawal has taken effect.
 */
export const spellsOf = (acts: History, setting: Setting): readonly Spell[] => {
  const progress = acts.reduce((so_far, dated) => advanced(so_far, dated, setting), {
    spells: [],
  } as Progress)
  const last = progress.spells.at(-1)
  const renewed = progress.queued && last?.withdrawal?.takesEffect
  return renewed && progress.queued ? begun(progress, progress.queued, setting).spells : progress.spells
}

/** Both readings where a sum among these acts is ambiguous or a conflict unknown, else one. */
export const readingsNeeded = (acts: History, setting: Setting): readonly Reading[] => {
  const late = setting.treaty.arithmetic.entryIntoForce.late
  const ambiguous = acts.some(({ act, on }) => {
    const rule = isConsent(act.kind)
      ? late
      : act.kind === 'withdrawal-notified'
        ? rulesFor(act, setting)?.rule
        : undefined
    return rule !== undefined && candidates(apply(rule, on)).length > 1
  })
  const unknown = setting.conflictFacts.some(fact => fact.engaged === 'unknown')
  const sums = ambiguous ? (['earlier', 'later'] as const) : (['earlier'] as const)
  const conflicts = unknown ? (['not-engaged', 'engaged'] as const) : (['not-engaged'] as const)
  return sums.flatMap(s => conflicts.map(c => ({ sums: s, conflicts: c })))
}
