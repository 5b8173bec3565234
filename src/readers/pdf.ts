import type { StatedFacts } from '../core/documents/index.ts'
import { loadPdfjs, openPdf, type PdfFile, type PdfPage } from './pdf-file.ts'
import { flowOf } from './pdf-flow.ts'
import { wordsOf } from './pdf-hyphens.ts'
import { blocksOf } from './pdf-pages.ts'
import { written } from './pdf-write.ts'
import type { NotText, Reader, SourceDocument, SourceProblem } from './source.ts'

/** A reader of PDFs that stops after so many pages. */
export const pdfReader =
  (mostPages: number): Reader =>
  async bytes => {
    const pdfjs = await loadPdfjs()
    try {
      const file = await openPdf(pdfjs, bytes)
      try {
        return await documentOf(file, mostPages, cutOff(bytes))
      } finally {
        await file.close().catch(() => undefined)
      }
    } catch (error) {
      return unreadable(error)
    }
  }

/**
 * Reads a PDF: its paragraphs in reading order, with a way back to the text of its pages. Lines are joined, and
 * what stands at the edges of a page comes after the paragraph that crosses them.
 */
export const readPdf: Reader = pdfReader(5000)

const unreadable = (error: unknown): NotText =>
  error instanceof Error && error.name === 'PasswordException'
    ? { notText: 'it is a PDF that opens only with a password' }
    : { notText: 'it is a PDF that is too damaged to be read' }

const documentOf = async (
  file: PdfFile,
  mostPages: number,
  problems: readonly SourceProblem[],
): Promise<SourceDocument> => {
  const { pages, failed } = await readPages(file, mostPages)
  const blocks = flowOf(blocksOf(pages))
  const words = wordsOf(wholeWords(blocks.flatMap(block => block.lines.map(line => line.text))))
  const text = written(blocks, words)
  return {
    ...text,
    format: 'pdf',
    encoding: null,
    marks: [],
    stated: await statedBy(file),
    problems: [
      ...problems,
      ...tooMany(file.pages, mostPages),
      ...failures(failed, file.pages),
      ...withoutText(pages),
      ...unknown(text.text),
    ],
  }
}

interface ReadPages {
  readonly pages: readonly PdfPage[]
  /** The numbers of the pages that cannot be read. */
  readonly failed: readonly number[]
}

const readPages = async (file: PdfFile, mostPages: number): Promise<ReadPages> => {
  const pages: PdfPage[] = []
  const failed: number[] = []
  for (let number = 1; number <= Math.min(file.pages, mostPages); number++) {
    const page = await file.page(number).catch(() => undefined)
    if (page) pages.push(page)
    else failed.push(number)
  }
  return { pages, failed }
}

/** The lines without the words that may have been parted at their ends. */
function* wholeWords(lines: readonly string[]): Iterable<string> {
  let parted = false
  for (const line of lines) {
    const ends = /[-‐\u00ad]$/.test(line)
    const from = parted ? line.replace(/^\S+/, '') : line
    yield ends ? from.slice(0, from.lastIndexOf(' ') + 1) : from
    parted = ends
  }
}

const statedBy = async (file: PdfFile): Promise<StatedFacts> => {
  const stated = await file.language().catch(() => undefined)
  const language = /^([a-z]{2})(?:[-_]|$)/i.exec(stated ?? '')?.[1]?.toLowerCase()
  return language === undefined ? {} : { language }
}

/** A whole file says at its end that it ends; pdfjs reads on without that and does not say so. */
const cutOff = (bytes: Uint8Array): readonly SourceProblem[] => {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-2048))
  if (end.includes('%%EOF') || end.includes('startxref')) return []
  const message = 'The PDF has no proper end; it may have been cut off. What could be read is here.'
  return [{ kind: 'damaged', message, offset: bytes.length }]
}

const tooMany = (pages: number, most: number): readonly SourceProblem[] => {
  if (pages <= most) return []
  const message = `The PDF has ${pages} pages; only the first ${most} were read.`
  return [{ kind: 'too-large', message, count: pages - most }]
}

const failures = (failed: readonly number[], pages: number): readonly SourceProblem[] => {
  if (failed.length === 0) return []
  // Behind a page that it cannot read, pdfjs sometimes gives up counting.
  const after = failed.at(-1) === pages ? '; pages after it, if there are any, are not known' : ''
  return [
    { kind: 'damaged', message: `${pagesNamed(failed)} could not be read${after}.`, count: failed.length },
  ]
}

const withoutText = (pages: readonly PdfPage[]): readonly SourceProblem[] => {
  const empty = pages.filter(page => page.runs.length === 0).map(page => page.number)
  if (empty.length === 0) return []
  const verb = empty.length === 1 ? 'has' : 'have'
  const message = `${pagesNamed(empty)} ${verb} no text layer: empty, or a picture of a page.`
  return [{ kind: 'no-text-layer', message, count: empty.length }]
}

// The private signs from U+F0A0 to U+F0FF are the bullets of a font of symbols.
const UNKNOWN = /(?![\t\n\uf0a0-\uf0ff])[\p{Cc}\p{Co}\ufffd]/gu

/** Characters for which the file says how they look and not which they are. */
const unknown = (text: string): readonly SourceProblem[] => {
  const count = text.match(UNKNOWN)?.length ?? 0
  if (count === 0) return []
  const message = `For ${count} characters the PDF does not say which letters they are.`
  return [{ kind: 'replaced', message, count }]
}

/** "Page 3", "Pages 1, 4 to 7 and 9". */
const pagesNamed = (pages: readonly number[]): string => {
  const [first] = pages
  if (pages.length === 1) return `Page ${first}`
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && last[1] === page - 1) last[1] = page
    else ranges.push([page, page])
  }
  const named = ranges.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`))
  const last = named.pop()
  return named.length === 0 ? `Pages ${last}` : `Pages ${named.join(', ')} and ${last}`
}
