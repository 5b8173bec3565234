// How fast documents are read: the structure of text on one core, and a PDF of 300 pages.
import { readFileSync } from 'node:fs'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { buildLexicon, readDocument } from '../dist/core/documents/index.js'
import { structureOf } from '../dist/core/documents/structure.js'
import { readSource } from '../dist/readers/index.js'
import { loadData } from '../dist/store/data.js'
import { goldIn } from './gold.mjs'
import { median, milliseconds, row } from './measure.mjs'

const corpus = new URL('../corpus', import.meta.url).pathname
const ROUNDS = 12
const SENTENCE =
  'The States Parties met in Geneva and agreed to report on stockpiles, clearance and help to victims.'

const pdfOf = async pages => {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([595, 842])
    page.drawText('A Report on the Convention', { x: 60, y: 810, size: 9, font })
    for (let line = 0; line < 46; line++)
      page.drawText(SENTENCE, { x: 60, y: 780 - line * 16, size: 10, font })
    page.drawText(String(number), { x: 297, y: 24, size: 9, font })
  }
  return pdf.save()
}

export const benchDocuments = async () => {
  const texts = goldIn(corpus)
    .filter(({ name }) => name.endsWith('.txt'))
    .map(({ path }) => readFileSync(path))
  const bytes = texts.reduce((sum, text) => sum + text.length, 0)
  const sources = []
  for (const text of texts) sources.push(await readSource(text))
  const rates = []
  for (let round = 0; round < ROUNDS; round++)
    rates.push(await milliseconds(() => sources.map(source => structureOf(source))))
  row(
    `structure of ${texts.length} documents, ${(bytes / 1000).toFixed(0)} kB of text, one core`,
    `${(bytes / 1000 / median(rates.slice(ROUNDS / 2))).toFixed(1)} MB/s`,
    'zones, cables, paragraphs, sentences; warm   target: at least 5 MB/s',
  )
  const { register } = loadData(new URL('../data', import.meta.url).pathname)
  const lexicon = buildLexicon(register.world, [...register.treaties.values()])
  const whole = []
  for (let round = 0; round < ROUNDS; round++)
    whole.push(await milliseconds(() => sources.map(source => readDocument(source, lexicon))))
  row(
    'all layers of the same',
    `${(bytes / 1000 / median(whole.slice(ROUNDS / 2))).toFixed(2)} MB/s`,
    'names, dates, speech, events too; warm   target: at least 1 MB/s',
  )
  const prose =
    'Norway deposited its instrument with the Secretary-General of the United Nations on the third day of December. It had asked others to follow, and several did so before the year was over; some waited. '
  const article = `A title\n\n${`${prose.repeat(3)}\n\n`.repeat(4000)}`
  row(
    'structure of one article of 2.4 MB',
    `${(article.length / 1000 / (await milliseconds(() => structureOf({ text: article, hints: [], marks: [], stated: {} })))).toFixed(1)} MB/s`,
  )
  const pdf = await pdfOf(300)
  row(
    'a PDF of 300 pages, read to text with its places',
    `${((await milliseconds(() => readSource(pdf))) / 1000).toFixed(1)} s`,
  )
}
