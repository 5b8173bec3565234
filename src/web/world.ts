import type { Day } from '../core/calendar/index.ts'
import { foldName } from '../core/states/index.ts'
import { RULES, type Rule, type StateLine, type Stretch, type TimelinesAnswer } from './ask/answers.ts'
import { PAINTS, type Paint } from './words.ts'

/** One State (or place on the map) on the day asked about. */
export interface Place {
  readonly iso3: string
  readonly name: string
  readonly paint: Paint
  /** Why there is nothing to say of it; empty where there is. */
  readonly why: string
  /** The first day of the position, over stretches that differ in something else. */
  readonly since: Day | null
  /** Absent for a territory that is drawn on the map and is no State in the register. */
  readonly stretch: Stretch | null
}

export interface Count {
  readonly rule: Rule
  readonly members: readonly Place[]
  readonly undecided: readonly Place[]
}

/** The world under one treaty on one day: everything the page shows of it. */
export interface WorldOn {
  readonly places: ReadonlyMap<string, Place>
  /** The places by position, in the order of the legend, each by name. */
  readonly groups: ReadonlyMap<Paint, readonly Place[]>
  readonly counts: Readonly<Record<Rule, Count>>
}

const indexOn = (line: StateLine, on: Day): number =>
  line.segments.findLastIndex(({ from }) => from === null || from <= on)

const sinceOf = (line: StateLine, index: number): Day | null => {
  const is = line.segments[index]?.position
  let first = index
  while (first > 0 && line.segments[first - 1]?.position === is) first--
  return line.segments[first]?.from ?? null
}

const whyNothing = (line: StateLine): string =>
  line.kind === 'entity' ? 'Not treated as a State by the depositaries' : 'Not a State on this day'

const placeOf = (line: StateLine, on: Day): Place | undefined => {
  const index = indexOn(line, on)
  const stretch = line.segments[index]
  if (!stretch) return undefined
  const silent = stretch.position === 'non_party' && (!stretch.exists || line.kind === 'entity')
  if (silent && line.kind === 'historical') return undefined
  return {
    iso3: line.iso3,
    name: line.name,
    paint: silent ? 'no_data' : stretch.position,
    why: silent ? whyNothing(line) : '',
    since: silent ? null : sinceOf(line, index),
    stretch,
  }
}

/** Territories that the map draws and the register, which holds States, does not. */
const TERRITORIES: readonly Place[] = (
  [
    ['ATF', 'French Southern Territories'],
    ['FLK', 'Falkland Islands (Malvinas)'],
    ['GRL', 'Greenland'],
    ['NCL', 'New Caledonia'],
    ['PRI', 'Puerto Rico'],
  ] as const
).map(([iso3, name]) => ({
  iso3,
  name,
  paint: 'no_data',
  why: 'A territory, not a State; the map does not show territorial declarations',
  since: null,
  stretch: null,
}))

const byName = new Intl.Collator('en')

/** A line of the map and the lists through all days. */
export interface Line {
  readonly name: string
  readonly on: (day: Day) => Place | undefined
}

/** The States of an answer and the territories on the map, by name. */
export const linesOf = ({ states }: TimelinesAnswer): readonly Line[] =>
  [
    ...states.map((line): Line => ({ name: line.name, on: day => placeOf(line, day) })),
    ...TERRITORIES.map((place): Line => ({ name: place.name, on: () => place })),
  ].sort((a, b) => byName.compare(a.name, b.name))

export const worldOn = (lines: readonly Line[], on: Day): WorldOn => {
  const all = lines.flatMap(line => line.on(on) ?? [])
  const counting = (rule: Rule): Count => ({
    rule,
    members: all.filter(place => place.stretch?.counts[rule] === 'yes'),
    undecided: all.filter(place => place.stretch?.counts[rule] === 'undecided'),
  })
  return {
    places: new Map(all.map(place => [place.iso3, place])),
    groups: new Map(PAINTS.map(paint => [paint, all.filter(place => place.paint === paint)])),
    counts: Object.fromEntries(RULES.map(rule => [rule, counting(rule)])) as Record<Rule, Count>,
  }
}

/** The States that cannot be decided under some counting rule. */
export const undecidedIn = ({ counts }: WorldOn): readonly Place[] => [
  ...new Set(RULES.flatMap(rule => counts[rule].undecided)),
]

/** Whether a name has a word that begins with what was typed, whatever its case and accents. */
export const isNamed = (name: string, typed: string): boolean => {
  const wanted = foldName(typed)
  return wanted === '' || ` ${foldName(name)}`.includes(` ${wanted}`)
}
