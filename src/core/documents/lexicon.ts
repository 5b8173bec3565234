import type { Iso3, Metonym, OfficeHolder, State, StateName, World } from '../states/index.ts'
import { type Descriptions, descriptionsOf } from './described.ts'
import type { Capitals, Entry, Hit, Spelled, TreatyNames } from './entries.ts'
import type { Language } from './languages/language.ts'
import { buildLocal, type LocalLexicon } from './languages/names.ts'
import type { OrganisationValue } from './mention.ts'
import { NOT_STATES, SHARED_NAMES, TOO_COMMON } from './namesakes.ts'
import { emptyTrie, insert, type Trie, walk } from './trie.ts'
import { endOf, isAllCaps, keyAt, keyOf, startOf, startsUpper, type Words, wordAt, wordsOf } from './words.ts'

export type * from './entries.ts'

/** Every name that the documents room knows, ready for matching. Built once; it does not change afterwards. */
export interface Lexicon {
  readonly trie: Trie<Entry>
  readonly treaties: ReadonlyMap<string, TreatyNames>
  readonly people: PeopleKnown
  /** Treaties by what their short names say they are about, in small letters; empty where several are about it. */
  readonly topics: ReadonlyMap<string, string>
  /** The proper names of treaties, in small letters: "mine ban treaty", but not "landmine treaty". */
  readonly properNames: ReadonlySet<string>
  /** How treaties are described by what they forbid. */
  readonly described: Descriptions | undefined
  /** Organisations whose bodies carry their name in front, by that name. */
  readonly outer: ReadonlyMap<string, OrganisationValue>
  /** The names of another language; built when they are first asked for. */
  readonly inLanguage: (language: Language) => LocalLexicon
}

/** What is known of persons before a text is read. */
export interface PeopleKnown {
  readonly givenNames: ReadonlySet<string>
  /** Names of places of more than one word, which may begin like a person's: "Hong Kong". */
  readonly places: ReadonlySet<string>
  /** Holders of offices by the last word of their names, folded. */
  readonly holders: ReadonlyMap<string, readonly OfficeHolder[]>
}

const spelled = (name: string, capitals: Capitals): Spelled => {
  const words = wordsOf(name)
  const count = words.starts.length
  const list = Array.from({ length: count }, (_, index) => wordAt(words, index))
  return { words: list, tail: name.slice(endOf(words, count - 1)), capitals }
}

const isInitials = (name: string): boolean => isAllCaps(name) || /^(?:\p{L}\.)+\p{L}?\.?$/u.test(name)
const withoutArticle = (name: string): string => name.replace(/^the /i, '')

const add = (trie: Trie<Entry>, name: string, entry: Entry): void => insert(trie, name, entry)

const RANK_OF_STATE = { 'un-member': 0, observer: 1, 'treaty-state': 1, entity: 2, historical: 3 } as const

const addName = (trie: Trie<Entry>, state: State, { text, kind }: StateName): void => {
  const name = withoutArticle(text)
  if (TOO_COMMON.has(text) || TOO_COMMON.has(name) || kind === 'code') return
  const rank = RANK_OF_STATE[state.kind] * 2 + (kind === 'short' || kind === 'adjective' ? 0 : 1)
  const base = { iso3: state.iso3, rank }
  if (kind === 'capital')
    add(trie, name, { ...base, is: 'city', as: 'capital', ...spelled(name, 'capitals') })
  else if (kind === 'adjective') addAdjective(trie, state, name, rank)
  else {
    const initials = isInitials(name) || /^[A-Z][a-z]?[A-Z]$/.test(name)
    const as = initials ? 'abbreviation' : 'name'
    add(trie, name, {
      ...base,
      is: 'state',
      as,
      former: kind === 'former',
      ...spelled(name, initials ? 'exact' : 'capitals'),
    })
  }
}

const addAdjective = (trie: Trie<Entry>, state: State, adjective: string, rank: number): void => {
  const isName = state.names.some(name => name.kind !== 'adjective' && keyOf(name.text) === keyOf(adjective))
  if (isName || isInitials(adjective)) return
  const isOther = (form: string): boolean => state.names.some(name => keyOf(name.text) === keyOf(form))
  for (const form of [adjective, ...demonyms(adjective).filter(form => !isOther(form))])
    add(trie, form, {
      is: 'state',
      iso3: state.iso3,
      as: 'adjective',
      former: adjective === 'Soviet',
      rank,
      ...spelled(form, 'capitals'),
    })
}

/** The people: "Russians" beside "Russian", "Frenchman" beside "French". */
const demonyms = (adjective: string): readonly string[] => {
  if (/(?:sh|ch)$/.test(adjective) && adjective !== 'Czech')
    return ['man', 'men', 'woman', 'women'].map(end => adjective + end)
  return /(?:ese|s|x|z)$/.test(adjective) ? [] : [`${adjective}s`]
}

const addMetonym = (trie: Trie<Entry>, { name, state, kind }: Metonym): void => {
  if (state === '' || TOO_COMMON.has(name)) return
  if (kind === 'institution') {
    const text = withoutArticle(name)
    if (!TOO_COMMON.has(text))
      add(trie, text, {
        is: 'state',
        iso3: state,
        as: 'institution',
        rank: 1,
        former: false,
        ...spelled(text, 'capitals'),
      })
  } else if (kind === 'capital' || kind === 'seat')
    add(trie, name, { is: 'city', iso3: state, as: 'capital', rank: 1, ...spelled(name, 'capitals') })
  else if (kind === 'post' || kind === 'city' || kind === 'former-capital')
    add(trie, name, { is: 'city', iso3: state, as: 'post', rank: 2, ...spelled(name, 'capitals') })
}

const addWorld = (trie: Trie<Entry>, world: World): void => {
  for (const state of world.states.values()) for (const name of state.names) addName(trie, state, name)
  for (const metonym of world.metonyms) addMetonym(trie, metonym)
  for (const { name, states } of SHARED_NAMES)
    for (const [rank, iso3] of states.entries())
      add(trie, name, { is: 'state', iso3, as: 'name', rank, former: false, ...spelled(name, 'capitals') })
  for (const phrase of NOT_STATES) add(trie, phrase, { is: 'not-a-state', ...spelled(phrase, 'capitals') })
  addOrganisations(trie, world)
  addPlaces(trie, world)
}

const addOrganisations = (trie: Trie<Entry>, world: World): void => {
  const put = (names: Iterable<string>, value: OrganisationValue): void => {
    for (const name of new Set([...names].flatMap(withPoints)))
      add(trie, name, {
        is: 'organisation',
        value,
        ...spelled(name, isInitials(name) ? 'exact' : 'capitals'),
      })
  }
  for (const { id, title, names } of world.blocs)
    put([title, ...names], { id, name: names[0] ?? title, type: 'bloc', listed: true })
  for (const { id, name, kind, state, names } of world.organisations)
    put([name, ...names], { id, name, type: kind, ...(state !== '' && { iso3: state }), listed: true })
}

/** "U.S." is also written "US", "Center" "Centre", "Defense" "Defence". */
const withPoints = (name: string): readonly string[] => {
  const forms = [name, name.replace(/^The /, '')]
  const other = forms.flatMap(form => [
    form
      .replace(/\bCenter\b/, 'Centre')
      .replace(/\bDefense\b/, 'Defence')
      .replace(/\bOrganization\b/, 'Organisation'),
    form
      .replace(/\bCentre\b/, 'Center')
      .replace(/\bDefence\b/, 'Defense')
      .replace(/\bOrganisation\b/, 'Organization'),
  ])
  if (name.startsWith('The ') && name.split(' ').length === 2) return [name]
  return [...forms, ...other, ...(/^[A-Z]{3,6}$/.test(name) ? [dotted(name)] : [])]
}

/** "IAEA" as older texts print it: "I.A.E.A." */
const dotted = (name: string): string => [...name].map(letter => `${letter}.`).join('')

const OUTER = new Set(['NATO', 'UN', 'U.N.', 'United Nations', 'EU', 'African Union', 'AU', 'OSCE'])

const outerIn = ({ blocs, organisations }: World): ReadonlyMap<string, OrganisationValue> => {
  const outer = new Map<string, OrganisationValue>()
  const put = (names: readonly string[], value: OrganisationValue): void => {
    for (const name of names) if (OUTER.has(name)) outer.set(name, value)
  }
  for (const { id, title, names } of blocs)
    put([title, ...names], { id, name: names[0] ?? title, type: 'bloc', listed: true })
  for (const { id, name, kind, names } of organisations)
    put([name, ...names], { id, name, type: kind, listed: true })
  return outer
}

const addPlaces = (trie: Trie<Entry>, world: World): void => {
  const put = (name: string, iso3: Iso3): void =>
    add(trie, name, { is: 'place', value: { name, iso3 }, ...spelled(name, 'capitals') })
  const held = new Set(world.places.map(({ name }) => name))
  for (const { name, state } of world.places) put(name, state)
  for (const { name, state, kind } of world.metonyms)
    if (state !== '' && CITIES.has(kind) && !held.has(name)) {
      held.add(name)
      put(name, state)
    }
  for (const { iso3, names } of world.states.values())
    for (const { text, kind } of names)
      if (kind === 'capital' && !held.has(text)) {
        held.add(text)
        put(text, iso3)
      }
}

const CITIES: ReadonlySet<string> = new Set(['capital', 'seat', 'post', 'city', 'former-capital'])

/** "al-Assad" is also called "Assad". */
const foldedSurname = (person: string): string =>
  keyOf((person.split(' ').at(-1) ?? person).replace(/^(?:al|el)-/i, ''))

const peopleIn = (world: World): PeopleKnown => {
  const holders = new Map<string, OfficeHolder[]>()
  for (const holder of world.officeHolders) {
    const key = foldedSurname(holder.person)
    const all = holders.get(key)
    if (all) all.push(holder)
    else holders.set(key, [holder])
  }
  const places = world.places.map(({ name }) => name).filter(name => name.includes(' '))
  return { givenNames: new Set(world.givenNames.map(keyOf)), places: new Set(places), holders }
}

/** "Anti-Personnel" is also written "Antipersonnel", and "UN" in full; long titles are cited by their first half. */
const variants = (name: string): readonly string[] => {
  const whole = [name, name.replace(/\s*\([^()]*\)$/, '')]
  const cut = whole.map(form => form.replace(/^((?:\S+ ){8,}?\S+) (?:and on their|which may) .*$/i, '$1'))
  const un = [...whole, ...cut].map(form => form.replace(/^UN /, 'United Nations '))
  const joined = [...whole, ...cut, ...un].map(form => form.replace(/\b(anti|non)-(?=\p{L})/giu, '$1'))
  const small = [...whole, ...joined].map(form =>
    form.replace(/ (?:Convention|Treaty)$/, noun => noun.toLowerCase()),
  )
  // As papers often misprint it: "the Conventions on Cluster Munitions".
  const misprinted =
    name.startsWith('Convention on ') && name.split(' ').length <= 5
      ? [name.replace('Convention', 'Conventions')]
      : []
  return [...new Set([...whole, ...cut, ...un, ...joined, ...small, ...misprinted])]
}

const lastWordIsLower = (name: string): boolean => !startsUpper(name.split(' ').at(-1) ?? '')

const addTreaty = (
  trie: Trie<Entry>,
  treaty: TreatyNames,
  isWeak: (abbreviation: string) => boolean,
): void => {
  const base = { is: 'treaty', treaty: treaty.id } as const
  for (const name of new Set([treaty.title, ...treaty.names].flatMap(variants))) {
    const free = name.split(' ').length >= 3 || lastWordIsLower(name)
    add(trie, name, { ...base, as: 'name', weak: false, ...spelled(name, free ? 'any' : 'capitals') })
  }
  for (const name of new Set([treaty.title, ...treaty.names]))
    for (const form of withAbbreviation(name, treaty.abbreviations))
      add(trie, form, { ...base, as: 'name', weak: false, ...spelled(form, 'capitals') })
  for (const text of treaty.abbreviations)
    for (const form of /^[A-Z]{3,5}$/.test(text) ? [text, dotted(text)] : [text])
      add(trie, form, { ...base, as: 'abbreviation', weak: isWeak(text), ...spelled(form, 'exact') })
  for (const { text } of treaty.misnomers)
    if (!treaty.abbreviations.includes(text))
      add(trie, text, { ...base, as: 'misnomer', weak: true, ...spelled(text, 'exact') })
}

/** "Anti-Ballistic Missile (ABM) Treaty": the abbreviation before the noun that it is short for. */
const withAbbreviation = (name: string, abbreviations: readonly string[]): readonly string[] => {
  const noun = / (?:Treaty|Convention)$/.exec(name)?.[0]
  if (noun === undefined) return []
  const before = name.slice(0, -noun.length)
  return abbreviations.map(short => `${before} (${short.replace(/ Treaty$/, '')})${noun}`)
}

/** Abbreviations of treaties that mean other things in other texts (main battle tank, general practitioner). */
const ALSO_OTHER_THINGS = new Set(['MBT', 'GP', 'OST', 'API', 'APII', 'AP I', 'AP II', 'CFE', 'ATT'])

/** The treaties that only the world knows by name, beside those that have packs. */
const othersIn = (world: World, packs: readonly TreatyNames[]): readonly TreatyNames[] => {
  const ids = new Set(packs.map(({ id }) => id))
  return world.otherTreaties
    .filter(({ id }) => !ids.has(id))
    .map(({ adopted, ...names }) => ({ ...names, misnomers: [], adopted: { day: adopted } }))
}

/** Builds the lexicon from the world and the names of the treaties. */
export const buildLexicon = (world: World, packs: readonly TreatyNames[]): Lexicon => {
  const treaties = [...packs, ...othersIn(world, packs)]
  const trie = emptyTrie<Entry>()
  const claims = (text: string): number =>
    treaties.filter(treaty => treaty.abbreviations.includes(text)).length
  const isWeak = (text: string): boolean => ALSO_OTHER_THINGS.has(text) || text.length < 3 || claims(text) > 1
  addWorld(trie, world)
  for (const treaty of treaties) addTreaty(trie, treaty, isWeak)
  return {
    trie,
    treaties: new Map(treaties.map(treaty => [treaty.id, treaty])),
    topics: topicsOf(treaties),
    properNames: properNamesOf(treaties),
    described: descriptionsOf(treaties),
    people: peopleIn(world),
    outer: outerIn(world),
    inLanguage: localLexicons(world, treaties),
  }
}

/** What a treaty's short names say it is about: "cluster bomb" of "cluster bomb treaty", "mine" of "Mine Ban Treaty". */
const topicsOf = (treaties: readonly TreatyNames[]): ReadonlyMap<string, string> => {
  const topics = new Map<string, string>()
  for (const { id, title, names } of treaties)
    for (const name of [title, ...names]) {
      const match = /^([\p{L} -]{4,40}?)(?: [Bb]an)? (?:[Tt]reaty|[Cc]onvention)$/u.exec(name)
      const topic = match?.[1]?.toLowerCase()
      if (topic) topics.set(topic, topics.has(topic) && topics.get(topic) !== id ? '' : id)
    }
  return topics
}

const properNamesOf = (treaties: readonly TreatyNames[]): ReadonlySet<string> =>
  new Set(
    treaties
      .flatMap(({ title, names }) => [title, ...names])
      .filter(startsUpper)
      .flatMap(variants)
      .map(name => name.toLowerCase()),
  )

const localLexicons = (world: World, treaties: readonly TreatyNames[]): Lexicon['inLanguage'] => {
  const built = new Map<Language, LocalLexicon>()
  return language => {
    const known = built.get(language)
    if (known) return known
    const made = buildLocal(language, world, treaties)
    built.set(language, made)
    return made
  }
}

const fitsWord = (entry: Spelled, name: string, word: string): boolean => {
  if (entry.capitals === 'any') return true
  if (entry.capitals === 'capitals') return !startsUpper(name) || startsUpper(word)
  return name === word || name === `${word}.`
}

const fits = (entry: Entry, words: Words, first: number): boolean =>
  entry.words.every((name, index) => fitsWord(entry, name, wordAt(words, first + index)))

const LAYERS = ['state', 'treaty', 'organisation', 'place'] as const
type Layer = (typeof LAYERS)[number]
const layerOf = (entry: Entry): Layer =>
  entry.is === 'city' || entry.is === 'not-a-state' ? 'state' : entry.is

const hitOf = (words: Words, first: number, last: number, entries: readonly Entry[]): Hit => {
  const end = endOf(words, last)
  const tail = entries[0]?.tail ?? ''
  const whole = tail !== '' && words.text.startsWith(tail, end) ? end + tail.length : end
  return { first, last, start: startOf(words, first), end: whole, entries }
}

/** All names of the lexicon in a text, per layer the longest at each place and none inside another. */
export const scan = (lexicon: Lexicon, words: Words): Readonly<Record<Layer, readonly Hit[]>> => {
  const hits: Record<Layer, Hit[]> = { state: [], treaty: [], organisation: [], place: [] }
  const free: Record<Layer, number> = { state: 0, treaty: 0, organisation: 0, place: 0 }
  for (let index = 0; index < words.starts.length; index++) {
    if (!lexicon.trie.next.has(keyAt(words, index))) continue
    const longest = new Map<Layer, Hit>()
    walk(lexicon.trie, words, index, (here, last) => {
      for (const layer of LAYERS) {
        const entries = here.filter(entry => layerOf(entry) === layer && fits(entry, words, index))
        if (entries.length > 0 && index >= free[layer]) longest.set(layer, hitOf(words, index, last, entries))
      }
    })
    for (const [layer, hit] of longest) {
      hits[layer].push(hit)
      free[layer] = hit.last + 1
    }
  }
  return hits
}
