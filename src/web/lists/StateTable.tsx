import { memo, useMemo, useState } from 'react'
import { type Day, inWords } from '../../core/calendar/index.ts'
import { Swatch } from '../parts/Swatch.tsx'
import type { Paint } from '../words.ts'
import type { WorldOn } from '../world.ts'
import { COLUMNS, type Column, cellWords, csvOf, type Row, rowsOf, sorted } from './rows.ts'

interface Props {
  readonly world: WorldOn
  readonly only: readonly Paint[]
  readonly treaty: { readonly id: string; readonly title: string; readonly checkedThrough: Day }
  readonly on: Day
  readonly known: Day
  readonly open: (iso3: string) => void
}

const download = (text: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}

interface HeadProps {
  readonly by: Column
  readonly down: boolean
  readonly sort: (column: Column) => void
}

const Head = ({ by, down, sort }: HeadProps) => (
  <thead>
    <tr>
      {COLUMNS.map(column => (
        <th key={column} scope="col" aria-sort={column === by ? (down ? 'descending' : 'ascending') : 'none'}>
          <button type="button" onClick={() => sort(column)}>
            {column}
            <span aria-hidden="true" className="sort-mark">
              {column === by ? (down ? '▾' : '▴') : ''}
            </span>
          </button>
        </th>
      ))}
    </tr>
  </thead>
)

const Line = ({ row, open }: { readonly row: Row; readonly open: (iso3: string) => void }) => (
  <tr>
    <th scope="row">
      <button type="button" className="as-link" onClick={() => open(row.place.iso3)}>
        {row.place.name}
      </button>
    </th>
    <td>
      <span className="position-cell">
        <Swatch paint={row.place.paint} /> {cellWords(row, 'Position')}
      </span>
      {row.place.why !== '' && <span className="why">{row.place.why}</span>}
    </td>
    <td className="day-cell">{cellWords(row, 'Position since')}</td>
    <td className="day-cell">{cellWords(row, 'Bound from')}</td>
    <td className="day-cell">{cellWords(row, 'Bound until')}</td>
  </tr>
)

/** The same answers as the map, as a table. */
export const StateTable = memo(({ world, only, treaty, on, known, open }: Props) => {
  const [by, setBy] = useState<Column>('State')
  const [down, setDown] = useState(false)
  const rows = useMemo(() => sorted(rowsOf(world, only), by, down), [world, only, by, down])
  const sort = (column: Column): void => {
    setDown(column === by && !down)
    setBy(column)
  }
  const csv = (): string =>
    csvOf(rows, { treaty: treaty.id, on, known, checkedThrough: treaty.checkedThrough })
  return (
    <div className="table-view">
      <div className="table-bar">
        <span>
          {rows.length} rows, checked through {inWords(treaty.checkedThrough)}
        </span>
        <button
          type="button"
          onClick={() => download(csv(), `pacta-${treaty.id}-on-${on}-known-${known}.csv`)}
        >
          Download as CSV
        </button>
      </div>
      <table>
        <caption className="visually-hidden">
          States under the {treaty.title} on {inWords(on)}, as known on {inWords(known)}
        </caption>
        <Head by={by} down={down} sort={sort} />
        <tbody>
          {rows.map(row => (
            <Line key={row.place.iso3} row={row} open={open} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className="empty">
          No State has that position on this day. Show all positions to see every State.
        </p>
      )}
    </div>
  )
})
