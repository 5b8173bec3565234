import { amongFrom, choiceFrom, dayFrom, InputError, kindFrom, stateFrom, treatyFrom } from '../../api/ask.ts'
import { type Day, earlierOf, inWords, isDay, onDay } from '../../core/calendar/index.ts'
import {
  type Act,
  type AnswerFrame,
  COUNTING_RULES,
  type CountingRule,
  diffAnswer,
  effectOf,
  frameFor,
  historyAnswer,
  odditiesAmong,
  type PartiesAnswer,
  POSITION_WORDS,
  partiesAnswer,
  RULE_WORDS,
  type StatusAnswer,
  signatureRefusal,
  statusAnswer,
  timeline,
  treatyForce,
} from '../../core/register/index.ts'
import { type Iso3, stateOf } from '../../core/states/index.ts'
import { cite, isConsent, type Treaty, type TreatyId } from '../../core/treaties/index.ts'
import { type CommonOptions, type Context, daysOf, parseOptionalDay } from '../context.ts'
import { writeHeadline, writeJson, writeLimits, writeNames, writeNote, writeReasons } from '../print.ts'

const line = (word: string, day: Day | null, under: string): readonly string[] =>
  day ? [`  ${word}  ${inWords(day).padEnd(under ? 20 : 0)}${under}`] : []

const sinceLines = (answer: StatusAnswer): readonly string[] => [
  ...line('since', answer.since, answer.sinceUnder),
  ...line('until', answer.until, answer.untilUnder || (answer.bound === false ? 'next change' : '')),
  ...(answer.provisional ? ['  applies provisionally what the treaty allows'] : []),
]

/** `pacta status STATE TREATY` */
export const status = (
  context: Context,
  stateText: string,
  treatyText: string,
  options: CommonOptions,
): void => {
  const { on, knownAt } = daysOf(context, options)
  const register = context.register()
  const { state, note } = stateFrom(register.world, stateText, on)
  const treaty = treatyFrom(register.treaties, treatyText)
  const answer = statusAnswer(register, { state: state.iso3, treaty: treaty.id, on, knownAt })
  if (options.json) {
    writeJson(context, { ...answer, ...(note && { note }) })
    return
  }
  writeNote(context, note)
  writeHeadline(context, answer.sentence)
  if (knownAt !== context.today) context.write(`  as known on ${inWords(knownAt)}\n`)
  for (const line of sinceLines(answer)) context.write(`${line}\n`)
  writeReasons(context, answer.reasons)
  writeLimits(context, answer, treaty)
}

export interface PartiesOptions extends CommonOptions {
  readonly rule?: string
  readonly bloc?: string
  readonly not?: boolean
}

/** What a counting rule says of one State, and of several. */
const RULE_VERBS: Readonly<Record<CountingRule, readonly [one: string, several: string]>> = {
  'in-force': ['is bound by', 'are bound by'],
  deposited: ['has deposited an instrument under', 'have deposited an instrument under'],
  'signed-or-joined': ['has signed or joined', 'have signed or joined'],
  signatories: ['has signed but not joined', 'have signed but not joined'],
}

/** The same of those outside the rule. */
const NOT_RULE_VERBS: typeof RULE_VERBS = {
  'in-force': ['is not bound by', 'are not bound by'],
  deposited: ['has no instrument deposited under', 'have no instrument deposited under'],
  'signed-or-joined': ['has neither signed nor joined', 'have neither signed nor joined'],
  signatories: ['is no mere signatory of', 'are no mere signatories of'],
}

const partiesSentence = (answer: PartiesAnswer, treaty: Treaty): string => {
  const n = answer.count
  const [one, several] = (answer.not ? NOT_RULE_VERBS : RULE_VERBS)[answer.rule]
  const among = answer.among ? ` of ${answer.among}` : ''
  const subject = `${answer.membersLeftOut > 0 ? 'At least ' : ''}${n} ${n === 1 ? 'State' : 'States'}${among}`
  const undecided = answer.undecided.length > 0 ? `, and ${answer.undecided.length} more not decidable` : ''
  const left =
    answer.membersLeftOut > 0
      ? `, of those known here to be its members (${answer.membersLeftOut} not verified and left out)`
      : ''
  return `${subject} ${n === 1 ? one : several} the ${treaty.title} on ${inWords(answer.on)}${undecided}${left}.`
}

/** `pacta parties TREATY` */
export const parties = (context: Context, treatyText: string, options: PartiesOptions): void => {
  const { on, knownAt } = daysOf(context, options)
  const register = context.register()
  const treaty = treatyFrom(register.treaties, treatyText)
  const rule = choiceFrom(options.rule ?? 'in-force', COUNTING_RULES, 'counting rule')
  const among = options.bloc === undefined ? undefined : amongFrom(context.register().world, options.bloc)
  const answer = partiesAnswer(register, {
    treaty: treaty.id,
    on,
    knownAt,
    rule,
    not: options.not ?? false,
    ...(among && { among }),
  })
  if (options.json) {
    writeJson(context, answer)
    return
  }
  const nameOf = (iso3: Iso3): string => stateOf(register.world, iso3).name
  writeHeadline(context, partiesSentence(answer, treaty))
  context.write(`  rule  ${RULE_WORDS[rule]}\n`)
  const { inForce, deposited, signedOrJoined, signatories } = answer.counts
  context.write(
    `  all   in force ${inForce} · deposited ${deposited} · signed or joined ${signedOrJoined} · signatories only ${signatories}\n\n`,
  )
  writeNames(context, answer.states.map(nameOf))
  if (answer.undecided.length > 0) {
    context.write('\nNot decidable (an act of theirs is withheld, contested or not dated):\n')
    writeNames(context, answer.undecided.map(nameOf))
  }
  writeLimits(context, answer, treaty)
}

/** The frame of an answer over several treaties: checked as far as the one that was checked least. */
const sharedFrame = (frames: readonly AnswerFrame[], on: Day, knownAt: Day): AnswerFrame => ({
  on,
  known: knownAt,
  checkedThrough: frames.map(frame => frame.checkedThrough).reduce(earlierOf, knownAt),
  beyondData: frames.some(frame => frame.beyondData),
  complete: frames.every(frame => frame.complete),
  assumptions: [],
})

/** `pacta history STATE [TREATY]` */
export const history = (
  context: Context,
  stateText: string,
  treatyText: string | undefined,
  options: CommonOptions,
): void => {
  const { on, knownAt } = daysOf(context, options)
  const register = context.register()
  const { state, note } = stateFrom(register.world, stateText, on)
  const treaties =
    treatyText === undefined ? [...register.treaties.values()] : [treatyFrom(register.treaties, treatyText)]
  const ids = treaties.map(treaty => treaty.id)
  const answer = historyAnswer(register, state.iso3, ids, knownAt)
  if (options.json) {
    const frames = treaties.map(treaty => frameFor(treaty, on, knownAt))
    writeJson(context, { ...answer, ...sharedFrame(frames, on, knownAt), reasons: [], ...(note && { note }) })
    return
  }
  writeNote(context, note)
  for (const treaty of treaties) writeTreatyHistory(context, answer, treaty)
}

const writeTreatyHistory = (
  context: Context,
  answer: ReturnType<typeof historyAnswer>,
  treaty: Treaty,
): void => {
  const acts = answer.acts.filter(act => act.treaty === treaty.id)
  const withheld = answer.withheld.filter(marker => marker.treaty === treaty.id)
  if (acts.length === 0 && withheld.length === 0) return
  context.write(`${context.style.strong(treaty.title)}\n`)
  for (const act of acts) {
    const where = act.depositary ? `, ${act.depositary}` : ''
    context.write(`  ${act.day.padEnd(10)}  ${act.words}${where}${act.contested ? ' (contested)' : ''}\n`)
  }
  for (const marker of withheld)
    context.write(`  ${marker.about.padEnd(10)}  ${marker.kind}: withheld, not verified (${marker.why})\n`)
  for (const { position, from, until } of answer.intervals.filter(interval => interval.treaty === treaty.id))
    context.write(
      context.style.dim(
        `    ${(from ?? '').padEnd(10)} – ${(until ?? '').padEnd(10)}  ${POSITION_WORDS[position]}\n`,
      ),
    )
  context.write('\n')
}

export interface DiffOptions extends CommonOptions {
  readonly from?: string
  readonly to?: string
}

/** `pacta diff TREATY --from DAY --to DAY` */
export const diff = (context: Context, treatyText: string, options: DiffOptions): void => {
  const { knownAt } = daysOf(context, options)
  if (options.from === undefined || options.to === undefined)
    throw new InputError(
      'diff needs both days.',
      'Type for example: pacta diff ccm --from 2024-01-01 --to 2025-12-31',
    )
  const from = dayFrom(options.from, '--from')
  const to = dayFrom(options.to, '--to')
  if (from > to) throw new InputError(`${from} is later than ${to}.`, 'Exchange --from and --to.')
  const treaty = treatyFrom(context.register().treaties, treatyText)
  const answer = diffAnswer(context.register(), { treaty: treaty.id, from, to, knownAt })
  if (options.json) {
    writeJson(context, answer)
    return
  }
  const n = answer.changes.length
  writeHeadline(
    context,
    `${n} ${n === 1 ? 'change' : 'changes'} under the ${treaty.title} after ${inWords(from)} up to ${inWords(to)}.`,
  )
  const ordered = [...answer.changes].sort(
    (a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name, 'en'),
  )
  for (const change of ordered)
    context.write(
      `  ${change.day}  ${change.name}: ${POSITION_WORDS[change.from]} → ${POSITION_WORDS[change.to]}\n`,
    )
  writeLimits(context, answer, treaty)
}

export interface EffectOptions extends CommonOptions {
  readonly conflictUntil?: string
  readonly beforeThreshold?: boolean
  readonly state?: string
}

const conflictFrom = (text: string | undefined): Day | 'ongoing' | 'unknown' | undefined =>
  text === 'ongoing' || text === 'unknown' ? text : parseOptionalDay(text, '--conflict-until')

/** Refuses an act that this State cannot do because of what it did before. */
const refuseForState = (
  context: Context,
  treaty: Treaty,
  kind: Act['kind'],
  day: Day,
  text: string,
): void => {
  const register = context.register()
  const { state } = stateFrom(register.world, text, day)
  const { acts } = timeline(register, { state: state.iso3, treaty: treaty.id, knownAt: day })
  const signed = acts.find(act => act.kind === 'signature' && act.done.latest <= day)
  const { accession } = treaty.arithmetic.consent
  if (kind === 'accession' && signed && accession)
    throw new InputError(
      `${state.name} signed on ${inWords(signed.done.earliest)}: accession is for a State that has not signed (${cite(treaty, accession.art)}).`,
      'Ask for a ratification instead.',
    )
  if (kind === 'signature' && signed)
    throw new InputError(
      `${state.name} had signed already, on ${inWords(signed.done.earliest)}.`,
      'Ask for a ratification instead.',
    )
}

/** `pacta effect TREATY ACT-KIND DAY` */
export const effect = (
  context: Context,
  treatyText: string,
  kindText: string,
  dayText: string,
  options: EffectOptions,
): void => {
  const { on, knownAt } = daysOf(context, options)
  const register = context.register()
  const treaty = treatyFrom(register.treaties, treatyText)
  const kind = kindFrom(kindText)
  const day = dayFrom(dayText, 'DAY')
  if (options.state !== undefined) refuseForState(context, treaty, kind, day, options.state)
  const conflictUntil = conflictFrom(options.conflictUntil)
  const question = {
    kind,
    day,
    ...(conflictUntil && { conflictUntil }),
    beforeThreshold: options.beforeThreshold ?? false,
  }
  const answer = effectOf(treaty, question, treatyForce(register, treaty.id, knownAt))
  if (answer.is === 'refused')
    throw new InputError(
      `This act cannot be: ${answer.why}${answer.provision ? ` (${answer.provision})` : ''}`,
      answer.wayOut,
    )
  const { effective, alternatives, reasons, assumptions } = answer
  const frame = frameFor(treaty, options.on === undefined ? day : on, knownAt, assumptions)
  if (options.json) {
    writeJson(context, { treaty: treaty.id, kind, day, effective, alternatives, ...frame, reasons })
    return
  }
  writeHeadline(context, effectSentence(kindText, day, answer, mayBeDeferred(treaty, kind, conflictUntil)))
  writeReasons(context, reasons)
  for (const text of assumptions) context.write(context.style.dim(`\nAssumed: ${text}\n`))
}

/** Whether a conflict whose end is not given may defer this act. */
const mayBeDeferred = (
  treaty: Treaty,
  kind: Act['kind'],
  conflict: Day | 'ongoing' | 'unknown' | undefined,
) =>
  kind === 'withdrawal-notified' && treaty.arithmetic.withdrawal?.conflict && !isDay(conflict ?? '')
    ? conflict
    : undefined

const effectSentence = (
  kind: string,
  day: Day,
  { effective, alternatives }: { readonly effective: Day | null; readonly alternatives: readonly Day[] },
  deferred: string | undefined,
): string => {
  const act = `${/^[aeiou]/.test(kind) ? 'An' : 'A'} ${kind} on ${inWords(day)}`
  if (effective) return `${act} takes effect on ${inWords(effective)}.`
  if (deferred === 'ongoing')
    return `${act} has no day of effect yet: it takes effect when the armed conflict ends.`
  if (alternatives.length === 0) return `${act} has no day of effect that can be computed.`
  const days = `${act} takes effect on ${alternatives.map(inWords).join(' or on ')}`
  const which = alternatives.length > 1 ? ': the treaty does not say which' : ''
  return deferred
    ? `${days}${which}; or only when an armed conflict ends that the State is then engaged in.`
    : `${days}${which}.`
}

/** Reads a hypothetical act: `2027-01-01 USA accession`. */
export const actFrom = (context: Context, treaty: Treaty, text: string): Act => {
  const words = text.trim().split(/\s+/)
  const [dayText = '', ...rest] = words
  const kindText = rest.pop() ?? ''
  if (rest.length === 0)
    throw new InputError(
      `"${text}" is not an act.`,
      'Write it as "DAY STATE KIND", for example "2027-01-01 USA accession".',
    )
  const done = dayFrom(dayText, 'the day of --act')
  const { state } = stateFrom(context.register().world, rest.join(' '), done)
  const kind = kindFrom(kindText)
  refuseImpossible(context, treaty, kind, done)
  return {
    treaty: treaty.id as TreatyId,
    state: state.iso3,
    kind,
    done: onDay(done),
    depositary: '',
    knownFrom: '0001-01-01' as Day,
    source: 'hypothetical',
    confidence: 'low',
    contested: false,
    note: '',
    place: { file: '--act' },
    hypothetical: true,
  }
}

/** Says which of the hypothetical acts treaty law or practice would make odd, beside the acts on record. */
export const warnOfOddities = (context: Context, treaty: Treaty, acts: readonly Act[]): void => {
  const register = context.register()
  const force = treatyForce(register, treaty.id, context.today)
  const onRecord = register.ledgers.get(treaty.id)?.acts ?? []
  const farAhead = acts.map(({ done }) => done.latest).reduce((a, b) => (a > b ? a : b), context.today)
  for (const { place, message } of odditiesAmong([...onRecord, ...acts], treaty, force, farAhead))
    if (acts.some(act => act.place === place)) context.warn(`Odd: ${message}\n`)
}

const refuseImpossible = (context: Context, treaty: Treaty, kind: Act['kind'], day: Day): void => {
  const force = treatyForce(context.register(), treaty.id, context.today)
  const refusal =
    kind === 'signature'
      ? signatureRefusal(treaty, day, force)
      : isConsent(kind)
        ? effectOf(treaty, { kind, day }, force)
        : undefined
  if (refusal?.is === 'refused')
    throw new InputError(`This act cannot be: ${refusal.why} (${refusal.provision})`, refusal.wayOut)
}
