import { type Day, parseDay } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import type { CableFrame } from './cable/index.ts'
import type { StatedDate } from './dateforms.ts'
import { type DateHit, datesIn } from './dates.ts'
import { foreignDates } from './foreigndates.ts'
import { isDateLine, isPlaceAndMoment, isProse } from './forms.ts'
import type { StatedFacts } from './frame.ts'
import type { Line } from './lines.ts'
import type { DateValue } from './mention.ts'
import type { DocumentKind, DocumentProblem, Published, Zone, ZoneType } from './reading.ts'
import { plainValue } from './resolve.ts'
import { GAZETTE } from './titleforms.ts'
import { wordsOf } from './words.ts'

const CUE =
  /(?:^|[^\p{L}])(?:(?:originally |first )?(?:published|posted|issued|released|(?:immediate )?release)|dated?(?! of\b)|date of (?:issue|publication)|publié(?! par)|congressional record volume|ausgegeben|veröffentlicht|created|publicado|publicaci[oó]n|fecha de presentación|date de (?:présentation|soumission)|publication|veröffentlichung|pubblicazione|journal officiel|jorf|j\. ?o\.|núm\.|distr\.:|date of submission|submitted on|h[cl] deb|presented to parliament|laid before parliament|tabled)(?!\p{L})[^!?]{0,80}$/iu
const UPDATED =
  /(?:^|[^\p{L}])(?:last )?(?:updated|modified|revised|retrieved|accessed|mis à jour|aktualisiert|actualizado)(?!\p{L}).{0,40}$/iu
/** The name of such a field on the line above its day. */
const UPDATED_ABOVE = /^(?:date )?(?:last )?(?:updated|modified|revised|reviewed) ?:?$/i
const DATELINE_BEFORE = /^\(?\p{Lu}[\p{L}.,/'’ -]{1,50}[, (|]+$/u
const DATELINE_AFTER = /^\)?,?\s*(?:\([\p{L} .]{2,30}\)\s*)?(?:[—–]|--?(?=\s))/u
/** What may stand beside a date on a line of its own: a place, an hour, a byline; all of it capitalised. */
const BESIDE =
  /^(?:[•·*] )?\(?(?:, )?(?:\[?(?:[\p{Lu}\d][\p{L}\d.'’]*|and|of|the|on|de|del|la|p\.m\.|a\.m\.)\]?[ ,|:/–—-]+)*$/u
/** What calls a text a release, before its day. */
const RELEASED =
  /^(?:communiqué(?: de presse)?|(?:press|media|news) (?:release|statement)|pressemitteilung|medienmitteilung|nota de prensa|comunicado(?: de prensa)?) ?[-–—|:,·•]? ?(?:of |du |vom |del? |le )?$/i
const AFTER_DATE = /^[\s.,)]*(?:[|–—-]|at\b|\d{1,2}[:.]\d{2}|$)/i
/** At the end of a document a day with words after it is one of a list: "13 March 2025 — Daily briefing". */
const AFTER_LAST_DATE = /^[\s.,)]*$/

/** The place, the weekday, the volume or the number of an issue around its day: "Vol. 456 Cape Town 19 June 2003 No. 25112". */
const isIssueLine = (text: string): boolean =>
  text.length <= 70 &&
  /(?:19|20)\d{2}(?:[ ,]{1,3}n[°ºo.]{1,2} ?[\d./-]{1,9})?$/iu.test(text) &&
  /^(?:n[°ºo.]{1,2} ?\d|vol\. ?\d|\p{Lu}[\p{L} ]{2,24}(?:,| -| –| \d))/iu.test(text) &&
  !/\b(?:assent|commence|sign|promulg|adopt|act|law|ley|loi|lei|legge|decree|decreto|the \d)/i.test(text)

/** The number of an issue and its day: "N° 441 du 31 mai 2018". */
const NUMBERED_DAY =
  /^(?:n[°ºo]|no|nr|núm)\.? ?[\d/-]{1,9},? (?:du|de|del|vom|of) \d{1,2} .{3,12} (?:de )?(?:19|20)\d{2}$/iu

/** Until when a text of a law is kept, and when it was last changed. */
const KEPT_UNTIL =
  /(?<!\p{L})(?:current to|amended on|consolidated (?:to|as of)|in force (?:on|as of)|as at) $/iu

/** An issue of two months: "May/June 2021". */
const TWO_MONTHS = /(?:^| )\p{Lu}\p{L}{2,8}\.? ?[/–-] ?$/u

const PUBLISHED_BEFORE = /\bpreviously published\b/i

/** The pages of records that stand beside a text: "PV 13/09/2023 - 14". */
const RECORD_PAGE = /(?<![A-Z])(?:PV|CRE) $/

/** The day of the constitution under which a parliament sits stands in its letterhead. */
const CONSTITUTION = /^constitution du $/i

/** A day run together with the name of a field: "Adopted28 ". */
const GLUED = /\p{L}\d{1,2}\s?$/u
/** A paragraph of a resolution names the days of other papers. */
const PREAMBULAR = /^(?:\p{Lu}\p{L}{2,16}ing|having|noting)(?!\p{L})/iu
/** The head of a record of debates: "Deuxième séance du mardi 11 avril 2017". */
const SITTING =
  /(?<!\p{L})(?:séance|sitzung|sesión|sitting|seduta) (?:du|vom|del|of|am|di)(?: \p{L}{3,12},?)? $/iu
const ADOPTED = /^adopted by the security council\b.{0,90}\bon $/i

/** What happened to the treaty or the act that a document is about, on a day of its own. */
const OF_TREATY =
  /\b(?:adopted|opened for signature|signed(?: at)?|done at|concluded|entry into force|entered into force|in force since|deposited|ratified|acceded)\b[*: ]{0,6}(?:(?:at|in|on) )?(?:\p{Lu}[\p{L}’' -]{1,30}(?:,| on)? ?)?(?:on )?$/iu
/** A line that ends with the place of signing, over a line that begins with its day. */
const PLACE_ABOVE = /\b(?:signed|done) at$/i

const NEAR_TOP = 15
const NEAR_END = 6
/** A page may have much above its title. */
const FURTHEST_TOP = 80

const FAR_ABOVE = 1
const PRESS: ReadonlySet<DocumentKind> = new Set(['news', 'opinion', 'blog', 'unknown'])

/** What is titled by the day on which it was said. */
const SPOKEN: ReadonlySet<DocumentKind> = new Set(['statement', 'transcript'])

/** What the date of a document is told from. */
export interface Dating {
  readonly lines: readonly Line[]
  readonly hits: readonly DateHit[]
  readonly zones: readonly Zone[]
  readonly cable: CableFrame | null
  readonly stated: StatedFacts
  readonly kind: DocumentKind
  readonly given: Day | undefined
}

interface Candidate extends Span {
  readonly value: DateValue
  /** The lower, the more plainly the text says that it is the date of the document. */
  readonly rank: number
}

/** The head of a gazette: its name on the line itself, or on one above a line that is no more than a date. */
const isOfGazette = (line: Line, above: readonly Line[]): boolean =>
  GAZETTE.test(line.text) ||
  (isIssueLine(line.text) && above.some(one => GAZETTE.test(one.text) && one.text.length <= 90)) ||
  ((isDateLine(line.text) || NUMBERED_DAY.test(line.text)) &&
    above.some(one => GAZETTE.test(one.text) && one.text.length <= 90))

/** Blanks in a row, with which a copy of a page keeps its columns apart, as two. */
const squeezed = (words: string): string => words.replace(/ {3,}/g, '  ')

/** "Presented to Parliament ... by Command of Her Majesty", over the month in which a treaty is laid. */
const LAID_ABOVE = /^presented to (?:both houses of )?parliament\b/i

/** From how far on a line a day that dates the document stands, in UTF-16 units. */
const LONGEST_LEAD = 1000

/** How plainly a date on a line says that it is the document's; undefined when it does not. */
const rankOf = (
  line: Line,
  index: number,
  count: number,
  above: readonly Line[],
  date: Span & { readonly form: StatedDate['form'] },
): number | undefined => {
  const offset = Math.max(0, date.start - line.start)
  if (offset > LONGEST_LEAD) return undefined
  const before = squeezed(line.text.slice(0, offset))
  const behind = Math.max(0, date.end - line.start)
  const after = squeezed(line.text.slice(behind, behind + LONGEST_LEAD))
  if (before.length > 160 || (index >= NEAR_TOP && index < count - NEAR_END)) return undefined
  const atTop = index < NEAR_TOP
  const atEdge = atTop || index >= count - NEAR_END
  if (after.startsWith(')') && !before.includes('(')) return undefined
  if (TWO_MONTHS.test(before) || PUBLISHED_BEFORE.test(before)) return undefined
  if (before + after === '' && above.some(one => LAID_ABOVE.test(one.text))) return 0
  if (RECORD_PAGE.test(before) || KEPT_UNTIL.test(before)) return undefined
  if (OF_TREATY.test(before) || PLACE_ABOVE.test(above.at(-1)?.text ?? '')) return undefined
  if (CONSTITUTION.test(before) || GLUED.test(before) || PREAMBULAR.test(before)) return undefined
  if (index < 6 && (ADOPTED.test(before) || SITTING.test(before))) return 2
  if (before === '' && UPDATED_ABOVE.test(above.at(-1)?.text ?? '')) return undefined
  if (UPDATED.test(before)) return atTop && before.length <= 60 ? 4 : undefined
  if (atTop && line.text.length <= 160 && isOfGazette(line, above)) return 0
  const isLine = !isProse(line.text) || line.text.startsWith('(')
  if (atEdge && isLine && before.length <= 120 && after.length <= 120 && CUE.test(before)) return 0
  if (index < 10 && DATELINE_BEFORE.test(before) && DATELINE_AFTER.test(after)) return 1
  const alone =
    before.length <= 60 &&
    after.length <= 40 &&
    (before === '' || BESIDE.test(before) || RELEASED.test(before)) &&
    AFTER_DATE.test(after)
  if (!alone || (date.form === 'year' && before + after !== '')) return undefined
  return atTop ? 2 : atEdge && before.length <= 30 && AFTER_LAST_DATE.test(after) ? 3 : undefined
}

const HIDDEN: ReadonlySet<ZoneType> = new Set([
  'related',
  'faq',
  'link-farm',
  'article-info',
  'heading',
  'hidden',
  'footnote',
  'annotation',
])

/** Furniture states the date of a document only near its top, as the head of a gazette does; a heading right below the title. */
const counts = (type: ZoneType | undefined, index: number, below: number): boolean =>
  type !== undefined &&
  (!HIDDEN.has(type) || (type === 'heading' && below === 1)) &&
  (type !== 'furniture' || index < NEAR_TOP || (below > -4 && below <= 4))

interface Dated extends Span {
  readonly value: DateValue
  readonly form: StatedDate['form']
}

/** The dates of the first and the last lines, in the languages that are read. */
const datesOf = (lines: readonly Line[], hits: readonly DateHit[]): readonly Dated[] => {
  const english = hits.flatMap(({ found }): Dated[] => {
    const value = 'relative' in found ? undefined : plainValue(found)
    return value && !('relative' in found)
      ? [{ start: found.start, end: found.end, value, form: found.form }]
      : []
  })
  const edges = [
    ...lines.slice(0, FURTHEST_TOP),
    ...lines.slice(Math.max(FURTHEST_TOP, lines.length - NEAR_END)),
  ]
  const others = edges.flatMap(line => foreignDates(line))
  const isPart = (one: Dated): boolean =>
    others.some(other => other.start <= one.start && one.end <= other.end)
  const kept = english.filter(one => !isPart(one))
  const isNew = (one: Dated): boolean => !kept.some(two => two.start < one.end && one.start < two.end)
  return [...kept, ...others.filter(isNew)].toSorted((a, b) => a.start - b.start)
}

const lineBefore = (line: Line, date: Span): string =>
  line.text.slice(0, Math.max(0, date.start - line.start))

/** A notification of the depositary bears its day at its end; the days above are those of the treaty and of the act. */
const isNotification = (lines: readonly Line[]): boolean =>
  lines.slice(0, NEAR_TOP).some(({ text }) => /\bC\.N\.\d{1,4}\.\d{4}\.TREATIES/.test(text))

const candidates = (
  lines: readonly Line[],
  hits: readonly DateHit[],
  zones: readonly Zone[],
  kind: DocumentKind,
): readonly Candidate[] => {
  const isPress = PRESS.has(kind)
  const titled = zones.find(one => one.type === 'title')
  const above = titled ? lines.filter(line => line.end <= titled.start).length : 0
  const last = titled ? lines.findLastIndex(line => line.start < titled.end) : -1
  const found: Candidate[] = []
  let index = 0
  let zone = 0
  const isFromEnd = isNotification(lines)
  for (const date of datesOf(lines, hits)) {
    while (index + 1 < lines.length && (lines[index + 1]?.start ?? 0) <= date.start) index++
    while (zone + 1 < zones.length && (zones[zone + 1]?.start ?? 0) <= date.start) zone++
    const line = lines[index]
    if (isFromEnd && line && isDateLine(line.text) && line.text.length < 30 && index > NEAR_TOP)
      found.push({ ...date, rank: 0 })
    if (isFromEnd) continue
    const isField =
      index < NEAR_TOP && zones[zone]?.type === 'heading' && line && CUE.test(lineBefore(line, date))
    if (!line || date.value.precision === 'range') continue
    if (!isField && !counts(zones[zone]?.type, index, index - last)) continue
    const isInTitle =
      zones[zone] === titled && SPOKEN.has(kind) && date.value.precision === 'day' && date.end === titled?.end
    const isOfResolution =
      zones[zone] === titled && kind === 'resolution' && /\bresolution of $/i.test(lineBefore(line, date))
    const isByline = zones[zone]?.type === 'byline' && date.value.precision === 'day'
    if (isByline && isPlaceAndMoment(line.text)) {
      found.push({ ...date, rank: 1 })
      continue
    }
    const rank =
      rankOf(
        line,
        Math.max(0, index - above),
        lines.length - above,
        lines.slice(Math.max(0, index - 5), index),
        date,
      ) ??
      ((isByline &&
        !UPDATED.test(lineBefore(line, date)) &&
        !KEPT_UNTIL.test(lineBefore(line, date)) &&
        !UPDATED_ABOVE.test(lines[index - 1]?.text ?? '')) ||
      isInTitle ||
      isOfResolution
        ? 3
        : undefined)
    // What stands far above a title is rarely of its document.
    const isFar = isPress && index < above - FAR_ABOVE && rank !== undefined && rank > 0
    if (rank !== undefined) found.push({ ...date, rank: isFar ? rank + 0.5 : rank })
  }
  return found
}

const ISO_START = /^(\d{4}-\d{2}-\d{2})/

/** As programs write a day without marks, and as some write it with the year last: "Fri Mar 13 21:30:09 EST 2015". */
const UNMARKED = /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/
const YEAR_LAST = /^\p{L}{3},? (\p{L}{3} \d{1,2}) [\d:]{5,8} (?:\p{L}{3,4} )?((?:19|20)\d{2})$/u

/** A day, a month or a year in words or figures, as the head of a file may write it. */
const inWordsOfFile = (published: string): Published | undefined => {
  const text = published.replace(YEAR_LAST, '$1, $2').replace(UNMARKED, '$1-$2-$3').slice(0, 60)
  const line: Line = { text, start: 0, end: text.length, opens: true }
  const [first] = datesOf([line], datesIn(wordsOf(text)))
  return first && { value: first.value.edtf, basis: 'stated', interval: first.value.interval }
}

/** The day that the file states outside its text. */
const byFile = ({ published = '' }: StatedFacts): Published | undefined => {
  const day = parseDay(ISO_START.exec(published)?.[1] ?? '')
  return day ? { value: day, basis: 'stated', interval: { from: day, until: day } } : inWordsOfFile(published)
}

/** Of two statements equally plain the finer one is meant. */
const FINENESS = { day: 0, week: 1, month: 2, season: 3, year: 4, range: 5, duration: 6 } as const

/** Laws and treaties carry the days of their making; only a gazette says when they were published. */
const OFFICIAL: ReadonlySet<DocumentKind> = new Set(['law', 'treaty'])

/** The date by which a document says that it was published; the plainest statement, then the first. */
const statedIn = ({ lines, hits, zones, stated, kind }: Dating): Published | undefined => {
  const [best] = candidates(lines, hits, zones, kind)
    .filter(one => one.rank === 0 || !OFFICIAL.has(kind))
    .toSorted((a, b) => a.rank - b.rank || FINENESS[a.value.precision] - FINENESS[b.value.precision])
  const file = byFile(stated)
  if (!best || (file && best.rank > 1)) return file
  const { value, start, end } = best
  return { value: value.edtf, basis: 'stated', interval: value.interval, start, end }
}

const ofCable = (cable: CableFrame): Published | undefined => {
  const { dateTimeGroup } = cable.header
  return dateTimeGroup ? onDay(dateTimeGroup) : undefined
}

const onDay = ({ day, start, end }: Span & { readonly day: Day }): Published => ({
  value: day,
  basis: 'stated',
  interval: { from: day, until: day },
  start,
  end,
})

/** As its header says, or else the record of the archive above it. */
const ofMessage = (cable: CableFrame, parts: Dating): Published | undefined =>
  ofCable(cable) ?? ofHeaderLine(cable, parts) ?? (cable.recordedDay ? onDay(cable.recordedDay) : undefined)

const LEAD_OF_DAY =
  /^(?:dated? ?:? *|(?:(?:cable|tele|air)gram(?: (?:no\. ?)?[a-z]{0,4}\d[\w./-]{0,10}){0,2} )?\p{Lu}[\p{L} .’'-]{2,36} ?[,;] )/iu
/** The hour of the place, behind the day in a printed volume: "—5 p. m." */
const HOUR_BEHIND = /^ ?(?:—|–|, )?(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\. ?m\.|noon|midnight)/

/** A line of a cable's header that is a date and nothing else; the days of its classification are none of its own. */
const ofHeaderLine = (cable: CableFrame, { lines, hits }: Dating): Published | undefined => {
  const header = lines.filter(line => line.start >= cable.start && line.end <= cable.bodyStart)
  const dated = datesOf(header, hits)
  for (const line of header) {
    const from = line.start + (LEAD_OF_DAY.exec(line.text)?.[0].length ?? 0)
    const date = dated.find(
      ({ start, end }) =>
        start === from &&
        (end >= line.end - 1 || HOUR_BEHIND.test(line.text.slice(Math.max(0, end - line.start)))),
    )
    if (date?.value.precision === 'day') {
      const { value, start, end } = date
      return { value: value.edtf, basis: 'stated', interval: value.interval, start, end }
    }
  }
  return undefined
}

const UNKNOWN: Published = { value: null, basis: 'unknown', interval: null }

const contradiction = (given: Day, stated: Published): DocumentProblem => ({
  kind: 'date-contradicted',
  message: `The date given is ${given}; the text states ${stated.value}.`,
  ...(stated.start !== undefined && { start: stated.start }),
  ...(stated.end !== undefined && { end: stated.end }),
})

/** The date of a document: the one given wins over the one stated, and a contradiction is a problem. */
export const publishedOf = (
  parts: Dating,
): { readonly published: Published; readonly problems: readonly DocumentProblem[] } => {
  const { cable, given } = parts
  const found = cable ? ofMessage(cable, parts) : statedIn(parts)
  if (given === undefined) return { published: found ?? UNKNOWN, problems: [] }
  const { interval } = found ?? UNKNOWN
  const differs = interval !== null && (given < interval.from || given > interval.until)
  return {
    published: { value: given, basis: 'given', interval: { from: given, until: given } },
    problems: differs && found ? [contradiction(given, found)] : [],
  }
}
