import type { Day, Operation } from '../calendar/index.ts'
import type { Confidence } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'

export type TreatyId = string & { readonly __brand: 'TreatyId' }

/** The kinds of act that treaty packs may hold. */
export const ACT_KINDS = [
  'signature',
  'definitive-signature',
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'succession',
  'consent-to-be-bound',
  'provisional-application',
  'declaration',
  'declaration-withdrawn',
  'reservation',
  'objection',
  'territorial-scope',
  'withdrawal-notified',
  'withdrawal-revoked',
  'withdrawal-suspension-claimed',
  'suspension-claimed',
  'intention-not-to-ratify',
  'ratification-revoked',
  'domestic-decision',
  'signature-not-counted',
  'deposit-not-counted',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

/** The acts by which a State consents to be bound: the deposit of an instrument, whatever its name. */
export const CONSENT_KINDS = [
  'definitive-signature',
  'ratification',
  'acceptance',
  'approval',
  'accession',
  'succession',
  'consent-to-be-bound',
] as const satisfies readonly ActKind[]
export type ConsentKind = (typeof CONSENT_KINDS)[number]

export const isConsent = (kind: ActKind): kind is ConsentKind =>
  (CONSENT_KINDS as readonly ActKind[]).includes(kind)

export const EFFECTS_OF_TREATY = [
  'bans-class-of-weapons',
  'restricts-weapons',
  'bans-testing',
  'regulates-trade',
  'limits-forces',
  'protects-victims',
  'bans-hostile-use',
  'prevents-spread',
  'amends-scope',
  'builds-confidence',
] as const

/** An article or paragraph, with our own one-sentence summary of it. */
export interface Provision {
  /** As cited: `17(2)`. */
  readonly art: string
  readonly says: string
  readonly confidence: Confidence
  readonly source: string
}

export type Rule = Operation & { readonly art: string }

export type NotBefore = Rule & { readonly of: 'openedForSignature' }
export type GeneralRule = Rule & { readonly notBefore?: NotBefore }
/** `when` says which deposits take their own date; the others take the treaty's. */
export type LateRule = Rule & { readonly when: 'depositAfterThresholdDate' | 'depositAfterEntryIntoForce' }

/** How many instruments bring the treaty into force, and whose must be among them. */
export interface Threshold {
  readonly count: number
  readonly kinds: readonly ActKind[]
  readonly required?: readonly Iso3[]
  readonly art: string
}

export interface EntryIntoForceRules {
  readonly threshold?: Threshold
  /** From the day the threshold was reached to the treaty's entry into force. */
  readonly general?: GeneralRule
  /** For a State that consents later; absent where nobody can. */
  readonly late?: LateRule
  /** Why the treaty has no rule of one of these kinds. */
  readonly note?: string
}

export interface WithdrawalRules {
  readonly rule: Rule
  readonly clock: 'receiptByDepositary' | 'notice'
  readonly noticeArt: string
  readonly notify: readonly string[]
  readonly reasons: 'full' | 'extraordinary-events' | 'optional' | 'none'
  readonly laterDateInNotice?: boolean
  readonly conflict?: {
    readonly test: 'engagedInArmedConflict' | 'partyToArmedConflict' | 'armedConflictOrOccupation'
    readonly art: string
    readonly says: string
  }
  readonly survival?: string
}

export interface Arithmetic {
  /** The days on which the treaty can be signed; `until` is the first day on which it no longer can. */
  readonly signature?: { readonly from?: Day; readonly until?: Day | 'entryIntoForce'; readonly art: string }
  readonly consent: {
    readonly kinds: readonly ActKind[]
    readonly art: string
    readonly accession?: { readonly art: string; readonly onlyAfterEntryIntoForce?: boolean }
  }
  readonly entryIntoForce: EntryIntoForceRules
  readonly provisional?: {
    readonly articles: string
    readonly declaredAt: readonly ('signature' | 'deposit')[]
    readonly art: string
  }
  readonly reservations: {
    readonly allowed: 'none' | 'annexes' | 'compatible' | 'general-law'
    readonly art?: string
  }
  readonly withdrawal?: WithdrawalRules
}

/** A deadline that the treaty sets, as declared arithmetic. */
export interface DeadlineRule {
  readonly id: string
  readonly art: string
  readonly what: string
  readonly from: 'entryIntoForce' | 'endOfActiveHostilities'
  readonly rule?: Operation
  /** For a yearly duty: the day as MM-DD, first due strictly after the deadline named. */
  readonly annual?: { readonly on: string; readonly firstAfter: string }
  readonly extension?: { readonly years: number; readonly art: string; readonly note?: string }
}

/** What a treaty says about itself: a treaty pack's `treaty.json`. */
export interface Treaty {
  readonly id: TreatyId
  readonly title: string
  readonly names: readonly string[]
  readonly abbreviations: readonly string[]
  readonly misnomers: readonly { readonly text: string; readonly note: string }[]
  /** What it bans, in the words of the press, where no other treaty bans the same. */
  readonly subjects?: readonly string[]
  readonly does: (typeof EFFECTS_OF_TREATY)[number]
  /** How many articles its text has; absent where they are not numbered through. */
  readonly articles?: number
  readonly about: string
  /** The treaty that this one belongs to; its denunciation carries this one with it where `art` says so. */
  readonly partOf?: { readonly treaty: string; readonly denouncedWithIt?: string }
  readonly adopted: { readonly day: Day; readonly place: string; readonly by?: string }
  readonly opened?: { readonly day: Day; readonly place: string }
  /** The treaty's own entry into force, a sourced fact; absent while it is not in force. */
  readonly inForce?: { readonly day: Day; readonly thresholdReached?: Day; readonly source: string }
  readonly depositaries: readonly string[]
  readonly cite: string
  readonly untc?: string
  readonly arithmetic: Arithmetic
  readonly deadlines: readonly DeadlineRule[]
  readonly provisions: readonly Provision[]
  /** The last day up to which the acts were checked against sources, and whether they are complete. */
  readonly checked: { readonly through: Day; readonly complete: boolean; readonly note: string }
  readonly verification: string
  /** How many rows of the pack could not be read and are left out; set when it is loaded. */
  readonly unread?: number
}

/** The short name by which provisions are cited: `CCM`. */
export const shortName = (treaty: Treaty): string => treaty.abbreviations[0] ?? treaty.title

/** A provision as it is cited: `CCM art. 17(2)`; `CCW art. 5(3)` where a protocol relies on its Convention. */
export const cite = (treaty: Treaty, art: string): string => {
  const [, other, own] = /^([A-Z][A-Za-z]+) (.+)$/.exec(art) ?? []
  return other && own ? `${other} art. ${own}` : `${shortName(treaty)} art. ${art}`
}
