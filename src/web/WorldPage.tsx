import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { type Day, inWords } from '../core/calendar/index.ts'
import {
  type Rule,
  type TimelinesAnswer,
  type TreatiesAnswer,
  type TreatyCard,
  timelinesAnswer,
} from './ask/answers.ts'
import { useAnswer } from './ask/useAnswer.ts'
import { CountMembers } from './drawer/CountMembers.tsx'
import { Drawer } from './drawer/Drawer.tsx'
import { StateDrawer } from './drawer/StateDrawer.tsx'
import { useOpener } from './drawer/useOpener.ts'
import { Counts } from './lists/Counts.tsx'
import { Legend } from './lists/Legend.tsx'
import { StateList } from './lists/StateList.tsx'
import { DayField } from './parts/DayField.tsx'
import { Ribbons } from './parts/Ribbons.tsx'
import { Spoken } from './parts/Spoken.tsx'
import { TreatyPicker } from './parts/TreatyPicker.tsx'
import { Trouble } from './parts/Trouble.tsx'
import { scaleOf } from './time/scale.ts'
import { TimeLine } from './time/TimeLine.tsx'
import { Views } from './Views.tsx'
import { type Change, useView } from './view/useView.ts'
import { linkTo, type Opened, type View } from './view/view.ts'
import { linesOf, type WorldOn, worldOn } from './world.ts'

interface BarProps {
  readonly opening: TreatiesAnswer
  readonly card: TreatyCard
  readonly view: View
  readonly change: Change
}

const QuestionBar = ({ opening, card, view, change }: BarProps) => {
  const choose = useCallback((treaty: string) => change({ treaty }), [change])
  return (
    <div className="question">
      <DayField label="On" day={view.on} today={opening.today} choose={on => change({ on })} />
      <DayField
        label="As known on"
        day={view.known}
        today={opening.today}
        choose={known => change({ known })}
      />
      <TreatyPicker treaties={opening.treaties} chosen={card} choose={choose} />
    </div>
  )
}

interface AnsweredProps {
  readonly answer: TimelinesAnswer
  readonly card: TreatyCard
  readonly view: View
  readonly change: Change
}

const useDrawer = (change: Change) => {
  const { remember, giveBack } = useOpener()
  const open = useCallback(
    (opened: Opened) => {
      remember()
      change({ opened })
    },
    [change, remember],
  )
  const openState = useCallback((iso3: string) => open({ is: 'state', iso3 }), [open])
  const openCount = useCallback((rule: Rule) => open({ is: 'count', rule }), [open])
  const close = useCallback(() => {
    change({ opened: null })
    giveBack()
  }, [change, giveBack])
  return { openState, openCount, close }
}

const DrawerFor = ({
  world,
  answer,
  card,
  view,
  change,
  close,
  openState,
}: AnsweredProps & {
  readonly world: WorldOn
  readonly close: () => void
  readonly openState: (iso3: string) => void
}) => {
  const { opened } = view
  const go = useCallback((on: Day) => change({ on }), [change])
  if (!opened) return null
  return (
    <Drawer about={opened.is === 'state' ? opened.iso3 : opened.rule} close={close}>
      {opened.is === 'state' ? (
        <StateDrawer
          iso3={opened.iso3}
          place={world.places.get(opened.iso3)}
          card={card}
          view={view}
          acts={answer.acts}
          go={go}
        />
      ) : (
        <CountMembers
          count={world.counts[opened.rule]}
          title={card.title}
          on={view.on}
          known={view.known}
          link={linkTo(view)}
          open={openState}
        />
      )}
    </Drawer>
  )
}

const Answered = (props: AnsweredProps) => {
  const { answer, card, view, change } = props
  const lines = useMemo(() => linesOf(answer), [answer])
  const world = useMemo(() => worldOn(lines, view.on), [lines, view.on])
  const calmWorld = useDeferredValue(world)
  const scale = useMemo(() => scaleOf(card, answer), [card, answer])
  const go = useCallback((on: Day) => change({ on }, 'replace'), [change])
  const { openState, openCount, close } = useDrawer(change)
  const opened = view.opened?.is === 'state' ? view.opened.iso3 : null
  return (
    <>
      <div className="columns">
        <div className="left">
          <Counts world={world} on={view.on} known={view.known} today={answer.today} open={openCount} />
          <Legend world={world} only={view.only} choose={only => change({ only }, 'replace')} />
        </div>
        <div className="centre">
          <Views {...props} world={world} calmWorld={calmWorld} open={openState} opened={opened} />
          <TimeLine answer={answer} scale={scale} on={view.on} go={go} />
        </div>
        <StateList world={calmWorld} only={view.only} opened={opened} open={openState} />
      </div>
      <Spoken world={world} on={view.on} />
      <DrawerFor {...props} world={world} close={close} openState={openState} />
    </>
  )
}

/** World on a day: one treaty, one day, as known on another. */
export const WorldPage = ({ opening }: { readonly opening: TreatiesAnswer }) => {
  const { view, complaints, change } = useView(opening)
  const asked = useAnswer(
    `api/treaties/${encodeURIComponent(view.treaty)}/timelines?known=${view.known}`,
    timelinesAnswer,
  )
  const [shown, setShown] = useState<AnsweredProps['answer'] | null>(null)
  const answer = asked.value ?? shown
  const card = opening.treaties.find(one => one.id === view.treaty)
  useEffect(() => {
    if (asked.value) setShown(asked.value)
  }, [asked.value])
  const title = card ? `${card.title} on ${inWords(view.on)}` : 'World on a day'
  useEffect(() => {
    document.title = `${title} · Pacta`
  }, [title])
  if (!card) return null
  const answers = answer !== null && answer.treaty === view.treaty && answer.known === view.known
  return (
    <main>
      <h1 id="page-title" tabIndex={-1} className="visually-hidden">
        World on a day: {title}
      </h1>
      <QuestionBar opening={opening} card={card} view={view} change={change} />
      <Ribbons on={view.on} card={card} complaints={complaints} />
      {asked.failure && !asked.waiting && <Trouble failure={asked.failure} retry={asked.retry} />}
      {!asked.failure && !answers && <div className="columns is-waiting" aria-busy="true" />}
      {answers && <Answered answer={answer} card={card} view={view} change={change} />}
    </main>
  )
}
