import { splitsCodePoint } from './places.ts'

/** The joints inside a word: what stands before and after the place. */
const JOINTS: readonly (readonly [RegExp, RegExp])[] = [
  [/[\p{L}\p{M}\p{N}_]$/u, /^[\p{L}\p{N}_]/u],
  [/[\p{L}\p{M}\p{N}_]$/u, /^['’][\p{L}\p{N}]/u],
  [/[\p{L}\p{M}\p{N}_]['’]$/u, /^[\p{L}\p{N}]/u],
  [/\p{N}$/u, /^[.,]\p{N}/u],
  [/\p{N}[.,]$/u, /^\p{N}/u],
  [/\p{Regional_Indicator}$/u, /^\p{Regional_Indicator}/u],
  [/\u200d$/u, /^/u],
  [/$/u, /^[\p{M}\p{Emoji_Modifier}\u200c\u200d]/u],
]

/**
 * Whether the UTF-16 index is at the edge of a word: not inside a word, a number ("1,000"), a word with an
 * apostrophe ("Norway's"), a letter with its marks, or an emoji of several code points. Where a script has no
 * spaces, a word is all that stands between two signs of punctuation.
 */
export const isWordEdge = (text: string, at: number): boolean => {
  if (at <= 0 || at >= text.length) return true
  if (splitsCodePoint(text, at)) return false
  const before = text.slice(Math.max(0, at - 4), at)
  const after = text.slice(at, at + 4)
  return !JOINTS.some(([left, right]) => left.test(before) && right.test(after))
}

/** What may come to stand beside a word without making another word of it. */
const LOOSE = /[\s.,;:!?()[\]{}"'“”„‘’«»…]/

/** Whether two neighbouring UTF-16 units make one expression, as in "50%", "US-led" or "$5". */
export const areAttached = (left: string, right: string): boolean =>
  left !== '' && right !== '' && !LOOSE.test(left) && !LOOSE.test(right)

/** Whether the text is one word, or none. */
export const isAtMostOneWord = (text: string): boolean => !/\s/.test(text.trim())
