import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { dayCell, mustFollow, type Recorded, stateCell, stateIn, wordIn } from './entry.ts'
import type { Kind } from './kind.ts'

export const TRANSFER_KINDS = ['production', 'transfer', 'transit'] as const
/** `listed`: on a published list of producers; `explained`: a government explained its policy. */
export const TRANSFER_STATUSES = [
  'listed',
  'reported',
  'ceased',
  'ended',
  'announced',
  'suspended',
  'explained',
] as const

interface ProductionTransferFacts {
  readonly state: Iso3
  readonly kind: (typeof TRANSFER_KINDS)[number]
  readonly to: Cell<Iso3>
  readonly status: (typeof TRANSFER_STATUSES)[number]
  readonly from: Cell<PartialDay>
  readonly until: Cell<PartialDay>
}
/** What is published of a State's production, transfer or transit. */
export type ProductionTransfer = ProductionTransferFacts & Recorded

export const PRODUCTION_TRANSFER: Kind<ProductionTransferFacts> = {
  columns: ['state', 'kind', 'to', 'status', 'from', 'until'],
  key: ['state', 'kind', 'to', 'status', 'from'],
  read: entry => {
    const state = stateIn(entry, 'state')
    const kind = wordIn(entry, 'kind', TRANSFER_KINDS)
    const to = stateCell(entry, 'to')
    const status = wordIn(entry, 'status', TRANSFER_STATUSES)
    const from = dayCell(entry, 'from')
    const until = dayCell(entry, 'until')
    mustFollow(entry, from, until)
    return state && kind && status && { state, kind, to, status, from, until }
  },
}
