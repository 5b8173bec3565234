import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsIn, verdictsIn } from './support.ts'

test.each([
  'Most of the 29 NATO members have joined the Convention on Cluster Munitions.',
  'Another 20 States have signed the Convention on Cluster Munitions.',
  'Norway joined 102 other States that have ratified the Convention on Cluster Munitions.',
  'Most of the 103 States have ratified the Convention on Cluster Munitions.',
  'In a film, Norway is not a party to the Convention on Cluster Munitions.',
])('a number of others, or of a part, is no count: %s', text => {
  expect(verdictsIn(text, '2018-06-05')).toEqual([])
})

describe('statuses', () => {
  test.each([
    ['2023-07-07', 'Germany has signed the Convention on Cluster Munitions.', 'status supported'],
    [
      '2023-07-07',
      'The United States, Russia and Ukraine have not signed the Convention on Cluster Munitions.',
      'status supported',
    ],
    [
      '2023-07-07',
      'Neither the United States nor Ukraine is bound by the Convention on Cluster Munitions.',
      'status supported',
    ],
    ['2023-07-07', 'France has not signed the Convention on Cluster Munitions.', 'status contradicted'],
    ['2023-07-07', 'Norway is not a party to the Convention on Cluster Munitions.', 'status contradicted'],
    ['2023-07-07', 'China did not sign the Oslo Convention.', 'status supported'],
    ['2020-01-01', 'Slovakia has signed the Convention on Cluster Munitions.', 'status supported-under'],
    [
      '2025-10-01',
      'Vanuatu is a State Party to the Convention on Cluster Munitions.',
      'status supported-under',
    ],
    ['2024-10-01', 'Lithuania is a party to the Convention on Cluster Munitions.', 'status supported'],
    ['2025-03-06', 'Lithuania is a party to the Convention on Cluster Munitions.', 'status contradicted'],
    ['2024-05-01', 'Cuba has ratified the Comprehensive Nuclear-Test-Ban Treaty.', 'status not-decidable'],
    ['2025-08-01', 'Ukraine is bound by the Mine Ban Treaty.', 'status not-decidable'],
    [
      '2023-07-07',
      'The Convention on Cluster Munitions, which Israel has not signed, bans them.',
      'status supported',
    ],
    ['2020-01-01', 'India and Pakistan have not signed the Ottawa Treaty.', 'status supported'],
    [
      '2020-01-01',
      'Poland, Finland and Norway have not joined the Convention on Cluster Munitions.',
      'status contradicted',
    ],
    ['2020-01-01', 'Kenya has joined the Convention on Cluster Munitions.', 'status supported-under'],
    ['2018-06-05', 'Nor has Norway joined the Convention on Cluster Munitions.', 'status contradicted'],
    ['2018-06-05', 'Nor did Norway sign the Convention on Cluster Munitions.', 'status contradicted'],
    ['2018-06-05', 'Never has Norway signed the Convention on Cluster Munitions.', 'status contradicted'],
    ['2018-06-05', 'Nor is Finland a party to the Convention on Cluster Munitions.', 'status supported'],
    [
      '2018-06-05',
      'All but seven NATO members are parties to the Convention on Cluster Munitions.',
      'bloc-count supported',
    ],
    [
      '2018-06-05',
      'All but two NATO members are parties to the Convention on Cluster Munitions.',
      'bloc-count contradicted',
    ],
    [
      '2018-06-05',
      'Norway and 21 other NATO members are parties to the Convention on Cluster Munitions.',
      'bloc-count supported',
    ],
    [
      '2018-06-05',
      'Norway and 22 other NATO members are parties to the Convention on Cluster Munitions.',
      'bloc-count contradicted',
    ],
    [
      '2018-06-05',
      'None of the 29 NATO members has joined the Convention on Cluster Munitions.',
      'bloc-count contradicted',
    ],
  ])('as of %s: %s', (date, text, verdict) => {
    expect(verdictsIn(text, date)).toEqual([verdict])
  })

  test.each(['such as', 'like', 'including'])('States that are named after "%s" are named', words => {
    const text = `Countries ${words} Finland, Poland, Estonia, and Latvia have refused to join the Convention on Cluster Munitions.`
    expect(verdictsIn(text, '2024-08-20')).toEqual(['status supported'])
  })

  test('"refused" is more than the register knows; that they are outside is supported', () => {
    const [claim] = claimsIn(
      'Countries such as Finland, Poland, Estonia, and Latvia have refused to join the Convention on Cluster Munitions.',
      '2024-08-20',
    )
    expect(claim).toMatchObject({
      verdict: 'supported',
      query: { states: ['FIN', 'POL', 'EST', 'LVA'], negative: true, beyond: 'refused' },
    })
    expect(claim?.says).toContain('"refused" is more than the register can decide')
    expect(claim?.evidence).toHaveLength(4)
  })

  test('what has changed since is told apart from what was true', () => {
    const [claim] = claimsIn('Lithuania is a party to the Convention on Cluster Munitions.', '2024-10-01')
    expect(claim).toMatchObject({
      verdict: 'supported',
      asKnownThen: 'supported',
      now: { verdict: 'contradicted', on: '2026-11-22' },
    })
  })

  test('the two Congos are told apart by their names', () => {
    const text = (name: string): string =>
      `${name} has not ratified the Convention on Cluster Munitions, and the DRC is silent.`
    expect(verdictsIn(text('The Republic of Congo'), '2024-10-01')).toEqual(['status contradicted'])
    expect(verdictsIn(text('DR Congo'), '2024-10-01')).toEqual(['status supported'])
  })

  test('without a day, only what held on every day is decided', () => {
    expect(verdictsIn('Finland has not signed the Convention on Cluster Munitions.')).toEqual([
      'status supported',
    ])
    const [claim] = claimsIn('Lithuania has joined the Convention on Cluster Munitions.')
    expect(claim).toMatchObject({
      verdict: 'not-decidable',
      wouldDecide: 'the day the text speaks of (--date)',
    })
  })

  test.each([
    'If Finland signed the Convention on Cluster Munitions, its neighbours would follow.',
    'Has Finland signed the Convention on Cluster Munitions?',
    'Finland may have signed papers, but the Convention on Cluster Munitions is another matter.',
    'Campaigners want Finland to join the Convention on Cluster Munitions.',
    'Whether Poland has joined the Convention on Cluster Munitions is disputed.',
    'The Finnish minister discussed the Convention on Cluster Munitions.',
    'Finland should not have signed the Convention on Cluster Munitions.',
    'Norway, which borders Finland, has joined the Convention on Cluster Munitions.',
    'Norway, whose army trains in Finland, joined the Convention on Cluster Munitions.',
    'Norway, a neighbour of Finland, has joined the Convention on Cluster Munitions.',
    'Norway, like Finland, has joined the Convention on Cluster Munitions.',
    'Northern Norway has never signed the Convention on Cluster Munitions.',
    'Once Chad has signed the Convention on Cluster Munitions, it will report.',
    'Until Brazil ratifies the Convention on Cluster Munitions, it is not bound.',
    'There is no evidence that Brazil ratified the Convention on Cluster Munitions.',
    'All EU members but Poland are parties to the Convention on Cluster Munitions.',
    'Like Norway, Finland has joined the Convention on Cluster Munitions.',
    'After Finland, Norway joined the Convention on Cluster Munitions.',
    'The working group of the Convention on Cluster Munitions has 12 members.',
    'Some 111 or 112 States are parties to the Convention on Cluster Munitions.',
    'Little proof that Finland joined the Convention on Cluster Munitions was found.',
  ])('is no claim: %s', text => {
    expect(verdictsIn(text, '2024-01-01')).toEqual([])
  })
})

describe('the day a sentence speaks of', () => {
  test.each([
    ['In 2009, Iraq was not a party to the CCM, the Convention on Cluster Munitions.', 'status supported'],
    ['In 2014 Canada was not a party to the Convention on Cluster Munitions.', 'status supported'],
    [
      'In August 2008, neither Georgia nor Norway was a party to the Convention on Cluster Munitions.',
      'status supported',
    ],
    ['Until 2010 Norway was not a party to the Convention on Cluster Munitions.', 'status not-decidable'],
    ['Five years ago Nigeria was not a party to the Convention on Cluster Munitions.', 'status supported'],
    [
      'Norway had not ratified the Convention on Cluster Munitions when the war began in 2008.',
      'status not-decidable',
    ],
    ['Lithuania was a party to the Convention on Cluster Munitions.', 'status not-decidable'],
    ['The Convention on Cluster Munitions had 84 states parties in 2013.', 'count supported-under'],
    [
      'The talks went on. The Convention on Cluster Munitions has 110 parties in September 2022.',
      'count supported',
    ],
    ['The Convention on Cluster Munitions has 110 states parties as of September 2022.', 'count supported'],
    [
      'When it entered into force in 2010, the Convention on Cluster Munitions had 30 states parties.',
      'count supported-under',
    ],
    [
      '94 countries signed the Convention on Cluster Munitions in Oslo on 3 December 2008.',
      'count not-decidable',
    ],
    ['In 2030 the Convention on Cluster Munitions will have 150 states parties.', 'count not-decidable'],
  ])('%s', (text, verdict) => {
    const found = verdictsIn(text, '2025-09-20')
    expect(found.filter(one => one.endsWith('contradicted'))).toEqual([])
    expect(found.length === 0 || found.includes(verdict)).toBe(true)
  })
})

describe('what a sentence does not assert, or says of something else, is left alone', () => {
  test.each([
    'It would be wrong to claim that the United States has joined the Convention on Cluster Munitions.',
    'RUMOURS THAT ESTONIA IS A PARTY TO THE CONVENTION ON CLUSTER MUNITIONS ARE FALSE.',
    'The claim that Russia is a party to the Convention on Cluster Munitions is absurd.',
    'Nobody believes that Russia is a party to the Convention on Cluster Munitions.',
    'Contrary to reports that Finland has joined the Convention on Cluster Munitions, nothing was signed.',
    'It would be wrong to say that Norway is not a party to the Convention on Cluster Munitions.',
    'It is not true that Norway has joined the Convention on Cluster Munitions.',
    'We wish that the Marshall Islands were a party to the Convention on Cluster Munitions.',
    'Were Russia a party to the Convention on Cluster Munitions, it could not use them.',
    'Had the United States joined the Convention on Cluster Munitions, things would differ.',
    'In the novel, Russia is a party to the Convention on Cluster Munitions.',
    'Norway, not Finland, is a party to the Convention on Cluster Munitions.',
    'All NATO members except Turkey have joined the Convention on Cluster Munitions.',
    'Poland joined the Convention on Cluster Munitions as an observer.',
    'The Ambassador of Finland signed the Convention on Cluster Munitions guest book.',
    'Germany joined the Convention on Cluster Munitions negotiations.',
    'A hundred and eleven states are parties to the Convention on Cluster Munitions.',
    '99 states parties and 3 signatories attended the Twelfth Meeting of States Parties to the Convention on Cluster Munitions.',
    'The Convention on Cluster Munitions enters into force after 30 states ratified it.',
    'The Convention on Cluster Munitions was discussed. The Rome Statute has 125 states parties.',
    'Under the Vienna Convention on the Law of Treaties, 116 states parties are bound.',
    'The Convention on Cluster Munitions is at risk. Ukraine is a party to the Mine Ban Treaty. Finland has not joined the convention.',
    'South Sudan will ratify the Convention on Cluster Munitions by 2022.',
  ])('%s', text => {
    const wrong = verdictsIn(text, '2025-09-20').filter(
      one => !one.startsWith('status supported') || /Norway, not|not true/.test(text),
    )
    expect(wrong).toEqual([])
  })
})

test('a long line is read in time that grows with its length', () => {
  const sentence =
    'Norway is a party to the Convention on Cluster Munitions, and 111 countries have ratified the treaty. '
  const timed = (times: number): number => {
    const start = performance.now()
    claimsIn(sentence.repeat(times), '2024-01-01')
    return performance.now() - start
  }
  timed(20)
  const [short, long] = [timed(200), timed(1600)]
  expect(long).toBeLessThan(short * 8 * 4 + 500)
  expect(claimsIn('Norway, '.repeat(20_000), '2024-01-01')).toEqual([])
})

describe('counts', () => {
  test.each([
    ['2024-05-01', 'The Convention on Cluster Munitions has 112 States Parties.', 'count supported'],
    ['2023-12-31', 'The Convention on Cluster Munitions has 112 States Parties.', 'count supported-under'],
    [
      '2024-01-15',
      'The Convention on Cluster Munitions has been joined by 124 countries.',
      'count supported-under',
    ],
    ['2024-01-15', 'Cluster munitions have been banned by 124 countries.', 'count supported-under'],
    [
      '2024-01-15',
      'More than 100 countries have joined the Convention on Cluster Munitions.',
      'count supported',
    ],
    ['2024-01-15', 'The Convention on Cluster Munitions has 250 States Parties.', 'count contradicted'],
    [
      '2024-01-15',
      'Fewer than 50 countries have ratified the Convention on Cluster Munitions.',
      'count contradicted',
    ],
    [
      '2010-08-01',
      'So far 108 countries have signed the Convention on Cluster Munitions.',
      'count supported',
    ],
    ['2014-06-30', 'The Mine Ban Treaty has 161 States Parties.', 'count supported'],
  ])('as of %s: %s', (date, text, verdict) => {
    expect(verdictsIn(text, date)).toEqual([verdict])
  })

  test('124 countries holds only for signed or joined, on days that are named', () => {
    const [claim] = claimsIn(
      'Cluster munitions have been banned by 124 countries, but not by Ukraine, Russia, or the United States.',
      '2024-08-20',
    )
    const by = new Map(claim?.readings.map(reading => [reading.name, reading]))
    expect(by.get('signed-or-joined')?.days).toEqual([
      { from: '2023-08-03', until: '2025-03-06' },
      { from: '2025-09-05', until: null },
    ])
    expect(['in-force', 'deposited', 'signatories'].map(rule => by.get(rule)?.days)).toEqual([[], [], []])
  })

  test('the States that a ban is said not to bind are checked one by one', () => {
    const text =
      'Cluster munitions have been banned by 124 countries, but not by Ukraine, Russia, or the United States.'
    expect(verdictsIn(text, '2024-08-20')).toEqual(['count supported-under', 'status supported'])
  })

  test('without a day a number is not decidable, but the days on which it holds are named', () => {
    const [claim] = claimsIn('Cluster munitions have been banned by 124 countries.')
    expect(claim?.verdict).toBe('not-decidable')
    expect(claim?.says).toContain(
      'signed or joined from 3 August 2023 to 5 March 2025 and since 5 September 2025',
    )
  })

  test.each([
    'Under the Convention on Cluster Munitions, 35 States Parties have destroyed their stockpiles.',
    'On May 30, 2008 a conference adopted the Convention on Cluster Munitions; 107 states adopted the treaty.',
    'The Convention on Cluster Munitions was discussed in 40 countries.',
    'Some 12 governments sent observers to the meeting of the Convention on Cluster Munitions.',
    'The two parties agreed on a text before the Convention on Cluster Munitions.',
  ])('is no count of parties: %s', text => {
    expect(verdictsIn(text, '2024-01-01').filter(verdict => verdict.startsWith('count'))).toEqual([])
  })
})

describe('blocs', () => {
  test('a fraction of a bloc is checked by its members on the day', () => {
    const [claim] = claimsIn(
      'Only 23 of the 31 NATO members are parties to the Convention on Cluster Munitions.',
      '2023-07-07',
    )
    expect(claim).toMatchObject({ kind: 'bloc-count', verdict: 'supported' })
    expect(claim?.evidence[1]?.text).toContain(
      'Estonia, Finland, Greece, Latvia, Poland, Romania, Türkiye, United States of America',
    )
  })
  test('a wrong fraction is contradicted with both lists', () => {
    const [claim] = claimsIn(
      'Only 15 of the 31 NATO members are parties to the Convention on Cluster Munitions.',
      '2023-07-07',
    )
    expect(claim).toMatchObject({ verdict: 'contradicted' })
  })
  test('beyond the day up to which acts were checked, a missing act contradicts nothing', () => {
    const text = 'Five of the 32 NATO members are not party to the Convention on Cluster Munitions.'
    expect(claimsIn(text, '2025-04-01')).toMatchObject([
      { verdict: 'contradicted', checkedOnlyThrough: null },
    ])
    expect(claimsIn(text, '2026-06-01')).toMatchObject([
      { verdict: 'not-decidable', checkedOnlyThrough: '2025-09-30' },
    ])
  })
})

describe('forecasts', () => {
  test('a forecast is settled by what happened', () => {
    const text = 'At least 20 of the 26 NATO members will sign the Convention on Cluster Munitions.'
    const [claim] = claimsIn(text, '2008-12-01')
    expect(claim).toMatchObject({ kind: 'forecast', verdict: 'contradicted', asKnownThen: 'not-decidable' })
    expect(claim?.says).toContain('came out as 18 of 26')
  })
  test.each([
    [
      '2008-12-01',
      'The United States will not sign the Convention on Cluster Munitions.',
      'forecast supported',
    ],
    [
      '2008-12-01',
      'Finland is expected to sign the Convention on Cluster Munitions.',
      'forecast contradicted',
    ],
    ['2008-12-01', 'Germany and France will sign the Convention on Cluster Munitions.', 'forecast supported'],
    ['2025-01-01', 'Kenya will ratify the Convention on Cluster Munitions.', 'forecast not-decidable'],
  ])('as of %s: %s', (date, text, verdict) => {
    expect(verdictsIn(text, date)).toEqual([verdict])
  })
})

describe('dates', () => {
  test.each([
    ['The Convention on Cluster Munitions entered into force on 1 August 2010.', 'date supported'],
    ['The Convention on Cluster Munitions took effect in August 2010.', 'date supported'],
    ['The Convention on Cluster Munitions entered into force on 1 March 2010.', 'date contradicted'],
    ['The Convention on Cluster Munitions was adopted in Dublin on 30 May 2008.', 'date supported'],
    ['Norway signed the Convention on Cluster Munitions on 3 December 2008.', 'date supported'],
    ['Sweden signed the Convention on Cluster Munitions in November 2008.', 'date contradicted'],
    ['In 2009 Norway signed the Convention on Cluster Munitions, we hear.', 'date contradicted'],
    ['In 2008 Norway signed the Convention on Cluster Munitions, we hear.', 'date supported'],
    ['The United States signed the Convention on Cluster Munitions in 2008.', 'date contradicted'],
    ['Ukraine ratified the Mine Ban Treaty on 18 May 2005.', 'date not-decidable'],
    [
      'Lithuania notified the depositary of its withdrawal from the Convention on Cluster Munitions on 6 September 2024.',
      'date supported',
    ],
    [
      'The withdrawal of Lithuania from the Convention on Cluster Munitions takes effect on 6 March 2025.',
      'date supported',
    ],
    [
      'The withdrawal of Lithuania from the Convention on Cluster Munitions takes effect on 6 April 2025.',
      'date contradicted',
    ],
  ])('%s', (text, verdict) => {
    expect(verdictsIn(text, '2025-01-15')).toContain(verdict)
  })
})

test('checking never throws, and every claim quotes the text to the letter', () => {
  const words = [
    'Lithuania',
    'the United States',
    'has not signed',
    'signed',
    'the Convention on Cluster Munitions',
    'the treaty',
    '124',
    'countries',
    'NATO members',
    'of our 25',
    'will',
    'sign',
    'on 6 March 2025',
    ',',
    '.',
    'and',
    'States Parties',
    'withdrawal takes effect',
    'not',
    'by',
    '\n\n',
    '?',
    '—',
    '"',
    '\ud800',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.boolean(), (parts, dated) => {
      const text = parts.join(' ')
      for (const claim of claimsIn(text, dated ? '2024-01-01' : undefined))
        expect(text.slice(claim.start, claim.end)).toBe(claim.text)
    }),
    { numRuns: 300 },
  )
})

describe('a date that belongs to the treaty is not the day of the claim', () => {
  test.each([
    'The Convention on Cluster Munitions, which was adopted in 2008, has 111 States Parties.',
    'The Convention on Cluster Munitions, adopted in Dublin in May 2008, has 111 States Parties.',
    'The Convention on Cluster Munitions, which entered into force on 1 August 2010, has 111 States Parties.',
    'The 2008 Convention on Cluster Munitions has 111 States Parties.',
    'The Convention on Cluster Munitions (2008) has 111 States Parties.',
  ])('%s', text => {
    const [claim] = claimsIn(text, '2025-03-07').filter(({ kind }) => kind === 'count')
    expect(claim).toMatchObject({ verdict: 'supported', asOf: { from: '2025-03-07' } })
  })

  test('a day that the sentence itself speaks of is', () => {
    const [claim] = claimsIn(
      'On 3 December 2010, the Convention on Cluster Munitions had 111 States Parties.',
      '2025-03-07',
    )
    expect(claim).toMatchObject({ verdict: 'contradicted', asOf: { from: '2010-12-03' } })
  })
})

describe('what a sentence leaves unsaid', () => {
  test.each([
    ['The Mine Ban Treaty was opened for signature on December 3rd.', 'date supported'],
    ['Norway signed the Convention on Cluster Munitions on 3 December.', 'date supported'],
    ['Norway signed the Convention on Cluster Munitions on 4 December.', 'date contradicted'],
    ['Norway signed the Convention on Cluster Munitions on 3 December 2009.', 'date contradicted'],
  ])('a day without its year is right in whichever year it was: %s', (text, verdict) => {
    expect(verdictsIn(text, '2012-06-01')).toEqual([verdict])
  })

  test('a day with which a sentence opens holds for every clause behind it', () => {
    const text =
      'By July 13, 2022, most members have ratified the Treaty on the Prohibition of Nuclear Weapons, and 86 States have signed it.'
    const [claim] = claimsIn(text, '2025-06-01')
    expect(claim).toMatchObject({
      verdict: 'supported-under',
      asOf: { from: '2022-07-13', until: '2022-07-13' },
    })
  })
})
