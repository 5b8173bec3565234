import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { countCell, dayCell, mustFollow, type Recorded, stateIn, wordCell } from './entry.ts'
import type { Kind } from './kind.ts'

export const HELD = ['yes', 'unclear'] as const
/** `retained`: all kept for training (art. 3(6)); `none-held`: said by the State, or a list, to hold none. */
export const STOCKPILE_OUTCOMES = ['destroyed', 'retained', 'none-held'] as const

interface StockpileFacts {
  readonly state: Iso3
  readonly held: Cell<(typeof HELD)[number]>
  readonly munitions: Cell<number>
  readonly submunitions: Cell<number>
  readonly outcome: Cell<(typeof STOCKPILE_OUTCOMES)[number]>
  /** The day on which destruction was complete. */
  readonly completed: Cell<PartialDay>
  /** The earliest day by which a source says that it was complete. */
  readonly completedBy: Cell<PartialDay>
}
/** What is known of a State's stockpile and its destruction (CCM art. 3). */
export type Stockpile = StockpileFacts & Recorded

export const STOCKPILE: Kind<StockpileFacts> = {
  columns: ['state', 'held', 'munitions', 'submunitions', 'outcome', 'completed', 'completed_by'],
  key: ['state'],
  read: entry => {
    const state = stateIn(entry, 'state')
    const completed = dayCell(entry, 'completed')
    const completedBy = dayCell(entry, 'completed_by')
    mustFollow(entry, completed, completedBy)
    return (
      state && {
        state,
        held: wordCell(entry, 'held', HELD),
        munitions: countCell(entry, 'munitions'),
        submunitions: countCell(entry, 'submunitions'),
        outcome: wordCell(entry, 'outcome', STOCKPILE_OUTCOMES),
        completed,
        completedBy,
      }
    )
  },
}
