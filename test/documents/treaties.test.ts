import { describe, expect, test } from 'vitest'
import type { TreatyMention } from '../../src/core/documents/index.ts'
import { expectMarks, read } from './support.ts'

const treaties = (text: string): readonly TreatyMention[] =>
  read(text).mentions.filter(mention => mention.kind === 'treaty')

const holds = (title: string, notations: readonly string[]): void => {
  describe(title, () => {
    test.each(notations)('%s', notation => expectMarks('treaty', notation))
  })
}

holds('a treaty is named by its title, its names and its abbreviations', [
  'The [Convention on Cluster Munitions|ccm] and the [CONVENTION ON CLUSTER MUNITIONS|ccm] are one.',
  'It signed the [Convention on\nCluster Munitions|ccm], known as the [Oslo Convention|ccm].',
  'The [cluster bomb treaty|ccm], the [Mine Ban Treaty|apmbc] and the [TPNW|tpnw]',
  'the [Treaty on the Nonproliferation of Nuclear Weapons|npt] or [Nuclear Non‑Proliferation Treaty|npt]',
  'the [Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines|apmbc]',
  'the [United Nations Convention on Inhumane Weapons|ccw]',
  'An NGO convention on cluster research, the Paris Convention and the ccm are none.',
])

holds('an acronym means what the text binds it to', [
  'The [Convention on Cluster Munitions|ccm], or [CMC|ccm], took effect. The [CMC|ccm] has States Parties.',
  'The Cluster Munition Coalition (CMC) praised the [Convention on Cluster Munitions|ccm]. The CMC is happy.',
  'The [Arms Trade Treaty|att] (“[ATT|att]”) is one; the [ATT|att] has a secretariat.',
  'The [Treaty on the Prohibition of Nuclear Weapons|tpnw] ([TPW|tpnw]) is new. The [TPW|tpnw] stands.',
  'The [Convention on Cluster Munitions|ccm] or the [NPT|npt]',
])

holds('a treaty is described by its topic or by what it forbids', [
  'She read [an early treaty|att] on the world arms trade. [The treaty|att] is new.',
  'The [Arms Trade Treaty|att] is weak, and [this rather hasty accord|att] will fail.',
  'States sign [cluster-bomb ban|ccm] in Oslo.',
])

holds('another convention of the same town is not the one that is known by its name', [
  'The Geneva Convention on Road Traffic and the 1951 Geneva Convention on refugees are others.',
  'The [Geneva Convention|geneva-conventions] protects prisoners.',
])

describe('an article belongs to the treaty behind it', () => {
  test.each([
    ['Articles 4 and 5 of the CCM and the APMBC, respectively', ['ccm 4', 'apmbc 5']],
    ['Articles 4 and 5 of the CCM and Article 6 of the APMBC', ['ccm 4', 'ccm 5', 'apmbc 6']],
    [
      'Article 5 of the Mine Ban Treaty is old; Article 5 of NATO and art. 9 EAEC are not.',
      ['apmbc 5', 'null 5', 'null 9'],
    ],
  ])('%s', (text, articles) => {
    const found = read(
      `The Convention on Cluster Munitions (CCM) and the Mine Ban Treaty (APMBC). ${text}`,
    ).mentions
    expect(
      found.flatMap(one => (one.kind === 'article' ? [`${one.value.treaty} ${one.value.article}`] : [])),
    ).toEqual(articles)
  })
})

holds('a proper name may stand in small letters, and a body in a name keeps its acronym', [
  'All are bound by the [Oslo convention|ccm]. The Comprehensive Nuclear Test Ban Treaty Organization met.',
])

holds('an abbreviation that means other things counts only where the treaty is named', [
  'The MBT is a tank, AP II is a class, an ATT form is a form.',
  'The [Mine Ban Treaty|apmbc] is old; the [MBT|apmbc] has 164 parties.',
  'The main battle tank (MBT) fired on the [Mine Ban Treaty|apmbc] office. The MBT left.',
  '[Additional Protocol II|ap2-1977] applies; [AP II|ap2-1977] is short.',
])

holds('"the treaty" is the one named in the nearest sentence before', [
  'The [Convention on Cluster Munitions|ccm] bans them. [The treaty|ccm] and [this Convention|ccm] bind.',
  'The [CWC|cwc] is old. The [Mine Ban Treaty|apmbc] is newer. [The treaty|apmbc] has 164 parties.',
  'The [Nuclear Non-Proliferation Treaty|npt] and the [CWC|cwc] are old. [The Convention|cwc] has an agency.',
  'Three States left [the treaty|ccm], known as the [Convention on Cluster Munitions|ccm].',
])

holds('where two treaties are equally near, "the treaty" is not resolved', [
  'The [TPNW|tpnw] and the [NPT|npt] differ. We will return to the treaty.',
  'The [Chemical Weapons Convention|cwc] and the [Biological Weapons Convention|bwc] are kin; the Convention is silent.',
])

holds('"the treaty" with words that make it another does not point back', [
  'The [Convention on Cluster Munitions|ccm] stands. The [Convention on the Rights of the Child|crc] does too.',
  'The [Convention on Cluster Munitions|ccm] stands. The treaty bodies, the [Treaty of Lisbon|lisbon-treaty], a convention centre.',
  'The [Convention on Cluster Munitions|ccm] stands. The [Geneva Conventions|geneva-conventions] are older, and the Convention is one.',
])

test('a name that is not the treaty’s own is marked as a misnomer', () => {
  const [, first, second] = treaties('The Convention on Cluster Munitions, or CMC, binds. The CMC holds.')
  expect([first, second]).toMatchObject([
    { text: 'CMC', value: { treaty: 'ccm', named: true, misnomer: true } },
    { text: 'CMC', value: { treaty: 'ccm', named: true, misnomer: true } },
  ])
})

test('words that point back are not named, and are of medium confidence', () => {
  const [, pointer] = treaties('The Convention on Cluster Munitions binds. This Convention is clear.')
  expect(pointer).toMatchObject({ text: 'This Convention', value: { named: false }, confidence: 'medium' })
})

test('an abbreviation is of high confidence where the text also gives the name', () => {
  expect(treaties('The CCM binds.')).toMatchObject([{ confidence: 'medium' }])
  expect(treaties('The Oslo Convention binds. The CCM does.')[1]).toMatchObject({ confidence: 'high' })
})

test('of two treaties of one name the one that was there on the day of the document is meant', () => {
  const treatyOf = (date: string) =>
    read('The Treaty of Sampleton applies.', date).mentions.flatMap(one =>
      one.kind === 'treaty' ? [one.value.treaty] : [],
    )
  expect(treatyOf('1968-03-22')).toEqual(['sample-1963'])
  expect(treatyOf('1999-03-22')).toEqual(['sample-1996'])
})

test('an abbreviation inside the name is part of it', () => {
  const text = 'The Chemical Weapons (CWC) Convention and the Anti-Ballistic Missile (ABM) Treaty were named.'
  expect(read(text).mentions.flatMap(one => (one.kind === 'treaty' ? [one.text] : []))).toEqual([
    'Chemical Weapons (CWC) Convention',
    'Anti-Ballistic Missile (ABM) Treaty',
  ])
})

test.each([
  [
    'Countries adopted a treaty Friday to ban cluster bombs. The agreement asks much.',
    ['a treaty ccm', 'The agreement ccm'],
  ],
  [
    'A pact signed in Ottawa banning landmines was praised. The pact works.',
    ['A pact apmbc', 'The pact apmbc'],
  ],
  [
    'They want a deal that would outlaw cluster bombs. The 2008 deal has many parties.',
    ['a deal ccm', 'The 2008 deal ccm'],
  ],
  ['They signed a deal on fish. The deal was poor.', []],
])('a treaty by what it forbids, with the day or the place of its making between: %s', (text, expected) => {
  const found = read(text).mentions.flatMap(one =>
    one.kind === 'treaty' ? [`${one.text} ${one.value.treaty}`] : [],
  )
  expect(found).toEqual(expected)
})
