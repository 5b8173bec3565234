import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import type { NotText, SourceProblem } from './source.ts'
import { findEntries, type ZipEntry } from './zip-directory.ts'

/** An archive whose parts are unpacked one by one, within one limit for all of them. */
export interface Archive {
  /** The names of the parts, in the order of the archive's table of contents. */
  readonly names: readonly string[]
  readonly problems: readonly SourceProblem[]
  readonly has: (name: string) => boolean
  /** The bytes of a part as far as they can be unpacked; empty where there is none. Damage becomes a problem. */
  readonly unpack: (name: string) => Uint8Array
  /** Set once the parts asked for came to more than the limit: what was unpacked is then of no use. */
  readonly tooLarge: () => NotText | null
}

const MOST = 200_000_000
/** Above this, an archive that swells to more than `MOST_SWELLING` times its size is no document. */
const LARGE = 100_000_000
const MOST_SWELLING = 200

interface Spent {
  packed: number
  unpacked: number
  over: NotText | null
}

/** Opens a ZIP archive. Nothing is unpacked before it is asked for, and declared sizes are not trusted. */
export const openZip = (bytes: Uint8Array): Archive | NotText => {
  const found = findEntries(bytes)
  if ('notText' in found) return found
  const problems = [...found.problems]
  const spent: Spent = { packed: 0, unpacked: 0, over: null }
  const kept = new Map<string, Uint8Array>()
  const unpackOnce = (name: string): Uint8Array => {
    const entry = found.entries.get(name)
    if (!entry || spent.over) return NOTHING
    const { out, damage } = unpackEntry(bytes, entry, spent)
    if (damage) problems.push({ kind: 'damaged', message: `${name} in the archive is damaged: ${damage}.` })
    kept.set(name, out)
    return out
  }
  return {
    names: [...found.entries.keys()],
    problems,
    has: name => found.entries.has(name),
    unpack: name => kept.get(name) ?? unpackOnce(name),
    tooLarge: () => spent.over,
  }
}

const NOTHING = new Uint8Array(0)

interface Unpacked {
  readonly out: Uint8Array
  readonly damage: string | null
}

const unpackEntry = (bytes: Uint8Array, entry: ZipEntry, spent: Spent): Unpacked => {
  const packed = packedBytes(bytes, entry)
  if (!packed)
    return { out: NOTHING, damage: 'its place in the archive is not where the table of contents says' }
  if (entry.encrypted) return { out: NOTHING, damage: 'it is encrypted' }
  if (entry.method === 0)
    return checked(entry, take(spent, packed.length, packed.length) ? packed : NOTHING, null)
  if (entry.method !== 8)
    return { out: NOTHING, damage: `it is packed by a method that is not known (${entry.method})` }
  return inflate(packed, entry, spent)
}

const LOCAL_HEADER = 0x04034b50

const packedBytes = (bytes: Uint8Array, { at, packedSize }: ZipEntry): Uint8Array | null => {
  if (at + 30 > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at)
  if (view.getUint32(0, true) !== LOCAL_HEADER) return null
  const from = at + 30 + view.getUint16(26, true) + view.getUint16(28, true)
  return bytes.subarray(from, from + packedSize)
}

// A byte of DEFLATE gives at most 1032: a step gives at most 1 MB before the limit is looked at. Of a damaged part,
// what the step with the damage holds is lost.
const STEP = 1024

const inflate = (packed: Uint8Array, entry: ZipEntry, spent: Spent): Unpacked => {
  const chunks: Uint8Array[] = []
  let fits = true
  const inflater = new Inflate(chunk => {
    if (chunk.length > 0) chunks.push(chunk)
    fits &&= take(spent, 0, chunk.length)
  })
  try {
    for (let at = 0; fits && at < packed.length; at += STEP) {
      spent.packed += Math.min(STEP, packed.length - at)
      inflater.push(packed.subarray(at, at + STEP), at + STEP >= packed.length)
    }
  } catch {
    return { out: fits ? joined(chunks) : NOTHING, damage: 'its packed form breaks off or makes no sense' }
  }
  return fits ? checked(entry, joined(chunks), null) : { out: NOTHING, damage: null }
}

/** Counts what is unpacked, and answers whether it is still within the limits. */
const take = (spent: Spent, packed: number, unpacked: number): boolean => {
  spent.packed += packed
  spent.unpacked += unpacked
  const swollen = spent.unpacked > LARGE && spent.unpacked > MOST_SWELLING * spent.packed
  if (spent.unpacked > MOST) spent.over = { notText: `it unpacks to more than ${MOST / 1_000_000} MB` }
  else if (swollen)
    spent.over = {
      notText: `it unpacks to more than ${MOST_SWELLING} times its size (over ${LARGE / 1_000_000} MB)`,
    }
  return spent.over === null
}

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  return out
}

const checked = (entry: ZipEntry, out: Uint8Array, damage: string | null): Unpacked => ({
  out,
  damage: damage ?? (crc32(out) === entry.crc ? null : 'its checksum does not agree with its content'),
})
