import type { Span } from '../core/evidence/index.ts'
import { ANNOTATION_CONTEXT, type Stretch, UNIT } from './annotations.ts'
import { codePointLength } from './places.ts'

/** An annotation as it was written down: `place` in UTF-16 units of its text, `codePoints` in code points. */
export interface WrittenAnnotation {
  readonly id: string
  /** The list of the reading that it comes from, and its kind; empty where it does not say. */
  readonly list: string
  readonly kind: string
  readonly place: Span
  readonly codePoints: Span
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly isUnique: boolean
}

/** Annotations of one text, with the hash of that text as UTF-8. */
export interface WrittenAnnotations {
  readonly sha256: string
  readonly annotations: readonly WrittenAnnotation[]
  readonly unquoted: readonly Stretch[]
}

/** Why a JSON value is no annotations of ours, and what to give instead; both are sentences. */
export interface NotAnnotations {
  readonly wrong: string
  readonly wayOut: string
}

const WAY_OUT = 'Give what `pacta read FILE --annotations` wrote.'
const IN_UNITS = `Positions count Unicode code points, with UTF-16 units in "pacta:utf16". ${WAY_OUT}`

class Unreadable extends Error {
  readonly wayOut: string
  constructor(message: string, wayOut: string = WAY_OUT) {
    super(message)
    this.wayOut = wayOut
  }
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const spanOf = (value: unknown): Span | undefined => {
  const { start, end } = fieldsOf(value)
  return isCount(start) && isCount(end) && start <= end ? { start, end } : undefined
}

const selectorOf = (target: Fields, type: string): Fields | undefined =>
  listOf(target.selector)
    .filter(isFields)
    .find(selector => selector.type === type)

const hashIn = (source: unknown): string => {
  const name = wordOf(isFields(source) ? source.id : source)
  return /^urn:sha256:([0-9a-f]{64})$/.exec(name)?.[1] ?? ''
}

const quoteIn = (target: Fields, who: string) => {
  const { exact, prefix, suffix, ...rest } = fieldsOf(selectorOf(target, 'TextQuoteSelector'))
  if (typeof exact !== 'string' || typeof prefix !== 'string' || typeof suffix !== 'string')
    throw new Unreadable(`${who} has no TextQuoteSelector with exact, prefix and suffix.`)
  return { exact, prefix, suffix, isUnique: rest['pacta:unique'] === true }
}

const placesIn = (target: Fields, who: string) => {
  const selector = selectorOf(target, 'TextPositionSelector')
  const codePoints = spanOf(selector)
  if (!selector || !codePoints) throw new Unreadable(`${who} has no TextPositionSelector with start and end.`)
  const place = spanOf(selector['pacta:utf16'])
  if (!place) throw new Unreadable(`${who} does not state its place in UTF-16 units.`, IN_UNITS)
  return { codePoints, place }
}

/** Refuses places whose length is not that of the words in their unit. */
const checkUnits = ({ codePoints, place, exact }: WrittenAnnotation, who: string): void => {
  const expected = codePointLength(exact)
  if (codePoints.end - codePoints.start !== expected)
    throw new Unreadable(
      `${who} stands from ${codePoints.start} to ${codePoints.end}, but its words are ${expected} code points long.`,
      IN_UNITS,
    )
  if (place.end - place.start !== exact.length)
    throw new Unreadable(
      `${who} stands from ${place.start} to ${place.end} in UTF-16 units, but its words are ${exact.length} of them long.`,
      IN_UNITS,
    )
}

const annotationFrom = (value: unknown, number: number): WrittenAnnotation & { readonly sha256: string } => {
  const { id, body, target } = fieldsOf(value)
  const who = `Annotation ${number}${typeof id === 'string' ? ` (${JSON.stringify(id.slice(0, 120))})` : ''}`
  const aim = fieldsOf(target)
  const said = fieldsOf(listOf(body)[0])
  const sha256 = hashIn(aim.source)
  if (sha256 === '') throw new Unreadable(`${who} does not name its text as urn:sha256:...`)
  const annotation = {
    id: wordOf(id) || `#${number}`,
    list: wordOf(said['pacta:list']),
    kind: wordOf(said.value),
    ...placesIn(aim, who),
    ...quoteIn(aim, who),
    sha256,
  }
  checkUnits(annotation, who)
  return annotation
}

const stretchFrom = (value: unknown): Stretch => {
  const { text } = fieldsOf(value)
  const span = spanOf(value)
  if (!span || typeof text !== 'string' || text.length !== span.end - span.start)
    throw new Unreadable('A stretch of "pacta:unquoted" lacks its place or its words.')
  return { ...span, text }
}

const itemsIn = (whole: Fields): readonly unknown[] => {
  const page = whole.type === 'AnnotationCollection' ? whole.first : whole
  const items = fieldsOf(page).items
  if (Array.isArray(items)) return items
  if (whole.type === 'AnnotationCollection' && whole.total === 0) return []
  throw new Unreadable('The collection does not hold its annotations: they should stand in "first", "items".')
}

const oneTextOf = (hashes: ReadonlySet<string>): string => {
  const [sha256 = '', ...others] = hashes
  if (others.length === 0) return sha256
  throw new Unreadable(`The annotations speak of ${hashes.size} texts.`, 'Give the annotations of one text.')
}

const isAnnotations = (value: unknown): value is Fields =>
  isFields(value) &&
  listOf(value['@context']).includes(ANNOTATION_CONTEXT) &&
  (value.type === 'AnnotationCollection' || value.type === 'AnnotationPage')

const writtenFrom = (value: unknown): WrittenAnnotations => {
  if (!isAnnotations(value))
    throw new Unreadable('It is JSON, but no W3C AnnotationCollection or AnnotationPage.')
  const about = fieldsOf(value['pacta:text'])
  if ('unit' in about && about.unit !== UNIT)
    throw new Unreadable(`Its positions count ${JSON.stringify(about.unit)}.`, IN_UNITS)
  const annotations = itemsIn(value).map((item, index) => annotationFrom(item, index + 1))
  const hashes = new Set(annotations.map(({ sha256 }) => sha256))
  const stated = hashIn(about.source)
  if (stated !== '') hashes.add(stated)
  const unquoted = value['pacta:unquoted']
  return {
    sha256: oneTextOf(hashes),
    annotations,
    unquoted: Array.isArray(unquoted) ? unquoted.map(stretchFrom) : [],
  }
}

/** The annotations in the text of a JSON file, a collection or a page; or what is wrong with it. Never throws. */
export const readAnnotations = (json: string): WrittenAnnotations | NotAnnotations => {
  try {
    return writtenFrom(JSON.parse(json))
  } catch (error) {
    if (error instanceof Unreadable) return { wrong: error.message, wayOut: error.wayOut }
    if (error instanceof SyntaxError) return { wrong: 'It is not JSON.', wayOut: WAY_OUT }
    throw error
  }
}
