import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { bareText } from '../core/documents/index.ts'
import type { NotText, SourceDocument } from './source.ts'

/** What the recognition of letters gives, as far as it is used. */
interface Recognised {
  readonly text: string
  /** 0 to 100. */
  readonly confidence: number
}

/** What is used of the library, which is an add-on and may not be there. */
interface Library {
  readonly createWorker: (
    language: string,
    mode: number,
    options: object,
  ) => Promise<{
    readonly recognize: (image: Uint8Array) => Promise<{ readonly data: Recognised }>
    readonly terminate: () => Promise<unknown>
  }>
}

const LIBRARY = 'tesseract.js'
const LETTERS = '@tesseract.js-data/eng/package.json'

const HOW = `npm install ${LIBRARY}@7 @tesseract.js-data/eng@1`

const found = async (): Promise<{ readonly library: Library; readonly folder: string } | undefined> => {
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(LETTERS)), '4.0.0_best_int')
    const module: { readonly default?: Library } & Partial<Library> = await import(LIBRARY)
    const library = module.default ?? (module as Library)
    return { library, folder }
  } catch {
    return undefined
  }
}

const recognised = async (bytes: Uint8Array): Promise<Recognised | NotText> => {
  const parts = await found()
  if (!parts) return { notText: `the add-on that reads images is not installed (${HOW})` }
  const options = { langPath: parts.folder, cacheMethod: 'none', gzip: true, errorHandler: () => undefined }
  try {
    const worker = await parts.library.createWorker('eng', 1, options)
    try {
      return (await worker.recognize(Buffer.from(bytes))).data
    } finally {
      await worker.terminate()
    }
  } catch (error) {
    return { notText: `no letters could be recognised in the image (${String(error).slice(0, 120)})` }
  }
}

/**
 * Recognises the letters of an image of a page in English. The text is a guess and is said to be one; every place of
 * it leads to the image as a whole.
 */
export const readImage = async (bytes: Uint8Array): Promise<SourceDocument | NotText> => {
  const result = await recognised(bytes)
  if ('notText' in result) return result
  const whole = { part: 'image', unit: 'byte', start: 0, end: bytes.length, verbatim: false } as const
  return {
    ...bareText(result.text),
    format: 'image',
    encoding: null,
    problems: [
      {
        kind: 'recognised',
        message: `The text was recognised in an image (confidence ${Math.round(result.confidence)} of 100); letters and figures may be wrong.`,
      },
    ],
    trace: span => (span.end > span.start ? [whole] : []),
  }
}
