import { statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dayFrom, InputError } from '../api/ask.ts'
import { type Day, isDay, parseDay } from '../core/calendar/index.ts'
import { placeInWords } from '../core/evidence/index.ts'
import { type Act, type Register, withHypothetical } from '../core/register/index.ts'
import { type Loaded, loadData } from '../store/data.ts'
import type { Style } from './style.ts'

/** The options that every command knows. */
export interface CommonOptions {
  readonly on?: string
  readonly known?: string
  readonly json?: boolean
}

/** What a command needs of the world outside: where to write, what day it is, and the register. */
export interface Context {
  readonly write: (text: string) => void
  readonly warn: (text: string) => void
  readonly style: Style
  readonly today: Day
  readonly loaded: () => Loaded
  readonly register: () => Register
  readonly hypothetical: readonly Act[]
}

/** The day on the clock of this machine, or the one given in PACTA_TODAY. */
export const todayFrom = (env: NodeJS.ProcessEnv, now: Date): Day => {
  const given = env.PACTA_TODAY
  if (given !== undefined && given !== '') return dayFrom(given, 'PACTA_TODAY')
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  const text = parts.map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-')
  if (isDay(text)) return text
  throw new InputError(`The clock of this machine gives no day: ${text}.`, 'Set PACTA_TODAY=YYYY-MM-DD.')
}

/** The data folder: PACTA_DATA, or the one that ships with the program. */
export const dataFolder = (env: NodeJS.ProcessEnv): string => {
  const given = env.PACTA_DATA
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = given && given !== '' ? given : join(here, '..', '..', 'data')
  if (statSync(join(folder, 'treaties'), { throwIfNoEntry: false })?.isDirectory()) return folder
  throw new InputError(
    `There is no data folder at ${folder}.`,
    'Set PACTA_DATA to a folder with world/ and treaties/.',
  )
}

/** Calls once and keeps the result. */
const once = <T>(make: () => T): (() => T) => {
  let kept: { readonly value: T } | undefined
  return () => {
    kept ??= { value: make() }
    return kept.value
  }
}

/** Says once that rows of the data could not be read, because answers may lack them. */
const warned = (loaded: Loaded, warn: (text: string) => void): Loaded => {
  const errors = loaded.problems.filter(problem => problem.severity === 'error')
  const [first] = errors
  if (first)
    warn(
      `The data has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; rows that cannot be read are left out (first: ${placeInWords(first.place)}). Run \`pacta verify\` to see all.\n`,
    )
  return loaded
}

interface Outside {
  readonly write: (text: string) => void
  readonly warn: (text: string) => void
  readonly style: Style
  readonly env: NodeJS.ProcessEnv
  readonly now: Date
}

/** A context on the real data folder, loaded when first asked. */
export const contextFrom = ({ write, warn, style, env, now }: Outside): Context => {
  const loaded = once(() => warned(loadData(dataFolder(env)), warn))
  return {
    write,
    warn,
    style,
    today: todayFrom(env, now),
    loaded,
    register: () => loaded().register,
    hypothetical: [],
  }
}

/** The same context with acts laid over the register. */
export const withActs = (context: Context, acts: readonly Act[]): Context => {
  const register = once(() => withHypothetical(context.register(), acts))
  return { ...context, register, hypothetical: [...context.hypothetical, ...acts] }
}

/** The two days of a question; today where none is typed. */
export const daysOf = (context: Context, options: CommonOptions): { on: Day; knownAt: Day } => ({
  on: options.on === undefined ? context.today : dayFrom(options.on, '--on'),
  knownAt: options.known === undefined ? context.today : dayFrom(options.known, '--known'),
})

/** Days further than the data's horizon would be a slip of the keyboard more often than a question. */
export const parseOptionalDay = (text: string | undefined, what: string): Day | undefined =>
  text === undefined ? undefined : (parseDay(text) ?? dayFrom(text, what))
