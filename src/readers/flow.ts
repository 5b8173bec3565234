import { decodeHTML, decodeXML } from 'entities'
import type { Hint, Role } from '../core/documents/index.ts'
import { type PartTrace, type TextBuilder, textBuilder } from './builder.ts'

/** How far apart two blocks stand: a tab between cells, a line, a blank line between paragraphs. */
export type Break = 'none' | 'blank' | 'tab' | 'line' | 'paragraph'
const BREAKS: readonly Break[] = ['none', 'blank', 'tab', 'line', 'paragraph']
const WORDS: Readonly<Record<Break, string>> = {
  none: '',
  blank: ' ',
  tab: '\t',
  line: '\n',
  paragraph: '\n\n',
}

/** Text that flows from marked-up source: blanks folded as a page folds them, breaks between blocks. */
export interface Flow {
  readonly builder: TextBuilder
  /** Asks for at least this distance before the next words. */
  readonly need: (wanted: Break) => void
  /** Adds words as they stand in the source from `from` on; `pre` keeps their blanks. */
  readonly copy: (words: string, from: number, pre?: boolean) => void
  /** Adds words that stand for a stretch of the source. */
  readonly replace: (words: string, from: number, to: number, pre?: boolean) => void
  /** Where the next words will begin, once they come. */
  readonly mark: () => Mark
  /** A hint from a mark to here, unless no words have come since. */
  readonly hint: (mark: Mark, role: Role, level?: number) => void
  readonly hints: readonly Hint[]
}

/** A place in the flow before its next words. */
export interface Mark {
  readonly words: number
}

interface PendingBlank {
  readonly from: number
  readonly to: number
  readonly plain: boolean
}

/** A flow whose words come from one part of a source. */
export const flowFrom = (part: PartTrace): Flow => {
  const builder = textBuilder()
  const hints: Hint[] = []
  /** The start of each run of words, so that a mark made before a break begins after it. */
  const starts: number[] = []
  let wanted: Break = 'none'
  let blank: PendingBlank | undefined

  const before = (): void => {
    if (builder.length() > 0 && wanted !== 'none') builder.insert(WORDS[wanted])
    else if (blank && builder.length() > 0) {
      if (blank.plain) builder.copy(part, ' ', blank.from)
      else builder.replace(part, ' ', blank.from, blank.to)
    }
    wanted = 'none'
    blank = undefined
    starts.push(builder.length())
  }
  const need = (next: Break): void => {
    if (BREAKS.indexOf(next) > BREAKS.indexOf(wanted)) wanted = next
    if (next !== 'none') blank = undefined
  }
  const setBlank = (from: number, to: number, plain: boolean): void => {
    if (wanted === 'none') blank ??= { from, to, plain }
  }
  const copyFolded = (words: string, from: number): void => {
    for (const match of words.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
      const at = from + match.index
      if (/^[ \t\r\n\f]/.test(match[0])) setBlank(at, at + match[0].length, match[0].charAt(0) === ' ')
      else {
        before()
        builder.copy(part, match[0], at)
      }
    }
  }
  return {
    builder,
    need,
    hints,
    copy: (words, from, pre = false) => {
      if (words === '') return
      if (!pre) copyFolded(words, from)
      else {
        before()
        builder.copy(part, words, from)
      }
    },
    replace: (words, from, to, pre = false) => {
      if (words === '') return
      if (!pre && /^[ \t\r\n\f]+$/.test(words)) setBlank(from, to, false)
      else {
        before()
        builder.replace(part, words, from, to)
      }
    },
    mark: () => ({ words: starts.length }),
    hint: (mark, role, level) => {
      const start = starts[mark.words]
      if (start === undefined || start >= builder.length()) return
      hints.push({ role, start, end: builder.length(), ...(level !== undefined && { level }) })
    },
  }
}

const ENTITY = /^&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});?/

/**
 * Adds a text node: `value` is what a parser made of `source`, which begins at `base`. Entities are stretches that
 * the value stands for; tags inside the stretch, line ends and bytes that the parser dropped are stepped over.
 */
export const addNode = (
  flow: Flow,
  value: string,
  source: string,
  base: number,
  options: { readonly pre?: boolean; readonly xml?: boolean } = {},
): void => {
  const { pre = false, xml = false } = options
  let i = 0
  let j = 0
  while (i < value.length && j < source.length) {
    const run = equalRun(value, i, source, j)
    if (run > 0) {
      flow.copy(value.slice(i, i + run), base + j, pre)
      i += run
      j += run
      continue
    }
    const step = unequal(value, i, source, j, xml)
    flow.replace(value.slice(i, i + step.value), base + j, base + j + step.source, pre)
    i += step.value
    j += step.source
  }
  if (i < value.length) flow.replace(value.slice(i), base, base + source.length, pre)
}

/** How many units are the same in both, up to an ampersand or a carriage return. */
const equalRun = (value: string, i: number, source: string, j: number): number => {
  let run = 0
  while (i + run < value.length && value.charCodeAt(i + run) === source.charCodeAt(j + run)) {
    const code = source.charCodeAt(j + run)
    if (
      code === 38 &&
      ENTITY.test(source.slice(j + run, j + run + 42)) &&
      isEntity(value, i + run, source, j + run)
    )
      break
    run++
  }
  return run
}

/** Whether the source at `j` is an entity, and not an ampersand that stands for itself. */
const isEntity = (value: string, i: number, source: string, j: number): boolean => {
  const { words, length } = decodedAt(source, j, false)
  return length > 1 && words !== source.slice(j, j + length) && value.startsWith(words, i)
}

const decodedAt = (
  source: string,
  j: number,
  xml: boolean,
): { readonly words: string; readonly length: number } => {
  const entity = ENTITY.exec(source.slice(j, j + 42))?.[0] ?? ''
  return { words: xml ? decodeXML(entity) : decodeHTML(entity), length: entity.length }
}

interface Unequal {
  readonly value: number
  readonly source: number
}

const unequal = (value: string, i: number, source: string, j: number, xml: boolean): Unequal => {
  const char = source.charAt(j)
  if (char === '&') {
    const { words, length } = decodedAt(source, j, xml)
    if (length > 0 && value.startsWith(words, i)) return { value: words.length, source: length }
  }
  if (char === '\r')
    return source.charAt(j + 1) === '\n'
      ? { value: 0, source: 1 }
      : { value: value.charAt(i) === '\n' ? 1 : 0, source: 1 }
  if (char === '<') {
    const close = source.indexOf('>', j)
    return { value: 0, source: close < 0 ? source.length - j : close + 1 - j }
  }
  // What the parser replaced ("\0") stands for itself; what it dropped stands for nothing.
  return { value: value.charAt(i) === '\ufffd' ? 1 : 0, source: 1 }
}
