/** The encodings that `readPlain` tells apart. */
export type Encoding = WideEncoding | 'utf-8' | 'windows-1252'
/** Encodings of more than one byte a unit. */
export type WideEncoding = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

/** An encoding shown by the first bytes; `skip` is the length of its byte order mark. */
export interface Marked {
  readonly encoding: Encoding
  readonly skip: number
}

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

// UTF-32LE begins with the mark of UTF-16LE and has to be tried first.
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The encoding that a byte order mark states, or `undefined`. */
export const byMark = (bytes: Uint8Array): Marked | undefined => {
  const found = MARKS.find(([, mark]) => startsWith(bytes, mark))
  return found && { encoding: found[0], skip: found[1].length }
}

const SAMPLE = 65_536

const latin = (text: string): readonly number[] => [...text].map(char => char.charCodeAt(0))

/** UTF-16 without a mark: nearly every second byte is NUL and nearly no other byte is. */
export const byNulPattern = (bytes: Uint8Array): Marked | undefined => {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 8) return undefined
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const pairs = length / 2
  if (odd > pairs * 0.7 && even < pairs * 0.05) return { encoding: 'utf-16le', skip: 0 }
  if (even > pairs * 0.7 && odd < pairs * 0.05) return { encoding: 'utf-16be', skip: 0 }
  return undefined
}

const PDF_MARK = [0x25, 0x50, 0x44, 0x46, 0x2d]

/** Whether bytes are a PDF: its mark may come after a few bytes of something else, and has objects of a PDF behind it. */
export const isPdf = (bytes: Uint8Array): boolean => {
  const limit = Math.min(bytes.length - 5, 1000)
  for (let at = 0; at <= limit; at++)
    if (startsWith(bytes.subarray(at, at + 5), PDF_MARK)) return at === 0 || hasObject(bytes.subarray(at))
  return false
}

const OBJECT = latin(' obj')

/** A page or a note that only names the format has no object in it. */
const hasObject = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE)).includes(Buffer.from(OBJECT))

/** Whether bytes are a ZIP archive, as a DOCX document is. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 3, 4])

const IMAGES = ['a PNG image', 'a GIF image', 'a JPEG image', 'a TIFF image']

/** The kind of image that bytes are, in words, or `undefined`. */
export const imageFormat = (bytes: Uint8Array): string | undefined => {
  const format = otherFormat(bytes)
  return format && IMAGES.includes(format) ? format : undefined
}

const FORMATS: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF document', latin('%PDF-')],
  ['a ZIP archive, or a document packed as one (DOCX, ODT, EPUB)', [0x50, 0x4b, 3, 4]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a GIF image', latin('GIF8')],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a TIFF image', [0x49, 0x49, 0x2a, 0]],
  ['a TIFF image', [0x4d, 0x4d, 0, 0x2a]],
  ['a gzip file', [0x1f, 0x8b, 8]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', latin('Rar!\x1a')],
  ['an older Office document', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['an RTF document', latin('{\\rtf')],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an SQLite database', latin('SQLite format 3\0')],
]

/** The format other than plain text whose signature the bytes begin with, in words, or `undefined`. */
export const otherFormat = (bytes: Uint8Array): string | undefined =>
  FORMATS.find(([, head]) => startsWith(bytes, head))?.[0]

/** Bytes below 0x20 that text does not use; NUL is counted apart. */
const isControl = (byte: number): boolean =>
  (byte < 0x20 && byte !== 0 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) || byte === 0x7f

/** Whether so many of the first bytes are control bytes or NUL that this is no text in a single-byte form. */
export const looksBinary = (bytes: Uint8Array): boolean => {
  const length = Math.min(bytes.length, SAMPLE)
  let controls = 0
  let nuls = 0
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0) nuls++
    else if (isControl(byte)) controls++
  }
  return controls > Math.max(2, length * 0.02) || nuls > Math.max(8, length * 0.1)
}

const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

/** Whether every byte has a meaning in Windows-1252 and none is a control byte. */
export const isClean1252 = (bytes: Uint8Array): boolean =>
  bytes.every(byte => !isControl(byte) && byte !== 0 && !UNDEFINED_IN_1252.has(byte))
