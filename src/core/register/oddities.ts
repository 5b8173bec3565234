import { type Day, inWords } from '../calendar/index.ts'
import type { Problem } from '../evidence/index.ts'
import { type ActKind, cite, isConsent, type Treaty, type TreatyId } from '../treaties/index.ts'
import type { Act } from './act.ts'
import { signatureEnd } from './effect.ts'
import type { Force } from './force.ts'
import { groupByState, type Register, treatyForce, treatyOf } from './register.ts'
import { ACT_WORDS } from './words.ts'

/** An act with what it is looked at beside. */
interface Seen {
  readonly act: Act
  readonly treaty: Treaty
  readonly force: Force
  /** The other acts of the same State. */
  readonly others: readonly Act[]
  readonly known: Day
}

/** What is odd about an act, as a clause after the State's code; nothing where nothing is. */
type Check = (seen: Seen) => string | undefined

const SIGNED_FIRST: readonly ActKind[] = ['ratification', 'acceptance', 'approval']

/** Packs whose lists of signatures are known to be incomplete say so in their verification note. */
const silentOnSignatures = (treaty: Treaty): boolean =>
  treaty.verification.includes('signatures are incomplete')

const earlier = ({ act, others }: Seen, fits: (other: Act) => boolean): readonly Act[] =>
  others.filter(other => other.done.earliest <= act.done.earliest && fits(other))

const accessionAfterSignature: Check = seen =>
  seen.act.kind === 'accession' && earlier(seen, other => other.kind === 'signature').length > 0
    ? 'acceded after it had signed; a signatory ratifies'
    : undefined

const withoutSignature: Check = ({ act, treaty, others }) =>
  SIGNED_FIRST.includes(act.kind) &&
  treaty.arithmetic.signature &&
  !silentOnSignatures(treaty) &&
  !others.some(other => other.kind === 'signature')
    ? `${ACT_WORDS[act.kind]} without a signature on record`
    : undefined

const signedTooLate: Check = ({ act, treaty, force }) => {
  const end = signatureEnd(treaty, force)
  return act.kind === 'signature' && end && act.done.earliest >= end
    ? `signed after signature had closed on ${inWords(end)} (${cite(treaty, treaty.arithmetic.signature?.art ?? '')})`
    : undefined
}

const tooEarly: Check = ({ act, treaty }) => {
  const from = treaty.arithmetic.signature?.from ?? treaty.opened?.day ?? treaty.adopted.day
  const bears = act.kind === 'signature' || isConsent(act.kind)
  return bears && act.done.latest < from
    ? `${ACT_WORDS[act.kind]} before the treaty was open to it on ${inWords(from)}`
    : undefined
}

const notYet: Check = ({ act, known }) =>
  act.done.earliest > known ? `${ACT_WORDS[act.kind]} on a day that has not come yet` : undefined

const knownTooEarly: Check = ({ act }) =>
  !act.hypothetical && act.knownFrom < act.done.earliest
    ? 'is said to be known before it was done'
    : undefined

const wrongName: Check = ({ act, treaty }) =>
  isConsent(act.kind) &&
  act.kind !== 'consent-to-be-bound' &&
  !treaty.arithmetic.consent.kinds.includes(act.kind)
    ? `${ACT_WORDS[act.kind]}, by which the treaty knows no consent (${cite(treaty, treaty.arithmetic.consent.art)})`
    : undefined

const between = (acts: readonly Act[], from: Day, until: Day, kinds: readonly ActKind[]): boolean =>
  acts.some(({ kind, done }) => kinds.includes(kind) && from <= done.latest && done.earliest <= until)

const secondConsent: Check = seen => {
  if (!isConsent(seen.act.kind)) return undefined
  const same = earlier(
    seen,
    other => isConsent(other.kind) && other.depositary === seen.act.depositary && other !== seen.act,
  )
  const [first] = same.filter(other => other.place.line !== seen.act.place.line)
  const ended: readonly ActKind[] = ['withdrawal-notified', 'ratification-revoked']
  return first && !between(seen.others, first.done.earliest, seen.act.done.latest, ended)
    ? `${ACT_WORDS[seen.act.kind]} a second time, after line ${first.place.line ?? '?'}; only the first counts`
    : undefined
}

const noticeWithoutParty: Check = seen => {
  if (seen.act.kind !== 'withdrawal-notified') return undefined
  if (!seen.treaty.arithmetic.withdrawal)
    return 'notified its withdrawal from a treaty that has no clause for it'
  return earlier(seen, other => isConsent(other.kind)).length === 0
    ? 'notified its withdrawal without having joined'
    : undefined
}

const secondNotice: Check = seen => {
  if (seen.act.kind !== 'withdrawal-notified') return undefined
  const [first] = earlier(
    seen,
    other => other.kind === 'withdrawal-notified' && other.place.line !== seen.act.place.line,
  )
  const since: readonly ActKind[] = [
    'withdrawal-revoked',
    'withdrawal-suspension-claimed',
    'accession',
    'ratification',
  ]
  return first && !between(seen.others, first.done.earliest, seen.act.done.latest, since)
    ? 'notified its withdrawal twice; the notice that takes effect first counts'
    : undefined
}

const revocationOfNothing: Check = seen =>
  seen.act.kind === 'withdrawal-revoked' &&
  earlier(seen, other => other.kind === 'withdrawal-notified').length === 0
    ? 'revoked a notice that is not on record'
    : undefined

const provisionalWithoutRule: Check = ({ act, treaty }) =>
  act.kind === 'provisional-application' && !treaty.arithmetic.provisional
    ? 'declared provisional application under a treaty that knows none'
    : undefined

const CHECKS: readonly Check[] = [
  accessionAfterSignature,
  withoutSignature,
  signedTooLate,
  tooEarly,
  notYet,
  knownTooEarly,
  wrongName,
  secondConsent,
  noticeWithoutParty,
  secondNotice,
  revocationOfNothing,
  provisionalWithoutRule,
]

const problemOf = ({ act }: Seen, what: string): Problem => ({
  severity: 'warning',
  place: act.place,
  text: `${act.state},${act.kind},${act.done.text}`,
  message: `${act.state} ${what}.`,
  wayOut: 'Check the source; if the depositary has it so, leave it.',
})

/** What is odd about acts laid beside the others of their State. */
export const odditiesAmong = (
  acts: readonly Act[],
  treaty: Treaty,
  force: Force,
  known: Day,
): readonly Problem[] => {
  const byState = groupByState(acts)
  return acts.flatMap(act => {
    const seen: Seen = { act, treaty, force, known, others: byState.get(act.state) ?? [] }
    return CHECKS.flatMap(check => {
      const what = check(seen)
      return what ? [problemOf(seen, what)] : []
    })
  })
}

/** What treaty law or practice makes odd in a treaty's acts: warnings, never errors. */
export const oddities = (register: Register, id: TreatyId, known: Day): readonly Problem[] => {
  const acts = register.ledgers.get(id)?.acts ?? []
  return odditiesAmong(acts, treatyOf(register, id), treatyForce(register, id, known), known)
}
