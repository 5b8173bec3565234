import { memo, useMemo } from 'react'
import type { Place } from '../world.ts'
import { namesWithRoom } from './names.ts'
import type { Shape } from './shapes.ts'

interface RingProps {
  readonly shape: Shape
  readonly unit: number
  readonly look: 'is-focused' | 'is-opened'
}

// In pixels.
const SMALL = 22
const LEAST_RADIUS = 10

/** The ring around the focused or opened State, above all others; around a small one it stands off, not to hide it. */
export const Ring = ({ shape, unit, look }: RingProps) => {
  const radius = Math.max(LEAST_RADIUS, shape.width / unit / 2 + 5) * unit
  const drawn = (part: 'outer' | 'inner') =>
    shape.path === null || shape.width / unit < SMALL ? (
      <circle className={`ring ${part} ${look}`} cx={shape.x} cy={shape.y} r={radius} />
    ) : (
      <path className={`ring ${part} ${look}`} d={shape.path} />
    )
  return (
    <g>
      {drawn('outer')}
      {drawn('inner')}
    </g>
  )
}

interface NamesProps {
  readonly shapes: readonly Shape[]
  readonly places: ReadonlyMap<string, Place>
  readonly unit: number
}

const FONT = 11

/** The names that have room on an enlarged map. */
export const Names = memo(({ shapes, places, unit }: NamesProps) => {
  const names = useMemo(
    () => namesWithRoom(shapes, iso3 => places.get(iso3)?.name, unit),
    [shapes, places, unit],
  )
  return (
    <g className="map-names" fontSize={FONT * unit}>
      {names.map(({ iso3, name, x, y, isDot }) => (
        <text key={iso3} x={x} y={y} data-dot={isDot || undefined}>
          {name}
        </text>
      ))}
    </g>
  )
})
