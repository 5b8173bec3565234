import type { OrganisationMention } from './mention.ts'
import { endOf, gapAfter, keyAt, keyOf, startOf, startsUpper, type Words, wordAt } from './words.ts'

/** Nouns with which a text calls an organisation again, each by the heads of the names it can stand for. */
const NOUNS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['agency', ['agency']],
  ['organization', ['organization', 'organisation']],
  ['organisation', ['organization', 'organisation']],
  ['alliance', ['alliance']],
  ['observatory', ['observatory']],
  ...'council committee subcommittee commission assembly board court tribunal secretariat institute foundation association federation ministry department center centre times post journal coalition campaign'
    .split(' ')
    .map((noun): [string, readonly string[]] => [noun, [noun]]),
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

/** "told Parliament": the parliament that the reader knows, whose State the words do not say. */
const isBareParliament = (words: Words, index: number): boolean =>
  wordAt(words, index) === 'Parliament' &&
  gapAfter(words, index - 1) === ' ' &&
  /^(?:told|in|to|before|by|through|that|if|whether|when|and|but|as|of|from|into|with|asked|informed|addressed|dissolved|after|until|while|recalled)$/.test(
    keyAt(words, index - 1),
  ) &&
  !/^ (?:\p{Lu}|(?:of|building|square|hill|street)(?!\p{L}))/u.test(
    words.text.slice(endOf(words, index), endOf(words, index) + 10),
  )

/** The parliament that the text names, or no more than the word. */
const parliamentAt = (
  words: Words,
  index: number,
  named: readonly OrganisationMention[],
): OrganisationMention => ({
  kind: 'organisation',
  start: startOf(words, index),
  end: endOf(words, index),
  text: wordAt(words, index),
  value: named.find(({ value }) => /\b[Pp]arliament\b/.test(value.name))?.value ?? {
    id: 'parliament',
    name: 'Parliament',
    type: 'gov',
    listed: false,
  },
  confidence: 'medium',
  rule: 'organisation-pointer',
})

/** The organisations that a text calls again by a noun with a capital: the last before it that is named with that noun. */
export const organisationPointers = (
  words: Words,
  named: readonly OrganisationMention[],
): readonly OrganisationMention[] =>
  words.keys.flatMap((key, index): OrganisationMention[] => {
    if (key === 'parliament' && isBareParliament(words, index)) return [parliamentAt(words, index, named)]
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
