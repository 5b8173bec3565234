/** Where a text stands in another: the first place as a UTF-16 index, and whether there are others. */
export interface Occurrence {
  readonly first: number
  readonly isOnly: boolean
}

/** Words with their context on both sides are longer, but at the ends of a text. */
const WINDOW = 64
const BASE = 65_599

/** The hash of the first window of a text. */
const hashOf = (text: string): number => {
  let hash = 0
  for (let at = 0; at < WINDOW; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
  return hash
}

/** The weight of the unit that leaves the window as it moves on. */
const LEAVING = Array.from({ length: WINDOW }).reduce<number>(weight => Math.imul(weight, BASE), 1)

/** Calls back with the hash of every window of the text and its UTF-16 index. */
const eachWindow = (text: string, visit: (hash: number, at: number) => void): void => {
  if (text.length < WINDOW) return
  let hash = hashOf(text)
  for (let at = 0; ; at++) {
    visit(hash, at)
    if (at + WINDOW >= text.length) return
    const entered = Math.imul(hash, BASE) + text.charCodeAt(at + WINDOW)
    hash = (entered - Math.imul(LEAVING, text.charCodeAt(at))) | 0
  }
}

const simply = (text: string, pattern: string): Occurrence | undefined => {
  const first = text.indexOf(pattern)
  return first < 0 ? undefined : { first, isOnly: text.indexOf(pattern, first + 1) < 0 }
}

const grouped = (patterns: readonly string[]): ReadonlyMap<number, readonly string[]> => {
  const groups = new Map<number, string[]>()
  for (const pattern of patterns) {
    const hash = hashOf(pattern)
    const group = groups.get(hash)
    if (group) group.push(pattern)
    else groups.set(hash, [pattern])
  }
  return groups
}

/** A quick no for most windows of a text. */
const sieveOf = (hashes: Iterable<number>): Uint8Array => {
  const sieve = new Uint8Array(0x10000)
  for (const hash of hashes) sieve[hash & 0xffff] = 1
  return sieve
}

/** Where each of many texts stands in one, which is looked through once for all of them; what does not, is left out. */
export const occurrencesIn = (text: string, patterns: Iterable<string>): ReadonlyMap<string, Occurrence> => {
  const all = [...new Set(patterns)]
  const found = new Map<string, Occurrence>()
  for (const pattern of all) {
    const short = pattern.length < WINDOW ? simply(text, pattern) : undefined
    if (short) found.set(pattern, short)
  }
  const groups = grouped(all.filter(pattern => pattern.length >= WINDOW))
  const sieve = sieveOf(groups.keys())
  eachWindow(text, (hash, at) => {
    if (sieve[hash & 0xffff] === 0) return
    for (const pattern of groups.get(hash) ?? []) {
      const known = found.get(pattern)
      if (known?.isOnly !== false && text.startsWith(pattern, at))
        found.set(pattern, known ? { ...known, isOnly: false } : { first: at, isOnly: true })
    }
  })
  return found
}
