import type { JSONPath } from 'jsonc-parser'
import { type Day, isDay, type Operation } from '../calendar/index.ts'
import type { Iso3, State } from '../states/index.ts'
import {
  type ActKind,
  CONSENT_KINDS,
  type DeadlineRule,
  isConsent,
  type Threshold,
  type Treaty,
  type TreatyId,
} from './treaty.ts'

/** Something in a `treaty.json` that has the right shape and yet cannot be meant. */
export interface Unsound {
  /** The keys that lead to it. */
  readonly path: JSONPath
  readonly message: string
  readonly wayOut: string
}

type Check = (treaty: Treaty) => readonly Unsound[]

const MOST_N = 1200
const MOST_YEARS = 50

const when = (wrong: boolean, path: JSONPath, message: string, wayOut: string): readonly Unsound[] =>
  wrong ? [{ path, message, wayOut }] : []

/** Every text of a value, with the keys that lead to it. */
function* textsIn(value: unknown, path: JSONPath = []): Generator<{ text: string; path: JSONPath }> {
  if (typeof value === 'string') yield { text: value, path }
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* textsIn(inner, [...path, Array.isArray(value) ? +key : key])
}

/** The items that stand a second time, with their place. */
const repeatedIn = (items: readonly string[]): readonly { item: string; index: number }[] =>
  items.flatMap((item, index) => (items.indexOf(item) < index ? [{ item, index }] : []))

const idOf: Check = ({ id }) =>
  when(
    !/^[a-z0-9-]+$/.test(id),
    ['id'],
    `"${id}" is no id of a treaty.`,
    'Write small letters, digits and hyphens only, for example ccw-ap2.',
  )

/** Control characters can hide or recolour what a terminal shows. */
const controls: Check = treaty =>
  [...textsIn(treaty)].flatMap(({ text, path }) =>
    when(/\p{Cc}/u.test(text), path, 'This text holds a control character.', 'Write it in plain characters.'),
  )

/** Only a note may say nothing. */
const blanks: Check = treaty =>
  [...textsIn(treaty)].flatMap(({ text, path }) =>
    when(
      path.at(-1) !== 'note' && text.trim() === '',
      path,
      'This text is empty.',
      'Write it, or remove what it belongs to.',
    ),
  )

const notBefore = (day: Day | undefined, floor: Day | undefined, path: JSONPath, before: string) =>
  when(
    day !== undefined && floor !== undefined && day < floor,
    path,
    `${day} is before ${floor}, ${before}.`,
    'Correct one of the two days.',
  )

const days: Check = ({ adopted, opened, inForce, arithmetic: { signature } }) => {
  const adoption = 'the day of its adoption'
  const { from, until } = signature ?? {}
  return [
    ...notBefore(opened?.day, adopted.day, ['opened', 'day'], adoption),
    ...notBefore(inForce?.day, adopted.day, ['inForce', 'day'], adoption),
    ...notBefore(
      inForce?.day,
      inForce?.thresholdReached,
      ['inForce', 'thresholdReached'],
      'the day on which the threshold was reached',
    ),
    ...when(
      from !== undefined && until !== undefined && until !== 'entryIntoForce' && until <= from,
      ['arithmetic', 'signature', 'until'],
      `Signature closes (${until}) no later than it opens (${from}).`,
      'Write the first day on which it can no longer be signed.',
    ),
  ]
}

const kindsOf = (kinds: readonly ActKind[], path: JSONPath): readonly Unsound[] => [
  ...when(
    kinds.length === 0,
    path,
    'This list of kinds is empty.',
    `Write one or more of ${CONSENT_KINDS.join(', ')}.`,
  ),
  ...kinds.flatMap((kind, index) =>
    when(
      !isConsent(kind),
      [...path, index],
      `No State consents to be bound by the act "${kind}".`,
      `Write one of ${CONSENT_KINDS.join(', ')}.`,
    ),
  ),
]

const thresholdOf = ({ count, kinds }: Threshold): readonly Unsound[] => {
  const path = ['arithmetic', 'entryIntoForce', 'threshold']
  return [
    ...when(
      count < 1,
      [...path, 'count'],
      `A threshold of ${count} instruments is none.`,
      'Write 1 or more, or leave the threshold out.',
    ),
    ...kindsOf(kinds, [...path, 'kinds']),
  ]
}

const consents: Check = ({ arithmetic: { consent, entryIntoForce } }) => [
  ...kindsOf(consent.kinds, ['arithmetic', 'consent', 'kinds']),
  ...(entryIntoForce.threshold ? thresholdOf(entryIntoForce.threshold) : []),
]

const operatorAt = (operation: Operation | undefined, path: JSONPath): readonly Unsound[] => {
  if (!operation || operation.op === 'onDate') return []
  const { op, n } = operation
  return when(
    n < 1 || n > MOST_N,
    [...path, 'n'],
    `The operator ${op} cannot take ${n}.`,
    `Write a number from 1 to ${MOST_N}.`,
  )
}

const operators: Check = ({ arithmetic: { entryIntoForce, withdrawal }, deadlines }) => {
  const path = ['arithmetic', 'entryIntoForce']
  return [
    ...operatorAt(entryIntoForce.general, [...path, 'general']),
    ...operatorAt(entryIntoForce.general?.notBefore, [...path, 'general', 'notBefore']),
    ...operatorAt(entryIntoForce.late, [...path, 'late']),
    ...operatorAt(withdrawal?.rule, ['arithmetic', 'withdrawal', 'rule']),
    ...deadlines.flatMap(({ rule }, index) => operatorAt(rule, ['deadlines', index, 'rule'])),
  ]
}

const CITING = new Set(['art', 'noticeArt', 'survival', 'denouncedWithIt'])

/** The articles that a part of the treaty rests on, with their place. */
const citedIn = (part: unknown, key: string) =>
  [...textsIn(part, [key])].filter(({ path }) => CITING.has(String(path.at(-1))))

const provisions: Check = ({ provisions, arithmetic, deadlines, partOf }) => {
  const arts = provisions.map(({ art }) => art)
  const cited = [
    ...citedIn(arithmetic, 'arithmetic'),
    ...citedIn(deadlines, 'deadlines'),
    ...citedIn(partOf, 'partOf'),
  ]
  return [
    ...when(arts.length === 0, ['provisions'], 'This treaty has no provisions.', 'Add those that it cites.'),
    ...repeatedIn(arts).flatMap(({ item, index }) =>
      when(true, ['provisions', index], `The provision "${item}" stands twice.`, 'Keep one of the two.'),
    ),
    ...cited.flatMap(({ text, path }) =>
      when(
        !arts.includes(text),
        path,
        `The article "${text}" has no provision.`,
        'Add it to "provisions" with what it says, or correct the article.',
      ),
    ),
  ]
}

/** Whether `text` is a MM-DD of some year; 29 February is one. */
const isMonthAndDay = (text: string): boolean => isDay(`2024-${text}`)

const annualOf = (
  { id, annual }: DeadlineRule,
  others: readonly DeadlineRule[],
  path: JSONPath,
): readonly Unsound[] => {
  if (!annual) return []
  const first = others.find(other => other.id === annual.firstAfter && other.rule)
  return [
    ...when(
      !isMonthAndDay(annual.on),
      [...path, 'on'],
      `"${annual.on}" is no day of a year.`,
      'Write it as MM-DD, for example 04-30.',
    ),
    ...when(
      !first,
      [...path, 'firstAfter'],
      `The deadline "${id}" is first due after "${annual.firstAfter}", which is no deadline with a rule.`,
      'Write the id of another deadline of this treaty that has a rule.',
    ),
  ]
}

const deadlineOf = (
  deadline: DeadlineRule,
  all: readonly DeadlineRule[],
  path: JSONPath,
): readonly Unsound[] => {
  const { id, rule, annual, extension } = deadline
  return [
    ...when(
      (rule === undefined) === (annual === undefined),
      path,
      `The deadline "${id}" has ${rule ? 'both a rule and a yearly day' : 'neither a rule nor a yearly day'}.`,
      'Write exactly one of "rule" and "annual".',
    ),
    ...annualOf(deadline, all, [...path, 'annual']),
    ...when(
      extension !== undefined && (extension.years < 1 || extension.years > MOST_YEARS),
      [...path, 'extension', 'years'],
      `An extension of ${extension?.years} years cannot be asked for.`,
      `Write a number from 1 to ${MOST_YEARS}.`,
    ),
  ]
}

const deadlines: Check = ({ deadlines: all }) => [
  ...repeatedIn(all.map(({ id }) => id)).flatMap(({ item, index }) =>
    when(true, ['deadlines', index, 'id'], `The deadline "${item}" stands twice.`, 'Give each its own id.'),
  ),
  ...all.flatMap((deadline, index) => deadlineOf(deadline, all, ['deadlines', index])),
]

const CHECKS: readonly Check[] = [idOf, controls, blanks, days, consents, operators, provisions, deadlines]

/** Everything in a treaty of the right shape that cannot be meant, one entry for each place. */
export const unsound = (treaty: Treaty): readonly Unsound[] => CHECKS.flatMap(check => check(treaty))

/** Something in one treaty that does not go with the other treaties or with the States. */
export interface UnsoundTogether {
  readonly treaty: TreatyId
  readonly message: string
  readonly wayOut: string
}

type Treaties = ReadonlyMap<string, Treaty>

const parentOf = (treaties: Treaties, treaty: Treaty): Treaty | undefined =>
  treaty.partOf && treaties.get(treaty.partOf.treaty)

/** Whether a treaty comes back to itself from parent to parent. */
const isCircular = (treaties: Treaties, treaty: Treaty): boolean => {
  const met = new Set<Treaty>()
  let parent = parentOf(treaties, treaty)
  while (parent && parent !== treaty && !met.has(parent)) {
    met.add(parent)
    parent = parentOf(treaties, parent)
  }
  return parent === treaty
}

const withParent = (treaties: Treaties, treaty: Treaty): readonly Omit<UnsoundTogether, 'treaty'>[] => {
  if (!treaty.partOf) return []
  const { treaty: name, denouncedWithIt } = treaty.partOf
  const parent = treaties.get(name)
  if (!parent)
    return [
      {
        message: `It is part of "${name}", which is no treaty here.`,
        wayOut: 'Write the id of a treaty pack.',
      },
    ]
  if (isCircular(treaties, treaty))
    return [
      {
        message: `It is part of "${name}", which is part of it.`,
        wayOut: 'Leave "partOf" out of one of them.',
      },
    ]
  return denouncedWithIt === undefined || parent.arithmetic.withdrawal
    ? []
    : [
        {
          message: `It is denounced with "${name}", from which no State can withdraw.`,
          wayOut: `Add the withdrawal rules of "${name}", or remove "denouncedWithIt".`,
        },
      ]
}

const withStates = (
  states: ReadonlyMap<Iso3, State>,
  { arithmetic }: Treaty,
): readonly Omit<UnsoundTogether, 'treaty'>[] =>
  (arithmetic.entryIntoForce.threshold?.required ?? []).flatMap(code =>
    states.has(code)
      ? []
      : [
          {
            message: `It requires the state "${code}", which is not in states.csv.`,
            wayOut: 'Correct the code, or add the state there first.',
          },
        ],
  )

/** What in the treaties, each sound by itself, does not go together or names States that nobody describes. */
export const unsoundTogether = (
  treaties: ReadonlyMap<TreatyId, Treaty>,
  states: ReadonlyMap<Iso3, State>,
): readonly UnsoundTogether[] =>
  [...treaties.values()].flatMap(treaty =>
    [...withParent(treaties, treaty), ...withStates(states, treaty)].map(found => ({
      treaty: treaty.id,
      ...found,
    })),
  )
