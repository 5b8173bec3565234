import { describe, expect, test } from 'vitest'
import type { DateMention } from '../../src/core/documents/index.ts'
import { expectMarks, read } from './support.ts'

const dates = (text: string, date?: string): readonly DateMention[] =>
  read(text, date).mentions.filter(mention => mention.kind === 'date')

const holds = (title: string, notations: readonly string[], date?: string): void => {
  describe(title, () => {
    test.each(notations)('%s', notation => expectMarks('date', notation, date))
  })
}

holds('a date says its day, month or year in many forms', [
  'on [6 September 2024|2024-09-06], on [September 6, 2024|2024-09-06], on [Sept. 6, 2024|2024-09-06]',
  'on the [6th of September 2024|2024-09-06]',
  'on [2024-09-06|2024-09-06] at noon; [11 SEP 2001|2001-09-11]; this [30th day of May 2008|2008-05-30]',
  'in [August 2010|2010-08]; the [May 2008|2008-05] session; in [2008|2008]',
  'filed [011943Z DEC 08|2008-12-01]',
  'from [3-7 November 2008|2008-11-03/2008-11-07]; [November 3–7, 2008|2008-11-03/2008-11-07]',
  'from [30 May to 2 June 2008|2008-05-30/2008-06-02]; [October 2001 to March 2002|2001-10/2002-03]',
  'in [summer 2006|2006-22]; the [winter of 2006-07|2006-24]; in the [1990s|199X]; [2005–2015|2005/2015]',
])

holds('a date of numbers counts only where day and month cannot be exchanged', [
  'on [22/12/2009|2009-12-22] and [12/22/2009|2009-12-22] and [05/05/2009|2009-05-05]',
  'on [30.04.2010|2010-04-30] and [03.04.2010|2010-04-03], not on 06/09/2024',
])

holds('a number of four digits is a year only where a year is expected', [
  'In [2008|2008] it was signed (Oslo, [2008|2008]). This is not [2008|2008].',
  'since [1993|1993], by [2018|2018], after [2018|2018], the [2026|2026] Review Conference, the [2008|2008] mandate',
  'Some 2008 munitions cost $2000, call 202-555-2008 or see S/2013/2014 and Resolution 2139.',
  'Under the Landmines Act 1998 and flight 2008, 2008 soldiers fell; 1999.5 tonnes, 2008% and £2008.',
  'The war ([1992|1992]) and the year [2003|2003]',
])

holds('a word that is a month only sometimes counts as one only there', [
  'The treaty may bind. May it last! They march on. March on!',
  'In [May 2008|2008-05] Prime Minister May and April Smith met.',
  'Article 2 May be amended; the 31 February 2008 never came.',
])

holds(
  'a date without its year takes it from the document',
  [
    'On [December 3|2008-12-03] it will be opened; on [June 19|2008-06-19] it was signed.',
    'the [December|2008-12] signing; on [September 30|2008-09-30] the advice was issued',
    'the [2009|2009] sessions ([February 16-20|2009-02-16/2009-02-20] and [April 14-17|2009-04-14/2009-04-17])',
    '[this year|2008] and [next year|2009]; [last month|2008-11]; [last summer|2008-22]; [last July|2008-07]',
    '[yesterday|2008-11-30], [two weeks ago|2008-11-17/2008-11-23]',
  ],
  '2008-12-01',
)

holds(
  'a year that is told behind a day is its year, and "this Friday" is of this week',
  [
    'It signed on [12 March|2022-03-12] [last year|2022].',
    'It will meet on [12 March|2024-03-12] [next year|2024].',
    'in [March of last year|2022-03]; [a fortnight ago|2023-06-26/2023-07-02]',
    '[the day before yesterday|2023-07-08] and [the day after tomorrow|2023-07-12]',
    'They meet [this Friday|2023-07-14].',
  ],
  '2023-07-10',
)

holds(
  'a weekday is the last one past, or the next where the sentence looks ahead',
  [
    'On [Friday|2023-07-07] he said that it was clear on [Thursday|2023-07-06].',
    'He will hold meetings on [Saturday|2023-07-08]. The summit is [next week|2023-07-10/2023-07-16].',
    'On [Tuesday|2023-07-04] the parliament voted; the President will sign [next Monday|2023-07-10].',
  ],
  '2023-07-07',
)

test('lists of days, ranges, lengths and the marks of copyright', () => {
  const valuesIn = (text: string): readonly string[] =>
    read(text, '2021-05-10').mentions.flatMap(one =>
      one.kind === 'date' ? [`${one.text} = ${one.value.edtf}`] : [],
    )
  expect(valuesIn('Snow fell on March 2, 4 and 9.')).toEqual([
    'March 2 = 2021-03-02',
    '4 = 2021-03-04',
    '9 = 2021-03-09',
  ])
  expect(valuesIn('It was on March 3 or 4, 2019.')).toEqual(['March 3 = 2019-03-03', '4, 2019 = 2019-03-04'])
  expect(valuesIn('The fair is held 11 to 14 March.')).toEqual(['11 to 14 March = 2021-03-11/2021-03-14'])
  expect(valuesIn('It could take 2-3 years.')).toEqual(['2-3 years = P2Y/P3Y'])
  expect(valuesIn('A daylong walk and a year-long course')).toEqual(['daylong = P1D', 'year-long = P1Y'])
  expect(valuesIn('They signed within a month.')).toEqual(['a month = P1M'])
  expect(valuesIn('Norway signed it a decade ago.')).toEqual(['a decade ago = 2011'])
  expect(valuesIn('Photo © 2017 Anna')).toEqual(['2017 = 2017'])
})

test('a year that belongs to a pact dates nothing else, and what will be is to come', () => {
  const last = (text: string) => read(text, '2021-05-10').mentions.findLast(one => one.kind === 'date')?.value
  expect(last('Norway praised the 2013 pact, and the fair opened April 9.')).toMatchObject({
    edtf: '2021-04-09',
  })
  expect(last('They open the upcoming August 3-5 fair, she said.')).toMatchObject({
    edtf: '2021-08-03/2021-08-05',
  })
  expect(last('The bakers will meet on Friday in the rebuilt hall.')).toMatchObject({
    edtf: '2021-05-14',
  })
})

describe('without a document date what counts from it stays open, and keeps its form', () => {
  test.each([
    ['On December 3 they met.', 'December 3', 'XXXX-12-03'],
    ['On Friday they left.', 'Friday', 'XXXX-XX-XX'],
    ['It was decided last year in March.', 'last year in March', 'XXXX-03'],
    ['It was decided last year.', 'last year', 'XXXX'],
    ['They met last summer.', 'last summer', 'XXXX-22'],
    ['They met two weeks ago.', 'two weeks ago', 'XXXX-XX-XX/XXXX-XX-XX'],
  ])('%s', (sentence, text, edtf) => {
    expect(dates(sentence)).toMatchObject([{ text, value: { interval: null, edtf }, confidence: 'low' }])
  })
})

test('without a document date the year of a date nearby is a guess of low confidence', () => {
  const [, second] = dates('It was signed on 3 December 2008. On December 4 two more signed.')
  expect(second).toMatchObject({
    value: { edtf: '2008-12-04', basis: 'nearest-date' },
    confidence: 'low',
  })
})

test('an interval covers all that the words name, and the modifier says which part or side', () => {
  const found = dates(
    'in late July 2024, since mid-2023, before March 6, 2025, the end of 2011, post-2018 rules',
  )
  expect(found.map(({ text, value }) => [text, value.modifier, value.interval])).toEqual([
    ['late July 2024', 'late', { from: '2024-07-01', until: '2024-07-31' }],
    ['mid-2023', 'mid', { from: '2023-01-01', until: '2023-12-31' }],
    ['March 6, 2025', 'before', { from: '2025-03-06', until: '2025-03-06' }],
    ['end of 2011', 'end', { from: '2011-01-01', until: '2011-12-31' }],
    ['2018', 'after', { from: '2018-01-01', until: '2018-12-31' }],
  ])
})

test('a season is three months, and winter runs into the next year', () => {
  const [winter] = dates('in winter 2007')
  expect(winter?.value).toMatchObject({
    precision: 'season',
    interval: { from: '2007-12-01', until: '2008-02-29' },
  })
})

test('a range over New Year ends in the next year', () => {
  const [range] = dates('from 30 December to 2 January', '2024-01-05')
  expect(range?.value.interval).toEqual({ from: '2023-12-30', until: '2024-01-02' })
})

holds('a half of a year is a period of it', ['It decides in the [first half of 2024|2024-01/2024-06].'])

holds(
  'two days joined by a word are two dates, and have the year that stands behind the second',
  [
    'It fired on [Aug. 29|2017-08-29] and [Sept. 15, 2017|2017-09-15], and on [3 May|2010-05-03], [5 June|2010-06-05] and [7 July 2010|2010-07-07].',
    'The plan of [4 July 2016|2016-07-04] failed. It fired on [Aug. 29|2016-08-29] and [Sept. 15 of that year|2016-09-15].',
  ],
  '2018-06-05',
)

holds(
  'so many years ago today is a day',
  [
    'It opened [25 years ago tomorrow|1997-12-03] and closed [ten years ago today|2012-12-02], not [2 years ago|2020].',
  ],
  '2022-12-02',
)

test.each([
  ['Over the past 10 years aid has grown.', '10 years', 'P10Y'],
  ['In the last 48 hours troops arrived.', '48 hours', 'PT48H'],
  ['It was spent over two and a half decades.', 'two and a half decades', 'P25Y'],
  ['It lasted for almost a year.', 'a year', 'P1Y'],
  ['It came a day after the vote.', 'a day', 'P1D'],
  ['The limits hold for one more year.', 'one more year', 'P1Y'],
  ['He gave a 108-minute speech.', '108-minute', 'PT108M'],
  ['One day it will end. A year ago it began.', undefined, undefined],
])('a length of time: %s', (text, words, edtf) => {
  const lengths = read(text).mentions.flatMap(one =>
    one.kind === 'date' && one.value.precision === 'duration' ? [one] : [],
  )
  expect(lengths.map(one => [one.text, one.value.edtf])).toEqual(words === undefined ? [] : [[words, edtf]])
})

test('what is counted from a date before is a day, unless the day stands behind it', () => {
  const dates = (text: string) =>
    read(text).mentions.flatMap(one => (one.kind === 'date' ? [`${one.text} = ${one.value.edtf}`] : []))
  expect(dates('It flew on 4 July 2017, and another flew 24 days after that.')).toEqual([
    '4 July 2017 = 2017-07-04',
    '24 days after that = 2017-07-28',
  ])
  expect(dates('It closed on 4 July 2017 and began 180 days afterwards, on 31 December 2017.')).toEqual([
    '4 July 2017 = 2017-07-04',
    '180 days = P180D',
    '31 December 2017 = 2017-12-31',
  ])
})
