import { coverOf } from '../cover.ts'
import type { Mention, StateMention } from '../mention.ts'
import type { Quotation, Reported } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import type { Structure } from '../structure.ts'
import type { Words } from '../words.ts'
import { type Attributed, attributed } from './attribution.ts'
import { framesIn, type SpeechScene } from './frames.ts'
import { resolved } from './pronouns.ts'
import { quotedIn } from './quotes.ts'
import { type ReportedSpan, reportedIn } from './reported.ts'
import { actorsOf, type Speaker, speakerOfMention } from './speaker.ts'

/** What is said in a text: its quotations and its reported statements, in order of place. */
export interface Speech {
  readonly quotations: readonly Quotation[]
  readonly reported: readonly Reported[]
}

type Who = Pick<Quotation, 'speaker' | 'speakerText' | 'iso3'>

const whoOf = (speaker: Speaker | null): Who =>
  speaker
    ? {
        speaker: speaker.is === 'pronoun' ? null : speaker.name,
        speakerText: speaker.text,
        ...(speaker.iso3 && { iso3: speaker.iso3 }),
      }
    : { speaker: null }

const quotation = (text: string, { quote, scare, rule, cue }: Attributed, who: Who): Quotation => ({
  start: quote.start,
  end: quote.end,
  text: text.slice(quote.start, quote.end),
  ...who,
  ...(scare && { scare: true }),
  ...(quote.depth > 0 && { nested: true }),
  rule,
  ...(cue !== undefined && { cue }),
})

/** A few words without the end of a sentence are held at arm's length oftener than said. */
const isFew = (inner: string): boolean =>
  inner.split(/[\s\u00a0\u202f]+/).filter(word => /\p{L}/u.test(word)).length <= 2 &&
  !/[.!?…。！？]$/.test(inner) &&
  inner.length < 24

/** The quotations of a text in a language whose verbs of saying are not known: their places, and no speakers. */
export const quotationsIn = (paragraphs: Structure['paragraphs'], { text }: Words): readonly Quotation[] =>
  quotedIn(text, paragraphs).map(({ start, end, depth }) => ({
    start,
    end,
    text: text.slice(start, end),
    speaker: null,
    ...(isFew(text.slice(start + 1, end - 1).trim()) && { scare: true }),
    ...(depth > 0 && { nested: true }),
    rule: 'speaker-not-looked-for',
  }))

/** What is said in a text, and by whom. `mentions` are all of the text. */
export const speechIn = (
  { sentences, paragraphs }: Pick<Structure, 'sentences' | 'paragraphs'>,
  words: Words,
  mentions: readonly Mention[],
  authors: readonly { readonly name: string }[] = [],
): Speech => {
  const quotes = quotedIn(words.text, paragraphs)
  const actors = actorsOf(mentions)
  const scene: SpeechScene = { words, sentences, paragraphs, actors, quotes, quoted: coverOf(quotes) }
  const frames = framesIn(scene)
  const told = attributed(scene, frames)
  const reports = reportedIn(scene, frames)
  const outside = actors.filter(actor => !scene.quoted.touches(actor))
  const cover = coverOf(reports)
  const states = mentions.filter(one => one.kind === 'state')
  const isFirst = ({ start }: Mention): boolean => {
    const from = sentences[spanAt(sentences, start)]?.start ?? 0
    return /^(?:(?:but|and|yet|however|meanwhile|still|today),? )?(?:the )?$/i.test(
      words.text.slice(Math.max(from, start - 24), start),
    )
  }
  let last: Speaker | undefined
  const meant = (speaker: Speaker | null): Speaker | null => {
    if (!speaker) return null
    const [author] = authors
    const isAuthor = authors.length === 1 && author && /^(?:i|me)$/i.test(speaker.text)
    const who: Speaker = isAuthor
      ? { ...speaker, is: 'person', name: author.name }
      : ofMaker(
          forState(
            resolved(speaker, { actors: outside, told: cover, text: words.text, isFirst }, last),
            states,
          ),
          outside,
        )
    last = who
    return who
  }
  const whose = new Map<Attributed | ReportedSpan, Who>()
  const inOrder = [...told, ...reports].toSorted((a, b) => placeOf(a) - placeOf(b))
  for (const one of inOrder) whose.set(one, whoOf(meant(one.speaker)))
  const nobody: Who = { speaker: null }
  return {
    quotations: told.map(one => quotation(words.text, one, whose.get(one) ?? nobody)),
    reported: reports.map(one => ({
      ...spanOf(one, words.text),
      ...(whose.get(one) ?? nobody),
      cue: one.cue,
      ...(one.via !== undefined && { via: one.via }),
      ...(one.negated && { negated: true }),
      rule: one.rule,
    })),
  }
}

const OFFICIAL =
  /^ (?:foreign |defen[cs]e )?(?:government|ministry|delegation|delegate|representative|embassy|military|army|mission|authorities|armed forces|parliament|envoy|ambassador)s?$/
const SPEAKS_FOR =
  /\b(?:delegation|delegate|representative|government|embassy|mission|ministry|parliament|ambassador|envoy) (?:of|from|for) (?:the )?$/

/** "the Iranian delegation", "the representative of Chile": a noun that speaks for the State in it. */
const forState = (speaker: Speaker, states: readonly StateMention[]): Speaker => {
  if ((speaker.is !== 'noun' && speaker.is !== 'office') || speaker.iso3) return speaker
  const at = spanAt(states, speaker.end - 1)
  const state = states[at]
  if (!state || state.start < speaker.start || (states[at - 1]?.start ?? -1) >= speaker.start) return speaker
  const before = speaker.text.slice(0, state.start - speaker.start)
  const after = speaker.text.slice(state.end - speaker.start)
  const speaksFor = OFFICIAL.test(after) || (after === '' && SPEAKS_FOR.test(before))
  return speaksFor ? { ...speaker, iso3: state.value.iso3 } : speaker
}

const MADE_BY =
  /^(?:the |a |an )?(?:[\p{L}-]+ ){0,2}(?:report|study|survey|analysis|statement|investigation|briefing) (?:by|from|of) (?:the )?$/iu

/** "a report by Amnesty": the one who made it says it. */
const ofMaker = (speaker: Speaker, actors: readonly Mention[]): Speaker => {
  if (speaker.is !== 'noun') return speaker
  const maker = actors[spanAt(actors, speaker.end - 1)]
  if (maker?.kind !== 'organisation' || maker.end !== speaker.end) return speaker
  const named = MADE_BY.test(speaker.text.slice(0, maker.start - speaker.start)) && speakerOfMention(maker)
  return named ? { ...named, start: speaker.start, text: speaker.text } : speaker
}

const placeOf = (one: Attributed | ReportedSpan): number => ('quote' in one ? one.quote.start : one.start)
const spanOf = ({ start, end }: ReportedSpan, text: string) => ({ start, end, text: text.slice(start, end) })
