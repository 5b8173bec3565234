import type { Day } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import type { CountingRule } from '../register/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { TreatyId } from '../treaties/index.ts'

/** `supported-under`: true under some reading that is named; `not-decidable` says what would decide it. */
export type Verdict = 'supported' | 'contradicted' | 'supported-under' | 'not-decidable'

/** What a sentence says of a State under a treaty, in the words it uses. */
export type Predicate = 'signed' | 'ratified' | 'joined' | 'party' | 'bound'

/** The counting rules, and the number of signatures ever made, which texts mean by "signed". */
export type ClaimRule = CountingRule | 'signatures-made'

/** How a number is meant: `124`, `more than 124`, `about 124`. */
export type Comparison = 'exactly' | 'more-than' | 'at-least' | 'fewer-than' | 'at-most' | 'about'

/** A sentence as a question to the register. */
export type Query =
  | {
      readonly kind: 'status'
      readonly treaty: TreatyId
      readonly states: readonly Iso3[]
      readonly predicate: Predicate
      readonly negative: boolean
      /** The word by which the sentence says more than the register knows, such as "refused". */
      readonly beyond?: string
    }
  | {
      readonly kind: 'count'
      readonly treaty: TreatyId
      readonly number: number
      readonly comparison: Comparison
      /** The counting rules that the wording itself allows; the others are tried and named too. */
      readonly literal: readonly ClaimRule[]
      readonly wording: string
    }
  | {
      readonly kind: 'bloc-count'
      readonly treaty: TreatyId
      readonly bloc: string
      readonly number: number
      readonly of: number | null
      readonly comparison: Comparison
      readonly predicate: Predicate
      readonly negative: boolean
      /** Members left out because the speaker does not count itself ("our Allies"). */
      readonly without: readonly Iso3[]
    }
  | {
      readonly kind: 'forecast'
      readonly treaty: TreatyId
      readonly predicate: Predicate
      readonly negative: boolean
      readonly subject:
        | { readonly is: 'states'; readonly states: readonly Iso3[] }
        | {
            readonly is: 'bloc'
            readonly bloc: string
            readonly number: number
            readonly of: number | null
            readonly comparison: Comparison
            readonly without: readonly Iso3[]
          }
    }
  | {
      readonly kind: 'date'
      readonly treaty: TreatyId
      readonly what: DateFact
      readonly state: Iso3 | null
      /** The first and last day of what the sentence says, both inclusive. */
      readonly from: Day
      readonly until: Day
      /** Whether the sentence gives a day without its year, which then is only the likeliest. */
      readonly yearUnsaid?: true
    }

export type DateFact =
  | 'adopted'
  | 'opened'
  | 'entry-into-force'
  | 'signed'
  | 'deposited'
  | 'withdrawal-notified'
  | 'withdrawal-effective'

/** A sentence recognised as a claim, before it is checked. `start` and `end` are UTF-16 units of the text. */
export interface Candidate extends Span {
  readonly query: Query
}

/** The day as of which a claim speaks, and how that day is known; absent where nothing says it. */
export interface AsOf {
  readonly from: Day
  readonly until: Day
  readonly basis: 'sentence' | 'document'
}

/** One reading under which a claim was tried. */
export interface ClaimReading {
  readonly name: string
  readonly holds: boolean | null
  readonly says: string
  /** The stretches of days on which it holds, `until` exclusive; absent where days do not matter. */
  readonly days?: readonly { readonly from: Day; readonly until: Day | null }[]
}

/** A fact of the register that a verdict rests on. */
export interface EvidenceLine {
  readonly text: string
  readonly state?: Iso3
  readonly provision?: string
  readonly source?: string
}

/** What checking found, before it is placed in the document. */
export interface Finding {
  readonly verdict: Verdict
  /** The verdict in a sentence. */
  readonly says: string
  readonly readings: readonly ClaimReading[]
  readonly evidence: readonly EvidenceLine[]
  readonly wouldDecide?: string
}

/** A checked sentence. */
export interface Claim extends Candidate, Finding {
  readonly text: string
  readonly kind: Query['kind']
  readonly asOf: AsOf | null
  /** The day up to which the treaty's acts were checked, where the claim speaks of a later day. */
  readonly checkedOnlyThrough: Day | null
  /** The verdict with only what was known on the claim's own day. */
  readonly asKnownThen: Verdict | null
  /** The same sentence said today. */
  readonly now: { readonly verdict: Verdict; readonly on: Day; readonly says: string }
}

/** The verdict on several things that must all hold. */
export const allOf = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes('contradicted')) return 'contradicted'
  if (verdicts.includes('not-decidable')) return 'not-decidable'
  return verdicts.includes('supported-under') ? 'supported-under' : 'supported'
}
