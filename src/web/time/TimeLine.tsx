import { type KeyboardEvent, memo, type PointerEvent, useMemo, useState } from 'react'
import { addDays, type Day, daysBetween, inWords } from '../../core/calendar/index.ts'
import type { ActLine, TimelinesAnswer } from '../ask/answers.ts'
import { actDays, actsInWords, dayAfter, dayBefore } from './acts.ts'
import { partOf, type Scale, yearsLater, yearsOn } from './scale.ts'
import { Ticks } from './Ticks.tsx'
import { useActKeys } from './useActKeys.ts'
import { usePlay } from './usePlay.ts'

interface Props {
  readonly answer: TimelinesAnswer
  readonly scale: Scale
  readonly on: Day
  readonly go: (day: Day) => void
}

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`

/** The keys that move by more than a day; the arrow keys are the browser's own. */
const moved = (key: string, on: Day): Day | undefined => {
  if (key === 'PageUp') return yearsLater(on, 1)
  return key === 'PageDown' ? yearsLater(on, -1) : undefined
}

const Years = memo(({ scale }: { readonly scale: Scale }) => (
  <div className="years" aria-hidden="true">
    {yearsOn(scale, 9).map(({ year, part }) => (
      <span key={year} style={{ left: percent(part) }}>
        {year}
      </span>
    ))}
  </div>
))

interface NearAct {
  readonly day: Day
  readonly words: string
}

const HOVER_REACH = 6

/** The day with acts that lies under the pointer, named. */
const nearAct = (
  event: PointerEvent<HTMLElement>,
  scale: Scale,
  acts: readonly ActLine[],
  days: readonly Day[],
) => {
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const at = event.clientX - left
  const distance = (day: Day): number => Math.abs(partOf(scale, day) * width - at)
  const day = days.reduce<Day | undefined>(
    (best, next) => (best === undefined || distance(next) < distance(best) ? next : best),
    undefined,
  )
  if (!day || distance(day) > HOVER_REACH) return null
  const words = `${inWords(day)}. ${actsInWords(acts, days, day).replace('On this day: ', '')}`
  return { day, words } satisfies NearAct
}

const Track = ({ answer, scale, on, go }: Props) => {
  const days = useMemo(() => actDays(answer.acts), [answer.acts])
  const [near, setNear] = useState<NearAct | null>(null)
  const within = on < scale.first ? scale.first : on > scale.last ? scale.last : on
  const keyed = (event: KeyboardEvent<HTMLInputElement>): void => {
    const day = moved(event.key, on)
    if (!day) return
    event.preventDefault()
    go(day)
  }
  return (
    <div
      className="track"
      onPointerMove={event => setNear(nearAct(event, scale, answer.acts, days))}
      onPointerLeave={() => setNear(null)}
    >
      <Ticks acts={answer.acts} scale={scale} />
      <div className="checked-part" style={{ width: percent(partOf(scale, answer.checkedThrough)) }} />
      <div className="today-mark" style={{ left: percent(partOf(scale, answer.today)) }} title="Today" />
      <input
        type="range"
        className="slider"
        min={0}
        max={scale.length}
        step={1}
        value={daysBetween(scale.first, within)}
        onChange={event => go(addDays(scale.first, +event.target.value))}
        onKeyDown={keyed}
        aria-label="The day asked about"
        aria-valuetext={inWords(on)}
      />
      <Years scale={scale} />
      {near && (
        <div className="tip act-tip" style={{ left: percent(partOf(scale, near.day)) }} role="presentation">
          {near.words}
        </div>
      )}
    </div>
  )
}

/** The time line: the day dragged, stepped and played, with a mark for every day on which something was done. */
export const TimeLine = (props: Props) => {
  const { answer, scale, on, go } = props
  const days = useMemo(() => actDays(answer.acts), [answer.acts])
  const before = dayBefore(days, on)
  const after = dayAfter(days, on)
  const { first, last, length } = scale
  const { runs, toggle } = usePlay({ on, first, last, length, days, go })
  useActKeys({ before, after, go })
  return (
    <section className="time-line" aria-label="Time line">
      <div className="time-buttons">
        <button type="button" disabled={!before} onClick={() => before && go(before)} aria-keyshortcuts=",">
          <span aria-hidden="true">◂</span> Previous act
        </button>
        <button type="button" onClick={toggle} className="play">
          {runs ? 'Pause' : 'Play'}
        </button>
        <button type="button" disabled={!after} onClick={() => after && go(after)} aria-keyshortcuts=".">
          Next act <span aria-hidden="true">▸</span>
        </button>
        <output className="time-day">{inWords(on)}</output>
      </div>
      <Track {...props} />
      <p className="acts-on-day">{actsInWords(answer.acts, days, on)}</p>
    </section>
  )
}
