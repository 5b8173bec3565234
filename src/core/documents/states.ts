import type { Span } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'
import { followsName, governmentSign, rowAround } from './capitals.ts'
import type { CityEntry, Entry, Hit, StateEntry } from './lexicon.ts'
import type { StateMention, StateValue } from './mention.ts'
import {
  ALSO_PERSONS,
  COMBINING_FORMS,
  FOLLOWS_NAMESAKE,
  GEORGIAN_TOWNS,
  PRECEDES_NAMESAKE,
  US_STATES,
  WITH_ARTICLE,
} from './namesakes.ts'
import { type FoundState, stateMentionOf } from './statefound.ts'
import {
  endOf,
  gapAfter,
  isAllCaps,
  keyAt,
  keyOf,
  startOf,
  startsUpper,
  type Words,
  wordAt,
} from './words.ts'

/** Where in a document States are looked for, and what the lists of a cable make posts. */
export interface StateScene {
  readonly words: Words
  readonly hits: readonly Hit[]
  readonly postLists: readonly Span[]
  /** Places before this one are the routing of a cable, whose States are not mentions. */
  readonly from: number
}

interface Found extends FoundState {
  readonly hit: Hit
  /** The place of the hit among all. */
  readonly at: number
}

const isState = (entry: Entry): entry is StateEntry => entry.is === 'state'
const isCity = (entry: Entry): entry is CityEntry => entry.is === 'city'

const byRank = <E extends { readonly rank: number; readonly iso3: Iso3 }>(
  entries: readonly E[],
): readonly Iso3[] => [...new Set(entries.toSorted((a, b) => a.rank - b.rank).map(entry => entry.iso3))]

const keyOfHit = (words: Words, hit: Hit): string =>
  hit.first === hit.last ? keyAt(words, hit.first) : keyOf(words.text.slice(hit.start, hit.end))

const NEAR = 200

/** The line in which a span stands, as far as 200 units on each side. */
const lineAround = (text: string, { start, end }: Span): string => {
  const before = text.slice(Math.max(0, start - NEAR), start)
  const after = text.slice(end, end + NEAR).split('\n', 1)[0] ?? ''
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(start, end) + after
}

const isCapsLine = (line: string): boolean => isAllCaps(line) && line.trim().includes(' ')

const isTitleCase = (line: string): boolean => {
  const words = line.split(/\s+/).filter(word => word.length > 3)
  if (/[.;]\s|\.$/.test(line)) return false
  return words.length > 2 && words.filter(startsUpper).length > words.length * 0.7
}

const CHUNK = 120

/** Whether the words stand inside an address of the web or of mail. */
const isInAddress = (text: string, { start, end }: Span): boolean => {
  if (!/[/@._#-]/.test(text.charAt(start - 1)) && !/[/@_-]|\.(?=\w)/.test(text.slice(end, end + 2)))
    return false
  const before = /\S*$/.exec(text.slice(Math.max(0, start - CHUNK), start))?.[0] ?? ''
  const after = /^\S*/.exec(text.slice(end, end + CHUNK))?.[0] ?? ''
  return (
    /:\/\/|^www\.|@/.test(before) ||
    /^(?:\.[a-z]{2,}(?:\/|$)|@)|\.(?:com|org|int|gov|net|htm|html|pdf)\b/.test(after)
  )
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|sen|senator|rep|gov|gen|col|prof|sir|lord|lady)$/
const OFFICES =
  /^(?:president|prime|foreign|defence|defense|minister|ministry|army|government|parliament|ambassador|king|queen|embassy|supreme|armed|air|navy|national|state|interior|republic|royal|permanent)$/
const DIRECTIONS =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|greater|former|neighbou?ring|modern|ancient|pre|post|king|queen|between)$/

/** In headlines every word has a capital, so that a capital beside a name shows nothing. */
const isHeadline = (line: string): boolean => isCapsLine(line) || isTitleCase(line)

const isPerson = (words: Words, hit: Hit, key: string): boolean => {
  const before = keyAt(words, hit.first - 1)
  if (TITLE.test(before) && gapAfter(words, hit.first - 1).length <= 2) return true
  if (!ALSO_PERSONS.has(key)) return false
  const last =
    followsName(words, hit.first) && !DIRECTIONS.test(before) && !isAllCaps(wordAt(words, hit.first - 1))
  return (last && !isHeadline(lineAround(words.text, hit))) || isFirstName(words, hit, key)
}

/** What stands after the name of a person, in a byline or a sentence. */
const IS_NAME =
  /^(?:, | \(|\)|;|\n| (?:in|of|from|for|and) \p{Lu}| (?:said|says|told|writes|wrote|joins|who)\b|$)/u

const isFirstName = (words: Words, hit: Hit, key: string): boolean => {
  if (!/^(?:georgia|jordan|chad|israel|finn|kenya|malta|dominica)$/.test(key)) return false
  const after = wordAt(words, hit.last + 1)
  if (!startsUpper(after) || gapAfter(words, hit.last) !== ' ' || OFFICES.test(after.toLowerCase()))
    return false
  const line = lineAround(words.text, hit)
  const follows = words.text.slice(endOf(words, hit.last + 1), endOf(words, hit.last + 1) + 24)
  if (isAllCaps(after)) return isAllCaps(wordAt(words, hit.last)) && /^ \(\p{Lu}/u.test(follows)
  return !isHeadline(line) || IS_NAME.test(follows) || line.trim().split(' ').length <= 5
}

const isNorthAmerican = (words: Words, hits: readonly Hit[], at: number, key: string): boolean => {
  const hit = hits[at]
  if (!hit) return false
  const next = wordAt(words, hit.last + 1)
  const isUsState = US_STATES.has(next) || (startsUpper(next) && US_STATES.has(next.toLowerCase()))
  if (/^,\s+$/.test(gapAfter(words, hit.last)) && isUsState && next.toLowerCase() !== 'georgia') return true
  if (key !== 'georgia' || !/^,\s+$/.test(gapAfter(words, hit.first - 1))) return false
  const before = hits[at - 1]
  if (before?.last === hit.first - 1)
    return (
      before.entries.some(entry => isCity(entry) && entry.iso3 !== 'GEO') && !before.entries.some(isState)
    )
  const town = wordAt(words, hit.first - 1)
  const owns = /^['’]/.test(gapAfter(words, hit.last))
  return (
    startsUpper(town) &&
    !owns &&
    !GEORGIAN_TOWNS.has(keyOf(town)) &&
    !/day$|^(?:however|meanwhile|today|indeed)$/i.test(town) &&
    !/^\P{L}/u.test(town)
  )
}

const isNamesake = (words: Words, hit: Hit, key: string): boolean =>
  (FOLLOWS_NAMESAKE[key]?.test(keyAt(words, hit.last + 1)) ?? false) ||
  (PRECEDES_NAMESAKE[key]?.test(keyAt(words, hit.first - 1)) ?? false) ||
  (WITH_ARTICLE.has(key) && keyAt(words, hit.first - 1) !== 'the')

const LIST = 7

/** Whether a list of single words that runs on from a word holds a language that is no State's adjective. */
const isListedWithLanguages = (words: Words, from: number, step: 1 | -1): boolean => {
  for (let index = from + step; Math.abs(index - from) <= LIST; index += step) {
    const key = keyAt(words, index)
    if (key === 'english' || key === 'arabic') return true
    const isJoint = key === 'and' || key === 'or'
    if (!(isJoint || startsUpper(wordAt(words, index)))) return false
    if (!/^,?\s+$/.test(gapAfter(words, step === 1 ? index - 1 : index))) return false
  }
  return false
}

const isLanguage = (words: Words, hit: Hit): boolean => {
  if (
    /^(?:language|languages|speaking|speaker|speakers|translation|translations|subtitles|interpretation)$/.test(
      keyAt(words, hit.last + 1),
    )
  )
    return true
  if (isListedWithLanguages(words, hit.first, -1) || isListedWithLanguages(words, hit.last, 1)) return true
  const before = keyAt(words, hit.first - 1)
  if (before !== 'the' && /^(?:is|was)$/.test(keyAt(words, hit.last + 1))) return true
  return before === 'in' && !/^[\s-]*$/.test(gapAfter(words, hit.last))
}

const isPronoun = (words: Words, hit: Hit): boolean => {
  const word = words.text.slice(hit.start, hit.end)
  if (!/^(?:US|CAR)$/.test(word) || !isCapsLine(lineAround(words.text, hit))) return false
  return keyAt(words, hit.first - 1) !== 'the'
}

const STREET = /^(?:Street|Avenue|Boulevard|Lane|Terrace|Crescent|Drive|Place|Gardens|Airways|Airlines)$/

const isOtherwise = (scene: StateScene, at: number, entries: readonly StateEntry[]): boolean => {
  const { words, hits } = scene
  const hit = hits[at]
  if (!hit) return true
  const key = keyOfHit(words, hit)
  // "US$2.7 million" is a sum of money.
  if (words.text.charAt(hit.end) === '$') return true
  // "Niger Street", "Cuba Avenue".
  if (STREET.test(wordAt(words, hit.last + 1)) && gapAfter(words, hit.last) === ' ') return true
  // The parties of a case: "Holland v Attorney General".
  if (/^vs?$/.test(keyAt(words, hit.last + 1)) && startsUpper(wordAt(words, hit.last + 2))) return true
  if (isPerson(words, hit, key) || isNorthAmerican(words, hits, at, key) || isNamesake(words, hit, key))
    return true
  return isPronoun(words, hit) || (entries.every(entry => entry.as === 'adjective') && isLanguage(words, hit))
}

const GOVERNMENT =
  /^(?:government|governments|authorities|administration|parliament|cabinet|ministry|ministries|officials)$/

const isGovernment = (words: Words, { first, last }: Hit, as: StateValue['as']): boolean => {
  if (as === 'institution') return true
  if (GOVERNMENT.test(keyAt(words, last + 1)) && /^\s+$/.test(gapAfter(words, last))) return true
  const before = keyAt(words, first - 1) === 'the' ? first - 2 : first - 1
  return keyAt(words, before) === 'of' && /^governments?$/.test(keyAt(words, before - 1))
}

const foundState = (scene: StateScene, at: number, hit: Hit, entries: readonly StateEntry[]): Found => {
  const best = entries.toSorted((a, b) => a.rank - b.rank)[0]
  const as = best?.as ?? 'name'
  return {
    hit,
    at,
    states: byRank(entries),
    as,
    government: isGovernment(scene.words, hit, as),
    former: entries.every(entry => entry.former),
    confidence: as === 'institution' ? 'medium' : 'high',
    rule: `state-${as}`,
  }
}

const foundCity = (
  scene: StateScene,
  at: number,
  hit: Hit,
  cities: readonly CityEntry[],
): Found | undefined => {
  const capitals = cities.filter(city => city.as === 'capital')
  const sign = capitals.length > 0 ? governmentSign(scene.words, scene.hits, at) : undefined
  const base = { hit, at, government: true, former: false } as const
  if (sign === undefined) return undefined
  return { ...base, states: byRank(capitals).slice(0, 1), as: 'capital', confidence: 'medium', rule: sign }
}

const foundPost = (at: number, hit: Hit): Found => {
  const entries = hit.entries.filter(entry => isCity(entry) || isState(entry))
  const states = byRank(entries).slice(0, 1)
  return {
    hit,
    at,
    states,
    as: 'post',
    government: true,
    former: false,
    confidence: 'high',
    rule: 'post-list',
  }
}

const foundAt = (scene: StateScene, at: number): Found | undefined => {
  const hit = scene.hits[at]
  if (!hit || hit.start < scene.from || hit.entries.some(entry => entry.is === 'not-a-state'))
    return undefined
  if (isInAddress(scene.words.text, hit)) return undefined
  if (scene.postLists.some(list => list.start <= hit.start && hit.end <= list.end)) return foundPost(at, hit)
  const states = hit.entries.filter(isState)
  if (states.length === 0) return foundCity(scene, at, hit, hit.entries.filter(isCity))
  return isOtherwise(scene, at, states) ? undefined : foundState(scene, at, hit, states)
}

const isInRow = ({ words, hits }: StateScene, at: number): boolean => {
  const row = rowAround(words, hits, at)
  return row.first !== hits[at]?.first || row.last !== hits[at]?.last
}

/** Of several States with one name, the one that the document names unmistakably elsewhere. */
const decided = (scene: StateScene, found: Found, certain: ReadonlySet<Iso3>): Found => {
  if (found.states.length < 2) return found
  const named = found.states.filter(iso3 => certain.has(iso3))
  const [only] = named
  if (named.length !== 1 || only === undefined) return { ...found, confidence: 'low', rule: 'shared-name' }
  // In a row of States "Congo" is the one whose short name it is, beside the neighbour named in full.
  if (found.as === 'name' && isInRow(scene, found.at))
    return { ...found, confidence: 'medium', rule: 'shared-name-in-row' }
  const others = found.states.filter(iso3 => iso3 !== only)
  return { ...found, states: [only, ...others], confidence: 'medium', rule: 'shared-name-by-document' }
}

/** After "Jim Jordan", "Jordan" alone may be he; in a row of States it is the State. */
const withPersons = (scene: StateScene, found: Found, persons: ReadonlyMap<string, number>): Found => {
  const person = persons.get(keyOfHit(scene.words, found.hit))
  const doubtful = person !== undefined && person < found.at && !isInRow(scene, found.at)
  return doubtful ? { ...found, confidence: 'low', rule: 'also-a-person' } : found
}

/** Names that stand in the text as those of persons, with the place among the hits of the first. */
const personsIn = ({ words, hits }: StateScene): ReadonlyMap<string, number> => {
  const persons = new Map<string, number>()
  for (const [at, hit] of hits.entries()) {
    const key = keyOfHit(words, hit)
    if (!ALSO_PERSONS.has(key) || persons.has(key) || !hit.entries.some(isState)) continue
    if (isPerson(words, hit, key)) persons.set(key, at)
  }
  return persons
}

const HYPHEN = /^[-‐‑–]$/

/** "Russo-" before another State: first halves of compounds are not names of their own. */
const firstHalves = (scene: StateScene): readonly StateMention[] => {
  const { words, from } = scene
  return scene.hits.flatMap(hit => {
    const index = hit.first - 1
    const iso3 = COMBINING_FORMS.get(keyAt(words, index))
    const start = startOf(words, index)
    if (!iso3 || start < from || !HYPHEN.test(gapAfter(words, index)) || !startsUpper(wordAt(words, index)))
      return []
    if (!hit.entries.some(isState)) return []
    return stateMentionOf(
      words.text,
      { start, end: endOf(words, index) },
      {
        ...{ states: [iso3], as: 'adjective', government: false, former: false },
        ...{ confidence: 'high', rule: 'state-first-half' },
      },
    )
  })
}

/** The States that a text mentions: names, peoples, governments by their seat, posts addressed in a cable. */
export const stateMentions = (scene: StateScene): readonly StateMention[] => {
  const found = scene.hits.flatMap((_, at) => foundAt(scene, at) ?? [])
  const persons = personsIn(scene)
  const certain = new Set(found.flatMap(({ states }) => (states.length === 1 ? states : [])))
  return [
    ...found.flatMap(one =>
      stateMentionOf(scene.words.text, one.hit, withPersons(scene, decided(scene, one, certain), persons)),
    ),
    ...firstHalves(scene),
  ]
}
