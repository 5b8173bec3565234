import { describe, expect, test } from 'vitest'
import { type DocumentReading, readDocument } from '../../src/core/documents/index.ts'
import { readSource, type SourceDocument } from '../../src/readers/index.ts'
import { lexicon } from '../documents/support.ts'

const sourceOf = async (html: string): Promise<SourceDocument> => {
  const source = await readSource(new TextEncoder().encode(html))
  if ('notText' in source) throw new Error(source.notText)
  return source
}

const reading = async (html: string): Promise<DocumentReading> => readDocument(await sourceOf(html), lexicon)

/** The types of the zones at the place of some words. */
const zonesAt = async (html: string, words: string): Promise<readonly string[]> => {
  const source = await sourceOf(html)
  const at = source.text.indexOf(words)
  return readDocument(source, lexicon)
    .zones.filter(({ start, end }) => start <= at && at < end)
    .map(({ type }) => type)
}

const prose = (about: string): string =>
  `The parties to the ${about} met again and agreed on a long declaration about the work that lies ahead of them all in the years to come, a delegate said on Tuesday.`
const story = `<p>${prose('treaty')}</p><p>${prose('pact')}</p><p>${prose('accord')}</p>`

/** A page of the press: what its head states, and what stands over the story. */
const page = (head: string, top = '', below = story): string =>
  `<html><head>${head}</head><body><div id="menu"><a href="/a">World</a> <a href="/b">Sport</a></div><div class="story">${top}${below}</div></body></html>`

describe('what the head of a page states', () => {
  test.each([
    ['<meta name="publish_date" content="20110920">', '2011-09-20'],
    ['<meta name="pub_date" content="Fri Mar 13 21:30:09 EST 2015">', '2015-03-13'],
    ['<meta name="date" content="September 20, 2011">', '2011-09-20'],
    ['<meta property="article:published_time" content="2011-09-20T10:00:00Z">', '2011-09-20'],
  ])('is the day: %s', async (meta, day) => {
    const read = await reading(page(meta, '<h1>The patience of the small ones</h1>'))
    expect(read.document.published).toMatchObject({ value: day, basis: 'stated' })
  })

  test('is no day without a year, and the plainer name comes first', async () => {
    const metas = '<meta name="date" content="Tuesday at noon"><meta name="pubdate" content="2011-09-20">'
    expect((await sourceOf(page(metas))).stated.published).toBe('2011-09-20')
    const both =
      '<meta name="date" content="2001-01-01"><meta property="article:published_time" content="2011-09-20">'
    expect((await sourceOf(page(both))).stated.published).toBe('2011-09-20')
  })

  test('is the moment that the article marks as its own, where there is but one', async () => {
    const marked = (day: string) => `<time itemprop="datePublished" datetime="${day}T08:00:00Z">${day}</time>`
    expect((await sourceOf(page('', marked('2011-09-20')))).stated.published).toBe('2011-09-20')
    const two = marked('2011-09-20') + marked('2011-09-18')
    expect((await sourceOf(page('', two))).stated.published).toBeUndefined()
  })

  test.each([
    [
      '<meta name="byline" content="By Ann Example and Joe Sample, The Paper">',
      ['Ann Example', 'Joe Sample'],
    ],
    ['<meta name="twitter:creator" content="Ann Example">', ['Ann Example']],
    ['<meta name="twitter:creator" content="@annexample">', []],
    ['<meta property="article:author" content="https://paper.example/ann">', []],
  ])('is who wrote it: %s', async (meta, names) => {
    const { document } = await reading(page(meta, '<h1>The patience of the small ones</h1>'))
    expect(document.authors.map(({ name }) => name)).toEqual(names)
  })

  test('is its headline, where it names another for sharing', async () => {
    const head =
      '<title>The patience of the small ones</title><meta property="og:title" content="You will not believe their patience">'
    expect((await sourceOf(page(head, '<h1>The patience of the small ones</h1>'))).stated.title).toBe(
      'The patience of the small ones',
    )
    expect((await sourceOf(page(head, '<h1>Patience</h1>'))).stated.title).toBe(
      'You will not believe their patience',
    )
  })
})

test('a heading that the page states as its title is the title, whatever is printed larger', async () => {
  const { document } = await reading(
    page(
      '<title>The patience of the small ones | The Paper</title>',
      '<h1>The Paper</h1><h2>Treaties that hold and those that fail: our series</h2><h3>The patience of the small ones</h3>',
    ),
  )
  expect(document.title).toBe('The patience of the small ones')
})

describe('what a class says of an element', () => {
  const title = '<h1>The patience of the small ones</h1>'

  test('hides it by its whole name alone', async () => {
    const below = (name: string) =>
      page('', title, `<p>${prose('treaty')}</p><div class="${name}">${story}</div>`)
    expect(await zonesAt(below('field-label-hidden'), prose('pact'))).toEqual(['body'])
    expect(await zonesAt(below('field hidden'), prose('pact'))).toEqual(['hidden'])
  })

  test('takes no link out of its paragraph', async () => {
    const linked = prose('pact').replace('a long', '<a class="popup share" href="/d">a truly long</a>')
    expect(await zonesAt(page('', title, `${story}<p>${linked}</p>`), 'a truly long')).toEqual(['body'])
  })

  test('makes no byline of the head that holds the title', async () => {
    const { document } = await reading(
      page(
        '',
        '<div class="byline author"><h1>The patience of the small ones</h1><p>By Ann Example</p></div>',
      ),
    )
    expect(document).toMatchObject({
      title: 'The patience of the small ones',
      authors: [{ name: 'Ann Example' }],
    })
  })
})

describe('who wrote a page of the press', () => {
  test.each([
    ['By Ann Example Senior Washington Correspondent', ['Ann Example']],
    ['Ann Example | Madrid', ['Ann Example']],
    ['By Ann Example @annexample', ['Ann Example']],
    ['Par ANN EXAMPLE, JOE SAMPLE Envoyés spéciaux', ['Ann Example', 'Joe Sample']],
    ['By Ann (A.B.) Example', ['Ann (A.B.) Example']],
    ['By Ann Example BBC News, Beirut', ['Ann Example']],
    ['By Ann Example Science reporter, BBC News', ['Ann Example']],
    ['Ann Example, USA TODAY Sports 9:35 p.m. EDT July 18, 2013', ['Ann Example']],
    ['USA TODAY Sports 9:35 p.m. EDT July 18, 2013', []],
    ['By Ann deExample', ['Ann deExample']],
    ['By Don Example | Posted 2013-06-06 Email Print', ['Don Example']],
    ['By ANN G. McEXAMPLE Jr.', ['ANN G. McEXAMPLE Jr']],
    ['Jun 6, 2013 08:59 AM ET // by Ann Example', ['Ann Example']],
    ['Reviewed by Joe Sample</p><p>By Ann Example', ['Ann Example']],
    ['By</p><p>Ann Example', ['Ann Example']],
    ['July 18, 2013 RSS Feed Print', []],
    ['By ECMAScript Harmony', []],
    ['By Ann MCExample', ['Ann MCExample']],
    ['View More Stories', []],
    ['Follow Branch City', []],
  ])('"%s"', async (byline, names) => {
    const { document } = await reading(
      page('', `<h1>The patience of the small ones</h1><p>${byline}</p><p>September 20, 2011</p>`),
    )
    expect(document.authors.map(({ name }) => name)).toEqual(names)
  })
})

describe('the kind of a page of the press', () => {
  test('is no transcript without a sign of one', async () => {
    const asked =
      '<p>Who would have thought it? What will they do? I ask because I do not know, and nobody here does.</p>'
    const { document } = await reading(
      page('', '<h1>What will they do?</h1><p>By Ann Example</p>', asked.repeat(3) + story),
    )
    expect(document.kind).not.toBe('transcript')
    const turns = ['One', 'Two', 'Three', 'Four']
      .map(one => `<p>Ann Example: ${one}. ${prose('treaty')}</p><p>Joe Sample: ${one}? ${prose('pact')}</p>`)
      .join('')
    expect((await reading(page('', '<h1>A talk on treaties</h1>', turns))).document.kind).toBe('transcript')
  })

  test('is not told by a word of its menu', async () => {
    const menu = ['Home', 'Press Releases', 'Reports', 'Statements', 'Contact']
      .map(word => `<li><a href="/${word}">${word}</a></li>`)
      .join('')
    const { document } = await reading(
      page(
        '',
        `<ul>${menu}</ul><h1>Delegates agree on a long declaration</h1><p>By Ann Example</p><p>GENEVA (Reuters) -</p>`,
      ),
    )
    expect(document.kind).toBe('news')
  })

  test('is a press release by its last line, which names the source in capitals', async () => {
    const last = (line: string) =>
      reading(
        page(
          '',
          '<h1>The Example Foundation opens a school</h1><p>GENEVA, May 12, 2014</p>',
          `${story}<p>${line}</p>`,
        ),
      )
    expect((await last('SOURCE The Example Foundation')).document.kind).toBe('press-release')
    expect((await last('Source The Example Foundation')).document.kind).not.toBe('press-release')
  })
})

test('an agency page has its day over its text, not in the list of other pages above', async () => {
  const item = (title: string, day: string) =>
    `<li><a href="/x">${title}</a><div class="date">${day}</div></li>`
  const list =
    item('A new cabinet is sworn in without them', 'Tue, Jul 16 2013') +
    item('A court opens', 'Mon, Jul 15 2013')
  const { document } = await reading(
    page(
      '<title>The patience of the small ones | Agency</title>',
      `<h1>The patience of the small ones</h1><h3>Related News</h3><ul>${list}</ul><p class="byline">By Ann Example</p><div id="location">OSLO, Norway | Fri Jul 19, 2013 2:34am EDT</div>`,
      `<p>OSLO, Norway (Reuters) - ${prose('treaty')}</p>${story}`,
    ),
  )
  expect(document).toMatchObject({ authors: [{ name: 'Ann Example' }], published: { value: '2013-07-19' } })
})

test('the day over an agency report outweighs that of the one other page above it', async () => {
  const { document } = await reading(
    page(
      '<title>The patience of the small ones | Agency</title>',
      '<h1>The patience of the small ones</h1><h3>Related News</h3><p>A new cabinet is sworn in</p><p>Thu, Jul 18 2013</p><div>SYDNEY | Fri Jul 19, 2013 2:15am EDT</div>',
      `<p>SYDNEY (Reuters) - ${prose('treaty')}</p>${story}`,
    ),
  )
  expect(document.published).toMatchObject({ value: '2013-07-19' })
})

test('a headline in which every word is a capital is no row of a menu', async () => {
  const { document } = await reading(
    page('', '<h1>Cancer Patients Face Higher Bankruptcy Odds Everywhere</h1><h2>A study found it.</h2>'),
  )
  expect(document.title).toBe('Cancer Patients Face Higher Bankruptcy Odds Everywhere')
})

test('what is told of somebody in the title of another page makes nobody the author', async () => {
  const teaser = '<div><p>Ann Example is at her best as she walks through the town in a coat</p></div>'
  const { document } = await reading(
    page('', '<h1>The patience of the small ones</h1>', story + teaser.repeat(2)),
  )
  expect(document.authors).toEqual([])
})

test('the titles of other pages are no speakers, and an article is no law by its numbers', async () => {
  const teasers = ['One', 'Two', 'Three', 'Four', 'Five']
    .map(number => `<li><a href="/${number}">FINALS: ${number} more games are to be played</a></li>`)
    .join('')
  const { document } = await reading(
    page(
      '<meta property="og:type" content="article">',
      '<h1>Captain agrees to an 8-year deal</h1><p>By Ann Example</p>',
      `${story}<div class="related"><h3>Related</h3><ul>${teasers}</ul></div>`,
    ),
  )
  expect(document.kind).toBe('news')
})
