import { type Day, inWords } from '../calendar/index.ts'
import type { Register } from '../register/index.ts'
import { findBloc, type Iso3, membersOn, stateOf } from '../states/index.ts'
import { shortName } from '../treaties/index.ts'
import type { AsOf, Candidate, Comparison, Finding, Predicate, Query, Verdict } from './claim.ts'
import { type Scene, treatyFor } from './context.ts'
import {
  compares,
  comparisonInWords,
  comparisonOf,
  NEGATION,
  NUMBER,
  PREDICATE_WORDS,
  predicateOf,
  STANDS,
  TREATY,
} from './patterns.ts'
import { groupTokens, isHypothetical, isQuestion, type Line, matchesIn, spanIn } from './sentence.ts'
import { LEFT, type Standing, standingOf, uncheckedSince } from './standing.ts'

type BlocQuery = Extract<Query, { kind: 'bloc-count' }>

/** `18 of the 26 NATO members`, `21 EU member states`, `at least 20 of our 25 NATO Allies`. */
export const FRACTION = `${NUMBER} (?:of (?<whose>our |their |its |the )?(?:(?<of>#) )?)?(?:current |other )?(?<bloc>B)(?: 's)?(?: (?:member|members|allies|allied|ally|countries|states|nations|governments))*`

const COUNTED = new RegExp(
  `${FRACTION}(?<aux>(?: (?:has|have|had|are|were|is|not|already|also|now|since|so far|that|which|who|did|never))*) ${STANDS}(?: up)?(?: to| of| by)? ${TREATY} `,
  'dg',
)

/** A fraction of a bloc as found in a line. */
export interface Fraction {
  readonly bloc: string
  readonly number: number
  readonly of: number | null
  readonly comparison: Comparison
  readonly without: readonly Iso3[]
}

/** The fraction that a match of FRACTION found; a speaker that says "our Allies" does not count itself. */
export const fractionFrom = (
  line: Line,
  match: RegExpExecArray,
  speaker: Iso3 | undefined,
): Fraction | undefined => {
  const [number] = groupTokens(line, match, 'number')
  const [bloc] = groupTokens(line, match, 'bloc')
  const [of] = groupTokens(line, match, 'of').filter(token => token.number !== undefined)
  const ours = match.groups?.whose?.trim() === 'our' || / allies? | allied /.test(match[0])
  if (number?.number === undefined || bloc?.mention?.kind !== 'organisation') return undefined
  return {
    bloc: bloc.mention.value.id,
    number: number.number,
    of: of?.number ?? null,
    comparison: comparisonOf(match.groups?.comparison),
    without: ours && speaker ? [speaker] : [],
  }
}

/** "Norway and 21 other members": those named before are of the number too. */
const BESIDE = /(?<=^| )S(?: , S){0,20}(?: ,)? and $/

const namedBeside = ({ line }: Line, match: RegExpExecArray): string =>
  / other /.test(match[0]) ? (BESIDE.exec(line.slice(0, match.index))?.[0] ?? '') : ''

const ALL_BUT = /(?<=^| )all but $/

/** "most of the 29 members": the number is of the whole, and no one number is said of those who did it. */
const PART_OF =
  /(?:^| )(?:most|many|some|half|few|all|any|each|one|part|several|majority|minority|members?|thirds?|quarters?|percent|%|not all|nearly all|almost all) of (?:the |its |our |these )?$|(?:^| )(?:another|further|additional|nearly all|almost all|not all) (?:the )?$/
/** "none of the 29 members": nought of them. */
const NONE_OF = /(?:^| )(?:none|not one|neither) of (?:the |its |our |these )?$/

const candidateFrom = (scene: Scene, match: RegExpExecArray): Candidate | undefined => {
  const { line } = scene
  const treaty = treatyFor(scene, groupTokens(line, match, 'treaty')[0], match.index)
  const predicate = predicateOf(match.groups?.verb ?? '')
  const fraction = fractionFrom(line, match, scene.reading.document.speaker)
  if (!treaty || !predicate || !fraction || isHypothetical(line)) return undefined
  // "All but two members have joined" says that two have not.
  const before = line.line.slice(0, match.index)
  if (PART_OF.test(before)) return undefined
  const none = NONE_OF.exec(before)?.[0].trimStart().length ?? 0
  const beside = namedBeside(line, match)
  const number = none > 0 ? 0 : fraction.number + beside.split('S').length - 1
  const of = none > 0 ? fraction.number : fraction.of
  const but = ALL_BUT.exec(before)?.[0].length ?? 0
  const negative = NEGATION.test(` ${match.groups?.aux ?? ''} `) !== but > 0
  return {
    ...spanIn(line, match.index - but - beside.length - none, match.index + match[0].length),
    query: { kind: 'bloc-count', treaty, predicate, negative, ...fraction, number, of },
  }
}

/** Sentences that count the members of a bloc under a treaty. */
export const recogniseBlocCount = (scene: Scene): readonly Candidate[] =>
  isQuestion(scene.line)
    ? []
    : matchesIn(scene.line, COUNTED).flatMap(match => candidateFrom(scene, match) ?? [])

/** The members of a bloc on a day, split by what holds of them on another (or the same) day. */
export interface Split {
  readonly yes: readonly Standing[]
  readonly no: readonly Standing[]
  readonly under: readonly Standing[]
  readonly open: readonly Standing[]
  readonly incomplete: boolean
  readonly names: (standings: readonly Standing[]) => string
}

export interface SplitQuestion {
  readonly treaty: BlocQuery['treaty']
  readonly bloc: string
  readonly without: readonly Iso3[]
  readonly predicate: Predicate
  readonly negative: boolean
  readonly membersOn: Day
  readonly on: Day
  readonly knownAt: Day
}

/** Asks each member of a bloc, as it was on a day, how it stands to a predicate. */
export const splitBloc = (register: Register, question: SplitQuestion): Split => {
  const bloc = findBloc(register.world, question.bloc)
  const members = bloc
    ? membersOn(bloc, question.membersOn).filter(state => !question.without.includes(state))
    : []
  const standings = members.map(state =>
    standingOf(register, { ...question, state, from: question.on, until: question.on }),
  )
  const of = (verdict: Verdict) => standings.filter(standing => standing.verdict === verdict)
  return {
    yes: of('supported'),
    no: of('contradicted'),
    under: of('supported-under'),
    open: of('not-decidable'),
    incomplete: !bloc?.complete,
    names: list =>
      list
        .map(({ state }) => stateOf(register.world, state).name)
        .sort()
        .join(', ') || 'none',
  }
}

/** The verdict on a fraction: the size named, and the number that fits it under each reading. */
export const fractionVerdict = (
  split: Split,
  fraction: Pick<Fraction, 'number' | 'of' | 'comparison'>,
): Verdict => {
  const size = split.yes.length + split.no.length + split.under.length + split.open.length
  if (split.incomplete) return 'not-decidable'
  const under = split.under.filter(({ why }) => why !== LEFT).length
  const counts = [split.yes.length, split.yes.length + under, split.yes.length + under + split.open.length]
  const fits = counts.map(count => compares(count, fraction.comparison, fraction.number))
  const sizeFits = fraction.of === null || fraction.of === size
  if (fits.includes(undefined)) return 'not-decidable'
  if (fits[0] && sizeFits) return 'supported'
  if (fits.some(fit => fit)) return split.open.length > 0 && !fits[1] ? 'not-decidable' : 'supported-under'
  return 'contradicted'
}

/** Checks a fraction of a bloc on the day it speaks of. */
export const checkBlocCount = (
  register: Register,
  query: BlocQuery,
  asOf: AsOf | null,
  knownAt: Day,
): Finding => {
  if (!asOf)
    return {
      verdict: 'not-decidable',
      says: 'The number of members depends on the day, and the text gives none.',
      readings: [],
      evidence: [],
      wouldDecide: 'the day the text speaks of (--date)',
    }
  const on = asOf.until
  const split = splitBloc(register, { ...query, membersOn: on, on, knownAt })
  const found = fractionVerdict(split, query)
  const unchecked = uncheckedSince(register, query.treaty, found, on)
  const verdict = unchecked ? 'not-decidable' : found
  const treaty = register.treaties.get(query.treaty)
  const total = split.yes.length + split.no.length + split.under.length + split.open.length
  const said = `${comparisonInWords(query.comparison, query.number)}${query.of === null ? '' : ` of ${query.of}`}`
  return {
    verdict,
    says: `${said} said; on ${inWords(on)} it was ${split.yes.length} of ${total} members of ${query.bloc} (${treaty ? shortName(treaty) : ''}, ${query.negative ? 'not ' : ''}${PREDICATE_WORDS[query.predicate].replace(/^are /, '')}).`,
    readings: split.under.map(({ state, why }) => ({ name: state, holds: true, says: why ?? '' })),
    evidence: splitEvidence(split),
    ...(unchecked && { wouldDecide: unchecked }),
  }
}

/** Both lists of a split, named. */
export const splitEvidence = (split: Split) => [
  { text: `Those of whom it holds (${split.yes.length}): ${split.names(split.yes)}.` },
  { text: `Those of whom it does not (${split.no.length}): ${split.names(split.no)}.` },
  ...(split.under.length > 0
    ? [{ text: `Under a reading only (${split.under.length}): ${split.names(split.under)}.` }]
    : []),
  ...(split.open.length > 0
    ? [{ text: `Not decidable (${split.open.length}): ${split.names(split.open)}.` }]
    : []),
]
