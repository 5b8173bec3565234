import type { Span } from '../evidence/index.ts'

/** A line that is not blank, without the blanks around it. */
export interface Line extends Span {
  readonly text: string
  /** Whether a blank line, or the beginning of the text, stands before it. */
  readonly opens: boolean
}

// A NUL is no text: it does not make a line, though it stays inside one.
const BLANK = /[\s\0]/

/** The lines of a text that are not blank. */
export const linesOf = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let opens = true
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 ? text.length : newline
    let start = at
    let end = next
    while (start < end && isBlankAt(text, start)) start++
    while (end > start && isBlankAt(text, end - 1)) end--
    if (start < end) lines.push({ start, end, text: text.slice(start, end), opens })
    opens = start >= end
    at = next + 1
  }
  return lines
}

const isBlankAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code <= 32
    ? code === 32 || code === 0 || (code >= 9 && code <= 13)
    : code >= 160 && BLANK.test(text.charAt(at))
}

/** The stretch without the blanks at its ends. */
export const trimmed = (text: string, start: number, end: number): Span => {
  let from = start
  let until = end
  while (from < until && isBlankAt(text, from)) from++
  while (until > from && isBlankAt(text, until - 1)) until--
  return { start: from, end: until }
}

const ITEM = /^(?:--|[-–—•·*▪◦‣]\s|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s)/

/** Whether a line begins an item of a list. */
export const isItem = (line: string): boolean => ITEM.test(line)

const LONG = 100

/** Whether lines are broken to a width, so that the end of a line is not the end of a paragraph. */
export const isWrapped = (lines: readonly Line[]): boolean => {
  const long = lines.filter(line => line.text.length > LONG).length
  const inner = lines.filter(line => !line.opens).length
  return long <= lines.length * 0.05 && inner > lines.length * 0.3
}

const endsOpen = (line: string): boolean => /[\p{L}\p{N},;–—-]$/u.test(line.slice(-2))
const endsOnLink = (line: string): boolean =>
  /(?:^|\s)(?:and|or|of|the|to|in|for|on|a|an|with|by|from|at)$/i.test(line.slice(-6))
const goesOn = (line: string): boolean => /^\p{Ll}/u.test(line) && !isItem(line)

const startsParagraph = (before: Line, line: Line, wrapped: boolean): boolean => {
  if (isItem(line.text)) return true
  // A page break may stand in the middle of a sentence.
  if ((endsOpen(before.text) && goesOn(line.text)) || endsOnLink(before.text)) return false
  return line.opens || !wrapped
}

/** The paragraphs of a text: by blank lines, by items of lists, and line by line where lines are not wrapped. */
export const paragraphsOf = (lines: readonly Line[], wrapped: boolean): readonly Span[] => {
  const paragraphs: Span[] = []
  let open: { start: number; end: number } | undefined
  let before: Line | undefined
  for (const line of lines) {
    if (open && before && !startsParagraph(before, line, wrapped)) open.end = line.end
    else {
      open = { start: line.start, end: line.end }
      paragraphs.push(open)
    }
    before = line
  }
  return paragraphs
}
