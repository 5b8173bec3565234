import { coverOf } from '../cover.ts'
import type { DateMention, DateValue } from '../mention.ts'
import { bySteps } from '../resolve.ts'
import { spanAt } from '../sentences.ts'
import { startOf, type Words } from '../words.ts'
import { CALENDARS } from './calendars.ts'
import { beginningsOf, number, LETTERS as PREFIX } from './dateforms.ts'
import { hanNumber } from './handates.ts'
import type { Language } from './language.ts'

const LETTERS = ['D', 'W', 'M', 'Y']

/** Number words from eleven on, and forms of the smaller ones that only durations have. */
const MORE: Readonly<Record<Exclude<Language, 'zh'>, Readonly<Record<string, number>>>> = {
  fr: { douze: 12, quinze: 15, vingt: 20, trente: 30, soixante: 60, 'quatre-vingt-dix': 90, cent: 100 },
  es: { doce: 12, quince: 15, veinte: 20, treinta: 30, sesenta: 60, noventa: 90, cien: 100 },
  de: { elf: 11, zwölf: 12, fünfzehn: 15, zwanzig: 20, dreißig: 30, sechzig: 60, neunzig: 90, hundert: 100 },
  it: { dodici: 12, quindici: 15, venti: 20, trenta: 30, sessanta: 60, novanta: 90, cento: 100 },
  pt: { doze: 12, quinze: 15, vinte: 20, trinta: 30, sessenta: 60, noventa: 90, cem: 100 },
  ru: {
    ...{ двух: 2, двумя: 2, трёх: 3, трех: 3, четырёх: 4, четырех: 4, пяти: 5, шести: 6, семи: 7, восьми: 8 },
    ...{ девяти: 9, десяти: 10, двенадцать: 12, двенадцати: 12, пятнадцать: 15, двадцать: 20, двадцати: 20 },
    ...{ тридцать: 30, шестьдесят: 60, девяносто: 90, сто: 100 },
  },
  ar: {
    ثلاث: 3,
    أربع: 4,
    خمس: 5,
    ست: 6,
    سبع: 7,
    ثماني: 8,
    تسع: 9,
    عشر: 10,
    عشرين: 20,
    ثلاثين: 30,
    ستين: 60,
    تسعين: 90,
  },
}

/** After a duration: an age, or a time that is counted from the document's day. */
const NOT_AFTER =
  /^(?: de edad| d[’']âge| alt(?!\p{L})| di età| de idade| fa(?!\p{L})| назад| тому назад| plus tôt(?!\p{L}))/u
const NOT_BEFORE = /(?:âgée?s? de|, d[ei]|il y a|hace|vor|há|منذ|قبل|[\p{N}.,/$€£-]) ?$/iu

/** The matches of an expression at the words that may begin one: digits, and words of numbers. */
function* stickyMatches(
  pattern: RegExp,
  begins: ReadonlySet<string>,
  words: Words,
): Iterable<RegExpExecArray> {
  for (const [index, key] of words.keys.entries()) {
    if (!(/^[\d٠-٩]/.test(key) || begins.has(key.slice(0, PREFIX)))) continue
    pattern.lastIndex = startOf(words, index)
    const match = pattern.exec(words.text)
    if (match) yield match
  }
}

interface Reader {
  readonly matches: (words: Words) => Iterable<RegExpExecArray>
  readonly countOf: (words: string) => number | undefined
  readonly letterOf: (unit: string) => string
}

const readerFor = (language: Exclude<Language, 'zh'>): Reader => {
  const { counts, units } = CALENDARS[language]
  const more = MORE[language]
  // "one year" is as often "a year": one is counted in figures only.
  const patterns = counts.slice(1).map(source => new RegExp(`^(?:${source})$`, 'iu'))
  const kinds = units.map(source => new RegExp(`^(?:${source})$`, 'iu'))
  const count = `\\d{1,4}|[٠-٩]{1,4}|${[...Object.keys(more), ...counts.slice(1)].join('|')}`
  const begins = new Set([...Object.keys(more), ...counts].flatMap(beginningsOf))
  const pattern = new RegExp(`(${count})[ \\u00a0\\n](${units.join('|')})(?![\\p{L}\\p{N}-])`, 'yiu')
  return {
    matches: words => stickyMatches(pattern, begins, words),
    countOf: words => {
      const at = patterns.findIndex(pattern => pattern.test(words))
      return number(words) ?? more[words.toLowerCase()] ?? (at >= 0 ? at + 2 : undefined)
    },
    letterOf: unit => LETTERS[kinds.findIndex(kind => kind.test(unit))] ?? 'D',
  }
}

const HAN_DURATION =
  /(?<![\d.,第\p{Script=Han}二三四五六七八九十百])(\d{1,3}|[两二三四五六七八九十百]{1,3})( ?(?:天|(?:个)?(?:星期|周)|个月|年))(?![级度代之以前后底初末中春夏秋冬的]|\d|[一二三四五六七八九十]{1,3}月)|(?<=[在为达约近满逾的长了])(\d{1,3}|[两二三四五六七八九十百]{1,3})( ?(?:天|(?:个)?(?:星期|周)|个月|年))(?=[内期，。、；来间中以]|时间|之内|左右|的)/gu

const HAN: Reader = {
  matches: ({ text }) => text.matchAll(HAN_DURATION),
  countOf: words => hanNumber(words.replace('两', '二')),
  letterOf: unit => (unit.includes('天') ? 'D' : unit.includes('月') ? 'M' : unit.includes('年') ? 'Y' : 'W'),
}

const readers = new Map<Language, Reader>()
const readerOf = (language: Language): Reader => {
  const known = readers.get(language)
  if (known) return known
  const made = language === 'zh' ? HAN : readerFor(language)
  readers.set(language, made)
  return made
}

const NEAR = 16

/** After a duration: it counts from the last date before. */
const LATER =
  /^(?: plus tard| después| más tarde| später| dopo| più tardi| depois| mais tarde| спустя|后)(?!\p{Ll})/u
const UNIT_OF: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  ...{ D: 'day', W: 'week', M: 'month', Y: 'year' },
}
const REACH = 600

/** "twenty years later" as a day of its own, where a date before it fixes one. */
const counted = (text: string, dates: readonly DateMention[], one: DateMention): DateMention => {
  const later = LATER.exec(text.slice(one.end, one.end + NEAR))?.[0]
  const from = dates.slice(0, spanAt(dates, one.start) + 1).findLast(({ value }) => value.interval !== null)
  const unit = UNIT_OF[one.value.edtf.slice(-1)]
  if (later === undefined || !from?.value.interval || !unit || one.start - from.end > REACH) return one
  const resolved = bySteps(unit, Number.parseInt(one.value.edtf.slice(1), 10), from.value.interval.from)
  if (!resolved) return one
  const end = one.end + later.length
  const value: DateValue = { ...resolved, basis: 'nearest-date' }
  return { ...one, end, text: text.slice(one.start, end), value, rule: 'date-counted' }
}

const durationAt = (
  { countOf, letterOf }: Reader,
  text: string,
  match: RegExpExecArray,
): readonly DateMention[] => {
  const [whole, words = match[3] ?? '', unit = match[4] ?? ''] = match
  const [start, end] = [match.index, match.index + whole.length]
  const count = countOf(words)
  if (!count || NOT_AFTER.test(text.slice(end, end + NEAR))) return []
  if (NOT_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))) return []
  const value: DateValue = {
    interval: null,
    precision: 'duration',
    basis: 'stated',
    edtf: `P${count}${letterOf(unit)}`,
  }
  return [{ kind: 'date', start, end, text: whole, value, confidence: 'medium', rule: 'date-duration' }]
}

/** The dates of a text with its durations: "huit ans", "drei Jahre", "八年". */
export const withLocalDurations = (
  language: Language,
  words: Words,
  dates: readonly DateMention[],
): readonly DateMention[] => {
  const reader = readerOf(language)
  const cover = coverOf(dates)
  const durations = [...reader.matches(words)]
    .flatMap(match => durationAt(reader, words.text, match))
    .map(one => counted(words.text, dates, one))
    .filter(one => !cover.touches(one))
  return [...dates, ...durations]
}
