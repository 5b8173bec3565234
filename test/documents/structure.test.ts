import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

const prose = (about: string): string =>
  `The parties to the ${about} met again and agreed on a long declaration about the work that lies ahead of them all in the years to come.`

const typed = (text: string): readonly string[] =>
  read(text).zones.map(
    zone => `${zone.type}: ${text.slice(zone.start, zone.end).replace(/\s+/g, ' ').slice(0, 24)}`,
  )

describe('the title of a page that was copied as text', () => {
  const menu = 'Skip to main content\nWorld\nBusiness\nOpinion\nSign in'

  test('stands below the menu, not in it', () => {
    const text = `${menu}\nNorway keeps its word on a treaty, minister says\nBy Ann Example\nMarch 6, 2025\n${prose('treaty')}\n${prose('pact')}\n`
    expect(read(text).document).toMatchObject({
      title: 'Norway keeps its word on a treaty, minister says',
      authors: [{ name: 'Ann Example' }],
      published: { value: '2025-03-06' },
    })
  })

  test('is not the notice about cookies', () => {
    const text = `We value your privacy\nWe and our 99 partners store information on your device.\nAccept all   Reject all\nThe Example Post\nWhy the treaty holds where others fail\nBy Joe Sample\n9 July 2025\n${prose('treaty')}\n${prose('pact')}\n`
    expect(read(text).document.title).toBe('Why the treaty holds where others fail')
  })

  test('is not the kind of the piece, however it is printed', () => {
    const text = `Opinion | Guest Essay\n\nThe field that nobody ploughed for thirty years\n\nAnn Example\n\nNovember 21, 2025\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document.title).toBe('The field that nobody ploughed for thirty years')
  })

  test('keeps the day that stands between the kind of a law and its matter', () => {
    const text = `Gesetz\nvom 20. Dezember 2012\nüber das Verbot von Streumunition\n\nDer Landtag hat beschlossen:\n\nArt. 1\n\n1) Streumunition ist verboten.\n`
    expect(read(text).document.title).toBe('Gesetz vom 20. Dezember 2012 über das Verbot von Streumunition')
  })
})

describe('the head of a document', () => {
  test('names several who wrote from several places', () => {
    const text = `Norway keeps its word on a treaty\nBy Ann Example in Geneva and Joe Sample in Phnom Penh\nMarch 6, 2025\n${prose('treaty')}\n${prose('pact')}\n`
    expect(read(text).document.authors.map(({ name }) => name)).toEqual(['Ann Example', 'Joe Sample'])
  })

  test('is not the head of its first article', () => {
    const article = 'Les matériels visés par le décret sont répartis entre les six catégories suivantes.'
    expect(read(`Article 1\n\n${article}\n\n${article} Il en est ainsi.\n`).document.title).toBeNull()
  })

  test('has the titles of other pages in a numbered list below a heading for them', () => {
    const item =
      'a long title of another page that tells of a treaty and of those who have joined it, in the end.'
    const text = `A treaty comes into force at last\n\nThe treaty comes into force, and those who made it are glad.\n\nRelated:\n\n1. ${item.replace('a', 'A')}\n2. And ${item}\n3. Also ${item}\n`
    const { zones } = read(text)
    expect(zones.filter(({ type }) => type === 'related').at(-1)?.end).toBe(text.trimEnd().length)
  })

  test('has the number of a press release above its title', () => {
    const text = `COMMUNIQUÉ DE PRESSE  n° 417\nParis, le 18 novembre 2022\nLa France salue la déclaration politique sur les civils\n\nLa France a souscrit ce jour à la déclaration. Elle engage les États à revoir leurs pratiques et à former leurs forces.\n`
    expect(read(text).document).toMatchObject({
      title: 'La France salue la déclaration politique sur les civils',
      published: { value: '2022-11-18' },
    })
  })

  test('of what was said has the day at the end of its title, not one of a list at the end of the page', () => {
    const turn = (about: string): string => `QUESTION: Has he spoken of it?\n\nMS. EXAMPLE: ${prose(about)}`
    const turns = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map(turn).join('\n\n')
    const text = `Daily Press Briefing by the Spokesperson, 14 March 2025\n\n${turns}\n\nLatest briefings:\n13 March 2025 — Daily Press Briefing\n12 March 2025 — Briefing with a guest\n`
    expect(read(text).document).toMatchObject({ kind: 'transcript', published: { value: '2025-03-14' } })
  })
})

describe('what a page has around an article', () => {
  test('a heading after a box of other articles is of the article', () => {
    const text = `A title of some words\n\n${prose('one')}\n\n${prose('two')}\n\nRelated\n\nAnother piece altogether\n\nBy Joe Sample, 3 May 2024\n\nWhat comes next\n\n${prose('three')}\n\n${prose('four')}\n`
    expect(typed(text)).toContain('heading: What comes next')
  })

  test('the paragraph by which an organisation presents itself is kept', () => {
    const text = `A title of some words\n\n${prose('one')}\n\n${prose('two')}\n\nRecommended reading\nAnother piece altogether\n\nThe Example Ledger is an independent, non-profit newsroom that was founded in 2016 and lives from gifts.\n`
    expect(typed(text).at(-1)).toBe('bio: The Example Ledger is an')
  })

  test('a list of contents is none of the text that it lists', () => {
    const text = `A title of some words\n\n${prose('one')}\n\nOn this page\nThe first matter\nThe second matter\n\nThe first matter\n\n${prose('two')}\n\nThe second matter\n\n${prose('three')}\n`
    expect(typed(text)).toContain('furniture: On this page The first m')
    expect(typed(text)).toContain('heading: The first matter')
  })

  test('the head of a page is told by its words and by the number at its edge', () => {
    const text = `TEN YEARS OF A TREATY\n\nThe duty to report\n\n${prose('one')}\n\n${prose('two')} It was\n\nTEN YEARS OF A TREATY                                31\n\n32                                   THE EXAMPLE LEDGER\n\nclear to all of them that more was to be done before the next meeting could be held anywhere at all.\n\n${prose('three')}\n`
    expect(typed(text).some(one => one.startsWith('furniture: TEN YEARS OF A TREATY 31'.slice(0, 35)))).toBe(
      true,
    )
  })

  test('a rule above notes belongs to them, one in a table to the table', () => {
    const text = `A title of some words\n\n${prose('one')}\n\n${prose('two')}\n\nKind      Number\n----------------\nMines     12\n\n________________\n1 See the report.\n`
    expect(typed(text).map(one => one.split(':')[0])).toEqual(['title', 'body', 'footnote', 'body'])
  })
})

describe('the kind of a document', () => {
  test('is an interview where it says so and questions stand alone', () => {
    const turns = ['Did you expect it?', 'What will you do?', 'Is it over?'].map(
      (question, at) => `${question}\n\n${prose(`year ${at}`)} And so on, as it went.`,
    )
    const text = `Interview\n\n“Nobody asked the farmers”\n\nBy Ann Example\n5 July 2025\n\n${turns.join('\n\n')}\n`
    expect(read(text).document).toMatchObject({ kind: 'transcript', authors: [{ name: 'Ann Example' }] })
  })

  test('is a transcript where the same names speak again and again', () => {
    const turn = (n: number): string =>
      `Q${n}             Chair: What about year ${n}?\n\nDr Example: It was as it was.\n\nColonel Sample: I agree.\n`
    const { document, turns } = read(`Oral evidence: a treaty\n\n${[1, 2, 3].map(turn).join('\n')}`)
    expect(document.kind).toBe('transcript')
    expect(turns.slice(0, 3).map(one => one.speaker)).toEqual(['Chair', 'Dr Example', 'Colonel Sample'])
  })

  test('is a transcript where one label asks and another answers, in words of any language', () => {
    const turn = (question: string): string =>
      `Revista del Sur y del Norte: ${question}\n\nProf. Ana Ejemplo: Era así en todos los años, y nadie lo supo en los pueblos del valle.\n`
    const text = `El fin de un tratado\n\nSource: https://example.org/paper.htm\n\n${['¿Por qué?', '¿Cuándo se supo?', '¿Y ahora?'].map(turn).join('\n')}`
    const { document, zones } = read(text)
    expect(document.kind).toBe('transcript')
    expect(zones.find(({ end }) => end > text.indexOf('Source'))?.type).toBe('furniture')
  })

  test('is a statement where it says that the spoken word counts, and of whom its title names with an office', () => {
    const text = `Anförande av Ann Exempel, Sveriges ständige representant\n\nEnligt det talade ordet.\n\n${prose('talk')}\n`
    expect(read(text).document).toMatchObject({ kind: 'statement', authors: [{ name: 'Ann Exempel' }] })
    const other = `Statement by Costa Rica, delivered in Geneva\n\n${prose('talk')}\n`
    expect(read(other).document).toMatchObject({ kind: 'statement', authors: [] })
  })

  test('is a treaty where its articles say when it will enter into force', () => {
    const text = `Terza parte\n\nArt. 46\n\nLa presente Convenzione è aperta alla firma di tutti gli Stati.\n\nArt. 47\n\nLa presente Convenzione entrerà in vigore il trentesimo giorno.\n`
    expect(read(text).document.kind).toBe('treaty')
  })

  test('is no opinion because the menu has a page of them', () => {
    const text = `News\nPolitics\nOpinion\nSearch\nHome / News / Defence\nParliament votes to keep a treaty of 1997\n2025.06.19 17:22\n${prose('treaty')}\n${prose('pact')}\n`
    expect(read(text).document).toMatchObject({ kind: 'news', published: { value: '2025-06-19' } })
  })
})

test('a list of sentences has no title, and none of it is furniture', () => {
  const text = `The Convention on Cluster Munitions has 111 States Parties.

As of June 2025, 111 States had joined the Convention on Cluster Munitions.

The Arms Trade Treaty entered into force on 24 December 2014.

The Mine Ban Treaty has 165 parties.

Two thirds of the countries of the world have joined the Convention on Cluster Munitions.
`
  const { document, zones } = read(text)
  expect(document.title).toBeNull()
  expect(zones.map(({ type }) => type)).toEqual(['body'])
})
