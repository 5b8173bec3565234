import {
  apply,
  candidates,
  type DateSum,
  type Day,
  inWords,
  laterOf,
  operationInWords,
} from '../calendar/index.ts'
import type { Reason } from '../evidence/index.ts'
import { type ActKind, cite, isConsent, type Treaty } from '../treaties/index.ts'
import { bindingOf, type Force, generalArticle } from './force.ts'
import { theTreaty } from './words.ts'

/** What is asked of the pure arithmetic of a treaty: the effect of an act of this kind done on this day. */
export interface EffectQuestion {
  readonly kind: ActKind
  readonly day: Day
  /** The end of the conflict the State is engaged in when its notice runs out. */
  readonly conflictUntil?: Day | 'ongoing' | 'unknown'
  /** Takes the deposit to be among those that brought the treaty into force. */
  readonly beforeThreshold?: boolean
}

/** The day an act takes effect, or the days it may, or why it cannot be. */
export type Effect =
  | {
      readonly is: 'answered'
      readonly effective: Day | null
      readonly alternatives: readonly Day[]
      readonly reasons: readonly Reason[]
      readonly assumptions: readonly string[]
    }
  | { readonly is: 'refused'; readonly provision: string; readonly why: string; readonly wayOut: string }

const refused = (provision: string, why: string, wayOut: string): Effect => ({
  is: 'refused',
  provision,
  why,
  wayOut,
})

const answered = (
  sum: DateSum | undefined,
  reasons: readonly Reason[],
  assumptions: readonly string[] = [],
): Effect => {
  const days = sum ? candidates(sum) : []
  const [only, second] = days
  return {
    is: 'answered',
    effective: only && !second ? only : null,
    alternatives: second ? days : [],
    reasons,
    assumptions,
  }
}

const step = (provision: string, text: string, source = ''): Reason => ({ provision, text, source })

const ambiguity = (sum: DateSum): string =>
  sum.is === 'exact'
    ? inWords(sum.day)
    : `${inWords(sum.earlier)} or ${inWords(sum.later)}: that day does not exist in the month reached, and the treaty does not say which is meant`

/** The first day on which the treaty can no longer be signed. */
export const signatureEnd = (treaty: Treaty, force: Force): Day | undefined => {
  const until = treaty.arithmetic.signature?.until
  return until === 'entryIntoForce' ? force.day : until
}

/** Why a signature on this day cannot be, or `undefined` when it can. */
export const signatureRefusal = (treaty: Treaty, day: Day, force: Force): Effect | undefined => {
  const rules = treaty.arithmetic.signature
  const opened = rules?.from ?? treaty.opened?.day
  const end = signatureEnd(treaty, force)
  if (!rules)
    return refused('', `${capital(theTreaty(treaty))} is not signed.`, 'Ask for consent-to-be-bound instead.')
  const art = cite(treaty, rules.art)
  if (opened && day < opened)
    return refused(art, `It was opened for signature on ${inWords(opened)}.`, 'Ask for a day from then on.')
  if (end && day >= end)
    return refused(
      art,
      `It was open for signature only until ${inWords(end)}.`,
      'Ask for an accession instead.',
    )
  return undefined
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const signatureEffect = (treaty: Treaty, day: Day, force: Force): Effect => {
  const refusal = signatureRefusal(treaty, day, force)
  if (refusal) return refusal
  const art = cite(treaty, treaty.arithmetic.signature?.art ?? '')
  return answered({ is: 'exact', day }, [
    step(
      art,
      `A signature on ${inWords(day)} makes the State a signatory from that day; it is not bound by it.`,
    ),
    step(
      'VCLT art. 18(a)',
      'A signatory is to refrain from acts that would defeat the object and purpose of the treaty.',
    ),
  ])
}

const opening = (treaty: Treaty): Day | undefined =>
  treaty.arithmetic.signature?.from ?? treaty.opened?.day ?? treaty.adopted.day

const generalEffect = (treaty: Treaty, force: Force, why: string): Effect => {
  const art = cite(treaty, generalArticle(treaty.arithmetic.entryIntoForce))
  if (!force.day)
    return answered(undefined, [step(art, 'The treaty is not in force: it waits for further instruments.')])
  const text = `${why} It takes effect with the treaty as a whole: ${inWords(force.day)}.`
  return answered({ is: 'exact', day: force.day }, [step(art, text, treaty.inForce?.source ?? '')])
}

const whyGeneral = (treaty: Treaty, force: Force, day: Day): string => {
  const { late } = treaty.arithmetic.entryIntoForce
  if (!late || !force.day) return `The deposit is made on ${inWords(day)}.`
  return late.when === 'depositAfterEntryIntoForce'
    ? `A date of its own is only for those who deposit after the treaty's entry into force (${cite(treaty, late.art)}); ${inWords(day)} is not later than ${inWords(force.day)}.`
    : `A date of its own is only for those who deposit after ${inWords(force.thresholdReached ?? force.day)} (${cite(treaty, late.art)}).`
}

const accessionCaveat = (treaty: Treaty, { kind, day }: EffectQuestion, force: Force): readonly string[] => {
  const accession = treaty.arithmetic.consent.accession
  if (kind !== 'accession' || !accession?.onlyAfterEntryIntoForce || !force.day || day >= force.day) return []
  return [
    `${cite(treaty, accession.art)} opens accession only after the treaty's entry into force on ${inWords(force.day)}; this answer takes the instrument as the depositary would record it on ${inWords(day)}.`,
  ]
}

const depositEffect = (treaty: Treaty, question: EffectQuestion, force: Force): Effect => {
  const { day } = question
  const from = opening(treaty)
  if (from && day < from)
    return refused('', `No instrument could be deposited before ${inWords(from)}.`, 'Ask for a later day.')
  if (question.beforeThreshold)
    return generalEffect(treaty, force, 'The deposit is taken to be one of the first.')
  const binding = bindingOf(treaty, day, force)
  const caveats = accessionCaveat(treaty, question, force)
  switch (binding.is) {
    case 'late': {
      const text = `It takes effect on ${operationInWords(binding.rule)} the deposit of ${inWords(day)}: ${ambiguity(binding.sum)}.`
      return answered(binding.sum, [step(cite(treaty, binding.rule.art), text)], caveats)
    }
    case 'closed':
      return refused(
        '',
        'Nobody can join this treaty after its entry into force.',
        'See `pacta parties` for its parties.',
      )
    default: {
      const effect = generalEffect(treaty, force, whyGeneral(treaty, force, day))
      return effect.is === 'answered' ? { ...effect, assumptions: caveats } : effect
    }
  }
}

const conflictStep = (treaty: Treaty, until: EffectQuestion['conflictUntil'], expires: Day): Reason => {
  const clause = treaty.arithmetic.withdrawal?.conflict
  const art = clause ? cite(treaty, clause.art) : ''
  if (!clause) return step('', 'The treaty has no clause that defers a withdrawal during an armed conflict.')
  if (until === 'ongoing' || until === 'unknown') return step(art, clause.says)
  if (until && until > expires)
    return step(
      art,
      `${clause.says} The conflict lasts until ${inWords(until)}, so the withdrawal takes effect then.`,
    )
  if (until)
    return step(art, `The conflict had ended by ${inWords(expires)}, so it does not defer the withdrawal.`)
  return step(art, `No armed conflict on ${inWords(expires)} is taken into account. ${clause.says}`)
}

const withdrawalEffect = (treaty: Treaty, { day, conflictUntil }: EffectQuestion, force: Force): Effect => {
  const rules = treaty.arithmetic.withdrawal
  if (!rules)
    return refused(
      '',
      `${capital(theTreaty(treaty))} has no clause on withdrawal.`,
      'The general law of treaties applies (VCLT art. 56).',
    )
  if (!force.day || day < force.day)
    return refused(
      cite(treaty, rules.noticeArt),
      'Nobody was bound yet on that day.',
      'Ask for a day after the entry into force.',
    )
  const sum = treatySum(treaty, day)
  const clock =
    rules.clock === 'receiptByDepositary' ? 'the receipt of the notice by the depositary' : 'the notice'
  const period = step(
    cite(treaty, rules.rule.art),
    `The notice period ends ${operationInWords(rules.rule)} ${clock} on ${inWords(day)}: ${ambiguity(sum)}.`,
  )
  const latest = candidates(sum).at(-1) ?? day
  const reasons = [period, conflictStep(treaty, conflictUntil, latest)]
  const assumptions =
    rules.conflict && !conflictUntil
      ? ['The State is not engaged in an armed conflict when the notice runs out.']
      : []
  if (!rules.conflict || !conflictUntil) return answered(sum, reasons, assumptions)
  if (conflictUntil === 'ongoing') return answered(undefined, reasons)
  if (conflictUntil === 'unknown')
    return { is: 'answered', effective: null, alternatives: candidates(sum), reasons, assumptions }
  return answered(deferred(sum, conflictUntil), reasons)
}

const treatySum = (treaty: Treaty, day: Day): DateSum => {
  const rules = treaty.arithmetic.withdrawal
  return rules ? apply(rules.rule, day) : { is: 'exact', day }
}

const deferred = (sum: DateSum, until: Day): DateSum =>
  sum.is === 'exact'
    ? { is: 'exact', day: laterOf(sum.day, until) }
    : until >= sum.later
      ? { is: 'exact', day: until }
      : sum

/** The effect of an act under a treaty's own arithmetic, without regard to any State's other acts. */
export const effectOf = (treaty: Treaty, question: EffectQuestion, force: Force): Effect => {
  const { kind, day } = question
  if (kind === 'signature') return signatureEffect(treaty, day, force)
  if (isConsent(kind)) return depositEffect(treaty, question, force)
  if (kind === 'withdrawal-notified') return withdrawalEffect(treaty, question, force)
  if (kind === 'reservation' && treaty.arithmetic.reservations.allowed === 'none')
    return answered(undefined, [
      step(
        cite(treaty, treaty.arithmetic.reservations.art ?? ''),
        'No reservations are allowed: it has no effect on the position.',
      ),
    ])
  if (kind === 'suspension-claimed' || kind === 'withdrawal-suspension-claimed')
    return answered(undefined, [
      step(
        '',
        'The treaty has no power of suspension: the claim is recorded, and whether it has any effect is contested.',
      ),
    ])
  return answered(undefined, [
    step('', 'An act of this kind has no effect of its own on a State’s position.'),
  ])
}
