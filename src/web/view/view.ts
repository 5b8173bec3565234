import { type Day, parseDay } from '../../core/calendar/index.ts'
import { RULES, type Rule, type TreatiesAnswer } from '../ask/answers.ts'
import { AREA_NAMES, type AreaName } from '../map/areas.ts'
import { PAINTS, type Paint } from '../words.ts'

/** What the drawer shows: how a State's position is known, or the members of a count. */
export type Opened =
  | { readonly is: 'state'; readonly iso3: string }
  | { readonly is: 'count'; readonly rule: Rule }

/** Everything the page shows, as it stands in the address. */
export interface View {
  readonly treaty: string
  readonly on: Day
  readonly known: Day
  readonly tab: 'map' | 'table'
  readonly area: AreaName
  /** The positions shown; all of them when empty. */
  readonly only: readonly Paint[]
  readonly opened: Opened | null
}

const FIRST_CHOICE = 'ccm'

const openedIn = (asked: URLSearchParams): Opened | null => {
  const iso3 = asked.get('state')
  const rule = RULES.find(name => name === asked.get('count'))
  if (iso3) return { is: 'state', iso3: iso3.toUpperCase() }
  return rule ? { is: 'count', rule } : null
}

export interface Read {
  readonly view: View
  /** What in the address could not be followed, and what is shown instead. */
  readonly complaints: readonly string[]
}

/** Reads the view from an address. What cannot be followed is replaced by the default and complained of. */
export const readView = (search: string, { today, treaties }: TreatiesAnswer): Read => {
  const asked = new URLSearchParams(search)
  const complaints: string[] = []
  const dayIn = (name: string, meaning: string): Day => {
    const text = asked.get(name)
    const found = text === null ? today : parseDay(text)
    if (!found)
      complaints.push(
        `The address asks for ${meaning} "${text}", which is not a day; today is shown instead.`,
      )
    return found ?? today
  }
  const fallback = treaties.find(card => card.id === FIRST_CHOICE) ?? treaties[0]
  const wanted = asked.get('treaty')
  const treaty = wanted === null ? fallback : treaties.find(card => card.id === wanted)
  if (!treaty)
    complaints.push(
      `There is no treaty "${wanted}" here; ${fallback?.title ?? 'none'} is shown instead. Choose one from the list.`,
    )
  const paints = (asked.get('only') ?? '').split(',')
  const view: View = {
    treaty: (treaty ?? fallback)?.id ?? '',
    on: dayIn('on', 'the day'),
    known: dayIn('known', 'what was known on'),
    tab: asked.get('tab') === 'table' ? 'table' : 'map',
    area: AREA_NAMES.find(name => name === asked.get('area')) ?? 'world',
    only: PAINTS.filter(paint => paints.includes(paint)),
    opened: openedIn(asked),
  }
  return { view, complaints }
}

/** The address of a view, from `?` on. Treaty and both days always stand in it. */
export const writeView = (view: View): string => {
  const asked = new URLSearchParams({ treaty: view.treaty, on: view.on, known: view.known })
  if (view.tab !== 'map') asked.set('tab', view.tab)
  if (view.area !== 'world') asked.set('area', view.area)
  if (view.only.length > 0) asked.set('only', view.only.join(','))
  if (view.opened?.is === 'state') asked.set('state', view.opened.iso3)
  if (view.opened?.is === 'count') asked.set('count', view.opened.rule)
  return `?${asked.toString().replaceAll('%2C', ',')}`
}

/** The link that reproduces one State's answer. */
export const linkTo = (view: View): string =>
  new URL(writeView({ ...view, tab: 'map', area: 'world', only: [] }), document.baseURI).href
