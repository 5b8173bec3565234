import type { Span } from '../evidence/index.ts'
import { isPartHeading } from './forms.ts'
import type { Line } from './lines.ts'
import type { Part, PartKind, Turn, Zone } from './reading.ts'
import { speakerLabels } from './speakers.ts'

const KINDS: readonly (readonly [PartKind, RegExp])[] = [
  ['article', /^(?:art(?:icle|ículo|ikel)?\b|art\.)/i],
  ['section', /^(?:section\b|sec\.|sección\b|abschnitt\b|§)/i],
  ['chapter', /^(?:chapter|chapitre|capítulo|kapitel)\b/i],
  ['part', /^(?:part|partie|parte|teil|title|titre|título|book|livre)\b/i],
  ['annex', /^(?:annex|annexe|anexo|anhang|anlage|schedule|appendix|protocol)\b/i],
]

const NUMBER =
  /^(?:\p{L}+\.?|§{1,2}) ?(?:n° ?)?((?:\d{1,4}(?!\d)(?:[a-z](?![a-z]))?|[IVXLC]{1,7}(?=er(?!\p{L})|re(?!\p{L})|[^\p{L}]|$))|premier|première|únic[oa]|primer[oa])?(?:er|re|ère|º|ª|\.º)?/iu
const ORDINALS: Readonly<Record<string, string>> = {
  premier: '1',
  première: '1',
  primero: '1',
  primera: '1',
  único: '1',
  única: '1',
}

/** The number of a part as the text gives it, in figures where it is the word for "first" or "only". */
const numberIn = (text: string): string | null => {
  const number = SUBSECTION.exec(text)?.[1] ?? NUMBER.exec(text)?.[1]
  return number === undefined ? null : (ORDINALS[number.toLowerCase()] ?? number)
}

const kindOf = (text: string): PartKind | undefined =>
  SUBSECTION.test(text) ? 'section' : KINDS.find(([, form]) => form.test(text))?.[0]

const PARAGRAPH =
  /^(\(\d{1,3}[a-z]?\)|\d{1,3}[.)]|\d{1,2}°|[IVX]{1,5}\.(?= ?[–—-])|\([a-z]{1,3}\)|[a-z]\))(?=\s|[-–—])/

/** Lines of a contents list give parts once before they come. */
const isListed = (lines: readonly Line[], index: number): boolean =>
  (lines[index]?.text ?? '').includes('....')

/** A heading that opens with words of its text: "Article 1. Each State Party ...", "§ 2 (1) Wer ...". */
const OPENING =
  /^(?:(?:art(?:icle|ículo|ikel)|section) [\dIVXL]{1,5}[a-z]?|art\. ?\d{1,3}[a-z]?|§ ?\d{1,3}[a-z]?)(?:er|\.?º)?(?:[.:–—-]| -|\s*\()/i

/** A section of an English act that opens with its first subsection: "3.-(1) No person shall ...". */
const SUBSECTION = /^(\d{1,3})\.? ?[–—-]{1,2} ?\(1\)/

const opensPart = ({ text }: Line): boolean =>
  SUBSECTION.test(text) || (/^[\p{Lu}§]/u.test(text) && (isPartHeading(text) || OPENING.test(text)))

/** Without the entries of a contents list: a heading alone that comes again with its text. */
const withoutContents = (parts: readonly Part[], headings: ReadonlySet<number>): readonly Part[] => {
  const last = new Map(parts.map((part, index) => [`${part.kind} ${part.number}`, index]))
  return parts.filter(
    (part, index) => !headings.has(part.end) || last.get(`${part.kind} ${part.number}`) === index,
  )
}

/**
 * The articles, sections, chapters and annexes of a law or a treaty, each from its heading to the next of them, with
 * the labels of its paragraphs. Chapters and parts hold no paragraphs of their own.
 */
export const partsIn = (lines: readonly Line[]): readonly Part[] => {
  const found: Part[] = []
  const headings = new Set<number>()
  let open:
    | { kind: PartKind; number: string | null; start: number; end: number; paragraphs: Span[] }
    | undefined
  for (const [index, line] of lines.entries()) {
    const kind = opensPart(line) && !isListed(lines, index) ? kindOf(line.text) : undefined
    if (kind) {
      headings.add(line.end)
      open = { kind, number: numberIn(line.text), start: line.start, end: line.end, paragraphs: [] }
      found.push(open)
    } else if (open) {
      open.end = line.end
      if (PARAGRAPH.test(line.text)) open.paragraphs.push({ start: line.start, end: line.end })
      else {
        const last = open.paragraphs.at(-1)
        if (last) open.paragraphs[open.paragraphs.length - 1] = { ...last, end: line.end }
      }
    }
  }
  return withoutContents(found, headings)
}

const HELD: ReadonlySet<Zone['type']> = new Set(['body', 'heading'])

/** Who speaks in a transcript: from each label to the next, page furniture between them included. */
export const turnsIn = (lines: readonly Line[], typeAt: (place: number) => Zone['type']): readonly Turn[] => {
  const found: Turn[] = []
  let open: { speaker: string; label: Span; start: number; end: number } | undefined
  const labelOf = speakerLabels(lines)
  for (const line of lines) {
    if (!HELD.has(typeAt(line.start))) continue
    const label = labelOf(line.text)
    if (label) {
      open = {
        speaker: label.replace(/^[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]? |^Q ?\d{1,3}\.? +(?=\S)|:$/g, ''),
        label: { start: line.start, end: line.start + label.length },
        start: line.start,
        end: line.end,
      }
      found.push(open)
    } else if (open) open.end = line.end
  }
  return found
}
