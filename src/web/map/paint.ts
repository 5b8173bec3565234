import type { Paint } from '../words.ts'

/** The colours without a pattern: State Party, State not party, and a claimed suspension, which has its outline. */
const SOLID: readonly Paint[] = ['party', 'non_party', 'suspension_claimed']

/** The fill attribute of a paint from the pattern set `id`; `undefined` where the style sheet's solid fill serves. */
export const fillOf = (paint: Paint, id: string): string | undefined =>
  SOLID.includes(paint) ? undefined : `url(#${id}-${paint})`
