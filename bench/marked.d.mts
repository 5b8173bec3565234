/** A stretch of a text with what is said of it. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly label: string
  /** `text.slice(start, end)`. */
  readonly text: string
}
export class NotationError extends Error {
  readonly line: number
}
export const unmarked: (notation: string) => { readonly text: string; readonly marks: readonly Mark[] }
export interface MarkedFile {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly about?: string
  readonly date?: string
  readonly language?: string
  readonly kinds?: string
}
export const markedFile: (content: string) => MarkedFile
