import type { Problem, Table } from '../evidence/index.ts'
import type { World } from '../states/index.ts'
import { CLEARANCE } from './clearance.ts'
import type { Recorded } from './entry.ts'
import { EXTENSION, type Extension } from './extension.ts'
import { type Collect, type Kind, loadKind } from './kind.ts'
import { LAW } from './law.ts'
import { MEETING, type Meeting } from './meeting.ts'
import { POSITION } from './position.ts'
import type { RecordFile, TreatyRecord } from './record.ts'
import { REPORT } from './report.ts'
import { RESOLUTION, type Resolution } from './resolution.ts'
import { STOCKPILE } from './stockpile.ts'
import { PRODUCTION_TRANSFER } from './transfer.ts'
import { USE } from './use.ts'
import { VIEW } from './view.ts'
import { VOTE, type Vote } from './vote.ts'

type Tables = Partial<Record<RecordFile, Table>>

const dangling = (row: Recorded, message: string, wayOut: string): Problem => ({
  severity: 'error',
  place: row.place,
  message,
  wayOut,
})

const withResolution = (
  votes: readonly Vote[],
  resolutions: readonly Resolution[],
  collect: Collect,
): readonly Vote[] => {
  const sessions = new Set(resolutions.map(resolution => resolution.session))
  return votes.filter(vote => {
    if (sessions.has(vote.session)) return true
    collect(
      dangling(
        vote,
        `No resolution of session ${vote.session} is in unga.csv.`,
        'Add it, or correct the session.',
      ),
    )
    return false
  })
}

const withMeeting = (
  extensions: readonly Extension[],
  meetings: readonly Meeting[],
  collect: Collect,
): readonly Extension[] => {
  const ids = new Set(meetings.map(meeting => meeting.id))
  return extensions.filter(extension => {
    const { meeting } = extension
    if (meeting.is !== 'known' || ids.has(meeting.value)) return true
    collect(
      dangling(
        extension,
        `The meeting "${meeting.value}" is not in meetings.csv.`,
        'Add it, or correct the id.',
      ),
    )
    return false
  })
}

/**
 * Reads the record of one treaty from those of its tables that exist. Everything wrong is listed in
 * `problems`; the rows concerned are left out.
 */
export const loadRecord = (
  tables: Tables,
  world: World,
): { readonly record: TreatyRecord; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const collect: Collect = problem => problems.push(problem)
  const load = <Facts>(file: RecordFile, kind: Kind<Facts>): readonly (Facts & Recorded)[] => {
    const table = tables[file]
    return table ? loadKind(kind, table, world, collect) : []
  }
  const meetings = load('meetings', MEETING)
  const resolutions = load('unga', RESOLUTION)
  const record: TreatyRecord = {
    stockpiles: load('stockpile', STOCKPILE),
    clearances: load('clearance', CLEARANCE),
    extensions: withMeeting(load('extensions', EXTENSION), meetings, collect),
    reports: load('reports', REPORT),
    meetings,
    laws: load('laws', LAW),
    positions: load('positions', POSITION),
    uses: load('use', USE),
    transfers: load('production_transfer', PRODUCTION_TRANSFER),
    views: load('views', VIEW),
    resolutions,
    votes: withResolution(load('unga_votes', VOTE), resolutions, collect),
  }
  return { record, problems }
}
