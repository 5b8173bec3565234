import type { Span } from '../evidence/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { CableOutline } from './cable/index.ts'
import type { DateInterval, Mention } from './mention.ts'

/** What a document is, by its forms. */
export type DocumentKind =
  | 'news'
  | 'opinion'
  | 'blog'
  | 'cable'
  | 'statement'
  | 'transcript'
  | 'press-release'
  | 'report'
  | 'law'
  | 'treaty'
  | 'resolution'
  | 'letter'
  | 'web-page'
  | 'unknown'

/** What a stretch of a document is for. */
export type ZoneType =
  | 'title'
  | 'byline'
  | 'body'
  | 'heading'
  | 'bio'
  | 'subject'
  | 'cable-header'
  | 'signature'
  | 'related'
  | 'furniture'
  | 'faq'
  | 'link-farm'
  | 'article-info'
  | 'footnote'
  | 'annotation'
  | 'hidden'

/** A stretch of the document by what it is for. Every character that is not blank lies in exactly one zone. */
export interface Zone extends Span {
  readonly type: ZoneType
}

/** A sentence, with the zone it begins in. */
export interface Sentence extends Span {
  readonly zone: ZoneType
}

/** What a part of a law or a treaty is. */
export type PartKind = 'article' | 'section' | 'chapter' | 'part' | 'annex'

/** A part of a law or a treaty, from its heading to the next. */
export interface Part extends Span {
  readonly kind: PartKind
  /** As the text has it: `21`, `3a`, `II`; null where it has none. */
  readonly number: string | null
  /** Its numbered or lettered paragraphs. */
  readonly paragraphs: readonly Span[]
}

/** What one speaker of a transcript says, from the label to the next. */
export interface Turn extends Span {
  /** The label without its colon. */
  readonly speaker: string
  readonly label: Span
}

/** The day a document was published: an EDTF day, month or year, and on what ground it is known. */
export interface Published {
  readonly value: string | null
  readonly basis: 'given' | 'stated' | 'inferred' | 'unknown'
  /** The days that `value` covers. */
  readonly interval: DateInterval | null
  /** Where the text states it. */
  readonly start?: number
  readonly end?: number
}

/** A person named as author, with the place where the text names them; what the file alone states has none. */
export interface Author extends Partial<Span> {
  readonly name: string
}

/** What a document says about itself. */
export interface DocumentFacts {
  readonly kind: DocumentKind
  readonly title: string | null
  readonly titleSpan?: Span
  readonly authors: readonly Author[]
  /** Who publishes the document, where the text or the file says so. */
  readonly publisher: string | null
  readonly published: Published
  /** ISO 639-1, or null where it does not show. */
  readonly language: string | null
  /** The State whose government speaks, as in its diplomatic cables. */
  readonly speaker?: Iso3
}

/** Who says something, as far as the text tells. */
export interface Speaking extends Span {
  /** `source.slice(start, end)`, to the letter. */
  readonly text: string
  /** The full name of a person, the usual name of an organisation, else the words of the text; null where unknown. */
  readonly speaker: string | null
  /** The words that name or point to the speaker: "he", "the ministry". */
  readonly speakerText?: string
  /** The State that the speaker speaks for. */
  readonly iso3?: Iso3
  /** The name of the rule that found the speaker. */
  readonly rule: string
}

/** Words in quotation marks, the marks included. */
export interface Quotation extends Speaking {
  /** Held at arm's length or named as a term, and said by nobody. */
  readonly scare?: true
  /** Inside another quotation. */
  readonly nested?: true
  /** The verb that says who speaks. */
  readonly cue?: string
}

/** What somebody is reported to have said, in the words of the text. */
export interface Reported extends Speaking {
  /** The words that report it. */
  readonly cue: string
  /** Through whom the text knows it: "told TASS". */
  readonly via?: string
  /** The speaker denies it. */
  readonly negated?: true
}

/** What an event is about; see the types in `events/triggers.ts`. */
export type EventFamily =
  | 'use'
  | 'transfer'
  | 'production'
  | 'stockpile'
  | 'treaty-act'
  | 'meeting'
  | 'statement'
  | 'policy'

/** Who takes part in an event, as the text or the data calls them. */
export interface EventParty {
  readonly name: string
  readonly iso3?: Iso3
}

/** Something that a text says happened, will happen or did not happen. */
export interface DocumentEvent extends Span {
  /** `source.slice(start, end)`, to the letter. */
  readonly text: string
  readonly family: EventFamily
  /** The finer kind: "transfer-decision", "withdrawal-notified". */
  readonly type: string
  readonly actors: readonly EventParty[]
  readonly recipients: readonly EventParty[]
  /** The id of a treaty, or the words of the text. */
  readonly object: string | null
  /** EDTF, with the place of the words. */
  readonly date: ({ readonly edtf: string } & Span) | null
  /** The name of a place or the ISO code of a State. */
  readonly place: string | null
  /** Whether it is told as done, as coming, or as what somebody is accused of. */
  readonly modality: 'did' | 'will' | 'accused'
  readonly negated?: true
  /** Who says so, where the text reports it; null where the text itself does. */
  readonly source: string | null
  /** The name of the rule that found it. */
  readonly rule: string
}

/** Something about a document that its reader should know, with its place where it has one. */
export interface DocumentProblem {
  readonly kind: 'date-contradicted' | 'cable-label' | 'cable-gap' | 'language' | 'deleted'
  readonly message: string
  readonly start?: number
  readonly end?: number
}

/** Everything understood of a text. All places are UTF-16 units of the text; lists are in order of place. */
export interface DocumentReading {
  readonly document: DocumentFacts
  readonly zones: readonly Zone[]
  readonly cable: CableOutline | null
  /** The articles and sections of a law or a treaty; empty for other documents. */
  readonly parts: readonly Part[]
  /** The turns of a transcript; empty for other documents. */
  readonly turns: readonly Turn[]
  readonly sentences: readonly Sentence[]
  readonly paragraphs: readonly Span[]
  readonly mentions: readonly Mention[]
  readonly quotations: readonly Quotation[]
  readonly reported: readonly Reported[]
  readonly events: readonly DocumentEvent[]
  readonly problems: readonly DocumentProblem[]
}
