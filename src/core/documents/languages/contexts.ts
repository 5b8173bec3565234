import type { Language } from './language.ts'

/** What the words around a form say about it. Each expression sees at most the 60 characters before or after. */
export interface StateContext {
  /** Before or after an adjective: the language is meant. */
  readonly languageBefore: RegExp
  readonly languageAfter: RegExp
  readonly governmentBefore: RegExp
  readonly governmentAfter: RegExp
  /** The beginning of a full name that ends with the short one: "République islamique d’". */
  readonly titleBefore: RegExp
  /** The end of a full name that begins with the short one or the adjective: "ische Republik". */
  readonly titleAfter: RegExp
  /** Before an adjective that ends a full name: "République ". */
  readonly titleOfAdjective: RegExp
  /** Before a capital: it is a place. */
  readonly placeBefore: RegExp
  /** Before a capital: a government is meant. */
  readonly governs: RegExp
  /** After a capital that is no place: it acts. */
  readonly acts: RegExp
  /** Before a form that is also another word: the State is meant. */
  readonly certainBefore: RegExp
  /** Between two States of a row. */
  readonly joint: RegExp
}

/** Matches nothing. */
const NEVER = /(?!)/u

const FRENCH_TITLE =
  '(?:République|Royaume|Principauté|Fédération|Union|Grand-Duché|Sultanat|Émirat|Commonwealth|État)(?:[ -](?:démocratique|populaire|socialiste|islamique|arabe|fédérale|fédératif|unie?|bolivarienne|coopérative|hachémite|indépendant)){0,3}'
const SPANISH_TITLE =
  '(?:República|Reino|Principado|Federación|Unión|Gran Ducado|Sultanato|Mancomunidad|Commonwealth)(?: (?:Democrática|Popular|Socialista|Islámica|Árabe|Federal|Federativa|Unida|Bolivariana|Cooperativa|Hachemita|Oriental)){0,3}'
const ITALIAN_TITLE =
  '(?:Repubblica|Regno|Principato|Federazione|Unione|Granducato|Sultanato|Commonwealth)(?: (?:[Dd]emocratica|[Pp]opolare|[Ss]ocialista|[Ii]slamica|[Aa]raba|[Ff]ederale|[Ff]ederativa|[Uu]nita|[Bb]olivariana)){0,3}'
const PORTUGUESE_TITLE =
  '(?:República|Reino|Principado|Federação|União|Grão-Ducado|Sultanato|Commonwealth)(?: (?:Democrática|Popular|Socialista|Islâmica|Árabe|Federal|Federativa|Unida|Bolivariana|Cooperativa)){0,3}'
const GERMAN_TITLE =
  '(?:Republik|Königreich(?:s|es)?|Fürstentum(?:s|es)?|Föderation|Union|Großherzogtum(?:s|es)?|Sultanat(?:s|es)?|Staat(?:s|es)?|Bundesrepublik)'
const RUSSIAN_TITLE =
  '(?:Республик(?:а|и|е|у|ой)|Королевств(?:о|а|у|ом|е)|Княжеств(?:о|а|у|ом|е)|Федераци(?:я|и|ю|ей)|Султанат(?:а|у|ом|е)?|Конфедераци(?:я|и|ю|ей)|Государств(?:о|а|у|ом|е)|Содружеств(?:о|а|у|ом|е))'

const FRENCH: StateContext = {
  languageBefore: /(?<!\p{L})(?:en|[Ll]angues?|[Pp]arlent?|[Tt]raduite?s? en|du|le|au|l['’]) ?$/u,
  languageAfter: NEVER,
  governmentBefore:
    /(?:[Gg]ouvernements?|[Aa]utorités|[Aa]dministration|[Ee]xécutif)(?: de la| de l['’]| des| du| de| d['’])? ?$/u,
  governmentAfter: NEVER,
  titleBefore: new RegExp(`(?<!\\p{L})${FRENCH_TITLE} (?:de la |de l['’]|des |du |de |d['’])$`, 'u'),
  titleAfter: NEVER,
  titleOfAdjective: new RegExp(`(?<!\\p{L})${FRENCH_TITLE} $`, 'u'),
  placeBefore:
    /(?<!\p{L})(?:[àÀ]|[Dd]e|[Dd]['’]|[Ee]n|[Vv]ers|[Dd]ans|[Dd]epuis|[Ss]ur|[Pp]our|[Pp]ar|[Vv]ia|[Cc]hez|ville|région) ?$/u,
  governs:
    /(?<!\p{L})(?:(?:[Ss]elon|[Ee]ntre|[Dd]['’]après|avec|contre) |(?:position|réponse|décision|refus|soutien|alliés?|accusations|critiques?|engagement|démenti|politique|gouvernement|autorités|diplomatie|demande|pression|adhésion|retrait|promesse|part|absence|signature|ratification|abstention|silence|opposition|intention|départ) (?:de |d['’])|(?:déclaré|affirmé|annoncé|assuré|estimé|indiqué|répliqué|répondu|rétorqué|jugé|promis|prévenu|averti|dénoncé|souligné|précisé|insisté|affirme|répond|rétorque|réplique|assure|estime|déclare|annonce|prévient)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier))? )(?:l['’]|la |le )?$/u,
  acts: /^, qui |^(?:, [^,.;:\n]{1,48},)? (?!(?:de|du|des|d|à|au|aux|en|sur|et|ou|pour|par|dans|le|la|les|un|une|où|lors|depuis|avec|comme|entre|vers|sous|contre|après|avant|chez|jusqu)(?![\p{L}]))\p{Ll}/u,
  certainBefore: /(?<!\p{L})(?:[Ll]a|[Ll]e|[Dd]u|[Aa]u|[îÎ]les?|République (?:de|du|d['’])) ?$/u,
  joint:
    /^(?:, |,? et | ou | ni | ainsi que |, à |, en | et en | et à )(?:l['’]|la |le |les |de la |de l['’]|du |des |de |d['’]|au |aux )?$/u,
}

const SPANISH: StateContext = {
  languageBefore: /(?<!\p{L})(?:en|al|[Ii]diomas?|[Ll]enguas?|[Hh]ablan?|traducid[oa]s? al) $/u,
  languageAfter: NEVER,
  governmentBefore:
    /(?:[Gg]obiernos?|[Aa]utoridades|[Aa]dministración|[Ee]jecutivo)(?: de la| de los| de las| del| de)? ?$/u,
  governmentAfter: NEVER,
  titleBefore: new RegExp(`(?<!\\p{L})${SPANISH_TITLE} (?:de la |de los |de las |del |de )$`, 'u'),
  titleAfter: NEVER,
  titleOfAdjective: new RegExp(`(?<!\\p{L})${SPANISH_TITLE} $`, 'u'),
  placeBefore:
    /(?<!\p{L})(?:[Ee]n|[Dd]e|[Aa]|[Hh]acia|[Dd]esde|[Hh]asta|[Pp]ara|[Pp]or|[Ss]obre|ciudad|región) $/u,
  governs:
    /(?<!\p{L})(?:(?:[Ss]egún|[Ee]ntre|[Cc]on|[Cc]ontra) |(?:posición|respuesta|decisión|negativa|apoyo|aliados?|acusaciones|críticas?|compromiso|política|gobierno|autoridades|diplomacia|presión|adhesión|retirada|ausencia|firma|ratificación|abstención|silencio|oposición|intención|salida) de |(?:dijo|afirmó|anunció|aseguró|respondió|declaró|replicó|advirtió|insistió|aclaró|sostiene|afirma|asegura|responde|sostuvo|denunció|prometió)(?: (?:el )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer))? )(?:la |el )?$/u,
  acts: /^, que |^(?:, [^,.;:\n]{1,48},)? (?!(?:de|del|a|al|en|y|o|e|u|para|por|con|sobre|desde|hasta|el|la|los|las|un|una|donde|como|entre|hacia|tras|contra|durante|según|bajo)(?![\p{L}]))\p{Ll}/u,
  certainBefore: /(?<!\p{L})(?:República de|Gobierno de|Estado de|isla de|islas?) $/u,
  joint:
    /^(?:, |,? [ye] | [ou] | ni | así como |, en | y en )(?:la |el |los |las |de la |del |de los |de )?$/u,
}

const GERMAN: StateContext = {
  languageBefore: /(?<!\p{L})(?:[Aa]uf|[Ii]ns|[Aa]us dem|[Ii]m) $/u,
  languageAfter: /^ (?:Sprache|Sprachen|Fassung|Übersetzung|Wortlaut)(?!\p{L})/u,
  governmentBefore: /(?:[Rr]egierung(?:en)?|[Bb]ehörden|[Kk]abinett)(?: der| des| von| aus)? $/u,
  governmentAfter: /^ (?:Regierung|Bundesregierung|Behörden|Kabinett)(?!\p{L})/u,
  titleBefore: new RegExp(`(?<!\\p{L})${GERMAN_TITLE} (?:der |des )?$`, 'u'),
  titleAfter: new RegExp(
    `^ (?:(?:Demokratische|Islamische|Arabische|Föderative)[nr]? )?${GERMAN_TITLE}(?!\\p{L})`,
    'u',
  ),
  titleOfAdjective: NEVER,
  placeBefore:
    /(?<!\p{L})(?:[Ii]n|[Nn]ach|[Aa]us|[Vv]on|[Bb]ei|[Bb]is|[Üü]ber|[Uu]m|[Vv]or|[Aa]uf|[Aa]n|Stadt|Raum) $/u,
  governs:
    /(?<!\p{L})(?:(?:[Ll]aut|[Zz]wischen|[Mm]it|[Gg]egen|[Gg]egenüber) |(?:Haltung|Antwort|Entscheidung|Unterstützung|Vorwürfe|Kritik|Regierung|Ablehnung|Abwesenheit|Fernbleiben|Rückzug|Beitritt) (?:in |aus |von )?|(?<!\p{L})(?:sagte|erklärte|betonte|antwortete|teilte|warnte|kritisierte|versicherte|wirft|warf|fordert|forderte|lehnt|lehnte|hat|hatte|will|wollte|bleibt|blieb|verweist|beharrt|wies|sieht|sah|plant|spricht|sprach|droht|drohte) )$/u,
  acts: /^(?:, [^,.;:\n]{1,48},)? (?!(?:in|nach|aus|von|bei|und|oder|der|die|das|den|dem|des|ein|eine|am|im|zum|zur|auf|an|mit|für|gegen|über|unter|vor|als|wo|bis|statt)(?![\p{L}]))\p{Ll}/u,
  certainBefore: /(?<!\p{L})(?:Republik|Staat|Insel|Regierung von) $/u,
  joint: /^(?:, |,? und |,? oder | sowie |, in | und in )(?:die |der |den |das |dem |des )?$/u,
}

const ITALIAN: StateContext = {
  languageBefore: /(?<!\p{L})(?:in|[Ll]ingu[ae]|[Tt]radott[oaie] in|[Pp]arlano|[Pp]arla) $/u,
  languageAfter: NEVER,
  governmentBefore:
    /(?:[Gg]overn[oi]|[Aa]utorità|[Aa]mministrazione|[Ee]secutivo)(?: della| dello| dell['’]| dei| degli| delle| del| di)? ?$/u,
  governmentAfter: NEVER,
  titleBefore: new RegExp(
    `(?<!\\p{L})${ITALIAN_TITLE} (?:della |dello |dell['’]|dei |degli |delle |del |di |d['’])$`,
    'u',
  ),
  titleAfter: NEVER,
  titleOfAdjective: new RegExp(`(?<!\\p{L})${ITALIAN_TITLE} $`, 'u'),
  placeBefore:
    /(?<!\p{L})(?:[Aa]|[Aa]d|[Dd]i|[Ii]n|[Dd]a|[Vv]erso|[Pp]er|[Ss]u|[Dd]al|[Aa]l|[Nn]el|[Dd]el|città|regione) ?$/u,
  governs:
    /(?<!\p{L})(?:(?:[Ss]econdo|[Tt]ra|[Ff]ra|[Cc]on|[Cc]ontro) |(?:posizione|risposta|decisione|rifiuto|sostegno|accuse|critiche|impegno|politica|governo|autorità|diplomazia|adesione|assenza|firma|ratifica|silenzio|ritiro|uscita) (?:di |d['’])|(?:detto|dichiarato|affermato|annunciato|risposto|replicato|avvertito|ribadito|sostiene|afferma|risponde|ribatte)(?: ieri| oggi)? )(?:il |la |l['’])?$/u,
  acts: /^, che |^(?:, [^,.;:\n]{1,48},)? (?!(?:di|a|ad|da|in|con|su|per|tra|fra|e|ed|o|il|lo|la|i|gli|le|un|una|dove|del|della|al|alla|dal|dalla|nel|nella|come|dopo|durante)(?![\p{L}]))\p{Ll}/u,
  certainBefore: /(?<!\p{L})(?:Repubblica di|isola di|Stato di|governo di) $/u,
  joint:
    /^(?:, |,? ed? | o | né | nonché |, in | e in )(?:la |il |lo |l['’]|i |gli |le |della |del |dell['’]|di )?$/u,
}

const PORTUGUESE: StateContext = {
  languageBefore: /(?<!\p{L})(?:em|[Ll]ínguas?|[Ii]dioma|[Ff]alam?|traduzid[oa]s? para(?: o)?) $/u,
  languageAfter: NEVER,
  governmentBefore:
    /(?:[Gg]overnos?|[Aa]utoridades|[Aa]dministração|[Ee]xecutivo)(?: da| do| das| dos| de)? ?$/u,
  governmentAfter: NEVER,
  titleBefore: new RegExp(`(?<!\\p{L})${PORTUGUESE_TITLE} (?:da |do |das |dos |de )$`, 'u'),
  titleAfter: NEVER,
  titleOfAdjective: new RegExp(`(?<!\\p{L})${PORTUGUESE_TITLE} $`, 'u'),
  placeBefore:
    /(?<!\p{L})(?:[Ee]m|[Dd]e|[Aa]|[Pp]ara|[Pp]or|[Dd]esde|[Aa]té|[Nn]a|[Nn]o|[Dd]a|[Dd]o|[Ss]obre|cidade|região) $/u,
  governs:
    /(?<!\p{L})(?:(?:[Ss]egundo|[Ee]ntre|[Cc]om|[Cc]ontra) |(?:posição|resposta|decisão|recusa|apoio|acusações|críticas?|compromisso|política|governo|autoridades|diplomacia|adesão|ausência|assinatura|ratificação|silêncio|retirada|saída) de |(?:disse|afirmou|anunciou|garantiu|respondeu|declarou|replicou|advertiu|insistiu|sustenta|afirma|responde)(?: ontem| hoje)? )(?:o |a )?$/u,
  acts: /^, que |^(?:, [^,.;:\n]{1,48},)? (?!(?:de|do|da|dos|das|a|ao|em|no|na|e|ou|para|por|com|sobre|desde|até|o|os|as|um|uma|onde|como|entre|durante|após)(?![\p{L}]))\p{Ll}/u,
  certainBefore: /(?<!\p{L})(?:República de|República da|ilhas? de|Governo de) $/u,
  joint: /^(?:, |,? e | ou | nem | bem como |, em | e em )(?:a |o |os |as |da |do |das |dos |de |na |no )?$/u,
}

const RUSSIAN: StateContext = {
  languageBefore: NEVER,
  languageAfter: /^(?:,? (?:и )?\p{L}{3,20}){0,4} язык(?:а|е|ом|у|ов|ах|ами|и)?(?!\p{L})/u,
  governmentBefore:
    /(?:[Пп]равительств(?:о|а|у|ом|е|ами?)|[Вв]ласт(?:и|ей|ям|ями|ях)|[Аа]дминистраци(?:я|и|ю|ей)|[Кк]абинет\p{L}{0,2}) $/u,
  governmentAfter: /^ (?:правительств(?:о|а|у|ом|е)|власт(?:и|ей|ям|ями|ях))(?!\p{L})/u,
  titleBefore: new RegExp(`(?<!\\p{L})${RUSSIAN_TITLE} $`, 'u'),
  titleAfter: new RegExp(
    `^ (?:(?:Народн|Арабск|Исламск|Демократическ|Социалистическ|Федеративн)(?:ая|ой|ую) ){0,2}${RUSSIAN_TITLE}(?!\\p{L})`,
    'u',
  ),
  titleOfAdjective: NEVER,
  placeBefore:
    /(?<!\p{L})(?:[Вв]|[Вв]о|[Ии]з|[Пп]од|[Дд]о|[Пп]о|[Оо]коло|[Нн]а|[Кк]|[Чч]ерез|город[еа]?|г\.) $/u,
  governs:
    /(?<!\p{L})(?:[Мм]ежду|[Сс]|[Сс]о|[Пп]ротив|позици[яиюей]{1,2}|решени[еяюм]{1,2}|заявлени[еяюм]{1,2}|ответ\p{L}{0,2}|отказ\p{L}{0,2}|обвинени[яйем]{1,2}|правительств[оау]|власти|отсутстви[еяю]{1,2}|подпис[ьи]|молчани[еяю]{1,2}|(?:заяви|сообщи|подписа|отказа|отверг|обвини|выступи|присоедини|ратифицирова|осуди|призва|потребова|подтверди|объяви|настаива|утвержда|ответи|подчеркну|предупреди|напомни|намерен)\p{L}{0,6}(?: во? \p{L}{3,12}| \p{L}{3,12})?) $/u,
  acts: /^(?:, [^,.;:\n]{1,48},)? (?!(?:в|во|на|из|и|или|с|со|по|к|о|об|до|от|для|при|за|под|над|через|где|как|после|перед|между)(?![\p{L}]))\p{Ll}/u,
  certainBefore: /\p{Ll} $/u,
  joint: /^(?:, |,? и | или |, а также | а также |, в | и в )$/u,
}

const ARABIC: StateContext = {
  languageBefore: /(?:اللغة|باللغة|لغة|بالغة) $/u,
  languageAfter: NEVER,
  governmentBefore: /(?:حكومة|الحكومة|سلطات|السلطات|إدارة) (?:ال)?$/u,
  governmentAfter: NEVER,
  titleBefore:
    /(?<!\p{L})[وفبلك]{0,2}(?:جمهورية|لجمهورية|مملكة|دولة|سلطنة|إمارة|اتحاد|كومنولث)(?: (?:الديمقراطية|الشعبية|الإسلامية|العربية|الاتحادية)){0,2} $/u,
  titleAfter: NEVER,
  titleOfAdjective:
    /(?<!\p{L})[وفبلك]{0,2}(?:ال|ل)(?:جمهورية|مملكة|اتحاد)(?: (?:الديمقراطية|الشعبية|الإسلامية|العربية)){0,2} $/u,
  placeBefore: /(?<!\p{L})(?:في|إلى|من|مدينة|العاصمة|نحو|قرب|بين أهالي) $/u,
  governs:
    /(?<!\p{L})(?:بين|مع|ضد|وفقا ل|حسب|موقف|قرار|رد|رفض|دعم|اتهامات|سياسة|حكومة|غياب|انسحاب|انضمام|توقيع|تصديق|امتناع|صمت|[أإ]ن|[وف]?(?:[قي]ال|أعلن|وق[عّ]{1,2}|رفض|صادق|انضم|اتهم|أكد|نف|دع|طالب|حذر|أبلغ|قرر|تعهد|انتقد|ردّ?|تمتلك|تستخدم|تنتج|ترفض|تعتزم|تقول|تؤكد|تدعم|ترى|تعتبر|تنفي)ت?) $/u,
  acts: /^ (?:أن|(?:ست|ت|ي|سي)(?:نضم|وقع|رفض|صادق|نسحب|وافق|علن|ؤكد|قول|دعو|دعم|نفي|تهم|طالب|عتزم|نوي|لتزم|ريد|عارض|رحب)|لم|لن|لا|قد|قالت|أعلنت|رفضت|وقعت|صادقت|أكدت|نفت|تقول|ترفض|تؤكد|تدعم|اتهمت|انضمت|لديها|تريد|ستوقع|ستنضم|كانت)(?!\p{L})/u,
  certainBefore: /(?:جمهورية|سلطنة|حكومة|دولة|شمال|شمالي|[وف]?في|إلى|من|وفد|مثل|ممثل) $/u,
  joint: /^(?:، ?|,\s?| )و?$/u,
}

const CHINESE: StateContext = {
  languageBefore: NEVER,
  languageAfter: /^(?:语|語|文版|文本|话)/u,
  governmentBefore: NEVER,
  governmentAfter: /^(?:政府|当局|當局)/u,
  titleBefore: NEVER,
  titleAfter:
    /^(?:(?:民主|人民|社会主义|伊斯兰|联邦|阿拉伯|合作|联合){0,3}(?:共和国|王国|公国|大公国|联邦)|苏丹国|酋长国|人(?![民员口士权道大质工均类们]))/u,
  titleOfAdjective: NEVER,
  placeBefore: /(?:在|于|從|从|到|抵|赴|至|往|驻|位于|前往|访问)$/u,
  governs: /(?:与|和|跟|对|据|向|同)$/u,
  acts: /^(?:方面|政府|当局)?(?:也|还|则|曾|一直|多次|再次|随后|日前|近日|周[一二三四五六日]|昨[日天]|今[日天]|从未|仍|却|都|均|正|并)?(?:表示|说|称|宣布|签署|拒绝|批准|指责|否认|认为|要求|敦促|决定|同意|呼吁|警告|回应|加入|退出|支持|反对|将|已|未|尚未|没有|不|希望|承诺|强调|谴责|提供|通知|是|从)/u,
  certainBefore: NEVER,
  joint: /^(?:、|，|和|与|及|以及|或)$/u,
}

/** What is known of the words around names, by language. */
export const CONTEXTS: Readonly<Record<Language, StateContext>> = {
  fr: FRENCH,
  es: SPANISH,
  de: GERMAN,
  it: ITALIAN,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  ar: ARABIC,
  zh: CHINESE,
}
