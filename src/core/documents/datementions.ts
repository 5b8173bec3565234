import { daysBetween } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import type { DateHit } from './dates.ts'
import type { DateMention, DateValue } from './mention.ts'
import type { Published, Zone } from './reading.ts'
import { type DateContext, middleOf, valueOf } from './resolve.ts'
import { spanAt } from './sentences.ts'
import { keyAt, type Words } from './words.ts'

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

const LONGEST_SENTENCE = 600

const yearOfInterval = ({ interval, edtf }: DateValue): number | undefined => (interval ? +edtf.slice(0, 4) || undefined : undefined)

/** Whether a date lends its year to those after it in the sentence: "the 2009 sessions (16-20 February)". */
const lendsYear = (words: Words, hit: DateHit, { basis, modifier }: DateValue): boolean =>
  basis !== 'document-date' && modifier !== 'before' && modifier !== 'after' && modifier !== 'since' && keyAt(words, hit.first - 1) !== 'by'

/** The dates of a text with their values, in order; what no context can fix keeps an open interval. */
export const dateMentions = ({ words, hits, published, sentences, zones }: DateScene): readonly DateMention[] => {
  const { interval } = published
  const exact = interval && daysBetween(interval.from, interval.until) === 0 ? interval.from : undefined
  const mentions: DateMention[] = []
  let sentenceAt = -1
  let sentenceYear: number | undefined
  let textYear: number | undefined
  for (const hit of hits) {
    const { start, end, form } = hit.found
    const at = spanAt(sentences, start)
    if (at !== sentenceAt) sentenceYear = undefined
    sentenceAt = at
    const sentence = sentences[at] ?? { start, end }
    const isApart = APART.has(zones[spanAt(zones, start)]?.type ?? 'body')
    const context: DateContext = {
      near: interval && !isApart ? middleOf(interval) : undefined,
      documentDay: isApart ? undefined : exact,
      sentenceYear,
      textYear: isApart ? undefined : textYear,
      sentence: words.text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_SENTENCE)),
    }
    const value = valueOf(hit.found, context)
    if (!value) continue
    if (lendsYear(words, hit, value)) sentenceYear = yearOfInterval(value) ?? sentenceYear
    if (value.basis === 'stated') textYear = yearOfInterval(value) ?? textYear
    const confidence = value.basis === 'stated' && value.interval ? hit.confidence : value.interval ? 'medium' : 'low'
    mentions.push({ kind: 'date', start, end, text: words.text.slice(start, end), value, confidence, rule: `date-${form}` })
  }
  return mentions
}
