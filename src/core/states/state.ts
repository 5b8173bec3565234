import type { Day } from '../calendar/index.ts'
import type { Confidence } from '../evidence/index.ts'

/** ISO 3166-1 alpha-3, or XKX for Kosovo; CSK, DDR, YUG and YMD for States that are no more. */
export type Iso3 = string & { readonly __brand: 'Iso3' }

/**
 * What a State is to the depositaries. `treaty-state` (Cook Islands, Niue): not in the UN, but recognised by the
 * Secretary-General as able to be bound by treaties. `entity`: not treated as a State by UN depositaries.
 */
export type StateKind = 'un-member' | 'observer' | 'treaty-state' | 'entity' | 'historical'
export const STATE_KINDS: readonly StateKind[] = [
  'un-member',
  'observer',
  'treaty-state',
  'entity',
  'historical',
]

/** `short` is the UN's English short form; `former` a name the same State bore earlier. */
export type NameKind = 'short' | 'former' | 'alias' | 'code' | 'adjective' | 'capital'
export const NAME_KINDS: readonly NameKind[] = ['short', 'former', 'alias', 'code', 'adjective', 'capital']

/** Something a State is called, with the days on which it was called so; both days inclusive. */
export interface StateName {
  readonly text: string
  readonly kind: NameKind
  readonly from?: Day
  readonly until?: Day
  readonly note: string
}

export interface State {
  readonly iso3: Iso3
  readonly iso2: string
  readonly name: string
  readonly kind: StateKind
  readonly region: string
  readonly subregion: string
  readonly unMemberSince?: Day
  /** The first day of the State's existence, where the data holds it. Acts of a predecessor may be older. */
  readonly from?: Day
  /** The last day of the State's existence. */
  readonly until?: Day
  readonly succeededBy: readonly Iso3[]
  readonly names: readonly StateName[]
  readonly source: string
  readonly confidence: Confidence
  readonly note: string
}

/** A group of States with dated membership. An incomplete bloc has memberships that are withheld. */
export interface Bloc {
  readonly id: string
  readonly title: string
  readonly names: readonly string[]
  readonly complete: boolean
  readonly withheld: number
  readonly note: string
  readonly members: readonly Membership[]
}
export interface Membership {
  readonly state: Iso3
  /** The first day of membership. */
  readonly from: Day
  /** The last day of membership, inclusive. */
  readonly until?: Day
  readonly source: string
}

/** Something that stands for a State or its government: a capital, a post, a ministry's building. */
export interface Metonym {
  readonly name: string
  /** Empty when it stands for an organisation. */
  readonly state: Iso3 | ''
  readonly kind: string
  readonly until?: Day
  readonly ambiguous: boolean
  readonly note: string
}

/** A person who held an office, both days inclusive. */
export interface OfficeHolder {
  readonly office: string
  readonly organisation: string
  readonly person: string
  readonly from: Day
  readonly until?: Day
  readonly source: string
}

/** An organisation that texts name: its usual name first, other names and abbreviations after it. */
export interface Organisation {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  /** The State that it belongs to, or empty. */
  readonly state: Iso3 | ''
  readonly names: readonly string[]
}

/** `process`: negotiations known by a name ("Oslo Process"). `gov`: an organ of a State. */
export type OrganisationKind =
  | 'io'
  | 'bloc'
  | 'gov'
  | 'ngo'
  | 'think-tank'
  | 'media'
  | 'company'
  | 'university'
  | 'treaty-body'
  | 'process'
  | 'armed-group'
export const ORGANISATION_KINDS: readonly OrganisationKind[] = [
  'io',
  'bloc',
  'gov',
  'ngo',
  'think-tank',
  'media',
  'company',
  'university',
  'treaty-body',
  'process',
  'armed-group',
]

/** A treaty that no pack describes: what it is called, so that texts that name it are understood. */
export interface OtherTreaty {
  readonly id: string
  readonly title: string
  readonly names: readonly string[]
  readonly abbreviations: readonly string[]
  /** The year of adoption. */
  readonly adopted: string
}

/** The languages besides English whose names of States and treaties are known. */
export const NAME_LANGUAGES = ['fr', 'es', 'de', 'it', 'pt', 'ru', 'ar', 'zh'] as const
export type NameLanguage = (typeof NAME_LANGUAGES)[number]

/**
 * What a form in another language is to its State. `shared` forms name several States; `doubtful` ones are other
 * words too; `combining` ones are first halves ("franco-"); `given-name` forms are borne by persons; `namesake` phrases hold the name and do not mean the State.
 */
export const LOCAL_KINDS = [
  'name',
  'shared',
  'doubtful',
  'abbreviation',
  'former',
  'adjective',
  'former-adjective',
  'people',
  'combining',
  'capital',
  'given-name',
  'namesake',
] as const
export type LocalKind = (typeof LOCAL_KINDS)[number]

/** What a State is called in another language, each word in its plain form; a multitude of forms follows from it. */
export interface LocalName {
  readonly state: Iso3
  readonly language: NameLanguage
  readonly kind: LocalKind
  readonly forms: readonly string[]
}

export const TREATY_NAME_KINDS = ['name', 'abbreviation', 'doubtful'] as const

/** What a treaty is called in another language; "[a/b] c" stands for "a c" and "b c". */
export interface LocalTreatyName {
  /** The id of its pack, or that of a treaty which has none. */
  readonly treaty: string
  readonly language: NameLanguage
  /** A `doubtful` abbreviation means other things too. */
  readonly kind: (typeof TREATY_NAME_KINDS)[number]
  readonly forms: readonly string[]
}

/** A town or region inside a State. */
export interface Place {
  readonly name: string
  readonly state: Iso3
}

export const isOn = (span: { readonly from?: Day; readonly until?: Day }, on: Day): boolean =>
  (span.from === undefined || span.from <= on) && (span.until === undefined || on <= span.until)

/** Whether depositaries treat it as a State on that day (193 UN members, 2 observers, Cook Islands, Niue today). */
export const isStateOn = (state: State, on: Day): boolean => state.kind !== 'entity' && isOn(state, on)

/** Short names that English uses with an article: `the Netherlands`, `the United States of America`. */
const WITH_ARTICLE =
  /^(?:United |Democratic |German Democratic |Republic |Russian |Dominican R|Central African|Lao People|Syrian Arab|State of|Holy See|Netherlands|Philippines|Bahamas|Gambia|Comoros|(?:Cook|Marshall|Solomon) Islands|Congo$|Niger$|Sudan$|former |Union )/

/** The State as a sentence names it: with its article, without what the short form adds in brackets. */
export const spokenName = (state: State): string => {
  const name = state.name.replace(/ \(.*\)$/, '')
  return WITH_ARTICLE.test(name) ? `the ${name}` : name
}
