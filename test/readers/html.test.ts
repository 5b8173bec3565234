import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/core/documents/index.ts'
import { structureOf } from '../../src/core/documents/structure.ts'
import { readSource, type SourceDocument } from '../../src/readers/index.ts'
import { lexicon } from '../documents/support.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const documentOf = async (bytes: Uint8Array | string): Promise<SourceDocument> => {
  const source = await readSource(typeof bytes === 'string' ? bytesOf(bytes) : bytes)
  if ('notText' in source) throw new Error(source.notText)
  return source
}

const roleOf = ({ text, hints }: SourceDocument, words: string): readonly string[] => {
  const at = text.indexOf(words)
  return hints.filter(hint => hint.start <= at && hint.end >= at + words.length).map(hint => hint.role)
}

/** What the source has at the places of a stretch of the text. */
const sourceWords = (source: SourceDocument, bytes: Uint8Array, words: string): string => {
  const start = source.text.indexOf(words)
  return source
    .trace({ start, end: start + words.length })
    .map(stretch => new TextDecoder().decode(bytes.subarray(stretch.start, stretch.end)))
    .join('|')
}

const page = `<!DOCTYPE html><html lang="en-GB"><head><title>Norway signs | The Example</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Norway signs","datePublished":"2008-12-03T10:00:00Z","author":{"@type":"Person","name":"Ann Example"},"publisher":{"name":"The Example"}}</script>
<style>p { color: red }</style></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Norway signs</h1>
<p>Norway &amp; 93&nbsp;others signed the <b>Conven</b>tion on
   Cluster Munitions in Oslo, and the ceremony went on for two days, &#8220;as planned&#8221;.</p>
<p style="display:none">You cannot see this.</p>
<table><tr><th>State</th><th>Day</th></tr><tr><td>Norway</td><td>3 December</td></tr></table>
<script>alert(1)</script></article>
<aside class="related"><h2>Related</h2><p>Another story.</p></aside></body></html>`

describe('a web page', () => {
  test('its text is what a person sees: blanks folded, entities read, scripts and styles left out', async () => {
    const { text, format } = await documentOf(page)
    expect(format).toBe('html')
    expect(text).toContain(
      'Norway & 93\u00a0others signed the Convention on Cluster Munitions in Oslo, and the ceremony went on for two days, “as planned”.',
    )
    expect(text).not.toMatch(/alert|color: red|NewsArticle/)
  })

  test('every stretch of it is found again in the bytes, an entity as a whole', async () => {
    const bytes = bytesOf(page)
    const source = await documentOf(bytes)
    expect(sourceWords(source, bytes, 'Norway & 93')).toBe('Norway |&amp;| 93')
    expect(sourceWords(source, bytes, 'Convention on Cluster')).toBe('Conven|tion on|\n   |Cluster')
    expect(sourceWords(source, bytes, '“as')).toBe('&#8220;|as')
  })

  test('what is hidden is marked and kept; navigation, tables and headings are told', async () => {
    const source = await documentOf(page)
    expect(roleOf(source, 'You cannot see this.')).toContain('hidden')
    expect(roleOf(source, 'Home')).toContain('navigation')
    expect(roleOf(source, 'Another story.')).toContain('aside')
    expect(source.text).toContain('State\tDay\nNorway\t3 December')
    expect(source.hints.find(hint => hint.role === 'heading')).toMatchObject({ level: 1 })
  })

  test('what its head states is known, and that scripts are left out is said', async () => {
    const { stated, problems } = await documentOf(page)
    expect(stated).toMatchObject({
      title: 'Norway signs',
      authors: ['Ann Example'],
      publisher: 'The Example',
      published: '2008-12-03T10:00:00Z',
      type: 'NewsArticle',
    })
    expect(problems.map(problem => problem.message)).toEqual(['1 script is left out; none was run.'])
  })

  test('an encoding that it declares is used where the bytes are not UTF-8', async () => {
    const head = bytesOf('<html><head><meta charset="windows-1251"></head><body><p>')
    const bytes = Uint8Array.from([...head, 0xcc, 0xe8, 0xf0, ...bytesOf('</p></body></html>')])
    const source = await documentOf(bytes)
    expect(source).toMatchObject({ text: 'Мир', encoding: 'windows-1251' })
    expect(source.trace({ start: 1, end: 2 })).toMatchObject([
      { start: head.length + 1, end: head.length + 2 },
    ])
  })

  test('an encoding of several bytes a character keeps its places', async () => {
    const head = bytesOf('<html><head><meta charset="shift_jis"></head><body>')
    const bytes = Uint8Array.from([...head, 0x93, 0xfa, 0x96, 0x7b, ...bytesOf('</body></html>')])
    const source = await documentOf(bytes)
    expect(source.text).toBe('日本')
    expect(source.trace({ start: 1, end: 2 })).toMatchObject([
      { start: head.length + 2, end: head.length + 4 },
    ])
  })

  test('a hundred thousand nested elements are read', async () => {
    const deep = `<html><body>${'<div>'.repeat(100_000)}Norway${'</div>'.repeat(100_000)}</body></html>`
    const source = await documentOf(deep)
    expect(source.text).toBe('Norway')
    expect(source.problems.map(problem => problem.kind)).toEqual(['too-deep'])
  })

  test('its verbatim stretches are in the source to the letter, whatever the markup is', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</div>',
      '<td>',
      '<table>',
      '&amp;',
      '&lt',
      '&notit;',
      '&#x41;',
      'AT&T ',
      '<!-- x -->',
      '\r\n',
      '\0',
      'é',
      '𝔸',
      '<br>',
      '<pre>',
      ' a  b ',
      '<script>x</script>',
      '<',
      '&',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async pieces => {
        const bytes = bytesOf(`<html><body>${pieces.join('')}`)
        const source = await documentOf(bytes)
        for (const stretch of source.trace({ start: 0, end: source.text.length })) {
          const words = new TextDecoder().decode(bytes.subarray(stretch.start, stretch.end))
          if (stretch.verbatim && !source.text.includes(words)) return false
        }
        return true
      }),
      { numRuns: 400 },
    )
  })
})

describe('XML', () => {
  test('on one line, its elements are paragraphs, those among words are parts of a line, numbers stay with theirs', async () => {
    const source = await documentOf(
      '<?xml version="1.0"?><act><title>Mines Act</title><section><num>1</num><heading>Ban</heading><p>No <i>person</i> shall &#233;tablir mines.</p></section><note><![CDATA[a < b]]></note></act>',
    )
    expect(source.format).toBe('xml')
    expect(source.text).toBe('Mines Act\n\n1 Ban\n\nNo person shall établir mines.\n\na < b')
    expect(source.hints).toContainEqual({ role: 'title', start: 0, end: 9 })
  })

  test('its words are found again in the bytes', async () => {
    const bytes = bytesOf('<a><b>Côte &amp; d’Ivoire</b></a>')
    const source = await documentOf(bytes)
    expect(sourceWords(source, bytes, 'Côte & d’Ivoire')).toBe('Côte |&amp;| d’Ivoire')
  })

  test('names and looks stay in their line, and a note among words is read behind its paragraph', async () => {
    const file =
      '<div xml:id="d1"><head>A Note<note n="1">Source: a file.</note></head><p>The Ministers had met,<note>In telegram 17. (<hi>ibid</hi>.)</note> <persName><hi>Roe</hi></persName> said.</p></div>'
    const source = await documentOf(file)
    expect(source.format).toBe('xml')
    expect(source.text).toBe(
      'A Note\n\nSource: a file.\n\nThe Ministers had met, Roe said.\n\nIn telegram 17. (ibid.)',
    )
    expect(source.hints.filter(({ role }) => role === 'footnote')).toHaveLength(2)
    const at = source.text.indexOf('In telegram')
    const start = file.indexOf('In telegram')
    expect(source.trace({ start: at, end: at + 15 })).toMatchObject([
      { start, end: start + 15, unit: 'byte', verbatim: true },
    ])
  })

  test('what is not well formed is read on, and said', async () => {
    const source = await documentOf('<?xml version="1.0"?><a><b>Norway</a>')
    expect(source.text).toBe('Norway')
    expect(source.problems[0]?.message).toMatch(/^The XML is not well formed: /)
  })

  test('a laughing entity is not expanded', async () => {
    const source = await documentOf(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;">]><a>&m;</a>',
    )
    expect(source.text.length).toBeLessThan(10)
  })
})

describe('what a page hides', () => {
  const shown = 'Norway signed the treaty, as everybody who reads this page can see for himself.'
  const hiddenIn = async (body: string, css = ''): Promise<boolean> => {
    const source = await documentOf(
      `<html><head><style>${css}</style></head><body><p>${shown}</p>${body}<p>${shown}</p></body></html>`,
    )
    return roleOf(source, 'Peru joined').includes('hidden')
  }

  test.each([
    'display : NONE !important',
    'dis\\70lay:none',
    '/*x*/display:/*y*/none',
    'position:absolute;left:-9999px',
    'font-size:0',
    'font:0/0 a',
    'text-indent:-9999px',
    'height:0;overflow:hidden',
    'clip:rect(0,0,0,0);position:absolute',
    'color:transparent',
    'opacity:0',
    'visibility:collapse',
    'transform:scale(0)',
  ])('is told by the style of an element: %s', async style => {
    expect(await hiddenIn(`<p style="${style}">Peru joined.</p>`)).toBe(true)
  })

  test.each([
    'left:-20px',
    'font-size:0.9em',
    'opacity:0;transition:opacity 1s',
    'height:0',
    'opacity:0.5',
  ])('is not what is only small, moved or fading in: %s', async style => {
    expect(await hiddenIn(`<p style="${style}">Peru joined.</p>`)).toBe(false)
  })

  test.each([
    ['.hid{display:none}', true],
    ['#one{visibility:hidden}', true],
    ['@media screen{p.hid.two{display:none}}', true],
    ['@media print{.hid{display:none}}', false],
    ['.hid{display:none} @media (min-width:600px){.hid{display:block}}', false],
    ['.js .hid{display:none}', false],
    ['body{visibility:hidden} p{display:none}', false],
  ])('is told by a plain rule of its style sheet: %s', async (css, isAway) => {
    expect(await hiddenIn('<p class="hid two" id="one">Peru joined.</p>', css)).toBe(isAway)
  })

  test('is not the greater part of it, which a script will show', async () => {
    const long = '<p class="hid">Peru joined.</p>'.repeat(20)
    expect(await hiddenIn(long, '.hid{display:none}')).toBe(false)
  })
})

test('what a server should have run is left out, and frames give what they say without frames', async () => {
  const php = await documentOf(
    '<?php $a="<p>France</p>"; if ($a > 3) { ?>\n<html><body><h1>Statement</h1><p>Norway signed.</p><?php } ?><% x %><p>End.</p></body></html>',
  )
  expect(php).toMatchObject({ format: 'html', text: 'Statement\n\nNorway signed.\n\nEnd.' })
  const page =
    '<html><head><title>Frames</title></head><frameset cols="*,*"><frame src="a.html"><noframes><body><p>Norway signed.</p></body></noframes></frameset></html>'
  const frames = await documentOf(page)
  expect(frames).toMatchObject({ text: 'Norway signed.' })
  expect(frames.trace({ start: 0, end: 6 })[0]).toMatchObject({ start: page.indexOf('Norway') })
})

test('XML that is damaged is read past the damage', async () => {
  const source = await documentOf(
    '<?xml version="1.0"?><r><p>Norway signed.</p><q>Unclosed & bad <p>Peru too</p><u>After the end</u></r>',
  )
  expect(source.text.replace(/\s+/g, ' ')).toBe('Norway signed. Unclosed & bad Peru too After the end')
  expect(source.problems.map(({ kind }) => kind)).toContain('damaged')
})

test('what a file marks as deleted is told with its place, and hides a line that it covers', async () => {
  const source = await documentOf(
    '<html><body><p>Norway signed <del>and Peru left</del> it.</p><p><del>Chile left the treaty in May.</del></p></body></html>',
  )
  const { problems, zones } = readDocument(source, lexicon)
  const deleted = problems.filter(({ kind }) => kind === 'deleted')
  expect(deleted.map(({ start, end }) => source.text.slice(start, end))).toEqual([
    'and Peru left',
    'Chile left the treaty in May.',
  ])
  expect(zones.find(({ start }) => start === source.text.indexOf('Chile'))?.type).toBe('hidden')
})

test('a page that a browser has saved with its parts is read as the page', async () => {
  const source = await documentOf(
    `From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/x\nSubject: =?utf-8?Q?Saved=20page?=\nDate: Tue, 5 Mar 2024 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----MB"\n\n------MB\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html><head><meta charset=3D"utf-8"></head><body><h1>A heading</h1><p>Norway signed the con=\nvention =E2=80=93 yes.</p></body></html>\n------MB\nContent-Type: text/css\n\n.x{color:red}\n------MB--\n`,
  )
  expect(source).toMatchObject({ format: 'html', text: 'A heading\n\nNorway signed the convention – yes.' })
  expect(source.stated).toEqual({ title: 'Saved page' })
  expect(roleOf(source, 'A heading')).toContain('heading')
})

test('a text that names the format of a PDF is none', async () => {
  expect((await documentOf('The mark "%PDF-1.7" stands first in a file.\n\nNorway signed.')).format).toBe(
    'text',
  )
})

describe('Markdown', () => {
  const markdown =
    '# Why *mines* matter\n\nSee the [treaty](https://example.org/norway) and **Norway**.\n\n## Next\n\n1. One\n'

  test('keeps its text as delivered, with its marks told apart', async () => {
    const source = await documentOf(markdown)
    expect(source).toMatchObject({ format: 'markdown', text: markdown })
    const marks = source.marks.map(({ start, end }) => markdown.slice(start, end))
    expect(marks).toEqual(
      ['#', '*', '*', '[', '](https://example.org/norway)', '**', '**', '.', '##'].filter(one => one !== '.'),
    )
    expect(source.hints.filter(hint => hint.role === 'heading').map(hint => hint.level)).toEqual([1, 2])
  })

  test('its front matter states title, authors and day', async () => {
    const { stated } = await documentOf(
      '---\ntitle: "A title"\nauthor: [Ann Example, Bob Sample]\ndate: 2023-05-04\n---\n\nText.\n',
    )
    expect(stated).toEqual({
      title: 'A title',
      authors: ['Ann Example', 'Bob Sample'],
      published: '2023-05-04',
    })
  })

  test('two authors may be joined by a word or a sign', async () => {
    for (const authors of ['Ann Example & Bob Sample', 'Ann Example and Bob Sample']) {
      const { stated } = await documentOf(`---\ntitle: A title\nauthor: ${authors}\n---\n\nText.\n`)
      expect(stated.authors).toEqual(['Ann Example', 'Bob Sample'])
    }
  })

  test('front matter over several lines, in other languages, and what a program writes for itself', async () => {
    const stated = async (fields: string) => (await documentOf(`---\n${fields}\n---\n\nText.\n`)).stated
    expect(await stated('titel: Ein langer\n  Titel\nurheber: ["Ann Example"]\ndatum: 2023-05-04')).toEqual({
      title: 'Ein langer Titel',
      authors: ['Ann Example'],
      published: '2023-05-04',
    })
    expect(await stated('title: A title\ndate: D:20231120141534')).toEqual({ title: 'A title' })
    expect(await stated('date: 2023-01-01\npublication_date: 2022-12-31')).toEqual({
      published: '2022-12-31',
    })
  })

  test('the heading under front matter is its title, and a title that stands nowhere else is the text’s', async () => {
    const titled = async (body: string) => {
      const source = await documentOf(`---\ntitle: "Ley 1/2014, de Tratados"\n---\n${body}`)
      return readDocument(source, lexicon).document.title
    }
    const prose = 'A todos los que la presente vieren y entendieren. Sabed que se ha aprobado lo siguiente.\n'
    expect(await titled(`# Ley 1/2014, de Tratados\n\n### FELIPE VI\n\n${prose}`)).toBe(
      'Ley 1/2014, de Tratados',
    )
    expect(await titled(`\n“${prose}”\n\n${prose}`)).toBe('Ley 1/2014, de Tratados')
  })

  test('headings that have lost their blank, below the tag of a page', async () => {
    const source = await documentOf(
      '<meta http-equiv="Content-Type" content="text/html" />\n\n##Protocol over dingen\n\n#tag is geen kop\n\nTekst.\n',
    )
    expect(source.format).toBe('markdown')
    expect(source.hints.filter(({ role }) => role === 'heading')).toMatchObject([{ level: 2 }])
    expect(structureOf(source).layout.title).toEqual({ start: 58, end: 78 })
  })

  test('a first heading that a copy broke into two lines is one title, without the short name of a law', async () => {
    const titleOf = async (text: string) => readDocument(await documentOf(text), lexicon).document.title
    expect(
      await titleOf(
        '# The ministers of the six provinces met in the town for a third \ntime this year\n\n> Source: https://example.org/a\n\nThey talked of the treaty.\n',
      ),
    ).toBe('The ministers of the six provinces met in the town for a third time this year')
    const law = (title: string) =>
      `---\nTitle: ${title}\n---\n\n# Gesetz zum Vertrag (VertrG)\n\n## Art 1\n\nEs gilt.\n`
    expect(await titleOf(law('Gesetz zum Vertrag'))).toBe('Gesetz zum Vertrag')
    expect(await titleOf(law('Gesetz zum Vertrag (VertrG)'))).toBe('Gesetz zum Vertrag (VertrG)')
  })

  test('one that is nothing but front matter lies in a zone all the same', async () => {
    const text = '---\ntitle: A title\n---\n'
    expect(structureOf(await documentOf(text)).layout.zones).toEqual([
      { type: 'furniture', start: 0, end: 22 },
    ])
  })

  test('a text with a hash or a star in it is not Markdown', async () => {
    expect((await documentOf('Resolution #1 was * adopted.\n\n# 2 follows in May.')).format).toBe('text')
  })
})

test('the kind of a file is told from its bytes: cable, page and message', async () => {
  const kinds = [
    'FM AMEMBASSY OSLO\nTO SECSTATE\n\nText <b>.',
    '<p>Norway</p>',
    'From: a@example.org\nTo: b@example.org\nSubject: x\nDate: Wed, 3 Dec 2008 10:00:00 +0100\n\nText',
  ]
  expect(await Promise.all(kinds.map(async text => (await documentOf(text)).format))).toEqual([
    'text',
    'html',
    'email',
  ])
})

test('an image is answered as one whose reading is off', async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])
  expect(await readSource(png)).toEqual({ notText: 'it is a PNG image; reading images is off (--ocr)' })
})

test('a page keeps the lines that its style keeps, and those that blank lines part', async () => {
  const lines = 'SECRET\nFM AMEMBASSY OSLO\n\n1. ONE.'
  const styled = await documentOf(`<div style="white-space: pre-wrap">${lines}</div>`)
  const plain = await documentOf(`<div>${['A', 'B', 'C', 'D', 'E', 'F'].join('\n\n')}</div>`)
  const folded = await documentOf('<p>One\nand two\n\nand three.</p>')
  expect(styled.text).toBe(lines)
  expect(plain.text).toBe('A\n\nB\n\nC\n\nD\n\nE\n\nF')
  expect(folded.text).toBe('One and two and three.')
})

test('a word that is not shown does not hide its line', async () => {
  const source = await documentOf(
    '<h1>A title of some words</h1><p>Posted on 9 March 2025 <span style="display:none">11 March 2025</span> by Ann Example</p><p hidden>Not shown at all</p>',
  )
  const types = structureOf(source).layout.zones.map(zone => [
    zone.type,
    source.text.slice(zone.start, zone.end).slice(0, 9),
  ])
  expect(types).toContainEqual(['byline', 'Posted on'])
  expect(types).toContainEqual(['hidden', 'Not shown'])
})

test('the author whose own page the byline links to is stated', async () => {
  const source = await documentOf(
    '<h1>A title of some words</h1><p>Por <a href="/autor/ana-ejemplo">Ana Ejemplo</a> <span>Quito</span></p><p>Text.</p>',
  )
  expect(source.stated.authors).toEqual(['Ana Ejemplo'])
})

test('an act in XML states the day of its publication', async () => {
  const source = await documentOf(
    '<?xml version="1.0"?><akomaNtoso><act><meta><FRBRdate date="2023-11-08" name="promulgazione"/><FRBRdate date="2023-11-17" name="pubblicazione"/></meta><body><p>Art. 1</p></body></act></akomaNtoso>',
  )
  expect(source.stated).toMatchObject({ published: '2023-11-17', type: 'Legislation' })
})

test('in Markdown a list of nothing but links is the way through a site', async () => {
  const source = await documentOf(
    '- [One](https://a.example/1)\n- [Two](https://a.example/2)\n- [Three](https://a.example/3)\n\n# A title\n\n**Words** and [a link](https://a.example/4).\n',
  )
  expect(roleOf(source, 'One')).toContain('navigation')
  expect(roleOf(source, 'a link')).not.toContain('navigation')
})
