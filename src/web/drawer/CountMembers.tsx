import { type Day, inWords } from '../../core/calendar/index.ts'
import { CopyButton } from '../parts/CopyButton.tsx'
import { RULE_WORDS } from '../words.ts'
import type { Count, Place } from '../world.ts'

interface Props {
  readonly count: Count
  readonly title: string
  readonly on: Day
  readonly known: Day
  readonly link: string
  readonly open: (iso3: string) => void
}

const Members = ({
  places,
  open,
}: {
  readonly places: readonly Place[]
  readonly open: (iso3: string) => void
}) => (
  <ul className="members">
    {places.map(({ iso3, name }) => (
      <li key={iso3}>
        <button type="button" className="as-link" onClick={() => open(iso3)}>
          {name}
        </button>
      </li>
    ))}
  </ul>
)

/** Who stands behind a number, and the rule by which they are counted. */
export const CountMembers = ({ count, title, on, known, link, open }: Props) => {
  const { one, many, name, says } = RULE_WORDS[count.rule]
  const number = count.members.length
  const sentence = `${number} ${number === 1 ? one : many}`
  const whole = `${sentence}: ${title}, on ${inWords(on)}, as known on ${inWords(known)} (counting rule: ${name}). Pacta, ${link}`
  return (
    <article>
      <p className="drawer-name">{sentence}</p>
      <p className="drawer-sentence">
        {title}, on {inWords(on)}, as known on {inWords(known)}.
      </p>
      <p className="rule-words">
        <strong>Counting rule: {name}.</strong> {says}
      </p>
      {count.undecided.length > 0 && (
        <section>
          <h3>Not decidable, not counted</h3>
          <Members places={count.undecided} open={open} />
        </section>
      )}
      <section>
        <h3>Members</h3>
        {number === 0 && <p className="empty">No State on this day.</p>}
        <Members places={count.members} open={open} />
      </section>
      <section className="citation">
        <h3>Cite</h3>
        <blockquote>{whole}</blockquote>
        <CopyButton text={whole}>Copy the citation</CopyButton>
      </section>
    </article>
  )
}
