import type { Day } from '../calendar/index.ts'
import type { Cover } from './cover.ts'
import type { PeopleKnown } from './lexicon.ts'
import type { OfficeMention, OrganisationMention, StateMention } from './mention.ts'
import { spanAt } from './sentences.ts'
import { isCapitalAt, keyAt, startOf, type Words } from './words.ts'

/** Where holders of offices without a name are looked for. */
export interface OfficeScene {
  readonly words: Words
  readonly states: readonly StateMention[]
  readonly organisations: readonly OrganisationMention[]
  /** Persons named: an office beside a name is theirs. */
  readonly persons: Cover
  readonly known: PeopleKnown
  readonly day: Day | undefined
}

const NOUN =
  "spokes(?:man|woman|person)|officials?(?= (?:said|told|who|familiar|noted|added|at|from|in|with|confirmed))|official|diplomat|minister|ambassador|envoy|negotiator|delegate|representative|secretary[- ]general|president|prime minister|chancellor|foreign secretary|defen[cs]e secretary|secretary|aide|adviser|advisor|lawmaker|senator|commander|officer|director|coordinator|chargé(?: d[’']affaires)?|Charg[eé]|DCM|Ambassador|Minister|Secretary-General|President|Prime Minister|Foreign Minister|Defen[cs]e Minister|Secretary General|source|analyst|expert|campaigner|deminer|survivor|general|colonel"
const WORD = "[\\p{L}][\\p{L}.-]*(?:[’']s|(?<=s)[’'])?"
const DETERMINER =
  "(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[\\p{Lu}][\\p{L}.]*(?: [\\p{Lu}][\\p{L}.]*)?(?:[’']s|(?<=s)[’']))"
const OFFICE = new RegExp(
  `(?<![\\p{L}’'])${DETERMINER} (?:${WORD} ){0,5}?(?:${NOUN})(?![\\p{L}-])(?: (?:for|of|at|from|to|in) (?:the |its |his |our )?(?:${WORD}(?: (?:and |of |for |on )?${WORD}){0,4}))?`,
  'uy',
)
const MOST_BETWEEN =
  /\b(?:the|a|an|its|their|and|or|who|which|that|is|was|were|are|has|had|have|said|says|in|on|at|by|from|with|as|not|to|will|would|include[sd]?|including|compris\p{Ll}+|contain\p{Ll}*|consist\p{Ll}*)(?!\p{L})/u

/** Words after an office at which its own words end. */
const STOPS =
  /\b(?:said|says|told|who|which|that|is|was|were|are|has|had|have|will|would|noted|added|called|declined|confirmed|warned|argued|in|on|at|and then|also|did|does|briefed|assured|replied|asked|met|spoke|signed|expressed|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b/

const NOUN_AT = new RegExp(`(?:${NOUN})(?![\\p{L}-])`, 'u')
const RIGHT =
  /^ (?:for|of|at|from|to) (?:the |its |his |our )?([\p{L}][\p{L}’'-]*(?: (?:(?:and|of|for|on) )?[\p{L}][\p{L}’'-]*){0,5})/u

/** How far the words after an office noun still name it: "for the ministry", "of the Foreign Ministry". */
const rightEnd = (scene: OfficeScene, at: number): number => {
  const { organisations, states } = scene
  const { text } = scene.words
  const match = RIGHT.exec(text.slice(at, at + 90))
  if (!match) return at
  const from = at + match[0].length - (match[1]?.length ?? 0)
  const organisation = organisations[spanAt(organisations, from + 1)]
  if (organisation && organisation.start <= from && organisation.end > from) return organisation.end
  const state = states[spanAt(states, from + 1)]
  if (state && state.start <= from && state.end > from) return state.end
  const words = match[1] ?? ''
  const plain =
    /^(?:ministry|government|army|military|embassy|mission|delegation|organi[sz]ation|group|coalition|alliance|campaign|president|committee|parliament|court|ministry of (?:defen[cs]e|foreign affairs)|foreign ministry|defen[cs]e ministry|foreign affairs|defen[cs]e|state|the interior|police|agency|council|union|company|charity)\b/.exec(
      words,
    )
  return plain ? from + plain[0].length : at
}

const NAME_AFTER = /^,? (?:[\p{Lu}][\p{L}'’-]+ ){1,3}|^ [\p{Lu}][\p{L}'’.-]+/u

const isNamed = ({ persons }: OfficeScene, start: number, end: number): boolean =>
  persons.touches({ start, end: end + 3 })

/** The words with which the nouns of offices begin. */
const NOUN_KEYS: ReadonlySet<string> = new Set(
  'spokesman spokeswoman spokesperson official officials diplomat minister ambassador envoy negotiator delegate representative secretary president prime chancellor foreign defence defense aide adviser advisor lawmaker senator commander officer director coordinator charge dcm source analyst expert campaigner deminer survivor general colonel'.split(
    ' ',
  ),
)
const DETERMINERS: ReadonlySet<string> = new Set('a an the one another its his her their our'.split(' '))
/** How many words may stand between a determiner, of two words at most, and the noun of an office. */
const MOST_BEFORE = 7

/** Where the name of an office may begin: at a determiner or an owner, not far before one of its nouns. */
const beginnings = (words: Words): readonly number[] => {
  const found: number[] = []
  let next = 0
  for (const [noun, key] of words.keys.entries()) {
    if (!NOUN_KEYS.has(key)) continue
    for (let index = Math.max(next, noun - MOST_BEFORE); index < noun; index++) {
      const at = startOf(words, index)
      if (DETERMINERS.has(keyAt(words, index)) || isCapitalAt(words.text, at)) found.push(at)
    }
    next = Math.max(next, noun)
  }
  return found
}

/** The officials and office holders that a text mentions without their names. */
export const officeMentions = (scene: OfficeScene): readonly OfficeMention[] => {
  const { states } = scene
  const { text } = scene.words
  const found: OfficeMention[] = []
  let free = 0
  for (const start of beginnings(scene.words)) {
    if (start < free) continue
    OFFICE.lastIndex = start
    const match = OFFICE.exec(text)
    const noun = match && NOUN_AT.exec(match[0])
    if (!noun) continue
    const before = match[0].slice(0, noun.index)
    if (/\p{Ll}{2}\. /u.test(before)) continue
    const head = start + noun.index + noun[0].length
    free = start + noun.index
    if (/ of $/.test(before) && noun[0] === 'general') continue
    if (MOST_BETWEEN.test(before.replace(/^\S+ /, '')) || STOPS.test(before.replace(/^\S+ /, ''))) continue
    const end = rightEnd(scene, head)
    free = end
    if (isNamed(scene, start, end) || /^ of [Ss]tate\b/.test(text.slice(head, head + 9))) continue
    if (
      isOnlyGeneric(match[0].slice(0, head - start)) ||
      (NAME_AFTER.test(text.slice(end, end + 30)) && persons(scene, end))
    )
      continue
    const words = text.slice(start, end)
    const inside = states[spanAt(states, start - 1) + 1]
    const iso3 = inside && inside.end <= end ? inside.value.iso3 : undefined
    found.push({
      kind: 'office',
      start,
      end,
      text: words,
      value: {
        role: words.replace(/^(?:an?|the|one|another) /i, '').replace(/\s+/g, ' '),
        ...(iso3 && { iso3 }),
      },
      confidence: 'medium',
      rule: 'office-unnamed',
    })
  }
  return found
}

const persons = (scene: OfficeScene, end: number): boolean =>
  scene.persons.touches({ start: end, end: end + 12 })

/** "the president", "a source" alone point back to somebody or to nobody. */
const isOnlyGeneric = (words: string): boolean =>
  /^(?:the|a|an|its|his|her|their|our) (?:representative|source|director|officer|general|expert|analyst|survivor|secretary|commander|senator|aide|adviser|advisor|coordinator|delegate|envoy|official|deminer|campaigner|colonel)$/i.test(
    words,
  )
