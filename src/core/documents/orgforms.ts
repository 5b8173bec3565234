import type { Span } from '../evidence/index.ts'
import type { Iso3, OrganisationKind } from '../states/index.ts'
import type { OrganisationMention, OrganisationValue, StateMention } from './mention.ts'
import { spanAt } from './sentences.ts'
import {
  endOf,
  gapAfter,
  isAllCaps,
  isWrappedAfter,
  keyAt,
  startOf,
  startsUpper,
  type Words,
  wordAt,
} from './words.ts'

/** What is known of a text where names are looked for by their forms. */
export interface NamesScene {
  readonly words: Words
  readonly states: readonly StateMention[]
  /** Names of treaties and laws, in which no organisation is looked for. */
  readonly taken: readonly Span[]
  /** Organisations whose bodies carry their name in front ("NATO Military Committee"), by that name. */
  readonly outer: ReadonlyMap<string, OrganisationValue>
}

/** An organisation found by the form of its name. */
export interface Formed {
  readonly span: Span
  readonly value: OrganisationValue
  readonly rule: string
}

type Type = OrganisationKind | 'unknown'

/** Nouns that head the names of organisations, by what they name. */
const HEADS: ReadonlyMap<string, Type> = new Map(
  (
    [
      [
        'gov',
        'ministry department government parliament senate army navy directorate embassy consulate legation administration gendarmerie marines armed-forces forces force guard police coastguard',
      ],
      ['university', 'university college academy polytechnic'],
      ['media', 'times tribune herald gazette chronicle observer newspaper magazine television tv'],
      ['company', 'corporation corp inc ltd llc gmbh plc industries systems aerospace'],
      ['ngo', 'foundation campaign coalition network association society federation trust watch'],
      [
        'unknown',
        'office bureau institute institution school centre center committee commission council organisation organization fund bank court tribunal alliance party movement assembly secretariat delegation authority service observatory forum initiative programme program board group union league agency mission unit division command corps brigade regiment laboratory',
      ],
    ] as const
  ).flatMap(([type, words]) => words.split(' ').map(word => [word, type] as const)),
)

/** Heads that are also common second words of other names, and count only with "of" or "for" after them or a proper name before. */
const NEEDS_NAME =
  /^(?:group|union|party|mission|unit|division|programme|program|service|office|board|initiative|authority|government|administration|times|watch|court|school|command|force|forces|guard|police)$/

const CONNECTS = /^(?:of|for|on|against|to)$/
const IN_AFTER = /^(?:embassy|consulate|legation|mission|delegation)$/
const GENERIC_LEFT =
  /^(?:the|a|an|this|that|these|those|its|their|his|her|our|my|your|in|on|at|by|of|to|from|with|for|as|and|or|but|when|while|if|after|before|since|both|every|each|any|all|some|no|other|another|many|several|two|three|one|first|second|third|new|former|then|also|however|meanwhile|senior|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|joint|under|through|until|although|because|despite|according|per|via|between|among|against|said|says|told|see|lead|leads|leading)$/
/** Words before a head that make the whole something else. */
const NOT_LEFT =
  /^(?:west|left|right|states?|contracting|non-state|third|sub|us-led|interested|warring|opposition)$/

const isCap = (words: Words, index: number): boolean => {
  const word = wordAt(words, index)
  return startsUpper(word) && !/^\d/.test(word)
}
const isJoined = (words: Words, index: number): boolean =>
  /^[ –-]$/.test(gapAfter(words, index)) || isWrappedAfter(words, index)

/** In a heading or a line of capitals every word has a capital, and capitals show nothing. */
const isInCaps = (words: Words, index: number): boolean =>
  isAllCaps(wordAt(words, index)) &&
  wordAt(words, index).length > 3 &&
  (isAllCaps(wordAt(words, index - 1)) || isAllCaps(wordAt(words, index + 1)))

/** The owner in a name: "People’s", "Survivors’"; not that of a State, which owns the whole. */
const ownerBefore = (words: Words, first: number): number | undefined => {
  const isPlural = /^[’'] $/.test(gapAfter(words, first - 1)) && keyAt(words, first - 1).endsWith('s')
  const isSingular = keyAt(words, first - 1) === 's' && /^[’']$/.test(gapAfter(words, first - 2))
  const owner = isPlural ? first - 1 : isSingular ? first - 2 : -1
  return owner >= 0 &&
    /^(?:people|peoples|survivors|victims|children|women|farmers|workers|veterans|lawyers|physicians|doctors|journalists|officers)$/.test(
      keyAt(words, owner),
    ) &&
    isCap(words, owner)
    ? owner
    : undefined
}

/** "New Zealand Labour Party". */
const isNewPlace = (words: Words, index: number): boolean =>
  keyAt(words, index) === 'new' &&
  /^(?:zealand|york|delhi|england|jersey|mexico|hampshire|south|caledonia|orleans|guinea)$/.test(
    keyAt(words, index + 1),
  )

/** Who joins in an organisation that is named after them and a State. */
const OF_MEMBERS = /^(?:veterans|friends|physicians|doctors|lawyers|women|children|workers|scouts|students)$/

const MOST_LEFT = 6
/** The first word of a name that ends with a head at `head`: the capitalised words before it. */
const leftOf = (words: Words, head: number): number => {
  let first = head
  while (head - first < MOST_LEFT && first > 0) {
    const before = first - 1
    const gap = gapAfter(words, before)
    // "People’s Defence Force", "Survivors’ Forum".
    const owner = ownerBefore(words, first)
    if (owner !== undefined) {
      first = owner
      continue
    }
    if (
      (/^ ?& ?$|^[ -]$/.test(gap) || isWrappedAfter(words, before)) &&
      isCap(words, before) &&
      (isNewPlace(words, before) || !GENERIC_LEFT.test(keyAt(words, before).replace(/[^a-z-]/g, '')))
    ) {
      first = before
      continue
    }
    const isAnd = /^(?:and|&)$/.test(keyAt(words, before)) && isCap(words, before - 1) && isCap(words, first)
    const inName =
      isAnd &&
      first < head &&
      /^(?:foreign|commonwealth|defence|defense|science|human|research|development|arms|control|peace|security|health|trade|law|political|legal|economic|social)$/.test(
        keyAt(words, before - 1),
      )
    // "Vietnam Veterans of America Foundation".
    if (keyAt(words, before) === 'of' && first < head && OF_MEMBERS.test(keyAt(words, before - 1))) {
      first = before - 1
      continue
    }
    if (inName && gap === ' ' && isJoined(words, before - 1)) {
      first = before - 1
      continue
    }
    break
  }
  return first
}

/** Who is against something in its name; a court is not "against Sudan". */
const AGAINST =
  /^(?:campaign|coalition|network|movement|alliance|union|initiative|league|association|federation|forum|front|committee)$/

/** Who holds an office is no part of the name of a body: "an endorsement by the General Assembly of the President's plan". */
const HOLDER = /^(?:president|secretary|minister|chairman|chair|king|queen|director|ambassador)$/

const MOST_RIGHT = 14
/** The last word of a name whose head is at `head`: "of Foreign Affairs and Trade of the Republic of Korea". */
const rightOf = (words: Words, head: number): number => {
  let last = head
  while (last - head < MOST_RIGHT) {
    const next = last + 1
    const key = keyAt(words, next)
    const isConnector =
      (CONNECTS.test(key) && (key !== 'against' || AGAINST.test(keyAt(words, head)))) ||
      (key === 'in' && IN_AFTER.test(keyAt(words, head)) && last === head)
    if (isConnector && gapAfter(words, last) === ' ') {
      const after = keyAt(words, next + 1) === 'the' ? next + 2 : next + 1
      if (!isCap(words, after) || gapAfter(words, next) !== ' ' || isMonth(words, after)) break
      if (HOLDER.test(keyAt(words, after)) && capRun(words, after) === after) break
      // "from Embassy in Washington to Department of ...": after the place "to" leads to another.
      if (key === 'to' && last > head) break
      last = capRun(words, after)
      continue
    }
    if (
      /^(?:and|&)$/.test(key) &&
      last > head &&
      isCap(words, next + 1) &&
      /^ $/.test(gapAfter(words, last)) &&
      isSameList(words, next + 1) &&
      !HEADS.has(keyAt(words, capRun(words, next + 1)))
    ) {
      last = capRun(words, next + 1)
      continue
    }
    break
  }
  return last
}

const isMonth = (words: Words, index: number): boolean =>
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
    keyAt(words, index),
  )

/** Fields of work that a ministry or institute has two of: "Foreign Affairs and Trade". */
const FIELDS =
  /^(?:trade|cooperation|development|international|european|defence|defense|security|peace|human|humanitarian|expatriates|integration|worship|mobility|culture|strategic|conflict|research|policy|disarmament|arms|non-proliferation|nonproliferation|religious|sports|sport|education|science|technology|abatement|red|freedom|justice|commonwealth|inclusion|analysis|verification|victims|public|worship|foreign|social|refugees|migration|home|internal|tourism|export)$/
const isSameList = (words: Words, index: number): boolean => FIELDS.test(keyAt(words, index))

/** "Department of Defense Policy on Cluster Munitions": a paper of the body, which ends its name. */
const isPaper = (words: Words, index: number): boolean =>
  /^(?:policy|strategy|directive|guidelines|guidance|instruction|report|statement|regulations?)$/.test(
    keyAt(words, index),
  ) && /^(?:on|for)$/.test(keyAt(words, index + 1))

/** The last of the capitalised words that run on from `first`. */
const capRun = (words: Words, first: number): number => {
  let last = first
  while (
    isCap(words, last + 1) &&
    /^(?: |-|–)$/.test(gapAfter(words, last)) &&
    last - first < 5 &&
    !isPaper(words, last + 1)
  )
    last++
  return last
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const stateIn = (states: readonly StateMention[], span: Span): Iso3 | undefined => {
  const at = spanAt(states, span.end)
  for (let index = at; index >= 0 && (states[index]?.start ?? -1) >= span.start; index--)
    if (states[index]) return states[index]?.value.iso3
  // "Norway's Ministry of Defence": the State stands before the name.
  const before = states[spanAt(states, span.start - 1)]
  return before && span.start - before.end <= 3 && before.end <= span.start ? before.value.iso3 : undefined
}

const formAt = (scene: NamesScene, head: number): Formed | undefined => {
  const { words, states } = scene
  const key = keyAt(words, head)
  const type = HEADS.get(key)
  if (!type || !isCap(words, head) || isInCaps(words, head)) return undefined
  const first = leftOf(words, head)
  const last = rightOf(words, head)
  if (first === head && last === head) return undefined
  if (NOT_LEFT.test(keyAt(words, head - 1)) && first < head) return undefined
  if (first === head && !/^(?:of|for|on|in|against|to)$/.test(keyAt(words, head + 1))) return undefined
  // "Embassy Oslo" has its city directly after it.
  const isShortened = last === head && /^(?:corp|inc|ltd)$/.test(key) && gapAfter(words, last).startsWith('.')
  const span = { start: startOf(words, first), end: endOf(words, last) + (isShortened ? 1 : 0) }
  if (scene.taken.some(one => one.start < span.end && span.start < one.end)) return undefined
  const name = words.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  if (NEEDS_NAME.test(key) && !isProper(scene, first, last, head)) return undefined
  const iso3 = stateIn(states, span)
  return {
    span,
    value: { id: slug(name), name, type, ...(iso3 && { iso3 }), listed: false },
    rule: 'organisation-form',
  }
}

/** Whether the words around a weak head make a name: two capitalised words before it, or a place or State in it. */
const isProper = ({ words, states }: NamesScene, first: number, last: number, head: number): boolean => {
  if (last > head && /^(?:of|for)$/.test(keyAt(words, head + 1))) return true
  if (head - first >= 2) return true
  const span = { start: startOf(words, first), end: endOf(words, head) }
  return head > first && states.every(state => state.end <= span.start || state.start >= span.end)
}

/** "Embassy Oslo", "Consulate Frankfurt": a mission by its city. */
const missionAt = ({ words, states }: NamesScene, head: number): Formed | undefined => {
  if (!/^(?:embassy|consulate|mission|usmission)$/.test(keyAt(words, head)) || !isCap(words, head))
    return undefined
  if (!isCap(words, head + 1) || gapAfter(words, head) !== ' ' || isInCaps(words, head)) return undefined
  const left = leftOf(words, head)
  const last = capRun(words, head + 1)
  const span = { start: startOf(words, left), end: endOf(words, Math.min(last, head + 2)) }
  const name = words.text.slice(span.start, span.end)
  const iso3 = stateIn(states, { start: span.start, end: startOf(words, head) })
  return {
    span,
    value: { id: slug(name), name, type: 'gov', ...(iso3 && { iso3 }), listed: false },
    rule: 'organisation-mission',
  }
}

/** "the Biden administration", "the Norwegian government" in its own name with a capital only. */
const administrationAt = ({ words }: NamesScene, head: number): Formed | undefined => {
  if (keyAt(words, head) !== 'administration' || !isCap(words, head - 1) || gapAfter(words, head - 1) !== ' ')
    return undefined
  const president = keyAt(words, head - 1)
  if (!/^(?:biden|trump|obama|bush|clinton|reagan|carter|nixon)$/.test(president)) return undefined
  const span = { start: startOf(words, head - 1), end: endOf(words, head) }
  return {
    span,
    value: {
      id: 'USG',
      name: `Government of the United States (${wordAt(words, head - 1)} administration)`,
      type: 'gov',
      iso3: 'USA' as Iso3,
      listed: true,
    },
    rule: 'organisation-administration',
  }
}

/** "British Red Cross", "Saudi-led coalition": what a State's word makes a name. */
const nationalAt = ({ words, states }: NamesScene, index: number): Formed | undefined => {
  const key = keyAt(words, index)
  const isSociety =
    (key === 'cross' || key === 'crescent') && keyAt(words, index - 1) === 'red' && isCap(words, index)
  const isLed = key === 'coalition' && keyAt(words, index - 1) === 'led' && gapAfter(words, index - 2) === '-'
  if (!isSociety && !isLed) return undefined
  const from = startOf(words, index - 1)
  const state = states[spanAt(states, from - 1)]
  // "American Red Cross" names no State, and a society all the same.
  const start =
    state && from - state.end === 1
      ? state.start
      : isSociety && keyAt(words, index - 2) === 'american'
        ? startOf(words, index - 2)
        : undefined
  if (start === undefined) return undefined
  const iso3 = state && state.start === start ? state.value.iso3 : ('USA' as Iso3)
  const span = { start, end: endOf(words, index) }
  const name = words.text.slice(span.start, span.end)
  const value = { id: slug(name), name, iso3, listed: false } as const
  return { span, value: { ...value, type: isSociety ? 'ngo' : 'armed-group' }, rule: 'organisation-national' }
}

/** A media name after "The": the article is part of it. */
const withArticle = (words: Words, { span, value, rule }: Formed): Formed => {
  if (value.type !== 'media') return { span, value, rule }
  const before = words.text.slice(span.start - 4, span.start)
  if (before !== 'The ') return { span, value, rule }
  return { span: { ...span, start: span.start - 4 }, value: { ...value, name: `The ${value.name}` }, rule }
}

const IN_BRACKETS = /^\s*\(\s*(?:the\s+)?["“'‘]?([A-Z][A-Za-z&/]{0,10}[A-Z])["”'’]?\s*[);,]/

/** Whether an acronym can stand for a name: its first letter begins one of the first words. */
const canStandFor = (acronym: string, name: string): boolean => {
  const initials = name
    .split(/[\s-]+/)
    .map(word => word.charAt(0).toUpperCase())
    .join('')
  return initials.includes(acronym.charAt(0).toUpperCase()) && acronym.length <= initials.length + 3
}

/** Acronyms that the text gives to organisations in brackets, with what they stand for. */
const acronymsOf = (
  text: string,
  named: readonly { readonly span: Span; readonly value: OrganisationValue }[],
): ReadonlyMap<string, { readonly value: OrganisationValue; readonly from: number }> => {
  const found = new Map<string, { readonly value: OrganisationValue; readonly from: number }>()
  for (const { span, value } of named) {
    const acronym = IN_BRACKETS.exec(text.slice(span.end, span.end + 24))?.[1]
    if (!acronym || found.has(acronym) || !canStandFor(acronym, text.slice(span.start, span.end))) continue
    found.set(acronym, { value, from: span.end })
  }
  return found
}

const boundMentions = ({ words }: NamesScene, bound: ReturnType<typeof acronymsOf>): readonly Formed[] => {
  if (bound.size === 0) return []
  const found: Formed[] = []
  for (let index = 0; index < words.starts.length; index++) {
    const meaning = bound.get(wordAt(words, index))
    if (meaning && startOf(words, index) >= meaning.from)
      found.push({
        span: { start: startOf(words, index), end: endOf(words, index) },
        value: meaning.value,
        rule: 'organisation-acronym',
      })
  }
  return found
}

/** Names of organisations by their forms, and the acronyms that the text gives them; `known` are those of the data. */
export const namedByForm = (scene: NamesScene, known: readonly OrganisationMention[]): readonly Formed[] => {
  const { words } = scene
  const found: Formed[] = []
  for (let head = 0; head < words.starts.length; head++) {
    const national = nationalAt(scene, head)
    if (!national && !HEADS.has(keyAt(words, head))) continue
    const formed = national ?? administrationAt(scene, head) ?? missionAt(scene, head) ?? formAt(scene, head)
    if (!formed) continue
    const whole = withArticle(words, formed)
    const last = found.at(-1)
    if (last && last.span.end > whole.span.start) {
      if (whole.span.end > last.span.end && whole.span.start <= last.span.start)
        found[found.length - 1] = whole
      continue
    }
    found.push(whole)
  }
  const named = [...found, ...known.map(({ start, end, value }) => ({ span: { start, end }, value }))]
  return [...found, ...boundMentions(scene, acronymsOf(words.text, named))]
}
