import { type Day, inWords } from '../../core/calendar/index.ts'
import { type Paint, positionWords } from '../words.ts'
import type { Place, WorldOn } from '../world.ts'

export const COLUMNS = ['State', 'Position', 'Position since', 'Bound from', 'Bound until'] as const
export type Column = (typeof COLUMNS)[number]

export interface Row {
  readonly place: Place
  readonly cells: Readonly<Record<Column, string>>
}

/** The days of a row, or empty where there is none. */
const dayIn = (place: Place, column: Column): Day | null => {
  if (column === 'Position since') return place.since
  if (column === 'Bound from') return place.stretch?.boundFrom ?? null
  return column === 'Bound until' ? (place.stretch?.boundUntil ?? null) : null
}

const byName = new Intl.Collator('en')

export const rowsOf = (world: WorldOn, only: readonly Paint[]): readonly Row[] =>
  [...world.places.values()]
    .filter(place => place.stretch !== null && (only.length === 0 || only.includes(place.paint)))
    .map(place => ({
      place,
      cells: {
        State: place.name,
        Position: positionWords(place.paint),
        'Position since': dayIn(place, 'Position since') ?? '',
        'Bound from': dayIn(place, 'Bound from') ?? '',
        'Bound until': dayIn(place, 'Bound until') ?? '',
      },
    }))

/** Rows by a column; empty cells always last, equal ones by name. */
export const sorted = (rows: readonly Row[], column: Column, down: boolean): readonly Row[] => {
  const turn = down ? -1 : 1
  return [...rows].sort((a, b) => {
    const left = a.cells[column]
    const right = b.cells[column]
    if (left === '' || right === '')
      return left === right ? byName.compare(a.place.name, b.place.name) : left === '' ? 1 : -1
    return turn * byName.compare(left, right) || byName.compare(a.place.name, b.place.name)
  })
}

export const cellWords = (row: Row, column: Column): string => {
  const day = dayIn(row.place, column)
  return day ? inWords(day) : row.cells[column]
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

interface Asked {
  readonly treaty: string
  readonly on: Day
  readonly known: Day
  readonly checkedThrough: Day
}

/** The table as CSV; every row says which question it answers, so that none is read without its days. */
export const csvOf = (rows: readonly Row[], { treaty, on, known, checkedThrough }: Asked): string => {
  const header = [
    'iso3',
    'state',
    'position',
    'position_since',
    'bound_from',
    'bound_until',
    'treaty',
    'on',
    'known',
    'checked_through',
  ]
  const lines = rows.map(({ place, cells }) => [
    place.iso3,
    cells.State,
    place.paint,
    cells['Position since'],
    cells['Bound from'],
    cells['Bound until'],
    treaty,
    on,
    known,
    checkedThrough,
  ])
  return [header, ...lines].map(cells => `${cells.map(quoted).join(',')}\r\n`).join('')
}
