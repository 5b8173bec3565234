import type { Span } from '../evidence/index.ts'

/**
 * What a file's own marks say of a stretch of its text. `main` is the region that holds the article; `outside` is
 * what surrounds it. `hidden` text is in the file but not shown by it.
 */
export type Role =
  | 'main'
  | 'outside'
  | 'navigation'
  | 'aside'
  | 'hidden'
  | 'title'
  | 'heading'
  | 'byline'
  | 'date'
  | 'running-head'
  | 'page-number'
  | 'footnote'
  | 'caption'
  | 'table'
  | 'list-item'
  | 'quote'
  | 'preformatted'
  | 'comment'
  | 'deleted'
  | 'header-field'

/** A stretch with what its file says of it. Hints may nest and overlap. */
export interface Hint extends Span {
  readonly role: Role
  /** Of a heading: 1 is the highest. */
  readonly level?: number
}

/** What a file states about itself outside its text, as in the head of a web page or of a message. */
export interface StatedFacts {
  readonly title?: string
  readonly authors?: readonly string[]
  readonly publisher?: string
  /** As the file writes it: a day or a moment, in figures or in words. */
  readonly published?: string
  /** ISO 639-1. */
  readonly language?: string
  /** What the file says that it is, in its own word, as `NewsArticle`. */
  readonly type?: string
}

/** A text with what its file says of it. */
export interface FramedText {
  readonly text: string
  readonly hints: readonly Hint[]
  /** Marks of the format that stand in the text and are no words of it, as `**` in Markdown. */
  readonly marks: readonly Span[]
  readonly stated: StatedFacts
}

/** A text of which no file says anything. */
export const bareText = (text: string): FramedText => ({ text, hints: [], marks: [], stated: {} })
