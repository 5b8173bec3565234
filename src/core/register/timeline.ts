import { addDays, type Day, isExact } from '../calendar/index.ts'
import type { State } from '../states/index.ts'
import { isConsent, type Treaty } from '../treaties/index.ts'
import type { Act, ConflictFact, Ledger, Withheld } from './act.ts'
import type { Force } from './force.ts'
import { hasDeposited, type Position, type PositionName, type Spell } from './position.ts'
import { type DatedAct, readingsNeeded, type Setting, spellsOf } from './spell.ts'

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

/** On one day a signature comes before the deposit that may follow it, and everything else after both. */
const rank = ({ act }: DatedAct): number => (act.kind === 'signature' ? 0 : isConsent(act.kind) ? 1 : 2)

const inOrder = (acts: readonly DatedAct[]): readonly DatedAct[] =>
  [...acts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : rank(a) - rank(b)))

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

/** The act as if done on this day; the text of its date stays as the source has it. */
const takenToBe = (act: Act, on: Day): DatedAct => ({
  on,
  act: isExact(act.done) ? act : { ...act, done: { text: act.done.text, earliest: on, latest: on } },
})

/** Every way these acts may have been done: exact days give one, an act on an uncertain day two. */
const datings = (acts: readonly Act[]): readonly (readonly DatedAct[])[] => {
  const at = (which: 'earliest' | 'latest') => acts.map(act => takenToBe(act, act.done[which]))
  const exact = acts.every(act => act.done.earliest === act.done.latest)
  return exact ? [at('earliest')] : [at('earliest'), at('latest')]
}

/** The ways in which withheld and contested acts may be true: with all of them, and without them. */
const histories = (ledger: Ledger): readonly (readonly DatedAct[])[] => {
  const certain = ledger.acts.filter(act => !act.contested)
  const withContested = certain.length < ledger.acts.length ? [ledger.acts, certain] : [ledger.acts]
  const withheld = ledger.withheld.map(asAct)
  const sets =
    withheld.length === 0 ? withContested : withContested.flatMap(acts => [acts, [...acts, ...withheld]])
  return sets.flatMap(datings).map(inOrder)
}

/** One history under one reading, ready to be asked for the position on a day. */
interface View {
  readonly spells: readonly Spell[]
  readonly signature?: DatedAct
  readonly provisional?: DatedAct
  readonly state: State
}

const viewOf = (acts: readonly DatedAct[], setting: Setting): View => {
  const signature = acts.find(({ act }) => act.kind === 'signature')
  const provisional = acts.find(({ act }) => act.kind === 'provisional-application')
  const spells = spellsOf(acts, setting)
  return {
    spells,
    state: setting.state,
    ...(signature && { signature }),
    ...(provisional && { provisional }),
  }
}

const beginOf = (spell: Spell): Day => spell.reachesBackTo ?? spell.deposit.done.earliest

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
    return { is: 'pending', since: beginOf(spell), spell, ...(provisional && { provisional }) }
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

const positionOn = (view: View, on: Day): Position => {
  if (view.state.until && on > view.state.until) return { is: 'non_party', because: 'no-longer-a-state' }
  const begun = view.spells.filter(spell => beginOf(spell) <= on).at(-1)
  const revoked = begun?.revoked && begun.revoked.done.earliest <= on
  return begun && !revoked ? positionIn(begun, view, on) : withoutDeposit(view, on)
}

/** Every day on which a view may change. */
const turningDays = (view: View): readonly (Day | undefined)[] => [
  view.signature?.on,
  view.provisional?.on,
  view.state.from,
  view.state.until && addDays(view.state.until, 1),
  ...view.spells.flatMap(spell => [
    beginOf(spell),
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

/** Computes one State's timeline under one treaty from what was known of its acts. */
export const timelineOf = (
  ledger: Ledger,
  treaty: Treaty,
  state: State,
  force: Force,
  conflictFacts: readonly ConflictFact[],
): Timeline => {
  const setting: Setting = {
    treaty,
    state,
    force,
    conflictFacts,
    reading: { sums: 'earlier', conflicts: 'not-engaged' },
  }
  const views = histories(ledger).flatMap(acts =>
    readingsNeeded(acts, setting).map(reading => viewOf(acts, { ...setting, reading })),
  )
  const [first, ...others] = views
  const acts = inOrder(ledger.acts.map(act => ({ act, on: act.done.earliest }))).map(({ act }) => act)
  return {
    segments: segmentsOf([first ?? viewOf([], setting), ...others]),
    withheld: ledger.withheld,
    acts,
  }
}
