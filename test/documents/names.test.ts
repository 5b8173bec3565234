import { describe, expect, test } from 'vitest'
import type { Mention } from '../../src/core/documents/index.ts'
import { expectMarks, read } from './support.ts'

const holds = (kind: Mention['kind'], title: string, notations: readonly string[], date?: string): void => {
  describe(title, () => {
    test.each(notations)('%s', notation => expectMarks(kind, notation, date))
  })
}

holds('organisation', 'organisations by name, by the form of their name, and one inside another', [
  'The [Ministry of Defence|ministry-of-defence] and [Human Rights Watch|HRW] spoke.',
  'The [Global Survivors’ Forum|global-survivors-forum] ([GSF|global-survivors-forum]) met; the ministry and the alliance did not.',
  'In October [Human Rights Watch|HRW] wrote. The Russian Federation answered.',
  'The [Chilean Red Cross|chilean-red-cross], [Getty Images|GETTY] and the [Kenyan-led coalition|kenyan-led-coalition] came.',
  'A tribe of nomads, the school board and an army of lawyers are none.',
  'The [New Zealand Labour Party|new-zealand-labour-party] spoke of charges at the [International Criminal Court|ICC] against Sudan.',
  'The system of the [I.A.E.A.|IAEA] and the [American Red Cross|american-red-cross] differ.',
  'The [Vietnam Veterans of America Foundation|vietnam-veterans-of-america-foundation] spoke; it gave US$298,000.',
  'The [International Atomic Energy Agency|IAEA] met. The [Agency|IAEA] said that an agency of the town had come.',
])

test('lines of a menu are no one name, and a line that is broken to a width is', () => {
  const names = (text: string) =>
    read(text)
      .mentions.filter(one => one.kind === 'organisation')
      .map(one => one.text)
  const menu = 'Top Smartphone\nFreeland File\nHill Town Press Council\nArctic Valley Press Council\n'
  expect(names(menu)).toEqual(['Hill Town Press Council', 'Arctic Valley Press Council'])
  expect(
    names('The delegates were told on Tuesday by the Hill Town\nPress Council that it would not come.'),
  ).toEqual(['Hill Town\nPress Council'])
})

test('a body of an organisation mentions both', () => {
  const found = read('The NATO Military Committee met.').mentions.filter(one => one.kind === 'organisation')
  expect(found.map(one => `${one.text} = ${one.value.id}`)).toEqual([
    'NATO Military Committee = NATO-MC',
    'NATO = NATO',
  ])
})

describe('people', () => {
  holds('person', 'by given name, title, office or what stands around them', [
    '[Jens Stoltenberg|Jens Stoltenberg] spoke. Mr. [Stoltenberg|Jens Stoltenberg] left.',
    'President [Maria Sandu|Maria Sandu] met Dr. [Okoye|Okoye].',
    '[LUCÍA MOLINA|LUCÍA MOLINA] (Mexico) said it is so.',
    'The paper was read, said [Aroha Tepania|Aroha Tepania], a deminer.',
    'Asked by [Moira Pellow|Moira Pellow] on 7 May, it was answered.',
    'Ministers [Maria Okoye|Maria Okoye] and [Dan Pellow|Dan Pellow] met. Amb. [Dobrunov|Dobrunov] left. [Dobrunov|Dobrunov] came back.',
    '[Maria Sa’ad Okoye|Maria Sa’ad Okoye] spoke, and so did my right hon. Friend.',
    '[Madrilyn Creede|Madrilyn Creede], Assistant Secretary of Defense, was heard.',
    'A Turkish official and a UPDF colonel came. Article Three was read.',
    'President [Bill Clinton|Bill Clinton] imposed it; the bill was paid.',
    '[Don MacKay|Don MacKay] spoke, and Don [Pedro Ruiz|Pedro Ruiz] too. Statement from President [Joe Biden|Joe Biden] Ahead of the Meeting.',
    '[KEVIN RUDD|KEVIN RUDD] M.P. Shadow Minister for Foreign Affairs',
  ])

  test('the office that a person held on the day comes from the data', () => {
    const at = (date: string) => read('Stoltenberg agreed.', date).mentions.find(one => one.kind === 'person')
    expect(at('2022-06-01')?.value).toMatchObject({
      name: 'Jens Stoltenberg',
      role: 'Secretary General, NATO',
    })
    const former = read('Barack Obama agreed.', '2020-06-01').mentions.find(one => one.kind === 'person')
    expect(former?.value).toEqual({ name: 'Barack Obama' })
  })

  test.each([
    ['Senator Wilson spoke.', '2015-06-01', 'Wilson'],
    ['Mr. Wong has a farm.', '2023-06-01', 'Wong'],
    ['Mr. Trump came.', '2018-06-01', 'Donald Trump'],
    ['Foreign Minister Wong came.', '2023-06-01', 'Penny Wong'],
    ['Prime Minister Wilson spoke.', '1966-06-01', 'Harold Wilson'],
    ['The former president was there. President Carter spoke.', '2010-06-01', 'Jimmy Carter'],
    ['Trump said that he would not.', '2018-06-01', 'Donald Trump'],
    ['Kosygin was harder than others.', '1966-06-01', 'Alexei Kosygin'],
  ])('%s of %s is said of %s', (text, date, name) => {
    const people = read(text, date).mentions.filter(one => one.kind === 'person')
    expect(people.map(({ value }) => value.name)).toEqual([name])
  })

  test('a common surname without an office or a speech is nobody', () => {
    expect(read('He may know. May was cold, and the bush carter left.', '2018-06-01').mentions).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ kind: 'person' })]),
    )
  })

  test.each([
    [
      '“We will see,” he told CNN’s Faridun Zakarov last week. Zakarov asked again.',
      ['Faridun Zakarov', 'Zakarov'],
    ],
    ['He was on the BBC’s World Service last night.', []],
    ['Published 3 March 2022\n\nThe Biden-Harris Administration signed nothing.', ['Biden', 'Harris']],
    ['The Smith-Wesson Administration signed nothing.', []],
  ])('who works for an outlet, and who leads an administration: %s', (text, names) => {
    expect(read(text).mentions.flatMap(one => (one.kind === 'person' ? [one.text] : []))).toEqual(names)
  })

  test('surnames alone are persons in a telegram that lets them speak, and bodies and places are not', () => {
    const body =
      '1. (C) As brought out by Chalford, the draft was late. Chalford replied that he knew. The Secretariat said that Nairobi was told.\n\n2. (C) In Nairobi, Econoff asked Sampleton why. It appears, said Sampleton, that it is so.\n'
    const cable = `FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\nSUBJECT: A DRAFT\n\n${body}`
    const names = (text: string) =>
      read(text)
        .mentions.filter(one => one.kind === 'person')
        .map(one => one.text)
    expect(names(cable)).toEqual(['Chalford', 'Chalford', 'Sampleton', 'Sampleton'])
    expect(names(body)).toEqual([])
  })

  test.each([
    ['FM SECSTATE WASHDC\nTO AMEMBASSY OSLO', 'RICE', 'Condoleezza Rice'],
    ['FM AMEMBASSY OSLO\nTO SECSTATE WASHDC', 'RICE', 'RICE'],
    ['FM AMEMBASSY OSLO\nTO SECSTATE WASHDC', 'CHALFORD', 'Ann Chalford'],
  ])('a cable is signed: %s', (routing, signature, name) => {
    const body = '1. (U) Post thanks Ambassador Ann Chalford for the visit.\n\n2. (U) End text.'
    const cable = `R 011943Z DEC 08\n${routing}\nSUBJECT: A DRAFT\n\n${body}\n${signature}\n`
    const signer = read(cable, '2008-12-01').mentions.findLast(one => one.kind === 'person')
    expect(signer).toMatchObject({ text: signature, value: { name } })
  })

  test('labels of a transcript are the persons named elsewhere in it', () => {
    const text = 'NADIA: I’m Nadia Farouk, and with me is Callum Reid.\n\nCALLUM: Hello.\n\nHOST: Welcome.'
    const people = read(text).mentions.filter(one => one.kind === 'person')
    expect(people.map(one => `${one.text} = ${one.value.name}`)).toEqual([
      'NADIA = Nadia Farouk',
      'Nadia Farouk = Nadia Farouk',
      'Callum Reid = Callum Reid',
      'CALLUM = Callum Reid',
    ])
  })
})

holds('office', 'holders of an office without a name', [
  '[A spokeswoman for the ministry|spokeswoman for the ministry] said so. [One American official|American official] did not.',
])

holds('article', 'articles with their paragraphs, of the treaty beside them or of the text', [
  'Under [Article 21(2)|ccm 21(2)] of the Convention on Cluster Munitions and [paragraph 3 of Article 4|ccm 4(3)] it must.',
  'The Arms Trade Treaty binds. [Articles 6|att 6] and [7|att 7] say how; [art. 11|att 11] more.',
  'The CCM’s [Article 1, paragraph 1 (b)|ccm 1(1)(b)] forbids it.',
  '[Article 51|- 51] of the national constitution',
  'This article and an article of clothing cite nothing.',
])

holds('law', 'statutes by their names', [
  'The [Cluster Munitions (Prohibitions) Act 2010|Cluster Munitions (Prohibitions) Act 2010] applies.',
  'He signed the [Department of Defense Policy on Cluster Munitions|Department of Defense Policy on Cluster Munitions].',
  'It broke international humanitarian law, the law of the sea and an act of faith.',
])

holds('meeting', 'meetings by their names', [
  'At the [Twelfth Meeting of States Parties|Twelfth Meeting of States Parties] and the [Vilnius summit|Vilnius summit] they met.',
  'At the [G-7 Summit|G-7 Summit] they met.',
  'The [10MSP|10MSP] and the [First Review Conference|First Review Conference] were held; a meeting of friends was not.',
])

holds('quantity', 'numbers with what they count', [
  'At least [124 countries|124 states] and [1.4 billion people|1400000000 people] agree; [50 percent|0.5 share] do not.',
  'It cost [$450 million|450000000 USD], cleared [12 square kilometres|12 square kilometres] and passed by [103 votes|103 votes] to [one|1 votes].',
  'The [141-seat|141 seats] house; [46 of them|46 them] left; [2 lakh mines|200000 mines] stay.',
  'One loan of a [90 billion euro|90000000000 EUR] plan; [one in eight|0.125 share] bomblets; [41,000 injured|41000 people].',
  'It saw [three further chemical weapons attacks|3 attacks].',
  'Article 12, paragraph 3, room 14, in 2008, a 155 mm shell and one outlaw count nothing.',
])

test('tallies, ranges of numbers, millions of a people and calibres', () => {
  const counted = (text: string): readonly string[] =>
    read(text).mentions.flatMap(one =>
      one.kind === 'quantity'
        ? [`${one.text} = ${one.value.value}${one.value.until ? `-${one.value.until}` : ''}`]
        : [],
    )
  expect(counted('It passed by a vote of 60-39.')).toEqual(['60 = 60', '39 = 39'])
  expect(counted('The final vote was 90-5-7.')).toEqual(['90 = 90', '5 = 5', '7 = 7'])
  expect(counted('It hurt two to nine farmers.')).toEqual(['two to nine farmers = 2-9'])
  expect(counted('The war displaced three million of the people.')).toEqual(['three million = 3000000'])
  expect(counted('A population of some 8-9 million.')).toEqual(['8-9 million = 8000000-9000000'])
  expect(counted('the three nations’ operations')).toEqual(['three nations = 3'])
  expect(counted('a 122mm Kestrel rocket')).toEqual([])
})

holds('date', 'durations, and dates that point to one before', [
  'It opened on [3 December 2008|2008-12-03] and took effect [two years later|2010].',
  'It has [six months|P6M] and [two-and-a-half years|P2Y6M]. On [5 May 2010|2010-05-05] it met; [the same month|2010-05] it closed.',
  'Signed in [June 2007|2007-06], and [that autumn|2007-23] ratified.',
])

test('words that a scrape ran together are parted where the letters show it', () => {
  const text =
    'ByNora Kask inGeneva\nThe talks ended onMay17, 2023.Russia said no,andAustria said yes.The treaty entered into force in2006.Norway agreed inDecember2017,Kenya did not.'
  const found = read(text).mentions
  expect(found.filter(one => one.kind === 'date').map(one => one.text)).toEqual(['2023', '2006', '2017'])
  expect(found.filter(one => one.kind === 'state').map(one => one.value.iso3)).toEqual(
    expect.arrayContaining(['RUS', 'AUT', 'NOR', 'KEN']),
  )
  for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words)
})

describe('bodies that a text calls again by their noun', () => {
  const bodies = (text: string) =>
    read(text).mentions.flatMap(one =>
      one.kind === 'organisation' ? [`${one.text}: ${one.value.name}`] : [],
    )

  test.each([
    [
      'The Security Council met. The Council must act.',
      ['Security Council: United Nations Security Council', 'Council: United Nations Security Council'],
    ],
    [
      'The Security Council met, and the council of the village met. The Council of Elders did not.',
      ['Security Council: United Nations Security Council', 'Council of Elders: Council of Elders'],
    ],
    ['Lord Hale told Parliament last week that it would fail.', ['Parliament: Parliament']],
    ['They met in Parliament Square.', []],
    ['The Council must act.', []],
  ])('%s', (text, names) => expect(bodies(text)).toEqual(names))
})

test.each([
  ['NATO says 14,000 of its soldiers have entered.', ['14,000 = 14000']],
  ['Here are three of the main sides.', ['three = 3']],
  ['Article 3 of the Conventions binds.', []],
  ['On May 12 of the same months it met.', []],
  ['One of the sides left.', []],
])('a number of what is named behind "of": %s', (text, quantities) => {
  expect(
    read(text).mentions.flatMap(one => (one.kind === 'quantity' ? [`${one.text} = ${one.value.value}`] : [])),
  ).toEqual(quantities)
})

test.each([
  ['U.S. Secretary of State John Kerry spoke.', 'John Kerry', 'Secretary of State'],
  [
    'Its Permanent Representative to the UN Vasily Nebenzya spoke.',
    'Vasily Nebenzya',
    'Permanent Representative to the UN',
  ],
  ['Secretary-General Ban Ki-moon spoke.', 'Ban Ki-moon', 'Secretary-General'],
  ['They met under President Barack Obama.', 'Barack Obama', 'President'],
])('the office before a name is whole: %s', (text, name, role) => {
  const [person] = read(text).mentions.filter(one => one.kind === 'person')
  expect(person?.value).toMatchObject({ name, role })
})

test('letters behind a name that end a sentence are no office of the next', () => {
  const found = read('It was led by Susan Templeman MP. Nuclear States came.').mentions
  expect(found.flatMap(one => (one.kind === 'person' ? [one.text] : []))).toEqual(['Susan Templeman'])
})
