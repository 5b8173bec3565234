import type { Day, PartialDay } from '../calendar/index.ts'
import type { Confidence, Place } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { ActKind, TreatyId } from '../treaties/index.ts'

/** Something a State did with a depositary. Its legal effect is computed, never stored. */
export interface Act {
  readonly treaty: TreatyId
  readonly state: Iso3
  readonly kind: ActKind
  /** The day the act was done (signed, deposited, received), or the interval in which it was. */
  readonly done: PartialDay
  /** Where it was done, for treaties with several depositaries; empty otherwise. */
  readonly depositary: string
  /** The first day on which the act could be known. */
  readonly knownFrom: Day
  readonly source: string
  readonly confidence: Confidence
  /** Whether the act's legal validity is disputed between parties. */
  readonly contested: boolean
  readonly note: string
  readonly place: Place
  /** Laid over the ledger for one question only. */
  readonly hypothetical?: true
}

/** The marker of an act that is believed to exist but is not shipped as a fact. */
export interface Withheld {
  readonly treaty: TreatyId
  readonly state: Iso3
  readonly kind: ActKind
  readonly about: PartialDay
  readonly why: string
  readonly place: Place
}

/** An attributed statement whether a State was engaged in an armed conflict on the day its notice ran out. */
export interface ConflictFact {
  readonly treaty: TreatyId
  readonly state: Iso3
  readonly on: Day
  readonly engaged: 'yes' | 'no' | 'unknown'
  /** The end of that conflict, where it is known. */
  readonly until?: Day
  /** The first day on which the statement could be known. */
  readonly knownFrom: Day
  readonly source: string
}

/** The acts of one treaty with what is withheld of them. */
export interface Ledger {
  readonly acts: readonly Act[]
  readonly withheld: readonly Withheld[]
}
