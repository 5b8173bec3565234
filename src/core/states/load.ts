import { type Day, day, parseDay } from '../calendar/index.ts'
import {
  type Confidence,
  confidenceOf,
  type Problem,
  type Row,
  type RowsRead,
  readRows,
  sourceProblem,
  type Table,
} from '../evidence/index.ts'
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
type Rows = readonly Row[]

/** What the parts of `data/world` are read with: the codes of states.csv, and where problems go. */
interface Reading {
  readonly codes: ReadonlySet<string>
  /** The codes whose row in states.csv is wrong: nothing else may lean on them. */
  readonly leftOut: ReadonlySet<string>
  readonly collect: Collect
}

const COLUMNS = {
  states: [
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
  ],
  names: ['state', 'name', 'kind', 'from', 'until', 'source', 'confidence', 'note'],
  blocs: ['id', 'title', 'names', 'complete', 'withheld', 'note'],
  members: ['bloc', 'state', 'from', 'until', 'source', 'confidence', 'note'],
  metonyms: ['name', 'state', 'kind', 'until', 'ambiguous', 'source', 'confidence', 'note'],
  offices: ['office', 'organisation', 'person', 'from', 'until', 'source', 'confidence', 'note'],
} as const satisfies Readonly<Record<keyof WorldTables, readonly string[]>>

/** What a metonym can be to its State or organisation. */
const METONYM_KINDS = [
  'agency-routing',
  'post',
  'mission',
  'institution',
  'capital',
  'city',
  'former-capital',
  'organisation-seat',
  'seat',
] as const

/** A day after this one is a slip of the pen: nothing in the world is dated so far ahead. */
const LAST_DAY = day('2199-12-31')

const list = (cell: string): readonly string[] => cell.split('|').filter(part => part !== '')

const oneOf = <T extends string>(
  row: Row,
  column: string,
  allowed: readonly T[],
  collect: Collect,
): T | undefined => {
  const text = row.get(column)
  const found = allowed.find(value => value === text)
  if (found === undefined)
    collect(row.wrong(`The ${column} "${text}" is not known.`, `Write one of ${allowed.join(', ')}.`))
  return found
}

/** The day in a cell; nothing where the cell is empty, `wrong` where it cannot be kept. */
const dayIn = (row: Row, column: string, collect: Collect): Day | undefined | 'wrong' => {
  const text = row.get(column)
  const found = parseDay(text)
  if (text === '' || (found && found <= LAST_DAY)) return found
  collect(
    found
      ? row.wrong(`${found} in column ${column} is later than ${LAST_DAY}.`, 'Correct the year.')
      : row.wrong(
          `"${text}" in column ${column} is not a day that exists.`,
          'Write YYYY-MM-DD, or leave it empty.',
        ),
  )
  return 'wrong'
}

/** The days of a row, or nothing where they cannot stand: then the row is left out, never taken as undated. */
const datesIn = (row: Row, collect: Collect): Dates | undefined => {
  const from = dayIn(row, 'from', collect)
  const until = dayIn(row, 'until', collect)
  if (from === 'wrong' || until === 'wrong') return undefined
  if (from && until && from > until) {
    collect(row.wrong(`It ends (${until}) before it begins (${from}).`, 'Exchange or correct the two days.'))
    return undefined
  }
  return { ...(from && { from }), ...(until && { until }) }
}

const overlap = (a: Dates, b: Dates): boolean =>
  (a.from === undefined || b.until === undefined || a.from <= b.until) &&
  (b.from === undefined || a.until === undefined || b.from <= a.until)

const filled = (row: Row, columns: readonly string[], collect: Collect): boolean => {
  const empty = columns.filter(column => row.get(column) === '')
  for (const column of empty) collect(row.wrong(`The ${column} is empty.`, 'Write it, or remove the row.'))
  return empty.length === 0
}

/** How well a row is supported, where it says so and names its source. */
const supportOf = (row: Row, collect: Collect): Confidence | undefined => {
  const confidence = confidenceOf(row)
  const problem = sourceProblem(row)
  if (typeof confidence !== 'string') collect(confidence)
  if (problem) collect(problem)
  return typeof confidence === 'string' && !problem ? confidence : undefined
}

const unknownState = (row: Row, code: string): Problem =>
  row.wrong(`The state "${code}" is not in states.csv.`, 'Correct the code, or add the state there first.')

const stateProblem = (row: Row, code: string, { codes, leftOut }: Reading): Problem | undefined => {
  if (!codes.has(code)) return unknownState(row, code)
  return leftOut.has(code)
    ? row.wrong(`The row of ${code} in states.csv is wrong.`, 'Mend that row first; this one rests on it.')
    : undefined
}

const knownState = (row: Row, reading: Reading): boolean => {
  const problem = stateProblem(row, row.get('state'), reading)
  if (problem) reading.collect(problem)
  return problem === undefined
}

const readName = (row: Row, reading: Reading): StateName | undefined => {
  const { collect } = reading
  const kind = oneOf(row, 'kind', NAME_KINDS, collect)
  const dates = datesIn(row, collect)
  const support = supportOf(row, collect)
  const known = knownState(row, reading)
  if (!filled(row, ['name'], collect) || !known || !kind || !dates || !support) return undefined
  return { text: row.get('name'), kind, ...dates, note: row.get('note') }
}

/** What speaks against a name beside those its State already has. */
const nameClash = (row: Row, name: StateName, others: readonly StateName[]): Problem | undefined => {
  const alike = (other: StateName): boolean => other.kind === name.kind && other.text === name.text
  if (others.some(other => alike(other) && other.from === name.from))
    return row.wrong('This name stands twice.', 'Remove one of the two rows.')
  const short = others.find(other => other.kind === 'short' && overlap(other, name))
  return short && name.kind === 'short'
    ? row.wrong(
        `The short name "${short.text}" is borne on the same days.`,
        'Date the two apart, or make one of them an alias.',
      )
    : undefined
}

const readNames = (rows: Rows, reading: Reading): Map<string, StateName[]> => {
  const names = new Map<string, StateName[]>()
  for (const row of rows) {
    const name = readName(row, reading)
    if (!name) continue
    const others = names.get(row.get('state')) ?? []
    const clash = nameClash(row, name, others)
    if (clash) reading.collect(clash)
    else names.set(row.get('state'), [...others, name])
  }
  return names
}

/** The short name of a State: the last one, where it bore several after one another. */
const shortNameIn = (names: readonly StateName[]): StateName | undefined =>
  names
    .filter(name => name.kind === 'short')
    .reduce<StateName | undefined>(
      (last, name) => (last && (last.from ?? '') >= (name.from ?? '') ? last : name),
      undefined,
    )

const successorsKnown = (row: Row, { codes, collect }: Reading): boolean => {
  const unknown = list(row.get('succeeded_by')).filter(code => !codes.has(code))
  for (const code of unknown) collect(unknownState(row, code))
  return unknown.length === 0
}

const readState = (row: Row, names: readonly StateName[], reading: Reading): State | undefined => {
  const { collect } = reading
  const kind = oneOf(row, 'kind', STATE_KINDS, collect)
  const confidence = supportOf(row, collect)
  const dates = datesIn(row, collect)
  const unMemberSince = dayIn(row, 'un_member_since', collect)
  const short = shortNameIn(names)
  if (!short) collect(row.wrong('This state has no short name.', 'Add a row of kind short to names.csv.'))
  if (!successorsKnown(row, reading) || unMemberSince === 'wrong') return undefined
  if (!kind || !short || !confidence || !dates) return undefined
  return {
    iso3: row.get('iso3') as Iso3,
    iso2: row.get('iso2'),
    name: short.text,
    kind,
    region: row.get('region'),
    subregion: row.get('subregion'),
    ...(unMemberSince && { unMemberSince }),
    ...dates,
    succeededBy: list(row.get('succeeded_by')) as Iso3[],
    names,
    source: row.get('source'),
    confidence,
    note: row.get('note'),
  }
}

const readStates = (
  rows: Rows,
  names: ReadonlyMap<string, readonly StateName[]>,
  reading: Reading,
): Map<Iso3, State> => {
  const states = new Map<Iso3, State>()
  for (const row of rows) {
    const state = readState(row, names.get(row.get('iso3')) ?? [], reading)
    if (state && states.has(state.iso3))
      reading.collect(
        row.wrong(`The code ${state.iso3} stands twice.`, 'Give a former name in names.csv instead.'),
      )
    else if (state) states.set(state.iso3, state)
  }
  return states
}

const readMember = (row: Row, reading: Reading): Membership | undefined => {
  const { collect } = reading
  const dates = datesIn(row, collect)
  const support = supportOf(row, collect)
  const known = knownState(row, reading)
  if (support === 'low')
    collect(row.wrong('A membership of low confidence is not shipped.', 'Count it as withheld in blocs.csv.'))
  if (dates && !dates.from) collect(row.wrong('A membership needs its first day.', 'Write it as YYYY-MM-DD.'))
  if (!dates?.from || !known || !support || support === 'low') return undefined
  return { state: row.get('state') as Iso3, ...dates, from: dates.from, source: row.get('source') }
}

const readMembers = (rows: Rows, reading: Reading): Map<string, Membership[]> => {
  const members = new Map<string, Membership[]>()
  for (const row of rows) {
    const member = readMember(row, reading)
    if (!member) continue
    const bloc = row.get('bloc')
    const others = members.get(bloc) ?? []
    const twice = others.find(other => other.state === member.state && overlap(other, member))
    if (twice)
      reading.collect(
        row.wrong(
          `${member.state} is a member of ${bloc} on the same days since ${twice.from}.`,
          'Remove one of the two rows, or date them apart.',
        ),
      )
    else members.set(bloc, [...others, member])
  }
  return members
}

const readBloc = (row: Row, collect: Collect): Omit<Bloc, 'members'> | undefined => {
  const complete = oneOf(row, 'complete', ['yes', 'no'], collect)
  const withheld = row.get('withheld')
  const counted = /^\d{1,3}$/.test(withheld)
  if (!counted)
    collect(
      row.wrong(`"${withheld}" is no number of memberships withheld.`, 'Write it in digits, 0 for none.'),
    )
  if (!filled(row, ['id', 'title'], collect) || !complete || !counted) return undefined
  return {
    id: row.get('id'),
    title: row.get('title'),
    names: list(row.get('names')),
    complete: complete === 'yes',
    withheld: +withheld,
    note: row.get('note'),
  }
}

const readBlocs = (rows: Rows, memberRows: Rows, reading: Reading): Bloc[] => {
  const { collect } = reading
  const members = readMembers(memberRows, reading)
  const blocs = new Map<string, Bloc>()
  for (const row of rows) {
    const bloc = readBloc(row, collect)
    if (bloc && blocs.has(bloc.id))
      collect(row.wrong(`The bloc "${bloc.id}" stands twice.`, 'Remove one of the two rows.'))
    else if (bloc) blocs.set(bloc.id, { ...bloc, members: members.get(bloc.id) ?? [] })
  }
  const named = new Set(rows.map(row => row.get('id')))
  for (const row of memberRows.filter(isFirstOf('bloc')))
    if (!named.has(row.get('bloc')))
      collect(
        row.wrong(`The bloc "${row.get('bloc')}" has members but no row of its own.`, 'Add it to blocs.csv.'),
      )
  return [...blocs.values()]
}

/** Whether a row is the first of its list with what stands in the column. */
const isFirstOf = (column: string): ((row: Row) => boolean) => {
  const seen = new Set<string>()
  return row => {
    const isFirst = !seen.has(row.get(column))
    seen.add(row.get(column))
    return isFirst
  }
}

const readMetonym = (row: Row, reading: Reading): Metonym | undefined => {
  const { collect } = reading
  const kind = oneOf(row, 'kind', METONYM_KINDS, collect)
  const ambiguous = oneOf(row, 'ambiguous', ['', 'yes', 'no'], collect)
  const until = dayIn(row, 'until', collect)
  const support = supportOf(row, collect)
  const known = row.get('state') === '' || knownState(row, reading)
  if (!filled(row, ['name'], collect) || !known || !kind || !support) return undefined
  if (ambiguous === undefined || until === 'wrong') return undefined
  const base = { name: row.get('name'), state: row.get('state') as Iso3 | '', kind }
  return { ...base, ambiguous: ambiguous === 'yes', ...(until && { until }), note: row.get('note') }
}

const readOffice = (row: Row, { collect }: Reading): OfficeHolder | undefined => {
  const dates = datesIn(row, collect)
  const support = supportOf(row, collect)
  if (dates && !dates.from)
    collect(row.wrong('An office needs its first day.', 'Write it as YYYY-MM-DD in column from.'))
  if (!filled(row, ['office', 'organisation', 'person'], collect)) return undefined
  if (!dates?.from || !support) return undefined
  return {
    office: row.get('office'),
    organisation: row.get('organisation'),
    person: row.get('person'),
    ...dates,
    from: dates.from,
    source: row.get('source'),
  }
}

const kept = <T>(rows: Rows, read: (row: Row, reading: Reading) => T | undefined, reading: Reading): T[] =>
  rows.map(row => read(row, reading)).filter(item => item !== undefined)

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

type AllRows = Readonly<Record<keyof WorldTables, RowsRead>>

const worldIn = (tables: AllRows, collect: Collect): World => {
  const codes = new Set(tables.states.rows.map(row => row.get('iso3')))
  const first: Reading = { codes, leftOut: new Set(), collect }
  const names = readNames(tables.names.rows, first)
  const states = readStates(tables.states.rows, names, first)
  const leftOut = new Set([...codes].filter(code => !states.has(code as Iso3)))
  const reading: Reading = { ...first, leftOut }
  return {
    states,
    blocs: readBlocs(tables.blocs.rows, tables.members.rows, reading),
    metonyms: kept(tables.metonyms.rows, readMetonym, reading),
    officeHolders: kept(tables.offices.rows, readOffice, reading),
    lookup: lookupOf(states.values()),
  }
}

const NOWHERE: World = {
  states: new Map(),
  blocs: [],
  metonyms: [],
  officeHolders: [],
  lookup: new Map(),
}

export interface WorldRead {
  readonly world: World
  readonly problems: readonly Problem[]
  /** False when a table has a wrong header: then the world is empty, and no State that a row names is unknown. */
  readonly readable: boolean
}

/**
 * Reads the tables of `data/world`. Everything wrong is listed in `problems`; the rows concerned are left out. The
 * tables lean on each other: where the header of one is wrong, none is understood, and only that is said.
 */
export const loadWorld = (tables: WorldTables): WorldRead => {
  const read: AllRows = {
    states: readRows(tables.states, COLUMNS.states),
    names: readRows(tables.names, COLUMNS.names),
    blocs: readRows(tables.blocs, COLUMNS.blocs),
    members: readRows(tables.members, COLUMNS.members),
    metonyms: readRows(tables.metonyms, COLUMNS.metonyms),
    offices: readRows(tables.offices, COLUMNS.offices),
  }
  const problems = Object.values(read).flatMap(table => table.problems)
  const readable = Object.values(read).every(table => table.readable)
  const world = readable ? worldIn(read, problem => problems.push(problem)) : NOWHERE
  return { world, problems, readable }
}
