import type { Mention } from '../mention.ts'
import { spanAt } from '../sentences.ts'
import { endOf, gapAfter, keyAt, startOf, startsUpper, type Words, wordAt, wordFrom } from '../words.ts'
import { capitalised, determined, isOfBody, modified, nounAt, pronounAt, wholeNoun } from './nounphrases.ts'
import { canSpeak, type Speaker, type SpeakerScene, speakerOfMention } from './speaker.ts'
import { SPEAKER_NOUN } from './verbs.ts'

/** "MARIA LOPEZ (Mexico)": who stands before the State or the acronym in brackets. */
const unbracketed = ({ actors, words }: SpeakerScene, mention: Mention): Mention => {
  const { text } = words
  if (text[mention.start - 1] !== '(' || text[mention.end] !== ')') return mention
  const before = actors[spanAt(actors, mention.start - 1)]
  return before && mention.start - before.end <= 2 && before.kind !== 'state' ? before : mention
}

const actorEnding = (scene: SpeakerScene, before: number, after: number): Mention | undefined => {
  const { actors } = scene
  for (let index = spanAt(actors, before); index >= 0; index--) {
    const actor = actors[index]
    if (!actor || actor.start < after) return undefined
    if (actor.end <= before && canSpeak(actor)) return unbracketed(scene, actor)
  }
  return undefined
}

const ADVERB =
  /^(?:also|then|later|now|had|has|have|was|is|were|would|will|could|did|does|not|never|repeatedly|reportedly|publicly|privately|previously|recently|earlier|once|again|still|already|further|today|yesterday|always|often|long|himself|herself|themselves|itself|once|rightly|being|been|even|simply|merely|monday|tuesday|wednesday|thursday|friday|saturday|sunday|on|therefore|thus|accordingly|nevertheless|however|since|\p{Ll}+ly)$/u

/** The index of the last word of the subject before a verb: adverbs, auxiliaries and "on Friday" are passed over. */
const subjectEnd = (words: Words, verb: number): number => {
  let last = /^(?:used|declined|refused|continued|began|liked|likes|loved|tends|tended)$/.test(
    keyAt(words, verb - 1) === 'to' ? keyAt(words, verb - 2) : '',
  )
    ? verb - 3
    : verb - 1
  while (verb - last < 5 && ADVERB.test(keyAt(words, last)) && /^ $/.test(gapAfter(words, last))) last--
  return gapAfter(words, last).startsWith(')') ? beforeBracket(words, last) : last
}

const MOST_IN_BRACKETS = 8

/** The word before a bracket that ends with a word; that word itself where no bracket opens near. */
const beforeBracket = (words: Words, last: number): number => {
  for (let index = last - 1; index >= 0 && last - index <= MOST_IN_BRACKETS; index--)
    if (gapAfter(words, index).endsWith('(')) return index
  return last
}

/** The bracket behind the last word of an apposition, and its comma: "Agency (NSA), said". */
const CLOSED_BY_BRACKET = /^ ?\([^()\n]{1,40}\), /

/** The beginning of an apposition that ends with a comma right before a verb: ", the defence minister, said". */
const beforeApposition = (words: Words, last: number, from: number): number | undefined => {
  const isEnd = /^\)?, ?["”’]?\s*$/.test(gapAfter(words, last))
  if (!isEnd && !CLOSED_BY_BRACKET.test(words.text.slice(endOf(words, last), endOf(words, last) + 50)))
    return undefined
  for (let index = last - 1; index > last - 26 && startOf(words, index) >= from; index--)
    if (/^,\s/.test(gapAfter(words, index)) || /^\)\s*,?\s?$/.test(gapAfter(words, index))) return index
  return undefined
}

/** "Peskov, speaking for Putin, said": who stands in what is said of the speaker. */
const ASIDE =
  /^, ?(?:\p{Ll}+(?:ing|ed)|with|like|unlike|alongside|beside|besides|to|of|from|after|before|in|at|for|by|on behalf|together|along|who|whom|whose|which|when|while|as|and not|not|then)(?!\p{L})/u

const isName = (words: Words, first: number, last: number): boolean => {
  for (let index = first; index <= last; index++)
    if (!startsUpper(wordAt(words, index)) || (index < last && gapAfter(words, index) !== ' ')) return false
  return true
}

/** Nothing but a bracket stands between a name and the comma after it. */
const isRightBefore = (words: Words, end: number, comma: number): boolean =>
  comma - end <= 1 || /^ ?\([^()]{1,40}\)?$/.test(words.text.slice(end, comma + 1))

/** "Okoye and Pellow": both persons, where two stand before a verb. */
const withFellow = ({ actors, words }: SpeakerScene, speaker: Speaker, from: number): Speaker => {
  if (speaker.is !== 'person') return speaker
  const fellow = actors[spanAt(actors, speaker.start) - 1]
  const between = fellow && fellow.start >= from ? words.text.slice(fellow.end, speaker.start) : ''
  if (fellow?.kind !== 'person' || !/^ and (?:(?:\p{Lu}\p{L}+ ){1,4}|his \p{L}+ \p{L}+,? )?$/u.test(between))
    return speaker
  const name = `${fellow.value.name} and ${speaker.name}`
  const { iso3: _, ...rest } = speaker
  return { ...rest, start: fellow.start, text: words.text.slice(fellow.start, speaker.end), name }
}

const RELATIVE = /^, .*, who(?:se)? [^,]{3,120}, $|^, who(?:se)? [^,]{3,120}, [^,]{3,80}, $/u

/** "Joe Sample, the consul, who will leave his post, said": the person with whom a clause begins, over all that is said of him. */
const openerOf = ({ actors, words }: SpeakerScene, from: number, until: number): Mention | undefined => {
  const actor = actorFrom(actors, from, until)
  if (
    actor?.kind !== 'person' ||
    !/^\s*(?:[\p{Lu}][\p{L}.]{1,11} ){0,2}$/u.test(words.text.slice(from, actor.start))
  )
    return undefined
  return RELATIVE.test(words.text.slice(actor.end, until)) ? actor : undefined
}

/** Who does what a verb says: looked for in the clause before it, from `from` on. */
export const subjectBefore = (scene: SpeakerScene, verb: number, from: number): Speaker | undefined => {
  const found = oneBefore(scene, verb, from)
  const speaker = found && (holderBefore(scene, found, from) ?? found)
  return speaker && withFellow(scene, speaker, from)
}

/** "Ann Example, Deputy Director of the Agency, said": the person whose office stands behind the name. */
const holderBefore = ({ actors, words }: SpeakerScene, found: Speaker, from: number): Speaker | undefined => {
  if (found.is !== 'noun' && found.is !== 'office') return undefined
  const person = actors[spanAt(actors, found.start) - (found.is === 'office' ? 1 : 0)]
  if (person?.kind !== 'person' || person.start < from || person.end > found.start) return undefined
  const isApposition = /^, (?:the |an? |its |now )?$/.test(words.text.slice(person.end, found.start))
  const isEnded = /^[^.;:]{0,80}?, $/.test(
    words.text.slice(found.end, found.end + 82).split(/(?<=, )\p{Ll}/u)[0] ?? '',
  )
  return isApposition && isEnded && OFFICE_WORD.test(found.text) ? speakerOfMention(person) : undefined
}

const OFFICE_WORD =
  /(?<!\p{L})(?:director|secretary|minister|ambassador|president|chair(?:man|woman|person)?|head|chief|commissioner|representative|spokes(?:man|woman|person)|adviser|advisor|officer|professor|coordinator|governor|mayor|counsel|envoy|administrator|general|senator)(?!\p{L})/iu

const oneBefore = (scene: SpeakerScene, verb: number, from: number): Speaker | undefined => {
  const { words } = scene
  const last = subjectEnd(words, verb)
  if (last < 0 || startOf(words, last) < from) return undefined
  const pronoun = pronounAt(words, last)
  if (keyAt(words, last) === 'who' && last > 0) {
    const actor = actorEnding(scene, endOf(words, last - 1), from)
    if (actor && actor.end >= startOf(words, last - 1))
      return withHead(scene, actor, from) ?? speakerOfMention(actor)
    return determined(words, last - 1, from) ?? pronoun
  }
  if (pronoun) return pronoun
  const cut = beforeApposition(words, last, from)
  if (cut !== undefined) {
    const within = actorEnding(scene, endOf(words, last), endOf(words, cut))
    const isGoverned = ASIDE.test(words.text.slice(endOf(words, cut), within?.start ?? 0))
    if (within?.kind === 'person' && within.end >= endOf(words, last) && !isGoverned)
      return speakerOfMention(within)
    if (last - cut <= 3 && last - cut >= 2 && isName(words, cut + 1, last))
      return nounAt(words, cut + 1, last)
    const opener = openerOf(scene, from, startOf(words, verb))
    if (opener) return speakerOfMention(opener)
    const named = actorEnding(scene, endOf(words, cut), from)
    if (named && isRightBefore(words, named.end, endOf(words, cut)))
      return withHead(scene, named, from) ?? speakerOfMention(named)
    const before = capitalised(words, cut, from) ?? wholeNoun(words, cut, from)
    if (before) return before
  }
  const near = actorEnding(scene, endOf(words, last), from)
  if (near && (near.end >= startOf(words, last) || isRightBefore(words, near.end, endOf(words, last))))
    return withHead(scene, near, from)
  const noun = wholeNoun(words, last, from)
  if (noun) return noun
  const named = nameBefore(words, last, from)
  if (named && near) return named
  if (near && isClose(words, near.end, startOf(words, verb))) return withHead(scene, near, from)
  return otherSubject(words, verb, last, from)
}

/** "Lavrov said Dubois had said": a name that nothing else shows to be one, right before the verb and of no phrase. */
const nameBefore = (words: Words, last: number, from: number): Speaker | undefined => {
  const name = capitalised(words, last, from)
  const first = name ? wordFrom(words, name.start) : -1
  return first > 0 && startOf(words, first - 1) >= from && SAID.test(keyAt(words, first - 1))
    ? name
    : undefined
}
const SAID = /^(?:said|says|say|that|told|reported|claimed|added|argued)$/

const STRONG =
  /^(?:call|calls|called|describe|describes|described|say|says|said|tell|tells|told|ask|asks|asked|add|adds|added|warn|warns|warned|argue|argues|argued|insist|insists|insisted|allege|alleges|alleged|announce|announces|announced|claim|claims|claimed|repeat|repeated|reply|replied|write|writes|wrote)$/

/** What a landscape demands, it does not say. */
const isThatClause = (words: Words, verb: number): boolean =>
  keyAt(words, verb + 1) === 'that' && !/^(?:demands?|requires?|means?|shows?)$/.test(keyAt(words, verb))

const otherSubject = (words: Words, verb: number, last: number, from: number): Speaker | undefined => {
  const noun = modified(words, last, from)
  const isSaying =
    STRONG.test(keyAt(words, verb)) || isThatClause(words, verb) || gapAfter(words, verb).startsWith(':')
  if (noun || !isSaying) return noun
  return determined(words, last, from) ?? capitalised(words, last, from)
}

/** Few words between a subject and its verb, without a comma or another verb: "officials from Norway said". */
const isClose = (words: Words, from: number, to: number): boolean => {
  const between = words.text.slice(from, to)
  return between.length < 48 && !/[,;:.“"]/.test(between) && !/\b(?:that|who|which|and|but)\b/.test(between)
}

/** "a spokesman for the ministry": where the last mention hangs on a noun, the noun speaks. */
const withHead = ({ words, actors }: SpeakerScene, mention: Mention, from: number): Speaker | undefined => {
  const index = wordFrom(words, mention.start)
  const at = keyAt(words, index - 1) === 'the' ? index - 2 : index - 1
  const preposition = keyAt(words, at)
  if (/^(?:for|of|from|at|in|with|to)$/.test(preposition) && startOf(words, at) > from) {
    const before = actors[spanAt(actors, startOf(words, at) - 1)]
    if (before && before.end === endOf(words, at - 1) && before.start >= from && canSpeak(before))
      return speakerOfMention(before)
    const noun = wholeNoun(words, at - 1, from)
    if (noun)
      return {
        ...noun,
        end: mention.end,
        text: words.text.slice(noun.start, mention.end),
        name: words.text.slice(noun.start, mention.end),
      }
    if (preposition !== 'of') return undefined
  }
  return speakerOfMention(mention)
}

/** The first mention that can speak and begins in a stretch. */
const actorFrom = (actors: readonly Mention[], from: number, until: number): Mention | undefined => {
  for (let index = Math.max(0, spanAt(actors, from)); index < actors.length; index++) {
    const actor = actors[index]
    if (!actor || actor.start > until) return undefined
    if (actor.start >= from && canSpeak(actor)) return actor
  }
  return undefined
}

/** "its researcher, Bonnie Marsden": the person named right after an office. */
const inApposition = ({ actors, words }: SpeakerScene, end: number): Speaker | undefined => {
  const actor = actors[spanAt(actors, end + 2)]
  return actor?.kind === 'person' && actor.start === end + 2 && words.text.startsWith(', ', end)
    ? speakerOfMention(actor)
    : undefined
}

/** The last word of "the committee chair", "a board member": a body before its own is part of who speaks. */
const headOf = (words: Words, last: number): number => (isOfBody(words, last + 1) ? last + 1 : last)

const OF_STATE =
  /^ (?:[\p{L}.-]+ ){0,3}(?:[Ss]ecretary|[Mm]inister|[Aa]mbassador|[Rr]epresentative|[Ee]nvoy|[Nn]egotiator|[Dd]iplomat|[Oo]fficial|[Ss]enator)(?: (?:of|for|to|at) [\p{L} &-]{3,70}?)?, $/u

/** "US diplomat Ann Example": the office stands right before the name. */
const OFFICE_AND_NAME =
  /^ (?:(?!(?:that|is|was|has|had|have|are|were|will|would|said|who|and|for|to|in|on|with)(?!\p{L}))[\p{L}.-]+ ){1,6}$/u

/** "NATO Secretary General Jens Stoltenberg", "UN chief Ban Ki-moon": an office of the body between it and the name. */
const OF_BODY =
  /^ (?:(?:\p{Lu}[\p{L}.-]+|of|for|on|and|the) ){0,7}?(?:\p{Lu}[\p{L}.-]+|chief|head|chair|president|director|spokes\p{Ll}+|official|analyst|expert|envoy|researcher|lawyer|ambassador|coordinator|adviser|advisor|representative|commander|inspector|executive|member|officer) $/u

/** "said former US Assistant Secretary of State for Arms Control, Ann Example": the one whose office of a State it is. */
const holderBehind = (
  { words, actors }: SpeakerScene,
  state: Mention,
  until: number,
): Speaker | undefined => {
  if (state.kind !== 'state' && state.kind !== 'organisation') return undefined
  const person = actors.find(one => one.kind === 'person' && one.start > state.end && one.end <= until)
  const between = person ? words.text.slice(state.end, person.start) : ''
  const isOffice = state.kind === 'state' ? OFFICE_AND_NAME.test(between) : OF_BODY.test(between)
  return person && (OF_STATE.test(between) || isOffice) ? speakerOfMention(person) : undefined
}

/** Who stands directly after a verb of saying: "said Boris Pistorius", "said the minister". */
export const subjectAfter = (scene: SpeakerScene, verb: number, until: number): Speaker | undefined => {
  const { words, actors } = scene
  if (!/^[ \n]$/.test(gapAfter(words, verb))) return undefined
  const place = startOf(words, verb + 1)
  const from = /^(?:the|a|an|one|its|his|her|their|another)$/.test(keyAt(words, verb + 1))
    ? startOf(words, verb + 2)
    : place
  // Titles stand before a name: "said Foreign Minister Støre".
  const actor = actorFrom(actors, place, from + 60)
  if (actor && actor.end <= until && isTitles(words.text.slice(place, actor.start)))
    return inApposition(scene, actor.end) ?? holderBehind(scene, actor, until) ?? speakerOfMention(actor)
  for (let last = verb + 1; last < verb + 6; last++) {
    if (startOf(words, last) >= until) break
    const noun = SPEAKER_NOUN.test(keyAt(words, last))
      ? wholeNoun(words, headOf(words, last), place)
      : undefined
    const named = noun && inApposition(scene, noun.end)
    if (named) return named
    if (noun) {
      const whole = noun.end + (OF_PLACE.exec(words.text.slice(noun.end, until))?.[0].length ?? 0)
      const text = words.text.slice(place, whole)
      return { ...noun, start: place, end: whole, text, name: text }
    }
    if (!/^ $/.test(gapAfter(words, last))) break
  }
  return pronounAt(words, verb + 1) ?? namedAfter(words, verb, until)
}

/** "the mayor of Oslo" */
const OF_PLACE = /^ of (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}-]+)?(?=[,.;]|$)/u

const ABBREVIATED = /^(?:sen|rep|gov|gen|amb|sec|col|lt|prof|dr|mr|mrs|ms|hon|rev)$/

/** "says Ross": a name that nothing else shows to be one. */
const namedAfter = (words: Words, verb: number, until: number): Speaker | undefined => {
  // "said Rep. Doe": the title with its point stands before the name.
  const first =
    ABBREVIATED.test(keyAt(words, verb + 1)) && gapAfter(words, verb + 1) === '. ' ? verb + 2 : verb + 1
  let last = first - 1
  while (
    last - first < 2 &&
    startsUpper(wordAt(words, last + 1)) &&
    (last < first || gapAfter(words, last) === ' ') &&
    endOf(words, last + 1) <= until
  )
    last++
  return last >= first ? nounAt(words, first, last) : undefined
}

const isTitles = (between: string): boolean =>
  between.trim() === '' ||
  (between.length < 60 &&
    !/[.,;:“"]\s(?!\p{Lu})/u.test(between) &&
    !/\b(?:that|is|was|has|had|will|would|it|there|this)\b/.test(between) &&
    /^(?:the |a |an |its |his |her )?(?:[\p{L}.’'-]+ ){0,6}$/u.test(between))

const PHRASE =
  /^(?:[\p{L}\d’'&.]{1,40}[ -]){0,14}?[\p{L}\d’'&]{1,40}(?=[,.;:)\n]|$| (?:who|which|that|said|in|on|have|has|had|is|was|were|are)\b)/u

/** "a report by Amnesty": the one who made it says it. */
const REPORT_OF =
  /^(?:the |a |an )?(?:[\p{L}-]+ ){0,2}(?:report|study|survey|analysis|statement|investigation|briefing|paper) (?:by|from|of) (?:the )?$/u

/** "Lavrov's critics", and not "Lavrov's letter": others than the one who is named. */
const OWNS =
  /^(?:['’]s|(?<=s)['’]) (?!(?:\p{Ll}+ ){0,2}(?:reports?|books?|letters?|accounts?|statements?|testimony|speech|words|study|article|interview|remarks|figures|data|team|calculations?|estimates?|memoirs?|diary|tweets?|posts?|view|opinion)(?!\p{L}))\p{Ll}/u

/** The speaker that a phrase after "according to" names: a mention in it, or else its own words. */
export const speakerAt = (scene: SpeakerScene, place: number, until: number): Speaker | undefined => {
  const { words, actors } = scene
  const phrase = PHRASE.exec(words.text.slice(place, Math.min(until, place + 140)))?.[0]
  if (phrase === undefined) return undefined
  const end = place + phrase.length
  if (/^(?:him|her)$/.test(phrase)) return { start: place, end, text: phrase, name: phrase, is: 'pronoun' }
  const actor = actorFrom(actors, place, place + 30)
  const isHead = actor && actor.start < end && isTitles(words.text.slice(place, actor.start))
  const isReportOf =
    actor &&
    actor.start < end &&
    actor.kind !== 'state' &&
    REPORT_OF.test(words.text.slice(place, actor.start))
  const isOwner = isHead && actor.kind === 'person' && OWNS.test(words.text.slice(actor.end, end))
  const named = (isHead && !isOwner) || isReportOf ? speakerOfMention(actor) : undefined
  if (named) return { ...named, end: Math.max(named.end, end) }
  return { start: place, end, text: phrase, name: phrase, is: 'noun' }
}
