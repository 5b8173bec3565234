import type { Hit, TreatyEntry } from '../entries.ts'
import type { Trie } from '../trie.ts'
import { endOf, gapAfter, gapKey, keyAt, startOf, startsUpper, type Words, wordAt } from '../words.ts'
import { type Cut, cutsOf } from './clitics.ts'
import type { LocalEntry, LocalLexicon, LocalStateEntry } from './names.ts'

/** What the language calls a State, found in a text. Word indexes are inclusive. */
export interface LocalHit {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly entries: readonly LocalStateEntry[]
}

/** The names of a text, States and treaties apart, each in order of place and none inside another of its layer. */
export interface Found {
  readonly states: readonly LocalHit[]
  readonly treaties: readonly Hit<TreatyEntry>[]
}

const fitsWord = ({ capitals }: LocalEntry, name: string, word: string): boolean => {
  if (capitals === 'any') return true
  if (capitals === 'exact') return name === word || name === `${word}.` || `${name}.` === word
  return !startsUpper(name) || startsUpper(word)
}

const fits = (entry: LocalEntry, words: Words, first: number, cut: Cut): boolean =>
  entry.words.every((name, index) =>
    fitsWord(
      entry,
      name,
      index === 0 ? wordAt(words, first).slice(cut.letters) : wordAt(words, first + index),
    ),
  )

interface Match {
  readonly last: number
  readonly here: readonly LocalEntry[]
}

/** All names that begin at a word read as `key`, the shorter first. */
const matchesFrom = (
  { trie, bases }: LocalLexicon,
  words: Words,
  first: number,
  key: string,
): readonly Match[] => {
  const found: Match[] = []
  const step = (node: Trie<LocalEntry> | undefined, last: number): void => {
    if (!node) return
    if (node.here.length > 0) found.push({ last, here: node.here })
    if (node.next.size === 0 || last + 1 >= words.starts.length) return
    const gap = gapKey(gapAfter(words, last))
    for (const base of bases.get(keyAt(words, last + 1)) ?? []) step(node.next.get(gap + base), last + 1)
  }
  for (const base of bases.get(key) ?? []) step(trie.next.get(base), first)
  return found
}

const endWith = (words: Words, last: number, tail: string): number => {
  const end = endOf(words, last)
  return tail !== '' && words.text.startsWith(tail, end) ? end + tail.length : end
}

const isState = (entry: LocalEntry): entry is LocalStateEntry => entry.is === 'state'
const isTreaty = (entry: LocalEntry): entry is TreatyEntry => entry.is === 'treaty'

interface Longest<E> {
  readonly last: number
  readonly entries: readonly E[]
}

const longestOf = <E extends LocalEntry>(
  matches: readonly Match[],
  is: (entry: LocalEntry) => entry is E,
  fit: (entry: LocalEntry) => boolean,
): Longest<E> | undefined => {
  let best: Longest<E> | undefined
  for (const { last, here } of matches) {
    const entries = here.filter(is).filter(fit)
    if (entries.length === 0) continue
    if (!best || last > best.last) best = { last, entries }
    else if (last === best.last) best = { last, entries: [...best.entries, ...entries] }
  }
  return best
}

/** All names of a language in a text. */
export const scanLocal = (lexicon: LocalLexicon, words: Words): Found => {
  const states: LocalHit[] = []
  const treaties: Hit<TreatyEntry>[] = []
  let [freeState, freeTreaty] = [0, 0]
  for (let index = 0; index < words.starts.length; index++)
    for (const cut of cutsOf(lexicon.language, words, index)) {
      if (!lexicon.bases.has(cut.key)) continue
      const matches = matchesFrom(lexicon, words, index, cut.key)
      if (matches.length === 0) continue
      const fit = (entry: LocalEntry): boolean => fits(entry, words, index, cut)
      const state = index >= freeState ? longestOf(matches, isState, fit) : undefined
      const treaty = index >= freeTreaty ? longestOf(matches, isTreaty, fit) : undefined
      const start = startOf(words, index) + cut.letters
      const hit = <E extends LocalEntry>({ last, entries }: Longest<E>) => ({
        ...{ first: index, last, start, end: endWith(words, last, entries[0]?.tail ?? ''), entries },
      })
      if (state) states.push(hit(state))
      if (treaty) treaties.push(hit(treaty))
      freeState = state ? state.last + 1 : freeState
      freeTreaty = treaty ? treaty.last + 1 : freeTreaty
      if (state || treaty) break
    }
  return { states, treaties }
}
