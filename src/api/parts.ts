import type { Day } from '../core/calendar/index.ts'
import type { Loaded } from '../store/data.ts'

/** What the server answers from. */
export interface ServerParts {
  readonly loaded: Loaded
  /** The day on the clock, asked anew for every question. */
  readonly today: () => Day
  /** The folder of the built web app, where there is one. */
  readonly webFolder?: string
  /** Questions allowed a minute from one address. */
  readonly perMinute?: number
}
