import { useEffect, useState } from 'react'
import { type Day, inWords } from '../../core/calendar/index.ts'
import type { WorldOn } from '../world.ts'

const REST_BEFORE_SPEAKING = 800

/** Says the counts to a screen reader once the day has come to rest. */
export const Spoken = ({ world, on }: { readonly world: WorldOn; readonly on: Day }) => {
  const { deposited, inForce, signedOrJoined } = world.counts
  const numbers = [deposited, inForce, signedOrJoined].map(count => count.members.length)
  const now = `On ${inWords(on)}: ${numbers[0]} deposited, ${numbers[1]} bound, ${numbers[2]} signed or joined.`
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(now), REST_BEFORE_SPEAKING)
    return () => clearTimeout(timer)
  }, [now])
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
