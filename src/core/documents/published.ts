import type { Day } from '../calendar/index.ts'
import type { CableOutline } from './cable.ts'
import type { StatedDate } from './dateforms.ts'
import type { DateHit } from './dates.ts'
import type { Line } from './lines.ts'
import type { DateValue } from './mention.ts'
import type { DocumentProblem, Published, Zone } from './reading.ts'
import { plainValue } from './resolve.ts'

const CUE =
  /(?:^|[^\p{L}])(?:(?:originally |first )?(?:published|posted|issued|released)|dated?|date of (?:issue|publication))\b[^.!?]{0,80}$/iu
const UPDATED = /(?:^|[^\p{L}])(?:last )?(?:updated|modified|revised|retrieved|accessed)\b.{0,40}$/iu
const DATELINE_BEFORE = /^\(?\p{Lu}[\p{L}.,/'’ -]{1,50}[, (]+$/u
const DATELINE_AFTER = /^\)?,?\s*(?:\([\p{L} .]{2,30}\)\s*)?(?:[—–]|--?(?=\s))/u
/** What may stand beside a date on a line of its own: a place, an hour, a byline; all of it capitalised. */
const BESIDE = /^\(?(?:(?:[\p{Lu}\d][\p{L}\d.'’]*|and|of|the|on|p\.m\.|a\.m\.)[ ,|:/–—-]+)*$/u
const AFTER_DATE = /^[\s.,)]*(?:[|–—-]|at\b|\d{1,2}[:.]\d{2}|$)/i

const NEAR_TOP = 15
const NEAR_END = 6

interface Candidate {
  readonly date: StatedDate
  readonly value: DateValue
  /** The lower, the more plainly the text says that it is the date of the document. */
  readonly rank: number
}

/** How plainly a date on a line says that it is the document's; undefined when it does not. */
const rankOf = (line: Line, index: number, count: number, date: StatedDate): number | undefined => {
  const before = line.text.slice(0, Math.max(0, date.start - line.start))
  const after = line.text.slice(Math.max(0, date.end - line.start))
  if (before.length > 160 || (index >= NEAR_TOP && index < count - NEAR_END)) return undefined
  const atTop = index < NEAR_TOP
  const atEdge = atTop || index >= count - NEAR_END
  if (UPDATED.test(before)) return atTop && before.length <= 60 ? 4 : undefined
  if (atEdge && before.length <= 120 && after.length <= 120 && CUE.test(before)) return 0
  if (index < 10 && DATELINE_BEFORE.test(before) && DATELINE_AFTER.test(after)) return 1
  const alone =
    before.length <= 60 &&
    after.length <= 40 &&
    (before === '' || BESIDE.test(before)) &&
    AFTER_DATE.test(after)
  if (!alone || (date.form === 'year' && before + after !== '')) return undefined
  return atTop ? 2 : atEdge && before.length <= 30 ? 3 : undefined
}

const HIDDEN = new Set(['related', 'faq', 'link-farm', 'article-info', 'heading'])

const candidates = (
  lines: readonly Line[],
  hits: readonly DateHit[],
  zones: readonly Zone[],
): readonly Candidate[] => {
  const found: Candidate[] = []
  let index = 0
  let zone = 0
  for (const { found: date } of hits) {
    while (index + 1 < lines.length && (lines[index + 1]?.start ?? 0) <= date.start) index++
    while (zone + 1 < zones.length && (zones[zone + 1]?.start ?? 0) <= date.start) zone++
    const line = lines[index]
    const value = 'relative' in date ? undefined : plainValue(date)
    if (
      !line ||
      'relative' in date ||
      !value ||
      value.precision === 'range' ||
      HIDDEN.has(zones[zone]?.type ?? '')
    )
      continue
    const rank = rankOf(line, index, lines.length, date)
    if (rank !== undefined) found.push({ date, value, rank })
  }
  return found
}

/** The date by which a document says that it was published; the plainest statement, then the first. */
const statedIn = (
  lines: readonly Line[],
  hits: readonly DateHit[],
  zones: readonly Zone[],
): Published | undefined => {
  const [best] = candidates(lines, hits, zones).toSorted((a, b) => a.rank - b.rank)
  if (!best) return undefined
  const { value, date } = best
  return { value: value.edtf, basis: 'stated', interval: value.interval, start: date.start, end: date.end }
}

const ofCable = (cable: CableOutline): Published | undefined => {
  const { dateTime } = cable
  if (!dateTime) return undefined
  const { day, start, end } = dateTime
  return { value: day, basis: 'stated', interval: { from: day, until: day }, start, end }
}

const UNKNOWN: Published = { value: null, basis: 'unknown', interval: null }

const contradiction = (given: Day, stated: Published): DocumentProblem => ({
  kind: 'date-contradicted',
  message: `The date given is ${given}; the text states ${stated.value}.`,
  ...(stated.start !== undefined && { start: stated.start }),
  ...(stated.end !== undefined && { end: stated.end }),
})

/** The date of a document: the one given wins over the one stated, and a contradiction is a problem. */
export const publishedOf = (parts: {
  readonly lines: readonly Line[]
  readonly hits: readonly DateHit[]
  readonly zones: readonly Zone[]
  readonly cable: CableOutline | null
  readonly given: Day | undefined
}): { readonly published: Published; readonly problems: readonly DocumentProblem[] } => {
  const { lines, hits, zones, cable, given } = parts
  const stated = (cable && ofCable(cable)) ?? statedIn(lines, hits, zones)
  if (given === undefined) return { published: stated ?? UNKNOWN, problems: [] }
  const { interval } = stated ?? UNKNOWN
  const differs = interval !== null && (given < interval.from || given > interval.until)
  return {
    published: { value: given, basis: 'given', interval: { from: given, until: given } },
    problems: differs && stated ? [contradiction(given, stated)] : [],
  }
}
