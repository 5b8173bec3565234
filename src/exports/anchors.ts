import type { Span } from '../core/evidence/index.ts'
import { type Change, changesBetween, type Landmark, type Texts } from './alignment.ts'
import { type NamedText, type Stretch, wordsInContext } from './annotations.ts'
import { type Fate, fateFinder } from './fates.ts'
import {
  type NotAnnotations,
  readAnnotations,
  type WrittenAnnotation,
  type WrittenAnnotations,
} from './incoming.ts'
import { occurrencesIn } from './occurrences.ts'
import { CONTEXT, codePointFinder, codePointLength } from './places.ts'
import { isWordEdge } from './words.ts'

/**
 * Why an annotation has no place in a text. `changed`: its words, or the word they are part of, were edited.
 * `ambiguous`: its words stand there, and it cannot be told whether they are the same ones. `not-found`: its words
 * do not stand there between the words that stood around them. `misplaced`: its words were not where it says in
 * the very text that it names.
 */
export type OrphanReason = 'changed' | 'ambiguous' | 'not-found' | 'misplaced'

interface Held {
  readonly id: string
  readonly list: string
  readonly kind: string
  /** The words, to the letter. */
  readonly text: string
  /** Where they stood in the text that was annotated, in UTF-16 units. */
  readonly was: Span
}

/** Words found again, to the letter: `start` and `end` in UTF-16 units of the text, and in code points. */
export interface Anchored extends Held, Span {
  readonly is: 'exact'
  readonly codePoints: Span
}

/** Words that have no certain place in the text. */
export interface Orphaned extends Held {
  readonly is: 'orphaned'
  readonly reason: OrphanReason
}

export type Anchor = Anchored | Orphaned

/** What became of annotations on a text. */
export interface Reanchored {
  /** Whether the text is the one that was annotated. */
  readonly isSameText: boolean
  /** In the order of the annotations. */
  readonly anchors: readonly Anchor[]
}

const quoteStretch = ({ place, prefix, exact, suffix }: WrittenAnnotation): Stretch => ({
  start: place.start - prefix.length,
  end: place.end + suffix.length,
  text: prefix + exact + suffix,
})

/** The text that stretches make together, or null where they leave a gap. */
const joined = (stretches: readonly Stretch[]): string | null => {
  const parts: string[] = []
  let end = 0
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    if (stretch.start > end) return null
    parts.push(stretch.text.slice(end - stretch.start))
    end = Math.max(end, stretch.end)
  }
  return parts.join('')
}

/** The annotated text, put together from what the annotations quote; null where its hash is not the stated one. */
const annotatedText = (
  { annotations, unquoted, sha256 }: WrittenAnnotations,
  hash: (text: string) => string,
): string | null => {
  const text = joined([...annotations.map(quoteStretch), ...unquoted])
  return text !== null && hash(text) === sha256 ? text : null
}

const contexts = (annotations: readonly WrittenAnnotation[]): readonly string[] =>
  annotations.map(wordsInContext)

/** Words whose surroundings repeat themselves may be found again a step further: they prove nothing. */
const repeatsItself = (annotation: WrittenAnnotation): boolean => {
  const { prefix, suffix, exact } = annotation
  const whole = wordsInContext(annotation)
  return (
    (whole.indexOf(prefix, 1) >= 0 && prefix !== '') ||
    (suffix !== '' && whole.indexOf(suffix) < prefix.length + exact.length)
  )
}

/** A short context is all that stood there: then the text must begin or end with it again. */
const isWhole = ({ prefix, suffix }: WrittenAnnotation, found: Span, text: string): boolean =>
  (codePointLength(prefix) === CONTEXT || found.start === prefix.length) &&
  (codePointLength(suffix) === CONTEXT || found.end + suffix.length === text.length)

const areWholeWords = (text: string, { start, end }: Span): boolean =>
  isWordEdge(text, start) && isWordEdge(text, end)

/** Where the words stand with all of their context, which is at one place of the text only. */
const placeInContext = (
  annotation: WrittenAnnotation,
  text: string,
  places: ReturnType<typeof occurrencesIn>,
): Span | undefined => {
  const found = places.get(wordsInContext(annotation))
  if (!found?.isOnly || annotation.exact === '' || repeatsItself(annotation)) return undefined
  const start = found.first + annotation.prefix.length
  const place = { start, end: start + annotation.exact.length }
  return isWhole(annotation, place, text) && areWholeWords(text, place) ? place : undefined
}

const isWithin = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The words of a changed stretch that stand, with their context, once in either text and inside the stretch. */
const landmarksOf = (
  { old, now }: Texts,
  annotations: readonly WrittenAnnotation[],
  change: Change,
): readonly Landmark[] => {
  const inside = annotations.filter(({ place }) => isWithin(change.old, place))
  const before = occurrencesIn(old, contexts(inside))
  const after = occurrencesIn(now, contexts(inside))
  return inside
    .filter(one => before.get(wordsInContext(one))?.isOnly)
    .flatMap(one => {
      const place = placeInContext(one, now, after)
      return place && isWithin(change.now, place) ? [{ old: one.place, now: place }] : []
    })
    .sort((a, b) => a.old.start - b.old.start || a.now.start - b.now.start)
}

type Judge = (annotation: WrittenAnnotation) => Fate | OrphanReason

/** On the text itself every place stands, where the annotation tells the truth. */
const onSameText = (): Judge => annotation => annotation.place.start

const spanKey = ({ start, end }: Span): string => `${start}-${end}`

/** Words moved with all that stands around them: landmarks out of order, where the new text has no words of its own. */
const movedTo = (landmarks: readonly Landmark[], changes: readonly Change[]): ReadonlyMap<string, number> =>
  new Map(
    landmarks
      .filter(({ now }) => changes.some(change => isWithin(change.now, now)))
      .map(({ old, now }) => [spanKey(old), now.start]),
  )

/** On a changed text, the old one known: by what changed between them. */
const onChangedText = (texts: Texts, annotations: readonly WrittenAnnotation[]): Judge => {
  let landmarks: readonly Landmark[] = []
  const changes = changesBetween(texts, change => {
    landmarks = landmarksOf(texts, annotations, change)
    return landmarks
  })
  const moved = movedTo(landmarks, changes)
  const fateOf = fateFinder(texts, changes)
  return ({ place }) => {
    if (place.start === place.end) return 'ambiguous'
    const fate = fateOf(place)
    return typeof fate === 'number' ? fate : (moved.get(spanKey(place)) ?? fate)
  }
}

/** On another text, the old one not known: only words that stood once and stand once, with all of their context. */
const onUnknownText = (text: string, annotations: readonly WrittenAnnotation[]): Judge => {
  const places = occurrencesIn(text, contexts(annotations))
  return annotation => {
    const found = places.get(wordsInContext(annotation))
    if (!found) return 'not-found'
    const place = annotation.isUnique ? placeInContext(annotation, text, places) : undefined
    return place?.start ?? 'ambiguous'
  }
}

/** Refuses to believe a place where the text, if it is known, has other words. */
const believing =
  (old: string | null, judge: Judge): Judge =>
  annotation =>
    old === null || old.slice(annotation.place.start, annotation.place.end) === annotation.exact
      ? judge(annotation)
      : 'misplaced'

const anchorsBy = (
  judge: Judge,
  text: string,
  annotations: readonly WrittenAnnotation[],
): readonly Anchor[] => {
  const codePoints = codePointFinder(text)
  return annotations.map((annotation): Anchor => {
    const { id, list, kind, exact, place } = annotation
    const held = { id, list, kind, text: exact, was: place }
    const fate = judge(annotation)
    if (typeof fate !== 'number') return { is: 'orphaned', ...held, reason: fate }
    const end = fate + exact.length
    if (text.slice(fate, end) !== exact) return { is: 'orphaned', ...held, reason: 'changed' }
    const inCodePoints = { start: codePoints(fate), end: codePoints(end) }
    return { is: 'exact', ...held, start: fate, end, codePoints: inCodePoints }
  })
}

/** Places that count something else than code points, seen by the text that they count in. */
const wrongUnit = (
  old: string | null,
  annotations: readonly WrittenAnnotation[],
): NotAnnotations | undefined => {
  if (old === null) return undefined
  const codePoints = codePointFinder(old)
  const wrong = annotations.find(({ place, codePoints: { start } }) => codePoints(place.start) !== start)
  if (!wrong) return undefined
  const {
    id,
    place,
    codePoints: { start },
  } = wrong
  return {
    wrong: `The annotation ${JSON.stringify(id)} begins at ${start}; counted in code points it is ${codePoints(place.start)}.`,
    wayOut:
      'Positions count Unicode code points, with UTF-16 units in "pacta:utf16". Give what `pacta read FILE --annotations` wrote.',
  }
}

/**
 * Finds the words of annotations again in a text. `json` is the text of a collection or page as `annotationCollection`
 * makes it, `hash` gives the SHA-256 of a text as UTF-8. On the text that was annotated every annotation is exact. On
 * a changed text an annotation is exact, at its new place, where its words are the same words, and else orphaned; it
 * is never moved to other words. Never throws on what the JSON holds.
 */
export const reanchor = (
  json: string,
  { text, sha256 }: Pick<NamedText, 'text' | 'sha256'>,
  hash: (text: string) => string,
): Reanchored | NotAnnotations => {
  const written = readAnnotations(json)
  if ('wrong' in written) return written
  const { annotations } = written
  const isSameText = written.sha256 === sha256
  const old = isSameText ? text : annotatedText(written, hash)
  const problem = wrongUnit(old, annotations)
  if (problem) return problem
  const judge = isSameText
    ? onSameText()
    : old === null
      ? onUnknownText(text, annotations)
      : onChangedText({ old, now: text }, annotations)
  return { isSameText, anchors: anchorsBy(believing(old, judge), text, annotations) }
}
