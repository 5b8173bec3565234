import type { Span } from '../../evidence/index.ts'
import type { Deed, EventScene } from './deed.ts'
import { ownerBefore } from './nouns.ts'
import { agentOf } from './objects.ts'
import type { Trigger } from './triggers.ts'

const SUM =
  '(?:(?:US|A|C|NZ)?[$€£] ?\\d[\\d.,]*(?:[ -](?:million|billion|thousand))?|\\d[\\d.,]* (?:million |billion )?(?:dollars|euros?|kroner|kronor|francs|pounds|yen))'
const GIFT = '(?:pledge|commitment|contribution|donation|grant|package)'
const PLEDGE = new RegExp(
  `(?:\\b[Aa]n? )?(?:commitment|pledge|promise|decision) to (?:spend|give|invest|provide|contribute|donate) (?:up to |over |about |some |around )?${SUM}|(?:\\b[Aa]n? )?(?:(?:additional|new|further|first|total|initial) )?(?:${SUM}(?:[ -]\\p{Ll}+){0,3}[ -]${GIFT}|${GIFT} of (?:up to |over |about |some |around )?${SUM})(?!\\p{L})(?: (?:to|for) \\p{Ll}+(?: \\p{Ll}+)?)?`,
  'gu',
)
const MONEY = ['$', '€', '£', 'dollars', 'euro', 'kroner', 'kronor', 'francs', 'pounds', 'yen']
const TRIGGER: Trigger = { family: 'statement', type: 'funding-promised', needs: 'nothing' }

/** Sums that a sentence calls a pledge or a grant: "a $75 million pledge", "Norway’s contribution of 3 million euros". */
export const pledgesIn = (scene: EventScene, sentence: Span): readonly Deed[] => {
  const { text } = scene.words
  const told = text.slice(sentence.start, sentence.end)
  if (!MONEY.some(sign => told.includes(sign))) return []
  return [...told.matchAll(PLEDGE)].map(match => {
    const at = sentence.start + match.index
    const end = at + match[0].length
    const owner = ownerBefore(scene, at, sentence.start)
    const agent = owner ? undefined : agentOf(scene, end, Math.min(sentence.end, end + 60))
    return {
      trigger: TRIGGER,
      word: -1,
      start: owner?.start ?? at,
      end: agent?.end ?? end,
      parties: owner?.parties ?? agent?.parties ?? [],
      recipients: [],
      object: null,
      isFuture: false,
      isNegated: false,
      governor: '',
      subject: owner,
      rule: 'pledge',
    }
  })
}
