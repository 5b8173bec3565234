import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  candidates,
  type Day,
  day,
  dayFrom,
  daysBetween,
  firstAnnualAfter,
  firstOfNthMonthAfter,
  inWords,
  isDay,
  mayBe,
  parseDay,
  parsePartialDay,
  partialInWords,
  weekday,
} from '../../src/core/calendar/index.ts'

const plain = (d: Day): Temporal.PlainDate => Temporal.PlainDate.from(d)
const anyDay = fc
  .integer({ min: 0, max: daysBetween(day('1900-01-01'), day('2199-12-31')) })
  .map(n => addDays(day('1900-01-01'), n))

test.each(['2010-08-01', '2024-02-29', '0001-01-01', '9999-12-31', '1900-02-28'])('%s is a day', text => {
  expect(parseDay(text)).toBe(text)
})

test.each([
  '2023-02-29',
  '1900-02-29',
  '2025-02-30',
  '2025-13-01',
  '2025-00-10',
  '2025-01-00',
  '0000-01-01',
  '2025-1-1',
  '2025-01-01T00:00',
  '٢٠٢٥-٠١-٠١',
  '',
])('"%s" is no day', text => {
  expect(isDay(text)).toBe(false)
  expect(() => day(text)).toThrow(
    `Cannot read "${text}" as a day: expected YYYY-MM-DD, for example 2010-08-01`,
  )
})

test('every day from 1900 to 2199 follows the day before, as Temporal.PlainDate has it', () => {
  let d = day('1900-01-01')
  let oracle = plain(d)
  while (d < '2199-12-31') {
    d = addDays(d, 1)
    oracle = oracle.add({ days: 1 })
    if (d !== oracle.toString()) expect(d).toBe(oracle.toString())
  }
  expect(d).toBe('2199-12-31')
})

test('adding days agrees with Temporal.PlainDate', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (d, n) => {
      expect(addDays(d, n)).toBe(plain(d).add({ days: n }).toString())
    }),
    { numRuns: 5000 },
  )
})

test('days between two days undo adding days', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      expect(addDays(a, daysBetween(a, b))).toBe(b)
      expect(daysBetween(a, b)).toBe(plain(a).until(plain(b)).days)
    }),
    { numRuns: 5000 },
  )
})

test('a month sum is exact where Temporal finds the day, and gives both days where it does not', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (d, n) => {
      const sum = addMonths(d, n)
      const constrained = plain(d).add({ months: n })
      const exists = constrained.day === plain(d).day
      expect(sum).toEqual(
        exists
          ? { is: 'exact', day: constrained.toString() }
          : {
              is: 'ambiguous',
              earlier: constrained.toString(),
              later: constrained.add({ days: 1 }).toString(),
            },
      )
    }),
    { numRuns: 5000 },
  )
})

test('the first day of the n-th month after agrees with Temporal.PlainDate', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (d, n) => {
      expect(firstOfNthMonthAfter(d, n)).toBe(plain(d).with({ day: 1 }).add({ months: n }).toString())
    }),
    { numRuns: 2000 },
  )
})

test('the day of the week agrees with Temporal.PlainDate', () => {
  fc.assert(
    fc.property(anyDay, d => {
      expect(weekday(d)).toBe(plain(d).dayOfWeek % 7)
    }),
  )
})

test.each([
  ['2010-07-30', '2011-01-01'],
  ['2010-07-31', '2011-01-01'],
  ['2011-12-01', '2012-06-01'],
  ['2015-08-31', '2016-02-01'],
  ['2015-06-10', '2015-12-01'],
  ['2011-03-24', '2011-09-01'],
])('an instrument deposited on %s binds on %s (CCM art. 17(2))', (deposit, bound) => {
  expect(firstOfNthMonthAfter(day(deposit), 6)).toBe(bound)
})

test('a late joiner is bound on a 1st, 151 to 184 days after its deposit (CCM art. 17(2))', () => {
  for (let d = day('2020-01-01'); d <= '2023-12-31'; d = addDays(d, 1)) {
    const bound = firstOfNthMonthAfter(d, 6)
    expect(bound.endsWith('-01')).toBe(true)
    expect(daysBetween(d, bound)).toBeGreaterThanOrEqual(151)
    expect(daysBetween(d, bound)).toBeLessThanOrEqual(184)
  }
})

test('a later deposit never binds earlier', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [first, second] = a <= b ? [a, b] : [b, a]
      expect(firstOfNthMonthAfter(first, 6) <= firstOfNthMonthAfter(second, 6)).toBe(true)
    }),
  )
})

test('six months after 31 August has two candidates, and after 29 August 2023 one (CCM art. 20(3))', () => {
  expect(candidates(addMonths(day('2025-08-31'), 6))).toEqual(['2026-02-28', '2026-03-01'])
  expect(addMonths(day('2023-08-29'), 6)).toEqual({ is: 'exact', day: '2024-02-29' })
})

test('years after 29 February are ambiguous unless the year leaps (CCM arts 3(2), 4(1))', () => {
  expect(addYears(day('2012-02-29'), 8)).toEqual({ is: 'exact', day: '2020-02-29' })
  expect(candidates(addYears(day('2012-02-29'), 10))).toEqual(['2022-02-28', '2022-03-01'])
})

test('180 days count the entry into force as day 0 (CCM art. 7(1))', () => {
  expect(addDays(day('2023-08-01'), 180)).toBe('2024-01-28')
  expect(addDays(day('2024-02-01'), 180)).toBe('2024-07-30')
})

test('the first 30 April is strictly after the day given (CCM art. 7(2))', () => {
  expect(firstAnnualAfter(day('2011-04-30'), '04-30')).toBe('2012-04-30')
  expect(firstAnnualAfter(day('2011-04-29'), '04-30')).toBe('2011-04-30')
  expect(firstAnnualAfter(day('2023-03-01'), '02-29')).toBe('2024-02-29')
  expect(() => firstAnnualAfter(day('2011-04-29'), '13-01')).toThrow(
    'Cannot read "13-01" as a month and day: expected MM-DD, for example 04-30',
  )
})

test('a day known to the month or year is an interval, both ends included', () => {
  const july = parsePartialDay('2025-07')
  expect(july).toEqual({ text: '2025-07', earliest: '2025-07-01', latest: '2025-07-31' })
  expect(july && mayBe(july, day('2025-07-31'))).toBe(true)
  expect(july && mayBe(july, day('2025-08-01'))).toBe(false)
  expect(parsePartialDay('2024')).toMatchObject({ earliest: '2024-01-01', latest: '2024-12-31' })
  expect(parsePartialDay('2009-03-17/2009-07-22')).toMatchObject({
    earliest: '2009-03-17',
    latest: '2009-07-22',
  })
})

test.each([
  '2025-13',
  '25',
  '2025-02-30',
  '2026/2025',
  '2025-07/x',
  '0000',
  '',
])('"%s" is no partial day', text => {
  expect(parsePartialDay(text)).toBeUndefined()
})

test('days are written as people write them', () => {
  expect(inWords(day('2025-03-06'))).toBe('6 March 2025')
  const words = ['2025-07-18', '2025-07', '2025', '2009-03-17/2009-07-22'].map(text => {
    const partial = parsePartialDay(text)
    return partial && partialInWords(partial)
  })
  expect(words).toEqual(['18 July 2025', 'July 2025', '2025', '17 March 2009 to 22 July 2009'])
})

test('a day is made of numbers that exist, or not at all', () => {
  expect(dayFrom(2024, 2, 29)).toBe('2024-02-29')
  expect(() => dayFrom(2023, 2, 29)).toThrow('Cannot read "2023-02-29" as a day')
})
