import { type PartialDay, parsePartialDay } from '../calendar/index.ts'
import { type Confidence, confidenceOf, type Place, type Row, sourcesIn } from '../evidence/index.ts'
import type { Iso3, World } from '../states/index.ts'
import { type Cell, known, NOTHING, WITHHELD } from './cell.ts'

/** What every row of the record carries. */
export interface Recorded {
  /** Ids of `sources.csv` or `page: ...`, separated by ` | `. */
  readonly source: string
  readonly confidence: Confidence
  /** Denied, or given differently by another source: the note or another row says how. */
  readonly contested: boolean
  readonly note: string
  readonly place: Place
}

/** A row being read. `wrong` collects a problem; a row with problems is left out. */
export interface Entry {
  readonly row: Row
  readonly file: string
  readonly world: World
  readonly wrong: (message: string, wayOut: string) => undefined
}

export const BASE_COLUMNS = ['source', 'confidence', 'contested', 'note'] as const

const OR_EMPTY = '? where it is withheld, or nothing where nothing is known'

interface Reading<T> {
  readonly read: (text: string) => T | undefined
  /** Completes `"31.12.2010" in column day is ...`. */
  readonly fault: string
  readonly write: string
}

const dayReading: Reading<PartialDay> = {
  read: parsePartialDay,
  fault: 'not a day that exists',
  write: 'YYYY-MM-DD, or YYYY-MM or YYYY where the day is not known',
}
const countReading: Reading<number> = {
  read: text => (/^\d{1,9}$/.test(text) ? +text : undefined),
  fault: 'not a number',
  write: 'digits only',
}
const yearReading: Reading<number> = {
  read: text => (/^\d{4}$/.test(text) ? +text : undefined),
  fault: 'not a year',
  write: 'four digits',
}
const textReading: Reading<string> = { read: text => text, fault: 'not a text', write: 'a text' }
const stateReading = (world: World): Reading<Iso3> => ({
  read: text => (world.states.has(text as Iso3) ? (text as Iso3) : undefined),
  fault: 'not a state of states.csv',
  write: 'its ISO 3166-1 alpha-3 code',
})
const wordReading = <T extends string>(words: readonly T[]): Reading<T> => ({
  read: text => words.find(word => word === text),
  fault: 'not known',
  write: `one of ${words.join(', ')}`,
})

const cellOf = <T>({ row, wrong }: Entry, column: string, { read, fault, write }: Reading<T>): Cell<T> => {
  const text = row.get(column)
  if (text === '') return NOTHING
  if (text === '?') return WITHHELD
  const value = read(text)
  if (value !== undefined) return known(value)
  wrong(`"${text}" in column ${column} is ${fault}.`, `Write ${write}; ${OR_EMPTY}.`)
  return NOTHING
}

const requiredOf = <T>(entry: Entry, column: string, { read, fault, write }: Reading<T>): T | undefined => {
  const text = entry.row.get(column)
  if (text === '') return entry.wrong(`The column ${column} is empty.`, `Write ${write}.`)
  const value = text === '?' ? undefined : read(text)
  return value ?? entry.wrong(`"${text}" in column ${column} is ${fault}.`, `Write ${write}.`)
}

export const dayCell = (entry: Entry, column: string): Cell<PartialDay> => cellOf(entry, column, dayReading)
export const countCell = (entry: Entry, column: string): Cell<number> => cellOf(entry, column, countReading)
export const yearCell = (entry: Entry, column: string): Cell<number> => cellOf(entry, column, yearReading)
export const textCell = (entry: Entry, column: string): Cell<string> => cellOf(entry, column, textReading)
export const stateCell = (entry: Entry, column: string): Cell<Iso3> =>
  cellOf(entry, column, stateReading(entry.world))
export const wordCell = <T extends string>(entry: Entry, column: string, words: readonly T[]): Cell<T> =>
  cellOf(entry, column, wordReading(words))

export const dayIn = (entry: Entry, column: string): PartialDay | undefined =>
  requiredOf(entry, column, dayReading)
export const countIn = (entry: Entry, column: string): number | undefined =>
  requiredOf(entry, column, countReading)
export const textIn = (entry: Entry, column: string): string | undefined =>
  requiredOf(entry, column, textReading)
export const stateIn = (entry: Entry, column: string): Iso3 | undefined =>
  requiredOf(entry, column, stateReading(entry.world))
export const wordIn = <T extends string>(entry: Entry, column: string, words: readonly T[]): T | undefined =>
  requiredOf(entry, column, wordReading(words))

/** The states that a cell lists, separated by `|`. */
export const statesIn = (entry: Entry, column: string): readonly Iso3[] => {
  const { read, fault, write } = stateReading(entry.world)
  return entry.row
    .get(column)
    .split('|')
    .filter(code => code !== '')
    .flatMap(code => {
      const state = read(code)
      if (!state) entry.wrong(`"${code}" in column ${column} is ${fault}.`, `Write ${write}, separated by |.`)
      return state ? [state] : []
    })
}

/** Says that the row is wrong when what began cannot have begun before its end. */
export const mustFollow = (entry: Entry, from: Cell<PartialDay>, until: Cell<PartialDay>): void => {
  if (from.is === 'known' && until.is === 'known' && from.value.earliest > until.value.latest)
    entry.wrong(
      `It ends (${until.value.text}) before it begins (${from.value.text}).`,
      'Exchange or correct the two days.',
    )
}

const PAGE = /^page: \S/
const ID = /^[a-z0-9][a-z0-9.-]*$/

const sourceIn = ({ row, wrong }: Entry): string | undefined => {
  const text = row.get('source')
  if (text === '') return wrong('This row has no source.', 'Name where it was read.')
  const odd = sourcesIn(text).find(part => !PAGE.test(part) && !ID.test(part))
  return odd === undefined
    ? text
    : wrong(
        `The source "${odd}" is neither an id nor a page.`,
        'Write an id of sources.csv, or "page: " and its name; " | " between two sources.',
      )
}

const confidenceIn = ({ row, wrong }: Entry): Confidence | undefined => {
  const confidence = confidenceOf(row)
  if (typeof confidence !== 'string') return wrong(confidence.message, confidence.wayOut)
  if (confidence !== 'low') return confidence
  return wrong(
    'A row of low confidence is not shipped as a fact.',
    'Leave the row out, or write ? in the cells that are not verified.',
  )
}

const contestedIn = ({ row, wrong }: Entry): boolean | undefined => {
  const text = row.get('contested')
  if (text === '' || text === 'yes') return text === 'yes'
  return wrong(`"${text}" in column contested is not an answer.`, 'Write yes, or leave it empty.')
}

/** The columns that every row has. */
export const recordedIn = (entry: Entry): Recorded | undefined => {
  const source = sourceIn(entry)
  const confidence = confidenceIn(entry)
  const contested = contestedIn(entry)
  if (source === undefined || confidence === undefined || contested === undefined) return undefined
  const place = { file: entry.file, line: entry.row.line }
  return { source, confidence, contested, note: entry.row.get('note'), place }
}
