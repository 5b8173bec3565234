import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { dayIn, type Entry, type Recorded, stateCell, textIn } from './entry.ts'
import type { Kind } from './kind.ts'

interface StatedPositionFacts {
  readonly state: Cell<Iso3>
  /** An organisation, where no State speaks. */
  readonly body: string
  readonly question: string
  readonly stance: string
  readonly speaker: string
  readonly day: PartialDay
  /** The speaker's words, at most 20, in `language`; empty where none were seen. */
  readonly quotation: string
  readonly language: string
}
/** What a State or an organisation said on a question, through whom and when. */
export type StatedPosition = StatedPositionFacts & Recorded

const MOST_WORDS = 20

const checkQuotation = (entry: Entry): void => {
  const quotation = entry.row.get('quotation')
  const words = quotation.split(/\s+/).length
  if (words > MOST_WORDS)
    entry.wrong(
      `The quotation has ${words} words.`,
      `Shorten it to ${MOST_WORDS}; mark what is left out as [...].`,
    )
  if (quotation !== '' && !/^[a-z]{2}$/.test(entry.row.get('language')))
    entry.wrong('The quotation has no language.', 'Write its ISO 639-1 code, for example en.')
}

export const POSITION: Kind<StatedPositionFacts> = {
  columns: ['state', 'body', 'question', 'stance', 'speaker', 'day', 'quotation', 'language'],
  key: ['state', 'body', 'question', 'speaker', 'day', 'quotation', 'source'],
  read: entry => {
    const state = stateCell(entry, 'state')
    const texts = { body: entry.row.get('body'), quotation: entry.row.get('quotation') }
    const question = textIn(entry, 'question')
    const stance = textIn(entry, 'stance')
    const speaker = textIn(entry, 'speaker')
    const day = dayIn(entry, 'day')
    if ((entry.row.get('state') === '') === (texts.body === ''))
      entry.wrong('A position is that of one state or one body.', 'Fill exactly one of state and body.')
    checkQuotation(entry)
    if (!question || !stance || !speaker || !day) return undefined
    return { state, ...texts, question, stance, speaker, day, language: entry.row.get('language') }
  },
}
