import { walkXml, type XmlEnd, type XmlVisitor } from './docx-xml.ts'
import { readPlain } from './plain.ts'
import type { NotText, SourceProblem } from './source.ts'
import type { Archive } from './zip.ts'

/** A part of a package as text. */
export interface PartText {
  readonly name: string
  readonly text: string
  readonly sourceOffset: (index: number) => number
}

/** From one part to another. `type` is the last word of its type, as `header`. */
export interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** The text of a part, or null where the archive has none that is text; what is wrong is added to `problems`. */
export const partText = (archive: Archive, name: string, problems: SourceProblem[]): PartText | null => {
  if (!archive.has(name)) return null
  const plain = readPlain(archive.unpack(name))
  if ('notText' in plain) {
    if (!archive.tooLarge())
      problems.push({ kind: 'damaged', message: `${name} is not XML: ${plain.notText}.` })
    return null
  }
  for (const { kind, message, count } of plain.problems)
    if (kind !== 'markup' && kind !== 'blank')
      problems.push({ kind, message: `In ${name}: ${message}`, ...(count === undefined ? {} : { count }) })
  return { name, text: plain.text, sourceOffset: plain.sourceOffset }
}

/** Walks through a part; where it cannot be read to its end, that becomes a problem. */
export const walkPart = (part: PartText, visitor: XmlVisitor, problems: SourceProblem[]): XmlEnd => {
  const end = walkXml(part.text, visitor)
  const problem = problemOf(part, end)
  if (problem) problems.push(problem)
  return end
}

const problemOf = (part: PartText, end: XmlEnd): SourceProblem | null => {
  if (end.is === 'whole') return null
  const place = `at its byte ${part.sourceOffset(end.at)}`
  const kept = 'what stands before was read'
  if (end.is === 'damaged')
    return { kind: 'damaged', message: `${part.name} is damaged ${place} (${end.because}); ${kept}.` }
  return end.is === 'too-deep'
    ? { kind: 'too-deep', message: `${part.name} is nested too deeply ${place}; ${kept}.` }
    : { kind: 'too-large', message: `${part.name} holds too much ${place}; ${kept}.` }
}

/** What a part points to inside the package; the part with an empty name is the package itself. */
export const relationships = (
  archive: Archive,
  name: string,
  problems: SourceProblem[],
): readonly Relationship[] => {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const part = partText(archive, `${folder}_rels/${name.slice(folder.length)}.rels`, problems)
  const found: Relationship[] = []
  if (part) walkPart(part, collecting(found, folder), problems)
  return found
}

const MOST = 50_000

const collecting = (found: Relationship[], folder: string): XmlVisitor => ({
  open: tag => {
    const target = tag.attribute('Target')
    if (tag.name !== 'rel:Relationship' || target === undefined) return
    if (tag.attribute('TargetMode') === 'External') return
    const type = tag.attribute('Type') ?? ''
    found.push({
      id: tag.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolved(folder, target),
    })
  },
  close: () => {},
  text: () => {},
  isFull: () => found.length > MOST,
})

/** A target as the name of a part: `../a.xml` seen from `word/` is `a.xml`. */
const resolved = (folder: string, target: string): string => {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}

/** The name of the part that holds the document, or why there is none. */
export const mainPart = (archive: Archive, problems: SourceProblem[]): string | NotText => {
  const named = relationships(archive, '', problems).find(({ type }) => type === 'officeDocument')?.target
  const found = named ?? CUSTOMARY_MAIN
  if (archive.has(found) && !BY_PART.some(([part]) => part === found)) return found
  return noDocument(archive)
}

/** The answer to an archive that has no Word document, naming what it is where that can be told. */
export const noDocument = (archive: Archive): NotText => {
  const other = otherKind(archive)
  return { notText: `it is a ZIP archive without a Word document in it${other ? `: ${other}` : ''}` }
}

const CUSTOMARY_MAIN = 'word/document.xml'

const BY_PART: readonly (readonly [string, string])[] = [
  ['xl/workbook.xml', 'an Excel workbook (XLSX)'],
  ['xl/workbook.bin', 'an Excel workbook (XLSB)'],
  ['ppt/presentation.xml', 'a PowerPoint presentation (PPTX)'],
]

const BY_MIMETYPE: readonly (readonly [string, string])[] = [
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument text (ODT)'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (ODS)'],
  ['application/vnd.oasis.opendocument.presentation', 'an OpenDocument presentation (ODP)'],
  ['application/epub+zip', 'an electronic book (EPUB)'],
]

/** What an archive is that states another kind of document, in words. */
const otherKind = (archive: Archive): string | undefined => {
  const stated = archive.has('mimetype') ? new TextDecoder().decode(archive.unpack('mimetype')).trim() : ''
  const byMimetype = BY_MIMETYPE.find(([type]) => stated.startsWith(type))
  return (byMimetype ?? BY_PART.find(([part]) => archive.has(part)))?.[1]
}
