import { type PartialDay, partialInWords } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import { type Cell, valueIn } from './cell.ts'
import type { Clearance } from './clearance.ts'
import type { Extension } from './extension.ts'
import type { Law } from './law.ts'
import type { Meeting } from './meeting.ts'
import type { StatedPosition } from './position.ts'
import type { Report } from './report.ts'
import type { Resolution } from './resolution.ts'
import type { Stockpile } from './stockpile.ts'
import type { ProductionTransfer } from './transfer.ts'
import type { Use } from './use.ts'
import type { View } from './view.ts'
import type { Vote } from './vote.ts'

/** The files of a treaty pack that hold its record, by their names without `.csv`. */
export const RECORD_FILES = [
  'stockpile',
  'clearance',
  'extensions',
  'reports',
  'meetings',
  'laws',
  'positions',
  'use',
  'production_transfer',
  'views',
  'unga',
  'unga_votes',
] as const
export type RecordFile = (typeof RECORD_FILES)[number]

/** What is recorded about one treaty besides the acts with its depositary. */
export interface TreatyRecord {
  readonly stockpiles: readonly Stockpile[]
  readonly clearances: readonly Clearance[]
  readonly extensions: readonly Extension[]
  readonly reports: readonly Report[]
  readonly meetings: readonly Meeting[]
  readonly laws: readonly Law[]
  readonly positions: readonly StatedPosition[]
  readonly uses: readonly Use[]
  readonly transfers: readonly ProductionTransfer[]
  readonly views: readonly View[]
  readonly resolutions: readonly Resolution[]
  readonly votes: readonly Vote[]
}

/** The resolution with this number, as `78/32`. */
export const resolutionOf = (record: TreatyRecord, number: string): Resolution | undefined =>
  record.resolutions.find(resolution => valueIn(resolution.number) === number)

/** The votes recorded on a resolution; all of them only where its roll call is complete. */
export const votesOn = (record: TreatyRecord, { session }: Resolution): readonly Vote[] =>
  record.votes.filter(vote => vote.session === session)

/** The extensions of one deadline, in the order of the file. */
export const extensionsOf = (
  record: TreatyRecord,
  { state, article }: { readonly state: Iso3; readonly article: string },
): readonly Extension[] =>
  record.extensions.filter(extension => extension.state === state && extension.article === article)

/** A dated cell as people read it: `6 August 2010`, `not shown: not verified`, `not known`. */
export const dayCellInWords = (cell: Cell<PartialDay>): string => {
  if (cell.is === 'known') return partialInWords(cell.value)
  return cell.is === 'withheld' ? 'not shown: not verified' : 'not known'
}
