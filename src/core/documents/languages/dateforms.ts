import type { DateForm, Relative, StatedDate, Ymd } from '../dateforms.ts'
import { keyOf } from '../words.ts'
import type { Calendar, RelativeWords } from './calendars.ts'

/** A form of dates of a language. */
export interface LocalForm extends DateForm<Reading> {
  /** Sources of what its first word may be; none where it may be any. */
  readonly begins?: readonly string[]
}

/** What a form says, without its place. */
export type Reading = Omit<StatedDate, 'start' | 'end' | 'form'> | { readonly relative: Relative }

const DIGIT = '[0-9٠-٩۰-۹]'
const GAP = '(?:[ \\t\\u00a0\\u2009\\u202f]|[ \\t]?\\r?\\n[ \\t]?)'
const YEAR = `((?:[1١۱][5-9٥-٩۵-۹]|[2٢۲][0٠۰])${DIGIT}{2})(?!${DIGIT})`
const DAY_NUMBER = `${DIGIT}{1,2}(?!${DIGIT})`
const END = '(?![\\p{L}\\p{N}])'

const sticky = (source: string): RegExp => new RegExp(source.replaceAll(' ', GAP), 'yiu')

/** A number in any of the digits. */
export const number = (text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return undefined
  const ascii = text.replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
  const value = Number.parseInt(
    ascii.replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0)),
    10,
  )
  return Number.isNaN(value) ? undefined : value
}

const ymd = (year: number | undefined, month?: number, day?: number): Ymd => ({
  ...(year !== undefined && { year }),
  ...(month !== undefined && { month }),
  ...(day !== undefined && { day }),
})
const one = (date: Ymd): Reading => ({ first: date, last: date })

/** The place in a list of sources of the one that matches a whole text. */
const placeIn = (list: readonly string[]): ((text: string) => number) => {
  const patterns = list.map(source => new RegExp(`^(?:${source})$`, 'iu'))
  return text => patterns.findIndex(pattern => pattern.test(text.replace(/\s+/g, ' ')))
}

/** A month: by one name, or by both of its names with a stroke between. */
const monthSource = ({ months }: Calendar): string => {
  const any = months.join('|')
  return `(?:${any})${END}(?: ?\\/ ?(?:${any})${END})?`
}

interface Parts {
  readonly day: string
  readonly month: string
  readonly calendar: Calendar
  readonly monthOf: (text: string | undefined) => number | undefined
  readonly dayOf: (text: string | undefined) => number | undefined
}

const partsOf = (calendar: Calendar): Parts => {
  const place = placeIn(calendar.months)
  const isFirst = new RegExp(`^${calendar.firstDay}$`, 'iu')
  return {
    calendar,
    day: `(?:(${DAY_NUMBER})${calendar.ordinal}|(${calendar.firstDay}))`,
    month: `(${monthSource(calendar)})`,
    monthOf: text => (text === undefined ? undefined : place(text.split('/')[0]?.trim() ?? '') + 1),
    dayOf: text => (text !== undefined && isFirst.test(text) ? 1 : number(text)),
  }
}

const dayForms = ({ calendar, day, month, monthOf, dayOf }: Parts): readonly LocalForm[] => {
  const { beforeMonth, beforeYear, afterYear, until, sameYear, thisYear } = calendar
  const year = `(?:,? ${beforeYear}${YEAR}${afterYear}|${sameYear}|${thisYear})?`
  return [
    {
      name: 'day-month-to-day-month',
      begins: [calendar.firstDay],
      pattern: sticky(
        `${day} ${beforeMonth}${month}${year}(?:${until})(?:le |el |il |o )?${day} ${beforeMonth}${month}${year}`,
      ),
      read: ([, a, b, from, fromYear, c, d, to, toYear]) => ({
        first: ymd(number(fromYear ?? toYear), monthOf(from), dayOf(a ?? b)),
        last: ymd(number(toYear ?? fromYear), monthOf(to), dayOf(c ?? d)),
      }),
    },
    {
      name: 'day-month-year',
      begins: [calendar.firstDay],
      pattern: sticky(`${day}(?:(?:${until})${day})? ${beforeMonth}${month}${year}`),
      read: ([, a, b, c, d, name, year]) => ({
        first: ymd(number(year), monthOf(name), dayOf(a ?? b)),
        last: ymd(number(year), monthOf(name), dayOf(c ?? d ?? a ?? b)),
      }),
    },
  ]
}

const NUMERIC: LocalForm = {
  name: 'numeric',
  pattern: sticky(`(${DIGIT}{1,2})([./-])(${DIGIT}{1,2})\\2${YEAR}`),
  read: ([, day, , month, year]) => one(ymd(number(year), number(month), number(day))),
}
const ISO: LocalForm = {
  name: 'iso',
  pattern: sticky(`${YEAR}([-/.])(${DIGIT}{1,2})\\2(${DIGIT}{1,2})(?![${DIGIT.slice(1, -1)}-])`),
  read: ([, year, , month, day]) => one(ymd(number(year), number(month), number(day))),
}

const yearForms = ({ calendar }: Parts): readonly LocalForm[] => {
  const { afterYear, decade } = calendar
  const ten = `([12]\\d\\d0)`
  return [
    {
      name: 'decade',
      begins: [decade('')],
      pattern: sticky(`(?:${decade(ten)})${END}`),
      read: match => {
        const year = number(match.slice(1).find(group => group !== undefined))
        return year === undefined ? undefined : { first: ymd(year), last: ymd(year + 9), decade: true }
      },
    },
    {
      name: 'year-to-year',
      pattern: sticky(`${YEAR}[-‐‑–—/](${DIGIT}{4}|${DIGIT}{2})(?!${DIGIT}|[\\p{L}%-])${afterYear}`),
      read: ([, from, until = '']) => {
        const first = number(from) ?? 0
        const short = number(until) ?? 0
        const last = until.length === 4 ? short : first - (first % 100) + short
        return last > first && last - first < 200 ? { first: ymd(first), last: ymd(last) } : undefined
      },
    },
    {
      name: 'year',
      pattern: sticky(`${YEAR}(?!\\p{L})${afterYear}`),
      read: ([, year]) => one(ymd(number(year))),
    },
  ]
}

const monthForms = ({ calendar, month, monthOf }: Parts): readonly LocalForm[] => {
  const { beforeYear, afterYear, until } = calendar
  return [
    {
      name: 'month-to-month-year',
      begins: calendar.months,
      pattern: sticky(
        `${month}(?:,? ${beforeYear}${YEAR}${afterYear})?(?:${until})${month},? ${beforeYear}${YEAR}${afterYear}`,
      ),
      read: ([, from, fromYear, to, toYear]) => ({
        first: ymd(number(fromYear ?? toYear), monthOf(from)),
        last: ymd(number(toYear), monthOf(to)),
      }),
    },
    {
      name: 'month-year',
      begins: calendar.months,
      pattern: sticky(`${month},? ${beforeYear}${YEAR}${afterYear}`),
      read: ([, name, year]) => one(ymd(number(year), monthOf(name))),
    },
    {
      name: 'month',
      begins: calendar.months,
      pattern: sticky(month),
      read: ([, name]) => one(ymd(undefined, monthOf(name))),
    },
  ]
}

const seasonForm = ({ calendar }: Parts): LocalForm => {
  const place = placeIn(calendar.seasons)
  return {
    name: 'season-year',
    begins: calendar.seasons,
    pattern: sticky(
      `(${calendar.seasons.join('|')}) (?:de |del |do |dell[’']|عام |[дд]о )?${YEAR}(?:[-–/]\\d{2}(?!\\d))?${calendar.afterYear}`,
    ),
    read: ([, season = '', year]) => {
      const at = (place(season) + 1) as 1 | 2 | 3 | 4
      const date = ymd(number(year))
      return { first: date, last: date, season: at }
    },
  }
}

const relativeOf = (words: RelativeWords): Relative => {
  const [, unit, steps, season] = words
  if (unit !== 'season') return { unit, steps }
  return { unit, season: season ?? 1, which: steps < 0 ? 'last' : steps > 0 ? 'next' : 'this' }
}

/** "(last|next) Friday": a source with two groups on each side, of which one may be there. */
const withSides = ({ lastOne, nextOne, lastBefore, nextBefore }: Calendar, noun: string): string => {
  const either = (last: string, next: string): string => (last === '' ? '()()' : `(?:(${last})|(${next}))?`)
  return `${either(lastBefore, nextBefore)}(${noun})${END}${either(lastOne, nextOne)}`
}

type Which = 'last' | 'this' | 'next'

const whichOf = (last: string | undefined, next: string | undefined): Which | undefined =>
  last ? 'last' : next ? 'next' : undefined

const weekdayForm = (calendar: Calendar): LocalForm => {
  const place = placeIn(calendar.weekdays)
  return {
    name: 'weekday',
    begins: [...calendar.weekdays, calendar.lastBefore, calendar.nextBefore, calendar.thisBefore],
    pattern: sticky(
      (calendar.thisBefore && `(?:${calendar.thisBefore})?`) +
        withSides(calendar, calendar.weekdays.join('|')),
    ),
    read: ([, last, next, name = '', lastAfter, nextAfter]) => ({
      relative: {
        unit: 'weekday',
        weekday: place(name),
        which: whichOf(last || lastAfter, next || nextAfter) ?? 'near',
      },
    }),
  }
}

/** "(last) June", "June of this year", "June of that year". */
const monthFromHere = ({ calendar, month, monthOf }: Parts): readonly LocalForm[] => [
  {
    name: 'relative-month-name',
    begins: [...calendar.months, calendar.lastBefore, calendar.nextBefore],
    pattern: sticky(withSides(calendar, month.slice(1, -1))),
    read: ([, last, next, name, lastAfter, nextAfter]) => {
      const which = whichOf(last || lastAfter, next || nextAfter)
      return which && { relative: { unit: 'month-name', month: monthOf(name) ?? 1, which } }
    },
  },
  {
    name: 'relative-month-name',
    begins: calendar.months,
    pattern: sticky(`${month}(?:${calendar.thisYear})${END}`),
    read: ([, name]) => ({ relative: { unit: 'month-name', month: monthOf(name) ?? 1, which: 'this' } }),
  },
  {
    name: 'month-year',
    begins: calendar.months,
    pattern: sticky(`${month}(?:${calendar.sameYear})${END}`),
    read: ([, name]) => one(ymd(undefined, monthOf(name))),
  },
]

const relativeForms = (parts: Parts): readonly LocalForm[] => {
  const { calendar } = parts
  return [
    ...calendar.relative.map(
      (words): LocalForm => ({
        name: `relative-${words[1]}`,
        begins: [words[0]],
        pattern: sticky(`(?:${words[0]})${END}`),
        read: () => ({ relative: relativeOf(words) }),
      }),
    ),
    weekdayForm(calendar),
    ...monthFromHere(parts),
  ]
}

const UNITS = ['day', 'week', 'month', 'year'] as const

const agoForms = ({ calendar }: Parts): readonly LocalForm[] => {
  const { ago, counts, units } = calendar
  const countOf = placeIn(counts)
  const count = `(${counts.join('|')}|\\d{1,3})`
  return units.map((unit, index) => ({
    name: 'relative-ago',
    begins: [ago('', ''), ...counts],
    pattern: sticky(`(?:${ago(count, `(?:${unit})`)})${END}`),
    read: match => {
      const many = match.slice(1).find(group => group !== undefined)
      const steps =
        many === undefined ? (/[نت]ين$/.test(match[0]) ? 2 : 1) : (number(many) ?? countOf(many) + 1)
      return { relative: { unit: UNITS[index] ?? 'day', steps: -steps } }
    },
  }))
}

/** How many letters of a word tell whether a date may begin with it. */
export const LETTERS = 2

/** The first letters of the branches of an expression, as far as they are plain. */
export const beginningsOf = (source: string): readonly string[] =>
  (source.replace(/\\.|\[[^\]]{0,20}\]\??/g, ' ').match(/(?<!\p{L})\p{L}{1,3}/gu) ?? []).map(word =>
    keyOf(word).slice(0, LETTERS),
  )

/** The forms of a language: those that begin with a digit, and those that begin with a word. */
export interface LocalForms {
  readonly digits: readonly LocalForm[]
  readonly words: readonly LocalForm[]
}

/** All forms of dates of a language that puts blanks between its words, in the order of trial. */
export const formsIn = (calendar: Calendar): LocalForms => {
  const parts = partsOf(calendar)
  const days = dayForms(parts)
  const ago = agoForms(parts)
  return {
    digits: [...days, ISO, NUMERIC, ...yearForms(parts), ...ago],
    words: [
      ...relativeForms(parts),
      ...ago,
      ...days,
      ...monthForms(parts),
      seasonForm(parts),
      ...yearForms(parts).filter(({ name }) => name === 'decade'),
    ],
  }
}
