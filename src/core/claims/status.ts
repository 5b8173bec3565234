import type { Day } from '../calendar/index.ts'
import type { Register } from '../register/index.ts'
import { shortName } from '../treaties/index.ts'
import { type AsOf, allOf, type Candidate, type Finding, type Query } from './claim.ts'
import { type Scene, statesOfTokens, treatyFor } from './context.ts'
import {
  endsWithTreaty,
  GOVERNED,
  NEGATION,
  PREDICATE_WORDS,
  predicateOf,
  STANDS,
  STATES,
  TREATY,
} from './patterns.ts'
import { groupIn, groupTokens, isHypothetical, isQuestion, type Line, matchesIn, spanIn } from './sentence.ts'
import { daysOf, type Standing, standingOf } from './standing.ts'

type StatusQuery = Extract<Query, { kind: 'status' }>

const LINK = '(?: ,| —| \\))?'
const AUXILIARY =
  "(?<aux>(?: (?:has|have|had|did|do|does|is|are|was|were|remain|remains|became|become|not|never|neither|both|all|also|already|yet|still|since|formally|officially|currently|now|ever|n't|hasn't|haven't|hadn't|didn't|doesn't|don't|isn't|aren't|wasn't|weren't|a|an|the|state|states|contracting|one of))*)"
const ONTO = '(?: up)?(?: to| of| by| with| onto)?'
const REFUSES =
  '(?: (?<refusal>refused|refuses|refuse|declined|declines|decline|failed|opted not|chosen not|chose not) to (?<refused>sign|ratify|join|accede))'

/** `S and S have not signed T`, `neither S nor S were bound by T`, `S is a party to T`. */
const PLAIN = new RegExp(`${STATES}${LINK}${AUXILIARY} ${STANDS}${ONTO} ${TREATY} `, 'dg')
/** `S , S and S — have refused to join T`. */
const REFUSING = new RegExp(
  `${STATES}${LINK}(?<aux>(?: (?:has|have|had|also|both|all|so far))*)${REFUSES}${ONTO} ${TREATY} `,
  'dg',
)
/** `T , which S has not signed`. */
const RELATIVE = new RegExp(
  `${TREATY} ,? (?:that|which|to which|by which) ${STATES}${AUXILIARY} ${STANDS} `,
  'dg',
)
/** `banned by # countries , but not by S , S or S`. */
const EXCEPT = new RegExp(`(?:banned|outlawed|prohibited) by .{0,60}(?<aux>but not) by ${STATES} `, 'dg')

const isInfinitive = (verb: string | undefined): boolean =>
  /^(?:sign|ratify|join|accede|adhere)$/.test(verb ?? '')
const DO = / (?:did|does|do|didn't|doesn't|don't) /

const BEYOND = /\b(?:refus|declin|opted|chose)/

const predicateIn = (match: RegExpExecArray) =>
  predicateOf(match.groups?.verb ?? match.groups?.refused ?? 'join')

/** "Nor has Norway joined", "Never did Norway sign": the no and its verb stand before the State. */
const INVERTED_NO =
  /(?<=^|[ .;:,—] |(?:and|but) )(?:nor|never|neither|at no time) (?:has|have|had|did|does|do|is|are|was|were) $/

const noBefore = ({ line }: Line, match: RegExpExecArray): string =>
  INVERTED_NO.exec(line.slice(0, groupIn(match, 'states')?.[0] ?? match.index))?.[0] ?? ''

const isNegative = (line: Line, match: RegExpExecArray): boolean => {
  const { aux = '', refusal, states = '' } = match.groups ?? {}
  return (
    refusal !== undefined ||
    NEGATION.test(` ${aux} `) ||
    states.startsWith('neither ') ||
    noBefore(line, match) !== ''
  )
}

/** "Norway, which borders Finland, has joined": the comma behind a State closes what is said of another. */
const isInAside = (line: Line, match: RegExpExecArray, subject: number): boolean => {
  const end = groupIn(match, 'states')?.[1] ?? subject
  const before = line.line.slice(0, subject)
  return (
    /(?:^| ), (?:which|who|whose|whom|where) [^,]*$/.test(before) ||
    (/^ ?,/.test(line.line.slice(end)) && /(?:^| )S , [^,]*[^, ] $/.test(before))
  )
}

/** Whether the States are what the verb speaks of, and the treaty itself what it is done to. */
const isWhole = (line: Line, match: RegExpExecArray): boolean => {
  if (match.groups?.aux === 'but not') return true
  const subject = groupIn(match, 'states')?.[0] ?? match.index
  const relative = (groupIn(match, 'treaty')?.[0] ?? Number.POSITIVE_INFINITY) < subject
  if (relative) return true
  if (isInAside(line, match, subject)) return false
  return (
    !GOVERNED.test(line.line.slice(0, subject)) &&
    endsWithTreaty(line.line.slice(match.index + match[0].length))
  )
}

/** "In 2009 Norway ratified": the day of an act, which is another claim than how a State stood. */
const isDatedAct = (line: Line, match: RegExpExecArray): boolean =>
  /^(?:signed|ratified|joined|acceded|adhered)$/.test(match.groups?.verb ?? '') &&
  !/(?:^| )(?:has|have|had|not|never|n't|hasn't|haven't|hadn't|didn't|is|are|was|were|neither)(?: |$)/.test(
    match.groups?.aux ?? '',
  ) &&
  !/^neither/.test(match.groups?.states ?? '') &&
  /(?:^| )(?:in|on) D(?: ,)? $/.test(line.line.slice(0, groupIn(match, 'states')?.[0] ?? match.index))

const candidateFrom = (scene: Scene, match: RegExpExecArray): Candidate | undefined => {
  const { line } = scene
  if (!isWhole(line, match) || isDatedAct(line, match)) return undefined
  const treaty = treatyFor(scene, groupTokens(line, match, 'treaty')[0], match.index)
  const states = statesOfTokens(groupTokens(line, match, 'states'))
  const predicate = predicateIn(match)
  if (!treaty || !predicate || states.length === 0 || isHypothetical(line)) return undefined
  const no = noBefore(line, match)
  if (isInfinitive(match.groups?.verb) && !DO.test(` ${no}${match.groups?.aux ?? ''} `)) return undefined
  const beyond = match.groups?.refusal
  const from =
    match.groups?.aux === 'but not' ? (groupIn(match, 'aux')?.[0] ?? match.index) : match.index - no.length
  return {
    ...spanIn(line, from, match.index + match[0].length),
    query: {
      kind: 'status',
      treaty,
      states,
      predicate,
      negative: isNegative(line, match),
      ...(beyond && BEYOND.test(beyond) && { beyond }),
    },
  }
}

/** Sentences that say how one State or a list of them stands to a treaty. */
export const recogniseStatus = (scene: Scene): readonly Candidate[] =>
  isQuestion(scene.line)
    ? []
    : [PLAIN, REFUSING, RELATIVE, EXCEPT].flatMap(pattern =>
        matchesIn(scene.line, pattern).flatMap(match => candidateFrom(scene, match) ?? []),
      )

const sentenceOf = (
  query: StatusQuery,
  title: string,
  standings: readonly Standing[],
  verdict: Finding['verdict'],
): string => {
  const said = `${query.negative ? 'not ' : ''}${PREDICATE_WORDS[query.predicate].replace(/^are /, '')}`
  const whys = [...new Set(standings.flatMap(({ why }) => why ?? []))].join('; ')
  const beyond = query.beyond
    ? ` That a State has "${query.beyond}" is more than the register can decide.`
    : ''
  switch (verdict) {
    case 'supported':
      return `The register agrees for each State named (${title}: ${said}).${beyond}`
    case 'contradicted': {
      const wrong = standings
        .filter(standing => standing.verdict === 'contradicted')
        .map(({ evidence }) => evidence.text)
      return `The register says otherwise: ${wrong.join(' ')}`
    }
    case 'supported-under':
      return `It holds under a reading: ${whys}.${beyond}`
    case 'not-decidable':
      return `The register cannot decide it: ${whys}.`
  }
}

/** Checks each State named, over every day the claim may speak of. */
export const checkStatus = (
  register: Register,
  query: StatusQuery,
  asOf: AsOf | null,
  knownAt: Day,
): Finding => {
  const days = daysOf(register, query.treaty, asOf, knownAt)
  const standings = query.states.map(state => standingOf(register, { ...query, state, ...days, knownAt }))
  const verdict = allOf(standings.map(standing => standing.verdict))
  const treaty = register.treaties.get(query.treaty)
  return {
    verdict,
    says: sentenceOf(query, treaty ? shortName(treaty) : query.treaty, standings, verdict),
    readings: standings.flatMap(({ why, verdict: of, state }) =>
      why ? [{ name: state, holds: of === 'not-decidable' ? null : of !== 'contradicted', says: why }] : [],
    ),
    evidence: standings.map(({ evidence }) => evidence),
    ...(verdict === 'not-decidable' && {
      wouldDecide: asOf ? 'the withheld or contested act' : 'the day the text speaks of (--date)',
    }),
  }
}
