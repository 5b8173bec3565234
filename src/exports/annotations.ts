import type { DocumentReading } from '../core/documents/index.ts'
import type { Span } from '../core/evidence/index.ts'
import { occurrencesIn } from './occurrences.ts'
import { codePointFinder, prefixAt, suffixAt } from './places.ts'

/** The lists of a reading that become annotations, with the word for one of each and what it does for its words. */
const LISTS = {
  zones: { one: 'zone', motivation: 'tagging' },
  mentions: { one: 'mention', motivation: 'identifying' },
  quotations: { one: 'quotation', motivation: 'tagging' },
  reported: { one: 'reported', motivation: 'tagging' },
  events: { one: 'event', motivation: 'tagging' },
} as const

type List = keyof typeof LISTS
type Motivation = (typeof LISTS)[List]['motivation']

/** What of a reading is exported. */
export type Annotated = Pick<DocumentReading, List>
type Item = Annotated[List][number]

/** Which list of the reading an annotation comes from, as one of it is called. */
export type Listed = (typeof LISTS)[List]['one']

/** A text and what is known of it: its SHA-256 as UTF-8, and the name of its file. */
export interface NamedText {
  readonly text: string
  readonly sha256: string
  readonly file: string
}

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
export const UNIT = 'Unicode code point'

/** The terms that the standard does not have. What is JSON stays JSON for readers of linked data. */
const OWN_TERMS = {
  pacta: 'urn:pacta:',
  'pacta:item': { '@id': 'pacta:item', '@type': '@json' },
  'pacta:utf16': { '@id': 'pacta:utf16', '@type': '@json' },
  'pacta:text': { '@id': 'pacta:text', '@type': '@json' },
  'pacta:unquoted': { '@id': 'pacta:unquoted', '@type': '@json' },
} as const

/** `start` and `end` (exclusive) count Unicode code points; `pacta:utf16` has the same places in UTF-16 units. */
export interface PositionSelector extends Span {
  readonly type: 'TextPositionSelector'
  readonly 'pacta:utf16': Span
}

/** The words to the letter, with up to 32 code points on each side. */
export interface QuoteSelector {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Whether the words with what stands on both sides are at one place of the text only. */
  readonly 'pacta:unique': boolean
}

/** What is said of the words. `value` is the kind; `pacta:item` has every field of the reading but the place. */
export interface AnnotationBody {
  readonly type: 'TextualBody'
  readonly format: 'text/plain'
  readonly purpose: Motivation
  readonly value: string
  readonly 'pacta:list': Listed
  readonly 'pacta:item': Readonly<Record<string, unknown>>
}

export interface Annotation {
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: Motivation
  readonly body: AnnotationBody
  readonly target: {
    readonly type: 'SpecificResource'
    /** `urn:sha256:` and the hash of the decoded text. */
    readonly source: string
    readonly 'pacta:file': string
    readonly selector: readonly [PositionSelector, QuoteSelector]
  }
}

/** A stretch of the text that no annotation quotes; places in UTF-16 units. */
export interface Stretch extends Span {
  readonly text: string
}

/** A W3C collection of annotations with its one page. */
export interface AnnotationCollection {
  readonly '@context': readonly [typeof ANNOTATION_CONTEXT, typeof OWN_TERMS]
  readonly id: string
  readonly type: 'AnnotationCollection'
  readonly label: string
  readonly total: number
  readonly 'pacta:text': {
    readonly source: string
    readonly file: string
    readonly unit: typeof UNIT
    readonly codePoints: number
    readonly utf16: number
  }
  readonly 'pacta:unquoted': readonly Stretch[]
  readonly first: {
    readonly id: string
    readonly type: 'AnnotationPage'
    readonly partOf: string
    readonly startIndex: 0
    readonly items: readonly Annotation[]
  }
  readonly last: string
}

/** The kind of an item as the reading has it; what has none is called as one of its list. */
const kindOf = (item: Item, list: List): string => {
  if ('type' in item && typeof item.type === 'string') return item.type
  if ('kind' in item && typeof item.kind === 'string') return item.kind
  return LISTS[list].one
}

const fieldsOf = (item: Item, exact: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([name, value]) => name !== 'start' && name !== 'end' && !(name === 'text' && value === exact),
    ),
  )

const quoteAt = (text: string, { start, end }: Span) => ({
  exact: text.slice(start, end),
  prefix: prefixAt(text, start),
  suffix: suffixAt(text, end),
})

type Quote = ReturnType<typeof quoteAt>

/** Words with what stands on both sides, as one string. */
export const wordsInContext = ({ prefix, exact, suffix }: Quote): string => prefix + exact + suffix

interface Quoted {
  readonly list: List
  readonly item: Item
  readonly quote: Quote
}

const quotedItems = (text: string, reading: Annotated): readonly Quoted[] =>
  (Object.keys(LISTS) as readonly List[]).flatMap(list =>
    reading[list].map((item: Item) => ({ list, item, quote: quoteAt(text, item) })),
  )

/** The stretches that no quotation covers, context included: with them the annotations hold the whole text. */
const unquotedIn = (text: string, quoted: readonly Quoted[]): readonly Stretch[] => {
  const covered = quoted
    .map(({ item, quote }) => ({
      start: item.start - quote.prefix.length,
      end: item.end + quote.suffix.length,
    }))
    .sort((a, b) => a.start - b.start)
  const stretches: Stretch[] = []
  let at = 0
  for (const { start, end } of [...covered, { start: text.length, end: text.length }]) {
    if (start > at) stretches.push({ start: at, end: start, text: text.slice(at, start) })
    at = Math.max(at, end)
  }
  return stretches
}

/** Makes names that stand once: the second of the same name ends in `:2`. */
const namer = (): ((name: string) => string) => {
  const seen = new Map<string, number>()
  return name => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}:${count}`
  }
}

const bodyOf = ({ list, item, quote }: Quoted): AnnotationBody => ({
  type: 'TextualBody',
  format: 'text/plain',
  purpose: LISTS[list].motivation,
  value: kindOf(item, list),
  'pacta:list': LISTS[list].one,
  'pacta:item': fieldsOf(item, quote.exact),
})

const sourceOf = ({ sha256 }: NamedText): string => `urn:sha256:${sha256}`
const nameOf = ({ sha256 }: NamedText): string => `urn:pacta:${sha256.slice(0, 32)}`

/** What of the text every annotation needs. */
interface Ground {
  readonly named: NamedText
  readonly codePoints: (at: number) => number
  readonly nameOnce: (name: string) => string
}

const selectorsOf = ({ item, quote }: Quoted, { codePoints }: Ground, isUnique: boolean) =>
  [
    {
      type: 'TextPositionSelector',
      start: codePoints(item.start),
      end: codePoints(item.end),
      'pacta:utf16': { start: item.start, end: item.end },
    },
    { type: 'TextQuoteSelector', ...quote, 'pacta:unique': isUnique },
  ] as const

const annotationOf = (quoted: Quoted, ground: Ground, isUnique: boolean): Annotation => {
  const { named, nameOnce } = ground
  const selector = selectorsOf(quoted, ground, isUnique)
  const body = bodyOf(quoted)
  const [{ start, end }] = selector
  const kind = encodeURIComponent(body.value)
  return {
    id: nameOnce(`${nameOf(named)}:${body['pacta:list']}:${kind}:${start}-${end}`),
    type: 'Annotation',
    motivation: body.purpose,
    body,
    target: { type: 'SpecificResource', source: sourceOf(named), 'pacta:file': named.file, selector },
  }
}

/**
 * What was read in a text as a W3C collection of annotations: zones, mentions, quotations, reported statements and
 * events. Places count Unicode code points, with the UTF-16 units of the reading beside them; places inside
 * `pacta:item` stay in UTF-16 units. The ids follow from the text, the kinds and the places alone.
 */
export const annotationCollection = (named: NamedText, reading: Annotated): AnnotationCollection => {
  const { text, file } = named
  const quoted = quotedItems(text, reading)
  const places = occurrencesIn(
    text,
    quoted.map(({ quote }) => wordsInContext(quote)),
  )
  const ground: Ground = { named, codePoints: codePointFinder(text), nameOnce: namer() }
  const items = quoted.map(one =>
    annotationOf(one, ground, places.get(wordsInContext(one.quote))?.isOnly === true),
  )
  const id = `${nameOf(named)}:annotations`
  return {
    '@context': [ANNOTATION_CONTEXT, OWN_TERMS],
    id,
    type: 'AnnotationCollection',
    label: `What Pacta read in ${file}`,
    total: items.length,
    'pacta:text': {
      source: sourceOf(named),
      file,
      unit: UNIT,
      codePoints: ground.codePoints(text.length),
      utf16: text.length,
    },
    'pacta:unquoted': unquotedIn(text, quoted),
    first: { id: `${id}:1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
    last: `${id}:1`,
  }
}
