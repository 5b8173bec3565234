import type { Day } from '../calendar/index.ts'
import type { Confidence, Span } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'

/** By what a State is mentioned. `capital` is the government called by its seat, `post` a mission called so. */
export type StateWord = 'name' | 'abbreviation' | 'adjective' | 'capital' | 'post' | 'institution'

/** A State mentioned by its name, its people or its government. */
export interface StateValue {
  readonly iso3: Iso3
  readonly as: StateWord
  /** Whether the words stand for the government, as "Ankara" does in "Ankara signed". */
  readonly government: boolean
  /** A name of a former time, as "Soviet". */
  readonly former?: true
  /** Other States that the same words may mean; then the confidence is never high. */
  readonly others?: readonly Iso3[]
}

/** A treaty mentioned by a name (`named`) or by words that point back to it ("the Convention"). */
export interface TreatyValue {
  /** The id of the treaty pack. */
  readonly treaty: string
  readonly named: boolean
  /** The text calls it by a name that is not its own. */
  readonly misnomer?: true
}

/** The days that a date covers. */
export interface DateInterval {
  /** Both days inclusive. */
  readonly from: Day
  readonly until: Day
}

/** What kind of period the words name; a `range` has a beginning and an end of its own. */
export type DatePrecision = 'day' | 'week' | 'month' | 'season' | 'year' | 'range'
/** The side or part of the period that is meant. */
export type DateModifier = 'before' | 'after' | 'since' | 'early' | 'mid' | 'late' | 'end'

/**
 * A date in a text. `interval` is the whole period that the words name: all of July for "late July", with `late`
 * as the modifier. It is null where the year cannot be known.
 */
export interface DateValue {
  readonly interval: DateInterval | null
  readonly precision: DatePrecision
  /** Whether all of it stands in the words, or the year or day follows from the document or a date nearby. */
  readonly basis: 'stated' | 'document-date' | 'nearest-date'
  readonly modifier?: DateModifier
  /** EDTF; a date without a year as `XXXX-12-03`. */
  readonly edtf: string
}

/** An organisation, by the id of its bloc in `data/world/blocs.csv`. */
export interface OrganisationValue {
  readonly id: string
}

interface Mentioned<Kind extends string, Value> extends Span {
  readonly kind: Kind
  /** `source.slice(start, end)`, to the letter. */
  readonly text: string
  readonly value: Value
  readonly confidence: Confidence
  /** The name of the rule that found it. */
  readonly rule: string
}

export type StateMention = Mentioned<'state', StateValue>
export type TreatyMention = Mentioned<'treaty', TreatyValue>
export type DateMention = Mentioned<'date', DateValue>
export type OrganisationMention = Mentioned<'organisation', OrganisationValue>

/** Something that a text names, with its exact place in UTF-16 units. */
export type Mention = StateMention | TreatyMention | DateMention | OrganisationMention
