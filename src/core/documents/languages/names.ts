import type { Iso3, LocalKind, LocalName, LocalTreatyName, World } from '../../states/index.ts'
import type { TreatyEntry, TreatyNames } from '../entries.ts'
import { emptyTrie, insertWords, type Trie } from '../trie.ts'
import { endOf, isAllCaps, keyOf, startsUpper, type Words, wordAt } from '../words.ts'
import { wordsIn } from './glyphs.ts'
import { changingWords, formsOf, type WordRole } from './inflection.ts'
import type { Language } from './language.ts'

/** Something that a State is called in the language. */
export interface LocalStateEntry extends Pick<TreatyEntry, 'words' | 'tail' | 'capitals'> {
  readonly is: 'state'
  readonly iso3: Iso3
  readonly kind: LocalKind
}
export type LocalEntry = LocalStateEntry | TreatyEntry

/** The names of one language, ready for matching. */
export interface LocalLexicon {
  readonly language: Language
  /** Names by the plain forms of their words. */
  readonly trie: Trie<LocalEntry>
  /** The plain forms that each form of a word may stand for, as keys. */
  readonly bases: ReadonlyMap<string, readonly string[]>
}

interface Building {
  readonly language: Language
  readonly trie: Trie<LocalEntry>
  readonly bases: Map<string, string[]>
}

const partsOf = (words: Words): readonly string[] =>
  Array.from({ length: words.starts.length }, (_, index) => wordAt(words, index))

const addForms = ({ language, bases }: Building, word: string, role: WordRole, isLast: boolean): void => {
  const base = keyOf(word)
  for (const form of formsOf(language, word, role, isLast)) {
    const key = keyOf(form)
    const known = bases.get(key)
    if (!known) bases.set(key, [base])
    else if (!known.includes(base)) known.push(base)
  }
}

const add = (
  building: Building,
  name: string,
  role: WordRole,
  entryOf: (words: readonly string[], tail: string) => LocalEntry,
): void => {
  const words = wordsIn(building.language, name)
  const parts = partsOf(words)
  const changing = role === 'treaty' ? changingWords(building.language, parts) : parts.length
  for (const [index, part] of parts.entries())
    addForms(building, part, index < changing ? role : 'namesake', index === parts.length - 1)
  insertWords(building.trie, words, entryOf(parts, name.slice(endOf(words, parts.length - 1))))
}

const addState = (building: Building, { state, kind, forms }: LocalName): void => {
  for (const form of forms) {
    const isExact = kind === 'abbreviation' || (kind === 'former' && isAllCaps(form) && !form.includes(' '))
    add(building, form, isExact ? 'abbreviation' : kind, (words, tail) => ({
      is: 'state',
      iso3: state,
      kind,
      words,
      tail,
      capitals: isExact ? 'exact' : 'capitals',
    }))
  }
}

const ALTERNATIVES = /^([^[\]]*)\[([^[\]]*)\](.*)$/u

/** "[a/b] c" as "a c" and "b c". */
export const alternatives = (form: string): readonly string[] => {
  const [, before = '', inside = '', after = ''] = ALTERNATIVES.exec(form) ?? []
  return inside === ''
    ? [form]
    : inside.split('/').flatMap(one => alternatives(after).map(rest => before + one + rest))
}

const addTreatyName = (building: Building, treaty: string, name: string): void =>
  add(building, name, 'treaty', (words, tail) => ({
    is: 'treaty',
    treaty,
    as: 'name',
    weak: false,
    words,
    tail,
    capitals: words.length >= 3 || !startsUpper(words.at(-1) ?? '') ? 'any' : 'capitals',
  }))

const addAbbreviation = (building: Building, treaty: string, name: string, weak: boolean): void =>
  add(building, name, 'abbreviation', (words, tail) => ({
    is: 'treaty',
    treaty,
    as: 'abbreviation',
    weak,
    words,
    tail,
    capitals: 'exact',
  }))

const addTreaty = (building: Building, { treaty, kind, forms }: LocalTreatyName): void => {
  for (const form of forms)
    if (kind === 'name') for (const name of alternatives(form)) addTreatyName(building, treaty, name)
    else addAbbreviation(building, treaty, form, kind === 'doubtful')
}

/** Texts in every language also use the English names and abbreviations. */
const addEnglish = (building: Building, { id, title, names, abbreviations }: TreatyNames): void => {
  for (const name of [title, ...names]) addTreatyName(building, id, name)
  for (const text of abbreviations) addAbbreviation(building, id, text, text.length < 4 && text !== 'CCM')
}

/** Builds the names of one language. */
export const buildLocal = (
  language: Language,
  world: World,
  treaties: Iterable<TreatyNames>,
): LocalLexicon => {
  const building: Building = { language, trie: emptyTrie(), bases: new Map() }
  for (const name of world.localNames) if (name.language === language) addState(building, name)
  for (const name of world.localTreatyNames) if (name.language === language) addTreaty(building, name)
  for (const treaty of treaties) addEnglish(building, treaty)
  return building
}
