import { dateAt, type FoundDate, type StatedDate } from './dateforms.ts'
import type { DateModifier } from './mention.ts'
import { gapAfter, keyAt, startOf, startsUpper, type Words, wordAt, wordFrom } from './words.ts'

/** A date found in a text, with the index of its first word and of the word after it. */
export interface DateHit {
  readonly found: FoundDate
  readonly first: number
  readonly next: number
  readonly confidence: 'high' | 'medium'
}

/** Words that make a number after them a year. */
const BEFORE_YEAR = new Set(
  'in since by until till from before after during through throughout circa around about post pre late early mid end year years fiscal fy between prior'.split(
    ' ',
  ),
)
/** After these a number is a year unless it counts the noun that follows. */
const MAYBE_BEFORE_YEAR = new Set(
  'of to and or for the a an its his her their this that our on at s is was not in-between'.split(' '),
)

/** What events are called: "the 2008 elections" names a year although the noun is plural. */
const EVENTS =
  /^(?:elections?|sessions?|talks|negotiations|hostilities|meetings?|amendments?|guidelines|rules|reports?|games|protests|floods|wars?|conflicts?|attacks|strikes|reforms|sanctions|hearings|conferences?|consultations|discussions|olympics|bombings|clashes|riots|estimates|figures|results|budgets?|protocols?|conventions?)$/
const COUNTED =
  /^(?:people|persons|men|women|children|percent|million|billion|thousand|hours|hrs|km|kg|metres|meters|miles|feet|troops|police|personnel|\p{Ll}+[^s\Wu]s)$/u
const NOT_A_YEAR_AFTER =
  /^(?:no|nos|number|paragraph|paragraphs|para|paras|page|pages|p|pp|article|articles|section|resolution|res|room|flight|channel|route|highway|street|box|phone|tel|fax|code|order|decree|law|doc|document|version|model|act|bill|ordinance)$/

/** Marks beside a number that belong to money, telephone numbers, references and decimals. */
const isInsideNumber = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - 6), start)
  const hyphenated = /[a-z]-$/.test(before)
  if (!hyphenated && /(?:[$€£¥#№§+]\s?|\d[-.,:/]|\d{3}\)\s?|[/_@=-])$/.test(before)) return true
  return /^(?:[.,:]\d|%|-\d|\/\d|[/_@=]\w)/.test(text.slice(end, end + 2))
}

const FUNCTION_WORD = /^(?:was|has|does|its|this|thus|always|perhaps|whereas|towards)$/
const isCounted = (noun: string): boolean =>
  COUNTED.test(noun) && !EVENTS.test(noun) && !FUNCTION_WORD.test(noun)

const isYearHere = (words: Words, first: number, next: number): false | 'high' | 'medium' => {
  const { text } = words
  const start = startOf(words, first)
  const end = words.ends[next - 1] ?? start
  if (isInsideNumber(text, start, end)) return false
  const before = keyAt(words, first - 1)
  const after = wordAt(words, next)
  const gapBefore = gapAfter(words, first - 1)
  const gapNext = gapAfter(words, next - 1)
  if (NOT_A_YEAR_AFTER.test(before)) return false
  const closes = /^\s*[.,;:!?)\]”’"—–]|\n/.test(gapNext) || after === ''
  if (/\(\s*$/.test(gapBefore) && /^\s*[),;–-]/.test(gapNext)) return 'high'
  if (/(?:©|\([cC]\)) ?$/.test(text.slice(Math.max(0, start - 5), start))) return 'high'
  const counts = !closes && isCounted(after.toLowerCase())
  if (BEFORE_YEAR.has(before)) return counts && /00$/.test(text.slice(start, end)) ? false : 'high'
  if (counts) return false
  return attributive(words, first, before, after, gapBefore, closes)
}

/** "the 2008 mandate", "Oslo, 2008", "This is not 2008", "Lithuania's 2024 decision". */
const attributive = (
  words: Words,
  first: number,
  before: string,
  after: string,
  gapBefore: string,
  closes: boolean,
): false | 'medium' => {
  if (MAYBE_BEFORE_YEAR.has(before) && /^[\s'’]*$/.test(gapBefore)) return 'medium'
  if (/^,?\s*$/.test(gapBefore) && /^,/.test(gapBefore) && closes) return 'medium'
  if (startsUpper(after) && !closes && (first === 0 || /^\s/.test(gapBefore) || /[("“]$/.test(gapBefore)))
    return 'medium'
  return startsUpper(wordAt(words, first - 1)) && closes && /^\s$/.test(gapBefore) ? 'medium' : false
}

const BEFORE_BARE_MONTH = new Set(
  'in since by until till from of last next this before after during through early late mid between to and end the on'.split(
    ' ',
  ),
)
/** Months whose names are other words or given names too. */
const DOUBTFUL = /^(?:May|MAY|March|MARCH|April|APRIL|June|JUNE|August|AUGUST)/

const isMonthHere = (words: Words, first: number, next: number): boolean => {
  const word = wordAt(words, first)
  if (!startsUpper(word) || !DOUBTFUL.test(word)) return startsUpper(word)
  const before = keyAt(words, first - 1)
  const after = wordAt(words, next)
  const strict = /^(?:may|march)$/i.test(word)
  const isName = startsUpper(after) && gapAfter(words, next - 1) === ' '
  if (isName && before === 'and') return false
  if (!BEFORE_BARE_MONTH.has(before) || !/^[\s-]*$/.test(gapAfter(words, first - 1))) {
    return !strict && !isName && !startsUpper(wordAt(words, first - 1))
  }
  return !(strict && /^(?:on|for|of|be|have|not|also|the|to)$/.test(after.toLowerCase()))
}

/** "2 May be amended": a number before "May" is a day only where a day is expected. */
const isDayBeforeMonth = (words: Words, first: number, found: StatedDate): boolean => {
  if (
    found.first.year !== undefined ||
    found.first.day !== found.last.day ||
    !/\b(?:May|March|MAY|MARCH)$/.test(words.text.slice(found.start, found.end))
  )
    return true
  return /^(?:on|of|by|until|from|since|the|between|before|after|dated|to|through|and|day|)$/.test(
    keyAt(words, first - 1),
  )
}

/** "Working Paper 14" with "June 2023" on the next line: the number belongs to what stands before it. */
const isNumberedLine = (words: Words, first: number): boolean =>
  gapAfter(words, first).includes('\n') &&
  /^(?:paper|no|number|volume|vol|issue|series|report|part|study|brief|note|bulletin|page)$/.test(
    keyAt(words, first - 1),
  )

const isIt = (words: Words, first: number, next: number, found: FoundDate): false | 'high' | 'medium' => {
  if ('relative' in found) return isRelativeHere(words, first, next, found.form)
  if (found.form === 'month') return isMonthHere(words, first, next) && 'medium'
  if (found.form === 'year') return isYearHere(words, first, next)
  if (found.form === 'year-to-year' || found.form === 'decade')
    return !isInsideNumber(words.text, found.start, found.end) && 'medium'
  if (found.form === 'iso' || found.form === 'numeric')
    return /[\w/.-]$/.test(words.text.slice(Math.max(0, found.start - 1), found.start)) ? false : 'high'
  if (found.form === 'day-month-year' && !isDayBeforeMonth(words, first, found)) return false
  if (found.form === 'day-month-year' && isNumberedLine(words, first)) return false
  return found.first.year === undefined ? 'medium' : 'high'
}

const isRelativeHere = (words: Words, first: number, next: number, form: string): false | 'medium' => {
  if (form !== 'weekday') return 'medium'
  const before = keyAt(words, first - 1)
  if (/^(?:good|black|bloody|ash|palm|easter)$/.test(before)) return false
  // A weekday before a date belongs to it: "Friday, 6 September".
  const dated =
    /^,?\s$/.test(gapAfter(words, next - 1)) &&
    /^(?:\d{1,2}(?:st|nd|rd|th)?|\p{Lu}\p{L}{2,8})$/u.test(wordAt(words, next))
  return dated && dateAt(words.text, startOf(words, next), keyAt(words, next)) ? false : 'medium'
}

const PARTS =
  /(?:^|[^\p{L}])((early|mid|late|later)(?:[ -]|[ -]in )|(?:the )?((?:very )?end|middle|beginning|start|close) of )$/iu

/** "late July", "mid-2023", "the end of 2024": the word belongs to the date. */
const withPart = (text: string, found: FoundDate): FoundDate => {
  const before = text.slice(Math.max(0, found.start - 20), found.start)
  const match = PARTS.exec(before)
  const word = (match?.[2] ?? match?.[3] ?? '').toLowerCase()
  if (!match || word === '') return found
  const modifier: DateModifier =
    word === 'mid' || word === 'middle'
      ? 'mid'
      : /end|close/.test(word)
        ? 'end'
        : word.startsWith('late')
          ? 'late'
          : 'early'
  const phrase = (match[1] ?? '').replace(/^the /i, '')
  return { ...found, start: found.start - phrase.length, modifier }
}

const RELATIONS: readonly (readonly [RegExp, DateModifier])[] = [
  [/(?:^|\P{L})(?:before|prior to|ahead of|pre-?)\s*$/iu, 'before'],
  [/(?:^|\P{L})(?:after|following|post-?)\s*$/iu, 'after'],
  [/(?:^|\P{L})since\s*$/iu, 'since'],
]

const WEEKDAY_BEFORE = /(?:^|[^\p{L}])((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )$/u

/** "Wednesday, 23 November 2011": the weekday is part of a date that names its day. */
const withWeekday = (text: string, found: FoundDate): FoundDate => {
  if (!/^(?:day-month-year|month-day-year)$/.test(found.form)) return found
  const weekday = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, found.start - 13), found.start))?.[1]
  return weekday === undefined ? found : { ...found, start: found.start - weekday.length }
}

const withRelation = (text: string, found: FoundDate): FoundDate => {
  if (found.modifier) return found
  const before = text.slice(Math.max(0, found.start - 12), found.start)
  const relation = RELATIONS.find(([pattern]) => pattern.test(before))
  return relation ? { ...found, modifier: relation[1] } : found
}

const FURTHER = /^(?:, ?\d{1,2}(?!\d)){0,6},? (?:and|or|&) \d{1,2}(?![\d:%]|[.,]\d|-|\p{L}|[^\S\n]\p{Ll})/u
const FURTHER_OR = /^(?:, ?\d{1,2}(?!\d)){0,6},? or \d{1,2}(?![\d:%]|[.,]\d|-|\p{L})/u
const YEAR_AFTER = /^, ((?:19|20)\d{2})(?!\d)/

interface FurtherDay {
  readonly hit: DateHit
  readonly year: number | undefined
}

/** "March 2, 4 and 9", "March 3 or 4": the days that stand behind the first of a month. */
const furtherDays = (words: Words, found: StatedDate): readonly FurtherDay[] => {
  if (found.form !== 'month-day-year' || found.first.year !== undefined || found.first.day !== found.last.day)
    return []
  const rest = words.text.slice(found.end, found.end + 40)
  const list = (FURTHER.exec(rest) ?? FURTHER_OR.exec(rest))?.[0]
  if (list === undefined) return []
  const [tail = '', year] = YEAR_AFTER.exec(rest.slice(list.length)) ?? []
  return [...list.matchAll(/\d+/g)].map(({ index, 0: digits }): FurtherDay => {
    const start = found.end + index
    const isLast = index + digits.length === list.length
    const end = start + digits.length + (isLast ? tail.length : 0)
    const date = { ...found.first, day: +digits, ...(year !== undefined && { year: +year }) }
    const next = wordFrom(words, end)
    const day: StatedDate = { ...found, start, end, first: date, last: date }
    return { hit: { found: day, first: wordFrom(words, start), next, confidence: 'medium' }, year: date.year }
  })
}

/** A date with the year that stands behind the last of its list. */
const ofYear = (found: FoundDate, year: number | undefined): FoundDate =>
  year === undefined || 'relative' in found
    ? found
    : { ...found, first: { ...found.first, year }, last: { ...found.last, year } }

const THAT_YEAR = /^,? of (?:that|the same) year(?!\p{L})/u

/** "15 September of that year": the words that point to the year are part of the date. */
const withThatYear = (text: string, found: FoundDate): FoundDate => {
  if ('relative' in found || found.first.year !== undefined || found.first.month === undefined) return found
  const words = THAT_YEAR.exec(text.slice(found.end, found.end + 20))?.[0]
  return words === undefined ? found : { ...found, end: found.end + words.length, pointsBack: true }
}

const JOINED = /^(?:,? (?:and|or) |, | ?\/ ?)$/

/** "Aug. 29 and Sept. 15, 2017": a day without a year has that of the day it is joined to. */
const withJoinedYears = (text: string, hits: readonly DateHit[]): readonly DateHit[] => {
  const done: DateHit[] = []
  let after: FoundDate | undefined
  for (const hit of hits.toReversed()) {
    const found =
      after && JOINED.test(text.slice(hit.found.end, after.start)) ? yearOf(hit.found, after) : hit.found
    done.push(found === hit.found ? hit : { ...hit, found })
    after = found
  }
  return done.toReversed()
}

const yearOf = (found: FoundDate, after: FoundDate): FoundDate => {
  if ('relative' in found || 'relative' in after || found.first.year !== undefined) return found
  if (found.first.day === undefined || after.first.day === undefined) return found
  return after.pointsBack ? { ...found, pointsBack: true } : ofYear(found, after.first.year)
}

const CAN_HAVE_PART =
  /^(?:month|month-year|year|season-year|relative-month|relative-year|relative-month-name|relative-season|decade)$/

/** All dates of a text in order, none inside another. */
export const datesIn = (words: Words): readonly DateHit[] => {
  const hits: DateHit[] = []
  for (let first = 0; first < words.starts.length; first++) {
    const key = keyAt(words, first)
    const found = dateAt(words.text, startOf(words, first), key)
    if (!found) continue
    const next = wordFrom(words, found.end)
    const confidence = isIt(words, first, next, found)
    if (!confidence) continue
    const whole = CAN_HAVE_PART.test(found.form) ? withPart(words.text, found) : found
    const { text } = words
    const dated = withThatYear(text, whole)
    const more = 'relative' in found ? [] : furtherDays(words, found)
    const year = more.at(-1)?.year
    hits.push({ found: ofYear(withRelation(text, withWeekday(text, dated)), year), first, next, confidence })
    for (const day of more) hits.push(day.hit)
    first = (more.at(-1)?.hit.next ?? next) - 1
  }
  return withJoinedYears(words.text, hits)
}
