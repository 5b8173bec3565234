import { type Day, day, parseDay } from '../calendar/index.ts'
import { type Confidence, confidenceOf, type Problem, type Row, sourceProblem } from '../evidence/index.ts'

export type Collect = (problem: Problem) => void
export type Dates = { readonly from?: Day; readonly until?: Day }
export type Rows = readonly Row[]

/** What the parts of `data/world` are read with: the codes of states.csv, and where problems go. */
export interface Reading {
  readonly codes: ReadonlySet<string>
  /** The codes whose row in states.csv is wrong: nothing else may lean on them. */
  readonly leftOut: ReadonlySet<string>
  readonly collect: Collect
}

/** A day after this one is a slip of the pen: nothing in the world is dated so far ahead. */
export const LAST_DAY = day('2199-12-31')

export const list = (cell: string): readonly string[] => cell.split('|').filter(part => part !== '')

export const oneOf = <T extends string>(
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
export const dayIn = (row: Row, column: string, collect: Collect): Day | undefined | 'wrong' => {
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
export const datesIn = (row: Row, collect: Collect): Dates | undefined => {
  const from = dayIn(row, 'from', collect)
  const until = dayIn(row, 'until', collect)
  if (from === 'wrong' || until === 'wrong') return undefined
  if (from && until && from > until) {
    collect(row.wrong(`It ends (${until}) before it begins (${from}).`, 'Exchange or correct the two days.'))
    return undefined
  }
  return { ...(from && { from }), ...(until && { until }) }
}

export const overlap = (a: Dates, b: Dates): boolean =>
  (a.from === undefined || b.until === undefined || a.from <= b.until) &&
  (b.from === undefined || a.until === undefined || b.from <= a.until)

export const filled = (row: Row, columns: readonly string[], collect: Collect): boolean => {
  const empty = columns.filter(column => row.get(column) === '')
  for (const column of empty) collect(row.wrong(`The ${column} is empty.`, 'Write it, or remove the row.'))
  return empty.length === 0
}

/** How well a row is supported, where it says so and names its source. */
export const supportOf = (row: Row, collect: Collect): Confidence | undefined => {
  const confidence = confidenceOf(row)
  const problem = sourceProblem(row)
  if (typeof confidence !== 'string') collect(confidence)
  if (problem) collect(problem)
  return typeof confidence === 'string' && !problem ? confidence : undefined
}

export const unknownState = (row: Row, code: string): Problem =>
  row.wrong(`The state "${code}" is not in states.csv.`, 'Correct the code, or add the state there first.')

export const stateProblem = (row: Row, code: string, { codes, leftOut }: Reading): Problem | undefined => {
  if (!codes.has(code)) return unknownState(row, code)
  return leftOut.has(code)
    ? row.wrong(`The row of ${code} in states.csv is wrong.`, 'Mend that row first; this one rests on it.')
    : undefined
}

export const knownState = (row: Row, reading: Reading): boolean => {
  const problem = stateProblem(row, row.get('state'), reading)
  if (problem) reading.collect(problem)
  return problem === undefined
}

/** Whether a row is the first of its list with what stands in the column. */
export const isFirstOf = (column: string): ((row: Row) => boolean) => {
  const seen = new Set<string>()
  return row => {
    const isFirst = !seen.has(row.get(column))
    seen.add(row.get(column))
    return isFirst
  }
}
