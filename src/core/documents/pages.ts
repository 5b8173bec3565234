import type { Line } from './lines.ts'

const PAGE_NUMBER =
  /^(?:[-–—[(] ?)?(\d{1,4})(?: ?[-–—\])])?$|^(\d{1,3})\/\d{1,3}$|^(?:page|p\.|seite|página|pág\.?) ?(\d{1,4})(?: (?:of|sur|von|de) \d{1,4})?$/i

const numberAlone = (text: string): number | undefined => {
  const match = PAGE_NUMBER.exec(text)
  const digits = match?.[1] ?? match?.[2] ?? match?.[3]
  return digits === undefined ? undefined : Number(digits)
}

/** Lines that may repeat without being the head of a page: parts of a law, lists, salutations, labels. */
const NO_HEAD =
  /^§|^(?:art(?:icle|ículo|ikel|\.)?|section|sec\.|chapter|chapitre|capítulo|kapitel|part|teil|titre|título|title|annex|annexe|schedule|table|figure|fig\.|box|form|question|point|rule|step|day|round|phase|question|q|a|no|nr)\b\.? ?[\dIVXL]*|^\(?[\divxa-z]{1,4}[.)]|[.,;:!?]$/i
const PAGE_WORD = /\b(?:page|pág\.?|p\.|seite|column|col\.|folio)(?= ?\d)/i

const PAGE_AT_EDGE = /^(\d{1,5})(?: {2,}| \| )|(?: {2,}| \| )(\d{1,5})$/
/** The line without its page number, which stands left on one page and right on the next. */
const keyOf = (text: string): string =>
  (/ {2}|\|/.test(text) ? text.replace(PAGE_AT_EDGE, '') : text)
    .replace(/\d+/g, '#')
    .replace(/[\s|]+/g, ' ')
    .trim()
const edgeNumber = (text: string): number | undefined => {
  const match = PAGE_AT_EDGE.exec(text)
  const digits = match?.[1] ?? match?.[2]
  return digits === undefined ? undefined : Number(digits)
}
const numbersOf = (text: string): readonly number[] =>
  [...text.matchAll(/\d{1,6}/g)].map(([digits]) => Number(digits))

const breaksSentence = (lines: readonly Line[], index: number): boolean => {
  const before = lines[index - 1]?.text ?? ''
  const after = lines[index + 1]?.text ?? ''
  return /[\p{L}\p{N},;–—-]$/u.test(before) && before.length > 30 && /^[\p{Ll}\d(“"]/u.test(after)
}

/** Whether numbers at the same place count up from one occurrence to the next, as page numbers do. */
const countsUp = (rows: readonly (readonly number[])[], edges: readonly (number | undefined)[]): boolean => {
  if (edges.every((edge, at) => edge !== undefined && (at === 0 || isNext(edges[at - 1] ?? 0, edge))))
    return true
  const width = rows[0]?.length ?? 0
  for (let column = 0; column < width; column++) {
    const values = rows.map(row => row[column] ?? 0)
    if (
      values.every(
        (value, at) => at === 0 || (value > (values[at - 1] ?? 0) && value - (values[at - 1] ?? 0) <= 4),
      )
    )
      return true
  }
  return false
}

/** Page numbers follow one another, or skip a few pages without this head. */
const isNext = (before: number, value: number): boolean => value > before && value - before <= 4

const LONGEST = 140

const byKey = (lines: readonly Line[]): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>()
  for (const [index, { text }] of lines.entries()) {
    if (text.length > LONGEST || text.length < 3 || NO_HEAD.test(text) || numberAlone(text) !== undefined)
      continue
    const key = keyOf(text)
    const group = groups.get(key)
    if (group) group.push(index)
    else groups.set(key, [index])
  }
  return groups
}

/** Forms that nothing but a page number has: "- 2 -", "2/24", "Page 2 of 9". */
const SURE_NUMBER =
  /^(?:[-–—] ?\d{1,4} ?[-–—]|(?:page|p\.|seite|página|pág\.?) ?\d{1,4}(?: (?:of|sur|von|de) \d{1,4})?)$/i

interface Numbered {
  readonly index: number
  readonly value: number
  /** How many numbers before it count up to it. */
  readonly length: number
  readonly before: Numbered | undefined
}

/** The longest run of numbers that count up by one. */
const longestRun = (
  alone: readonly { readonly index: number; readonly value: number }[],
): Numbered | undefined => {
  const ending = new Map<number, Numbered>()
  let best: Numbered | undefined
  for (const { index, value } of alone) {
    const before = ending.get(value - 1)
    const one = { index, value, length: (before?.length ?? 0) + 1, before }
    if ((ending.get(value)?.length ?? 0) < one.length) ending.set(value, one)
    if (!best || one.length > best.length) best = one
  }
  return best
}

const FEWEST_LINES = 5

/** Page numbers that stand alone: those that count up by one through the text, and those of a form of their own. */
const pageNumbers = (lines: readonly Line[]): readonly number[] => {
  const alone = lines.flatMap((line, index) => {
    const value = numberAlone(line.text)
    return value === undefined ? [] : [{ index, value }]
  })
  const sure = alone
    .filter(({ index }) => SURE_NUMBER.test(lines[index]?.text ?? ''))
    .map(({ index }) => index)
  const run: number[] = []
  let last: Numbered | undefined
  for (let one = longestRun(alone); one; one = one.before) {
    run.push(one.index)
    last = one
  }
  const apart = (run[0] ?? 0) - (run.at(-1) ?? 0) >= FEWEST_LINES * (run.length - 1)
  const isRun = run.length >= 2 && (apart || (last?.value ?? 0) <= 3)
  const breaking = alone.filter(({ index }) => breaksSentence(lines, index)).map(({ index }) => index)
  return [...sure, ...breaking, ...(isRun ? run : [])]
}

/** How far down the words of a running head are looked for. */
const TOP = 14

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()

/** Words behind a number: a line says nothing of whether it is itself the head of a page. */
const BESIDE_WORDS = /^(\d{1,3}) (\p{Lu}.{14,90})$/u

/** What the head of a page may say again: each of the first lines. */
const topWords = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(
    lines
      .slice(0, TOP)
      .filter(
        ({ text }) =>
          text.length <= LONGEST &&
          !NO_HEAD.test(text) &&
          !BESIDE_WORDS.test(text) &&
          !/ {3,}\d{1,4}$/.test(text),
      )
      .map(({ text }) => wordsOf(text))
      .filter(words => words.length >= 6),
  )

const EDGED = /^(\d{1,4}) {3,}(\S.{3,90})$|^(\S.{3,90}?) {3,}(\d{1,4})$/

/** The page number before the very words of one of the first lines: "5 UK implementation of the Arms Trade Treaty". */
const numberBesideTop = (text: string, known: () => ReadonlySet<string>): number | undefined => {
  const match = BESIDE_WORDS.exec(text)
  return match?.[2] !== undefined && known().has(wordsOf(match[2])) ? Number(match[1]) : undefined
}

/** The page number at one edge of a line, where the rest is in capitals or says what the top of the text says. */
const headNumber = (text: string, known: () => ReadonlySet<string>): number | undefined => {
  const match = text.length <= LONGEST && text.includes('   ') ? EDGED.exec(text) : null
  if (!match) return numberBesideTop(text, known)
  const words = match[2] ?? match[3] ?? ''
  const isHead =
    (/^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(words) && !/ {3}/.test(words)) ||
    saysTop(wordsOf(words), known())
  return isHead && !/[.,;:]$/.test(text) ? Number(match[1] ?? match[4]) : undefined
}

/** Whether the words are those of one of the first lines, or begin as it does. */
const saysTop = (words: string, known: ReadonlySet<string>): boolean =>
  known.has(words) ||
  (words.length >= 12 &&
    [...known].some(
      top =>
        top.startsWith(words) ||
        (top.length >= 12 && words.length - top.length <= 6 && words.startsWith(top)),
    ))

/** Lines with the page number at one edge and the words of a head at the other. */
const edgedHeads = (lines: readonly Line[], known: () => ReadonlySet<string>): readonly number[] => {
  const edged = lines.flatMap((line, index) => {
    const value = headNumber(line.text, known)
    return value === undefined ? [] : [{ index, value }]
  })
  return edged
    .filter(
      ({ index, value }) =>
        breaksSentence(lines, index) ||
        (index >= 3 && saysTop(wordsOf(lines[index]?.text ?? ''), known())) ||
        edged.some(
          other => Math.abs(other.value - value) === 1 && Math.abs(other.index - index) >= FEWEST_LINES,
        ) ||
        [index - 1, index + 1].some(at => Math.abs((numberAlone(lines[at]?.text ?? '') ?? -9) - value) <= 1),
    )
    .map(({ index }) => index)
}

const NEAR = 3

/**
 * The lines that are heads, feet and numbers of pages: numbers that count up, lines that repeat with a number that
 * counts up, and lines that repeat beside these.
 */
export const pageFurniture = (lines: readonly Line[]): ReadonlySet<number> => {
  let top: ReadonlySet<string> | undefined
  const known = (): ReadonlySet<string> => (top ??= topWords(lines))
  const heads = edgedHeads(lines, known)
  const beside = heads.flatMap(index =>
    [index - 1, index + 1].filter(at => numberAlone(lines[at]?.text ?? '') !== undefined),
  )
  const found = new Set<number>([...pageNumbers(lines), ...heads, ...beside])
  const groups = [...byKey(lines).values()].filter(group => group.length >= 2 && group.length <= 2_000)
  for (const group of groups) {
    const rows = group.map(index => numbersOf(lines[index]?.text ?? ''))
    const edges = group.map(index => edgeNumber(lines[index]?.text ?? ''))
    const isEdgedRun = edges.every(
      (edge, at) => edge !== undefined && (at === 0 || edge > (edges[at - 1] ?? 0)),
    )
    const isApart = group.every((index, at) => at === 0 || index - (group[at - 1] ?? 0) >= FEWEST_LINES)
    const isPaged =
      (isEdgedRun && isApart) ||
      (countsUp(rows, edges) &&
        group.some(
          index =>
            PAGE_WORD.test(lines[index]?.text ?? '') ||
            breaksSentence(lines, index) ||
            found.has(index - 1) ||
            found.has(index + 1),
        ))
    if (isPaged) for (const index of group) found.add(index)
  }
  spread(lines, groups, found)
  for (const index of [...found])
    for (const beside of [index - 1, index + 1])
      if (beside >= TOP && known().has(wordsOf(lines[beside]?.text ?? ''))) found.add(beside)
  return found
}

/** The heading of a section, which a list of contents has too: "2 Assistance". */
const NUMBERED_HEADING = /^\d{1,3} \p{Lu}\p{Ll}[^\d]*$/u

/** Lines that repeat word for word beside the head or the foot of a page belong to it. */
const spread = (lines: readonly Line[], groups: readonly (readonly number[])[], found: Set<number>): void => {
  for (let round = 0; round < 3; round++)
    for (const group of groups) {
      if (group.every(index => found.has(index)) || NUMBERED_HEADING.test(lines[group[0] ?? 0]?.text ?? ''))
        continue
      const beside = group.filter(index => touches(found, index))
      const isAddress = /\d|https?:|www\./.test(lines[group[0] ?? 0]?.text ?? '')
      if (beside.length > 0) for (const index of isAddress ? group : beside) found.add(index)
    }
}

const touches = (found: ReadonlySet<number>, index: number): boolean => {
  for (let step = 1; step <= NEAR; step++) if (found.has(index - step) || found.has(index + step)) return true
  return false
}
