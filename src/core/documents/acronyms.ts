import type { Hit, TreatyEntry } from './lexicon.ts'
import { matchesNear } from './windows.ts'
import { endOf, keyAt, startOf, type Words, wordAt, wordFrom } from './words.ts'

/** A place where a text says what an acronym means in it: a treaty, or something else (`null`). */
export interface Binding {
  readonly at: number
  readonly treaty: string | null
}
/** What acronyms mean in one document. */
export type Bindings = ReadonlyMap<string, readonly Binding[]>

const ACRONYM = '([A-Z][A-Za-z]*[A-Z](?:[ -]?(?:I{1,3}|IV|V))?|[A-Z]{2,}\\d?)'
const QUOTE = '["\'“”‘’]?'
const IN_BRACKETS = new RegExp(
  `^["'”’]?,?\\s*[([]\\s*(?:(?:or|hereafter|hereinafter|also|referred to as|known as|henceforth)\\s+)*(?:the\\s+)?${QUOTE}${ACRONYM}${QUOTE}(?=\\s*[)\\];,]|\\s+or\\s)`,
)
const APPOSED = new RegExp(
  `^["'”’]?(?:,?\\s+(?:or|also known as|known as|abbreviated(?: as)?)|\\s*[—–])\\s+(?:the\\s+)?${QUOTE}${ACRONYM}${QUOTE}(?=[\\s,.;:—–)]|$)`,
)
const BEFORE_NAME = new RegExp(
  `(?:^|\\s)${QUOTE}${ACRONYM}${QUOTE}\\s*(?:\\(|,? (?:or|i\\.e\\.,?) )\\s*(?:the\\s+)?$`,
)

const NEAR = 120

const boundTo = (text: string, hit: Hit): readonly string[] => {
  const after = text.slice(hit.end, hit.end + NEAR)
  const before = text.slice(Math.max(0, hit.start - 40), hit.start)
  return [IN_BRACKETS.exec(after)?.[1], APPOSED.exec(after)?.[1], BEFORE_NAME.exec(before)?.[1]].filter(
    found => found !== undefined,
  )
}

const isTreatyName = (hit: Hit): boolean =>
  hit.entries.some(entry => entry.is === 'treaty' && entry.as === 'name')
const treatyOf = (hit: Hit): TreatyEntry | undefined => hit.entries.find(entry => entry.is === 'treaty')

const SMALL = /^(?:of|the|on|and|for|to|in|a|an|de|du|des|la|le|et|against)$/

/** Whether the words that end before a place begin with the letters of an acronym: "main battle tank" for MBT. */
const spellsOut = (words: Words, last: number, acronym: string): boolean => {
  let left = acronym.toLowerCase().replace(/[^a-z]/g, '')
  let index = last
  for (; left !== '' && index > last - 12 && index >= 0; index--) {
    const key = keyAt(words, index)
    if (key.charAt(0) === left.at(-1)) left = left.slice(0, -1)
    else if (!SMALL.test(key)) return false
  }
  return left === ''
}

/** "Statute of the International Criminal Court (ICC)": the acronym of the body in a treaty's name. */
const isOfBody = (words: Words, { first, last }: Hit, acronym: string): boolean => {
  const at = last - acronym.length + 1
  return (
    at > first + 2 &&
    keyAt(words, at - 1) === 'the' &&
    keyAt(words, at - 2) === 'of' &&
    spellsOut(words, last, acronym)
  )
}

const BRACKETED = /[([]\s*(?:the\s+)?["'“‘]?([A-Z][A-Z&]{1,7})["'”’]?\s*[)\];,]/g

/** Acronyms in brackets after words that they stand for, where these are not the name of a treaty. */
const otherMeanings = (
  words: Words,
  known: ReadonlySet<string>,
  nameEnds: ReadonlySet<number>,
): readonly (readonly [string, number])[] =>
  [...words.text.matchAll(BRACKETED)].flatMap(match => {
    const acronym = match[1] ?? ''
    const last = wordFrom(words, match.index) - 1
    if (!known.has(acronym) || nameEnds.has(endOf(words, last))) return []
    return spellsOut(words, last, acronym) ? [[acronym, match.index] as const] : []
  })

/** "CCM, short for Chama Cha Mapinduzi". */
const SHORT_FOR =
  /(?<![A-Za-z])([A-Z][A-Z&]{1,7}),? (?:which is )?(?:short for|standing for|an acronym (?:of|for)) (?!the Convention|the Treaty|Convention|Treaty)[A-Z]/g

const SHORT_WORDS = ['short for', 'standing for', 'an acronym']

/** The treaty that each firm abbreviation of the lexicon stands for, of those that the text uses. */
const firmAbbreviations = (text: string, hits: readonly Hit[]): ReadonlyMap<string, string> => {
  const firm = new Map<string, string>()
  for (const { start, end, entries } of hits)
    for (const entry of entries)
      if (entry.is === 'treaty' && entry.as === 'abbreviation' && !entry.weak)
        firm.set(text.slice(start, end), entry.treaty)
  return firm
}

/** Reads where a text binds acronyms: "Convention on Cluster Munitions (CCM)", "Cluster Munition Coalition (CMC)". */
export const bindingsIn = (words: Words, hits: readonly Hit[]): Bindings => {
  const { text } = words
  const bindings = new Map<string, Binding[]>()
  const bind = (acronym: string, binding: Binding): void => {
    const all = bindings.get(acronym) ?? []
    all.push(binding)
    bindings.set(acronym, all)
  }
  const names = hits.filter(isTreatyName)
  const known = new Set(hits.filter(hit => !isTreatyName(hit)).map(hit => text.slice(hit.start, hit.end)))
  const firm = firmAbbreviations(text, hits)
  for (const hit of names)
    for (const acronym of boundTo(text, hit)) {
      // "the Convention on Cluster Munitions or the NPT" names two treaties and binds nothing.
      const treaty = treatyOf(hit)?.treaty ?? null
      if ((firm.get(acronym) ?? treaty) !== treaty) continue
      bind(acronym, { at: hit.start, treaty: isOfBody(words, hit, acronym) ? null : treaty })
    }
  for (const [acronym, at] of otherMeanings(words, known, new Set(names.map(hit => hit.end))))
    bind(acronym, { at, treaty: null })
  for (const { start, match } of matchesNear(text, SHORT_WORDS, SHORT_FOR, { before: 24, after: 40 }))
    if (known.has(match[1] ?? '')) bind(match[1] ?? '', { at: start, treaty: null })
  for (const all of bindings.values()) all.sort((a, b) => a.at - b.at)
  return bindings
}

/** What an acronym means at a place: as bound last before it, or first after it; `undefined` when never bound. */
export const meaningAt = (bindings: Bindings, acronym: string, place: number): Binding | undefined => {
  const all = bindings.get(acronym) ?? []
  let low = 0
  for (let high = all.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1
    if ((all[middle]?.at ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return all[low]
}

/** The places of an acronym that the lexicon does not hold, written exactly so. */
export const placesOf = (
  words: Words,
  acronyms: ReadonlySet<string>,
): readonly (readonly [string, number])[] => {
  if (acronyms.size === 0) return []
  const places: (readonly [string, number])[] = []
  for (let index = 0; index < words.starts.length; index++) {
    const word = wordAt(words, index)
    if (acronyms.has(word)) places.push([word, startOf(words, index)])
  }
  return places
}
