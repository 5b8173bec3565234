import type { Hint, Role } from '../core/documents/index.ts'
import type { Span } from '../core/evidence/index.ts'
import type { TextBuilder } from './builder.ts'
import type { TracedText } from './mime-words.ts'
import type { Reader, SourceProblem } from './source.ts'

/** The text of a message under construction, with its hints. */
export interface MailFlow {
  readonly builder: TextBuilder
  readonly hints: Hint[]
}

/** A message as it is being read. */
export interface Mail extends MailFlow {
  readonly file: Uint8Array
  readonly problems: SourceProblem[]
  readonly marks: Span[]
  /** What reads a part in HTML; without it, such a part is left out. */
  readonly readHtmlPart: Reader | null
  parts: number
  /** How many bytes of text may still be read. */
  room: number
}

/** Sets what follows apart from what stands before it. */
export const setApart = ({ builder }: MailFlow): void => {
  if (builder.length() > 0) builder.insert('\n\n')
}

/** Where the text of a part begins and ends, without blank lines around it. */
const withoutBlanks = (text: string): Span => {
  const end = text.trimEnd().length
  const first = text.search(/[^\s\ufeff]/)
  if (first < 0) return { start: 0, end: 0 }
  const line = Math.max(text.lastIndexOf('\n', first), text.lastIndexOf('\ufeff', first))
  return { start: line + 1, end }
}

/** Writes a text as it stands, its quoted lines marked. */
export const writeFixed = (flow: MailFlow, { text, trace }: TracedText): void => {
  const { start, end } = withoutBlanks(text)
  if (start >= end) return
  setApart(flow)
  const shift = flow.builder.length() - start
  flow.builder.copy(trace, text.slice(start, end), start)
  for (const line of linesOf(text, { start, end }))
    if (text.charAt(line.start) === '>') extend(flow, 'quote', line.start + shift, line.end + shift)
}

/** The lines of a stretch without their line breaks. */
function* linesOf(text: string, { start, end }: Span): Generator<Span> {
  for (let at = start; at < end; ) {
    const found = text.indexOf('\n', at)
    const next = found < 0 || found >= end ? end : found
    yield { start: at, end: next > at && text.charAt(next - 1) === '\r' ? next - 1 : next }
    at = next + 1
  }
}

/** Blank lines between quoted ones are quoted with them. */
const LINE_BREAKS = 4

/** Adds a hint, or lengthens the one that ends with the line before. */
const extend = ({ hints }: MailFlow, role: Role, start: number, end: number): void => {
  const last = hints.at(-1)
  if (last?.role === role && last.end + LINE_BREAKS >= start) hints[hints.length - 1] = { ...last, end }
  else hints.push({ role, start, end })
}

interface FlowedLine extends Span {
  /** How often it is quoted: how many ">" it begins with. */
  readonly depth: number
  /** Where its words begin, after the marks of quotation and the space that a flowed line is stuffed with. */
  readonly words: number
  /** Whether the next line goes on with it. */
  readonly flows: boolean
}

/** Writes a text in the format `flowed` (RFC 3676): its paragraphs joined again from their lines. */
export const writeFlowed = (flow: MailFlow, { text, trace }: TracedText, dropsSpace: boolean): void => {
  const span = withoutBlanks(text)
  if (span.start >= span.end) return
  setApart(flow)
  const { builder } = flow
  let before: (FlowedLine & { readonly from: number }) | null = null
  let lineEnd = span.start
  for (const one of linesOf(text, span)) {
    const line = flowedLine(text, one)
    const joins: boolean = before?.flows === true && before.depth === line.depth
    if (!joins) builder.copy(trace, text.slice(lineEnd, line.start), lineEnd)
    const from: number = joins && before ? before.from : builder.length()
    const start = joins ? line.words : line.start
    const end = line.flows && dropsSpace ? line.end - 1 : line.end
    builder.copy(trace, text.slice(start, end), start)
    if (line.depth > 0) extend(flow, 'quote', from, builder.length())
    before = { ...line, from }
    lineEnd = line.end
  }
}

const SIGNATURE = '-- '

const flowedLine = (text: string, { start, end }: Span): FlowedLine => {
  let depth = 0
  while (start + depth < end && text.charAt(start + depth) === '>') depth++
  const stuffed = text.charAt(start + depth) === ' ' && start + depth < end
  const words = start + depth + (stuffed ? 1 : 0)
  const flows = end > words && text.charAt(end - 1) === ' ' && text.slice(words, end) !== SIGNATURE
  return { start, end, depth, words, flows }
}
