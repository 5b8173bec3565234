import { expect, test } from 'vitest'
import { peersOf, statesBy } from '../../bench/peers.mjs'
import { foldName } from '../../src/core/states/index.ts'
import { shipped } from '../support.ts'

const TEXT =
  '“Nobody told us,” Martin Hale said last week. On 3 December 2008 the Norwegians met the United Nations in Oslo; France and 30 countries paid $450 million.'

const found = Object.fromEntries(
  peersOf(statesBy(shipped().register.world, foldName)).map(({ name, read }) => [
    name,
    read(TEXT, '2008-12-11').map(
      ({ category, start, end, value }) =>
        `${category}: ${TEXT.slice(start, end)}${value ? ` = ${value}` : ''}`,
    ),
  ]),
)

test('wink-nlp finds dates and quantities, and what it finds gets a value where the words have one', () => {
  expect(found['wink-nlp']).toEqual([
    'dates: last week',
    'dates: 3 December 2008 = 2008-12-03',
    'quantities: 30 countries = 30',
    'quantities: $450 million = 450000000',
  ])
})

test('compromise finds States by the names of the register, and persons without their stops', () => {
  expect([...(found.compromise ?? [])].sort()).toEqual([
    'organisations: United Nations',
    'people: Martin Hale',
    'places: Oslo',
    'quantities: $450 million = 450000000',
    'quantities: 30 countries = 30',
    'quotations: “Nobody told us,”',
    'states: France = FRA',
    'states: Norwegians = NOR',
  ])
})

test('chrono-node finds dates with their values, in the light of the day of the document', () => {
  expect(found['chrono-node']).toEqual([
    'dates: last week = 2008-12-01/2008-12-07',
    'dates: 3 December 2008 = 2008-12-03',
  ])
})
