import { longest } from './laws.ts'
import type { MeetingMention, TreatyMention } from './mention.ts'
import { spanAt } from './sentences.ts'
import { formsNear } from './windows.ts'

const ORDINAL =
  '(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth|Eighteenth|Nineteenth|Twentieth|Twenty-\\p{L}+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\d{1,2}(?:st|nd|rd|th)|\\d{4}|[Aa]nnual|[Ee]xtraordinary|[Ss]pecial)'
const PARTIES =
  '(?:(?:the )?(?:States|High Contracting) Parties|States parties|Parties|Signatories|Experts|Governmental Experts)'
const CAP = "\\p{Lu}[\\p{L}'’-]{0,30}"

interface MeetingForms {
  /** The word that each of the forms has in it. */
  readonly head: RegExp
  readonly forms: readonly RegExp[]
}

const head = (words: string): RegExp => new RegExp(`(?:${words})(?!\\p{L})`, 'gu')
const form = (source: string): RegExp => new RegExp(`(?<!\\p{L})${source}`, 'gu')

/** The forms in which meetings are named, by the word that heads them. */
const FORMS: readonly MeetingForms[] = [
  {
    head: head('[Mm]eetings?'),
    forms: [
      form(
        `(?:${ORDINAL} )?(?:${CAP} ){0,2}[Mm]eetings? of (?:the )?(?:${CAP} )?${PARTIES}(?: \\(\\p{Lu}{2,4}\\))?(?: (?:to|of) the ${CAP}(?: (?:${CAP}|on|of|and|the)){0,8} ${CAP})?`,
      ),
      form(`(?:${ORDINAL} )?(?:${CAP} ){0,3}[Ii]ntersessional [Mm]eetings?`),
      form(`\\d{4} (?:${CAP} ){1,3}meetings?`),
    ],
  },
  {
    head: head('MSP|RC|CSP|MHCP|ISM|IM|(?:MSP|CSP)-?\\d{1,2}'),
    forms: [
      /(?<![\p{L}\d])\d{1,2}(?:MSP|RC|CSP|MHCP|ISM|IM)(?![\p{L}\d])/gu,
      /(?<![\p{L}\d])(?:MSP|CSP)-?\d{1,2}(?![\p{L}\d])/gu,
    ],
  },
  {
    head: head('[Cc]onference'),
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
    head: head('Committee|PrepCom'),
    forms: [form(`(?:${ORDINAL} )?(?:${CAP} ){0,3}(?:Preparatory Committee|PrepCom)`)],
  },
  {
    head: head("[Ss]ummit|[Mm]inisterial|Ministers[’'] Meeting"),
    forms: [
      form(
        `(?:${CAP}|NATO|EU|G7|G8|G20|BRICS)(?:-\\p{L}+)? (?:[Ss]ummit|[Mm]inisterial(?: [Mm]eeting)?|Ministers[’'] Meeting)(?! of)`,
      ),
    ],
  },
  {
    head: head('sessions?|rounds?'),
    forms: [
      form(
        `(?:${ORDINAL} )(?:session|round)(?: of (?:the )?(?:negotiations|talks|consultations|${CAP}(?: (?:${CAP}|of|on|and|for|the)){0,8}))?`,
      ),
      form(`\\d{4} (?:${CAP} ){1,3}sessions?`),
    ],
  },
  {
    head: head('Forum|Conference|Dialogue|Symposium|Workshop'),
    forms: [form(`(?:${CAP} ){1,3}(?:Forum|Conference|Dialogue|Symposium|Workshop) (?:in|at) ${CAP}`)],
  },
]
const NOT_MEETING =
  /^(?:The |This |A )?(?:Conference on Disarmament|Press Conference|News Conference|International Conference|Regional Conference)$|^\d{4} (?:session|round)$/i
const LEADING =
  /^(?:The|This|That|At|In|By|Since|After|Before|During|On|Both|Its|And|Following|From|To|For|As) /

const clean = (from: number, words: string): { readonly start: number; readonly end: number } => {
  const lead = LEADING.exec(words)?.[0].length ?? 0
  const tail = /(?: (?:and|of|on|the|in|for)){1,4}$/.exec(words)?.[0].length ?? 0
  return { start: from + lead, end: from + words.length - tail }
}

/** The meetings that a text names; `treaties` tells of which treaty they are. */
export const meetingMentions = (
  text: string,
  treaties: readonly TreatyMention[],
): readonly MeetingMention[] => {
  const found: MeetingMention[] = []
  for (const { from, match } of FORMS.flatMap(({ head, forms }) => [...formsNear(text, head, forms)])) {
    const { start, end } = clean(from + match.index, match[0])
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
