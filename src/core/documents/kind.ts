import { formalKindOf } from './kindforms.ts'
import { type KindParts, type KindScene, kindPartsOf } from './kindparts.ts'
import { KIND_SIGNS, kindSignsOf } from './kindsigns.ts'
import { KIND_WEIGHTS, WEIGHED_KINDS } from './kindweights.ts'
import type { DocumentKind } from './reading.ts'

/** How little of a text is too little to tell what kind of document it is. */
const FEWEST_WORDS = 40

/** Signs of which a transcript has one, where no form shows the turns themselves. */
const OF_TRANSCRIPT = ['interview', 'label transcript 1', 'question and answer', 'asked in parliament'].map(
  name => KIND_SIGNS.indexOf(name) + 1,
)
/** What a page that states itself an article is only where a form shows it. */
const OF_PRESS = KIND_SIGNS.indexOf('states an article') + 1
const OFFICIAL: ReadonlySet<DocumentKind> = new Set(['law', 'treaty', 'resolution'])
const FEWEST_TURNS = 3

/** Whether the running text has a name and a colon before its lines again and again. */
const hasTurns = (body: string): boolean => {
  const times = new Map<string, number>()
  for (const [, name = ''] of body.matchAll(/^(?:\*\*|__)?(\p{Lu}[\p{L}.'’ -]{1,40}):(?:\*\*|__)?\s/gmu))
    times.set(name, (times.get(name) ?? 0) + 1)
  return [...times.values()].some(count => count >= FEWEST_TURNS)
}

const likeliest = (signs: readonly boolean[], { body }: KindParts): DocumentKind => {
  const couldBeTranscript = OF_TRANSCRIPT.some(sign => signs[sign]) || hasTurns(body)
  const isOfPress = signs[OF_PRESS] === true
  const isOut = (kind: DocumentKind): boolean =>
    (kind === 'transcript' && !couldBeTranscript) || (isOfPress && OFFICIAL.has(kind))
  const scores = WEIGHED_KINDS.map(kind => (isOut(kind) ? Number.NEGATIVE_INFINITY : 0))
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
  return parts.words < FEWEST_WORDS ? 'unknown' : likeliest([true, ...kindSignsOf(parts)], parts)
}
