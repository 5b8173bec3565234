import type { Line } from '../lines.ts'
import { type HeaderKind, headerKind } from './scan.ts'

/** Where a further field begins on the line of another: "TAGS: PREL SUBJECT: ... REF: A. OSLO 12". */
const FIELD =
  /(?<=\S)(?<!^\d{1,6}\.) +(?=(?:T?AGS|TAG|SUBJ(?:ECT)?|REF(?:S|TELS?|ERENCES?)?(?:\(S\))?|CLASSIFIED BY|E\.?O\.? ?\d{5}) ?: ?\S)|(?<=[A-Z?])(?=REF: [A-Z])|(?<=\S) +(?=CLASSIFIED BY [A-Z].{3,80}\bREASON)/gi
/** Where a part of the routing begins on the line of another. */
const ROUTING =
  /(?<=\S)(?<!\b(?:TO|INFO)) +(?=DE R[A-Z]{3,7} #?\d|ZN[YR] ([A-Z])\1{4}|[OPRZ]{2} R[A-Z]{4,7}\b|(?:[OPRZ] ){1,2}\d{6}Z [A-Z]{3} \d{2}|FM [A-Z]{3}|(?:TO|INFO) (?:R[A-Z]{4,7} ?\/|AM[EC]|US[MINEU]|SECSTATE|SECDEF|JOINT|ALL |NATO )|R[A-Z]{4,6} ?\/ ?[A-Z]{3}|(?:C O N F I D E N T I A L|S E C R E T|UNCLAS|CONFIDENTIAL|SECRET) (?:SECTION|[A-Z]{3,}(?: [A-Z]{3,})? \d{3})|E\.O\. \d{5})|(?<=(?:IMMEDIATE|PRIORITY|ROUTINE|FLASH)(?: \d{3,5})?) +(?=AM(?:EMBASSY|CONSUL)|USMISSION|USINT|SECDEF|JOINT STAFF)/g
/** Where a paragraph begins on the line of another, or of the header. */
const PARAGRAPH =
  /(?<=[.!?)"”\]:]) +(?=(?:¶ ?)?\d{1,2}\. {0,2}\((?:TS|S|C|U|SBU|LOU)(?:\/{1,2}[A-Z]{2,8})*\) ?\S)/g

/** Where one addressee of many on a line ends: "AMEMBASSY AMMAN AMEMBASSY CAIRO INFO NATO COLLECTIVE". */
const ADDRESSED =
  /(?<=[A-Z\d]) +(?=(?:AMEMBASSY|AMCONSUL|USMISSION|USDEL|USINT|SECDEF|AIT) [A-Z]|INFO [A-Z]{3})(?<!(?:TO|INFO|FOR|PASS|AND) +)/g

const BEFORE_COLON = /(?:AGS?|TAG|SUBJ|SUBJECT|REF(?:S|TELS?)?|BY|E\.?O\.? ?\d{5}) ?$/i
const LONGEST_NAME = 14

/** Whether a line may have a field in it: one of their names before a colon, or without one. */
const hasField = (text: string): boolean => {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1))
    if (BEFORE_COLON.test(text.slice(Math.max(0, at - LONGEST_NAME), at))) return true
  return text.includes('REF(S)') || /classified by/i.test(text)
}

/** Where the marking of a telegram follows the words before it without a blank: "TRIPOLI 4036C O N F I D E N T I A L SECTION 01 OF 03". */
const GLUED =
  /(?<=[a-z.\d])(?=(?:C O N F I D E N T I A L|S E C R E T|UNCLAS(?:SIFIED)?|CONFIDENTIAL|SECRET) (?:SECTION \d|(?:[A-Z]{3,} ){1,3}\d{4,6}(?!\d)))/g

const HEAD_LINES = 200
const VERY_LONG = 800

/** Where unmarked paragraphs begin on a line that holds many of them: at "1. ", "2. " and on, each after the last. */
const countedCuts = (text: string): readonly number[] => {
  const cuts: number[] = []
  let from = 0
  for (let number = 1; number < 100; number++) {
    const form = new RegExp(`[.!?)\\dA-Z"”] +(?=${number}\\. +(?:\\(|[A-Z]))`, 'g')
    form.lastIndex = from
    const match = form.exec(text)
    if (!match) break
    from = match.index + match[0].length
    cuts.push(from)
  }
  return cuts.length >= 2 ? cuts : []
}

const LONG = 240

/** What parts the fields of a row in a table of cables. */
const SEPARATOR = /%colseparator%|"[,;\t]"/gi
const OF_MESSAGE: ReadonlySet<HeaderKind> = new Set([
  'transmission',
  'routing',
  'date-time',
  'classification',
])

/** Where the message begins in a row of a table of cables, and where its text follows its routing: at each separator. */
const rowCuts = (text: string): readonly number[] =>
  [...text.matchAll(SEPARATOR)].flatMap(({ 0: separator, index }) => {
    const end = index + separator.length
    const kind = headerKind(text.slice(end, end + 200).split(/["%]/, 1)[0] ?? '')
    return kind && OF_MESSAGE.has(kind) ? [index, end] : []
  })

const cutsOf = (text: string, isHead: boolean): readonly number[] => {
  const cuts: number[] = []
  const add = (form: RegExp): number => {
    let count = 0
    for (const match of text.matchAll(form)) {
      cuts.push(match.index + match[0].length)
      count++
    }
    return count
  }
  if (isHead && /%colsep|"[,;\t]"/i.test(text)) cuts.push(...rowCuts(text))
  if (isHead && /(?:C R E T|N T I A L|UNCLAS|UNCLASSIFIED|CONFIDENTIAL|SECRET) [A-Z]{3}/.test(text))
    add(GLUED)
  if (isHead && hasField(text)) add(FIELD)
  if (isHead && text.length > 100 && / FM [A-Z]| DE R/.test(text)) {
    add(ROUTING)
    if ((text.match(/AMEMBASSY/g)?.length ?? 0) > 1) add(ADDRESSED)
  }
  if (text.length > LONG || cuts.length > 0 || /reason/i.test(text)) add(PARAGRAPH)
  if (text.length > VERY_LONG) cuts.push(...countedCuts(text))
  return [...new Set(cuts)].filter(cut => cut > 0).sort((a, b) => a - b)
}

/**
 * The lines, with those divided that hold more than one field of a header or more than one marked paragraph, as
 * copies do that have lost the ends of lines.
 */
export const unfolded = (printed: readonly Line[]): readonly Line[] => {
  let isChanged = false
  const lines = printed.map(line =>
    /[\u00a0\t]/.test(line.text) ? { ...line, text: line.text.replace(/[\u00a0\t]/g, ' ') } : line,
  )
  const all = lines.flatMap((line, index): readonly Line[] => {
    if (line.text.length < 24) return [line]
    const cuts = cutsOf(line.text, index < HEAD_LINES)
    if (cuts.length === 0) return [line]
    isChanged = true
    return [0, ...cuts].map((from, place) => {
      const words = line.text.slice(from, cuts[place] ?? line.text.length).trimEnd()
      return {
        text: words,
        start: line.start + from,
        end: line.start + from + words.length,
        opens: place === 0 && line.opens,
      }
    })
  })
  return isChanged
    ? all.filter(line => line.text !== '' && !/^(?:%colseparator%|"[,;]")$/i.test(line.text))
    : lines
}
