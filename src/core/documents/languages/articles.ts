import type { Span } from '../../evidence/index.ts'
import type { TreatyNames } from '../entries.ts'
import type { ArticleMention, ArticleValue, TreatyMention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { number } from './dateforms.ts'
import { hanNumber } from './handates.ts'
import type { Language } from './language.ts'
import { PROVISIONS, type Provisions } from './provisions.ts'

/** A text with the treaties that it mentions, in order of place. */
interface Scene {
  readonly text: string
  readonly treaties: readonly TreatyMention[]
  readonly known: ReadonlyMap<string, TreatyNames>
}

type Provision = Omit<ArticleValue, 'treaty'>

interface Found extends Span {
  readonly value: Provision
  /** Where the list of articles begins and ends that this one is part of. */
  readonly list: Span
}

/** How the articles of a language are found. */
interface Reader {
  readonly pattern: RegExp
  readonly more: RegExp
  readonly before: RegExp
  readonly provisions: Provisions
  readonly numberOf: (text: string) => string
}

const GAP = '[ \\u00a0\\u202f\\n]{1,2}'
const DIGITS = '[0-9٠-٩]'
const NUMBER = `${DIGITS}{1,3}(?: ?bis| ?ter|\\.?[ºª°])?|[IVX]{1,6}(?![\\p{L}\\d])`
/** A paragraph in brackets or after a point, and a letter: "17(2)", "2.1", "1(1)(c)". */
const SUB = `(?: ?\\((${DIGITS}{1,2})\\)|\\.(${DIGITS}{1,2})(?![\\d.]))?(?: ?\\((\\p{Ll}|\\p{Lo})\\))?`

const spaced = (source: string): string => source.replaceAll(' ?', '\\s?').replaceAll(' ', GAP)

const readerFor = (provisions: Provisions): Reader => {
  const { article, ordinals, paragraph, point, and, of } = provisions
  const written = ordinals.length > 0 ? `(?:${ordinals.join('|')})(?!\\p{L})|` : ''
  const count = `(${spaced(written)}${NUMBER})`
  const given = `(?:${spaced(paragraph)})${GAP}?`
  const letter = `(?:,?${GAP}(?:${spaced(point)})${GAP}\\(?(\\p{Ll})\\)?(?!\\p{L}))?`
  const after = `(?:,?${GAP}${given}(${DIGITS}{1,2})(?: ?\\(?(\\p{Ll})\\)(?!\\p{L}))?)?${letter}`
  return {
    provisions,
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:${article})${GAP}?${count}${SUB}${after}(?![\\p{L}\\d])`, 'giu'),
    more: new RegExp(`^(?:${spaced(and)})${count}${SUB}(?![\\p{L}\\d%])`, 'iu'),
    before: new RegExp(
      `(?<![\\p{L}\\d])${given}(${DIGITS}{1,2})(?: ?\\(?(\\p{Ll})\\))?(?:${spaced(of)})$`,
      'iu',
    ),
    numberOf: numberReader(ordinals),
  }
}

const numberReader = (ordinals: readonly string[]): ((text: string) => string) => {
  const patterns = ordinals.map(source => new RegExp(`^(?:${source})$`, 'iu'))
  return text => {
    const plain = text.replace(/\s+/g, ' ')
    const at = patterns.findIndex(pattern => pattern.test(plain))
    if (at >= 0) return String(at + 1)
    const value = number(plain)
    return value === undefined ? plain : String(value) + (/(?:bis|ter)$/.exec(plain)?.[0] ?? '')
  }
}

const readers = new Map<Language, Reader>()
const readerOf = (language: Exclude<Language, 'zh'>): Reader => {
  const known = readers.get(language)
  if (known) return known
  const made = readerFor(PROVISIONS[language])
  readers.set(language, made)
  return made
}

const provision = (article: string, paragraph?: string, point?: string): Provision => {
  const count = number(paragraph)
  return { article, ...(count !== undefined && { paragraph: String(count) }), ...(point && { point }) }
}

const NEAR = 48

const firstAt = (reader: Reader, text: string, match: RegExpExecArray): Omit<Found, 'list'> => {
  const [whole, count = '', inBrackets, decimal, point, paragraph, pointAfter, letter] = match
  const before = reader.before.exec(text.slice(Math.max(0, match.index - NEAR), match.index))
  return {
    start: match.index - (before?.[0].length ?? 0),
    end: match.index + whole.length,
    value: provision(
      reader.numberOf(count),
      inBrackets ?? decimal ?? paragraph ?? before?.[1],
      point ?? pointAfter ?? letter ?? before?.[2],
    ),
  }
}

const MOST = 12

/** The article at a match and, after a plural, those listed with it. */
const listAt = (reader: Reader, text: string, match: RegExpExecArray): readonly Found[] => {
  const isPlural = reader.provisions.plural.test(match[0])
  // "article 131-27" is one of a code.
  if (!isPlural && /^[-–]\d/.test(text.slice(match.index + match[0].length))) return []
  const first = firstAt(reader, text, match)
  const found = [first]
  let end = first.end
  while (isPlural && found.length < MOST) {
    const more = reader.more.exec(text.slice(end, end + NEAR))
    const [whole = '', count = '', inBrackets, decimal, point] = more ?? []
    if (!more) break
    const start = end + whole.length - whole.slice(whole.lastIndexOf(count)).length
    end += whole.length
    found.push({ start, end, value: provision(reader.numberOf(count), inBrackets ?? decimal, point) })
  }
  return found.map(one => ({ ...one, list: { start: first.start, end } }))
}

const HAN_NUMBER = '(?:\\d{1,3}|[〇零一二三四五六七八九十百]{1,5})'
const HAN_ARTICLE = new RegExp(
  `第 ?(${HAN_NUMBER}) ?条(?:[，、]? ?第 ?(${HAN_NUMBER}) ?[款项])?(?:[第（(]? ?\\(?（?([a-z]|[一二三四五六七八九十]{1,2})[)）]? ?[项目])?`,
  'gu',
)

const hanText = (text: string | undefined): string | undefined => {
  const value = text === undefined ? undefined : hanNumber(text)
  return value === undefined ? undefined : String(value)
}

const hanArticles = (text: string): readonly Found[] =>
  [...text.matchAll(HAN_ARTICLE)].map(({ 0: whole, 1: count, 2: paragraph, 3: point, index }) => {
    const span = { start: index, end: index + whole.length }
    const letter = point !== undefined && /[a-z]/.test(point) ? point : undefined
    return { ...span, list: span, value: provision(hanText(count) ?? '', hanText(paragraph), letter) }
  })

const oneLine = (stretch: string): string => stretch.replace(/[^\S ]/g, ' ')

const HAN_LINK = /^[》”]?[）)]?的?(?:第.{0,8})?$/u
const HAN_OTHER = /(?:宪章|宪法|刑法|法典|规约|法令|盟约|法律|公约|条约|协定|法)》?的?$/u

/** The treaty that the words beside an article give it; null for another instrument. */
const beside = (language: Language, scene: Scene, { list }: Found): string | null | undefined => {
  const { text, treaties } = scene
  const at = spanAt(treaties, list.start)
  const [before, next] = [treaties[at], treaties[at + 1]]
  const links = language === 'zh' ? HAN_LINK : PROVISIONS[language].ofTreaty
  if (
    next &&
    next.start >= list.end &&
    next.start - list.end < NEAR &&
    links.test(oneLine(text.slice(list.end, next.start)))
  )
    return next.value.treaty
  if (before && before.end <= list.start && list.start - before.end <= 6) {
    const gap = text.slice(before.end, list.start)
    if (language === 'zh' ? HAN_LINK.test(gap) : /^[»”"]?\)?,? ?\(?$|^['’]s $/.test(oneLine(gap)))
      return before.value.treaty
  }
  return isOfOther(language, scene, list) ? null : undefined
}

/** Whether the sentence names another instrument after the last treaty: "vu la Constitution, notamment ses articles". */
const isOfNearer = (language: Exclude<Language, 'zh'>, { text, treaties }: Scene, start: number): boolean => {
  const last = treaties[spanAt(treaties, start)]
  const from = Math.max(start - NEAR, last && last.end <= start ? last.end : 0)
  const clause = oneLine(text.slice(from, start)).split(/[.;:]/).at(-1) ?? ''
  return (
    PROVISIONS[language].other.test(clause) &&
    /(?:notamment|insbesondere|particular|particolare|especialmente|частности) /iu.test(clause)
  )
}

/** Whether the words beside an article name an instrument that is no known treaty. */
const isOfOther = (language: Language, scene: Scene, { start, end }: Span): boolean => {
  const { text } = scene
  const before = oneLine(text.slice(Math.max(0, start - 12), start))
  if (language === 'zh') return HAN_OTHER.test(before)
  if (isOfNearer(language, scene, start)) return true
  const { other, ofTreaty } = PROVISIONS[language]
  const after = oneLine(text.slice(end, end + NEAR))
  const named = other.exec(after)
  if (named && isLink(after.slice(0, named.index + 1), ofTreaty)) return true
  return new RegExp(`${other.source},? $`, 'iu').test(before)
}

const isLink = (words: string, ofTreaty: RegExp): boolean =>
  ofTreaty.test(words) || ofTreaty.test(words.replace(/\S{1,40} $/u, ''))

const BACK = 12

/** The treaty last mentioned before a place that has so many articles, or else the next one after it. */
const near = ({ treaties, known }: Scene, place: number, article: string): string | null => {
  const count = Number.parseInt(article, 10)
  const fits = ({ value }: TreatyMention): boolean =>
    !(count > (known.get(value.treaty)?.articles ?? Number.POSITIVE_INFINITY))
  const at = spanAt(treaties, place)
  const before = treaties
    .slice(Math.max(0, at - BACK), at + 1)
    .findLast(one => one.start < place && fits(one))
  if (before) return before.value.treaty
  const next = at < 0 ? treaties[0] : undefined
  return next && fits(next) ? next.value.treaty : null
}

const mentionOf = (language: Language, scene: Scene, one: Found): ArticleMention => {
  const own = beside(language, scene, one)
  const { start, end, value } = one
  return {
    kind: 'article',
    start,
    end,
    text: scene.text.slice(start, end),
    value: { treaty: own === undefined ? near(scene, start, value.article) : own, ...value },
    confidence: own === undefined ? 'medium' : 'high',
    rule: own === undefined ? 'article-by-context' : 'article-of-treaty',
  }
}

const AT_LINE = /(?:^|\n)[ \t#*_«"]{0,60}$/
const ENDS_HEADING = /^[ \t]{0,3}(?:[.:–—-](?!\d)|[*_#]{1,3}|\n|$|\u3000)/
const SHORT_TITLE = /^[ \t][^\n.;]{1,70}(?:\n|$)/
/** Languages in which an article that begins a sentence has its own article before it: "L’article 21". */
const WITH_ARTICLE: ReadonlySet<Language> = new Set(['fr', 'es', 'it', 'pt'])

/** Whether an article heads a part of the text itself, as in a law or a treaty. */
const isHeading = (language: Language, text: string, { list }: Found): boolean => {
  if (!AT_LINE.test(text.slice(Math.max(0, list.start - 64), list.start))) return false
  if (WITH_ARTICLE.has(language)) return true
  const after = text.slice(list.end, list.end + 80)
  return ENDS_HEADING.test(after) || SHORT_TITLE.test(after) || (language === 'zh' && /^\s/.test(after))
}

/** The provisions that a text names in its language, each with the treaty that the words around it give. */
export const localArticles = (language: Language, scene: Scene): readonly ArticleMention[] => {
  const { text } = scene
  const found =
    language === 'zh'
      ? hanArticles(text)
      : [...text.matchAll(readerOf(language).pattern)].flatMap(match =>
          listAt(readerOf(language), text, match),
        )
  return found.filter(one => !isHeading(language, text, one)).map(one => mentionOf(language, scene, one))
}
