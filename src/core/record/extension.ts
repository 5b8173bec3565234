import type { PartialDay } from '../calendar/index.ts'
import type { Iso3 } from '../states/index.ts'
import type { Cell } from './cell.ts'
import { dayCell, type Entry, mustFollow, type Recorded, stateIn, textCell, textIn, wordIn } from './entry.ts'
import type { Kind } from './kind.ts'

/** `requested`: the request was seen, no decision; `withheld`: a grant is believed but not verified. */
export const EXTENSION_STATUSES = ['granted', 'requested', 'withheld'] as const
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number]

interface ExtensionFacts {
  readonly state: Iso3
  /** The article whose deadline it concerns: `3`, `4`. */
  readonly article: string
  readonly asked: Cell<PartialDay>
  readonly decided: Cell<PartialDay>
  /** The id of a meeting in `meetings.csv`. */
  readonly meeting: Cell<string>
  /** The day granted; for a request, the day asked for. A day is stored, never a duration. */
  readonly until: Cell<PartialDay>
  readonly status: ExtensionStatus
}
/** One step of extending a deadline: a grant, a request without known answer, or a grant that is withheld. */
export type Extension = ExtensionFacts & Recorded

const checkUntil = (entry: Entry, status: ExtensionStatus | undefined, until: Cell<PartialDay>): void => {
  if (status === 'granted' && until.is === 'nothing')
    entry.wrong('A granted extension has no day.', 'Write the day granted, or ? where it is withheld.')
  if (status === 'withheld' && until.is !== 'withheld')
    entry.wrong('A withheld extension shows its day.', 'Write ? in column until.')
}

const articleIn = (entry: Entry): string | undefined => {
  const article = textIn(entry, 'article')
  if (article === undefined || /^\d+$/.test(article)) return article
  return entry.wrong(
    `"${article}" in column article is not an article.`,
    'Write the number alone, for example 4.',
  )
}

export const EXTENSION: Kind<ExtensionFacts> = {
  columns: ['state', 'article', 'asked', 'decided', 'meeting', 'until', 'status'],
  key: ['state', 'article', 'asked', 'decided', 'meeting', 'until', 'status'],
  read: entry => {
    const state = stateIn(entry, 'state')
    const article = articleIn(entry)
    const asked = dayCell(entry, 'asked')
    const decided = dayCell(entry, 'decided')
    const until = dayCell(entry, 'until')
    const status = wordIn(entry, 'status', EXTENSION_STATUSES)
    mustFollow(entry, asked, decided)
    checkUntil(entry, status, until)
    if (!state || article === undefined || !status) return undefined
    return { state, article, asked, decided, meeting: textCell(entry, 'meeting'), until, status }
  },
}
