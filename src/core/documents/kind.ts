import { formalKindOf } from './kindforms.ts'
import { type KindScene, kindPartsOf } from './kindparts.ts'
import { kindSignsOf } from './kindsigns.ts'
import { KIND_WEIGHTS, WEIGHED_KINDS } from './kindweights.ts'
import type { DocumentKind } from './reading.ts'

/** How little of a text is too little to tell what kind of document it is. */
const FEWEST_WORDS = 40

const likeliest = (signs: readonly boolean[]): DocumentKind => {
  const scores = WEIGHED_KINDS.map(() => 0)
  signs.forEach((has, sign) => {
    if (!has) return
    KIND_WEIGHTS[sign]?.forEach((weight, kind) => {
      scores[kind] = (scores[kind] ?? 0) + weight
    })
  })
  return WEIGHED_KINDS[scores.indexOf(Math.max(...scores))] ?? 'unknown'
}

/**
 * What kind of document a text that is no cable is: by a form that only one kind has, else the likeliest by the signs
 * of all kinds together (decision 8); `unknown` of a text of few words.
 */
export const kindOf = (scene: KindScene): DocumentKind => {
  const told = formalKindOf(scene)
  if (told) return told
  const parts = kindPartsOf(scene)
  return parts.words < FEWEST_WORDS ? 'unknown' : likeliest([true, ...kindSignsOf(parts)])
}
