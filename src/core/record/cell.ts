/**
 * What a cell of the record says. `withheld` (written `?`): something is believed but not verified, so it is
 * not shown. `nothing` (an empty cell): nothing is known, or the column does not apply.
 */
export type Cell<T> =
  | { readonly is: 'known'; readonly value: T }
  | { readonly is: 'withheld' }
  | { readonly is: 'nothing' }

export const known = <T>(value: T): Cell<T> => ({ is: 'known', value })
export const WITHHELD: Cell<never> = { is: 'withheld' }
export const NOTHING: Cell<never> = { is: 'nothing' }

/** The value of a cell that is known. */
export const valueIn = <T>(cell: Cell<T>): T | undefined => (cell.is === 'known' ? cell.value : undefined)
