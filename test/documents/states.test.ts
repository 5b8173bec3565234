import { describe, expect, test } from 'vitest'
import type { StateMention } from '../../src/core/documents/index.ts'
import { expectMarks, read } from './support.ts'

const states = (text: string): readonly StateMention[] =>
  read(text).mentions.filter(mention => mention.kind === 'state')

const holds = (title: string, notations: readonly string[]): void => {
  describe(title, () => {
    test.each(notations)('%s', notation => expectMarks('state', notation))
  })
}

holds('a State is mentioned by its names', [
  '[Lithuania|LTU] deposited its instrument; the [United States|USA] and the [U.K.|GBR] did not.',
  "The [Russian\nFederation|RUS], the [Netherlands|NLD] and [Côte d’Ivoire|CIV] or [Côte d'Ivoire|CIV].",
  '[Bosnia & Herzegovina|BIH], [St. Vincent and the Grenadines|VCT], [Guinea Bissau|GNB], [Türkiye|TUR].',
  "[Iran (Islamic Republic of)|IRN] and the [Lao People's Democratic Republic|LAO] abstained.",
  "The [Republic of Korea|KOR] and the [Democratic People's Republic of Korea|PRK] stayed away.",
  'The [Democratic Republic of the Congo|COD] and the [Republic of the Congo|COG] are neighbours.',
])

holds('the longest name is meant, never a part of it', [
  '[Equatorial Guinea|GNQ], [Guinea|GIN], [Guinea-Bissau|GNB] and [Papua New Guinea|PNG] are four.',
  '[Niger|NER] is not [Nigeria|NGA], and [Sudan|SDN] is not [South Sudan|SSD].',
  'Northern Ireland is not [Ireland|IRL], New Mexico is not [Mexico|MEX], American Samoa is not [Samoa|WSM].',
  'The Gulf of Guinea, the South China Sea, Lake Chad and the Niger Delta are places.',
  '[Dominica|DMA] and the [Dominican Republic|DOM] voted alike.',
  'American Indians kept guinea pigs on Niger Street in Washington state; Guinea pigs and German shepherds bite.',
])

holds('case tells a State from a word', [
  'A turkey is not a country; [Turkey|TUR] is.',
  'They told us so; the [US|USA] agreed.',
  'Roast Turkey is a dish, polish is for shoes, and a chad hangs.',
  'CLUSTER BOMBS FOR [UKRAINE|UKR] WORRY [GERMANY|DEU]',
  'PLEASE JOIN US IN THE STOLEN CAR TODAY',
])

holds('a possessive or a hyphen does not belong to the name', [
  "[Lithuania|LTU]’s decision and [Lithuania|LTU]'s reasons",
  'the [Russo|RUS]-[Ukrainian|UKR] war, [Sino|CHN]-[Russian|RUS] ties, [U.S.|USA]-origin shells',
  '[Russian|RUS]-occupied land and anti-[American|USA] feeling',
])

holds('a people and its adjective mention the State', [
  'the [Russians|RUS], the [Dutch|NLD], a [Frenchman|FRA], two [Czechs|CZE] and the [Mexican|MEX] president',
  'The Ankaran press is not Turkeys.',
  'Latin American and Native American groups met at the American University.',
  'It was issued in English, French and Russian.',
  'A Russian-language text and the Spanish translation differ.',
])

holds('a capital stands for the government where it acts, owns, deals or is addressed', [
  'When [Ankara|TUR] signs, [Vilnius|LTU] will listen.',
  'Neither [Washington|USA] nor [Kyiv|UKR] has joined.',
  'It rejected [Kyiv|UKR]’s plea; talks between [Ankara|TUR] and [Athens|GRC] resumed.',
  'They urged [Warsaw|POL] and [Tallinn|EST] to reconsider under pressure from [Moscow|RUS].',
  'According to [Tehran|IRN], a ban imposed by [Tokyo|JPN] and a [Beijing|CHN]-backed plan failed.',
  '[Budapest|HUN] and [Ankara|TUR] are not on board.',
])

holds('a capital that is a place mentions no State', [
  'BRUSSELS — Ministers met in Geneva and flew to Vienna.',
  'Officials in Washington, D.C., said so; the embassy in Moscow was closed.',
  'The London talks failed. The Paris attacks shocked Europe.',
  'It was opened for signature in Oslo, [Norway|NOR].',
  'The Oslo Convention, the Ottawa Treaty and the Washington Post are names.',
  "Lima's streets were empty; Moscow-based reporters left.",
  'Mexico City and Panama City are cities.',
])

holds('a seat of government stands for it', [
  'The [Kremlin|RUS] denied it, the [White House|USA] did not, and the Seimas voted.',
])

holds('a person or a town of the same name is not the State', [
  'Michael Jordan and Rep. Jim Jordan met; Chad Smith did not.',
  'Atlanta, Georgia, and Lebanon, Tennessee, and Paris, Texas, are towns.',
  '[Georgia|GEO] is a State; Batumi, [Georgia|GEO], is a port; Georgia Tech is a school.',
  '[Jordan|JOR], [Chad|TCD] and [Georgia|GEO] signed.',
  'Write to info@Russia.com or see https://example.org/Ukraine/news and www.USA.gov.',
])

test('a name that two States go by is never mentioned with high confidence', () => {
  for (const text of ['Congolese forces moved.', 'The Korean delegation left.', 'Congo remains affected.'])
    expect(states(text)).toMatchObject([{ confidence: 'low', value: { others: expect.anything() } }])
})

test('a name that two States go by is decided by the one that the text names elsewhere', () => {
  const [, korean] = states('South Korea abstained. The Korean delegation explained why.')
  expect(korean).toMatchObject({ confidence: 'medium', value: { iso3: 'KOR', others: ['PRK'] } })
})

test('after a person of the name, the name alone is doubtful', () => {
  const [jordan] = states('Rep. Jim Jordan spoke. "It is between us," Jordan said.')
  expect(jordan).toMatchObject({ confidence: 'low', rule: 'also-a-person' })
})

test('the value says by what the State is mentioned and whether its government is', () => {
  const text = 'Ankara agreed. Turkey, the Turkish government, the UAE and the Kremlin did.'
  expect(states(text).map(({ value }) => [value.as, value.government])).toEqual([
    ['capital', true],
    ['name', false],
    ['adjective', true],
    ['abbreviation', false],
    ['institution', true],
  ])
})

test('a name of a former time says so', () => {
  expect(states('The Soviet Union and Swaziland').map(({ value }) => [value.iso3, value.former])).toEqual([
    ['RUS', true],
    ['SWZ', true],
  ])
})

test('a place named after the State that held it is a place, and mentions that State', () => {
  const found = read('They fought in Portuguese Timor.').mentions.map(one => `${one.kind} ${one.text}`)
  expect(found).toEqual(['place Portuguese Timor', 'state Portuguese'])
})
