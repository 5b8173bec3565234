import { POSITIONS, type PositionAnswer, type Rule } from './ask/answers.ts'

/** How a place is painted: its position, or that the register says nothing of it on that day. */
export type Paint = PositionAnswer | 'no_data'

/** In the order of the legend and of every list. */
export const PAINTS: readonly Paint[] = [
  'party',
  'pending',
  'withdrawing',
  'withdrawal_deferred',
  'suspension_claimed',
  'signatory',
  'withdrawn',
  'non_party',
  'not_decidable',
  'no_data',
]

const WORDS: Readonly<Record<Paint, string>> = {
  party: 'State Party',
  pending: 'Deposited, not yet bound',
  withdrawing: 'Withdrawal notified',
  withdrawal_deferred: 'Withdrawal deferred',
  suspension_claimed: 'Suspension claimed',
  signatory: 'Signatory',
  withdrawn: 'Withdrawn',
  non_party: 'State not party',
  not_decidable: 'Not decidable',
  no_data: 'No data',
}

export const paintWords = (paint: Paint): string => WORDS[paint]

/** A note of the data as a sentence: with a capital and a full stop. */
export const asSentence = (note: string): string => {
  const text = note.trim()
  if (text === '') return ''
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.')
}

/** The position of one State as it is said of it, where the short form could mislead. */
export const positionWords = (paint: Paint): string => {
  if (paint === 'withdrawing') return 'State Party (withdrawal notified)'
  if (paint === 'withdrawal_deferred') return 'State Party (withdrawal deferred)'
  if (paint === 'suspension_claimed') return 'State Party (suspension claimed)'
  return WORDS[paint]
}

/** A candidate position as the server names it, in words where it is a known one. */
export const candidateWords = (name: string): string => {
  const known = POSITIONS.find(position => position === name)
  return known ? positionWords(known) : name
}

interface RuleWords {
  readonly one: string
  readonly many: string
  readonly name: string
  readonly says: string
}

export const RULE_WORDS: Readonly<Record<Rule, RuleWords>> = {
  deposited: {
    one: 'has deposited',
    many: 'have deposited',
    name: 'deposited',
    says: 'States that have deposited an instrument by which they consent to be bound, whether or not the treaty has entered into force for them yet. This is what the depositary and most monitors call States Parties. A State whose withdrawal has taken effect is not counted.',
  },
  inForce: {
    one: 'is bound',
    many: 'are bound',
    name: 'in force',
    says: 'States for which the treaty is in force on that day, those that have notified a withdrawal or claim a suspension included. A State that has deposited and is bound from a later day is not counted yet.',
  },
  signedOrJoined: {
    one: 'has signed or joined',
    many: 'have signed or joined',
    name: 'signed or joined',
    says: 'States that have deposited, and those that have signed only. A State whose withdrawal has taken effect is not counted.',
  },
  signatories: {
    one: 'is a signatory only',
    many: 'are signatories only',
    name: 'signatories',
    says: 'States that have signed and not deposited.',
  },
}
