import { useEffect, useRef, useState } from 'react'
import { addDays, type Day } from '../../core/calendar/index.ts'
import { dayAfter } from './acts.ts'

const FRAME = 80
const FRAMES_IN_ALL = 375
const REST_ON_AN_ACT = 1000

interface Playing {
  readonly on: Day
  readonly last: Day
  readonly first: Day
  /** How many days the whole line has. */
  readonly length: number
  readonly days: readonly Day[]
  readonly go: (day: Day) => void
}

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Moves the day along in half a minute; act by act, a second each, where reduced motion is asked for. */
export const usePlay = (playing: Playing): { readonly runs: boolean; readonly toggle: () => void } => {
  const [runs, setRuns] = useState(false)
  const now = useRef(playing)
  now.current = playing
  useEffect(() => {
    if (!runs) return
    const still = prefersStillness()
    const timer = setInterval(
      () => {
        const { on, last, days, length, go } = now.current
        const step = Math.max(1, Math.round(length / FRAMES_IN_ALL))
        const next = still ? dayAfter(days, on) : addDays(on, step)
        if (next === undefined || next >= last) {
          go(last)
          setRuns(false)
        } else go(next)
      },
      still ? REST_ON_AN_ACT : FRAME,
    )
    return () => clearInterval(timer)
  }, [runs])
  const toggle = (): void => {
    if (!runs && playing.on >= playing.last) playing.go(playing.first)
    setRuns(!runs)
  }
  return { runs, toggle }
}
