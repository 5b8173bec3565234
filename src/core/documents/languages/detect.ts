import { keyAt, type Words } from '../words.ts'
import { type Language, languageKnown } from './language.ts'

type Written = Exclude<Language, 'ru' | 'ar' | 'zh'> | 'en'

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Short words that few languages share, as keys are folded. */
const SMALL_WORDS: Readonly<Record<Written, ReadonlySet<string>>> = {
  en: set(
    'the of and to that for with by has its are is from be this which have not was will were it at said on as but their who had would been',
  ),
  fr: set(
    'le la les des du et en un une que est pour dans sur au aux qui par ne pas ce cette ont sont l d qu a il leur',
  ),
  es: set(
    'el la los las y en que un una por con del se su para no al lo es ha fue sus este esta como mas pero',
  ),
  de: set(
    'der die das und den von zu mit sich des auf fur ist im dem nicht ein eine als auch es hat wird werden bei einer sind haben',
  ),
  it: set(
    'il la di che e del della dei per un una in con non sono le ha gli al dal nel alla si lo i delle anche',
  ),
  pt: set(
    'o a os as de que e do da em um uma para com nao por no na dos das ao se mais foi sao pelo pela seu',
  ),
}
const WRITTEN = Object.keys(SMALL_WORDS) as Written[]
const isWritten = (code: string): code is Written => WRITTEN.some(one => one === code)

const MOST = 600

const countsIn = (words: Words): Readonly<Record<Written, number>> => {
  const counts = { en: 0, fr: 0, es: 0, de: 0, it: 0, pt: 0 }
  for (let index = 0; index < Math.min(MOST, words.keys.length); index++)
    for (const language of WRITTEN) if (SMALL_WORDS[language].has(keyAt(words, index))) counts[language]++
  return counts
}

const SAMPLE = 2000
const share = (sample: string, script: RegExp): number =>
  (sample.match(script)?.length ?? 0) / Math.max(1, sample.match(/\p{L}/gu)?.length ?? 1)

/** The language that a script alone shows: no other of those known is written in it. */
const byScript = (text: string): Language | undefined => {
  const sample = text.slice(0, SAMPLE)
  if (share(sample, /\p{Script=Han}/gu) > 0.5 && !/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(sample))
    return 'zh'
  if (share(sample, /\p{Script=Arabic}/gu) > 0.5 && !/[پچژگکیٹڈ]/u.test(sample)) return 'ar'
  return share(sample, /\p{Script=Cyrillic}/gu) > 0.5 && !/[іїєґўјљњћђџѓќ]/iu.test(sample) ? 'ru' : undefined
}

/**
 * The language of a document, where trigrams guess it from a text too short for them: among the languages written
 * in Latin letters the short words decide, and a script of its own decides where nothing else is known.
 */
export const languageDecided = (code: string | null, words: Words): string | null => {
  if (code === null) return byScript(words.text) ?? null
  if (code === 'en' || !languageKnown(code) || !isWritten(code)) return code
  const counts = countsIn(words)
  const best = WRITTEN.reduce((a, b) => (counts[b] > counts[a] ? b : a), code)
  return counts[best] * 0.75 > counts[code] || (best === 'en' && counts.en > 0) ? best : code
}
