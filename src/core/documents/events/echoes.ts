import type { Span } from '../../evidence/index.ts'
import { spanAt } from '../sentences.ts'
import { endOf } from '../words.ts'
import { partyOf, subjectOf } from './clauses.ts'
import type { Deed, EventScene } from './deed.ts'
import { rowFrom } from './objects.ts'
import { clauseOf } from './verbclause.ts'

const ECHO =
  /^[^.;:,]{0,60}(?:, (?:as|and so|so) (?:has|have|had|did|do|does|will)|,? (?:and )?(neither|nor) (?:has|have|had|did|do|does|will)) (?:the )?/
/** Of what has been told these can be done by another as well. */
const ECHOED = /^(?:treaty-act|transfer|use|production|stockpile)$/

/** "Turkey refused to sign, as did Egypt", "has not signed it, and neither has Russia": the same deed of somebody else. */
export const echoOf = (scene: EventScene, deed: Deed, sentence: Span): Deed | undefined => {
  const { actors, words } = scene
  const rest = words.text.slice(deed.end, sentence.end)
  const echo = ECHO.exec(rest)
  if (!echo || !ECHOED.test(deed.trigger.family)) return undefined
  const isDenied = deed.isNegated || deed.governor !== ''
  if (echo[1] !== undefined && !isDenied) return undefined
  const place = deed.end + echo[0].length
  const at = spanAt(actors, place)
  const row = actors[at]?.start === place ? rowFrom(scene, at, sentence.end) : []
  const own = row.flatMap(one => partyOf(one) ?? [])
  const last = row.at(-1)
  // "as did Myanmar’s air force"
  const forces = last
    ? (/^['’]s(?: \p{Ll}[\p{L}-]*){1,3}/u.exec(words.text.slice(last.end, sentence.end))?.[0] ?? '')
    : ''
  const parties = own.map((one, index) =>
    index === own.length - 1 ? { ...one, name: `${one.name}${forces}` } : one,
  )
  const lead = /(?:neither|nor|as|so) \p{L}+ (?:the )?$/u.exec(echo[0])?.index
  return parties.length === 0
    ? undefined
    : {
        ...deed,
        start: deed.end + (lead ?? 0),
        end: (last?.end ?? place) + forces.length,
        parties,
        rule: 'echo',
      }
}

const FARTHEST = 400

/** "Germany would not follow suit": the deed told last, done or not done by somebody else; `verb` is the index of "follow". */
export const followOf = (
  scene: EventScene,
  verb: number,
  sentence: Span,
  told: Deed | undefined,
): Deed | undefined => {
  const { words } = scene
  const end = endOf(words, verb + 1)
  if (!told || !ECHOED.test(told.trigger.family) || end - told.end > FARTHEST) return undefined
  const clause = clauseOf(scene, verb, sentence)
  const subject = clause && subjectOf(scene, clause.manner.before, clause.from)
  if (!clause || !subject) return undefined
  return {
    ...told,
    word: verb,
    start: subject.start,
    end,
    parties: subject.parties,
    isNegated: told.isNegated !== clause.manner.isNegated,
    isFuture: told.isFuture || clause.manner.isFuture,
    subject,
    rule: 'echo',
  }
}
