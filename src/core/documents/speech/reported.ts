import type { Span } from '../../evidence/index.ts'
import { coverOf } from '../cover.ts'
import { spanAt } from '../sentences.ts'
import { endOf, gapAfter, keyAt, startOf, type Words, wordFrom } from '../words.ts'
import {
  contentAfter,
  contentEnd,
  type Frame,
  isPassiveTold,
  isSaidByNobody,
  LONGEST_CLAUSE,
  type SpeechScene,
} from './frames.ts'
import { type Speaker, speakerOfMention } from './speaker.ts'
import { speakerAt, subjectBefore } from './speakers.ts'
import { SPEAKER_NOUN } from './verbs.ts'

/** What somebody is reported to have said, in the words of the text. */
export interface ReportedSpan extends Span {
  readonly speaker: Speaker | null
  readonly cue: string
  /** Those through whom the text knows it: "told TASS", "according to people familiar with the talks". */
  readonly via?: string
  /** The speaker denies it. */
  readonly negated?: true
  readonly rule: string
}

const DENIES = /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dispute[ds]?|refute[ds]?)$/
const NOT_SAID = /\b(?:never|not|n['’]t|refused to|declined to|stopped short of)\b[^,;]{0,24}$/i

const AND_THAT = /,? (?:and|but) (?:also )?that (?=\p{L})|; (?:and )?that (?=\p{L})/gu

/** "... and that ...": each clause that the same verb reports. */
const parts = (text: string, { start, end }: Span): readonly Span[] => {
  const cuts = [...text.slice(start, end).matchAll(AND_THAT)]
  const spans: Span[] = []
  let from = start
  for (const cut of cuts) {
    spans.push({ start: from, end: start + cut.index })
    from = start + cut.index + cut[0].length
  }
  return [...spans, { start: from, end }].filter(span => span.end - span.start >= 10)
}

const LISTENER =
  /^\s+((?:the )?(?:\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,4}|reporters|journalists|state television|state media))/u

/** "told TASS": the listener, where it is a medium. */
const listener = ({ words, actors }: SpeechScene, { end }: Frame): string | undefined => {
  const name = LISTENER.exec(words.text.slice(end, end + 60))?.[1]
  if (name === undefined) return undefined
  if (/reporters|journalists|state /.test(name)) return undefined
  const actor = actors[spanAt(actors, end + 1 + (name.startsWith('the ') ? 4 : 0))]
  const isMedium = actor?.kind === 'organisation' && actor.value.type === 'media'
  return isMedium && actor.start > end && actor.start - end < 6 ? actor.text : undefined
}

const IN_VIEW = /^In (his|her|their) (?:view|opinion|words|account|reading),? (?=\p{L})/u

/** "In her view section 4 spoke of weapons that work". */
const fromView = (scene: SpeechScene, sentence: Span): ReportedSpan | undefined => {
  const { words } = scene
  const match = IN_VIEW.exec(words.text.slice(sentence.start, sentence.end))
  const pronoun = match?.[1]
  if (!match || pronoun === undefined) return undefined
  const at = sentence.start + 3
  const speaker: Speaker = {
    start: at,
    end: at + pronoun.length,
    text: pronoun,
    name: pronoun,
    is: 'pronoun',
  }
  const start = sentence.start + match[0].length
  return { start, end: contentEnd(scene, start, sentence), speaker, cue: match[0].trim(), rule: 'view' }
}

const AS_NOTED =
  /^\(?As (?:[\p{L}’'.-]+ ){1,6}?(?:(?:has|have|had|also|previously|recently|once|rightly) ){0,2}(noted|said|stated|argued|observed|recalled|warned|reported|explained|put it|pointed out|acknowledged|stressed|emphasi[sz]ed|notes|says|puts it|points out|argues)(?: earlier| before| yesterday)?, (?=\p{L})/u

/** "As some have noted, the qualms are a surprise": what follows the comma. */
const fromAsNoted = (
  scene: SpeechScene,
  sentence: Span,
  frames: readonly Frame[],
): ReportedSpan | undefined => {
  const match = AS_NOTED.exec(scene.words.text.slice(sentence.start, sentence.end))
  if (!match) return undefined
  const start = sentence.start + match[0].length
  const frame = frames.find(one => one.end <= start)
  const end = contentEnd(scene, start, sentence)
  if (!frame?.speaker || end - start < 10) return undefined
  return { start, end, speaker: frame.speaker, cue: match[1] ?? '', rule: 'as-noted' }
}

const ACCORDING = /(?:^|(?<=[\s(—–]))[Aa]ccording to /g

/** What stands before ", according to X," and states nothing yet: "As of this time", "This is a world where". */
const NO_STATEMENT =
  /(?:^|\s)(?:where|that|which|who|because|and|but)[,—–]?$|^(?:As of|As at|By|In|On|At|Since|During|So far|To date|Until|Today|Now|Overall)(?: [\p{L}\d’'-]+){0,4},$/u

/** What is said of the source itself: "according to Norway, which opposed the text, ...". */
const ASIDE = /^(?:which|who|whose|whom|where) [^,]{3,120}, /

/** "according to the head of the ministry, Ann Example, it will": the one who is named behind the office. */
const holderAt = ({ words, actors }: SpeechScene, { start, end }: Span): Speaker | undefined => {
  const actor = actors[spanAt(actors, start)]
  const isNamed = actor?.kind === 'person' && actor.start === start && end - actor.end > 12
  return isNamed && words.text.slice(actor.end, actor.end + 2) === ', ' ? speakerOfMention(actor) : undefined
}

/** What follows "according to X," or stands before ", according to X". */
const fromAccording = (scene: SpeechScene, sentence: Span): ReportedSpan | undefined => {
  const { words, quoted } = scene
  const text = words.text.slice(sentence.start, sentence.end)
  if (!text.includes('ccording to ')) return undefined
  for (const match of text.matchAll(ACCORDING)) {
    const at = sentence.start + match.index
    if (quoted.touches({ start: at, end: at + 1 })) continue
    const source = speakerAt(scene, at + match[0].length, sentence.end)
    if (!source) continue
    const clause =
      text
        .slice(Math.max(0, match.index - LONGEST_CLAUSE), match.index)
        .split(/; /)
        .at(-1) ?? ''
    const from = at - clause.length
    const isFirst = /^(?:(?:But|And|However|Yet|Still|Meanwhile|So),? )?$/i.test(clause)
    const offset = words.text.slice(source.end, source.end + 160).indexOf(', ')
    const comma = offset < 0 ? -1 : source.end + offset
    const isBefore = isFirst || NO_STATEMENT.test(clause.trimEnd())
    const span: Span = isBefore
      ? { start: comma < 0 ? sentence.end : comma + 2, end: contentEnd(scene, comma + 2, sentence) }
      : { start: from, end: from + clause.trimEnd().replace(/,$/, '').length }
    if (isBefore && (comma < 0 || comma - source.end > 120)) continue
    const holder = isBefore ? holderAt(scene, span) : undefined
    if (holder)
      return {
        start: holder.end + 2,
        end: span.end,
        speaker: holder,
        cue: match[0].trim(),
        rule: 'according-to',
      }
    const aside = isBefore ? ASIDE.exec(words.text.slice(span.start, span.end))?.[0].length : undefined
    if (aside !== undefined && span.end - span.start - aside >= 10) {
      const inner: Span = { start: span.start + aside, end: span.end }
      return { ...inner, speaker: source, cue: match[0].trim(), rule: 'according-to' }
    }
    if (span.end - span.start < 10) continue
    return { ...span, speaker: source, cue: match[0].trim(), rule: 'according-to' }
  }
  return undefined
}

/** Verbs that stand after what they report. */
const TRAILING =
  /^(?:say|says|said|told|tells|adds?|added|reports?|reported|announced?|noted?|notes|claims?|claimed|argues?|argued|warns?|warned|insists?|insisted|explains?|explained|confirms?|confirmed|stated|disclosed|suggests?|suggested|declared|believes?|believed)$/

/** What may follow "..., the ministry said". */
const TRAILS = /^(?: (?:on |last |this |in an? |late |early )?[\p{L}\d ]{2,40}?)?[,.”"]|^[^,.;:]{0,60}$/u
/** The number and portion mark of a cable's paragraph. */
const LABEL = /^\d{1,3}\. (?:\([A-Z]{1,4}(?:\/[A-Z]{1,4})?\) )?/
const DATELINE =
  /^(?:[\p{Lu}][\p{Lu} .,’/-]{2,40}|\p{Lu}[\p{L} ,.]{2,30})(?:\([\p{L}. ]{2,20}\) ?)?(?: ?[—–-]{1,2} |: )/u

/** "After Lavrov had left the room, Peskov said no": when or why it was said, where nothing else stands before the comma. */
const SUBORDINATE =
  /^(?:After|Before|While|As|When|Once|Until|If|Although|Though|Because|Since|Asked|Speaking)\b/

/** "UN Special Rapporteur Ann Example": names and titles without a word that could say something of them. */
const isOnlyNames = (text: string): boolean => !/(?:^|\s)(?!of\b|for\b|and\b|the\b)\p{Ll}/u.test(text)

/** "..., the ministry said.": the sentence before the comma. */
const fromTrailing = (scene: SpeechScene, frame: Frame): ReportedSpan | undefined => {
  const { words, sentences, quoted } = scene
  if (!TRAILING.test(keyAt(words, frame.verb))) return undefined
  const sentence = sentences[frame.sentence]
  if (!sentence || !frame.speaker) return undefined
  const first = Math.min(frame.speaker.start, frame.start)
  if (first - sentence.start > LONGEST_CLAUSE) return undefined
  const before = words.text.slice(sentence.start, first)
  const comma =
    /,[”"’]?\s+(?:the |a |an )?(?:(?:\p{Lu}[\p{L}.’'-]*|of|for|and|former|deputy|foreign|defen[cs]e|prime|minister|spokes\p{L}+) ){0,6}$/u.exec(
      before,
    )
  const rest = words.text.slice(Math.max(frame.end, frame.speaker.end), sentence.end)
  if (!comma || !TRAILS.test(rest)) return undefined
  const start = sentence.start + (DATELINE.exec(before)?.[0].length ?? LABEL.exec(before)?.[0].length ?? 0)
  const span = { start, end: sentence.start + comma.index }
  if (quoted.touches({ start, end: start + 1 })) return undefined
  const isClause = wordFrom(words, span.end) - wordFrom(words, span.start) >= 4
  if (!isClause || isOnlyNames(words.text.slice(span.start, span.end))) return undefined
  // "On Friday, the ministry said ..." begins with a time, no statement; a longer stretch holds one too.
  const isShort = wordFrom(words, span.end) - wordFrom(words, span.start) < 9
  if (
    isShort &&
    /^(?:\d{1,3}\. (?:\([A-Z]{1,4}\) )?)?(?:In|On|At|But|After|Before|During|For|Since|While|As|By|With|When|If|Although|Asked|Speaking)\b/.test(
      before,
    )
  )
    return undefined
  if (SUBORDINATE.test(before) && !before.slice(0, comma.index).includes(',')) return undefined
  return { ...span, speaker: frame.speaker, cue: words.text.slice(frame.start, frame.end), rule: 'trailing' }
}

const GERUND = /^\p{Ll}+ing$/u

/** "accused of shelling the town", "denied using them": what the verb in -ing says. */
const fromGerund = (scene: SpeechScene, sentence: Span, verb: number): Span | undefined => {
  const { words } = scene
  for (let index = verb + 1; index < verb + 9; index++) {
    if (startOf(words, index) >= sentence.end || /[,;:.“"]/.test(gapAfter(words, index - 1))) return undefined
    if (
      !GERUND.test(keyAt(words, index)) ||
      !/^(?:of|deny|denies|denied|denying|ever|repeatedly)$/.test(keyAt(words, index - 1))
    )
      continue
    const start = startOf(words, index)
    const end = contentEnd(scene, start, sentence)
    return end - start >= 10 ? { start, end } : undefined
  }
  return undefined
}

const ACCUSED = /^(?:accuse[ds]?|accusing|suspected)$/

/** Accusations and denials with a verb in -ing. */
const fromAccusation = (scene: SpeechScene, frame: Frame): ReportedSpan | undefined => {
  const { words, sentences } = scene
  const key = keyAt(words, frame.verb)
  const isDenial = DENIES.test(key)
  if (!isDenial && !ACCUSED.test(key)) return undefined
  const sentence = sentences[frame.sentence]
  const span = sentence && fromGerund(scene, sentence, frame.verb)
  if (!span) return undefined
  const isPassive = /^(?:been|was|were|is|are|being)$/.test(keyAt(words, frame.verb - 1))
  return {
    ...span,
    speaker: isPassive ? null : (frame.speaker ?? null),
    cue: words.text.slice(frame.start, frame.end),
    ...(isDenial && { negated: true }),
    rule: isDenial ? 'denial' : 'accusation',
  }
}

const NOUN_THAT =
  /\b(?:denials?|claims?|reports?|allegations?|statements?|assertions?|announcements?|warnings?|accusations?|view|(?<!\bon (?:the|an|that) )understanding|(?<!\b(?:a|in) )position|belief|assurances?|admissions?|insistence|contention|predictions?|complaints?|advice stating|(?:made|make|makes|making) (?:it )?clear|anticipated|believed|reported|alleged|understood|expected) that,? (?=\p{L})/gu

const ISSUED =
  /^(?:publish(?:es|ed)?|issue[sd]?|release[sd]?|ma[dk]es?|made|gave|gives?|reject(?:s|ed)?|den(?:y|ies|ied)|dismiss(?:es|ed)?|dispute[sd]?|repeat(?:s|ed)?|provide[sd]?|offer(?:s|ed)?|circulated?|voiced?|reiterate[sd]?|reaffirm(?:s|ed)?|state[sd]?|express(?:es|ed)?)$/

/** Whose claim it is: "Amnesty published a report that", "Russia's claim that". */
const claimant = (scene: SpeechScene, sentence: Span, noun: number): Speaker | null => {
  const { words, actors } = scene
  for (let index = noun - 1; index > noun - 5 && startOf(words, index) > sentence.start; index--)
    if (ISSUED.test(keyAt(words, index))) return subjectBefore(scene, index, sentence.start) ?? null
  const owner = actors[spanAt(actors, startOf(words, noun) - 1)]
  const between =
    owner && owner.start >= sentence.start ? words.text.slice(owner.end, startOf(words, noun)) : ''
  return owner && /^(?:['’]s?|s['’])? (?:\p{Ll}+ )?$/u.test(between)
    ? (speakerOfMention(owner) ?? null)
    : null
}

const ACTS =
  /^(?:is|was|were|are|has|have|had|will|would|could|can|may|might|did|does|do|led|made|gave|came|went|drew|got|took|brought|\p{Ll}{3,}ed)(?!\p{L})/u

/** "claims that ...", "it is reported that ...": often nobody is named who says it. */
const fromNouns = (scene: SpeechScene, sentence: Span): readonly ReportedSpan[] => {
  const { words, quoted } = scene
  return [...words.text.slice(sentence.start, sentence.end).matchAll(NOUN_THAT)].flatMap(
    (match): readonly ReportedSpan[] => {
      const at = sentence.start + match.index
      const start = at + match[0].length
      // "a report that led the board to act": of the report itself.
      if (ACTS.test(words.text.slice(start, start + 20))) return []
      if (quoted.touches({ start: start - 2, end: start - 1 })) return []
      const end = contentEnd(scene, start, sentence)
      const isDenied =
        /^denial/.test(match[0]) ||
        /\b(?:denied|rejected|dismissed|disputed|refuted)\b[^,;]{0,30}$/.test(
          words.text.slice(sentence.start, at),
        )
      const speaker = claimant(scene, sentence, wordFrom(words, at))
      return end - start < 10
        ? []
        : [
            {
              start,
              end,
              speaker,
              cue: match[0].trim(),
              ...(isDenied && { negated: true }),
              rule: 'noun-that',
            },
          ]
    },
  )
}

const DOCUMENTS = /^(?:documents|documented|recorded)$/

/** "has documented Russia's use of ...": the fact is a noun phrase. */
const fromDocumented = (scene: SpeechScene, frame: Frame): ReportedSpan | undefined => {
  const { words, sentences } = scene
  const sentence = sentences[frame.sentence]
  if (!sentence || !frame.speaker || frame.inverted || !DOCUMENTS.test(keyAt(words, frame.verb)))
    return undefined
  const start = startOf(words, frame.verb + 1)
  const end = contentEnd(scene, start, sentence)
  const isFact = / (?:use|attacks?|transfers?|production|strikes?|violations?|casualties|deaths) /.test(
    words.text.slice(start, end),
  )
  return isFact
    ? { start, end, speaker: frame.speaker, cue: keyAt(words, frame.verb), rule: 'documented' }
    : undefined
}

/** "MEA official": a source by its last word. */
const sourceNoun = (scene: SpeechScene, start: number, end: number): Speaker | undefined => {
  const { words } = scene
  const text = words.text.slice(start, end)
  const last = wordFrom(words, end) - 1
  return text.length < 40 && SPEAKER_NOUN.test(keyAt(words, last))
    ? { start, end, text, name: text, is: 'noun' }
    : undefined
}

const HEADLINE = /^(.{16,160}?)(?:: | [—–-] )(?!(?:What|How|Why|When|Where|Who|Which) )(.{3,60})$/u

/** "Russia out of the treaty — Kremlin": a headline that names its source last. */
const fromHeadline = (scene: SpeechScene, sentence: Span): ReportedSpan | undefined => {
  const { words, actors } = scene
  const match = HEADLINE.exec(words.text.slice(sentence.start, sentence.end))
  if (!match) return undefined
  const start = sentence.end - (match[2]?.length ?? 0)
  const actor = actors[spanAt(actors, sentence.end - 1)]
  const isSource =
    actor &&
    actor.end === sentence.end &&
    actor.start - start < 24 &&
    /^(?:\p{L}+ ){0,3}$/u.test(words.text.slice(start, actor.start))
  const speaker = isSource ? speakerOfMention(actor) : sourceNoun(scene, start, sentence.end)
  return speaker
    ? {
        start: sentence.start,
        end: sentence.start + (match[1]?.length ?? 0),
        speaker,
        cue: ':',
        rule: 'headline',
      }
    : undefined
}

/** "The world can be assured that", "they should be told that": what is not yet said. */
const isYetToBeTold = (words: Words, verb: number): boolean =>
  /^(?:be|rest)$/.test(keyAt(words, verb - 1)) && HYPOTHETICAL.test(keyAt(words, verb - 2))

const HYPOTHETICAL = /^(?:may|might|should|must|shall|can|could|to|would|will|not)$/

/** What shows a thing does not say it. */
const EVIDENCE =
  /^(?:the |this |all |available |strong )*(?:\p{L}+ )?(?:evidence|imagery|data|figures|footage)$/iu

/** "I said that": one who writes tells of what was said then, and not what is thought now. */
const TOLD_BY_SELF =
  /^(?:said|told|replied|added|explained|responded|emphasi[sz]ed|informed|assured|reminded|stressed)$/

/** "Ruiz, asked whether it was so,": the question of somebody else. */
const isQuestioned = ({ words }: SpeechScene, { verb, speaker }: Frame): boolean =>
  keyAt(words, verb) === 'asked' &&
  gapAfter(words, verb - 1).startsWith(',') &&
  speaker?.is === 'person' &&
  speaker.end === endOf(words, verb - 1)

/** Somebody is there who says it, and did so: not "should note that", "demands that" of a landscape. */
const isAsserted = (scene: SpeechScene, frame: Frame): boolean => {
  const { words } = scene
  const { verb, speaker, unsaid } = frame
  if (unsaid === 'supposed' || isYetToBeTold(words, verb) || isQuestioned(scene, frame)) return false
  const isUnnamed = isPassiveTold(words, verb) || isSaidByNobody(words, verb)
  if (speaker === undefined ? !isUnnamed : EVIDENCE.test(speaker.text)) return false
  return (
    (!/^(?:i|we)$/i.test(speaker?.text ?? '') || TOLD_BY_SELF.test(keyAt(words, verb))) &&
    (!HYPOTHETICAL.test(keyAt(words, verb - 1)) ||
      keyAt(words, verb + 1) === 'only' ||
      /^(?:declin|refus|us)ed$/.test(keyAt(words, verb - 2)))
  )
}

const fromVerb = (scene: SpeechScene, frame: Frame): readonly ReportedSpan[] => {
  const content = contentAfter(scene, frame)
  if (!content || !isAsserted(scene, frame)) return []
  const { words, sentences } = scene
  const sentence = sentences[frame.sentence]
  const lead = words.text.slice(Math.max(sentence?.start ?? 0, frame.start - 40), frame.start)
  const isDenial = DENIES.test(keyAt(words, frame.verb)) !== NOT_SAID.test(lead)
  const via = listener(scene, frame)
  return parts(words.text, content).map(span => ({
    ...span,
    speaker: frame.speaker ?? null,
    cue: words.text.slice(frame.start, frame.end),
    ...(via !== undefined && { via }),
    ...(isDenial && { negated: true as const }),
    rule: content.hasThat ? 'that-clause' : 'clause',
  }))
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** What a source after ", according to" adds to a statement inside its sentence: who passed it on. */
const passedOn = (found: readonly ReportedSpan[], according: ReportedSpan): readonly ReportedSpan[] =>
  found.map(one =>
    overlaps(one, according) && according.speaker ? { ...one, via: according.speaker.text } : one,
  )

/** The reported statements of a text, in order of place. */
export const reportedIn = (scene: SpeechScene, frames: readonly Frame[]): readonly ReportedSpan[] => {
  const { words, sentences, quoted } = scene
  const all: ReportedSpan[] = []
  let next = 0
  for (const [index, sentence] of sentences.entries()) {
    const own: Frame[] = []
    for (let frame = frames[next]; frame && frame.sentence === index; frame = frames[++next]) own.push(frame)
    for (const one of inSentence(scene, sentence, own, index === 0)) {
      const isInQuote = quoted.touches({ start: one.start - 1, end: one.start })
      const isOwn = isInQuote || isWhollyQuoted(scene.quotes, words.text, one) || holdsItsSpeaker(one)
      if (!isOwn) all.push(one)
    }
  }
  return all.toSorted((a, b) => a.start - b.start)
}

/** "said the body’s director Ann Example": who says it stands behind the verb, and is not what is said. */
const holdsItsSpeaker = ({ start, end, speaker, rule }: ReportedSpan): boolean =>
  /clause$/.test(rule) && speaker !== null && speaker.start >= start && speaker.end <= end

/** Everything that one sentence reports; `frames` are its verbs of saying. */
const inSentence = (
  scene: SpeechScene,
  sentence: Span,
  frames: readonly Frame[],
  isFirst: boolean,
): readonly ReportedSpan[] => {
  const told = fromFrames(scene, frames)
  const seen = fromAsNoted(scene, sentence, frames) ?? fromView(scene, sentence)
  const plain = told.length > 0 || !seen ? told : [seen]
  const headline = isFirst && plain.length === 0 ? fromHeadline(scene, sentence) : undefined
  const found = headline ? [headline] : plain
  const according = fromAccording(scene, sentence)
  const sourced = !according ? found : found.length > 0 ? passedOn(found, according) : [according]
  const cover = coverOf(sourced)
  return [...sourced, ...fromNouns(scene, sentence).filter(one => !cover.touches(one))]
}

/** The statements that begin before this many others in their sentence are compared with. */
const BESIDE = 6

const fromFrames = (scene: SpeechScene, frames: readonly Frame[]): readonly ReportedSpan[] => {
  const found: ReportedSpan[] = []
  for (const frame of frames) {
    const more = [fromAccusation(scene, frame), fromDocumented(scene, frame)].filter(one => one !== undefined)
    const own = more.length > 0 ? more : fromVerb(scene, frame)
    const trailing = own.length > 0 ? undefined : fromTrailing(scene, frame)
    const near = found.slice(-BESIDE)
    const within = trailing && near.findLast(other => overlaps(trailing, other))
    if (trailing?.speaker && within && within.via === undefined && within.end <= trailing.end)
      found[found.indexOf(within)] = { ...within, via: trailing.speaker.text }
    for (const one of [...own, ...(trailing ? [trailing] : [])])
      if (!near.some(other => overlaps(one, other))) found.push(one)
  }
  return found
}

/** A statement that is hardly more than a quotation is a quotation and no report. */
const isWhollyQuoted = (quotes: readonly Span[], text: string, { start, end }: Span): boolean => {
  const quote = quotes[spanAt(quotes, start)]
  if (!quote || quote.start !== start) return false
  return (
    !/\p{L}/u.test(text.slice(Math.min(quote.end, end), end)) ||
    /^\s{0,3}(?:and|,)?\s{0,3}[“"«„‘]/.test(text.slice(quote.end, end))
  )
}
