/** A place with its position on the map. */
interface At {
  readonly iso3: string
  readonly x: number
  readonly y: number
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const AIM: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export const isDirection = (key: string): key is Direction => key in AIM

// Places up to 60 degrees off the arrow's line are in its direction; those on the line are preferred.
const WIDEST = Math.cos(Math.PI / 3)

/** The nearest place in the direction of an arrow key; `undefined` at the edge. */
export const nearestIn = <T extends At>(
  places: readonly T[],
  from: At,
  direction: Direction,
): T | undefined => {
  const [aimX, aimY] = AIM[direction]
  let best: { place: T; cost: number } | undefined
  for (const place of places) {
    const dx = place.x - from.x
    const dy = place.y - from.y
    const distance = Math.hypot(dx, dy)
    const along = (dx * aimX + dy * aimY) / distance
    if (place.iso3 === from.iso3 || !(along >= WIDEST)) continue
    const cost = distance * (1 + 3 * (1 - along))
    if (!best || cost < best.cost) best = { place, cost }
  }
  return best?.place
}
