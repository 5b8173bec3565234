import type { Day } from '../calendar/index.ts'
import type { DocumentReading, Mention } from '../documents/index.ts'
import type { Span } from '../evidence/index.ts'
import type { Register } from '../register/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Treaty, TreatyId } from '../treaties/index.ts'
import type { AsOf } from './claim.ts'
import { type Line, lineOf, type Token, tokensIn } from './sentence.ts'

/** A sentence with what stands around it, as recognisers see it. */
export interface Scene {
  readonly register: Register
  readonly reading: DocumentReading
  readonly line: Line
  /** The lines before this one in the same paragraph, nearest last. */
  readonly before: readonly Line[]
  /** The treaty the text spoke of before this sentence, where its words leave no doubt. */
  readonly topic: TreatyId | undefined
  /** Whether the sentence names a treaty that the register does not know. */
  readonly foreign: boolean
  /** The day of the document as an interval, where it is known. */
  readonly documentDay: AsOf | null
}

const treatyIdOf = (mention: Mention): TreatyId | undefined =>
  mention.kind === 'treaty' ? (mention.value.treaty as TreatyId) : undefined

/** The treaty a token names. */
export const treatyOfToken = (token: Token | undefined): TreatyId | undefined =>
  token?.mention && treatyIdOf(token.mention)

/** The States that tokens name, each once. */
export const statesOfTokens = (tokens: readonly Token[]): readonly Iso3[] => [
  ...new Set(tokens.flatMap(({ mention }) => (mention?.kind === 'state' ? [mention.value.iso3] : []))),
]

/** The one treaty that a document names, or the one it names most by far. */
const mainTreaty = (mentions: readonly Mention[]): TreatyId | undefined => {
  const counts = new Map<TreatyId, number>()
  for (const mention of mentions) {
    const id = treatyIdOf(mention)
    if (id && mention.kind === 'treaty' && mention.value.named) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 3 * (second?.[1] ?? 0) ? first[0] : undefined
}

const nearestTreaty = (lines: readonly Line[]): TreatyId | undefined =>
  lines.flatMap(({ tokens }) => tokens.flatMap(token => treatyOfToken(token) ?? [])).at(-1)

/** The treaty whose weapons a line says are banned: `cluster munitions ... banned`. */
const treatyBySubject = (line: Line, treaties: Iterable<Treaty>): TreatyId | undefined => {
  const found = [...treaties].filter(treaty =>
    (treaty.subjects ?? []).some(subject => line.line.includes(`${subject} `)),
  )
  return found.length === 1 ? found[0]?.id : undefined
}

/** The day of the document as an interval; `null` where nothing states it or gives it. */
const documentDayOf = (reading: DocumentReading): AsOf | null => {
  const { published } = reading.document
  const { interval } = published
  return interval ? { from: interval.from, until: interval.until, basis: 'document' } : null
}

const FOREIGN =
  /\p{Lu}[\p{L}-]+(?: (?:of|on|for|the|and|against) (?:the )?\p{Lu}[\p{L}-]+| \p{Lu}[\p{L}-]+)* (?:Statute|Convention|Treaty|Agreement|Protocol|Covenant|Charter|Pact|Accords?)s?(?: (?:of|on|for|against) (?:the )?\p{Lu}[\p{L}-]+)*/gu

/** Whether a stretch of text names a treaty where no mention of ours lies. */
const namesForeign = (source: string, span: Span, mentions: readonly Mention[]): boolean =>
  [...source.slice(span.start, span.end).matchAll(FOREIGN)].some(({ index, 0: name }) => {
    const start = span.start + index
    return !mentions.some(
      ({ kind, start: from, end }) => kind === 'treaty' && from < start + name.length && start < end,
    )
  })

/** How many sentences before one are looked at. */
const LOOK_BACK = 12

/** Whether claims are read from a mention: a State, a treaty, a date, or a group whose members the register knows. */
const isUsed = ({ kind, value }: Mention, { treaties }: Register, blocs: ReadonlySet<string>): boolean => {
  if (kind === 'organisation') return blocs.has(value.id)
  if (kind === 'treaty') return treaties.has(value.treaty as TreatyId)
  return kind === 'state' || (kind === 'date' && value.precision !== 'duration')
}

/** Every sentence of a document as a scene, in order. */
export const scenesOf = (source: string, reading: DocumentReading, register: Register): readonly Scene[] => {
  const documentDay = documentDayOf(reading)
  const blocs = new Set(register.world.blocs.map(bloc => bloc.id))
  const used = reading.mentions.filter(one => isUsed(one, register, blocs))
  const main = mainTreaty(used)
  const byStart = used.toSorted((a, b) => a.start - b.start)
  const scenes: Scene[] = []
  let before: Line[] = []
  let [next, paragraph, open] = [0, 0, -1]
  for (const sentence of reading.sentences) {
    while ((reading.paragraphs[paragraph]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) paragraph++
    if (paragraph !== open) before = []
    open = paragraph
    while ((byStart[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) next++
    let last = next
    while ((byStart[last]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) last++
    const mentions = byStart.slice(next, last)
    const line = lineOf(source, sentence, mentions)
    const topic = nearestTreaty(before) ?? treatyBySubject(line, register.treaties.values()) ?? main
    const foreign = namesForeign(source, sentence, mentions)
    scenes.push({ register, reading, line, before, topic, foreign, documentDay })
    before = [...before, line].slice(-LOOK_BACK)
  }
  return scenes
}

/** Whether "the treaty" could mean more than one here. */
const isUnclear = (scene: Scene, token: Token): boolean => {
  if (token.mention?.kind !== 'treaty' || token.mention.value.named) return false
  const named = [...scene.before, scene.line].flatMap(({ tokens }) =>
    tokens.flatMap(({ mention }) =>
      mention?.kind === 'treaty' && mention.value.named ? [mention.value.treaty] : [],
    ),
  )
  return new Set(named).size > 1
}

/**
 * The treaty a match speaks of: the one it names, else the nearest named before it in the sentence, else the one the
 * text spoke of. Nothing where two could be meant, or where the sentence names a treaty that is not known.
 */
export const treatyFor = (scene: Scene, named: Token | undefined, at: number): TreatyId | undefined => {
  if (named) return isUnclear(scene, named) ? undefined : treatyOfToken(named)
  if (scene.foreign) return undefined
  const inLine = tokensIn(scene.line, 0, at)
    .flatMap(token => treatyOfToken(token) ?? [])
    .at(-1)
  return inLine ?? scene.line.tokens.flatMap(token => treatyOfToken(token) ?? [])[0] ?? scene.topic
}

const VAGUE_TIME =
  /(?:^| )(?:ago|until|till|at the time|at that time|back then|in those days|formerly|previously|earlier|once|used to|no longer|when|(?<!since )then|originally|in the past|by then|the year before|last year|decades?|was|were|had|did|didn't|wasn't|weren't|hadn't)(?: |$)/
const LEADS_DATE = /(?:^| )(?:in|on|as of|at|by|early|late|mid|of|,)(?: the)? $|^$|^in (?:early|late|mid) $/

/** Words that begin another clause, in which a date says nothing of this one. */
const OTHER_CLAUSE =
  /(?:^| )(?:which|who|whom|whose|but|while|although|though|whereas|because|;|:|—|, (?:and|it|he|she|they|we|i|this|that))(?: |$)/

const OPENS_INSERTION =
  '(?:which|who|that|adopted|opened|negotiated|signed|concluded|agreed|drafted|finali[sz]ed|launched|born|in force since)'
/** The beginning of a clause that is set between commas: a date in it says nothing of what follows it. */
const IN_INSERTION = new RegExp(`(?:^| ), ${OPENS_INSERTION}(?: [^,]*)?$`)
const INSERTION = new RegExp(` , ${OPENS_INSERTION} [^,]*(?= ,)`, 'g')

/** Whether a date before a claim belongs to the treaty's name, or to a clause inserted after it. */
const isInserted = (tokens: readonly Token[], index: number, first: number): boolean => {
  const before = tokens.slice(0, index).map(({ as }) => as)
  const between = tokens.slice(index + 1, first).map(({ as }) => as)
  const namesTreaty = (at: number): boolean => treatyOfToken(tokens[at]) !== undefined
  if (namesTreaty(index + 1) && before.at(-1) !== 'in') return true
  if (before.at(-1) === '(' && namesTreaty(index - 2)) return true
  return between.includes(',') && IN_INSERTION.test(before.join(' '))
}

interface DateInLine {
  readonly token: Token
  readonly index: number
}

/** The dates that stand in the same clause as a claim. */
const datesBeside = ({ line }: Scene, claim: Span): readonly DateInLine[] => {
  const { tokens } = line
  const first = tokens.findIndex(({ end }) => end > claim.start)
  const last = tokens.findLastIndex(({ start }) => start < claim.end)
  return tokens.flatMap((token, index) => {
    if (token.as !== 'D') return []
    if (index < first && isInserted(tokens, index, first)) return []
    const between = index < first ? tokens.slice(index + 1, first) : tokens.slice(last + 1, index)
    return OTHER_CLAUSE.test(between.map(({ as }) => as).join(' ')) ? [] : [{ token, index }]
  })
}

/** The one date by which a claim says when it holds; `undefined` where it has none, `null` where it is unclear. */
const dayBeside = (scene: Scene, claim: Span): AsOf | null | undefined => {
  const [only, ...others] = datesBeside(scene, claim)
  if (!only) return undefined
  const days = intervalOf(only.token)
  const value = only.token.mention?.kind === 'date' ? only.token.mention.value : undefined
  const plain =
    value?.modifier === undefined && value?.precision !== 'range' && value?.basis !== 'nearest-date'
  const leading = scene.line.line.slice(0, scene.line.starts[only.index] ?? 0)
  if (others.length > 0 || !days || !plain || !LEADS_DATE.test(leading)) return null
  return { ...days, basis: 'sentence' }
}

/** "By 13 July 2022, 66 States have ratified, and 86 have signed": the day holds for every clause behind it. */
const dayOpening = ({ line }: Scene): AsOf | undefined => {
  const at = line.tokens.findIndex(({ as }) => as === 'D')
  const lead = line.tokens
    .slice(0, Math.max(0, at))
    .map(({ as }) => as)
    .join(' ')
  const days =
    /^(?:by|as of)$/.test(lead) && line.tokens[at + 1]?.as === ',' ? intervalOf(line.tokens[at]) : undefined
  return days && { ...days, basis: 'sentence' }
}

/**
 * The days a claim speaks of: those its own clause names; none where the sentence points to a time without naming
 * it, or speaks in the past; else the document's day.
 */
export const asOfFor = (scene: Scene, claim: Span): AsOf | null => {
  const own = dayBeside(scene, claim)
  if (own !== undefined) return own
  const opening = dayOpening(scene)
  if (opening) return opening
  return VAGUE_TIME.test(scene.line.line.replace(INSERTION, '')) ? null : scene.documentDay
}

/** The interval that a date token names. */
export const intervalOf = (token: Token | undefined): { from: Day; until: Day } | undefined =>
  token?.mention?.kind === 'date' ? (token.mention.value.interval ?? undefined) : undefined
