import type { Day } from '../../calendar/index.ts'
import type { Span } from '../../evidence/index.ts'
import type { Iso3 } from '../../states/index.ts'

/** A field of a cable: its value in its usual form, and where the text gives it. */
export interface CableField<Value = string> extends Span {
  readonly value: Value
}

/** An addressee: `value` is the office as named, `postIso3` the State in which an embassy or consulate stands. */
export interface CableAddressee extends CableField {
  readonly routing?: string
  readonly precedence?: string
  readonly serial?: string
  readonly postIso3?: Iso3
}

/** A message or paper that a cable refers to: a telegram in its usual form (`08STATE126440`), else the words. */
export interface CableReference extends CableField {
  /** The letter by which the text cites it, in capitals; null where the list has one item. */
  readonly label: string | null
  readonly isTelegram: boolean
}

/** The header of a cable. What it does not show is null or empty. */
export interface CableHeader {
  readonly transmissionId: CableField | null
  /** The precedence letters of the routing line, in words. */
  readonly routingPrecedence: CableField | null
  readonly originatorRouting: CableField | null
  readonly stationSerial: CableField | null
  /** Day of the year and hour of filing, as `2008-12-01T19:51Z`. */
  readonly filingTime: CableField | null
  /** The classification that the security line (ZNY) gives. */
  readonly transmissionSecurity: CableField | null
  readonly precedence: CableField | null
  /** As `2008-12-01T19:43:00Z`, with its day. */
  readonly dateTimeGroup: (CableField & { readonly day: Day }) | null
  /** Two digits of the year, originator, number: `08STATE126440`. */
  readonly messageReference: CableField | null
  readonly from: CableField | null
  readonly to: readonly CableAddressee[]
  readonly info: readonly CableAddressee[]
  readonly classification: CableField | null
  readonly caption: readonly CableField[]
  readonly passing: readonly CableField[]
  readonly executiveOrder: CableField | null
  /** An ISO day where it is one, else the words, as `OADR`. */
  readonly declassifyOn: CableField | null
  readonly tags: readonly CableField[]
  readonly subject: CableField | null
  readonly references: readonly CableReference[]
  /** The person; `title` is the office as written. */
  readonly classifiedBy: (CableField & { readonly title: string | null }) | null
  readonly classificationReasons: CableField<readonly string[]> | null
  readonly signature: CableField | null
}

/** What a paragraph is for, where its first words say so. */
export type ParagraphRole = 'summary' | 'comment' | 'action-request' | 'addressee-group' | 'background'

/** A numbered paragraph of a cable, from its label to its last character. */
export interface CableParagraph extends Span {
  /** Its true number, where the printed label is damaged the one that the sequence shows. */
  readonly n: number
  /** The label as printed, without the portion mark. */
  readonly label: string
  readonly labelStart: number
  /** The classification of the paragraph, as `SBU`. */
  readonly portion: string | null
  readonly role: ParagraphRole | null
  /** The items of lists in it: ticks, letters, numbers. */
  readonly items: readonly Span[]
}

/** A post that is addressed, as named, with the State it stands in; a mission to an organisation has none. */
export interface CablePost extends Span {
  readonly post: string
  readonly iso3: Iso3 | null
}

/** Who is asked to do what. */
export interface AddresseeGroup extends Span {
  /** The number of the paragraph; null where it has none. */
  readonly paragraph: number | null
  /** The posts named, or all addressees, or those not named elsewhere. */
  readonly posts: readonly CablePost[] | 'all' | 'remaining'
  /** False where the cable is for their information only. */
  readonly action: boolean
  /** What the cable says to them. */
  readonly objective: Span | null
  readonly asks: readonly Span[]
}

/** A question put to a government and what is reported as its answer. */
export interface CableExchange {
  readonly paragraph: number | null
  readonly question: Span | null
  readonly answer: Span | null
}

/** The structure of a diplomatic cable. */
export interface CableOutline {
  readonly header: CableHeader
  readonly paragraphs: readonly CableParagraph[]
  readonly addresseeGroups: readonly AddresseeGroup[]
  readonly exchanges: readonly CableExchange[]
}
