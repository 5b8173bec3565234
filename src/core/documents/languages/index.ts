import type { Span } from '../../evidence/index.ts'
import { dateMentions } from '../datementions.ts'
import type { DateHit } from '../dates.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Mention, TreatyMention } from '../mention.ts'
import type { Published, Zone } from '../reading.ts'
import type { Words } from '../words.ts'
import { localArticles } from './articles.ts'
import { localDates } from './dates.ts'
import { withLocalDurations } from './durations.ts'
import { wordsIn } from './glyphs.ts'
import type { Language } from './language.ts'
import { localPointers } from './pointers.ts'
import { scanLocal } from './scan.ts'
import { localStates } from './states.ts'
import { localTreaties } from './treaties.ts'

export { languageDecided } from './detect.ts'
export { type Language, languageKnown, languageMessage } from './language.ts'
export { localPublished } from './published.ts'
export { languageOf } from './trigrams.ts'

/** A document in a language besides English as its names are looked for. */
export interface LocalScene {
  readonly language: Language
  /** The words of the language, as `localWords` makes them. */
  readonly words: Words
  readonly lexicon: Lexicon
  readonly dates: readonly DateHit[]
  readonly published: Published
  readonly sentences: readonly Span[]
  readonly paragraphs: readonly Span[]
  readonly zones: readonly Zone[]
}

/** The words of a text in which names and dates of its language are looked for. */
export const localWords = wordsIn

/** The dates of a text by the forms of its language. */
export const localDateHits = localDates

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

const treatiesIn = (
  { language, words, lexicon, sentences, paragraphs }: LocalScene,
  found: ReturnType<typeof scanLocal>,
): readonly TreatyMention[] => {
  const named = localTreaties(words, found.treaties, lexicon.treaties)
  const { treaties } = lexicon
  const pointers = localPointers({ language, words, treaties, named, sentences, paragraphs })
  return [...named, ...pointers].sort(byPlace)
}

/** What is looked for in the languages besides English: States, treaties, dates and articles, in order of place. */
export const localMentions = (scene: LocalScene): readonly Mention[] => {
  const { language, words, lexicon, dates, published, sentences, zones } = scene
  const found = scanLocal(lexicon.inLanguage(language), words)
  const treaties = treatiesIn(scene, found)
  return [
    ...localStates(language, words, found.states, lexicon.people.givenNames),
    ...treaties,
    ...withLocalDurations(language, words, dateMentions({ words, hits: dates, published, sentences, zones })),
    ...localArticles(language, { text: words.text, treaties, known: lexicon.treaties }),
  ].toSorted(byPlace)
}
