import { longest } from './laws.ts'
import type { MeetingMention, TreatyMention } from './mention.ts'
import { spanAt } from './sentences.ts'
import { type HeadedForms, headed, matchesNear } from './windows.ts'
import { isCapitalAt, type Words } from './words.ts'

const ORDINAL =
  '(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth|Twentieth|Twenty-\\p{L}+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d{1,2}(?:st|nd|rd|th)|\\d{4}|[Aa]nnual|[Ee]xtraordinary|[Ss]pecial)'
const PARTIES =
  '(?:(?:the )?(?:States|High Contracting) Parties|States parties|Parties|Signatories|Experts|Governmental Experts)'
const CAP = "\\p{Lu}[\\p{L}'’-]{0,30}"

type MeetingForms = Pick<HeadedForms, 'heads' | 'forms'>

const heads = (words: string): ReadonlySet<string> => new Set(words.split(' '))
const form = (source: string): RegExp => new RegExp(`(?<!\\p{L})${source}`, 'uy')

/** The forms in which meetings are named, by the word that heads them. */
const FORMS: readonly MeetingForms[] = [
  {
    heads: heads('meeting meetings'),
    forms: [
      form(
        `(?:${ORDINAL} )?(?:${CAP} ){0,2}[Mm]eetings? of (?:the )?(?:${CAP} )?${PARTIES}(?: \\(\\p{Lu}{2,4}\\))?(?: (?:to|of) the ${CAP}(?: (?:${CAP}|on|of|and|the)){0,8} ${CAP})?`,
      ),
      form(`(?:${ORDINAL} )?(?:${CAP} ){0,3}[Ii]ntersessional [Mm]eetings?`),
      form(`\\d{4} (?:${CAP} ){1,3}meetings?`),
    ],
  },
  {
    heads: heads('conference'),
    forms: [
      form(`(?:${ORDINAL} )?(?:${CAP} ){0,3}(?:Review Conference|review conference)`),
      form(`(?:${ORDINAL} )?Conference of (?:the )?States Parties`),
      form(
        `(?:${CAP} )?(?:${CAP} )?(?:Diplomatic|Preparatory|Signing|Pledging|International|Global|Regional) Conference(?: (?:on|of|for|in|against) (?:the )?(?:${CAP}|and|on|of)(?: (?:${CAP}|and|on|of|the)){0,10})?`,
      ),
      form(`${CAP} Conference on (?:${CAP})(?: (?:${CAP}|and)){0,8}`),
    ],
  },
  {
    heads: heads('committee prepcom'),
    forms: [form(`(?:${ORDINAL} )?(?:${CAP} ){0,3}(?:Preparatory Committee|PrepCom)`)],
  },
  {
    heads: heads('summit ministerial meeting'),
    forms: [
      form(
        `(?:${CAP}|NATO|EU|G-?(?:7|8|20)|BRICS)(?:-\\p{L}+)? (?:[Ss]ummit|[Mm]inisterial(?: [Mm]eeting)?|Ministers[’'] Meeting)(?! of)`,
      ),
    ],
  },
  {
    heads: heads('session sessions round rounds'),
    forms: [
      form(
        `(?:${ORDINAL} )(?:session|round)(?: of (?:the )?(?:negotiations|talks|consultations|${CAP}(?: (?:${CAP}|of|on|and|for|the)){0,8}))?`,
      ),
      form(`\\d{4} (?:${CAP} ){1,3}sessions?`),
    ],
  },
  {
    heads: heads('forum conference dialogue symposium workshop'),
    forms: [form(`(?:${CAP} ){1,3}(?:Forum|Conference|Dialogue|Symposium|Workshop) (?:in|at) ${CAP}`)],
  },
]

/** "12MSP", "CSP-3". */
const SHORT = /(?<![\p{L}\d])(?:\d{1,2}(?:MSP|RC|CSP|MHCP|ISM|IM)|(?:MSP|CSP)-?\d{1,2})(?![\p{L}\d])/gu
const SHORT_FORMS = ['MSP', 'RC', 'CSP', 'MHCP', 'ISM', 'IM']

/** Words in small letters with which a meeting may be named. */
const SMALL = heads(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth annual extraordinary special intersessional review meeting meetings',
)

const NOT_MEETING =
  /^(?:The |This |A )?(?:Conference on Disarmament|Press Conference|News Conference|International Conference|Regional Conference)$|^\d{4} (?:session|round)$/i
const LEADING =
  /^(?:The|This|That|At|In|By|Since|After|Before|During|On|Both|Its|And|Following|From|To|For|As) /

const clean = (from: number, words: string): { readonly start: number; readonly end: number } => {
  const lead = LEADING.exec(words)?.[0].length ?? 0
  const tail = /(?: (?:and|of|on|the|in|for)){1,4}$/.exec(words)?.[0].length ?? 0
  return { start: from + lead, end: from + words.length - tail }
}

interface Named {
  readonly at: number
  readonly name: string
}

const namesIn = (words: Words): readonly Named[] => {
  const { text } = words
  const canBegin = (key: string, at: number): boolean =>
    isCapitalAt(text, at) || SMALL.has(key) || /^\d/.test(key)
  const inFull = FORMS.flatMap(group => [...headed(words, { ...group, canBegin })])
  const short = [...matchesNear(text, SHORT_FORMS, SHORT, { before: 3, after: 9 })]
  return [
    ...inFull.map(({ 0: name, index }) => ({ at: index, name })),
    ...short.map(({ start, match }) => ({ at: start, name: match[0] })),
  ]
}

/** The meetings that a text names; `treaties` tells of which treaty they are. */
export const meetingMentions = (
  words: Words,
  treaties: readonly TreatyMention[],
): readonly MeetingMention[] => {
  const { text } = words
  const found: MeetingMention[] = []
  for (const one of namesIn(words)) {
    const { start, end } = clean(one.at, one.name)
    const name = text.slice(start, end).replace(/\s+/g, ' ')
    if (NOT_MEETING.test(name) || name.includes('\n')) continue
    const treaty = treaties[spanAt(treaties, end)]
    const near =
      treaty && treaty.start >= start - 4 && treaty.end <= end + 40 ? treaty.value.treaty : undefined
    found.push({
      kind: 'meeting',
      start,
      end,
      text: text.slice(start, end),
      value: { name, ...(near && { treaty: near }) },
      confidence: 'medium',
      rule: 'meeting-name',
    })
  }
  return longest(found)
}
