import type { Span } from '../core/evidence/index.ts'
import { isAtMostOneWord, isWordEdge } from './words.ts'

/** A stretch of the old text and the stretch of the new text that may stand for it. Places in UTF-16 units. */
export interface Change {
  readonly old: Span
  readonly now: Span
  /** One edit explains it: words put in, taken out, or one word exchanged for others or others for one. */
  readonly isOneEdit: boolean
}

/** A stretch of words that stands in both texts. */
export interface Landmark {
  readonly old: Span
  readonly now: Span
}

/** An old text and a new one. */
export interface Texts {
  readonly old: string
  readonly now: string
}

const lengthOf = ({ start, end }: Span): number => end - start

const commonPrefix = (texts: Texts, old: Span, now: Span, limit: number): number => {
  let length = 0
  while (
    length < limit &&
    texts.old.charCodeAt(old.start + length) === texts.now.charCodeAt(now.start + length)
  )
    length++
  return length
}

const commonSuffix = (texts: Texts, old: Span, now: Span, limit: number): number => {
  let length = 0
  while (
    length < limit &&
    texts.old.charCodeAt(old.end - 1 - length) === texts.now.charCodeAt(now.end - 1 - length)
  )
    length++
  return length
}

const isEdgeInBoth = ({ old, now }: Texts, oldAt: number, nowAt: number): boolean =>
  isWordEdge(old, oldAt) && isWordEdge(now, nowAt)

/** The lengths that a change leaves alone before it and after it. */
interface Frame {
  readonly before: number
  readonly after: number
}

/** The first of the places from one to another, both included, in either direction, that fits. */
const firstFrom = (from: number, to: number, fits: (at: number) => boolean): number | undefined => {
  const step = from <= to ? 1 : -1
  for (let at = from; at !== to + step; at += step) if (fits(at)) return at
  return undefined
}

/**
 * Where one text is the other with words put in: the first and the last place between words where they may have been
 * put in. "a b" became "a a b" by an "a" before the first one or after it.
 */
const frameOfInsertion = ({ old, now }: Texts, gap: Landmark, frame: Frame): Frame | undefined => {
  const limit = Math.min(lengthOf(gap.old), lengthOf(gap.now))
  const [oldMore, nowMore] = [lengthOf(gap.old) - limit, lengthOf(gap.now) - limit]
  const fits = (at: number): boolean =>
    isEdgeInBoth({ old, now }, gap.old.start + at, gap.now.start + at) &&
    isEdgeInBoth({ old, now }, gap.old.start + at + oldMore, gap.now.start + at + nowMore)
  const first = firstFrom(limit - frame.after, frame.before, fits)
  const last = firstFrom(frame.before, limit - frame.after, fits)
  return first === undefined || last === undefined ? undefined : { before: first, after: limit - last }
}

/** The frame without words of which a part differs, and without what both of its sides claim. */
const frameOfWords = (texts: Texts, { old, now }: Landmark, frame: Frame): Frame => {
  const limit = Math.min(lengthOf(old), lengthOf(now))
  const twice = Math.max(0, frame.before + frame.after - limit)
  let [before, after] = [frame.before - twice, frame.after - twice]
  while (before > 0 && !isEdgeInBoth(texts, old.start + before, now.start + before)) before--
  while (after > 0 && !isEdgeInBoth(texts, old.end - after, now.end - after)) after--
  return { before, after }
}

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, end)

const within = ({ start, end }: Span, { before, after }: Frame): Span => ({
  start: start + before,
  end: end - after,
})

/**
 * The stretches between two fixed points that differ, or null where nothing does. What begins alike and ends alike is
 * left out, but nothing that an edit may have touched, and no part of a word of which another part differs.
 */
const changeBetween = (texts: Texts, gap: Landmark): Change | null => {
  const { old, now } = gap
  const limit = Math.min(lengthOf(old), lengthOf(now))
  const before = commonPrefix(texts, old, now, limit)
  if (before === lengthOf(old) && before === lengthOf(now)) return null
  const common = { before, after: commonSuffix(texts, old, now, limit) }
  const isInsertion = before + common.after >= limit
  const inserted = isInsertion ? frameOfInsertion(texts, gap, common) : undefined
  const frame = inserted ?? frameOfWords(texts, gap, common)
  const changed = { old: within(old, frame), now: within(now, frame) }
  const isOneEdit =
    isInsertion ||
    isAtMostOneWord(wordsOf(texts.old, changed.old)) ||
    isAtMostOneWord(wordsOf(texts.now, changed.now))
  return { ...changed, isOneEdit }
}

/** The landmarks, in the order of the old text, that are most and stand in the same order in the new one. */
const longestInOrder = (landmarks: readonly Landmark[]): readonly Landmark[] => {
  const ends: { readonly mark: Landmark; readonly before: number }[] = []
  const tails: number[] = []
  const startOf = (tail: number | undefined): number => ends[tail ?? -1]?.mark.now.start ?? -1
  for (const mark of landmarks) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (startOf(tails[middle]) <= mark.now.start) low = middle + 1
      else high = middle
    }
    ends.push({ mark, before: tails[low - 1] ?? -1 })
    tails[low] = ends.length - 1
  }
  const chain: Landmark[] = []
  for (let end = ends[tails.at(-1) ?? -1]; end; end = ends[end.before]) chain.push(end.mark)
  return chain.reverse()
}

/** The stretches between the landmarks; one that runs against those before it is passed over. */
const gapsBetween = (whole: Landmark, landmarks: readonly Landmark[]): readonly Landmark[] => {
  const gaps: Landmark[] = []
  let [old, now] = [whole.old.start, whole.now.start]
  for (const mark of landmarks) {
    const isNested = mark.old.start < old
    const fits = isNested ? mark.now.start - mark.old.start === now - old : mark.now.start >= now
    if (!fits) continue
    if (!isNested)
      gaps.push({ old: { start: old, end: mark.old.start }, now: { start: now, end: mark.now.start } })
    if (mark.old.end > old) [old, now] = [mark.old.end, mark.now.end]
  }
  gaps.push({ old: { start: old, end: whole.old.end }, now: { start: now, end: whole.now.end } })
  return gaps
}

/**
 * Everything that changed between two texts, in order. Where more than one edit was made, `landmarksIn` is asked for
 * words of the changed stretch that certainly stand in both texts, in the order of the old one; the changes are
 * sought between them.
 */
export const changesBetween = (
  texts: Texts,
  landmarksIn: (change: Change) => readonly Landmark[],
): readonly Change[] => {
  const whole = {
    old: { start: 0, end: texts.old.length },
    now: { start: 0, end: texts.now.length },
  }
  const change = changeBetween(texts, whole)
  if (!change) return []
  if (change.isOneEdit) return [change]
  return gapsBetween(whole, longestInOrder(landmarksIn(change)))
    .map(gap => changeBetween(texts, gap))
    .filter(one => one !== null)
}
