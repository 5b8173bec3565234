import type { Span } from '../core/evidence/index.ts'

/** A field of the head of a message or of a part of one. All places are byte offsets in the file. */
export interface MailField {
  /** In lower case. */
  readonly name: string
  readonly at: Span
  /** What follows the colon, still folded, without white space around it. */
  readonly value: Span
}

/** The head of a message or of a part. */
export interface Head {
  readonly fields: readonly MailField[]
  /** Where the body begins. */
  readonly bodyAt: number
  /** Where a line stands that is no field and ended the head too early; null where a blank line ended it. */
  readonly brokenAt: number | null
  readonly tooMany: boolean
}

const LF = 10
const CR = 13
const COLON = 58
/** How many fields of a head are looked at. */
export const MOST_FIELDS = 1000
const LONGEST_NAME = 200

/** Reads the head that begins at `from`. It ends with a blank line, or before a line that cannot be part of it. */
export const readHead = (bytes: Uint8Array, { start, end }: Span): Head => {
  const fields: MailField[] = []
  let count = 0
  for (let at = start; at < end; ) {
    const next = Math.min(end, lineAfter(bytes, at))
    if (isBlank(bytes, at, next))
      return { fields, bodyAt: next, brokenAt: null, tooMany: count > MOST_FIELDS }
    const folded = isSpace(bytes[at]) && count > 0
    const field = folded ? null : fieldAt(bytes, at, next)
    if (!folded && !field) return { fields, bodyAt: at, brokenAt: at, tooMany: count > MOST_FIELDS }
    if (field && ++count <= MOST_FIELDS) fields.push(field)
    else if (folded && count <= MOST_FIELDS) lengthen(fields, bytes, next)
    at = next
  }
  return { fields, bodyAt: end, brokenAt: null, tooMany: count > MOST_FIELDS }
}

/** Where the line after the one at `at` begins. */
export const lineAfter = (bytes: Uint8Array, at: number): number => {
  const found = bytes.indexOf(LF, at)
  return found < 0 ? bytes.length : found + 1
}

const isBlank = (bytes: Uint8Array, at: number, next: number): boolean =>
  bytes[at] === LF || (bytes[at] === CR && next - at <= 2)

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 9

const fieldAt = (bytes: Uint8Array, at: number, next: number): MailField | null => {
  let colon = at
  while (colon < next && colon - at < LONGEST_NAME && isNameByte(bytes[colon] ?? 0)) colon++
  if (bytes[colon] !== COLON || colon === at || colon >= next) return null
  return {
    name: latinOf(bytes, { start: at, end: colon }).toLowerCase(),
    at: { start: at, end: colon },
    value: trimmed(bytes, colon + 1, next),
  }
}

const isNameByte = (byte: number): boolean => byte > 32 && byte < 127 && byte !== COLON

const isWhite = (byte: number | undefined): boolean => isSpace(byte) || byte === LF || byte === CR

const trimmed = (bytes: Uint8Array, from: number, to: number): Span => {
  let [start, end] = [from, to]
  while (start < end && isWhite(bytes[start])) start++
  while (end > start && isWhite(bytes[end - 1])) end--
  return { start, end }
}

const lengthen = (fields: MailField[], bytes: Uint8Array, next: number): void => {
  const last = fields.pop()
  if (!last) return
  const { start, end } = last.value
  // What is added is looked at alone, so that a head of many folded lines is read in one pass.
  const added = trimmed(bytes, end, next)
  const value = start === end ? added : { start, end: Math.max(end, added.end) }
  fields.push({ ...last, value: added.start === added.end ? last.value : value })
}

/** Bytes as characters of the same number. */
export const latinOf = (bytes: Uint8Array, { start, end }: Span): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')

/** No value that is of use is longer; what stands beyond is not looked at. */
export const LONGEST_VALUE = 64_000

/** The value of a field as it stands, unfolded; empty where there is none. */
export const rawValue = (bytes: Uint8Array, fields: readonly MailField[], name: string): string => {
  const value = fields.find(field => field.name === name)?.value
  if (!value) return ''
  const end = Math.min(value.end, value.start + LONGEST_VALUE)
  return latinOf(bytes, { start: value.start, end }).replace(/\r?\n/g, '')
}

/** A value with parameters, as of `Content-Type`. */
export interface Parametrised {
  /** What comes before the parameters, in lower case. */
  readonly value: string
  /** By name in lower case. */
  readonly parameters: ReadonlyMap<string, string>
}

const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|([^;\s"]*))/g

/** Takes a value with parameters apart. */
export const parametrised = (raw: string): Parametrised => {
  const parameters = new Map<string, string>()
  for (const [, name = '', quoted, bare = ''] of raw.matchAll(PARAMETER)) {
    const key = name.toLowerCase()
    if (!parameters.has(key)) parameters.set(key, quoted?.replace(/\\([\s\S])/g, '$1') ?? bare)
  }
  return { value: (raw.split(';', 1)[0] ?? '').trim().toLowerCase(), parameters }
}
