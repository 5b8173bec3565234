import type { Line } from '../lines.ts'

/** A number at the head of a paragraph, as printed. */
export interface Label {
  /** The label with its sign and point, without the portion mark that stands before or after it. */
  readonly label: string
  /** The digits. */
  readonly printed: string
  /** The portion mark without blanks, where there is one. */
  readonly portion: string | undefined
  /** Whether a pilcrow, or what has become of one, stands before the number. */
  readonly signed: boolean
  /** The length of label and portion mark together. */
  readonly length: number
}

const SIGN = String.raw`(?:¶ ?|\[(?:1|¶\d*)\]\([^)\s]{0,40}\) ?)`
const PORTION = String.raw`\( ?((?:TS|S|C|U|SBU|LOU|FOUO|R)(?: ?(?:\/{1,2}|-|,) ?(?:REL(?: TO)? )?[A-Z]{2,12}){0,4})(?: ?[-–—]{1,2} ?ENTIRE TEXT\.?)? ?\)`
const NUMBERED = new RegExp(
  String.raw`^(${SIGN}?)(\d{1,3}) ?\\?[.)](?:¶)?(?: {0,4}(?:[-–] ?)?${PORTION})?`,
  'i',
)
/** "3. C The Department": a mark that has lost its brackets. */
const UNBRACKETED = new RegExp(
  String.raw`^(${SIGN}?)(\d{1,2})\. {1,3}(C|S|U|SBU|LOU|[CS]\/NF) {1,3}(?=["“]?[A-Z][A-Za-z])`,
)
const BARE_SIGN = new RegExp(String.raw`^(¶ ?)(\d{1,3})(?=\s)(?: {0,3}${PORTION})?`, 'i')
const PORTION_FIRST = new RegExp(String.raw`^${PORTION} ?(${SIGN}?)(\d{1,3})\.`, 'i')

/** "( C / NF )" as `C/NF`, "S/REL UKR,TUR" as `S/REL UKR, TUR`. */
const mark = (text: string | undefined): string | undefined =>
  text
    ?.trim()
    .replace(/ {0,9}(\/{1,2}) {0,9}/g, '$1')
    .replace(/ {0,9}, {0,9}/g, ', ')
    .toUpperCase()

const MISREAD_FIRST: ReadonlySet<number> = new Set([...'lIOoSBZ'].map(letter => letter.charCodeAt(0)))

/** The label with which a line begins, or `undefined`. */
export const labelOf = (line: string): Label | undefined => {
  // A digit, a pilcrow, a bracket or a point: nothing else begins a label.
  const code = line.charCodeAt(0)
  const couldBe = (code >= 48 && code <= 57) || code === 182 || code === 91 || code === 40 || code === 46
  if (!couldBe && !MISREAD_FIRST.has(code)) return undefined
  const head = line.slice(0, 90)
  const match = UNBRACKETED.exec(head) ?? NUMBERED.exec(head) ?? BARE_SIGN.exec(head)
  if (match) {
    const [whole, sign = '', printed = '', portion] = match
    const label = /^[^(]*?\d{1,3} ?\\?[.)]¶?/.exec(whole.slice(sign.length))?.[0] ?? printed
    // A copy in Markdown guards the point of a number: "1\."
    return {
      label: sign + label.replace('\\', ''),
      printed,
      portion: mark(portion),
      signed: sign !== '',
      length: whole.length,
    }
  }
  const first = PORTION_FIRST.exec(head)
  if (first) {
    const [whole, portion, sign = '', printed = ''] = first
    return {
      label: `${sign}${printed}.`,
      printed,
      portion: mark(portion),
      signed: sign !== '',
      length: whole.length,
    }
  }
  const misread = MISREAD.exec(head)
  if (misread) {
    const [whole, letters = '', portion] = misread
    const printed = [...letters].map(letter => AS_DIGIT[letter] ?? letter).join('')
    return { label: `${letters}.`, printed, portion: mark(portion), signed: false, length: whole.length }
  }
  const lost = NUMBER_LOST.exec(head)
  return lost
    ? { label: '.', printed: '', portion: mark(lost[1]), signed: false, length: lost[0].length }
    : undefined
}

/** A label whose digits are gone. */
const NUMBER_LOST = new RegExp(String.raw`^\. {0,3}${PORTION}`, 'i')
/** A label of which a reading machine has made letters: "l.", "lO.", "B." for 8. Only before a portion mark. */
const MISREAD = new RegExp(String.raw`^([\dlIOoSBZ]{1,2}) ?\. {0,3}${PORTION}`)
const AS_DIGIT: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0', o: '0', S: '5', B: '8', Z: '2' }

/** A line that may begin a paragraph. */
interface Candidate {
  readonly index: number
  readonly label: Label
  readonly line: Line
}

/** A paragraph's first line, its label and its true number. */
export interface Numbered {
  readonly index: number
  readonly label: Label
  readonly n: number
}

/** The numbers that a printed label may stand for, each with what that reading is worth. */
const readings = (
  { printed, portion, signed }: Label,
  recent: readonly Step[],
): readonly (readonly [number, number])[] => {
  if (printed === '') return [...new Set(recent.map(step => step.n + 1))].map(n => [n, 1] as const)
  const exact = Number(printed)
  const found: [number, number][] = exact > 0 ? [[exact, 6]] : []
  // A pilcrow that has become the digit 1.
  if (/^1\d{1,2}$/.test(printed)) found.push([Number(printed.slice(1)), 3])
  // A digit lost, in front or behind.
  if (printed.length === 1 && (portion !== undefined || signed))
    for (let ten = 1; ten <= 4; ten++) found.push([ten * 10 + exact, 1], [exact * 10 + ten - 1, 0.5])
  return found.filter(([n]) => n > 0)
}

interface Step {
  readonly candidate: number
  readonly n: number
  readonly score: number
  readonly before: Step | undefined
}

const WINDOW = 40

const worth = ({ label, line }: Candidate, markedText: boolean): number => {
  const marks = (label.portion === undefined ? 0 : 4) + (label.signed ? 4 : 0)
  // "7. Minimize considered." closes a text whose paragraphs bear marks.
  if (markedText && marks === 0) return line.opens ? -4 : -7
  // An item of a list within a sentence, "two issues, namely / 1. the effect of".
  const isWithin = /^ {0,4}\p{Ll}{2}/u.test(line.text.slice(label.length)) ? -6 : 0
  return marks + isWithin + (line.opens ? 2 : 0) + (/[)]$/.test(label.label) ? -2 : 0)
}

/** What it costs that numbers follow each other so; a number left out is a paragraph lost. */
const stepCost = (from: number, to: number): number =>
  to === from + 1 ? 0 : to > from ? 5 + 2 * (to - from) : 1e6

const FIRST_COST = 3

const bestBefore = (steps: readonly Step[], n: number): Step | undefined => {
  let best: Step | undefined
  let bestScore = -FIRST_COST * (n - 1)
  for (const step of steps) {
    const score = step.score - stepCost(step.n, n)
    if (score > bestScore || (score === bestScore && best === undefined && n > 1)) {
      best = step
      bestScore = score
    }
  }
  return best
}

const scoreOf = (before: Step | undefined, n: number): number =>
  before ? before.score - stepCost(before.n, n) : -FIRST_COST * (n - 1)

/**
 * The lines that begin the paragraphs, with their true numbers: the chain of labels that counts up best. A list
 * inside a paragraph does not continue the count or lacks the marks; a label that gained or lost a digit takes its
 * number from its place.
 */
export const numbered = (lines: readonly Line[]): readonly Numbered[] => {
  const candidates = lines.flatMap((line, index): Candidate[] => {
    const label = labelOf(line.text)
    return label ? [{ index, label, line }] : []
  })
  const marked = candidates.filter(({ label }) => label.portion !== undefined || label.signed).length
  const chain = bestChain(candidates, marked >= 2 && marked * 4 >= candidates.length)
  return chain.map(step => {
    const { index = 0, label = NO_LABEL } = candidates[step.candidate] ?? {}
    return { index, label, n: step.n }
  })
}

const NO_LABEL: Label = { label: '', printed: '', portion: undefined, signed: false, length: 0 }

const bestChain = (candidates: readonly Candidate[], markedText: boolean): readonly Step[] => {
  let recent: Step[] = []
  let best: Step | undefined
  for (const [at, candidate] of candidates.entries()) {
    const own = worth(candidate, markedText)
    const steps = readings(candidate.label, recent).map(([n, value]): Step => {
      const before = bestBefore(recent, n)
      return { candidate: at, n, score: scoreOf(before, n) + value + own, before }
    })
    for (const step of steps) if (!best || step.score >= best.score) best = step
    recent = [...recent.filter(step => at - step.candidate < WINDOW), ...steps]
  }
  const chain: Step[] = []
  for (let step = best && best.score > 0 ? best : undefined; step; step = step.before) chain.push(step)
  return chain.reverse()
}

/** Whether a printed label is not the number that the sequence shows. */
export const isRepaired = (label: string, n: number): boolean => /(\d+)\D*$/.exec(label)?.[1] !== String(n)
