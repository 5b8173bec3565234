import { type Day, inWords, partialInWords, yearOf } from '../calendar/index.ts'
import { placeInWords } from '../evidence/index.ts'
import { findBloc, type Iso3, membersOn, stateOf } from '../states/index.ts'
import { isConsent, shortName, type Treaty, type TreatyId } from '../treaties/index.ts'
import type { Act } from './act.ts'
import { entryIntoForceFrom, thresholdReached } from './force.ts'
import { countsAsParty } from './position.ts'
import type { Published } from './published.ts'
import { type Register, timeline, treatyOf } from './register.ts'
import { regionMembers, signaturesBy, type Tally, tally } from './tally.ts'
import { RULE_WORDS } from './words.ts'

/** A published figure or date beside what the register computes. */
export interface Disagreement {
  readonly place: string
  readonly treaty: TreatyId
  readonly what: string
  readonly published: string
  readonly computed: string
  readonly publisher: string
  readonly source: string
  /** Why they differ, as the data records it; empty where nobody has found out. */
  readonly reason: string
}

/** What checking the published assertions found. */
export interface Verification {
  readonly checked: number
  readonly agreements: number
  readonly disagreements: readonly Disagreement[]
  /** Assertions that nothing here can compute, with why. */
  readonly notComputed: readonly { readonly place: string; readonly what: string; readonly why: string }[]
}

type Outcome =
  | { readonly is: 'agrees' }
  | { readonly is: 'differs'; readonly computed: string }
  | { readonly is: 'not-computed'; readonly why: string }

const AGREES: Outcome = { is: 'agrees' }
const notComputed = (why: string): Outcome => ({ is: 'not-computed', why })

const tallyWords = ({ count, undecided }: Tally): string =>
  undecided.length === 0
    ? `${count}`
    : `${count}, and ${undecided.length} not decidable (${undecided.join(', ')})`

const compareCount = (published: number, found: Tally): Outcome =>
  found.count <= published && published <= found.count + found.undecided.length
    ? AGREES
    : { is: 'differs', computed: tallyWords(found) }

const countOutcome = (register: Register, item: Published, known: Day): Outcome => {
  const { rule, day, value, treaty } = item
  if (value.is !== 'number' || !rule || !day) return notComputed('it names no number, day or counting rule')
  const among = blocOf(register, item, day)
  if (rule === 'signatories')
    return compareCount(value.number, signaturesMade(register, treaty, day, among.among))
  return compareCount(value.number, tally(register, { treaty, on: day, knownAt: known, rule, ...among }))
}

/** A published number of signatures counts every signature ever made, whatever became of it. */
const signaturesMade = (register: Register, treaty: TreatyId, on: Day, among?: readonly Iso3[]): Tally => {
  const states = [...signaturesBy(register, treaty, on)]
    .filter(([state, day]) => day <= on && (among?.includes(state) ?? true))
    .map(([state]) => state)
  return { rule: 'signatories', count: states.length, states, undecided: [] }
}

const blocOf = (register: Register, { bloc }: Published, on: Day): { readonly among?: readonly Iso3[] } => {
  if (bloc.startsWith('region:')) return { among: regionMembers(register, bloc.slice('region:'.length), on) }
  const found = bloc === '' ? undefined : findBloc(register.world, bloc)
  return found ? { among: membersOn(found, on) } : {}
}

const deposits = (register: Register, treaty: TreatyId): readonly Act[] => {
  const first = new Map<Iso3, Act>()
  const acts = [...(register.ledgers.get(treaty)?.acts ?? [])].filter(act => isConsent(act.kind))
  for (const act of acts.sort((a, b) => (a.done.earliest < b.done.earliest ? -1 : 1)))
    if (!first.has(act.state)) first.set(act.state, act)
  return [...first.values()]
}

const dayOutcome = (item: Published, computed: Day | undefined): Outcome => {
  if (item.value.is !== 'day') return notComputed('it names no day')
  if (!computed) return { is: 'differs', computed: 'no such day' }
  const { earliest, latest } = item.value.day
  return earliest <= computed && computed <= latest ? AGREES : { is: 'differs', computed: inWords(computed) }
}

const depositDay = (register: Register, { treaty, state }: Published): Day | undefined =>
  deposits(register, treaty).find(act => act.state === state)?.done.earliest

const boundDay = (register: Register, { treaty, state }: Published, known: Day): Day | undefined => {
  if (!state) return treatyOf(register, treaty).inForce?.day
  const { segments } = timeline(register, { state, treaty, knownAt: known })
  return segments.find(segment => segment.views.every(view => countsAsParty(view.is)))?.from
}

const withdrawalDay = (register: Register, item: Published, known: Day, which: 'notified' | 'effective') => {
  if (!item.state) return undefined
  const { segments } = timeline(register, { state: item.state, treaty: item.treaty, knownAt: known })
  const spells = segments.flatMap(segment =>
    segment.views.flatMap(view => ('spell' in view ? [view.spell] : [])),
  )
  const withdrawal = spells.find(spell => spell.withdrawal)?.withdrawal
  return which === 'notified' ? withdrawal?.notice.done.earliest : withdrawal?.takesEffect
}

const nthOutcome = (register: Register, item: Published, known: Day): Outcome => {
  if (item.value.is !== 'number' || !item.state) return notComputed('it names no State or number')
  const rule = item.fact === 'nth-party' ? 'deposited' : 'signatories'
  const day = rule === 'deposited' ? depositDay(register, item) : signatureDay(register, item)
  if (!day) return { is: 'differs', computed: 'no such act' }
  const found =
    rule === 'deposited'
      ? tally(register, { treaty: item.treaty, on: day, knownAt: known, rule })
      : signaturesMade(register, item.treaty, day)
  const before = found.states.filter(
    state => state !== item.state && actDay(register, item, state, rule) === day,
  ).length
  const { number } = item.value
  return found.count - before <= number && number <= found.count
    ? AGREES
    : { is: 'differs', computed: `${found.count}` }
}

const actDay = (register: Register, item: Published, state: Iso3, rule: string): Day | undefined =>
  rule === 'deposited' ? depositDay(register, { ...item, state }) : signatureDay(register, { ...item, state })

const signatureDay = (register: Register, { treaty, state }: Published): Day | undefined =>
  register.ledgers.get(treaty)?.acts.find(act => act.state === state && act.kind === 'signature')?.done
    .earliest

const yearOutcome = (register: Register, item: Published): Outcome => {
  const { day, value } = item
  if (value.is !== 'number' || !day) return notComputed('it names no number or year')
  const found = deposits(register, item.treaty).filter(
    act => yearOf(act.done.earliest) === yearOf(day) && act.done.latest <= day,
  )
  return found.length === value.number ? AGREES : { is: 'differs', computed: `${found.length}` }
}

/** Computes a deadline's due day for a State; handed in, because obligations are built on the register. */
export type DueDay = (treaty: Treaty, article: string, entryIntoForce: Day) => Day | undefined

const deadlineOutcome = (register: Register, item: Published, known: Day, dueDay: DueDay): Outcome => {
  const article = {
    'art3-deadline': '3',
    'art4-deadline': '4',
    'art5-deadline': '5',
    'art7-initial-due': '7(1)',
  }[item.fact as 'art3-deadline']
  const bound = boundDay(register, item, known)
  if (!article || !bound) return notComputed('the State is not bound')
  return dayOutcome(item, dueDay(treatyOf(register, item.treaty), article, bound))
}

const outcomeOf = (register: Register, item: Published, known: Day, dueDay: DueDay): Outcome => {
  switch (item.fact) {
    case 'count':
    case 'bloc-count':
      return countOutcome(register, item, known)
    case 'deposits-in-year':
      return yearOutcome(register, item)
    case 'nth-party':
    case 'nth-signatory':
      return nthOutcome(register, item, known)
    case 'entry-into-force':
      return dayOutcome(item, boundDay(register, item, known))
    case 'deposit':
      return dayOutcome(item, depositDay(register, item))
    case 'withdrawal-notified':
      return dayOutcome(item, withdrawalDay(register, item, known, 'notified'))
    case 'withdrawal-effective':
      return dayOutcome(item, withdrawalDay(register, item, known, 'effective'))
    case 'art3-deadline':
    case 'art4-deadline':
    case 'art5-deadline':
    case 'art7-initial-due':
      return deadlineOutcome(register, item, known, dueDay)
    default:
      return notComputed('the register does not hold what it speaks of')
  }
}

const whatOf = (register: Register, item: Published): string => {
  const treaty = treatyOf(register, item.treaty)
  const of = item.state
    ? ` of ${stateOf(register.world, item.state).name}`
    : item.bloc
      ? ` in ${item.bloc}`
      : ''
  const rule = item.rule ? ` (${RULE_WORDS[item.rule].split(':')[0]})` : ''
  const day = item.day ? ` on ${inWords(item.day)}` : ''
  return `${shortName(treaty)} ${item.fact.replaceAll('-', ' ')}${of}${rule}${day}`
}

const valueWords = ({ value }: Published): string =>
  value.is === 'number' ? `${value.number}` : value.is === 'day' ? partialInWords(value.day) : ''

/** Compares every published assertion with what the register computes, as known on a day. */
export const verifyPublished = (
  register: Register,
  published: readonly Published[],
  known: Day,
  dueDay: DueDay,
): Verification => {
  const disagreements: Disagreement[] = []
  const left: { place: string; what: string; why: string }[] = []
  for (const item of published) {
    const outcome = outcomeOf(register, item, known, dueDay)
    const what = whatOf(register, item)
    const place = placeInWords(item.place)
    if (outcome.is === 'not-computed') left.push({ place, what, why: outcome.why })
    if (outcome.is === 'differs')
      disagreements.push({
        place,
        treaty: item.treaty,
        what,
        published: valueWords(item),
        computed: outcome.computed,
        publisher: item.publisher,
        source: item.source,
        reason: item.note,
      })
  }
  const checked = published.length - left.length
  return { checked, agreements: checked - disagreements.length, disagreements, notComputed: left }
}

/** The treaty's own entry into force computed from its acts, beside the sourced day; `undefined` where they agree. */
export const forceDisagreement = (register: Register, id: TreatyId): string | undefined => {
  const treaty = treatyOf(register, id)
  const { threshold } = treaty.arithmetic.entryIntoForce
  if (!threshold || !treaty.inForce) return undefined
  const reached = thresholdReached(threshold, register.ledgers.get(id)?.acts ?? [])
  const sum = reached && entryIntoForceFrom(treaty, reached)
  if (sum?.is === 'exact' && sum.day === treaty.inForce.day) return undefined
  const computed = !sum ? 'not reached' : sum.is === 'exact' ? inWords(sum.day) : 'ambiguous'
  return `The ${threshold.count} instruments known here give ${computed}; the treaty entered into force on ${inWords(treaty.inForce.day)}.`
}
