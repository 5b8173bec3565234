import { coverOf } from './cover.ts'
import type { TreatyNames } from './entries.ts'
import type { DateMention, TreatyMention } from './mention.ts'
import { matchesNear, type Reach } from './windows.ts'

const BETWEEN =
  '(?:(?:\\d{4}|UN|U\\.N\\.|United Nations|(?!(?:the|this|that|an|have|has|had|was|were|are|who|which) )[\\p{Ll}-]{3,14}|Oslo|Ottawa) ){0,3}?'
const DETERMINED = `(?:(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat) ${BETWEEN})?`
const NOUN = '(?:[Tt]reaty|[Cc]onvention|pact|accord|agreement|ban|deal)'
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
/** When and where it was made, before what it does: "a treaty Friday to ban ...", "the pact signed in Oslo banning ...". */
const LATER = `(?:,? (?:(?:on |last |this |next )?(?:${DAY}|week|month|year|spring|summer)|in \\p{Lu}\\p{Ll}{2,12}|(?:newly )?(?:signed|adopted|agreed|concluded|negotiated|reached)|aimed at|meant|designed)){0,3},?`
const BANS =
  '(?:banning|prohibiting|outlawing|forbidding|barring|against|to (?:ban|prohibit|outlaw|eliminate)|(?:that|which) (?:(?:would |will )?(?:ban|prohibit|outlaw|forbid)|bans|banned|prohibits|prohibited|outlaws|outlawed|forbids))'

/** The words by which treaties are described, with the treaty that each subject means where only one forbids it. */
export interface Descriptions {
  readonly subjects: ReadonlyMap<string, string>
  readonly form: RegExp
}

/** How the treaties that ban a class of weapons are described; `undefined` where no pack says what one bans. */
export const descriptionsOf = (treaties: Iterable<TreatyNames>): Descriptions | undefined => {
  const subjects = new Map<string, string>()
  for (const { id, subjects: own = [], does } of treaties) {
    if (does !== 'bans-class-of-weapons') continue
    for (const subject of own) subjects.set(subject, subjects.has(subject) ? '' : id)
  }
  if (subjects.size === 0) return undefined
  const form = new RegExp(
    `(?<![\\p{L}-])(${DETERMINED}${NOUN})${LATER}\\s(${BANS}\\s((?:[\\p{L},’'-]{1,20}\\s){0,9}?)(${[...subjects.keys()].join('|')}))(?!\\p{L})`,
    'gu',
  )
  return { subjects, form }
}

const REGULATES = '(?:on|over|about|regulating|governing|controlling|to (?:regulate|govern|control))'

/** "an early pact about the world arms trade": what a treaty is about, where one treaty is named after it. */
const TOPICAL = new RegExp(
  `(?<![\\p{L}-])(${DETERMINED}(?:[Tt]reaty|[Cc]onvention|pact|accord|agreement))\\s${REGULATES}\\s(?:the )?(?:(?:global|international|world|worldwide|conventional|legal) ){0,3}([\\p{Ll}-]{3,14} [\\p{Ll}-]{3,14}(?: [\\p{Ll}-]{3,14})?)`,
  'gu',
)

const NOUNS = ['reaty', 'onvention', 'pact', 'accord', 'agreement', 'deal']
const TOPICAL_REACH: Reach = {
  before: 80,
  after: 140,
  only: new RegExp(`\\p{L}{4,9}\\s${REGULATES}\\s`, 'uy'),
}

/** The treaties that a text describes by their topic. */
const topicalTreaties = (
  text: string,
  topics: ReadonlyMap<string, string>,
  named: readonly TreatyMention[],
): readonly TreatyMention[] => {
  const taken = coverOf(named)
  return [...matchesNear(text, NOUNS, TOPICAL, TOPICAL_REACH)].flatMap(
    ({ start, match }): TreatyMention[] => {
      const [, head = '', about = ''] = match
      const words = about.split(' ')
      const treaty = topics.get(words.join(' ')) || topics.get(words.slice(0, 2).join(' '))
      const span = { start, end: start + head.length }
      if (!treaty || taken.touches(span)) return []
      const value = { treaty, named: false }
      return [{ kind: 'treaty', ...span, text: head, value, confidence: 'medium', rule: 'treaty-described' }]
    },
  )
}

/** What it forbids right behind the noun, in a phrase. */
const DIRECT = /^\s(?!that |which )(?:[a-z]{4,12}ing|against|to)\s/
const BANNING_REACH: Reach = {
  before: 80,
  after: 320,
  only: new RegExp(`\\p{L}{2,9}${LATER}\\s${BANS}\\s`, 'uy'),
}

/** "a treaty banning nuclear weapons", "the 1997 pact that outlaws landmines": a treaty by what it forbids. */
export const describedTreaties = (
  text: string,
  descriptions: Descriptions | undefined,
  topics: ReadonlyMap<string, string>,
  named: readonly TreatyMention[],
): readonly TreatyMention[] => {
  const topical = topicalTreaties(text, topics, named)
  if (!descriptions) return topical
  const taken = coverOf([...named, ...topical].toSorted((a, b) => a.start - b.start))
  const near = matchesNear(text, [...NOUNS, 'ban'], descriptions.form, BANNING_REACH)
  const banning = [...near].flatMap(({ start, match }): TreatyMention[] => {
    const [whole, head = '', , between = '', subject = ''] = match
    const treaty = descriptions.subjects.get(subject)
    // What it forbids belongs to the name where nothing stands between them.
    const isClause = !DIRECT.test(whole.slice(head.length))
    const words = /^(?:all |any )?$/.test(between) && !isClause ? whole : head
    const span = { start, end: start + words.length }
    if (!treaty || taken.touches(span)) return []
    const value = { treaty, named: false }
    return [{ kind: 'treaty', ...span, text: words, value, confidence: 'medium', rule: 'treaty-described' }]
  })
  return [...topical, ...banning]
}

/** "This Convention, done at Dublin on", or "Done at Dublin this" at the head of its last words. */
const DONE =
  /(?:(?<!\p{L})[Tt]his (?:Convention|Treaty|Protocol|Agreement),? (?:done|adopted|concluded)|(?:^|[\n.] {0,9})(?:Done|DONE)) (?:at|in) \p{Lu}[\p{L} ]{2,30}?,? (?:on |this )?(?:the )?$/u
const LOOK_BACK = 90

/** The treaty that a text is, where it says itself at which place and on which day it was made. */
export const treatyDone = (
  text: string,
  dates: readonly DateMention[],
  treaties: Iterable<TreatyNames>,
): string | undefined => {
  if (!/[Tt]his (?:Convention|Treaty|Protocol|Agreement)|THIS (?:CONVENTION|TREATY)/.test(text))
    return undefined
  const done = dates.filter(
    ({ start, value }) =>
      value.precision === 'day' && DONE.test(text.slice(Math.max(0, start - LOOK_BACK), start)),
  )
  for (const { id, adopted } of treaties)
    if (adopted && done.some(({ value }) => value.interval?.from === adopted.day)) return id
  return undefined
}
