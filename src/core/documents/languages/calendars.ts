import type { DateModifier } from '../mention.ts'
import type { Language } from './language.ts'

/** Words that point from the document's day, as the source of an expression, with what they mean. */
export type RelativeWords =
  | readonly [source: string, unit: 'day' | 'week' | 'month' | 'year', steps: number]
  | readonly [source: string, unit: 'season', steps: number, season: 1 | 2 | 3 | 4]

/** How a language writes dates. The strings are sources of expressions; digits may be Arabic-Indic. */
export interface Calendar {
  /** From January, each with all its forms. */
  readonly months: readonly string[]
  /** From Sunday. */
  readonly weekdays: readonly string[]
  /** After the number of a day, as "er" and a point. */
  readonly ordinal: string
  /** A day as a word: the first of the month. */
  readonly firstDay: string
  readonly beforeMonth: string
  readonly beforeYear: string
  readonly afterYear: string
  /** Between the two days of a range. */
  readonly until: string
  /** From spring. */
  readonly seasons: readonly string[]
  readonly relative: readonly RelativeWords[]
  /** After the name of a weekday or a month, or before it: the last or the next one is meant. */
  readonly lastOne: string
  readonly nextOne: string
  readonly lastBefore: string
  readonly nextBefore: string
  /** Before a weekday, with no more meaning than the weekday alone: "este jueves". */
  readonly thisBefore: string
  /** After a month: of this year; of the year that was spoken of. */
  readonly thisYear: string
  readonly sameYear: string
  /** "il y a (deux) (ans)": the first group counts; the units are days, weeks, months and years. */
  readonly ago: (count: string, unit: string) => string
  readonly units: readonly string[]
  readonly counts: readonly string[]
  /** The decade that begins in a year of four figures. */
  readonly decade: (year: string) => string
  /** Before a month that stands alone. */
  readonly beforeLoneMonth: RegExp
  /** Before a year that stands alone; `sure` where nothing else can be meant. */
  readonly beforeLoneYear: RegExp
  /** After a number: what it counts, so that it is no year. */
  readonly counted: RegExp
  /** Whether years stand alone without any word before them. */
  readonly bareYears: boolean
  /** What belongs to the date before it and says which part of the period is meant. */
  readonly parts: readonly (readonly [RegExp, DateModifier])[]
  /** What stands before a date and says on which side of it. */
  readonly relations: readonly (readonly [RegExp, DateModifier])[]
}

const words = (list: string): readonly string[] => list.split(' ')

const FRENCH: Calendar = {
  months: [
    'janvier|janv\\.',
    'février|fevrier|févr\\.',
    'mars',
    'avril|avr\\.',
    'mai',
    'juin',
    'juillet|juil\\.',
    'août|aout',
    'septembre|sept\\.',
    'octobre|oct\\.',
    'novembre|nov\\.',
    'décembre|decembre|déc\\.',
  ],
  weekdays: words('dimanche lundi mardi mercredi jeudi vendredi samedi'),
  ordinal: '(?:er)?',
  firstDay: 'premier',
  beforeMonth: '',
  beforeYear: '',
  afterYear: '',
  until: ' au | et | à | ?[-–] ?',
  seasons: ['printemps', 'été', 'automne', 'hiver'],
  relative: [
    ['hier(?: soir| matin)?', 'day', -1],
    ['avant-hier', 'day', -2],
    ["aujourd[’']hui", 'day', 0],
    ['ce (?:matin|soir)|cet après-midi|cette nuit', 'day', 0],
    ['demain', 'day', 1],
    ['semaine (?:dernière|passée)', 'week', -1],
    ['cette semaine', 'week', 0],
    ['semaine prochaine', 'week', 1],
    ['mois (?:dernier|passé)', 'month', -1],
    ['ce mois-ci', 'month', 0],
    ['mois prochain', 'month', 1],
    ['(?:an|année) (?:dernière?|passée?)', 'year', -1],
    ['cette année', 'year', 0],
    ['(?:an|année) prochaine?', 'year', 1],
    ['été dernier', 'season', -1, 2],
    ['automne dernier', 'season', -1, 3],
    ['hiver dernier', 'season', -1, 4],
    ['printemps dernier', 'season', -1, 1],
    ['été prochain', 'season', 1, 2],
    ['automne prochain', 'season', 1, 3],
    ['printemps prochain', 'season', 1, 1],
  ],
  lastOne: ' (?:dernier|passé|écoulé)',
  nextOne: ' prochain',
  lastBefore: '',
  nextBefore: '',
  thisBefore: 'ce ',
  thisYear: " de cette année| de l[’']année en cours",
  sameYear: ' de la même année| de cette année-là',
  ago: (count, unit) => `il y a ${count} ${unit}`,
  units: ['jours?', 'semaines?', 'mois', '(?:ans?|années?)'],
  counts: ['une?', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  decade: year => `années ${year}`,
  beforeLoneMonth:
    /(?:(?<!\p{L})(?:en|de|d['’]|depuis|dès|jusqu['’](?:en|à)|mois (?:de |d['’])|fin|début|courant|avant|après|à|et|à la mi|mi)|mi-) ?$/iu,
  beforeLoneYear:
    /(?<!\p{L})(?:en|depuis|dès|jusqu['’]en|avant|après|année|années|fin|début|courant|vers|entre|été|hiver|printemps|automne|an|de|d['’]|et|à|la|le|en début|mi|ou|pour)[ -]?$/iu,
  counted:
    /^ (?:(?!les|des|ses|ces|dans|sans|sous|dès|mais|puis|alors|plus|lors|selon|vers)\p{Ll}{3,}s|000|millions?|milliards?|pour cent|euros)(?!\p{L})/u,
  bareYears: false,
  parts: [
    [/(?<!\p{L})(?:à la )?fin (?:de )?$/iu, 'end'],
    [/(?<!\p{L})(?:au )?début (?:de )?$/iu, 'early'],
    [/(?<!\p{L})(?:à la )?mi-$/iu, 'mid'],
    [/(?<!\p{L})courant $/iu, 'mid'],
  ],
  relations: [
    [/(?<!\p{L})avant (?:le |la |l['’])?$/iu, 'before'],
    [/(?<!\p{L})après (?:le |la |l['’])?$/iu, 'after'],
    [/(?<!\p{L})(?:depuis|dès) (?:le |la |l['’])?$/iu, 'since'],
  ],
}

const SPANISH: Calendar = {
  months: words(
    'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  ),
  weekdays: words('domingo lunes martes miércoles jueves viernes sábado'),
  ordinal: '(?:\\.?[º°o](?!\\p{L}))?',
  firstDay: 'primero',
  beforeMonth: 'de ',
  beforeYear: '(?:del? )(?:año )?',
  afterYear: '',
  until: ' al? | y | ?[-–] ?',
  seasons: ['primavera', 'verano', 'otoño', 'invierno'],
  relative: [
    ['ayer(?: por la (?:mañana|tarde|noche))?|anoche', 'day', -1],
    ['anteayer', 'day', -2],
    ['hoy|esta (?:mañana|tarde|noche)', 'day', 0],
    ['mañana(?= (?:se|el|la|por))', 'day', 1],
    ['(?:semana pasada|pasada semana)', 'week', -1],
    ['esta semana', 'week', 0],
    ['(?:próxima semana|semana próxima|semana que viene)', 'week', 1],
    ['(?:mes pasado|pasado mes(?! de))', 'month', -1],
    ['este mes', 'month', 0],
    ['(?:próximo mes|mes próximo|mes que viene)', 'month', 1],
    ['(?:año pasado|pasado año)', 'year', -1],
    ['este año', 'year', 0],
    ['(?:próximo año|año próximo|año que viene)', 'year', 1],
    ['(?:verano pasado|pasado verano)', 'season', -1, 2],
    ['(?:otoño pasado|pasado otoño)', 'season', -1, 3],
    ['(?:primavera pasada|pasada primavera)', 'season', -1, 1],
  ],
  lastOne: ' pasado',
  nextOne: ' (?:próximo|que viene)',
  lastBefore: '(?:pasado|último) ',
  nextBefore: 'próximo ',
  thisBefore: 'este ',
  thisYear: ' de este año| del (?:presente|corriente) año',
  sameYear: ' de (?:aquel|ese|dicho) año| del mismo año',
  ago: (count, unit) => `hace ${count} ${unit}`,
  units: ['días?', 'semanas?', 'mes(?:es)?', 'años?'],
  counts: ['una?', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
  decade: year => `años ${year}|década de ${year}`,
  beforeLoneMonth:
    /(?<!\p{L})(?:en|de|desde|hasta|mes de|finales de|fines de|principios de|mediados de|comienzos de|antes de|tras|y|a|para) $/iu,
  beforeLoneYear:
    /(?<!\p{L})(?:en|desde|hasta|de|del|año|años|antes de|tras|entre|hacia|para|y|a|la|el|finales de|principios de|mediados de|o) $/iu,
  counted:
    /^ (?:(?!los|las|sus|nos|tras|pues|entonces|varios|algunos|todos)\p{Ll}{3,}s|000|millones|euros|mil)(?!\p{L})/u,
  bareYears: false,
  parts: [
    [/(?<!\p{L})(?:a )?(?:finales|fines) (?:de |del )$/iu, 'end'],
    [/(?<!\p{L})(?:a )?(?:principios|comienzos|inicios) (?:de |del )$/iu, 'early'],
    [/(?<!\p{L})(?:a )?mediados (?:de |del )$/iu, 'mid'],
  ],
  relations: [
    [/(?<!\p{L})antes (?:de |del )(?:el |la )?$/iu, 'before'],
    [/(?<!\p{L})(?:después de|después del|tras) (?:el |la )?$/iu, 'after'],
    [/(?<!\p{L})desde (?:el |la )?$/iu, 'since'],
  ],
}

const GERMAN: Calendar = {
  months: [
    'Januar|Jänner|Jan\\.',
    'Februar|Feber|Feb\\.',
    'März|Maerz',
    'April|Apr\\.',
    'Mai',
    'Juni',
    'Juli',
    'August|Aug\\.',
    'September|Sept\\.',
    'Oktober|Okt\\.',
    'November|Nov\\.',
    'Dezember|Dez\\.',
  ],
  weekdays: words('Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend'),
  ordinal: '\\.',
  firstDay: 'ersten',
  beforeMonth: '',
  beforeYear: '(?:des Jahres )?',
  afterYear: '',
  until: ' bis(?: zum)? | und | ?[-–] ?',
  seasons: ['Frühjahr|Frühling', 'Sommer', 'Herbst', 'Winter'],
  relative: [
    ['gestern(?: Abend| Morgen| Nachmittag)?', 'day', -1],
    ['vorgestern', 'day', -2],
    ['heute(?: Abend| Morgen| Nachmittag| früh)?', 'day', 0],
    ['morgen(?= (?:in|im|wird|werden|soll|will))', 'day', 1],
    ['(?:vergangenen?|letzten?|vorigen?) Woche', 'week', -1],
    ['diese[rn]? Woche', 'week', 0],
    ['(?:nächste[nr]?|kommende[nr]?) Woche', 'week', 1],
    ['(?:vergangene[nr]?|letzte[nrm]?|vorige[nr]?) Monat', 'month', -1],
    ['diese[nms]{1,2} Monat', 'month', 0],
    ['(?:nächste[nr]?|kommende[nr]?) Monat', 'month', 1],
    ['(?:vergangene[ns]|letzte[ns]|vorige[ns]|Vor)(?: J|j)ahr', 'year', -1],
    ['diese[sm] Jahr', 'year', 0],
    ['(?:nächste[ns]|kommende[ns]) Jahr', 'year', 1],
    ['(?:vergangenen?|letzten?) Sommer', 'season', -1, 2],
    ['(?:vergangenen?|letzten?) Herbst', 'season', -1, 3],
    ['(?:vergangene[ns]|letzte[ns]) Frühjahr', 'season', -1, 1],
  ],
  lastOne: '',
  nextOne: '',
  lastBefore: '(?:vergangene[nrms]?|letzte[nrms]?|vorige[nrms]?) ',
  nextBefore: '(?:kommende[nrms]?|nächste[nrms]?) ',
  thisBefore: 'diese[nm] ',
  thisYear: ' (?:dieses|des laufenden) Jahres',
  sameYear: ' (?:desselben|jenes|des gleichen) Jahres',
  ago: (count, unit) => `vor ${count} ${unit}`,
  units: ['Tag(?:en?)?', 'Wochen?', 'Monat(?:en?)?', 'Jahr(?:en?)?'],
  counts: ['eine[rm]', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  decade: year => `${year}er(?:(?: |-)Jahren?)?`,
  beforeLoneMonth:
    /(?<!\p{L})(?:im|seit|bis|ab|vom|Ende|Anfang|Mitte|Monat|vergangenen|letzten|kommenden|nächsten|diesem|und|zum) $/iu,
  beforeLoneYear:
    /(?<!\p{L})(?:seit|bis|ab|von|Jahre?|Jahres|Jahren|Ende|Anfang|Mitte|Sommer|Herbst|Winter|Frühjahr|und|nach|vor|um|zwischen|in|aus|für|oder|der|die|das|dem) $/iu,
  counted:
    /^ (?:\p{Lu}\p{L}*(?:en|er|e|n)|Euro|Dollar|Mann|Meter|Kilometer|Prozent|Stück|Opfer|Millionen|Milliarden)(?!\p{L})/u,
  bareYears: true,
  parts: [
    [/(?<!\p{L})Ende (?:des Jahres )?$/iu, 'end'],
    [/(?<!\p{L})Anfang (?:des Jahres )?$/iu, 'early'],
    [/(?<!\p{L})Mitte (?:des Jahres )?$/iu, 'mid'],
  ],
  relations: [
    [/(?<!\p{L})vor (?:dem )?$/iu, 'before'],
    [/(?<!\p{L})nach (?:dem )?$/iu, 'after'],
    [/(?<!\p{L})seit (?:dem )?$/iu, 'since'],
  ],
}

const ITALIAN: Calendar = {
  months: words(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  ),
  weekdays: words('domenica lunedì martedì mercoledì giovedì venerdì sabato'),
  ordinal: '(?:[º°])?',
  firstDay: 'primo',
  beforeMonth: '',
  beforeYear: '(?:del )?',
  afterYear: '',
  until: ' al | e | a | ?[-–] ?',
  seasons: ['primavera', 'estate', 'autunno', 'inverno'],
  relative: [
    ['ieri(?: sera| mattina)?', 'day', -1],
    ['oggi|stamattina|stamani|stasera|questa mattina|stanotte', 'day', 0],
    ['domani', 'day', 1],
    ['(?:settimana scorsa|scorsa settimana)', 'week', -1],
    ['questa settimana', 'week', 0],
    ['(?:prossima settimana|settimana prossima)', 'week', 1],
    ['(?:mese scorso|scorso mese(?! di))', 'month', -1],
    ['questo mese', 'month', 0],
    ['(?:mese prossimo|prossimo mese)', 'month', 1],
    ['(?:anno scorso|scorso anno)', 'year', -1],
    ["quest[’']anno", 'year', 0],
    ['(?:anno prossimo|prossimo anno)', 'year', 1],
    ['(?:estate scorsa|scorsa estate)', 'season', -1, 2],
  ],
  lastOne: ' scors[oa]',
  nextOne: ' prossim[oa]',
  lastBefore: 'scors[oa] ',
  nextBefore: 'prossim[oa] ',
  thisBefore: 'quest[oa] ',
  thisYear: " di quest[’']anno| dell[’']anno in corso",
  sameYear: " dello stesso anno| di quell[’']anno",
  ago: (count, unit) => `${count} ${unit} fa`,
  units: ['giorn[oi]', 'settiman[ae]', 'mes[ei]', 'ann[oi]'],
  counts: ['un[oa]?', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'],
  decade: year => `anni ${year}`,
  beforeLoneMonth:
    /(?<!\p{L})(?:a|ad|in|di|da|dal|nel|dello scorso|fine|inizio|metà|entro|mese di|scorso|prossimo|e|del) $/iu,
  beforeLoneYear:
    /(?<!\p{L})(?:nel|dal|al|del|anno|anni|fine|inizio|metà|entro il|prima del|dopo il|il|e|estate|autunno|in|di|sul|tra il|o) $/iu,
  counted:
    /^ (?:(?:mine|soldati|persone|tonnellate|ordigni|bombe|metri|chilometri|dollari|morti|feriti|vittime|casi|abitanti|munizioni)|000|milioni|miliardi|euro|mila)(?!\p{L})/u,
  bareYears: false,
  parts: [
    [/(?<!\p{L})(?:alla )?fine (?:di |del )?$/iu, 'end'],
    [/(?<!\p{L})(?:all['’])?inizio (?:di |del )?$/iu, 'early'],
    [/(?<!\p{L})(?:a )?metà (?:di |del )?$/iu, 'mid'],
  ],
  relations: [
    [/(?<!\p{L})prima (?:del |di )$/iu, 'before'],
    [/(?<!\p{L})dopo (?:il )?$/iu, 'after'],
    [/(?<!\p{L})(?:dal|dall['’])$/iu, 'since'],
  ],
}

const PORTUGUESE: Calendar = {
  months: words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
  weekdays: [
    'domingo',
    'segunda-feira',
    'terça-feira',
    'quarta-feira',
    'quinta-feira',
    'sexta-feira',
    'sábado',
  ],
  ordinal: '(?:\\.?[º°])?',
  firstDay: 'primeiro',
  beforeMonth: 'de ',
  beforeYear: '(?:de )',
  afterYear: '',
  until: ' ao? | e | ?[-–] ?',
  seasons: ['primavera', 'verão', 'outono', 'inverno'],
  relative: [
    ['ontem(?: à noite| à tarde| de manhã)?', 'day', -1],
    ['hoje|(?:nesta|esta) (?:manhã|tarde|noite)', 'day', 0],
    ['amanhã', 'day', 1],
    ['(?:semana passada|passada semana)', 'week', -1],
    ['esta semana', 'week', 0],
    ['(?:próxima semana|semana que vem)', 'week', 1],
    ['(?:mês passado|passado mês)', 'month', -1],
    ['este mês', 'month', 0],
    ['próximo mês', 'month', 1],
    ['(?:ano passado|passado ano)', 'year', -1],
    ['este ano', 'year', 0],
    ['(?:próximo ano|ano que vem)', 'year', 1],
  ],
  lastOne: ' passad[oa]',
  nextOne: ' próxim[oa]',
  lastBefore: '(?:passad|últim)[oa] ',
  nextBefore: 'próxim[oa] ',
  thisBefore: 'est[ae] ',
  thisYear: ' deste ano| do corrente ano',
  sameYear: ' daquele ano| do mesmo ano| desse ano',
  ago: (count, unit) => `há ${count} ${unit}`,
  units: ['dias?', 'semanas?', 'm(?:ês|eses)', 'anos?'],
  counts: ['uma?', '(?:dois|duas)', 'três', 'quatro', 'cinco', 'seis', 'sete', 'oito', 'nove', 'dez'],
  decade: year => `anos (?:de )?${year}|década de ${year}`,
  beforeLoneMonth:
    /(?<!\p{L})(?:em|de|desde|até|mês de|final de|fim de|início de|meados de|antes de|após|e|a|para) $/iu,
  beforeLoneYear:
    /(?<!\p{L})(?:em|desde|até|de|do|ano|anos|antes de|após|entre|para|e|a|final de|início de|meados de|o|ou) $/iu,
  counted: /^ (?:(?!das|dos|nas|nos|mas|após|seus|vários|todos)\p{Ll}{3,}s|000|milhões|euros|mil)(?!\p{L})/u,
  bareYears: false,
  parts: [
    [/(?<!\p{L})(?:no )?(?:final|fim|finais) (?:de |do )$/iu, 'end'],
    [/(?<!\p{L})(?:no )?(?:início|começo|inícios) (?:de |do )$/iu, 'early'],
    [/(?<!\p{L})(?:em )?meados (?:de |do )$/iu, 'mid'],
  ],
  relations: [
    [/(?<!\p{L})antes (?:de |do )$/iu, 'before'],
    [/(?<!\p{L})(?:após|depois de|depois do) (?:o )?$/iu, 'after'],
    [/(?<!\p{L})desde (?:o )?$/iu, 'since'],
  ],
}

const RUSSIAN_YEAR = '(?: (?:год(?:а|у|ом|ах|ы|ов|е)?(?!\\p{L})|гг?\\.))'

const RUSSIAN: Calendar = {
  months: [
    'январ(?:ь|я|ю|ём|ем|е)',
    'феврал(?:ь|я|ю|ём|ем|е)',
    'март(?:а|у|ом|е)?',
    'апрел(?:ь|я|ю|ем|е)',
    'ма(?:й|я|ю|ем|е)',
    'июн(?:ь|я|ю|ем|е)',
    'июл(?:ь|я|ю|ем|е)',
    'август(?:а|у|ом|е)?',
    'сентябр(?:ь|я|ю|ём|ем|е)',
    'октябр(?:ь|я|ю|ём|ем|е)',
    'ноябр(?:ь|я|ю|ём|ем|е)',
    'декабр(?:ь|я|ю|ём|ем|е)',
  ],
  weekdays: [
    'воскресень[еяю]',
    'понедельник[ау]?',
    'вторник[ау]?',
    'сред[аыуе]',
    'четверг[ау]?',
    'пятниц[аыуе]',
    'суббот[аыуе]',
  ],
  ordinal: '(?:-(?:го|е|ое))?',
  firstDay: 'первого',
  beforeMonth: '',
  beforeYear: '',
  afterYear: `${RUSSIAN_YEAR}?`,
  until: ' по | и | до | ?[-–—] ?',
  seasons: ['весн(?:ой|а|ы|у|е)', 'лет(?:ом|о|а)', 'осень(?:ю)?|осени', 'зим(?:ой|а|ы|у|е)'],
  relative: [
    ['вчера(?: вечером| утром)?|накануне', 'day', -1],
    ['позавчера', 'day', -2],
    ['сегодня(?: вечером| утром)?', 'day', 0],
    ['завтра', 'day', 1],
    ['(?:прошл(?:ая|ой|ую)) недел(?:я|е|и|ю)', 'week', -1],
    ['эт(?:а|ой|у) недел(?:я|е|и|ю)', 'week', 0],
    ['(?:следующ(?:ая|ей|ую)|будущ(?:ей|ую)) недел(?:я|е|и|ю)', 'week', 1],
    ['прошл(?:ый|ого|ом) месяц(?:а|е)?', 'month', -1],
    ['эт(?:от|ого|ом) месяц(?:а|е)?', 'month', 0],
    ['следующ(?:ий|его|ем) месяц(?:а|е)?', 'month', 1],
    ['прошл(?:ый|ого|ом) год(?:а|у)?', 'year', -1],
    ['эт(?:от|ого|ом) году?', 'year', 0],
    ['(?:следующ(?:ий|его|ем)|будущ(?:его|ем)) год(?:а|у)?', 'year', 1],
    ['прошл(?:ым|ого) лет(?:ом|а)', 'season', -1, 2],
    ['прошлой осенью', 'season', -1, 3],
    ['прошлой весной', 'season', -1, 1],
  ],
  lastOne: '',
  nextOne: '',
  lastBefore: '(?:прошл|минувш)(?:ый|ий|ую|ую|ая|ой|ей|ого|его|ом|ем|ое|ее) ',
  nextBefore: '(?:следующ|будущ|ближайш)(?:ий|ую|ая|ей|его|ем|ее) ',
  thisBefore: 'эт(?:от|у|ой) ',
  thisYear: ' (?:этого|текущего) года',
  sameYear: ' того же года',
  ago: (count, unit) => `${count} ${unit} (?:тому )?назад`,
  units: ['д(?:ень|ня|ней)', 'недел[юия]|недель', 'месяц(?:а|ев)?', '(?:года?|лет)'],
  counts: [
    'од(?:ин|на|ну)',
    'дв[ае]',
    'три',
    'четыре',
    'пять',
    'шесть',
    'семь',
    'восемь',
    'девять',
    'десять',
  ],
  decade: year => `${year}-[хе](?: год(?:ы|ов|ах|ам))?`,
  beforeLoneMonth:
    /(?<!\p{L})(?:в|с|до|к|по|начале|середине|конце|концу|начала|конца|течение|на|и|прошлого|этого) $/iu,
  beforeLoneYear: /(?!)/u,
  counted: /(?!)/u,
  bareYears: false,
  parts: [
    [/(?<!\p{L})(?:в )?кон(?:це|ца|цу|ец) $/iu, 'end'],
    [/(?<!\p{L})(?:в )?начал(?:е|а|у|о) $/iu, 'early'],
    [/(?<!\p{L})(?:в )?середин(?:е|ы|у) $/iu, 'mid'],
  ],
  relations: [
    [/(?<!\p{L})до $/iu, 'before'],
    [/(?<!\p{L})после $/iu, 'after'],
    [/(?<!\p{L})с $/iu, 'since'],
  ],
}

const ARABIC: Calendar = {
  months: [
    'كانون الثاني|يناير|جانفي',
    'شباط|فبراير|فيفري',
    'آذار|أذار|مارس',
    'نيسان|أبريل|إبريل|ابريل|أفريل',
    'أيار|ايار|مايو|ماي',
    'حزيران|يونيو|يونيه|جوان',
    'تموز|يوليو|يوليه|جويلية',
    'آب|أغسطس|اغسطس|أوت',
    'أيلول|ايلول|سبتمبر',
    'تشرين الأول|أكتوبر|اكتوبر',
    'تشرين الثاني|نوفمبر',
    'كانون الأول|ديسمبر',
  ],
  weekdays: words('الأحد الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت'),
  ordinal: '',
  firstDay: 'الأول',
  beforeMonth: '(?:من )?',
  beforeYear: '(?:(?:من )?(?:عام|سنة) |من |لعام )?',
  afterYear: '',
  until: ' إلى | و ?| حتى | ?[-–] ?',
  seasons: ['ربيع', 'صيف', 'خريف', 'شتاء'],
  relative: [
    ['(?:يوم )?(?:أمس|امس)', 'day', -1],
    ['اليوم', 'day', 0],
    ['غدا', 'day', 1],
    ['الأسبوع (?:الماضي|المنصرم)', 'week', -1],
    ['هذا الأسبوع', 'week', 0],
    ['الأسبوع (?:المقبل|القادم)', 'week', 1],
    ['الشهر (?:الماضي|المنصرم)', 'month', -1],
    ['هذا الشهر', 'month', 0],
    ['الشهر (?:المقبل|القادم)', 'month', 1],
    ['(?:العام|السنة) (?:الماضي|الماضية|المنصرم)', 'year', -1],
    ['(?:هذا العام|هذه السنة|العام (?:الحالي|الجاري))', 'year', 0],
    ['(?:العام|السنة) (?:المقبلة?|القادمة?)', 'year', 1],
    ['الصيف الماضي', 'season', -1, 2],
  ],
  lastOne: ' (?:الماضي|المنصرم|الفائت)',
  nextOne: ' (?:المقبل|القادم)',
  lastBefore: '',
  nextBefore: '',
  thisBefore: '',
  thisYear: ' من (?:هذا العام|العام الجاري|العام الحالي|هذه السنة)| الجاري| الحالي',
  sameYear: ' من (?:العام نفسه|ذلك العام|تلك السنة|السنة نفسها)',
  ago: (count, unit) => `(?:قبل|منذ) (?:${count} )?${unit}`,
  units: [
    '(?:أيام|يوم|يومين)',
    '(?:أسابيع|أسبوع|أسبوعين)',
    '(?:أشهر|شهور|شهر|شهرين)',
    '(?:سنوات|أعوام|سنة|عام|عامين|سنتين)',
  ],
  counts: ['واحد', 'اثنين', 'ثلاثة?', 'أربعة?', 'خمسة?', 'ستة?', 'سبعة?', 'ثماني(?:ة)?', 'تسعة?', 'عشرة?'],
  decade: year => `(?!)${year}`,
  beforeLoneMonth: /(?:في|شهر|منذ|حتى|أوائل|أواخر|منتصف|مطلع|نهاية|بداية|خلال|من|إلى) $/u,
  beforeLoneYear:
    /(?:عام|سنة|عامي|العام|السنة|لعام|بعام|لسنة|منذ|في|حتى|بحلول|أواخر|أوائل|منتصف|مطلع|نهاية|بداية|خلال|من|إلى|وعام|صيف|ربيع|خريف|شتاء) $/u,
  counted: /^ (?:دولار|جندي|شخص|كيلومتر|متر|لغم|قتيل|مليون)/u,
  bareYears: false,
  parts: [
    [/(?:أواخر|نهاية|آخر) (?:شهر |عام |العام |سنة )?$/u, 'end'],
    [/(?:أوائل|مطلع|بداية) (?:شهر |عام |العام |سنة )?$/u, 'early'],
    [/(?:منتصف) (?:شهر |عام |العام |سنة )?$/u, 'mid'],
  ],
  relations: [
    [/قبل (?:عام |سنة |يوم )?$/u, 'before'],
    [/بعد (?:عام |سنة |يوم )?$/u, 'after'],
    [/منذ (?:عام |سنة |يوم )?$/u, 'since'],
  ],
}

/** How the languages that put blanks between words write dates; Chinese has forms of its own. */
export const CALENDARS: Readonly<Record<Exclude<Language, 'zh'>, Calendar>> = {
  fr: FRENCH,
  es: SPANISH,
  de: GERMAN,
  it: ITALIAN,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  ar: ARABIC,
}
