import type { StatedFacts } from '../core/documents/index.ts'
import { textBuilder } from './builder.ts'
import { type Flow, hint, writeParagraphs } from './docx-flow.ts'
import type { Paragraph, Room, Story } from './docx-model.ts'
import { mainPart, noDocument, type PartText, partText, relationships, walkPart } from './docx-package.ts'
import { readStory } from './docx-story.ts'
import { readStyles } from './docx-styles.ts'
import type { NotText, Reader, SourceDocument, SourceProblem } from './source.ts'
import { type Archive, openZip } from './zip.ts'

/** Reads a Word document (DOCX): the body, then comments, notes, and the headers and footers of its sections. */
export const readDocx: Reader = bytes => {
  const archive = openZip(bytes)
  if ('notText' in archive) return archive
  const problems: SourceProblem[] = []
  const name = mainPart(archive, problems)
  if (typeof name !== 'string') return archive.tooLarge() ?? name
  const read = readDocument(openPackage(archive, name, problems))
  return archive.tooLarge() ?? ('notText' in read ? read : withProblems(read, archive))
}

interface Package {
  readonly archive: Archive
  readonly main: string
  readonly problems: SourceProblem[]
  readonly room: Room
  /** The parts of a type that the document points to, as `header`, in the order of its table of them. */
  readonly ofType: (type: string) => readonly string[]
  readonly byId: (id: string) => string | undefined
}

const openPackage = (archive: Archive, main: string, problems: SourceProblem[]): Package => {
  const links = relationships(archive, main, problems)
  const byId = new Map(links.map(({ id, target }) => [id, target]))
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  return {
    archive,
    main,
    problems,
    room: { made: 0 },
    // A package without the table of links is read by the customary names of its parts.
    ofType: type =>
      links.length > 0
        ? links.filter(link => link.type === type).map(({ target }) => target)
        : [`${folder}${type}.xml`],
    byId: id => byId.get(id),
  }
}

const partOfType = ({ archive, ofType, problems }: Package, type: string): PartText | null => {
  const name = ofType(type)[0]
  return name === undefined ? null : partText(archive, name, problems)
}

const readDocument = (pack: Package): SourceDocument | NotText => {
  const { archive, problems } = pack
  const part = partText(archive, pack.main, problems)
  if (!part) return unreadable(pack)
  const body = readStory(part, pack.room, problems)
  if (body.root === '') return unreadable(pack)
  if (body.root !== 'w:document' && body.paragraphs.length === 0) return noDocument(archive)
  const styles = readStyles(partOfType(pack, 'styles'), problems)
  const flow: Flow = { builder: textBuilder(), hints: [], styles }
  const stories = [body, ...writeAll(pack, flow, body)]
  problems.push(...trackedChanges(stories), ...leftOut(pack))
  const { builder, hints } = flow
  const text = builder.text()
  if (!/\S/.test(text)) problems.push({ kind: 'blank', message: 'The document holds no text.' })
  return {
    format: 'docx',
    encoding: null,
    text,
    hints: inOrder(hints),
    marks: [],
    stated: stated(styles.language ?? themeLanguage(pack)),
    problems,
    trace: builder.trace,
  }
}

const unreadable = ({ main }: Package): NotText => ({
  notText: `it is a Word document whose text (${main}) cannot be read`,
})

const inOrder = (hints: Flow['hints']): Flow['hints'] =>
  hints.sort((a, b) => a.start - b.start || b.end - a.end)

const withProblems = (read: SourceDocument, archive: Archive): SourceDocument => ({
  ...read,
  problems: [...archive.problems, ...read.problems],
})

/** Writes the body and what belongs to it, and answers the stories besides the body. */
const writeAll = (pack: Package, flow: Flow, body: Story): readonly Story[] => {
  writeParagraphs(flow, body, body.paragraphs)
  const comments = readPart(pack, pack.ofType('comments')[0])
  if (comments) for (const item of itemsOf(comments)) writeItem(flow, comments, item, 'comment')
  const notes = (['footnote', 'endnote'] as const).map(kind => writeNotes(pack, flow, body, kind))
  const heads = headsOf(pack, body).map(name => readPart(pack, name))
  const found = [comments, ...notes, ...heads].filter(story => story !== null)
  for (const story of heads) if (story) writeItem(flow, story, story.paragraphs, 'running-head')
  return found
}

const readPart = ({ archive, room, problems }: Package, name: string | undefined): Story | null => {
  const part = name === undefined ? null : partText(archive, name, problems)
  return part && readStory(part, room, problems)
}

/** The headers and footers that a section shows, each once. */
const headsOf = (pack: Package, { references }: Story): readonly string[] => {
  const shown = references.filter(({ to }) => to === 'header' || to === 'footer')
  return [...new Set(shown.map(({ id }) => pack.byId(id)).filter(name => name !== undefined))]
}

/** Paragraphs by the comment or note that they belong to, without those that draw a line between notes and text. */
const itemsOf = (story: Story): readonly (readonly Paragraph[])[] => {
  const found: Paragraph[][] = []
  for (const paragraph of story.paragraphs) {
    const last = found.at(-1)
    if (last?.[0] && last[0].item === paragraph.item) last.push(paragraph)
    else found.push([paragraph])
  }
  return found.filter(([first]) => (first?.item?.kind ?? 'normal') === 'normal')
}

const writeNotes = (pack: Package, flow: Flow, body: Story, kind: 'footnote' | 'endnote'): Story | null => {
  const story = readPart(pack, pack.ofType(`${kind}s`)[0])
  if (!story) return null
  const numbers = numbersOf(body, kind)
  const numbered = itemsOf(story).map(item => ({ item, number: numbers.get(item[0]?.item?.id ?? '') }))
  const inTurn = numbered.sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0)
  for (const { item, number } of inTurn)
    writeItem(flow, story, item, 'footnote', number === undefined ? '' : `${number} `)
  return story
}

/** The number of each note: notes are counted in the order in which the text refers to them. */
const numbersOf = ({ references }: Story, kind: string): ReadonlyMap<string, number> => {
  const ids = new Set(references.filter(({ to }) => to === kind).map(({ id }) => id))
  return new Map([...ids].map((id, index) => [id, index + 1]))
}

const writeItem = (
  flow: Flow,
  story: Story,
  paragraphs: readonly Paragraph[],
  role: 'comment' | 'footnote' | 'running-head',
  number = '',
): void => {
  if (!paragraphs.some(({ runs }) => runs.some(({ words }) => /\S/.test(words)))) return
  if (flow.builder.length() > 0) flow.builder.insert('\n\n')
  const start = flow.builder.length()
  flow.builder.insert(number)
  writeParagraphs(flow, story, paragraphs)
  hint(flow, role, start, flow.builder.length())
}

const trackedChanges = (stories: readonly Story[]): readonly SourceProblem[] => {
  const sum = (of: 'inserted' | 'deleted'): number => stories.reduce((total, story) => total + story[of], 0)
  const [inserted, deleted] = [sum('inserted'), sum('deleted')]
  if (inserted + deleted === 0) return []
  const message = `The document has tracked changes: ${times(inserted, 'insertion')} and ${times(deleted, 'deletion')}; deleted text was kept and is marked as such.`
  return [{ kind: 'tracked-changes', message, count: inserted + deleted }]
}

const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const UNREAD: readonly (readonly [string, string])[] = [
  ['aFChunk', 'text put in from another format'],
  ['subDocument', 'text of another document'],
  ['diagramData', 'a diagram'],
  ['chart', 'a chart'],
]

/** What the document shows from parts that are not read. */
const leftOut = ({ ofType, archive }: Package): readonly SourceProblem[] =>
  UNREAD.flatMap(([type, what]) => {
    const names = ofType(type).filter(archive.has)
    if (names.length === 0) return []
    const message = `The document shows ${what} that was not read: ${names.slice(0, 5).join(', ')}.`
    return [{ kind: 'left-out', message, count: names.length }]
  })

/** The language of the settings, for a document whose styles state none. */
const themeLanguage = (pack: Package): string | null => {
  const part = partOfType(pack, 'settings')
  let found: string | null = null
  const open = (tag: { name: string; attribute: (name: string) => string | undefined }): void => {
    if (tag.name === 'w:themeFontLang') found ??= tag.attribute('w:val') ?? null
  }
  if (part) walkPart(part, { open, close: () => {}, text: () => {} }, pack.problems)
  return found
}

const stated = (language: string | null): StatedFacts => {
  const code = /^([a-z]{2})(?:[-_]|$)/i.exec(language ?? '')?.[1]
  return code === undefined ? {} : { language: code.toLowerCase() }
}
