import type { Span } from '../evidence/index.ts'
import type { Lexicon } from './lexicon.ts'
import type { ArticleMention, ArticleValue, TreatyMention } from './mention.ts'
import { spanAt } from './sentences.ts'

/** A text with the treaties that it mentions, in order of place. */
export interface ArticleScene {
  readonly text: string
  readonly treaties: readonly TreatyMention[]
  readonly sentences: readonly Span[]
  /** The treaty that the text is about. */
  readonly main: string | undefined
  /** The treaty that the text itself is; undefined where it is none, or none that is known. */
  readonly own: string | undefined
  readonly known: Lexicon['treaties']
}

const GAP = '[ \\u00a0\\n]{1,2}'
const NUMBER = '(\\d{1,3}(?: ?bis| ?ter)?|[IVX]{1,6}(?![\\p{L}\\d]))'
const SUB = '(?:(?: ?\\((\\d{1,2})\\))?(?: ?\\(([a-z]|[ivx]{1,4})\\))?(?: ?\\([ivx]{1,4}\\))?)'
const WORD = '(?<![\\p{L}\\d])(?:[Aa]rticles?|ARTICLES?|[Aa]rts?\\.|[Aa]rt(?=\\s\\d))'
const PARAGRAPH = '[Pp]ara(?:graph)?s?\\.?'
/** "Article 21", "Article 17(2)", "art. 1(1)(c)", "Article VI", "Article 1, paragraph 1(c)", "Article 4 para. 2". */
const ARTICLE = new RegExp(
  `${WORD}${GAP}${NUMBER}${SUB}(?:,?${GAP}${PARAGRAPH}${GAP}(\\d{1,2})(?: ?\\(([a-z])\\))?)?(?![\\p{L}\\d])`,
  'gu',
)
/** What stands before it when the paragraph comes first: "paragraph 2 of Article 17", "Article 21's paragraph 3". */
const BEFORE = new RegExp(
  `(?:${PARAGRAPH}${GAP}(\\d{1,2})(?: ?\\(([a-z])\\))?)(?: of|,)${GAP}(?:the )?$`,
  'u',
)
/** Further articles after the first of several: "Articles 3 and 4", "Articles 1, 2 and 9". */
const MORE = new RegExp(
  `^(?:,${GAP}|,?${GAP}(?:and|or|to|through)${GAP}|[-–])${NUMBER}${SUB}(?![\\p{L}\\d%])`,
  'u',
)

interface Found extends Span {
  readonly value: Omit<ArticleValue, 'treaty'>
  /** Where the list of articles ends that this one is part of. */
  readonly listEnd: number
}

const provisionOf = (article: string, paragraph?: string, point?: string): Omit<ArticleValue, 'treaty'> => ({
  article: article.replace(/\s+/g, ''),
  ...(paragraph !== undefined && { paragraph }),
  ...(point !== undefined && { point }),
})

const firstOf = (text: string, match: RegExpExecArray): Found => {
  const [whole, number = '', inBrackets, point, paragraph, pointAfter] = match
  const before = BEFORE.exec(text.slice(Math.max(0, match.index - 40), match.index))
  const end = match.index + whole.length
  return {
    start: match.index - (before?.[0].length ?? 0),
    end,
    listEnd: end,
    value: provisionOf(number, inBrackets ?? paragraph ?? before?.[1], point ?? pointAfter ?? before?.[2]),
  }
}

const MOST = 12

/** The article at a match and those listed after it. */
const listFrom = (text: string, match: RegExpExecArray): readonly Found[] => {
  const first = firstOf(text, match)
  const found = [first]
  let at = first.end
  if (/^[Aa]rt(?:icle)?s|^ARTICLES/.test(match[0]))
    while (found.length < MOST) {
      const more = MORE.exec(text.slice(at, at + 40))
      if (!more) break
      const end = at + more[0].length
      const words = more[0].replace(/^[^\p{L}\d]{0,4}(?:(?:and|or|to|through)[^\p{L}\d]{1,2})?/u, '')
      found.push({
        start: end - words.length,
        end,
        listEnd: end,
        value: provisionOf(more[1] ?? '', more[2], more[3]),
      })
      at = end
    }
  return found.map(one => ({ ...one, listEnd: at }))
}

const OF_INSTRUMENT =
  /^(?:,? (?:paragraph|para\.?) \d+(?:\([a-z]\))?)?,? (?:of|to|in|from|under) (?:the |this |that |its |our )?/u
const OTHER_INSTRUMENT =
  /^(?:\p{L}+['’]s )?(?:[\p{L}-]+ ){0,4}?(?:Charter|Constitution|Code|Law|Act|Statute|Decree|Regulations?|Rules|Ordinance|Geneva Conventions?|Covenant|law|constitution|statute|act|decree|code|bill)\b/u

/** "art. 9(2) ATT", "Article 5 of NATO": what letters stand for that are no treaty here, nobody can tell. */
const LETTERS_NEXT = /^ (?:of (?:the )?)?\p{Lu}{2,7}(?![\p{L}\d])/u

/** "Articles 4 and 5 of the CCM and the APMBC, respectively": the treaty that stands in the place of the article. */
const respective = (
  { text, treaties }: ArticleScene,
  list: readonly Found[],
  at: number,
): string | undefined => {
  const end = list[0]?.listEnd ?? 0
  const own: TreatyMention[] = []
  for (let index = spanAt(treaties, end) + 1; own.length < list.length; index++) {
    const next = treaties[index]
    const from = own.at(-1)?.end ?? end
    if (!next || next.start < from || !/^(?: of|,| and|, and) (?:the )?$/.test(text.slice(from, next.start)))
      break
    own.push(next)
  }
  const last = own.at(-1)
  const isSo =
    last && own.length === list.length && /^,? respectively\b/.test(text.slice(last.end, last.end + 15))
  return isSo && list.length > 1 ? own[at]?.value.treaty : undefined
}

/** The treaty named directly after an article ("Article 21 of the CCM") or before it ("the CCM's Article 21"). */
const treatyBeside = ({ text, treaties }: ArticleScene, one: Found): string | null | undefined => {
  const rest = text.slice(one.listEnd, one.listEnd + 120).replace(/\s/g, ' ')
  const link = OF_INSTRUMENT.exec(rest)
  if (link) {
    const from = one.listEnd + link[0].length
    const next = treaties[spanAt(treaties, from + 8)] ?? treaties[0]
    const after = [next, treaties[spanAt(treaties, from + 8) + 1]].find(
      treaty => treaty && treaty.start >= one.listEnd && treaty.start <= from + 6,
    )
    if (after) return after.value.treaty
    if (OTHER_INSTRUMENT.test(rest.slice(link[0].length))) return null
  }
  const behind = treaties[spanAt(treaties, one.listEnd + 1)]
  if (behind?.start === one.listEnd + 1) return behind.value.treaty
  if (LETTERS_NEXT.test(rest) && !text.slice(one.start, one.end).startsWith('ARTICLE')) return null
  const before = treaties[spanAt(treaties, one.start)]
  if (
    before &&
    before.end <= one.start &&
    one.start - before.end <= 4 &&
    !/[.;]/.test(text.slice(before.end, one.start))
  )
    return before.value.treaty
  return undefined
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** The number that an article has, in digits or Roman numerals. */
const numberOf = (article: string): number => {
  if (/^\d/.test(article)) return Number.parseInt(article, 10)
  const values = [...article].map(letter => ROMAN[letter] ?? 0)
  return values.reduce((sum, value, at) => (value < (values[at + 1] ?? 0) ? sum - value : sum + value), 0)
}

/** Whether a treaty can have an article of this number; one whose articles nobody has counted can. */
const canHave = ({ known }: ArticleScene, treaty: string, article: string): boolean =>
  numberOf(article) <= (known.get(treaty)?.articles ?? Number.POSITIVE_INFINITY)

const MOST_BACK = 12

/** The treaty last mentioned before a place in its sentence or the one before, else the one that the text is about. */
const treatyNear = (scene: ArticleScene, place: number, article: string): string | undefined => {
  const { treaties, sentences, main, known } = scene
  const from = spanAt(treaties, place)
  const here = spanAt(sentences, place)
  for (let index = from; index >= 0 && from - index < MOST_BACK; index--) {
    const before = treaties[index]
    if (!before || before.start >= place || !canHave(scene, before.value.treaty, article)) continue
    const distance = here - spanAt(sentences, before.start)
    // A treaty without a pack is seldom what an article elsewhere belongs to.
    const isClose =
      distance === 0 || (distance === 1 && known.get(before.value.treaty)?.articles !== undefined)
    return isClose || main === undefined || !canHave(scene, main, article) ? before.value.treaty : main
  }
  return treaties
    .slice(from + 1, from + 1 + MOST_BACK)
    .find(treaty => treaty.start > place && canHave(scene, treaty.value.treaty, article))?.value.treaty
}

/** "Article 9. Relation to other instruments": the heading of a provision of the text itself. */
const isOwn = (text: string, { start, end }: Span): boolean =>
  /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 6), start)) &&
  /^(?:[.:]|\s*\n| ?[—–-] )/.test(text.slice(end, end + 3))

/** Whether words just before an article name another instrument that it belongs to ("Charter, Article 51"). */
const followsOther = (text: string, start: number): boolean =>
  /(?:Charter|Constitution|Code|Law|Act|Statute|Decree)(?:['’]s)?,? $/.test(
    text.slice(Math.max(0, start - 24), start),
  )

const confidenceOf = (beside: string | null | undefined): ArticleMention['confidence'] =>
  beside === undefined ? 'medium' : 'high'

/** Marks of a newspaper's article, a website's or an article of trade. */
const isProvision = (text: string, { start, end }: Span): boolean =>
  !/(?:news|this|an|blog|see|previous|related) $/i.test(text.slice(Math.max(0, start - 9), start)) &&
  !/^ (?:minutes?|comments?|views)\b/.test(text.slice(end, end + 10))

/** The provisions that a text names, each with the treaty that the words or those before it give. */
export const articleMentions = (scene: ArticleScene): readonly ArticleMention[] => {
  const { text } = scene
  if (!/art/i.test(text)) return []
  const mentions: ArticleMention[] = []
  for (const match of text.matchAll(ARTICLE)) {
    const list = listFrom(text, match)
    for (const [at, one] of list.entries()) {
      if (!isProvision(text, one)) continue
      const beside = respective(scene, list, at) ?? treatyBeside(scene, one)
      const treaty =
        beside ??
        (beside === null || followsOther(text, one.start)
          ? null
          : isOwn(text, one)
            ? (scene.own ?? null)
            : (treatyNear(scene, one.start, one.value.article) ?? null))
      mentions.push({
        kind: 'article',
        start: one.start,
        end: one.end,
        text: text.slice(one.start, one.end),
        value: { treaty, ...one.value },
        confidence: confidenceOf(beside),
        rule: beside === undefined ? 'article-by-context' : 'article-of-treaty',
      })
    }
  }
  return mentions
}
