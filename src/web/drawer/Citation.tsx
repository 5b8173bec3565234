import { inWords } from '../../core/calendar/index.ts'
import type { StatusAnswer, TreatyCard } from '../ask/answers.ts'
import { CopyButton } from '../parts/CopyButton.tsx'

interface Props {
  readonly status: StatusAnswer
  readonly card: TreatyCard
  readonly link: string
}

const citation = ({ status, card, link }: Props): string =>
  `${status.sentence} As known on ${inWords(status.known)}; ${card.title}, acts checked through ${inWords(status.checkedThrough)}. Pacta, ${link}`

/** The answer as it can be cited, the link and the command that reproduce it. */
export const Citation = (props: Props) => {
  const { status, link } = props
  const command = `pacta status ${status.state} ${status.treaty} --on ${status.on} --known ${status.known}`
  return (
    <section className="citation" aria-labelledby="cite-title">
      <h3 id="cite-title">Cite</h3>
      <blockquote>{citation(props)}</blockquote>
      <CopyButton text={citation(props)}>Copy the citation</CopyButton>
      <h3>Reproduce</h3>
      <p className="reproduce">
        <a href={link}>Link to this answer</a>
        <CopyButton text={link}>Copy the link</CopyButton>
      </p>
      <pre>
        <code>{command}</code>
      </pre>
    </section>
  )
}
