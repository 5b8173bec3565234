import type { Span } from '../core/evidence/index.ts'
import { bytesTrace } from './builder.ts'
import { add, CLOSING, nameAbove, OPENING } from './docx-elements.ts'
import type { Room, State, Story } from './docx-model.ts'
import { type PartText, walkPart } from './docx-package.ts'
import { charactersOf } from './docx-text.ts'
import type { XmlTag } from './docx-xml.ts'
import type { SourceProblem } from './source.ts'

const MOST = 2_000_000

/** Reads one part of a document: its paragraphs in the order in which they begin. */
export const readStory = (part: PartText, room: Room, problems: SourceProblem[]): Story => {
  const state = newState(part.text, room)
  let root = ''
  const open = (tag: XmlTag): void => {
    if (root === '') root = tag.name
    state.names.push(tag.name)
    if (state.passing === null) OPENING.get(tag.name)?.(state, tag)
  }
  const close = (name: string): void => {
    if (state.passing === null) CLOSING.get(name)?.(state)
    if (state.passing === state.names.length) state.passing = null
    state.names.pop()
  }
  const text = (at: Span, form: 'escaped' | 'cdata'): void => {
    if (state.passing === null && TEXT.has(nameAbove(state, 0))) readText(state, at, form)
  }
  walkPart(part, { open, close, text, isFull: () => room.made > MOST }, problems)
  const { paragraphs, references, inserted, deleted } = state
  return { root, trace: bytesTrace(part.sourceOffset, part.name), paragraphs, references, inserted, deleted }
}

const newState = (text: string, room: Room): State => ({
  text,
  room,
  names: [],
  paragraphs: [],
  open: [],
  runs: [],
  tables: [],
  cells: [],
  fields: [],
  alternatives: [],
  references: [],
  item: null,
  passing: null,
  deleting: 0,
  inserted: 0,
  deleted: 0,
})

/** The elements whose text is text of the document; that of instructions and formulas' properties is not. */
const TEXT = new Set(['w:t', 'w:delText', 'm:t', 'a:t'])

const readText = (state: State, at: Span, form: 'escaped' | 'cdata'): void => {
  for (const { words, start, end, verbatim } of charactersOf(state.text, at, form)) {
    if (state.room.made > MOST) return
    add(state, words, { start, end }, verbatim)
  }
}
