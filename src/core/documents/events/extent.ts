import type { Span } from '../../evidence/index.ts'

const CLAUSE_END =
  /[;:—]|\s–\s|, (?:and|but|which|who|where|while|although|though|as|after|before|when|until|adding|saying|citing)\b| (?:because|although|while|when|until|unless|but)\b/g
const CLAUSE_START =
  /[;:—]\s|\s–\s|, (?:and|but|while|although|though|as|after|before|when|so|yet|where) |\b(?:that|because|although|while|when|where|whether|if|until|unless|but|after|before) /g
const MOST = 150

/** Where the clause ends in which a verb stands that ends at `from`. */
export const clauseEnd = (text: string, from: number, sentence: Span): number => {
  const rest = text.slice(from, Math.min(sentence.end, from + MOST))
  const [end] = rest.matchAll(CLAUSE_END)
  return from + (end?.index ?? rest.length)
}

/** Where the clause begins in which a verb stands that begins at `at`. */
export const clauseStart = (text: string, at: number, sentence: Span): number => {
  const from = Math.max(sentence.start, at - 2 * MOST)
  const starts = [...text.slice(from, at).matchAll(CLAUSE_START)]
  const last = starts.at(-1)
  return last ? from + last.index + last[0].length : from
}
