import type { Span } from '../../evidence/index.ts'
import type { Line } from '../lines.ts'
import { byOpening } from '../openings.ts'
import { labelOf } from './labels.ts'

/** What a line of a cable's header is. */
export type HeaderKind =
  | 'transmission'
  | 'message-record'
  | 'printed'
  | 'routing'
  | 'station'
  | 'security'
  | 'date-time'
  | 'from'
  | 'to'
  | 'info'
  | 'exempt'
  | 'page'
  | 'offices'
  | 'numbers'
  | 'trailer'
  | 'classification'
  | 'caption'
  | 'passing'
  | 'order'
  | 'tags'
  | 'subject'
  | 'references'
  | 'classified'
  // Of a telegram in a printed volume: how it is marked, its number, where it was sent from, to whom.
  | 'marking'
  | 'serial'
  | 'place'
  | 'addressed'
  | 'other'

/** A field of the header: its kind and its lines, the first with its name. */
export interface HeaderField {
  readonly kind: HeaderKind
  readonly lines: readonly Line[]
}

/** A header as it stands: its fields in order, and the index of the first line after it. */
export interface ScannedHeader {
  readonly first: number
  readonly next: number
  readonly fields: readonly HeaderField[]
}

export const CLASSIFICATION =
  /^(?:(?:T ?O ?P {1,3})?S ?E ?C ?R ?E ?T|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?|LIMITED OFFICIAL USE|SENSITIVE BUT UNCLASSIFIED|RESTRICTED)(?![A-Z])(?! *:)/
/** Marks of transmission at the end of a message or a section. */
export const TRAILER = /^(?:N{2,4}[A-Z]*|NMAF[A-Z]*|BT|#\d{4}|(?:BT )?#\d{4}(?: N{2,4})?)$/
/** A caption, and in the newer form a classification. */
export const SBU = 'SENSITIVE BUT UNCLASSIFIED'
const CAPTIONS =
  'SIPDIS|NOFORN|SENSITIVE BUT UNCLASSIFIED|SENSITIVE|EXDIS|NODIS|LIMDIS|STADIS|ROGER CHANNEL|NOCONTRACT|ORCON|CHEROKEE|DISTO|TERREP|AIDAC|FOUO|E F T O|EFTO'
export const CAPTION = new RegExp(`(?<![A-Z])(?:${CAPTIONS})(?![A-Z])`, 'g')
const ONLY_CAPTIONS = new RegExp(`^(?:(?:${CAPTIONS})[ ,/]*)+(?:\\([^)]{0,60}\\))?$`)

const RULES: readonly (readonly [HeaderKind, RegExp])[] = [
  ['transmission', /^V?ZCZC[A-Z0-9]/],
  ['message-record', /^MRN ?: +\d/],
  // As the volumes of diplomatic papers print one: "312. Telegram From the Embassy in X to the Department of State".
  [
    'printed',
    /^(?:\d{1,4}\. )?(?:Telegram|Airgram)(?: [A-Z\d-]{1,20})? From (?:the )?.{4,80} to (?:the )?.{4,120}$/i,
  ],
  ['date-time', /^[A-Z][A-Za-z .’'-]{2,30}, [A-Z][a-z]+ \d{1,2}, (?:19|20)\d{2}, \d{4}Z\b/],
  ['subject', /^\d{1,6}\. Subj(?:ect)?: /],
  ['page', /^(?:[A-Z][A-Za-z.: ]{3,60})?Declassified\/Released\s+US Department of State\b/],
  ['page', /^\[Page \d{1,4}\]$|^Page \d{1,3} of \d{1,3}$|^\d{1,4} {2,}Foreign Relations, /],
  ['page', /^(?:UNCLASSIFIED +)?U\.S\. Department of State.{0,40}Case No/i],
  ['station', /^DE R[A-Z]{3,7}\b/],
  ['security', /^ZN[YR] [A-Z]{5}\b|^(?:ZDK|ZFF|ZUI|ZEL)\b/],
  ['routing', /^(?:[OPRZ]{1,2} )?R[A-Z]{4,7}(?:[ ,]+R[A-Z]{4,7})*$/],
  ['date-time', /^Date\/DTG ?: |^(?:[OPRZ] ){0,2}\d{6} ?Z +[A-Za-z]{3,9}\.? +(?:\d{4}|\d{2})(?!\d)/],
  ['trailer', TRAILER],
  [
    'page',
    /^PAGE {1,2}\d{1,3}\b|^[A-Z][A-Z .]{1,24} \d{4,6} +\d{2} OF \d{2} +\d{6} ?Z$|^[A-Z][A-Z .]{1,24} \d{6,8} +\d{3}(?:\.\d)? OF \d{3}\b/,
  ],
  ['offices', /^(?:ACTION|INFO) +[A-Z]{1,6}-\d{2}\b|^(?:[A-Z]{1,6}-\d{2} +){2,}|^\/\d{3} W$/],
  ['numbers', /^-{5}[- ]*\d|^\d{6,} *(?:\/\d+)?$|^#\d{4}$|^_{3,}$/],
  ['from', /^(?:FM|FROM) ?:? +\S|^From: +[A-Z]{3}/],
  ['info', /^INFO ?:? +\S|^Info: +[A-Z]{3}/],
  ['exempt', /^XMT ?:? +\S/],
  ['to', /^(?:TO|ACTION) ?:? +\S|^(?:To|Action): +[A-Z]{3}/],
  ['order', /^E\.? ?[O0]\.? ?:? *\d{4,5}\b/i],
  ['tags', /^(?:TAGS?|AGS) ?:/i],
  ['tags', /^TAGS?\s(?=[^a-z]*$)/],
  ['subject', /^S?UBJ(?:ECT)? ?:/i],
  ['subject', /^SUBJECT +(?=[^a-z]{12,}$)/],
  ['references', /^REF(?:S|TELS?|ERENCES?)?(?:\(S\))? ?(?:[:.]|(?= +(?:\(?[A-Z]\)|[A-Z]\. )))/i],
  [
    'classified',
    /^\(?(?:\((?:U|C|S|SBU|LOU)\) ?|(?:U|C|S|SBU|LOU)\) ?)?(?:CLASSIFIED BY|DERIVED FROM|REASONS? ?:|DECL(?:ASSIFY ON)? ?:)/i,
  ],
  ['caption', ONLY_CAPTIONS],
  ['caption', /^Captions?: +[A-Z]/],
  ['passing', /^Pass Line: +\S/],
  [
    'passing',
    /^(?:PLEASE )?(?:PASS|DEPT?|DEPARTMENT|STATE|[A-Z][A-Z /.-]{1,30})(?: (?:ALSO |PLEASE |PLS )?(?:FOR|PASS(?:ED)?(?: TO)?)) [^a-z]{2,}$/,
  ],
  // As a mission adds by hand: "PARIS also for USOECD".
  ['passing', /^[A-Z]{3,}(?: [A-Z]{3,})? (?:also|please|pls) (?:for|pass(?: to)?) [A-Z]{2}[^a-z]*$/],
  ['classification', CLASSIFICATION],
]

const likelyRules = byOpening(RULES, ([, form]) => form)

/** Header lines are in capitals, but for these. */
const PROSE_LIKE = /^[“"'‘(]?(?:[A-Z]?[a-z]|[A-Z] [a-z])/
const PRINTED_DATE = /, \d{4}Z\b/
const MIXED_CASE =
  /^\(?(?:[UCS]\) ?)?(?:classified|derived|reasons?|decl\w{0,8}|subj(?:ect)?|ref(?:s|tels?|erences?)?|e\.? ?[o0]\.?|tags?|from|to|info|action|mrn|date\/dtg|captions?|telegram|airgram|page|pass line|reference|u\.s\. department)\b/i

/** The kind of header line that a line is by itself, or `undefined`. */
export const headerKind = (text: string): HeaderKind | undefined => {
  if (
    text.length > 400 ||
    (PROSE_LIKE.test(text) &&
      !MIXED_CASE.test(text) &&
      !PRINTED_DATE.test(text) &&
      !text.includes('Declassified/Released'))
  )
    return undefined
  const kind = likelyRules(text).find(([, form]) => form.test(text))?.[0]
  return kind === 'classification' && !isClassificationLine(text) ? undefined : kind
}

/** A line of classification is in capitals and holds no sentence. */
const isClassificationLine = (text: string): boolean =>
  text.length <= 120 && !/[a-z]/.test(text) && !/[.!?;]$/.test(text)

/** Marks that only a cable has. */
const STRONG: ReadonlySet<HeaderKind> = new Set([
  'printed',
  'transmission',
  'message-record',
  'station',
  'security',
  'date-time',
  'page',
  'offices',
  'order',
  'tags',
])
const isStrong = (kind: HeaderKind | undefined, text: string): boolean =>
  kind !== undefined &&
  ((STRONG.has(kind) && !(kind === 'tags' && /^[A-Z][a-z]/.test(text))) ||
    (kind === 'caption' && /SIPDIS|NODIS|EXDIS/.test(text)) ||
    (kind === 'from' && /^FM +(?:[A-Z]{2}|.*\b(?:EMBASSY|STATE|MISSION|CONSUL))/.test(text)) ||
    (kind === 'classification' && /^(?:[A-Z] ){5,}|\d{4,}$|SECTION \d+ OF \d+/.test(text)))

const REACH = 60

const kindsFrom = (lines: readonly Line[], first: number): ReadonlySet<HeaderKind> => {
  const kinds = new Set<HeaderKind>()
  for (let index = first; index < Math.min(lines.length, first + REACH); index++) {
    const kind = headerKind(lines[index]?.text ?? '')
    if (kind) kinds.add(kind)
  }
  return kinds
}

const LONG_PROSE = 200
const isProse = ({ text }: Line): boolean => text.length > 110 && /[.!?:]["'”’)]?$/.test(text)

/** How many header kinds a cable shows at least. */
const ENOUGH = 3
const SEARCHED = 400

/** A cable of which only the subject and the marked paragraphs are left. */
const bareStart = (lines: readonly Line[]): number => {
  const subject = lines.slice(0, 4).findIndex(line => headerKind(line.text) === 'subject')
  const marked = lines.slice(0, 60).filter(line => labelOf(line.text)?.portion !== undefined)
  return subject >= 0 && marked.length >= 2 ? subject : -1
}

/** Index of the line with which a cable begins; -1 when the text is no cable, or only quotes one among its prose. */
export const headerStart = (lines: readonly Line[]): number => {
  const strong = strongStart(lines)
  return strong >= 0 ? strong : bareStart(lines)
}

const strongStart = (lines: readonly Line[]): number => {
  let prose = 0
  for (let index = 0; index < Math.min(lines.length, SEARCHED); index++) {
    const line = lines[index]
    if (!line) break
    const kind = headerKind(line.text)
    const enough = kind === 'printed' ? 2 : ENOUGH
    if (isStrong(kind, line.text) && kindsFrom(lines, index).size >= enough)
      return prose <= LONG_PROSE || isMostlyNumbered(lines.slice(index)) ? backed(lines, index) : -1
    if (isProse(line)) prose += line.text.length
  }
  return -1
}

/** Whether the long lines of a text are its numbered paragraphs, as in a cable that a page introduces. */
const isMostlyNumbered = (lines: readonly Line[]): boolean => {
  const labels = lines.filter(line => labelOf(line.text) !== undefined).length
  return labels >= 2 && labels * 2 >= lines.filter(isProse).length
}

/** Header lines of the weaker kinds may stand directly before the first strong one. */
const backed = (lines: readonly Line[], index: number): number => {
  let first = index
  for (let at = index - 1; at >= Math.max(0, index - 12); at--) {
    const text = lines[at]?.text ?? ''
    if (headerKind(text) && !/[a-z]{2}/.test(text)) first = at
    else break
  }
  return first
}

/** A subject may go on with a line that looks like another field ("TO THE CONFERENCE"), but not like these. */
const ENDS_SUBJECT: ReadonlySet<HeaderKind> = new Set([
  'references',
  'classified',
  'tags',
  'order',
  'caption',
  'classification',
  'date-time',
  'transmission',
  'page',
  'trailer',
])

/** Whether a line below a field belongs to it. */
const continues = (kind: HeaderKind, line: Line, sofar: string): boolean => {
  const { text, opens } = line
  if (labelOf(text)?.portion !== undefined || isHead(text)) return false
  const own = headerKind(text)
  switch (kind) {
    case 'to':
    case 'info':
    case 'exempt':
      return (
        !opens && (own === undefined || own === 'routing') && /[A-Z]{2}/.test(text) && !/[a-z]{3}/.test(text)
      )
    case 'offices':
      return !opens && (own === 'offices' || (own === undefined && /^[A-Z0-9 /-]+$/.test(text)))
    case 'subject':
      return (
        (own === undefined || !ENDS_SUBJECT.has(own)) &&
        !opens &&
        !isDashes(text) &&
        !FOR_OFFICE.test(text) &&
        !endsSubject(text, sofar)
      )
    case 'references':
      if (labelOf(text)?.printed === '1' && (opens || !/^REF\S* {0,3}1/.test(sofar))) return false
      return own === undefined && (opens ? OPENS_ITEM.test(text) && REF_ITEM.test(sofar) : true)
    case 'classified':
      return own === undefined && !opens && !/^\(?1\. ?\(/.test(text)
    case 'tags':
    case 'order':
      return !opens && own === undefined && /^[A-Z0-9,()[\]#/\s.-]+$/.test(text)
    case 'passing':
      return !opens && own === undefined && /^[A-Z0-9,/&\s.()-]+$/.test(text)
    default:
      return false
  }
}

/** The first paragraph, or a sentence in mixed case under a subject in capitals. */
const endsSubject = (text: string, sofar: string): boolean =>
  text.length <= 400 &&
  (labelOf(text)?.printed === '1' || (!/[a-z]{2}/.test(sofar) && /^[A-Z][a-z].*[a-z].*[.:]$/.test(text)))

/** "VIENNA FOR USDEL MBFR": to whom a post is to pass a message, also where it stands below the subject. */
const FOR_OFFICE =
  /^[A-Z][A-Z ]{2,20} (?:ALSO )?(?:FOR|PASS(?: TO)?) (?:US(?:DEL|MISSION|UN|REP)|AMB(?:ASSADOR)?\b|DEL(?:EGATION)?\b|[A-Z]{2,5}\/)[^a-z]*$/

const OPENS_ITEM = /^¶? ?\(?[A-Za-z](?:\.|\))\s/
const REF_ITEM = /(?:^|\s)¶? ?\(?[A-Za-z](?:\.|\))\s/
const isDashes = (text: string): boolean => /^[-=_* ]{3,}$/.test(text)
/** The heads with which the text of a cable begins where it has no numbers. */
const isHead = (text: string): boolean =>
  /^(?:BEGIN )?(?:SUMMARY|INTRODUCTION|ACTION REQUEST)\b(?! OF )/i.test(text)

const MOST_LINES = 60

const fieldAt = (lines: readonly Line[], index: number, kind: HeaderKind): HeaderField => {
  const own: Line[] = []
  for (let at = index; at < Math.min(lines.length, index + MOST_LINES); at++) {
    const line = lines[at]
    if (!line || (at > index && !continues(kind, line, own.map(one => one.text).join(' ')))) break
    own.push(line)
  }
  return { kind, lines: own }
}

const AHEAD = 12

/** An odd line between fields, as "CORRECTED COPY": in capitals, short, with more of the header to come. */
const isOdd = (lines: readonly Line[], index: number): boolean => {
  const text = lines[index]?.text ?? ''
  if (/[a-z]{2}|[.!?]$/.test(text) || text.length > 80 || labelOf(text) || isHead(text)) return false
  const ahead = lines.slice(index + 1, index + 1 + AHEAD)
  const label = ahead.findIndex(
    line => labelOf(line.text) !== undefined || (line.text.endsWith('.') && /[a-z]{3}/.test(line.text)),
  )
  return ahead
    .slice(0, label < 0 ? AHEAD : label)
    .some(line =>
      ['order', 'tags', 'subject', 'classification', 'from', 'to'].includes(headerKind(line.text) ?? ''),
    )
}

const TITLED: ReadonlySet<HeaderKind> = new Set(['order', 'tags', 'subject'])
const LONGEST_NOTE = 100

/** A note that an archive has put between the routing and what the cable is about: two of its fields follow. */
const isArchiveNote = (lines: readonly Line[], index: number, fields: readonly HeaderField[]): boolean => {
  if (
    !fields.some(({ kind }) => kind === 'from' || kind === 'to') ||
    fields.some(({ kind }) => TITLED.has(kind))
  )
    return false
  const ahead = lines.slice(index, index + AHEAD + 2)
  const kinds = ahead.map(({ text }) => headerKind(text))
  const last = kinds.findIndex(kind => kind !== undefined && TITLED.has(kind))
  return (
    last > 0 &&
    kinds.slice(last + 1, last + 4).some(kind => kind !== undefined && TITLED.has(kind)) &&
    ahead.slice(0, last).every(({ text }) => text.length <= LONGEST_NOTE && labelOf(text) === undefined)
  )
}

/** Fields that come before the subject: after it, such a line is text. */
const BEFORE_SUBJECT: ReadonlySet<HeaderKind> = new Set(['to', 'info', 'from', 'exempt', 'offices', 'other'])

const POST_LINE =
  /^(?:AM(?:EMBASSY|CONSUL|LEGATION)|US(?:MISSION|DEL|INT|NMR|NATO|CINC[A-Z]+|UN)|SEC(?:STATE|DEF)|JCS|CINC[A-Z]+|ALL )[A-Z /-]*[A-Z](?: (?:FLASH|IMMEDIATE|PRIORITY|ROUTINE))?(?: \d{1,6})?$/

/** Addressees go on behind the head of a page that has come between them. */
const addresseesGoOn = (fields: readonly HeaderField[], text: string): HeaderKind | undefined => {
  const last = fields.findLast(({ kind }) => kind === 'to' || kind === 'info')
  const isPage = fields.at(-1)?.kind === 'page'
  return last && isPage && POST_LINE.test(text) ? last.kind : undefined
}

/** A copy may have the routing below the subject, from "FM" on, where it has none above. */
const isAfterSubject = (fields: readonly HeaderField[], kind: HeaderKind, text: string): boolean => {
  const subject = fields.findIndex(field => field.kind === 'subject')
  const from = fields.findIndex(field => field.kind === 'from')
  return subject >= 0 && (kind === 'from' ? from >= 0 || !/^FM [A-Z]{2}/.test(text) : from < subject)
}

/** Of whom a header can say "TO": a text that goes on behind the head of a page may begin with that word. */
const ADDRESSED =
  /^(?:TO|ACTION|INFO|FM|FROM|XMT) ?:? +(?:R[A-Z]{4,6}\/|AM|US|SEC|EMB|CINC|JCS|ALL |DOD|DIA|CIA|WHITE|NSC|DEP|STATE|JOINT|[A-Z]{1,6}-\d)/i
const OF_PAGE: ReadonlySet<HeaderKind> = new Set(['page', 'classification', 'numbers', 'trailer', 'caption'])

/** Whether a line behind the mere head of a page is text that looks like a field: "TO RECORD THE LOCATION OF ...". */
const isTextAfterPage = (fields: readonly HeaderField[], kind: HeaderKind, text: string): boolean =>
  BEFORE_SUBJECT.has(kind) &&
  kind !== 'offices' &&
  (kind !== 'other' || /,$|[.!?] [A-Z]{2}/.test(text)) &&
  fields.some(field => field.kind === 'page') &&
  fields.every(field => OF_PAGE.has(field.kind)) &&
  !ADDRESSED.test(text)

/** Reads header fields from a line on, until a line that belongs to none. */
export const scanHeader = (lines: readonly Line[], first: number): ScannedHeader => {
  const fields: HeaderField[] = []
  let at = first
  while (at < lines.length) {
    const text = lines[at]?.text ?? ''
    const isLabel = labelOf(text)?.portion !== undefined
    const kind = isLabel
      ? undefined
      : (headerKind(text) ??
        addresseesGoOn(fields, text) ??
        (isOdd(lines, at) || isArchiveNote(lines, at, fields) ? 'other' : undefined))
    if (!kind || (BEFORE_SUBJECT.has(kind) && isAfterSubject(fields, kind, text))) break
    if (isTextAfterPage(fields, kind, text)) break
    const field = fieldAt(lines, at, kind)
    fields.push(field)
    at += field.lines.length
  }
  return { first, next: at, fields }
}

/** The stretch of a field's lines. */
export const spanOf = ({ lines }: HeaderField): Span => ({
  start: lines[0]?.start ?? 0,
  end: lines.at(-1)?.end ?? 0,
})

const RESTARTS: ReadonlySet<HeaderKind> = new Set([
  'transmission',
  'message-record',
  'station',
  'date-time',
  'page',
  'classification',
  'numbers',
  'trailer',
])

/** Headers printed again inside the text, at the head of a page or of a further section. */
export const innerHeaders = (lines: readonly Line[], from: number): readonly ScannedHeader[] => {
  const found: ScannedHeader[] = []
  for (let at = from; at < lines.length; at++) {
    if (!startsInner(lines, at)) continue
    const header = scanHeader(lines, at)
    if (!isInner(header)) continue
    found.push(header)
    at = header.next - 1
  }
  return found
}

/** What an archive prints after a message: its record of it. */
const ARCHIVE_RECORD =
  /^(?:Message Attributes|<< ?END OF DOCUMENT|\*{3} ?Current (?:Handling|Classification)|=+ ?CABLE ENDS ?=+|Declassified\/Released US Department of State)\b/

/** The index of the line with which the message has ended, before marks of transmission or an archive's record; -1 for none. */
export const closingLine = (lines: readonly Line[], from: number): number => {
  let closing = -1
  for (let at = lines.length - 1; at > from; at--) {
    const text = lines[at]?.text ?? ''
    // Above the head of a further page the message goes on.
    if (labelOf(text)?.portion !== undefined || /^(?:FM|TO) [A-Z]|^PAGE {1,2}\d{2}\b/.test(text)) break
    if (/^N{3,4}$/.test(text) || ARCHIVE_RECORD.test(text)) closing = at
  }
  if (closing < 0) return -1
  while (closing > from + 1 && isClosingMark(lines[closing - 1]?.text ?? '')) closing--
  return closing
}

const isClosingMark = (text: string): boolean =>
  TRAILER.test(text) || (CLASSIFICATION.test(text) && !/\d/.test(text) && text.length < 30)

const startsInner = (lines: readonly Line[], at: number): boolean => {
  const kind = headerKind(lines[at]?.text ?? '')
  if (kind === 'routing') return /^[OPRZ]{2} R/.test(lines[at]?.text ?? '')
  if (kind === 'caption') return lines[at]?.text === SBU
  return kind !== undefined && RESTARTS.has(kind)
}

const isInner = ({ fields }: ScannedHeader): boolean =>
  fields.some(
    ({ kind, lines }) =>
      kind === 'page' ||
      kind === 'transmission' ||
      kind === 'date-time' ||
      kind === 'station' ||
      (kind === 'classification' && !/^UNCLAS(?:SIFIED)?$/.test(lines[0]?.text ?? '')),
  )
