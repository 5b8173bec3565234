import type { Row } from '../evidence/index.ts'
import {
  type Collect,
  datesIn,
  filled,
  isFirstOf,
  knownState,
  list,
  oneOf,
  overlap,
  type Reading,
  type Rows,
  supportOf,
} from './reading.ts'
import type { Bloc, Iso3, Membership } from './state.ts'

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

/** The blocs with their dated members; rows that cannot stand are left out and told. */
export const readBlocs = (rows: Rows, memberRows: Rows, reading: Reading): Bloc[] => {
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
