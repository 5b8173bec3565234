import type { Span } from '../../evidence/index.ts'

/** A stretch between quotation marks, the marks included. */
export interface QuotedSpan extends Span {
  /** 0, or 1 and more for one inside another. */
  readonly depth: number
  /** Its marks opened in an earlier paragraph or close in a later one. */
  readonly open?: 'before' | 'after' | 'both'
}

/** Marks that open, with those that may close them. Texts close with unlike marks ("“like this\""), so several may. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"“',
  '"': '"”',
  '«': '»',
  '»': '«',
  '„': '“”"',
  '‘': "’'",
  "'": "'’",
  '‚': '‘’',
  '‹': '›',
  '「': '」',
  '『': '』',
}
const SINGLE = new Set(['‘', "'", '‚'])

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)
const isBlank = (char: string | undefined): boolean => char === undefined || /\s/.test(char)

interface Open {
  readonly at: number
  readonly mark: string
  readonly isContinued: boolean
}

const opensHere = (text: string, at: number, start: number, mark: string): boolean => {
  const before = at > start ? text[at - 1] : undefined
  const after = text[at + 1]
  if (
    mark === '“' ||
    mark === '„' ||
    mark === '«' ||
    mark === '‚' ||
    mark === '「' ||
    mark === '『' ||
    mark === '‹'
  )
    return !isBlank(after) || mark === '«' || mark === '‹'
  if (mark === '»') return isBlank(before) && isLetter(after)
  if (isLetter(before) || (before !== undefined && /[.,;!?%)]/.test(before))) return false
  return (
    !isBlank(after) &&
    (mark !== "'" || /[\p{Lu}\p{L}“"[(…]/u.test(after ?? '')) &&
    !/\d/.test(mark === '"' ? (before ?? '') : '')
  )
}

/** How far the end of a quotation in single marks is looked for, to tell its marks from apostrophes. */
const NEAR = 600

/** A single mark between letters, or after the s of a plural, is an apostrophe unless nothing else closes. */
const isApostrophe = (text: string, at: number, end: number, opener: string): boolean => {
  if (isLetter(text[at + 1])) return true
  if (text[at - 1] !== 's' || !isBlank(text[at + 1])) return false
  const rest = text.slice(at + 1, Math.min(end, at + NEAR))
  const next = rest.search(/[’'](?![\p{L}])/u)
  const opening = rest.indexOf(opener)
  return next >= 0 && (opening < 0 || next < opening || opener === "'") && /[.,!?]/.test(rest[next - 1] ?? '')
}

const closesHere = (text: string, at: number, end: number, open: Open): boolean => {
  const mark = text[at] ?? ''
  if (!CLOSERS[open.mark]?.includes(mark)) return false
  if (SINGLE.has(open.mark)) return !isApostrophe(text, at, end, open.mark)
  // A second opening mark after a blank begins a new quotation; the first was never closed.
  if (mark === '“' && open.mark === '“') return isLetter(text[at - 1]) || /[.,!?…]/.test(text[at - 1] ?? '')
  if (mark === '"') return !isBlank(text[at - 1]) || isBlank(text[at + 1])
  return true
}

/** The quotations of one paragraph: `runsOn` when one comes from the paragraph before, `isTakenUp` when the next opens with a mark. */
const inParagraph = (
  text: string,
  { start, end }: Span,
  runsOn: boolean,
  isTakenUp: boolean,
): { readonly found: QuotedSpan[]; readonly left: Open | undefined } => {
  const found: QuotedSpan[] = []
  const open: Open[] = []
  const firstMark = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length)
  for (let at = start; at < end; at++) {
    const mark = text[at] ?? ''
    if (!(mark in CLOSERS) && !'”’»›」』'.includes(mark)) continue
    const last = open.at(-1)
    if (last && closesHere(text, at, end, last)) {
      open.pop()
      found.push({
        start: last.at,
        end: at + 1,
        depth: open.length,
        ...(last.isContinued && { open: 'before' as const }),
      })
    } else if (
      mark in CLOSERS &&
      opensHere(text, at, start, mark) &&
      (!last || last.mark !== mark || mark !== '“')
    ) {
      const isOfMany =
        at === firstMark ? runsOn || isTakenUp : isTakenUp && /[:,] $/.test(text.slice(at - 2, at))
      if (SINGLE.has(mark) && mark !== '‚' && !isOfMany && !closesLater(text, at, end)) continue
      open.push({ at, mark, isContinued: runsOn && at === firstMark })
    } else if (last && open.length > 1 && closesHere(text, at, end, open.at(-2) ?? last)) {
      open.pop()
      const outer = open.pop()
      if (outer) found.push({ start: outer.at, end: at + 1, depth: open.length })
    }
  }
  return { found, left: open.findLast(one => !SINGLE.has(one.mark)) ?? open.at(0) }
}

const closesLater = (text: string, at: number, end: number): boolean =>
  /[^\s(—][’'](?!\p{L})/u.test(text.slice(at + 1, Math.min(end, at + NEAR)))

const OPENS_PARAGRAPH = /^\s*(?:[“"«„‘]|'(?=\p{Lu}))/u

/** A caption or a subheading that a page puts between two paragraphs of a quotation: short, without marks and without a stop. */
const isCaption = (words: string): boolean =>
  words.length < 160 && !/["“”«»„‘]|(?<!\p{L})'|[.!?:;,]\s*$/u.test(words)

/**
 * All quotations of a text, in order; a quotation over several paragraphs gives one for each. Marks that never close
 * in their paragraph, and are not taken up by the next, are left out.
 */
export const quotedIn = (text: string, paragraphs: readonly Span[]): readonly QuotedSpan[] => {
  const all: QuotedSpan[] = []
  let runsOn = false
  for (const [index, paragraph] of paragraphs.entries()) {
    if (runsOn && isCaption(text.slice(paragraph.start, paragraph.end))) continue
    const [near, far] = [paragraphs[index + 1], paragraphs[index + 2]]
    const next = near && far && isCaption(text.slice(near.start, near.end)) ? far : near
    const isTakenUp = next !== undefined && OPENS_PARAGRAPH.test(text.slice(next.start, next.end))
    const { found, left } = inParagraph(text, paragraph, runsOn, isTakenUp)
    all.push(...found)
    const isLong = left !== undefined && paragraph.end - left.at > 40
    if (left && isTakenUp && isLong)
      all.push({ start: left.at, end: paragraph.end, depth: 0, open: left.isContinued ? 'both' : 'after' })
    else if (left?.isContinued && isLong && SINGLE.has(left.mark))
      all.push({ start: left.at, end: paragraph.end, depth: 0, open: 'before' })
    runsOn = left !== undefined && isTakenUp && isLong
  }
  return all
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start + 1, end - 1)))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}
