import type { PlainText } from './source.ts'
import { textOf1252 } from './windows1252.ts'

const decoderFor = (label: string): InstanceType<typeof TextDecoder> | undefined => {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

const SINGLE_BYTE =
  /^(?:windows-125\d|windows-874|iso-8859-\d+(?:-i)?|koi8-[ru]|macintosh|x-mac-cyrillic|ibm866)$/

/**
 * Bytes in an older encoding, by its label. A character may take several bytes; the map back is made by decoding
 * byte by byte. `undefined` when the label names no encoding, or one that the bytes have shown not to be.
 */
export const inLegacy = (bytes: Uint8Array, label: string): PlainText | undefined => {
  const decoder = decoderFor(label)
  if (!decoder || decoder.encoding.startsWith('utf-')) return undefined
  const { encoding } = decoder
  if (encoding === 'windows-1252')
    return { text: textOf1252(bytes), encoding, problems: [], sourceOffset: byteFor(bytes) }
  if (SINGLE_BYTE.test(encoding))
    return { text: decoder.decode(bytes), encoding, problems: [], sourceOffset: byteFor(bytes) }
  return inSeveralBytes(bytes, encoding)
}

const byteFor =
  (bytes: Uint8Array) =>
  (index: number): number =>
    Math.min(bytes.length, index)

const inSeveralBytes = (bytes: Uint8Array, encoding: string): PlainText => {
  const decoder = new TextDecoder(encoding)
  const parts: string[] = []
  const offsets: number[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const words = decoder.decode(bytes.subarray(at, at + 1), { stream: true })
    if (words === '') continue
    parts.push(words)
    for (let unit = 0; unit < words.length; unit++) offsets.push(from)
    from = at + 1
  }
  const rest = decoder.decode()
  for (let unit = 0; unit < rest.length; unit++) offsets.push(from)
  return {
    text: parts.join('') + rest,
    encoding,
    problems: [],
    sourceOffset: index => offsets[index] ?? bytes.length,
  }
}
