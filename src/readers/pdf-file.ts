import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type PdfItem, type Run, runsOf } from './pdf-runs.ts'

/** What one page holds. Lengths are in points; `runs` are in the order of the file. */
export interface PdfPage {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
}

/** An opened PDF. `page` rejects where a page cannot be read; `close` gives back the memory. */
export interface PdfFile {
  readonly pages: number
  readonly page: (number: number) => Promise<PdfPage>
  /** As the file writes it, for example `en-GB`. */
  readonly language: () => Promise<string | undefined>
  readonly close: () => Promise<void>
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** Loads pdfjs, which takes a while, only when there is a PDF to be read. */
export const loadPdfjs = (): Promise<Pdfjs> => import('pdfjs-dist/legacy/build/pdf.mjs')

/** Opens a PDF without running anything it holds and without reaching for the network; rejects if it cannot. */
export const openPdf = async (pdfjs: Pdfjs, bytes: Uint8Array): Promise<PdfFile> => {
  try {
    return await openWhole(pdfjs, bytes)
  } catch (error) {
    const mended = error instanceof Error && error.name === 'InvalidPDFException' && withTrailer(bytes)
    if (!mended) throw error
    return openWhole(pdfjs, mended)
  }
}

const openWhole = async ({ getDocument }: Pdfjs, bytes: Uint8Array): Promise<PdfFile> => {
  const task = getDocument({ ...SAFELY, ...resources(), data: new Uint8Array(bytes) })
  try {
    return opened(await task.promise)
  } catch (error) {
    await task.destroy().catch(() => undefined)
    throw error
  }
}

/** The bytes of a file that was cut off, with the end that says where its pages are listed. */
const withTrailer = (bytes: Uint8Array): Uint8Array | undefined => {
  const file = Buffer.from(bytes).toString('latin1')
  const catalog = file.search(/\/Type\s*\/Catalog\b/)
  const begin = catalog < 0 ? -1 : file.lastIndexOf(' obj', catalog)
  const [, object, generation] = /(\d{1,9}) (\d{1,5})$/.exec(file.slice(Math.max(0, begin - 16), begin)) ?? []
  if (begin < 0 || object === undefined) return undefined
  const trailer = `\nendobj\ntrailer\n<< /Root ${object} ${generation} R >>\nstartxref\n0\n%%EOF\n`
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(trailer, 'latin1')]))
}

const SAFELY = {
  verbosity: 0,
  isEvalSupported: false,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  // Fonts are learned from the operators of a page; its pictures need not be unpacked for that.
  maxImageSize: 1,
} as const

const resources = () => {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const folder = (name: string): string => join(home, name) + sep
  return { cMapUrl: folder('cmaps'), standardFontDataUrl: folder('standard_fonts') }
}

const opened = (file: PDFDocumentProxy): PdfFile => {
  const isBold = fontWeights()
  return {
    pages: file.numPages,
    page: async number => {
      const page = await file.getPage(number)
      try {
        return await readPage(page, number, isBold)
      } finally {
        page.cleanup()
      }
    },
    language: async () => {
      const { info } = await file.getMetadata()
      return 'Language' in info && typeof info.Language === 'string' ? info.Language : undefined
    },
    close: () => file.loadingTask.destroy(),
  }
}

type BoldFonts = (page: PDFPageProxy, fonts: ReadonlySet<string>) => Promise<(font: string) => boolean>

const readPage = async (page: PDFPageProxy, number: number, boldFonts: BoldFonts): Promise<PdfPage> => {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const items: PdfItem[] = content.items.flatMap(item =>
    'str' in item ? [{ ...item, vertical: content.styles[item.fontName]?.vertical ?? false }] : [],
  )
  const isBold = await boldFonts(page, new Set(items.map(item => item.fontName)))
  const runs = runsOf(items, viewport.transform.map(Number), isBold)
  return { number, width: viewport.width, height: viewport.height, runs }
}

/** Beyond so many pages that bring new fonts, the weight of new fonts is no longer asked for: it costs time. */
const MOST_PAGES_FOR_FONTS = 100

/** Remembers which fonts are bold. pdfjs gives the name of a font only with the operators of a page. */
const fontWeights = (): BoldFonts => {
  const known = new Map<string, boolean>()
  let asked = 0
  return async (page, fonts) => {
    const unknown = [...fonts].filter(font => !known.has(font))
    if (unknown.length > 0 && asked++ < MOST_PAGES_FOR_FONTS) {
      await page.getOperatorList({ annotationMode: 0 }).catch(() => undefined)
      for (const font of unknown) known.set(font, BOLD.test(nameOfFont(page, font)))
    }
    return font => known.get(font) ?? false
  }
}

const BOLD = /bold|black|heavy|demi|CMBX|SFBX|Medi(?:Ital)?$/i

const nameOfFont = (page: PDFPageProxy, font: string): string => {
  const object: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined
  const named = typeof object === 'object' && object !== null && 'name' in object ? object.name : undefined
  return typeof named === 'string' ? named : ''
}
