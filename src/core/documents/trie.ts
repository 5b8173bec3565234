import { gapAfter, gapKey, keyAt, startOf, type Words, wordsOf } from './words.ts'

/** Names by their words: a map from the first word on, then from each gap and word to the next. */
export interface Trie<T> {
  readonly next: Map<string, Trie<T>>
  readonly here: T[]
}

/** A trie without names. */
export const emptyTrie = <T>(): Trie<T> => ({ next: new Map(), here: [] })

/** A hyphen in a name may be written as a blank; an apostrophe between words may be left out. */
const spellings = (gap: string): readonly string[] =>
  gap === '-' ? ['-', ' '] : gap === '. ' ? ['. ', ' '] : [gap]

const child = <T>(trie: Trie<T>, key: string): Trie<T> => {
  const known = trie.next.get(key)
  if (known) return known
  const made = emptyTrie<T>()
  trie.next.set(key, made)
  return made
}

const insertFrom = <T>(trie: Trie<T>, words: Words, index: number, value: T): void => {
  if (index === words.starts.length) {
    trie.here.push(value)
    return
  }
  const gaps = index === 0 ? [''] : spellings(gapKey(gapAfter(words, index - 1)))
  for (const gap of gaps) insertFrom(child(trie, gap + keyAt(words, index)), words, index + 1, value)
}

/** Adds a name by its words. What follows the last of them (a closing bracket) is not compared. */
export const insertWords = <T>(trie: Trie<T>, words: Words, value: T): void => {
  if (words.starts.length > 0) insertFrom(trie, words, 0, value)
}

/** Adds a name. */
export const insert = <T>(trie: Trie<T>, name: string, value: T): void =>
  insertWords(trie, wordsOf(name), value)

/** Calls `found` for every name that starts at word `index`, the shorter first, with the index of its last word. */
export const walk = <T>(
  trie: Trie<T>,
  words: Words,
  index: number,
  found: (here: readonly T[], last: number) => void,
): void => {
  let node = trie.next.get(keyAt(words, index))
  for (let last = index; node; last++) {
    if (node.here.length > 0) found(node.here, last)
    if (node.next.size === 0 || startOf(words, last + 1) === words.text.length) return
    node = node.next.get(gapKey(gapAfter(words, last)) + keyAt(words, last + 1))
  }
}
