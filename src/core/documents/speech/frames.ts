import type { Span } from '../../evidence/index.ts'
import type { Cover } from '../cover.ts'
import type { Mention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { endOf, gapAfter, keyAt, startOf, startsUpper, type Words, wordAt, wordFrom } from '../words.ts'
import { pronounAt } from './nounphrases.ts'
import type { QuotedSpan } from './quotes.ts'
import { canSpeak, type Speaker, type SpeakerScene, speakerOfMention } from './speaker.ts'
import { subjectAfter, subjectBefore } from './speakers.ts'
import { type Unsaid, unsaidBy } from './unsaid.ts'
import { NEEDS_THAT, QUOTING, SAYING_VERBS, TELLING_VERBS } from './verbs.ts'

/** A verb of saying with its subject, outside quotations. */
export interface Frame {
  /** The index of the verb among the words, and its place. */
  readonly verb: number
  readonly start: number
  readonly end: number
  /** The index of the sentence that it stands in. */
  readonly sentence: number
  readonly speaker: Speaker | undefined
  /** Whether the subject follows the verb. */
  readonly inverted: boolean
  /** Of what was not said ("never said"), or only might have been ("if he said", "nobody said"). */
  readonly unsaid?: Unsaid
}

/** A text as speech is looked for in it. */
export interface SpeechScene extends SpeakerScene {
  readonly quotes: readonly QuotedSpan[]
  /** The quotations as taken stretches. */
  readonly quoted: Cover
}

const CLAUSE_START = /(?:[;:—–]\s|,\s(?:and|but|while|although|though|as|which|who|whereas|yet|so)\s|\)\s)/g

/** Where the clause of a verb begins: after the last quotation before it in its sentence, or with the sentence. */
const clauseStart = ({ quotes }: SpeechScene, sentence: Span, at: number): number => {
  let index = spanAt(quotes, at)
  while ((quotes[index]?.depth ?? 0) > 0) index--
  const quote = quotes[index]
  return quote && quote.end <= at && quote.end > sentence.start ? quote.end : sentence.start
}

const joints = (text: string, from: number, to: number): readonly number[] =>
  [...text.slice(from, to).matchAll(CLAUSE_START)].map(match => from + match.index + match[0].length)

/** A text without ends of sentences is one sentence: no clause of it is looked at further than this. */
export const LONGEST_CLAUSE = 1200

/** The subject before a verb: in the nearest clause first, then in all of the sentence. */
const subjectOf = (scene: SpeechScene, verb: number, sentence: Span): Speaker | undefined => {
  const { words } = scene
  const at = startOf(words, verb)
  const from = Math.max(clauseStart(scene, sentence, at), at - LONGEST_CLAUSE)
  const near = joints(words.text, from, at).at(-1)
  return (
    subjectBefore(scene, verb, from) ?? (near === undefined ? undefined : subjectBefore(scene, verb, near))
  )
}

const ON = /^ on(?:[,.;:]| to say| [“"‘])/
const OUT = /^ out/
const CLEAR = /^ clear/
const GOING_ON: ReadonlyMap<string, RegExp> = new Map([
  ...['goes', 'went'].map(verb => [verb, ON] as const),
  ...['point', 'points', 'pointed'].map(verb => [verb, OUT] as const),
  ...['make', 'makes', 'made', 'making'].map(verb => [verb, CLEAR] as const),
])

/** "he went on", "pointed out", "made clear". */
const isGoingOn = (words: Words, index: number): boolean => {
  const follows = GOING_ON.get(keyAt(words, index))
  return follows?.test(words.text.slice(endOf(words, index), endOf(words, index) + 9)) ?? false
}

const isVerb = (words: Words, index: number): boolean => {
  const key = keyAt(words, index)
  if (!(SAYING_VERBS.has(key) || TELLING_VERBS.has(key) || QUOTING.has(key) || isGoingOn(words, index)))
    return false
  const word = wordAt(words, index)
  // "a self-described advocate" describes nobody.
  if (gapAfter(words, index - 1) === '-') return false
  if (startsUpper(word) && !/^[A-Z]+$/.test(word)) return false
  return !isNoun(words, index) && !isBareNoun(words, index) && !isAim(words, index)
}

/** "a right to answer": an infinitive says nothing yet, but for "declined to say", "liked to say". */
const isAim = (words: Words, index: number): boolean =>
  keyAt(words, index - 1) === 'to' &&
  !/^(?:used|declin\p{Ll}+|refus\p{Ll}+|continu\p{Ll}+|began|lik(?:ed|es)|loved|tend(?:s|ed)|went|want(?:s|ed))$/u.test(
    keyAt(words, index - 2),
  )

/** Forms that are nouns far oftener than verbs, unless what is said follows: "state secretary", "a report". */
const isBareNoun = (words: Words, index: number): boolean =>
  /^(?:state|report|claim|note|call|document|rule|find|hope|fear|promise|pledge|estimate|demand|stress|comment|question|states|reports|claims|notes|calls|documents|rules|hopes|fears|estimates|demands|comments|questions)$/.test(
    keyAt(words, index),
  ) &&
  (isOneOf(words, index) || isWithoutObject(words, index))

const isWithoutObject = (words: Words, index: number): boolean =>
  keyAt(words, index + 1) !== 'that' &&
  !(keyAt(words, index) === 'reports' && /^\d/.test(keyAt(words, index + 1))) &&
  !/[,:“"«‘]/.test(gapAfter(words, index)) &&
  !/^(?:he|she|they|we|i|it|who)$/.test(keyAt(words, index - 1)) &&
  !/^(?:also|now)$/.test(keyAt(words, index - 1)) &&
  !NP_START.test(keyAt(words, index + 1)) &&
  !(startsUpper(wordAt(words, index + 1)) && /[,”"’»] ?$/.test(gapAfter(words, index - 1)))

/** "a critical May 31 report that": the noun, where one thing with an article stands before "that". */
const isOneOf = (words: Words, index: number): boolean => {
  if (keyAt(words, index).endsWith('s') || /s$/.test(keyAt(words, index - 1))) return false
  for (let at = index - 1; at > index - 6 && /^[ -]$/.test(gapAfter(words, at)); at--) {
    if (/^(?:an?|the|this|its|their|his|her)$/.test(keyAt(words, at)))
      return at < index - 1 && keyAt(words, index + 1) === 'that'
    if (/^(?:i|we|you|they|who|to|and|or|of)$/.test(keyAt(words, at))) return false
  }
  return false
}

/** "one of only 32 states that": States that are counted or told apart say nothing. */
const areStates = (words: Words, index: number): boolean =>
  keyAt(words, index) === 'states' &&
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|\p{L}+teen|\p{L}+ty|party|member|other|nuclear|weapon|many|few|several|some|all|both|most|signatory|baltic|nordic|arab|gulf|island|possessor|only)$/u.test(
    keyAt(words, index - 1),
  )

/** "dismissed reports that", "denies claims that": what is dismissed is a noun. */
const isObject = (words: Words, index: number): boolean =>
  /^(?:reports|claims|notes|calls|rules|hopes|fears|estimates|demands|comments|questions|statements|warnings)$/.test(
    keyAt(words, index),
  ) &&
  /^(?:\p{Ll}{3,}ed|den(?:y|ies)|reject|rejects|dismiss|dismisses|confirm|confirms|disputes?|made|makes?|\p{Ll}{3,}ing|is|are|was|were|be|been|many|several|some|numerous|conflicting|repeated|persistent)$/u.test(
    keyAt(words, index - 1),
  )

/** "the report", "a claim", "their call": the noun, not the verb. */
const isNoun = (words: Words, index: number): boolean =>
  isObject(words, index) ||
  areStates(words, index) ||
  (/^(?:the|a|an|its|his|her|their|our|this|that|these|those|no|any|such|of|in|by|for|with|from|new|recent|annual)$/.test(
    keyAt(words, index - 1),
  ) &&
    !/(?:ed|ing|said|told|wrote|found|spoke|held|heard)$/.test(keyAt(words, index)))

/** All verbs of saying outside quotations, each with its subject. */
export const framesIn = (scene: SpeechScene): readonly Frame[] => {
  const { words, sentences, quoted } = scene
  const frames: Frame[] = []
  for (let verb = 0; verb < words.starts.length; verb++) {
    if (!isVerb(words, verb)) continue
    const start = startOf(words, verb)
    const end = endOf(words, verb)
    const at = spanAt(sentences, start)
    const sentence = sentences[at]
    if (!sentence || sentence.end < end || quoted.touches({ start, end })) continue
    const before = isParticiple(words, verb)
      ? (sharedSubject(frames.at(-1), at) ?? firstActor(scene, sentence, start, 80))
      : /^(?:and|but)$/.test(keyAt(words, verb - 1))
        ? (sharedSubject(frames.at(-1), at) ?? firstActor(scene, sentence, start, 6))
        : subjectOf(scene, verb, sentence)
    const after = before ? namedAside(scene, verb, before) : afterVerb(scene, verb, sentence)
    const speaker =
      isPassive(words, verb) || isPassiveTold(words, verb)
        ? agentOf(scene, verb, sentence)
        : isSupposedTo(words, verb) || isSaidByNobody(words, verb)
          ? undefined
          : (quotedOne(scene, verb) ?? (before && after ? after : (before ?? after)))
    const unsaid = unsaidBy(words, verb, speaker, sentence)
    frames.push({
      ...{ verb, start, end, sentence: at, speaker, inverted: after !== undefined },
      ...(unsaid && { unsaid }),
    })
  }
  return frames
}

/** "And a ninth, said UN spokesperson Ann Example, was killed": the person named between commas behind a noun. */
const namedAside = (
  { words, actors }: SpeechScene,
  verb: number,
  { is, end }: Speaker,
): Speaker | undefined => {
  const place = endOf(words, verb)
  if (is !== 'noun' || !/^,\s$/.test(words.text.slice(end, startOf(words, verb)))) return undefined
  const comma = words.text.indexOf(',', place)
  const person = comma < 0 || comma - place > 70 ? undefined : actors[spanAt(actors, comma - 1)]
  return person?.kind === 'person' && person.end === comma && person.start > place
    ? speakerOfMention(person)
    : undefined
}

const BE = /^(?:is|are|was|were|been|being)$/
const SAID_OF =
  /^(?:accused|condemned|criticised|criticized|denounced|described|dismissed|praised|blamed|blasted|hailed|mocked|branded|labelled|labeled|dubbed|termed|called|deemed|urged|rejected|welcomed)$/

/** "was accused of": the subject is spoken of, and does not speak. */
const isPassive = (words: Words, verb: number): boolean =>
  SAID_OF.test(keyAt(words, verb)) &&
  (BE.test(keyAt(words, verb - 1)) || (/ly$/.test(keyAt(words, verb - 1)) && BE.test(keyAt(words, verb - 2))))

const SUPPOSED =
  /^(?:expected|believed|thought|reported|alleged|claimed|said|known|understood|rumou?red|assumed|feared|hoped|supposed|considered|estimated)$/

/** "is expected to say", "is said to have left": the subject is spoken of, by nobody who is named. */
const isSupposedTo = (words: Words, verb: number): boolean =>
  SUPPOSED.test(keyAt(words, verb)) && BE.test(keyAt(words, verb - 1)) && keyAt(words, verb + 1) === 'to'

/** "it is claimed that": somebody says it, and nobody is named. */
export const isSaidByNobody = (words: Words, verb: number): boolean =>
  SUPPOSED.test(keyAt(words, verb)) && BE.test(keyAt(words, verb - 1)) && keyAt(words, verb + 1) === 'that'

/** "Norway quoted Lavrov as saying": whoever is quoted. */
const quotedOne = ({ words, actors }: SpeechScene, verb: number): Speaker | undefined => {
  if (!/^(?:quot(?:ed?|es|ing)|cit(?:ed?|es|ing))$/.test(keyAt(words, verb))) return undefined
  const end = endOf(words, verb)
  const actor = actors[spanAt(actors, end + FARTHEST_QUOTED)]
  const first = actor && actor.start > end ? actor : undefined
  const between = first && words.text.slice(end, first.start)
  const isQuoted =
    first &&
    /^ (?:the |a |an |its )?(?:[\p{L}-]+ ){0,4}$/u.test(between ?? '') &&
    /^ as (?:saying|having said|telling|warning|stating|adding|writing|calling)\b/.test(
      words.text.slice(first.end, first.end + 20),
    )
  return isQuoted && canSpeak(first) ? speakerOfMention(first) : undefined
}

const FARTHEST_QUOTED = 40
const MOST_BEFORE_AGENT = 40

/** Who speaks of the subject: "was accused of “...” by the United States". */
const agentOf = (scene: SpeechScene, verb: number, sentence: Span): Speaker | undefined => {
  const { words, actors, quoted } = scene
  for (let index = verb + 1; index < verb + MOST_BEFORE_AGENT; index++) {
    const start = startOf(words, index)
    if (start >= sentence.end) return undefined
    if (keyAt(words, index) !== 'by' || quoted.touches({ start, end: endOf(words, index) })) continue
    const place = endOf(words, index)
    const actor = actors.find(one => one.start > place && one.start <= place + 30)
    const between = actor && words.text.slice(place, actor.start)
    if (actor && between && canSpeak(actor) && /^ (?:the )?(?:[\p{L}-]+ ){0,2}$/u.test(between))
      return speakerOfMention(actor)
  }
  return undefined
}

/** "the room was told that": the subject hears it. */
export const isPassiveTold = (words: Words, verb: number): boolean =>
  TELLING_VERBS.has(keyAt(words, verb)) && /^(?:is|are|was|were|been|being)$/.test(keyAt(words, verb - 1))

/** "denied it and said that", "referred to it, saying that": the second verb has the subject of the first. */
const sharedSubject = (last: Frame | undefined, sentence: number): Speaker | undefined =>
  last?.sentence === sentence ? last.speaker : undefined

/** "saying" after a comma: its subject is that of the sentence. */
const isParticiple = (words: Words, verb: number): boolean =>
  keyAt(words, verb).endsWith('ing') &&
  (/^[,”"’»] ?/.test(gapAfter(words, verb - 1)) ||
    (/^(?:in|by)$/.test(keyAt(words, verb - 1)) && keyAt(words, verb + 1) === 'that'))

/** Who stands first in a sentence. */
const firstActor = (
  { actors, words }: SpeechScene,
  sentence: Span,
  until: number,
  within: number,
): Speaker | undefined => {
  const pronoun = pronounAt(words, wordFrom(words, sentence.start))
  if (pronoun) return pronoun
  for (let index = Math.max(0, spanAt(actors, sentence.start)); index < actors.length; index++) {
    const actor = actors[index]
    if (!actor || actor.start >= Math.min(until, sentence.start + within)) return undefined
    const isOwner = /^['’]s? /.test(words.text.slice(actor.end, actor.end + 3))
    if (actor.start >= sentence.start && canSpeak(actor) && !isOwner)
      return apposed(actors[index + 1], words.text, actor.end) ?? speakerOfMention(actor)
  }
  return undefined
}

/** "Norway’s ambassador, Marie Dubois, voted": the person named behind an office. */
const apposed = (next: Mention | undefined, text: string, end: number): Speaker | undefined =>
  next?.kind === 'person' && text.slice(end, next.start) === ', ' && text.startsWith(',', next.end)
    ? speakerOfMention(next)
    : undefined

/** Whoever stands first in a sentence, up to the comma behind it. */
const wholeSubject = (scene: SpeechScene, sentence: Span, comma: number): Speaker | undefined => {
  const actor = firstActor(scene, sentence, comma, comma - sentence.start)
  if (actor && actor.end === comma) return actor
  const text = scene.words.text.slice(sentence.start, comma)
  return { start: sentence.start, end: comma, text, name: text, is: 'noun' }
}

/** "said Pistorius": only directly after a quotation or a comma, where the subject may follow. */
const afterVerb = (scene: SpeechScene, verb: number, sentence: Span): Speaker | undefined => {
  const { words } = scene
  const before = words.text.slice(Math.max(0, startOf(words, verb) - 3), startOf(words, verb))
  const key = keyAt(words, verb)
  if (!SAYING_VERBS.has(key) || !/[,”“"’»'?!—–]\s*$|^\s*$/.test(before)) return undefined
  // "The summary, which was obtained in May, said Norway ...": the comma closes what is said of the subject.
  const head = words.text.slice(Math.max(sentence.start, startOf(words, verb) - 160), startOf(words, verb))
  if (/^[^,“”"]{3,60}, (?:which|who|whose|obtained|published|released|seen) [^,“”"]{3,90}, $/.test(head))
    return wholeSubject(scene, sentence, head.indexOf(',') + startOf(words, verb) - head.length)
  return subjectAfter(scene, verb, sentence.end + 1)
}

/** The content of indirect speech after a verb. */
export interface Content extends Span {
  readonly hasThat: boolean
}

const NP_START =
  /^(?:the|a|an|this|that|these|those|it|he|she|they|we|i|you|there|his|her|its|their|our|my|no|not|any|some|many|most|all|both|neither|either|none|nobody|each|every|one|two|three|four|several|more|if|when|while|although|because|only|countries|states|governments|officials|troops|forces|allies|civilians|people)$/

const MOST_BETWEEN = 14
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
/** What may stand between a verb of saying and its "that": when, where, to whom, how. */
const BETWEEN =
  /^(?:on|in|at|to|since|during|before|after|through|via|with|for|by|also|again|earlier|later|only|clear|out|yesterday|today|publicly|privately|however|here|there|recently|afterwards|then|last|late|early|this|separately|\p{Ll}+ly)$/u

interface First {
  readonly first: number
  readonly hasThat: boolean
}

/** The "that" of indirect speech: right after the verb, or after its listener, a place or a time. */
const thatAfter = ({ words }: SpeechScene, verb: number, sentence: Span): First | undefined => {
  const next = keyAt(words, verb + 1)
  const isOpen = TELLING_VERBS.has(keyAt(words, verb)) || BETWEEN.test(next) || WEEKDAY.test(next)
  if (next !== 'that' && !isOpen) return undefined
  for (let index = verb + 1; index < verb + MOST_BETWEEN; index++) {
    if (startOf(words, index) >= sentence.end) return undefined
    if (/[“"«„;:]|—|[.]\s/.test(gapAfter(words, index - 1))) return undefined
    const before = keyAt(words, index - 1)
    const isThat = keyAt(words, index) === 'that'
    if (index > verb + 1 && !isThat && gapAfter(words, index - 1).includes(',')) return undefined
    // "agreed to a text that calls for": of the thing agreed to.
    if (isThat && /^agree[sd]?$/.test(keyAt(words, verb)) && /^(?:to|on|with)$/.test(next)) return undefined
    if (isThat && !/^(?:of|in|to|with|for|on|at|by|from|than|like)$/.test(before))
      return { first: index + 1, hasThat: true }
  }
  return undefined
}

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
/** "said in June it would", "said last week it had": when it was said. */
const SAID_WHEN = new RegExp(
  `^ (?:in (?:early |late |mid-)?${MONTH}(?: \\d{4})?|in (?:19|20)\\d{2}|on (?:\\d{1,2} ${MONTH}|${MONTH} \\d{1,2})|(?:last|this|earlier this|late last) (?:week|month|year|spring|summer|autumn|fall|winter)|yesterday|at the time|in a statement(?: on \\p{Lu}\\p{Ll}+day)?) (?=\\p{L})`,
  'u',
)

/** "said on Friday", "told reporters": the word after the listener and the day, where a clause begins without "that". */
const bareFirst = (words: Words, verb: number): number => {
  const at = keyAt(words, verb + 1) === 'on' ? verb + 2 : verb + 1
  if (WEEKDAY.test(keyAt(words, at)) && gapAfter(words, at) === ' ') return at + 1
  const end = endOf(words, verb)
  const time = SAID_WHEN.exec(words.text.slice(end, end + 50))
  if (time && /^(?:says?|said|told)$/.test(keyAt(words, verb))) return wordFrom(words, end + time[0].length)
  const isTold = /^(?:tells?|told)$/.test(keyAt(words, verb))
  return isTold &&
    /^(?:reporters|journalists|lawmakers|delegates|parliament|us|me)$/.test(keyAt(words, verb + 1))
    ? verb + 2
    : verb + 1
}

/** What they name is no clause: "called that treaty a luxury". */
const NAMING = /^(?:call|calls|called|calling|describe|describes|described|describing|quote|quoted)$/
const ASKING =
  /^(?:ask|asks|asked|asking|wonder|wonders|wondered|say|says|said|know|knows|knew|explain|explained)$/
const QUESTION = /^(?:whether|if|why|when|how|what|who|where)$/

/** "said while signing": when it was said, and nothing of what. */
const inSubordinate = (words: Words, first: number): boolean =>
  /^(?:while|when|before|after)$/.test(keyAt(words, first)) && keyAt(words, first + 1).endsWith('ing')

const FINITE =
  /^(?:is|are|was|were|has|have|had|will|would|could|can|may|might|must|should|did|does|do|cannot)$/
const NO_SUBJECT =
  /^(?:nothing|so|as|yes|no|goodbye|of|with|like|than|how|what|why|where|who|whom|which|and|or|but|to|about|into|against|between|under|over|within|without|upon|among|around|if|because|though|although|unless|until|whether|when|while|much|something|anything|words?|that)$/

/** Verbs that take a noun as easily as a clause: only a verb behind it shows the clause. */
const EITHER =
  /^(?:not(?:es|ed)|warn(?:s|ed)|add(?:s|ed)|argue[sd]|insist(?:s|ed)|claim(?:s|ed)|explain(?:s|ed)|stress(?:es|ed)|announce[sd]|confirm(?:s|ed)|concede[sd]|acknowledge[sd]|admit(?:s|ted)|estimate[sd]|complain(?:s|ed)|indicate[sd]|predict(?:s|ed)|suggest(?:s|ed)|maintain(?:s|ed)|reveal(?:s|ed)|hope[sd]|fear(?:s|ed)|mentioned|emphasi[sz]e[sd]|promise[sd]|declare[sd]|wrote)$/

/** "says rain is near", "reports 12 States have paid": a clause whose verb shows it to be one. */
const isBareClause = (words: Words, verb: number, first: number, sentence: Span): boolean => {
  const key = keyAt(words, verb)
  const next = keyAt(words, first)
  const isCount = /^\d/.test(next) || NP_START.test(next)
  const isReporting = /^reports?$/.test(key) && isCount && first === verb + 1
  const isEither = EITHER.test(key) && first === verb + 1
  if (!/^(?:say|says|said)$/.test(key) && !isReporting && !isEither) return false
  if (BETWEEN.test(next) || NO_SUBJECT.test(next) || WEEKDAY.test(next) || FINITE.test(next)) return false
  for (let index = first + 1; index < first + 12 && startOf(words, index) < sentence.end; index++) {
    if (
      !(isEither ? /^(?: |-|['’])$/ : /^(?: |-|['’]|, and |, )$/).test(betweenDigits(words, index - 1)) ||
      /^(?:that|who|which)$/.test(keyAt(words, index)) ||
      (isEither && /^(?:and|or|but|to|by|as)$/.test(keyAt(words, index)))
    )
      return false
    if (FINITE.test(keyAt(words, index))) return true
  }
  return false
}

/** What stands behind a word; the comma of "14,000" parts nothing. */
const betweenDigits = (words: Words, index: number): string =>
  gapAfter(words, index) === ',' && /^\d+$/.test(keyAt(words, index)) ? ' ' : gapAfter(words, index)

/** The first word of indirect speech: after "that" and the listener ("told reporters that"), or right after the verb. */
const contentFirst = (scene: SpeechScene, verb: number, sentence: Span): First | undefined => {
  const { words } = scene
  const key = keyAt(words, verb)
  const that = NAMING.test(key) ? undefined : thatAfter(scene, verb, sentence)
  if (that) return that
  if (!/^ $|^\n$/.test(gapAfter(words, verb))) return undefined
  const first = bareFirst(words, verb)
  const next = keyAt(words, first)
  if (startOf(words, first) >= sentence.end || /^[:.]/.test(gapAfter(words, first))) return undefined
  if (ASKING.test(key) && QUESTION.test(next)) return { first, hasThat: true }
  if (!inSubordinate(words, first) && isBareClause(words, verb, first, sentence))
    return { first, hasThat: false }
  if (inSubordinate(words, first)) return undefined
  const isPlainly =
    /ing$/.test(key) && /^(?:it|he|she|they|there|we)$/.test(next) && FINITE.test(keyAt(words, first + 1))
  if (isPlainly) return { first, hasThat: false }
  if (NEEDS_THAT.has(key) || (!SAYING_VERBS.has(key) && first === verb + 1)) return undefined
  const isClause = NP_START.test(next) || startsUpper(wordAt(words, first))
  return isClause ? { first, hasThat: false } : undefined
}

const ENDS =
  /(?:;\s|, (?:adding|noting|saying|stressing|citing|according to|but|while|after|before|though|since|whereas|although|though|even as|however|despite|as well as|he said|she said|they said|it said)(?:[\s,])|, (?!including|according|following|during|depending|regarding|concerning|notwithstanding)\p{Ll}+ing (?!to be)|,? (?:and|but) (?:\p{Ll}+ly )?(?:said|added|warned|told|called|noted|urged|insisted|stressed|argued|announced|recalled|asked|cautioned|declared|stated|claimed|confirmed|denied|explained|acknowledged|expressed|described|denounced|criticised|criticized|accused|rejected|vowed|thanked|welcomed|condemned|promised|pledged|expects?|hopes?)(?!\p{L})|,? (?:and|but) (?:he|she|they|it) (?:also )?(?:said|noted|added|warned|told|insisted|stressed|argued|recalled|asked|cautioned|declared|stated|claimed|denied|explained|acknowledged)(?!\p{L})| as (?:he|she|they|it) (?:seeks?|tries|tried|sought|pushe[sd]|prepare[sd]?|visit(?:s|ed)|arrive[sd]|began|begins|met|left)(?!\p{L})|, as (?:the )?\p{Lu}\p{L}{2,20} (?:announced|unveiled|prepared|pledged|promised|vowed|approved|agreed|began|moved|sent|signed) |, (?:(?:the|its|a) )?(?:[\p{L}’'-]+ ){1,4}(?:said|says|added|reported)(?=[.,]?$)| — |\s–\s|,? (?:and|but|while) (?:the )?\p{Lu}\p{L}+(?: \p{L}+){0,2} (?:said|announced|declared|indicated|stated|reported|noted|added|warned|confirmed|stressed)(?!\p{L})|, (?:he|she|they|it|[\p{Lu}][\p{L}’'. ]{2,30}) (?:said|added|told|replied|answered|responded|argued|insisted|warned))/gu

const LONGEST_DASHED = 160

/** Where an aside between dashes ends that begins at a place, and the clause goes on behind it; 0 where none does. */
const dashedAside = (text: string, at: number): number => {
  const inner = text.slice(at + 3, at + 3 + LONGEST_DASHED)
  const close =
    /^[^—–.;:“”"]{3,150}? [—–] (?=(?:is|are|was|were|has|have|had|will|would|could|can|must|should|may|might|did|do|does|and|of|in|on|to|for|from|with|by|\p{Ll}+ed)(?!\p{L}))/u.exec(
      inner,
    )
  return close ? at + 3 + close[0].length : 0
}

/** Where content ends: at the end of its sentence or where another clause of the reporter begins. */
export const contentEnd = ({ words, quoted }: SpeechScene, from: number, sentence: Span): number => {
  const { text } = words
  let end = Math.min(sentence.end, from + LONGEST_CLAUSE)
  ENDS.lastIndex = 0
  const rest = text.slice(from, end)
  let asideEnd = 0
  for (const match of rest.matchAll(ENDS)) {
    const at = from + match.index
    if (match.index < asideEnd) continue
    asideEnd = /^ [—–]|^\s–/.test(match[0]) ? dashedAside(rest, match.index) : 0
    if (asideEnd > 0) continue
    if (match.index < 8 || quoted.touches({ start: at, end: at + 1 })) continue
    end = at
    break
  }
  let last = end
  while (last > from && /[\s.!?,;:]/.test(text.charAt(last - 1))) last--
  return last
}

/** The indirect speech that follows a verb; `undefined` where none does. */
export const contentAfter = (
  scene: SpeechScene,
  { verb, sentence: at, inverted }: Frame,
): Content | undefined => {
  const { words, sentences, quotes } = scene
  const sentence = sentences[at]
  if (!sentence) return undefined
  const found = contentFirst(scene, verb, sentence)
  if (!found || (inverted && !found.hasThat)) return undefined
  const start = startOf(words, found.first)
  const first = withQuote(quotes, start)
  if (!found.hasThat && first !== start) return undefined
  const end = contentEnd(scene, first, sentence)
  return end - first >= 10 && wordFrom(words, end) - found.first >= 3
    ? { start: first, end, hasThat: found.hasThat }
    : undefined
}

/** Content that begins with a quotation begins with its mark. */
const withQuote = (quotes: readonly QuotedSpan[], place: number): number => {
  const quote = quotes[spanAt(quotes, place)]
  return quote && quote.start === place - 1 ? quote.start : place
}
