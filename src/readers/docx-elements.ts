import type { Span } from '../core/evidence/index.ts'
import type { Field, Paragraph, State } from './docx-model.ts'
import { isOn } from './docx-styles.ts'
import type { XmlTag } from './docx-xml.ts'

/** The name of the element so many steps above the innermost. */
export const nameAbove = (state: State, steps: number): string => state.names.at(-1 - steps) ?? ''

/** Adds characters to the open paragraph. */
export const add = (state: State, words: string, at: Span, verbatim: boolean): void => {
  const run = state.runs.at(-1)
  const deleted = state.deleting > 0 || nameAbove(state, 0) === 'w:delText'
  const field = instructionAround(state)
  const look = { style: run?.style ?? null, hidden: run?.hidden ?? false, deleted, field }
  const paragraph = state.open.at(-1) ?? beginParagraph(state)
  paragraph.runs.push({ words, at, verbatim, ...look })
  state.room.made++
}

const instructionAround = (state: State): Field | null => {
  const field = state.fields.at(-1) ?? null
  return field?.phase === 'result' ? field.within : field
}

const beginParagraph = (state: State): Paragraph => {
  const cell = state.cells.at(-1) ?? null
  const paragraph = { runs: [], cell, item: state.item, style: null, outline: null, listed: null }
  state.paragraphs.push(paragraph)
  state.room.made++
  return paragraph
}

type Opening = (state: State, tag: XmlTag) => void
type Closing = (state: State) => void

/** Adds characters that the tag itself stands for. */
const standsFor =
  (words: string): Opening =>
  (state, tag) => {
    if (IN_RUN.has(nameAbove(state, 1))) add(state, words, tag.at, false)
  }

const IN_RUN = new Set(['w:r', 'a:p', 'm:r'])

const openParagraph: Opening = state => {
  state.open.push(beginParagraph(state))
}

/** Sets a property of the open paragraph, where the tag stands in its properties and not in former ones. */
const ofParagraph =
  (set: (paragraph: Paragraph, value: string | undefined) => void, depth = 1): Opening =>
  (state, tag) => {
    const paragraph = state.open.at(-1)
    const inPlace = nameAbove(state, depth) === 'w:pPr' && nameAbove(state, depth + 1) === 'w:p'
    if (paragraph && inPlace) set(paragraph, tag.attribute('w:val'))
  }

const ofRun =
  (set: (run: { style: string | null; hidden: boolean }, value: string | undefined) => void): Opening =>
  (state, tag) => {
    const run = state.runs.at(-1)
    if (run && nameAbove(state, 1) === 'w:rPr' && nameAbove(state, 2) === 'w:r')
      set(run, tag.attribute('w:val'))
  }

const MARKS_ONLY = new Set(['w:rPr', 'w:trPr', 'w:tcPr', 'w:numPr', 'w:ctrlPr'])

/** A tracked change around text; the one in properties says that a paragraph mark or a row was changed. */
const openChange =
  (kind: 'inserted' | 'deleted'): Opening =>
  state => {
    if (MARKS_ONLY.has(nameAbove(state, 1))) return
    state[kind]++
    if (kind === 'deleted') state.deleting++
  }

const closeDeletion = (state: State): void => {
  if (!MARKS_ONLY.has(nameAbove(state, 1))) state.deleting--
}

const openField: Opening = (state, tag) => {
  const field = state.fields.at(-1)
  const step = tag.attribute('w:fldCharType')
  if (step === 'begin')
    state.fields.push({ phase: 'instruction', ended: false, within: instructionAround(state) })
  if (step === 'separate' && field) field.phase = 'result'
  if (step === 'end' && field) {
    field.ended = true
    state.fields.pop()
  }
}

const MOST_NESTED_TABLES = 50

const openTable: Opening = state => {
  state.tables.push({ table: { columns: 0 }, row: 0, columns: 0 })
}

const openRow: Opening = state => {
  const current = state.tables.at(-1)
  if (!current) return
  current.row++
  current.columns = 0
}

const openCell: Opening = state => {
  const current = state.tables.at(-1)
  const parent = state.cells.at(-1) ?? null
  const depth = (parent?.depth ?? 0) + 1
  if (!current || depth > MOST_NESTED_TABLES) {
    state.cells.push(parent)
    return
  }
  current.columns++
  current.table.columns = Math.max(current.table.columns, current.columns)
  state.cells.push({ table: current.table, row: current.row, parent, depth })
  state.room.made++
}

/** Of alternatives, the first that has text is read. */
const openAlternative: Opening = state => {
  const before = state.alternatives.at(-1)
  if (before !== undefined && state.room.made > before) state.passing = state.names.length
}

const openItem: Opening = (state, tag) => {
  state.item = { id: tag.attribute('w:id') ?? '', kind: tag.attribute('w:type') ?? null }
}

const closeItem = (state: State): void => {
  state.item = null
}

const refer =
  (to: string, attribute: string): Opening =>
  (state, tag) => {
    const id = tag.attribute(attribute)
    if (id !== undefined) state.references.push({ to, id })
  }

const symbol: Opening = (state, tag) => {
  const code = Number.parseInt(tag.attribute('w:char') ?? '', 16)
  if (code > 0 && code <= 0xffff) add(state, String.fromCharCode(code), tag.at, false)
}

/** What the opening of an element does. */
export const OPENING: ReadonlyMap<string, Opening> = new Map(
  Object.entries<Opening>({
    'w:p': openParagraph,
    'a:p': openParagraph,
    'w:pStyle': ofParagraph((paragraph, value) => {
      paragraph.style = value ?? null
    }),
    'w:outlineLvl': ofParagraph((paragraph, value) => {
      paragraph.outline = Number(value ?? Number.NaN)
    }),
    'w:numId': ofParagraph((paragraph, value) => {
      paragraph.listed = value !== '0'
    }, 2),
    'w:r': state => state.runs.push({ style: null, hidden: false }),
    'w:rStyle': ofRun((run, value) => {
      run.style = value ?? null
    }),
    'w:vanish': ofRun((run, value) => {
      run.hidden = isOn(value)
    }),
    'w:tab': standsFor('\t'),
    'w:ptab': standsFor('\t'),
    'w:br': standsFor('\n'),
    'a:br': standsFor('\n'),
    'w:cr': standsFor('\n'),
    'w:noBreakHyphen': standsFor('\u2011'),
    'w:sym': symbol,
    'w:ins': openChange('inserted'),
    'w:moveTo': openChange('inserted'),
    'w:del': openChange('deleted'),
    'w:moveFrom': openChange('deleted'),
    'w:fldChar': openField,
    'w:tbl': openTable,
    'w:tr': openRow,
    'w:tc': openCell,
    'mc:AlternateContent': state => state.alternatives.push(state.room.made),
    'mc:Choice': openAlternative,
    'mc:Fallback': openAlternative,
    'w:comment': openItem,
    'w:footnote': openItem,
    'w:endnote': openItem,
    'w:headerReference': refer('header', 'r:id'),
    'w:footerReference': refer('footer', 'r:id'),
    'w:footnoteReference': refer('footnote', 'w:id'),
    'w:endnoteReference': refer('endnote', 'w:id'),
  }),
)

/** What the end of an element does. */
export const CLOSING: ReadonlyMap<string, Closing> = new Map(
  Object.entries<Closing>({
    'w:p': state => state.open.pop(),
    'a:p': state => state.open.pop(),
    'w:r': state => state.runs.pop(),
    'w:del': closeDeletion,
    'w:moveFrom': closeDeletion,
    'w:tbl': state => state.tables.pop(),
    'w:tc': state => state.cells.pop(),
    'mc:AlternateContent': state => state.alternatives.pop(),
    'w:comment': closeItem,
    'w:footnote': closeItem,
    'w:endnote': closeItem,
  }),
)
