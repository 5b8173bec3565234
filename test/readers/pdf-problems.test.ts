import fc from 'fast-check'
import { PDFDocument, PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { pdfReader, readPdf } from '../../src/readers/pdf.ts'
import type { SourceDocument } from '../../src/readers/source.ts'

/** A PDF of one page for each name; a page without a name has a picture and no text. */
const written = async (names: readonly string[]): Promise<Uint8Array> => {
  const file = await PDFDocument.create({ updateMetadata: false })
  for (const name of names) {
    const page = file.addPage()
    if (name === '') page.drawRectangle({ width: 300, height: 300 })
    else page.drawText(`Page ${name} of the report is here.`)
  }
  return file.save()
}

const read = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const document = await readPdf(bytes)
  if ('notText' in document) throw new Error(`not text: ${document.notText}`)
  return document
}

describe('what cannot be read is said', () => {
  test('a file that opens only with a password', async () => {
    expect(await readPdf(locked())).toEqual({ notText: 'it is a PDF that opens only with a password' })
  })
  test('a file that is no PDF but for its first bytes', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7\nnothing else')
    expect(await readPdf(bytes)).toEqual({ notText: 'it is a PDF that is too damaged to be read' })
  })
  test('pages without text, while the others are read', async () => {
    const document = await read(await written(['', '', 'three', '']))
    expect(document.text).toBe('Page three of the report is here.')
    expect(document.problems).toEqual([
      {
        kind: 'no-text-layer',
        message: 'Pages 1 to 2 and 4 have no text layer: empty, or a picture of a page.',
        count: 3,
      },
    ])
  })
  test('a file that was cut off gives what is left of it, or says why not', async () => {
    const file = await PDFDocument.load(await written(['one', 'two', 'three']))
    const bytes = await file.save({ useObjectStreams: false })
    const document = await readPdf(bytes.slice(0, bytes.length - 300))
    expect(document).toMatchObject({ format: 'pdf', problems: [{ kind: 'damaged' }] })
    expect('text' in document && document.text).toContain('Page three')
  })
  test('a page that is broken, while the others are read', async () => {
    const file = await PDFDocument.load(await written(['one', 'two', 'three']))
    const tree = file.catalog.Pages().Kids()
    tree.set(2, file.context.register(PDFRawStream.of(file.context.obj({}), new Uint8Array())))
    const document = await read(await file.save())
    expect(document.problems).toEqual([
      {
        kind: 'damaged',
        message: 'Page 3 could not be read; pages after it, if there are any, are not known.',
        count: 1,
      },
    ])
    expect(document.text).toContain('Page two')
  })
  test('any damage to the bytes gives a text or a reason', { timeout: 60_000 }, async () => {
    const whole = await written(['one', 'two'])
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 60 }), async (at, noise) => {
        const bytes = whole.slice()
        bytes.set(noise.slice(0, bytes.length - at), at)
        const document = await readPdf(bytes)
        return 'notText' in document || document.format === 'pdf'
      }),
      { numRuns: 40 },
    )
  })
})

/** A PDF of these objects; the first is its catalog. Readers find them without a table of their places. */
const raw = (objects: readonly string[], trailer = ''): Uint8Array => {
  const numbered = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  const end = `trailer\n<< /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF`
  return new TextEncoder().encode(`%PDF-1.4\n${numbered}${end}`)
}

/** A PDF whose password nobody has: the two keys in it fit none. */
const locked = (): Uint8Array => {
  const key = `<${'ab'.repeat(32)}>`
  const security = `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', security]
  return raw(objects, `/Encrypt 3 0 R /ID [${key} ${key}]`)
}

const shown = (font: string, words: string): Uint8Array => {
  const content = `BT /F1 12 Tf 50 700 Td ${words} Tj ET`
  return raw([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font,
  ])
}

test('of more pages than are to be read the first are read, which is said', async () => {
  const document = await pdfReader(2)(await written(['one', 'two', 'three']))
  expect(document).toMatchObject({
    text: 'Page one of the report is here.\n\nPage two of the report is here.',
    problems: [{ kind: 'too-large', message: 'The PDF has 3 pages; only the first 2 were read.', count: 1 }],
  })
})

test('several files at once do not disturb one another', async () => {
  const files = await Promise.all(['one', 'two', 'three'].map(name => written([name])))
  const texts = await Promise.all(files.map(async bytes => (await read(bytes)).text))
  expect(texts).toEqual(['one', 'two', 'three'].map(name => `Page ${name} of the report is here.`))
})

describe('characters', () => {
  test('a font that the file only names is read through the known maps of its characters', async () => {
    const song =
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] >> >>'
    const font = `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${song}] >>`
    expect((await read(shown(font, '<96C6675F5F39836F516C7EA6>'))).text).toBe('集束弹药公约')
  })
  test('ligatures come as letters', async () => {
    const font =
      '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Type /Encoding /Differences [1 /fi /fl] >> >>'
    expect((await read(shown(font, '<01>'))).text).toBe('fi')
    expect((await read(shown(font, '(\\001nal in\\002uence)'))).text).toBe('final influence')
  })
  test('characters without a known letter are counted', async () => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /ToUnicode 6 0 R >>'
    const map = '1 beginbfchar\n<41> <FFFD>\nendbfchar'
    const bytes = new TextDecoder().decode(shown(font, '(A A)'))
    const stream = `6 0 obj\n<< /Length ${map.length} >>\nstream\n${map}\nendstream\nendobj\ntrailer`
    const document = await read(new TextEncoder().encode(bytes.replace('trailer', stream)))
    expect(document.problems).toEqual([
      {
        kind: 'replaced',
        message: 'For 2 characters the PDF does not say which letters they are.',
        count: 2,
      },
    ])
  })
})
