import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { countIn, type Recorded, stateIn, wordCell } from './entry.ts'
import type { Kind } from './kind.ts'

export const VOTES = ['yes', 'no', 'abstain', 'absent'] as const

interface VoteFacts {
  readonly session: number
  readonly state: Iso3
  /** Withheld where the data has a hole: the State voted or was absent, which of them is not known. */
  readonly vote: Cell<(typeof VOTES)[number]>
}
/** How a State voted on the resolution of a session. */
export type Vote = VoteFacts & Recorded

export const VOTE: Kind<VoteFacts> = {
  columns: ['session', 'state', 'vote'],
  key: ['session', 'state'],
  read: entry => {
    const session = countIn(entry, 'session')
    const state = stateIn(entry, 'state')
    const vote = wordCell(entry, 'vote', VOTES)
    if (entry.row.get('vote') === '')
      entry.wrong('This row has no vote.', 'Write it, or ? where it is withheld.')
    return session !== undefined && state ? { session, state, vote } : undefined
  },
}
