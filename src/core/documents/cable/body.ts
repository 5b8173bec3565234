import type { Span } from '../../evidence/index.ts'
import { isItem, type Line } from '../lines.ts'
import { labelOf, type Numbered, numbered } from './labels.ts'
import type { AddresseeGroup, CableExchange, CableField, CableParagraph, ParagraphRole } from './outline.ts'
import { CLASSIFICATION, headerKind, TRAILER } from './scan.ts'

/** The lines of a cable's text, without headers printed again in it, and what is found of its end. */
export interface CableBody {
  readonly paragraphs: readonly CableParagraph[]
  readonly headings: readonly Span[]
  readonly signature: CableField | null
  /** Where the cable ends, signature and transmission marks included; what follows is not of the cable. */
  readonly end: number
}

const NOT_A_NAME =
  /^(?:SBU|LOU|FOUO|SUMMARY|COMMENT|BACKGROUND|OBJECTIVES?|BIO|NOTE|END|SIPDIS|NOFORN|UNCLASSIFIED|CONFIDENTIAL|SECRET|ANNEX|CONTENTS|INTRODUCTION|CONCLUSION|OTHERS|BEGIN|TEXT|ENDS|HOME|MENU|SEARCH|SHARE|TWEET|TOP)$/
const SURNAME =
  /^(?:(?:VAN|VON|DE|DER|DEN|LA|LE|DI|DEL|MC|MAC|O|ST) ?['’.]? ?){0,3}\p{Lu}[\p{Lu}'’-]{1,20}(?: \p{Lu}[\p{Lu}'’-]{2,20})?(?: ?(?:JR|SR|II|III)\.?)?$/u

/** What a transmission leaves is no name: "NMAFVVZCZ". */
const NO_VOWEL = /[BCDFGHJ-NP-TVWXZ]{6}/

const MIXED_SURNAME = /^(?:(?:van|von|de|der|Mc|Mac|O['’]) ?)?\p{Lu}\p{Ll}{2,20}(?:-\p{Lu}\p{Ll}+)?$/u

/** A surname in mixed case signs only where the text has ended and nothing else follows. */
const signsInMixedCase = (lines: readonly Line[], index: number): boolean =>
  (MIXED_SURNAME.test(lines[index]?.text ?? '') &&
    /[.!?)"”]$/.test(lines[index - 1]?.text ?? '') &&
    lines
      .slice(index + 1)
      .every(line => TRAILER.test(line.text) || CLASSIFICATION.test(line.text) || isNote(line.text))) ||
  (MIXED_SURNAME.test(lines[index]?.text ?? '') && isNote(lines[index + 1]?.text ?? ''))

/** A note under a telegram in a printed volume. */
export const isNote = (text: string): boolean => /^(?:\[\d{1,2}\] |(?:1 )?Source: )/.test(text)

/** Without the marks of transmission at its end. */
const unmarked = (text: string): string =>
  text.length <= LONGEST_SIGNATURE ? text.replace(/ ?(?:#{2,}|[.,])$/, '') : text

const LONGEST_SIGNATURE = 80

const couldSign = (printed: string): boolean => couldBeSurname(unmarked(printed))

const couldBeSurname = (text: string): boolean =>
  SURNAME.test(text) &&
  !NOT_A_NAME.test(text) &&
  !NO_VOWEL.test(text) &&
  !/\b(?:AND|OF|THE|ON|FOR|TO|IN)\b/.test(text)

const NAMED_SIGNATURE = /^Signature: +(?=\p{Lu})/u

const TAIL_LINES = 60

/** The index of the line with the signature: in capitals, after the last text, before nothing that reads as text. */
const signatureLine = (lines: readonly Line[], from: number): number => {
  const named = lines.findIndex((line, index) => index >= from && NAMED_SIGNATURE.test(line.text))
  if (named >= 0) return named
  const noted = lines.findIndex((line, index) => index > from && /^(?:1 )?Source: /.test(line.text))
  const last = Math.min(noted < 0 ? lines.length : noted, from + 4000)
  for (let index = last - 1; index >= from; index--) {
    const text = lines[index]?.text ?? ''
    const kind = headerKind(text)
    // "RESNER" has the form of a routing indicator too.
    if (TRAILER.test(text) || (kind !== undefined && (kind !== 'routing' || text.includes(' ')))) continue
    if (signsInMixedCase(lines, index)) return index
    if (!couldSign(text)) continue
    const next = lines[index + 1]
    const after = lines.slice(index + 1, index + 1 + TAIL_LINES)
    if (next === undefined || TRAILER.test(next.text) || !readsOn(after)) return index
  }
  return -1
}

/** Whether what follows is more of the text: a label, or sentences directly after. */
const readsOn = (after: readonly Line[]): boolean =>
  after.some(line => labelOf(line.text)?.portion !== undefined || /^(?:END|BEGIN) [A-Z]/.test(line.text)) ||
  after
    .slice(0, 2)
    .some(
      ({ text }) => /[.!?:,]$/.test(text) && /[a-z]/.test(text) && text.length > 60 && !OF_SITE.test(text),
    )

/** What a site prints under a cable. */
const OF_SITE =
  /cable|©|source code|\bthis site\b|\b(?:comments?|trackback|rss|subscribe|cookies|copyright|newsletter|this tool|print-friendly|pdf of th(?:e|is))\b/i

const endOfCable = (lines: readonly Line[], signed: number, from: number): number => {
  const trailer = lines.findIndex(
    (line, index) => index >= from && (index > signed || signed < 0) && TRAILER.test(line.text),
  )
  let last = Math.max(signed, trailer)
  if (last < 0) return lines.at(-1)?.end ?? 0
  while (TRAILER.test(lines[last + 1]?.text ?? '') || CLASSIFICATION.test(lines[last + 1]?.text ?? '')) last++
  return lines[last]?.end ?? 0
}

const isRule = (text: string): boolean => /^[-=_*~ ]{3,}$/.test(text)

/** A short line of its own before a paragraph, in capitals, underlined, or without a stop. */
const isSubheading = (lines: readonly Line[], index: number, shouting: boolean): boolean => {
  const line = lines[index]
  if (!line) return false
  const { text } = line
  if (isRule(text)) return true
  if (text.length > 90 || isItem(text) || labelOf(text) || /^(?:END|FOR) /.test(text)) return false
  const rule = lines[index + 1]
  const underlined = rule !== undefined && !rule.opens && isRule(rule.text)
  if (shouting)
    return (
      underlined ||
      (line.opens && /^[^a-z]{3,60}$/.test(text) && !/[.;,]$/.test(text) && startsFresh(lines, index))
    )
  if (/^[^a-z]{3,}$/.test(text) && /[A-Z]{3}/.test(text)) return !/[.;,]$/.test(text) || underlined
  return (
    underlined ||
    (line.opens && !/[.;,:?!"”)]$/.test(text) && /^[A-Z]/.test(text) && startsFresh(lines, index))
  )
}

/** In mixed case only after a text that has come to its end, and right before a label. */
/** Whether a text is in capitals throughout, as telegrams were. */
const isShouting = (lines: readonly Line[]): boolean => {
  const sample = lines
    .slice(0, 200)
    .map(line => line.text)
    .join('')
  return sample.replace(/[^a-z]/g, '').length < 0.1 * sample.length
}

const startsFresh = (lines: readonly Line[], index: number): boolean => {
  const before = lines[index - 1]?.text ?? ''
  const next = lines[index + 1]
  return /[.!?"”)]$/.test(before) && next?.opens === true && labelOf(next.text) !== undefined
}

interface Stretch {
  readonly first: number
  /** Exclusive. */
  readonly next: number
}

/** The lines of a paragraph: up to the headings before the next label. */
const stretches = (
  lines: readonly Line[],
  labels: readonly Numbered[],
  limit: number,
  shouting: boolean,
): readonly Stretch[] =>
  labels.map(({ index }, place) => {
    let next = Math.min(labels[place + 1]?.index ?? limit, limit)
    while (next - 1 > index) {
      const opening = ruledFrom(lines, next - 1)
      if (opening > index) next = opening
      else if (isSubheading(lines, next - 1, shouting) || TRAILER.test(lines[next - 1]?.text ?? '')) next--
      else break
    }
    return { first: index, next: Math.max(next, index + 1) }
  })

const RULED_LINES = 4

/** The index of the rule that opens a heading of some lines, where the rule at `closing` closes it; -1 for none. */
const ruledFrom = (lines: readonly Line[], closing: number): number => {
  if (!isRule(lines[closing]?.text ?? '')) return -1
  for (let at = closing - 1; at >= closing - RULED_LINES; at--) {
    const text = lines[at]?.text ?? ''
    if (isRule(text)) return at < closing - 1 ? at : -1
    if (labelOf(text) || text.length > 90) return -1
  }
  return -1
}

const ROLES: readonly (readonly [ParagraphRole, RegExp])[] = [
  ['addressee-group', /^(?:ACTION )?FOR (?:ALL|[A-Z]{3,}|.{0,20}POSTS?\b)/],
  ['summary', /^(?:(?:BEGIN )?SUMMARY|INTRODUCTION AND SUMMARY)\b/i],
  ['comment', /^(?:(?:BEGIN )?COMMENT|.{0,24}\bCOMMENT[:.])/i],
  [
    'action-request',
    /^(?:(?:THIS IS AN )?ACTION (?:REQUEST|CABLE|MESSAGE)|THIS CABLE (?:IS|CONTAINS) AN ACTION)/i,
  ],
  ['background', /^BACKGROUND\b/i],
]

const roleOf = (words: string): ParagraphRole | null =>
  ROLES.find(([, form]) => form.test(words.trimStart().slice(0, 200)))?.[0] ?? null

const ITEM =
  /^(?:-{1,2}(?!-)|[•·*▪]|\(?[a-z]\)|[a-z]\.|\(?\d{1,2}\)|\d{1,2}\.|\([ivx]{1,4}\)|[A-Z]\.(?= ))\s*\S/

const itemsIn = (lines: readonly Line[], { first, next }: Stretch): readonly Span[] => {
  const items: { start: number; end: number }[] = []
  let open: { start: number; end: number } | undefined
  for (const line of lines.slice(first + 1, next)) {
    if (ITEM.test(line.text)) {
      open = { start: line.start, end: line.end }
      items.push(open)
    } else if (open && !(line.opens && /[.;?!)]$/.test(lastWords(lines, line)))) open.end = line.end
    else open = undefined
  }
  return items
}

const lastWords = (lines: readonly Line[], line: Line): string => {
  const at = lines.indexOf(line)
  return lines[at - 1]?.text ?? ''
}

const paragraphOf = (
  text: string,
  lines: readonly Line[],
  { label, n }: Numbered,
  stretch: Stretch,
): CableParagraph => {
  const first = lines[stretch.first]
  const start = first?.start ?? 0
  const end = lines[stretch.next - 1]?.end ?? start
  return {
    n,
    label: label.label,
    labelStart: Math.max(start, text.indexOf(label.label, start)),
    portion: label.portion ?? null,
    role: roleOf(text.slice(start + label.length, Math.min(end, start + label.length + 240))),
    items: itemsIn(lines, stretch),
    start,
    end,
  }
}

/** Reads the text of a cable: `lines` begin after its header, `text` has the headers printed again blanked. */
export const cableBody = (text: string, lines: readonly Line[]): CableBody => {
  const labels = numbered(lines)
  const signed = signatureLine(lines, (labels.at(-1)?.index ?? -1) + 1)
  const end = endOfCable(lines, signed, labels.at(-1)?.index ?? 0)
  const tail = lines.findIndex(line => line.start >= end)
  const limit = signed >= 0 ? signed : tail < 0 ? lines.length : tail
  const shouting = isShouting(lines)
  const parts = stretches(lines, labels, limit, shouting)
  const line = lines[signed]
  const signature = line ? signatureOn(line) : inLine(lines, limit)
  return {
    paragraphs: labels.flatMap((label, place) => {
      const stretch = parts[place]
      return stretch ? [unsigned(text, paragraphOf(text, lines, label, stretch), signature)] : []
    }),
    headings: headingsIn(lines.slice(0, limit), parts, shouting),
    signature,
    end,
  }
}

const signatureOn = (line: Line): CableField => {
  const lead = NAMED_SIGNATURE.exec(line.text)?.[0].length ?? 0
  const value = unmarked(line.text.slice(lead))
  return { value, start: line.start + lead, end: line.start + lead + value.length }
}

const SIGNED_IN_LINE = /[.!?"”)] +(\p{Lu}[\p{Lu}'’-]{2,20})$/u

/** A telegram may be signed at the end of its last line. */
const inLine = (lines: readonly Line[], limit: number): CableField | null => {
  const last = lines[limit - 1]
  const name = last ? SIGNED_IN_LINE.exec(last.text)?.[1] : undefined
  return last && name && couldSign(name)
    ? { value: name, start: last.end - name.length, end: last.end }
    : null
}

const endingAt = (paragraph: CableParagraph, end: number): CableParagraph => ({
  ...paragraph,
  end,
  items: paragraph.items
    .filter(item => item.start < end)
    .map(item => ({ ...item, end: Math.min(item.end, end) })),
})

/** The paragraph without the signature that its last line ends with. */
const unsigned = (text: string, paragraph: CableParagraph, signature: CableField | null): CableParagraph =>
  signature && signature.start > paragraph.start && signature.end <= paragraph.end
    ? endingAt(paragraph, paragraph.start + text.slice(paragraph.start, signature.start).trimEnd().length)
    : paragraph

/** The subheadings between paragraphs, and those inside them that stand alone. */
const headingsIn = (
  lines: readonly Line[],
  parts: readonly Stretch[],
  shouting: boolean,
): readonly Span[] => {
  const firsts = new Set(parts.map(part => part.first))
  return lines
    .filter(
      (line, index) =>
        line.opens && !firsts.has(index) && isSubheading(lines, index, shouting) && !isItem(line.text),
    )
    .map(({ start, end }) => ({ start, end }))
}

const GROUP =
  /(?<![A-Za-z])((?:(?:ACTION|INFO(?:RMATION)?) )?(?:FOR|POSTS?:?|ADDRESSEES?:)\s+((?:ALL|OTHER|REMAINING)[A-Z ,()]{0,60}|[A-Z][A-Z\s,;/.'’&()-]{0,500}(?:\s(?:and|or)\s+[A-Z][A-Z\s,;/.'’&()-]{0,200}){0,8}))\s*(?:[:.]|--?)/dg

/** Who is asked at the head of a paragraph, and with which words the asking begins. */
const ALL_POSTS =
  /^(?:(?:action|info(?:rmation)?) )?(?:for )?(?:all|other|remaining|all (?:other|remaining)) (?:action |info(?:rmation)? )?(?:posts|addressees|embassies|missions)|^info(?:rmation)? (?:addressees|posts)\b|^(?:action |info(?:rmation)? )?(?:posts|addressees|embassies|missions),? (?:except|other than) [^,.;:]{3,80},?/i
const KIND_OF_POST =
  /^(?:the )?(?:(?:action|info(?:rmation)?) )?(?:posts|embass(?:y|ies)|missions?|consulates?(?: general)?|addressees)(?: (?:in|at))?(?=\s)/i
const NAMES =
  /^(?:,?\s(?:and\s|or\s)?(?!(?:is|are|should|may|need|please|to|for|has|have|will|and|or)\b)\p{Lu}[\p{L}.'’-]{0,30}){1,40}/iu
const MISSION_FIRST = /^US(?:UN|NATO|OSCE|EU|MISSION|DEL)\b/i
const ASKS =
  /^\s*(?::|--|,?\s?\b(?:is|are)\s(?:requested|asked|instructed|to)\b|should\b|may\b(?! wish)|need\b|please\b)/i

/** "..., whose hosts are co-sponsors, should ask". */
const RELATIVE = /^, (?:whose|which|who|where)\s[^.,:]{3,80},/

/** The words that name who is asked, at the head of a text, and those with which it is asked. */
const askedIn = (text: string): { readonly named: string; readonly asks: string } | undefined => {
  const isFor = /^for /i.test(text)
  const own = isFor ? text.slice(4) : text
  const named =
    ALL_POSTS.exec(text)?.[0] ??
    withNames(own, KIND_OF_POST.exec(own)?.[0]) ??
    withNames(own, MISSION_FIRST.exec(own)?.[0], true) ??
    NAMES.exec(` ${own}`)?.[0].slice(1)
  if (named === undefined) return undefined
  const whole = text.startsWith(named) ? named : text.slice(0, 4) + named
  const asks = ASKS.exec(text.slice(whole.length).replace(RELATIVE, clause => ' '.repeat(clause.length)))?.[0]
  if (asks === undefined) return undefined
  const isPlainName = !ALL_POSTS.test(text) && !KIND_OF_POST.test(own) && !MISSION_FIRST.test(own)
  const isOpen = isFor
    ? asks.trim() === ':'
    : /^\s?(?:should|need) take no action/i.test(text.slice(whole.length))
  return isPlainName && !isOpen ? undefined : { named: whole, asks }
}

const withNames = (text: string, head: string | undefined, alone = false): string | undefined => {
  if (head === undefined) return undefined
  const names = NAMES.exec(text.slice(head.length))?.[0]
  return names === undefined && !alone ? undefined : head + (names ?? '')
}

/** Words of a sentence, which a list of posts has not. */
const SENTENCE = /\b(?:ARE|IS|HAS|HAVE|WILL|THAT|WHEN|NOT|BEEN|WHICH|ITS|THEIR)\b/

const NOBODY =
  /^(?:YOUR|INFORMATION|FURTHER|MORE|THE|ITS|OUR|THIS|THAT|EXAMPLE|THESE|THOSE|ANY|EACH|NOW|DETAILS)\b/

const INFORMATION =
  /\bfor\s+(?:your\s+|post['’]?s?['’]?\s+)?(?:information|awareness|background)\b|\binfo(?:rmation)?\s+only\b|\bno\s+(?:further\s+)?(?:action|approach|demarche|reply)\b|\bneed\s+not\b/i

/** Who is addressed, before it is known which States their posts stand in. */
export interface GroupFrame extends Omit<AddresseeGroup, 'posts'> {
  readonly who: 'all' | 'remaining' | 'named'
}

const whoOf = (words: string): GroupFrame['who'] =>
  /^(?:ALL )?(?:OTHER|REMAINING)\b/.test(words) ? 'remaining' : /^ALL\b/.test(words) ? 'all' : 'named'

/** The stretches in which posts are addressed, and what is asked of them: "FOR ANKARA, ATHENS AND ROME:". */
export const groupFrames = (text: string, paragraphs: readonly CableParagraph[]): readonly GroupFrame[] =>
  paragraphs.flatMap(paragraph => {
    const found = headsIn(text, paragraph)
    return found.map((head, place) =>
      frameOf(text, paragraph, head, found[place + 1]?.start ?? paragraph.end),
    )
  })

interface Head extends Span {
  readonly after: number
  readonly who: GroupFrame['who']
  /** Whether the words themselves ask for something. */
  readonly isAsked: boolean
  /** Whether they address those who are only to know. */
  readonly isInformed?: boolean
}

const headsIn = (text: string, paragraph: CableParagraph): readonly Head[] => {
  const words = text.slice(paragraph.start, paragraph.end)
  const offset = paragraph.label.length
  const asked = askedAt(words, paragraph)
  if (asked) return [asked]
  return [...words.matchAll(GROUP)].flatMap((match): Head[] => {
    const atStart =
      /^[\s(¶)A-Z\d./[\]#-]{0,14}$/.test(words.slice(offset, match.index)) || match.index <= offset + 12
    const opensLine = /(?:^|[\n.:]\s*(?:--? ?)?)$/.test(
      words.slice(Math.max(0, match.index - 6), match.index),
    )
    if ((!atStart && !opensLine) || NOBODY.test(match[2] ?? '') || SENTENCE.test(match[2] ?? '')) return []
    const start = paragraph.start + match.index
    const end = start + (match[1] ?? '').trimEnd().length
    return [
      {
        start,
        end,
        after: paragraph.start + match.index + match[0].length,
        who: whoOf(match[2] ?? ''),
        isAsked: false,
      },
    ]
  })
}

const askedAt = (words: string, paragraph: CableParagraph): Head | undefined => {
  const label = labelOf(words.slice(0, 90))?.length ?? 0
  const later = words.slice(label).search(LATER_ASKED)
  return (
    askedFrom(words, paragraph, label) ?? (later < 0 ? undefined : askedFrom(words, paragraph, label + later))
  )
}

/** A post addressed in a later sentence of a paragraph. */
const LATER_ASKED =
  /(?<=[.!?]\s{1,2})(?:Embassy|Embassies|Posts in|Consulate)\s|(?<=ACTION REQUEST(?:ED)?[:.] {1,2})(?=\S)/

const askedFrom = (words: string, paragraph: CableParagraph, from: number): Head | undefined => {
  const rest = words.slice(from, from + 900)
  const blank = rest.length - rest.trimStart().length
  const asked = askedIn(rest.slice(blank))
  if (!asked) return undefined
  const { named, asks } = asked
  const lead = /^(?:action |info(?:rmation)? )?for /i.exec(named)?.[0].length ?? 0
  const start = paragraph.start + from + blank + lead
  const end = start + named.length - lead
  const after = rest.slice(blank + named.length + asks.length)
  const isAsked =
    /(?:requested|asked|instructed|should|please|to)$/i.test(asks) && !/^\s*(?:not?\b|take no\b)/i.test(after)
  const all = ALL_POSTS.exec(named)?.[0]
  const who = all === undefined ? 'named' : /other|remaining|except|^info/i.test(all) ? 'remaining' : 'all'
  return { start, end, after: end, who, isAsked, isInformed: /^info/i.test(named) }
}

const frameOf = (text: string, paragraph: CableParagraph, head: Head, until: number): GroupFrame => {
  const items = paragraph.items.filter(item => item.start >= head.after && item.start < until)
  const objective = trimmedWords(text, head.after, items[0]?.start ?? until)
  const said = text.slice(head.after, until)
  return {
    paragraph: paragraph.n,
    who: head.who,
    action:
      items.length > 0 ||
      head.isAsked ||
      (!INFORMATION.test(said) && !head.isInformed) ||
      /\bplease (?!take this)(?:deliver|convey|raise|urge|request|seek)/i.test(said),
    objective: objective.end > objective.start ? objective : null,
    asks: items,
    start: head.start,
    end: head.end,
  }
}

const trimmedWords = (text: string, start: number, end: number): Span => {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
}

const QUESTION =
  /^\s*(?:\(?[A-Za-z\d]{1,2}[.)]\s*|--?\s*)?(?:Q(?:UESTION)?(?: ?\d{1,2})?\s*[:.)]|QUESTION\b)/i
const ANSWER = /(?<![A-Za-z])(?:A(?:NSWER)?(?: ?\d{1,2})?|RESPONSE|REPLY)\s*:\s*/i

/** Questions put to a government with the answers reported, where the text marks them. */
export const exchangesIn = (text: string, paragraphs: readonly CableParagraph[]): readonly CableExchange[] =>
  paragraphs.flatMap(paragraph => {
    const units = paragraph.items.length > 0 ? [headOf(paragraph), ...paragraph.items] : [paragraph]
    return units.flatMap(unit => exchangeIn(text, unit, paragraph))
  })

const headOf = (paragraph: CableParagraph): Span => ({
  start: paragraph.start,
  end: paragraph.items[0]?.start ?? paragraph.end,
})

const exchangeIn = (text: string, unit: Span, paragraph: CableParagraph): readonly CableExchange[] => {
  const from =
    unit.start === paragraph.start ? (labelOf(text.slice(unit.start, unit.start + 90))?.length ?? 0) : 0
  const start = unit.start + from
  const words = text.slice(start, unit.end)
  const answer = ANSWER.exec(words)
  const asked = /\?["”']?(?=\s|$)/.exec(words)
  const cut =
    answer && words.slice(0, answer.index).trim() !== ''
      ? answer.index
      : asked
        ? asked.index + asked[0].length
        : -1
  const marked = QUESTION.test(words)
  if (cut < 0 || !(marked || (asked && answer) || (asked && cut < words.length - 8 && unit !== paragraph)))
    return []
  const question = trimmedWords(text, start, start + cut)
  const reply = trimmedWords(text, start + cut + (answer?.index === cut ? answer[0].length : 0), unit.end)
  return [{ paragraph: paragraph.n, question, answer: reply.end > reply.start ? reply : null }]
}
