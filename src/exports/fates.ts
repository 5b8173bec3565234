import type { Span } from '../core/evidence/index.ts'
import type { Change, Texts } from './alignment.ts'
import { CONTEXT } from './places.ts'
import { areAttached } from './words.ts'

/** Where a stretch of the old text is in the new one: its start there, or why it cannot be said. */
export type Fate = number | 'changed' | 'ambiguous'

/** The change follows the words at once, and makes another expression of them: "5" becomes "5%". */
const extendsAfter = ({ old, now }: Texts, change: Change, words: Span): boolean => {
  const last = old.charAt(words.end - 1)
  const next = [old.charAt(change.old.start), now.charAt(change.now.start)]
  return change.old.start === words.end && next.some(unit => areAttached(last, unit))
}

/** The change ends where the words begin, and makes another expression of them: "5" becomes "$5". */
const extendsBefore = ({ old, now }: Texts, change: Change, words: Span): boolean => {
  const first = old.charAt(words.start)
  const previous = [old.charAt(change.old.end - 1), now.charAt(change.now.end - 1)]
  return change.old.end === words.start && previous.some(unit => areAttached(unit, first))
}

const touches = (texts: Texts, change: Change, words: Span): boolean =>
  (change.old.start < words.end && change.old.end > words.start) ||
  extendsAfter(texts, change, words) ||
  extendsBefore(texts, change, words)

const isNear = ({ old }: Change, words: Span): boolean =>
  old.start - words.end < CONTEXT && words.start - old.end < CONTEXT

/** The index of the first change that ends at a place of the old text or after it. */
const firstReaching = (changes: readonly Change[], at: number): number => {
  let [low, high] = [0, changes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle]?.old.end ?? at) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Tells whether words stand in a stretch of a text; each question is looked up once. */
const stretchSearcher = (text: string): ((stretch: Span, words: string) => boolean) => {
  const known = new Map<string, boolean>()
  return ({ start, end }, words) => {
    const question = `${start} ${end} ${words}`
    const answer = known.get(question) ?? text.slice(start, end).includes(words)
    known.set(question, answer)
    return answer
  }
}

/**
 * Gives what became of a stretch of the old text, by the changes in order. Words beside a change of several edits are
 * ambiguous where the change has taken or brought the same words: then either may be meant.
 */
export const fateFinder = (texts: Texts, changes: readonly Change[]): ((words: Span) => Fate) => {
  const standsInOld = stretchSearcher(texts.old)
  const standsInNow = stretchSearcher(texts.now)
  const confuses = (change: Change | undefined, words: Span, exact: string): boolean =>
    change !== undefined &&
    !change.isOneEdit &&
    isNear(change, words) &&
    (standsInOld(change.old, exact) || standsInNow(change.now, exact))
  return words => {
    const exact = texts.old.slice(words.start, words.end)
    let next = firstReaching(changes, words.start)
    for (let change = changes[next]; change && change.old.start <= words.end; change = changes[++next]) {
      if (touches(texts, change, words)) return standsInNow(change.now, exact) ? 'ambiguous' : 'changed'
      if (change.old.start >= words.end) break
    }
    const [before, after] = [changes[next - 1], changes[next]]
    if (confuses(before, words, exact) || confuses(after, words, exact)) return 'ambiguous'
    return words.start + (before ? before.now.end - before.old.end : 0)
  }
}
