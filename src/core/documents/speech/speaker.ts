import type { Span } from '../../evidence/index.ts'
import type { Iso3 } from '../../states/index.ts'
import type { Mention } from '../mention.ts'
import type { Words } from '../words.ts'

/** Somebody who says something: by name, by office, by a pronoun or a noun that points to one. */
export interface Speaker extends Span {
  /** The canonical name: of a person the full name, of an organisation its usual name, else the words themselves. */
  readonly name: string
  readonly text: string
  readonly iso3?: Iso3
  readonly is: 'person' | 'office' | 'organisation' | 'state' | 'pronoun' | 'noun'
}

/** A text with the mentions that can speak. */
export interface SpeakerScene {
  readonly words: Words
  readonly sentences: readonly Span[]
  readonly paragraphs: readonly Span[]
  /** Persons, offices, organisations and States that act, in order of place; none inside another. */
  readonly actors: readonly Mention[]
}

const RANK: Readonly<Partial<Record<Mention['kind'], number>>> = {
  office: 4,
  person: 3,
  organisation: 2,
  state: 1,
}

/** The mentions of a text that can be speakers: of those that overlap, the one that says most. */
export const actorsOf = (mentions: readonly Mention[]): readonly Mention[] => {
  const kept: Mention[] = []
  for (const one of mentions) {
    const rank = RANK[one.kind] ?? 0
    if (rank === 0) continue
    const last = kept.at(-1)
    if (!last || one.start >= last.end) kept.push(one)
    else if (rank > (RANK[last.kind] ?? 0) && one.end >= last.end) kept[kept.length - 1] = one
  }
  return kept
}

/** Whether a short form of capitals stands for a longer name that the text itself gives. */
const isAcronymOf = (text: string, name: string): boolean => /^\p{Lu}{2,8}$/u.test(text) && name.includes(' ')

/** The speaker that a mention is. */
export const speakerOfMention = (mention: Mention): Speaker | undefined => {
  const { start, end, text } = mention
  switch (mention.kind) {
    case 'person': {
      const { name, iso3 } = mention.value
      return { start, end, text, name, is: 'person', ...(iso3 && { iso3 }) }
    }
    case 'office': {
      const { iso3, person } = mention.value
      return { start, end, text, name: person ?? text, is: 'office', ...(iso3 && { iso3 }) }
    }
    case 'organisation': {
      const { name, iso3, listed } = mention.value
      return {
        start,
        end,
        text,
        name: listed || isAcronymOf(text, name) || mention.rule === 'organisation-pointer' ? name : text,
        is: 'organisation',
        ...(iso3 && { iso3 }),
      }
    }
    case 'state':
      return { start, end, text, name: text, is: 'state', iso3: mention.value.iso3 }
    default:
      return undefined
  }
}

/** Whether a mention can be the subject of a verb of saying: an adjective ("Russian") is part of another phrase. */
export const canSpeak = (mention: Mention): boolean =>
  mention.kind !== 'state' || mention.value.as !== 'adjective'
