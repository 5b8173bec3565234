import { describe, expect, test } from 'vitest'
import {
  aliasesIn,
  compareMisses,
  familyOf,
  fromMarked,
  type Item,
  missesOf,
  scoreAnnotations,
  sumOf,
} from '../../bench/annotations.mjs'
import { markedFile, NotationError, unmarked } from '../../bench/marked.mjs'
import { shipped } from '../support.ts'

describe('the notation', () => {
  test('a mark is a stretch of the text with a label, and the text is without it', () => {
    expect(unmarked('[Ankara|state TUR metonym] will not sign.')).toEqual({
      text: 'Ankara will not sign.',
      marks: [{ start: 0, end: 6, label: 'state TUR metonym', text: 'Ankara' }],
    })
  })

  test('marks nest, the longer first', () => {
    const { text, marks } = unmarked('the [[US|state USA abbreviation] Army|organisation US Army] said')
    expect(text).toBe('the US Army said')
    expect(marks.map(mark => mark.text)).toEqual(['US Army', 'US'])
  })

  test('brackets and bars are written with a stroke before them', () => {
    expect(unmarked('\\[sic\\] a \\| b \\\\ c').text).toBe('[sic] a | b \\ c')
    expect(unmarked('[a|law A \\] B]').marks[0]?.label).toBe('law A ] B')
  })

  test('a bar outside a mark is a bar', () => {
    expect(unmarked('Tags | one').text).toBe('Tags | one')
  })

  test.each([
    ['one\n[two', 'line 2: a mark is never closed'],
    ['two]', 'line 1: a bracket closes without a label'],
    ['[a|law [b]', 'line 1: a label holds neither a bracket nor a line break'],
    ['[a|law\nb]', 'line 1: a label holds neither a bracket nor a line break'],
    ['[a|law', 'line 1: a mark is never closed'],
  ])('%j cannot be read: %s', (notation, message) => {
    expect(() => unmarked(notation)).toThrow(NotationError)
    expect(() => unmarked(notation)).toThrow(message)
  })

  test('a file says first what it is about, and an empty line ends that', () => {
    expect(
      markedFile('about: a test\ndate: 2008-12-03\nkinds: state\n\n[Oslo|state NOR metonym] signs.\n'),
    ).toMatchObject({ about: 'a test', date: '2008-12-03', kinds: 'state', text: 'Oslo signs.' })
    expect(markedFile('date of the day\n\nNothing.').text).toBe('date of the day\n\nNothing.')
  })
})

/** The counts of one category; what is found is written as the gold is. */
const score = (gold: string, found: string, head = '') => {
  const wanted = fromMarked('gold', `about: gold\n${head}\n${gold}`)
  const is = fromMarked('found', found)
  expect(is.text).toBe(wanted.text)
  return scoreAnnotations(wanted, is.gold)
}
const rowOf = (category: string, gold: string, found: string) => score(gold, found).rows[category]

describe('the scorer', () => {
  test('strictly, the place and the value must be the same; leniently, the places overlap', () => {
    const gold = 'in [July 2020|date 2020-07] it acceded'
    expect(rowOf('dates', gold, gold)).toMatchObject({ strict: 1, lenient: 1, place: 1 })
    expect(rowOf('dates', gold, '[in July 2020|date 2020-07] it acceded')).toMatchObject({
      strict: 0,
      lenient: 1,
      place: 0,
    })
    expect(rowOf('dates', gold, 'in [July 2020|date 2019-07] it acceded')).toMatchObject({
      strict: 0,
      lenient: 0,
      place: 1,
    })
  })

  test('one gold item matches one that is found: a name found in two halves is one right and one too many', () => {
    const counts = rowOf(
      'organisations',
      '[Human Rights Watch|organisation A]',
      '[Human|organisation A] [Rights Watch|organisation A]',
    )
    expect(counts).toMatchObject({ gold: 1, found: 2, strict: 0, lenient: 1 })
    expect(
      rowOf(
        'organisations',
        '[Human|organisation A] [Rights|organisation B]',
        '[Human Rights|organisation A]',
      ),
    ).toMatchObject({ gold: 2, found: 1, lenient: 1 })
  })

  test('a long stretch must share most of its length even leniently', () => {
    const gold = '[“one two three four five six”|quote A] seven'
    expect(rowOf('quotations', gold, '[“one two three four five six” seven|quote A]')).toMatchObject({
      strict: 0,
      lenient: 1,
    })
    expect(rowOf('quotations', gold, '[“one two|quote A] three four five six” seven')).toMatchObject({
      lenient: 0,
    })
  })

  test('a metonym counts as a State and as a metonym', () => {
    const { rows } = score('[Ankara|state TUR metonym] signs', '[Ankara|state TUR name] signs')
    expect(rows.states).toMatchObject({ strict: 1 })
    expect(rows.metonyms).toMatchObject({ gold: 1, found: 0 })
  })

  test('a treaty that no pack describes is known by its whole name, as it is usually shortened', () => {
    const values = (label: string): readonly unknown[] =>
      fromMarked('one', `[It|treaty ${label}] binds.`).gold.map(({ category, value }) => [category, value])
    expect(values('Treaty on Open Skies')).toEqual(values('open-skies'))
    expect(values('New START')).toEqual([['treaties named', 'new-start']])
    expect(values('Treaty of Rarotonga anaphoric')).toEqual([['treaties anaphoric', 'rarotonga']])
    expect(values('CCW Protocol IV')).toEqual(values('ccw-p4'))
    expect(values('New START')).not.toEqual(values('Treaty on Open Skies'))
  })

  test('Article VI is Article 6, and a provision of an instrument without a pack has no treaty', () => {
    expect(rowOf('articles', '[Article VI|article npt VI]', '[Article VI|article npt 6]')).toMatchObject({
      strict: 1,
    })
    expect(rowOf('articles', '[XXI(1)|article cwc XXI(1)]', '[XXI(1)|article cwc 21(1)]')).toMatchObject({
      strict: 1,
    })
    expect(rowOf('articles', '[Article 9|article castries 9]', '[Article 9|article other 9]')).toMatchObject({
      strict: 1,
    })
    expect(rowOf('articles', '[Article 9|article castries 9]', '[Article 9|article ccm 9]')).toMatchObject({
      strict: 0,
    })
  })

  test('a week is its days, a number its value, and of a time without a value the place alone is asked', () => {
    expect(
      rowOf('dates', '[next week|date 2023-07-10/2023-07-16]', '[next week|date 2023-W28]'),
    ).toMatchObject({ strict: 1 })
    expect(rowOf('quantities', '[450,000|quantity 450000]', '[450,000|quantity 450,000.0]')).toMatchObject({
      strict: 1,
    })
    expect(rowOf('dates', '[recently|date ?]', '[recently|date 2023]')).toMatchObject({ strict: 1 })
    expect(rowOf('dates', '[July|date 2023-07]', '[July|date ?]')).toMatchObject({ strict: 0 })
  })

  test('events are compared by their family', () => {
    expect(familyOf('ratification')).toBe(familyOf('accession'))
    expect(
      rowOf('events', '[it ratified|event ratification]', '[it ratified|event accession]'),
    ).toMatchObject({
      strict: 1,
    })
    expect(rowOf('events', '[it ratified|event ratification]', '[it ratified|event use]')).toMatchObject({
      strict: 0,
    })
  })

  test.each([
    ['Martin Hale', { speaker: 'Hale' }, 1],
    ['Martin Hale', { speaker: 'Mr. Martin Hale' }, 1],
    ['Martin Hale', { speaker: 'Martin Brandt' }, 0],
    ['Martin Hale', { speaker: null }, 0],
    ['a spokeswoman', { speaker: 'Ann Example', also: 'a spokeswoman' }, 1],
    ['RUS', { speaker: 'the Kremlin', iso3: 'RUS' }, 1],
    ['RUS', { speaker: 'Konstantin Belov' }, 0],
    ['US Department of Defense', { speaker: 'United States Department of Defense' }, 1],
  ])('the speaker %s is %j: %i', (speaker, found, right) => {
    const { gold, categories } = fromMarked('gold', `[“Yes”|quote ${speaker}]`)
    const item: Item = { category: 'quotations', start: 0, end: 5, value: '', ...found }
    const { rows } = scoreAnnotations({ gold, categories, ignored: [] }, [item])
    expect(rows.quotations).toMatchObject({ strict: 1, named: 1, rightName: right })
  })

  test('of a quotation whose speaker the text does not name, no speaker is asked', () => {
    expect(rowOf('quotations', '[“Yes”|quote ?]', '[“Yes”|quote Martin Hale]')).toMatchObject({ named: 0 })
  })

  test('an organisation may be called by any name that the register has for it', () => {
    const gold = fromMarked('gold', '[UNICEF|organisation UNICEF]')
    const found: Item[] = [
      { category: 'organisations', start: 0, end: 6, value: '', name: "United Nations Children's Fund" },
    ]
    const aliases = aliasesIn(shipped().register.world)
    expect(scoreAnnotations(gold, found).rows.organisations?.rightName).toBe(0)
    expect(scoreAnnotations(gold, found, aliases).rows.organisations?.rightName).toBe(1)
  })

  test('a text is scored in the kinds that are marked in it, and what is found elsewhere is no fault', () => {
    const { rows } = score(
      '[Oslo|state NOR metonym] in [Oslo|state NOR name]',
      '[Oslo|state NOR metonym] in [Oslo|place NOR]',
      'kinds: state\n',
    )
    expect(Object.keys(rows)).toEqual(['states', 'metonyms'])
    expect(() => fromMarked('odd', 'kinds: state\n\n[July|date 2023-07]')).toThrow(
      'odd: "July" is marked in dates, which "kinds:" leaves out.',
    )
  })

  test('what lies in a zone that is not annotated is neither right nor wrong', () => {
    const gold = fromMarked('gold', 'Oslo')
    const found: Item[] = [{ category: 'places', start: 0, end: 4, value: '' }]
    expect(scoreAnnotations({ ...gold, ignored: [{ start: 0, end: 4 }] }, found).rows).toEqual({})
    expect(scoreAnnotations(gold, found).rows.places).toMatchObject({ found: 1, strict: 0 })
  })

  test('sums are taken category by category', () => {
    const one = score('[Oslo|place NOR]', '[Oslo|place NOR]').rows
    expect(sumOf([one, one]).places).toMatchObject({ gold: 2, found: 2, strict: 2 })
  })
})

describe('known misses', () => {
  const rows = score(
    '[Oslo|place NOR] and [Lima|place PER] and [“Yes”|quote Ann]',
    '[Oslo|place NOR] and [Lima and|place PER] [“Yes”|quote Bob]',
  ).rows

  test('are what is missed, what is too much, and who is misnamed', () => {
    expect(missesOf(rows)).toEqual({ places: [1, 1, 0], quotations: [0, 0, 1] })
  })

  test('a count that grows is worse, one that shrinks is better', () => {
    expect(compareMisses({ places: [1, 1, 0] }, { places: [1, 1, 0] })).toEqual({ worse: [], better: [] })
    expect(compareMisses({ places: [1, 0, 0] }, { places: [1, 1, 0] }).worse).toEqual([
      'places: 1 missed, 1 too many, 0 misnamed; known are 1, 0, 0',
    ])
    expect(compareMisses({ places: [2, 1, 0] }, { places: [0, 1, 0] })).toMatchObject({
      worse: [],
      better: ['places: 0 missed, 1 too many, 0 misnamed; known are 2, 1, 0'],
    })
  })

  test('a speaker that is wrong where the quotation was missed before is no loss', () => {
    expect(compareMisses({ quotations: [1, 0, 0] }, { quotations: [0, 0, 1] }).worse).toEqual([])
    expect(compareMisses(undefined, { quotations: [0, 0, 1] }).worse).toHaveLength(1)
  })
})

test('a treaty that no pack describes is one under whatever name both sides give it, and only that one', () => {
  const text = fromMarked(
    'one',
    '[JCPOA|treaty joint-plan] and [the deal|treaty joint-plan anaphoric], [the pact|treaty other anaphoric].',
  )
  const found = (treaty: string, named: boolean, start: number, end: number): Item => ({
    category: named ? 'treaties named' : 'treaties anaphoric',
    start,
    end,
    value: treaty,
  })
  const items = [found('jcpoa', true, 0, 5), found('jcpoa', false, 10, 18), found('jcpoa', false, 20, 28)]
  const { rows } = scoreAnnotations(text, items)
  expect(rows['treaties named']?.strict).toBe(1)
  expect(rows['treaties anaphoric']?.strict).toBe(1)
  // A treaty with a pack is itself and no other.
  const ctbt = items.map(one => ({ ...one, value: 'ctbt' }))
  expect(scoreAnnotations(text, ctbt).rows['treaties named']?.strict).toBe(0)
})
