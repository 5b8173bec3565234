import {
  addYears,
  apply,
  candidates,
  type DateSum,
  type Day,
  firstAnnualAfter,
  inWords,
  operationInWords,
} from '../calendar/index.ts'
import type { Reason } from '../evidence/index.ts'
import { cite, type DeadlineRule, type Treaty } from '../treaties/index.ts'

/** How a duty with a deadline stands on a day. A deadline is inclusive: met on its day, overdue from the next. */
export type DeadlineStatus = 'met' | 'met_late' | 'running' | 'running_extended' | 'overdue' | 'not_started'

export interface DeadlineQuestion {
  readonly entryIntoForce: Day
  readonly on: Day
  /** The granted date of an extension; the date is stored, never a duration (CCM arts 3(3), 4(5)). */
  readonly extendedTo?: Day
  readonly completed?: Day
  readonly hostilitiesEnded?: Day
}

export interface DeadlineAnswer {
  readonly article: string
  readonly due: Day | null
  readonly status: DeadlineStatus
  readonly alternatives: readonly Day[]
  readonly warnings: readonly string[]
  readonly reasons: readonly Reason[]
}

const startsFrom = (rule: DeadlineRule, question: DeadlineQuestion): Day | undefined =>
  rule.from === 'entryIntoForce' ? question.entryIntoForce : question.hostilitiesEnded

const firstAnnual = (treaty: Treaty, rule: DeadlineRule, question: DeadlineQuestion): Day | undefined => {
  if (!rule.annual) return undefined
  const before = treaty.deadlines.find(other => other.id === rule.annual?.firstAfter)
  const initial = before?.rule && candidates(apply(before.rule, question.entryIntoForce)).at(-1)
  return initial && firstAnnualAfter(initial, rule.annual.on)
}

/** The next yearly due day on or after the day asked about, and never before the first. */
const annualDue = (first: Day, on: Day, monthAndDay: string): Day => {
  let due = first
  while (due < on) due = firstAnnualAfter(due, monthAndDay)
  return due
}

const originalDue = (treaty: Treaty, rule: DeadlineRule, question: DeadlineQuestion): DateSum | undefined => {
  const first = firstAnnual(treaty, rule, question)
  if (first && rule.annual) return { is: 'exact', day: annualDue(first, question.on, rule.annual.on) }
  const start = startsFrom(rule, question)
  return rule.rule && start ? apply(rule.rule, start) : undefined
}

const statusOf = (due: Day, { on, completed, extendedTo }: DeadlineQuestion): DeadlineStatus => {
  if (completed && completed <= on) return completed <= due ? 'met' : 'met_late'
  if (on > due) return 'overdue'
  return extendedTo ? 'running_extended' : 'running'
}

const extensionWarnings = (
  treaty: Treaty,
  rule: DeadlineRule,
  original: Day,
  granted: Day,
): readonly string[] => {
  if (!rule.extension) return [`${cite(treaty, rule.art)} knows no extension.`]
  const longest = candidates(addYears(original, rule.extension.years)).at(-1)
  const art = cite(treaty, rule.extension.art)
  if (granted < original)
    return [`An extension never shortens a deadline: ${inWords(original)} stood before (${art}).`]
  return longest && granted > longest
    ? [
        `An extension is for at most ${rule.extension.years} years at a time (${art}): from ${inWords(original)} to ${inWords(longest)} at the latest.`,
      ]
    : []
}

const arithmeticReason = (
  treaty: Treaty,
  rule: DeadlineRule,
  question: DeadlineQuestion,
  due: DateSum,
): Reason => {
  const provision = cite(treaty, rule.art)
  const days = candidates(due).map(inWords).join(' or ')
  if (rule.annual)
    return {
      provision,
      text: `${rule.what}: every year, first strictly after the initial report was due; next ${days}.`,
      source: '',
    }
  const start = startsFrom(rule, question)
  const from =
    rule.from === 'entryIntoForce' ? 'entry into force for the State' : 'the end of active hostilities'
  const words = rule.rule ? operationInWords(rule.rule) : ''
  return {
    provision,
    text: `${rule.what}: ${words} ${from}${start ? ` on ${inWords(start)}` : ''}, that is ${days}.`,
    source: '',
  }
}

const notStarted = (treaty: Treaty, rule: DeadlineRule): DeadlineAnswer => ({
  article: rule.art,
  due: null,
  status: 'not_started',
  alternatives: [],
  warnings: [],
  reasons: [
    {
      provision: cite(treaty, rule.art),
      text: 'The period has not begun: the end of active hostilities is not known.',
      source: '',
    },
  ],
})

/** Computes one deadline that a treaty declares, with its steps and how the duty stands on the day asked about. */
export const deadlineOf = (
  treaty: Treaty,
  rule: DeadlineRule,
  question: DeadlineQuestion,
): DeadlineAnswer => {
  const sum = originalDue(treaty, rule, question)
  if (!sum) return notStarted(treaty, rule)
  const original = candidates(sum).at(-1) ?? question.entryIntoForce
  const due = question.extendedTo ?? original
  const extension: readonly Reason[] = question.extendedTo
    ? [
        {
          provision: rule.extension ? cite(treaty, rule.extension.art) : '',
          text: `Extended to ${inWords(question.extendedTo)}.`,
          source: 'as given',
        },
      ]
    : []
  return {
    article: rule.art,
    due: sum.is === 'exact' || question.extendedTo ? due : null,
    status: statusOf(due, question),
    alternatives: sum.is === 'ambiguous' ? candidates(sum) : [],
    warnings: question.extendedTo ? extensionWarnings(treaty, rule, original, question.extendedTo) : [],
    reasons: [arithmeticReason(treaty, rule, question, sum), ...extension],
  }
}

const articleNumber = (text: string): string => text.replace(/^art(icle)?\.?\s*/i, '').trim()

/**
 * The deadlines that an article names: by its full label (`4(1)(a)`), its id, or its number alone, which may name
 * several.
 */
export const deadlinesUnder = (treaty: Treaty, article: string): readonly DeadlineRule[] => {
  const wanted = articleNumber(article)
  const exact = treaty.deadlines.filter(rule => rule.art === wanted || rule.id === wanted)
  if (exact.length > 0) return exact
  return treaty.deadlines.filter(rule => rule.art.startsWith(`${wanted}(`))
}
