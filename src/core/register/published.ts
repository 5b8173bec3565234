import { type Day, type PartialDay, parseDay, parsePartialDay } from '../calendar/index.ts'
import {
  confidenceOf,
  type Place,
  type Problem,
  type Row,
  readRows,
  sourceProblem,
  type Table,
} from '../evidence/index.ts'
import { findBloc, type Iso3, type World } from '../states/index.ts'
import type { TreatyId } from '../treaties/index.ts'
import { COUNTING_RULES, type CountingRule } from './tally.ts'

/** What a published assertion is about. */
export const FACTS = [
  'count',
  'bloc-count',
  'deposits-in-year',
  'nth-party',
  'nth-signatory',
  'entry-into-force',
  'deposit',
  'withdrawal-notified',
  'withdrawal-effective',
  'art3-deadline',
  'art4-deadline',
  'art5-deadline',
  'art7-initial-due',
  'art3-deadline-extended',
  'art4-deadline-extended',
  'art5-deadline-extended',
  'subset-count',
  'participants',
  'stockpile-total',
  'sentence',
] as const
export type Fact = (typeof FACTS)[number]

/** A figure or date that somebody published: an assertion to compare with what the register computes. */
export interface Published {
  readonly treaty: TreatyId
  readonly fact: Fact
  /** The counting rule that the wording names, where it names one. */
  readonly rule?: CountingRule
  readonly day?: Day
  readonly state?: Iso3
  /** A bloc's id, or `region:Africa`. */
  readonly bloc: string
  readonly value:
    | { readonly is: 'number'; readonly number: number }
    | { readonly is: 'day'; readonly day: PartialDay }
    | { readonly is: 'none' }
  readonly publisher: string
  readonly source: string
  readonly note: string
  readonly place: Place
}

const COLUMNS = ['fact', 'rule', 'day', 'state', 'bloc', 'value', 'publisher', 'source', 'confidence', 'note']

const valueIn = (text: string): Published['value'] | undefined => {
  if (text === '') return { is: 'none' }
  if (/^\d{1,4}$/.test(text)) return { is: 'number', number: +text }
  const day = parsePartialDay(text)
  return day && { is: 'day', day }
}

const REGION = 'region:'

const regionsOf = (world: World): readonly string[] =>
  [...new Set([...world.states.values()].map(({ region }) => region))].filter(region => region !== '').sort()

/** The problem that a bloc is none: an assertion about nobody would be compared with all States. */
const blocProblem = (row: Row, world: World): Problem | undefined => {
  const bloc = row.get('bloc')
  if (bloc === '') return undefined
  if (!bloc.startsWith(REGION))
    return findBloc(world, bloc)
      ? undefined
      : row.wrong(`The bloc "${bloc}" is not in blocs.csv.`, 'Correct its id, or write region: and a region.')
  const regions = regionsOf(world)
  return regions.includes(bloc.slice(REGION.length))
    ? undefined
    : row.wrong(`"${bloc}" is no region of states.csv.`, `Write region: and one of ${regions.join(', ')}.`)
}

const readOne = (row: Row, file: string, treaty: TreatyId, world: World): Published | Problem => {
  const fact = FACTS.find(known => known === row.get('fact'))
  const rule = COUNTING_RULES.find(known => known === row.get('rule'))
  const day = parseDay(row.get('day'))
  const state = row.get('state') as Iso3
  const value = valueIn(row.get('value'))
  const confidence = confidenceOf(row)
  if (!fact)
    return row.wrong(`The fact "${row.get('fact')}" is not known.`, `Write one of ${FACTS.join(', ')}.`)
  if (row.get('rule') !== '' && !rule)
    return row.wrong(
      `The rule "${row.get('rule')}" is not known.`,
      `Write one of ${COUNTING_RULES.join(', ')}.`,
    )
  if (row.get('day') !== '' && !day)
    return row.wrong(`"${row.get('day')}" is not a day that exists.`, 'Write YYYY-MM-DD.')
  if (state && !world.states.has(state))
    return row.wrong(`The state "${state}" is not in states.csv.`, 'Correct the code.')
  if (!value)
    return row.wrong(
      `The value "${row.get('value')}" is no number and no day.`,
      'Write digits, or YYYY-MM-DD.',
    )
  if (typeof confidence !== 'string') return confidence
  if (confidence === 'low')
    return row.wrong(
      'A row of low confidence is not shipped as an assertion to check.',
      'Find a second source for it, or remove the row.',
    )
  const problem = blocProblem(row, world) ?? sourceProblem(row)
  if (problem) return problem
  return {
    treaty,
    fact,
    ...(rule && { rule }),
    ...(day && { day }),
    ...(state && { state }),
    bloc: row.get('bloc'),
    value,
    publisher: row.get('publisher'),
    source: row.get('source'),
    note: row.get('note'),
    place: { file, line: row.line },
  }
}

/** Reads a pack's `published.csv`. */
export const loadPublished = (
  table: Table,
  treaty: TreatyId,
  world: World,
  collect: (problem: Problem) => void,
): readonly Published[] => {
  const { rows, problems } = readRows(table, COLUMNS)
  problems.forEach(collect)
  return rows.flatMap(row => {
    const read = readOne(row, table.file, treaty, world)
    if ('fact' in read) return [read]
    collect(read)
    return []
  })
}
