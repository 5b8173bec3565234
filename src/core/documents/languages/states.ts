import type { Span } from '../../evidence/index.ts'
import type { Iso3 } from '../../states/index.ts'
import type { StateMention, StateWord } from '../mention.ts'
import { type FoundState, stateMentionOf } from '../statefound.ts'
import { gapAfter, isAllCaps, keyOf, startsUpper, type Words, wordAt } from '../words.ts'
import { CONTEXTS, type StateContext } from './contexts.ts'
import { hanHits } from './hanstates.ts'
import type { Language } from './language.ts'
import type { LocalStateEntry } from './names.ts'
import type { LocalHit } from './scan.ts'

interface Scene {
  readonly language: Language
  readonly words: Words
  readonly hits: readonly LocalHit[]
  readonly context: StateContext
  /** Given names, folded. */
  readonly givenNames: ReadonlySet<string>
}

interface Found extends FoundState, Span {
  /** Its place among the hits. */
  readonly at: number
}

const NEAR = 60

const oneLine = (stretch: string): string => stretch.replace(/[^\S ]/g, ' ')
const beforeOf = ({ words }: Scene, start: number): string =>
  oneLine(words.text.slice(Math.max(0, start - NEAR), start))
const afterOf = ({ words }: Scene, end: number): string => oneLine(words.text.slice(end, end + NEAR))

const AS: Readonly<Record<LocalStateEntry['kind'], StateWord>> = {
  name: 'name',
  shared: 'name',
  doubtful: 'name',
  former: 'name',
  abbreviation: 'abbreviation',
  adjective: 'adjective',
  'former-adjective': 'adjective',
  people: 'adjective',
  combining: 'adjective',
  capital: 'capital',
  'given-name': 'name',
  namesake: 'name',
}

/** Kinds in the order in which they are preferred where the same words have several readings. */
const ORDER: readonly LocalStateEntry['kind'][] = [
  'namesake',
  'name',
  'abbreviation',
  'shared',
  'former',
  'doubtful',
  'adjective',
  'people',
  'former-adjective',
  'capital',
  'combining',
  'given-name',
]
const rankOf = ({ kind }: LocalStateEntry): number => ORDER.indexOf(kind)

const isAdjective = ({ kind }: LocalStateEntry): boolean =>
  kind === 'adjective' || kind === 'former-adjective' || kind === 'people'

/** Whether a State or capital stands beside, joined as in a row. */
const isBeside = ({ words, hits, context }: Scene, at: number, step: 1 | -1): boolean => {
  const [here, other] = [hits[at], hits[at + step]]
  if (!here || !other || other.entries.some(entry => entry.kind === 'namesake')) return false
  const [from, to] = step === 1 ? [here.end, other.start] : [other.end, here.start]
  return to - from < 16 && context.joint.test(oneLine(words.text.slice(from, to)))
}

const isInRow = (scene: Scene, at: number): boolean => isBeside(scene, at, 1) || isBeside(scene, at, -1)

/** The name of a language stands before, joined as in a row: "in Russian and (Italian)". */
const followsLanguage = (scene: Scene, at: number): boolean => {
  const before = scene.hits[at - 1]
  return (
    before !== undefined &&
    isBeside(scene, at, -1) &&
    before.entries.some(isAdjective) &&
    isLanguage(scene, at - 1)
  )
}

const isLanguage = (scene: Scene, at: number): boolean => {
  const hit = scene.hits[at]
  return hit !== undefined && (isLanguageAlone(scene, hit) || followsLanguage(scene, at))
}

const isLanguageAlone = (scene: Scene, { first, last, start, end }: LocalHit): boolean => {
  const { context, language, words } = scene
  if (context.languageAfter.test(afterOf(scene, end))) return true
  if (!context.languageBefore.test(beforeOf(scene, start)))
    return language === 'de' && isGermanTongue(scene, last)
  const isUpper = startsUpper(wordAt(words, first))
  if (language === 'de') return isUpper && !/^ \p{Lu}/u.test(afterOf(scene, end))
  return !isUpper && !/^ \p{Lu}/u.test(afterOf(scene, end))
}

/** "Deutsch", "Russisch": capitalised without an ending, the language. */
const isGermanTongue = ({ words }: Scene, last: number): boolean => {
  const word = wordAt(words, last)
  return (
    startsUpper(word) && /(?:isch|deutsch)$/i.test(word) && !/^-/.test(words.text.slice(words.ends[last]))
  )
}

const capitalTitles = new Map<RegExp, RegExp>()

/** In a line of capitals the beginning of a full name has capitals too, perhaps without accents. */
const inCapitals = (title: RegExp): RegExp => {
  const known = capitalTitles.get(title)
  if (known) return known
  const source = title.source.replace(/[éú]/giu, letter => `[${letter}${letter.normalize('NFD').charAt(0)}]`)
  const made = new RegExp(source, 'iu')
  capitalTitles.set(title, made)
  return made
}

/** A full name around the hit: "République islamique d’Iran", "Чешская Республика". */
const wholeOf = (
  scene: Scene,
  hit: LocalHit,
  adjective: boolean,
): { start: number; end: number; isName: boolean } => {
  const { context } = scene
  const before = beforeOf(scene, hit.start)
  const title = adjective ? context.titleOfAdjective : context.titleBefore
  const isCaps = isAllCaps(scene.words.text.slice(hit.start, hit.end)) && hit.end - hit.start > 3
  const head = (isCaps ? inCapitals(title) : title).exec(before)?.[0] ?? ''
  const tail = context.titleAfter.exec(afterOf(scene, hit.end))?.[0] ?? ''
  const clitic = scene.language === 'ar' ? (/^[وفبلك](?=(?:ال)?[جمدسإاك])/u.exec(head)?.[0].length ?? 0) : 0
  const isName = head !== '' || tail !== ''
  return { start: hit.start - Math.max(0, head.length - clitic), end: hit.end + tail.length, isName }
}

const isGovernment = (scene: Scene, start: number, end: number): boolean =>
  scene.context.governmentBefore.test(beforeOf(scene, start)) ||
  scene.context.governmentAfter.test(afterOf(scene, end))

const states = (entries: readonly LocalStateEntry[]): readonly Iso3[] => [
  ...new Set(entries.map(entry => entry.iso3)),
]

const nameAt = (scene: Scene, at: number, hit: LocalHit, entries: readonly LocalStateEntry[]): Found => {
  const [best] = entries
  const adjective = best !== undefined && isAdjective(best)
  const { start, end, isName } = wholeOf(scene, hit, adjective)
  // 美国人: the people, not the State.
  const isPeople = scene.language === 'zh' && scene.words.text.slice(hit.end, end) === '人'
  const as = isPeople ? 'adjective' : isName ? 'name' : AS[best?.kind ?? 'name']
  return {
    at,
    start,
    end,
    states: states(entries),
    as,
    government: isGovernment(scene, start, end),
    former: best?.kind === 'former' || best?.kind === 'former-adjective',
    confidence: 'high',
    rule: `state-${as}-${scene.language}`,
  }
}

/** The first and the last of the row that a hit stands in. */
const rowOf = (scene: Scene, at: number): readonly [number, number] => {
  let [first, last] = [at, at]
  while (last - first < 12 && isBeside(scene, first, -1)) first--
  while (last - first < 12 && isBeside(scene, last, 1)) last++
  return [first, last]
}

/** Words that begin a sentence before a name. */
const OPENING = /(?<!\p{L})(?:Et|Mais|Or|Car|Donc|Puis|Si|Que|Y|E|Pero|Aunque|Ma|Mas|Se|И|А|Но|Если|Что) $/u
const isAfterName = (before: string): boolean => /\p{Lu}\p{L}{0,30} $/u.test(before) && !OPENING.test(before)

/** Whether a capital stands for its government: it acts, alone or in a row, or the words before say so. */
const governs = (scene: Scene, at: number): boolean => {
  const { context, hits, language, words } = scene
  const [first, last] = rowOf(scene, at)
  const before = beforeOf(scene, hits[first]?.start ?? 0)
  if (context.governs.test(before))
    return language !== 'zh' || context.acts.test(afterOf(scene, hits[last]?.end ?? 0)) || last > first
  if (context.placeBefore.test(before) || (language !== 'de' && isAfterName(before))) return false
  const after = afterOf(scene, hits[last]?.end ?? words.text.length)
  return context.acts.test(after)
}

const capitalAt = (scene: Scene, at: number, entries: readonly LocalStateEntry[]): Found | undefined => {
  const hit = scene.hits[at]
  if (!hit || !governs(scene, at)) return undefined
  const { start, end } = hit
  const rest = { as: 'capital', government: true, former: false, confidence: 'medium' } as const
  return {
    at,
    start,
    end,
    states: states(entries).slice(0, 1),
    ...rest,
    rule: `state-capital-${scene.language}`,
  }
}

const HYPHEN = /^[-‐‑–]\p{L}/u

const combiningAt = (scene: Scene, at: number, entries: readonly LocalStateEntry[]): Found | undefined => {
  const [hit, next] = [scene.hits[at], scene.hits[at + 1]]
  const isFirstHalf = HYPHEN.test(afterOf(scene, hit?.end ?? 0)) && next?.start === (hit?.end ?? 0) + 1
  if (!hit || !(isFirstHalf || scene.language === 'zh')) return undefined
  const { start, end } = hit
  const rest = { as: 'adjective', government: false, former: false, confidence: 'high' } as const
  return { at, start, end, states: states(entries).slice(0, 1), ...rest, rule: 'state-first-half' }
}

/** Whether a form that is another word too means the State here. */
const isCertain = (scene: Scene, at: number, hit: LocalHit): boolean => {
  if (scene.context.certainBefore.test(beforeOf(scene, hit.start))) return true
  return isInRow(scene, at)
}

/** A capitalised word that is no State follows: "Francia Restrepo". */
const isPerson = (scene: Scene, at: number, { start, end }: LocalHit): boolean =>
  /^ \p{Lu}\p{Ll}/u.test(afterOf(scene, end)) &&
  scene.hits[at + 1]?.start !== end + 1 &&
  !scene.context.placeBefore.test(beforeOf(scene, start))

const STREET =
  /(?<!\p{L})(?:avenida|calle|plaza|paseo|rua|praça|viale|piazza|corso|rue de(?: la)?|avenue de(?: la)?|boulevard de(?: la)?|улиц\p{L}{1,2}|проспект\p{L}{0,2}|площад\p{L}{1,2}|شارع|ساحة) $/iu

/** "Arturo Chile", "avenida Brasil": the surname of a person, the name of a street. */
const isNameOfOther = (scene: Scene, { first, start }: LocalHit): boolean => {
  const { words, givenNames } = scene
  const before = wordAt(words, first - 1)
  const isSurname = startsUpper(before) && gapAfter(words, first - 1) === ' ' && givenNames.has(keyOf(before))
  return isSurname || STREET.test(beforeOf(scene, start))
}

const foundAt = (scene: Scene, at: number): Found | undefined => {
  const hit = scene.hits[at]
  if (!hit || isNameOfOther(scene, hit)) return undefined
  if (hit.entries.some(({ kind }) => kind === 'given-name') && isPerson(scene, at, hit)) return undefined
  const entries = hit.entries.toSorted((a, b) => rankOf(a) - rankOf(b))
  const [best] = entries
  const same = entries.filter(entry => best && rankOf(entry) === rankOf(best))
  switch (best?.kind) {
    case undefined:
    case 'namesake':
    case 'given-name':
      return undefined
    case 'capital':
      return capitalAt(scene, at, same)
    case 'combining':
      return combiningAt(scene, at, same)
    case 'doubtful':
      return isCertain(scene, at, hit) ? nameAt(scene, at, hit, same) : undefined
    case 'adjective':
    case 'former-adjective':
    case 'people':
      return isLanguage(scene, at) ? undefined : nameAt(scene, at, hit, same)
    default:
      return nameAt(scene, at, hit, same)
  }
}

/** The States that the names in the row around a hit can only mean. */
const besides = (scene: Scene, at: number): readonly Iso3[] => {
  const [first, last] = rowOf(scene, at)
  return scene.hits.slice(first, last + 1).flatMap(({ entries }) => {
    const all = states(entries)
    return all.length === 1 ? all : []
  })
}

/** Of several States with one name, the one that the document names unmistakably elsewhere, and not in its row. */
const decided = (scene: Scene, found: Found, certain: ReadonlySet<Iso3>): Found => {
  if (found.states.length < 2) return found
  const beside = besides(scene, found.at)
  const left = found.states.filter(iso3 => !beside.includes(iso3))
  if (left.length === 1)
    return {
      ...found,
      states: [...left, ...found.states.filter(iso3 => beside.includes(iso3))],
      confidence: 'medium',
      rule: 'shared-name-in-row',
    }
  const named = found.states.filter(iso3 => certain.has(iso3))
  const [only] = named
  if (named.length !== 1 || only === undefined) return { ...found, confidence: 'low', rule: 'shared-name' }
  const others = found.states.filter(iso3 => iso3 !== only)
  return { ...found, states: [only, ...others], confidence: 'medium', rule: 'shared-name-by-document' }
}

/** The States that a text names in a language: by names, adjectives, peoples, and the seats of governments. */
export const localStates = (
  language: Language,
  words: Words,
  hits: readonly LocalHit[],
  givenNames: ReadonlySet<string>,
): readonly StateMention[] => {
  const own = language === 'zh' ? hanHits(words.text, hits) : hits
  const scene: Scene = { language, words, hits: own, context: CONTEXTS[language], givenNames }
  const found = own.flatMap((_, at) => foundAt(scene, at) ?? [])
  const certain = new Set(found.flatMap(one => (one.states.length === 1 ? one.states : [])))
  return found.flatMap(one => stateMentionOf(words.text, one, decided(scene, one, certain)))
}
