import { type Day, inWords } from '../../core/calendar/index.ts'
import type { ActLine, StatusAnswer, TreatyCard } from '../ask/answers.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { asSentence, candidateWords, positionWords } from '../words.ts'
import { Citation } from './Citation.tsx'

interface Props {
  readonly status: StatusAnswer
  readonly card: TreatyCard
  readonly acts: readonly ActLine[]
  readonly link: string
  readonly go: (day: Day) => void
}

const Days = ({ status }: { readonly status: StatusAnswer }) => {
  const { since, until, boundFrom, withdrawal } = status
  const rows: readonly (readonly [string, Day | null])[] = [
    ['Since', since],
    ['Until', until],
    ['Bound from', boundFrom === since ? null : boundFrom],
    ['Withdrawal notified', withdrawal?.notified ?? null],
    ['Withdrawal takes effect', withdrawal?.effective ?? null],
  ]
  return (
    <dl className="days">
      {rows.map(([words, day]) =>
        day ? (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{inWords(day)}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

const Steps = ({ reasons }: Pick<StatusAnswer, 'reasons'>) => (
  <section aria-labelledby="steps-title">
    <h3 id="steps-title">Steps</h3>
    {reasons.length === 0 && <p className="empty">The answer rests on no act: none is recorded.</p>}
    <ol className="steps">
      {reasons.map(({ provision, text, source }) => (
        <li key={`${provision} ${text}`}>
          {provision !== '' && <span className="provision">{provision}</span>}
          <span className="step-text">{text}</span>
          {source !== '' && <span className="source">Source: {source.split(' | ').join('; ')}</span>}
        </li>
      ))}
    </ol>
  </section>
)

const Listed = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) =>
  items.length === 0 ? null : (
    <section>
      <h3>{title}</h3>
      <ul className="plain">
        {items.map(item => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  )

const Acts = ({ acts, go }: Pick<Props, 'acts' | 'go'>) =>
  acts.length === 0 ? null : (
    <section aria-labelledby="acts-title">
      <h3 id="acts-title">Acts of this State</h3>
      <ul className="acts">
        {acts.map(act => (
          <li key={`${act.day} ${act.kind} ${act.what}`}>
            <button type="button" className="as-link" onClick={() => go(act.day)} title="Go to this day">
              {inWords(act.day)}
            </button>{' '}
            {act.what}
          </li>
        ))}
      </ul>
    </section>
  )

const Limits = ({ status, card }: Pick<Props, 'status' | 'card'>) => (
  <p className={status.beyondData || !status.complete ? 'ribbon' : 'ribbon is-calm'}>
    {status.beyondData ? 'As far as known: the pack was checked through ' : 'Checked through '}
    {inWords(status.checkedThrough)}
    {status.complete ? '.' : '; the pack is incomplete.'} {asSentence(card.checkedNote)}
  </p>
)

/** How one State's position is known: the sentence, its days, its steps, and what limits it. */
export const StateEvidence = ({ status, card, acts, link, go }: Props) => (
  <article>
    <p className="drawer-name">{status.name}</p>
    <p className="drawer-position">
      <Swatch paint={status.position} /> {positionWords(status.position)}
      {status.provisional && ', applying provisionally'}
    </p>
    <p className="drawer-sentence">{status.sentence}</p>
    <Days status={status} />
    <Limits status={status} card={card} />
    <Listed title="It may be" items={status.candidates.map(candidateWords)} />
    <Listed
      title="Withheld"
      items={status.withheld.map(({ kind, about, why }) => `${kind}, about ${about}: ${why}`)}
    />
    <Steps reasons={status.reasons} />
    <Listed title="Assumed" items={status.assumptions} />
    <Listed title="Notes" items={status.notes} />
    <Acts acts={acts} go={go} />
    <Citation status={status} card={card} link={link} />
  </article>
)
