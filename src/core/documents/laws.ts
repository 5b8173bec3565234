import type { Iso3 } from '../states/index.ts'
import type { LawMention, StateMention } from './mention.ts'
import { spanAt } from './sentences.ts'
import { type HeadedForms, headed } from './windows.ts'
import { isCapitalAt, type Words } from './words.ts'

const CAP = "(?:\\p{Lu}[\\p{L}'’-]{0,30}|U\\.S\\.)"
const SMALL = '(?:of|on|for|the|and|to|in|against|with|relating|concerning|regarding)'
const BRACKETED = '\\(\\p{Lu}[^()\\n]{2,40}\\)'
const NAME = `(?<!\\p{L})(?:${CAP}|${BRACKETED})(?:(?: ${SMALL}){0,3} (?:${CAP}|${BRACKETED})){0,12}`
const YEAR = '(?:19|20)\\d{2}'
const TITLED = '(?! (?:of the (?:United Nations|Convention|Conference|Meeting)))'

/** The forms in which statutes, orders and policies are named. */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `${NAME} (?:Act|Ordinance|Bill|Regulations?|Code|Law|Rule|Order|Amendment)(?:,? (?:of )?${YEAR})?(?: \\(No\\.? ?\\d+\\))?${TITLED}(?![\\p{L}])`,
    'uy',
  ),
  new RegExp(`(?:[Cc]luster [Mm]unitions? )(?:\\(?[Pp]rohibitions?\\)? )?Act(?: (?:of )?${YEAR})?`, 'uy'),
  new RegExp(
    `(?:Federal |Presidential |Organic |Royal |Executive |Government |Public |Legislative |Ministerial )?(?:Law|Decree|Decree-Law|Act|Ordinance|Order|Resolution|Directive|Regulation|Bill)(?: \\(EU\\))? (?:No\\.?|Nr\\.?|Number|№|n[°º]) ?[\\w./-]*\\d[\\w./-]*(?: of (?:\\d{1,2} [\\p{Lu}][\\p{Ll}]+ )?${YEAR})?`,
    'uy',
  ),
  /Executive Order \d{4,5}|E\.O\. ?\d{4,5}|Public Law \d{2,3}-\d{1,4}|(?:H\.R\.|S\.) ?\d{2,5}|Bill [CS]-\d{1,3}|Directive \d{4}\.\d{1,3}/uy,
  new RegExp(
    `(?:(?:Department|Ministry|Office) of (?:the )?)?(?:${CAP} ){0,4}(?:Policy|Strategy|Directive|Guidelines|Code of Conduct) (?:on|for) ${NAME}`,
    'uy',
  ),
  new RegExp(`(?:Law|Act|Decree|Statute) (?:on|for|of|concerning) (?:the )?${NAME}`, 'uy'),
  /(?<!\p{L})(?:Penal|Criminal|Civil|War Materials?|Military Munitions) (?:Code|Act|Rule)(?: of \p{Lu}\p{L}+)?/uy,
]
/** What ends in the same nouns and is no law. */
const NOT_LAW =
  /^(?:(?:The|This|That|A|An|In|Under|By|Our|International|Humanitarian|Customary|Rome|Martial|Common|Public International|World|Civil|Human Rights|New) )*(?:Law|Order|Rule|Code|Bill|Act|Humanitarian Law|Rights Law|International Humanitarian Law|Human Rights Law|Customary Law)$|^(?:Security Council|General Assembly|UN|United Nations) Resolution|^Statute of (?:the )?\p{Lu}$|Standing Order|Working Order|World Order|\bConvention\b|\bTreaty\b|^(?:President|Mr|Mrs|Dr|General|Judge|Professor|Rep|Sen)\.? /u

const HEADS: ReadonlySet<string> = new Set(
  'act acts law laws decree order ordinance policy code bill rule regulation regulations directive resolution amendment statute e.o. h.r. s strategy guidelines'.split(
    ' ',
  ),
)

/** Words at the head of a sentence that are no part of the name. */
const LEADING =
  /^(?:The|This|That|Its|Their|Under|In|By|With|Both|And|But|If|When|While|Our|A|An|On|As|Since|Later|Also) /

/** The statutes, orders and policies that a text names. `states` tells whose they are. */
export const lawMentions = (words: Words, states: readonly StateMention[]): readonly LawMention[] => {
  const { text } = words
  const found: LawMention[] = []
  const naming: HeadedForms = {
    heads: HEADS,
    forms: FORMS,
    canBegin: (key, at) => isCapitalAt(text, at) || key === 'cluster',
    canHead: at => isCapitalAt(text, at),
  }
  for (const { 0: whole, index } of headed(words, naming)) {
    const start = index + (LEADING.exec(whole)?.[0].length ?? 0)
    const end = index + whole.length
    const name = text.slice(start, end).replace(/\s+/g, ' ')
    if (NOT_LAW.test(name) || name.split(' ').length < 2 || /\n/.test(text.slice(start, end))) continue
    const iso3 = stateIn(states, start, end)
    found.push({
      kind: 'law',
      start,
      end,
      text: text.slice(start, end),
      value: { name, ...(iso3 && { iso3 }) },
      confidence: 'medium',
      rule: 'law-name',
    })
  }
  return longest(found)
}

const stateIn = (states: readonly StateMention[], start: number, end: number): Iso3 | undefined => {
  const inside = states[spanAt(states, end - 1)]
  return inside && inside.end > start - 3 ? inside.value.iso3 : undefined
}

/** Of overlapping names the longest, in order of place. */
export const longest = <M extends { readonly start: number; readonly end: number }>(
  all: readonly M[],
): readonly M[] => {
  const kept: M[] = []
  for (const one of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1)
    if (!last || one.start >= last.end) kept.push(one)
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one
  }
  return kept
}
