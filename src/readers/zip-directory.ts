import type { NotText, SourceProblem } from './source.ts'

/** A part of an archive, as its table of contents has it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedSize: number
  /** Where its own header stands in the file. */
  readonly at: number
}

/** The parts of an archive by name, and what is wrong with their names. */
export interface Entries {
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly problems: readonly SourceProblem[]
}

const SIGNATURE = [0x50, 0x4b, 3, 4]
const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
/** A ZIP archive without ZIP64 holds no more parts. */
const MOST = 65_535

/** Reads the table of contents at the end of a ZIP archive: what stands between is not trusted to name parts. */
export const findEntries = (bytes: Uint8Array): Entries | NotText => {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte))
    return { notText: bytes.length === 0 ? 'it is empty' : 'it is not a ZIP archive' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = endOfDirectory(view)
  if (end === null)
    return { notText: 'it is a ZIP archive that breaks off: its table of contents is missing' }
  const size = view.getUint32(end + 12, true)
  // Bytes put before the archive move everything by the same distance.
  const shift = Math.max(0, end - size - view.getUint32(end + 16, true))
  return sorted([...entriesFrom(view, bytes, Math.max(0, end - size), shift)])
}

const endOfDirectory = (view: DataView): number | null => {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return null
}

function* entriesFrom(view: DataView, bytes: Uint8Array, from: number, shift: number): Generator<ZipEntry> {
  let count = 0
  for (let at = from; count++ < MOST && at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY; ) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd))
    yield entryAt(view, at, { name, shift, extra: bytes.subarray(nameEnd, extraEnd) })
    at = extraEnd + view.getUint16(at + 32, true)
  }
}

const entryAt = (
  view: DataView,
  at: number,
  { name, shift, extra }: { name: string; shift: number; extra: Uint8Array },
): ZipEntry => {
  const unpackedSize = view.getUint32(at + 24, true)
  const sizes = [unpackedSize, view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const [, packedSize = 0, offset = 0] = withLongSizes(sizes, extra)
  return {
    name,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedSize,
    at: offset + shift,
  }
}

const IN_EXTRA = 0xffffffff

/** A size of all ones stands in the ZIP64 field instead, in eight bytes, in the same order. */
const withLongSizes = (sizes: readonly number[], extra: Uint8Array): readonly number[] => {
  if (!sizes.includes(IN_EXTRA)) return sizes
  const field = zip64Field(extra)
  let at = 0
  return sizes.map(size => {
    if (size !== IN_EXTRA || !field || at + 8 > field.byteLength) return size
    at += 8
    return Number(field.getBigUint64(at - 8, true))
  })
}

const zip64Field = (extra: Uint8Array): DataView | null => {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length)
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === 1)
      return new DataView(extra.buffer, extra.byteOffset + at + 4, Math.min(length, extra.length - at - 4))
    at += 4 + length
  }
  return null
}

const UNSAFE = /^[/\\]|^[a-z]:|\\|(?:^|\/)\.\.(?:\/|$)|\0/i

const sorted = (all: readonly ZipEntry[]): Entries => {
  const entries = new Map<string, ZipEntry>()
  const unsafe: string[] = []
  const twice = new Set<string>()
  for (const entry of all) {
    if (UNSAFE.test(entry.name)) unsafe.push(entry.name)
    else if (entries.has(entry.name)) twice.add(entry.name)
    else if (!entry.name.endsWith('/')) entries.set(entry.name, entry)
  }
  return { entries, problems: [...unsafeNames(unsafe), ...repeatedNames([...twice])] }
}

const NAMED = 5

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, NAMED).map(name => JSON.stringify(name.slice(0, 120)))
  return names.length > NAMED ? `${shown.join(', ')} and ${names.length - NAMED} more` : shown.join(', ')
}

const unsafeNames = (names: readonly string[]): readonly SourceProblem[] =>
  names.length === 0
    ? []
    : [
        {
          kind: 'unsafe-name',
          message: `The archive has parts with a name that leads out of it, which were left out: ${listed(names)}.`,
          count: names.length,
        },
      ]

const repeatedNames = (names: readonly string[]): readonly SourceProblem[] =>
  names.length === 0
    ? []
    : [
        {
          kind: 'damaged',
          message: `The archive has more than one part of the same name; the first was read: ${listed(names)}.`,
          count: names.length,
        },
      ]
