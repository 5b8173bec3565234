import type { Line } from './lines.ts'
import { remembered } from './remembered.ts'

/** How many words a line has, as blanks divide them. */
export const wordCount = (line: string): number => {
  let count = 1
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if ((code === 32 || code === 9 || code === 160) && line.charCodeAt(at + 1) !== code) count++
  }
  return count
}
export const ends = (line: string): boolean => /[.!?:;,…]["'”’»)]*$/.test(line.slice(-4))

const MONTH =
  '(?:jan(?:uar[yi]?|vier)?|feb(?:ruar[yi]?|rero)?|f[ée]v(?:rier)?|mar(?:ch|s|zo)?|märz|apr(?:il)?|avr(?:il)?|abr(?:il)?|ma[yi]o?|june?|juin|juni[o]?|july?|juillet|juli[o]?|aug(?:ust)?|août|agosto|sep(?:t(?:ember|embre|iembre)?)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[czc](?:ember|iembre)?|déc(?:embre)?|dic(?:iembre|embre)?|enero)\\.?'
const WEEKDAY =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\\.?,?'
const DAY = `(?:le |am |den |el )?(?:\\d{1,2}(?:st|nd|rd|th|er|º)?\\.? (?:de )?${MONTH}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?)(?:,? (?:de )?(?:19|20)\\d{2})|(?:19|20)\\d{2}[./-]\\d{2}[./-]\\d{2}|\\d{1,2}[./]\\d{1,2}[./](?:19|20)\\d{2}|${MONTH} (?:19|20)\\d{2}`
const CUES =
  '(?:\\(?(?:originally |first )?(?:(?:for )?immediate release|published|broadcast|aired|posted|issued|released|updated|last (?:updated|modified)|publié|mis à jour|veröffentlicht|stand|publicado|actualizado|billet de blog|date|datum|fecha)(?: online| le| am| el| on)?:?|vom)'

/** A line that does nothing but give a date of publication, perhaps with a place, an hour and the like. */
const DATE_LINE = new RegExp(
  `^\\(?(?:${CUES} ?)?(?:.{0,60}? (?:on|le|am|el) |[\\p{Lu}][\\p{L} .’'-]{1,40}(?:,| /) (?:le |den |am |a )?)?(?:\\d{1,2}[:.h]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: (?:[ECMP][SD]?T|GMT|UTC|BST|CET|IST))?,? )?(?:${WEEKDAY} ?)?(?:${DAY})(?!\\d(?!\\d?:\\d\\d)).{0,60}$`,
  'iu',
)

/** The issue of a quarterly: "Autumn 2019", "Autumn 2019 (October)". */
const SEASON_LINE =
  /^(?:spring|summer|autumn|fall|winter) (?:(?:19|20)\d{2}[/–-])?(?:(?:19|20)?\d{2})(?: \([A-Z][a-z]{2,8}\))?$/i

/** Whether a line gives the date of the document and nothing that reads as text. */
export const isDateLine = remembered(
  text => text.length <= 130 && /\d/.test(text) && (SEASON_LINE.test(text) || isDayLine(text)),
)

/** A finite verb before a day makes a sentence of its line, unless it says when the text itself appeared. */
const TELLS = / (?:was|were|is|are|has|have|had|will|would) \p{Ll}/u
const OF_TEXT =
  /publi|post|updat|issu|print|writ|releas|deliver|modif|revis|creat|fil|produc|broadcast|stand|correct/iu

/** As agencies part the place of a report from its moment: "CAIRO | Fri Jul 19, 2013 2:34am EDT". */
const BARRED =
  /^\p{Lu}[\p{Lu} .’'-]{2,30}(?:, \p{Lu}[\p{L} .]{2,20})? \| (?=(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}{0,6},? )/u

/** Whether a line is the place and the moment with which an agency heads its report. */
export const isPlaceAndMoment = (text: string): boolean => BARRED.test(text) && isDateLine(text)

const isDayLine = (line: string): boolean => isDayAlone(line.replace(BARRED, ''))

const isDayAlone = (text: string): boolean =>
  !(TELLS.test(text) && !OF_TEXT.test(text)) &&
  !/^\p{Ll}+ (?:\p{Ll}+ |in \p{Lu}\p{L}+ )*(?:on|in) /u.test(text) &&
  !(/^(?:\p{Ll}+ ){3}/u.test(text) && !OF_TEXT.test(text)) &&
  DATE_LINE.test(text) &&
  !/[a-z]{3,}[^.]*\.$/.test(text.replace(/\b(?:a\.m|p\.m|jan|feb|aug|sept?|oct|nov|dec)\./gi, '')) &&
  wordCount(text) <= 18

const NAME = "\\p{Lu}[\\p{L}.'’-]*"
/** "By Jane Roe", "Par Jeanne Roux", "Von Hans Huber", "Por Juan Ruiz"; the name may follow on the next line. */
const BYLINE = new RegExp(
  `^(?:written |produced |compiled |posted |reported |reviewed |story |words |texte |text |(?:an? |ein |eine |un |une )?(?:opinion|analysis|commentary|kommentar|gastbeitrag|essay|analyse|bericht|reportage|tribune|entretien|artículo|análisis) |interview(?:ed)? |this \\p{L}+ was (?:written|prepared) )?(?:(?:by|par|von|por|propos recueillis par)\\b:?|(?:authors?|autor(?:en|in|a|es)?|auteure?s?) ?:) +(?!the\\b|means\\b|contrast\\b|hand\\b|e-?mail\\b|fax\\b|post\\b|courier\\b)(?:(?:dr|prof|amb|gen|sir|dame|h\\.e|mr|ms|mrs)\\.? )*${NAME}(?:[\\s,]|$)`,
  'iu',
)

/** "From: Ann Example, Special Correspondent, Lomé": a sender whom his trade shows to be a writer. */
const SENT_BY =
  /^From: \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}, .{0,60}\b(?:[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Ee]ditor)\b/u

export const isByline = remembered(
  text =>
    (text.length <= 220 && SENT_BY.test(text)) ||
    (text.length <= 220 &&
      BYLINE.test(text) &&
      !/[a-z]{3,}\.$/.test(text) &&
      /^\S+(?: {1,4}\S+)? {1,4}\p{Lu}/u.test(
        text.replace(
          /^(?:written|produced|compiled|posted|reported|reviewed|story|words|texte|text|(?:an? |ein |eine |un |une )?(?:opinion|analysis|commentary|kommentar|gastbeitrag|essay|analyse|bericht|reportage|tribune|entretien|artículo|análisis)|interview(?:ed)?|this \p{L}+ was (?:written|prepared)) /iu,
          '',
        ),
      )),
)

const BYLINE_LABEL =
  /^(?:by|par|von|por|di|(?:(?:gast)?kommentar|analyse|essay|ein gastbeitrag|(?:une )?(?:tribune|chronique|analyse)|opinión|columna) (?:von|de|par|por)|authors?|autor(?:es|en)?|auteurs?|written by):?$/i

/** Whether a line says that the names of the authors follow on the next: "By", "Kommentar von", "Authors:". */
export const isBylineLabel = (text: string): boolean => text.length <= 40 && BYLINE_LABEL.test(text)

/** A line of two to four capitalised words and nothing else, as a name on a line of its own. */
export const isNameLine = (text: string): boolean =>
  text.length <= 120 && text.includes(' ') && areNames(text)

const areNames = remembered(text =>
  (text.includes('(') ? text.replace(/ ?\([^)]{1,30}\)/g, '') : text)
    .split(/ (?:and|et|und|y|&) |, /)
    .every(name => NAME_ALONE.test(name)),
)

const NAME_ALONE =
  /^(?:\p{Lu}[\p{L}'’‑-]+|\p{Lu}\.|[dv](?:e|a|an|on|er)|al|bin|ter) (?:(?:\p{Lu}[\p{L}.'’‑-]*|[dv](?:e|a|an|on|er|el)|der|la|le|al|bin|ter) ){0,3}\p{Lu}[\p{L}'’‑-]+$/u

const FILED_FROM = / (?:in|\|) \p{Lu}[\p{L}.'’-]{2,20}(?: \p{Lu}[\p{L}.'’-]{2,20}){0,2}$/u
/** "Ann Example in Abuja", "Ann Example | Abuja": who reports, and from where. */
export const isNameAndPlace = (text: string): boolean =>
  FILED_FROM.test(text) && isNameLine(text.replace(FILED_FROM, ''))

const WORKER =
  /^(\p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+(?: and \p{Lu}[\p{L}'’-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+)?) ?(,?) +(?=\S)/u
const HANDLE = / @\w{2,30}(?=[ ,]|$)/
/** Words of which trades and the names of those one works for are made. */
const OF_WORK =
  /^(?:correspondent|writer|reporter|editor|columnist|contributor|and|&|of|for|the|senior|staff|chief|special|foreign|deputy|assistant|political|diplomatic|defen[cs]e|security|national|international|world|washington|europe|africa|asia|middle|east|contributing|investigative|science|health|medical|technology|business|economics?|environment|education|legal|home|affairs|sports?|news|service|press|associated|today|reuters|bloomberg|bbc|cnn|voa|npr|cbc|usa|idg|ap|afp)$/i
const WORKS =
  /^(?:correspondent|writer|reporter|editor|columnist|contributor|news|service|press|today|reuters|bloomberg|sports?|bbc|cnn|voa|npr|cbc|ap|afp)$/i
/** "The Example Times": what somebody behind a comma works for. */
const OUTLET = /^(?:\p{Lu}\p{L}+ ){1,3}(?:Today|Times|Post|News|Press|Herald|Tribune|Journal|Star|Sports)$/u

/** The name before a trade or an outlet that no comma, or a moment behind, parts from it: "Ann Example Senior Washington Correspondent". */
export const nameBeforeTrade = (text: string): string | undefined => {
  if (text.length > 110) return undefined
  const plain = text.replace(HANDLE, '')
  const [whole, name, comma] = WORKER.exec(plain) ?? []
  if (whole === undefined || name?.split(' ').some(word => OF_WORK.test(word))) return undefined
  const work = (plain.slice(whole.length).split(/ \d/)[0] ?? '').trim()
  if (comma && OUTLET.test(work)) return name
  const words = work.split(/,? +/)
  return words.every(word => OF_WORK.test(word)) && WORKS.test(words.at(-1) ?? '') ? name : undefined
}

/** "Ann Example, Columns Editor", perhaps with a date. */
export const isNameAndOffice = (text: string): boolean => {
  if (nameBeforeTrade(text) !== undefined) return true
  const [name = '', office = ''] = text.split(/, (.*)/s)
  return (
    text.length <= 110 &&
    isNameLine(name) &&
    (OFFICE_WORD.test(office) || OF_INSTITUTE.test(office)) &&
    !/[.!?]$/.test(text)
  )
}
/** A name with an address for letters behind it, which the day may follow: "Ann Example ann@paper.example 2.4.2025". */
const BESIDE_ADDRESS = /^([^@\d|]{5,60}?) {1,9}\(?[\w.+-]{1,60}@[\w.-]{3,60}\)?(?: .{0,60})?$/u
/** Who asked the questions, behind the day of an interview: "10 February 2022 Interviewed by Ann Example". */
const ASKED_BY = /^.{0,30}\d.{0,20} interviewed by ([^|]{5,60})$/iu

const PUBLISHED_BY =
  /^(.{5,60}?) (?:Published|Posted|Updated|Publication date|Publicado|Publié|Veröffentlicht)(?: on| el| le| am)?:? .{0,80}(?:19|20)\d{2}/

/** "17 mai 2024 - Par Ann Exemple", "Posted on March 1, 2016 by Ann Example". */
const DAY_AND_BY =
  /^[^@]{0,24}\d[^@]{2,50}(?:19|20)\d{2}[ \d:apm.GMETS+,|·/–—-]{1,24}(?:by|par|von|por):? ([^|\d]{5,60})$/iu
/** "SIDE STREETS - Ann Example (The Ledger) - August 16, 2020 - 12:00am": the column, its writer, the paper and the day. */
const OF_COLUMN =
  /^[\p{Lu}\d][\p{Lu}\d '’&.]{2,40} - ([^|\d(]{5,60}?)(?: \([^)|]{3,40}\))? - .{0,24}(?:19|20)\d{2}(?!\d)/u
/** "Ann Example, BTV.lt 2025.04.23 14:22". */
const OF_SITE = /^([^|\d,]{5,60}), [\p{L}\d.-]{2,30} (?:19|20)\d{2}[.-]\d{2}[.-]\d{2}(?: \d{1,2}:\d{2})?$/u
/** "Jul 5, 2019 Ann Example". */
const DAY_AND_NAME =
  /^(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}, |\d{1,2}\.? \p{L}{3,10}\.? )(?:19|20)\d{2},? ([^|\d]{5,60})$/u

/** A day in figures, perhaps behind the name of a section. */
const DAY_LAST = /^(?:[\p{L}&,-]{3,30} ){0,5}[\d./ -]{6,12}$/u

/** The name on a line that gives a date too: "Ann Example | 14 February 2024", "03.09.24 | Ann Example", "Ann Example Published March 13, 2025". */
export const nameBesideDate = (text: string): string | undefined => {
  if (text.length > 130 || !/[\d@]/.test(text) || BARRED.test(text)) return undefined
  const published = PUBLISHED_BY.exec(text)?.[1] ?? OF_COLUMN.exec(text)?.[1] ?? OF_SITE.exec(text)?.[1]
  if (published !== undefined && isNameLine(published)) return published
  const beside = BESIDE_ADDRESS.exec(text)?.[1] ?? ASKED_BY.exec(text)?.[1]
  if (beside !== undefined && isNameLine(beside)) return beside
  const plain = text.replace(/ {2,}/g, ' ').trim()
  const after = DAY_AND_BY.exec(plain)?.[1] ?? DAY_AND_NAME.exec(plain)?.[1]
  if (after !== undefined && isNameLine(after)) return after
  const pieces = text.split(/ ?[|•·] /).map(piece => piece.trim())
  if (
    pieces.length < 2 ||
    pieces.length > 4 ||
    !pieces.some(piece => /\d{1,2}[./]\d{1,2}[./]\d{2}|(?:19|20)\d{2}/.test(piece))
  )
    return undefined
  const name = pieces.find(piece => isNameLine(piece))
  return name !== undefined && (name === pieces[0] || DAY_LAST.test(pieces[0] ?? '')) ? name : undefined
}

/** The byline in a row of several things: "Green Valley Radio | By Ann Example". */
export const bylineInRow = (text: string): string | undefined =>
  text.length <= 140 && text.includes(' | ')
    ? text
        .split(' | ')
        .find(piece => isByline(piece.trim()))
        ?.trim()
    : undefined

const OFFICE_WORD =
  /^(?:[\p{Lu}][\p{L}’'-]* |[a-z]+ ){0,4}(?:editor|correspondent|advis[eo]r|officer|head|coordinator|manager|ambassador|fellow|director|professor|columnist|reporter|writer|researcher|analyst|contributor|special to|lecturer|spokes\p{L}+)\b/iu

/** Where somebody teaches or studies things: "University of Western Tasmania". */
const OF_INSTITUTE =
  /^(?:the )?(?:[\p{Lu}][\p{L}’'-]* ){0,4}(?:University|Institute|College|Universität|Université|Universidad)(?: (?:of|de|for)(?: \p{Lu}[\p{L}-]*){1,4})?$/u

const DATELINE =
  /^(?:\p{Lu}{2,}[\p{L}.'’-]*)(?:[ ,/]+[\p{Lu}][\p{L}.'’]*){0,5}(?:[, ]+(?:\d{1,2}\.? )?\p{Lu}\p{L}{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)? ?(?:\([\p{L}. /-]{2,40}\) ?)?(?:[—–]|--?(?=\s)) ?\S/u

/** A paragraph that opens with a place and perhaps a date and an agency: the first of a news report. */
export const hasDateline = (text: string): boolean => text.length > 60 && DATELINE.test(text.slice(0, 120))

/** A paragraph of text: long, or a sentence. */
export const isProse = (text: string): boolean =>
  text.length > 140 || (ends(text) && !text.endsWith(':') && wordCount(text) > 14)

const PART =
  /^(?:(?:art(?:icle|ículo|ikel)?|section|sec|chapter|chapitre|capítulo|kapitel|abschnitt|part|partie|parte|teil|titre|título|title|annex|annexe|anexo|anhang|anlage|schedule|appendix|book|livre|disposici(?:ón|ones) \p{L}+|protocol)\b\.?(?: (?:n° ?)?(?:[\dIVXLC]+(?:er|re|ère|º|ª|bis|ter)?[a-z]?|premier|première|únic[oa]|one|two|three|primer[oa]))?|§{1,2} ?\d+[a-z]?)(?:(?:[.:–—-]| -)+ ?.{0,120}| .{0,80})?$/iu

/** The heading of a part of a law or a treaty: "Article 3", "§ 12 Zweck", "CAPÍTULO II". */
export const isPartHeading = (text: string): boolean =>
  text.length <= 150 &&
  PART.test(text) &&
  !/[.;,]$/.test(text.replace(/^(?:art(?:ículo|icle)?) [\divx]+[.º]*$/i, ''))

/** The label of a speaker at the head of a line, its colon included. */
export const SPEAKER =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]? )?(?:(?:Q|A)(?: ?\(.{1,40}\))?|QUESTION|ANSWER|(?:MODERATOR|INTERVIEWER|HOST|PRESENTER|NARRATOR|ANCHOR)(?: ?\(.{1,40}\))?|OPERATOR|UNIDENTIFIED .{1,20}|(?:THE )?(?:PRESIDENT|CHAIR(?:MAN|PERSON)?|SPEAKER|CHAIRMAN)(?: ?\(.{1,40}\))?|(?:MR|MS|MRS|DR|AMBASSADOR|SECRETARY|MINISTER|GENERAL|SENATOR|SIR|DAME|LORD|BARONESS)\.? [\p{L}'’ -]{2,40}|(?:Mr|Ms|Mrs|Dr|Sir|Dame|Lord|Baroness)\.? [\p{Lu}][\p{L}'’ -]{1,50}(?: ?\([\p{L} ,.'’-]{2,60}\)){0,3}(?: ?\[[\p{L} ]+\])?|The (?:President|Chair(?:man|person)?|Speaker)(?: ?\([\p{L} ]{2,30}\))?|\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,3})(?: ?\((?:spoke|interpretation|through)[^)]{0,60}\))?:(?:\s|$)/u

/** A line that begins with the label of a speaker: "MR. ROE:", "Q:", "The President (spoke in French):". */
export const hasSpeaker = (text: string): boolean =>
  text.length > 1 &&
  SPEAKER.test(text.slice(0, 160)) &&
  !/^(?:SUBJECT|FROM|TO|CC|DATE|RE|NOTE|NB|REF|TAGS|TEL|FAX|EMAIL|CONTACT|SUMMARY|ANNEX):/i.test(text)

const SALUTATION =
  /^(?:dear (?:sir|madam|mr|ms|mrs|dr|colleague|friend|minister|ambassador|excellency|editor|president|secretary|\p{Lu})|(?:your )?excellenc(?:y|ies)\b|sehr geehrte|monsieur le|madame la|mesdames|señor[a]?\b|estimad[oa]|mr\.? (?:president|chair|speaker|secretary)|madam (?:president|chair)|thank you,? (?:mr|madam)|distinguished )/iu

export const isSalutation = (text: string): boolean => text.length <= 140 && SALUTATION.test(text)

export const opensUpper = (line: Line | undefined): boolean => /^["'“‘«(]?[\p{Lu}\d]/u.test(line?.text ?? '')
