import { useEffect } from 'react'
import type { Day } from '../../core/calendar/index.ts'

interface Steps {
  readonly before: Day | undefined
  readonly after: Day | undefined
  readonly go: (day: Day) => void
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="range"]), textarea, select, [contenteditable]')

/** `,` and `.` step to the previous and the next act from anywhere but a text field. */
export const useActKeys = ({ before, after, go }: Steps): void => {
  useEffect(() => {
    const keyed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      const day = event.key === ',' ? before : event.key === '.' ? after : undefined
      if (!day) return
      event.preventDefault()
      go(day)
    }
    document.addEventListener('keydown', keyed)
    return () => document.removeEventListener('keydown', keyed)
  }, [before, after, go])
}
