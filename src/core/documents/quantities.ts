import type { Span } from '../evidence/index.ts'
import { coverOf } from './cover.ts'
import type { QuantityMention, QuantityValue } from './mention.ts'
import { UNITS } from './numbers.ts'
import { anyCase, matchesNear } from './windows.ts'
import { keyAt, startOf, type Words } from './words.ts'

const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const SCALE: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  k: 1000,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  dozen: 12,
  lakh: 1e5,
  crore: 1e7,
}
const PLURAL: Readonly<Record<string, number>> = {
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1000,
  millions: 1e6,
  billions: 1e9,
}

const UNIT_WORDS = UNITS.slice(1).join('|')
const TEN_WORDS = TENS.slice(2).join('|')
const DIGITS =
  '\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)|\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const WORDS = `(?:(?:${TEN_WORDS})(?:[- ](?:${UNIT_WORDS}))?|${UNIT_WORDS})`
const SCALES = 'hundred|thousand|million|billion|trillion|dozen|lakh|crore|bn|mn'
const NUMBER = `(?:(?:${DIGITS}|${WORDS})(?:[ -](?:${SCALES}))*(?:(?: and)? ${WORDS})?|(?:a|an) (?:hundred|thousand|million|billion|dozen)|(?:hundreds|dozens|scores|thousands|tens|millions|billions) of(?: (?:thousands|millions|hundreds) of)?)`

const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...UNITS.slice(1),
  ...TENS.slice(2),
  ...Object.keys(PLURAL),
  'tens',
])

/** Where a number may begin: at digits, at number words, and at "a" before "dozen" or "million". */
const numberStarts = (words: Words): readonly number[] => {
  const starts: number[] = []
  for (let index = 0; index < words.starts.length; index++) {
    const key = keyAt(words, index)
    const code = key.charCodeAt(0)
    const isNumber =
      (code >= 0x30 && code <= 0x39) ||
      NUMBER_WORDS.has(key) ||
      ((key === 'a' || key === 'an') && SCALE[keyAt(words, index + 1)] !== undefined)
    if (isNumber) starts.push(startOf(words, index))
  }
  return starts
}

/** The matches of a sticky form at the places where numbers begin, none inside another. */
function* matchesAt(form: RegExp, text: string, starts: readonly number[]): Generator<RegExpExecArray> {
  let free = 0
  for (const start of starts) {
    if (start < free) continue
    form.lastIndex = start
    const match = form.exec(text)
    if (!match) continue
    yield match
    free = start + match[0].length
  }
}

const wordValue = (word: string): number | undefined => {
  const unit = UNITS.indexOf(word)
  if (unit >= 0) return unit
  const ten = TENS.indexOf(word)
  return ten > 0 ? ten * 10 : undefined
}

/** The number that digits and words write: "1.4 billion", "twenty-five", "two hundred", "hundreds of". */
export const numberIn = (text: string): number | undefined => {
  const parts = text
    .toLowerCase()
    .replace(/[,\u00a0\u202f]/g, '')
    .split(/[\s-]+/)
  let total = 0
  let current: number | undefined
  for (const part of parts) {
    const plain = /^\d/.test(part) ? Number(part) : part === 'a' || part === 'an' ? 1 : wordValue(part)
    const scale = SCALE[part]
    const plural = PLURAL[part] ?? (part === 'tens' ? 10 : undefined)
    if (plural !== undefined) current = (current ?? 1) * plural
    else if (scale !== undefined) {
      current = (current ?? 1) * scale
      if (scale >= 1000) {
        total += current
        current = undefined
      }
    } else if (plain !== undefined) current = (current ?? 0) + plain
    else if (part !== 'and' && part !== 'of') return undefined
  }
  const value = total + (current ?? 0)
  return total === 0 && current === undefined ? undefined : value
}

const CURRENCY: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  C$: 'CAD',
  A$: 'AUD',
  NZ$: 'NZD',
  '₹': 'INR',
  CHF: 'CHF',
  EUR: 'EUR',
  USD: 'USD',
  GBP: 'GBP',
  NOK: 'NOK',
}
const MONEY = new RegExp(
  `(?:\\\\?(US\\$|C\\$|A\\$|NZ\\$|[$€£¥₹])|(?<![\\p{L}])(CHF|EUR|USD|GBP|NOK) )\\s?(${DIGITS})(?:[ -](million|billion|trillion|thousand|lakh|crore|bn|mn|m|k)(?!\\p{L}))?`,
  'gu',
)
const MONEY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  kroner: 'NOK',
  franc: 'CHF',
  yen: 'JPY',
  kronor: 'SEK',
  rupee: 'INR',
  rouble: 'RUB',
  ruble: 'RUB',
}

const SHARE = new RegExp(
  `(?<![\\d.,\\p{L}])(${DIGITS}|${WORDS})(?: ?%|[ -](?:per ?cent|percent|pct)(?:age points)?)(?!\\p{L})`,
  'yiu',
)
const FRACTION =
  /(?<!\p{L})(?<!(?:first|second|other|latter) )(?:(?<half>half)|(?:(?:a|one|two|three|four)[- ](?<part>thirds?|quarters?|fifths?|tenths?)))(?= (?:of|the)\b|\s*[,.;)])/giu
const PARTS_OF: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10 }

/** Units of measure, with the name under which their values are kept. */
const MEASURES =
  'kilomet(?:er|re)s?|km²|km2|sq km|km|square (?:kilomet(?:er|re)|met(?:er|re)|mile)s?|met(?:er|re)s?|m²|m2|hectares?|ha|miles?|feet|foot|ft|inch(?:es)?|kilos?|kilograms?|kg|grams?|tons?|tonnes?|pounds?|lbs?|mm|cm|litres?|liters?|kilotons?|megatons?|acres?|yards?|degrees?'
const MEASURED = new RegExp(
  `(?<![\\d.,\\p{L}$€£-])(${DIGITS}|${WORDS})(?:(?: to | and |[-–])(${DIGITS}))?(?:[ -](million|thousand|billion))?[ \\u00a0-]?(${MEASURES})(?![\\p{L}\\d])(?<!\\dmm(?= (?!of|in|thick|wide|long|apart|high|deep|to|and|or|for|by|from|across|diameter)\\p{L}))(?! (?:cali(?:bre|ber)|shells?|artillery|rounds?|guns?|howitzers?|projectiles?|munitions?|mortars?)(?!\\p{L}))`,
  'yu',
)

/** What is counted: a noun in the plural, with at most four words before it that describe it. */
const NOUN = `(?:(?:[\\p{L}][\\p{L}’'-]*|155-?mm|UN) ){0,3}[\\p{L}][\\p{L}’'-]*`
const COUNTED = new RegExp(
  `(?<![\\d.,:/\\p{L}$€£#№-])(${NUMBER})( of (?:our |the |its |their |all |(?:the )?\\p{Lu}[\\p{L}]{0,20}[’']s? )?(${DIGITS}|${WORDS}))?[ \\n](${NOUN})`,
  'yiu',
)

/** Nouns that are counted as time, which the dates hold, or that number the parts of a text. */
const NOT_COUNTED =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|decades?|centuries|century|generations?|o’clock|am|pm|gmt|times?|percent|thirds?|quarters?|halves|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|million|billion|thousand|hundred|dozen|ones|ways?|sides?|reasons?|points?|steps?|issues?|minutes|words?|lines?|questions?|options?|aspects?|elements?|cases?|areas?|examples?|is|was|has|does|its|this|thus|us|as|ones|himself|themselves|yes|plus|vs|versus|always|perhaps|towards|less|unless|across|besides|says|means|seems|remains|comes|takes|makes|goes|asks|calls|believes|wants|needs|hopes|claims|argues|notes|adds|warns|urges)$/i
const IRREGULAR_PLURAL =
  /^(?:people|persons|men|women|children|personnel|police|troops|staff|feet|media|militia|aircraft|dead|wounded|injured|killed|casualties|civilians|kroner|kronor|yen)$/i
/** Words that end what is counted: what follows them is no longer its name. */
const ENDS =
  /^(?:of|in|on|at|by|to|from|for|with|and|or|but|that|which|who|have|has|had|were|was|are|is|be|will|would|could|may|might|the|a|an|this|these|those|as|than|since|until|during|when|while|after|before|not|also|already|still|now|then|so|if|because|per|under|over|between|among|against|against|without|within|more|out|into|about|it|they|he|she|we|you|i|said|remain|did|do|does|can|should|must|joined|signed|ratified|voted|abstained|including|only)$/i

const singular = (noun: string): string =>
  noun
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(s|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1')

const STATES_COUNTED =
  /^(?:countr(?:y|ies)|nations?|states?|governments?|part(?:y|ies)|signator(?:y|ies)|members?|allies|ally|capitals)$/i

const unitOf = (noun: string): string => {
  if (STATES_COUNTED.test(noun)) return 'states'
  if (/^(?:people|persons|men|women|children|civilians)$/i.test(noun)) return noun.toLowerCase()
  // "41,000 injured"
  if (/^(?:dead|wounded|injured|killed)$/i.test(noun)) return 'people'
  const word = noun.toLowerCase()
  return word.endsWith('s') ? word : `${singular(word)}s`
}

const MODIFIER =
  /(?:^|[\s(“"—–-])(at least|at most|no more than|no fewer than|no less than|not more than|more than|fewer than|less than|up to|as many as|over|under|nearly|almost|about|around|roughly|approximately|some|an estimated|estimated|only|just|well over|close to|exactly|above|below|hundreds of|a further|another|all|c\.)\s+(?:the |an? )?$/i

const modifierBefore = (text: string, start: number): string | undefined =>
  MODIFIER.exec(text.slice(Math.max(0, start - 26), start))?.[1]?.toLowerCase()

interface Found extends Span {
  readonly value: QuantityValue
  readonly rule: string
  readonly confidence: QuantityMention['confidence']
}

const scaled = (digits: string, scale: string | undefined): number | undefined => {
  const number = numberIn(digits)
  return number === undefined ? undefined : Math.round(number * (SCALE[scale ?? ''] ?? 1) * 1e6) / 1e6
}

const MONEY_SIGNS = ['$', '€', '£', '¥', '₹', 'CHF ', 'EUR ', 'USD ', 'GBP ', 'NOK ']

const moneyIn = (text: string): readonly Found[] =>
  [...matchesNear(text, MONEY_SIGNS, MONEY, { before: 4, after: 60 })].flatMap(({ start, match }) => {
    const [whole, sign, code, digits = '', scale] = match
    const value = scaled(digits, scale)
    const unit = CURRENCY[sign ?? code ?? '']
    if (value === undefined || !unit) return []
    return [
      {
        start,
        end: start + whole.length,
        value: { value, unit },
        rule: 'quantity-money',
        confidence: 'high' as const,
      },
    ]
  })

const HAS_SHARE = /%|per ?cent|pct/i
const FRACTIONS = anyCase(['half', 'third', 'quarter', 'fifth', 'tenth'])

const sharesIn = (text: string, starts: readonly number[]): readonly Found[] => [
  ...(HAS_SHARE.test(text) ? [...matchesAt(SHARE, text, starts)] : []).flatMap(match => {
    const value = numberIn(match[1] ?? '')
    if (value === undefined) return []
    const start = match.index
    return [
      {
        start,
        end: start + match[0].length,
        value: { value: Math.round(value * 1e4) / 1e6, unit: 'share' },
        rule: 'quantity-share',
        confidence: 'high' as const,
      },
    ]
  }),
  ...[...matchesNear(text, FRACTIONS, FRACTION, { before: 7, after: 30 })].map(({ start, match }) => {
    const part = (match.groups?.part ?? '').replace(/s$/, '').toLowerCase()
    const count = /^(two|three|four)/i.exec(match[0])?.[1]?.toLowerCase()
    const upper = count === undefined ? 1 : UNITS.indexOf(count)
    const value = match.groups?.half ? 0.5 : Math.round((upper / (PARTS_OF[part] ?? 1)) * 1e4) / 1e4
    return {
      start,
      end: start + match[0].length,
      value: { value, unit: 'share' },
      rule: 'quantity-fraction',
      confidence: 'medium' as const,
    }
  }),
]

const measuresIn = (text: string, starts: readonly number[]): readonly Found[] =>
  [...matchesAt(MEASURED, text, starts)].flatMap(match => {
    const [whole, digits = '', upper, scale, unit = ''] = match
    const value = scaled(digits, scale)
    if (value === undefined) return []
    const until = upper === undefined ? undefined : scaled(upper, scale)
    const start = match.index
    return [
      {
        start,
        end: start + whole.length,
        value: { value, ...(until !== undefined && { until }), unit: unit.toLowerCase() },
        rule: 'quantity-measure',
        confidence: 'high' as const,
      },
    ]
  })

/** How many of the words after a number name what is counted: up to the first plural noun. */
const countedNoun = (words: readonly string[]): number => {
  for (const [index, word] of words.entries()) {
    const bare = word.replace(/['’]s?$/, '')
    if (index === 0 && /^(?:more|other|further|additional)$/i.test(bare) && words[1] !== 'than') continue
    if (ENDS.test(bare)) return 0
    if (NOT_COUNTED.test(bare)) return index === 0 || /^\p{Ll}/u.test(bare) ? 0 : 0
    const next = words[index + 1]
    // "three further chemical weapons attacks" counts the attacks.
    const isOfArms =
      /^(?:weapons|arms|munitions|missiles|mines)$/i.test(bare) &&
      /^(?:attacks|strikes|inspectors|experts|sites|depots|tests|factories|systems|programmes|programs)$/i.test(
        next ?? '',
      )
    if (isOfArms) continue
    const isPlural = /[^s'’iu]s$/i.test(bare) || IRREGULAR_PLURAL.test(bare)
    const goesOn =
      next !== undefined &&
      /^(?:parties|members|states|countries|nations|allies|munitions|warheads|bomblets|submunitions|mines|survivors|victims|troops|operations|personnel|weapons|rounds|shells)$/i.test(
        next,
      )
    // "the three nations’ operations" counts the nations.
    const isOwner = /^\p{Ll}+s[’']$/u.test(word)
    if (isOwner || (isPlural && !goesOn && word === bare)) return index + 1
  }
  return 0
}

/** After these a number is the number of a part: "section 5 limits". */
const REFERENCE =
  /(?:sections?|articles?|arts?\.?|paragraphs?|paras?\.?|clauses?|rules?|annex|chapter|protocol|no\.?|points?) (?:\d{1,3}(?:\(\d+\))?(?:, | and | or | to ))?$/i

/** "46 of them", "a 141-seat chamber", "103 votes to one": what is counted stands elsewhere. */
const PRONOUNS = new RegExp(
  `(?<![\\d.,:/\\p{L}$€£#№-])(${DIGITS}|${WORDS}) of (?:them|those|these|whom|you|us)(?!\\p{L})`,
  'yiu',
)
/** "14,000 of its soldiers", "three of the main sides" */
const OF_ALL = new RegExp(
  `(?<![\\d.,:/\\p{L}$€£#№-])(${DIGITS}|${WORDS}(?: (?:hundred|thousand))?) of (?:its|their|our|his|her|the|those|these)(?= (?:[\\p{L}-]+ ){0,3}?\\p{Ll}{2,}s(?!\\p{L}))`,
  'yiu',
)
const SEATS = new RegExp(
  `(?<![\\d.,:/\\p{L}$€£#№-])(${DIGITS}|${WORDS})-(seat|member|nation|state|country|page|strong)(?!\\p{L})`,
  'yiu',
)
const AGAINST = new RegExp(
  `(?<= votes to )(${DIGITS}|${WORDS})(?![\\p{L}\\d-]| [\\p{Ll}]{3,}s(?!\\p{L}))`,
  'yiu',
)

/** "a vote of 60-40", "the tally was 90-5-7", "a 50-1 decision": each number of a tally. */
const TALLY = /(?<![\d.,:/\p{L}-])\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?(?![\d\p{L}:%/-]|\.\d)/gu
const TALLIED_BEFORE = /\b(?:votes?|voted|tally|count|margin|score)(?: \p{Ll}+){0,4} $/u
const TALLIED_AFTER = /^ (?:vote|decision|margin|tally|ballot|in favou?r|against)(?!\p{L})/u

const TALLY_WORDS = ['vote', 'tally', 'count', 'margin', 'score', 'decision', 'ballot', ' favo', ' against']

const talliesIn = (text: string): readonly Found[] =>
  [...matchesNear(text, TALLY_WORDS, TALLY, { before: 14, after: 64 })].flatMap(({ start, match }) => {
    const end = start + match[0].length
    const isTally =
      TALLIED_BEFORE.test(text.slice(Math.max(0, start - 50), start)) ||
      TALLIED_AFTER.test(text.slice(end, end + 14))
    if (!isTally) return []
    return [...match[0].matchAll(/\d+/g)].map(({ index, 0: digits }) => ({
      start: start + index,
      end: start + index + digits.length,
      value: { value: +digits, unit: 'votes' },
      rule: 'quantity-count',
      confidence: 'medium' as const,
    }))
  })

/** "three million of the people": a large number of what is named after "of". */
const MILLIONS = new RegExp(
  `(?<![\\d.,:/\\p{L}$€£#№-])(${DIGITS}|${WORDS}) (?:million|billion)(?= of (?:the|its|their|our|those|these|whom|them)(?!\\p{L}))`,
  'yiu',
)
/** "6-7 million" without a noun. */
const SPAN_OF_MILLIONS =
  /(?<![\d.,:/\p{L}$€£-])(\d{1,3}(?:\.\d)?)(?:[-–]| to )(\d{1,3}(?:\.\d)?) (million|billion)(?! \p{Ll}{3,}s(?!\p{L})|[- ](?:dollars|euros|people))/gu

const spansOfMillions = (text: string): readonly Found[] =>
  [...matchesNear(text, ['million', 'billion'], SPAN_OF_MILLIONS, { before: 16, after: 50 })].flatMap(
    near => {
      const { start, match } = near
      const [whole, from = '', until = '', scale] = match
      const [value, upper] = [scaled(from, scale), scaled(until, scale)]
      if (value === undefined || upper === undefined || value >= upper) return []
      const span = { start, end: start + whole.length }
      const rule = 'quantity-count'
      return [
        { ...span, value: { value, until: upper, unit: 'people' }, rule, confidence: 'medium' as const },
      ]
    },
  )

/** "a 90 billion euro loan", "a five-million-dollar grant": money that stands before what it is for. */
const MONEY_BEFORE = new RegExp(
  `(?<![\\d.,:/\\p{L}$€£#№])((?:${DIGITS}|${WORDS})[- ](?:million|billion|trillion|thousand))[- ](dollar|euro|pound|franc|yen|rouble|ruble|rupee)(?!\\p{L})`,
  'yiu',
)
/** "one in eight": a share. */
const ONE_IN =
  /(?<![\d.,:/\p{L}$€£#№-])(one|two|three) in (two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})(?![\d.,-]\d|\p{L}|%| (?:million|billion|days?|weeks?|months?|years?|hours?|minutes?|times))/iuy

/** Each form with the words without which it need not be looked for. */
const OTHER_COUNTS: readonly { readonly form: RegExp; readonly needs: readonly string[] }[] = [
  { form: PRONOUNS, needs: [' of them', ' of those', ' of these', ' of whom', ' of you', ' of us'] },
  { form: OF_ALL, needs: [' of its', ' of the', ' of our', ' of his', ' of her', ' of those'] },
  { form: SEATS, needs: ['-seat', '-member', '-nation', '-state', '-country', '-page', '-strong'] },
  { form: AGAINST, needs: [' votes to '] },
  { form: MILLIONS, needs: ['illion of '] },
  { form: MONEY_BEFORE, needs: ['illion', 'ousand'] },
  { form: ONE_IN, needs: ['ne in ', 'wo in ', 'hree in '] },
]

/** What a form of counting holds for its value: a sum of money, a share of a whole, or a count. */
const otherValue = (form: RegExp, [whole, number = '', noun]: RegExpExecArray): QuantityValue | undefined => {
  const value = numberIn(form === MILLIONS ? whole : number)
  if (value === undefined || (value === 1 && (form === PRONOUNS || form === OF_ALL))) return undefined
  if (form === MONEY_BEFORE) return { value, unit: MONEY_WORDS[noun ?? ''] ?? 'them' }
  if (form !== ONE_IN) return { value, unit: form === AGAINST ? 'votes' : noun ? unitOf(noun) : 'them' }
  const all = numberIn(noun ?? '') ?? 0
  return value < all ? { value: Math.round((value / all) * 1e4) / 1e4, unit: 'share' } : undefined
}

/** "Article 3 of the Conventions", "12 of these months": the number of a part, a year or a day. */
const isPartNumber = (text: string, match: RegExpExecArray): boolean =>
  REFERENCE.test(text.slice(Math.max(0, match.index - 30), match.index)) ||
  /^(?:1[89]|20)\d\d$/.test(match[1] ?? '') ||
  (/\p{L}\.? $/u.test(text.slice(Math.max(0, match.index - 3), match.index)) &&
    MONTH_BEFORE.test(text.slice(Math.max(0, match.index - 12), match.index)))

const MONTH_BEFORE = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\p{L}{0,6}\.? $/iu

const otherCountsIn = (text: string, starts: readonly number[]): readonly Found[] =>
  OTHER_COUNTS.filter(({ needs }) => needs.some(word => text.includes(word))).flatMap(({ form }) =>
    [...matchesAt(form, text, starts)].flatMap(match => {
      const value = otherValue(form, match)
      if (!value || (form === OF_ALL && isPartNumber(text, match))) return []
      const length = form === OF_ALL ? (match[1]?.length ?? 0) : match[0].length
      const span = { start: match.index, end: match.index + length }
      const rule =
        form === MONEY_BEFORE ? 'quantity-money' : form === ONE_IN ? 'quantity-share' : 'quantity-count'
      return [{ ...span, value, rule, confidence: 'medium' as const }]
    }),
  )

/** "two to nine farms": the lower number. */
const LOWER = new RegExp(`(?<![\\d.,:/\\p{L}$€£#№-])(${DIGITS}|${WORDS}) to $`, 'iu')

/** What a number with its noun counts; `undefined` where the number is a year, the number of a part, or a lone "one". */
const countedAt = (text: string, match: RegExpExecArray): Found | undefined => {
  const [whole, number = '', ofPart = '', ofNumber, after = ''] = match
  const words = after.split(' ')
  const count = countedNoun(words)
  const value = numberIn(number)
  if (count === 0 || value === undefined || isYearLike(number, words[0] ?? '')) return undefined
  const of = ofNumber === undefined ? undefined : numberIn(ofNumber)
  const isOneOf = value === 1 && of !== undefined
  const before = text.slice(Math.max(0, match.index - 24), match.index)
  if ((value === 1 && !isOneOf) || REFERENCE.test(before)) return undefined
  const noun = words.slice(0, count).join(' ').replace(/[’']$/, '')
  const end = match.index + whole.length - after.length + noun.length
  const unit = unitOf((words[count - 1] ?? '').replace(/[’']$/, ''))
  const found = { end, rule: 'quantity-count', confidence: 'medium' as const }
  // "one of 144 states" counts the 144.
  if (isOneOf) {
    const start = match.index + number.length + ofPart.length - (ofNumber?.length ?? 0)
    return { ...found, start, value: { value: of, unit } }
  }
  const lower = LOWER.exec(before)
  const least = lower ? numberIn(lower[1] ?? '') : undefined
  if (lower && least !== undefined && least < value && of === undefined)
    return { ...found, start: match.index - lower[0].length, value: { value: least, until: value, unit } }
  return { ...found, start: match.index, value: { value, unit, ...(of !== undefined && { of }) } }
}

const countsIn = (text: string, starts: readonly number[]): readonly Found[] => {
  const found: Found[] = []
  for (const start of starts) {
    if (start < (found.at(-1)?.end ?? 0)) continue
    COUNTED.lastIndex = start
    const match = COUNTED.exec(text)
    const counted = match ? countedAt(text, match) : undefined
    if (counted) found.push(counted)
  }
  return found
}

const moneyWordsOf = (one: Found): Found => {
  const money = MONEY_WORDS[singular(one.value.unit)]
  return money ? { ...one, value: { ...one.value, unit: money } } : one
}

const isYearLike = (number: string, next: string): boolean =>
  /^(?:1[89]|20)\d{2}$/.test(number) &&
  !/^(?:people|civilians|troops|casualties|mines|submunitions|bomblets|km|hectares|victims|survivors|munitions|deaths|persons|children|soldiers)/i.test(
    next,
  )

const ORDER = ['quantity-money', 'quantity-share', 'quantity-fraction', 'quantity-measure', 'quantity-count']

/** Of quantities that overlap the one whose form says most, in order of place. */
const firstOfEach = (all: readonly Found[]): readonly Found[] => {
  const kept: Found[] = []
  for (const one of all.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1)
    if (!last || one.start >= last.end) kept.push(one)
    else if (ORDER.indexOf(one.rule) < ORDER.indexOf(last.rule)) kept[kept.length - 1] = one
  }
  return kept
}

/** The numbers of a text with what they count; `taken` are dates, articles and other spans whose numbers count nothing. */
export const quantityMentions = (words: Words, taken: readonly Span[]): readonly QuantityMention[] => {
  const { text } = words
  const starts = numberStarts(words)
  const kept: Found[] = []
  const held = coverOf(taken)
  for (const one of [
    ...moneyIn(text),
    ...sharesIn(text, starts),
    ...measuresIn(text, starts),
    ...otherCountsIn(text, starts),
    ...countsIn(text, starts).map(moneyWordsOf),
    ...talliesIn(text),
    ...spansOfMillions(text),
  ]) {
    if (held.crosses(one)) continue
    kept.push(one)
  }
  return firstOfEach(kept).map(({ start, end, value, rule, confidence }) => {
    const modifier = modifierBefore(text, start)
    return {
      kind: 'quantity',
      start,
      end,
      text: text.slice(start, end),
      value: { ...value, ...(modifier && { modifier }) },
      confidence,
      rule,
    }
  })
}
