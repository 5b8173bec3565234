import type { Relative, Ymd } from '../dateforms.ts'
import type { LocalForm, LocalForms, Reading } from './dateforms.ts'

const HAN_DIGITS = '〇零一二三四五六七八九'
const DIGIT_OF = new Map([...'〇一二三四五六七八九'].map((digit, value) => [digit, value] as const))

/** A number in Han characters: digit by digit ("二〇〇八"), or with tens and hundreds ("二十一"). */
export const hanNumber = (text: string): number | undefined => {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('零', '〇')
  if (!/[十百]/.test(plain))
    return Number([...plain].map(digit => DIGIT_OF.get(digit) ?? '').join('')) || undefined
  const [hundreds = '', rest = ''] = plain.includes('百') ? plain.split('百') : ['', plain]
  const [tens, units = ''] = rest.includes('十') ? rest.split('十') : [undefined, rest.replace('〇', '')]
  const ten = tens === undefined ? 0 : (DIGIT_OF.get(tens) ?? 1)
  return (DIGIT_OF.get(hundreds) ?? 0) * 100 + ten * 10 + (DIGIT_OF.get(units) ?? 0)
}

const NUMBER = `(?:\\d{1,2}|[十${HAN_DIGITS}]{1,3})`
const YEAR = `((?:1[5-9]|20)\\d{2}|[一二][${HAN_DIGITS}]{3}) ?年`
const MONTH = ` ?(${NUMBER}) ?月(?:份)?`
const DAY = ` ?(${NUMBER}) ?[日号]`

const sticky = (source: string): RegExp => new RegExp(source, 'yu')
const num = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : hanNumber(text)

const ymd = (year?: string, month?: string, day?: string): Ymd => {
  const [y, m, d] = [num(year), num(month), num(day)]
  return {
    ...(y !== undefined && { year: y }),
    ...(m !== undefined && { month: m }),
    ...(d !== undefined && { day: d }),
  }
}
const one = (date: Ymd): Reading => ({ first: date, last: date })

const UNTIL = ' ?(?:至|到|—|–|-|~|和) ?'
const PARTS: Readonly<Record<string, 'early' | 'mid' | 'end'>> = {
  初: 'early',
  上旬: 'early',
  中: 'mid',
  中旬: 'mid',
  底: 'end',
  末: 'end',
  下旬: 'end',
}
const PART = '(初|上旬|中旬|底|末|下旬)?'

const withPart = (date: Ymd, part: string | undefined): Reading => {
  const modifier = PARTS[part ?? '']
  return { first: date, last: date, ...(modifier && { modifier }) }
}

const SEASONS = ['春', '夏', '秋', '冬']

const STATED: readonly LocalForm[] = [
  {
    name: 'day-month-to-day-month',
    pattern: sticky(`(?:${YEAR})?${MONTH}${DAY}${UNTIL}(?:${YEAR})?(?:${MONTH})?${DAY}`),
    read: ([, year, month, day, toYear, toMonth, toDay]) => ({
      first: ymd(year ?? toYear, month, day),
      last: ymd(toYear ?? year, toMonth ?? month, toDay),
    }),
  },
  {
    name: 'day-month-year',
    pattern: sticky(`(?:${YEAR})?${MONTH} ?(${NUMBER})${UNTIL}(${NUMBER}) ?[日号]`),
    read: ([, year, month, day, toDay]) => ({ first: ymd(year, month, day), last: ymd(year, month, toDay) }),
  },
  {
    name: 'day-month-year',
    pattern: sticky(`(?:${YEAR})?${MONTH}${DAY}`),
    read: ([, year, month, day]) => one(ymd(year, month, day)),
  },
  {
    name: 'month-to-month-year',
    pattern: sticky(`${YEAR}${MONTH}${UNTIL}(?:${YEAR})?${MONTH}`),
    read: ([, year, month, toYear, toMonth]) => ({
      first: ymd(year, month),
      last: ymd(toYear ?? year, toMonth),
    }),
  },
  {
    name: 'month-year',
    pattern: sticky(`${YEAR}${MONTH}${PART}`),
    read: ([, year, month, part]) => withPart(ymd(year, month), part),
  },
  {
    name: 'season-year',
    pattern: sticky(`${YEAR} ?([春夏秋冬])[季天]?`),
    read: ([, year, season = '']) => ({
      ...(one(ymd(year)) as object),
      first: ymd(year),
      last: ymd(year),
      season: (SEASONS.indexOf(season) + 1) as 1 | 2 | 3 | 4,
    }),
  },
  {
    name: 'year-to-year',
    pattern: sticky(`((?:1[5-9]|20)\\d{2}) ?年?${UNTIL}((?:1[5-9]|20)\\d{2}) ?年`),
    read: ([, from, until]) => ({ first: ymd(from), last: ymd(until) }),
  },
  {
    name: 'year',
    pattern: sticky(`${YEAR}(初|中期|底|末)?(?!代)`),
    read: ([, year, part]) => withPart(ymd(year), part),
  },
  {
    name: 'iso',
    pattern: sticky('((?:19|20)\\d{2})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)'),
    read: ([, year, , month, day]) => one(ymd(year, month, day)),
  },
  {
    name: 'month',
    pattern: sticky(`${MONTH}${PART}(?![\\d一二三四五六七八九十])`),
    read: ([, month, part]) => withPart(ymd(undefined, month), part),
  },
]

const RELATIVE: readonly (readonly [string, Relative])[] = [
  ['昨[天日晚]', { unit: 'day', steps: -1 }],
  ['前天', { unit: 'day', steps: -2 }],
  ['今[天晚]|今日', { unit: 'day', steps: 0 }],
  ['明[天日]', { unit: 'day', steps: 1 }],
  ['上(?:个)?(?:星期|周)(?![一二三四五六日天末])', { unit: 'week', steps: -1 }],
  ['(?:本|这)(?:个)?(?:星期|周)(?![一二三四五六日天末])', { unit: 'week', steps: 0 }],
  ['下(?:个)?(?:星期|周)(?![一二三四五六日天末])', { unit: 'week', steps: 1 }],
  ['上(?:个)?月', { unit: 'month', steps: -1 }],
  ['(?:本|这个)月', { unit: 'month', steps: 0 }],
  ['下(?:个)?月', { unit: 'month', steps: 1 }],
  ['去年(?![春夏秋冬\\d一二三四五六七八九十])', { unit: 'year', steps: -1 }],
  ['今年(?![春夏秋冬\\d一二三四五六七八九十])', { unit: 'year', steps: 0 }],
  ['明年(?![春夏秋冬\\d一二三四五六七八九十])', { unit: 'year', steps: 1 }],
  ['去年夏[天季]', { unit: 'season', season: 2, which: 'last' }],
]

const WEEKDAYS = '日一二三四五六'

const weekday: LocalForm = {
  name: 'weekday',
  pattern: sticky('(上|下|本)?(?:个)?(?:星期|周|礼拜)([一二三四五六日天])'),
  read: ([, which = '', day = '']) => ({
    relative: {
      unit: 'weekday',
      weekday: Math.max(0, WEEKDAYS.indexOf(day)),
      which: which === '上' ? 'last' : which === '下' ? 'next' : 'near',
    },
  }),
}

const UNITS = [
  ['[天日]', 'day'],
  ['(?:个)?(?:星期|周)', 'week'],
  ['个月', 'month'],
  ['年', 'year'],
] as const

const AGO: readonly LocalForm[] = UNITS.map(([source, unit]) => ({
  name: 'relative-ago',
  pattern: sticky(`(\\d{1,3}|[两一二三四五六七八九十]{1,2})${source}(?:前|之前|以前)`),
  read: ([, count = '']) => ({ relative: { unit, steps: -(hanNumber(count.replace('两', '二')) ?? 0) } }),
}))

const relative: readonly LocalForm[] = RELATIVE.map(([source, value]) => ({
  name: `relative-${value.unit}`,
  pattern: sticky(`(?:${source})`),
  read: () => ({ relative: value }),
}))

/** The forms of dates in Chinese. */
export const HAN_FORMS: LocalForms = {
  digits: [...STATED, ...AGO],
  words: [...relative, weekday, ...STATED, ...AGO],
}
