import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectMarks, read } from './support.ts'

const news = `Ministers Meet Over Cluster Bombs

By Ann Example and Carl J. Sample

GENEVA, 5 September 2024 (Example Press) — Lithuania on Thursday defended its decision. "It is ours," said Mr. Example. The U.S. The U.K. agreed, at a cost of 2.5 million.

Two more States will decide next week.

A Short Heading

The decision has divided the alliance, and the debate will go on for some time, said officials who asked not to be named.

Leave a Reply`

const zonesOf = (text: string): readonly string[] =>
  read(text).zones.map(
    ({ type, start, end }) => `${type}: ${text.slice(start, end).split('\n')[0]?.slice(0, 24)}`,
  )

describe('the zones of a document', () => {
  test('a title, a byline, a heading and furniture are told from the body', () => {
    expect(zonesOf(news)).toEqual([
      'title: Ministers Meet Over Clus',
      'byline: By Ann Example and Carl ',
      'body: GENEVA, 5 September 2024',
      'heading: A Short Heading',
      'body: The decision has divided',
      'furniture: Leave a Reply',
    ])
  })

  test('a paper’s name and its menu above the title are furniture', () => {
    const text =
      'The Daily Example\nHome | World | Politics\n\nTreaty Enters Into Force Today\n\nThe treaty entered into force.'
    expect(read(text).document.title).toBe('Treaty Enters Into Force Today')
  })

  test('related items, questions of a search engine, link lists and invented profiles are not the article', () => {
    const body =
      'The parties met and agreed on a long declaration about the work that lies ahead of all of them.'
    const text = [
      'States meet',
      body,
      body,
      body,
      'RELATED',
      'Another item\nAnd one more',
      body,
      body,
      'FAQs',
      'What is it? ›',
      'A treaty.',
      'Top Articles',
      'Cheap Phones\nBest Shoes',
      'Author information',
      'Name: X',
    ].join('\n\n')
    expect(read(text).zones.map(zone => zone.type)).toEqual([
      'title',
      'body',
      'related',
      'body',
      'faq',
      'link-farm',
      'article-info',
    ])
  })

  test('a year that a copying site hangs on a repeated title is cut off', () => {
    const text =
      'Why States Leave Treaties (2024)\n\nThey leave, it is said, for many reasons of their own making.\n\nWhy States Leave Treaties (2024)\n'
    expect(read(text).document.title).toBe('Why States Leave Treaties')
  })

  test('notes on the authors close the article', () => {
    const text = `${news.split('\n\nLeave')[0]}\n\nAnn Example is a professor at the University of Somewhere. The views expressed are her own.`
    expect(zonesOf(text).at(-1)).toBe('bio: Ann Example is a profess')
  })
})

describe('what a document says about itself', () => {
  test('its authors stand in its byline', () => {
    expect(read(news).document.authors.map(author => author.name)).toEqual(['Ann Example', 'Carl J. Sample'])
  })

  test.each([
    ['a dateline', news, '2024-09-05'],
    [
      'a note of publication',
      'A Title\n(Originally published on SOME BLOG on 4 October 2024)\nText follows here.',
      '2024-10-04',
    ],
    ['a line of its own', 'A Title\n\n12 June 2025\n\nText follows here and goes on.', '2025-06-12'],
    [
      'the byline',
      'A Title\n\nBy Ann Example | June 12, 2025\n\nText follows here and goes on.',
      '2025-06-12',
    ],
    [
      'a letter head',
      'Brussels, 3 December 2008\n\nExcellency,\n\nI have the honour.\n\nYours sincerely,\n\nJean',
      '2008-12-03',
    ],
    [
      'a dateline in brackets',
      'A Title\n\n(Geneva, August 29, 2012) – The parties met and talked.',
      '2012-08-29',
    ],
  ])('its date is stated by %s', (_, text, day) => {
    const { published } = read(text).document
    expect(published).toMatchObject({ value: day, basis: 'stated', interval: { from: day, until: day } })
    expect(text.slice(published.start, published.end)).toContain(day.slice(0, 4))
  })

  test('a date in a sentence is not the date of the document', () => {
    const text =
      'A Title\n\nThe Convention was opened for signature in Oslo on 3 December 2008 and binds many.'
    expect(read(text).document.published).toEqual({ value: null, basis: 'unknown', interval: null })
  })

  test('a date that is given wins over the stated one, and the contradiction is a problem', () => {
    const { document, problems } = read(news, '2024-10-01')
    expect(document.published).toMatchObject({ value: '2024-10-01', basis: 'given' })
    expect(problems.map(problem => problem.message)).toEqual([
      'The date given is 2024-10-01; the text states 2024-09-05.',
    ])
    expect(read(news, '2024-09-05').problems).toEqual([])
  })

  test('its kind and language show in its forms', () => {
    expect(read(news).document).toMatchObject({ kind: 'news', language: 'en' })
    expect(
      read('La France a signé la Convention le 3 décembre et les autres ont suivi.').document.language,
    ).toBe('fr')
    expect(
      read('Convention on X\n\nThe States Parties to this Convention,\n\nArticle 1\nText.').document.kind,
    ).toBe('treaty')
    expect(read('The General Assembly,\n\nRecalling its resolution 63/71,').document.kind).toBe('resolution')
    expect(read('Statement by Norway\n\nMr. President, we thank you.').document.kind).toBe('statement')
    expect(read('Words.').document).toMatchObject({ kind: 'unknown', language: null, title: null })
  })
})

describe('the sentences of a document', () => {
  test.each([
    ['an abbreviation does not end one', 'Mr. A met Sen. B on Jan. 5. They left.', 2],
    ['a number does not', 'See Art. 3, para. 2 and No. 5. It rose 2.5 percent.', 2],
    ['an initialism may', 'He lives in the U.S. It is big. The U.S. Senate met.', 3],
    ['a quotation mark after the stop belongs to it', 'She said “Stop.” Then she left.', 2],
    ['a question in quotation marks may go on', '“Why?” she asked.', 1],
    ['a blank line always ends one', 'A heading without a stop\n\nAnd text', 2],
    ['each item of a list is its own', 'Posts should:\n-- ask about this\n-- ask about that', 3],
    [
      'a page break in the middle of one does not end it',
      'It cannot sign at this time\n\nbecause of its needs.',
      1,
    ],
    ['the number of a paragraph does not', '1. States met. 2. They left.', 2],
  ])('%s', (_, text, count) => {
    expect(read(text).sentences).toHaveLength(count)
  })

  test('each has the zone it stands in', () => {
    expect(read(news).sentences.map(sentence => sentence.zone)).toContain('heading')
  })
})

test('the groups of States are mentioned by their names', () => {
  expectMarks(
    'organisation',
    '[NATO|NATO], the [E.U.|EU], the [Group of 7|G7], the [OSCE|OSCE] and [NATO|NATO]’s allies',
  )
  expectMarks('organisation', 'The Commonwealth of Australia is a State, nato is nothing.')
})

const blank = /[\s\0]/

/** What must hold of every reading of every text. */
const isSound = (text: string, date?: string): boolean => {
  const { mentions, zones, sentences } = read(text, date)
  const covered = zones.every(({ start }, index) => {
    const before = text.slice(zones[index - 1]?.end ?? 0, start)
    return (zones[index - 1]?.end ?? 0) <= start && [...before].every(char => blank.test(char))
  })
  const rest = [...text.slice(zones.at(-1)?.end ?? 0)].every(char => blank.test(char))
  const ordered = sentences.every(
    ({ start, end }, index) => (sentences[index - 1]?.end ?? 0) <= start && start < end,
  )
  const exact = mentions.every(
    ({ start, end, text: words }) => words !== '' && text.slice(start, end) === words,
  )
  return covered && rest && ordered && exact
}

const pieces = [
  'Turkey',
  'Georgia',
  'Korea',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '. ',
  ', ',
  'U.S.',
  'the treaty',
  'Convention on Cluster Munitions',
  '(CCM)',
  'May',
  '2008',
  '31',
  '99',
  'February',
  'Friday',
  'last week',
  'next year',
  '\ud800',
  '\udc00',
  '\0',
  '“',
  '’s',
  '—',
  'FOR ANKARA, ATHENS:',
  'SUBJECT: X',
  'TAGS: Y',
  'SIPDIS',
  'FM AMEMBASSY X',
  '¶',
  '1.',
  '(C)',
  '011943Z DEC 08',
  'FAQs',
  'RELATED',
  'By John Smith',
  'Washington',
  'said',
  '\u200b',
  '\u00ad',
  'é',
  'e\u0301',
  '𝔸',
  '(2024)',
  'Published: 3 May 2024',
]

test('reading never fails, and every mention is the exact slice, on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => isSound(text)),
    { numRuns: 2000 },
  )
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 50 }).map(parts => parts.join(''))
  const days = fc.constantFrom(undefined, '2024-02-29', '0001-01-01', '9999-12-31', '2008-12-01')
  fc.assert(fc.property(texts, days, isSound), { numRuns: 3000 })
})
