import { parseDay } from '../../calendar/index.ts'
import type { Span } from '../../evidence/index.ts'
import type { CableField, CableHeader, CableReference } from './outline.ts'
import { fieldOf, folded, groupSpan, picked } from './pick.ts'
import { serialForm } from './routing.ts'
import { type HeaderField, spanOf } from './scan.ts'

const ORDER = /^(E\.? ?O\.? ?:? *(\d{5}))/di

/** "E.O. 12958" in one spelling. */
export const orderIn = (fields: readonly HeaderField[]): CableField | null => {
  const line = fields.find(field => field.kind === 'order')?.lines[0]
  return line
    ? picked(ORDER.exec(line.text), 1, line.start, words => `E.O. ${words.replace(/\D/g, '')}`)
    : null
}

const DECLASSIFY = /(?:DECL(?:ASSIFY)?(?: ON)?:?|:)\s*((?!DECL)\S.*)$/di

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
  const full = year.length === 2 ? `20${year}` : year
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
      const match = DECLASSIFY.exec(rest) ?? /^[\s:,]*(\S.*)$/d.exec(rest)
      const found = picked(match, 1, line.start + at, asDay)
      const tags = found ? found.value.search(/\s+TAGS\b/) : -1
      if (found)
        return tags > 0 ? { ...found, value: found.value.slice(0, tags), end: found.start + tags } : found
    }
  }
  return null
}

const TAG = /(?<![A-Z#])[A-Z]{2,5}(?![A-Za-z])/g

/** The subject tags and the codes of States, without what stands beside them in brackets. */
export const tagsIn = (text: string, fields: readonly HeaderField[]): readonly CableField[] => {
  const field = fields.find(one => one.kind === 'tags')
  if (!field) return []
  const { start, end } = spanOf(field)
  const shown = text.slice(start, end).replace(/\(([^)]*)\)/g, inner => ' '.repeat(inner.length))
  return [...shown.matchAll(TAG)]
    .filter(match => match.index > 0)
    .map(({ 0: value, index }) => ({ value, start: start + index, end: start + index + value.length }))
}

const SUBJECT = /^SUBJ(?:ECT)? ?: *(?:\( ?(?:TS|S|C|U|SBU|LOU|FOUO)(?:\/{1,2}[A-Z]+)* ?\) *)?(\S[\s\S]*)$/di

/** What the cable is about, on one line; the portion mark before it is not part of it. */
export const subjectIn = (text: string, fields: readonly HeaderField[]): CableField | null => {
  const field = fields.find(one => one.kind === 'subject')
  if (!field) return null
  const { start, end } = spanOf(field)
  return picked(SUBJECT.exec(text.slice(start, end)), 1, start)
}

const NAMES = /^REF(?:S|TELS?|ERENCES?)?(?:\(S\))? ?[:.]?\s*/i
// A pilcrow before a letter may have become a "1", as before a number.
const ITEM = /(?<![A-Za-z\d])(?:¶ ?|1)?\(?(?:([A-Z])(?:\)|\.(?=\s|[A-Z\d]))|([a-z])\))\s*/dg
const TELEGRAM =
  /^(?:(?:19|20)?(\d{2}) ?)?([A-Z][A-Za-z.']+(?:[ -][A-Z][A-Za-z.']+){0,3}) ?0*(\d{1,6})(?:_[a-z])?(?= *(?:$|[,;.(]|AND\b|\d{2}\/))/

/** The words of a link where a page has left its marks. */
const LINKED = /\[([^\]]{1,80})\]\([^)\s]{0,200}\)/g

/** A telegram in its usual form, its year the one printed or that of the cable; `undefined` for other words. */
const telegramForm = (words: string, year: string): string | undefined => {
  const match = TELEGRAM.exec(folded(words.replace(LINKED, '$1')))
  if (!match) return undefined
  const [, printed, name = '', number = ''] = match
  return (printed ?? year) + serialForm(`${name} ${number}`).toUpperCase()
}

const trimmedSpan = (text: string, start: number, end: number): Span => {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  const tail = /[\s,;.¶]*$/.exec(words)?.[0].length ?? 0
  return { start: start + lead, end: Math.max(start + lead, end - tail) }
}

const LONGEST_LIST = 4000

/** What the list of references holds, item by item. */
export const referencesIn = (
  text: string,
  fields: readonly HeaderField[],
  year: string,
): readonly CableReference[] =>
  fields
    .filter(field => field.kind === 'references')
    .flatMap(field => {
      const { start, end } = spanOf(field)
      const words = text.slice(start, Math.min(end, start + LONGEST_LIST))
      return referencesAt(words, start, NAMES.exec(words)?.[0].length ?? 0, year)
    })

const referencesAt = (words: string, base: number, from: number, year: string): readonly CableReference[] => {
  const marks = inSequence([...words.slice(from).matchAll(ITEM)])
  if (marks.length === 0) return unlabelled(words, base, from, year)
  return marks.flatMap((mark, place): CableReference[] => {
    const start = from + mark.index + mark[0].length
    const next = marks[place + 1]
    const span = trimmedSpan(words, start, next ? from + next.index : words.length)
    return span.end > span.start ? [referenceAt(words, base, span, letterOf(mark), year)] : []
  })
}

const letterOf = (mark: RegExpExecArray): string => (mark[1] ?? mark[2] ?? '').toUpperCase()

/** Letters count as items while they follow the alphabet from A; an initial in a name does not. */
const inSequence = (marks: readonly RegExpExecArray[]): readonly RegExpExecArray[] => {
  const found: RegExpExecArray[] = []
  for (const mark of marks) {
    const before = found.at(-1)
    const isNext = letterOf(mark) === String.fromCharCode(65 + found.length)
    // "B. C. Smith": the letter directly after an item's own is an initial.
    if (isNext && (!before || mark.index > before.index + before[0].length)) found.push(mark)
  }
  return found
}

const unlabelled = (words: string, base: number, from: number, year: string): readonly CableReference[] => {
  const parts: CableReference[] = []
  let start = from
  for (const part of words.slice(from).split(/(?<=[,;])|(?<=\d\)?)\s+AND\s+/)) {
    const at = words.indexOf(part, start)
    const span = trimmedSpan(words, at, at + part.length)
    if (span.end > span.start) parts.push(referenceAt(words, base, span, null, year))
    start = at + part.length
  }
  const areTelegrams = parts.every(part => part.isTelegram)
  if (areTelegrams || parts.length < 2) return parts
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
    value: telegram ?? folded(own.replace(LINKED, '$1')),
    isTelegram: telegram !== undefined,
    start: base + span.start,
    end: base + span.end,
  }
}

const BY = /^\(?(?:\(?(?:U|C|S|SBU|LOU)\) ?)?CLASSIFIED\s+BY\s*:?\s*/i
const REASONS_WORD =
  /[\s,;.(]*(?:\bfor\s+)?\breasons?\b|[\s,;.(]*(?:\bE\.?O\.?\s*\d{5}\b)|[\s,;.(]+(?=1\.\s?[45]\s?\()/i
const TITLE_WORDS = new Set(
  'ambassador amb charge chargé d’affaires daffaires affaires ai cda cdi dcm adcm deputy chief of mission acting political economic polecon pol econ polcouns poloff poloffs pol-couns econcouns econoff counselor counsellor couns consul general cg director assistant secretary under minister minister-counselor military affairs section unit head officer off pdas das a/s as pm isn eur io nea sca wha af eap vci t p e the and for us u.s usnato usun permanent representative perm rep permrep delegation cd geneva principal advisor adviser attache attaché defense office staff special envoy coordinator executive executives bureau policy security arms control international nonproliferation regional country desk first second third secretary public vice senior civilian deptoff legal'.split(
    ' ',
  ),
)

/** Offices written as one word: "PolMinCouns". */
const ABBREVIATED =
  /^(?:pol|econ|min|mil|couns|coun|off|dep|dir|chief|leg|att|adv|con|gen|del|rep|sec|ops|amb|sci|envir)+s?$/

const isTitleWord = (word: string): boolean => {
  const key = word.toLowerCase().replace(/^[("']+|[.,:;)"']+$/g, '')
  if (key === '' || TITLE_WORDS.has(key) || TITLE_WORDS.has(key.replace(/[.'’]/g, ''))) return true
  if (ABBREVIATED.test(key)) return true
  return (
    key.split(/[/&-]/).length > 1 &&
    key.split(/[/&-]/).every(part => TITLE_WORDS.has(part) || part.length <= 3)
  )
}

/** The name at the end of an office: "PM DAS Stephen Ganyard"; the words before it are the office. */
const personIn = (words: string): { readonly name: string; readonly title: string | null } | undefined => {
  for (const part of words.split(/,\s*|\s+-\s+/)) {
    const own = part.trim().split(/\s+/)
    const isInitials = (word: string): boolean =>
      /^[A-Z]{2,5}(?:\/[A-Z]{1,5})*$/.test(word) && own.some(other => /^[A-Z][a-z]/.test(other))
    const from = own.findIndex(word => !isTitleWord(word) && !isInitials(word))
    const name =
      from < 0
        ? ''
        : own
            .slice(from)
            .join(' ')
            .replace(/[.,;:]+$/, '')
    if (!/^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,4}$/u.test(name)) continue
    const title = words.replace(name, '').replace(/^[\s,]+|[\s,.;-]+$/g, '')
    return { name, title: title === '' ? null : folded(title) }
  }
  return undefined
}

const classifiedFields = (fields: readonly HeaderField[]): readonly HeaderField[] =>
  fields.filter(field => field.kind === 'classified')

/** Who classified the cable: the person, with the office as written. */
export const classifiedByIn = (text: string, fields: readonly HeaderField[]): CableHeader['classifiedBy'] => {
  for (const field of classifiedFields(fields)) {
    const { start, end } = spanOf(field)
    const words = text.slice(start, end)
    const by = BY.exec(words)?.[0].length
    if (by === undefined) continue
    const reasons = words.slice(by).search(REASONS_WORD)
    const span = trimmedSpan(words, by, reasons < 0 ? words.length : by + reasons)
    const person = personIn(folded(words.slice(span.start, span.end)).replace(/^\(/, ''))
    const whole = fieldOf(text, { start: start + span.start, end: start + span.end })
    if (whole.value !== '')
      return { ...whole, value: person?.name ?? whole.value, title: person?.title ?? null }
  }
  return null
}

const REASONS =
  /\b(1\.\s?[45])\s{0,3}((?:[\s,;/&]{0,3}(?:and\s{1,3}|or\s{1,3})?[([]?[a-h](?![a-z])[)\]]?)+)/dgi

/** The reasons for the classification, each as `1.4(b)`. */
export const reasonsIn = (
  text: string,
  fields: readonly HeaderField[],
): CableHeader['classificationReasons'] => {
  for (const field of classifiedFields(fields)) {
    const { start, end } = spanOf(field)
    const matches = [...text.slice(start, end).matchAll(REASONS)]
    const [match] = matches
    const span = match && groupSpan(match, 0, start)
    const last = matches.at(-1)
    const until = last && groupSpan(last, 0, start)
    if (!span || !until) continue
    const value = matches.flatMap(([, section, letters = '']) =>
      [...letters.replace(/and|or/gi, ' ').matchAll(/[a-h]/gi)].map(
        ([letter]) => `${section?.replace(/\s/g, '')}(${letter.toLowerCase()})`,
      ),
    )
    return {
      value: [...new Set(value)],
      start: span.start,
      end: trimmedSpan(text, until.start, until.end).end,
    }
  }
  return null
}
