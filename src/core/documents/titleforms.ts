import {
  ends,
  hasDateline,
  hasSpeaker,
  isByline,
  isDateLine,
  isNameAndOffice,
  isNameLine,
  isProse,
  isSalutation,
  nameBesideDate,
  wordCount,
} from './forms.ts'
import { isFurniture, isMenuRow, sectionOpened } from './furniture.ts'
import { isItem } from './lines.ts'
import { anyOf } from './openings.ts'
import { remembered, rememberedAt } from './remembered.ts'
import { hasRole, type MarkedLine } from './scene.ts'

export const SECTION_NAME =
  /^(?:opinion|analysis|commentary|comment|editorial|op-?ed|(?:your )?letters(?: to the editors?)?|readers write|(?:written|oral) (?:answers|questions)|speech(?:es)?|perspectives?|viewpoint|news|live|world(?: news)?|politics|europe|asia|africa|americas|middle east|briefings?|blog|statements?|reports?|joint press release|for (?:immediate )?release.*|\(?embargo.*|explainer|feature|features|interview|in focus|disarmament|security|defen[cs]e|q&a|guest (?:post|essay|column)|(?:policy|research|technical|special) (?:report|study|paper)s?(?: no\.? ?\d+| \d+)?|tribune|débats|idées|points de vue|actualités|(?:(?:press|media|news) releases?|communiqué de presse|pressemitteilung|medienmitteilung|nota de prensa|comunicado de prensa|comunicato stampa)(?: {1,9}(?:n[°ºo]|no|nr|núm)?\.? ?\d[\d/-]{0,11})?|kommentar|meinung|gastbeitrag|opinión|tribuna|working paper.*|occasional paper.*|policy brief.*|discussion paper.*|the white house|office of the press secretary|downing street|beta|draft|advance copy|(?:english|french|français|español|deutsch|русский|العربية|中文)(?: .{0,60})?|download .{0,40}|transcript:?|provisional|symposium(?: ?: .{3,60})?|internal memorandum|memorandum|memo)$/i
/** Words that name a paper, a body or an institution. */
export const MASTHEAD_WORD =
  /\b(?:news|times|post|watch|dispatch|daily|press|herald|guardian|tribune|journal|gazette|observer|telegraph|quarterly|review|magazine|courier|reuters|bbc|agency|network|society|association|coalition|committee|institute|institut|centre|center|ministry|ministère|ministerium|ministerio|department|mission|embassy|government|organi[sz]ation|foundation|campaign|fraktion|\p{L}*verband|bündnis|stiftung|international|united nations|general assembly|security council|house of (?:commons|lords)|senate|parliament|bundesgesetzblatt|boletín oficial|journal officiel|jorf|official gazette|gazette)\b/iu
export const DOCUMENT_LINE =
  /^(?:distr\.?:|original:|[A-Z]{1,6}\/[A-Z0-9./-]{3,}|agenda item|point \d+|item \d+|vol\.|no\. \d|núm\.|nr\. \d|nor ?:|texte n°|issn|isbn|cm \d|seventy|sixty|fifty|forty|\p{L}+-\p{L}+ (?:session|year|meeting)|\p{L}+ (?:session|year)$|\d+(?:st|nd|rd|th) (?:plenary )?meeting|(?:first|second|third|fourth|fifth|sixth) committee\b|jahrgang \d|(?:act |law )?no\.? ?\d+ of (?:19|20)\d{2}$|dof\b|tel\.?|fax|our ref|your ref|by (?:hand|e-?mail|fax)|to:|from:|cc:|date:|contact|press contact|media contact|\[.*\]$|\(.*\)$|h\.e\.|delivered by|presented (?:by|to))/iu

/** The names of gazettes. */
export const GAZETTE =
  /\b(?:journal officiel|bundesgesetzblatt|boletín oficial|(?:diario|gaceta|registro|diário) oficial|diário da república|gazzetta ufficiale|(?:official|government|extraordinary) gazette|official journal of the \p{L}{3,}|amtsblatt der europäischen|gazette of \p{L}{3,}|gazette (?:supplement|extraordinary)|^j\.o\. (?:n[°o] ?)?\d{1,4}|boe» núm|dof:|normas legales)\b/iu

/** Whether a line is one of those that the head of an official document has above its title. */
export const isTitlePage = (text: string): boolean =>
  /\bdistr\.: |^(?:distr\.?:|original:|vol\.|núm\.|jorf|bundesgesetzblatt|boletín oficial|nor ?:|texte n°|issn|isbn|tel\.?|fax|united nations\b(?!.{0,40}\bresolution \d)|nations unies\b|(?:security council|general assembly|human rights council|economic and social council)(?: {2,}|$)|i\. disposiciones|jefatura del estado|presented to parliament|printed by|treaty series|\S{1,6}\/[A-Z]+[A-Z0-9./-]{3,}$)/i.test(
    text,
  )

/** The name of a State over its gazette or its law. */
const OF_STATE =
  /^(?:republic|kingdom|commonwealth|government) of (?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3}$|^rep[úu]blica (?:de|del|da) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$|^presidência da república$/iu

/** With which a site greets whoever opens it. */
const WELCOME =
  /^(?:welcome (?:to|on) |willkommen (?:auf|bei|beim|im) |bienvenue (?:sur|à|au) |bienvenid[oa]s? (?:a|al|en) |benvenut[oi] )[^:]*$/i

/** "Asia-Pacific, Featured, Headlines, Human Rights, Peace": the sections under which a page is filed. */
const FILED = /^\p{Lu}[\p{L}&’' -]{2,24}(?:, \p{Lu}[\p{L}&’' -]{2,24}){3,}$/u
/** The way from the first page of a site. */
const TRAIL = /^(?:home|startseite|accueil|inicio|portada) ?[>›»/] ?\p{L}/iu

/** Whether a line is a name of sections: one, or a row of them. */
const isOfSections = (text: string): boolean => {
  if (!/ [|·•] /.test(text)) return SECTION_NAME.test(text)
  const pieces = text.split(/ [|·•] /)
  if (pieces.every(piece => SECTION_NAME.test(piece))) return true
  if (wordCount(text) <= 6 && SECTION_NAME.test(pieces[0] ?? '')) return true
  return text.split(' | ').length > 2 && !isDateLine(text)
}

/** The name of a paper, a section or a publisher above the title. */
export const isMasthead = rememberedAt((lines: readonly MarkedLine[], index: number): boolean => {
  const text = lines[index]?.line.text ?? ''
  if (isOfSections(text) || (FILED.test(text) && !/ and | y | und | et /.test(text))) return true
  if (/^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){2,}$/u.test(text) && TRAIL.test(lines[index + 1]?.line.text ?? ''))
    return true
  const next = lines[index + 1]?.line.text ?? ''
  if (
    /^(?:permanent mission|permanent delegation|représentation permanente|mission permanente|ständige vertretung|misión permanente|organi[sz]ation for\b|(?:government|official|federal) gazette\b|forum for\b|(?:ministry|department) (?:of|for)|ministère|government of|united nations|office (?:of|for))\b/i.test(
      text,
    )
  )
    return true
  if (OF_STATE.test(text)) return true
  if (wordCount(text) > 9 || ends(text) || isTitleForm(text)) return false
  if (index < 3 && WELCOME.test(text)) return true
  // What stands over the rule under the head of a page.
  if (/^_{10,}$/.test(next)) return true
  if (wordCount(text) <= 5 && MASTHEAD_WORD.test(text))
    return wordCount(next) >= 4 || isMasthead(lines, index + 1)
  return false
})

/** The number of an act in a register, an hour, the name of a field of data, numbers of papers. */
const NUMBER_ALONE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:\p{Lu}\p{L}{2,8} \d{1,2}|\d{1,2} \p{Lu}\p{L}{2,8})|\d{5}[A-Z]{1,2}\d{3,4}(?:\(\d{1,2}\))?|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+:|\p{Lu}[\p{L} ]{3,30} : \d{1,5}(?:, .{0,60})?|\+{2,})$/iu

/** Under it stands a person to ask. */
const CONTACT = /^(?:(?:press|media) )?contacts?(?: person)?:?$/i

/** The name of a department of a government and nothing else. */
const ONLY_OFFICE =
  /^(?:department|ministry|ministère|ministerio|bundesministerium) (?:of|for|de|des|du|für) (?:\p{L}+,? ){0,5}\p{L}+$/iu

/** The office of who speaks, below the name. */
const HELD_OFFICE =
  /^(?:deputy |acting |alternate )?(?:permanent representative|permanent observer|head of (?:the )?delegation|ambassador-at-large|chargé d.affaires) (?:of|to|for) /i
/** A field of a form with what was filled in. */
const FORM_FIELD =
  /^(?:date of (?:assent|commencement|publication)|name of .{2,40}|nombre del? .{2,40}|nom de .{2,40}|período .{2,40}|période .{2,40}|reporting period|date of submission|state(?: party)?|(?:national )?points? of contact|type of (?:report|document)) ?: \S/i
/** Whose paper it is, below its title: "Report of the Secretary-General". */
const WHOSE_PAPER = /^(?:report of the secretary-general|note by the (?:secretary-general|secretariat))$/i
const isWhosePaper = (lines: readonly MarkedLine[], index: number): boolean =>
  WHOSE_PAPER.test(lines[index]?.line.text ?? '') &&
  /^\p{Lu}.{11,}[^.:]$|^\p{Ll}.{3,}[^.:]$/u.test(lines[index - 1]?.line.text ?? '')
/** The label of a form under which the title of another paper stands. */
const TITLE_LABEL =
  /^(?:title|name|subject matter|citation) of (?:the )?(?:treaty|agreement|convention|instrument|act|bill) ?:?$/i

/** The place and the agency over the first line of what an agency spreads: "Stuttgart (ots)". */
const AGENCY_LINE = /^\p{Lu}[\p{L} ./-]{2,30} \((?:ots|dpa|afp|apa|epd|kna)[^)]{0,12}\)$/u
/** The end of a text of which a page gives only the beginning. */
const TEASER =
  /(?:…|\.{3}) ?(?:\[?(?:read|see|learn) more|continue(?: reading)?|weiterlesen|lire la suite|leer más)\]?[.…]?$/i
/** Whether a line is one of those by which a page of several texts shows another: its day, its title, its beginning. */
export const isTeased = (lines: readonly MarkedLine[], index: number): boolean =>
  [0, 1, 2].some(
    step =>
      TEASER.test(lines[index + step]?.line.text ?? '') &&
      lines.slice(index + 1, index + step + 1).every(one => !one.line.opens || one.line.text.length > 60),
  )

const REVIEWED =
  /^(?:(?:the )?books? )?(?:in this review|under review|(?:reviewed|discussed) in this (?:essay|article|review)|books? (?:reviewed|discussed))$/i
const EXTENT = /\b\d{2,4} ?(?:pp\b|pages?\b|p\.(?! ?m\b)|Seiten\b|S\.(?: |$))/
/** Whether a line names a book that the text is about: its title or its author, over its publisher and its pages. */
export const isOfBook = (lines: readonly MarkedLine[], index: number): boolean =>
  [1, 2, 3].some(
    step =>
      REVIEWED.test(lines[index - step]?.line.text ?? '') &&
      lines.slice(index - step + 1, index + 1).every(one => !one.line.opens),
  ) ||
  [0, 1, 2].some(
    step =>
      EXTENT.test(lines[index + step]?.line.text ?? '') &&
      (lines[index + step]?.line.text.length ?? 0) <= 120 &&
      lines.slice(index + 1, index + step + 1).every(one => !one.line.opens),
  )

/** Who is quoted, under the words of praise that a site has at its head. */
const PRAISED_BY = /^[–—-] ?\p{Lu}[\p{L}.'’ -]{3,60}(?:,.{0,80})?$/u
/** Whether a line is praise in quotation marks with who spoke it below. */
export const isPraise = (lines: readonly MarkedLine[], index: number): boolean =>
  /^["“„«].{12,300}["”“»]$/u.test(lines[index]?.line.text ?? '') &&
  PRAISED_BY.test(lines[index + 1]?.line.text ?? '')

/** Whether a line is praise for a site or says who spoke it and when. */
export const isOfPraise = (lines: readonly MarkedLine[], index: number): boolean => {
  if (isPraise(lines, index)) return true
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    if (isPraise(lines, at)) return at === index - 1 || lines[index]?.line.opens === false
    if (isDateLine(lines[at]?.line.text ?? '')) return false
  }
  return false
}

/** Whether a line goes on with the sentence of the line above it, as text that is broken to a width does. */
const continuesText = (lines: readonly MarkedLine[], index: number): boolean => {
  const own = lines[index]?.line
  const before = lines[index - 1]?.line.text ?? ''
  if (own?.opens !== false || lines[index]?.level !== 0 || before.length <= 40 || / [|·•] /.test(before))
    return false
  if (/^\p{Ll}/u.test(own.text)) return !couldOpen(lines, index - 1)
  if (/[a-z] (?:the|of|to|and|in|by|on|for|an?|under|with|de|la|les|der|die|das)$/.test(before)) return true
  return before.length > 60 && /\p{Ll}$/u.test(before) && /[.!?]\d{0,2}$/.test(own.text)
}

const FORMS: readonly RegExp[] = [
  /^(?:statement|remarks|intervention|address|speech|joint statement|closing remarks|opening remarks|keynote|déclaration|discours|allocution|intervention|erklärung|rede|declaración|discurso|intervención)(?!\p{L}).{0,60}(?<!\p{L})(?:by|of|to the|at the|on behalf|prononcée?|à l|devant|lors|du|de|de la|au nom|von|vor|der|del|ante|en nombre)(?!\p{L})/iu,
  /^(?:loi|décret|ordonnance|arrêté) (?:n[°o] ?[\d-]+|du \d)|^loi fédérale|^bundesgesetz|^ley (?:para|sobre|de|que|federal|general|n|\d)|^ordonnance sur|^(?:gesetz|verordnung|\p{Lu}\p{Ll}+gesetz)\b|^(?:ley|ley orgánica|real decreto(?:-ley)?|decreto|orden) (?:\d+\/\d{4}|orgánica|de \d)|\b(?:act|ordinance|bill|regulations),? (?:of )?(?:19|20)\d{2}$|^(?:decreto|lei|legge|ley)(?: (?:legislativo|complementar|supremo|ley))?,? n[º°o.]{1,2} ?\d|^decreto (?:por|que|mediante)\b/iu,
  /^(?:convention|treaty(?! series)|protocol|agreement|covenant|accord|traité|protocole|vertrag|übereinkommen|tratado|convenio|acuerdo|convenção|protocolo|acordo|convenzione|trattato|verdrag|overeenkomst|notawisseling|notenwechsel|exchange of (?:notes|letters)|échange de (?:notes|lettres)|canje de notas)(?!\p{L})(?! has| was| is| means)/iu,
  /^(?:(?:united nations |un )?security council resolution \d{3,4}\b|(?:european parliament|national assembly|senate|house) (?:legislative |non-legislative )?resolution of \d)/i,
  /^(?:decision|declaration|recommendation|resolution) on\b|^(?:\d+\/\d+\.|resolution \d+ ?\(\d{4}\)|résolution \d|resolución \d)/i,
  /^(?:daily )?(?:press )?briefing\b|^transcript (?:of|:)|^interview with|^(?:joint )?(?:press conference|press briefing|news conference|press statement)\b/i,
  /^NEW REPORT\b/,
  /^(?:gemeinsame )?entschließung (?:des|der|zu) |^résolution (?:commune )?(?:du|de l[ae’']) ?\p{Lu}|^résolution législative|^resolución (?:común )?del? (?:la )?\p{Lu}/iu,
  /^(?:message|botschaft|messaggio) (?:additionnel )?(?:concernant|relatif|portant|zum|zur|über|betreffend|concernente) /iu,
  /^(?:draft )?(?:final|interim) (?:report|document|declaration)$|^(?:reporting forms?|reporting formats?|formatos de presentación|formulaires? de (?:présentation|déclaration)) (?:for|pursuant|de|du|des|d.|para)/i,
  /^note verbale$|^explanatory memorandum\b|^compte rendu$|^(?:identical )?letters? dated \d|^lettres? (?:identiques )?datées? du |^cartas? (?:idénticas )?de fecha|^(?:gleichlautende )?schreiben vom /iu,
  /^(?:proposition|projet) de (?:loi|résolution)(?!\p{L})|^(?:proyecto|proposición|projeto) de le[iy](?!\p{L})|^(?:gesetz)?entwurf (?:eines|einer|des|der) |^disegno di legge\b/iu,
  /^(?:\d{2,4}\/\d{1,5}\/[A-Z]{2,5}: )?(?:council|commission|joint)(?: (?:implementing|delegated|common))? (?:decision|regulation|directive|action|position)\b|^(?:regulation|directive|decision|beschluss|verordnung|richtlinie|décision|règlement|decisión|reglamento|directiva) \((?:EU|UE|EC|CE|EG|EEC|CFSP|GASP|PESC)\)/i,
  /^(?:the )?constitution of\b|^constitui[çc][ãa]o (?:da|do|federal)|^constitución (?:política|de)|^grundgesetz (?:für|der)|^costituzione |^конституция(?!\p{L})|^(?:федеральный )?закон(?!\p{L})/iu,
  /^decreto (?:supremo |legislativo |ley )?número ?\d/iu,
  /^plenarprotokoll \d|^compte rendu (?:intégral|analytique)|^diario de sesiones|^(?:provisional )?verbatim record|^resoconto stenografico/iu,
  /^interview of\b|^(?:an act|a bill|joint resolution)$/i,
  /^(?:[A-Z]{3,} ){0,4}(?:AGREEMENT|TREATY|CONVENTION|PROTOCOL|MEMORANDUM OF UNDERSTANDING)$/,
  /^(?:(?:final|draft|interim|annual|progress) )*report of the\b/i,
]

const hasOfficialForm = anyOf(FORMS)

/** Whether a line has the form of a title of an official document. */
export const isTitleForm = remembered(text => {
  const words = text.replace(LEAD, '')
  return words !== text.trim() ? words.length > 12 : hasOfficialForm(words)
})

const PAPER = /^(?:message|botschaft|messaggio|rapport|bericht|mémoire|denkschrift)$/i

/** Whether a line says what the paper is about whose kind the line above it is. */
export const isMatter = (kind: string, text: string): boolean =>
  PAPER.test(kind) &&
  /^(?:concernant|relatifs?|relative|portant|sur|zum|zur|zu|über|betreffend|concernente) /i.test(text)

/** Words before a title that number it, and the mark of a note after it, are not part of it. */
export const LEAD =
  /^(?:\d{2,6} {2,}|[Nn]o\. \d{1,4} of (?:19|20)\d{2}: |\d{1,4}\. (?=(?:Bundes(?:verfassungs)?gesetz|Verordnung|Kundmachung)[ ,])|\d{1,3}\/\d{1,4}\.[ \t]+|\d{3,6} (?=(?:Ley|Real Decreto|Orden|Resolución|Decreto)\b))/

export const similar = (text: string, wanted: string | undefined): boolean => {
  if (!wanted) return false
  const key = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const [a, b] = [key(text), key(wanted)]
  return (
    a.length > 8 &&
    b.length > 8 &&
    (a === b ||
      (a.startsWith(b) && b.length > 0.75 * a.length) ||
      (b.startsWith(a) && a.length > 0.75 * b.length) ||
      (a.length > 24 && b.includes(a)) ||
      (b.length > 24 && a.includes(b)))
  )
}

/** The kind of a treaty on a line of its own, over the rest of its title. */
export const INSTRUMENT =
  /^(?:[A-Z]{3,} ){1,4}(?:AGREEMENT|TREATY|CONVENTION|PROTOCOL)$|^(?:protocol|convention|treaty|agreement|accord|protocole|traité|übereinkommen|vertrag|tratado|convenio|acuerdo)$/i
/** The name of an agency of pictures with which a caption ends. */
const CREDIT =
  /\b(?:shutterstock|getty(?: images)?|reuters|afp|alamy|epa(?:-efe)?|ap photo|via ap|flickr)\)?$/i
/** The parties with which a preamble begins. */
const PARTIES =
  /^(?:the|les|die|los) (?:states? part|high contracting|contracting part|parties to|governments? of|kingdom of|republic of|états part|hautes parties|vertragspart|estados part|gobiernos)/i

export const SUFFIX = /\s*\((?:(?:19|20)\d{2}|\d{1,2})\)$|\s+\|\s+[^|]{2,40}$/
/** A year or number in brackets that a copying site has hung on a title, and a site's name, are not part of it. */
export const withoutSuffix = (line: string): string =>
  line.endsWith(')') || line.includes('|') ? line.replace(SUFFIX, '') : line

/** Whether further speakers follow: one such label alone may be the beginning of a title. */
export const isSpoken = (lines: readonly MarkedLine[], index: number): boolean =>
  lines.slice(index + 1, index + 16).some(one => hasSpeaker(one.line.text))

/** Lines of lists, of labels, of captions and of pages, whatever stands around them. */
const NO_TITLE: readonly RegExp[] = [
  /^(?:tags?|categor(?:y|ies)|labels?|filed under|keywords?|topics?|étiquettes|schlagwörter|etiquetas) ?: /i,
  /^(?:recalling|reaffirming|noting|recogni[sz]ing|mindful|deeply concerned|welcoming|convinced|considering|bearing in mind)\b/i,
  /\b(?:agenda item|journal no\.?) \d/i,
  /^Photo of \p{Lu}/u,
  /^\d{1,2}\.\d{1,2}\.\d{2,4}\b/,
  // A caption with its credit.
  /[.!] \/ |[.!?] (?:Photo|Foto|Image|Picture|Credit)(?: credit)?: |\| (?:Bildquelle|Foto|Bild|Photo|Image)\b|^(?:Photo|Foto|Image|Bild|Picture|Content image)(?: credit)? ?[:-]/i,
  /^skip to |^printed for the use of |(?: \.){4,}/i,
  /\bdelivered by\b/i,
  // Who speaks, on a line of its own.
  /^(?:(?:vize|alters)?präsident(?:in)?|vizepräsidentin|(?:the )?(?:deputy |acting )?(?:speaker|chair(?:man|woman|person)?|president)|(?:le|la) président(?:e)?|(?:el|la) (?:señora? )?president[ea]) ?[^.?!]{0,60}:$/iu,
  // The head of a resolution, whose title stands behind its number.
  /^(?:\[?resolution adopted by the|résolution adoptée par|resolución aprobada por) (?!.{0,80}: )/i,
  PRAISED_BY,
  NUMBER_ALONE,
  PARTIES,
  CREDIT,
]

const isNoTitle = anyOf(NO_TITLE)

/** Who asks a numbered question. */
const ASKING = /^Q ?\d{1,3}\.? {1,20}\p{Lu}[\p{L} .]{1,40}:/u

const AGENDA_ITEM =
  /^(?:agenda )?item \d{1,3}(?: ?\(\w{1,3}\))* (?:of|on) the (?:provisional )?agenda$|^(?:provisional )?agenda item \d{1,3}(?: ?\(\w{1,3}\))*$|^point \d{1,3}(?: ?\(?\w{1,2}\))* de l.ordre du jour(?: provisoire)?$|^tema \d{1,3}(?: ?\(?\w{1,2}\))* del programa(?: provisional)?$/i
/** Who took a picture, under its caption. */
const PICTURED = /^(?:foto|photo|bild|image|picture|imagen|crédit photo|photo credit) ?: ?\p{Lu}/iu
const NUMBERED_HEADING = /^(?:[IVX]{1,4}|\d{1,2}|[A-Z])\. /

/** The name of an item of an agenda, under its number and over the title of the paper on it. */
const isOfAgenda = (lines: readonly MarkedLine[], index: number): boolean => {
  const next = lines[index + 1]?.line
  return (
    AGENDA_ITEM.test(lines[index - 1]?.line.text ?? '') &&
    lines[index]?.line.opens === false &&
    next?.opens === true &&
    next.text.length <= 160 &&
    !isProse(next.text) &&
    !NUMBERED_HEADING.test(next.text)
  )
}

/** Who moves a motion, under its kind: "der Abgeordneten ... und der Fraktion der ...". */
const MOVERS =
  /^(?:(?:der|des) (?:Abgeordneten?|Fraktion(?:en)?|Ausschusses)|présentée? par|(?:par )?(?:MM?\.|Mmes?) )/
const MOST_MOVERS = 6

/** Whether a line goes on with the names of those who move a motion. */
const isOfMovers = (lines: readonly MarkedLine[], index: number): boolean => {
  for (let at = index; at >= Math.max(0, index - MOST_MOVERS); at--) {
    if (MOVERS.test(lines[at]?.line.text ?? '')) return true
    if (lines[at]?.line.opens !== false) return false
  }
  return false
}

/** Whether the lines around a line show it to be something else: a teaser, a book, praise, a person to ask, a place of news. */
const isOtherHere = (lines: readonly MarkedLine[], index: number, { level, line }: MarkedLine): boolean => {
  const { text } = line
  const above = lines[index - 1]?.line.text ?? ''
  if (isTeased(lines, index) || (index > 1 && isOfBook(lines, index)) || isOfPraise(lines, index)) return true
  if (AGENCY_LINE.test(above) || AGENCY_LINE.test(text)) return true
  if (isNameLine(text) && CONTACT.test(above)) return true
  return (
    level === 0 &&
    (/^\p{Ll}\p{Ll}/u.test(text) ||
      ONLY_OFFICE.test(text) ||
      FORM_FIELD.test(text) ||
      HELD_OFFICE.test(text) ||
      TITLE_LABEL.test(above) ||
      (isDateLine(above) && PICTURED.test(lines[index + 1]?.line.text ?? '')) ||
      isOfAgenda(lines, index) ||
      isOfMovers(lines, index) ||
      isWhosePaper(lines, index))
  )
}

/** Addresses of letters, of mail and of pages, and numbers to call. */
const ADDRESS: readonly RegExp[] = [
  /\b(?:street|avenue|boulevard|p\.?o\.? box|rue (?:de|du|des)|chemin|straße|calle)\b.{0,200}\d/i,
  /^\d+ .*\b(?:street|avenue|st\.|ave\.)/i,
  /^\(|@|https?:|www\.|\+\d|(?:\d[ ()-]?){9,}/,
]

const isAddressed = anyOf(ADDRESS)

/** Whether a line is of another kind by its own form: furniture, a byline, a day, a salutation, speech, an item. */
const isOtherForm = (lines: readonly MarkedLine[], index: number, { level, line }: MarkedLine): boolean => {
  const { text } = line
  return (
    (isFurniture(text) && !(level === 1 && isMenuRow(text))) ||
    sectionOpened(text) !== undefined ||
    isByline(text) ||
    isNameAndOffice(text) ||
    (isDateLine(text) && !(level === 1 && wordCount(text) > 4)) ||
    isSalutation(text) ||
    (hasDateline(text) && index > 0) ||
    (hasSpeaker(text) && isSpoken(lines, index)) ||
    DOCUMENT_LINE.test(text) ||
    (isItem(text) && !LEAD.test(text))
  )
}

/** No title is longer than this, in UTF-16 units. */
const LONGEST = 420
const SHORTEST = 4

/** Whether a line could be the first of a title: short enough, not running on, and no line of another kind. */
export const couldOpen = rememberedAt((lines: readonly MarkedLine[], index: number): boolean => {
  const one = lines[index]
  if (!one || one.line.text.length > LONGEST || one.line.text.length < SHORTEST) return false
  const { text } = one.line
  const isForm = isTitleForm(text)
  if (text.length > (isForm ? LONGEST : 260) || wordCount(text) > (isForm ? 70 : 38)) return false
  if (isNoTitle(text) || isOtherHere(lines, index, one)) return false
  if (one.level !== 1 && ASKING.test(text)) return false
  if (nameBesideDate(text) !== undefined || text.split(/ {2,}/).length >= 3) return false
  if (!/\p{L}/u.test(text) || continuesText(lines, index)) return false
  if (isForm && !/[,;]$/.test(text) && !isTitlePage(text) && !DOCUMENT_LINE.test(text.replace(LEAD, '')))
    return true
  if (
    hasRole(one, 'hidden', 'running-head', 'page-number', 'footnote', 'caption', 'comment', 'byline', 'date')
  )
    return false
  const isAddress = one.level !== 1 && isAddressed(text)
  if (isAddress || isTitlePage(text) || isOtherForm(lines, index, one)) return false
  if (/^\d{1,2}\.\d{1,3} {2,}/.test(text) && wordCount(text) > 8) return false
  if (/[,;]$/.test(text) || (/[:…]$/.test(text) && lines[index + 1]?.line.opens !== false)) return false
  const most = text.endsWith('.') && one.level === 0 ? 10 : 22
  return !(ends(text) && wordCount(text) > most)
})
