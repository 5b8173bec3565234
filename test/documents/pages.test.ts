import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

const prose = (about: string): string =>
  `The parties to the ${about} met again and agreed on a long declaration about the work that lies ahead of them all in the years to come.`

const typed = (text: string): readonly string[] =>
  read(text).zones.map(
    zone => `${zone.type}: ${text.slice(zone.start, zone.end).replace(/\s+/g, ' ').slice(0, 24)}`,
  )

const authorsOf = (text: string): readonly string[] => read(text).document.authors.map(({ name }) => name)

describe('who wrote a document', () => {
  const body = `${prose('treaty')}\n\n${prose('pact')}\n`

  test.each([
    ['Reviewed by Ann Example', ['Ann Example']],
    [
      'By Ann Example JD ’18, Joe Sample LLM ’17, and Mia Model PhD',
      ['Ann Example', 'Joe Sample', 'Mia Model'],
    ],
    ['Ann Example ann.example@paper.example 2.4.2025 6:00', ['Ann Example']],
    ['10 February 2022 Interviewed by Ann Example', ['Ann Example']],
    ['Produced by Ann Example\nThursday, November 23, 2023', ['Ann Example']],
    ['From: Ann Example, Special Correspondent, Lome', ['Ann Example']],
    ['17 mai 2024 - Par Ann Example', ['Ann Example']],
    ['Posted on March 1, 2016 by Ann Example', ['Ann Example']],
    ['Jul 5, 2019 Ann Example', ['Ann Example']],
    ['Por ANN EXAMPLE | Publicado el 14 de febrero de 2017', ['Ann Example']],
    ['Ceci est une tribune de Ann Example, juriste.', ['Ann Example']],
    ['Ann Example, Special to the Ledger\nPublished 9:00 a.m. ET May 14, 2024', ['Ann Example']],
  ])('is read from "%s"', (byline, names) => {
    expect(authorsOf(`What the small States kept in their drawers\n\n${byline}\n\n${body}`)).toEqual(names)
  })

  test('is the name under a letter to the editor, not the town', () => {
    const text = `Letter: The council should speak up\nAug 26, 2010\n\nTo the editor:\n\n${prose('treaty')}\n\n${prose('pact')}\n\nAnn Example\nMill Creek\n\nSend a letter to the editor here or by email.\n`
    expect(authorsOf(text)).toEqual(['Ann Example'])
    expect(typed(text)).toContain('signature: Ann Example Mill Creek')
  })

  test.each([
    ['Letters to the Editor', 'Ann Example,\nSpringfield'],
    ['Readers write: Keep the treaty', 'Ann Example\nOakville'],
    ['Letter to the editor: Keep the treaty', '— Ann Example, Oakville'],
  ])('is below a letter under the head "%s"', (head, signature) => {
    expect(authorsOf(`${head}\n\nMarch 3, 2020\n\n${body}\n${signature}\n`)).toEqual(['Ann Example'])
  })

  test('is who delivers a statement, not the town where it is held', () => {
    const text = `Thematic debate on clearance\n\n11-12 October 2023\n\nStatement by H.E. Ambassador Ann Example, Head of the Delegation\nUnited Nations, New York\nCheck against delivery\n\nMr Chair,\n\n${body}`
    expect(authorsOf(text)).toEqual(['Ann Example'])
  })

  test('stands in the line below a post, or in a note that a page sets in italics', () => {
    const post = (line: string) => `Notes from the back row\n\nMay 8, 2012\n\n${body}\n${line}\n`
    expect(authorsOf(post('Posted by Ann Example at 10:47 PM'))).toEqual(['Ann Example'])
    expect(authorsOf(post('*Ann Example is a retired adviser. She lives in Lomé.*'))).toEqual(['Ann Example'])
  })

  test('is not who wrote the book that is reviewed', () => {
    const text = `The patience of the small ones\n\nReviewed by Ann Example\n\nIN THIS REVIEW\nLoud Water: How a Zone Was Made\nBy Joe Sample\nHarbour Press, 2019, 344 pp.\n\n${body}`
    expect(read(text).document).toMatchObject({
      title: 'The patience of the small ones',
      authors: [{ name: 'Ann Example' }],
    })
  })

  test('is who speaks, with the office behind the name', () => {
    const text = `Stocks must be counted, envoy says\n\n9 October 2012\n\nSTOCKS MUST BE COUNTED, ENVOY SAYS\n\nFollowing are the remarks by Ann Example, High Representative for Disarmament, as prepared for delivery, to a seminar in Lomé:\n\nIt gives me great pleasure to greet you. ${prose('treaty')}\n\nI thank you. ${prose('pact')}\n`
    expect(authorsOf(text)).not.toContain('STOCKS MUST BE COUNTED')
  })
})

describe('the title of a document', () => {
  test('may stand below a menu that ends with "Contact"', () => {
    const text = `Home\nAbout us\nContact\nVerification without inspectors is a wish\n27 October 2021\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document.title).toBe('Verification without inspectors is a wish')
  })

  test('is not the list of its tags', () => {
    const text = `So who counts the counters?\n\nPosted: March 9, 2014 by Ann Example\nTags: CFE, Open Skies, Vienna Document\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document.title).toBe('So who counts the counters?')
  })

  test.each([
    [
      'AGREEMENT\n\nBETWEEN\n\nTHE GOVERNMENT OF THE REPUBLIC OF CROATIA\n\nAND\n\nTHE GOVERNMENT OF THE LEBANESE REPUBLIC\n\nON CO-OPERATION IN DEMINING\n\nThe Parties have agreed as follows:\n\nArticle 1',
      'AGREEMENT BETWEEN THE GOVERNMENT OF THE REPUBLIC OF CROATIA AND THE GOVERNMENT OF THE LEBANESE REPUBLIC ON CO-OPERATION IN DEMINING',
    ],
    [
      'LOI N° 2023-17 DU 08 AOÛT 2023\n\nportant mise en œuvre de la Convention.\n\nArticle 1er',
      'LOI N° 2023-17 DU 08 AOÛT 2023 portant mise en œuvre de la Convention.',
    ],
    [
      'Eightieth session\n\nConsolidation of practical disarmament measures\n\nReport of the Secretary-General\n\nSummary',
      'Consolidation of practical disarmament measures',
    ],
  ])('of a paper is read whole, and is not whose paper it is', (head, title) => {
    expect(read(`${head}\n\n${prose('treaty')}\n\n${prose('pact')}\n`).document.title).toBe(title)
  })

  test('goes on below "statement by"', () => {
    const text = `STATEMENT BY\n\nH.E. MS. ANN EXAMPLE\nAMBASSADOR-AT-LARGE OF NORWAY\n\nON AGENDA ITEM 11: CLEARANCE\n\nMadam President,\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document.title).toBe(
      'STATEMENT BY H.E. MS. ANN EXAMPLE AMBASSADOR-AT-LARGE OF NORWAY ON AGENDA ITEM 11: CLEARANCE',
    )
  })
})

describe('when a document was published', () => {
  test('is no day of the treaty that it is about', () => {
    const text = `The convention at a glance\n\n- Adopted: Dublin, 30 May 2008\n- Opened for signature: Oslo, 3 December 2008\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document.published.value).toBe(null)
  })

  test('is the day on which a report was submitted', () => {
    const text = `Report of Norway pursuant to Article 7 of the Convention on Cluster Munitions\n\nName of State Party: Norway\n\nDate of submission: 27/04/2018\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document).toMatchObject({
      kind: 'report',
      title: 'Report of Norway pursuant to Article 7 of the Convention on Cluster Munitions',
      published: { value: '2018-04-27' },
    })
  })

  test('is the day of the gazette, not that of assent', () => {
    const text = `GAZETTE SUPPLEMENT\n\nACTS, 2019\n\nHARBOUR, 21st June, 2019\n\nTHE REMNANTS OF WAR (SURVIVORS) ACT, 2019\n\nDate of Assent: 17th June, 2019\n\n1. This Act may be cited as the Remnants of War (Survivors) Act, 2019.\n\n2. ${prose('Act')}\n`
    expect(read(text).document).toMatchObject({
      title: 'THE REMNANTS OF WAR (SURVIVORS) ACT, 2019',
      published: { value: '2019-06-21' },
    })
  })

  test('is the day of a numbered issue', () => {
    const text = `JOURNAL OFFICIEL\nMÉMORIAL A\nN° 441 du 31 mai 2018\n\nLoi du 18 mai 2018 portant approbation du Protocole sur les dépôts\n\nArt. 1er.\n\nEst approuvé le Protocole sur les dépôts, fait à La Haye, le 9 novembre 2016.\n`
    expect(read(text).document.published.value).toBe('2018-05-31')
  })

  test('is the day around which a gazette prints its place, its volume and its number', () => {
    const text = `Government Gazette\nREPUBLIC OF EXAMPLIA\nVol. 456 Harbour Town 19 June 2003 No. 25112\n\nTHE MINES PROHIBITION ACT, 2003\n\n1. In this Act, unless the context indicates otherwise, a mine is a mine.\n\n2. ${prose('Act')}\n`
    expect(read(text).document).toMatchObject({
      title: 'THE MINES PROHIBITION ACT, 2003',
      published: { value: '2003-06-19' },
    })
  })

  test('is of a resolution the day that its title gives', () => {
    const text = `TEXTS ADOPTED\n\nBan on mines\n\nEuropean Parliament resolution of 14 May 2021 on the ban on mines (2020/2001(INI))\n\nThe European Parliament,\n\n–   having regard to the Treaty,\n\nA.  whereas mines kill;\n\n1.  Calls on all States to join;\n`
    expect(read(text).document.published.value).toBe('2021-05-14')
  })

  test('is not the day to which a law is kept', () => {
    const text = `Remnants Cooperation Act, 2016\n\nAct current to 2024-03-06 and last amended on 2019-06-21.\n\n1 This Act may be cited as the Remnants Cooperation Act.\n\n2 ${prose('Act')}\n\nDate modified:\n2024-03-19\n`
    expect(read(text).document.published.value).toBeNull()
  })

  test('is the month that a quarterly gives beside its season', () => {
    const text = `The patience of the small ones\n\nReviewed by Ann Example\nAutumn 2019 (October)\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document.published.value).toBe('2019-10')
  })
})

describe('the title of a page', () => {
  const title = 'Two parties quarrel over mines kept in store'

  test('is not praise in quotation marks above it, nor who gave it and when', () => {
    const text = `Login/Logout\n\n"When a new minister asks me what to read, I send her here."\n\n– Ann Example\nFormer High Representative\nMarch 9, 2021\n${title}\n\nNovember 2023\nBy Joe Sample\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document).toMatchObject({ title, published: { value: '2023-11' } })
  })

  test('is not that of another text of which the page shows the beginning', () => {
    const teaser = (about: string): string =>
      `11 Jun 2013\nIn praise of the ${about} governor\n\nShe balanced the books, paved the roads and left without a word, which the county may never … Read More.`
    const text = `Ann Example\n${teaser('dull')}\n\n${teaser('slow')}\n\n${title}\n\nComment\n\n${prose('treaty')}\n\n${prose('pact')}\n`
    expect(read(text).document).toMatchObject({ title, published: { value: null } })
  })

  test('ends before the place and the day that a treaty series adds', () => {
    const text = `No. 53318\n\nAgreement between the Government of Norway and the Government of Peru on the clearance of mines. Lima, 6 March 2015\n\nEntry into force: 19 August 2015\n\nThe Parties have agreed as follows:\n\nArticle 1\n\nEach Party shall clear its land.\n`
    expect(read(text).document.title).toBe(
      'Agreement between the Government of Norway and the Government of Peru on the clearance of mines',
    )
  })
})

describe('what a page has around its text', () => {
  test.each([
    'Suggested citation: Example, A., Policy Brief 14/2021, Centre for Trade.',
    'Link to this: Individually | In context',
    'By allowing ads to appear on this site, you support the local businesses.',
    'Story continues below this advertisement',
    'You are receiving this email because you signed up on our website.',
    'Unsubscribe from this list',
    'Jump to navigation',
    'For information media. Not an official record.',
  ])('includes "%s"', line => {
    const text = `A title of some words\n\n${prose('one')}\n\n${prose('two')}\n\n${line}\n\n${prose('three')}\n`
    expect(typed(text)).toContain(`furniture: ${line.slice(0, 24)}`)
  })

  test('does not include a writer who tells of the newsletter', () => {
    const words =
      'Good morning from the tram, where I have been writing this newsletter for two years now, and where somebody has told me that I type too loudly.'
    const text = `The week in brackets\n\nAnn Example\n\nMar 14, 2025\n\n${words}\n\n${prose('two')}\n`
    expect(typed(text)).not.toContain(`furniture: ${words.slice(0, 24)}`)
  })
})
