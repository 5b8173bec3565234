import { type FoundDate, readWith } from '../dateforms.ts'
import type { DateHit } from '../dates.ts'
import { keyAt, startOf, type Words, wordFrom } from '../words.ts'
import { CALENDARS, type Calendar } from './calendars.ts'
import { beginningsOf, formsIn, LETTERS, type LocalForm } from './dateforms.ts'
import { HAN_FORMS } from './handates.ts'
import type { Language } from './language.ts'

interface Reader {
  readonly digits: readonly LocalForm[]
  /** The forms that begin with a word, by the first letters that it may have. */
  readonly words: ReadonlyMap<string, readonly LocalForm[]>
  readonly calendar: Calendar | undefined
}

const HAN_BEGINS = '〇零一二三四五六七八九十两上下本这去今明昨前星周礼'

const byBeginning = (forms: readonly LocalForm[]): ReadonlyMap<string, readonly LocalForm[]> => {
  const found = new Map<string, LocalForm[]>()
  for (const form of forms)
    for (const letters of new Set((form.begins ?? []).flatMap(beginningsOf))) {
      const own = found.get(letters)
      if (own) own.push(form)
      else found.set(letters, [form])
    }
  return found
}

const readers = new Map<Language, Reader>()

const madeReader = (language: Language): Reader => {
  if (language === 'zh') {
    const words = new Map([...HAN_BEGINS].map(letter => [letter, HAN_FORMS.words] as const))
    return { digits: HAN_FORMS.digits, words, calendar: undefined }
  }
  const calendar = CALENDARS[language]
  const { digits, words } = formsIn(calendar)
  return { digits, words: byBeginning(words), calendar }
}

/** The forms of a language are made when they are first asked for. */
const readerOf = (language: Language): Reader => {
  const known = readers.get(language)
  if (known) return known
  const made = madeReader(language)
  readers.set(language, made)
  return made
}

const NEAR = 40

const beforeOf = (text: string, start: number): string =>
  text.slice(Math.max(0, start - NEAR), start).replace(/[^\S ]/g, ' ')
const afterOf = (text: string, end: number): string => text.slice(end, end + NEAR).replace(/[^\S ]/g, ' ')

const INSIDE_NUMBER_BEFORE = /(?:[$€£¥#№§+]\s?|\d[-.,:/]|[/_@=-])$/
const INSIDE_NUMBER_AFTER = /^(?:[.,:]\d|%|-\d|\/\d|[/_@=]\p{L})/u
const NUMBERED =
  /(?:№|[nN][º°o.r]{1,2}\.?|art(?:\.|[ií]c[uo]lo|icle|ikel)|résolution|resolución|Resolution|risoluzione|resolução|резолюци\p{L}{1,3}|القرار|قرار|стать\p{L}{1,3}|المادة|page|Seite|página) ?$/iu

/** How sure it is that a bare number is a year. */
const yearHere = (
  calendar: Calendar,
  text: string,
  before: string,
  after: string,
  found: FoundDate,
): DateHit['confidence'] | false => {
  if (INSIDE_NUMBER_BEFORE.test(before) || INSIDE_NUMBER_AFTER.test(after) || NUMBERED.test(before))
    return false
  if (found.end - found.start > 4) return 'high'
  if (/[(（]\s*$/.test(before) && /^\s*[),;–-]/.test(after)) return 'high'
  // Round numbers count things more often than others do.
  const isRound = /[0٠]{2}$/.test(text)
  if (calendar.counted.test(after) && (isRound || !calendar.beforeLoneYear.test(before))) return false
  if (calendar.beforeLoneYear.test(before)) return 'high'
  if (/,\s*$/.test(before) && /^\s*(?:[.,;:!?)]|$)/.test(after)) return 'medium'
  return calendar.bareYears ? 'medium' : false
}

/** "Up to today" names no day. */
const UP_TO = /(?<!\p{L})(?:bis|hasta|até|fino ad?|jusqu['’]à|до) $/iu

const dateHere = (calendar: Calendar, text: string, found: FoundDate): DateHit['confidence'] | false => {
  const before = beforeOf(text, found.start)
  const after = afterOf(text, found.end)
  if (found.form === 'month') return calendar.beforeLoneMonth.test(before) && 'medium'
  if (found.form === 'year')
    return yearHere(calendar, text.slice(found.start, found.end), before, after, found)
  if (found.form === 'year-to-year') return !INSIDE_NUMBER_BEFORE.test(before) && 'medium'
  if (found.form === 'iso' || found.form === 'numeric') return /[\p{L}\d/.-]$/u.test(before) ? false : 'high'
  if (found.form === 'relative-day' && UP_TO.test(before)) return false
  if (found.form === 'weekday')
    return /^,? (?:\d|le \d|el \d|den \d|dem \d|dia \d)/.test(after) ? false : 'medium'
  return 'relative' in found || found.first.year === undefined ? 'medium' : 'high'
}

const CAN_HAVE_PART =
  /^(?:month|month-year|year|season-year|relative-month|relative-year|relative-season|decade)$/

const withPart = (calendar: Calendar, text: string, found: FoundDate): FoundDate => {
  if (!CAN_HAVE_PART.test(found.form) || found.modifier) return found
  const before = beforeOf(text, found.start)
  for (const [pattern, modifier] of calendar.parts) {
    const phrase = pattern.exec(before)?.[0]
    if (phrase !== undefined) return { ...found, start: found.start - phrase.length, modifier }
  }
  return found
}

const withRelation = (calendar: Calendar, text: string, found: FoundDate): FoundDate => {
  if (found.modifier) return found
  const before = beforeOf(text, found.start)
  const relation = calendar.relations.find(([pattern]) => pattern.test(before))
  return relation ? { ...found, modifier: relation[1] } : found
}

const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)

const NONE: readonly LocalForm[] = []

const formsAt = ({ digits, words }: Reader, text: Words, index: number): readonly LocalForm[] => {
  const key = keyAt(text, index)
  if (isDigit(key.charCodeAt(0))) return digits
  return words.get(key.slice(0, LETTERS)) ?? NONE
}

const hanHere = (text: string, found: FoundDate): DateHit['confidence'] | false => {
  const before = text.slice(Math.max(0, found.start - 2), found.start)
  if (/[\d.,第]$/.test(before)) return false
  if (found.form === 'month' || found.form === 'weekday') return 'medium'
  return 'relative' in found || found.first.year === undefined ? 'medium' : 'high'
}

/** The dates of a text in its language, in order, none inside another. */
export const localDates = (language: Language, words: Words): readonly DateHit[] => {
  const reader = readerOf(language)
  const { calendar } = reader
  const { text } = words
  const hits: DateHit[] = []
  for (let first = 0; first < words.starts.length; first++) {
    const forms = formsAt(reader, words, first)
    if (forms.length === 0) continue
    const found = readWith(forms, text, startOf(words, first))
    if (!found) continue
    const confidence = calendar ? dateHere(calendar, text, found) : hanHere(text, found)
    if (!confidence) continue
    const whole = calendar ? withRelation(calendar, text, withPart(calendar, text, found)) : found
    const next = Math.max(first + 1, wordFrom(words, found.end))
    hits.push({ found: whole, first, next, confidence })
    first = next - 1
  }
  return hits
}
