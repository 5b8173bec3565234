import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/core/documents/index.ts'
import { lexicon, read } from './support.ts'

const cableWith = (fields: string, text = '1. (C) One thing was said.\n\n2. (C) And another.\nROE\n') =>
  read(`O 021415Z MAY 08
FM AMEMBASSY EXAMPLE
TO SECSTATE WASHDC PRIORITY 1234
C O N F I D E N T I A L EXAMPLE 000123

SIPDIS

${fields}

${text}`)

const header = 'E.O. 12958: DECL: 01/02/2018\nTAGS: PREL\nSUBJECT: A SUBJECT\n\n'

test('a paragraph that is all answer has no question, not even an empty one', () => {
  const text = '1. (C) Which donors have left?\n\n2. (C) Answer: Denmark ended at the close o? 2005.\n'
  const { cable } = cableWith(header.trimEnd(), text)
  expect(cable?.exchanges.filter(({ question }) => question && question.end <= question.start)).toEqual([])
})

describe('who classified a cable', () => {
  test.each([
    ['Classified By: Ambassador Ann B. Example for reasons 1.4 (b) and (d).', 'Ann B. Example'],
    ['Classified By: Acting DCM/Joe Sample, reasons 1.4 (b,d)', 'Joe Sample'],
    ['Classified By: CDA ROE W. DOE FR REASONS 1.4 (B) AND (D)', 'ROE W. DOE'],
    ['Classified By: Classified by Economic Counselor Mary Ann Poe, for reasons 1.4 (b).', 'Mary Ann Poe'],
    [
      'Classified By: Special Representative for Somewhere and Elsewhere Jane Q. Citizen, reason 1.4 (d)',
      'Jane Q. Citizen',
    ],
    ['Classified By: Ambassaor John Smith per 1.4 (b)', 'John Smith'],
    ['CLASSIFIED BY: AMBASSADOR TO ATLANTIS TOM THUMB. REASON: 1.5 (B) AND (D).', 'TOM THUMB'],
    ['Classified By: Pol-Mil Counselor J.P. Jones, III. Reasons: 1.4 (b) and (d).', 'J.P. Jones, III'],
    ['Classified By: Deputy Director Ann Exam \nple for reasons 1.4 (b)', 'Ann Example'],
  ])('%s', (line, name) => {
    const { cable } = cableWith(header + line)
    expect(cable?.header.classifiedBy?.value).toBe(name)
    expect(cable?.header.classificationReasons?.value[0]).toMatch(/^1\.[45]\([bd]\)$/)
  })

  test('the first paragraph says it where the header does not', () => {
    const text =
      '1. (U) CLASSIFIED BY POLOFF ANN EXAMPLE, REASON: 1.5 (D).\n\n2. (C) THE REST FOLLOWS HERE.\n'
    const { cable } = cableWith(header, text)
    expect(cable?.header.classifiedBy?.value).toBe('ANN EXAMPLE')
    expect(cable?.paragraphs.map(one => one.n)).toEqual([1, 2])
  })
})

describe('the fields of a header in other forms', () => {
  test('that share a line', () => {
    const { cable } = cableWith(
      'E.O. 12958: DECL: 01/02/2018 TAGS: PREL, MOPS SUBJECT: ONE THING AND ANOTHER REF: A. OSLO 12 B. 07 VIENNA 345 Classified By: DCM Ann Example, reasons 1.4 (b). 1. (C) It was said. 2. (S) It was said again.',
      '',
    )
    expect(cable?.header.subject?.value).toBe('ONE THING AND ANOTHER')
    expect(cable?.header.tags.map(one => one.value)).toEqual(['PREL', 'MOPS'])
    expect(cable?.header.references.map(one => one.value)).toEqual(['08OSLO12', '07VIENNA345'])
    expect(cable?.header.classifiedBy?.value).toBe('Ann Example')
    expect(cable?.paragraphs.map(({ n, portion }) => [n, portion])).toEqual([
      [1, 'C'],
      [2, 'S'],
    ])
  })

  test('routing that shares a line, with everyone addressed', () => {
    const { cable } = read(
      'VZCZCXYZ0001 PP RUEHEX DE RUEHC #0123 1231415 ZNY CCCCC ZZH P 021415Z MAY 08 FM SECSTATE WASHDC TO RUEHNY/AMEMBASSY OSLO PRIORITY 1111 RUEHDL/AMEMBASSY DUBLIN PRIORITY INFO RUEHGV/USMISSION GENEVA PRIORITY\n\nC O N F I D E N T I A L STATE 012345\n\nSUBJECT: A THING\n\n1. (C) It was said.\n\n2. (C) Again.\n',
    )
    expect(cable?.header.to.map(one => [one.value, one.postIso3])).toEqual([
      ['AMEMBASSY OSLO', 'NOR'],
      ['AMEMBASSY DUBLIN', 'IRL'],
    ])
    expect(cable?.header.info.map(one => one.value)).toEqual(['USMISSION GENEVA'])
    expect(cable?.header.messageReference?.value).toBe('08STATE12345')
  })

  test.each([
    ['letters printed twice', 'REF: A. A) OSLO 12 B. B) VIENNA 34', ['08OSLO12', '08VIENNA34']],
    [
      'the head of a page among them',
      'REF: A) OSLO 12, B) VIENNA 34 EXAMPLE 00000123 001.2 OF 003',
      ['08OSLO12', '08VIENNA34'],
    ],
    [
      'a pilcrow before each',
      'REF: A. SECSTATE 12\n\n     ¶B. E-MAIL OF MAY 1\n     ¶C. OSLO 34',
      ['08STATE12', 'E-MAIL OF MAY 1', '08OSLO34'],
    ],
  ])('references with %s', (_, line, values) => {
    const { cable } = cableWith(`${header.trimEnd()}\n\n${line}`)
    expect(cable?.header.references.map(one => one.value)).toEqual(values)
  })
})

test('a cablegram of a printed volume whose number stands before its marking and its subject', () => {
  const text = `116 Cablegram from Embassy in Washington to Department of External Affairs

Washington, 22 March 1968

1238. Secret Guard

A Treaty on Samples

Your 803.1

The queries raise two issues, namely

1. the effect of the treaty and

2. details of the system.

2. The position on the first is this.

3. The other is open.
`
  const { document, cable } = read(text)
  expect(document).toMatchObject({ kind: 'cable', title: 'A Treaty on Samples' })
  expect(cable?.header.classification?.value).toBe('SECRET')
  expect(cable?.header.messageReference?.value).toBe('68WASHINGTON1238')
  expect(cable?.paragraphs.map(({ n, start }) => `${n} ${text.slice(start, start + 14)}`)).toEqual([
    '1 1. the effect ',
    '2 2. The positio',
    '3 3. The other i',
  ])
})

test('a telegram in a printed volume: from its title, its date line and its source note', () => {
  const { cable, document, zones } =
    read(`12. Telegram From the Embassy in Norway to the Department of State[1]

Oslo, June 14, 1978, 1605Z.

441. Subject: Talks on a Treaty.
Ref: State 127885.

1. The Minister said this.

2. He said that, too.

Example

[1] Source: National Archives, RG 59. Confidential; Priority.
`)
  expect(document).toMatchObject({ kind: 'cable', title: 'Talks on a Treaty' })
  expect(cable?.header).toMatchObject({
    messageReference: { value: '78OSLO441' },
    dateTimeGroup: { value: '1978-06-14T16:05:00Z' },
    classification: { value: 'CONFIDENTIAL' },
    precedence: { value: 'PRIORITY' },
    from: { value: 'Embassy in Norway' },
    to: [{ value: 'Department of State' }],
    references: [{ value: '78STATE127885' }],
    signature: { value: 'Example' },
  })
  expect(zones.at(-1)?.type).toBe('footnote')
})

describe('the labels of paragraphs', () => {
  test('letters that a reading machine has made of digits are read from the sequence', () => {
    const text =
      'l.  (C) ONE.\n\n2.  (C) TWO.\n\n .  (C) THREE.\n\nA.  AN ITEM.\n\nB.  ANOTHER.\n\n4.  (C) FOUR.\n\nS.  (U) FIVE.\n'
    const { cable } = cableWith(header, text)
    expect(cable?.paragraphs.map(({ n, label }) => [n, label])).toEqual([
      [1, 'l.'],
      [2, '2.'],
      [3, '.'],
      [4, '4.'],
      [5, 'S.'],
    ])
  })

  test('a portion mark may have lost its brackets', () => {
    const { cable } = cableWith(header, '1. C Posts know this.\n\n2. U Posts may say so.\n')
    expect(cable?.paragraphs.map(({ n, portion }) => [n, portion])).toEqual([
      [1, 'C'],
      [2, 'U'],
    ])
  })
})

describe('who is asked to act', () => {
  const groupsOf = (text: string) =>
    cableWith(header, text).cable?.addresseeGroups.map(({ paragraph, posts, action }) => [
      paragraph,
      typeof posts === 'string' ? posts : posts.map(one => one.iso3 ?? one.post),
      action,
    ])

  test('posts named by the words that ask them', () => {
    expect(
      groupsOf(`1. (C) Posts in Oslo and New Delhi are requested to call on the ministry.

2. (C) Embassies Dublin and Vienna: This message is for your information only.

3. (C) All other action addressees may draw on the points.

4. (U) USUN New York and USMission Geneva: For information. No action is required.

5. (C) For Tokyo: Please ask again.
`),
    ).toEqual([
      [1, ['NOR', 'IND'], true],
      [2, ['IRL', 'AUT'], false],
      [3, 'remaining', true],
      [4, ['USUN New York', 'USMission Geneva'], false],
      [5, ['JPN'], true],
    ])
  })

  test('an ordinary sentence addresses no one', () => {
    expect(
      groupsOf('1. (C) For example: Oslo may wait.\n\n2. (C) Washington should not be surprised.\n'),
    ).toEqual([])
  })
})

test('what an archive prints behind a message is not of it', () => {
  const { cable, zones } = cableWith(
    header,
    '1. ONE.\n\n2. TWO. EXAMPLE\n\nCONFIDENTIAL\n\nNNNN\n\nMessage Attributes\n\nCapture Date: 01-Jan-1994\nTo: STATE\n',
  )
  expect(cable?.header.signature?.value).toBe('EXAMPLE')
  expect(zones.at(-1)?.type).toBe('furniture')
})

describe('a telegram in a volume of diplomatic papers', () => {
  const old = `511.A3/214: Telegram

The Minister in Atlantis (Doe) to the Acting Secretary of State

[Paraphrase]

Poseidonia, March 4, 1931—noon.
[Received March 4—7:12 a.m.]

31. The Prime Minister received me this morning and said that his Government would sign.

He asked that nothing be said of it before Friday.

Doe
`

  test('of the years before date-time groups: who writes to whom, from where, when and under which number', () => {
    const { cable, document, zones } = read(old)
    expect(document.kind).toBe('cable')
    expect(cable?.header.from?.value).toBe('Minister in Atlantis')
    expect(cable?.header.to.map(one => one.value)).toEqual(['Acting Secretary of State'])
    expect(cable?.header.messageReference?.value).toBe('31POSEIDONIA31')
    expect(cable?.header.signature?.value).toBe('Doe')
    expect(document.published).toMatchObject({ value: '1931-03-04', basis: 'stated' })
    expect(zones.map(one => one.type)).toEqual(['cable-header', 'body', 'signature'])
  })

  test('its marking on a line of its own, and the Department as the sender', () => {
    const { cable } = read(
      old
        .replace(
          'The Minister in Atlantis (Doe) to the Acting Secretary of State',
          'The Secretary of State to the Embassy in Atlantis',
        )
        .replace('[Paraphrase]', 'secret')
        .replace('Poseidonia,', 'Washington,'),
    )
    expect(cable?.header.classification?.value).toBe('SECRET')
    expect(cable?.header.messageReference?.value).toBe('31STATE31')
  })

  test('under a numbered head, with the hour of the place and a source note', () => {
    const { cable, document } =
      read(`78. Telegram From the Mission at the United Nations to the Department of State

Source: Department of State, Central Files, 320/6-2459. Confidential.

New York, June 24, 1959—7 p.m.

1179. Two delegations called on us today. Both said that they would vote for the draft.

Roe
`)
    expect(document).toMatchObject({ kind: 'cable', published: { value: '1959-06-24' } })
    expect(cable?.header.messageReference?.value).toBe('59USUNNEWYORK1179')
    expect(cable?.header.classification?.value).toBe('CONFIDENTIAL')
    expect(cable?.header.to.map(one => one.value)).toEqual(['Department of State'])
  })

  test('a letter between the same offices is no telegram', () => {
    expect(read(old.replace('511.A3/214: Telegram', '511.A3/214')).document.kind).not.toBe('cable')
  })
})

describe('a cable in a row of a table', () => {
  const text = (mark: string): string =>
    `14${mark}11/18/1975 12:05${mark}75ATLANTIS1895${mark}Embassy Atlantis${mark}CONFIDENTIAL${mark}75STATE272${mark}O R 181205Z NOV 75
FM AMEMBASSY ATLANTIS
TO SECSTATE WASHDC IMMEDIATE 7102
INFO AMEMBASSY PARIS
${mark}C O N F I D E N T I A L ATLANTIS 1895

Copy from the papers of the archive

E.O. 11652: GDS
TAGS: PFOR, UNGA
SUBJ: THE VOTE AT THE ASSEMBLY

REF: STATE 272; A LETTER OF NOVEMBER 2, 1975

1. THE MINISTER SAID THAT HE WOULD VOTE FOR IT.

2. HE WILL TELL OTHERS.
DOE
`
  test.each(['%colseparator%', '","'])('parted by %s', mark => {
    const { cable } = read(text(mark))
    expect(cable?.header).toMatchObject({
      messageReference: { value: '75ATLANTIS1895' },
      classification: { value: 'CONFIDENTIAL' },
      executiveOrder: { value: 'E.O. 11652' },
      subject: { value: 'THE VOTE AT THE ASSEMBLY' },
      dateTimeGroup: { day: '1975-11-18' },
    })
    expect(cable?.header.references.map(one => one.value)).toEqual([
      '75STATE272',
      'A LETTER OF NOVEMBER 2, 1975',
    ])
    expect(cable?.paragraphs.map(one => one.n)).toEqual([1, 2])
  })
})

test('an instruction added by hand does not end the header', () => {
  const { cable } = cableWith(`PARIS also for USOECD\n\n${header}`)
  expect(cable?.header.subject?.value).toBe('A SUBJECT')
})

test('the marking of a telegram that follows the words before it without a blank is a line of its own', () => {
  const { cable } = read(`O 151548Z JUN 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC IMMEDIATE 3530
INFO RUEHLO/AMEMBASSY LONDON PRIORITY 0822
RUEHTRO/AMEMBASSY TRIPOLI 4036C O N F I D E N T I A L SECTION 01 OF 03 OSLO 000466

SIPDIS

E.O. 12958: DECL: 6/15/2018
TAGS: PARM
SUBJECT: A DRAFT

1. (C) The draft was late.

2. (C) It came.
`)
  expect(cable?.header.classification?.value).toBe('CONFIDENTIAL')
  expect(cable?.header.messageReference?.value).toBe('08OSLO466')
  expect(cable?.header.info.map(({ value }) => value)).toEqual(['AMEMBASSY LONDON', 'AMEMBASSY TRIPOLI'])
})

describe('telegrams of printed volumes that do not say "from"', () => {
  const ministry = `312 Cablegram to Lima

Canberra, 4 March 1976 3.10 p.m.

O.CH301122 SECRET AUSTEO PRIORITY

Fishing Rights

Ref O.LM1204

For Pellow

Although the interview with Ferrand was a hard one we are glad that you spoke to him. Ferrand apparently intended it.

2. We would like him told that the proposals are being studied.
`
  test('from the ministry: to whom, how marked, about what, with reference to what, and for whom', () => {
    const { cable, document, mentions } = read(ministry)
    expect(document.kind).toBe('cable')
    expect(document.title).toBe('Fishing Rights')
    expect(document.published.value).toBe('1976-03-04')
    expect(cable?.header.from).toBeNull()
    expect(cable?.header.to.map(({ value }) => value)).toEqual(['Lima'])
    expect(cable?.header.classification?.value).toBe('SECRET')
    expect(cable?.header.references.map(({ value }) => value)).toEqual(['O.LM1204'])
    expect(mentions.flatMap(one => (one.kind === 'person' ? [one.text] : []))).toEqual([
      'Pellow',
      'Ferrand',
      'Ferrand',
    ])
  })

  test('from a delegation: the line of the telegram with its place and day stands below', () => {
    const { cable, document, mentions } =
      read(`114 Australian Delegation, United Nations, to Department of External Affairs

Cablegram UN411 NEW YORK, 3 October 1947, 9.20 p.m.

SECRET

1. Sub-committee met. Vandorn was appointed Chairman.

2. Kestrov questioned the need of this. He was answered by Halloway, and an amendment suggested by Vandorn was adopted against Kestrov.
`)
    expect(document.kind).toBe('cable')
    expect(document.published.value).toBe('1947-10-03')
    expect(cable?.header.from?.value).toBe('Australian Delegation, United Nations')
    expect(cable?.header.to.map(({ value }) => value)).toEqual(['Department of External Affairs'])
    expect(cable?.paragraphs.map(({ n }) => n)).toEqual([1, 2])
    const persons = mentions.flatMap(one => (one.kind === 'person' ? [one.text] : []))
    expect(persons).toEqual(['Vandorn', 'Kestrov', 'Halloway', 'Vandorn', 'Kestrov'])
  })

  test('marked with how urgent it is, with the number of its sender and the points of its numbers guarded', () => {
    const { cable, document } =
      read(`114 Australian Delegation, United Nations, to Department of External Affairs

Cablegram UN411 NEW YORK, 3 October 1947, 9.20 p.m.

MOST IMMEDIATE SECRET

Assembly 212. Inspection of Fisheries.

The text of the draft follows.

1\\. Each party will send its figures.

2\\. The figures will be printed.
`)
    expect(document.title).toBe('Inspection of Fisheries')
    expect(cable?.header.messageReference?.value).toBe('UN411')
    expect(cable?.header.precedence?.value).toBe('MOST IMMEDIATE')
    expect(cable?.header.classification?.value).toBe('SECRET')
    expect(cable?.paragraphs.map(({ label }) => label)).toEqual(['1.', '2.'])
  })

  test('whose writer and reader stand only in the front matter', () => {
    const text = `---
doc_date: '1961-05-02'
title: Savingram from Embassy in Lima to Department of External Affairs
---

Lima, 2 May 1961

1204\\. Confidential

[matter omitted]

Inspection of Fisheries

The minister told us that the figures were wrong and would be printed again in the summer of that year.
`
    const title = 'Savingram from Embassy in Lima to Department of External Affairs'
    const front = text.indexOf('\n\n')
    const { cable, document } = readDocument(
      {
        text,
        hints: [{ role: 'header-field', start: 0, end: front }],
        marks: [{ start: 0, end: front }],
        stated: { title },
      },
      lexicon,
    )
    expect(document.kind).toBe('cable')
    expect(document.title).toBe('Inspection of Fisheries')
    expect(document.published.value).toBe('1961-05-02')
    for (const [field, value] of [
      [cable?.header.from, 'Embassy in Lima'],
      [cable?.header.to[0], 'Department of External Affairs'],
    ] as const) {
      expect(field?.value).toBe(value)
      expect(text.slice(field?.start, field?.end)).toBe(value)
    }
    expect(cable?.header.classification?.value).toBe('CONFIDENTIAL')
  })
})

test('the day of a cable without an hour is the one that the table of an archive gives', () => {
  const dump = (clock: string): string => `02LIMA4411
FISHERIES: THE NEW FIGURES
Mon Nov 04 ${clock} +0100 2002
UNCLASSIFIED
Embassy Lima
UNCLAS LIMA 004411

SIPDIS

E.O. 12958: N/A
TAGS: EFIS PE
SUBJECT: FISHERIES: THE NEW FIGURES

1. The ministry printed the new figures on fisheries.

2. Nobody believes them.
`
  const { document, cable } = read(dump('00:00:00'))
  expect(document.published).toMatchObject({ value: '2002-11-04', basis: 'stated' })
  expect(cable?.header.dateTimeGroup).toBeNull()
  expect(read(dump('00:30:00')).document.published.value).toBeNull()
})
