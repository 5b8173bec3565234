/**
 * Texts with their marks in the sentence: `[Ankara|state TUR metonym] will not sign` is the text "Ankara will not sign"
 * and what must be found in it. Marks nest; `\[`, `\]`, `\|` and `\\` are the characters themselves.
 */

/** A text in the notation that cannot be read; `line` counts from 1. */
export class NotationError extends Error {
  constructor(message, line) {
    super(`line ${line}: ${message}`)
    this.line = line
  }
}

const lineOf = (notation, at) => notation.slice(0, at).split('\n').length

/** The end of the label that begins after the bar at `at`: the next bracket that closes. */
const labelEnd = (notation, at) => {
  for (let end = at; end < notation.length; end++) {
    if (notation[end] === '\\') end++
    else if (notation[end] === ']') return end
    else if (notation[end] === '[' || notation[end] === '\n')
      throw new NotationError('a label holds neither a bracket nor a line break', lineOf(notation, end))
  }
  throw new NotationError('a mark is never closed', lineOf(notation, at))
}

const unescaped = label => label.replace(/\\(.)/g, '$1').trim()

/** The text without its marks, and the marks in order of their beginnings, the longer first. Throws a `NotationError`. */
export const unmarked = notation => {
  const marks = []
  const open = []
  let text = ''
  for (let at = 0; at < notation.length; at++) {
    const char = notation[at]
    if (char === '\\' && /[[\]|\\]/.test(notation[at + 1] ?? '')) text += notation[++at]
    else if (char === '[') open.push({ start: text.length, line: lineOf(notation, at) })
    else if (char === '|' && open.length > 0) {
      const end = labelEnd(notation, at + 1)
      const { start } = open.pop()
      marks.push({ start, end: text.length, label: unescaped(notation.slice(at + 1, end)) })
      at = end
    } else if (char === ']') throw new NotationError('a bracket closes without a label', lineOf(notation, at))
    else text += char
  }
  if (open.length > 0) throw new NotationError('a mark is never closed', open[0].line)
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  return { text, marks: marks.map(mark => ({ ...mark, text: text.slice(mark.start, mark.end) })) }
}

const HEAD = /^(?:(?:about|date|language|kinds|licence): .*\n)+\n/

/** A file of a marked text: lines `date: DAY` and `about: ...`, an empty line, the text. */
export const markedFile = content => {
  const head = HEAD.exec(content)?.[0] ?? ''
  const facts = Object.fromEntries(
    [...head.matchAll(/^(\w+): (.*)$/gm)].map(([, name, value]) => [name, value.trim()]),
  )
  return { ...facts, ...unmarked(content.slice(head.length).trimEnd()) }
}
