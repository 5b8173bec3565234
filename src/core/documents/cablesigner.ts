import type { Day } from '../calendar/index.ts'
import type { CableHeader } from './cable/outline.ts'
import type { PeopleKnown } from './lexicon.ts'
import type { PersonMention } from './mention.ts'
import { surnameKey } from './personruns.ts'
import { holderOf } from './titles.ts'

/** A telegram of the Department bears the name of the Secretary of State, whoever wrote it. */
const OF_DEPARTMENT = /^(?:SEC ?STATE|STATE|DEPARTMENT OF STATE|RUEHC)(?!\p{L})/iu

/**
 * The person who signs a cable: the Secretary of State of the day under a cable of the Department, else the name as it
 * stands. `undefined` where nobody signs, or the name was read already as that of somebody named in the text.
 */
export const signerOf = (
  text: string,
  { signature, from, messageReference }: CableHeader,
  known: PeopleKnown,
  day: Day | undefined,
  persons: readonly PersonMention[],
): PersonMention | undefined => {
  if (!signature || persons.some(one => one.start < signature.end && signature.start < one.end))
    return undefined
  const { value, start, end } = signature
  const isDepartment =
    OF_DEPARTMENT.test(from?.value ?? '') || /^\d{2,4} ?STATE/.test(messageReference?.value ?? '')
  const holder = isDepartment ? holderOf(known, surnameKey(value), day, ['secretary']) : undefined
  return {
    kind: 'person',
    start,
    end,
    text: text.slice(start, end),
    value: { name: holder?.person ?? value },
    confidence: holder ? 'high' : 'medium',
    rule: 'person-signature',
  }
}
