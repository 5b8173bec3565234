import type { Noun } from '../anaphora.ts'
import type { Language } from './language.ts'

/** How a language points to a treaty by a noun alone. */
export interface TreatyNouns {
  /** The forms of the nouns, as keys are folded. */
  readonly nouns: ReadonlyMap<string, Noun>
  /** What stands before the noun and belongs to it, at the end of the words before: "la présente ". */
  readonly article: RegExp
  /** Whether the noun points only with an article or a capital. */
  readonly needsArticle: boolean
  /** What follows the noun and makes it part of a name or a description. */
  readonly goesOn: RegExp
  /** What stands before the noun and makes it part of a name. */
  readonly isPart: RegExp
}

const nouns = (treaty: string, convention: string, protocol: string): ReadonlyMap<string, Noun> =>
  new Map([
    ...treaty.split(' ').map(word => [word, 'treaty'] as const),
    ...convention.split(' ').map(word => [word, 'convention'] as const),
    ...protocol.split(' ').map(word => [word, 'protocol'] as const),
  ])

const NEVER = /(?!)/u

/** How each language points to treaties. */
export const NOUNS: Readonly<Record<Language, TreatyNouns>> = {
  fr: {
    nouns: nouns('traite', 'convention', 'protocole'),
    article:
      /(?<![\p{L}])(?:[Ll]a|[Ll]e|[Cc]ette|[Cc]e|[Ll]adite|[Ll]edit|[Dd]udit|[Dd]u|[Aa]u|[Ll]a présente|[Ll]e présent|[Dd]u présent|[Aa]u présent|[Ll]a même|[Ll]e même|[Ll]e nouveau|[Ll]a nouvelle) $/u,
    needsArticle: true,
    goesOn:
      /^ (?:sur|de|des|du|d['’]\p{L}+|relative|relatif|contre|pour|interdisant|prohibant|concernant|entre|internationale?|collective|européenne|américaine|interaméricaine|additionnel|\p{Lu})(?!\p{Ll})/u,
    isPart: NEVER,
  },
  es: {
    nouns: nouns('tratado', 'convencion convenio', 'protocolo'),
    article:
      /(?<!\p{L})(?:[Ll]a|[Ee]l|[Ee]sta|[Ee]ste|[Ee]sa|[Ee]se|[Dd]icha|[Dd]icho|[Dd]el|[Aa]l|[Ll]a presente|[Ee]l presente|[Dd]el presente|[Ll]a misma|[Ee]l mismo|[Ee]l nuevo|[Ll]a nueva|[Ll]a citada|[Ee]l citado) $/u,
    needsArticle: true,
    goesOn:
      /^ (?:sobre|de|del|relativ[oa]|contra|para la|para el|que prohíbe|entre|internacional|interamerican[oa]|europeo|colectivo|adicional|\p{Lu})(?!\p{Ll})/u,
    isPart: NEVER,
  },
  de: {
    nouns: nouns(
      'vertrag vertrags vertrages vertrage',
      'ubereinkommen ubereinkommens konvention abkommen abkommens',
      'protokoll protokolls',
    ),
    article:
      /(?<!\p{L})(?:[Dd](?:er|ie|as|em|en|es)|[Dd]ies(?:er|e|es|em|en)|[Zz]um|[Zz]ur|[Ii]m|[Vv]om|[Bb]eim|[Jj]ene[rsmn]?)(?: (?:vorliegenden?|neuen?|gleichen?|genannten?))? $/u,
    needsArticle: true,
    goesOn: /^ (?:über|zum Verbot|zur|von \p{Lu}|gegen|zwischen|mit|des|der|zum Schutz)(?!\p{Ll})/u,
    isPart: NEVER,
  },
  it: {
    nouns: nouns('trattato', 'convenzione', 'protocollo'),
    article:
      /(?<!\p{L})(?:[Ll]a|[Ii]l|[Qq]uesta|[Qq]uesto|[Dd]el|[Dd]ella|[Aa]l|[Aa]lla|[Dd]al|[Dd]alla|[Nn]el|[Nn]ella|[Ss]ul|[Ss]ulla|[Ll]a presente|[Ii]l presente|[Dd]el presente|[Dd]ella presente)(?: stess[oa]| medesim[oa]| nuov[oa])? $/u,
    needsArticle: true,
    goesOn:
      /^ (?:su|sulla|sulle|sui|sugli|sul|di|del|della|dell['’]\p{L}+|delle|dei|contro|per la|che vieta|tra|fra|relativ[oa]|internazionale|europea|\p{Lu})(?!\p{Ll})/u,
    isPart: NEVER,
  },
  pt: {
    nouns: nouns('tratado', 'convencao', 'protocolo'),
    article:
      /(?<!\p{L})(?:[AaOo]|[Ee]sta|[Ee]ste|[Dd]a|[Dd]o|[Nn]a|[Nn]o|[ÀàAa]o?|[Pp]el[ao]|[Dd]est[ae]|[Nn]est[ae]|[Rr]eferid[ao]|[AaOo] presente|[Dd][ao] presente)(?: nov[ao]| mesm[ao])? $/u,
    needsArticle: true,
    goesOn:
      /^ (?:sobre|de|da|do|das|dos|contra|para a|que proíbe|entre|relativ[ao]|internacional|europeia|\p{Lu})(?!\p{Ll})/u,
    isPart: NEVER,
  },
  ru: {
    nouns: nouns(
      'договор договора договору договором договоре',
      'конвенция конвенции конвенцию конвенциеи соглашение соглашения соглашению соглашением соглашении',
      'протокол протокола протоколу протоколом протоколе',
    ),
    article:
      /(?<!\p{L})(?:[Ээ]т(?:а|ой|у|от|ого|ому|им|ом)|[Нн]астоящ(?:ая|ей|ую|ий|его|ему|им|ем)|[Дд]анн(?:ая|ой|ую|ый|ого|ому|ым|ом)|[Уу]казанн(?:ая|ой|ую|ый|ого|ому|ым|ом)|[Сс]ам(?:а|ой|у|ого|ому|им|ом)) $/u,
    needsArticle: false,
    goesOn: /^ (?:об?|по|против|между|к|с|«|\p{Lu}\p{L}*)(?!\p{Ll})/u,
    isPart:
      /(?:(?<=\S )\p{Lu}\p{L}+(?:ая|ой|ую|ий|ый|ого|ому|им|ым|ом)|международн\p{L}{2,3}|нов\p{L}{2,3}|двусторонн\p{L}{2,3}|мирн\p{L}{2,3}|[IVX]{1,3}) $/u,
  },
  ar: {
    nouns: nouns('المعاهده المعاهدة', 'الاتفاقية الاتفاقيه', 'البروتوكول'),
    article: /(?<!\p{L})[وفبل]{0,2}(?:هذه|هذا|تلك|ذلك) $/u,
    needsArticle: false,
    goesOn:
      /^ (?:بشأن|المتعلقة|المتعلق|الخاصة|الخاص|حول|بين|الدولية|الإضافي|الأول|الثاني|الثالث|الرابع|الخامس|الأوروبية|الأمريكية|الثنائية|المعدل)(?!\p{L})/u,
    isPart: NEVER,
  },
  zh: { nouns: new Map(), article: NEVER, needsArticle: false, goesOn: NEVER, isPart: NEVER },
}
