import { type Day, inWords } from '../../core/calendar/index.ts'
import type { TreatyCard } from '../ask/answers.ts'
import { asSentence } from '../words.ts'

interface Props {
  readonly on: Day
  readonly card: TreatyCard
  readonly complaints: readonly string[]
}

const Checked = ({ card, beyond }: { readonly card: TreatyCard; readonly beyond: boolean }) => (
  <>
    {beyond && <strong>Beyond the data. </strong>}
    {beyond ? 'As far as known: the pack was checked through ' : 'Checked through '}
    {inWords(card.checkedThrough)}. {!card.complete && <strong>Incomplete. </strong>}
    {asSentence(card.checkedNote)}
  </>
)

const Limits = ({ on, card }: Omit<Props, 'complaints'>) => {
  const beyond = on > card.checkedThrough
  return (
    <div className={beyond || !card.complete ? 'ribbon' : 'ribbon is-calm'}>
      <p className={beyond ? undefined : 'is-unsaid'}>
        <Checked card={card} beyond />
      </p>
      <p className={beyond ? 'is-unsaid' : undefined}>
        <Checked card={card} beyond={false} />
      </p>
    </div>
  )
}

/**
 * What limits every answer on the page. It cannot be dismissed, and takes the same room whether the day is beyond
 * the data or not (both sentences are laid in one place), so that nothing moves while the day is dragged.
 */
export const Ribbons = ({ on, card, complaints }: Props) => (
  <div className="ribbons">
    {complaints.map(text => (
      <p key={text} className="ribbon" role="alert">
        {text}
      </p>
    ))}
    <Limits on={on} card={card} />
  </div>
)
