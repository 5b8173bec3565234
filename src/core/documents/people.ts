import type { Span } from '../evidence/index.ts'
import { type Iso3, isOn } from '../states/index.ts'
import { coverOf } from './cover.ts'
import type { PersonMention, PersonValue, StateMention } from './mention.ts'
import { type Candidate, candidatesIn, type PeopleScene, surnameKey } from './personruns.ts'
import { signOf } from './personsigns.ts'
import { spanAt } from './sentences.ts'
import { ADDRESS, DOES, holderOf, isTelling, SAID_BEFORE, speaksForState } from './titles.ts'
import { endOf, gapAfter, keyAt, keyOf, startOf, type Words, wordAt } from './words.ts'

const stateNear = (states: readonly StateMention[], from: number, to: number): Iso3 | undefined => {
  const at = states[spanAt(states, to)]
  return at && at.start >= from && at.end <= to ? at.value.iso3 : undefined
}

const OF_WHAT = / (?:of|for|to) /
const LONG_ROLE =
  /(?:^|[^\p{L}])((?:(?:Acting|Deputy|Assistant|Under|Permanent|Special|Principal|Senior|Vice|First|Foreign|Chief|Executive|High|State|Federal|Minister|Ambassador)[ -]){0,3}(?:Secretary|Minister|Director|Chairman|Chairwoman|Chair|Chief|Head|Commissioner|Ambassador|Representative|Director[- ]General|Coordinator|Rapporteur|Envoy|Adviser|Advisor) (?:of|for|to)(?: (?:the|and|of|for|[\p{Lu}][\p{L}-]+|UN|EU|NATO)){1,9}) $/u

/** "Permanent Representative to the UN" before a name: an office that says of what it is. */
const longRole = (text: string, start: number): string | undefined => {
  const match = LONG_ROLE.exec(text.slice(Math.max(0, start - 120), start))?.[1]
  return match !== undefined && !/ (?:the|and|of|for)$/.test(match) ? match : undefined
}

/** The office before a name, in the words of the text, with the adjective of a State before it. */
const roleBefore = (scene: PeopleScene, { first, titled }: Candidate): Pick<PersonValue, 'role' | 'iso3'> => {
  const { words, states } = scene
  const long = longRole(words.text, startOf(words, titled))
  if (long !== undefined && (titled === first || OF_WHAT.test(long))) {
    const iso3 = stateNear(states, startOf(words, first) - long.length - 30, startOf(words, first))
    return { role: long, ...(iso3 && { iso3 }) }
  }
  if (titled === first || (first - titled === 1 && ADDRESS.test(keyAt(words, titled)))) return {}
  const role = words.text.slice(startOf(words, titled), endOf(words, first - 1)).replace(/\s+/g, ' ')
  const iso3 = stateNear(states, startOf(words, titled) - 24, startOf(words, first))
  return { role, ...(iso3 && { iso3 }) }
}

interface Named {
  readonly candidate: Candidate
  readonly name: string
  readonly rule: string
  readonly role: Pick<PersonValue, 'role' | 'iso3'>
}

const nameOf = (words: Words, { first, last }: Candidate): string =>
  words.text.slice(startOf(words, first), endOf(words, last)).replace(/\s+/g, ' ')

const roleKnown = (scene: PeopleScene, name: string): Pick<PersonValue, 'role' | 'iso3'> => {
  const holder = holderOf(scene.known, surnameKey(name), scene.day)
  if (!holder || keyOf(holder.person) !== keyOf(name)) return {}
  // Who once held an office is somebody, and holds it no more.
  if (scene.day !== undefined && !isOn(holder, scene.day)) return {}
  const iso3 =
    /^[A-Z]{3}$/.test(holder.organisation) && holder.organisation !== 'ICR'
      ? (holder.organisation as Iso3)
      : undefined
  return { role: `${holder.office}, ${holder.organisation}`, ...(iso3 && { iso3 }) }
}

/** The full name that a surname stands for: the person named so before or after, or the holder of an office. */
const fullName = (
  { words, known, day }: PeopleScene,
  people: ReadonlyMap<string, string>,
  surname: string,
  { first, titled }: Candidate,
): string | undefined =>
  people.get(surnameKey(surname)) ?? holderOf(known, surname, day, words.keys.slice(titled, first))?.person

const MEDIUM: ReadonlySet<string> = new Set(['person-speaks', 'person-surname-speaks', 'person-given-alone'])

const mentionOf = (
  words: Words,
  { first, last }: Candidate,
  value: PersonValue,
  rule: string,
): PersonMention => {
  const span: Span = { start: startOf(words, first), end: endOf(words, last) }
  return {
    kind: 'person',
    ...span,
    text: words.text.slice(span.start, span.end),
    value,
    confidence: MEDIUM.has(rule) ? 'medium' : 'high',
    rule,
  }
}

/** Persons named in full or beside a title, with the surnames by which the text may call them again. */
const namedIn = (scene: PeopleScene, candidates: readonly Candidate[]): readonly Named[] =>
  candidates.flatMap(candidate => {
    const rule = signOf(scene, candidate)
    if (!rule) return []
    const name = nameOf(scene.words, candidate)
    return [{ candidate, name, rule, role: roleBefore(scene, candidate) }]
  })

const surnamesOf = ({ states }: PeopleScene, named: readonly Named[]): ReadonlyMap<string, string> => {
  const people = new Map<string, string>()
  for (const { name } of named) {
    if (!name.includes(' ')) continue
    const key = surnameKey(name)
    if (!people.has(key)) people.set(key, name)
  }
  // "Amb. Maro" once, and "Maro" after; "DR Congo" is nobody.
  const ofStates = new Set(states.map(({ text }) => surnameKey(text)))
  for (const { name, rule } of named) {
    const key = surnameKey(name)
    if (
      (rule === 'person-titled' || rule === 'person-surname-speaks') &&
      /^\p{Lu}\p{L}{4,}$/u.test(name) &&
      isTelling(name) &&
      !people.has(key) &&
      !ofStates.has(key)
    )
      people.set(key, name)
  }
  return people
}

const rolesOf = (named: readonly Named[]): ReadonlyMap<string, Pick<PersonValue, 'role' | 'iso3'>> => {
  const roles = new Map<string, Pick<PersonValue, 'role' | 'iso3'>>()
  for (const { name, role } of named)
    if (role.role !== undefined && !roles.has(surnameKey(name))) roles.set(surnameKey(name), role)
  return roles
}

const BIO = new Set(['bio', 'byline'])

/** "Thanks, Jake.", "Linda continued": somebody who is addressed or speaks by the given name alone. */
const isCalledByGiven = (words: Words, index: number): boolean => {
  const [start, end] = [startOf(words, index), endOf(words, index)]
  const before = words.text.slice(Math.max(0, start - 14), start)
  const after = words.text.slice(end, end + 12)
  return (
    (/(?:[Tt]hanks|[Tt]hank you|[Hh]ello|[Hh]i|[Hh]ey), $/.test(before) && /^[.,!?]/.test(after)) ||
    /^ (?:said|says|continued|added|replied|asked|told|wrote|answered|explained|insisted|argued)(?!\p{L})/u.test(
      after,
    )
  )
}

/** The authors that one given name can mean: "John and Dan both served". */
const givenAlone = (
  scene: PeopleScene,
  candidate: Candidate,
  named: readonly Named[],
): string | undefined => {
  const { words, zones } = scene
  if (candidate.first !== candidate.last) return undefined
  const isBio = BIO.has(zones[spanAt(zones, startOf(words, candidate.first))]?.type ?? 'body')
  if (!isBio && !isCalledByGiven(words, candidate.first)) return undefined
  const key = keyAt(words, candidate.first)
  const bearers = new Set(
    named.map(one => one.name).filter(name => name.includes(' ') && keyOf(name.split(' ')[0] ?? '') === key),
  )
  return bearers.size === 1 ? [...bearers][0] : undefined
}

/** "the Bush administration" shows whom a surname means that is a word too: all that stand so, in small letters. */
const administrationsIn = ({ text }: Words): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/(?<!\p{L})(\p{L}{3,20}?)[’']?s? administration\b/giu)].map(([, name = '']) =>
      name.toLowerCase(),
    ),
  )

/** "Trump said" in the days of a president of that name: a common surname beside what only a person does. */
const isLeading = ({ words, known, day, isTelegram }: PeopleScene, { first, last }: Candidate): boolean => {
  const isOwner = isTelegram && /^[’']$/.test(gapAfter(words, last)) && keyAt(words, last + 1) === 's'
  const acts = isOwner || (DOES.test(keyAt(words, last + 1)) && gapAfter(words, last) === ' ')
  const isNamed = SAID_BEFORE.test(keyAt(words, first - 1)) && gapAfter(words, first - 1) === ' '
  if (day === undefined || !(acts || isNamed)) return false
  const holder = holderOf(known, wordAt(words, first), day)
  return holder !== undefined && speaksForState(holder) && isOn(holder, day)
}

/** A surname alone, or a name again: who is meant. */
const again = (
  scene: PeopleScene,
  candidate: Candidate,
  people: ReadonlyMap<string, string>,
  administrations: ReadonlySet<string>,
): { readonly name: string; readonly rule: string } | undefined => {
  const { words } = scene
  const name = nameOf(words, candidate)
  const key = surnameKey(name)
  const before = people.get(key)
  if (before && (candidate.first === candidate.last || before.endsWith(name)))
    return { name: before, rule: 'person-surname' }
  if (candidate.first !== candidate.last) return undefined
  const holder =
    isTelling(name) || administrations.has(name.toLowerCase()) || isLeading(scene, candidate)
      ? holderOf(scene.known, name, scene.day)
      : undefined
  return holder && { name: holder.person, rule: 'person-office-holder' }
}

const LABEL = /^[ \t]*((?:MR|MS|MRS|DR)\.? )?(\p{Lu}[\p{L}’'-]{1,20})(?=:\s)/gmu

/** "NADIA:", "LINDQVIST:": who speaks in a transcript, by the given name or surname of somebody named elsewhere. */
const labelled = (words: Words, people: ReadonlyMap<string, string>): readonly PersonMention[] => {
  const names = new Map<string, string>()
  for (const [surname, name] of people) {
    names.set(surname, name)
    const given = keyOf(name.split(' ')[0] ?? '')
    names.set(given, names.has(given) && names.get(given) !== name ? '' : name)
  }
  return [...words.text.matchAll(LABEL)].flatMap(match => {
    const label = match[2] ?? ''
    const name = names.get(keyOf(label))
    const end = match.index + match[0].length
    if (!name) return []
    const span = { start: end - label.length, end }
    return [
      { kind: 'person', ...span, text: label, value: { name }, confidence: 'medium', rule: 'person-label' },
    ]
  })
}

const HEADLINE = new Set(['title', 'heading'])

/** "Sample Welcomes Ban": of a run of capitals in a headline, the surname of somebody whom the text names in full. */
const inHeadline = (
  { words, zones }: PeopleScene,
  people: ReadonlyMap<string, string>,
  candidate: Candidate,
): readonly PersonMention[] => {
  const { first, last } = candidate
  const name = people.get(keyAt(words, first))
  const zone = zones[spanAt(zones, startOf(words, first))]?.type ?? 'body'
  if (first === last || name === undefined || !HEADLINE.has(zone) || !DOES.test(keyAt(words, first + 1)))
    return []
  return [mentionOf(words, { ...candidate, last: first }, { name }, 'person-surname')]
}

const ADMINISTRATION =
  /(?<=\b(?:[Tt]he|on|of|by) )(\p{Lu}\p{Ll}{2,14})[-–](\p{Lu}\p{Ll}{2,14})(?=(?:[’']s)? [Aa]dministration)/gu

/** "the Biden-Harris Administration": two who hold an office on the day. */
const paired = ({ words, known, day }: PeopleScene): readonly PersonMention[] =>
  [...words.text.matchAll(ADMINISTRATION)].flatMap(match => {
    const names = [match[1] ?? '', match[2] ?? '']
    const holders = names.map(name => holderOf(known, name, day))
    if (holders.includes(undefined)) return []
    const starts = [match.index, match.index + (names[0]?.length ?? 0) + 1]
    return names.map((text, at) => ({
      kind: 'person' as const,
      start: starts[at] ?? 0,
      end: (starts[at] ?? 0) + text.length,
      text,
      value: { name: holders[at]?.person ?? text },
      confidence: 'medium' as const,
      rule: 'person-office-holder',
    }))
  })

/** The persons that a text names, each with the full name where the text or the data gives it. */
export const personMentions = (scene: PeopleScene): readonly PersonMention[] => {
  const { words } = scene
  const candidates = candidatesIn(scene)
  const named = namedIn(scene, candidates)
  const people = surnamesOf(scene, named)
  const roles = rolesOf(named)
  const administrations = administrationsIn(words)
  const byFirst = new Map(named.map(one => [one.candidate.first, one]))
  const found = candidates.flatMap(candidate => {
    const one = byFirst.get(candidate.first)
    const who = one
      ? {
          name: one.name.includes(' ')
            ? one.name
            : (fullName(scene, people, one.name, candidate) ?? one.name),
          rule: one.rule,
        }
      : again(scene, candidate, people, administrations)
    if (!who) {
      const alone = givenAlone(scene, candidate, named)
      return alone
        ? [mentionOf(words, candidate, { name: alone, partial: true }, 'person-given-alone')]
        : inHeadline(scene, people, candidate)
    }
    const role =
      one?.role.role !== undefined
        ? one.role
        : { ...roleKnown(scene, who.name), ...roles.get(surnameKey(who.name)) }
    return [mentionOf(words, candidate, { name: who.name, ...role }, who.rule)]
  })
  const cover = coverOf(found)
  return [
    ...found,
    ...[...labelled(words, people), ...paired(scene)].filter(one => !cover.touches(one)),
  ].toSorted((a, b) => a.start - b.start)
}
