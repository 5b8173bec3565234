import { hasSpeaker, SPEAKER } from './forms.ts'
import type { Line } from './lines.ts'

/** A name or an office with a colon after it, perhaps with the number of a question before it. */
const LABEL =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]? )?(?:Q ?\d{1,3}\.? {1,20})?(\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|for|of|the|and|de|der|van|von)){0,6}):(?=\s|$)/u
/** Words with a colon that introduce something else than speech. */
const NO_SPEAKER =
  /^(?:note|nb|source|subject|from|to|cc|date|re|ref|tags|tel|fax|e-?mail|contact|summary|annex|article|section|chapter|table|figure|photo|image|video|read|see|update|key|members|witnesses|questions|website|press|media|original|distr|published|posted|by|author|category|written evidence|agenda|venue|place|time|vote|for|against|in favour|abstaining)\b/i

const FEWEST_TURNS = 6
const MOST_LINES = 4000

/** The labels that come again and again in a text, two of them at least: those who speak in it. */
const repeatedLabels = (lines: readonly Line[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const { text } of lines.slice(0, MOST_LINES)) {
    const head = text.slice(0, 120)
    const label = head.includes(':') ? LABEL.exec(head)?.[1] : undefined
    if (label && !NO_SPEAKER.test(label)) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const again = [...counts].filter(([, count]) => count > 1)
  const turns = again.reduce((sum, [, count]) => sum + count, 0)
  return new Set(again.length >= 2 && turns >= FEWEST_TURNS ? again.map(([label]) => label) : [])
}

/** Tells the label of a speaker at the head of a line, its colon included; `undefined` for other lines. */
export const speakerLabels = (lines: readonly Line[]): ((text: string) => string | undefined) => {
  const again = repeatedLabels(lines)
  return text => {
    if (hasSpeaker(text)) return SPEAKER.exec(text)?.[0].trimEnd()
    const match = again.size > 0 ? LABEL.exec(text.slice(0, 120)) : null
    return match?.[1] && again.has(match[1]) ? match[0].trimEnd() : undefined
  }
}
