import type { Span } from '../core/evidence/index.ts'

/** A stretch of the file; `verbatim` where its bytes are those that were decoded. */
export type FileStretch = Span & { readonly verbatim: boolean }

/** The bytes of a part as they were before they were encoded for transfer, with the way back. */
export interface Transferred {
  readonly bytes: Uint8Array
  /** Where the bytes between two offsets stand in the file, in order. */
  readonly stretches: (span: Span) => readonly FileStretch[]
  /** How many places do not follow the encoding. */
  readonly faults: number
}

/** Undoes a `Content-Transfer-Encoding`; one that is not known is taken for none. */
export const undoTransfer = (file: Uint8Array, body: Span, encoding: string): Transferred => {
  if (encoding === 'quoted-printable') return stepwise(file, body, quotedPrintable)
  if (encoding === 'base64') return stepwise(file, body, base64)
  return {
    bytes: file.subarray(body.start, body.end),
    stretches: ({ start, end }) => [{ start: body.start + start, end: body.start + end, verbatim: true }],
    faults: 0,
  }
}

/** One step of decoding: the stretch of the file it takes, and how many bytes it puts out. */
interface Taken extends FileStretch {
  readonly made: number
  /** Where the next step begins; a step also takes what stands for nothing. */
  readonly next: number
  readonly fault?: boolean
}

/** Takes a step from `at` and writes what it gives into `out` at `made`. */
type Take = (file: Uint8Array, at: number, end: number, out: Uint8Array, made: number) => Taken

const EVERY = 4096

/** Decodes step by step, keeping a checkpoint about every 4096 bytes from which a place is found again. */
const stepwise = (file: Uint8Array, body: Span, take: Take): Transferred => {
  const out = new Uint8Array(body.end - body.start)
  const marks: { made: number; at: number }[] = []
  let made = 0
  let faults = 0
  for (let at = body.start; at < body.end; ) {
    if (made >= marks.length * EVERY) marks.push({ made, at })
    const step = take(file, at, body.end, out, made)
    if (step.fault) faults++
    made += step.made
    at = step.next
  }
  const stretches = (span: Span): readonly FileStretch[] => {
    const found: FileStretch[] = []
    let { made: here, at } = markBefore(marks, span.start) ?? { made: 0, at: body.end }
    while (at < body.end && here < span.end) {
      const step = take(file, at, body.end, out, here)
      if (here + step.made > span.start && step.made > 0) addTo(found, clipped(step, here, span))
      here += step.made
      at = step.next
    }
    return found
  }
  return { bytes: out.subarray(0, made), stretches, faults }
}

const markBefore = <Mark extends { readonly made: number }>(
  marks: readonly Mark[],
  limit: number,
): Mark | undefined => {
  let low = 0
  let high = marks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((marks[middle]?.made ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return marks[low]
}

const clipped = ({ start, end, verbatim, made }: Taken, here: number, span: Span): FileStretch =>
  verbatim
    ? {
        start: start + Math.max(0, span.start - here),
        end: end - Math.max(0, here + made - span.end),
        verbatim,
      }
    : { start, end, verbatim }

/** Steps that decode something are one stretch with what stands for nothing between them. */
const addTo = (found: FileStretch[], next: FileStretch): void => {
  const last = found.at(-1)
  const follows = last && last.verbatim === next.verbatim && (!next.verbatim || last.end === next.start)
  if (follows) found[found.length - 1] = { ...last, end: next.end }
  else found.push(next)
}

const [TAB, LF, CR, SPACE, EQUALS] = [9, 10, 13, 32, 61]

const isSpace = (byte: number | undefined): boolean => byte === SPACE || byte === TAB

/** Where the line break that stands at `at` ends; `at` itself where none does. */
const afterBreak = (file: Uint8Array, at: number): number => {
  if (file[at] === LF) return at + 1
  return file[at] === CR && file[at + 1] === LF ? at + 2 : at
}

/** The value of a hexadecimal digit, or -1. */
const hex = (byte: number | undefined): number => {
  const digit = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(digit) ? -1 : digit
}

const quotedPrintable: Take = (file, at, end, out, made) => {
  if (file[at] === EQUALS) return quoted(file, at, end, out, made)
  let to = at
  if (isSpace(file[at])) {
    while (to < end && isSpace(file[to])) to++
    // White space at the end of a line was added on the way.
    if (to >= end || afterBreak(file, to) > to)
      return { start: at, end: to, verbatim: true, made: 0, next: to }
  } else while (to < end && file[to] !== EQUALS && !isSpace(file[to])) to++
  out.set(file.subarray(at, to), made)
  return { start: at, end: to, verbatim: true, made: to - at, next: to }
}

const quoted: Take = (file, at, end, out, made) => {
  const [high, low] = [hex(file[at + 1]), hex(file[at + 2])]
  if (high >= 0 && low >= 0 && at + 2 < end) {
    out[made] = high * 16 + low
    return { start: at, end: at + 3, verbatim: false, made: 1, next: at + 3 }
  }
  let to = at + 1
  while (to < end && isSpace(file[to])) to++
  const next = Math.min(end, afterBreak(file, to))
  if (next > to || to >= end)
    return { start: at, end: next, verbatim: false, made: 0, next: Math.max(next, to) }
  out[made] = EQUALS
  return { start: at, end: at + 1, verbatim: true, made: 1, next: at + 1, fault: true }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Int8Array(256).fill(-1)
for (let value = 0; value < 64; value++) VALUES[DIGITS.charCodeAt(value)] = value

/** Takes the next four digits, with whatever stands between them. */
const base64: Take = (file, at, end, out, made) => {
  let [digits, bits, first, to] = [0, 0, -1, at]
  let fault = false
  for (; to < end && digits < 4; to++) {
    const byte = file[to] ?? 0
    const value = VALUES[byte] ?? -1
    if (value >= 0) {
      if (digits === 0) first = to
      bits = bits * 64 + value
      digits++
    } else if (byte === EQUALS) {
      if (digits > 0) break
    } else if (!isSpace(byte) && byte !== LF && byte !== CR) fault = true
  }
  const next = to
  while (digits > 0 && digits < 4 && file[to] === EQUALS && to < end && to - next < 2) to++
  const count = Math.max(0, digits - 1)
  const whole = bits * 64 ** (4 - digits)
  for (let k = 0; k < count; k++) out[made + k] = Math.floor(whole / 256 ** (2 - k)) & 255
  const broken = fault || digits === 1
  return { start: first < 0 ? at : first, end: to, verbatim: false, made: count, next: to, fault: broken }
}
