import { addDays, type Day, earlierOf, inWords } from '../calendar/index.ts'
import {
  doneInWords,
  type Register,
  signatureEnd,
  timeline,
  treatyForce,
  treatyOf,
} from '../register/index.ts'
import { type Iso3, stateOf } from '../states/index.ts'
import { isConsent, shortName, type TreatyId } from '../treaties/index.ts'
import { FRACTION, fractionFrom, fractionVerdict, splitBloc, splitEvidence } from './bloc-count.ts'
import { type AsOf, allOf, type Candidate, type Finding, type Predicate, type Query } from './claim.ts'
import { type Scene, statesOfTokens, treatyFor } from './context.ts'
import { comparisonInWords, DOES, endsWithTreaty, NEGATION, predicateOf, STATES, TREATY } from './patterns.ts'
import { groupTokens, isHypothetical, isQuestion, matchesIn, spanIn, tokensIn } from './sentence.ts'
import { standingOf } from './standing.ts'

type ForecastQuery = Extract<Query, { kind: 'forecast' }>

const MORE = '(?: (?:attend|participate|take part) (?:or|nor|and))?'
/** The treaty may be left out: `the S will not attend or sign .` */
const OBJECT = `(?:(?: on to| onto| to)? ${TREATY})?`

/** `the S will neither sign T nor ...`, `S and S are expected to ratify T`. */
const BY_STATES = new RegExp(
  `${STATES}(?<aux>(?: (?:also|both|all))* (?:will|is|are|does|do|won't|doesn't|don't|has|have)(?: (?:not|never|neither|also|soon|probably|likely|now))*(?: (?:expected|going|due|planning|planned|plan|intend|intends|set|likely|promised|pledged) to)?(?: not)?)${MORE} ${DOES}${OBJECT} `,
  'dg',
)
/** `at least 20 of our 25 B allies and several others will sign T`. */
const BY_BLOC = new RegExp(
  `${FRACTION}(?<gap>(?: (?!will |are |is )[^ .;]+){0,8})(?<aux> (?:will|are expected to|is expected to|are likely to|intend to|plan to)(?: not)?) ${DOES}${OBJECT} `,
  'dg',
)
/** `does not expect these states to sign T`, `expects S and S to join T`. */
const EXPECTING = new RegExp(
  `(?<aux>(?:does not|do not|doesn't|don't|did not|never)? ?)(?:expects?|expected|anticipates?|foresees?) (?:(?<these>(?:these|those) (?:states|countries|governments|allies|nations|posts))|${STATES}) to (?<verb>sign|ratify|join|accede|adhere)${OBJECT} `,
  'dg',
)

interface Subject {
  readonly subject: ForecastQuery['subject']
}

const statesBefore = (scene: Scene, at: number): readonly Iso3[] => {
  const here = tokensIn(scene.line, 0, at)
  const earlier = scene.before.flatMap(({ tokens }) => tokens)
  const posts = [...earlier, ...here].filter(token => token.as === 'P')
  return statesOfTokens(posts.length > 0 ? posts : [...earlier, ...here].filter(token => token.as === 'S'))
}

const subjectOf = (scene: Scene, match: RegExpExecArray): Subject | undefined => {
  const { line } = scene
  if (groupTokens(line, match, 'bloc').length > 0) {
    const fraction = fractionFrom(line, match, scene.reading.document.speaker)
    return fraction && { subject: { is: 'bloc', ...fraction } }
  }
  const named = statesOfTokens(groupTokens(line, match, 'states'))
  const states = match.groups?.these ? statesBefore(scene, match.index) : named
  return states.length > 0 ? { subject: { is: 'states', states } } : undefined
}

const candidateFrom = (scene: Scene, match: RegExpExecArray): Candidate | undefined => {
  const { line } = scene
  const treaty = treatyFor(scene, groupTokens(line, match, 'treaty')[0], match.index)
  const predicate = predicateOf(match.groups?.verb ?? '')
  const found = subjectOf(scene, match)
  if (!treaty || !predicate || !found || isHypothetical(line)) return undefined
  const rest = line.line.slice(match.index + match[0].length)
  if (/(?:^| )D(?: |$)/.test(rest) || !endsWithTreaty(rest)) return undefined
  return {
    ...spanIn(line, match.index, match.index + match[0].length),
    query: {
      kind: 'forecast',
      treaty,
      predicate,
      negative: NEGATION.test(` ${match.groups?.aux ?? ''} `),
      ...found,
    },
  }
}

/** Sentences that say what States will do under a treaty. */
export const recogniseForecast = (scene: Scene): readonly Candidate[] =>
  isQuestion(scene.line)
    ? []
    : [BY_STATES, BY_BLOC, EXPECTING].flatMap(pattern =>
        matchesIn(scene.line, pattern).flatMap(match => candidateFrom(scene, match) ?? []),
      )

/** The last day on which the forecast could still come true: a signature ends with the time for signature. */
const horizonOf = (
  register: Register,
  treaty: TreatyId,
  predicate: Predicate,
  knownAt: Day,
): { until: Day; final: boolean } => {
  const pack = treatyOf(register, treaty)
  const end = predicate === 'signed' ? signatureEnd(pack, treatyForce(register, treaty, knownAt)) : undefined
  return end && end <= knownAt ? { until: addDays(end, -1), final: true } : { until: knownAt, final: false }
}

const whenDone = (register: Register, query: ForecastQuery, state: Iso3, knownAt: Day): string => {
  const { acts } = timeline(register, { state, treaty: query.treaty, knownAt })
  const act = acts.find(({ kind }) => (query.predicate === 'signed' ? kind === 'signature' : isConsent(kind)))
  return act ? ` (${doneInWords(act)})` : ''
}

const waiting = (register: Register, query: ForecastQuery, until: Day): Finding => ({
  verdict: 'not-decidable',
  says: `It speaks of the future: nothing up to ${inWords(until)} settles it yet.`,
  readings: [],
  evidence: [{ text: `The ${shortName(treatyOf(register, query.treaty))} can still be joined.` }],
  wouldDecide: 'what the States do',
})

const checkStates = (
  register: Register,
  query: ForecastQuery,
  states: readonly Iso3[],
  until: Day,
  knownAt: Day,
  final: boolean,
): Finding => {
  const standings = states.map(state =>
    standingOf(register, { ...query, state, from: until, until, knownAt }),
  )
  const verdict = allOf(standings.map(standing => standing.verdict))
  const open = !final && verdict === (query.negative ? 'supported' : 'contradicted')
  if (open && !query.negative) return waiting(register, query, until)
  const names = states.map(state => stateOf(register.world, state).name).join(', ')
  const settled =
    verdict === 'supported'
      ? 'came true'
      : verdict === 'contradicted'
        ? 'did not come true'
        : 'is settled only in part'
  return {
    verdict,
    says: `The forecast ${settled} for ${names}, as of ${inWords(until)}${open ? '; it can still be overtaken' : ''}.`,
    readings: standings.flatMap(({ why, state }) => (why ? [{ name: state, holds: true, says: why }] : [])),
    evidence: standings.map(({ evidence, state }) => ({
      ...evidence,
      text: `${evidence.text.replace(/\.$/, '')}${whenDone(register, query, state, knownAt)}.`,
    })),
  }
}

const checkBloc = (
  register: Register,
  query: ForecastQuery,
  asOf: AsOf,
  until: Day,
  knownAt: Day,
  final: boolean,
): Finding => {
  if (query.subject.is !== 'bloc') return waiting(register, query, until)
  const { subject } = query
  const split = splitBloc(register, { ...query, ...subject, membersOn: asOf.until, on: until, knownAt })
  const verdict = fractionVerdict(split, subject)
  if (!final && verdict === 'contradicted') return waiting(register, query, until)
  const total = split.yes.length + split.no.length + split.under.length + split.open.length
  const said = `${comparisonInWords(subject.comparison, subject.number)}${subject.of === null ? '' : ` of ${subject.of}`}`
  const names = subject.without.map(state => stateOf(register.world, state).name)
  const without = names.length > 0 ? `, ${names.join(', ')} not counted` : ''
  return {
    verdict,
    says: `The forecast was ${said}; it came out as ${split.yes.length} of ${total} (members of ${subject.bloc} on ${inWords(asOf.until)}${without}).`,
    readings: split.under.map(({ state, why }) => ({ name: state, holds: true, says: why ?? '' })),
    evidence: splitEvidence(split),
  }
}

/** Settles a forecast by what happened, as far as it is known. */
export const checkForecast = (
  register: Register,
  query: ForecastQuery,
  asOf: AsOf | null,
  knownAt: Day,
): Finding => {
  const { until, final } = horizonOf(register, query.treaty, query.predicate, knownAt)
  if (asOf && knownAt <= asOf.from && !final) return waiting(register, query, earlierOf(knownAt, asOf.from))
  if (query.subject.is === 'states')
    return checkStates(register, query, query.subject.states, until, knownAt, final)
  if (!asOf)
    return {
      ...waiting(register, query, until),
      says: 'Whose members are meant depends on the day, and the text gives none.',
      wouldDecide: 'the day the text speaks of (--date)',
    }
  return checkBloc(register, query, asOf, until, knownAt, final)
}
