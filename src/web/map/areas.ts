/** A part of the world the map can be enlarged to: west, south, east, north in degrees. */
export interface Area {
  readonly words: string
  readonly box: readonly [west: number, south: number, east: number, north: number]
}

/** How much wider than high the map is; the world down to 58 degrees south. The style sheet keeps the room for it. */
export const MAP_RATIO = 2.27

export const AREA_NAMES = ['world', 'africa', 'americas', 'caribbean', 'asia', 'europe', 'pacific'] as const
export type AreaName = (typeof AREA_NAMES)[number]

export const AREAS: Readonly<Record<AreaName, Area>> = {
  world: { words: 'World', box: [-169, -58, 191, 90] },
  africa: { words: 'Africa', box: [-26, -36, 58, 38] },
  americas: { words: 'Americas', box: [-128, -56, -34, 52] },
  caribbean: { words: 'Caribbean', box: [-92, 7, -54, 27] },
  asia: { words: 'Asia', box: [34, -12, 147, 48] },
  europe: { words: 'Europe', box: [-12, 34, 45, 63] },
  pacific: { words: 'Pacific', box: [110, -48, 190, 20] },
}
