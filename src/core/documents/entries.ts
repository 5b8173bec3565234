import type { Iso3 } from '../states/index.ts'
import type { OrganisationValue, PlaceValue, StateWord } from './mention.ts'

/** What a treaty is called, as its pack says. A treaty of the packs has this shape. */
export interface TreatyNames {
  readonly id: string
  readonly title: string
  readonly names: readonly string[]
  readonly abbreviations: readonly string[]
  readonly misnomers: readonly { readonly text: string; readonly note: string }[]
  /** The day of adoption, or its year. */
  readonly adopted?: { readonly day: string }
  /** What it forbids, in the words of the press: "cluster bombs". */
  readonly subjects?: readonly string[]
  /** What kind of treaty it is, as `bans-class-of-weapons`. */
  readonly does?: string
  /** How many articles its text has, where that is known. */
  readonly articles?: number
}

/**
 * How capitals count when a name is compared: `exact`, every letter as in the name ("US"); `capitals`, a word
 * that the name capitalises has to begin with a capital; `any`, not at all.
 */
export type Capitals = 'exact' | 'capitals' | 'any'

/** A name as it is spelled. */
export interface Spelled {
  /** The words of the name as it is written. */
  readonly words: readonly string[]
  /** What the name has after its last word, as a closing bracket. */
  readonly tail: string
  readonly capitals: Capitals
}
/** A name, adjective or institution that mentions a State. */
export interface StateEntry extends Spelled {
  readonly is: 'state'
  readonly iso3: Iso3
  readonly as: StateWord
  /** Lower is preferred where the same words have several readings. */
  readonly rank: number
  readonly former: boolean
}
/** A city that names a government or a mission only where the context says so. */
export interface CityEntry extends Spelled {
  readonly is: 'city'
  readonly iso3: Iso3
  readonly as: 'capital' | 'post'
  readonly rank: number
}
/** A phrase that holds the name of a State and does not mention it. */
export interface NotStateEntry extends Spelled {
  readonly is: 'not-a-state'
}
/** Something that a treaty is called. */
export interface TreatyEntry extends Spelled {
  readonly is: 'treaty'
  readonly treaty: string
  readonly as: 'name' | 'abbreviation' | 'misnomer'
  /** An abbreviation that means other things too, and counts only where the text shows that the treaty is meant. */
  readonly weak: boolean
}
/** Something that an organisation is called. */
export interface OrganisationEntry extends Spelled {
  readonly is: 'organisation'
  readonly value: OrganisationValue
}
/** A town or region. */
export interface PlaceEntry extends Spelled {
  readonly is: 'place'
  readonly value: PlaceValue
}
/** One reading of a name. */
export type Entry = StateEntry | CityEntry | NotStateEntry | TreatyEntry | OrganisationEntry | PlaceEntry

/** A name of the lexicon found in a text: all readings of the same words. Word indexes are inclusive. */
export interface Hit<E extends Entry = Entry> {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly entries: readonly E[]
}
