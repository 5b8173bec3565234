import type { Day } from '../../core/calendar/index.ts'
import { type ActLine, statusAnswer, type TreatyCard } from '../ask/answers.ts'
import { useAnswer } from '../ask/useAnswer.ts'
import { Trouble } from '../parts/Trouble.tsx'
import { linkTo, type View } from '../view/view.ts'
import type { Place } from '../world.ts'
import { StateEvidence } from './StateEvidence.tsx'

interface Props {
  readonly iso3: string
  /** The place, where the map knows it. */
  readonly place: Place | undefined
  readonly card: TreatyCard
  readonly view: View
  readonly acts: readonly ActLine[]
  readonly go: (day: Day) => void
}

// While the day is dragged only the days it rests on are asked about.
const REST_BEFORE_ASKING = 120

const pathOf = (iso3: string, { treaty, on, known }: View): string =>
  `api/status?${new URLSearchParams({ state: iso3, treaty, on, known })}`

/** One State's evidence, asked from the server; the last answer stays, dimmed, until the next is here. */
export const StateDrawer = ({ iso3, place, card, view, acts, go }: Props) => {
  const isTerritory = place !== undefined && place.stretch === null
  const asked = useAnswer(isTerritory ? null : pathOf(iso3, view), statusAnswer, REST_BEFORE_ASKING)
  const { value } = asked
  if (isTerritory)
    return (
      <article>
        <p className="drawer-name">{place.name}</p>
        <p className="drawer-sentence">{place.why}.</p>
      </article>
    )
  if (asked.failure && !asked.waiting) return <Trouble failure={asked.failure} retry={asked.retry} />
  if (!value || value.state !== iso3 || value.treaty !== view.treaty)
    return <p className="drawer-name is-waiting">{place?.name ?? iso3}</p>
  return (
    <div aria-busy={asked.waiting} className="drawer-answer">
      <StateEvidence
        status={value}
        card={card}
        acts={acts.filter(act => act.state === iso3)}
        link={linkTo({ ...view, on: value.on, known: value.known, opened: { is: 'state', iso3 } })}
        go={go}
      />
    </div>
  )
}
