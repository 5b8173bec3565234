import { decodeWords } from 'postal-mime'
import type { Span } from '../core/evidence/index.ts'
import type { Mail } from './email-flow.ts'
import { fileName, type MimePart } from './mime-parts.ts'
import type { SourceProblem } from './source.ts'

/** Adds a problem that is told once, however often it is met. */
export const tell = (mail: Mail, kind: SourceProblem['kind'], message: string): void => {
  if (!mail.problems.some(problem => problem.message === message)) mail.problems.push({ kind, message })
}

/** The problem of a text that does not follow its transfer encoding. */
export const faulty = (encoding: string, count: number, body: Span): SourceProblem => ({
  kind: 'damaged',
  message: `A text in ${encoding} has ${count === 1 ? 'a place that does' : `${count} places that do`} not follow that encoding.`,
  offset: body.start,
  count,
})

/** Lists an attachment by its name, its type and its size. */
export const tellOfAttachment = (mail: Mail, part: MimePart): void => {
  const name = fileName(part)
  const shown = name === null ? 'without a name' : JSON.stringify(decodeWords(name))
  const size = sizeOf(mail.file, part).toLocaleString('en-US')
  mail.problems.push({
    kind: 'attachment',
    message: `An attachment was not read: ${shown} (${part.type.value.slice(0, 100)}, ${size} bytes).`,
    offset: part.body.start,
  })
}

/** How many bytes a part has once decoded. */
const sizeOf = (file: Uint8Array, { encoding, body }: MimePart): number => {
  if (encoding !== 'base64') return body.end - body.start
  let digits = 0
  for (let at = body.start; at < body.end; at++) if (isDigit(file[at] ?? 0)) digits++
  return Math.floor((digits * 3) / 4)
}

/** Whether a byte is a digit of base64: a letter, a figure, "+" or "/". */
const isDigit = (byte: number): boolean =>
  (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || (byte >= 47 && byte <= 57) || byte === 43
