import type { Span } from '../core/evidence/index.ts'
import { type Head, lineAfter, type Parametrised, parametrised, rawValue, readHead } from './mime-fields.ts'

/** A message, or a part of one. */
export interface MimePart {
  readonly head: Head
  readonly body: Span
  readonly type: Parametrised
  readonly disposition: Parametrised
  /** The transfer encoding, in lower case; empty where none is stated. */
  readonly encoding: string
}

/** Reads the head of a part. `otherwise` is its type where it states none. */
export const readPart = (file: Uint8Array, span: Span, otherwise = 'text/plain'): MimePart => {
  const head = readHead(file, span)
  const type = parametrised(rawValue(file, head.fields, 'content-type'))
  return {
    head,
    body: { start: head.bodyAt, end: span.end },
    type: type.value.includes('/') ? type : { ...type, value: otherwise },
    disposition: parametrised(rawValue(file, head.fields, 'content-disposition')),
    encoding: rawValue(file, head.fields, 'content-transfer-encoding').trim().toLowerCase(),
  }
}

/** The parts that a body is made of. */
export interface Split {
  readonly parts: readonly Span[]
  /** Whether the boundary that ends the parts stands in the body. */
  readonly ended: boolean
}

const LF = 10
const CR = 13

/** Splits the body of a multipart at its boundary; what stands before the first and after the last is none of it. */
export const splitParts = (file: Uint8Array, body: Span, boundary: string, most: number): Split => {
  const view = Buffer.from(file.buffer, file.byteOffset, body.end)
  const mark = Buffer.from(`--${boundary}`, 'latin1')
  const parts: Span[] = []
  let open = -1
  for (let at = view.indexOf(mark, body.start); at >= 0; at = view.indexOf(mark, at + mark.length)) {
    const kind = at === body.start || file[at - 1] === LF ? lineKind(view, at + mark.length, body.end) : null
    if (!kind) continue
    if (open >= 0) parts.push({ start: open, end: Math.max(open, beforeBreak(file, at)) })
    if (kind === 'end' || parts.length > most) return { parts, ended: kind === 'end' }
    open = Math.min(body.end, lineAfter(file, at))
  }
  if (open >= 0) parts.push({ start: open, end: body.end })
  return { parts, ended: false }
}

/** What the rest of a line makes of a boundary: `null` when it is only the beginning of another word. */
const lineKind = (view: Buffer, at: number, end: number): 'next' | 'end' | null => {
  const rest = view.subarray(at, Math.min(end, at + 200)).toString('latin1')
  const line = rest.split('\n', 1)[0] ?? ''
  if (/^\s*$/.test(line)) return 'next'
  return /^--\s*$/.test(line) ? 'end' : null
}

/** The line break before a boundary belongs to it. */
const beforeBreak = (file: Uint8Array, at: number): number =>
  file[at - 1] === LF ? (file[at - 2] === CR ? at - 2 : at - 1) : at

const FIRST_LINES = 4000

/** The boundary of a multipart: the one that it states, or else the first line that looks like one. */
export const boundaryOf = (file: Uint8Array, { type, body }: MimePart): string | null => {
  const stated = type.parameters.get('boundary')
  if (stated) return stated
  const end = Math.min(body.end, body.start + FIRST_LINES)
  const beginning = Buffer.from(file.buffer, file.byteOffset + body.start, end - body.start).toString(
    'latin1',
  )
  return /^--(\S{1,70})[ \t]*\r?$/m.exec(beginning)?.[1] ?? null
}

const OTHER_CONTROLS = /\p{Cc}+/gu

/** The name that a part gives to the file it holds, or null. */
export const fileName = ({ type, disposition }: MimePart): string | null => {
  const name = named(disposition.parameters, 'filename') ?? named(type.parameters, 'name')
  return name === null ? null : name.replace(OTHER_CONTROLS, ' ').slice(0, 200)
}

/** A parameter in its plain form, in its extended form, or in pieces (RFC 2231). */
const named = (parameters: ReadonlyMap<string, string>, name: string): string | null => {
  const extended = parameters.get(`${name}*`)
  if (extended !== undefined) return unescaped(extended.replace(/^[^']*'[^']*'/, ''))
  const plain = parameters.get(name)
  return plain ?? inPieces(parameters, name)
}

const MOST_PIECES = 50

const inPieces = (parameters: ReadonlyMap<string, string>, name: string): string | null => {
  const pieces: string[] = []
  for (let k = 0; k < MOST_PIECES; k++) {
    const piece = parameters.get(`${name}*${k}`) ?? parameters.get(`${name}*${k}*`)
    if (piece === undefined) break
    pieces.push(k === 0 ? piece.replace(/^[\w-]*'[\w-]*'/, '') : piece)
  }
  return pieces.length === 0 ? null : unescaped(pieces.join(''))
}

const unescaped = (words: string): string => {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
