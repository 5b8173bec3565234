import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { type Day, inWords } from '../../core/calendar/index.ts'
import { typedDay } from '../view/typedDay.ts'

interface Props {
  readonly label: string
  readonly day: Day
  readonly today: Day
  readonly choose: (day: Day) => void
}

/** A day to be typed: `2025-03-06`, `6 March 2025` or `today`; taken on Enter and on leaving the field. */
export const DayField = ({ label, day, today, choose }: Props) => {
  const id = useId()
  const [typed, setTyped] = useState(inWords(day))
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    setTyped(inWords(day))
    setWrong(false)
  }, [day])
  const take = (): void => {
    const found = typedDay(typed, today)
    setWrong(!found)
    if (!found) return
    setTyped(inWords(found))
    if (found !== day) choose(found)
  }
  const keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') take()
    if (event.key !== 'Escape' || typed === inWords(day)) return
    event.preventDefault()
    setTyped(inWords(day))
    setWrong(false)
  }
  return (
    <div className="field day-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={keyed}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby={`${id}-help`}
      />
      <p className={wrong ? 'field-help is-wrong' : 'field-help'} id={`${id}-help`} aria-live="polite">
        {wrong ? `“${typed}” is not a day. Type ${day} or ${inWords(day)}.` : day}
      </p>
    </div>
  )
}
