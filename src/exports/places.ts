/** How many code points of the text stand on each side of the words in a quotation. */
export const CONTEXT = 32

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Whether the UTF-16 index lies between the two halves of a code point. */
export const splitsCodePoint = (text: string, at: number): boolean =>
  isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))

/** How many code points the text has; half a surrogate pair counts as one. */
export const codePointLength = (text: string): number => {
  let count = text.length
  for (let at = 1; at < text.length; at++) if (splitsCodePoint(text, at)) count--
  return count
}

/** Gives the code points before a UTF-16 index; the text is looked through once, however many are asked for. */
export const codePointFinder = (text: string): ((at: number) => number) => {
  const seconds: number[] = []
  for (let at = 1; at < text.length; at++) if (splitsCodePoint(text, at)) seconds.push(at)
  return at => {
    let [low, high] = [0, seconds.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((seconds[middle] ?? at) < at) low = middle + 1
      else high = middle
    }
    return at - low
  }
}

/** The UTF-16 index that many code points before or after another one, or the end of the text on that side. */
const stepped = (text: string, from: number, codePoints: number, step: -1 | 1): number => {
  let at = from
  for (let n = 0; n < codePoints && at + step >= 0 && at + step <= text.length; n++) {
    at += step
    if (splitsCodePoint(text, at)) at += step
  }
  return at
}

/** Up to 32 code points before a UTF-16 index. */
export const prefixAt = (text: string, at: number): string => text.slice(stepped(text, at, CONTEXT, -1), at)

/** Up to 32 code points from a UTF-16 index on. */
export const suffixAt = (text: string, at: number): string => text.slice(at, stepped(text, at, CONTEXT, 1))
