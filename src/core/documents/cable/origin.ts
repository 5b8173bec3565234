import { parseDay } from '../../calendar/index.ts'
import type { Span } from '../../evidence/index.ts'
import type { CableField, CableReference } from './outline.ts'
import { folded, picked } from './pick.ts'
import { serialForm } from './routing.ts'
import { type HeaderField, spanOf } from './scan.ts'

const ORDER = /^(E\.? ?[O0]\.? ?:? *(\d{5}))/di

/** "E.O. 12958" in one spelling. */
export const orderIn = (fields: readonly HeaderField[]): CableField | null => {
  const line = fields.find(field => field.kind === 'order')?.lines[0]
  return line ? picked(ORDER.exec(line.text), 1, line.start, words => `E.O. ${words.slice(-5)}`) : null
}

const DECLASSIFY = /(?:DECL(?:ASSIFY)?(?: ON)?:?|:)\s*((?!DECL)\S.*)$/di
/** As the orders of the 1970s have it: "GDS 9/4/85 (NAME)", "RDS-1 3/10/99". */
const SCHEDULE = /^ {0,9}:? {0,9}(?:X?GDS|RDS)(?:-\d)? {1,3}(\d{1,2}\/\d{1,2}\/\d{2,4})(?!\d)/di

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const monthNumber = (word: string): string => String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1)

/** Year, month and day of the forms in which a day of declassification is written. */
const partsOfDay = (words: string): readonly (string | undefined)[] => {
  const slashes = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)/.exec(words)
  if (slashes) return [slashes[3], slashes[1], slashes[2]]
  const yearFirst = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/.exec(words)
  if (yearFirst) return yearFirst.slice(1)
  const named = /^(\d{1,2}) ([A-Z]{3})[A-Z]*\.?,? (\d{4}|\d{2})(?!\d)/i.exec(words)
  if (named) return [named[3], monthNumber(named[2] ?? ''), named[1]]
  const american = /^([A-Z]{3})[A-Z]*\.? (\d{1,2}),? (\d{4})(?!\d)/i.exec(words)
  return american ? [american[3], monthNumber(american[1] ?? ''), american[2]] : []
}

const asDay = (words: string): string => {
  const [year = '', month = '', date = ''] = partsOfDay(words.trim())
  const full = year.length === 2 ? `${+year > 65 ? '19' : '20'}${year}` : year
  return parseDay(`${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`) ?? folded(words)
}

/** When the cable is to be declassified: a day, or the words that stand for none. */
export const declassifyOnIn = (fields: readonly HeaderField[]): CableField | null => {
  for (const { kind, lines } of fields) {
    if (kind !== 'order' && kind !== 'classified') continue
    for (const line of lines) {
      const at = kind === 'order' ? (ORDER.exec(line.text)?.[0].length ?? 0) : 0
      if (kind === 'classified' && !/DECL/i.test(line.text)) continue
      const rest = line.text.slice(at)
      const match = SCHEDULE.exec(rest) ?? DECLASSIFY.exec(rest) ?? /^[\s:,]*(\S.*)$/d.exec(rest)
      const found = picked(match, 1, line.start + at, asDay)
      const tags = found ? found.value.search(/\s+TAGS\b/) : -1
      if (found)
        return tags > 0 ? { ...found, value: found.value.slice(0, tags), end: found.start + tags } : found
    }
  }
  return null
}

const TAG = /(?<![A-Z#])[A-Z]{2,5}(?![A-Za-z])/g
const SMALL_TAG = /(?<![a-z#])[a-z]{2,5}(?![a-z])/g

/** The subject tags and the codes of States, each once, without what stands beside them in brackets. */
export const tagsIn = (text: string, fields: readonly HeaderField[]): readonly CableField[] => {
  const field = fields.find(one => one.kind === 'tags')
  if (!field) return []
  const { start, end } = spanOf(field)
  const shown = text
    .slice(start, end)
    .replace(/^(?:T?AGS?) ?:?/i, name => ' '.repeat(name.length))
    .replace(/\(([^)]*)\)/g, inner => ' '.repeat(inner.length))
  const found = new Map<string, CableField>()
  for (const { 0: words, index } of shown.matchAll(/[A-Z]{2}/.test(shown) ? TAG : SMALL_TAG)) {
    const value = words.toUpperCase()
    if (!found.has(value))
      found.set(value, { value, start: start + index, end: start + index + words.length })
  }
  return [...found.values()]
}

const SUBJECT =
  /^(?:\d{1,6}\. )?S?UBJ(?:ECT)? ?:?[ \t]*(?:\( ?(?:TS|S|C|U|SBU|LOU|FOUO)(?:\/{1,2}[A-Z]+)* ?\) *)?(\S[\s\S]*)$/di

const MARK_BEHIND = / \((?:TS|S|C|U|SBU)(?:\/\/?[A-Z]{2,8})?\)$/

/** The first subject; where an archive has cut it off ("...") the whole one that a later header has. */
const subjectField = (text: string, fields: readonly HeaderField[]): HeaderField | undefined => {
  const all = fields.filter(one => one.kind === 'subject')
  const [first] = all
  const words = (field: HeaderField): string => text.slice(spanOf(field).start, spanOf(field).end)
  if (!first || !words(first).endsWith('...')) return first
  const known = words(first).slice(0, -3)
  return all.find(field => field !== first && words(field).startsWith(known)) ?? first
}

/** What the cable is about, on one line; the portion mark before it is not part of it. */
export const subjectIn = (text: string, fields: readonly HeaderField[]): CableField | null => {
  const field = subjectField(text, fields)
  if (!field) return null
  const { start, end } = spanOf(field)
  // Where a volume prints it without its label it is the whole line.
  const subject =
    picked(SUBJECT.exec(text.slice(start, end)), 1, start) ??
    (fields.some(({ kind }) => kind === 'printed')
      ? (picked(OF_SERIES.exec(text.slice(start, end)), 1, start) ??
        picked(/^(\S[\s\S]*)$/d.exec(text.slice(start, end)), 1, start))
      : null)
  const marked = subject && MARK_BEHIND.exec(subject.value)?.[0].length
  if (subject && marked)
    return { ...subject, value: subject.value.slice(0, -marked), end: subject.end - marked }
  // In a printed volume the subject is a sentence, and a note may hang on it.
  const hung = /^\d/.test(text.slice(start, start + 1))
    ? /\.?(?:\[\d{1,2}\])?$/.exec(subject?.value ?? '')?.[0]
    : ''
  return subject && hung
    ? { ...subject, value: subject.value.slice(0, -hung.length), end: subject.end - hung.length }
    : subject
}

/** A subject behind the number that it has in a series of its own: "Assembly 401. Disarmament." */
const OF_SERIES = /^\p{Lu}\p{L}{3,14} \d{1,4}\. ([^.]+)\.?$/du

const NAMES = /^REF(?:S|TELS?|ERENCES?)?(?:\(S\))? ?[:.]?\s*/i
// A pilcrow before a letter may have become a "1", as before a number.
const ITEM = /(?<![A-Za-z\d])(?:¶ ?|1)?\(?(?:([A-Z])(?:\)|\.(?=\s|[A-Z\d]))|([a-z])\))\s*/dg
const TELEGRAM =
  /^(?:(?:19|20)?(\d{2}) ?)?([A-Z][A-Za-z.']+(?:[ -](?:de |la |el )?[A-Z][A-Za-z.']+){0,3}) ?0*(\d{1,6})(?:_[a-z])?(?= *(?:$|[,;.([]|AND\b|CIRCULAR\b|NOTAL\b|ET AL|\d{2}\/))/
const IN_SMALL = /^(?:(?:19|20)?(\d{2}) )?([a-z]{3,}(?: [a-z]{3,}){0,2}) 0*(\d{2,6})$/
const MONTH_NAMED =
  /\b(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?$/i

/** The words of a link where a page has left its marks. */
const LINKED = /\[([^\]]{1,80})\]\([^)\s]{0,200}\)/g

/** A telegram in its usual form, its year the one printed or that of the cable; `undefined` for other words. */
const telegramForm = (words: string, year: string): string | undefined => {
  const shown = folded(words.replace(LINKED, '$1')).replace(/ ?¶$/, '')
  const match = TELEGRAM.exec(shown) ?? IN_SMALL.exec(shown)
  if (!match) return undefined
  const [, printed, name = '', number = ''] = match
  // Without a year a number says nothing.
  if (MONTH_NAMED.test(name) || (printed ?? year) === '') return undefined
  const serial = serialForm(`${name} ${number}`).toUpperCase()
  return (printed ?? year) + serial.replace(/^SECSTATE(?=\d)/, 'STATE')
}

const trimmedSpan = (text: string, start: number, end: number): Span => {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  const tail = /[\s,;.¶]*$/.exec(words)?.[0].length ?? 0
  return { start: start + lead, end: Math.max(start + lead, end - tail) }
}

const LONGEST_LIST = 4000
/** The head of a page inside a list: "TRIPOLI 00000402 001.2 OF 003". */
const PAGE_MARK =
  /(?:[A-Z]{3,} ){1,3}\d{8}(?:\s{1,4}\d{3}(?:\.\d)? OF \d{3}|(?!\d))|\bPAGE \d{2} (?:[A-Z]+ ){1,3}\d{5,6} [^\n]{0,30}\d{6}Z/g

/** What the list of references holds, item by item. */
export const referencesIn = (
  text: string,
  fields: readonly HeaderField[],
  year: string,
): readonly CableReference[] =>
  once(
    fields
      .filter(field => field.kind === 'references')
      .flatMap(field => {
        const { start, end } = spanOf(field)
        const words = text
          .slice(start, Math.min(end, start + LONGEST_LIST))
          .replace(PAGE_MARK, mark => ' '.repeat(mark.length))
        return referencesAt(words, start, NAMES.exec(words)?.[0].length ?? 0, year)
      }),
  )

/** A header printed twice has every item twice. */
const once = (references: readonly CableReference[]): readonly CableReference[] => {
  const seen = new Set<string>()
  return references.filter(({ label, value }) => {
    const key = `${label} ${value}`
    return !seen.has(key) && seen.add(key)
  })
}

/** The letter of an item, from the first character of its mark to the first of the item. */
interface Mark {
  readonly letter: string
  readonly start: number
  readonly end: number
}

const referencesAt = (words: string, base: number, from: number, year: string): readonly CableReference[] => {
  const marks = inSequence(words, from)
  if (marks.length === 0) return unlabelled(words, base, from, year)
  return marks.flatMap(({ letter, end }, place): CableReference[] => {
    const span = trimmedSpan(words, end, marks[place + 1]?.start ?? words.length)
    return span.end > span.start ? [referenceAt(words, base, span, letter, year)] : []
  })
}

/** Letters count as items while they follow the alphabet from A; an initial in a name does not. */
const inSequence = (words: string, from: number): readonly Mark[] => {
  const found: Mark[] = []
  for (const match of words.slice(from).matchAll(ITEM)) {
    const start = from + match.index
    const mark = { letter: (match[1] ?? match[2] ?? '').toUpperCase(), start, end: start + match[0].length }
    const before = found.at(-1)
    const isNext = mark.letter === String.fromCharCode(65 + found.length)
    // "B. C. Smith": the letter directly after an item's own is an initial.
    if (isNext && (!before || start > before.end)) found.push(mark)
    else if (before?.letter !== mark.letter) continue
    // "A. A) OSLO 12": the letter printed twice is one mark.
    else if (start === before.end) found[found.length - 1] = { ...before, end: mark.end }
    // A letter given twice at the head of a line counts as the next.
    else if (/\n\s*$/.test(words.slice(Math.max(0, start - 40), start))) found.push(mark)
  }
  return found
}

const COMMAS = /(?<=,)|(?<=\d\)?)\s+AND\s+|(?<=\d)\s*\n\s*(?=(?:\d{2,4} )?[A-Z]{3})/
const SEMICOLONS = /(?<=;)|(?<=\d\)?)\s+AND\s+|(?<=\d)\s*\n\s*(?=(?:\d{2,4} )?[A-Z]{3})/

const unlabelled = (words: string, base: number, from: number, year: string): readonly CableReference[] => {
  const parts: CableReference[] = []
  let start = from
  // Where some are parted by semicolons a comma stands inside one.
  const parting = words.indexOf(';', from) < 0 ? COMMAS : SEMICOLONS
  for (const part of words.slice(from).split(parting)) {
    const at = words.indexOf(part, start)
    const span = trimmedSpan(words, at, at + part.length)
    if (span.end > span.start) parts.push(referenceAt(words, base, span, null, year))
    start = at + part.length
  }
  const telegrams = parts.filter(part => part.isTelegram).length
  const isList =
    (/\d[ \t]*\n/.test(words.slice(from)) && telegrams * 2 > parts.length) ||
    (parting === SEMICOLONS && telegrams * 2 >= parts.length)
  if (telegrams === parts.length || isList || parts.length < 2) return parts
  return [referenceAt(words, base, trimmedSpan(words, from, words.length), null, year)]
}

const referenceAt = (
  words: string,
  base: number,
  span: Span,
  label: string | null,
  year: string,
): CableReference => {
  const own = words.slice(span.start, span.end)
  const telegram = telegramForm(own, year)
  return {
    label,
    value: telegram ?? folded(own.replace(LINKED, '$1').replace(/(?<=\p{L})-\s*\n\s*(?=\p{L})/gu, '-')),
    isTelegram: telegram !== undefined,
    start: base + span.start,
    end: base + span.end,
  }
}
