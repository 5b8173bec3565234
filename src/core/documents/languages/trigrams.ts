import { franc } from 'franc'
import { saidWords } from '../words.ts'

/** ISO 639-3 codes of the languages that are told apart, with their ISO 639-1 codes. */
const LANGUAGES: Readonly<Record<string, string>> = {
  eng: 'en',
  fra: 'fr',
  spa: 'es',
  deu: 'de',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  rus: 'ru',
  ukr: 'uk',
  arb: 'ar',
  cmn: 'zh',
  jpn: 'ja',
  kor: 'ko',
  pol: 'pl',
  ces: 'cs',
  slk: 'sk',
  slv: 'sl',
  hrv: 'hr',
  srp: 'sr',
  bos: 'bs',
  bul: 'bg',
  ron: 'ro',
  hun: 'hu',
  ell: 'el',
  tur: 'tr',
  swe: 'sv',
  nob: 'nb',
  dan: 'da',
  fin: 'fi',
  est: 'et',
  lit: 'lt',
  lav: 'lv',
  heb: 'he',
  pes: 'fa',
  hin: 'hi',
  vie: 'vi',
  tha: 'th',
  ind: 'id',
  swh: 'sw',
  kat: 'ka',
  hye: 'hy',
  mkd: 'mk',
  als: 'sq',
  cat: 'ca',
}
const SAMPLE = 3_000
const SHORTEST = 24

const ENGLISH: ReadonlySet<string> = new Set(
  'the of and that with from this which was were has have by is'.split(' '),
)
const FOREIGN = /[ßøåæñãõ¿¡\u0400-\u04ff\u0600-\u06ff\u3000-\u9fff]/
const ENOUGH = 0.09

/** Whether so many words are the small words of English that no other language need be thought of. */
const isPlainlyEnglish = (sample: string): boolean => {
  const said = saidWords(sample)
  const words = said.length
  const small = said.filter(word => ENGLISH.has(word)).length
  const articles = said.filter(word => word === 'the' || word === 'The').length
  return words > 40 && small > ENOUGH * words && articles > 0.02 * words && !FOREIGN.test(sample)
}

/** The language of a text by its trigrams, as ISO 639-1; null where the text is too short to tell. */
export const languageOf = (text: string): string | null => {
  const middle = Math.max(0, Math.min(text.length - SAMPLE, text.length >> 2))
  const sample = text.slice(middle, middle + SAMPLE)
  if (isPlainlyEnglish(sample)) return 'en'
  return LANGUAGES[franc(sample, { minLength: SHORTEST, only: Object.keys(LANGUAGES) })] ?? null
}
