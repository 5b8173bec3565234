import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import { type Cell, known, NOTHING } from './cell.ts'
import { dayCell, dayIn, mustFollow, type Recorded, stateCell, statesIn, textIn, yearCell } from './entry.ts'
import type { Kind } from './kind.ts'

interface UseFacts {
  readonly state: Cell<Iso3>
  /** Who it was, where no State is named: a group, a coalition, or `unknown`. */
  readonly actor: string
  /** Where, in words. */
  readonly where: string
  /** The States in which the place lies; empty where that is disputed or the State is no more. */
  readonly states: readonly Iso3[]
  readonly from: PartialDay
  readonly until: Cell<PartialDay>
  /** The last year in which a source says that it went on. */
  readonly ongoingIn: Cell<number>
}
/** A reported use. The attribution is that of the source, never ours. */
export type Use = UseFacts & Recorded

export const USE: Kind<UseFacts> = {
  columns: ['state', 'actor', 'place', 'states', 'from', 'until', 'ongoing_in'],
  key: ['state', 'actor', 'place', 'from'],
  read: entry => {
    const state = stateCell(entry, 'state')
    const actor = entry.row.get('actor')
    const where = textIn(entry, 'place')
    const states = statesIn(entry, 'states')
    const from = dayIn(entry, 'from')
    const until = dayCell(entry, 'until')
    mustFollow(entry, from ? known(from) : NOTHING, until)
    if ((entry.row.get('state') === '') === (actor === ''))
      entry.wrong('A use is that of one state or one other actor.', 'Fill exactly one of state and actor.')
    if (!where || !from) return undefined
    return { state, actor, where, states, from, until, ongoingIn: yearCell(entry, 'ongoing_in') }
  },
}
