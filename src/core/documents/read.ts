import type { Day } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'
import { authorsOf } from './authors.ts'
import { type CableFrame, isRepaired } from './cable/index.ts'
import { cableOutline } from './cable/posts.ts'
import { type DateHit, datesIn } from './dates.ts'
import { eventsIn } from './events/index.ts'
import { flatStructure, flattened, moved } from './flat.ts'
import { bareText, type FramedText } from './frame.ts'
import { kindOf } from './kind.ts'
import {
  type Language,
  languageDecided,
  languageKnown,
  languageMessage,
  languageOf,
  localDateHits,
  localMentions,
  localPublished,
  localWords,
} from './languages/index.ts'
import type { Lexicon } from './lexicon.ts'
import type { Line } from './lines.ts'
import type { Mention } from './mention.ts'
import { mentionsIn, type NamingScene } from './mentions.ts'
import { partsIn, turnsIn } from './parts.ts'
import { publishedOf } from './published.ts'
import type { DocumentFacts, DocumentKind, DocumentProblem, DocumentReading, Published } from './reading.ts'
import { quotationsIn, speechIn } from './speech/index.ts'
import { type Structure, structureOf, typeAt } from './structure.ts'
import { type Words, wordsOf } from './words.ts'

/** What is known of a document besides its text. */
export interface ReadOptions {
  /** The day of the document; it wins over a date that the text states. */
  readonly date?: Day
}

/** The lines of the document itself, without page furniture and what is around it. */
const bodyLines = ({ lines, layout }: Structure): readonly Line[] =>
  lines.filter(line => ['body', 'heading', 'signature'].includes(typeAt(layout.zones, line.start)))

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

/** The name of a field before a title that stands in the front matter of a file. */
const FRONT_FIELD = /^title: *$|\ntitle: *$/i

const titleIn = (text: string, { cable, layout, stated }: Structure): string | null => {
  if (cable) return cable.header.subject?.value ?? null
  const { title } = layout
  if (title && FRONT_FIELD.test(text.slice(Math.max(0, title.start - 8), title.start)) && stated.title)
    return stated.title
  return title ? text.slice(title.start, title.end).replace(/\s+/g, ' ').trim() : (stated.title ?? null)
}

const factsOf = (
  text: string,
  { cable, layout, stated, shown }: Structure,
  { kind, title, published, language }: Pick<DocumentFacts, 'kind' | 'title' | 'published' | 'language'>,
): DocumentFacts => {
  const { zones } = layout
  return {
    kind,
    title,
    ...(layout.title && { titleSpan: layout.title }),
    authors: authorsOf(cable ? text : shown, zones, cable, kind, stated),
    publisher: stated.publisher ?? null,
    published,
    language,
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

/** What was looked for in a document that is not in English, and what was not. */
const languageProblems = ({ language }: DocumentFacts): readonly DocumentProblem[] => {
  const message = languageMessage(language)
  return message === undefined ? [] : [{ kind: 'language', message }]
}

const MOST_DELETED = 200

/** What the file marks as deleted or struck out: it stands in the text, and is no longer said. */
const deletedProblems = ({ text, hints }: FramedText): readonly DocumentProblem[] =>
  hints
    .filter(({ role, start, end }) => role === 'deleted' && /\S/.test(text.slice(start, end)))
    .slice(0, MOST_DELETED)
    .map(({ start, end }) => ({
      kind: 'deleted',
      message: `The file marks "${text.slice(start, Math.min(end, start + 60)).replace(/\s+/g, ' ')}" as deleted.`,
      start,
      end,
    }))

const labelProblems = (cable: CableFrame | null): readonly DocumentProblem[] =>
  (cable?.paragraphs ?? [])
    .filter(({ label, n }) => isRepaired(label, n))
    .map(({ label, n, labelStart }) => ({
      kind: 'cable-label',
      message: `The label "${label}" is read as paragraph ${n}, from the sequence.`,
      start: labelStart,
      end: labelStart + label.length,
    }))

/** What is found quotes the text itself, also where it was read with its marks blanked. */
const quoting = <T extends Span & { readonly text: string }>(
  text: string,
  found: readonly T[],
): readonly T[] => found.map(one => ({ ...one, text: text.slice(one.start, one.end) }))

const languageFor = ({ shown, stated }: Structure, words: Words): string | null =>
  languageDecided(stated.language?.slice(0, 2).toLowerCase() ?? languageOf(shown), words)

/** The date of a document whose own forms of dates lead it, where the common signs show none. */
const publishedLocally = (
  published: Published,
  { lines }: Structure,
  hits: readonly DateHit[],
  kind: DocumentKind,
): Published =>
  published.basis === 'unknown' && kind !== 'law' && kind !== 'treaty'
    ? (localPublished(lines, hits) ?? published)
    : published

const mentionsInLanguage = (
  language: Language,
  { structure, words, lexicon, dates, document }: NamingScene,
): readonly Mention[] => {
  const { sentences, paragraphs, layout } = structure
  const { published } = document
  return localMentions({
    ...{ language, words, lexicon, dates, published, sentences, paragraphs },
    zones: layout.zones,
  })
}

type Understood = Pick<DocumentReading, 'mentions' | 'quotations' | 'reported' | 'events'>

/** What a text names, who says what in it and what it tells of, in a language that is read. */
const understoodIn = (scene: NamingScene, words: Words, local: Language | undefined): Understood => {
  const { structure, document } = scene
  if (local)
    return {
      mentions: mentionsInLanguage(local, scene),
      quotations: quotationsIn(structure.paragraphs, words),
      reported: [],
      events: [],
    }
  const mentions = mentionsIn(scene)
  const { quotations, reported } = speechIn(structure, words, mentions, document.authors)
  return { mentions, quotations, reported, events: eventsIn(structure, words, mentions, reported) }
}

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
  const flat = flattened(shown)
  const isFlat = flat.text === shown
  const words = wordsOf(flat.text)
  const language = languageFor(structure, words)
  // Cables are written in a frame of English words, whatever they quote.
  const local = cable ? undefined : languageKnown(language)
  const own = local ? localWords(local, flat.text) : words
  const dates = local ? localDateHits(local, own) : datesIn(words)
  const hits = isFlat ? dates : moved(dates, flat.back)
  const title = titleIn(text, structure)
  const kind = cable
    ? 'cable'
    : kindOf({ text: shown, lines, zones: layout.zones, title: title ?? '', stated: framed.stated })
  const dated = publishedOf({
    lines,
    hits,
    zones: layout.zones,
    cable,
    stated: framed.stated,
    kind,
    given: options.date,
  })
  const published = local ? publishedLocally(dated.published, structure, hits, kind) : dated.published
  const document = factsOf(text, structure, { kind, title, published, language })
  const shape = isFlat ? structure : flatStructure(structure, flat)
  const understood = understoodIn({ structure: shape, words: own, lexicon, dates, document }, words, local)
  const { mentions, quotations, reported, events } = isFlat ? understood : moved(understood, flat.back)
  const isOwn = isFlat && shown === text
  return {
    document,
    zones: layout.zones,
    cable: cable && cableOutline(text, cable, lexicon, mentions),
    parts: kind === 'law' || kind === 'treaty' ? partsIn(bodyLines(structure)) : [],
    turns: kind === 'transcript' ? turnsIn(lines, place => typeAt(layout.zones, place)) : [],
    sentences,
    paragraphs,
    mentions: isOwn ? mentions : quoting(text, mentions),
    quotations: isOwn ? quotations : quoting(text, quotations),
    reported: isOwn ? reported : quoting(text, reported),
    events: isOwn ? events : quoting(text, events),
    problems: [
      ...dated.problems,
      ...languageProblems(document),
      ...labelProblems(cable),
      ...gapProblems(cable),
      ...deletedProblems(framed),
    ],
  }
}
