import type { Span } from '../../evidence/index.ts'
import { spanAt } from '../sentences.ts'
import type { Frame, SpeechScene } from './frames.ts'
import {
  firstFrom,
  isCited,
  isSaying,
  lastIn,
  onlyPerson,
  opensSentence,
  sieve,
  tailOf,
} from './ownclause.ts'
import type { QuotedSpan } from './quotes.ts'
import type { Speaker } from './speaker.ts'
import { alone, isSaidBehind, isScare, isTerm } from './unspoken.ts'

/** A quotation with who says it and by which rule that is known; `scare` for words held at arm's length. */
export interface Attributed {
  readonly quote: QuotedSpan
  readonly speaker: Speaker | null
  readonly scare: boolean
  readonly rule: string
  readonly cue?: string
}

const INNER =
  /((?:[Mm]y|[Tt]he|[Hh]is|[Hh]er|[Oo]ur|[Aa]n?) [\p{L}-]{3,20}|\p{Lu}\p{Ll}+) (?:once |always |also )?(?:said|says|told (?:me|us|him|her|them)|used to say|likes to say|asked|wrote|answered)[,:]? $/u

/** Who says what is quoted inside a quotation: "The colonel told me: ...". */
const innerSpeaker = (text: string, { start }: Span): Speaker | null => {
  const from = Math.max(0, start - 70)
  const match = INNER.exec(text.slice(from, start))
  const name = match?.[1]
  if (!match || name === undefined || /^(?:He|She|They|We|You|It|Who|And|But)$/.test(name)) return null
  const at = from + match.index
  return { start: at, end: at + name.length, text: name, name, is: 'noun' }
}

/** Speakers of all quotations, by the first rule of the sieve that finds one. */
export const attributed = (scene: SpeechScene, frames: readonly Frame[]): readonly Attributed[] => {
  const { words, quotes, paragraphs } = scene
  const done: Attributed[] = []
  let last: Attributed | undefined
  const add = (one: Attributed): void => {
    done.push(one)
    if (!one.scare && one.quote.depth === 0) last = one
  }
  for (const quote of quotes) {
    if (quote.depth > 0) {
      const speaker = innerSpeaker(words.text, quote)
      add({ quote, speaker, scare: speaker === null && isScare(words.text, quote), rule: 'nested' })
      continue
    }
    const found = secondHalf(words.text, quote, last) ?? sieve(scene, frames, quote)
    const isSaid = isSaidBehind(words.text, quote)
    const isShort = isScare(words.text, quote) && !isSaid
    if (found && !(isShort && (isTerm(words.text, quote) || !isCited(scene, quote, found)))) {
      add({
        quote,
        speaker: found.speaker ?? null,
        scare: false,
        rule: found.rule,
        ...(found.cue && { cue: found.cue }),
      })
      continue
    }
    const continued = fromSentenceBefore(scene, frames, quote) ?? continuing(scene, quote, last)
    if (continued && !isShort) {
      add({ quote, speaker: continued.speaker, scare: false, rule: continued.rule })
      continue
    }
    if (isShort) {
      add({ quote, speaker: null, scare: true, rule: 'scare' })
      continue
    }
    const around =
      alone(scene, quote) || startsParagraph(paragraphs, quote)
        ? fromNeighbours(scene, frames, quote, last)
        : undefined
    add({ quote, speaker: around?.speaker ?? null, scare: false, rule: around?.rule ?? 'unknown' })
  }
  return done
}

const SPLIT = /^,? (?:said|says|added|wrote) [^.;:!?“”"]{3,160}, $/u

/** "“A ban,” said Ann Example, whose colleagues had mocked it, “cannot come”": the rest of the sentence that was quoted. */
const secondHalf = (
  text: string,
  quote: QuotedSpan,
  last: Attributed | undefined,
): { readonly speaker: Speaker; readonly rule: string; readonly cue?: string } | undefined => {
  if (!last?.speaker || quote.start - last.quote.end > 180) return undefined
  const isSplit =
    /,["”’»]$/.test(text.slice(last.quote.end - 2, last.quote.end)) &&
    /^["“‘«]\p{Ll}/u.test(text.slice(quote.start, quote.start + 2)) &&
    SPLIT.test(text.slice(last.quote.end, quote.start))
  return isSplit ? { speaker: last.speaker, rule: 'continuity' } : undefined
}

const startsParagraph = (paragraphs: readonly Span[], quote: Span): boolean => {
  const paragraph = paragraphs[spanAt(paragraphs, quote.start)]
  return paragraph !== undefined && quote.start - paragraph.start < 3
}

/** The next part of what somebody says: in the same paragraph, or over the end of one. */
const continuing = (
  { paragraphs }: SpeechScene,
  quote: QuotedSpan,
  last: Attributed | undefined,
): { readonly speaker: Speaker | null; readonly rule: string } | undefined => {
  if (!last) return undefined
  const here = spanAt(paragraphs, quote.start)
  const there = spanAt(paragraphs, last.quote.start)
  if (quote.open === 'before' || quote.open === 'both')
    return { speaker: last.speaker, rule: 'over-paragraphs' }
  if (last.quote.open === 'after' || last.quote.open === 'both')
    return { speaker: last.speaker, rule: 'over-paragraphs' }
  return here === there && last.speaker ? { speaker: last.speaker, rule: 'continuity' } : undefined
}

/** "The money was going elsewhere, Adams said. “People looked into it.”": who speaks in the sentence before one that is quoted whole. */
const fromSentenceBefore = (
  scene: SpeechScene,
  frames: readonly Frame[],
  quote: QuotedSpan,
): { readonly speaker: Speaker; readonly rule: string } | undefined => {
  const { sentences, paragraphs, quotes, words } = scene
  const tail = tailOf(scene, quote)
  if (!opensSentence(scene, quote) || /\p{L}/u.test(words.text.slice(tail.start, tail.end))) return undefined
  const before = sentences[spanAt(sentences, quote.start) - 1]
  const paragraph = paragraphs[spanAt(paragraphs, quote.start)]
  const quoted = quotes[spanAt(quotes, quote.start) - 1]
  if (!before || !paragraph || before.start < paragraph.start || (quoted && quoted.end > before.start))
    return undefined
  const frame = lastIn(frames, before)
  return frame?.speaker && !frame.unsaid && isSaying(scene, frame)
    ? { speaker: frame.speaker, rule: 'sentence-before' }
    : undefined
}

/** A quotation that is a paragraph by itself: the speaker of the paragraph before, or the one named right after. */
const fromNeighbours = (
  scene: SpeechScene,
  frames: readonly Frame[],
  quote: Span,
  last: Attributed | undefined,
): { readonly speaker: Speaker; readonly rule: string } | undefined => {
  const { paragraphs, words } = scene
  const here = spanAt(paragraphs, quote.start)
  const before = paragraphs[here - 1]
  const after = paragraphs[here + 1]
  const isIntroduced = before && /:\s*$/.test(words.text.slice(before.start, before.end))
  const inBefore = before && lastIn(frames, before)
  if (isIntroduced && inBefore?.speaker) return { speaker: inBefore.speaker, rule: 'paragraph-before' }
  if (last?.speaker && spanAt(paragraphs, last.quote.start) === here - 1)
    return { speaker: last.speaker, rule: 'paragraph-before' }
  if (inBefore?.speaker) return { speaker: inBefore.speaker, rule: 'paragraph-before' }
  const only = before && onlyPerson(scene, before)
  if (only) return { speaker: only, rule: 'paragraph-before' }
  const next = after && frames[firstFrom(frames, after.start)]
  if (after && next?.speaker && next.start < after.end)
    return { speaker: next.speaker, rule: 'paragraph-after' }
  return undefined
}
