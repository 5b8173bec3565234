import { type Day, dayFrom, monthLength, parseDay } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import type { StatedDate } from './dateforms.ts'
import type { Line } from './lines.ts'
import type { DateValue } from './mention.ts'

/** A date in a language other than English, or in figures alone. */
export interface ForeignDate extends Span {
  readonly value: DateValue
  readonly form: StatedDate['form']
}

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'januar', 'jänner', 'enero', 'gennaio', 'janeiro'],
  ['février', 'fevrier', 'februar', 'febrero', 'febbraio', 'fevereiro'],
  ['mars', 'märz', 'marzo', 'março'],
  ['avril', 'april', 'abril', 'aprile'],
  ['mai', 'mayo', 'maggio', 'maio'],
  ['juin', 'juni', 'junio', 'giugno', 'junho'],
  ['juillet', 'juli', 'julio', 'luglio', 'julho'],
  ['août', 'aout', 'august', 'agosto'],
  ['septembre', 'september', 'septiembre', 'setiembre', 'settembre', 'setembro'],
  ['octobre', 'oktober', 'octubre', 'ottobre', 'outubro'],
  ['novembre', 'november', 'noviembre', 'novembro'],
  ['décembre', 'decembre', 'dezember', 'diciembre', 'dicembre', 'dezembro'],
]
const NUMBER_OF = new Map(MONTHS.flatMap((names, index) => names.map(name => [name, index + 1] as const)))
const NAMES = [...NUMBER_OF.keys()].sort((a, b) => b.length - a.length).join('|')
const IN_WORDS = new RegExp(
  `(?<![\\p{L}\\d])(?<!\\d ?[–-] ?)(?:(\\d{1,2})(?:er|\\.|º)? (?:de )?)?(${NAMES})(?: de| del)? ((?:19|20)\\d{2})(?!\\d)`,
  'giu',
)
/** "Abril 4 de 2022", "27. 11. 2023": as papers of Colombia and of Germany print a day. */
const MONTH_FIRST = new RegExp(`(?<!\\p{L})(${NAMES}) (\\d{1,2}) del? ((?:19|20)\\d{2})(?!\\d)`, 'giu')
const PARTED = /(?<![\d./-])(\d{1,2})\. (\d{1,2})\. ((?:19|20)\d{2})(?!\d)/g

const YEAR = /(?:19|20)\d{2}/
const IN_FIGURES = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?![\d/-])/g

const YEAR_FIRST = /(?<![\d./-])((?:19|20)\d{2})[./](\d{2})[./](\d{2})(?![\d/])/g

/** An English date that a copy has run together with the hour: "June 24, 20254:12 PM". */
const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
)
const GLUED = new RegExp(
  `\\b(?:(${ENGLISH.join('|')}) (\\d{1,2}),|(\\d{1,2}) (${ENGLISH.join('|')})) ((?:19|20)\\d{2})(?=\\d{1,2}:\\d{2})`,
  'g',
)

/** A quarterly gives its season and the month in which it came out: "Autumn 2019 (October)". */
const SEASON = new RegExp(
  `^(?:spring|summer|autumn|fall|winter) (?:(?:19|20)\\d{2}[/–-])?((?:19|20)\\d{2}) \\((${ENGLISH.join('|')})\\)$`,
  'i',
)

/** The month of a leaflet on a line of its own: "07/2015". */
const MONTH_OF_ISSUE = /^(0[1-9]|1[0-2])\/((?:19|20)\d{2})$/

const two = (value: string | number): string => String(value).padStart(2, '0')

const dayValue = (day: Day): DateValue => ({
  interval: { from: day, until: day },
  precision: 'day',
  basis: 'stated',
  edtf: day,
})

const monthValue = (year: number, month: number): DateValue => ({
  interval: { from: dayFrom(year, month, 1), until: dayFrom(year, month, monthLength(year, month)) },
  precision: 'month',
  basis: 'stated',
  edtf: `${year}-${two(month)}`,
})

const monthNumber = (name = ''): number =>
  ENGLISH.findIndex(month => month.toLowerCase() === name.toLowerCase()) + 1

const valueFrom = (date: string | undefined, month: number, year: string): DateValue | undefined => {
  if (date === undefined) return monthValue(Number(year), month)
  const day = parseDay(`${year}-${two(month)}-${two(date)}`)
  return day && dayValue(day)
}

/** Points between figures stand behind a day, then a month, wherever they are in use: "2.4.2025". */
const isPointed = (whole: string): boolean => /^\d{1,2}\.\d{1,2}\./.test(whole)

/** Day and month in figures, where only one order of them makes a date; both orders where they are the same. */
const inFigures = (first: string, second: string, year: string): DateValue | undefined => {
  if (Number(first) <= 12 && Number(second) <= 12 && first !== second) return undefined
  const [date, month] = Number(second) > 12 ? [second, first] : [first, second]
  return valueFrom(date, Number(month), year)
}

/** The dates of a line in French, German, Spanish, Italian and Portuguese, and those in figures that are sure. */
export const foreignDates = ({ text, start }: Line): readonly ForeignDate[] => {
  const head = text.slice(0, 400)
  if (!YEAR.test(head)) return []
  const found: ForeignDate[] = []
  const add = (at: number, length: number, value: DateValue | undefined): void => {
    if (value) found.push({ start: start + at, end: start + at + length, value, form: 'day' })
  }
  const issue = MONTH_OF_ISSUE.exec(head)
  if (issue) add(0, issue[0].length, valueFrom(undefined, Number(issue[1]), issue[2] ?? ''))
  const season = SEASON.exec(head)
  if (season) add(0, season[0].length, valueFrom(undefined, monthNumber(season[2]), season[1] ?? ''))
  for (const { 0: whole, 1: date, 2: month = '', 3: year = '', index } of head.matchAll(IN_WORDS))
    if (date !== undefined || !/\d(?:er|\.|º)? (?:de )?$/.test(head.slice(0, index)))
      add(index, whole.length, valueFrom(date, NUMBER_OF.get(month.toLowerCase()) ?? 1, year))
  for (const { 0: whole, 1: month = '', 2: date, 3: year = '', index } of head.matchAll(MONTH_FIRST))
    add(index, whole.length, valueFrom(date, NUMBER_OF.get(month.toLowerCase()) ?? 1, year))
  for (const { 0: whole, 1: date, 2: month, 3: year = '', index } of head.matchAll(PARTED))
    if (Number(month) <= 12) add(index, whole.length, valueFrom(date, Number(month), year))
  for (const { 0: whole, 1: year = '', 2: month, 3: date, index } of head.matchAll(YEAR_FIRST))
    add(index, whole.length, valueFrom(date, Number(month), year))
  for (const { 0: whole, 1: month, 2: date, 3: first, 4: second = '', 5: year = '', index } of head.matchAll(
    GLUED,
  ))
    add(index, whole.length, valueFrom(date ?? first, ENGLISH.indexOf(month ?? second) + 1, year))
  for (const { 0: whole, 1: first = '', 3: second = '', 4: year = '', index } of head.matchAll(IN_FIGURES))
    add(
      index,
      whole.length,
      isPointed(whole) && Number(second) <= 12
        ? valueFrom(first, Number(second), year)
        : inFigures(first, second, year),
    )
  return found
}
