import { followsName } from './capitals.ts'
import { type Cover, coverOf } from './cover.ts'
import type { Hit, PlaceEntry } from './lexicon.ts'
import type { PlaceMention, StateMention } from './mention.ts'
import { gapAfter, keyAt, startsUpper, type Words, wordAt } from './words.ts'

/** Where places are looked for, and the words that are already something else. */
export interface PlaceScene {
  readonly words: Words
  readonly hits: readonly Hit[]
  readonly states: readonly StateMention[]
  /** Names of organisations and persons: a city in them is no place of its own. */
  readonly taken: Cover
}

const isPlace = (entry: Hit['entries'][number]): entry is PlaceEntry => entry.is === 'place'

/** Words after a city that make it part of another name: "Geneva Conventions", "Oslo Process", "Paris Agreement". */
const MAKES_NAME =
  /^(?:conventions?|process|treaty|agreements?|accords?|protocol|declaration|principles|post|times|summit)$/
/** Names of cities that are given names, surnames or common words too. */
const DOUBTFUL =
  /^(?:nice|split|bor|gao|male|victoria|sofia|florence|hamilton|kingston|georgetown|perth|darwin|sydney|cork|bath|reading|san jose|santiago|lima|wellington|washington|tripoli|brest|gori|beira|porto|linz|graz|mons|cali|peja|texas|virginia|alexandria|santo|bali|hue|tyre|hama|nis|ada|kazan|lincoln|stanley|castries|roseau|basel|leipzig|dalian|of|apia|honolulu)$/

const isLocated = (words: Words, first: number): boolean =>
  /^(?:in|at|near|from|to|outside|inside|around|across|through|via|into|toward|towards|over|between|of|leaving|reached|visited|visiting|based|downtown|central|southern|northern|eastern|western)$/.test(
    keyAt(words, first - 1),
  )

const isNamePart = (words: Words, { first, last }: Hit): boolean => {
  const next = wordAt(words, last + 1)
  if (gapAfter(words, last) === ' ' && MAKES_NAME.test(next.toLowerCase())) return true
  return followsName(words, first) && !isLocated(words, first) && startsUpper(wordAt(words, first - 1))
}

/** The towns and regions of a text, where they are places and not governments, persons or parts of other names. */
export const placeMentions = ({ words, hits, states, taken }: PlaceScene): readonly PlaceMention[] => {
  // "Portuguese Timor" is a place and mentions a State.
  const named = hits.filter(hit => hit.last > hit.first && hit.entries.some(isPlace))
  const isWithin = (state: StateMention): boolean =>
    state.value.as === 'adjective' && named.some(({ start, end }) => start === state.start && state.end < end)
  const governments = coverOf(named.length > 0 ? states.filter(state => !isWithin(state)) : states)
  return hits.flatMap((hit): readonly PlaceMention[] => {
    const entry = hit.entries.find(isPlace)
    const key = words.text.slice(hit.start, hit.end).toLowerCase()
    if (!entry || governments.touches(hit) || taken.touches(hit) || isNamePart(words, hit)) return []
    if (DOUBTFUL.test(key) && !isLocated(words, hit.first) && !/^,/.test(gapAfter(words, hit.last))) return []
    return [
      {
        kind: 'place',
        start: hit.start,
        end: hit.end,
        text: words.text.slice(hit.start, hit.end),
        value: entry.value,
        confidence: DOUBTFUL.test(key) ? 'medium' : 'high',
        rule: 'place-name',
      },
    ]
  })
}
