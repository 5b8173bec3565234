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

const SHARED = '(?:has|have|had|did|does|do)'
/** How a clause begins that says of somebody else whether the deed was done: "; Chile", "but Chile", ", while Chile". */
const OTHER_CLAUSE =
  /^[^.;:,]{0,60}(?:[;,] (?:but |and |while |whereas |though |although |yet )?| (?:and|but|while|whereas|though|although) )(?=(?:the )?)/
const ELIDED = new RegExp(`^ ${SHARED}(?: (not|never)|(n[’']t))?(?: yet| so)?(?=[.;,]|$)`)
/** "and Norway did so a year later" */
const LIKEWISE = /^ (?:did|has done|had done|have done) (?:so|the same|likewise)(?!\p{L})/u

/** The row of actors that begins right at a place. */
const rowAt = (scene: EventScene, place: number, until: number) => {
  const at = spanAt(scene.actors, place)
  return scene.actors[at]?.start === place ? rowFrom(scene, at, until) : []
}

/** "Chile has not": whether those who stand at a place have done the deed told last. */
const elidedAt = (scene: EventScene, told: Deed, place: number, until: number): Deed | undefined => {
  const { text } = scene.words
  const row = rowAt(scene, place + (/^[Tt]he /.exec(text.slice(place, place + 4))?.[0].length ?? 0), until)
  const last = row.at(-1)
  const parties = row.flatMap(one => partyOf(one) ?? [])
  if (!last || parties.length === 0 || !ECHOED.test(told.trigger.family) || told.isFuture) return undefined
  const rest = text.slice(last.end, until)
  const likewise = told.isNegated ? null : LIKEWISE.exec(rest)
  const verb = likewise ?? ELIDED.exec(rest)
  if (!verb) return undefined
  const isNegated = verb[1] !== undefined || verb[2] !== undefined
  // "Peru has signed; Chile has": nobody writes so but of what was denied.
  if (!isNegated && !likewise && !told.isNegated) return undefined
  return {
    ...told,
    start: place,
    end: last.end + verb[0].length,
    parties,
    isNegated,
    governor: '',
    rule: 'echo',
  }
}

/** "Peru has ratified it; Chile has not", "Peru has not, but Chile has": what the next clause says of somebody else. */
export const elidedOf = (scene: EventScene, deed: Deed, sentence: Span): Deed | undefined => {
  const lead = OTHER_CLAUSE.exec(scene.words.text.slice(deed.end, sentence.end))
  return lead ? elidedAt(scene, deed, deed.end + lead[0].length, sentence.end) : undefined
}

const SAME = new RegExp(`^(?:(So)|Neither|Nor) ${SHARED} (?:the )?`)
const BEGINS = /^(?:But |Yet |And |However, )?/

/** "So has Chile.", "Chile has not.": a sentence that says no more than who else has done the deed told last, or has not. */
export const elidedIn = (
  scene: EventScene,
  { start, end }: Span,
  told: Deed | undefined,
): Deed | undefined => {
  if (!told || start - told.end > FARTHEST) return undefined
  const text = scene.words.text.slice(start, end)
  const same = SAME.exec(text)
  if (!same) return elidedAt(scene, told, start + (BEGINS.exec(text)?.[0].length ?? 0), end)
  const row = rowAt(scene, start + same[0].length, end)
  const last = row.at(-1)
  const parties = row.flatMap(one => partyOf(one) ?? [])
  const isWhole = last !== undefined && /^[.!]?\s*$/.test(scene.words.text.slice(last.end, end))
  const isDenied = told.isNegated || told.governor !== ''
  if (!isWhole || parties.length === 0 || !ECHOED.test(told.trigger.family)) return undefined
  return (same[1] === undefined) === isDenied
    ? { ...told, start, end: last.end, parties, rule: 'echo' }
    : undefined
}

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
