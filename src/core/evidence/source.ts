import type { Problem } from './problem.ts'
import { type Row, readRows, type Table } from './table.ts'

/** Where figures come from: something that many rows cite by its id. */
export interface Source {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly asOf: string
  readonly kind: string
  readonly licence: string
  readonly note: string
}

const COLUMNS = ['id', 'title', 'publisher', 'as_of', 'kind', 'licence', 'note']

const readSource = (row: Row): Source => ({
  id: row.get('id'),
  title: row.get('title'),
  publisher: row.get('publisher'),
  asOf: row.get('as_of'),
  kind: row.get('kind'),
  licence: row.get('licence'),
  note: row.get('note'),
})

export interface SourcesRead {
  readonly sources: ReadonlyMap<string, Source>
  readonly problems: readonly Problem[]
  /** False when the header is wrong: then no source is known, and none that a row cites is unknown. */
  readonly readable: boolean
}

/** Reads `sources.csv`; an id that stands twice is a problem. */
export const loadSources = (table: Table): SourcesRead => {
  const { rows, problems, readable } = readRows(table, COLUMNS)
  const sources = new Map<string, Source>()
  const twice: Problem[] = []
  for (const row of rows) {
    const source = readSource(row)
    if (sources.has(source.id))
      twice.push(row.wrong(`The source "${source.id}" stands twice.`, 'Remove one of the two rows.'))
    else sources.set(source.id, source)
  }
  return { sources, problems: [...problems, ...twice], readable }
}

/** The sources that a cell names: ids of `sources.csv`, or pages named in a few words (`page: ...`). */
export const sourcesIn = (cell: string): readonly string[] => cell.split(' | ').filter(part => part !== '')

const namesPage = (part: string): boolean => /^page:\s*\S/.test(part)

/** The ids of a cell that are in no list of sources; a `page:` that says no page is such an id. */
export const unknownSources = (cell: string, sources: ReadonlyMap<string, Source>): readonly string[] =>
  sourcesIn(cell).filter(part => !namesPage(part) && !sources.has(part))

/** The sources of a cell in words, for a person. */
export const sourcesInWords = (cell: string, sources: ReadonlyMap<string, Source>): string =>
  sourcesIn(cell)
    .map(part => sources.get(part)?.title ?? part.replace(/^page:\s*/, ''))
    .join('; ')
