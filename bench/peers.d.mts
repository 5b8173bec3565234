import type { World } from '../src/core/states/index.ts'
import type { Item } from './annotations.d.mts'

/** Another library, read as this project reads. */
export interface Peer {
  readonly name: string
  readonly version: string
  readonly categories: readonly string[]
  readonly read: (text: string, date?: string) => readonly Item[]
}
export const statesBy: (
  world: World,
  fold: (words: string) => string,
) => (words: string) => string | undefined
export const peersOf: (stateOf: (words: string) => string | undefined) => readonly Peer[]
