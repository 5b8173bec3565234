import fc from 'fast-check'
import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../../src/readers/pdf.ts'
import type { SourceDocument } from '../../src/readers/source.ts'

interface Pen {
  readonly page: PDFPage
  readonly roman: PDFFont
  readonly bold: PDFFont
  /** Writes lines from a height downwards, 14 points apart. */
  readonly lines: (x: number, y: number, lines: readonly string[], size?: number, font?: PDFFont) => void
}

/** A PDF of A4 pages, each drawn by one of the functions. */
const made = async (...pages: readonly ((pen: Pen) => void)[]): Promise<Uint8Array> => {
  const file = await PDFDocument.create({ updateMetadata: false })
  const roman = await file.embedFont(StandardFonts.TimesRoman)
  const bold = await file.embedFont(StandardFonts.TimesRomanBold)
  for (const draw of pages) {
    const page = file.addPage([595, 842])
    const lines: Pen['lines'] = (x, y, texts, size = 11, font = roman) => {
      texts.forEach((text, at) => {
        page.drawText(text, { x, y: y - at * Math.max(14, size * 1.2), size, font })
      })
    }
    draw({ page, roman, bold, lines })
  }
  return file.save({ addDefaultPage: false })
}

const read = async (bytes: Uint8Array): Promise<SourceDocument> => {
  const document = await readPdf(bytes)
  if ('notText' in document) throw new Error(`not text: ${document.notText}`)
  return document
}

const paragraphs = (document: SourceDocument): readonly string[] => document.text.split('\n\n')

/** The hints as `role: words`. */
const hinted = (document: SourceDocument): readonly string[] =>
  document.hints.map(
    ({ role, level, start, end }) => `${role}${level ?? ''}: ${document.text.slice(start, end)}`,
  )

/** The text of every page as pdfjs gives it, by the name of the part. */
const pageTexts = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false })
  const file = await task.promise
  const texts = new Map<string, string>()
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    texts.set(`page ${number}`, items.map(item => ('str' in item ? item.str : '')).join(''))
  }
  await task.destroy()
  return texts
}

const body = [
  'The States Parties met in Geneva to review the operation and status of the Con-',
  'vention. They recalled that non-proliferation and disarmament belong together,',
  'and that progress on the disarmament of some of them and on the non-',
  'proliferation of such weapons is a matter of concern to all of those who',
  'took part. The Meeting adopted its report on the last day without a vote.',
]

const running = (number: number): Promise<Uint8Array> =>
  made(
    ...Array.from({ length: number }, (_, at) => ({ page, roman, lines }: Pen): void => {
      page.drawText('Report of the Fourth Meeting', { x: 220, y: 800, size: 9, font: roman })
      page.drawText(`- ${at + 1} -`, { x: 290, y: 30, size: 9, font: roman })
      const name = 'one two three four'.split(' ')[at]
      lines(60, 740, [
        `of page ${name}. The report of the Meeting says that paragraph ${name} of it begins here`,
        'and that it does not end on the page on which it was begun but goes on to the top',
      ])
    }),
  )

describe('running heads and page numbers', () => {
  test('they are told by their return and never part a paragraph that crosses the page', async () => {
    const document = await read(await running(2))
    expect(hinted(document)).toEqual([
      'running-head: Report of the Fourth Meeting',
      'page-number: - 1 -',
      'running-head: Report of the Fourth Meeting',
      'page-number: - 2 -',
    ])
    expect(document.text).toContain('but goes on to the top of page two. The report')
  })
  test('a head that alternates between left and right pages is found on both', async () => {
    const document = await read(
      await made(
        ...[0, 1, 2, 3].map(at => ({ page, roman, lines }: Pen): void => {
          const head = at % 2 === 0 ? 'The Convention' : 'Chapter on Victims'
          page.drawText(head, { x: at % 2 === 0 ? 60 : 400, y: 800, size: 11, font: roman })
          lines(60, 740, [
            `Text of page ${'abcd'.charAt(at)} is here.`,
            'It has two lines, of which this is one.',
          ])
        }),
      ),
    )
    expect(hinted(document).filter(hint => hint.startsWith('running-head'))).toHaveLength(4)
  })
  test('lines of the body that return are no running heads', async () => {
    const same = ({ lines }: Pen): void => lines(60, 740, body)
    expect((await read(await made(same, same))).hints).toEqual([])
  })
})

describe('paragraphs', () => {
  test('a paragraph that crosses a page is one, and what stands between comes after it', async () => {
    const bytes = await made(
      ({ page, roman, lines }) => {
        lines(60, 740, [
          'Norway signed the Convention on the day on which it was opened for signature, and it',
          'ratified it on the same day. Its instrument was received by the depositary in the',
        ])
        page.drawText('1', { x: 60, y: 94, size: 5, font: roman })
        lines(64, 90, ['See the list of signatures in the annex.'], 8)
        page.drawText('17', { x: 290, y: 30, size: 9, font: roman })
      },
      ({ page, roman, lines }) => {
        lines(60, 740, ['afternoon. Lithuania followed in 2011.'])
        page.drawText('18', { x: 290, y: 30, size: 9, font: roman })
      },
    )
    const document = await read(bytes)
    expect(paragraphs(document)).toEqual([
      'Norway signed the Convention on the day on which it was opened for signature, and it ratified it on the same day. Its instrument was received by the depositary in the afternoon. Lithuania followed in 2011.',
      '1 See the list of signatures in the annex.',
      '17',
      '18',
    ])
    expect(hinted(document).map(hint => hint.split(':')[0])).toEqual([
      'footnote',
      'page-number',
      'page-number',
    ])
  })
  test('a table at the head of the next page comes after the paragraph that goes on below it', async () => {
    const document = await read(
      await made(
        ({ lines }) =>
          lines(60, 740, [
            'The Meeting noted the dates on which these States had given their consent,',
            'as far as they were known, and decided that all of the other States should be',
          ]),
        ({ lines }) => {
          lines(60, 740, ['State', 'Norway', 'Albania'])
          lines(200, 740, ['Signature', '2008-12-03', '2008-12-03'])
          lines(60, 660, ['asked for theirs before the end of the year, which they were soon after.'])
        },
      ),
    )
    expect(paragraphs(document).map(text => text.slice(-11))).toEqual(['soon after.', '\t2008-12-03'])
    expect(document.text).toContain('should be asked for theirs')
  })
  test('indents, gaps, short last lines and marks part them', async () => {
    const document = await read(
      await made(({ lines }) => {
        lines(60, 740, [
          'This line is just as long as the lines of this page are, and followed by',
          'a short one.',
        ])
        lines(60, 712, [
          'This begins anew because the line before it was short and had much room',
          'for words. It goes on to',
        ])
        lines(60, 670, ['a line under a gap, which is read as a paragraph of its own:'])
        lines(72, 656, [
          '(a) the first of the two items of a list, which is long enough to be wrapped',
          '(b) the second.',
        ])
      }),
    )
    expect(paragraphs(document).map(text => text.slice(0, 12))).toEqual([
      'This line is',
      'This begins ',
      'a line under',
      '(a) the firs',
      '(b) the seco',
    ])
    expect(hinted(document).filter(hint => hint.startsWith('list-item'))).toHaveLength(2)
  })
  test('a hyphen at the end of a line is undone, and kept where the compound stands elsewhere', async () => {
    const { text } = await read(await made(({ lines }) => lines(60, 740, body)))
    expect(text).toContain('status of the Convention. They')
    expect(text).toContain('the non-proliferation of such')
  })
  test('a raised number stays in its line', async () => {
    const { text } = await read(
      await made(({ page, roman, lines }) => {
        lines(60, 740, ['The law'])
        page.drawText('3', { x: 60 + roman.widthOfTextAtSize('The law', 11), y: 745, size: 6, font: roman })
        page.drawText('is clear.', { x: 105, y: 740, size: 11, font: roman })
      }),
    )
    expect(text).toBe('The law3 is clear.')
  })
})

const column = (name: string): readonly string[] =>
  Array.from({ length: 12 }, (_, at) => `${name} ${'abcdefghijkl'.charAt(at)} of a column of words that`)

describe('columns', () => {
  test.each([
    2, 3,
  ])('%i columns are read one after the other, under the title over all of them', async count => {
    const names = ['first', 'second', 'third'].slice(0, count)
    const document = await read(
      await made(({ page, bold, lines }) => {
        page.drawText('A title that stands over all of the columns', { x: 110, y: 780, size: 18, font: bold })
        // Row by row, as some programs write them.
        for (let at = 0; at < 12; at++)
          for (const [place, name] of names.entries())
            lines(40 + place * 185, 740 - at * 14, column(name).slice(at, at + 1), 10)
      }),
    )
    expect(paragraphs(document)).toEqual([
      'A title that stands over all of the columns',
      names.flatMap(name => column(name)).join(' '),
    ])
    expect(hinted(document)).toEqual(['title: A title that stands over all of the columns'])
  })
  test('a table is read row by row', async () => {
    const document = await read(
      await made(({ lines }) => {
        lines(60, 740, ['State', 'Norway', 'Lithuania', 'Albania'])
        lines(200, 740, ['Signature', '2008-12-03', '2008-12-03', '2008-12-03'])
        lines(350, 740, ['Ratification', '2008-12-03', '2011-03-24', '2009-06-16'])
      }),
    )
    expect(document.text).toBe(
      'State\tSignature\tRatification\nNorway\t2008-12-03\t2008-12-03\nLithuania\t2008-12-03\t2011-03-24\nAlbania\t2008-12-03\t2009-06-16',
    )
    expect(document.hints).toEqual([{ role: 'table', start: 0, end: document.text.length }])
  })
  test('text in another direction is kept apart', async () => {
    const document = await read(
      await made(({ page, roman, lines }) => {
        page.drawText('Printed in Geneva', { x: 570, y: 400, size: 9, font: roman, rotate: degrees(90) })
        lines(60, 740, body)
      }),
    )
    expect(hinted(document)).toEqual(['aside: Printed in Geneva'])
    expect(document.text.endsWith('vote.\n\nPrinted in Geneva')).toBe(true)
  })
})

test('the title, the headings with their levels and the captions are told by their type and words', async () => {
  const document = await read(
    await made(({ lines, bold }) => {
      lines(60, 780, ['The Law of Treaties'], 24, bold)
      lines(60, 740, ['1. Introduction'], 14, bold)
      lines(60, 720, body)
      lines(60, 630, ['Entry into force'], 11, bold)
      lines(60, 610, body)
      lines(60, 500, ['Figure 2. States Parties by year'], 9)
    }),
  )
  expect(hinted(document)).toEqual([
    'title: The Law of Treaties',
    'heading1: 1. Introduction',
    'heading2: Entry into force',
    'caption: Figure 2. States Parties by year',
  ])
})

test('only the language is taken from what the file says of itself', async () => {
  const file = await PDFDocument.create()
  file.setTitle('Microsoft Word - draft3.doc')
  file.setAuthor('typist')
  file.setLanguage('en-GB')
  file.addPage().drawText('Text.')
  expect((await read(await file.save())).stated).toEqual({ language: 'en' })
})

describe('the way back', () => {
  const files: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
    ['running heads', () => running(4)],
    [
      'hyphens',
      () =>
        made(
          ({ lines }) => lines(60, 740, body),
          ({ lines }) => lines(60, 740, body),
        ),
    ],
    [
      'columns',
      () =>
        made(({ lines }) =>
          ['first', 'second'].forEach((name, at) => void lines(40 + at * 250, 740, column(name))),
        ),
    ],
    [
      'turned text',
      () =>
        made(({ page, lines }) => {
          lines(60, 740, body)
          page.drawText('Draft of 3 May', { x: 200, y: 200, rotate: degrees(45) })
        }),
    ],
  ]
  test.each(files)('every stretch of the text is on its page to the letter: %s', async (_, file) => {
    const bytes = await file()
    const [document, pages] = [await read(bytes), await pageTexts(bytes)]
    const wordsOf = (start: number, end: number): string =>
      document
        .trace({ start, end })
        .map(({ part, start: from, end: to }) => pages.get(part ?? '')?.slice(from, to))
        .join('')
    for (const { index, 0: word } of document.text.matchAll(/\S/gu))
      expect(wordsOf(index, index + word.length)).toBe(word)
    fc.assert(
      fc.property(fc.nat(document.text.length), fc.nat(200), (start, length) => {
        const span = { start, end: Math.min(document.text.length, start + length) }
        const bare = (text: string): string => text.replace(/\s/g, '')
        return bare(wordsOf(span.start, span.end)) === bare(document.text.slice(span.start, span.end))
      }),
    )
  })
  test.each(
    files,
  )('nothing of the pages is left out but hyphens at the ends of lines: %s', async (_, file) => {
    const bytes = await file()
    const [document, pages] = [await read(bytes), await pageTexts(bytes)]
    const seen = new Map([...pages].map(([part, text]) => [part, [...text]]))
    for (const { part, start, end } of document.trace({ start: 0, end: document.text.length }))
      seen.get(part ?? '')?.fill(' ', start, end)
    expect([...seen.values()].flat().join('').replace(/\s/g, '')).toMatch(/^-*$/)
  })
})
