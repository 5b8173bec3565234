import { day } from '../../src/core/calendar/index.ts'
import { type Claim, checkDocument } from '../../src/core/claims/index.ts'
import { buildLexicon, type Lexicon, readDocument } from '../../src/core/documents/index.ts'
import { shipped } from '../support.ts'

let kept: Lexicon | undefined
const lexicon = (): Lexicon => {
  const { world, treaties } = shipped().register
  kept ??= buildLexicon(world, [...treaties.values()])
  return kept
}

export const TODAY = day('2026-11-22')

/** The claims of a text as of a day (or of none), settled by what is known in November 2026. */
export const claimsIn = (text: string, date?: string): readonly Claim[] => {
  const reading = readDocument(text, lexicon(), date === undefined ? {} : { date: day(date) })
  return checkDocument(text, reading, shipped().register, { knownAt: TODAY })
}

/** Each claim as `kind verdict`. */
export const verdictsIn = (text: string, date?: string): readonly string[] =>
  claimsIn(text, date).map(({ kind, verdict }) => `${kind} ${verdict}`)
