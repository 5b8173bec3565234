import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import { type Cell, known, NOTHING } from './cell.ts'
import { dayCell, dayIn, mustFollow, type Recorded, stateCell, textCell, textIn } from './entry.ts'
import type { Kind } from './kind.ts'

interface MeetingFacts {
  /** As the field writes it: `12MSP`, `1RC`. */
  readonly id: string
  readonly name: string
  readonly meetingPlace: string
  readonly from: PartialDay
  readonly until: Cell<PartialDay>
  readonly presidentState: Cell<Iso3>
  readonly president: Cell<string>
}
/** A meeting of States Parties, a review conference or what prepares one. */
export type Meeting = MeetingFacts & Recorded

export const MEETING: Kind<MeetingFacts> = {
  columns: ['id', 'name', 'place', 'from', 'until', 'president_state', 'president'],
  key: ['id'],
  read: entry => {
    const id = textIn(entry, 'id')
    const name = textIn(entry, 'name')
    const meetingPlace = textIn(entry, 'place')
    const from = dayIn(entry, 'from')
    const until = dayCell(entry, 'until')
    mustFollow(entry, from ? known(from) : NOTHING, until)
    const presidentState = stateCell(entry, 'president_state')
    const president = textCell(entry, 'president')
    if (!id || !name || !meetingPlace || !from) return undefined
    return { id, name, meetingPlace, from, until, presidentState, president }
  },
}
