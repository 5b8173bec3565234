import { type Day, isExact, parseDay, parsePartialDay } from '../calendar/index.ts'
import { confidenceOf, type Problem, type Row, readRows, type Table } from '../evidence/index.ts'
import type { Iso3, World } from '../states/index.ts'
import { ACT_KINDS, type ActKind, type Treaty, type TreatyId } from '../treaties/index.ts'
import type { Act, ConflictFact, Withheld } from './act.ts'

type Collect = (problem: Problem) => void

const ACT_COLUMNS = [
  'state',
  'kind',
  'day',
  'depositary',
  'known_from',
  'source',
  'confidence',
  'contested',
  'note',
]
/** Later days are slips: sums of months and years must stay inside the calendar. */
const LAST_DAY = '2199-12-31'

const WITHHELD_COLUMNS = ['state', 'kind', 'about', 'why']

const kindOf = (row: Row, collect: Collect): ActKind | undefined => {
  const text = row.get('kind')
  const kind = ACT_KINDS.find(known => known === text)
  if (!kind) collect(row.wrong(`The act "${text}" is not known.`, `Write one of ${ACT_KINDS.join(', ')}.`))
  return kind
}

const stateIn = (row: Row, world: World, collect: Collect): Iso3 | undefined => {
  const code = row.get('state') as Iso3
  if (world.states.has(code)) return code
  collect(row.wrong(`The state "${code}" is not in states.csv.`, 'Write its ISO 3166-1 alpha-3 code.'))
  return undefined
}

const partialIn = (row: Row, column: string, collect: Collect) => {
  const found = parsePartialDay(row.get(column))
  if (!found)
    collect(
      row.wrong(
        `"${row.get(column)}" is not a day that exists.`,
        'Write YYYY-MM-DD, or YYYY-MM or YYYY where the day is not known.',
      ),
    )
  return found
}

const confidenceIn = (row: Row, collect: Collect) => {
  const confidence = confidenceOf(row)
  if (typeof confidence !== 'string') {
    collect(confidence)
    return undefined
  }
  if (confidence === 'low') {
    collect(row.wrong('A row of low confidence is not shipped as a fact.', 'Move it to withheld.csv.'))
    return undefined
  }
  return confidence
}

const readAct = (
  row: Row,
  file: string,
  treaty: TreatyId,
  world: World,
  collect: Collect,
): Act | undefined => {
  const kind = kindOf(row, collect)
  const state = stateIn(row, world, collect)
  const done = partialIn(row, 'day', collect)
  const confidence = confidenceIn(row, collect)
  const beyond = done !== undefined && done.latest > LAST_DAY
  if (beyond)
    collect(
      row.wrong(
        `The day ${row.get('day')} lies beyond the calendar in use.`,
        `Write a day up to ${LAST_DAY}.`,
      ),
    )
  const sourced = /^(?!page:\s*$)\S/.test(row.get('source'))
  const contested = row.get('contested')
  if (!sourced) collect(row.wrong('This act has no source.', 'Name where its day was read.'))
  if (contested !== '' && contested !== 'yes')
    collect(row.wrong(`"${contested}" in column contested is not known.`, 'Write yes, or nothing.'))
  const known = row.get('known_from')
  const knownFrom = known === '' ? done?.earliest : parseDay(known)
  if (known !== '' && !knownFrom)
    collect(row.wrong(`"${known}" is not a day that exists.`, 'Write YYYY-MM-DD.'))
  if (!kind || !state || !done || !confidence || !knownFrom || !sourced || beyond) return undefined
  if (contested !== '' && contested !== 'yes') return undefined
  return {
    treaty,
    state,
    kind,
    done,
    depositary: row.get('depositary'),
    knownFrom,
    source: row.get('source'),
    confidence,
    contested: contested === 'yes',
    note: row.get('note'),
    place: { file, line: row.line },
  }
}

/** The first row that says the same, or says of the same act that it was done on another day. */
const clashOf = (act: Act, earlier: readonly Act[], row: Row): Problem | undefined => {
  const same = earlier.filter(
    other => other.state === act.state && other.kind === act.kind && other.depositary === act.depositary,
  )
  const twice = same.find(other => other.done.text === act.done.text && other.note === act.note)
  if (twice)
    return row.wrong(
      `This act stands twice, first on line ${twice.place.line}.`,
      'Remove one of the two rows.',
    )
  const once = ['signature', 'ratification', 'acceptance', 'approval', 'definitive-signature', 'succession']
  const [other] = once.includes(act.kind) ? same : []
  return (
    other &&
    row.wrong(
      `${act.state} has another ${act.kind} on line ${other.place.line}, dated ${other.done.text}.`,
      'Keep the day of the depositary, and write both days as an interval (2009-03-17/2009-07-22) when undecided.',
    )
  )
}

/**
 * Reads a pack's `actions.csv`; rows that are wrong, doubled or contradictory are problems and left out. Nothing is
 * given when the file cannot be read at all or is empty: a treaty without acts would be answered wrongly.
 */
export const loadActs = (
  table: Table,
  treaty: TreatyId,
  world: World,
  collect: Collect,
): readonly Act[] | undefined => {
  const { rows, problems, readable } = readRows(table, ACT_COLUMNS)
  problems.forEach(collect)
  if (readable && rows.length === 0)
    collect({
      severity: 'error',
      place: { file: table.file },
      message: 'This file holds no acts.',
      wayOut: 'Restore its rows.',
    })
  if (!readable || rows.length === 0) return undefined
  const byState = new Map<Iso3, Act[]>()
  const acts: Act[] = []
  for (const row of rows) {
    const act = readAct(row, table.file, treaty, world, collect)
    if (!act) continue
    const earlier = byState.get(act.state) ?? []
    const clash = clashOf(act, earlier, row)
    if (clash) collect(clash)
    else {
      acts.push(act)
      if (earlier.length > 0) earlier.push(act)
      else byState.set(act.state, [act])
    }
  }
  return acts
}

/** Reads a pack's `withheld.csv`: markers of acts that are not shipped as facts. */
export const loadWithheld = (
  table: Table,
  treaty: TreatyId,
  world: World,
  collect: Collect,
): readonly Withheld[] => {
  const { rows, problems } = readRows(table, WITHHELD_COLUMNS)
  problems.forEach(collect)
  return rows.flatMap(row => {
    const kind = kindOf(row, collect)
    const state = stateIn(row, world, collect)
    const about = partialIn(row, 'about', collect)
    if (about && isExact(about))
      collect(row.wrong('A withheld act shows no exact day.', 'Write the year or month only.'))
    if (!kind || !state || !about) return []
    return [{ treaty, state, kind, about, why: row.get('why'), place: { file: table.file, line: row.line } }]
  })
}

const CONFLICT_COLUMNS = [
  'treaty',
  'state',
  'on',
  'engaged',
  'until',
  'known_from',
  'source',
  'confidence',
  'note',
]

/** A cell that is a day, or empty; anything else is a problem. */
const dayOrNothing = (row: Row, column: string, collect: Collect): Day | undefined => {
  const text = row.get(column)
  const found = parseDay(text)
  if (text !== '' && !found)
    collect(row.wrong(`"${text}" is not a day that exists.`, 'Write YYYY-MM-DD, or nothing.'))
  return found
}

const conflictUntil = (
  row: Row,
  on: Day,
  engaged: ConflictFact['engaged'],
  collect: Collect,
): Day | undefined => {
  const until = dayOrNothing(row, 'until', collect)
  if (until && until < on)
    collect(
      row.wrong(
        'The conflict ends before the day asked about.',
        'Write no instead of yes, or correct until.',
      ),
    )
  if (until && engaged !== 'yes') collect(row.wrong('Only an engagement has an end.', 'Leave until empty.'))
  return until
}

const readConflictFact = (
  row: Row,
  treaties: ReadonlyMap<TreatyId, Treaty>,
  world: World,
  collect: Collect,
): ConflictFact | undefined => {
  const treaty = row.get('treaty') as TreatyId
  const state = stateIn(row, world, collect)
  const on = dayOrNothing(row, 'on', collect)
  const engaged = (['yes', 'no', 'unknown'] as const).find(word => word === row.get('engaged'))
  const confidence = confidenceIn(row, collect)
  if (!treaties.has(treaty)) collect(row.wrong(`There is no treaty pack "${treaty}".`, 'Correct the id.'))
  if (!on)
    collect(row.wrong('The day of the fact is missing.', 'Write the day on which the notice runs out.'))
  if (!engaged) collect(row.wrong(`"${row.get('engaged')}" is not an answer.`, 'Write yes, no or unknown.'))
  if (row.get('source') === '') collect(row.wrong('This fact has no source.', 'Name who says so.'))
  if (!treaties.has(treaty) || !state || !on || !engaged || !confidence || row.get('source') === '')
    return undefined
  const until = conflictUntil(row, on, engaged, collect)
  const knownFrom = dayOrNothing(row, 'known_from', collect) ?? on
  return { treaty, state, on, engaged, knownFrom, source: row.get('source'), ...(until && { until }) }
}

/** Reads `conflict_facts.csv`. A second fact about the same State, treaty and day is a problem. */
export const loadConflictFacts = (
  table: Table,
  treaties: ReadonlyMap<TreatyId, Treaty>,
  world: World,
  collect: Collect,
): readonly ConflictFact[] => {
  const { rows, problems } = readRows(table, CONFLICT_COLUMNS)
  problems.forEach(collect)
  const facts: ConflictFact[] = []
  for (const row of rows) {
    const fact = readConflictFact(row, treaties, world, collect)
    if (!fact) continue
    const same = facts.some(
      ({ treaty, state, on }) => treaty === fact.treaty && state === fact.state && on === fact.on,
    )
    if (same)
      collect(
        row.wrong(
          'There is another fact about this State, treaty and day.',
          'Keep one; where sources differ, write unknown.',
        ),
      )
    else facts.push(fact)
  }
  return facts
}
