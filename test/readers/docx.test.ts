import fc from 'fast-check'
import { type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../src/readers/docx.ts'
import type { SourceDocument } from '../../src/readers/source.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const MORE = `${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"`
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const links = (targets: Readonly<Record<string, string>>): string =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.entries(
    targets,
  )
    .map(([id, target]) => {
      const type = target.replace(/^word\/document\d*$|.*document\.xml$/, 'officeDocument')
      return `<Relationship Id="${id}" Type="${TYPE}/${type.replace(/\d*\.xml$/, '')}" Target="${target}"/>`
    })
    .join('')}</Relationships>`

const document = (body: string): string => `${XML}<w:document ${MORE}><w:body>${body}</w:body></w:document>`

/** A package with the body and other parts of `word/`; the ids of its links are `header1` and so on. */
const packed = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array => {
  const names = Object.keys(parts)
  const files: Zippable = {
    '[Content_Types].xml': bytesOf(`${XML}<Types/>`),
    '_rels/.rels': bytesOf(links({ rId1: 'word/document.xml' })),
    'word/document.xml': bytesOf(document(body)),
    'word/_rels/document.xml.rels': bytesOf(
      links(Object.fromEntries(names.map(name => [name, `${name}.xml`]))),
    ),
  }
  for (const name of names) files[`word/${name}.xml`] = bytesOf(XML + parts[name])
  return zipSync(files)
}

const p = (words: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(words)}</w:p>`
const r = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`

const read = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const found = await readDocx(bytes)
  if ('notText' in found) throw new Error(`not text: ${found.notText}`)
  return found
}
const readBody = (body: string, parts?: Readonly<Record<string, string>>): Promise<SourceDocument> =>
  read(packed(body, parts))

/** The hints as their words, one line each. */
const hintsOf = ({ text, hints }: SourceDocument): readonly string[] =>
  hints.map(({ role, level, start, end }) => `${role}${level ?? ''}: ${text.slice(start, end)}`)

const messages = ({ problems }: SourceDocument): readonly string[] => problems.map(({ message }) => message)

describe('the text of the body', () => {
  test('has its paragraphs apart, and its tabs and breaks', async () => {
    const { text } = await readBody(
      `${p('Norway')}<w:p/><w:p>${r('signed')}<w:r><w:tab/><w:t>today</w:t><w:br/><w:t>in</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>Oslo</w:t></w:r></w:p>`,
    )
    expect(text).toBe('Norway\n\nsigned\ttoday\nin\u2011Oslo')
  })

  test('leads back to the bytes of its part, an entity as a whole', async () => {
    const body = p('Türkiye &amp; Norway&#8217;s “Oslo” 𝔸')
    const bytes = bytesOf(document(body))
    const { text, trace } = await readBody(body)
    expect(text).toBe('Türkiye & Norway’s “Oslo” 𝔸')
    const words = trace({ start: 0, end: text.length }).map(({ part, unit, start, end, verbatim }) => {
      expect({ part, unit }).toEqual({ part: 'word/document.xml', unit: 'byte' })
      return [new TextDecoder().decode(bytes.subarray(start, end)), verbatim]
    })
    expect(words).toEqual([
      ['Türkiye ', true],
      ['&amp;', false],
      [' Norway', true],
      ['&#8217;', false],
      ['s “Oslo” 𝔸', true],
    ])
  })

  test('has the characters of a CDATA section, and none of a comment or an instruction to programs', async () => {
    const body = '<w:p><w:r><w:t>a<!-- no --> b<?x no?><![CDATA[ <c> &amp; ]]>d</w:t></w:r></w:p>'
    const { text, trace } = await readBody(body)
    expect(text).toBe('a b <c> &amp; d')
    const bytes = bytesOf(document(body))
    for (const { start, end, verbatim } of trace({ start: 3, end: 14 })) {
      expect(verbatim).toBe(true)
      expect(text).toContain(new TextDecoder().decode(bytes.subarray(start, end)))
    }
  })

  test('has the result of a field and not its instruction', async () => {
    const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const { text } = await readBody(
      `<w:p>${r('On ')}${char('begin')}<w:r><w:instrText>DATE</w:instrText></w:r>${r('no')}${char('begin')}${r('no')}${char('separate')}${r('no')}${char('end')}${char('separate')}${r('3 May')}${char('end')}${r(' in Oslo')}</w:p>`,
    )
    expect(text).toBe('On 3 May in Oslo')
  })

  test('loses nothing to a field that never ends', async () => {
    const { text } = await readBody(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('Oslo')}</w:p>`)
    expect(text).toBe('Oslo')
  })

  test('has a text box once, after the paragraph that it is fixed to', async () => {
    const box = `<w:txbxContent>${p('in the box')}</w:txbxContent>`
    const { text } = await readBody(
      `<w:p>${r('before ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('after')}</w:p>${p('next')}`,
    )
    expect(text).toBe('before after\n\nin the box\n\nnext')
  })

  test('has what only the fallback of a choice says', async () => {
    const { text } = await readBody(
      `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wpg"/><mc:Fallback><w:t>Oslo</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    )
    expect(text).toBe('Oslo')
  })

  test('is read under any prefix of the namespace', async () => {
    const xml =
      '<d xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:r><t>Oslo</t></x:r></x:p></d>'
    const { text } = await read(
      zipSync({ 'word/document.xml': bytesOf(xml), '[Content_Types].xml': bytesOf('<a/>') }),
    )
    expect(text).toBe('Oslo')
  })
})

test('every verbatim stretch of the source is exactly the text that it stands for', async () => {
  const word = fc.oneof(
    fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map(words => words.replace(/[\p{Cc}\p{Cs}\p{Cn}&<>]/gu, '')),
    fc.constantFrom('&amp;', '&#x1F600;', '&lt;', '\r\n', 'é', '𝔸', '<!-- x -->', '>'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 8 }), async paragraphs => {
      const body = paragraphs.map(words => `<w:p>${words.map(one => r(one)).join('')}</w:p>\r\n`).join('')
      const bytes = bytesOf(document(body))
      const { text, trace } = await readBody(body)
      for (let at = 0; at < text.length; at++) {
        const span = { start: at, end: Math.min(text.length, at + 1 + (at % 5)) }
        const stretches = trace(span)
        const verbatim = stretches.filter(one => one.verbatim)
        const shown = verbatim.map(one => new TextDecoder().decode(bytes.subarray(one.start, one.end)))
        if (/[\ud800-\udfff]/.test(text.slice(span.start, span.end))) continue
        if (verbatim.length === stretches.length)
          expect(shown.join('')).toBe(text.slice(span.start, span.end).replaceAll('\n', ''))
        for (const one of shown) expect(text).toContain(one)
      }
    }),
    { numRuns: 120 },
  )
})

describe('tables and lists', () => {
  const cell = (...content: readonly string[]): string => `<w:tc><w:tcPr/>${content.join('')}</w:tc>`
  const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`

  test('a table has its cells by tabs and its rows by lines, an empty cell included', async () => {
    const found = await readBody(
      `${p('States')}<w:tbl>${row(cell(p('Norway')), cell('<w:p/>'), cell(p('2010')))}${row(cell(p('Laos'), p('(host)')), cell(p('x')), cell(p('2009')))}</w:tbl>${p('end')}`,
    )
    expect(found.text).toBe('States\n\nNorway\t\t2010\nLaos\n(host)\tx\t2009\n\nend')
    expect(hintsOf(found)).toEqual(['table: Norway\t\t2010\nLaos\n(host)\tx\t2009'])
  })
  test('a table of one column is a frame, and its paragraphs are those of the text', async () => {
    const found = await readBody(`<w:tbl>${row(cell(p('One.'), p('Two.')))}${row(cell(p('Three.')))}</w:tbl>`)
    expect(found.text).toBe('One.\n\nTwo.\n\nThree.')
    expect(found.hints).toEqual([])
  })
  test('a table in a cell stays within its row', async () => {
    const inner = `<w:tbl>${row(cell(p('b')), cell(p('c')))}</w:tbl>`
    const found = await readBody(`<w:tbl>${row(cell(p('a'), inner, '<w:p/>'), cell(p('d')))}</w:tbl>`)
    expect(found.text).toBe('a\nb\tc\td')
  })
  test('the items of a list are lines', async () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    const found = await readBody(p('Parties:') + p('Norway', numbered) + p('Laos', numbered) + p('end'))
    expect(found.text).toBe('Parties:\n\nNorway\nLaos\n\nend')
    expect(hintsOf(found)).toEqual(['list-item: Norway', 'list-item: Laos'])
  })
})

describe('styles', () => {
  const style = (id: string, name: string, more = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`

  test('tell headings, whatever the language of Word, and what is based on them', async () => {
    const styles = `<w:styles ${W}>${style('berschrift2', 'heading 2')}${style('Eigen', 'Kapitel', '<w:basedOn w:val="berschrift2"/>')}${style('Gliederung', 'Eigene', '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>')}${style('Titel', 'Title')}${style('Zitat', 'Quote')}${style('Bild', 'caption')}${style('A', 'a', '<w:basedOn w:val="B"/>')}${style('B', 'b', '<w:basedOn w:val="A"/>')}</w:styles>`
    const found = await readBody(
      p('one', styled('berschrift2')) +
        p('two', styled('Eigen')) +
        p('three', styled('Gliederung')) +
        p('four', styled('Titel')) +
        p('five', styled('Zitat')) +
        p('six', styled('Bild')) +
        p('seven', '<w:outlineLvl w:val="0"/>') +
        p('eight', styled('A')) +
        p('nine', '<w:outlineLvl w:val="9"/>'),
      { styles },
    )
    expect(hintsOf(found)).toEqual([
      'heading2: one',
      'heading2: two',
      'heading4: three',
      'title: four',
      'quote: five',
      'caption: six',
      'heading1: seven',
    ])
  })
  test('that are missing leave the ids to tell', async () => {
    const found = await readBody(p('one', styled('Heading3')) + p('two', styled('constructor')))
    expect(hintsOf(found)).toEqual(['heading3: one'])
  })
  test('state the language, or the settings do', async () => {
    const styles = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`
    const settings = `<w:settings ${W}><w:themeFontLang w:val="en-GB"/></w:settings>`
    expect((await readBody(p('a'), { styles, settings })).stated).toEqual({ language: 'fr' })
    expect((await readBody(p('a'), { settings })).stated).toEqual({ language: 'en' })
    expect((await readBody(p('a'))).stated).toEqual({})
  })
})

describe('nothing is lost', () => {
  test('deleted text stays, marked, and the changes are counted', async () => {
    const found = await readBody(
      `<w:p>${r('It ')}<w:del w:id="1"><w:r><w:delText>will</w:delText></w:r></w:del><w:ins w:id="2">${r('may')}</w:ins>${r(' sign')}<w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>`,
    )
    expect(found.text).toBe('It willmay sign')
    expect(hintsOf(found)).toEqual(['deleted: will'])
    expect(found.problems).toEqual([
      {
        kind: 'tracked-changes',
        message:
          'The document has tracked changes: 1 insertion and 1 deletion; deleted text was kept and is marked as such.',
        count: 2,
      },
    ])
  })
  test('hidden text stays, marked as one stretch', async () => {
    const vanish = '<w:vanish/>'
    const found = await readBody(
      `<w:p>${r('seen ')}${r('not ', vanish)}${r('seen', vanish)}${r(' again', '<w:vanish w:val="0"/>')}</w:p>`,
    )
    expect(hintsOf(found)).toEqual(['hidden: not seen'])
  })
  test('comments, notes, headers and footers follow the body, each once', async () => {
    const note = (id: string, words: string): string => `<w:footnote w:id="${id}">${p(words)}</w:footnote>`
    const found = await readBody(
      `<w:p>${r('Body')}<w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>`,
      {
        header1: `<w:hdr ${W}>${p('HEAD')}</w:hdr>`,
        footer1: `<w:ftr ${W}>${p('FOOT')}</w:ftr>`,
        comments: `<w:comments ${W}><w:comment w:id="0">${p('Really?')}</w:comment></w:comments>`,
        footnotes: `<w:footnotes ${W}><w:footnote w:type="separator" w:id="-1">${p('---')}</w:footnote>${note('2', 'second')}${note('7', 'first')}</w:footnotes>`,
      },
    )
    expect(found.text).toBe('Body\n\nReally?\n\n1 first\n\n2 second\n\nHEAD\n\nFOOT')
    expect(hintsOf(found)).toEqual([
      'comment: Really?',
      'footnote: 1 first',
      'footnote: 2 second',
      'running-head: HEAD',
      'running-head: FOOT',
    ])
    expect(found.trace({ start: 25, end: 30 })).toMatchObject([
      { part: 'word/footnotes.xml', verbatim: true },
    ])
  })
  test('what stands in a part that is not read is listed', async () => {
    expect(messages(await readBody(p('a'), { chart1: '<c/>' }))).toEqual([
      'The document shows a chart that was not read: word/chart1.xml.',
    ])
  })
})

describe('what is no Word document is answered as such', () => {
  const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])))
  const whole = packed(p('Oslo'))

  test.each([
    ['it is empty', new Uint8Array(0)],
    ['it is not a ZIP archive', bytesOf('Oslo')],
    [
      'it is a ZIP archive that breaks off: its table of contents is missing',
      whole.slice(0, whole.length - 40),
    ],
    ['it is a ZIP archive without a Word document in it', zip({ '[Content_Types].xml': '<Types/>' })],
    [
      'it is a ZIP archive without a Word document in it: an Excel workbook (XLSX)',
      zip({ '_rels/.rels': links({ a: 'xl/workbook.xml' }), 'xl/workbook.xml': '<workbook/>' }),
    ],
    [
      'it is a ZIP archive without a Word document in it: a PowerPoint presentation (PPTX)',
      zip({ 'ppt/presentation.xml': '<p/>' }),
    ],
    [
      'it is a ZIP archive without a Word document in it: an OpenDocument text (ODT)',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
    ],
    [
      'it is a ZIP archive without a Word document in it: an electronic book (EPUB)',
      zip({ mimetype: 'application/epub+zip' }),
    ],
  ])('%s', async (notText, bytes) => {
    expect(await readDocx(bytes)).toEqual({ notText })
  })
})

describe('bad documents', () => {
  test('the main part is found by the links of the package, wherever it stands', async () => {
    const found = await read(
      zipSync({
        '_rels/.rels': bytesOf(links({ a: '/text/the-document.xml' })),
        'text/the-document.xml': bytesOf(document(p('Oslo'))),
      }),
    )
    expect(found.trace({ start: 0, end: 1 })).toMatchObject([{ part: 'text/the-document.xml' }])
  })
  test('text up to a fault in the XML is kept, with the place of the fault', async () => {
    const found = await readBody(`${p('Norway signs')}<w:p><w:r><w:t>in Oslo</w:x></w:p>`)
    expect(found.text).toBe('Norway signs\n\nin Oslo')
    expect(found.problems).toMatchObject([{ kind: 'damaged' }])
    expect(messages(found)[0]).toMatch(
      /^word\/document\.xml is damaged at its byte \d+ \(unexpected close tag\); what stands before was read\.$/,
    )
  })
  test('entities that the file defines are not resolved', async () => {
    const lol = Array.from({ length: 9 }, (_, k) => `<!ENTITY l${k + 1} "${`&l${k};`.repeat(10)}">`).join('')
    const xml = `<!DOCTYPE x [<!ENTITY l0 "ha">${lol}<!ENTITY f SYSTEM "file:///etc/passwd">]>${document(p('Oslo &l9; &f;')).slice(XML.length)}`
    const found = await read(zipSync({ 'word/document.xml': bytesOf(xml) }))
    expect(found.text).toBe('Oslo &l9;')
    expect(found.problems).toMatchObject([{ kind: 'damaged' }])
  })
  test('a hundred thousand levels of nesting are left at a limit', async () => {
    const deep = 100_000
    const found = await readBody(p('Oslo') + '<w:sdt>'.repeat(deep) + p('no') + '</w:sdt>'.repeat(deep))
    expect(found.text).toBe('Oslo')
    expect(found.problems).toMatchObject([{ kind: 'too-deep' }])
  })
  test('names of tags that mean something to a program mean nothing', async () => {
    const names = ['__defineGetter__', '__proto__', 'constructor', 'hasOwnProperty']
    const found = await readBody(p('Oslo') + names.map(name => `<${name} ${name}="1"/>`).join(''))
    expect(found).toMatchObject({ text: 'Oslo', problems: [] })
  })
  test('parts with names that lead out of the archive are listed and left out', async () => {
    const found = await read(
      zipSync({
        'word/document.xml': bytesOf(document(p('Oslo'))),
        '../evil.xml': bytesOf('x'),
        '/etc/passwd': bytesOf('x'),
        'word\\styles.xml': bytesOf('x'),
      }),
    )
    expect(found.problems).toEqual([
      {
        kind: 'unsafe-name',
        message:
          'The archive has parts with a name that leads out of it, which were left out: "../evil.xml", "/etc/passwd", "word\\\\styles.xml".',
        count: 3,
      },
    ])
  })
  test('of two parts with one name the first is read, and that is said', async () => {
    const bytes = zipSync({
      'word/document.xml': bytesOf(document(p('first'))),
      'word/documenX.xml': bytesOf(document(p('second'))),
    })
    const text = Buffer.from(bytes).toString('latin1').replaceAll('documenX', 'document')
    const found = await read(Uint8Array.from(Buffer.from(text, 'latin1')))
    expect(found.text).toBe('first')
    expect(messages(found)).toEqual([
      'The archive has more than one part of the same name; the first was read: "word/document.xml".',
    ])
  })
  test('a part that is damaged in its packing is said to be', async () => {
    const bytes = packed(Array.from({ length: 3000 }, (_, k) => p(`${k} ${(k * 7919) % 3001}`)).join(''))
    const at = Buffer.from(bytes).indexOf('word/document.xml') + 5000
    bytes.fill(0xff, at, at + 20)
    const found = await read(bytes)
    expect(found.problems[0]).toMatchObject({ kind: 'damaged' })
    expect(found.text.slice(0, 11)).toBe('0 0\n\n1 1917')
  })
  test('what swells to hundreds of times its size is refused, whatever size it declares', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(150_000_000).fill(32) }, { level: 9 })
    expect(await readDocx(bomb)).toEqual({
      notText: 'it unpacks to more than 200 times its size (over 100 MB)',
    })
  }, 30_000)
  test('any damage to a document gives text or a reason', async () => {
    const whole = packed(p('Norway signs &amp; Laos ratifies', styled('Heading1')), {
      styles: `<w:styles ${W}/>`,
    })
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length)
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
        const found = await readDocx(bytes)
        if ('notText' in found) return found.notText !== ''
        return found.trace({ start: 0, end: found.text.length }).every(({ start, end }) => start <= end)
      }),
      { numRuns: 1500 },
    )
  })
})
