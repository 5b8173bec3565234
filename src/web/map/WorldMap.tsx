import {
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useId,
  useRef,
  useState,
} from 'react'
import { type Paint, positionWords } from '../words.ts'
import type { Place } from '../world.ts'
import type { AreaName } from './areas.ts'
import { DotReaches, MapPlace } from './MapPlace.tsx'
import { Names, Ring } from './Overlay.tsx'
import { Patterns } from './Patterns.tsx'
import { EDGE, frameOf, GRATICULE, SHAPES, type Shape } from './shapes.ts'
import { useMapKeys } from './useMapKeys.ts'
import { useWidth } from './useWidth.ts'

interface Props {
  readonly places: ReadonlyMap<string, Place>
  readonly only: readonly Paint[]
  readonly area: AreaName
  readonly opened: string | null
  readonly open: (iso3: string) => void
  readonly label: string
}

const BY_ISO3 = new Map(SHAPES.map(shape => [shape.iso3, shape]))
const FIRST_STOP = 'TCD'

const iso3At = (event: { readonly target: EventTarget }): string | null =>
  event.target instanceof Element
    ? (event.target.closest('[data-iso3]')?.getAttribute('data-iso3') ?? null)
    : null

/** The name and position of the State pointed at or focused, beside it. */
const Tip = ({
  shape,
  place,
  frame,
}: {
  shape: Shape
  place: Place | undefined
  frame: readonly number[]
}) => {
  const [left = 0, top = 0, width = 1, height = 1] = frame
  const x = Math.min(1, Math.max(0, (shape.x - left) / width))
  const y = Math.min(1, Math.max(0, (shape.y - top) / height))
  const side = x > 0.75 ? ' to-left' : x < 0.25 ? ' to-right' : ''
  return (
    <div
      className={`tip map-tip${side}`}
      style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
      role="presentation"
    >
      <strong>{place?.name ?? shape.name}</strong>
      <span>{positionWords(place?.paint ?? 'no_data')}</span>
      {place && place.why !== '' && <span className="tip-why">{place.why}</span>}
    </div>
  )
}

const useStops = () => {
  const [stop, setStop] = useState(FIRST_STOP)
  const [focused, setFocused] = useState<string | null>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const focus = useCallback((event: FocusEvent) => {
    const iso3 = iso3At(event)
    if (!iso3) return
    setStop(iso3)
    if (event.target.matches(':focus-visible')) setFocused(iso3)
  }, [])
  const blur = useCallback(() => setFocused(null), [])
  const hover = useCallback((event: PointerEvent) => {
    if (event.pointerType === 'mouse') setHovered(iso3At(event))
  }, [])
  const leave = useCallback(() => setHovered(null), [])
  return { stop, focused, hovered, focus, blur, hover, leave }
}

/** The world under one treaty on one day. One tab stop; see `useMapKeys` for its keys. */
export const WorldMap = ({ places, only, area, opened, open, label }: Props) => {
  const frameRef = useRef<HTMLDivElement>(null)
  const helpId = useId()
  const stops = useStops()
  const frame = frameOf(area)
  const viewBox = frame.join(' ')
  const unit = frame[2] / useWidth(frameRef, 900)
  const keyed = useMapKeys({ shapes: SHAPES, places, at: stops.stop, open })
  const clicked = (event: MouseEvent): void => {
    const iso3 = iso3At(event)
    if (iso3) open(iso3)
  }
  const pointed = BY_ISO3.get(stops.hovered ?? stops.focused ?? '')
  const openedShape = BY_ISO3.get(opened ?? '')
  const focusedShape = BY_ISO3.get(stops.focused ?? '')
  return (
    <div className="map" ref={frameRef}>
      <p id={helpId} className="visually-hidden">
        Arrow keys go to the nearest State in their direction, letters to the State with that name, Enter
        shows how its position is known.
      </p>
      <svg viewBox={viewBox} className="map-layer" aria-hidden="true">
        <path className="graticule" d={GRATICULE} />
        <path className="graticule" d={EDGE} />
      </svg>
      <div
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        aria-describedby={helpId}
        onClick={clicked}
        onKeyDown={keyed}
        onFocus={stops.focus}
        onBlur={stops.blur}
        onPointerMove={stops.hover}
        onPointerLeave={stops.leave}
      >
        <svg viewBox={viewBox} role="presentation">
          <Patterns id="map" scale={unit} />
          <DotReaches shapes={SHAPES} unit={unit} />
          {SHAPES.map(shape => {
            const place = places.get(shape.iso3)
            const paint = place?.paint ?? 'no_data'
            return (
              <MapPlace
                key={shape.iso3}
                shape={shape}
                name={place?.name ?? shape.name}
                paint={paint}
                faded={only.length > 0 && !only.includes(paint)}
                opened={opened === shape.iso3}
                stop={stops.stop === shape.iso3}
                unit={shape.path === null ? unit : 1}
              />
            )
          })}
        </svg>
      </div>
      <svg viewBox={viewBox} className="map-layer" aria-hidden="true">
        {area !== 'world' && <Names shapes={SHAPES} places={places} unit={unit} />}
        {openedShape && <Ring shape={openedShape} unit={unit} look="is-opened" />}
        {focusedShape && <Ring shape={focusedShape} unit={unit} look="is-focused" />}
      </svg>
      {pointed && <Tip shape={pointed} place={places.get(pointed.iso3)} frame={frame} />}
    </div>
  )
}
