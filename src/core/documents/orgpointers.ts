import type { OrganisationMention } from './mention.ts'
import { endOf, gapAfter, keyAt, keyOf, startOf, startsUpper, type Words, wordAt } from './words.ts'

/** Nouns with which a text calls an organisation again, each by the heads of the names it can stand for. */
const NOUNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['agency', ['agency']],
  ['organization', ['organization', 'organisation']],
  ['organisation', ['organization', 'organisation']],
  ['alliance', ['alliance']],
])
const ALLIANCE = 'NATO'

/** The words of a name that may head it: the first noun, and the last. */
const headsOf = ({ value: { id, name } }: OrganisationMention): readonly string[] => {
  const words = name.split(/[\s-]+/).map(keyOf)
  const of = words.findIndex(word => /^(?:of|for|on|against|to)$/.test(word))
  const head = words[(of < 0 ? words.length : of) - 1] ?? ''
  return id === ALLIANCE ? [head, 'alliance'] : [head]
}

/** "the Agency", written as a name within a sentence and not the beginning of one. */
const isPointer = (words: Words, index: number): boolean =>
  startsUpper(wordAt(words, index)) &&
  /^(?:the|this|our|that)$/.test(keyAt(words, index - 1)) &&
  gapAfter(words, index - 1) === ' ' &&
  !(gapAfter(words, index) === ' ' && /^(?:of|for|on|against)$/.test(keyAt(words, index + 1))) &&
  !(/^[ -]$/.test(gapAfter(words, index)) && startsUpper(wordAt(words, index + 1)))

/** The organisations that a text calls again by a noun with a capital: the last before it that is named with that noun. */
export const organisationPointers = (
  words: Words,
  named: readonly OrganisationMention[],
): readonly OrganisationMention[] =>
  words.keys.flatMap((key, index): OrganisationMention[] => {
    const heads = NOUNS.get(key)
    if (!heads || !isPointer(words, index)) return []
    const [start, end] = [startOf(words, index), endOf(words, index)]
    if (named.some(one => one.start < end && start < one.end)) return []
    const meant = named.findLast(one => one.end <= start && headsOf(one).some(head => heads.includes(head)))
    if (!meant) return []
    return [
      {
        kind: 'organisation',
        start,
        end,
        text: wordAt(words, index),
        value: meant.value,
        confidence: 'medium',
        rule: 'organisation-pointer',
      },
    ]
  })
