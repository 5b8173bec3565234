import type { Confidence, Span } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { StateMention, StateValue } from './mention.ts'

/** A name found in a text with the States it may mean; the name of a `former` State may stand for one of today. */
export interface FoundState {
  /** The likeliest first. */
  readonly states: readonly Iso3[]
  readonly as: StateValue['as']
  readonly government: boolean
  readonly former: boolean
  readonly confidence: Confidence
  readonly rule: string
}

/** The mention that a found name makes at its place in the text; none where no State is left that it may mean. */
export const stateMentionOf = (
  text: string,
  { start, end }: Span,
  { states, as, government, former, confidence, rule }: FoundState,
): readonly StateMention[] => {
  const [iso3, ...others] = states
  if (iso3 === undefined) return []
  const value: StateValue = {
    iso3,
    as,
    government,
    ...(former && { former }),
    ...(others.length > 0 && { others }),
  }
  return [{ kind: 'state', start, end, text: text.slice(start, end), value, confidence, rule }]
}
