import { describe, expect, test } from 'vitest'
import { problemInWords } from '../../src/core/evidence/index.ts'
import { loadActs, loadPublished, loadWithheld } from '../../src/core/register/index.ts'
import { findTreaty, loadTreaty, type TreatyId } from '../../src/core/treaties/index.ts'
import { readCsv } from '../../src/store/csv.ts'
import { fileText, shipped, tableOf } from '../support.ts'

const ccm = fileText('data/treaties/ccm/treaty.json')
const id = 'ccm' as TreatyId

describe('a treaty pack is read strictly', () => {
  test('every shipped pack loads without a problem, 22 in all', () => {
    const { register, problems } = shipped()
    expect(problems.map(problemInWords)).toEqual([])
    expect(register.treaties.size).toBe(22)
  })

  const problemsOf = (text: string) => loadTreaty('treaty.json', text).problems
  test.each([
    ['an unknown key', ccm.replace('"about":', '"abuot":'), 'The key "abuot" is not known here.'],
    ['a missing key', ccm.replace('"about":', '"abuot":'), 'The key "about" is missing.'],
    [
      'a key that stands twice',
      ccm.replace('"about":', '"title": "X",\n  "about":'),
      'The key "title" stands twice.',
    ],
    [
      'a day that does not exist',
      ccm.replace('"day": "2008-05-30"', '"day": "2008-05-32"'),
      '"2008-05-32" is not a day that exists.',
    ],
    [
      'an unknown operator',
      ccm.replace('"firstOfNthMonthAfter"', '"nextMonday"'),
      '"nextMonday" is not known here.',
    ],
    [
      'an operator without its number',
      ccm.replace('"n": 6,', ''),
      'The operator firstOfNthMonthAfter needs a number n.',
    ],
    [
      'a number where a text belongs',
      ccm.replace(/"title": "[^"]+"/, '"title": 5'),
      'A text is expected here.',
    ],
    [
      'a text where a number belongs',
      ccm.replace('"count": 30', '"count": "30"'),
      'A whole number is expected here.',
    ],
    [
      'a text where a list belongs',
      ccm.replace(/"depositaries": \[[^\]]*\]/, '"depositaries": "UN"'),
      'A list is expected here.',
    ],
    [
      'a text where an object belongs',
      ccm.replace(/"adopted": \{[^}]*\}/, '"adopted": "Dublin"'),
      'An object is expected here.',
    ],
    [
      'a word where true belongs',
      ccm.replace('"complete": true', '"complete": "yes"'),
      'true or false is expected here.',
    ],
    ['text that is not JSON', ccm.replace('"about":', '"about"'), 'This is not JSON: ColonExpected.'],
  ])('%s is a problem with its line and the way out', (_, text, message) => {
    const found = problemsOf(text)
    const problem = found.find(one => one.message === message)
    expect(found.map(one => one.message)).toContain(message)
    expect(problem?.place.line).toBeGreaterThan(0)
    expect(problem?.wayOut).not.toBe('')
    expect(loadTreaty('treaty.json', text).treaty).toBeUndefined()
  })

  test('the line named is the line where it stands', () => {
    const text = ccm.replace('"count": 30', '"count": "30"')
    const line = text.split('\n').findIndex(row => row.includes('"count": "30"')) + 1
    expect(problemsOf(text)[0]?.place).toEqual({ file: 'treaty.json', line })
  })

  test('every article that a pack cites has a provision with our summary', () => {
    const missing = [...shipped().register.treaties.values()].flatMap(treaty => {
      const known = new Set(treaty.provisions.map(({ art }) => art))
      const { provisions: _, ...rest } = treaty
      const cited = [
        ...JSON.stringify(rest).matchAll(/"(?:art|noticeArt|survival|denouncedWithIt)":"([^"]+)"/g),
      ]
      return cited.flatMap(([, art = '']) => (known.has(art) ? [] : [`${treaty.id} ${art}`]))
    })
    expect(missing).toEqual([])
  })
})

describe('acts are read strictly', () => {
  const header = 'state,kind,day,depositary,known_from,source,confidence,contested,note\n'
  const messagesFor = (rows: string): readonly string[] => {
    const found: string[] = []
    loadActs(tableOf('actions.csv', header + rows), id, shipped().register.world, problem =>
      found.push(problemInWords(problem)),
    )
    return found
  }
  test.each([
    [
      'FRA,signed,2008-12-03,,,x,high,,',
      'actions.csv:2\n2 | FRA,signed,2008-12-03,,,x,high,,\n\nThe act "signed" is not known.',
    ],
    [
      'FRX,signature,2008-12-03,,,x,high,,',
      'The state "FRX" is not in states.csv. Write its ISO 3166-1 alpha-3 code.',
    ],
    ['FRA,signature,2008-12-33,,,x,high,,', '"2008-12-33" is not a day that exists.'],
    ['FRA,signature,2008-12-03,,2008-13-01,x,high,,', '"2008-13-01" is not a day that exists.'],
    ['FRA,signature,2008-12-03,,,,high,,', 'This act has no source. Name where its day was read.'],
    ['FRA,signature,2008-12-03,,,x,sure,,', 'The confidence "sure" is not one of high, medium, low.'],
    [
      'FRA,signature,2008-12-03,,,x,low,,',
      'A row of low confidence is not shipped as a fact. Move it to withheld.csv.',
    ],
    ['FRA,signature,2008-12-03,,,x,high', 'This row has 7 cells; the header has 9.'],
    [
      'FRA,signature,2008-12-03,,,x,high,,\nFRA,signature,2008-12-03,,,y,high,,',
      'actions.csv:3\n3 | FRA,signature,2008-12-03,,,y,high,,\n\nThis act stands twice, first on line 2.',
    ],
    [
      'FRA,signature,2008-12-03,,,x,high,,\nFRA,signature,2008-12-04,,,y,high,,',
      'FRA has another signature on line 2, dated 2008-12-03.',
    ],
  ])('%s', (rows, message) => {
    expect(messagesFor(rows).join('\n')).toContain(message)
  })
  test('a column that is missing or not known is named, and nothing is read', () => {
    const found: string[] = []
    const table = tableOf('actions.csv', 'state,kind,date\nFRA,signature,2008-12-03\n')
    expect(loadActs(table, id, shipped().register.world, problem => found.push(problem.message))).toEqual([])
    expect(found).toContain('The column "day" is missing.')
    expect(found).toContain('The column "date" is not known here.')
  })
  test('a withheld act shows no exact day', () => {
    const found: string[] = []
    const table = tableOf('withheld.csv', 'state,kind,about,why\nCUB,accession,2021-02-04,not seen\n')
    loadWithheld(table, id, shipped().register.world, problem => found.push(problem.message))
    expect(found).toEqual(['A withheld act shows no exact day.'])
  })
  test.each([
    ['count,deposited,2024-01-01,,,many,x,page: y,high,', 'The value "many" is no number and no day.'],
    ['counts,deposited,2024-01-01,,,112,x,page: y,high,', 'The fact "counts" is not known.'],
    ['count,joined,2024-01-01,,,112,x,page: y,high,', 'The rule "joined" is not known.'],
    ['count,deposited,2024-02-30,,,112,x,page: y,high,', '"2024-02-30" is not a day that exists.'],
    ['deposit,deposited,,XXX,,2024-01-01,x,page: y,high,', 'The state "XXX" is not in states.csv.'],
  ])('published: %s', (row, message) => {
    const found: string[] = []
    const table = tableOf(
      'published.csv',
      `fact,rule,day,state,bloc,value,publisher,source,confidence,note\n${row}\n`,
    )
    expect(
      loadPublished(table, id, shipped().register.world, problem => found.push(problem.message)),
    ).toEqual([])
    expect(found).toEqual([message])
  })
  test('a table that is not CSV names the line', () => {
    const { problems } = readCsv('actions.csv', 'state,kind\nFRA,"signature\nLTU,x\n')
    expect(problems[0]?.message).toMatch(/^This is not a CSV table: /)
    expect(problems[0]?.place.line).toBe(2)
  })
  test('a row that spans lines keeps the line it begins on', () => {
    const { table } = readCsv('x.csv', 'a,b\n"1\n2",x\n\n3,y\n')
    expect(table.rows.map(({ line }) => line)).toEqual([2, 5])
  })
})

describe('treaties are found by their names', () => {
  const found = (text: string) => {
    const answer = findTreaty(shipped().register.treaties, text)
    return answer.is === 'one'
      ? answer.treaty.id
      : answer.is === 'several'
        ? answer.candidates.map(t => t.id).sort()
        : 'none'
  }
  test.each([
    ['ccm', 'ccm'],
    ['Convention on Cluster Munitions', 'ccm'],
    ['the oslo convention', 'ccm'],
    ['Ottawa Treaty', 'apmbc'],
    ['Mine Ban Treaty', 'apmbc'],
    ['NPT', 'npt'],
    ['AP II', 'ap2-1977'],
    ['Treaty of Westphalia', 'none'],
  ])('%s is %s', (text, id_) => {
    expect(found(text)).toBe(id_)
  })
  test('an abbreviation that two treaties share names both', () => {
    expect(found('APII')).toEqual(['ap2-1977', 'ccw-ap2'])
  })
})
