import type { Day } from '../calendar/index.ts'
import {
  type Bloc,
  type Iso3,
  isOn,
  isStateOn,
  type LocalName,
  type LocalTreatyName,
  type Metonym,
  type OfficeHolder,
  type Organisation,
  type OtherTreaty,
  type Place,
  type State,
} from './state.ts'

/** Everything the program knows of States, blocs and what people call them. */
export interface World {
  readonly states: ReadonlyMap<Iso3, State>
  readonly blocs: readonly Bloc[]
  readonly metonyms: readonly Metonym[]
  readonly officeHolders: readonly OfficeHolder[]
  readonly organisations: readonly Organisation[]
  readonly places: readonly Place[]
  readonly otherTreaties: readonly OtherTreaty[]
  /** Given names by which texts call persons, as they are written. */
  readonly givenNames: readonly string[]
  /** What States and treaties are called in other languages. */
  readonly localNames: readonly LocalName[]
  readonly localTreatyNames: readonly LocalTreatyName[]
  readonly lookup: ReadonlyMap<string, readonly Called[]>
}

/** A State under one of the things it is called. */
export interface Called {
  readonly state: State
  readonly as: State['names'][number]
}

/**
 * The form in which names are compared: without case, accents, punctuation and a leading "the", blanks folded.
 * It serves to find, never to quote.
 */
export const foldName = (text: string): string => {
  const plain = /^[ -~]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain
    .toLowerCase()
    .replace(/[.'’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
}

/** The State with this code. Throws when there is none: codes inside the program are checked when loaded. */
export const stateOf = (world: World, iso3: Iso3): State => {
  const state = world.states.get(iso3)
  if (state) return state
  throw new Error(
    `Cannot find the state "${iso3}": expected an ISO 3166-1 alpha-3 code of data/world/states.csv`,
  )
}

/** Every State that exists on the day in the eyes of the depositaries, by code. */
export const statesOn = (world: World, on: Day): readonly State[] =>
  [...world.states.values()].filter(state => isStateOn(state, on))

/** The members of a bloc on a day, by code. */
export const membersOn = (bloc: Bloc, on: Day): readonly Iso3[] =>
  bloc.members.filter(member => isOn(member, on)).map(member => member.state)

/** What asking for a State by name gives. `others` are States the words might also have meant. */
export type Found =
  | { readonly is: 'one'; readonly state: State; readonly others: readonly State[] }
  | { readonly is: 'several'; readonly candidates: readonly State[] }
  | { readonly is: 'none'; readonly close: readonly string[] }

const distinct = (states: readonly State[]): readonly State[] => [...new Set(states)]

const sharesWord = (state: State, folded: string): boolean =>
  ` ${foldName(state.name)} `.includes(` ${folded} `)

const living = (states: readonly State[]): readonly State[] => {
  const now = states.filter(state => state.kind !== 'historical')
  return now.length > 0 ? now : states
}

/** Of several States with the same name, those that bore it on the day; all of them when none did. */
const narrowed = (called: readonly Called[], on: Day | undefined): readonly State[] => {
  const then = on === undefined ? [] : called.filter(c => isOn(c.as, on) && isOn(c.state, on))
  const named = called.filter(c => c.as.kind === 'short' || c.as.kind === 'code')
  return living(distinct((then.length > 0 ? then : named.length > 0 ? named : called).map(c => c.state)))
}

/**
 * The State that `text` names: a code, a name it has or had, an adjective or a capital. A name that is nobody's
 * but stands inside several names ("Korea") gives these as candidates. `on` decides between a present and a
 * former bearer of the same name.
 */
export const findState = (world: World, text: string, on?: Day): Found => {
  const folded = foldName(text)
  const states = narrowed(world.lookup.get(folded) ?? [], on)
  const [first, ...more] = states
  const alike = living([...world.states.values()]).filter(state => sharesWord(state, folded))
  if (first && more.length === 0)
    return {
      is: 'one',
      state: first,
      others: sharesWord(first, folded) ? alike.filter(s => s !== first) : [],
    }
  if (first) return { is: 'several', candidates: states }
  return folded !== '' && alike.length > 0 ? { is: 'several', candidates: alike } : { is: 'none', close: [] }
}

/** The bloc that `text` names, by id, title or another of its names. */
export const findBloc = (world: World, text: string): Bloc | undefined => {
  const folded = foldName(text)
  return world.blocs.find(bloc =>
    [bloc.id, bloc.title, ...bloc.names].some(name => foldName(name) === folded),
  )
}
