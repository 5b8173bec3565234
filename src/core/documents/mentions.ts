import type { Day } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import { treatyPointers } from './anaphora.ts'
import { mainTreatyOf } from './antecedents.ts'
import { articleMentions } from './articles.ts'
import type { CableFrame } from './cable/index.ts'
import { signerOf } from './cablesigner.ts'
import { coverOf } from './cover.ts'
import { dateMentions } from './datementions.ts'
import type { DateHit } from './dates.ts'
import { describedTreaties, treatyDone } from './described.ts'
import { withDurations } from './durations.ts'
import { lawMentions } from './laws.ts'
import { type Lexicon, scan } from './lexicon.ts'
import { meetingMentions } from './meetings.ts'
import type { DateMention, Mention, OrganisationMention, StateMention, TreatyMention } from './mention.ts'
import { officeMentions } from './offices.ts'
import { organisationMentions } from './organisations.ts'
import { personMentions } from './people.ts'
import { placeMentions } from './places.ts'
import { quantityMentions } from './quantities.ts'
import type { DocumentFacts } from './reading.ts'
import { stateMentions } from './states.ts'
import type { Structure } from './structure.ts'
import { namedTreaties } from './treaties.ts'
import type { Words } from './words.ts'

/** A document as its names are looked for. */
export interface NamingScene {
  readonly structure: Structure
  readonly words: Words
  readonly lexicon: Lexicon
  readonly dates: readonly DateHit[]
  readonly document: DocumentFacts
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** Where the names of a cable begin: its routing names no State. */
const bodyFrom = (cable: CableFrame | null): number =>
  cable ? (cable.subjectLines?.start ?? cable.bodyStart) : 0

const isPost = ({ value }: StateMention): boolean => value.as === 'post'

interface Basics {
  readonly states: readonly StateMention[]
  readonly treaties: readonly TreatyMention[]
  readonly organisations: readonly OrganisationMention[]
  readonly dates: readonly DateMention[]
  /** The treaty that the text itself is, by the day and place at which it was made. */
  readonly own: string | undefined
}

/** The day of the document, where it is one day. */
const dayOf = ({ published: { interval } }: DocumentFacts): Day | undefined =>
  interval ? interval.from : undefined

const basicsIn = (
  { structure, words, lexicon, dates, document }: NamingScene,
  found: ReturnType<typeof scan>,
): Basics => {
  const { cable, sentences, paragraphs, layout } = structure
  const named = namedTreaties(words, found.treaty, lexicon, dayOf(document))
  const described = describedTreaties(words.text, lexicon.described, lexicon.topics, named)
  const known = [...named, ...described].sort(byPlace)
  const when = withDurations(
    words.text,
    dateMentions({ words, hits: dates, published: document.published, sentences, zones: layout.zones }),
  )
  const own = treatyDone(words.text, when, lexicon.treaties.values())
  const pointers = treatyPointers({ words, lexicon, named: known, sentences, paragraphs, own })
  const treaties = [...known, ...pointers].sort(byPlace)
  const states = stateMentions({
    words,
    hits: found.state,
    postLists: cable?.groups ?? [],
    from: bodyFrom(cable),
  })
  const ordered = [...states].sort(byPlace)
  return {
    states: ordered,
    treaties,
    organisations: organisationMentions(
      { words, states: ordered, taken: named, outer: lexicon.outer },
      found.organisation,
    ),
    dates: when,
    own,
  }
}

/** The treaty that a title names: the text is that treaty, or about it. */
const ownTreaty = (treaties: readonly TreatyMention[], title: Span | null): string | undefined =>
  title ? treaties.find(one => one.start >= title.start && one.end <= title.end)?.value.treaty : undefined

/** Everything that a text names, in order of place; longer mentions before those inside them. */
export const mentionsIn = (scene: NamingScene): readonly Mention[] => {
  const { structure, words, lexicon, document } = scene
  const found = scan(lexicon, words)
  const { states, treaties, organisations, dates, own } = basicsIn(scene, found)
  const articles = articleMentions({
    text: words.text,
    treaties,
    sentences: structure.sentences,
    main: mainTreatyOf(treaties.filter(({ value }) => value.named)),
    own: ownTreaty(treaties, structure.layout.title) ?? own,
    known: lexicon.treaties,
  })
  const laws = lawMentions(words, states)
  const meetings = meetingMentions(words, treaties)
  const inText = personMentions({
    words,
    known: lexicon.people,
    states,
    taken: coverOf([...organisations, ...treaties, ...laws, ...meetings, ...states.filter(isPost)]),
    authors: document.authors.map(author => author.name),
    zones: structure.layout.zones,
    day: dayOf(document),
    isTelegram: document.kind === 'cable',
  })
  const signer =
    structure.cable && signerOf(words.text, structure.cable.header, lexicon.people, dayOf(document), inText)
  const persons = signer ? [...inText, signer].toSorted(byPlace) : inText
  const cover = coverOf(persons)
  return [
    ...states.filter(state => !cover.touches(state)),
    ...treaties,
    ...organisations,
    ...dates,
    ...articles,
    ...laws,
    ...meetings,
    ...persons,
    ...officeMentions({
      words,
      states,
      organisations,
      persons: cover,
      known: lexicon.people,
      day: dayOf(document),
    }),
    ...placeMentions({ words, hits: found.place, states, taken: coverOf([...organisations, ...persons]) }),
    ...quantityMentions(words, [...dates, ...articles, ...laws, ...meetings]),
  ].toSorted(byPlace)
}
