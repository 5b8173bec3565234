import { addDays, type Day } from '../calendar/index.ts'
import type { State } from '../states/index.ts'
import type { Treaty } from '../treaties/index.ts'
import type { Act, ConflictFact, Ledger, Withheld } from './act.ts'
import type { Force } from './force.ts'
import { type DatedAct, type History, historiesOf, inOrder } from './histories.ts'
import { hasDeposited, type Position, type PositionName, type Spell } from './position.ts'
import { type Reading, readingsNeeded, type Setting, spellsOf } from './spell.ts'

/**
 * A stretch of days on which nothing changes. `views` are the positions under every way the undecided things
 * may have been; when they all name the same position, it is decided.
 */
export interface Segment {
  /** The first day; absent for the stretch that has no beginning. */
  readonly from?: Day
  readonly views: readonly [Position, ...Position[]]
}

/** One State's positions under one treaty, as known on a day: segments without gap or overlap, in order. */
export interface Timeline {
  readonly segments: readonly [Segment, ...Segment[]]
  /** Acts of low confidence that are believed to exist. */
  readonly withheld: readonly Withheld[]
  /** Every act of the State that was known, in the order of their days. */
  readonly acts: readonly Act[]
}

/** A segment's position, or that it is undecided between several. */
export const decided = (segment: Segment): Position | undefined => {
  const [first, ...others] = segment.views
  return others.every(view => view.is === first.is) ? first : undefined
}

export const possibleNames = (segment: Segment): readonly PositionName[] => [
  ...new Set(segment.views.map(view => view.is)),
]

/** One history under one reading, ready to be asked for the position on a day. */
interface View {
  readonly spells: readonly Spell[]
  readonly signature?: DatedAct
  readonly provisional?: DatedAct
  readonly state: State
}

const viewOf = (acts: History, setting: Setting): View => {
  const signature = acts.find(({ act }) => act.kind === 'signature')
  const allowed = setting.treaty.arithmetic.provisional !== undefined
  const provisional = allowed ? acts.find(({ act }) => act.kind === 'provisional-application') : undefined
  const spells = spellsOf(acts, setting)
  return {
    spells,
    state: setting.state,
    ...(signature && { signature }),
    ...(provisional && { provisional }),
  }
}

/** The day of the notice of withdrawal that stands on a day, be it revoked later or not. */
const noticeStanding = ({ withdrawal, revokedNotices }: Spell, on: Day): Day | undefined => {
  const revoked = revokedNotices.find(({ notice, until }) => notice.done.earliest <= on && on < until)
  const notice = revoked?.notice ?? withdrawal?.notice
  return notice && notice.done.earliest <= on ? notice.done.earliest : undefined
}

/** The position while a spell runs. */
const positionIn = (spell: Spell, view: View, on: Day): Position => {
  const { withdrawal, boundFrom, suspension } = spell
  const effect = withdrawal?.takesEffect
  if (effect && effect <= on) return { is: 'withdrawn', since: effect, spell }
  if (!boundFrom || on < boundFrom) {
    const provisional = view.provisional && view.provisional.on <= on ? view.provisional.act : undefined
    return { is: 'pending', since: spell.begins, spell, ...(provisional && { provisional }) }
  }
  if (withdrawal && withdrawal.expires <= on)
    return { is: 'withdrawal_deferred', since: withdrawal.expires, spell }
  if (suspension && suspension.done.earliest <= on)
    return { is: 'suspension_claimed', since: suspension.done.earliest, spell, claim: suspension }
  const notified = noticeStanding(spell, on)
  if (notified) return { is: 'withdrawing', since: notified, spell }
  return { is: 'party', since: boundFrom, spell }
}

const withoutDeposit = (view: View, on: Day): Position => {
  const { signature, provisional, state } = view
  if (signature && signature.on <= on)
    return {
      is: 'signatory',
      since: signature.on,
      signature: signature.act,
      ...(provisional && provisional.on <= on && { provisional: provisional.act }),
    }
  return state.from && on < state.from ? { is: 'non_party', because: 'not-yet-a-state' } : { is: 'non_party' }
}

/** Whether a consent was taken back before it ever bound: the State is then where it was without it. */
const takenBack = ({ revoked, withdrawal, boundFrom }: Spell, on: Day): boolean => {
  if (revoked && revoked.done.earliest <= on) return true
  const effect = withdrawal?.takesEffect
  return effect !== undefined && effect <= on && (boundFrom === undefined || effect <= boundFrom)
}

const positionOn = (view: View, on: Day): Position => {
  if (view.state.until && on > view.state.until) return { is: 'non_party', because: 'no-longer-a-state' }
  const begun = view.spells.filter(spell => spell.begins <= on && !takenBack(spell, on)).at(-1)
  return begun ? positionIn(begun, view, on) : withoutDeposit(view, on)
}

/** Every day on which a view may change. */
const turningDays = (view: View): readonly (Day | undefined)[] => [
  view.signature?.on,
  view.provisional?.on,
  view.state.from,
  view.state.until && addDays(view.state.until, 1),
  ...view.spells.flatMap(spell => [
    spell.begins,
    spell.deposit.done.earliest,
    spell.boundFrom,
    spell.revoked?.done.earliest,
    spell.suspension?.done.earliest,
    spell.withdrawal?.notice.done.earliest,
    ...spell.revokedNotices.flatMap(({ notice, until }) => [notice.done.earliest, until]),
    spell.withdrawal?.expires,
    spell.withdrawal?.takesEffect,
  ]),
]

const BEFORE_ALL = '0001-01-01' as Day

const becauseOf = (position: Position): string | undefined =>
  position.is === 'non_party' ? position.because : undefined

const sameView = (a: Position, aOn: Day, b: Position, bOn: Day): boolean =>
  a.is === b.is &&
  'provisional' in a === 'provisional' in b &&
  becauseOf(a) === becauseOf(b) &&
  hasDeposited(a, aOn) === hasDeposited(b, bOn)

const sameViews = (a: Segment, b: Segment): boolean =>
  a.views.every((view, i) => {
    const other = b.views[i]
    return other !== undefined && sameView(view, a.from ?? BEFORE_ALL, other, b.from ?? BEFORE_ALL)
  })

const segmentsOf = (views: readonly [View, ...View[]]): [Segment, ...Segment[]] => {
  const days = [...new Set(views.flatMap(turningDays))].filter(day => day !== undefined).sort()
  const at = (on: Day): [Position, ...Position[]] => {
    const [first, ...others] = views
    return [positionOn(first, on), ...others.map(view => positionOn(view, on))]
  }
  const segments: [Segment, ...Segment[]] = [{ views: at(BEFORE_ALL) }]
  for (const from of days) {
    const segment: Segment = { from, views: at(from) }
    const last = segments.at(-1)
    if (last && !sameViews(last, segment)) segments.push(segment)
  }
  return segments
}

/** What makes two views the same: the days and acts on which they turn. */
const keyOf = (view: View): string =>
  [view.signature?.on, view.provisional?.on, ...view.spells.map(spell => JSON.stringify(spell))].join('|')

const distinct = (views: readonly View[]): readonly View[] => [
  ...new Map(views.map(view => [keyOf(view), view])).values(),
]

/** What a timeline is computed from, beside the acts. */
export interface TimelineSetting {
  readonly treaty: Treaty
  readonly parent?: Treaty
  readonly state: State
  /** The ways in which the treaty may have entered into force; one, wherever its day is a sourced fact. */
  readonly forces: readonly Force[]
  /** The facts about this State under this treaty. */
  readonly conflictFacts: readonly ConflictFact[]
}

const FIRST_READING: Reading = { sums: 'earlier', conflicts: 'not-engaged' }

/** Computes one State's timeline under one treaty from what was known of its acts. */
export const timelineOf = (ledger: Ledger, { forces, ...rest }: TimelineSetting): Timeline => {
  const histories = historiesOf(ledger, rest.treaty, forces)
  const views = forces.flatMap(force =>
    histories.flatMap(acts => {
      const setting: Setting = { ...rest, force, reading: FIRST_READING }
      return readingsNeeded(acts, setting).map(reading => viewOf(acts, { ...setting, reading }))
    }),
  )
  const [first, ...others] = distinct(views)
  const acts = inOrder(ledger.acts.map(act => ({ act, on: act.done.earliest }))).map(({ act }) => act)
  const none = viewOf([], { ...rest, force: {}, reading: FIRST_READING })
  return { segments: segmentsOf([first ?? none, ...others]), withheld: ledger.withheld, acts }
}
