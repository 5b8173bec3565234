import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { type Recorded, stateIn, wordIn, yearCell } from './entry.ts'
import type { Kind } from './kind.ts'

/** `assistance`: in joint operations; `any`: on all of these questions. */
export const VIEW_QUESTIONS = ['assistance', 'foreign-stockpiling', 'investment', 'transit', 'any'] as const
export const VIEW_ANSWERS = ['prohibited', 'not-prohibited', 'unclear', 'none-stated'] as const
/** `legislation`: a statute, which is not a view on the treaty; `reported`: others say that it is held. */
export const VIEW_BASES = ['statement', 'legislation', 'reported', 'none'] as const

interface ViewFacts {
  readonly state: Iso3
  readonly question: (typeof VIEW_QUESTIONS)[number]
  readonly view: (typeof VIEW_ANSWERS)[number]
  readonly year: Cell<number>
  readonly basis: (typeof VIEW_BASES)[number]
}
/** How a State reads the treaty on a contested question. */
export type View = ViewFacts & Recorded

export const VIEW: Kind<ViewFacts> = {
  columns: ['state', 'question', 'view', 'year', 'basis'],
  key: ['state', 'question', 'year', 'basis'],
  read: entry => {
    const state = stateIn(entry, 'state')
    const question = wordIn(entry, 'question', VIEW_QUESTIONS)
    const view = wordIn(entry, 'view', VIEW_ANSWERS)
    const year = yearCell(entry, 'year')
    const basis = wordIn(entry, 'basis', VIEW_BASES)
    return state && question && view && basis && { state, question, view, year, basis }
  },
}
