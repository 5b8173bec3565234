import { memo, useMemo, useState } from 'react'
import { Swatch } from '../parts/Swatch.tsx'
import { PAINTS, type Paint, paintWords } from '../words.ts'
import { isNamed, type Place, type WorldOn } from '../world.ts'
import { useRoving } from './useRoving.ts'

interface Props {
  readonly world: WorldOn
  readonly only: readonly Paint[]
  readonly opened: string | null
  readonly open: (iso3: string) => void
}

const idOf = (iso3: string): string => `list-${iso3}`

interface GroupProps {
  readonly paint: Paint
  readonly places: readonly Place[]
  readonly stop: string | undefined
  readonly opened: string | null
  readonly open: (iso3: string) => void
  readonly focused: (iso3: string) => void
}

const Group = ({ paint, places, stop, opened, open, focused }: GroupProps) => (
  <section className="group" aria-labelledby={`group-${paint}`}>
    <h3 id={`group-${paint}`}>
      <Swatch paint={paint} /> {paintWords(paint)} <span className="group-number">{places.length}</span>
    </h3>
    <ul>
      {places.map(({ iso3, name }) => (
        <li key={iso3}>
          <button
            type="button"
            id={idOf(iso3)}
            tabIndex={iso3 === stop ? 0 : -1}
            aria-current={iso3 === opened || undefined}
            onClick={() => open(iso3)}
            onFocus={() => focused(iso3)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  </section>
)

/** The States by position, filtered by what is typed; one tab stop, then the arrow keys. */
export const StateList = memo(({ world, only, opened, open }: Props) => {
  const [typed, setTyped] = useState('')
  const groups = useMemo(
    () =>
      PAINTS.filter(paint => only.length === 0 || only.includes(paint)).flatMap(paint => {
        const places = (world.groups.get(paint) ?? []).filter(place => isNamed(place.name, typed))
        return places.length > 0 ? [{ paint, places }] : []
      }),
    [world, only, typed],
  )
  const keys = useMemo(() => groups.flatMap(group => group.places.map(place => place.iso3)), [groups])
  const { stop, keyed, focused } = useRoving(keys, idOf)
  return (
    <section className="state-list" aria-labelledby="list-title">
      <h2 id="list-title">States</h2>
      <input
        type="search"
        className="list-filter"
        aria-label="Filter the States by name"
        placeholder="Type a name"
        value={typed}
        onChange={event => setTyped(event.target.value)}
        spellCheck={false}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside. */}
      <div className="groups" onKeyDown={keyed}>
        {groups.map(group => (
          <Group key={group.paint} {...group} stop={stop} opened={opened} open={open} focused={focused} />
        ))}
        {groups.length === 0 && (
          <p className="empty">
            {typed === ''
              ? 'No State has that position on this day.'
              : `No State shown has a name with “${typed}”.`}
          </p>
        )}
      </div>
    </section>
  )
})
