import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { dayCell, type Recorded, stateIn, textIn, wordIn, yearCell } from './entry.ts'
import type { Kind } from './kind.ts'

/** `none-reported`: a source says that there is none yet. */
export const LAW_KINDS = [
  'specific-act',
  'penal-law',
  'approval',
  'existing-law',
  'financing',
  'transit',
  'none-reported',
] as const

interface LawFacts {
  readonly state: Iso3
  readonly kind: (typeof LAW_KINDS)[number]
  readonly title: string
  readonly year: Cell<number>
  readonly inForce: Cell<PartialDay>
  readonly citation: string
  /** What the law provides, in our own words. */
  readonly provides: string
}
/** A national law or measure (CCM art. 9). */
export type Law = LawFacts & Recorded

export const LAW: Kind<LawFacts> = {
  columns: ['state', 'kind', 'title', 'year', 'in_force', 'citation', 'provides'],
  key: ['state', 'title'],
  read: entry => {
    const state = stateIn(entry, 'state')
    const kind = wordIn(entry, 'kind', LAW_KINDS)
    const title = textIn(entry, 'title')
    const dates = { year: yearCell(entry, 'year'), inForce: dayCell(entry, 'in_force') }
    const texts = { citation: entry.row.get('citation'), provides: entry.row.get('provides') }
    return state && kind && title ? { state, kind, title, ...dates, ...texts } : undefined
  },
}
