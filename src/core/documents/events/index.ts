import type {
  DateMention,
  MeetingMention,
  Mention,
  PlaceMention,
  StateMention,
  TreatyMention,
} from '../mention.ts'
import type { DocumentEvent, EventParty, Reported } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import { actorsOf } from '../speech/speaker.ts'
import type { Structure } from '../structure.ts'
import { startOf, type Words, wordFrom } from '../words.ts'
import type { Deed, EventScene } from './deed.ts'
import { deedsIn } from './deeds.ts'
import { meantBy } from './standins.ts'

const ofKind = <K extends Mention['kind']>(mentions: readonly Mention[], kind: K) =>
  mentions.filter((one): one is Extract<Mention, { kind: K }> => one.kind === kind)

const REFUSAL = /^(?:refuse[sd]?|refusing|decline[sd]?|declining|refusal)$/
const DECISION = /^(?:agree|decide|deciding|decision|approv|vote|voting|recommend)/

const STOPPED = /^(?:stop|cease|ended)/

/** The type of an event with what governs its verb: "agreed to send" is a decision, "will not sign" a refusal. */
const typeOf = ({ trigger, governor, isFuture, isNegated, parties }: Deed): string => {
  const isRefused = REFUSAL.test(governor) || (isNegated && isFuture)
  switch (trigger.type) {
    case 'transfer':
      return isRefused || STOPPED.test(governor)
        ? 'transfer-refusal'
        : DECISION.test(governor)
          ? 'transfer-decision'
          : 'transfer'
    case 'signature':
    case 'accession':
    case 'ratification':
      return isRefused && parties.length > 0 ? 'refusal-to-join' : trigger.type
    case 'withdrawal':
      return DECISION.test(governor)
        ? 'withdrawal-approved'
        : isFuture
          ? 'withdrawal'
          : 'withdrawal-effective'
    case 'production':
    case 'use':
      return STOPPED.test(governor) ? `${trigger.type}-stopped` : trigger.type
    case 'meeting':
      return isFuture ? 'meeting-scheduled' : 'meeting'
    default:
      return trigger.type
  }
}

const ALLEGING = /accus|alleg|suspect|claim/i

const firstIn = <M extends Mention>(all: readonly M[], from: number, until: number): M | undefined => {
  for (let index = Math.max(0, spanAt(all, from)); index < all.length; index++) {
    const one = all[index]
    if (!one || one.start >= until) return undefined
    if (one.start >= from) return one
  }
  return undefined
}

interface Surroundings {
  readonly dates: readonly DateMention[]
  readonly places: readonly PlaceMention[]
  readonly states: readonly StateMention[]
  readonly reported: readonly Reported[]
}

const ASIDE = /, (?:which|who|whose|where) /
/** Where another clause begins, whose day is its own. */
const OTHER_CLAUSE = /[;:—]|, (?:and|but|while|whereas|although|though|yet|so)\b/

/** "in 1998, one year after signing it": the day is only where the count begins. */
const COUNTED_FROM = /\b(?:after|before|since|following|later|earlier) $/

/** Whether a date belongs to another deed of the sentence: somebody else's that stands between, or in another clause. */
const isOfAnother = (words: Words, deed: Deed, deeds: readonly Deed[], date: DateMention): boolean => {
  const from = Math.min(deed.end, date.end)
  const until = Math.max(deed.start, date.start)
  return (
    OTHER_CLAUSE.test(words.text.slice(from, until)) ||
    (date.end <= deed.start && COUNTED_FROM.test(words.text.slice(from, until))) ||
    deeds.some(
      one =>
        one !== deed &&
        one.start >= from &&
        one.start < until &&
        (one.end <= deed.start || one.start >= deed.end),
    )
  )
}

/** The date of an event: within it, or nearest after it in its sentence, or before it. */
const dateOf = (
  { dates }: Surroundings,
  words: Words,
  deed: Deed,
  deeds: readonly Deed[],
  from: number,
  until: number,
) => {
  const { start, end, word } = deed
  const verb = word < 0 ? start : Math.max(start, startOf(words, word))
  // "The Taliban, which had declared a ban in 1998, began ...": the day of another deed.
  const own = ASIDE.test(words.text.slice(start, verb)) ? verb : start
  // "Norway ratified it in 2008, as did Austria": when Austria did is not said.
  const near = [firstIn(dates, end, until), ...(deed.rule === 'echo' ? [] : [firstIn(dates, from, start)])]
  const date =
    firstIn(dates, own, end) ?? near.find(one => one !== undefined && !isOfAnother(words, deed, deeds, one))
  return date?.value.edtf === undefined ? null : { edtf: date.value.edtf, start: date.start, end: date.end }
}

/** Where it happened: a town or a State after "in". */
const placeOf = (
  { places, states }: Surroundings,
  text: string,
  { start, end }: Deed,
  until: number,
): string | null => {
  const isIn = (place: number): boolean =>
    /\b(?:in|near|at|over|across|inside) (?:\p{Ll}+ )?$/u.test(text.slice(Math.max(start, place - 24), place))
  const near = [
    firstIn(places, start, Math.min(until, end + 40)),
    firstIn(states, end - 40, Math.min(until, end + 60)),
  ].flatMap(one => (one && isIn(one.start) ? [one] : []))
  const place = near[0]
  return place ? (place.kind === 'place' ? place.value.name : place.value.iso3) : null
}

const reportOf = (reported: readonly Reported[], { start, end }: Deed): Reported | undefined =>
  [reported[spanAt(reported, start + 2)]].find(one => one && end <= one.end + 2 && one.end > start)

/** "Norway never said it used them": what nobody said is told of nobody, and is no denial. */
const isNeverSaid = (reported: readonly Reported[], deed: Deed): boolean => {
  const report = reportOf(reported, deed)
  return report?.negated === true && !/den|reject|dismiss|disput|refut/i.test(report.cue)
}

/** "it would send", reported of somebody: who says it does it. */
const namedParty = (party: EventParty, report: Reported | undefined): EventParty =>
  report?.speaker && /^(?:it|they|he|she|we|i)(?:, too|, also)?$/i.test(party.name)
    ? { name: report.speaker, ...(report.iso3 && { iso3: report.iso3 }) }
    : party

/** Whether a decision has been taken: to do it, or not to. */
const isTaken = (type: string, { governor }: Deed): boolean =>
  /decision|approved/.test(type) || (governor !== '' && /refusal/.test(type))

/** Acts of which a State is no actor by a pronoun: what meets or is made may be "it" too. */
const OF_THINGS =
  /^(?:entry-into-force|signature-opening|treaty-adopted|treaty-negotiated|meeting.*|vote|attack)$/

/** The parties by name: who "it" is in a report or behind the State that opens the sentence before. */
const named = (
  scene: EventScene,
  deed: Deed,
  parties: readonly EventParty[],
  report: Reported | undefined,
): readonly EventParty[] =>
  parties.flatMap(party => {
    const one = namedParty(party, report)
    const isOpen = one === party && party.iso3 === undefined && !OF_THINGS.test(deed.trigger.type)
    return (isOpen ? meantBy(scene, party.name, deed.start) : undefined) ?? [one]
  })

/** "Its withdrawal took effect": whose it was, where nobody is named. */
const ownerMeant = (scene: EventScene, { start, end, parties, trigger }: Deed): readonly EventParty[] => {
  const [whose] = /^(?:Its|Their|The country)(?= |['’]s )/.exec(scene.words.text.slice(start, end)) ?? []
  const isOpen = whose !== undefined && parties.length === 0 && trigger.family === 'treaty-act'
  return (isOpen ? meantBy(scene, whose, start) : undefined) ?? parties
}

const eventOf = (
  scene: EventScene,
  around: Surroundings,
  deed: Deed,
  deeds: readonly Deed[],
  from: number,
  until: number,
): DocumentEvent => {
  const { words } = scene
  const report = reportOf(around.reported, deed)
  const isAccused = ALLEGING.test(deed.governor) || ALLEGING.test(report?.cue ?? '')
  const type = typeOf(deed)
  // A refusal says no by itself.
  const isNegated = /refusal/.test(type) ? false : deed.isNegated !== (report?.negated === true)
  return {
    start: deed.start,
    end: deed.end,
    text: words.text.slice(deed.start, deed.end),
    family: deed.trigger.family,
    type,
    actors: named(scene, deed, ownerMeant(scene, deed), report),
    recipients: named(scene, deed, deed.recipients, undefined),
    object: deed.object,
    date: dateOf(around, words, deed, deeds, from, until),
    place: placeOf(around, words.text, deed, until),
    // What was decided is a decision that was taken, whatever comes of it.
    modality: isAccused ? 'accused' : deed.isFuture && !isTaken(type, deed) ? 'will' : 'did',
    ...(isNegated && { negated: true }),
    source: report?.speaker ?? null,
    rule: `event-${deed.rule}`,
  }
}

const NEIGHBOURS = 12

/** The deeds near one in its sentence: a text without stops is one sentence with thousands. */
const neighbours = (deeds: readonly Deed[], place: number): readonly Deed[] =>
  deeds.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS)

const isToldBefore = (event: DocumentEvent, before: readonly DocumentEvent[]): boolean =>
  before.some(
    one =>
      one.type === event.type &&
      event.start < one.end &&
      (event.actors.length === 0 ||
        one.actors.map(({ name }) => name).join() === event.actors.map(({ name }) => name).join()),
  )

const NEAR = 8

/** "will not sign, ratify or accede" is one refusal: of events of one type by the same that overlap, the first and longest. */
const onceEach = (events: readonly DocumentEvent[]): readonly DocumentEvent[] => {
  const kept: DocumentEvent[] = []
  for (const event of events) if (!isToldBefore(event, kept.slice(-NEAR))) kept.push(event)
  return kept
}

const OF_NAME = /(?:^|\s)(?:the|this|that|an?|its|their|[\p{L}]+['’]s)\s$/iu

/** "the 1997 Mine Ban Treaty": the year of a treaty is of its name, and not of what is done with it. */
const isOfName = (text: string, treaties: readonly TreatyMention[], start: number): boolean => {
  const within = treaties[spanAt(treaties, start)]
  const next = treaties[spanAt(treaties, start) + 1]
  const isWithin = within !== undefined && within.start <= start && start < within.end
  const isBefore =
    next !== undefined &&
    /^\d{4} $/.test(text.slice(start, next.start)) &&
    OF_NAME.test(text.slice(Math.max(0, start - 24), start))
  return isWithin || isBefore
}

/** A day nobody has stated dates nothing. */
const DATES_NOTHING = /^XXXX(?:$|-XX)/

/** The events that a text tells of, in order of place. Talk about a deed (a ban on use, a debate about it) is none. */
export const eventsIn = (
  { sentences, paragraphs }: Pick<Structure, 'sentences' | 'paragraphs'>,
  words: Words,
  mentions: readonly Mention[],
  reported: readonly Reported[],
): readonly DocumentEvent[] => {
  const treaties: readonly TreatyMention[] = ofKind(mentions, 'treaty')
  const meetings: readonly MeetingMention[] = ofKind(mentions, 'meeting')
  const dates: readonly DateMention[] = ofKind(mentions, 'date')
  const scene: EventScene = { words, sentences, paragraphs, actors: actorsOf(mentions), treaties, dates }
  const around: Surroundings = {
    // A date counted from another one is too weak to date an event by.
    dates: dates.filter(
      ({ value, rule, start }) =>
        value.precision !== 'duration' &&
        !isOfName(words.text, treaties, start) &&
        rule !== 'date-counted' &&
        !DATES_NOTHING.test(value.edtf),
    ),
    places: ofKind(mentions, 'place'),
    states: ofKind(mentions, 'state'),
    reported,
  }
  let told: Deed | undefined
  const events = sentences.flatMap(sentence => {
    const near = meetings.slice(
      Math.max(0, spanAt(meetings, sentence.start)),
      spanAt(meetings, sentence.end) + 1,
    )
    const deeds = deedsIn(
      scene,
      sentence,
      wordFrom(words, sentence.start),
      wordFrom(words, sentence.end),
      near,
      told,
    )
    told = deeds.at(-1) ?? told
    return deeds
      .filter(deed => !isNeverSaid(reported, deed))
      .map((deed, place, all) =>
        eventOf(scene, around, deed, neighbours(all, place), sentence.start, sentence.end),
      )
  })
  return onceEach(events.toSorted((a, b) => a.start - b.start || b.end - a.end))
}
