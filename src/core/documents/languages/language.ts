import { NAME_LANGUAGES, type NameLanguage } from '../../states/index.ts'

/** A language besides English whose forms are known. */
export type Language = NameLanguage

/** The language of a document where its forms are known; English has rules of its own. */
export const languageKnown = (code: string | null): Language | undefined =>
  NAME_LANGUAGES.find(language => language === code)

const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  ru: 'Russian',
  ar: 'Arabic',
  zh: 'Chinese',
}

/** What is looked for in a text by forms of its own language. */
const FOUND = 'States, treaties, dates and articles'

/** The layers that know English forms alone: in other languages they would find what is not there. */
const ENGLISH_ONLY =
  'organisations, persons, offices, places, laws, meetings, quantities, reported statements and events'

/** What a reader of a document that is not in English should know about its mentions; nothing for English. */
export const languageMessage = (code: string | null): string | undefined => {
  if (code === null || code === 'en') return undefined
  const name = ENGLISH_NAMES[code] ?? code
  return languageKnown(code)
    ? `The text is in ${name}: ${FOUND} were looked for by their ${name} forms and quotations by their marks; ${ENGLISH_ONLY} were not looked for, and claims are checked in English text only.`
    : `The text is in ${name}, whose forms are not known: names and dates were looked for by their English forms only.`
}
