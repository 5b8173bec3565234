import type { Day } from '../calendar/index.ts'
import type { Confidence, Span } from '../evidence/index.ts'
import type { Iso3, OrganisationKind } from '../states/index.ts'

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

/**
 * What kind of period the words name; a `range` has a beginning and an end of its own, a `duration` ("two weeks") none:
 * its interval is null and its EDTF an ISO 8601 duration, `P2W`.
 */
export type DatePrecision = 'day' | 'week' | 'month' | 'season' | 'year' | 'range' | 'duration'
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

/** An organisation: a bloc of `data/world/blocs.csv`, a row of `organisations.csv`, or one that only the text names. */
export interface OrganisationValue {
  /** The id of its row; of an organisation that the data does not know, its name in lower case with hyphens. */
  readonly id: string
  /** Its usual name. */
  readonly name: string
  readonly type: OrganisationKind | 'unknown'
  /** The State that it belongs to. */
  readonly iso3?: Iso3
  /** Whether the data knows it. */
  readonly listed: boolean
}

/** A person named. */
export interface PersonValue {
  /** The full name, also where the words give the surname alone. */
  readonly name: string
  /** The words give the given name alone. */
  readonly partial?: true
  /** The office, in the words of the text or as the data has it for the day. */
  readonly role?: string
  /** The State whose office it is. */
  readonly iso3?: Iso3
}

/** Somebody who holds an office and is not named: "a ministry spokeswoman". */
export interface OfficeValue {
  /** The office in the words of the text, without article. */
  readonly role: string
  readonly iso3?: Iso3
  /** Who held it on the day of the document, as the data has it. */
  readonly person?: string
}

/** A provision: `21`, or `17(2)` as article 17 and paragraph 2. */
export interface ArticleValue {
  /** The id of the treaty pack; null where the text speaks of an instrument that no pack describes. */
  readonly treaty: string | null
  readonly article: string
  readonly paragraph?: string
  readonly point?: string
}

/** A statute, order or policy by its name. */
export interface LawValue {
  readonly name: string
  readonly iso3?: Iso3
}

/** A meeting by its name. */
export interface MeetingValue {
  readonly name: string
  readonly treaty?: string
}

/** A town or region. */
export interface PlaceValue {
  readonly name: string
  readonly iso3: Iso3
}

/** A number with what it counts. */
export interface QuantityValue {
  /** Of a range, its lower end. A share is a part of one: 0.5 for "50 percent". */
  readonly value: number
  /** The upper end of a range, inclusive. */
  readonly until?: number
  readonly unit: string
  /** How exact it is, in the words before it: "at least", "about". */
  readonly modifier?: string
  /** The whole of which it is a part: 25 in "20 of our 25 NATO Allies". */
  readonly of?: number
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
export type PersonMention = Mentioned<'person', PersonValue>
export type OfficeMention = Mentioned<'office', OfficeValue>
export type ArticleMention = Mentioned<'article', ArticleValue>
export type LawMention = Mentioned<'law', LawValue>
export type MeetingMention = Mentioned<'meeting', MeetingValue>
export type PlaceMention = Mentioned<'place', PlaceValue>
export type QuantityMention = Mentioned<'quantity', QuantityValue>

/** Something that a text names, with its exact place in UTF-16 units. */
export type Mention =
  | StateMention
  | TreatyMention
  | DateMention
  | OrganisationMention
  | PersonMention
  | OfficeMention
  | ArticleMention
  | LawMention
  | MeetingMention
  | PlaceMention
  | QuantityMention
