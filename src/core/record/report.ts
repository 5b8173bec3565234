import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { dayCell, type Entry, type Recorded, stateIn, wordIn, yearCell } from './entry.ts'
import type { Kind } from './kind.ts'

export const REPORT_KINDS = ['initial', 'annual'] as const
export const REPORT_STATUSES = ['submitted', 'not-submitted', 'not-due-yet'] as const

interface ReportFacts {
  readonly state: Iso3
  readonly kind: (typeof REPORT_KINDS)[number]
  /** The calendar years that the report, or the row, covers. */
  readonly fromYear: Cell<number>
  readonly untilYear: Cell<number>
  readonly status: (typeof REPORT_STATUSES)[number]
  readonly submitted: Cell<PartialDay>
  /** The last day on which the source says so. */
  readonly asOf: Cell<PartialDay>
}
/** A transparency report, submitted or missing (CCM art. 7). Whether it was late is computed, not stored. */
export type Report = ReportFacts & Recorded

const checkDays = (entry: Entry, { status, submitted, asOf }: ReportFacts): void => {
  if (status !== 'submitted' && asOf.is !== 'known')
    entry.wrong('A missing report has no day as of which it was missing.', 'Write it in column as_of.')
  if (status !== 'submitted' && submitted.is === 'known')
    entry.wrong(`A report that is ${status} has a day of submission.`, 'Correct one of the two.')
}

const checkYears = (entry: Entry, { fromYear, untilYear }: ReportFacts): void => {
  if (fromYear.is !== untilYear.is)
    entry.wrong('Only one of from_year and until_year is given.', 'Write both; the same year twice for one.')
  if (fromYear.is === 'known' && untilYear.is === 'known' && fromYear.value > untilYear.value)
    entry.wrong('The years end before they begin.', 'Exchange or correct the two years.')
}

export const REPORT: Kind<ReportFacts> = {
  columns: ['state', 'kind', 'from_year', 'until_year', 'status', 'submitted', 'as_of'],
  key: ['state', 'kind', 'from_year', 'until_year'],
  read: entry => {
    const state = stateIn(entry, 'state')
    const kind = wordIn(entry, 'kind', REPORT_KINDS)
    const status = wordIn(entry, 'status', REPORT_STATUSES)
    const years = { fromYear: yearCell(entry, 'from_year'), untilYear: yearCell(entry, 'until_year') }
    const days = { submitted: dayCell(entry, 'submitted'), asOf: dayCell(entry, 'as_of') }
    if (!state || !kind || !status) return undefined
    const facts: ReportFacts = { state, kind, ...years, status, ...days }
    checkDays(entry, facts)
    checkYears(entry, facts)
    return facts
  },
}
