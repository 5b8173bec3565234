import { describe, expect, test } from 'vitest'
import {
  loadSources,
  problemInWords,
  readRows,
  sourcesIn,
  unknownSources,
} from '../../src/core/evidence/index.ts'
import { loadActs, loadPublished, loadWithheld } from '../../src/core/register/index.ts'
import {
  findTreaty,
  loadTreaty,
  type Treaty,
  type TreatyId,
  unsoundTogether,
} from '../../src/core/treaties/index.ts'
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
    [
      'a number beyond all numbers',
      ccm.replace('"count": 30', '"count": 1e400'),
      'A whole number is expected here.',
    ],
    [
      'a number that cannot be counted to',
      ccm.replace('"count": 30', '"count": 1e300'),
      'A whole number is expected here.',
    ],
    [
      'an object in place of a word',
      ccm.replace('"does": "bans-class-of-weapons"', '"does": {"toString": 1}'),
      '"{"toString":1}" is not known here.',
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

  test('a text that begins with a byte order mark is read', () => {
    expect(loadTreaty('treaty.json', `\uFEFF${ccm}`)).toMatchObject({ treaty: { id: 'ccm' }, problems: [] })
  })
  test.each([
    ['opened', '['.repeat(20_000)],
    ['opened and closed', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['inside a treaty', ccm.replace('"about":', `"about": ${'['.repeat(20_000)}${']'.repeat(20_000)}, "x":`)],
  ])('twenty thousand lists, %s, are a problem and no crash', (_, text) => {
    const { treaty, problems } = loadTreaty('treaty.json', text)
    expect(treaty).toBeUndefined()
    expect(problems.map(({ message, wayOut }) => `${message} ${wayOut}`)).toEqual([
      'This JSON is nested too deeply to be read. Write at most 64 lists and objects inside each other.',
    ])
    expect(problems.every(({ text: row = '' }) => row.length <= 110)).toBe(true)
  })

  test('a depth that broken text hides is a problem too', () => {
    const { treaty, problems } = loadTreaty('treaty.json', `"\n/* " */${'['.repeat(200_000)}`)
    expect(treaty).toBeUndefined()
    expect(problems).toHaveLength(1)
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

describe('a treaty must make sense', () => {
  const codes = [0x1b, 0x7f, 0x85].map(code => `\\u${code.toString(16).padStart(4, '0')}`)
  const title = '"title": "Convention on Cluster Munitions"'
  const rule7a = '"annual": {\n        "on": "04-30",\n        "firstAfter": "7i"\n      }'
  const kinds = /"kinds": \[[^\]]*\]/
  const secondKinds = (text: string): string =>
    ccm.replace(/("threshold": \{\s*"count": 30,\s*)"kinds": \[[^\]]*\]/, `$1"kinds": ${text}`)
  const consents =
    'Write one or more of definitive-signature, ratification, acceptance, approval, accession, succession, consent-to-be-bound.'
  const oneConsent = consents.replace('one or more', 'one')

  test.each([
    [
      'a threshold of nobody',
      ccm.replace('"count": 30', '"count": 0'),
      'A threshold of 0 instruments is none. Write 1 or more, or leave the threshold out.',
    ],
    [
      'an operator that stands still',
      ccm.replace('"n": 6', '"n": 0'),
      'The operator firstOfNthMonthAfter cannot take 0. Write a number from 1 to 1200.',
    ],
    [
      'a deadline that goes back',
      ccm.replace(/("rule": \{\s*"op": "addYears",\s*"n": )8/, '$1-8'),
      'The operator addYears cannot take -8. Write a number from 1 to 1200.',
    ],
    [
      'a first day beyond a century',
      ccm.replace(
        /("general": \{)/,
        '$1 "notBefore": { "op": "addMonths", "n": 1201, "art": "17(1)", "of": "openedForSignature" },',
      ),
      'The operator addMonths cannot take 1201. Write a number from 1 to 1200.',
    ],
    ['a threshold of no kinds', secondKinds('[]'), `This list of kinds is empty. ${consents}`],
    [
      'a threshold of signatures',
      secondKinds('["signature"]'),
      `No State consents to be bound by the act "signature". ${oneConsent}`,
    ],
    ['consent by no kinds', ccm.replace(kinds, '"kinds": []'), `This list of kinds is empty. ${consents}`],
    [
      'signature that closes before it opens',
      ccm.replace('"until": "entryIntoForce"', '"until": "2008-12-03"'),
      'Signature closes (2008-12-03) no later than it opens (2008-12-03). Write the first day on which it can no longer be signed.',
    ],
    [
      'force before adoption',
      ccm.replace('"day": "2010-08-01"', '"day": "2008-05-29"'),
      '2008-05-29 is before 2008-05-30, the day of its adoption. Correct one of the two days.',
    ],
    [
      'force before the threshold',
      ccm.replace('"thresholdReached": "2010-02-16"', '"thresholdReached": "2010-08-02"'),
      '2010-08-01 is before 2010-08-02, the day on which the threshold was reached. Correct one of the two days.',
    ],
    [
      'opening before adoption',
      ccm.replace(/("opened": \{\s*"day": )"2008-12-03"/, '$1"2008-05-01"'),
      '2008-05-01 is before 2008-05-30, the day of its adoption. Correct one of the two days.',
    ],
    [
      'no title',
      ccm.replace(title, '"title": " "'),
      'This text is empty. Write it, or remove what it belongs to.',
    ],
    [
      'a name that is empty',
      ccm.replace('"Oslo Treaty"', '""'),
      'This text is empty. Write it, or remove what it belongs to.',
    ],
    [
      'a summary that is empty',
      ccm.replace(/"says": "[^"]*",(\s*"confidence")/, '"says": "",$1'),
      'This text is empty. Write it, or remove what it belongs to.',
    ],
    [
      'no provisions',
      ccm.replace(/"provisions": \[[^\]]*\]/, '"provisions": []'),
      'This treaty has no provisions. Add those that it cites.',
    ],
    [
      'a provision twice',
      ccm.replace(/"provisions": \[(\s*\{[^}]*\},)/, '"provisions": [$1$1'),
      /^The provision "[^"]+" stands twice. Keep one of the two.$/,
    ],
    [
      'an article without provision',
      ccm.replace('"noticeArt": "20(2)"', '"noticeArt": "20(22)"'),
      'The article "20(22)" has no provision. Add it to "provisions" with what it says, or correct the article.',
    ],
    [
      'a deadline twice',
      ccm.replace('"id": "4b"', '"id": "4a"'),
      'The deadline "4a" stands twice. Give each its own id.',
    ],
    [
      'a deadline without a day',
      ccm.replace(rule7a, '"extension": { "years": 1, "art": "3(2)" }'),
      'The deadline "7a" has neither a rule nor a yearly day. Write exactly one of "rule" and "annual".',
    ],
    [
      'a deadline with two days',
      ccm.replace(rule7a, `"rule": { "op": "addDays", "n": 5 }, ${rule7a}`),
      'The deadline "7a" has both a rule and a yearly day. Write exactly one of "rule" and "annual".',
    ],
    [
      'a yearly day that no year has',
      ccm.replace('"04-30"', '"04-31"'),
      '"04-31" is no day of a year. Write it as MM-DD, for example 04-30.',
    ],
    [
      'a yearly day after nothing',
      ccm.replace('"firstAfter": "7i"', '"firstAfter": "7"'),
      'The deadline "7a" is first due after "7", which is no deadline with a rule. Write the id of another deadline of this treaty that has a rule.',
    ],
    [
      'an extension of a century',
      ccm.replace(/"years": \d+/, '"years": 100'),
      'An extension of 100 years cannot be asked for. Write a number from 1 to 50.',
    ],
    [
      'an id in capitals',
      ccm.replace('"id": "ccm"', '"id": "CCM"'),
      '"CCM" is no id of a treaty. Write small letters, digits and hyphens only, for example ccw-ap2.',
    ],
    ...codes.map(code => [
      `a control character, ${code},`,
      ccm.replace('"Oslo Treaty"', `"Oslo ${code}[31m Treaty"`),
      'This text holds a control character. Write it in plain characters.',
    ]),
  ] as readonly [string, string, string | RegExp][])('%s is a problem', (_, text, message) => {
    expect(text).not.toBe(ccm)
    const { treaty, problems } = loadTreaty('treaty.json', text)
    const found = problems.map(one => `${one.message} ${one.wayOut}`)
    expect(treaty).toBeUndefined()
    expect(found).toContainEqual(typeof message === 'string' ? message : expect.stringMatching(message))
    expect(problems.every(one => one.place.line !== undefined && one.place.line > 0)).toBe(true)
  })
  test('the line named is the line of the key', () => {
    const text = ccm.replace('"noticeArt": "20(2)"', '"noticeArt": "20(22)"')
    const line = text.split('\n').findIndex(row => row.includes('20(22)')) + 1
    expect(loadTreaty('treaty.json', text).problems.map(({ place }) => place)).toEqual([
      { file: 'treaty.json', line },
    ])
  })
})

describe('treaties must make sense together', () => {
  const { treaties, world } = shipped().register
  const saidOf = (...changed: readonly Treaty[]): readonly string[] =>
    unsoundTogether(new Map([...treaties, ...changed.map(one => [one.id, one] as const)]), world.states).map(
      ({ treaty, message, wayOut }) => `${treaty}: ${message} ${wayOut}`,
    )
  const treaty = (text: string): Treaty => {
    const found = treaties.get(text as TreatyId)
    if (!found) throw new Error(`no treaty "${text}"`)
    return found
  }
  const withoutWithdrawal = ({ arithmetic: { withdrawal: _, ...arithmetic }, ...rest }: Treaty): Treaty => ({
    ...rest,
    arithmetic,
  })
  const requiring = (code: string): Treaty => {
    const text = ccm.replace('"count": 30,', `"count": 30, "required": ["${code}"],`)
    const found = loadTreaty('treaty.json', text).treaty
    if (!found) throw new Error('not sound')
    return found
  }
  test('those that ship do', () => {
    expect(saidOf()).toEqual([])
  })
  test('a treaty is part of one that is here', () => {
    expect(saidOf({ ...treaty('ccw-p1'), partOf: { treaty: 'ccx' } })).toEqual([
      'ccw-p1: It is part of "ccx", which is no treaty here. Write the id of a treaty pack.',
    ])
  })
  test('a treaty is no part of itself, nor of a part of itself', () => {
    expect(saidOf({ ...treaty('npt'), partOf: { treaty: 'npt' } })).toEqual([
      'npt: It is part of "npt", which is part of it. Leave "partOf" out of one of them.',
    ])
    const circle = saidOf(
      { ...treaty('npt'), partOf: { treaty: 'ctbt' } },
      { ...treaty('ctbt'), partOf: { treaty: 'npt' } },
    )
    expect(circle).toEqual([
      'ctbt: It is part of "npt", which is part of it. Leave "partOf" out of one of them.',
      'npt: It is part of "ctbt", which is part of it. Leave "partOf" out of one of them.',
    ])
  })
  test('what is denounced with another treaty needs that treaty to be denounced', () => {
    expect(saidOf(withoutWithdrawal(treaty('ccw')))).toContain(
      'ccw-p1: It is denounced with "ccw", from which no State can withdraw. Add the withdrawal rules of "ccw", or remove "denouncedWithIt".',
    )
  })
  test('a State whose instrument is required exists', () => {
    expect(saidOf(requiring('FRA'))).toEqual([])
    expect(saidOf(requiring('FRX'))).toEqual([
      'ccm: It requires the state "FRX", which is not in states.csv. Correct the code, or add the state there first.',
    ])
  })
})

describe('tables are read by their header', () => {
  const read = (text: string) => {
    const { rows, problems, readable } = readRows(tableOf('x.csv', text), ['a', 'b'])
    return { rows: rows.length, said: problems.map(problemInWords), readable }
  }
  test('in any order of columns', () => {
    expect(read('b,a\n1,2\n')).toEqual({ rows: 1, said: [], readable: true })
  })
  test('a column that stands twice leaves no way to tell which cell is meant: nothing is read', () => {
    expect(read('a,b,a\n1,2,3\n4\n')).toEqual({
      rows: 0,
      said: ['x.csv:1\n1 | a,b,a\n\nThe column "a" stands twice. Remove one of the two with its cells.'],
      readable: false,
    })
  })
  test('a table without a header says so once', () => {
    expect(read('')).toEqual({
      rows: 0,
      said: ['x.csv:1\n1 | \n\nThis table has no header. Write it as a,b.'],
      readable: false,
    })
  })
  test('a wrong header is said alone, without its rows', () => {
    expect(read('a,c\n1\n')).toMatchObject({ rows: 0, readable: false })
    expect(read('a,c\n1\n').said).toHaveLength(2)
  })
  test('a control character leaves its row out; line breaks and tabs are text', () => {
    const command = String.fromCharCode(0x1b)
    const { rows, said } = read(`a,b\n"1\n2",\t\nx,${command}[31m\n`)
    expect(rows).toBe(1)
    expect(said.join()).toContain('This row holds a control character. Write it in plain characters.')
  })
  test('the list of sources says whether it could be read', () => {
    const header = 'id,title,publisher,as_of,kind,licence,note\n'
    expect(loadSources(tableOf('sources.csv', `${header}x,,,,,,\n`))).toMatchObject({ readable: true })
    expect(loadSources(tableOf('sources.csv', 'id\nx\n'))).toMatchObject({ readable: false })
  })
  test('a page: that says no page is an unknown source', () => {
    expect(sourcesIn('page: a | page:')).toEqual(['page: a', 'page:'])
    expect(unknownSources('page: a | page: | page:  | page:b', new Map())).toEqual(['page:', 'page: '])
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
    expect(
      loadActs(table, id, shipped().register.world, problem => found.push(problem.message)),
    ).toBeUndefined()
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
    ['count,deposited,2024-01-01,,NARNIA,112,x,page: y,high,', 'The bloc "NARNIA" is not in blocs.csv.'],
    [
      'count,deposited,2024-01-01,,region:Mars,112,x,page: y,high,',
      '"region:Mars" is no region of states.csv.',
    ],
    ['count,deposited,2024-01-01,,region:,112,x,page: y,high,', '"region:" is no region of states.csv.'],
    ['count,deposited,2024-01-01,,,112,x,page: ,high,', 'The source "page:" names no page.'],
    ['count,deposited,2024-01-01,,,112,x,un | page:,high,', 'The source "page:" names no page.'],
    ['count,deposited,2024-01-01,,,112,x,,high,', 'This row has no source.'],
    [
      'count,deposited,2024-01-01,,,112,x,page: y,low,',
      'A row of low confidence is not shipped as an assertion to check.',
    ],
    [
      'count,deposited,2024-01-01,,,112,x,page: y,sure,',
      'The confidence "sure" is not one of high, medium, low.',
    ],
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
  test('published: a bloc by its name and a region that States have are kept', () => {
    const found: string[] = []
    const rows = ['NATO', 'African Union', 'region:Africa'].map(
      bloc => `count,deposited,2024-01-01,,${bloc},112,x,page: y,high,`,
    )
    const header = 'fact,rule,day,state,bloc,value,publisher,source,confidence,note'
    const table = tableOf('published.csv', [header, ...rows, ''].join('\n'))
    const kept = loadPublished(table, id, shipped().register.world, problem => found.push(problem.message))
    expect([kept.length, found]).toEqual([3, []])
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
