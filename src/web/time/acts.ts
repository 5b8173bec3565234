import { type Day, inWords } from '../../core/calendar/index.ts'
import { CONSENT_KINDS } from '../../core/treaties/index.ts'
import type { ActLine } from '../ask/answers.ts'

/** The days on which something was done, in order. */
export const actDays = (acts: readonly ActLine[]): readonly Day[] =>
  [...new Set(acts.map(act => act.day))].sort()

export const dayBefore = (days: readonly Day[], on: Day): Day | undefined => days.findLast(day => day < on)
export const dayAfter = (days: readonly Day[], on: Day): Day | undefined => days.find(day => day > on)

const NAMED_AT_MOST = 5

/** The acts of one day in a line: `Chad signs; Mali deposits its ratification; and 7 more`. */
const listed = (acts: readonly ActLine[]): string => {
  const named = acts.slice(0, NAMED_AT_MOST).map(act => `${act.name} ${act.what}`)
  const rest = acts.length - named.length
  return [...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')
}

/** What was done on a day, or last before it. */
export const actsInWords = (acts: readonly ActLine[], days: readonly Day[], on: Day): string => {
  const today = acts.filter(act => act.day === on)
  if (today.length > 0) return `On this day: ${listed(today)}.`
  const last = dayBefore(days, on)
  if (!last) return 'No act is recorded before this day.'
  return `Last before: ${inWords(last)}, ${listed(acts.filter(act => act.day === last))}.`
}

/** Which tick an act gets: what ends a bond, what makes one, and what only announces. */
export const tickOf = (kind: string): 'ends' | 'binds' | 'announces' => {
  if (kind.startsWith('withdrawal') || kind === 'suspension-claimed' || kind === 'ratification-revoked')
    return 'ends'
  return BINDING.has(kind) ? 'binds' : 'announces'
}

const BINDING: ReadonlySet<string> = new Set(CONSENT_KINDS)
