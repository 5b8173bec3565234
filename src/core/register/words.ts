import { type Day, inWords, parsePartialDay, partialInWords } from '../calendar/index.ts'
import { type State, spokenName } from '../states/index.ts'
import type { ActKind, Treaty } from '../treaties/index.ts'
import type { Act } from './act.ts'
import type { Position, PositionName } from './position.ts'
import type { CountingRule } from './tally.ts'

/** The positions in the field's own words, as a heading over a list of States. */
export const POSITION_WORDS: Readonly<Record<PositionName | 'not_decidable', string>> = {
  party: 'State Party',
  withdrawing: 'State Party (withdrawal notified)',
  withdrawal_deferred: 'State Party (withdrawal deferred by armed conflict)',
  suspension_claimed: 'State Party (claims to have suspended the treaty)',
  pending: 'Contracting State, not yet bound',
  signatory: 'Signatory',
  withdrawn: 'State not party (withdrawn)',
  non_party: 'State not party',
  not_decidable: 'Not decidable',
}

export const RULE_WORDS: Readonly<Record<CountingRule, string>> = {
  'in-force': 'in force: States bound on the day',
  deposited: 'deposited: States whose instrument is deposited and not effectively withdrawn',
  'signed-or-joined': 'signed or joined: deposited, and signatories',
  signatories: 'signatories only',
}

/** An act in words, to follow the name of a State: `deposited its ratification`. */
export const ACT_WORDS: Readonly<Record<ActKind, string>> = {
  signature: 'signed',
  'definitive-signature': 'signed definitively',
  ratification: 'deposited its instrument of ratification',
  acceptance: 'deposited its instrument of acceptance',
  approval: 'deposited its instrument of approval',
  accession: 'deposited its instrument of accession',
  succession: 'deposited its notification of succession',
  'consent-to-be-bound': 'notified its consent to be bound',
  'provisional-application': 'declared provisional application',
  declaration: 'made a declaration',
  'declaration-withdrawn': 'withdrew a declaration',
  reservation: 'made a reservation',
  objection: 'made an objection',
  'territorial-scope': 'declared the territorial scope',
  'withdrawal-notified': 'notified its withdrawal',
  'withdrawal-revoked': 'revoked its notice of withdrawal',
  'withdrawal-suspension-claimed': 'claimed to suspend its withdrawal',
  'suspension-claimed': 'claimed to suspend the operation of the treaty',
  'intention-not-to-ratify': 'made clear that it does not intend to become a party',
  'ratification-revoked': 'revoked its ratification',
  'domestic-decision': 'took a domestic decision, without effect under the treaty',
  'signature-not-counted': 'signed (not counted by the depositary)',
  'deposit-not-counted': 'deposited an instrument (not counted by the depositary)',
}

/** The day an act was done, as far as its source gives it. */
export const doneInWords = (act: Act): string => partialInWords(parsePartialDay(act.done.text) ?? act.done)

/** The act as a clause without its State: `deposited its instrument of accession on 5 September 2025`. */
export const actInWords = (act: Act): string =>
  `${ACT_WORDS[act.kind]} ${/^\d{4}-\d{2}-\d{2}$/.test(act.done.text) ? 'on' : 'in'} ${doneInWords(act)}${
    act.depositary ? ` (${act.depositary})` : ''
  }`

/** The treaty's title with its article, to follow a preposition: `the Convention on Cluster Munitions`. */
export const theTreaty = (treaty: Treaty): string => `the ${treaty.title}`

const partyWords = (name: string, treaty: Treaty, position: Position, when: string): string => {
  switch (position.is) {
    case 'withdrawing':
      return `${name} is a State Party to ${theTreaty(treaty)} (withdrawal notified) ${when}.`
    case 'withdrawal_deferred':
      return `${name} is still a State Party to ${theTreaty(treaty)} ${when}: an armed conflict defers its withdrawal.`
    case 'suspension_claimed':
      return `${name} is counted as a State Party to ${theTreaty(treaty)} ${when}, but claims to have suspended it; this is contested.`
    default:
      return `${name} is a State Party to ${theTreaty(treaty)} ${when}.`
  }
}

const pendingWords = (name: string, treaty: Treaty, boundFrom: Day | undefined, when: string): string =>
  boundFrom
    ? `${name} has consented to ${theTreaty(treaty)} but is not yet bound ${when}: it is bound from ${inWords(boundFrom)}.`
    : `${name} has consented to ${theTreaty(treaty)} but is not bound ${when}: the treaty is not in force for it.`

const outsideWords = (name: string, treaty: Treaty, position: Position, when: string): string => {
  if (position.is === 'non_party' && position.because === 'not-yet-a-state')
    return `${name} did not yet exist as a State ${when}; it was not a party to ${theTreaty(treaty)}.`
  if (position.is === 'non_party' && position.because === 'no-longer-a-state')
    return `${name} no longer existed as a State ${when}.`
  return `${name} is a State not party to ${theTreaty(treaty)} ${when}.`
}

/** The answer in one sentence: `Lithuania is a State Party to the Convention on Cluster Munitions on 5 March 2025.` */
export const positionInWords = (state: State, treaty: Treaty, position: Position, on: Day): string => {
  const spoken = spokenName(state)
  const name = spoken.charAt(0).toUpperCase() + spoken.slice(1)
  const when = `on ${inWords(on)}`
  switch (position.is) {
    case 'signatory':
      return `${name} has signed ${theTreaty(treaty)} but has not joined it, ${when}.`
    case 'pending':
      return pendingWords(name, treaty, position.spell.boundFrom, when)
    case 'withdrawn':
      return `${name} is no longer a State Party to ${theTreaty(treaty)} ${when}: it has withdrawn.`
    case 'non_party':
      return outsideWords(name, treaty, position, when)
    default:
      return partyWords(name, treaty, position, when)
  }
}
