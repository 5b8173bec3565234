import { Fragment } from 'react'
import { type Day, inWords } from '../../core/calendar/index.ts'
import type { Rule } from '../ask/answers.ts'
import { RULE_WORDS } from '../words.ts'
import { type Count, undecidedIn, type WorldOn } from '../world.ts'

interface Props {
  readonly world: WorldOn
  readonly on: Day
  readonly known: Day
  readonly today: Day
  readonly open: (rule: Rule) => void
}

const SAID: readonly Rule[] = ['deposited', 'inForce', 'signedOrJoined']
const NAMED_AT_MOST = 6

interface OneProps {
  readonly count: Count
  readonly stop: string
  readonly open: (rule: Rule) => void
}

const One = ({ count, stop, open }: OneProps) => {
  const { one, many, name } = RULE_WORDS[count.rule]
  const number = count.members.length
  const unsure = count.undecided.length
  return (
    <span className="counts-part">
      <button
        type="button"
        className="figure"
        onClick={() => open(count.rule)}
        title={`Show who. Counting rule: ${name}`}
      >
        {number}
      </button>{' '}
      {number === 1 ? one : many}
      {unsure === 0 ? stop : <span className="counts-aside">{` (and ${unsure} not decidable)${stop}`}</span>}
    </span>
  )
}

/** The three counts as a sentence; each number opens its members and its rule. */
export const Counts = ({ world, on, known, today, open }: Props) => {
  const undecided = undecidedIn(world)
  const named = undecided.slice(0, NAMED_AT_MOST).map(place => place.name)
  const rest = undecided.length - named.length
  return (
    <div className="counts">
      <p className="counts-day">
        On {inWords(on)}
        {known !== today && <>, as known on {inWords(known)}</>}
      </p>
      <p className="counts-sentence">
        {SAID.map((rule, i) => (
          <Fragment key={rule}>
            <One count={world.counts[rule]} stop={i < SAID.length - 1 ? ',' : '.'} open={open} />{' '}
          </Fragment>
        ))}
      </p>
      {undecided.length > 0 && (
        <p className="counts-undecided">
          Not decidable: {named.join(', ')}
          {rest > 0 && ` and ${rest} more`}.
        </p>
      )}
    </div>
  )
}
