import type { Hit, TreatyEntry, TreatyNames } from '../entries.ts'
import type { TreatyMention } from '../mention.ts'
import { namedTreaties } from '../treaties.ts'
import { endOf, startOf, type Words, wordAt, wordFrom } from '../words.ts'

/** An acronym in brackets after a name, with or without words that announce it: "(ci-après « CASM »)". */
const BOUND =
  /^[»”"“』」》]?[\s,]{0,3}[([（][^()[\]（）]{0,40}?["«“„「]?\s?(\p{Lu}[\p{Lu}\p{Ll}\d-]{0,8}\p{Lu})\s?["»”“」]?\s?[)\]）]/u
const NEAR = 64

/** What the acronyms of a text mean that it gives to treaties itself. */
const boundIn = (words: Words, named: readonly TreatyMention[]): ReadonlyMap<string, TreatyMention> =>
  new Map(
    named.flatMap(mention => {
      const acronym = BOUND.exec(words.text.slice(mention.end, mention.end + NEAR))?.[1]
      return acronym && mention.rule === 'treaty-name' ? [[acronym, mention] as const] : []
    }),
  )

const withAcronyms = (words: Words, named: readonly TreatyMention[]): readonly TreatyMention[] => {
  const bound = boundIn(words, named)
  if (bound.size === 0) return named
  const taken = new Set(named.map(({ start }) => start))
  const found: TreatyMention[] = []
  const from = wordFrom(words, Math.min(...[...bound.values()].map(({ end }) => end)))
  for (let index = from; index < words.starts.length; index++) {
    const binding = bound.get(wordAt(words, index))
    const start = startOf(words, index)
    if (!binding || taken.has(start) || start < binding.end) continue
    const span = { start, end: endOf(words, index), text: wordAt(words, index) }
    found.push({ ...binding, ...span, rule: 'treaty-bound-abbreviation' })
  }
  return [...named, ...found].toSorted((a, b) => a.start - b.start)
}

/** Small letters make no description of a name in languages that write names of treaties with them. */
const asNamed = (mention: TreatyMention): TreatyMention => ({
  ...mention,
  value: { ...mention.value, named: true },
})

/** The treaties that a text names in its language, by full and short names and by abbreviations. */
export const localTreaties = (
  words: Words,
  hits: readonly Hit<TreatyEntry>[],
  treaties: ReadonlyMap<string, TreatyNames>,
): readonly TreatyMention[] =>
  withAcronyms(words, namedTreaties(words, hits, { treaties, properNames: new Set() }).map(asNamed))
