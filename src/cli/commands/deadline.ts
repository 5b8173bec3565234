import { dayFrom, InputError, treatyFrom } from '../../api/ask.ts'
import { inWords } from '../../core/calendar/index.ts'
import {
  type DeadlineAnswer,
  type DeadlineQuestion,
  deadlineOf,
  deadlinesUnder,
} from '../../core/obligations/index.ts'
import { frameFor } from '../../core/register/index.ts'
import type { DeadlineRule, Treaty } from '../../core/treaties/index.ts'
import { type CommonOptions, type Context, daysOf, parseOptionalDay } from '../context.ts'
import { writeHeadline, writeJson, writeReasons } from '../print.ts'

export interface DeadlineOptions extends CommonOptions {
  readonly entryIntoForce?: string
  readonly extendedTo?: string
  readonly completed?: string
  readonly hostilitiesEnded?: string
}

const STATUS_WORDS: Readonly<Record<DeadlineAnswer['status'], string>> = {
  met: 'met',
  met_late: 'met late',
  running: 'running',
  running_extended: 'running, extended',
  overdue: 'overdue',
  not_started: 'not started',
}

/** The one deadline an article names; with the end of hostilities given, the one that counts from it. */
const ruleFrom = (treaty: Treaty, article: string, hostilitiesEnded: string | undefined): DeadlineRule => {
  const rules = deadlinesUnder(treaty, article)
  const from = hostilitiesEnded === undefined ? 'entryIntoForce' : 'endOfActiveHostilities'
  const fitting = rules.length > 1 ? rules.filter(rule => rule.from === from) : rules
  const [rule] = fitting
  if (rule && (fitting.length === 1 || !article.includes('('))) return rule
  const known = treaty.deadlines.map(({ art, what }) => `${art} (${what})`)
  throw new InputError(
    `The pack of ${treaty.id} declares no single deadline under article "${article}".`,
    known.length > 0 ? `Type one of: ${known.join(', ')}.` : 'This pack declares no deadlines yet.',
  )
}

const questionFrom = (context: Context, options: DeadlineOptions): DeadlineQuestion => {
  if (options.entryIntoForce === undefined)
    throw new InputError(
      'deadline needs the day the treaty entered into force for the State.',
      'Type --entry-into-force YYYY-MM-DD.',
    )
  const extendedTo = parseOptionalDay(options.extendedTo, '--extended-to')
  const completed = parseOptionalDay(options.completed, '--completed')
  const hostilitiesEnded = parseOptionalDay(options.hostilitiesEnded, '--hostilities-ended')
  return {
    entryIntoForce: dayFrom(options.entryIntoForce, '--entry-into-force'),
    on: daysOf(context, options).on,
    ...(extendedTo && { extendedTo }),
    ...(completed && { completed }),
    ...(hostilitiesEnded && { hostilitiesEnded }),
  }
}

/** `pacta deadline TREATY ARTICLE --entry-into-force DAY` */
export const deadline = (
  context: Context,
  treatyText: string,
  article: string,
  options: DeadlineOptions,
): void => {
  const treaty = treatyFrom(context.register().treaties, treatyText)
  const rule = ruleFrom(treaty, article, options.hostilitiesEnded)
  const question = questionFrom(context, options)
  const answer = deadlineOf(treaty, rule, question)
  const frame = frameFor(treaty, question.on, daysOf(context, options).knownAt)
  if (options.json) {
    writeJson(context, { treaty: treaty.id, ...answer, ...frame })
    return
  }
  const due = answer.due ? inWords(answer.due) : answer.alternatives.map(inWords).join(' or ')
  const when = due ? `is due by ${due}` : 'has no due day yet'
  writeHeadline(
    context,
    `${rule.what.charAt(0).toUpperCase()}${rule.what.slice(1)} ${when}: ${STATUS_WORDS[answer.status]} on ${inWords(question.on)}.`,
  )
  for (const warning of answer.warnings) context.write(`  ! ${warning}\n`)
  writeReasons(context, answer.reasons)
}
