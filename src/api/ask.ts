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

const near = (text: string, names: readonly string[]): readonly string[] => {
  const folded = foldName(text)
  const byFold = new Map(names.map(name => [foldName(name), name]))
  const best = closest(folded, [...byFold.keys()])
  const allowed = Math.max(2, Math.floor(folded.length / 3))
  return distance(folded, best) <= allowed ? [byFold.get(best) ?? best] : []
}

/** The day typed, or the problem with it. */
export const dayFrom = (text: string, what: string): Day => {
  const day = parseDay(text.trim())
  if (day) return day
  throw new InputError(
    `"${text}" is not a day that exists (${what}).`,
    'Write YYYY-MM-DD, for example 2010-08-01.',
  )
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
      return { state: found.state, note: `"${text}" is read as ${found.state.name}, the same State.` }
    if (found.others.length === 0) return { state: found.state }
    return {
      state: found.state,
      note: `"${text}" is read as ${found.state.name}; there are also ${nameList(found.others)}.`,
    }
  }
  if (found.is === 'several')
    throw new InputError(
      `"${text}" may name several States: ${nameList(found.candidates)}.`,
      'Type one of these codes.',
    )
  const names = [...world.states.values()].flatMap(state =>
    state.names.filter(n => n.kind !== 'capital').map(n => n.text),
  )
  throw new InputError(
    `No State is called "${text}".`,
    'Type its name or its ISO 3166-1 alpha-3 code.',
    near(text, names),
  )
}

export const treatyFrom = (treaties: Treaties, text: string): Treaty => {
  const found = findTreaty(treaties, text)
  if (found.is === 'one') return found.treaty
  if (found.is === 'several') {
    const names = found.candidates.map(treaty => `${treaty.title} (${treaty.id})`).join('; ')
    throw new InputError(`"${text}" may name several treaties: ${names}.`, 'Type one of these ids.')
  }
  const ids = [...treaties.keys()].join(', ')
  throw new InputError(
    `No treaty is called "${text}".`,
    `Type a name or one of: ${ids}.`,
    near(text, treatyNames(treaties)),
  )
}

export const blocFrom = (world: World, text: string): Bloc => {
  const bloc = findBloc(world, text)
  if (bloc) return bloc
  const ids = world.blocs.map(({ id }) => id)
  throw new InputError(`No bloc is called "${text}".`, `Type one of: ${ids.join(', ')}.`, near(text, ids))
}

const SHORT_KINDS: Readonly<Record<string, ActKind>> = {
  withdrawal: 'withdrawal-notified',
  denunciation: 'withdrawal-notified',
  suspension: 'suspension-claimed',
  consent: 'consent-to-be-bound',
}

/** An act kind as typed; `withdrawal` means the notice of it. */
export const kindFrom = (text: string): ActKind => {
  const kind = SHORT_KINDS[text] ?? ACT_KINDS.find(known => known === text)
  if (kind) return kind
  const known = [...Object.keys(SHORT_KINDS), ...ACT_KINDS]
  throw new InputError(
    `"${text}" is not a kind of act.`,
    `Type one of: ${known.join(', ')}.`,
    near(text, known),
  )
}

/** One of a fixed list of words. */
export const choiceFrom = <T extends string>(text: string, allowed: readonly T[], what: string): T => {
  const found = allowed.find(word => word === text)
  if (found) return found
  throw new InputError(
    `"${text}" is not a ${what}.`,
    `Type one of: ${allowed.join(', ')}.`,
    near(text, allowed),
  )
}
