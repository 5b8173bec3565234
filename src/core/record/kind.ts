import { type Problem, type Row, readRows, type Table } from '../evidence/index.ts'
import type { World } from '../states/index.ts'
import { BASE_COLUMNS, type Entry, type Recorded, recordedIn } from './entry.ts'

/** One kind of row: its own columns, those that make it the same row, and how its own facts are read. */
export interface Kind<Facts> {
  readonly columns: readonly string[]
  /** Two rows that agree in these columns are the same row, unless both are contested. */
  readonly key: readonly string[]
  readonly read: (entry: Entry) => Facts | undefined
}

export type Collect = (problem: Problem) => void

const readOne = <Facts>(
  kind: Kind<Facts>,
  row: Row,
  file: string,
  world: World,
  collect: Collect,
): (Facts & Recorded) | undefined => {
  let sound = true
  const wrong = (message: string, wayOut: string): undefined => {
    sound = false
    collect(row.wrong(message, wayOut))
  }
  const entry: Entry = { row, file, world, wrong }
  const recorded = recordedIn(entry)
  const facts = kind.read(entry)
  return sound && recorded && facts ? { ...facts, ...recorded } : undefined
}

const wordsOf = (row: Row, columns: readonly string[]): string =>
  columns.map(column => row.get(column)).join('\n')

/** The earlier row that says the same; two contested rows may speak of one thing in different words. */
const twinOf = <Facts>(kind: Kind<Facts>, row: Row, earlier: readonly Row[]): Row | undefined => {
  const all = [...kind.columns, ...BASE_COLUMNS]
  const contested = (other: Row): boolean =>
    other.get('contested') === 'yes' && row.get('contested') === 'yes'
  return earlier.find(other => !contested(other) || wordsOf(other, all) === wordsOf(row, all))
}

/** Reads one table of the record; rows that are wrong or stand twice are problems and left out. */
export const loadKind = <Facts>(
  kind: Kind<Facts>,
  table: Table,
  world: World,
  collect: Collect,
): readonly (Facts & Recorded)[] => {
  const { rows, problems } = readRows(table, [...kind.columns, ...BASE_COLUMNS])
  problems.forEach(collect)
  const byKey = new Map<string, Row[]>()
  return rows.flatMap(row => {
    const read = readOne(kind, row, table.file, world, collect)
    if (!read) return []
    const key = wordsOf(row, kind.key)
    const earlier = byKey.get(key) ?? []
    const twin = twinOf(kind, row, earlier)
    byKey.set(key, [...earlier, row])
    if (!twin) return [read]
    collect(
      row.wrong(
        `This row stands twice, first on line ${twin.line}.`,
        'Remove one of the two, or mark both as contested where sources disagree.',
      ),
    )
    return []
  })
}
