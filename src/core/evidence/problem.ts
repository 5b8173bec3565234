/** Where in a file something stands; `line` counts from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
}

/**
 * Something wrong with the data, collected so that its reader sees all of it at once. An `error` keeps a row
 * out; a `warning` is what treaty law or practice makes odd, and the row stays.
 */
export interface Problem {
  readonly severity: 'error' | 'warning'
  readonly place: Place
  /** The line as it stands in the file. */
  readonly text?: string
  /** What is wrong, as a sentence. */
  readonly message: string
  /** What the reader can do about it, as a sentence. */
  readonly wayOut: string
}

export const placeInWords = (place: Place): string =>
  place.line === undefined ? place.file : `${place.file}:${place.line}`

/** A text on one line, every control character as a blank: a cell can hold what would move a terminal's cursor. */
const tame = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

/** The problem as a block of text: place, the line itself, what is wrong and the way out. */
export const problemInWords = (problem: Problem): string =>
  [
    placeInWords(problem.place),
    ...(problem.text === undefined ? [] : [`${problem.place.line ?? ''} | ${tame(problem.text)}`]),
    '',
    tame(`${problem.message} ${problem.wayOut}`),
  ].join('\n')
