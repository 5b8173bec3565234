import type { Day, PartialDay } from '../calendar/index.ts'
import { inWords } from '../calendar/index.ts'
import { doneInWords, type Register, timeline, treatyForce, treatyOf } from '../register/index.ts'
import { type Iso3, stateOf } from '../states/index.ts'
import { type ActKind, isConsent, shortName } from '../treaties/index.ts'
import type { Candidate, DateFact, Finding, Predicate, Query } from './claim.ts'
import { intervalOf, type Scene, statesOfTokens, treatyFor } from './context.ts'
import { STATES } from './patterns.ts'
import {
  groupTokens,
  isHypothetical,
  isQuestion,
  type Line,
  matchesIn,
  spanIn,
  type Token,
  tokensIn,
} from './sentence.ts'
import { type Standing, standingOf } from './standing.ts'

type DateQuery = Extract<Query, { kind: 'date' }>

/** The treaty as the subject: not "the withdrawal from T". */
const TREATY = '(?<! (?:from|of|to|under|for|with|in|by) (?:the |this |that |its )?)(?<treaty>T)'
const OBJECT_TREATY = '(?:the |this |that )?(?<treaty>T)'

const ON = '(?: (?:on|in|as of|from|by))? (?<date>D)'
const EFFECT =
  '(?:takes?|took|taking|will take|would take|comes?|came|going) (?:into )?effect|(?:becomes?|became|is|was) effective'

const PATTERNS: readonly (readonly [DateFact, RegExp])[] = [
  [
    'entry-into-force',
    new RegExp(
      `${TREATY}(?: ,[^,.;]{0,60},)? (?:took effect|takes effect|entered into force|came into force|enters into force|came into effect|entered force|became binding)${ON} `,
      'dg',
    ),
  ],
  [
    'adopted',
    new RegExp(
      `${TREATY}(?: ,[^,.;]{0,60},)? (?:was|is) (?:adopted|concluded|negotiated and adopted)(?: [^D.;]{0,50})?${ON} `,
      'dg',
    ),
  ],
  [
    'opened',
    new RegExp(
      `${TREATY}(?: [(] T [)])? (?:was|will be|is|were) (?:opened?|open) for signature(?: in S)?${ON} `,
      'dg',
    ),
  ],
  [
    'opened',
    /(?:on )?(?<date>D) ,? (?:the )?(?<treaty>T)(?: [(] T [)])? (?:was|will be|is) (?:opened?|open) for signature /dg,
  ],
  [
    'withdrawal-effective',
    new RegExp(
      `(?<date>D) ,? when (?:the|its|their|S 's|A) ?(?:withdrawal|denunciation|exit) (?:${EFFECT}) `,
      'dg',
    ),
  ],
  [
    'withdrawal-effective',
    new RegExp(
      `(?:withdrawal|denunciation|exit)(?: of (?:the )?S)?(?: from (?:the |this )?T)? (?:${EFFECT})${ON} `,
      'dg',
    ),
  ],
  [
    'withdrawal-notified',
    new RegExp(
      `(?:instrument of withdrawal|notice of withdrawal|notification of withdrawal|withdrawal notice|notice of denunciation) (?:was|were|has been|had been) (?:formally |officially )?(?:submitted|deposited|received|delivered|lodged|filed|handed)(?: [^D.;]{0,40})?${ON} `,
      'dg',
    ),
  ],
  [
    'withdrawal-notified',
    new RegExp(
      `${STATES} (?:formally |officially )?(?:notified|submitted|deposited|lodged)(?: [^D.;]{0,60})? (?:withdrawal|denunciation)(?: [^D.;]{0,50})?${ON} `,
      'dg',
    ),
  ],
  [
    'signed',
    new RegExp(
      `${STATES}(?: (?:has|had|have|also|both|all|first|formally))* signed(?: up to)? ${OBJECT_TREATY}${ON} `,
      'dg',
    ),
  ],
  [
    'deposited',
    new RegExp(
      `${STATES}(?: (?:has|had|have|also|both|all|formally))* (?:ratified|acceded to|joined) ${OBJECT_TREATY}${ON} `,
      'dg',
    ),
  ],
]

const LED_BY_DATE = '(?:in|on) (?<date>D)(?: ,)? '
/** `In D S signed T`: the day stands before the State. */
const LEADING: readonly (readonly [DateFact, RegExp])[] = [
  [
    'signed',
    new RegExp(
      `${LED_BY_DATE}${STATES}(?: (?:also|both|all|first|formally))* signed ${OBJECT_TREATY} `,
      'dg',
    ),
  ],
  [
    'deposited',
    new RegExp(
      `${LED_BY_DATE}${STATES}(?: (?:also|both|all|formally))* (?:ratified|acceded to|joined) ${OBJECT_TREATY} `,
      'dg',
    ),
  ],
]

/** The State a sentence or those before it last named; adjectives count ("the Lithuanian withdrawal"). */
const lastState = (lines: readonly Line[], line: Line, upTo: number): Iso3 | undefined => {
  const tokens = [...lines.flatMap(before => before.tokens), ...tokensIn(line, 0, upTo)]
  return statesOfTokens(tokens).at(-1) && statesOfTokens([...tokens].reverse())[0]
}

const NEEDS_STATE: ReadonlySet<DateFact> = new Set([
  'signed',
  'deposited',
  'withdrawal-notified',
  'withdrawal-effective',
])

/** A withdrawal is told of the State that withdrew: the last one named that ever gave notice. */
const withdrawing = (scene: Scene, upTo: number, treaty: DateQuery['treaty']): Iso3 | undefined => {
  const tokens = [...scene.before.flatMap(({ tokens: earlier }) => earlier), ...tokensIn(scene.line, 0, upTo)]
  const states = statesOfTokens([...tokens].reverse())
  const acts = scene.register.ledgers.get(treaty)?.acts ?? []
  return (
    states.find(state => acts.some(act => act.state === state && act.kind === 'withdrawal-notified')) ??
    lastState(scene.before, scene.line, upTo)
  )
}

/** "on 3 December": a day of a month, and no year that anybody has said. */
const isWithoutYear = (token: Token | undefined): boolean =>
  token?.mention?.kind === 'date' &&
  token.mention.value.basis !== 'stated' &&
  /\d/.test(token.mention.text) &&
  /\p{L}{3}/u.test(token.mention.text) &&
  !/\d{4}/.test(token.mention.text)

const candidatesFrom = (scene: Scene, what: DateFact, match: RegExpExecArray): readonly Candidate[] => {
  const { line } = scene
  const days = intervalOf(groupTokens(line, match, 'date')[0])
  const treaty = treatyFor(scene, groupTokens(line, match, 'treaty')[0], match.index)
  if (!days || !treaty || isHypothetical(line)) return []
  const named = statesOfTokens(groupTokens(line, match, 'states'))
  const found =
    what.startsWith('withdrawal') && named.length === 0
      ? withdrawing(scene, match.index + match[0].length, treaty)
      : undefined
  const states: readonly (Iso3 | null)[] = named.length > 0 ? named : [found ?? null]
  if (NEEDS_STATE.has(what) && states.includes(null)) return []
  const span = spanIn(line, match.index, match.index + match[0].length)
  const yearUnsaid = isWithoutYear(groupTokens(line, match, 'date')[0])
  return states.map(state => ({
    ...span,
    query: { kind: 'date', treaty, what, state, ...days, ...(yearUnsaid && { yearUnsaid }) },
  }))
}

/** Sentences that date an act or its effect. */
export const recogniseDate = (scene: Scene): readonly Candidate[] =>
  isQuestion(scene.line)
    ? []
    : [...PATTERNS, ...LEADING].flatMap(([what, pattern]) =>
        matchesIn(scene.line, pattern).flatMap(match => candidatesFrom(scene, what, match)),
      )

interface Found {
  readonly days: readonly PartialDay[]
  readonly source: string
}

const exact = (day: Day | undefined, source: string): Found => ({
  days: day ? [{ text: day, earliest: day, latest: day }] : [],
  source,
})

const actsThat = (
  register: Register,
  query: DateQuery,
  knownAt: Day,
  wanted: (kind: ActKind) => boolean,
): Found => {
  if (!query.state) return { days: [], source: '' }
  const { acts } = timeline(register, { state: query.state, treaty: query.treaty, knownAt })
  const fitting = acts.filter(act => wanted(act.kind))
  return { days: fitting.map(act => act.done), source: fitting[0]?.source ?? '' }
}

const effectiveDay = (register: Register, query: DateQuery, knownAt: Day): Found => {
  if (!query.state) return { days: [], source: '' }
  const { segments } = timeline(register, { state: query.state, treaty: query.treaty, knownAt })
  const spells = segments.flatMap(({ views }) => views.flatMap(view => ('spell' in view ? [view.spell] : [])))
  const withdrawal = spells.find(spell => spell.withdrawal)?.withdrawal
  return exact(
    withdrawal?.takesEffect,
    withdrawal ? `notice of ${doneInWords(withdrawal.notice)}; ${withdrawal.notice.source}` : '',
  )
}

const foundFor = (register: Register, query: DateQuery, knownAt: Day): Found => {
  const treaty = treatyOf(register, query.treaty)
  switch (query.what) {
    case 'adopted':
      return exact(treaty.adopted.day, treaty.cite)
    case 'opened':
      return exact(treaty.opened?.day, treaty.cite)
    case 'entry-into-force':
      return exact(treatyForce(register, treaty.id, knownAt).day, treaty.inForce?.source ?? '')
    case 'signed':
      return actsThat(
        register,
        query,
        knownAt,
        kind => kind === 'signature' || kind === 'definitive-signature',
      )
    case 'deposited':
      return actsThat(register, query, knownAt, isConsent)
    case 'withdrawal-notified':
      return actsThat(register, query, knownAt, kind => kind === 'withdrawal-notified')
    case 'withdrawal-effective':
      return effectiveDay(register, query, knownAt)
  }
}

const WHAT: Readonly<Record<DateFact, string>> = {
  adopted: 'was adopted',
  opened: 'was opened for signature',
  'entry-into-force': 'entered into force',
  signed: 'signed',
  deposited: 'deposited its instrument',
  'withdrawal-notified': 'notified its withdrawal',
  'withdrawal-effective': 'withdrew with effect',
}

const dayWords = ({ earliest, latest }: PartialDay): string =>
  earliest === latest ? inWords(earliest) : `${inWords(earliest)} to ${inWords(latest)}`

/** A date said of a ratification may be a parliament's vote; only the deposit is in the register. */
const MAY_BE_DOMESTIC: ReadonlySet<DateFact> = new Set(['deposited'])

const DONE: Partial<Record<DateFact, Predicate>> = { signed: 'signed', deposited: 'joined' }

/** How a State stands at the end of the days said, where the register decides that it had not done it by then. */
const neverDid = (register: Register, query: DateQuery, knownAt: Day): Standing | undefined => {
  const predicate = DONE[query.what]
  if (!predicate || !query.state || query.until > treatyOf(register, query.treaty).checked.through)
    return undefined
  const { treaty, state, until } = query
  const standing = standingOf(register, {
    ...{ treaty, state, predicate, negative: false, from: until, until, knownAt },
  })
  return standing.verdict === 'contradicted' ? standing : undefined
}

/** Whether a day without its year is that of the register, whichever year the text means. */
const isSameDay = ({ earliest, latest }: PartialDay, { from, until }: DateQuery): boolean =>
  earliest === latest && from === until && earliest.slice(5) === from.slice(5)

/** Compares a date with the register's: to the day, month or year that the sentence gives. */
export const checkDate = (register: Register, query: DateQuery, knownAt: Day): Finding => {
  const { days, source } = foundFor(register, query, knownAt)
  const treaty = shortName(treatyOf(register, query.treaty))
  const who = query.state ? `${stateOf(register.world, query.state).name} (${treaty})` : `The ${treaty}`
  const [first] = days
  const { through } = treatyOf(register, query.treaty).checked
  if (!first && query.what === 'entry-into-force' && query.until <= through)
    return {
      verdict: 'contradicted',
      says: `${who} is not in force.`,
      readings: [],
      evidence: [{ text: `${who} had not entered into force by ${inWords(through)}.` }],
    }
  const never = first ? undefined : neverDid(register, query, knownAt)
  if (never)
    return {
      verdict: 'contradicted',
      says: `The register knows no day on which ${who} ${WHAT[query.what]}: ${never.evidence.text}`,
      readings: [],
      evidence: [never.evidence],
    }
  if (!first)
    return {
      verdict: 'not-decidable',
      says: `The register knows no day on which ${who} ${WHAT[query.what]}.`,
      readings: [],
      evidence: [],
      wouldDecide: 'an act with its source',
    }
  const fits =
    days.some(({ earliest, latest }) => query.from <= earliest && latest <= query.until) ||
    (query.yearUnsaid === true && days.some(one => isSameDay(one, query)))
  const may = days.some(({ earliest, latest }) => query.from <= latest && earliest <= query.until)
  const text = `${who} ${WHAT[query.what]} on ${days.map(dayWords).join(', ')}.`
  const evidence = [{ text, ...(query.state && { state: query.state }), ...(source && { source }) }]
  if (fits) return { verdict: 'supported', says: text, readings: [], evidence }
  if (may)
    return {
      verdict: 'not-decidable',
      says: `${text} The day is not exact.`,
      readings: [],
      evidence,
      wouldDecide: 'the exact day',
    }
  if (MAY_BE_DOMESTIC.has(query.what))
    return {
      verdict: 'not-decidable',
      says: `${text} The sentence may speak of a vote at home, which has no effect with the depositary.`,
      readings: [],
      evidence,
      wouldDecide: 'which act is meant',
    }
  return { verdict: 'contradicted', says: text, readings: [], evidence }
}
