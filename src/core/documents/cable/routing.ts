import { addDays, type Day, monthOf, parseDay, yearOf } from '../../calendar/index.ts'
import type { CableAddressee, CableField, CableHeader } from './outline.ts'
import { folded, groupSpan, picked } from './pick.ts'
import { CAPTION, CLASSIFICATION, type HeaderField, type HeaderKind, SBU, spanOf } from './scan.ts'
import { PLACE_AND_DAY } from './volume.ts'

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const PRECEDENCE: Readonly<Record<string, string>> = {
  Z: 'FLASH',
  O: 'IMMEDIATE',
  P: 'PRIORITY',
  R: 'ROUTINE',
}

/** Two digits of a year are 1966 to 2065. */
const fullYear = (year: string): string => (year.length === 4 ? year : `${+year > 65 ? '19' : '20'}${year}`)

const matched = (
  fields: readonly HeaderField[],
  kind: HeaderKind,
  form: RegExp,
): { readonly match: RegExpExecArray; readonly base: number } | null => {
  for (const field of fields) {
    if (field.kind !== kind) continue
    const line = field.lines[0]
    const match = line && form.exec(line.text)
    if (match) return { match, base: line.start }
  }
  return null
}

const pick = (
  fields: readonly HeaderField[],
  kind: HeaderKind,
  form: RegExp,
  value?: (words: string) => string,
): CableField | null => {
  const found = matched(fields, kind, form)
  return found ? picked(found.match, 1, found.base, value) : null
}

const precedenceOf = (letters: string): string => PRECEDENCE[letters.charAt(0)] ?? letters

const DATE_TIME = /(?<![A-Z\d])((\d{2})(\d{2})(\d{2}) ?Z +([A-Za-z]{3})[A-Za-z]*\.? +(\d{4}|\d{2}))(?!\d)/d

/** The date-time group: day of the month, hour, minute, month, year, in universal time. */
export const dateTimeIn = (fields: readonly HeaderField[]): CableHeader['dateTimeGroup'] => {
  const found = matched(fields, 'date-time', DATE_TIME)
  if (!found) return null
  const [, , date = '', hour = '', minute = '', month = '', year = ''] = found.match
  const day = parseDay(
    `${fullYear(year)}-${String(MONTHS.indexOf(month.toUpperCase()) + 1).padStart(2, '0')}-${date}`,
  )
  const field = picked(found.match, 1, found.base)
  return day && field ? { ...field, value: `${day}T${hour}:${minute}:00Z`, day } : null
}

/** The day of the year and the hour at which the station filed the message; the year is that of the message. */
const filingTimeIn = (fields: readonly HeaderField[], day: Day | undefined): CableField | null => {
  const found = matched(fields, 'station', /\b((\d{3})(\d{2})(\d{2}))Z?\s*$/d)
  if (!found || !day) return null
  const [, , ordinal = '', hour = '', minute = ''] = found.match
  const newYear = parseDay(`${yearOfFiling(day, Number(ordinal))}-01-01`)
  if (!newYear) return null
  const filed = addDays(newYear, Number(ordinal) - 1)
  const field = picked(found.match, 1, found.base)
  return field && { ...field, value: `${filed}T${hour}:${minute}Z` }
}

/** A message dated on the last day of a year may be filed on the first of the next. */
const yearOfFiling = (day: Day, ordinal: number): number => {
  if (ordinal <= 3 && monthOf(day) === 12) return yearOf(day) + 1
  return ordinal >= 363 && monthOf(day) === 1 ? yearOf(day) - 1 : yearOf(day)
}

const SECURITY: Readonly<Record<string, string>> = {
  T: 'TOP SECRET',
  S: 'SECRET',
  C: 'CONFIDENTIAL',
  E: 'UNCLASSIFIED EFTO',
  U: 'UNCLASSIFIED',
}

const ADDRESSEE =
  /^(?:(?:TO|INFO|XMT|ACTION|To|Action|Info) ?:? +)?(?:(R[A-Z]{4,7}) ?\/ ?)?(.*?)(?: +((?:NIACT )?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE)))?(?: +(\d{1,6}))?$/d
const ONLY_ROUTING = /^R[A-Z]{4,7}$/

/** For which desk of an addressee a copy is: "JOINT STAFF WASHINGTON DC//J5//". */
const DESK = /\/\/[A-Z0-9 /-]{1,20}\/\/$/

const addresseeOf = (text: string, base: number): CableAddressee | null => {
  const match = ADDRESSEE.exec(text)
  const name = match && picked(match, 2, base)
  if (!match || !name || ONLY_ROUTING.test(name.value)) return null
  const [, routing, , precedence, serial] = match
  const start = base + (match.indices?.[1]?.[0] ?? name.start - base)
  return {
    value: folded(name.value).replace(/[,;]$/, '').replace(DESK, ''),
    start,
    end: base + text.length,
    ...(routing && { routing }),
    ...(precedence && { precedence }),
    ...(serial && { serial }),
  }
}

/** The addressees: line by line, or, in the newer form, set apart by semicolons. */
const addresseesIn = (
  text: string,
  fields: readonly HeaderField[],
  kind: 'to' | 'info',
): readonly CableAddressee[] => {
  const all = fields
    .filter(field => field.kind === kind)
    .flatMap(field => {
      const { start, end } = spanOf(field)
      const words = text.slice(start, end)
      if (!words.includes(';')) return field.lines.flatMap(line => addresseeOf(line.text, line.start) ?? [])
      return [...words.matchAll(/[^;]+/g)].flatMap(({ 0: part, index }) => {
        const own = part.trimStart()
        return addresseeOf(own.trimEnd().replace(/\s/g, ' '), start + index + part.length - own.length) ?? []
      })
    })
  // A header printed twice names everyone twice.
  const seen = new Set<string>()
  return all.filter(({ value, serial }) => {
    const key = `${value} ${serial ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

const spelledOut = (words: string): string => {
  const value = /[A-Z] [A-Z] [A-Z]/.test(words) ? words.replaceAll(' ', '') : folded(words)
  return value === 'UNCLAS' ? 'UNCLASSIFIED' : value
}

/** What stands on a line of classification after the word: section, originator, number, captions. */
const AFTER_CLASS =
  /^(?: +E ?F ?T ?O)?(?: *\/\/? *(?:NOFORN|ORCON|NF))?(?: +SECTION +\d+ +OF +\d+)?(?: \d{2})? +((?:[A-Z][A-Z.']*[ -]+){0,3}?[A-Z][A-Z.']* +\d{3,6})(?!\d)/d

interface Classified {
  readonly classification: CableField | null
  readonly serial: CableField | null
}

const classifiedAs = (fields: readonly HeaderField[]): Classified => {
  let classification: CableField | null = null
  for (const { lines, kind } of fields) {
    const line = lines[0]
    const word = kind === 'classification' && line ? CLASSIFICATION.exec(line.text)?.[0] : undefined
    if (word === undefined || !line) continue
    classification ??= { value: spelledOut(word), start: line.start, end: line.start + word.length }
    const serial = picked(AFTER_CLASS.exec(line.text.slice(word.length)), 1, line.start + word.length)
    if (serial) return { classification, serial }
  }
  return { classification, serial: null }
}

/** An originator and its number in their usual form: `OSLO567`. */
export const serialForm = (words: string): string => {
  const [, name = '', number = ''] = /^(.*?)[ -]*0*(\d+)$/.exec(folded(words)) ?? []
  return name.replace(/[ .'-]/g, '') + number
}

const PAGE_SERIAL = /^PAGE +\d+ +((?:[A-Z][A-Z.']* +){1,3}\d{3,6})\b/d

const PRINTED_DATE = /^([A-Za-z .’'-]+?), (([A-Za-z]+) (\d{1,2}), (\d{4}), (\d{2})(\d{2})Z)/d
/** Who writes to whom: "to" parts them where an office stands behind it, not in "the Delegation to the Talks". */
const PRINTED_TITLE =
  /\bFrom (?:the )?(.+?) to (?:the )?((?:Department|Embass(?:y|ies)|Mission|Consulate|Delegation|Interests|Liaison|Secretary|White House|President|All|Certain|Posts?)\b.+?|(?!.* to (?:the )?(?:Department|Embassy|Mission))[^,]+?)(?:\[?\d{1,2}\]?|, (?:dated|sent) .*)?$/di

/** The date of a telegram in a printed volume: "Belgrade, June 14, 1978, 1605Z." */
const printedDate = (fields: readonly HeaderField[]): CableHeader['dateTimeGroup'] => {
  const found = matched(fields, 'date-time', PRINTED_DATE)
  if (!found) return null
  const [, , , month = '', date = '', year = '', hour = '', minute = ''] = found.match
  const number = MONTHS.indexOf(month.slice(0, 3).toUpperCase()) + 1
  const day = parseDay(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`)
  const field = picked(found.match, 2, found.base)
  return day && field ? { ...field, value: `${day}T${hour}:${minute}:00Z`, day } : null
}

const AT_UN = /^(?:United States |U\.S\. )?Mission (?:at|to) the United Nations$/i
const HOME_OFFICE = /Department of State|^(?:(?:Acting|Under|Assistant) )*Secretary of State$/i

/** Where a printed telegram was sent from, as its line of place and day says or the line above that. */
const printedPlace = (fields: readonly HeaderField[]): string | undefined =>
  matched(fields, 'date-time', PRINTED_DATE)?.match[1] ??
  matched(fields, 'date-time', PLACE_AND_DAY)?.match[1] ??
  fields.find(({ kind }) => kind === 'place')?.lines[0]?.text

/** The number of a printed telegram, which stands before its subject or its text, with the place it was sent from. */
const printedReference = (fields: readonly HeaderField[], year: string | undefined): CableField | null => {
  const number = matched(fields, 'subject', /^(\d{1,6})\. /d) ?? matched(fields, 'serial', /(\d{1,6})\.$/d)
  const place = printedPlace(fields)
  const own = pick(fields, 'date-time', OWN_NUMBER) ?? pick(fields, 'marking', OWN_NUMBER)
  if (own) return own
  const field = number && picked(number.match, 1, number.base)
  const from = printedParty(fields, 1)?.value ?? ''
  if (!field || !place || !year) return null
  const originator = HOME_OFFICE.test(from)
    ? 'STATE'
    : AT_UN.test(from)
      ? 'USUNNEWYORK'
      : place.toUpperCase().replace(/[^A-Z]/g, '')
  return { ...field, value: `${year}${originator}${Number(field.value)}` }
}

/** "Cablegram UN992 NEW YORK, ...", "O.CH301122 SECRET ...": a number in which the sender is coded. */
const OWN_NUMBER = /^(?:(?:[Cc]able|[Tt]ele|[Ss]avin)gram )?([A-Z]{1,2}\.?[A-Z]{1,4}\d{2,7})(?= +[A-Z])/d

/** The two digits of the year of a printed telegram that gives only the day and the hour of its place. */
const yearPrinted = (fields: readonly HeaderField[]): string | undefined =>
  matched(fields, 'date-time', /, (?:\d{1,2} \p{L}{3,9}\.? )?(?:1[789]|20)(\d{2})(?!\d)/u)?.match[1]

const SOURCE_NOTE =
  /^(?:\[?1\]?\.? )?Source: [^\n]{0,300}?\b((?:Top )?Secret|Confidential|Limited Official Use|Unclassified)\b(?:; (?:Niact |Nodis; |Exdis; |Limdis; )*(Flash|Immediate|Priority|Routine))?(?:; (Exdis|Nodis|Limdis|Nofacdissem|Sensitive))?/dim

/** What the first note of a printed telegram says of its classification and its precedence. */
const printedMarks = (
  text: string,
  fields: readonly HeaderField[],
): {
  readonly classification: CableField | null
  readonly precedence: CableField | null
  readonly caption: CableField | null
} => {
  const match = fields.some(({ kind }) => kind === 'printed') ? SOURCE_NOTE.exec(text) : null
  const upper = (words: string): string => words.toUpperCase()
  return {
    classification: pick(fields, 'marking', MARKING, upper) ?? picked(match, 1, 0, upper),
    precedence: pick(fields, 'marking', URGENCY, upper) ?? picked(match, 2, 0, upper),
    caption: picked(match, 3, 0, upper),
  }
}

/** The classification with which a printed telegram is marked, without the word that bounds its readers. */
const MARKING =
  /^(?:[A-Z]{1,2}\.[A-Z]{2,4}\d{2,7} +)?(?:(?:most immediate|immediate|priority|important|urgent|routine|deferred)[ ,.]{1,2})?((?:top )?secret(?= [a-z]+)|(?:confidential|restricted|unclassified)(?= [a-z]+)|.+$)/di

const URGENCY = /^(most immediate|immediate|priority|important|urgent|routine|deferred)[ ,.]/di

const SENT_FOR_INFORMATION =
  /^(?:\[?1\]?\.? )?Source: [^\n]{0,400}?\bSent for information (?:(?:Flash|Immediate|Priority|Routine) )?to ([^.\n]{3,300})\./dm

/** To whom a printed telegram was sent for information, as its first note says. */
const printedInfo = (text: string, fields: readonly HeaderField[]): readonly CableAddressee[] => {
  const match = fields.some(({ kind }) => kind === 'printed') ? SENT_FOR_INFORMATION.exec(text) : null
  const row = match && groupSpan(match, 1, 0)
  if (!row) return []
  let from = row.start
  return text
    .slice(row.start, row.end)
    .split(/, and (?:the )?|, (?:the )?| and (?:the )?|^the /)
    .filter(value => value !== '')
    .map(value => {
      const start = text.indexOf(value, from)
      from = start + value.length
      return { value, start, end: from }
    })
}

/** "The Ambassador in Japan (Castle) to the Acting Secretary of State". */
const BETWEEN =
  /^(?:\d{1,4}\. )?The (.+?)(?: \([^)]*\))? to (?:the )?(.+?)(?: \([^)]*\))?(?:\[?\d{1,2}\]?)?$/d

/** "Australian Delegation, United Nations, to Department of External Affairs" */
const BETWEEN_NAMES = /^(?:\d{1,4}\.? )?(?!The )(.{3,100}?),? to (?:the )?(.{2,100})$/d
const ONLY_TO = /^(?:\d{1,4}\.? )?\p{L}{3,5}gram( to (?:the )?)(.{2,100})$/diu

const printedParty = (fields: readonly HeaderField[], group: 1 | 2): CableField | null => {
  const addressed = group === 2 ? matched(fields, 'addressed', /(Secretary of State)/d) : null
  const onlyTo = matched(fields, 'printed', ONLY_TO)
  if (onlyTo && !addressed && !/ from /i.test(onlyTo.match.input))
    return group === 1 ? null : picked(onlyTo.match, 2, onlyTo.base)
  const found =
    addressed ??
    matched(fields, 'printed', PRINTED_TITLE) ??
    matched(fields, 'printed', BETWEEN) ??
    matched(fields, 'printed', BETWEEN_NAMES)
  if (found && addressed) return picked(found.match, 1, found.base)
  return found ? picked(found.match, group, found.base) : null
}

const referenceOf = (
  serial: CableField | null,
  fields: readonly HeaderField[],
  year: string | undefined,
): CableField | null => {
  const record = pick(
    fields,
    'message-record',
    /^MRN ?: +(\d{2} [A-Z][A-Z .]{2,30} \d{1,6})/d,
    words => words.slice(0, 2) + serialForm(words.slice(3)),
  )
  if (record) return record
  const found = serial ?? pick(fields, 'page', PAGE_SERIAL)
  return found && year ? { ...found, value: year + serialForm(found.value) } : null
}

/** Every caption of the header, each once. */
const captionsIn = (fields: readonly HeaderField[]): readonly CableField[] => {
  const found = new Map<string, CableField>()
  for (const { kind, lines } of fields) {
    if (kind !== 'caption' && kind !== 'classification') continue
    for (const { text, start } of lines)
      for (const match of text.matchAll(CAPTION)) {
        const at = start + match.index
        if (kind === 'classification' && match.index === 0) continue
        if (!found.has(match[0]))
          found.set(match[0], { value: match[0], start: at, end: at + match[0].length })
      }
  }
  return [...found.values()]
}

const precedenceAmong = (to: readonly CableAddressee[]): CableField | null => {
  const first = to.find(one => one.precedence !== undefined)
  return first?.precedence
    ? { value: first.precedence, start: first.end - first.precedence.length, end: first.end }
    : null
}

/** The part of the header that says how a message went from whom to whom, and how it is classified. */
export const routingOf = (
  text: string,
  fields: readonly HeaderField[],
  printedYear: string | undefined,
  recorded: CableHeader['dateTimeGroup'],
) => {
  const dateTimeGroup = dateTimeIn(fields) ?? printedDate(fields) ?? recorded
  const { classification: word, serial } = classifiedAs(fields)
  const captions = captionsIn(fields)
  const sensitive = word ? undefined : captions.find(({ value }) => value === SBU)
  const classification = word ?? sensitive ?? null
  const printed = printedMarks(text, fields)
  const year = dateTimeGroup?.day.slice(2, 4) ?? yearPrinted(fields) ?? printedYear
  const to = addresseesIn(text, fields, 'to')
  const party = printedParty(fields, 2)
  return {
    transmissionId: pick(fields, 'transmission', /^(V?ZCZC[A-Z0-9]+)/d),
    routingPrecedence: pick(fields, 'routing', /^([OPRZ]{1,2}) R/d, precedenceOf),
    originatorRouting: pick(fields, 'station', /^DE (R[A-Z]{3,7})/d),
    stationSerial: pick(fields, 'station', /^DE \S+ +(#\d+)/d, words => words.slice(1)),
    filingTime: filingTimeIn(fields, dateTimeGroup?.day),
    transmissionSecurity: pick(
      fields,
      'security',
      /^(ZN[YR] ([A-Z])\2{4}(?: ZZH)?)/d,
      words => SECURITY[words.charAt(4)] ?? words,
    ),
    precedence:
      pick(fields, 'date-time', /^((?:[OPRZ] )+)\d{6} ?Z/d, precedenceOf) ??
      pick(fields, 'to', / (FLASH|IMMEDIATE|PRIORITY|ROUTINE)$/d) ??
      precedenceAmong(to) ??
      printed.precedence,
    dateTimeGroup,
    messageReference: referenceOf(serial, fields, year) ?? printedReference(fields, year),
    from: pick(fields, 'from', /^(?:FM|FROM|From) ?:? +(.*)$/d) ?? printedParty(fields, 1),
    to: to.length === 0 && party ? [party] : to,
    info: [...addresseesIn(text, fields, 'info'), ...printedInfo(text, fields)],
    classification: classification ?? printed.classification,
    caption: [
      ...captions.filter(caption => caption !== sensitive),
      ...(printed.caption ? [printed.caption] : []),
    ],
    passing: fields
      .filter(field => field.kind === 'passing')
      .map(field => ({
        value: folded(text.slice(spanOf(field).start, spanOf(field).end)).replace(/^Pass Line: +/, ''),
        ...spanOf(field),
      })),
  }
}
