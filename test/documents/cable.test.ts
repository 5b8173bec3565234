import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

const header = `VZCZCXRO1234
PP RUEHAG
DE RUEHVL #0987/01 3391521
ZNY CCCCC ZZH
P 041521Z DEC 08
FM AMEMBASSY VILNIUS
TO RUEHC/SECSTATE WASHDC PRIORITY 2978
C O N F I D E N T I A L SECTION 01 OF 02 VILNIUS 000987

SIPDIS

E.O. 12958: DECL: 12/24/2018
TAGS: PREL, MOPS, LH
SUBJECT: LITHUANIA AND THE
CONVENTION ON CLUSTER MUNITIONS

REF: STATE 125632
`
const cable = `${header}
¶1. (C) Summary: Lithuania signed on December 3. End summary.

¶2. (SBU) FOR BERLIN, THE HAGUE and TALLINN: Please take this cable for information. He noted points:

1. Turkey needs time;
2. Greece has not decided.

OBJECTIVES:

¶3. (U) Moscow was quiet.
CLOUD
`

const outline = read(cable).cable
const fields = outline?.header

describe('the frame of a cable', () => {
  test('its reference is made of year, originator and number', () => {
    expect(fields?.messageReference).toMatchObject({ value: '08VILNIUS987' })
  })

  test('its fields are the exact words of the text', () => {
    const { from, subject, classification, signature, dateTimeGroup } = fields ?? {}
    expect(dateTimeGroup).toMatchObject({ value: '2008-12-04T15:21:00Z', day: '2008-12-04' })
    expect([from, classification, signature].map(field => field?.value)).toEqual([
      'AMEMBASSY VILNIUS',
      'CONFIDENTIAL',
      'CLOUD',
    ])
    expect(cable.slice(subject?.start, subject?.end)).toBe(
      'LITHUANIA AND THE\nCONVENTION ON CLUSTER MUNITIONS',
    )
    expect(subject?.value).toBe('LITHUANIA AND THE CONVENTION ON CLUSTER MUNITIONS')
  })

  test('its paragraphs run from the label to the last character, lists included and subheadings not', () => {
    const ends = outline?.paragraphs.map(({ n, portion, end }) => [n, portion, cable.slice(end - 9, end)])
    expect(ends).toEqual([
      [1, 'C', ' summary.'],
      [2, 'SBU', ' decided.'],
      [3, 'U', 'as quiet.'],
    ])
  })

  test('it is dated by its date-time group, titled by its subject, and an American post speaks for the USA', () => {
    expect(read(cable).document).toMatchObject({
      kind: 'cable',
      title: 'LITHUANIA AND THE CONVENTION ON CLUSTER MUNITIONS',
      published: { value: '2008-12-04', basis: 'stated' },
      speaker: 'USA',
    })
  })

  test('its zones are header, subject, body with its headings, and signature', () => {
    expect(read(cable).zones.map(zone => zone.type)).toEqual([
      'cable-header',
      'subject',
      'cable-header',
      'body',
      'heading',
      'body',
      'signature',
    ])
  })
})

test('a label whose pilcrow has become a "1" takes its number from the sequence, and is listed', () => {
  const damaged = `${header}\n[1](#)1. (U) One.\n\n12. (C) Two.\n\n13. (C) Three.\n\n¶4. (U) Four.\n`
  const { cable: frame, problems } = read(damaged)
  expect(frame?.paragraphs.map(({ n, label }) => [n, label])).toEqual([
    [1, '[1](#)1.'],
    [2, '12.'],
    [3, '13.'],
    [4, '¶4.'],
  ])
  expect(problems.map(problem => problem.message)).toEqual([
    'The label "12." is read as paragraph 2, from the sequence.',
    'The label "13." is read as paragraph 3, from the sequence.',
  ])
})

test('a text that only quotes a cable is not one', () => {
  expect(read('The cable said: SUBJECT: a demarche. It was marked SIPDIS.').cable).toBeNull()
})

test('addressees in capitals are posts, a routing line mentions no State, and the subject does', () => {
  const posts = read(cable).mentions.flatMap(mention =>
    mention.kind === 'state' && mention.value.as === 'post' ? [[mention.text, mention.value.iso3]] : [],
  )
  expect(posts).toEqual([
    ['BERLIN', 'DEU'],
    ['THE HAGUE', 'NLD'],
    ['TALLINN', 'EST'],
  ])
  const [first] = read(cable).mentions.filter(one => one.kind === 'state')
  expect(first).toMatchObject({ text: 'LITHUANIA', start: cable.indexOf('LITHUANIA') })
})
