import type { Language } from './language.ts'

/** What a treaty is called by its noun; any treaty is an `instrument`, and in the mouth of the press a treaty. */
export type Noun = 'treaty' | 'convention' | 'protocol' | 'instrument'

/** How a language points to a treaty by a noun alone. */
export interface TreatyNouns {
  /** The forms of the nouns, as keys are folded. */
  readonly nouns: ReadonlyMap<string, Noun>
  /**
   * What stands before the noun: the first group is a preposition that has swallowed the article and does not belong
   * to the mention, as "du" and "nella".
   */
  readonly article: RegExp
  /** Whether the noun points only with an article. */
  readonly needsArticle: boolean
  /** What follows the noun and makes it part of a name or a description. */
  readonly goesOn: RegExp
  /** What stands before the noun and makes it part of a name. */
  readonly isPart: RegExp
  /** Between a name and the noun by which the text calls the treaty from there on: "(ci-après « la Convention »)". */
  readonly defines: RegExp
}

const nouns = (
  treaty: string,
  convention: string,
  protocol: string,
  instrument: string,
): ReadonlyMap<string, Noun> => {
  const all = { treaty, convention, protocol, instrument }
  return new Map(
    (Object.keys(all) as Noun[]).flatMap(noun => all[noun].split(' ').map(word => [word, noun] as const)),
  )
}

const before = (articles: string, contracted: string, between: string): RegExp =>
  new RegExp(`(?<![\\p{L}'’])(?:(?:${articles}) |((?:${contracted}) ))(?:(?:${between}) )?$`, 'iu')

const NEVER = /(?!)/u

/** How each language points to treaties. */
export const NOUNS: Readonly<Record<Language, TreatyNouns>> = {
  fr: {
    nouns: nouns('traite pacte', 'convention', 'protocole', 'accord instrument'),
    article:
      /(?<!\p{L})(?:(?:la|le|cette|cet?|ladite|ledit) |l['’]|((?:du|au|de|dudit) ))(?:(?:présente?|même|nouve(?:au|lle)|récente?|nouvel) )?$/iu,
    needsArticle: true,
    goesOn:
      /^ (?:sur|de|des|du|d['’]\p{L}+|relative|relatif|contre|pour|interdisant|prohibant|concernant|entre|internationale?|collective|européenne|américaine|interaméricaine|additionnel|commercial|nucléaire|avec|\p{Lu})(?!\p{Ll})/u,
    isPart: NEVER,
    defines: /^[^.;()]{0,12}\((?:ci-après|dénommée?|désignée?)[^()]{0,30}$/iu,
  },
  es: {
    nouns: nouns('tratado pacto', 'convencion convenio', 'protocolo', 'acuerdo instrumento'),
    article: before(
      'la|el|est[ae]|es[ae]|dich[ao]|aquel(?:la)?',
      'del|al|de',
      'presente|mism[oa]|nuev[oa]|citad[oa]|referid[oa]|mencionad[oa]',
    ),
    needsArticle: true,
    goesOn:
      /^ (?:sobre|de|del|relativ[oa]|contra|para la|para el|que prohíbe|entre|internacional|interamerican[oa]|europeo|colectivo|adicional|con|comercial|nuclear|\p{Lu})(?!\p{Ll})/u,
    isPart: NEVER,
    defines: /^[^.;()]{0,12}\((?:en adelante|en lo sucesivo|denominad[oa])[^()]{0,30}$/iu,
  },
  de: {
    nouns: nouns(
      'vertrag vertrags vertrages vertrage pakt pakts vertragswerk',
      'ubereinkommen ubereinkommens konvention',
      'protokoll protokolls',
      'abkommen abkommens',
    ),
    article: before(
      'der|die|das|dem|den|des|dies(?:er|e|es|em|en)|jene[rsmn]?',
      'zum|zur|im|vom|beim|ins|am',
      'vorliegenden?|neuen?|gleichen?|genannten?|erwähnten?',
    ),
    needsArticle: true,
    goesOn:
      /^ (?:über|zum Verbot|zur|von \p{Lu}\p{Ll}+|gegen|zwischen|mit (?:\p{Lu}|de[rmn])|des|der|zum Schutz)(?!\p{Ll})/u,
    isPart: NEVER,
    defines: /^[^.;()]{0,12}\((?:im Folgenden|nachfolgend|nachstehend)[^()]{0,30}$/iu,
  },
  it: {
    nouns: nouns('trattato patto', 'convenzione', 'protocollo', 'accordo strumento'),
    article:
      /(?<!\p{L})(?:(?:la|il|lo|quest[ao]) |l['’]|quest['’]|((?:del|della|al|alla|dal|dalla|nel|nella|sul|sulla|col) |(?:d|n|s)?[aeu]?ll['’]))(?:(?:presente|stess[oa]|medesim[oa]|nuov[oa]|predett[oa]|suddett[oa]) )?$/iu,
    needsArticle: true,
    goesOn:
      /^ (?:su|sulla|sulle|sui|sugli|sul|di|del|della|dell['’]\p{L}+|delle|dei|contro|per la|che vieta|tra|fra|relativ[oa]|internazionale|europea|commerciale|con|\p{Lu})(?!\p{Ll})/u,
    isPart: NEVER,
    defines: /^[^.;()]{0,12}\((?:di seguito|in appresso|nel seguito)[^()]{0,30}$/iu,
  },
  pt: {
    nouns: nouns('tratado pacto', 'convencao', 'protocolo', 'acordo instrumento'),
    article: before(
      'a|o|est[ae]|ess[ae]|referid[ao]|dit[ao]|aquel[ae]',
      'da|do|na|no|à|ao|pel[ao]|dest[ae]|nest[ae]|dess[ae]|ness[ae]|àquel[ae]',
      'presente|nov[ao]|mesm[ao]|referid[ao]|citad[ao]',
    ),
    needsArticle: true,
    goesOn:
      /^ (?:sobre|de|da|do|das|dos|contra|para a|que proíbe|entre|relativ[ao]|internacional|europeia|comercial|com|\p{Lu})(?!\p{Ll})/u,
    isPart: NEVER,
    defines: /^[^.;()]{0,12}\((?:doravante|a seguir|adiante)[^()]{0,30}$/iu,
  },
  ru: {
    nouns: nouns(
      'договор договора договору договором договоре пакт пакта',
      'конвенция конвенции конвенцию конвенциеи',
      'протокол протокола протоколу протоколом протоколе',
      'соглашение соглашения соглашению соглашением соглашении',
    ),
    article:
      /(?<!\p{L})(?:эт(?:а|ой|у|от|ого|ому|им|ом)|настоящ(?:ая|ей|ую|ий|его|ему|им|ем)|данн(?:ая|ой|ую|ый|ого|ому|ым|ом)|указанн(?:ая|ой|ую|ый|ого|ому|ым|ом)|упомянут(?:ая|ой|ую|ый|ого|ому|ым|ом)|сам(?:а|ой|у|ого|ому|им|ом)) $/iu,
    needsArticle: false,
    goesOn: /^ (?:об?|по|против|между|с (?!\d)|«|купли|аренды|поставки|\p{Lu}\p{L}*)(?!\p{Ll})/u,
    isPart:
      /(?:(?<=\S )\p{Lu}\p{L}+(?:ая|ой|ую|ий|ый|ого|ому|им|ым|ом)|международн\p{L}{2,3}|двусторонн\p{L}{2,3}|мирн\p{L}{2,3}|торгов\p{L}{2,3}|трудов\p{L}{2,3}|[IVX]{1,3}) $/u,
    defines: /^[^.;()]{0,12}\((?:далее|именуем\p{L}{2})[^()]{0,30}$/iu,
  },
  ar: {
    nouns: nouns('المعاهدة', 'الاتفاقية', 'البروتوكول', 'الصك'),
    article: /(?<!\p{L})[وفبل]{0,2}(?:هذه|هذا|تلك|ذلك) $/u,
    needsArticle: false,
    goesOn:
      /^ (?:بشأن|المتعلقة|المتعلق|الخاصة|الخاص|حول|بين|الدولية|الإضافي|الأول|الثاني|الثالث|الرابع|الخامس|الأوروبية|الأمريكية|الثنائية|المعدل)(?!\p{L})/u,
    isPart: NEVER,
    defines: /^[^.;()]{0,12}\((?:المشار إليها|يشار إليها|فيما يلي)[^()]{0,30}$/u,
  },
  zh: {
    nouns: new Map(),
    article: NEVER,
    needsArticle: false,
    goesOn: NEVER,
    isPart: NEVER,
    defines: /^》?[（(](?:以下简称|下称|简称)[“"《]?$/u,
  },
}
