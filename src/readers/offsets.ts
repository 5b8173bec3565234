/** How many bytes and how many UTF-16 units the next character takes; see `utf8Step`. */
export type Step = (bytes: Uint8Array, at: number) => { readonly bytes: number; readonly units: number }

const EVERY = 4096

/**
 * A map from UTF-16 indexes to byte offsets that keeps one checkpoint for about every 4096 units and walks the
 * bytes from there, so that it stays small for a text of any size. The index of a low surrogate gives the offset
 * of its character; an index at or past the end gives the length of the source.
 */
export const checkpoints = (bytes: Uint8Array, from: number, step: Step): ((index: number) => number) => {
  const units: number[] = []
  const offsets: number[] = []
  let unit = 0
  for (let at = from; at < bytes.length; ) {
    if (unit >= units.length * EVERY) {
      units.push(unit)
      offsets.push(at)
    }
    const next = step(bytes, at)
    at += next.bytes
    unit += next.units
  }
  return index => {
    const slot = lastAtMost(units, index)
    let at = offsets[slot] ?? from
    for (let here = units[slot] ?? 0; at < bytes.length; ) {
      const next = step(bytes, at)
      if (here + next.units > index) return at
      here += next.units
      at += next.bytes
    }
    return bytes.length
  }
}

/** The place of the last value that is at most `limit`, in ascending values; 0 when none is. */
const lastAtMost = (values: readonly number[], limit: number): number => {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
