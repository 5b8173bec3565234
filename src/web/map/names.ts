import type { Shape } from './shapes.ts'

/** A name with the place of its first letter (beside a dot) or its middle (on a shape). */
export interface PlacedName {
  readonly iso3: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly isDot: boolean
}

interface Box {
  readonly left: number
  readonly right: number
  readonly y: number
}

// In pixels, at the size of letters that is drawn.
const LETTER = 6.2
const LINE = 13
const FROM_DOT = 9
const BELOW_MIDDLE = 4

const isDot = (shape: Shape): boolean => shape.path === null

const boxOf = (shape: Shape, name: string, unit: number): Box => {
  const width = name.length * LETTER * unit
  const left = isDot(shape) ? shape.x : shape.x - width / 2
  return { left, right: left + width + (isDot(shape) ? FROM_DOT * unit : 0), y: shape.y }
}

/** The names that can be written without covering one another: those of dots first, then of the widest shapes. */
export const namesWithRoom = (
  shapes: readonly Shape[],
  nameOf: (iso3: string) => string | undefined,
  unit: number,
): readonly PlacedName[] => {
  const taken: Box[] = []
  const isFree = (box: Box): boolean =>
    taken.every(
      other => box.left >= other.right || other.left >= box.right || Math.abs(box.y - other.y) >= LINE * unit,
    )
  const order = [...shapes].sort((a, b) => +isDot(b) - +isDot(a) || b.width - a.width)
  return order.flatMap(shape => {
    const { iso3, x, y, width } = shape
    const name = nameOf(iso3) ?? shape.name
    const box = boxOf(shape, name, unit)
    if ((!isDot(shape) && box.right - box.left > width) || !isFree(box)) return []
    taken.push(box)
    const aside = isDot(shape) ? FROM_DOT * unit : 0
    return [{ iso3, name, x: x + aside, y: y + BELOW_MIDDLE * unit, isDot: isDot(shape) }]
  })
}
