import type { Span } from '../evidence/index.ts'
import { trimmed } from './lines.ts'

/** Abbreviations that are followed by a name or more words, and never end a sentence. */
const BEFORE_NAME = new Set(
  'mr mrs ms mx dr prof gen col lt maj capt cpl sgt sen rep gov pres amb hon rev fr sr st mt messrs adm cmdr vs cf viz eg ie esp incl approx ca dept ee'.split(
    ' ',
  ),
)
/** Abbreviations that are followed by a number; before anything else the point ends the sentence. */
const BEFORE_NUMBER = new Set(
  'no nos art arts para paras p pp vol vols ch sec sect fig figs ed eds res doc add rev ser c l jan feb mar apr jun jul aug sep sept oct nov dec ann annex app cl reg s ss abs ziff nr bd núm párr apdo ст п пп гл разд'.split(
    ' ',
  ),
)
/** Abbreviations that may also stand last in a sentence. */
const EITHER = new Set('inc ltd co corp al etc jr assn bros est'.split(' '))

/** Words that begin a sentence so much oftener than they follow an initialism that they decide "the U.S. The". */
const STARTERS = new Set(
  'the a an it its he she they we i you in on at as but and or so if when while although though however since after before this that these those there for from to by with no not one some many most all both other others our their his her what who how why under during until despite according also then now'.split(
    ' ',
  ),
)

// Bounded, so that a run of a million points costs no more than its length.
const STOP =
  /[.!?…؟]{1,6}["'”’»)\]]{0,4}(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}){0,3}(?=\s)|[。！？]{1,6}[”’」』）》]{0,4}/g
const WORD_AFTER = /^[\s"'“‘«([]*([\p{L}\p{N}]+)/u
const NEAR = 48

/** "am 3. Dezember": the point makes the number an ordinal. */
const GERMAN_MONTH = /^(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)$/
const SHARED_MONTH = /^(?:April|August|September|November)$/
const GERMAN_DAY = /(?:^|\s)(?:am|vom|bis|bis zum|zum|dem|den|ab|seit|der|und) \d{1,2}$/

const isGermanDay = (before: string, word: string, next: string): boolean =>
  /^\d{1,2}$/.test(word) && (GERMAN_MONTH.test(next) || (SHARED_MONTH.test(next) && GERMAN_DAY.test(before)))

const endsAfterPoint = (word: string, next: string): boolean => {
  const key = word.replace(/\.$/, '').toLowerCase()
  if (BEFORE_NAME.has(key)) return false
  if (BEFORE_NUMBER.has(key))
    return !/^\d/.test(next) && (key.length > 1 || /^\p{Ll}/u.test(word) || STARTERS.has(next.toLowerCase()))
  if (/^\p{Lu}$/u.test(word) || key.includes('.') || EITHER.has(key))
    return STARTERS.has(next.toLowerCase()) && !/^\p{Lu}$/u.test(word)
  return true
}

/** The last word of a stretch, with points inside it, without brackets or quotation marks before it. */
const wordBefore = (stretch: string): string =>
  stretch
    .slice(Math.max(stretch.lastIndexOf(' '), stretch.lastIndexOf('\n')) + 1)
    .replace(/^[^\p{L}\p{N}]+/u, '')

/** Whether a sentence ends at a stop: what follows has to look like a beginning, what precedes not like an abbreviation. */
const isEnd = (text: string, at: number, mark: string, limit: number): boolean => {
  const rest = text.slice(at + mark.length, Math.min(limit, at + mark.length + NEAR))
  const next = WORD_AFTER.exec(rest)?.[1] ?? ''
  if (/^\p{Ll}/u.test(next)) return false
  if (mark !== '.') return mark.startsWith('.') ? true : next !== '' || rest.trim() !== ''
  const before = text.slice(Math.max(0, at - NEAR), at)
  const word = wordBefore(before)
  return word === '' || (!isGermanDay(before, word, next) && endsAfterPoint(word, next))
}

/** A number or letter at the head of a paragraph belongs to its first sentence. */
const LABEL = /^\s*(?:¶ ?|\[1\]\(#\) ?)?\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxIVX]{1,5})\.$/u

/** The sentences of one paragraph, without the blanks between them. */
const sentencesIn = (text: string, { start, end }: Span): readonly Span[] => {
  const sentences: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(STOP)) {
    const at = start + match.index
    if (!isEnd(text, at, match[0], end)) continue
    const until = at + match[0].length
    if (until - from < 16 && LABEL.test(text.slice(from, until))) continue
    sentences.push(trimmed(text, from, until))
    from = until
  }
  sentences.push(trimmed(text, from, end))
  return sentences.filter(sentence => sentence.start < sentence.end)
}

/** The sentences of a text, none across the end of a paragraph. */
export const sentencesOf = (text: string, paragraphs: readonly Span[]): readonly Span[] =>
  paragraphs.flatMap(paragraph => sentencesIn(text, paragraph))

/** The place in ascending spans of the one that holds `at`, or of the last that starts before it; -1 when none. */
export const spanAt = (spans: readonly Span[], at: number): number => {
  let low = -1
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((spans[middle]?.start ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
