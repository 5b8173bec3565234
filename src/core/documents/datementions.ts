import type { Day } from '../calendar/index.ts'
import type { Confidence, Span } from '../evidence/index.ts'
import type { FoundDate } from './dateforms.ts'
import type { DateHit } from './dates.ts'
import type { DateMention, DateValue } from './mention.ts'
import type { Published, Zone } from './reading.ts'
import { type DateContext, dateValueOf, middleOf } from './resolve.ts'
import { spanAt } from './sentences.ts'
import { gapAfter, keyAt, type Words } from './words.ts'

/** What the dates of a text are read against. */
export interface DateScene {
  readonly words: Words
  readonly hits: readonly DateHit[]
  readonly published: Published
  readonly sentences: readonly Span[]
  readonly zones: readonly Zone[]
}

/** Zones whose words are older or younger than the document, so that its date says nothing about theirs. */
const APART = new Set(['related', 'faq', 'link-farm', 'article-info'])

const CLAUSE = 160

/** The clause around a date, inside its sentence. */
const clauseAround = (
  text: string,
  sentence: Span,
  { start, end }: Span,
): { before: string; after: string } => {
  const before = text.slice(Math.max(sentence.start, start - CLAUSE), start)
  const after = text.slice(end, Math.min(sentence.end, end + CLAUSE))
  return { before: before.split(/[;:—]/).at(-1) ?? '', after: after.split(/[;:—]/, 1)[0] ?? '' }
}

const NO_CLAUSE = { before: '', after: '' }

/** Whether the words give the year, so that the clause around them does not matter. */
const isWhole = (found: FoundDate): boolean => !('relative' in found) && found.first.year !== undefined

const yearOfInterval = ({ interval, edtf }: DateValue): number | undefined =>
  interval ? +edtf.slice(0, 4) || undefined : undefined

/** "the 2013 pact", "a 2012 deadline": a year that belongs to a thing, and dates nothing else of the sentence. */
const isAttributive = (words: Words, { first, next }: DateHit): boolean =>
  /^(?:the|an?|its|their|this|that)$/.test(keyAt(words, first - 1)) &&
  gapAfter(words, next - 1) === ' ' &&
  /^(?:pact|treaty|convention|agreement|accord|deal|protocol|law|act|deadline|resolution|ban|declaration|report|war|invasion|decision)$/.test(
    keyAt(words, next),
  )

/** Whether a date lends its year to those after it in the sentence: "the 2009 sessions (16-20 February)". */
const lendsYear = (words: Words, hit: DateHit, { basis, modifier }: DateValue): boolean =>
  !isAttributive(words, hit) &&
  basis !== 'document-date' &&
  modifier !== 'before' &&
  modifier !== 'after' &&
  modifier !== 'since' &&
  keyAt(words, hit.first - 1) !== 'by'

/** A year taken from another sentence is a guess; from the same sentence or the document's date it is a good one. */
const confidenceIn = (
  { basis, interval }: DateValue,
  hit: DateHit,
  sentenceYear: number | undefined,
): Confidence => {
  if (interval === null) return 'low'
  if (basis === 'stated') return hit.confidence
  const isPointed = 'pointsBack' in hit.found
  return basis === 'document-date' || sentenceYear !== undefined || isPointed ? 'medium' : 'low'
}

/** Years at which sums of days stay inside the calendar. */
const isWithinReach = (day: Day): boolean => day > '0100' && day < '9900'

/** The document's date as dates in its text are read against it: exact where it is a day, else near its middle. */
const anchorOf = ({ interval }: Published): Pick<DateContext, 'near' | 'documentDay'> => {
  if (!interval || !isWithinReach(interval.from)) return { near: undefined, documentDay: undefined }
  return {
    near: middleOf(interval),
    documentDay: interval.from === interval.until ? interval.from : undefined,
  }
}

/** A text without a date of its own counts from the last day that it states. */
const anchorOnDay = (day: Day | undefined): Pick<DateContext, 'near' | 'documentDay'> => ({
  near: day,
  documentDay: day,
})

const NOWHERE: Pick<DateContext, 'near' | 'documentDay'> = { near: undefined, documentDay: undefined }

/** What reading the dates before a place has found: the years that lend themselves to dates without one. */
interface Years {
  readonly sentence: number
  readonly inSentence: number | undefined
  readonly inText: number | undefined
  /** The last day that the text itself states. */
  readonly lastDay: Day | undefined
}

const yearsAfter = (years: Years, words: Words, hit: DateHit, value: DateValue): Years => ({
  ...years,
  inSentence: (lendsYear(words, hit, value) ? yearOfInterval(value) : undefined) ?? years.inSentence,
  inText: (value.basis === 'stated' ? yearOfInterval(value) : undefined) ?? years.inText,
  lastDay:
    (value.basis === 'stated' && value.precision === 'day' ? value.interval?.from : undefined) ??
    years.lastDay,
})

const mentionOf = (words: Words, hit: DateHit, value: DateValue, years: Years): DateMention => {
  const { start, end, form } = hit.found
  const confidence = confidenceIn(value, hit, years.inSentence)
  return {
    kind: 'date',
    start,
    end,
    text: words.text.slice(start, end),
    value,
    confidence,
    rule: `date-${form}`,
  }
}

/** The dates of a text with their values, in order; what no context can fix keeps an open interval. */
export const dateMentions = ({
  words,
  hits,
  published,
  sentences,
  zones,
}: DateScene): readonly DateMention[] => {
  const anchor = anchorOf(published)
  const mentions: DateMention[] = []
  let years: Years = { sentence: -1, inSentence: undefined, inText: undefined, lastDay: undefined }
  for (const hit of hits) {
    const { start } = hit.found
    const at = spanAt(sentences, start)
    if (at !== years.sentence) years = { ...years, sentence: at, inSentence: undefined }
    const isApart = APART.has(zones[spanAt(zones, start)]?.type ?? 'body')
    const here = 'relative' in hit.found && !anchor.documentDay ? anchorOnDay(years.lastDay) : anchor
    const isOfTextYear = 'pointsBack' in hit.found && (years.inSentence ?? years.inText) !== undefined
    const value = dateValueOf(hit.found, {
      ...(isApart || isOfTextYear ? NOWHERE : here),
      sentenceYear: years.inSentence,
      textYear: isApart ? undefined : years.inText,
      ...(isWhole(hit.found) ? NO_CLAUSE : clauseAround(words.text, sentences[at] ?? hit.found, hit.found)),
    })
    if (!value) continue
    const isByText = here !== anchor && value.basis === 'document-date'
    mentions.push(mentionOf(words, hit, isByText ? { ...value, basis: 'nearest-date' } : value, years))
    years = yearsAfter(years, words, hit, value)
  }
  return mentions
}
