import type { Hit, TreatyEntry } from './lexicon.ts'
import { keyAt, startOf, type Words, wordAt, wordFrom } from './words.ts'

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
  `^["'”’]?,?\\s*[([]\\s*(?:(?:or|hereafter|hereinafter|also|also known as|referred to as|known as|henceforth)\\s+)*(?:the\\s+)?${QUOTE}${ACRONYM}${QUOTE}(?=\\s*[)\\];,]|\\s+or\\s)`,
)
const APPOSED = new RegExp(
  `^["'”’]?(?:,?\\s+(?:or|also known as|known as|abbreviated(?: as)?)|\\s*[—–])\\s+(?:the\\s+)?${QUOTE}${ACRONYM}${QUOTE}(?=[\\s,.;:—–)]|$)`,
)
const BEFORE_NAME = new RegExp(`(?:^|\\s)${QUOTE}${ACRONYM}${QUOTE}\\s*(?:\\(|,? (?:or|i\\.e\\.,?) )\\s*(?:the\\s+)?$`)

const NEAR = 120

const boundTo = (text: string, hit: Hit): readonly string[] => {
  const after = text.slice(hit.end, hit.end + NEAR)
  const before = text.slice(Math.max(0, hit.start - 40), hit.start)
  return [IN_BRACKETS.exec(after)?.[1], APPOSED.exec(after)?.[1], BEFORE_NAME.exec(before)?.[1]].filter(found => found !== undefined)
}

const isTreatyName = (hit: Hit): boolean => hit.entries.some(entry => entry.is === 'treaty' && entry.as === 'name')
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

const BRACKETED = /[([]\s*(?:the\s+)?["'“‘]?([A-Z][A-Z&]{1,7})["'”’]?\s*[)\];,]/g

const otherMeanings = (words: Words, isKnown: (acronym: string) => boolean): readonly (readonly [string, number])[] =>
  [...words.text.matchAll(BRACKETED)].flatMap(match => {
    const acronym = match[1] ?? ''
    return isKnown(acronym) && spellsOut(words, wordFrom(words, match.index) - 1, acronym) ? [[acronym, match.index] as const] : []
  })

/** Reads where a text binds acronyms: "Convention on Cluster Munitions (CCM)", "Cluster Munition Coalition (CMC)". */
export const bindingsIn = (words: Words, hits: readonly Hit[]): Bindings => {
  const bindings = new Map<string, Binding[]>()
  const bind = (acronym: string, binding: Binding): void => {
    bindings.set(acronym, [...(bindings.get(acronym) ?? []), binding])
  }
  const known = new Set(hits.filter(hit => !isTreatyName(hit)).map(hit => words.text.slice(hit.start, hit.end)))
  for (const hit of hits.filter(isTreatyName))
    for (const acronym of boundTo(words.text, hit))
      if (!isOthersName(hits, acronym, words, hit)) bind(acronym, { at: hit.start, treaty: treatyOf(hit)?.treaty ?? null })
  for (const [acronym, at] of otherMeanings(words, acronym => known.has(acronym)))
    if (!bindings.get(acronym)?.some(binding => Math.abs(binding.at - at) < NEAR * 2 && binding.treaty !== null)) bind(acronym, { at, treaty: null })
  return bindings
}

/** "the Convention on Cluster Munitions or the NPT" names two treaties: a firm abbreviation of another is not bound. */
const isOthersName = (hits: readonly Hit[], acronym: string, words: Words, bound: Hit): boolean =>
  hits.some(
    hit =>
      words.text.slice(hit.start, hit.end) === acronym &&
      hit.entries.every(entry => entry.is === 'treaty' && entry.as === 'abbreviation' && !entry.weak && entry.treaty !== treatyOf(bound)?.treaty),
  )

/** What an acronym means at a place: as bound last before it, or first after it; `undefined` when never bound. */
export const meaningAt = (bindings: Bindings, acronym: string, place: number): Binding | undefined => {
  const all = bindings.get(acronym) ?? []
  return all.findLast(binding => binding.at <= place) ?? all[0]
}

/** The places of an acronym that the lexicon does not hold, written exactly so. */
export const placesOf = (words: Words, acronyms: ReadonlySet<string>): readonly (readonly [string, number])[] => {
  if (acronyms.size === 0) return []
  return words.starts.flatMap((_, index) => {
    const word = wordAt(words, index)
    return acronyms.has(word) ? [[word, startOf(words, index)] as const] : []
  })
}
