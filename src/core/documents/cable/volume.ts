import type { Line } from '../lines.ts'
import type { HeaderField, HeaderKind, ScannedHeader } from './scan.ts'

/**
 * The heads under which volumes of diplomatic papers print telegrams that have no date-time group: who writes to whom,
 * the file, the place with the day and the hour there, and a number before the first paragraph.
 */

const OFFICE =
  '(?:(?:Acting |Assistant |Under |Deputy )*(?:Secretary|President|Ambassador|Minister|Chargé|Consul(?:ate)?|Vice Consul|Embassy|Legation|Mission|Department|Delegat(?:e|ion)|(?:Diplomatic |Special )?Agent|Commissioner|Commission|(?:Special )?Representative|Chairman|High Commissioner|Political Adviser|Appointed|Officer)\\b)'
/** "The Ambassador in Japan (Castle) to the Acting Secretary of State". */
const BETWEEN_OFFICES = new RegExp(
  `^(?:\\d{1,4}\\. )?The (?:${OFFICE}|American ${OFFICE}|United States ${OFFICE})[^.:;]{0,90} to (?:the |President |Mr\\. |Certain )(?:[^.:;]{0,40})?${OFFICE}[^.:;]{0,110}$`,
)
const FROM_TO =
  /^(?:\d{1,4}\.? |document no\. ?\d{1,3}\.? ?)?(?:tele|cable|air|radio|savin)?(?:gram|cable)\b[^.:;]{0,20} from (?:the )?[^.:;]{4,80} to (?:the )?[^:;]{4,160}/i
/** "287 Cablegram to Jakarta": from the ministry whose volume it is. */
const ONLY_TO = /^(?:\d{1,4}\.? )?(?:tele|cable|air|radio|savin)gram to (?:the )?\p{Lu}[^.:;]{2,80}$/iu
/** "281 Australian Delegation, United Nations, to Department of External Affairs", with the line of its telegram below. */
const NAMES_TO = /^(?:\d{1,4}\.? )?\p{Lu}[^.:;]{3,90}?,? to (?:the )?\p{Lu}[^.:;]{2,90}$/u
/** The file of the paper, with what it is. */
const FILE =
  /^(?:\[?[\w.]{2,16}(?: [A-Z]{1,4})?\/[\w .–—-]{1,24}\]?(?: ?\d\/\d)? ?: ?)?(?:tele|cable|air|radio|savin)gram(?:\b[^.]{0,20})?$/i
const MONTHS =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.)'
const DAY = `(?:${MONTHS} \\d{1,2},|\\d{1,2} ${MONTHS}) (?:1[789]|20)\\d{2}`
const SENT_AS = '(?:(?:cable|tele|air|radio|savin)grams?(?: (?:no\\. ?)?[a-z]{0,4}\\d[\\w./-]{0,10}){0,2} )?'
/** "Washington, September 2, 1948—5 p. m.", "Canberra, 22 March 1968", "Cablegram UN922 NEW YORK, 6 December 1946". */
export const PLACE_AND_DAY = new RegExp(
  `^(?:${SENT_AS})(\\p{Lu}[\\p{L} .’'-]{2,36}?) ?[,;] ${DAY}(?!, \\d{4}Z)`,
  'diu',
)
const TELEGRAM_AND_DAY = /^(?:cable|tele|air|radio|savin)gram\b/i
const DATED = new RegExp(`^Dated ${DAY}`)
const MARKING =
  /^(?:top secret|secret|confidential|restricted|limited official use|official use only|unclassified|plain)$/i
/** "MOST IMMEDIATE SECRET": how urgent a telegram is, and how it is marked. */
const PRECEDENCE_AND_MARKING =
  /^(?:most immediate|immediate|priority|important|urgent|routine|deferred)[ ,.]{1,2}(?:top secret|secret|confidential|restricted|unclassified)(?: (?:guard|austeo|eclipse|personal|[A-Z]{4,12})){0,2}\.?$/i
/** "O.CH281608 SECRET AUSTEO PRIORITY": the number of a message and how it is marked. */
const NUMBER_AND_MARKING =
  /^[A-Z]{1,2}\.[A-Z]{2,4}\d{2,7} +(?:TOP SECRET|SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED)(?: [A-Z]{4,12}){0,4}$/
/** "Secret Guard": how a telegram is marked, with the word that bounds who may read it. */
const MARKING_AND_CAPTION =
  /^(?:top secret|secret|confidential|restricted|unclassified)(?: (?:guard|austeo|eclipse|priority|immediate|personal|[A-Z]{4,12})){0,2}\.?$/i
const LONGEST_SUBJECT = 120
const REMARK =
  /^(?:\[?(?:received|rec['’]?d|paraphrase|extracts?|translation)\b.{0,60}|(?:us )?urgent|niact|priority|immediate|flash|\[?no\. ?\d{1,5}\]?|(?:\[?1\]? ?)?source: .{10,600})$/i
/** Its number before the first paragraph; a copy in Markdown guards the point of a number. */
const SERIAL = /^(?:Washington[.,]? ?)?(\d{1,6})(?: |\\)?\. {0,3}(?=\S)/
/** What an early copy says of whom it is for. */
const TO_SECRETARY = /Secretary of State,?$/

const NEAR = 3
const HEAD = 10
const SEARCHED = 60

interface Head {
  /** The first line of the head, and the line that says who writes to whom. */
  readonly first: number
  readonly title: number
}

const isFile = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= 80 && FILE.test(line.text)

const isNear = (lines: readonly Line[], index: number, test: (line: Line | undefined) => boolean): boolean =>
  lines.slice(Math.max(0, index - NEAR), index + NEAR + 1).some(test)

const isPlaceAndDay = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= 140 && PLACE_AND_DAY.test(line.text)

const isDatedBelow = (lines: readonly Line[], index: number): boolean =>
  lines.slice(index + 1, index + HEAD).some(line => isPlaceAndDay(line) || DATED.test(line.text))

const headIn = (lines: readonly Line[]): Head | undefined => {
  for (let index = 0; index < Math.min(lines.length, SEARCHED); index++) {
    const text = lines[index]?.text ?? ''
    if (text.length > 260) continue
    const isSentAs = (line: Line | undefined): boolean =>
      line !== undefined && TELEGRAM_AND_DAY.test(line.text) && isPlaceAndDay(line)
    const isTitle =
      ONLY_TO.test(text) ||
      (NAMES_TO.test(text) && isSentAs(lines[index + 1])) ||
      (BETWEEN_OFFICES.test(text) && isNear(lines, index, isFile)) ||
      (FROM_TO.test(text) && !BETWEEN_OFFICES.test(text))
    if (isTitle && isDatedBelow(lines, index)) {
      const file = isFile(lines[index - 1]) ? index - 1 : index
      return { first: file, title: index }
    }
  }
  return undefined
}

const kindOf = (line: Line, before: Line | undefined): HeaderKind | undefined => {
  const { text } = line
  if (isPlaceAndDay(line) || (DATED.test(text) && text.length < 60)) return 'date-time'
  if ([MARKING, NUMBER_AND_MARKING, PRECEDENCE_AND_MARKING].some(form => form.test(text))) return 'marking'
  if (isFile(line) || REMARK.test(text)) return 'other'
  if (TO_SECRETARY.test(text) && text.length < 80) return 'addressed'
  if (/^(?:Washington|Wash\.)[.,]?$/.test(text) && TO_SECRETARY.test(before?.text ?? '')) return 'other'
  return /^\p{Lu}[\p{L} .’'-]{2,30},?$/u.test(text) && line.text.split(' ').length <= 3 ? 'place' : undefined
}

/** Whether a paragraph 2 follows, so that a "1." is a paragraph and no number of a telegram. */
const hasSecond = (lines: readonly Line[], at: number): boolean =>
  lines.slice(at + 1, at + SEARCHED).some(({ opens, text }) => opens && /^2\\?\. {0,3}\S/.test(text))

/** The number of a printed telegram on a line of its own, where the line before it belongs to its head. */
const parted = (lines: readonly Line[], at: number): readonly Line[] => {
  const line = lines[at]
  const serial = line && SERIAL.exec(line.text)
  const lead = serial?.[0]
  if (!line || !lead || (serial[1] === '1' && hasSecond(lines, at))) return lines
  const end = line.start + lead.trimEnd().length
  return [
    ...lines.slice(0, at),
    { ...line, text: lead.trimEnd(), end },
    { ...line, text: line.text.slice(lead.length), start: line.start + lead.length, opens: false },
    ...lines.slice(at + 1),
  ]
}

/** A header of a printed volume, with the lines of the text in which its number stands apart. */
export interface VolumeHeader {
  readonly lines: readonly Line[]
  readonly header: ScannedHeader
}

/** The head of a telegram without a date-time group in a printed volume; `undefined` where the text has none. */
export const volumeHeader = (lines: readonly Line[]): VolumeHeader | undefined => {
  const head = headIn(lines)
  const title = head && lines[head.title]
  if (!head || !title) return undefined
  const fields: HeaderField[] = lines
    .slice(head.first, head.title)
    .map(line => ({ kind: 'other', lines: [line] }))
  fields.push({ kind: 'printed', lines: [title] })
  let at = head.title + 1
  for (let line = lines[at]; line && at <= head.title + HEAD; line = lines[++at]) {
    const kind = kindOf(line, lines[at - 1])
    if (!kind || (kind === 'place' && !DATED.test(lines[at + 1]?.text ?? ''))) break
    fields.push({ kind, lines: [line] })
  }
  if (!fields.some(({ kind }) => kind === 'date-time')) return undefined
  const apart = parted(lines, at)
  const serial = apart === lines ? undefined : apart[at]
  if (serial) fields.push({ kind: 'serial', lines: [serial] }, ...marked(apart, at + 1))
  else if (isCoded(fields.at(-1))) fields.push(...behindMarking(apart, at))
  const next = head.first + fields.reduce((sum, { lines: own }) => sum + own.length, 0)
  return { lines: apart, header: { first: head.first, next, fields } }
}

/** The same head where only the title that a file states of itself, apart from its text, says who writes to whom. */
export const titledHeader = (lines: readonly Line[], title: Line): VolumeHeader | undefined => {
  const found = FROM_TO.test(title.text) ? volumeHeader([title, ...lines]) : undefined
  if (found?.header.first !== 0) return undefined
  const { fields, next } = found.header
  return { lines: found.lines.slice(1), header: { first: 0, next: next - 1, fields } }
}

/** "Assembly 401. Disarmament.": a subject behind the number that it has in a series of its own. */
const OF_SERIES = /^\p{Lu}\p{L}{3,14} \d{1,4}\. \p{Lu}[\p{L} ,’'-]{3,60}\.?$/u

const isCoded = (field: HeaderField | undefined): boolean =>
  field?.kind === 'marking' &&
  [NUMBER_AND_MARKING, PRECEDENCE_AND_MARKING].some(form => form.test(field.lines[0]?.text ?? ''))

const REFERENCES = /^Ref(?:erence|s)?\b[.:]? (?=\S*\d)/

/** What a telegram with its number in its marking is about, and to what it refers, before its text. */
const behindMarking = (lines: readonly Line[], at: number): readonly HeaderField[] => {
  const [first, second] = [lines[at], lines[at + 1]]
  const subject = first && isSubject(first, second) && !REFERENCES.test(first.text) ? [first] : []
  const reference = lines[at + subject.length]
  return [
    ...(subject.length > 0 ? [{ kind: 'subject' as const, lines: subject }] : []),
    ...(reference && REFERENCES.test(reference.text)
      ? [{ kind: 'references' as const, lines: [reference] }]
      : []),
  ]
}

const isSubject = (line: Line, next: Line | undefined): boolean =>
  line.opens &&
  next?.opens === true &&
  line.text.length <= LONGEST_SUBJECT &&
  (!/[.:;,]$|^\d{1,3}\\?\. /.test(line.text) || OF_SERIES.test(line.text))

/** "[matter omitted]": what the editors of a volume left out. */
const OMITTED = /^_?\[(?:matter|text|passage|paragraphs?) omitted.{0,40}\]_?$/i

/** What stands between the number of a printed telegram and its text: how it is marked, and what it is about. */
const marked = (lines: readonly Line[], at: number): readonly HeaderField[] => {
  const marking = lines[at]
  if (!marking || !MARKING_AND_CAPTION.test(marking.text)) return []
  const omitted = OMITTED.test(lines[at + 1]?.text ?? '') ? lines.slice(at + 1, at + 2) : []
  const [subject, next] = lines.slice(at + 1 + omitted.length)
  if (!subject || !isSubject(subject, next)) return [{ kind: 'marking', lines: [marking] }]
  return [
    { kind: 'marking', lines: [marking] },
    ...omitted.map(line => ({ kind: 'other' as const, lines: [line] })),
    { kind: 'subject', lines: [subject] },
  ]
}
