import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { dayCell, mustFollow, type Recorded, stateIn, wordIn } from './entry.ts'
import type { Kind } from './kind.ts'

/** `disputed`: the area is claimed by two States. */
export const CONTAMINATED = ['yes', 'formerly', 'unclear', 'disputed'] as const

interface ClearanceFacts {
  readonly state: Iso3
  readonly contaminated: (typeof CONTAMINATED)[number]
  /** The day on which clearance was complete. */
  readonly completed: Cell<PartialDay>
  /** The earliest day by which a source says that it was complete. */
  readonly completedBy: Cell<PartialDay>
}
/** What is known of a State's contaminated areas and their clearance (CCM art. 4). */
export type Clearance = ClearanceFacts & Recorded

export const CLEARANCE: Kind<ClearanceFacts> = {
  columns: ['state', 'contaminated', 'completed', 'completed_by'],
  key: ['state'],
  read: entry => {
    const state = stateIn(entry, 'state')
    const contaminated = wordIn(entry, 'contaminated', CONTAMINATED)
    const completed = dayCell(entry, 'completed')
    const completedBy = dayCell(entry, 'completed_by')
    mustFollow(entry, completed, completedBy)
    return state && contaminated && { state, contaminated, completed, completedBy }
  },
}
