import { type Day, parseDay } from '../calendar/index.ts'
import { confidenceOf, type Problem, type Row, readRows, type Table } from '../evidence/index.ts'
import {
  type Bloc,
  type Iso3,
  type Membership,
  type Metonym,
  NAME_KINDS,
  type OfficeHolder,
  STATE_KINDS,
  type State,
  type StateName,
} from './state.ts'
import { type Called, foldName, type World } from './world.ts'

/** The tables of `data/world`. */
export interface WorldTables {
  readonly states: Table
  readonly names: Table
  readonly blocs: Table
  readonly members: Table
  readonly metonyms: Table
  readonly offices: Table
}

type Collect = (problem: Problem) => void
type Dates = { readonly from?: Day; readonly until?: Day }

const list = (cell: string): readonly string[] => cell.split('|').filter(part => part !== '')

const oneOf = <T extends string>(
  row: Row,
  column: string,
  allowed: readonly T[],
  collect: Collect,
): T | undefined => {
  const text = row.get(column)
  const found = allowed.find(value => value === text)
  if (!found)
    collect(row.wrong(`The ${column} "${text}" is not known.`, `Write one of ${allowed.join(', ')}.`))
  return found
}

const dayIn = (row: Row, column: string, collect: Collect): Day | undefined => {
  const text = row.get(column)
  const found = parseDay(text)
  if (text !== '' && !found)
    collect(
      row.wrong(
        `"${text}" in column ${column} is not a day that exists.`,
        'Write YYYY-MM-DD, or leave it empty.',
      ),
    )
  return found
}

const datesIn = (row: Row, collect: Collect): Dates => {
  const from = dayIn(row, 'from', collect)
  const until = dayIn(row, 'until', collect)
  if (from && until && from > until)
    collect(row.wrong(`It ends (${until}) before it begins (${from}).`, 'Exchange or correct the two days.'))
  return { ...(from && { from }), ...(until && { until }) }
}

const readNames = (table: Table, codes: ReadonlySet<string>, collect: Collect): Map<string, StateName[]> => {
  const names = new Map<string, StateName[]>()
  const seen = new Set<string>()
  const { rows, problems } = readRows(table, [
    'state',
    'name',
    'kind',
    'from',
    'until',
    'source',
    'confidence',
    'note',
  ])
  problems.forEach(collect)
  for (const row of rows) {
    const state = row.get('state')
    const kind = oneOf(row, 'kind', NAME_KINDS, collect)
    const key = [state, row.get('name'), row.get('kind'), row.get('from')].join('|')
    if (!codes.has(state)) collect(unknownState(row, state))
    else if (seen.has(key)) collect(row.wrong('This name stands twice.', 'Remove one of the two rows.'))
    else if (kind)
      names.set(state, [
        ...(names.get(state) ?? []),
        { text: row.get('name'), kind, ...datesIn(row, collect), note: row.get('note') },
      ])
    seen.add(key)
  }
  return names
}

const unknownState = (row: Row, code: string): Problem =>
  row.wrong(`The state "${code}" is not in states.csv.`, 'Correct the code, or add the state there first.')

const STATE_COLUMNS = [
  'iso3',
  'iso2',
  'm49',
  'kind',
  'region',
  'subregion',
  'un_member_since',
  'from',
  'until',
  'succeeded_by',
  'source',
  'confidence',
  'note',
]

const readState = (row: Row, names: readonly StateName[], collect: Collect): State | undefined => {
  const kind = oneOf(row, 'kind', STATE_KINDS, collect)
  const confidence = confidenceOf(row)
  const short = names.find(name => name.kind === 'short')
  if (typeof confidence !== 'string') collect(confidence)
  if (!short) collect(row.wrong('This state has no short name.', 'Add a row of kind short to names.csv.'))
  if (!kind || !short || typeof confidence !== 'string') return undefined
  const unMemberSince = dayIn(row, 'un_member_since', collect)
  return {
    iso3: row.get('iso3') as Iso3,
    iso2: row.get('iso2'),
    name: short.text,
    kind,
    region: row.get('region'),
    subregion: row.get('subregion'),
    ...(unMemberSince && { unMemberSince }),
    ...datesIn(row, collect),
    succeededBy: list(row.get('succeeded_by')) as Iso3[],
    names,
    source: row.get('source'),
    confidence,
    note: row.get('note'),
  }
}

const readStates = (tables: WorldTables, collect: Collect): Map<Iso3, State> => {
  const { rows, problems } = readRows(tables.states, STATE_COLUMNS)
  problems.forEach(collect)
  const codes = new Set(rows.map(row => row.get('iso3')))
  const names = readNames(tables.names, codes, collect)
  const states = new Map<Iso3, State>()
  for (const row of rows) {
    const state = readState(row, names.get(row.get('iso3')) ?? [], collect)
    if (state && states.has(state.iso3))
      collect(row.wrong(`The code ${state.iso3} stands twice.`, 'Give a former name in names.csv instead.'))
    else if (state) states.set(state.iso3, state)
  }
  return states
}

const readMembers = (
  table: Table,
  states: ReadonlyMap<Iso3, State>,
  collect: Collect,
): Map<string, Membership[]> => {
  const members = new Map<string, Membership[]>()
  const { rows, problems } = readRows(table, [
    'bloc',
    'state',
    'from',
    'until',
    'source',
    'confidence',
    'note',
  ])
  problems.forEach(collect)
  for (const row of rows) {
    const state = row.get('state') as Iso3
    const { from, until } = datesIn(row, collect)
    if (!states.has(state)) collect(unknownState(row, state))
    else if (!from) collect(row.wrong('A membership needs its first day.', 'Write it as YYYY-MM-DD.'))
    else
      members.set(row.get('bloc'), [
        ...(members.get(row.get('bloc')) ?? []),
        { state, from, ...(until && { until }), source: row.get('source') },
      ])
  }
  return members
}

const readBlocs = (tables: WorldTables, states: ReadonlyMap<Iso3, State>, collect: Collect): Bloc[] => {
  const members = readMembers(tables.members, states, collect)
  const { rows, problems } = readRows(tables.blocs, ['id', 'title', 'names', 'complete', 'withheld', 'note'])
  problems.forEach(collect)
  const blocs = rows.map(row => ({
    id: row.get('id'),
    title: row.get('title'),
    names: list(row.get('names')),
    complete: row.get('complete') === 'yes',
    withheld: +row.get('withheld'),
    note: row.get('note'),
    members: members.get(row.get('id')) ?? [],
  }))
  for (const id of members.keys())
    if (!blocs.some(bloc => bloc.id === id))
      collect({
        severity: 'error',
        place: { file: tables.members.file },
        message: `The bloc "${id}" has members but no row of its own.`,
        wayOut: 'Add it to blocs.csv.',
      })
  return blocs
}

const readMetonyms = (table: Table, states: ReadonlyMap<Iso3, State>, collect: Collect): Metonym[] => {
  const { rows, problems } = readRows(table, [
    'name',
    'state',
    'kind',
    'until',
    'ambiguous',
    'source',
    'confidence',
    'note',
  ])
  problems.forEach(collect)
  return rows.flatMap(row => {
    const state = row.get('state') as Iso3 | ''
    const until = dayIn(row, 'until', collect)
    if (state !== '' && !states.has(state)) {
      collect(unknownState(row, state))
      return []
    }
    const base = {
      name: row.get('name'),
      state,
      kind: row.get('kind'),
      ambiguous: row.get('ambiguous') === 'yes',
    }
    return [{ ...base, ...(until && { until }), note: row.get('note') }]
  })
}

const readOffices = (table: Table, collect: Collect): OfficeHolder[] => {
  const columns = ['office', 'organisation', 'person', 'from', 'until', 'source', 'confidence', 'note']
  const { rows, problems } = readRows(table, columns)
  problems.forEach(collect)
  return rows.flatMap(row => {
    const { from, until } = datesIn(row, collect)
    if (!from) return []
    const texts = {
      office: row.get('office'),
      organisation: row.get('organisation'),
      person: row.get('person'),
    }
    return [{ ...texts, from, ...(until && { until }), source: row.get('source') }]
  })
}

/** Everything that States are called, folded, with the States it names. */
export const lookupOf = (states: Iterable<State>): Map<string, Called[]> => {
  const lookup = new Map<string, Called[]>()
  const put = (key: string, called: Called): void => {
    const others = lookup.get(key)
    if (others) others.push(called)
    else lookup.set(key, [called])
  }
  for (const state of states) {
    put(foldName(state.iso3), { state, as: { text: state.iso3, kind: 'code', note: '' } })
    for (const as of state.names) put(foldName(as.text), { state, as })
  }
  return lookup
}

/** Reads the tables of `data/world`. Everything wrong is listed in `problems`; the rows concerned are left out. */
export const loadWorld = (
  tables: WorldTables,
): { readonly world: World; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const collect: Collect = problem => problems.push(problem)
  const states = readStates(tables, collect)
  const world: World = {
    states,
    blocs: readBlocs(tables, states, collect),
    metonyms: readMetonyms(tables.metonyms, states, collect),
    officeHolders: readOffices(tables.offices, collect),
    lookup: lookupOf(states.values()),
  }
  return { world, problems }
}
