import type { Day } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'
import { authorsOf } from './authors.ts'
import { blanked, type CableFrame, cableFrame, isRepaired } from './cable/index.ts'
import { cableLayout } from './cable/layout.ts'
import { cableOutline } from './cable/posts.ts'
import { datesIn } from './dates.ts'
import { bareText, type FramedText, type StatedFacts } from './frame.ts'
import { kindOf, languageOf } from './kind.ts'
import type { Lexicon } from './lexicon.ts'
import { isWrapped, type Line, linesOf, paragraphsOf } from './lines.ts'
import type { Mention } from './mention.ts'
import { mentionsIn } from './mentions.ts'
import { partsIn, turnsIn } from './parts.ts'
import { publishedOf } from './published.ts'
import type { DocumentFacts, DocumentProblem, DocumentReading, Sentence, Zone } from './reading.ts'
import { sentencesOf, spanAt } from './sentences.ts'
import { wordsOf } from './words.ts'
import { type Layout, layoutOf } from './zones.ts'

/** What is known of a document besides its text. */
export interface ReadOptions {
  /** The day of the document; it wins over a date that the text states. */
  readonly date?: Day
}

/** The structure of a text: what stands where, before any name in it is understood. */
export interface Structure {
  /** The text with a blank for every character that is a mark of its format or a header printed inside a cable. */
  readonly shown: string
  readonly lines: readonly Line[]
  readonly cable: CableFrame | null
  readonly layout: Layout
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
  readonly stated: StatedFacts
}

const typeAt = (zones: readonly Zone[], place: number): Zone['type'] =>
  zones[spanAt(zones, place)]?.type ?? 'body'

/** The lines of the document itself, without page furniture and what is around it. */
const bodyLines = ({ lines, layout }: Structure): readonly Line[] =>
  lines.filter(line => ['body', 'heading', 'signature'].includes(typeAt(layout.zones, line.start)))

const withZones = (sentences: readonly Span[], zones: readonly Zone[]): readonly Sentence[] =>
  sentences.map(sentence => ({ ...sentence, zone: typeAt(zones, sentence.start) }))

const LONG_GAP = 160

/** Zones that hold the marks of the format too: those before words on their line, and those after them. */
const covering = (text: string, zones: readonly Zone[]): readonly Zone[] => {
  const whole = text.trimEnd().length
  if (zones.length === 0 && whole > 0)
    return [{ type: 'furniture', start: whole - text.trimEnd().trimStart().length, end: whole }]
  const found: Zone[] = []
  let end = 0
  for (const zone of zones) {
    const gap = text.slice(end, zone.start)
    const line = end + gap.lastIndexOf('\n') + 1
    const last = found.at(-1)
    const before = /\S/.test(text.slice(end, line)) ? end + text.slice(end, line).trimEnd().length : undefined
    if (before !== undefined && (!last || gap.length > LONG_GAP))
      found.push({ type: 'furniture', start: end + (gap.length - gap.trimStart().length), end: before })
    else if (before !== undefined && last) found[found.length - 1] = { ...last, end: before }
    const own = text.slice(line, zone.start)
    found.push({ ...zone, start: line + (own.length - own.trimStart().length) })
    end = zone.end
  }
  const last = found.at(-1)
  const until = text.trimEnd().length
  if (last && until > last.end) found[found.length - 1] = { ...last, end: until }
  return found
}

/** The structure of a text. It takes any text and never throws. */
export const structureOf = (framed: FramedText): Structure => {
  const readable = blanked(framed.text, framed.marks)
  const lines = linesOf(readable)
  const cable = cableFrame(readable, lines)
  const layout = cable
    ? cableLayout(
        lines,
        cable,
        framed.hints.some(hint => hint.role === 'header-field'),
      )
    : layoutOf(framed, lines)
  const zones = framed.marks.length > 0 ? covering(framed.text, layout.zones) : layout.zones
  const shown = blanked(readable, layout.interruptions)
  const bodyLines = shown === readable ? lines : linesOf(shown)
  const paragraphs = paragraphsOf(bodyLines, isWrapped(bodyLines))
  const sentences = withZones(sentencesOf(shown, paragraphs), zones)
  return { shown, lines, cable, layout: { ...layout, zones }, paragraphs, sentences, stated: framed.stated }
}

// A cable of the State Department or of an American embassy speaks for the United States.
const AMERICAN =
  /\b(?:SECSTATE|AMEMBASSY|AMCONSUL|AMCONGEN|US(?:MISSION|NATO|EU|UN|OSCE|OECD|DEL)?|SECDEF|WHITE HOUSE)\b/
const USA = 'USA' as Iso3

const speakerOf = (cable: CableFrame | null): { readonly speaker?: Iso3 } => {
  if (!cable) return {}
  const { from, caption, messageReference } = cable.header
  const isAmerican = AMERICAN.test(from?.value ?? '') || caption.some(({ value }) => value === 'SIPDIS')
  return isAmerican || /^\d+STATE\d/.test(messageReference?.value ?? '') ? { speaker: USA } : {}
}

const titleIn = (text: string, { cable, layout, stated }: Structure): string | null => {
  if (cable) return cable.header.subject?.value ?? null
  const { title } = layout
  return title ? text.slice(title.start, title.end).replace(/\s+/g, ' ') : (stated.title ?? null)
}

const factsOf = (
  text: string,
  { shown, cable, layout, stated }: Structure,
  { kind, title, published }: Pick<DocumentFacts, 'kind' | 'title' | 'published'>,
): DocumentFacts => {
  const { zones } = layout
  return {
    kind,
    title,
    ...(layout.title && { titleSpan: layout.title }),
    authors: authorsOf(text, zones, cable, kind, stated),
    publisher: stated.publisher ?? null,
    published,
    language: stated.language?.slice(0, 2).toLowerCase() ?? languageOf(shown),
    ...speakerOf(cable),
  }
}

/** Numbers that the count of the paragraphs leaves out. */
const gapProblems = (cable: CableFrame | null): readonly DocumentProblem[] =>
  (cable?.paragraphs ?? []).flatMap(({ n, start }, index, all): DocumentProblem[] => {
    const before = all[index - 1]?.n ?? 0
    const message = `No label of paragraph ${before + 1}${n - before > 2 ? ` to ${n - 1}` : ''} was found before paragraph ${n}.`
    return n > before + 1 ? [{ kind: 'cable-gap', message, start, end: start }] : []
  })

const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  ru: 'Russian',
  ar: 'Arabic',
  zh: 'Chinese',
}

/** Names are found by their English forms. */
const languageProblems = ({ language }: DocumentFacts): readonly DocumentProblem[] =>
  language === null || language === 'en'
    ? []
    : [
        {
          kind: 'language',
          message: `The text is in ${LANGUAGE_NAMES[language] ?? language}; States, treaties and dates are found in English text only.`,
        },
      ]

const labelProblems = (cable: CableFrame | null): readonly DocumentProblem[] =>
  (cable?.paragraphs ?? [])
    .filter(({ label, n }) => isRepaired(label, n))
    .map(({ label, n, labelStart }) => ({
      kind: 'cable-label',
      message: `The label "${label}" is read as paragraph ${n}, from the sequence.`,
      start: labelStart,
      end: labelStart + label.length,
    }))

/** A mention quotes the text itself, also where it was read with its marks blanked. */
const quoting = (text: string, mentions: readonly Mention[]): readonly Mention[] =>
  mentions.map(mention => ({ ...mention, text: text.slice(mention.start, mention.end) }))

/**
 * Reads a text: its frame, its sentences, and the States, treaties, organisations and dates that it mentions.
 * It takes any text and never throws; what it cannot tell it leaves unknown.
 */
export const readDocument = (
  source: string | FramedText,
  lexicon: Lexicon,
  options: ReadOptions = {},
): DocumentReading => {
  const framed = typeof source === 'string' ? bareText(source) : source
  const { text } = framed
  const structure = structureOf(framed)
  const { shown, lines, cable, layout, sentences, paragraphs } = structure
  const words = wordsOf(shown)
  const hits = datesIn(words)
  const title = titleIn(text, structure)
  const kind = cable
    ? 'cable'
    : kindOf({ text: shown, lines, zones: layout.zones, title: title ?? '', stated: framed.stated })
  const { published, problems } = publishedOf({
    lines,
    hits,
    zones: layout.zones,
    cable,
    stated: framed.stated,
    kind,
    given: options.date,
  })
  const document = factsOf(text, structure, { kind, title, published })
  const mentions = mentionsIn({ structure, words, lexicon, dates: hits, document })
  return {
    document,
    zones: layout.zones,
    cable: cable && cableOutline(text, cable, lexicon, mentions),
    parts: kind === 'law' || kind === 'treaty' ? partsIn(bodyLines(structure)) : [],
    turns: kind === 'transcript' ? turnsIn(lines, place => typeAt(layout.zones, place)) : [],
    sentences,
    paragraphs,
    mentions: shown === text ? mentions : quoting(text, mentions),
    quotations: [],
    reported: [],
    events: [],
    problems: [...problems, ...languageProblems(document), ...labelProblems(cable), ...gapProblems(cable)],
  }
}
