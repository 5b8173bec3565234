import type { Hit } from './lexicon.ts'
import type { OrganisationMention } from './mention.ts'
import { isAllCaps, keyAt, type Words } from './words.ts'

/** "the Commonwealth of Australia" is a State, "the Commonwealth of Independent States" another group. */
const isLongerName = (words: Words, hit: Hit): boolean =>
  keyAt(words, hit.last) === 'commonwealth' &&
  keyAt(words, hit.last + 1) === 'of' &&
  keyAt(words, hit.last + 2) !== 'nations'

/** The organisations that a text mentions: the groups of States that the world data knows. */
export const organisationMentions = (words: Words, hits: readonly Hit[]): readonly OrganisationMention[] =>
  hits.flatMap(hit => {
    const [entry] = hit.entries
    if (entry?.is !== 'organisation' || isLongerName(words, hit)) return []
    const text = words.text.slice(hit.start, hit.end)
    const short = isAllCaps(text) && text.replace(/\W/g, '').length < 3
    return [
      {
        kind: 'organisation',
        start: hit.start,
        end: hit.end,
        text,
        value: { id: entry.id },
        confidence: short ? 'medium' : 'high',
        rule: 'organisation-name',
      },
    ]
  })
