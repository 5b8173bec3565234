import type { Span } from '../../evidence/index.ts'
import type { Mention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { endOf, keyAt, startOf, wordFrom } from '../words.ts'
import { type Frame, LONGEST_CLAUSE, type SpeechScene } from './frames.ts'
import { pronounAt } from './nounphrases.ts'
import { type Speaker, speakerOfMention } from './speaker.ts'
import { wordCount } from './unspoken.ts'
import { SAYING_VERBS, TELLING_VERBS, VERBS_BEHIND } from './verbs.ts'

/** The stretch after a quotation in which its speaker may stand. */
export const tailOf = ({ words, quotes, paragraphs }: SpeechScene, quote: Span): Span => {
  const paragraph = paragraphs[spanAt(paragraphs, quote.start)]
  const next = quotes[spanAt(quotes, quote.end - 1) + 1]
  const limit = Math.min(
    paragraph?.end ?? words.text.length,
    next?.start ?? Number.POSITIVE_INFINITY,
    quote.end + 260,
  )
  const rest = words.text.slice(quote.end, limit)
  const stop = /[.!?;:](?:\s+(?=[\p{Lu}“"‘«])|$)/u.exec(
    rest.replace(/(?<!\p{L})(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|U\.S|U\.N|\p{Lu})\. /gu, found =>
      found.replace('.', ' '),
    ),
  )
  return { start: quote.end, end: quote.end + (stop ? stop.index + 1 : rest.length) }
}

/** Whether a quotation ends a sentence of its own, so that what follows is another. */
const isClosed = (text: string, quote: Span, tail: Span): boolean => {
  const last = text.slice(quote.end - 3, quote.end)
  const after = text.slice(tail.start, tail.end).trimStart()
  if (/^[.;]/.test(after)) return true
  return /[.][”"’»']*$/.test(last) && /^[\p{Lu}“"]/u.test(after) && !/^[”"’»']*,/.test(after)
}

type Found =
  | { readonly speaker: Speaker | undefined; readonly rule: string; readonly cue?: string }
  | undefined

/** "Lavrov never said": the words are nobody's. */
const NOT_SAID: Found = { speaker: undefined, rule: 'not-said' }

const cueOf = (scene: SpeechScene, frame: Frame): { readonly cue: string } => ({
  cue: scene.words.text.slice(frame.start, frame.end),
})

export const isSaying = ({ words }: SpeechScene, { verb }: Frame): boolean => {
  const key = keyAt(words, verb)
  return (
    SAYING_VERBS.has(key) || TELLING_VERBS.has(key) || /^(?:goes|went|points?|pointed|makes?|made)$/.test(key)
  )
}

/** "..., said Mr. Stoltenberg", "..., the minister told reporters". */
const fromAfter = (scene: SpeechScene, frames: readonly Frame[], quote: Span): Found => {
  const { words } = scene
  const tail = tailOf(scene, quote)
  if (isClosed(words.text, quote, tail)) return undefined
  const frame = frames[firstFrom(frames, tail.start)]
  if (!frame || frame.start >= tail.end || !isSaying(scene, frame)) return undefined
  const first = frame.speaker ? Math.min(frame.start, frame.speaker.start) : frame.start
  const between = words.text.slice(tail.start, first)
  // "..., as Britain announced its plans": another clause, unless the verb ends it ("..., as Lavrov said").
  const isAnother =
    /,? (?:as|while|after|before|where|though|although) (?:the )?(?:[\p{L}-]+ ){0,3}$/u.test(between) &&
    /^ [\p{L}\d]/u.test(words.text.slice(frame.end, frame.end + 2)) &&
    !/^ (?:it|in|on|at|to)(?!\p{L})/u.test(words.text.slice(frame.end, frame.end + 4))
  if (isAnother || isOfOther(scene, frames, quote, between)) return undefined
  // Between a quotation and its speaker stand titles and adverbs, no clause of another.
  if (between.length > 60 || /[;:]/.test(between) || /\b(?:that|which|because|when)\b/.test(between))
    return undefined
  if (frame.unsaid) return NOT_SAID
  return frame.speaker ? { speaker: frame.speaker, rule: 'after', ...cueOf(scene, frame) } : undefined
}

/** "Kerry said Syria must turn over “...” within a week, Russia agreed": another clause stands behind words that are part of one. */
const isOfOther = (scene: SpeechScene, frames: readonly Frame[], quote: Span, between: string): boolean =>
  between.endsWith(', ') &&
  between.split(' ').length > 3 &&
  !/[,.?!…—-][”"’»']*$/.test(scene.words.text.slice(quote.end - 3, quote.end)) &&
  lastIn(frames, headOf(scene, quote)) !== undefined

/** Whatever somebody does who stands right behind a quotation that ends with a comma: "…," Rumsfeld intoned. */
const DOES_SO =
  /^ (?!(?:was|were|is|are|has|had|did) )(?:\p{Ll}{2,12}ly )?(?:\p{Ll}{3,14}(?:ed|[^s\W]s)|\p{Ll}{2,8})(?![\p{L}-])/u

const fromDeed = ({ words, actors }: SpeechScene, quote: Span): Found => {
  const { text } = words
  if (!/[,?!…—–-]["”’»']+$/.test(text.slice(quote.end - 3, quote.end))) return undefined
  const actor = actors[spanAt(actors, quote.end + 2)]
  if (!actor || actor.start < quote.end || text.slice(quote.end, actor.start).trim() !== '') return undefined
  if (actor.kind !== 'person' && actor.kind !== 'office') return undefined
  return DOES_SO.test(text.slice(actor.end, actor.end + 32))
    ? { speaker: speakerOfMention(actor), rule: 'deed-after' }
    : undefined
}

const MOST_BETWEEN = 25

/** Whether nothing of its sentence stands before a quotation. */
export const opensSentence = (scene: SpeechScene, quote: Span): boolean =>
  !/\p{L}/u.test(scene.words.text.slice(headOf(scene, quote).start, quote.start))

const isSaid = (key: string): boolean =>
  SAYING_VERBS.has(key) || TELLING_VERBS.has(key) || VERBS_BEHIND.has(key)

/** Before "report" or "comment" it makes a noun of them. */
const DETERMINER = /^(?:a|an|the|its|his|her|their|our|this|that|no)$/

/** The verb of saying in the words to which a quotation leads on, if it does: they say whose it is, known or not. */
const verbBehind = ({ words }: SpeechScene, quote: Span, tail: Span): number | undefined => {
  if (!/[,?!—]["”’»']+$/.test(words.text.slice(quote.end - 3, quote.end))) return undefined
  const from = wordFrom(words, tail.start)
  const until = Math.min(wordFrom(words, tail.end), from + MOST_BETWEEN)
  for (let index = from; index < until; index++)
    if (isSaid(keyAt(words, index)) && !DETERMINER.test(keyAt(words, index - 1))) return index
  return undefined
}

const NOUN_BEFORE =
  /^ ?((?:an? |one |its |his |her |their |the |another )?[\p{L}’'\d-]+(?: [\p{L}’'\d-]+){0,4}) $/u
const NOUN_AFTER =
  /^ ((?:an? |one |its |his |her |their |the |another )?[\p{L}’'\d-]+(?: [\p{L}’'\d-]+){0,4}?)(?= in | on | at | who | as | to | after | when | while |[,.;:(]|$)/u
const NO_NOUN = /^(?:he|she|it|they|we|i|you|that|this|who|which|and|but|to|not|so|as)(?: |$)|^one$/i

/** Who is named beside a verb of saying by a few words that are no name which is known: "one blogger wrote", "said one of the women". */
const nounBeside = ({ words }: SpeechScene, verb: number, tail: Span): Speaker | undefined => {
  const [before, after] = [
    words.text.slice(tail.start, startOf(words, verb)),
    words.text.slice(endOf(words, verb), tail.end),
  ]
  const isFirst = before.trim() === ''
  const noun = (isFirst ? NOUN_AFTER.exec(after) : NOUN_BEFORE.exec(before))?.[1]
  if (noun === undefined || NO_NOUN.test(noun)) return undefined
  const start = isFirst ? endOf(words, verb) + after.indexOf(noun) : tail.start + before.indexOf(noun)
  return { start, end: start + noun.length, text: noun, name: noun, is: 'noun' }
}

/** "the document reads" points back to whoever is said to have issued it. */
const PAPER = /^ the (?:document|statement|text|letter|release|message|paper) reads?(?!\p{L})/u

/** "…," the study’s lead author Ann Example of the Institute for Arms said: the one person named in the clause behind, or nobody who is known. */
const fromClauseBehind = (scene: SpeechScene, quote: Span): Found => {
  const tail = tailOf(scene, quote)
  const verb = opensSentence(scene, quote) ? verbBehind(scene, quote, tail) : undefined
  if (verb === undefined || PAPER.test(scene.words.text.slice(tail.start, tail.end))) return undefined
  return { speaker: onlyPerson(scene, tail) ?? nounBeside(scene, verb, tail), rule: 'clause-after' }
}

/** The last verb of saying with a speaker in a stretch. */
export const lastIn = (frames: readonly Frame[], { start, end }: Span): Frame | undefined => {
  for (let index = firstFrom(frames, end) - 1; index >= 0; index--) {
    const frame = frames[index]
    if (!frame || frame.start < start) return undefined
    if (frame.speaker) return frame
  }
  return undefined
}

export const firstFrom = (frames: readonly Frame[], place: number): number => {
  let low = 0
  let high = frames.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((frames[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The part of its sentence that stands before a quotation. */
const headOf = ({ sentences, paragraphs }: SpeechScene, quote: Span): Span => {
  const sentence = sentences[spanAt(sentences, quote.start)]
  const paragraph = paragraphs[spanAt(paragraphs, quote.start)]
  const start = Math.max(sentence?.start ?? 0, paragraph?.start ?? 0, quote.start - LONGEST_CLAUSE)
  return { start, end: quote.start }
}

/** The last verb of saying before a quotation in its sentence. */
const fromBefore = (scene: SpeechScene, frames: readonly Frame[], quote: Span): Found => {
  const head = headOf(scene, quote)
  for (let index = firstFrom(frames, quote.start) - 1; index >= 0; index--) {
    const frame = frames[index]
    if (!frame || frame.start < head.start) return undefined
    const isBefore = frame.speaker && (frame.speaker.end <= quote.start || !frame.inverted)
    const between = scene.words.text.slice(frame.end, quote.start)
    if (isBefore && (frame.unsaid || /^ (?:nothing|not a word|no word) (?:of|about|on) /.test(between)))
      return NOT_SAID
    if (frame.speaker && isBefore) return { speaker: frame.speaker, rule: 'before', ...cueOf(scene, frame) }
  }
  return undefined
}

const ACCORDING = /\b(?:[Aa]ccording to|[Ii]n the words of|as|[Ii]n the view of)\s+(?:the |a |an )?/

/** "according to X", before or after. */
const fromAccording = (scene: SpeechScene, quote: Span): Found => {
  const { words, actors } = scene
  const head = headOf(scene, quote)
  const tail = tailOf(scene, quote)
  for (const span of [tail, head]) {
    const match = ACCORDING.exec(words.text.slice(span.start, span.end))
    if (!match || /^as/.test(match[0])) continue
    const place = span.start + match.index + match[0].length
    const actor = actors[spanAt(actors, place + 2)]
    if (actor && actor.end > place && actor.start <= place + 30)
      return { speaker: speakerOfMention(actor), rule: 'according-to', cue: match[0].trim() }
    const noun = /^[\p{L}’' -]{3,60}?(?=[,.;]|$| who| in | on | at )/u.exec(
      words.text.slice(place, span.end),
    )?.[0]
    if (noun)
      return {
        speaker: { start: place, end: place + noun.length, text: noun, name: noun, is: 'noun' },
        rule: 'according-to',
        cue: match[0].trim(),
      }
  }
  return undefined
}

/** "Lithuania: “...”": a name with a colon right before the quotation. */
const fromLabel = ({ words, actors }: SpeechScene, quote: Span): Found => {
  const before = words.text.slice(Math.max(0, quote.start - 3), quote.start)
  if (!/:\s*$/.test(before)) return undefined
  const actor = actors[spanAt(actors, quote.start - 1)]
  if (!actor || !/^\s*(?:\([^()]{0,50}\)\s*)?:\s*$/.test(words.text.slice(actor.end, quote.start)))
    return undefined
  // "Lawrence told BBC News: “...”": who listens is no speaker.
  if (LISTENS.test(words.text.slice(Math.max(0, actor.start - 24), actor.start))) return undefined
  return { speaker: speakerOfMention(actor), rule: 'label' }
}

const LISTENS =
  /(?<!\p{L})(?:tell|tells|told|telling|inform(?:s|ed)?|assured?|to|with|by|for|of|in|on) (?:the |an? )?$/u

/** What has words written on it: whoever carries it may have written them or not. */
const WRITTEN_ON =
  /(?<!\p{L})(?:signs?|banners?|placards?|posters?|t-?shirts?|shirts?|stickers?|plaques?|inscriptions?|headlines?|captions?|graffiti|mural|billboards?) (?:that |which )?(?:read|reads|reading|said|says|saying|stating|declaring|proclaiming)[:,]? $/iu

/** "a sign that read “...”": said by nobody who is named. */
const fromWritten = ({ words }: SpeechScene, { start }: Span): Found =>
  WRITTEN_ON.test(words.text.slice(Math.max(0, start - 60), start))
    ? { speaker: undefined, rule: 'written' }
    : undefined

/** "His colleague remembers it differently: “...”": who stands first in a sentence that ends with the colon. */
const fromColon = (scene: SpeechScene, quote: Span): Found => {
  const { words, actors } = scene
  if (!/:\s*$/.test(words.text.slice(Math.max(0, quote.start - 3), quote.start))) return undefined
  const head = headOf(scene, quote)
  const near: Mention[] = []
  for (let index = spanAt(actors, quote.start); index >= 0; index--) {
    const actor = actors[index]
    if (!actor || actor.start < head.start) break
    const isOwner = /^['’]s?(?!\p{L})/u.test(words.text.slice(actor.end, actor.end + 3))
    if ((actor.kind === 'person' || actor.kind === 'office') && !isOwner) near.push(actor)
  }
  const first = near.at(-1)
  const isOpener = first && OPENING.test(words.text.slice(head.start, first.start))
  // "Another reader, who meant Example, wrote": whoever is named within what is said of somebody does not speak.
  const isWithin = /, who(?:se)? /.test(words.text.slice(head.start, near[0]?.start ?? head.start))
  const actor = isOpener ? first : isWithin ? undefined : near[0]
  const opener = near.length === 0 ? wordFrom(words, head.start) : -1
  const pronoun = opener >= 0 && startOf(words, opener) < quote.start ? pronounAt(words, opener) : undefined
  const speaker = actor ? speakerOfMention(actor) : pronoun
  return speaker && { speaker, rule: 'colon' }
}

/** What may stand before the one with whom a sentence begins: titles and a trade, no comma and no preposition. */
const OPENING =
  /^\W*(?!(?:asked|after|before|for|in|on|at|by|with|to|of|as|when|if|according|like|unlike|from)(?!\p{L}))(?:[\p{L}.’'-]+ ){0,5}$/iu

const BOUND = /^ (?:the|a|an|to|of|in|on|by|for|its|their|his|her|that|and|or|but|as|if|when|at|with|from)\b/

/** Whether a frame before a short quotation really quotes it: close to it, or with the quotation in its clause. */
export const isCited = (scene: SpeechScene, quote: Span, found: NonNullable<Found>): boolean => {
  const { words } = scene
  // “No,” said Lavrov.
  if (found.rule === 'after' && /[,!?—][”"’»']$/.test(words.text.slice(quote.end - 2, quote.end))) return true
  // “good” armies: a word set before its noun is held at arm's length.
  if (
    !/\s|^.(?:never|not|always|no|only).$/.test(words.text.slice(quote.start, quote.end)) &&
    !/\b(?:would|will|could|has|have|is|was|be|been|are|were|does|did) $/.test(
      words.text.slice(quote.start - 7, quote.start),
    ) &&
    /^ \p{Ll}/u.test(words.text.slice(quote.end, quote.end + 2)) &&
    !BOUND.test(words.text.slice(quote.end, quote.end + 14))
  )
    return false
  const inner = words.text.slice(quote.start + 1, quote.end - 1)
  if (wordCount(inner) >= 4) return true
  const from = found.speaker ? Math.max(found.speaker.end, 0) : quote.start
  return quote.start - from < 140
}

/** "After Lavrov said “...”, Peskov left": the verb right before a quotation, whatever follows it. */
const fromAdjacent = (scene: SpeechScene, frames: readonly Frame[], quote: Span): Found => {
  const frame = frames[firstFrom(frames, quote.start) - 1]
  if (!frame?.speaker || frame.inverted || frame.speaker.end > frame.start) return undefined
  if (!/^[:,]?\s*$/.test(scene.words.text.slice(frame.end, quote.start)) || !isSaying(scene, frame))
    return undefined
  return frame.unsaid ? NOT_SAID : { speaker: frame.speaker, rule: 'before', ...cueOf(scene, frame) }
}

export const sieve = (scene: SpeechScene, frames: readonly Frame[], quote: Span): Found =>
  fromWritten(scene, quote) ??
  fromAdjacent(scene, frames, quote) ??
  fromAfter(scene, frames, quote) ??
  fromDeed(scene, quote) ??
  fromClauseBehind(scene, quote) ??
  fromLabel(scene, quote) ??
  fromBefore(scene, frames, quote) ??
  fromAccording(scene, quote) ??
  fromColon(scene, quote)

/** The one person whom a paragraph names. */
export const onlyPerson = ({ actors }: SpeechScene, { start, end }: Span): Speaker | undefined => {
  const persons = new Map<string, Speaker>()
  for (let index = spanAt(actors, end - 1); index >= 0; index--) {
    const actor = actors[index]
    if (!actor || actor.start < start) break
    const speaker = actor.kind === 'person' ? speakerOfMention(actor) : undefined
    if (speaker) persons.set(speaker.name, speaker)
  }
  return persons.size === 1 ? [...persons.values()][0] : undefined
}
