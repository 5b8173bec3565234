import { type Problem, type Row, type RowsRead, readRows, type Table } from '../evidence/index.ts'
import { readBlocs } from './load-blocs.ts'
import { readLocalName, readLocalTreatyName } from './load-local.ts'
import {
  type Collect,
  datesIn,
  dayIn,
  filled,
  knownState,
  list,
  oneOf,
  overlap,
  type Reading,
  type Rows,
  supportOf,
  unknownState,
} from './reading.ts'
import {
  type Iso3,
  type Metonym,
  NAME_KINDS,
  type OfficeHolder,
  ORGANISATION_KINDS,
  type Organisation,
  type OtherTreaty,
  type Place,
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
  readonly organisations: Table
  readonly places: Table
  readonly other_treaties: Table
  readonly given_names: Table
  readonly state_names: Table
  readonly treaty_names: Table
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
  organisations: ['id', 'name', 'kind', 'state', 'names', 'source', 'confidence', 'note'],
  other_treaties: ['id', 'title', 'names', 'abbreviations', 'adopted', 'source', 'confidence', 'note'],
  places: ['name', 'state', 'source', 'confidence', 'note'],
  given_names: ['name', 'source', 'confidence'],
  state_names: ['state', 'language', 'kind', 'forms', 'source', 'confidence'],
  treaty_names: ['treaty', 'language', 'kind', 'forms', 'source', 'confidence'],
} as const satisfies Readonly<Record<keyof WorldTables, readonly string[]>>

/** What a metonym can be to its State or organisation. */
const METONYM_KINDS = [
  'agency-routing',
  'post',
  'mission',
  'institution',
  'body',
  'capital',
  'city',
  'former-capital',
  'organisation-seat',
  'seat',
] as const

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

const readOrganisation = (row: Row, reading: Reading): Organisation | undefined => {
  const { collect } = reading
  const kind = oneOf(row, 'kind', ORGANISATION_KINDS, collect)
  const support = supportOf(row, collect)
  const known = row.get('state') === '' || knownState(row, reading)
  if (!filled(row, ['id', 'name'], collect) || !known || !kind || !support) return undefined
  const state = row.get('state') as Iso3 | ''
  return { id: row.get('id'), name: row.get('name'), kind, state, names: list(row.get('names')) }
}

const readPlace = (row: Row, reading: Reading): Place | undefined => {
  const support = supportOf(row, reading.collect)
  const known = knownState(row, reading)
  if (!filled(row, ['name'], reading.collect) || !known || !support) return undefined
  return { name: row.get('name'), state: row.get('state') as Iso3 }
}

const readOtherTreaty = (row: Row, { collect }: Reading): OtherTreaty | undefined => {
  const support = supportOf(row, collect)
  const adopted = row.get('adopted')
  const isYear = /^(?:18|19|20)\d{2}$/.test(adopted)
  if (!isYear) collect(row.wrong(`"${adopted}" is no year of adoption.`, 'Write four digits, as 1987.'))
  if (!filled(row, ['id', 'title'], collect) || !isYear || !support) return undefined
  const [names, abbreviations] = [list(row.get('names')), list(row.get('abbreviations'))]
  return { id: row.get('id'), title: row.get('title'), names, abbreviations, adopted }
}

const readGivenName = (row: Row, { collect }: Reading): string | undefined =>
  supportOf(row, collect) && filled(row, ['name'], collect) ? row.get('name') : undefined

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
    organisations: kept(tables.organisations.rows, readOrganisation, reading),
    otherTreaties: kept(tables.other_treaties.rows, readOtherTreaty, reading),
    places: kept(tables.places.rows, readPlace, reading),
    givenNames: kept(tables.given_names.rows, readGivenName, reading),
    localNames: kept(tables.state_names.rows, readLocalName, reading),
    localTreatyNames: kept(tables.treaty_names.rows, readLocalTreatyName, reading),
    lookup: lookupOf(states.values()),
  }
}

const NOWHERE: World = {
  states: new Map(),
  blocs: [],
  metonyms: [],
  officeHolders: [],
  organisations: [],
  places: [],
  otherTreaties: [],
  givenNames: [],
  localNames: [],
  localTreatyNames: [],
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
    organisations: readRows(tables.organisations, COLUMNS.organisations),
    other_treaties: readRows(tables.other_treaties, COLUMNS.other_treaties),
    places: readRows(tables.places, COLUMNS.places),
    given_names: readRows(tables.given_names, COLUMNS.given_names),
    state_names: readRows(tables.state_names, COLUMNS.state_names),
    treaty_names: readRows(tables.treaty_names, COLUMNS.treaty_names),
  }
  const problems = Object.values(read).flatMap(table => table.problems)
  const readable = Object.values(read).every(table => table.readable)
  const world = readable ? worldIn(read, problem => problems.push(problem)) : NOWHERE
  return { world, problems, readable }
}
