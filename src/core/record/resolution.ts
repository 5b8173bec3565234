import type { PartialDay } from '../calendar/index.ts'
import type { Cell } from './cell.ts'
import { countCell, countIn, dayIn, type Entry, type Recorded, textCell, wordIn } from './entry.ts'
import type { Kind } from './kind.ts'

/** `incomplete`: votes are missing in the data, so that a State without a row was not necessarily absent. */
export const ROLL_CALLS = ['complete', 'incomplete', 'none'] as const

export interface Totals {
  readonly for: Cell<number>
  readonly against: Cell<number>
  readonly abstain: Cell<number>
}
interface ResolutionFacts {
  /** The session of the General Assembly; one resolution on the treaty a session. */
  readonly session: number
  /** As the UN writes it: `78/32`. */
  readonly number: Cell<string>
  readonly day: PartialDay
  readonly plenary: Totals
  readonly committee: Totals
  readonly rollCall: (typeof ROLL_CALLS)[number]
}
/** The yearly resolution of the UN General Assembly on the treaty. */
export type Resolution = ResolutionFacts & Recorded

const totalsIn = (entry: Entry, prefix: string): Totals => ({
  for: countCell(entry, `${prefix}for`),
  against: countCell(entry, `${prefix}against`),
  abstain: countCell(entry, `${prefix}abstain`),
})

const checkNumber = (entry: Entry, session: number | undefined, number: Cell<string>): void => {
  if (number.is === 'nothing')
    entry.wrong('This resolution has no number.', 'Write it, or ? where it is withheld.')
  if (session !== undefined && number.is === 'known' && !number.value.startsWith(`${session}/`))
    entry.wrong(`The number ${number.value} is not of session ${session}.`, 'Correct one of the two.')
}

export const RESOLUTION: Kind<ResolutionFacts> = {
  columns: [
    ...['session', 'resolution', 'day', 'for', 'against', 'abstain'],
    ...['committee_for', 'committee_against', 'committee_abstain', 'roll_call'],
  ],
  key: ['session'],
  read: entry => {
    const session = countIn(entry, 'session')
    const number = textCell(entry, 'resolution')
    const day = dayIn(entry, 'day')
    const rollCall = wordIn(entry, 'roll_call', ROLL_CALLS)
    const plenary = totalsIn(entry, '')
    const committee = totalsIn(entry, 'committee_')
    checkNumber(entry, session, number)
    if (session === undefined || !day || !rollCall) return undefined
    return { session, number, day, plenary, committee, rollCall }
  },
}
