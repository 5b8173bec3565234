import { keyAt, type Words } from '../words.ts'
import type { Language } from './language.ts'

type Written = Exclude<Language, 'ru' | 'ar' | 'zh'> | 'en'

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Short words that few languages share, as keys are folded. */
const SMALL_WORDS: Readonly<Record<Written, ReadonlySet<string>>> = {
  en: set(
    'the of and to in that for with by has its are is from be this which have not was will were it at said on as but their who had would been',
  ),
  fr: set(
    'le la les des du et en un une que est pour dans sur au aux qui par ne pas ce cette ont sont l d qu a il leur',
  ),
  es: set(
    'el la los las y en que un una por con del se su para no al lo es ha fue sus este esta como mas pero',
  ),
  de: set(
    'der die das und den in von zu mit sich des auf fur ist im dem nicht ein eine als auch es hat wird werden bei einer sind haben',
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

/** Letters that Russian does not have and its neighbours do; without "ъ", or with these, it is not Bulgarian. */
const NOT_RUSSIAN = /[іїєґўјљњћђџѓќәғқңөұүһҷ]/iu
const RUSSIAN = /[ыэ]/iu
const NOT_ARABIC = /[پچژگکیٹڈےە]/u
const ARABIC = /[ةىأإؤئ]/u

/** The language that a script shows; `sure` of it where another one is guessed from few words. */
const OTHER_SCRIPT = /[\u0400-\u052f\u0600-\u06ff\u3400-\u9fff]/

const byScript = (sample: string): { readonly language: Language; readonly sure: boolean } | undefined => {
  if (!OTHER_SCRIPT.test(sample)) return undefined
  if (share(sample, /\p{Script=Han}/gu) > 0.5)
    return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)
      ? undefined
      : { language: 'zh', sure: true }
  if (share(sample, /\p{Script=Arabic}/gu) > 0.5)
    return NOT_ARABIC.test(sample) ? undefined : { language: 'ar', sure: ARABIC.test(sample) }
  if (share(sample, /\p{Script=Cyrillic}/gu) > 0.5)
    return NOT_RUSSIAN.test(sample)
      ? undefined
      : { language: 'ru', sure: RUSSIAN.test(sample) || !/ъ/i.test(sample) }
  return undefined
}

/** Fewer words than these show no language by themselves. */
const FEW = 20

/** The language of a text in Latin letters by its small words, where another one was guessed; null where a few words have none. */
const bySmallWords = (code: Written, words: Words): Written | null => {
  const counts = countsIn(words)
  if (words.keys.length < FEW && WRITTEN.every(one => counts[one] === 0)) return null
  if (code !== 'en' && counts.en > 0 && counts.en >= counts[code]) return 'en'
  const best = WRITTEN.reduce((a, b) => (counts[b] > counts[a] ? b : a), code)
  return counts[best] * 0.75 > counts[code] ? best : code
}

/** From so many words on trigrams can tell. */
const ENOUGH = 12

/** The language of a few words that trigrams cannot tell: English where its small words are no fewer, another one by two of its own. */
const byFewWords = (words: Words): Written | null => {
  const counts = countsIn(words)
  const most = Math.max(...Object.values(counts))
  if (most > 0 && counts.en === most) return 'en'
  const best = WRITTEN.filter(one => counts[one] === most)
  return most > 1 && best.length === 1 ? (best[0] ?? null) : null
}

const NOT_LATIN = /(?!\p{Script=Latin})\p{L}/u

/**
 * The language of a document, where trigrams guess it from a text too short for them: the small words decide among
 * the languages written in Latin letters, and a script of its own decides by itself; null where neither can tell.
 */
export const languageDecided = (code: string | null, words: Words): string | null => {
  const shown = byScript(words.text.slice(0, SAMPLE))
  if (shown && (shown.sure || code === null)) return shown.language
  if (code !== null && isWritten(code)) return code === 'en' ? code : bySmallWords(code, words)
  const isShort = words.keys.length > 0 && words.keys.length < ENOUGH
  return isShort && !NOT_LATIN.test(words.text) ? byFewWords(words) : code
}
