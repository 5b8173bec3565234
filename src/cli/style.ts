/** Emphasis for a terminal; plain where there is none. */
export interface Style {
  readonly strong: (text: string) => string
  readonly dim: (text: string) => string
  readonly mark: (text: string) => string
  readonly width: number
}

const wrapWith =
  (code: number, end: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[${end}m`

const plain = (text: string): string => text

/** Colour only on a terminal, and not where NO_COLOR is set. */
export const styleFor = (stream: { isTTY?: boolean; columns?: number }, env: NodeJS.ProcessEnv): Style => {
  const width = Math.max(40, Math.min(100, stream.columns || 100))
  const coloured = (stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb') || env.FORCE_COLOR === '1'
  if (!coloured) return { strong: plain, dim: plain, mark: plain, width }
  return { strong: wrapWith(1, 22), dim: wrapWith(2, 22), mark: wrapWith(36, 39), width }
}

/** Text folded at blanks to lines of at most `width`; every line but the first is led by the indent. */
export const fold = (text: string, width: number, indent = ''): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${indent}`)
}

/** Words with blanks for control characters, which would move the cursor of a terminal or turn what it shows around. */
export const tame = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
