import type { Day } from '../calendar/index.ts'
import type { Act, ConflictFact } from './act.ts'
import type { Binding } from './force.ts'

/** The legal positions a State can have under a treaty. */
export const POSITION_NAMES = [
  'non_party',
  'signatory',
  'pending',
  'party',
  'withdrawing',
  'withdrawal_deferred',
  'withdrawn',
  'suspension_claimed',
] as const
export type PositionName = (typeof POSITION_NAMES)[number]

/** A notice of withdrawal with the day it takes effect, as computed under one reading of the facts. */
export interface Withdrawal {
  readonly notice: Act
  /** The end of the notice period. */
  readonly expires: Day
  /** The day the withdrawal takes effect; absent while a conflict with no known end defers it. */
  readonly takesEffect?: Day
  /** The recorded fact whether the State was engaged in a conflict; absent where nothing is recorded. */
  readonly conflict?: ConflictFact
  /** The article of a parent treaty whose denunciation carries this one with it. */
  readonly denouncedWith?: string
}

/** One time of being bound, or on the way to it: from a deposit until a withdrawal takes effect. */
export interface Spell {
  readonly deposit: Act
  /** The first day of the spell: of the deposit, or earlier or later where the law puts it so. */
  readonly begins: Day
  readonly binding: Binding
  /** The day the treaty enters into force for the State; absent while that waits for other States. */
  readonly boundFrom?: Day
  /** The first day a successor State counts as bound, earlier than its deposit. */
  readonly reachesBackTo?: Day
  readonly withdrawal?: Withdrawal
  /** Notices that were revoked before they took effect, each with the day of the revocation. */
  readonly revokedNotices: readonly { readonly notice: Act; readonly revocation: Act; readonly until: Day }[]
  readonly suspension?: Act
  readonly revoked?: Act
}

/** A State's position on a day, with what it rests on. */
export type Position =
  | { readonly is: 'non_party'; readonly because?: 'not-yet-a-state' | 'no-longer-a-state' }
  | { readonly is: 'signatory'; readonly since: Day; readonly signature: Act; readonly provisional?: Act }
  | { readonly is: 'pending'; readonly since: Day; readonly spell: Spell; readonly provisional?: Act }
  | {
      readonly is: 'party' | 'withdrawing' | 'withdrawal_deferred'
      readonly since: Day
      readonly spell: Spell
    }
  | { readonly is: 'suspension_claimed'; readonly since: Day; readonly spell: Spell; readonly claim: Act }
  | { readonly is: 'withdrawn'; readonly since: Day; readonly spell: Spell }

const BOUND: ReadonlySet<PositionName> = new Set(['party', 'withdrawing', 'withdrawal_deferred'])

/** Whether the treaty binds a State in this position; a claimed suspension is contested. */
export const isBound = (is: PositionName): boolean | 'contested' =>
  is === 'suspension_claimed' ? 'contested' : BOUND.has(is)

/** Whether the State is counted among those in force for whom the treaty is: bound, or claiming a suspension. */
export const countsAsParty = (is: PositionName): boolean => isBound(is) !== false

/** Whether an instrument stands deposited on the day: a succession reaches back, but is deposited only later. */
export const hasDeposited = (position: Position, on: Day): boolean =>
  (position.is === 'pending' || countsAsParty(position.is)) &&
  'spell' in position &&
  position.spell.deposit.done.earliest <= on
