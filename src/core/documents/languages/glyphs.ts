import { keyOf, type Words, wordsOf } from '../words.ts'
import type { Language } from './language.ts'

const HAN = /\p{Script=Han}/u

/** A word cut where Han characters stand, each of them a word; what lies between stays together. */
const cutOf = (word: string): readonly string[] =>
  HAN.test(word) ? (word.match(/\p{Script=Han}|\P{Script=Han}{1,400}/gu) ?? [word]) : [word]

const hanWords = (text: string): Words => {
  const plain = wordsOf(text)
  const starts: number[] = []
  const ends: number[] = []
  const keys: string[] = []
  for (let index = 0; index < plain.starts.length; index++) {
    let at = plain.starts[index] ?? 0
    for (const part of cutOf(text.slice(at, plain.ends[index]))) {
      starts.push(at)
      at += part.length
      ends.push(at)
      keys.push(keyOf(part))
    }
  }
  return { text, starts, ends, keys }
}

/** The words in which names are looked for: in Chinese, which puts no blanks between words, each character is one. */
export const wordsIn = (language: Language, text: string): Words =>
  language === 'zh' ? hanWords(text) : wordsOf(text)
