import type { Day } from '../calendar/index.ts'
import type { DocumentReading } from '../documents/index.ts'
import { contains } from '../evidence/index.ts'
import { type Register, treatyOf } from '../register/index.ts'
import { checkBlocCount, recogniseBlocCount } from './bloc-count.ts'
import type { AsOf, Candidate, Claim, Finding, Query } from './claim.ts'
import { asOfFor, type Scene, scenesOf } from './context.ts'
import { checkCount, recogniseCount } from './count.ts'
import { checkDate, recogniseDate } from './date.ts'
import { checkForecast, recogniseForecast } from './forecast.ts'
import { checkStatus, recogniseStatus } from './status.ts'

/** The kinds of claim, each with its recogniser; to add one is a file and a line here and in `answer`. */
const RECOGNISERS: readonly ((scene: Scene) => readonly Candidate[])[] = [
  recogniseForecast,
  recogniseBlocCount,
  recogniseDate,
  recogniseCount,
  recogniseStatus,
]

/** Answers a query as of a day (or of no day), with what is known on a day. */
export const answer = (register: Register, query: Query, asOf: AsOf | null, knownAt: Day): Finding => {
  switch (query.kind) {
    case 'status':
      return checkStatus(register, query, asOf, knownAt)
    case 'count':
      return checkCount(register, query, asOf, knownAt)
    case 'bloc-count':
      return checkBlocCount(register, query, asOf, knownAt)
    case 'forecast':
      return checkForecast(register, query, asOf, knownAt)
    case 'date':
      return checkDate(register, query, knownAt)
  }
}

/** Of claims that lie in one another, the first recognised stays: kinds are tried from the most to the least specific. */
const withoutNested = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const kept: Candidate[] = []
  for (const candidate of candidates)
    if (
      !kept.some(
        other =>
          other.query.kind !== candidate.query.kind &&
          (contains(other, candidate) || contains(candidate, other)),
      )
    )
      kept.push(candidate)
  return kept
}

/** What a text's zones hold that nobody claims: link lists and related items. */
const NOT_CLAIMED: ReadonlySet<string> = new Set([
  'related',
  'link-farm',
  'article-info',
  'furniture',
  'cable-header',
])

type Answer = (query: Query, asOf: AsOf | null, knownAt: Day) => Finding

/** Answers each question once: a text often says the same thing again. */
const answering = (register: Register): Answer => {
  const found = new Map<string, Finding>()
  return (query, asOf, knownAt) => {
    const key = JSON.stringify([query, asOf?.from, asOf?.until, knownAt])
    const kept = found.get(key) ?? answer(register, query, asOf, knownAt)
    found.set(key, kept)
    return kept
  }
}

/** The day up to which the acts were checked, where a claim speaks of a later one. */
const checkedOnlyThrough = (scene: Scene, query: Query, until: Day): Day | null => {
  const { through } = treatyOf(scene.register, query.treaty).checked
  return query.kind !== 'date' && until > through ? through : null
}

interface CheckOptions {
  /** The day whose knowledge settles the verdicts; usually today. */
  readonly knownAt: Day
}

const claimFrom = (
  source: string,
  scene: Scene,
  candidate: Candidate,
  { knownAt }: CheckOptions,
  ask: Answer,
): Claim => {
  const { query } = candidate
  // The day in a claim about a date is what it claims, not when it was said.
  const asOf = query.kind === 'date' ? scene.documentDay : asOfFor(scene, candidate)
  const finding = ask(query, asOf, knownAt)
  const today = ask(query, { from: knownAt, until: knownAt, basis: 'document' }, knownAt)
  return {
    ...candidate,
    ...finding,
    text: source.slice(candidate.start, candidate.end),
    kind: query.kind,
    asOf,
    checkedOnlyThrough: checkedOnlyThrough(scene, query, asOf?.until ?? knownAt),
    asKnownThen: asOf ? ask(query, asOf, asOf.until).verdict : null,
    now:
      query.kind === 'forecast'
        ? { verdict: finding.verdict, on: knownAt, says: finding.says }
        : { verdict: today.verdict, on: knownAt, says: today.says },
  }
}

/** Finds the sentences of a document that the register can decide, and checks them, in the order of the text. */
export const checkDocument = (
  source: string,
  reading: DocumentReading,
  register: Register,
  options: CheckOptions,
): readonly Claim[] => {
  const ask = answering(register)
  return scenesOf(source, reading, register)
    .filter((_, i) => !NOT_CLAIMED.has(reading.sentences[i]?.zone ?? 'body'))
    .flatMap(scene =>
      withoutNested(RECOGNISERS.flatMap(recognise => recognise(scene))).map(candidate =>
        claimFrom(source, scene, candidate, options, ask),
      ),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end)
}
