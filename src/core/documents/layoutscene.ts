import type { Line } from './lines.ts'
import type { MarkedLine } from './scene.ts'
import type { Title } from './title.ts'

/** What the zones of a document are told from. */
export interface LayoutScene {
  readonly lines: readonly MarkedLine[]
  readonly plain: readonly Line[]
  readonly title: Title | null
  readonly pages: ReadonlySet<number>
  /** Whether the file tells the article from what is around it. */
  readonly hasMain: boolean
  readonly appeals: ReadonlySet<number>
  /** Whether blank lines part its paragraphs. */
  readonly isSpaced: boolean
  /** Whether lists of topics, of contents or of key events stand in it. */
  readonly hasTopics: boolean
  readonly hasContents: boolean
  readonly hasKeyEvents: boolean
  /** Whether the text is a message, with quotations of earlier ones. */
  readonly isMessage: boolean
}

/** The words of a line; empty where there is no such line. */
export const textAt = (scene: LayoutScene, index: number): string => scene.plain[index]?.text ?? ''
