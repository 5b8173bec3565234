import type { Structure } from './structure.ts'

/** A text in which every run of blanks is one blank, with the way there and back. */
export interface Flat {
  readonly text: string
  /** The place in the flat text of a place in the text. */
  readonly there: (place: number) => number
  /** The place in the text of a place in the flat text. */
  readonly back: (place: number) => number
}

/** Two blanks or more, and blanks before and after the end of a line. */
const RUN = /[ \t\u00a0]{2,}(?!\n)|[ \t\u00a0]+(?=\n)|(?<=\n)[ \t\u00a0]+/g

/** Whether a text may have such runs at all: most have none, and looking for them one by one costs much more. */
const mayHaveRuns = (text: string): boolean =>
  ['  ', ' \n', '\n ', '\t', '\u00a0'].some(pair => text.includes(pair))

interface Cut {
  /** Where the characters that are left out begin and end in the text. */
  readonly start: number
  readonly end: number
  /** How many were left out before and with it. */
  readonly until: number
}

const cutsIn = (text: string): readonly Cut[] => {
  const cuts: Cut[] = []
  if (!mayHaveRuns(text)) return cuts
  let until = 0
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const isEdge = text.charAt(index - 1) === '\n' || text.charAt(index + run.length) === '\n'
    const start = isEdge ? index : index + 1
    const end = index + run.length
    until += end - start
    cuts.push({ start, end, until })
  }
  return cuts
}

/** The index of the last cut of which `of` is not above `place`; -1 before the first. */
const lastCut = (cuts: readonly Cut[], place: number, of: (cut: Cut) => number): number => {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    const cut = cuts[middle]
    if (cut && of(cut) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}

const flatText = (text: string, cuts: readonly Cut[]): string => {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of cuts) {
    parts.push(text.slice(at, start))
    at = end
  }
  return parts.join('') + text.slice(at)
}

const same = (place: number): number => place

/** The text with every run of blanks as one; a text without such runs is itself. */
export const flattened = (text: string): Flat => {
  const cuts = cutsIn(text)
  if (cuts.length === 0) return { text, there: same, back: same }
  const there = (place: number): number => {
    const cut = cuts[lastCut(cuts, place, one => one.start)]
    if (!cut) return place
    return place < cut.end ? cut.end - cut.until : place - cut.until
  }
  // A place right behind a cut is that of the character that follows it.
  const back = (place: number): number => {
    const cut = cuts[lastCut(cuts, place, one => one.end - one.until)]
    return cut ? place + cut.until : place
  }
  return { text: flatText(text, cuts), there, back }
}

const PLACES: ReadonlySet<string> = new Set(['start', 'bodyStart', 'labelStart'])

/** What is found, with each of its places moved; ends are moved by the last character before them. */
export const moved = <T>(value: T, move: (place: number) => number): T => {
  if (Array.isArray(value)) return value.map(one => moved(one, move)) as T
  if (typeof value !== 'object' || value === null) return value
  const found: Record<string, unknown> = {}
  for (const [key, own] of Object.entries(value)) {
    if (typeof own !== 'number') found[key] = moved(own, move)
    else if (PLACES.has(key)) found[key] = move(own)
    else found[key] = key === 'end' && own > 0 ? move(own - 1) + 1 : own
  }
  return found as T
}

/** The structure as the flat text has it. */
export const flatStructure = (structure: Structure, flat: Flat): Structure => {
  const { cable, layout, paragraphs, sentences } = structure
  return {
    ...structure,
    shown: flat.text,
    cable: moved(cable, flat.there),
    layout: moved(layout, flat.there),
    paragraphs: moved(paragraphs, flat.there),
    sentences: moved(sentences, flat.there),
  }
}
