import { type KeyboardEvent, useState } from 'react'

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(last, index + 1),
  ArrowUp: index => Math.max(0, index - 1),
  PageDown: (index, last) => Math.min(last, index + 10),
  PageUp: index => Math.max(0, index - 10),
  Home: () => 0,
  End: (_, last) => last,
}

/** One tab stop for a long list of buttons: the arrow keys, Page Up and Down, Home and End move within it. */
export const useRoving = (keys: readonly string[], idOf: (key: string) => string) => {
  const [last, setLast] = useState<string | undefined>(undefined)
  const stop = last !== undefined && keys.includes(last) ? last : keys[0]
  const keyed = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!step || stop === undefined) return
    event.preventDefault()
    const next = keys[step(keys.indexOf(stop), keys.length - 1)]
    if (next !== undefined) document.getElementById(idOf(next))?.focus()
  }
  return { stop, keyed, focused: setLast }
}
