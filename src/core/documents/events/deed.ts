import type { Span } from '../../evidence/index.ts'
import type { DateMention, TreatyMention } from '../mention.ts'
import type { EventParty as Party } from '../reading.ts'
import type { SpeakerScene } from '../speech/speaker.ts'
import type { Subject } from './clauses.ts'
import type { Trigger } from './triggers.ts'

/** A text as events are looked for in it. */
export interface EventScene extends SpeakerScene {
  readonly treaties: readonly TreatyMention[]
  readonly dates: readonly DateMention[]
}

/** A deed that a clause or a noun phrase tells of. */
export interface Deed extends Span {
  readonly trigger: Trigger
  /** The index of the verb or noun. */
  readonly word: number
  readonly parties: readonly Party[]
  readonly recipients: readonly Party[]
  /** A treaty id, or the words of the text. */
  readonly object: string | null
  readonly isFuture: boolean
  readonly isNegated: boolean
  /** What governs the verb: "decision", "accused"; empty where nothing does. */
  readonly governor: string
  readonly subject: Subject | undefined
  readonly rule: string
}
