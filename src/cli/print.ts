import { inWords } from '../core/calendar/index.ts'
import { type Reason, sourcesInWords } from '../core/evidence/index.ts'
import type { AnswerFrame } from '../core/register/index.ts'
import type { Treaty } from '../core/treaties/index.ts'
import type { Context } from './context.ts'
import { fold, type Style } from './style.ts'

/** Writes one JSON document and nothing else; hypothetical acts are named in it. */
export const writeJson = (context: Context, answer: object): void => {
  const hypothetical = context.hypothetical.map(act => ({
    treaty: act.treaty,
    state: act.state,
    kind: act.kind,
    day: act.done.text,
  }))
  const whole = hypothetical.length > 0 ? { hypothetical, ...answer } : answer
  context.write(`${JSON.stringify(whole, null, 2)}\n`)
}

/** The sentence of an answer, led by the warning that it is hypothetical where it is. */
export const writeHeadline = (context: Context, sentence: string): void => {
  if (context.hypothetical.length > 0) {
    const acts = context.hypothetical.map(act => `${act.done.text} ${act.state} ${act.kind}`).join('; ')
    context.write(`${context.style.mark(`Hypothetical, with ${acts}:`)}\n`)
  }
  context.write(`${context.style.strong(fold(sentence, context.style.width))}\n`)
}

const stepLines = (
  reason: Reason,
  number: number,
  style: Style,
  sourceWords: (source: string) => string,
): string => {
  const lead = `  ${number}. `
  const indent = ' '.repeat(lead.length)
  const whole = fold(
    `${reason.provision ? `${reason.provision}: ` : ''}${reason.text}`,
    style.width - lead.length,
    indent,
  )
  const body = `${lead}${style.mark(whole.slice(0, reason.provision.length))}${whole.slice(reason.provision.length)}`
  if (!reason.source) return body
  return `${body}\n${indent}${style.dim(fold(sourceWords(reason.source), style.width - indent.length, indent))}`
}

/** The steps that lead to an answer, numbered, each with its provision and source. */
export const writeReasons = (context: Context, reasons: readonly Reason[]): void => {
  if (reasons.length === 0) return
  const words = sourceWords(context)
  context.write('\nHow do we know?\n')
  reasons.forEach((reason, i) => {
    context.write(`${stepLines(reason, i + 1, context.style, words)}\n`)
  })
}

const sourceWords = (context: Context) => {
  const { sources } = context.loaded()
  return (source: string): string => `source: ${sourcesInWords(source, sources)}`
}

/** What limits an answer: how far the pack was checked, and what was assumed. */
const limitsInWords = (frame: AnswerFrame, treaty: Treaty): readonly string[] => [
  ...(frame.beyondData
    ? [`As far as known: the acts of this treaty were checked through ${inWords(frame.checkedThrough)}.`]
    : []),
  ...(frame.complete ? [] : [`The pack is not complete: ${treaty.checked.note || 'some acts are missing'}.`]),
  ...frame.assumptions.map(text => `Assumed: ${text}`),
]

export const writeLimits = (context: Context, frame: AnswerFrame, treaty: Treaty): void => {
  const lines = limitsInWords(frame, treaty)
  if (lines.length > 0) context.write('\n')
  for (const line of lines) context.write(`${context.style.dim(fold(line, context.style.width))}\n`)
}

export const writeNote = (context: Context, note: string | undefined): void => {
  if (note) context.warn(`${fold(note, context.style.width)}\n`)
}

const { compare: alphabetically } = new Intl.Collator('en')

/** Names in rows, in the order of the alphabet, folded to the width. */
export const writeNames = (context: Context, names: readonly string[]): void => {
  const sorted = [...names].sort(alphabetically)
  if (names.length > 0) context.write(`  ${fold(sorted.join(' · '), context.style.width - 2, '  ')}\n`)
}
