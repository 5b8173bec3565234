import { memo } from 'react'
import { type Paint, positionWords } from '../words.ts'
import { fillOf } from './paint.ts'
import type { Shape } from './shapes.ts'

export const placeId = (iso3: string): string => `map-${iso3}`

interface Props {
  readonly shape: Shape
  readonly name: string
  readonly paint: Paint
  readonly faded: boolean
  readonly opened: boolean
  /** Whether the map's one tab stop is here. */
  readonly stop: boolean
  /** Pixels in the map's units. */
  readonly unit: number
}

const between = (least: number, most: number, value: number): number => Math.min(most, Math.max(least, value))

/** How large a dot is drawn, and how far around it a click still counts, in the map's units. */
export const dotSize = (unit: number) => ({
  dot: between(2.4, 5, 5.5 / unit) * unit,
  reach: between(6, 14, 14 / unit) * unit,
})

/** A State on the map: its shape, or a dot where it has none at this scale. */
export const MapPlace = memo(({ shape, name, paint, faded, opened, stop, unit }: Props) => {
  const common = {
    id: placeId(shape.iso3),
    'data-iso3': shape.iso3,
    role: 'option',
    'aria-label': `${name}: ${positionWords(paint)}`,
    'aria-selected': opened,
    tabIndex: stop ? 0 : -1,
  }
  const look = `place is-${paint}${faded ? ' is-faded' : ''}`
  const fill = fillOf(paint, 'map')
  return shape.path === null ? (
    <circle {...common} className={look} cx={shape.x} cy={shape.y} r={dotSize(unit).dot} fill={fill} />
  ) : (
    <path {...common} className={look} d={shape.path} fill={fill} />
  )
})

/** The reach of the dots. It lies under all shapes, so that a dot takes clicks from the sea but not from a neighbour. */
export const DotReaches = memo(
  ({ shapes, unit }: { readonly shapes: readonly Shape[]; readonly unit: number }) => (
    <g>
      {shapes.map(({ iso3, path, x, y }) =>
        path === null ? (
          <circle key={iso3} data-iso3={iso3} className="reach" cx={x} cy={y} r={dotSize(unit).reach} />
        ) : null,
      )}
    </g>
  ),
)
