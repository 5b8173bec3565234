import type { Day } from '../calendar/index.ts'
import type { DocumentReading, Mention } from '../documents/index.ts'
import type { Span } from '../evidence/index.ts'
import type { Register } from '../register/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Treaty, TreatyId } from '../treaties/index.ts'
import type { AsOf } from './claim.ts'
import { type Line, lineOf, type Token } from './sentence.ts'

/** A sentence with what stands around it, as recognisers see it. */
export interface Scene {
  readonly register: Register
  readonly reading: DocumentReading
  readonly line: Line
  /** The lines before this one in the same paragraph, nearest last. */
  readonly before: readonly Line[]
  /** The treaty the text speaks of here, where its words leave no doubt. */
  readonly topic: TreatyId | undefined
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

const paragraphOf = (reading: DocumentReading, span: Span): Span | undefined =>
  reading.paragraphs.find(paragraph => paragraph.start <= span.start && span.start < paragraph.end)

/** Every sentence of a document as a scene, in order. */
export const scenesOf = (source: string, reading: DocumentReading, register: Register): readonly Scene[] => {
  const documentDay = documentDayOf(reading)
  const main = mainTreaty(reading.mentions)
  const byStart = [...reading.mentions].sort((a, b) => a.start - b.start)
  const scenes: Scene[] = []
  let paragraph: Span | undefined
  let before: Line[] = []
  let next = 0
  for (const sentence of reading.sentences) {
    const here = paragraphOf(reading, sentence)
    if (here !== paragraph) before = []
    paragraph = here
    while ((byStart[next]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) next++
    const mentions: Mention[] = []
    for (let i = next; (byStart[i]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; i++) {
      const mention = byStart[i]
      if (mention) mentions.push(mention)
    }
    const line = lineOf(source, sentence, mentions)
    const topic =
      nearestTreaty([...before, line]) ?? treatyBySubject(line, register.treaties.values()) ?? main
    scenes.push({ register, reading, line, before, topic, documentDay })
    before = [...before, line]
  }
  return scenes
}

/** The interval that a date token names. */
export const intervalOf = (token: Token | undefined): { from: Day; until: Day } | undefined =>
  token?.mention?.kind === 'date' ? (token.mention.value.interval ?? undefined) : undefined
