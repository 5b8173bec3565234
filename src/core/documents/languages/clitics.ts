import { keyAt, type Words, wordAt } from '../words.ts'
import type { Language } from './language.ts'

/** One way to read a word: its key, without so many letters at its beginning that are words of their own. */
export interface Cut {
  readonly key: string
  readonly letters: number
}

/** What is left has to be long enough to be a name. */
const SHORTEST = 3

const CONJUNCTION = /^[وف]/
const PREPOSITION = /^[بكل]/

/** Without "and", and without "in", "as" and "to" after it; "to the" is written as one with the article. */
const keysWithout = (key: string): readonly (readonly [string, number])[] => {
  const bare: (readonly [string, number])[] = [[key, 0]]
  if (CONJUNCTION.test(key)) bare.push([key.slice(1), 1])
  return bare.flatMap(([rest, cut]) => [
    [rest, cut] as const,
    ...(rest.startsWith('لل') ? [[`ال${rest.slice(2)}`, cut] as const] : []),
    ...(PREPOSITION.test(rest) ? [[rest.slice(1), cut + 1] as const] : []),
  ])
}

/** How many UTF-16 units of a word hold its first letters, with the marks on them. */
const unitsOf = (word: string, letters: number): number => {
  let units = 0
  for (let left = letters; left > 0 && units < word.length; left--) {
    units++
    while (units < word.length && /\p{M}/u.test(word.charAt(units))) units++
  }
  return units
}

/** The ways to read a word, as it stands first: Arabic writes short words as one with the word after them. */
export const cutsOf = (language: Language, words: Words, index: number): readonly Cut[] => {
  const key = keyAt(words, index)
  if (language !== 'ar' || key.length <= SHORTEST) return [{ key, letters: 0 }]
  return keysWithout(key)
    .filter(([rest, cut]) => cut === 0 || rest.length >= SHORTEST)
    .map(([rest, cut]) => ({ key: rest, letters: cut === 0 ? 0 : unitsOf(wordAt(words, index), cut) }))
}
