import { readPlain } from './plain.ts'
import type { NotText, PlainText } from './source.ts'

const DECLARED =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']/i

const HEAD = 4096

/** The encoding that a page or an XML file declares for itself, as a label; `undefined` when it declares none. */
const declaredIn = (bytes: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD))
  const match = DECLARED.exec(head)
  return (match?.[1] ?? match?.[2])?.toLowerCase()
}

/** Decodes markup: by its byte order mark, by what the bytes show, and where they do not, as it declares. */
export const decodeMarkup = (bytes: Uint8Array): PlainText | NotText => {
  const label = declaredIn(bytes)
  return readPlain(bytes, label ? { declared: label } : {})
}
