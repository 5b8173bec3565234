import type { Role } from '../core/documents/index.ts'
import { type PartText, walkPart } from './docx-package.ts'
import type { XmlTag, XmlVisitor } from './docx-xml.ts'
import type { SourceProblem } from './source.ts'

/** What a paragraph is by its style. */
export interface StyleSense {
  readonly role: Role | null
  readonly level: number | null
  readonly listed: boolean
  readonly hidden: boolean
}

/** The styles of a document, by id. */
export interface StyleSheet {
  readonly sense: (id: string | null) => StyleSense
  /** The language of text that states none, as the file writes it. */
  readonly language: string | null
}

interface Style {
  readonly id: string
  readonly isDefault: boolean
  name: string | null
  basedOn: string | null
  outline: number | null
  listed: boolean | null
  hidden: boolean | null
  language: string | null
}

interface Sheet {
  readonly styles: Map<string, Style>
  defaultLanguage: string | null
}

/** Reads the part that holds the styles; without one, ids are taken for names. */
export const readStyles = (part: PartText | null, problems: SourceProblem[]): StyleSheet => {
  const sheet: Sheet = { styles: new Map(), defaultLanguage: null }
  if (part) walkPart(part, gathering(sheet), problems)
  const senses = new Map<string | null, StyleSense>()
  const sense = (id: string | null): StyleSense => {
    const known = senses.get(id) ?? senseOf(sheet, id)
    senses.set(id, known)
    return known
  }
  const normal = [...sheet.styles.values()].find(({ isDefault }) => isDefault)
  return { sense, language: normal?.language ?? sheet.defaultLanguage }
}

const MOST = 50_000

const gathering = (sheet: Sheet): XmlVisitor => {
  let style: Style | null = null
  return {
    open: tag => {
      if (tag.name === 'w:style') {
        style = newStyle(tag)
        if (!sheet.styles.has(style.id)) sheet.styles.set(style.id, style)
      } else if (style) READERS.get(tag.name)?.(style, tag)
      else if (tag.name === 'w:lang') sheet.defaultLanguage ??= tag.attribute('w:val') ?? null
    },
    close: name => {
      if (name === 'w:style') style = null
    },
    text: () => {},
    isFull: () => sheet.styles.size > MOST,
  }
}

const newStyle = (tag: XmlTag): Style => ({
  id: tag.attribute('w:styleId') ?? '',
  isDefault: tag.attribute('w:type') === 'paragraph' && isOn(tag.attribute('w:default') ?? 'false'),
  name: null,
  basedOn: null,
  outline: null,
  listed: null,
  hidden: null,
  language: null,
})

/** Whether a property that may be written without a value is switched on. */
export const isOn = (value: string | undefined): boolean =>
  !['0', 'false', 'off', 'none'].includes(value ?? '1')

type StyleReader = (style: Style, tag: XmlTag) => void

const READERS: ReadonlyMap<string, StyleReader> = new Map(
  Object.entries<StyleReader>({
    'w:name': (style, tag) => {
      style.name ??= tag.attribute('w:val') ?? null
    },
    'w:basedOn': (style, tag) => {
      style.basedOn ??= tag.attribute('w:val') ?? null
    },
    'w:outlineLvl': (style, tag) => {
      style.outline = Number(tag.attribute('w:val') ?? Number.NaN)
    },
    'w:numId': (style, tag) => {
      style.listed = tag.attribute('w:val') !== '0'
    },
    'w:vanish': (style, tag) => {
      style.hidden = isOn(tag.attribute('w:val'))
    },
    'w:lang': (style, tag) => {
      style.language ??= tag.attribute('w:val') ?? null
    },
  }),
)

const LONGEST_CHAIN = 20

/** A style and those it is based on, nearest first; a circle ends where the chain is too long. */
const chain = (sheet: Sheet, id: string): readonly Style[] => {
  const found: Style[] = []
  for (let style = sheet.styles.get(id); style && found.length < LONGEST_CHAIN; ) {
    found.push(style)
    style = style.basedOn === null ? undefined : sheet.styles.get(style.basedOn)
  }
  return found
}

const PLAIN: StyleSense = { role: null, level: null, listed: false, hidden: false }

const senseOf = (sheet: Sheet, id: string | null): StyleSense => {
  if (id === null) return PLAIN
  const styles = chain(sheet, id)
  const names = styles.length > 0 ? styles.map(style => style.name ?? style.id) : [id]
  const named = names.map(byName).find(sense => sense !== null)
  const outline = styles.find(style => style.outline !== null)?.outline ?? null
  const level = levelOf(outline)
  return {
    ...PLAIN,
    ...(level === null ? {} : { role: 'heading', level }),
    ...named,
    listed: styles.find(style => style.listed !== null)?.listed ?? named?.role === 'list-item',
    hidden: styles.find(style => style.hidden !== null)?.hidden ?? false,
  }
}

/** The level of a heading for an outline level, which counts from 0; 9 is text. */
export const levelOf = (outline: number | null): number | null =>
  outline !== null && outline >= 0 && outline <= 8 ? outline + 1 : null

const BY_NAME: readonly (readonly [RegExp, Role])[] = [
  [/^title$/, 'title'],
  [/^subtitle$/, 'heading'],
  [/^caption$/, 'caption'],
  [/^(?:intense)?quote$|^blocktext$|^quotations?$/, 'quote'],
  [/^list(?:bullet|number)\d?$/, 'list-item'],
  [/^toc\d$/, 'navigation'],
]

/** The names of built-in styles are English in every language of Word; only their ids are translated. */
const byName = (name: string): { readonly role: Role; readonly level?: number } | null => {
  const plain = name.toLowerCase().replace(/[\s_-]+/g, '')
  const heading = /^heading([1-9])$/.exec(plain)
  if (heading) return { role: 'heading', level: Number(heading[1]) }
  const found = BY_NAME.find(([form]) => form.test(plain))
  return found ? { role: found[1] } : null
}
