import {
  addDays,
  addMonths,
  apply,
  candidates,
  type Day,
  firstOfMonth,
  isExact,
  lastOfMonth,
  type Operation,
} from '../calendar/index.ts'
import { isConsent, type Treaty } from '../treaties/index.ts'
import type { Act, Ledger, Withheld } from './act.ts'
import type { Force } from './force.ts'

/** An act on one of the days it may have been done. */
export interface DatedAct {
  readonly act: Act
  readonly on: Day
}

/** One way in which the acts of a State may have been: which happened, and on which days, in order. */
export type History = readonly DatedAct[]

/** On one day: a signature, a deposit, a notice, a revocation, and everything else. */
const ORDER = ['signature', 'consent', 'withdrawal-notified', 'withdrawal-revoked']
const rank = ({ act }: DatedAct): number => {
  const at = ORDER.indexOf(isConsent(act.kind) ? 'consent' : act.kind)
  return at < 0 ? ORDER.length : at
}

/** Acts by day, and those of one day in the order in which they can follow each other. */
export const inOrder = (acts: readonly DatedAct[]): History =>
  [...acts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b)))

/** An act with the days it may have been done on; `undefined` among them where it may not have been. */
interface Choice {
  readonly act: Act
  readonly days: readonly (Day | undefined)[]
}

const asAct = (marker: Withheld): Act => ({
  treaty: marker.treaty,
  state: marker.state,
  kind: marker.kind,
  place: marker.place,
  done: marker.about,
  depositary: '',
  knownFrom: marker.about.earliest,
  source: '',
  confidence: 'low',
  contested: false,
  note: marker.why,
})

/** The days from which an operation reaches a day, or near enough to bracket them. */
const daysReaching = (operation: Operation, day: Day): readonly Day[] => {
  switch (operation.op) {
    case 'onDate':
      return [day]
    case 'addDays':
      return [addDays(day, -operation.n)]
    case 'addMonths':
      return candidates(addMonths(day, -operation.n))
    case 'addYears':
      return candidates(addMonths(day, -12 * operation.n))
    case 'firstOfNthMonthAfter':
      return candidates(addMonths(firstOfMonth(day), -operation.n)).flatMap(first => [
        first,
        lastOfMonth(first),
      ])
  }
}

/**
 * The days at which the order of events may turn: every day another act may have been done, every day an act takes
 * effect, the days from which an effect falls on these, and the treaty's own days.
 */
const turningPoints = (acts: readonly Act[], treaty: Treaty, forces: readonly Force[]): readonly Day[] => {
  const { entryIntoForce, withdrawal } = treaty.arithmetic
  const operations = [entryIntoForce.late, withdrawal?.rule].filter(rule => rule !== undefined)
  const own = acts.flatMap(({ done }) => [done.earliest, done.latest])
  const treatyDays = forces
    .flatMap(({ day, thresholdReached }) => [day, thresholdReached])
    .filter(day => day !== undefined)
  const known = [...own, ...treatyDays]
  const derived = operations.flatMap(operation =>
    known.flatMap(day => [...candidates(apply(operation, day)), ...daysReaching(operation, day)]),
  )
  return [...new Set([...known, ...derived])]
}

/** The days of an uncertain date that are worth trying: its ends, and the days at, before and after each turning point. */
const daysWorthTrying = ({ done }: Act, points: readonly Day[]): readonly Day[] => {
  const near = points
    .filter(point => done.earliest <= point && point <= done.latest)
    .flatMap(point => [addDays(point, -1), point, addDays(point, 1)])
  const inside = near.filter(day => done.earliest <= day && day <= done.latest)
  return [...new Set([done.earliest, ...inside, done.latest])].sort()
}

const choicesFor = (ledger: Ledger, points: readonly Day[]): readonly Choice[] => [
  ...ledger.acts.map(act => ({
    act,
    days: [
      ...(isExact(act.done) ? [act.done.earliest] : daysWorthTrying(act, points)),
      ...(act.contested ? [undefined] : []),
    ],
  })),
  ...ledger.withheld.map(marker => {
    const act = asAct(marker)
    return { act, days: [undefined, ...daysWorthTrying(act, points)] }
  }),
]

/** How many histories of one State are tried at the most. */
const MOST = 2000

const ways = (choices: readonly Choice[]): number =>
  choices.reduce((product, { days }) => product * days.length, 1)

/** Only the ends of uncertain dates, where all the days worth trying would be too many together. */
const coarser = ({ act, days }: Choice): Choice => {
  const dated = days.filter(day => day !== undefined)
  const [first] = dated
  const last = dated.at(-1)
  return { act, days: [...new Set([first, last, ...(days.includes(undefined) ? [undefined] : [])])] }
}

/** The act as if done on this day; the text of its date stays as the source has it. */
const takenToBe = (act: Act, on: Day): DatedAct => ({
  on,
  act: isExact(act.done) ? act : { ...act, done: { text: act.done.text, earliest: on, latest: on } },
})

const combined = (choices: readonly Choice[]): readonly (readonly DatedAct[])[] =>
  choices.reduce<readonly (readonly DatedAct[])[]>(
    (histories, { act, days }) =>
      histories.flatMap(history =>
        days.map(on => (on === undefined ? history : [...history, takenToBe(act, on)])),
      ),
    [[]],
  )

/** Each choice varied alone, the others at their first day: for more uncertain acts than any real State has. */
const oneAtATime = (choices: readonly Choice[]): readonly (readonly DatedAct[])[] =>
  choices.flatMap((varied, i) =>
    combined(choices.map((choice, j) => (i === j ? varied : { ...choice, days: choice.days.slice(0, 1) }))),
  )

/**
 * Every way the acts of one State may have been: withheld and contested acts with and without each other, acts on
 * uncertain days on every day that can make a difference.
 */
export const historiesOf = (ledger: Ledger, treaty: Treaty, forces: readonly Force[]): readonly History[] => {
  const uncertain = ledger.withheld.length > 0 || ledger.acts.some(act => act.contested || !isExact(act.done))
  if (!uncertain) return [inOrder(ledger.acts.map(act => ({ act, on: act.done.earliest })))]
  const acts = [...ledger.acts, ...ledger.withheld.map(asAct)]
  const choices = choicesFor(ledger, turningPoints(acts, treaty, forces))
  const few = ways(choices) <= MOST ? choices : choices.map(coarser)
  return (ways(few) <= MOST ? combined(few) : oneAtATime(few)).map(inOrder)
}
