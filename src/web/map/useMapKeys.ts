import { type KeyboardEvent, useRef } from 'react'
import { foldName } from '../../core/states/index.ts'
import type { Place } from '../world.ts'
import { placeId } from './MapPlace.tsx'
import { isDirection, nearestIn } from './nearest.ts'
import type { Shape } from './shapes.ts'

interface Asked {
  readonly shapes: readonly Shape[]
  readonly places: ReadonlyMap<string, Place>
  readonly at: string
  readonly open: (iso3: string) => void
}

const FORGET_AFTER = 900

/** The arrow keys go to the nearest State in their direction, letters to the next State so named, Enter opens. */
export const useMapKeys = ({ shapes, places, at, open }: Asked) => {
  const typed = useRef({ text: '', at: 0 })

  const named = (letter: string): Shape | undefined => {
    const now = performance.now()
    const { text, at: then } = typed.current
    typed.current = { text: now - then > FORGET_AFTER ? letter : text + letter, at: now }
    const wanted = foldName(typed.current.text)
    const nameOf = (shape: Shape): string => foldName(places.get(shape.iso3)?.name ?? shape.name)
    return shapes
      .filter(shape => nameOf(shape).startsWith(wanted))
      .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))[0]
  }

  return (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isTyping = performance.now() - typed.current.at < FORGET_AFTER
    if (event.key === 'Enter' || (event.key === ' ' && !isTyping)) {
      event.preventDefault()
      open(at)
      return
    }
    const from = shapes.find(shape => shape.iso3 === at)
    const isLetter = /^[\p{L} ]$/u.test(event.key)
    const next =
      isDirection(event.key) && from
        ? nearestIn(shapes, from, event.key)
        : isLetter
          ? named(event.key)
          : undefined
    if (isDirection(event.key) || isLetter) event.preventDefault()
    if (next) document.getElementById(placeId(next.iso3))?.focus()
  }
}
