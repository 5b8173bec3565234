import type { Span } from '../evidence/index.ts'
import { blanked, type CableFrame, cableFrame } from './cable/index.ts'
import { cableLayout } from './cable/layout.ts'
import type { FramedText, StatedFacts } from './frame.ts'
import { isWrapped, type Line, linesOf, paragraphsOf } from './lines.ts'
import type { Sentence, Zone } from './reading.ts'
import { sentencesOf, spanAt } from './sentences.ts'
import { type Layout, layoutOf } from './zones.ts'

/** The structure of a text: what stands where, before any name in it is understood. */
export interface Structure {
  /** The text with a blank for every character that is a mark of its format or a header printed inside a cable. */
  readonly shown: string
  readonly lines: readonly Line[]
  readonly cable: CableFrame | null
  readonly layout: Layout
  readonly paragraphs: readonly Span[]
  readonly sentences: readonly Sentence[]
  readonly stated: StatedFacts
}

/** The zone that a place lies in. */
export const typeAt = (zones: readonly Zone[], place: number): Zone['type'] =>
  zones[spanAt(zones, place)]?.type ?? 'body'

const withZones = (sentences: readonly Span[], zones: readonly Zone[]): readonly Sentence[] =>
  sentences.map(sentence => ({ ...sentence, zone: typeAt(zones, sentence.start) }))

const LONG_GAP = 160

/** Zones that hold the marks of the format too: those before words on their line, and those after them. */
const covering = (text: string, zones: readonly Zone[]): readonly Zone[] => {
  const whole = text.trimEnd().length
  if (zones.length === 0 && whole > 0)
    return [{ type: 'furniture', start: whole - text.trimEnd().trimStart().length, end: whole }]
  const found: Zone[] = []
  let end = 0
  for (const zone of zones) {
    const gap = text.slice(end, zone.start)
    const line = end + gap.lastIndexOf('\n') + 1
    const last = found.at(-1)
    const before = /\S/.test(text.slice(end, line)) ? end + text.slice(end, line).trimEnd().length : undefined
    if (before !== undefined && (!last || gap.length > LONG_GAP))
      found.push({ type: 'furniture', start: end + (gap.length - gap.trimStart().length), end: before })
    else if (before !== undefined && last) found[found.length - 1] = { ...last, end: before }
    const own = text.slice(line, zone.start)
    found.push({ ...zone, start: line + (own.length - own.trimStart().length) })
    end = zone.end
  }
  const last = found.at(-1)
  const until = text.trimEnd().length
  if (last && until > last.end) found[found.length - 1] = { ...last, end: until }
  return found
}

/** The title that a file states in its front matter, as a line of the file. */
const titleLine = ({ text, stated }: FramedText): Line | undefined => {
  const start = stated.title && text.startsWith('---') ? text.indexOf(stated.title) : -1
  if (!stated.title || start < 0) return undefined
  return { text: stated.title, start, end: start + stated.title.length, opens: true }
}

/** The structure of a text. It takes any text and never throws. */
export const structureOf = (framed: FramedText): Structure => {
  const readable = blanked(framed.text, framed.marks)
  const lines = linesOf(readable)
  const cable = cableFrame(readable, lines, titleLine(framed))
  const layout = cable
    ? cableLayout(
        lines,
        cable,
        framed.hints.some(hint => hint.role === 'header-field'),
        framed.hints.filter(hint => hint.role === 'footnote').toSorted((a, b) => a.start - b.start),
      )
    : layoutOf(framed, lines)
  const zones = framed.marks.length > 0 ? covering(framed.text, layout.zones) : layout.zones
  const shown = blanked(readable, layout.interruptions)
  const bodyLines = shown === readable ? lines : linesOf(shown)
  const paragraphs = paragraphsOf(bodyLines, isWrapped(bodyLines))
  const sentences = withZones(sentencesOf(shown, paragraphs), zones)
  return { shown, lines, cable, layout: { ...layout, zones }, paragraphs, sentences, stated: framed.stated }
}
