import type { Day } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'
import { treatyPointers } from './anaphora.ts'
import { authorsOf } from './authors.ts'
import { type CableOutline, cableOutline, isRepaired, looksLikeCable } from './cable.ts'
import { postLists } from './capitals.ts'
import { dateMentions } from './datementions.ts'
import { type DateHit, datesIn } from './dates.ts'
import { kindOf, languageOf } from './kind.ts'
import { type Lexicon, scan } from './lexicon.ts'
import { isWrapped, type Line, linesOf, paragraphsOf } from './lines.ts'
import type { Mention } from './mention.ts'
import { organisationMentions } from './organisations.ts'
import { publishedOf } from './published.ts'
import type { DocumentFacts, DocumentProblem, DocumentReading, Published, Sentence, Zone } from './reading.ts'
import { sentencesOf, spanAt } from './sentences.ts'
import { stateMentions } from './states.ts'
import { namedTreaties } from './treaties.ts'
import { type Words, wordsOf } from './words.ts'
import { cableLayout, type Layout, layoutOf } from './zones.ts'

/** What is known of a document besides its text. */
export interface ReadOptions {
  /** The day of the document; it wins over a date that the text states. */
  readonly date?: Day
}

/** The parts of a text that every later step reads. */
interface Parts {
  readonly text: string
  readonly lines: readonly Line[]
  readonly words: Words
  readonly cable: CableOutline | null
  readonly layout: Layout
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
}

const withZones = (sentences: readonly Span[], zones: readonly Zone[]): readonly Sentence[] =>
  sentences.map(sentence => ({ ...sentence, zone: zones[spanAt(zones, sentence.start)]?.type ?? 'body' }))

const partsOf = (text: string): Parts => {
  const lines = linesOf(text)
  const cable = looksLikeCable(text) ? cableOutline(text, lines) : null
  const layout = cable ? cableLayout(text, lines, cable) : layoutOf(lines)
  const paragraphs = paragraphsOf(lines, isWrapped(lines))
  const sentences = withZones(sentencesOf(text, paragraphs), layout.zones)
  return { text, lines, words: wordsOf(text), cable, layout, paragraphs, sentences }
}

const mentionsIn = (
  parts: Parts,
  lexicon: Lexicon,
  hits: readonly DateHit[],
  published: Published,
): readonly Mention[] => {
  const { text, words, cable, sentences, paragraphs, layout } = parts
  const found = scan(lexicon, words)
  const named = namedTreaties(words, found.treaty)
  const from = cable?.subject?.start ?? cable?.headerEnd ?? 0
  return [
    ...stateMentions({
      words,
      hits: found.state,
      postLists: cable ? postLists(text, cable.headerEnd) : [],
      from,
    }),
    ...named,
    ...treatyPointers({ words, lexicon, named, sentences, paragraphs }),
    ...organisationMentions(words, found.organisation),
    ...dateMentions({ words, hits, published, sentences, zones: layout.zones }),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end)
}

// A cable of the State Department or of an American embassy speaks for the United States.
const AMERICAN =
  /\b(?:SECSTATE|AMEMBASSY|AMCONSUL|AMCONGEN|US(?:MISSION|NATO|EU|UN|OSCE|OECD|DEL)?|SECDEF|WHITE HOUSE)\b/
const USA = 'USA' as Iso3

const speakerOf = (text: string, cable: CableOutline | null): { readonly speaker?: Iso3 } => {
  if (!cable) return {}
  const isAmerican =
    AMERICAN.test(cable.from?.value ?? '') || /^SIPDIS\b/m.test(text.slice(0, cable.headerEnd))
  return isAmerican || /^\d+STATE\d/.test(cable.messageReference?.value ?? '') ? { speaker: USA } : {}
}

const factsOf = ({ text, lines, cable, layout }: Parts, published: Published): DocumentFacts => {
  const { title, zones } = layout
  return {
    kind: cable ? 'cable' : kindOf(text, lines, zones),
    title: cable ? (cable.subject?.value ?? null) : title ? text.slice(title.start, title.end) : null,
    ...(title && { titleSpan: title }),
    authors: authorsOf(text, zones, cable),
    published,
    language: languageOf(text),
    ...speakerOf(text, cable),
  }
}

const labelProblems = (cable: CableOutline | null): readonly DocumentProblem[] =>
  (cable?.paragraphs ?? []).filter(isRepaired).map(({ label, number, start }) => ({
    kind: 'cable-label',
    message: `The label "${label}" is read as paragraph ${number}, from the sequence.`,
    start,
    end: start + label.length,
  }))

/**
 * Reads a text: its frame, its sentences, and the States, treaties, organisations and dates that it mentions.
 * It takes any text and never throws; what it cannot tell it leaves unknown.
 */
export const readDocument = (text: string, lexicon: Lexicon, options: ReadOptions = {}): DocumentReading => {
  const parts = partsOf(text)
  const { lines, cable, layout, sentences, paragraphs } = parts
  const hits = datesIn(parts.words)
  const { published, problems } = publishedOf({
    lines,
    hits,
    zones: layout.zones,
    cable,
    given: options.date,
  })
  return {
    document: factsOf(parts, published),
    zones: layout.zones,
    cable,
    sentences,
    paragraphs,
    mentions: mentionsIn(parts, lexicon, hits, published),
    quotations: [],
    reported: [],
    events: [],
    problems: [...problems, ...labelProblems(cable)],
  }
}
