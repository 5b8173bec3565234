import { lazy, Suspense } from 'react'
import { type Day, inWords } from '../core/calendar/index.ts'
import type { TreatyCard } from './ask/answers.ts'
import { StateTable } from './lists/StateTable.tsx'
import { AREA_NAMES, AREAS, type AreaName } from './map/areas.ts'
import { Tabs } from './parts/Tabs.tsx'
import type { Change } from './view/useView.ts'
import type { View } from './view/view.ts'
import type { WorldOn } from './world.ts'

// The shapes are the largest part of the page: they are read beside the questions to the server, but not before the
// first words are on the screen.
const firstPaint = new Promise<void>(done => {
  requestAnimationFrame(() => setTimeout(done))
})
const loading = firstPaint.then(() => import('./map/WorldMap.tsx'))
const WorldMap = lazy(() => loading.then(({ WorldMap }) => ({ default: WorldMap })))

interface Props {
  readonly world: WorldOn
  /** The same a moment later: what is costly to redraw follows when there is time. */
  readonly calmWorld: WorldOn
  readonly card: TreatyCard
  readonly view: View
  readonly change: Change
  readonly opened: string | null
  readonly open: (iso3: string) => void
}

const AreaPicker = ({
  area,
  choose,
}: {
  readonly area: AreaName
  readonly choose: (area: AreaName) => void
}) => (
  <label className="area-picker">
    Show{' '}
    <select
      value={area}
      onChange={event => choose(AREA_NAMES.find(name => name === event.target.value) ?? 'world')}
    >
      {AREA_NAMES.map(name => (
        <option key={name} value={name}>
          {AREAS[name].words}
        </option>
      ))}
    </select>
  </label>
)

const labelOf = (title: string, on: Day, known: Day): string =>
  `Map of the States under the ${title} on ${inWords(on)}, as known on ${inWords(known)}`

const MapView = ({ world, card, view, change, opened, open }: Omit<Props, 'calmWorld'>) => (
  <figure className="map-figure">
    <Suspense fallback={<div className="map map-waiting" />}>
      <WorldMap
        places={world.places}
        only={view.only}
        area={view.area}
        opened={opened}
        open={open}
        label={labelOf(card.title, view.on, view.known)}
      />
    </Suspense>
    <figcaption>
      The map is drawn to find States by. Its borders, names and dots express no view on the status of any
      territory, its authorities or its boundaries. Small States are dots near their place. Shapes: Natural
      Earth, by Visionscarto.
    </figcaption>
    <div className="map-bar">
      <AreaPicker area={view.area} choose={area => change({ area }, 'replace')} />
    </div>
  </figure>
)

const TABS = [
  { name: 'map', words: 'Map' },
  { name: 'table', words: 'Table' },
] as const

/** The same answers as a map and as a table. */
export const Views = (props: Props) => {
  const { calmWorld, card, view, change, open } = props
  return (
    <Tabs label="Ways to see it" tabs={TABS} chosen={view.tab} choose={tab => change({ tab })}>
      {view.tab === 'map' ? (
        <MapView {...props} />
      ) : (
        <StateTable
          world={calmWorld}
          only={view.only}
          treaty={card}
          on={view.on}
          known={view.known}
          open={open}
        />
      )}
    </Tabs>
  )
}
