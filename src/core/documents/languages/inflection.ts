import type { LocalKind } from '../../states/index.ts'
import type { Language } from './language.ts'

/** What a word is in the name that holds it: of a treaty's name the words before the first preposition change. */
export type WordRole = LocalKind | 'treaty'

/** The forms of a word that stand for it in a text, the plain form first. More forms than exist do no harm. */
type Inflect = (word: string, role: WordRole, isLast: boolean) => readonly string[]

const withEndings = (stem: string, endings: string): readonly string[] =>
  endings.split(' ').map(ending => stem + ending.replace('-', ''))

const isQuality = (role: WordRole): boolean =>
  role === 'adjective' || role === 'former-adjective' || role === 'people'

/** A rule of endings: a word that ends so loses `cut` letters and takes each of the endings. */
type Rule = readonly [end: RegExp, cut: number, endings: string]

const byRules = (rules: readonly Rule[], word: string): readonly string[] => {
  const rule = rules.find(([end]) => end.test(word))
  return rule ? [word, ...withEndings(word.slice(0, word.length - rule[1]), rule[2])] : [word]
}

const FRENCH: readonly Rule[] = [
  [/(?:en|on|an|in)$/, 0, '- e ne s es nes'],
  [/c$/, 1, 'c que cs ques che ches'],
  [/[sx]$/, 0, 'e es'],
  [/e$/, 0, 's'],
  [/./, 0, 'e s es'],
]
const SPANISH: readonly Rule[] = [
  [/o$/, 1, 'o a os as'],
  [/és$/, 2, 'és esa eses esas'],
  [/án$/, 2, 'án ana anes anas'],
  [/ón$/, 2, 'ón ona ones onas'],
  [/[íú]$/, 0, 'es s'],
  [/[ae]$/, 0, 's'],
  [/./, 0, 'a es as'],
]
const ITALIAN: readonly Rule[] = [
  [/co$/, 2, 'co ca ci chi che ce'],
  [/go$/, 2, 'go ga gi ghi ghe'],
  [/io$/, 2, 'io ia i ie'],
  [/o$/, 1, 'o a i e'],
  [/a$/, 1, 'a i e'],
  [/e$/, 1, 'e i'],
  [/./, 0, '-'],
]
const PORTUGUESE: readonly Rule[] = [
  [/ão$/, 2, 'ão ã ães ões ãos ãs ona onas'],
  [/ês$/, 2, 'ês esa eses esas'],
  [/ol$/, 2, 'ol ola óis olas'],
  [/eu$/, 2, 'eu eia eus eias'],
  [/o$/, 1, 'o a os as'],
  [/[aeiuíê]$/, 0, 's'],
  [/./, 0, 'a es as'],
]

/** Languages whose nouns do not change: only the last word of an adjective takes endings. */
const romance =
  (rules: readonly Rule[]): Inflect =>
  (word, role, isLast) =>
    isQuality(role) && isLast ? byRules(rules, word) : [word]

const GERMAN_PEOPLE: readonly Rule[] = [
  [/e$/, 1, 'e en er in innen'],
  [/[iy]$/, 0, 's n in innen'],
  [/er$/, 0, 's n in innen'],
  [/./, 0, 's n in innen en'],
]

const german: Inflect = (word, role, isLast) => {
  if (role === 'people') return isLast ? byRules(GERMAN_PEOPLE, word) : [word]
  if (isQuality(role)) return isLast ? [word, ...withEndings(word, 'e en em er es')] : [word]
  if (role === 'treaty') return [word, ...withEndings(word, 's es n en e r')]
  if (role === 'abbreviation' || role === 'combining' || role === 'namesake') return [word]
  const endings = !word.endsWith('e') ? 's es' : isLast ? 'n s' : 'n r s m'
  return /(?:es|er)$/.test(word) && !isLast
    ? [word, ...withEndings(word.slice(0, -2), 'e en em er es')]
    : [word, ...withEndings(word, endings)]
}

const RUSSIAN_ADJECTIVE: Rule = [
  /(?:[кнрвт](?:ий|ый|ая|ое|ие|ые)|ой)$/,
  2,
  'ий ый ого ому им ым ом ая ой ую ою ое ие ые их ых ими ыми',
]
const RUSSIAN_NOUN: readonly Rule[] = [
  RUSSIAN_ADJECTIVE,
  [/(?:нее|шее)$/, 2, 'ее ий его ему им ем яя ей юю ие их ими'],
  [/ия$/, 2, 'ия ии ию ией иею ий иям иями иях'],
  [/ий$/, 2, 'ий ия ию ием ии'],
  [/й$/, 1, 'й я ю ем е и ев ям ями ях'],
  [/[кгхжшщч]а$/, 1, 'а и е у ой ою ей ам ами ах'],
  [/а$/, 1, 'а ы е у ой ою - ам ами ах ов'],
  [/я$/, 1, 'я и е ю ей ею ёй ь й ям ями ях'],
  [/ство$/, 1, 'о а у ом е'],
  [/ы$/, 1, 'ы ов - ам ами ах'],
  [/ь$/, 1, 'ь я ю ем е и ью ей'],
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, '- а у ом ем е ы и ов ам ами ах'],
]
const RUSSIAN_PEOPLE: readonly Rule[] = [
  [/ец$/, 2, 'ец ца цу цем цом це цы цев цов цам цами цах йца йцу йцем йцы йцев йцам йцами ка ки ку'],
  [/[ая]нин$/, 2, 'ин ина ину ином ине е - ам ами ах ка ки ку'],
  [/ин$/, 2, 'ин ина ину ином ине ы - ам ами ах'],
  [/ок$/, 2, 'ок ка ку ком ке ки ков кам ками ках'],
  [/./, 0, '- а у ом е ы и ов ам ами ах'],
]

const russian: Inflect = (word, role) => {
  if (role === 'abbreviation' || role === 'combining') return [word]
  const isPhrase = /[^\p{Ll}]/u.test(word.slice(1)) && word === word.toUpperCase()
  if (isPhrase) return [word]
  if (role === 'people') return byRules(RUSSIAN_PEOPLE, word)
  if (!isQuality(role)) return byRules(RUSSIAN_NOUN, word)
  const people = /[^ц]ский$/.test(word) ? byRules(RUSSIAN_PEOPLE, word.replace(/ский$/, 'ец')) : []
  return [...byRules([RUSSIAN_ADJECTIVE], word), ...people]
}

const arabic: Inflect = (word, role) => {
  if (!isQuality(role)) return [word]
  const plain = word.replace(/^ال/, '')
  const forms = [plain, ...withEndings(plain, 'ة ون ين ات ان')]
  return [word, ...forms, ...forms.map(form => `ال${form}`)]
}

const INFLECTIONS: Readonly<Record<Language, Inflect>> = {
  fr: romance(FRENCH),
  es: romance(SPANISH),
  it: romance(ITALIAN),
  pt: romance(PORTUGUESE),
  de: german,
  ru: russian,
  ar: arabic,
  zh: word => [word],
}

/** Every form of a word of a name. */
export const formsOf = (
  language: Language,
  word: string,
  role: WordRole,
  isLast: boolean,
): readonly string[] => INFLECTIONS[language](word, role, isLast)

const PREPOSITIONS: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  de: new Set('über zum zur von gegen für der die das vom in'.split(' ')),
  ru: new Set('по о об на к с от и'.split(' ')),
}

/** How many words at the head of a treaty's name change with the sentence. */
export const changingWords = (language: Language, words: readonly string[]): number => {
  const own = PREPOSITIONS[language]
  if (!own) return 0
  const first = words.findIndex(word => own.has(word))
  return first < 0 ? words.length : first
}
