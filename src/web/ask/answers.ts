import type { Day } from '../../core/calendar/index.ts'
import { POSITION_NAMES } from '../../core/register/index.ts'
import { type Check, dayText, flag, listIfAny, listOf, oneOf, orNull, shape, text } from './check.ts'

export const POSITIONS = [...POSITION_NAMES, 'not_decidable'] as const
export type PositionAnswer = (typeof POSITIONS)[number]

export const RULES = ['deposited', 'inForce', 'signedOrJoined', 'signatories'] as const
export type Rule = (typeof RULES)[number]
export type Counted = 'yes' | 'no' | 'undecided'

export interface TreatyCard {
  readonly id: string
  readonly title: string
  readonly shortName: string
  readonly names: readonly string[]
  readonly about: string
  readonly adopted: Day
  readonly opened: Day | null
  readonly entryIntoForce: Day | null
  readonly checkedThrough: Day
  readonly complete: boolean
  readonly checkedNote: string
}

export interface TreatiesAnswer {
  readonly today: Day
  readonly treaties: readonly TreatyCard[]
}

/** A stretch of days on which nothing changes; `until` is the first day after it. */
export interface Stretch {
  readonly from: Day | null
  readonly until: Day | null
  readonly position: PositionAnswer
  /** Whether the depositaries treat it as a State on these days. */
  readonly exists: boolean
  readonly provisional: boolean
  readonly boundFrom: Day | null
  readonly boundUntil: Day | null
  readonly counts: Readonly<Record<Rule, Counted>>
}

export interface StateLine {
  readonly iso3: string
  readonly name: string
  readonly kind: (typeof KINDS)[number]
  readonly region: string
  readonly segments: readonly Stretch[]
}

export interface ActLine {
  readonly day: Day
  readonly state: string
  readonly name: string
  readonly kind: string
  readonly what: string
}

export interface TimelinesAnswer {
  readonly treaty: string
  readonly known: Day
  readonly today: Day
  readonly checkedThrough: Day
  readonly complete: boolean
  readonly from: Day
  readonly states: readonly StateLine[]
  readonly acts: readonly ActLine[]
}

export interface StatusAnswer {
  readonly state: string
  readonly name: string
  readonly treaty: string
  readonly position: PositionAnswer
  readonly sentence: string
  readonly since: Day | null
  readonly until: Day | null
  readonly boundFrom: Day | null
  readonly withdrawal: { readonly notified: Day; readonly effective: Day | null } | null
  readonly provisional: boolean
  readonly withheld: readonly { readonly kind: string; readonly about: string; readonly why: string }[]
  readonly candidates: readonly string[]
  readonly on: Day
  readonly known: Day
  readonly checkedThrough: Day
  readonly beyondData: boolean
  readonly complete: boolean
  readonly assumptions: readonly string[]
  readonly reasons: readonly { readonly provision: string; readonly text: string; readonly source: string }[]
  readonly notes: readonly string[]
}

const KINDS = ['un-member', 'observer', 'treaty-state', 'entity', 'historical'] as const
const counted = oneOf<Counted>(['yes', 'no', 'undecided'])

export const treatiesAnswer: Check<TreatiesAnswer> = shape<TreatiesAnswer>({
  today: dayText,
  treaties: listOf(
    shape<TreatyCard>({
      id: text,
      title: text,
      shortName: text,
      names: listOf(text),
      about: text,
      adopted: dayText,
      opened: orNull(dayText),
      entryIntoForce: orNull(dayText),
      checkedThrough: dayText,
      complete: flag,
      checkedNote: text,
    }),
  ),
})

const stretch = shape<Stretch>({
  from: orNull(dayText),
  until: orNull(dayText),
  position: oneOf(POSITIONS),
  exists: flag,
  provisional: flag,
  boundFrom: orNull(dayText),
  boundUntil: orNull(dayText),
  counts: shape<Record<Rule, Counted>>({
    deposited: counted,
    inForce: counted,
    signedOrJoined: counted,
    signatories: counted,
  }),
})

export const timelinesAnswer: Check<TimelinesAnswer> = shape<TimelinesAnswer>({
  treaty: text,
  known: dayText,
  today: dayText,
  checkedThrough: dayText,
  complete: flag,
  from: dayText,
  states: listOf(
    shape<StateLine>({
      iso3: text,
      name: text,
      kind: oneOf(KINDS),
      region: text,
      segments: listOf(stretch),
    }),
  ),
  acts: listOf(shape<ActLine>({ day: dayText, state: text, name: text, kind: text, what: text })),
})

export const statusAnswer: Check<StatusAnswer> = shape<StatusAnswer>({
  state: text,
  name: text,
  treaty: text,
  position: oneOf(POSITIONS),
  sentence: text,
  since: orNull(dayText),
  until: orNull(dayText),
  boundFrom: orNull(dayText),
  withdrawal: orNull(
    shape<NonNullable<StatusAnswer['withdrawal']>>({ notified: dayText, effective: orNull(dayText) }),
  ),
  provisional: flag,
  withheld: listIfAny(shape<StatusAnswer['withheld'][number]>({ kind: text, about: text, why: text })),
  candidates: listIfAny(text),
  on: dayText,
  known: dayText,
  checkedThrough: dayText,
  beyondData: flag,
  complete: flag,
  assumptions: listOf(text),
  reasons: listOf(shape<StatusAnswer['reasons'][number]>({ provision: text, text, source: text })),
  notes: listOf(text),
})

export const problemAnswer = shape<{
  readonly title: string
  readonly detail: string
  readonly suggestions: readonly string[]
}>({ title: text, detail: text, suggestions: listIfAny(text) })
