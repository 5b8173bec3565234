import { memo } from 'react'
import type { ActLine } from '../ask/answers.ts'
import { tickOf } from './acts.ts'
import { partOf, type Scale } from './scale.ts'

const HEIGHTS = { announces: 7, binds: 12, ends: 18 } as const
const HEIGHT = 18
const WIDTH = 1000

const marks = (acts: readonly ActLine[], scale: Scale, which: keyof typeof HEIGHTS): string => {
  const days = new Set(acts.filter(act => tickOf(act.kind) === which).map(act => act.day))
  return [...days]
    .map(day => `M${(partOf(scale, day) * WIDTH).toFixed(2)} ${HEIGHT}V${HEIGHT - HEIGHTS[which]}`)
    .join('')
}

/** A mark for every day with acts: tallest what ends a bond, then what makes one, then what announces it. */
export const Ticks = memo(({ acts, scale }: { readonly acts: readonly ActLine[]; readonly scale: Scale }) => (
  <svg className="ticks" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
    <path className="tick announces" d={marks(acts, scale, 'announces')} />
    <path className="tick binds" d={marks(acts, scale, 'binds')} />
    <path className="tick ends" d={marks(acts, scale, 'ends')} />
  </svg>
))
