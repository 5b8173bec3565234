import { closest, distance } from 'fastest-levenshtein'
import { type Day, parseDay } from '../core/calendar/index.ts'
import { type Bloc, findBloc, findState, foldName, type State, type World } from '../core/states/index.ts'
import {
  ACT_KINDS,
  type ActKind,
  findTreaty,
  type Treaties,
  type Treaty,
  treatyNames,
} from '../core/treaties/index.ts'

/** Something the person typed that cannot be understood: printed to stderr without a stack, exit code 2. */
export class InputError extends Error {
  readonly wayOut: string
  readonly suggestions: readonly string[]
  constructor(message: string, wayOut: string, suggestions: readonly string[] = []) {
    super(message)
    this.wayOut = wayOut
    this.suggestions = suggestions
  }
}

const SHOWN = 80
const FEWEST_LETTERS = 3

/** What was typed, as a message repeats it: whole, or its first 79 characters. */
const shown = (text: string): string => {
  const characters = [...text.slice(0, 2 * SHOWN + 2)]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN - 1).join('')}…` : text
}

/** The nearest of `names`, where it is near enough to be meant. Very short and very long texts resemble nothing. */
export const near = (text: string, names: readonly string[]): readonly string[] => {
  const folded = foldName(text)
  const byFold = new Map(names.map(name => [foldName(name), name]))
  if (folded.length < FEWEST_LETTERS || folded.length > SHOWN || byFold.size === 0) return []
  const best = closest(folded, [...byFold.keys()])
  const allowed = Math.max(2, Math.floor(folded.length / 3))
  return distance(folded, best) <= allowed ? [byFold.get(best) ?? best] : []
}

/** The day typed, or the problem with it. */
export const dayFrom = (text: string, what: string): Day => {
  const day = parseDay(text.trim())
  if (day) return day
  const fault = /^\d{4}-\d{2}-\d{2}$/.test(text.trim())
    ? 'not a day that exists'
    : 'not written as YYYY-MM-DD'
  throw new InputError(`"${shown(text)}" is ${fault} (${what}).`, 'Write YYYY-MM-DD, for example 2010-08-01.')
}

const nameList = (states: readonly State[]): string =>
  states.map(state => `${state.name} (${state.iso3})`).join(', ')

/** Whether the State bears another name today. */
const isFormer = (state: State, text: string): boolean =>
  state.names.some(
    ({ text: name, kind }) => (kind === 'former' || kind === 'code') && foldName(name) === foldName(text),
  )

/** A State as asked for, with a note where its name is also part of others'. */
export const stateFrom = (world: World, text: string, on?: Day): { state: State; note?: string } => {
  const found = findState(world, text, on)
  if (found.is === 'one') {
    if (isFormer(found.state, text))
      return { state: found.state, note: `"${shown(text)}" is read as ${found.state.name}, the same State.` }
    if (found.others.length === 0) return { state: found.state }
    return {
      state: found.state,
      note: `"${shown(text)}" is read as ${found.state.name}; there are also ${nameList(found.others)}.`,
    }
  }
  if (found.is === 'several' && found.candidates.length > 1)
    throw new InputError(
      `"${shown(text)}" may name several States: ${nameList(found.candidates)}.`,
      'Type one of these codes.',
    )
  const alike = found.is === 'several' ? found.candidates.map(({ name }) => name) : []
  const names = [...world.states.values()].flatMap(state =>
    state.names.filter(n => n.kind !== 'capital').map(n => n.text),
  )
  throw new InputError(
    `No State is called "${shown(text)}".`,
    'Type its name or its ISO 3166-1 alpha-3 code.',
    alike.length > 0 ? alike : near(text, names),
  )
}

export const treatyFrom = (treaties: Treaties, text: string): Treaty => {
  const found = findTreaty(treaties, text)
  if (found.is === 'one') return found.treaty
  if (found.is === 'several') {
    const names = found.candidates.map(treaty => `${treaty.title} (${treaty.id})`).join('; ')
    throw new InputError(`"${shown(text)}" may name several treaties: ${names}.`, 'Type one of these ids.')
  }
  const ids = [...treaties.keys()].join(', ')
  throw new InputError(
    `No treaty is called "${shown(text)}".`,
    `Type a name or one of: ${ids}.`,
    near(text, treatyNames(treaties)),
  )
}

export const blocFrom = (world: World, text: string): Bloc => {
  const bloc = findBloc(world, text)
  if (bloc) return bloc
  const ids = world.blocs.map(({ id }) => id)
  throw new InputError(
    `No bloc is called "${shown(text)}".`,
    `Type one of: ${ids.join(', ')}.`,
    near(text, ids),
  )
}

/** The States that an answer is limited to: those of a bloc, or of a region written `region:Africa`. */
export const amongFrom = (world: World, text: string): Bloc | { readonly region: string } => {
  if (!text.startsWith('region:')) return blocFrom(world, text)
  const regions = [...new Set([...world.states.values()].map(({ region }) => region))]
  const named = regions.filter(region => region !== '').sort()
  return { region: choiceFrom(text.slice('region:'.length), named, 'region') }
}

const SHORT_KINDS: Readonly<Record<string, ActKind>> = {
  withdrawal: 'withdrawal-notified',
  denunciation: 'withdrawal-notified',
  suspension: 'suspension-claimed',
  consent: 'consent-to-be-bound',
}

/** An act kind as typed; `withdrawal` means the notice of it. */
export const kindFrom = (text: string): ActKind => {
  const kind =
    (Object.hasOwn(SHORT_KINDS, text) ? SHORT_KINDS[text] : undefined) ??
    ACT_KINDS.find(known => known === text)
  if (kind) return kind
  const known = [...Object.keys(SHORT_KINDS), ...ACT_KINDS]
  throw new InputError(
    `"${shown(text)}" is not a kind of act.`,
    `Type one of: ${known.join(', ')}.`,
    near(text, known),
  )
}

/** One of a fixed list of words. */
export const choiceFrom = <T extends string>(text: string, allowed: readonly T[], what: string): T => {
  const found = allowed.find(word => word === text)
  if (found) return found
  throw new InputError(
    `"${shown(text)}" is not a ${what}.`,
    `Type one of: ${allowed.join(', ')}.`,
    near(text, allowed),
  )
}
