import { addDays, type Day, inWords } from '../calendar/index.ts'
import {
  COUNTING_RULES,
  type CountFrom,
  countSeries,
  type Register,
  RULE_WORDS,
  signaturesBy,
  tally,
  treatyOf,
} from '../register/index.ts'
import { shortName, type TreatyId } from '../treaties/index.ts'
import type { AsOf, Candidate, ClaimReading, ClaimRule, Finding, Query, Verdict } from './claim.ts'
import { type Scene, treatyFor, treatyOfToken } from './context.ts'
import { compares, comparisonInWords, comparisonOf, NUMBER } from './patterns.ts'
import { groupTokens, isHypothetical, isQuestion, matchesIn, spanIn } from './sentence.ts'
import { daysOf, uncheckedSince } from './standing.ts'

type CountQuery = Extract<Query, { kind: 'count' }>

const KINDS =
  '(?:other |different |member |signatory |sovereign |un )?(?<noun>states? parties|state parties|countries|nations|states|governments|parties|members|signatories|ratifications|accessions|instruments|capitals)'
const COUNTED = new RegExp(
  `${NUMBER} ${KINDS}(?<after> (?:that |which |who |to |of |have |has |had |are |were |now |already |also |so far |currently |,)*(?:signed|ratified|joined|acceded|banned|adopted|party|parties|bound|committed|agreed|the T|T)?)? `,
  'dg',
)

/** Verbs that tie a number of States to a treaty. */
const TYING =
  'signed|ratified|joined|acceded|adhered|banned|bans|ban|barred|bars|bound|binds|outlawed|outlaws|prohibited|prohibits'

/** `banned by 124 countries`, `barred 124 member nations`: the verb stands close before the number. */
const TIED_BEFORE = new RegExp(
  `(?:^| )(?:${TYING})(?: (?:by|in|up|to|T|the|all|of|for|on|from|a|total)){0,4} $`,
)
/** `124 countries have signed`, `124 countries are party to`. */
const TIED_AFTER = new RegExp(`(?:^| )(?:${TYING}|party|parties)(?: |$)`)
/** `has 112 States Parties`: a noun of treaty law that stands for the whole, not for those that did something. */
const WHOLE_BEFORE =
  /(?:^| )(?:has|have|had|are|were|is|with|counts|comprises|includes|now|total of|number of|reached|:|,|\(|and)(?: (?:now|only|just|already|currently|the|all|a|total|of)){0,3} $/
const WHOLE_AFTER = /^(?:[.,;:)—]|and #|to T|to the T|to this T|of T|of the T|as of|by D|in D|on D)/
/** `T has 165 parties`: of a treaty that has them, without a noun of treaty law. */
const TREATY_HAS =
  /(?<!(?:^| )(?:of|to|for|under|on|by)(?: the| this| that)? )(?<=^| )T(?: (?:now|today|currently|still|which|that|,))* (?:has|had|counts|counted|boasts)(?: (?:now|only|just|already))? $/
const OF_TREATY_LAW = /^(?:states? parties|signatories|ratifications|accessions)$/

/** What States do at a meeting or of their duties, which only some of them do. */
const DID_ELSE =
  /^(?:[^.;]{0,40} )?(?:attended|attend|met|took part|participated|voted|gathered|sent|spoke|submitted|destroyed|completed|reported|declared|cleared|abstained)(?: |$)/
/** A number that a treaty needs, not one it has. */
const THRESHOLD =
  /(?:^| )(?:after|once|when|until|needs?|needed|requires?|required|threshold of|of the|at) (?:the )?$/
/** The last part of a number in words: `a hundred and eleven`. */
const PART_OF_NUMBER = /(?:hundred|thousand)(?: and)? $/
/** A name in capitals right before the number that is nothing we know. */
const UNKNOWN_NAME = /(?:^| )[a-z]{2,6} : $/

const isOfOthers = (line: string, match: RegExpExecArray): boolean => {
  const before = line.slice(Math.max(0, match.index - 40), match.index)
  const after = line.slice(match.index + match[0].length).trimStart()
  return (
    DID_ELSE.test(after) ||
    THRESHOLD.test(before) ||
    EITHER.test(before) ||
    OF_OTHERS.test(before) ||
    / other /.test(match[0]) ||
    PART_OF_NUMBER.test(before) ||
    UNKNOWN_NAME.test(before) ||
    after.startsWith('hundred')
  )
}

/** "all but ten States", "another 20 States", "most of the 100": the number is of others, or of more than those who did it. */
const OF_OTHERS =
  /(?:^| )(?:all but|another|a further|further|an additional|additional|(?:most|many|some|half|few|none|one|majority|several|thirds?|quarters?) of (?:the|these|those)?) ?$/

/** "111 or 112 states", "between 100 and 120": no one number is said. */
const EITHER = /(?:^| )# (?:or|to|and|–|-) (?:even |perhaps |maybe )?$/

/** Whether the number counts the States under a treaty, and not some of them that did something else. */
const countsAll = (line: string, match: RegExpExecArray): boolean => {
  const before = line.slice(Math.max(0, match.index - 60), match.index)
  const after = line.slice(match.index + match[0].length).trimStart()
  const { noun = '', after: tied = '' } = match.groups ?? {}
  if (isOfOthers(line, match)) return false
  if (TIED_BEFORE.test(before) || TIED_AFTER.test(tied)) return true
  if (
    /^(?:parties|members)$/.test(noun) &&
    TREATY_HAS.test(line.slice(0, match.index)) &&
    WHOLE_AFTER.test(after)
  )
    return true
  return (
    OF_TREATY_LAW.test(noun) &&
    WHOLE_BEFORE.test(` ${before}`) &&
    (/T$/.test(tied.trim()) || WHOLE_AFTER.test(after))
  )
}

/** The counting rules that the wording itself allows. */
const literalRules = (noun: string, clause: string): readonly ClaimRule[] => {
  if (/signator/.test(noun)) return ['signatories', 'signatures-made']
  if (/parties|ratification|accession|instrument/.test(noun)) return ['in-force', 'deposited']
  if (/(?:^| )bound(?: |$)/.test(clause)) return ['in-force']
  if (/(?:^| )(?:ratified|acceded|deposited)(?: |$)/.test(clause)) return ['deposited']
  if (/(?:^| )(?:party|parties)(?: |$)/.test(clause)) return ['in-force', 'deposited']
  if (/(?:^| )signed(?: |$)/.test(clause)) return ['signatures-made']
  if (/(?:^| )(?:banned|barred|bars|bans|ban|outlawed|prohibited)(?: |$)/.test(clause))
    return ['in-force', 'deposited']
  return ['deposited', 'signed-or-joined']
}

const REACH = 90

const clauseAround = (line: string, from: number, to: number): string => {
  const before = line.slice(Math.max(0, from - REACH), from)
  const after = line.slice(to, to + REACH)
  return `${before.slice(Math.max(before.lastIndexOf('; '), before.lastIndexOf(': ')) + 1)} ${after.split(/[;:] /)[0] ?? ''}`
}

const candidateFrom = (scene: Scene, match: RegExpExecArray): Candidate | undefined => {
  const { line } = scene
  const [number] = groupTokens(line, match, 'number')
  const clause =
    clauseAround(line.line, match.index, match.index + match[0].length - 1) + (match.groups?.after ?? '')
  const named = groupTokens(line, match, 'after').find(token => treatyOfToken(token) !== undefined)
  const treaty = treatyFor(scene, named, match.index)
  if (!treaty || number?.number === undefined || number.number < 2) return undefined
  if (!countsAll(line.line, match) || isHypothetical(line)) return undefined
  const noun = match.groups?.noun ?? ''
  const verb = TIED_BEFORE.exec(line.line.slice(0, match.index))
  return {
    ...spanIn(line, verb ? verb.index : match.index, match.index + match[0].trimEnd().length),
    query: {
      kind: 'count',
      treaty,
      number: number.number,
      comparison: comparisonOf(match.groups?.comparison),
      literal: literalRules(noun, clause),
      wording: `${match.groups?.number ? number.number : ''} ${noun}`.trim(),
    },
  }
}

/** Sentences that count States under a treaty. */
export const recogniseCount = (scene: Scene): readonly Candidate[] =>
  isQuestion(scene.line)
    ? []
    : matchesIn(scene.line, COUNTED).flatMap(match => candidateFrom(scene, match) ?? [])

type Stretch = { readonly from: Day; readonly until: Day | null }

/** The rules a number is tried under, the usual ones first. */
const CLAIM_RULES: readonly ClaimRule[] = [...COUNTING_RULES, 'signatures-made']

const ruleWords = (rule: ClaimRule): string =>
  rule === 'signatures-made' ? 'signatures made: whatever became of them' : RULE_WORDS[rule]

const ruleName = (rule: ClaimRule): string => ruleWords(rule).split(':')[0] ?? rule

const signatureSeries = (register: Register, treaty: TreatyId, knownAt: Day): readonly CountFrom[] => {
  const days = [...signaturesBy(register, treaty, knownAt).values()].sort()
  return days.flatMap((from, i) => (days[i + 1] === from ? [] : [{ from, count: i + 1, undecided: 0 }]))
}

/** Series once computed for a register, which never changes. */
const computed = new WeakMap<Register, Map<string, readonly CountFrom[]>>()

const seriesFor = (
  register: Register,
  query: CountQuery,
  rule: ClaimRule,
  knownAt: Day,
): readonly CountFrom[] => {
  const kept = computed.get(register) ?? new Map<string, readonly CountFrom[]>()
  computed.set(register, kept)
  const key = `${query.treaty} ${rule} ${knownAt}`
  const series = kept.get(key) ?? computeSeries(register, query, rule, knownAt)
  kept.set(key, series)
  return series
}

const computeSeries = (
  register: Register,
  query: CountQuery,
  rule: ClaimRule,
  knownAt: Day,
): readonly CountFrom[] =>
  rule === 'signatures-made'
    ? signatureSeries(register, query.treaty, knownAt)
    : countSeries(register, { treaty: query.treaty, knownAt, rule })

/** Whether a number fits a count of which some States are undecided: yes, no, or perhaps. */
const fits = ({ count, undecided }: CountFrom, { comparison, number }: CountQuery): boolean | null => {
  const each = Array.from(
    { length: undecided + 1 },
    (_, more) => compares(count + more, comparison, number) ?? null,
  )
  const [first = null] = each
  return each.every(fit => fit === first) ? first : null
}

interface RuleReading extends ClaimReading {
  readonly rule: ClaimRule
  readonly days: readonly Stretch[]
}

const stretchWords = ({ from, until }: Stretch): string =>
  until ? `from ${inWords(from)} to ${inWords(addDays(until, -1))}` : `since ${inWords(from)}`

const stretches = (series: readonly CountFrom[], query: CountQuery): readonly Stretch[] => {
  const found: { from: Day; until: Day | null }[] = []
  series.forEach((item, i) => {
    if (fits(item, query) !== true) return
    const until = series[i + 1]?.from ?? null
    const last = found.at(-1)
    if (last?.until === item.from) last.until = until
    else found.push({ from: item.from, until })
  })
  return found
}

/** Whether the number fits on the days a claim may speak of: on all of them, on some (`null`), or on none. */
const holdsOver = (series: readonly CountFrom[], query: CountQuery, asOf: AsOf): boolean | null => {
  const before: CountFrom = { from: asOf.from, count: 0, undecided: 0 }
  const inside = series.filter(
    (item, i) => item.from <= asOf.until && (series[i + 1]?.from ?? '9999') > asOf.from,
  )
  const each = (inside.length > 0 ? inside : [before]).map(item => fits(item, query))
  const [first = null] = each
  return each.every(fit => fit === first) ? first : null
}

/** How far from a day a number may be right and still not be called wrong. */
const DAYS_NEAR = 7

const nearlyHolds = (days: readonly Stretch[], asOf: AsOf): boolean =>
  days.some(
    ({ from, until }) =>
      from <= addDays(asOf.until, DAYS_NEAR) && (until === null || until > addDays(asOf.from, -DAYS_NEAR)),
  )

const countOn = (series: readonly CountFrom[], on: Day): number =>
  series.filter(({ from }) => from <= on).at(-1)?.count ?? 0

const readingOf = (
  register: Register,
  query: CountQuery,
  rule: ClaimRule,
  asOf: AsOf | null,
  knownAt: Day,
): RuleReading => {
  const series = seriesFor(register, query, rule, knownAt)
  const days = stretches(series, query)
  const fitting = days.length === 0 ? 'on no day' : days.map(stretchWords).join(' and ')
  const said = comparisonInWords(query.comparison, query.number)
  const possible = series.some(item => fits(item, query) !== false)
  const counted = asOf ? `${countOn(series, asOf.until)} on ${inWords(asOf.until)}; ` : ''
  return {
    rule,
    name: rule,
    days,
    holds: asOf ? holdsOver(series, query, asOf) : possible ? null : false,
    says: `${ruleName(rule)}: ${counted}${said} ${fitting}`,
  }
}

/** A number meant exactly is tried under every rule; "more than" and the like only as worded. */
const tried = (readings: readonly RuleReading[], query: CountQuery): readonly RuleReading[] =>
  query.comparison === 'exactly' ? readings : readings.filter(({ rule }) => query.literal.includes(rule))

const verdictOf = (readings: readonly RuleReading[], query: CountQuery, asOf: AsOf | null): Verdict => {
  const possible = tried(readings, query)
  const literal = readings.filter(({ rule }) => query.literal.includes(rule))
  if (possible.every(({ holds }) => holds === false)) {
    const near = asOf !== null && possible.some(({ days }) => nearlyHolds(days, asOf))
    return query.comparison === 'about' || near ? 'not-decidable' : 'contradicted'
  }
  if (!asOf) return 'not-decidable'
  const unlessSigned = query.literal.includes('signatures-made')
  const literally = unlessSigned
    ? literal.some(({ holds }) => holds === true)
    : literal.every(({ holds }) => holds === true)
  if (literally) return 'supported'
  if (possible.some(({ holds }) => holds === true)) return 'supported-under'
  const onSomeDays = asOf.from !== asOf.until && possible.some(({ days }) => overlapsDays(days, asOf))
  return onSomeDays ? 'supported-under' : 'not-decidable'
}

/** Whether the number is right on some day of the interval that the sentence names. */
const overlapsDays = (days: readonly Stretch[], asOf: AsOf): boolean =>
  days.some(({ from, until }) => from <= asOf.until && (until === null || until > asOf.from))

const sentenceOf = (
  query: CountQuery,
  readings: readonly RuleReading[],
  verdict: Verdict,
  title: string,
): string => {
  const said = comparisonInWords(query.comparison, query.number)
  const fitting = tried(readings, query)
    .filter(({ holds }) => holds === true)
    .map(({ rule }) => ruleName(rule))
  const some = tried(readings, query).filter(({ days }) => days.length > 0)
  switch (verdict) {
    case 'supported':
      return `${said} is right for the ${title} as worded.`
    case 'supported-under':
      return fitting.length > 0
        ? `${said} is right for the ${title} only under the rule "${fitting.join('" or "')}".`
        : `${said} is right for the ${title} on some of the days meant: ${some.map(({ rule, days }) => `${ruleName(rule)} ${days.map(stretchWords).join(' and ')}`).join('; ')}.`
    case 'contradicted':
      return `${said} fits the ${title} under no counting rule on the days the text may speak of.`
    case 'not-decidable': {
      const when = some.map(({ rule, days }) => `${ruleName(rule)} ${days.map(stretchWords).join(' and ')}`)
      return `Whether ${said} is right depends on the day: it holds ${when.length > 0 ? when.join('; ') : 'on no day that is exact'}.`
    }
  }
}

const evidenceOf = (register: Register, treaty: TreatyId, on: Day, knownAt: Day) =>
  COUNTING_RULES.map(rule => {
    const { count, states, undecided } = tally(register, { treaty, on, knownAt, rule })
    const open = undecided.length > 0 ? `, and not decidable: ${undecided.join(' ')}` : ''
    return { text: `${ruleName(rule)} on ${inWords(on)}: ${count}${open} (${states.join(' ')})` }
  })

/** Tries a number under every counting rule and says on which days each makes it true. */
export const checkCount = (
  register: Register,
  query: CountQuery,
  asOf: AsOf | null,
  knownAt: Day,
): Finding => {
  const readings = CLAIM_RULES.map(rule => readingOf(register, query, rule, asOf, knownAt))
  const found = verdictOf(readings, query, asOf)
  const { until } = daysOf(register, query.treaty, asOf, knownAt)
  const unchecked = uncheckedSince(register, query.treaty, found, until)
  const verdict = unchecked ? 'not-decidable' : found
  const wouldDecide =
    unchecked ?? (asOf ? 'the days of the acts that are not exact' : 'the day the text speaks of (--date)')
  return {
    verdict,
    says: sentenceOf(query, readings, verdict, shortName(treatyOf(register, query.treaty))),
    readings: readings.map(({ rule: _, ...reading }) => reading),
    evidence: evidenceOf(register, query.treaty, until, knownAt),
    ...(verdict === 'not-decidable' && { wouldDecide }),
  }
}
