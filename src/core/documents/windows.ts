/** The part of a text around a word, beginning and ending between words. */
export interface Window {
  readonly from: number
  readonly text: string
}

const BEFORE = 160
const AFTER = 200

const wordStart = (text: string, place: number): number => {
  if (place <= 0) return 0
  const blank = text.slice(place, place + BEFORE).search(/\s/)
  return blank < 0 ? place : place + blank + 1
}

/**
 * The surroundings of every word that `keyword` finds, so that long expressions are run on at most 360 characters
 * each time. Windows overlap where keywords stand close.
 */
export function* windowsAround(text: string, keyword: RegExp): Generator<Window> {
  for (const match of text.matchAll(keyword)) {
    const from = wordStart(text, match.index - BEFORE)
    yield { from, text: text.slice(from, match.index + AFTER) }
  }
}

/** Every match of the forms near a keyword; a match may come more than once. Places count from the window's `from`. */
export function* formsNear(
  text: string,
  keyword: RegExp,
  forms: readonly RegExp[],
): Generator<{ readonly from: number; readonly match: RegExpExecArray }> {
  for (const { from, text: near } of windowsAround(text, keyword))
    for (const form of forms) for (const match of near.matchAll(form)) yield { from, match }
}
