import type { Day } from '../calendar/index.ts'
import type { Span } from '../evidence/index.ts'
import { type Iso3, isOn } from '../states/index.ts'
import { type Cover, coverOf } from './cover.ts'
import type { PeopleKnown } from './lexicon.ts'
import type { PersonMention, PersonValue, StateMention } from './mention.ts'
import type { Zone } from './reading.ts'
import { spanAt } from './sentences.ts'
import { ADDRESS, DOES, holderOf, isTelling, OF_OFFICE, OFFICE, SAID_BEFORE } from './titles.ts'
import {
  endOf,
  gapAfter,
  isAllCaps,
  keyAt,
  keyOf,
  startOf,
  startsUpper,
  type Words,
  wordAt,
} from './words.ts'

/** Where persons are looked for. */
export interface PeopleScene {
  readonly words: Words
  readonly known: PeopleKnown
  readonly states: readonly StateMention[]
  /** Names of organisations, treaties, laws and meetings, in which no person is looked for. */
  readonly taken: Cover
  /** Authors that the structure of the document gives. */
  readonly authors: readonly string[]
  readonly zones: readonly Zone[]
  /** The day of the document, where it is known. */
  readonly day: Day | undefined
  /** Whether it is a telegram, which calls those whom its readers know by their surnames alone. */
  readonly isTelegram: boolean
}

/** A run of words that may be the name of a person. */
interface Candidate {
  readonly first: number
  readonly last: number
  /** The first word of the titles before the name. */
  readonly titled: number
}

const PARTICLE =
  /^(?:de|del|della|di|da|dos|das|do|du|des|la|le|van|von|der|den|ter|ten|zu|bin|ibn|al|el|ould|y|e|af|av|auf)$/
/** Words with a capital that are never in a name of a person. */
const NEVER =
  /^(?:ahead|shadow|amid|friend|friends|tells|says|said|told|calls|urges|warns|meets|signs|asks|waiting|has|have|had|did|does|do|is|are|was|were|will|would|can|could|should|might|must|let|asked|until|once|only|even|like|unlike|the|a|an|and|or|but|in|on|at|by|of|to|from|with|for|as|if|when|while|after|before|since|because|although|however|this|that|these|those|he|she|it|they|we|i|you|his|her|its|their|our|my|your|who|what|why|how|where|which|no|not|yes|now|then|there|here|so|also|both|each|every|some|many|most|all|other|new|under|over|between|among|during|according|although|despite|instead|earlier|later|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|north|south|east|west|northern|southern|eastern|western|central|middle|europe|africa|asia|pacific|atlantic|arctic|baltic|balkans|caucasus|convention|treaty|protocol|article|articles|state|states|parties|party|conference|meeting|meetings|session|summit|war|world|cold|human|rights|humanitarian|international|national|federal|united|nations|union|republic|kingdom|army|navy|force|forces|ministry|minister|department|government|parliament|congress|senate|house|committee|commission|council|court|office|agency|institute|university|college|school|center|centre|group|coalition|campaign|association|foundation|society|fund|bank|street|avenue|road|square|river|lake|mount|mountain|sea|ocean|island|islands|gulf|bay|city|county|province|district|region|airport|base|church|mosque|hospital|news|press|times|post|journal|radio|television|review|report|monitor|cluster|munition|munitions|landmine|landmines|mine|mines|bomb|bombs|weapons|weapon|missile|act|law|code|decree|order|policy|plan|action|day|week|month|year|christmas|easter|prize|award|photo|image|source|sources|question|answer|note|notes|annex|table|figure|chapter|section|page|paragraph|resolution|statement|declaration|agreement|accord|process|group|working|special|general|annual|first|second|third|fourth|fifth|twelfth|high|contracting|security|defense|defence|foreign|affairs|secretary|president|prime|ambassador|director|chairman|mr|mrs|ms|dr|islam|christian|muslim|jewish|catholic|orthodox|christians|muslims|god|internet|facebook|twitter|youtube|google|english|spanish|arabic|french|german|russian|chinese|american|british|end|begin|secret|confidential|unclassified|noforn|sipdis|summary|comment|subject|ref|tags|embassy|post|posts|department's|basin|valley|tech|delta|strait|corridor|washington|london|paris|geneva|oslo|brussels|moscow|berlin|vienna|rome|madrid|tokyo|beijing|ottawa|kyiv|kiev|vilnius|ankara|athens)$/

const isNameWord = (words: Words, index: number): boolean => {
  const word = wordAt(words, index)
  return startsUpper(word) && !/\d/.test(word) && !NEVER.test(keyAt(words, index)) && word.length < 24
}

/** "J." and "J.D."; "A" and "I" only with their point. */
const isInitial = (words: Words, index: number): boolean => {
  const word = wordAt(words, index)
  // "Q" at the head of a line is who asks.
  if (word === 'Q' && !gapAfter(words, index).startsWith('.')) return false
  if (word === 'A' || word === 'I') return gapAfter(words, index).startsWith('.')
  const isShort = word.length === 1 || word.charAt(1) === '.'
  return isShort && /^(?:\p{Lu}|(?:\p{Lu}\.)+\p{Lu}?)$/u.test(word)
}

/** Whether two words of a name may stand so: "J. D. Vance", "Jean-Marie", "O'Brien", "al-Assad". */
const isNameGap = (words: Words, index: number): boolean => {
  const gap = gapAfter(words, index)
  if (/^(?: |\u00a0|-|‑|['’])$/.test(gap)) return true
  return isInitial(words, index) && /^\.?[ \u00a0]?$/.test(gap)
}

const MOST = 5

/** The second half of a given name in small letters: "Jong-un", "Ki-moon"; "Bush-era" is none. */
const isSecondPart = (words: Words, last: number, next: number): boolean =>
  gapAfter(words, last) === '-' &&
  /^\p{Ll}{2,5}$/u.test(wordAt(words, next)) &&
  /^\p{Lu}\p{Ll}{1,4}$/u.test(wordAt(words, last)) &&
  !/^(?:era|led|like|style|based|run|held|wide|born|made|day|days|time|old|free|only|part|year|back|out|up|to|in|on|off|and|or)$/.test(
    wordAt(words, next),
  )

/** The second half in "Sa’ad". */
const isAfterApostrophe = (words: Words, last: number, next: number): boolean =>
  /^['’]$/.test(gapAfter(words, last)) &&
  /^\p{Lu}\p{Ll}{1,2}$/u.test(wordAt(words, last)) &&
  /^\p{Ll}{2,4}$/u.test(wordAt(words, next)) &&
  !/^(?:ll|ve|re)$/.test(wordAt(words, next))

/** An office inside a run of capitals, with a name behind it: "Senate Minority Leader Harry Reid". */
const isTitleInRun = (words: Words, index: number): boolean =>
  OFFICE.test(keyAt(words, index)) && gapAfter(words, index) === ' ' && isNameWord(words, index + 1)

/** Letters after a name that are no part of it. */
const POST_NOMINAL = /^(?:M\.?P\.?|MEP|MSP|MLA|QC|KC|AM|AO|CBE|OBE|MBE|TD|M\.D\.|Ph\.?D\.?)$/

/** The last word of a name that begins at `first`. */
const nameEnd = (words: Words, first: number, taken: Cover): number => {
  let last = first
  while (last - first < MOST && isNameGap(words, last)) {
    let next = last + 1
    while (
      PARTICLE.test(keyAt(words, next)) &&
      !startsUpper(wordAt(words, next)) &&
      isNameGap(words, next) &&
      next - last < 3
    )
      next++
    if (last > first && isSecondPart(words, last, next)) {
      last = next
      continue
    }
    // "Sa’ad": a short first half before the apostrophe.
    if (last > first && isAfterApostrophe(words, last, next)) {
      last = next
      continue
    }
    if (isTitleInRun(words, next) || POST_NOMINAL.test(wordAt(words, next))) break
    const isName =
      isNameWord(words, next) || (keyAt(words, next) === 'islam' && startsUpper(wordAt(words, next)))
    if (!isName && !(isInitial(words, next) && wordAt(words, next) !== 'I')) break
    if (taken.touches({ start: startOf(words, next), end: endOf(words, next) })) break
    // "Gates's" ends a name, "O'Brien" does not.
    if (/['’]/.test(gapAfter(words, last)) && wordAt(words, last).length > 2) break
    last = next
  }
  return last
}

/** The first word of the titles and offices directly before a name; the name's own first word where there are none. */
const titlesBefore = (words: Words, first: number): number => {
  let at = first
  let isTitled = false
  while (first - at < 6) {
    const key = keyAt(words, at - 1)
    const gap = gapAfter(words, at - 1)
    const isAddress = ADDRESS.test(key) && /^\.? ?$/.test(gap) && gap !== ''
    const isOffice = OFFICE.test(key) && /^\.? $|^ $|^\n$/.test(gap)
    if (isAddress || isOffice) isTitled = true
    else if (!(isTitled && OF_OFFICE.test(key) && /^[ -]$/.test(gap))) break
    at--
  }
  return isTitled ? at : first
}

/** "Don MacKay" is called Don, "Don Pedro" is addressed so. */
const isCalledDon = ({ words, known }: PeopleScene, index: number): boolean =>
  wordAt(words, index) === 'Don' &&
  isNameWord(words, index + 1) &&
  !known.givenNames.has(keyAt(words, index + 1))

const candidatesIn = (scene: PeopleScene): readonly Candidate[] => {
  const { words, taken, states } = scene
  const found: Candidate[] = []
  for (let first = 0; first < words.starts.length; first++) {
    const isStart =
      isNameWord(words, first) ||
      (isInitial(words, first) && wordAt(words, first) !== 'I' && /^\.? ?$/.test(gapAfter(words, first)))
    if (!isStart) continue
    const at = startOf(words, first)
    if (taken.touches({ start: at, end: endOf(words, first) })) continue
    // A title is no name, and the name of a State begins none.
    const key = keyAt(words, first)
    const isTitle =
      (ADDRESS.test(key) && !isCalledDon(scene, first)) || OFFICE.test(key) || OF_OFFICE.test(key)
    if (isTitle && !isAllCaps(wordAt(words, first))) continue
    const state = states[spanAt(states, at)]
    // "DR Congo" is no doctor.
    if (state && state.start < at && state.end >= endOf(words, first)) continue
    if (state && state.start === at && titlesBefore(words, first) === first) {
      if (state.end >= endOf(words, first)) continue
    }
    const last = nameEnd(words, first, taken)
    found.push({ first, last, titled: titlesBefore(words, first) })
    first = last
  }
  return found
}

const AFTER_NAME =
  /^(?: @\w|, who )|^, (?:Assistant|Deputy|Under|Acting|Associate|Permanent|Executive|Principal) (?:Under )?(?:Secretary|Director|Administrator|Commissioner|Representative|Minister|Chief)\b|^, (?:\d{2},|(?:the |an? |its |his |her |then |now )?(?:[\p{L}\p{N}.’'-]+ ){0,5}?(?:president|minister|secretary|ambassador|envoy|director|spokes\w+|representative|chief|head|chair\w*|adviser|advisor|analyst|professor|researcher|fellow|editor|author|lawyer|commissioner|commander|general|coordinator|campaigner|activist|survivor|deminer|official|officer|diplomat|delegate|senator|lawmaker|deputy|member|leader|expert|historian|journalist|correspondent|manager|officer|founder|co-founder|veteran|surgeon|doctor|farmer|teacher|student|mother|father|counsel)\b)/u

/** "S.Ct.", "L.Ed.": short words run together cite a series of reports. */
const SERIES = /^\p{Lu}\.\p{Lu}\p{Ll}{1,2}$/u

/** By which sign a run of words is the name of a person; `undefined` where nothing shows it. */
const signOf = (scene: PeopleScene, { first, last, titled }: Candidate): string | undefined => {
  const { words, known, authors } = scene
  const count = last - first + 1
  const name = words.text.slice(startOf(words, first), endOf(words, last))
  const isCaps = isAllCaps(name) && count > 1 && name.length > 5
  const after = words.text.slice(endOf(words, last), endOf(words, last) + 60)
  if (count >= 2 && count <= 4 && isDelegate(scene, endOf(words, last), after)) return 'person-delegate'
  if (titled < first && count <= 4 && isTitleOfName(words, titled, first)) return 'person-titled'
  if (count >= 2 && authors.includes(name.replace(/\s+/g, ' '))) return 'person-author'
  if (count >= 2 && isHolder(scene, name)) return 'person-office-holder'
  if (known.places.has(name)) return undefined
  if (isCaps && !known.givenNames.has(keyAt(words, first))) return undefined
  const given = givenKey(words, first)
  if (count >= 2 && count <= 5 && (known.givenNames.has(given) || ALSO_STATES.test(given)))
    return 'person-given-name'
  if (count >= 2 && isInitial(words, first) && !isInitial(words, last) && !SERIES.test(name))
    return 'person-initials'
  if (count === 1 && isSurnameOfTelegram(scene, first)) return 'person-surname-speaks'
  if (count < 2 || count > 4) return undefined
  if (isSignature(scene, first, last)) return 'person-signature'
  if (AFTER_NAME.test(words.text.slice(endOf(words, last), endOf(words, last) + 90)))
    return 'person-apposition'
  if (
    /^(?:,|—| –)/.test(after) &&
    POSTED.test(words.text.slice(Math.max(0, startOf(words, first) - 60), startOf(words, first)))
  )
    return 'person-apposition'
  if (count <= 3 && (isByLine(words, first, last) || isGuest(words, first) || isListed(words, first, last)))
    return 'person-by'
  if (
    SAID_BEFORE.test(keyAt(words, first - 1)) &&
    gapAfter(words, first - 1) === ' ' &&
    !/^(?:by|with)$/.test(keyAt(words, first - 1))
  )
    return 'person-speaks'
  if (DOES.test(keyAt(words, last + 1)) && gapAfter(words, last) === ' ' && count === 2)
    return 'person-speaks'
  return undefined
}

/** A word with a capital in the middle of a sentence. */
const isWithinSentence = (words: Words, index: number): boolean =>
  /^[\p{Ll}\d,]$/u.test(wordAt(words, index - 1).slice(-1)) && /^[, ]{1,2}$/.test(gapAfter(words, index - 1))

/** Before the name of a body or a place, and not of a person. */
const OF_THING = /^(?:the|a|an|this|in|at|near|its|their|our)$/

/** "Chalfont replied that", "said Chalfont": in a telegram a name beside what only a person does, and no common word. */
const isSurnameOfTelegram = ({ words, isTelegram }: PeopleScene, index: number): boolean => {
  const word = wordAt(words, index)
  if (!isTelegram || !/^\p{Lu}\p{Ll}{2,}$/u.test(word)) return false
  const acts = DOES.test(keyAt(words, index + 1)) && gapAfter(words, index) === ' '
  const isNamed =
    /^(?:said|replied|asked|added)$/.test(keyAt(words, index - 1)) && gapAfter(words, index - 1) === ' '
  if (!acts && !isNamed) return false
  const key = keyAt(words, index)
  const others = words.keys.flatMap((other, at) => (other === key ? [at] : []))
  return (
    !/off$|coord$|^[a-z]+ean$/.test(key) &&
    others.every(at => startsUpper(wordAt(words, at)) && !OF_THING.test(keyAt(words, at - 1))) &&
    others.some(at => isWithinSentence(words, at))
  )
}

/** "Ambassador to Peru, Ana Maro,", "the ambassador to the United Nations in 2017—Ana Maro—": an office before the name. */
const POSTED =
  /(?:[Cc]ommissioner|[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Ss]pokes(?:wo)?man|[Ss]pokesperson|[Ff]oreign minister|[Dd]efen[cs]e minister|[Pp]rime minister)(?:-designate)?(?: (?:to|for|of|at) (?:the )?\p{Lu}[\p{L}. ]{1,30})?(?: in \d{4})?(?:, |—| – )$/u

const GUEST =
  /\b(?:one of (?:my|our|his|her|their|the) (?:guests|colleagues|friends|authors|founders|leaders)|(?:my|our|his|her|their) (?:guest|colleague|friend|son|daughter|brother|sister|wife|husband|father|mother)), $|\b(?:presidency|chairmanship|leadership|chair|direction) of $|\b(?:with (?:me|us)(?: today| now| here)?|guest(?: today| tonight)?|name|here) is $/

const LIST_OF_PERSONS =
  /(?:^|\n)[^\n]{0,30}\b(?:panel(?:l)?ists|hosts?|guests?|speakers|moderators?|participants|contributors|editors|authors|interviewers?|reporters):?[ *_]{0,3}\n(?:[ \t]{0,4}[-*•·] [^\n]{3,60}\n){0,12}[ \t]{0,4}[-*•·] $/i

/** "Hosts:" and below it "- Asbed Marian": a name of a list of persons, alone on its line. */
const isListed = (words: Words, first: number, last: number): boolean => {
  const { text } = words
  const start = startOf(words, first)
  const end = endOf(words, last)
  if (
    !/[-*•·] $/.test(text.slice(Math.max(0, start - 2), start)) ||
    !/^(?:\n|$|,)/.test(text.slice(end, end + 1))
  )
    return false
  return LIST_OF_PERSONS.test(text.slice(Math.max(0, start - 800), start))
}

/** "With me is Callum Reid", "my name is". */
const isGuest = (words: Words, first: number): boolean =>
  GUEST.test(words.text.slice(Math.max(0, startOf(words, first) - 30), startOf(words, first)))

/** A line of a signature or byline that holds a name and nothing else. */
const isSignature = ({ words, zones }: PeopleScene, first: number, last: number): boolean => {
  const start = startOf(words, first)
  const zone = zones[spanAt(zones, start)]?.type ?? 'body'
  if (zone !== 'signature' && zone !== 'byline') return false
  const before = words.text.slice(Math.max(0, start - 2), start)
  const after = words.text.slice(endOf(words, last), endOf(words, last) + 4)
  return /^$|\n *$/.test(before) && /^(?:\n|$| KC| QC|,)/.test(after) && last - first < 3
}

/** "Asked by Moira Pellow on 7 May", "Remarks by Vesna Perić of Croatia": somebody whose work it is. */
const isByLine = (words: Words, first: number, last: number): boolean =>
  /^(?:by|from|with)$/.test(keyAt(words, first - 1)) &&
  gapAfter(words, first - 1) === ' ' &&
  /^(?:asked|answered|written|reported|remarks|statement|lecture|opening|keynote|interview|edited|directed|review|translated|introduced|chaired|presented|is|me|speech|address|report|essay|led|written|run|drawn|\p{Ll}{3,}ed)$/u.test(
    keyAt(words, first - 2) || '',
  ) &&
  /^(?:[.,;(\n]| (?:on|of|at|in|\()|\s*$)/.test(words.text.slice(endOf(words, last), endOf(words, last) + 5))

/** Whether a full name is that of somebody who held an office at some time. */
const isHolder = ({ known }: PeopleScene, name: string): boolean =>
  (known.holders.get(surnameKey(name)) ?? []).some(
    ({ person }) => keyOf(person) === keyOf(name.replace(/\s+/g, ' ')),
  )

/** Given names that are names of States too; where no State was found they are persons. */
const ALSO_STATES = /^(?:georgia|jordan|chad|israel|kenya)$/

/** "MARIA LOPEZ (Mexico)", "Rohan Patel (Luton North) (Lab)": a speaker with the State or seat spoken for. */
const isDelegate = ({ states }: PeopleScene, end: number, after: string): boolean => {
  if (/^ \([\p{Lu}][\p{L} .-]{2,30}\) \([\p{Lu}][\p{L}/ -]{1,8}\)/u.test(after)) return true
  const state = states[spanAt(states, end + 8)]
  return (
    /^ \((?:the )?\p{Lu}/u.test(after) && state !== undefined && state.start > end && state.start <= end + 6
  )
}

/** The given name with which a name begins, hyphenated ones as one: "Jean-Marie". */
const givenKey = (words: Words, first: number): string => {
  if (gapAfter(words, first) !== '-') return keyAt(words, first)
  return keyOf(wordAt(words, first))
}

/** Whether the words before a name address a person and not a thing: "Article", "General Assembly". */
const isTitleOfName = (words: Words, titled: number, first: number): boolean => {
  const key = keyAt(words, first - 1)
  if (ADDRESS.test(key)) return true
  const office = wordAt(words, first - 1)
  const isCapital = startsUpper(office)
  if (
    !isCapital &&
    /^(?:general|major|chief|state|chair|chairman|speaker|leader|official|officer|director|delegate|representative|analyst|king|justice|judge|deputy|commander|secretary|minister)$/.test(
      key,
    )
  )
    return /^ $/.test(gapAfter(words, first - 1)) && titled <= first - 1 && !isFunction(keyAt(words, first))
  return true
}
const isFunction = (key: string): boolean => NEVER.test(key)

const stateNear = (states: readonly StateMention[], from: number, to: number): Iso3 | undefined => {
  const at = states[spanAt(states, to)]
  return at && at.start >= from && at.end <= to ? at.value.iso3 : undefined
}

/** The office before a name, in the words of the text, with the adjective of a State before it. */
const roleBefore = (scene: PeopleScene, { first, titled }: Candidate): Pick<PersonValue, 'role' | 'iso3'> => {
  const { words, states } = scene
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

const surnameKey = (name: string): string => keyOf(name.split(/[\s-]+/).at(-1) ?? name)

const roleKnown = (scene: PeopleScene, name: string): Pick<PersonValue, 'role' | 'iso3'> => {
  const holder = holderOf(scene.known, surnameKey(name), scene.day)
  if (!holder || keyOf(holder.person) !== keyOf(name)) return {}
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

/** The authors that one given name can mean: "John and Dan both served". */
const givenAlone = (
  scene: PeopleScene,
  candidate: Candidate,
  named: readonly Named[],
): string | undefined => {
  const { words, zones } = scene
  if (candidate.first !== candidate.last) return undefined
  if (!BIO.has(zones[spanAt(zones, startOf(words, candidate.first))]?.type ?? 'body')) return undefined
  const key = keyAt(words, candidate.first)
  const bearers = new Set(
    named.map(one => one.name).filter(name => name.includes(' ') && keyOf(name.split(' ')[0] ?? '') === key),
  )
  return bearers.size === 1 ? [...bearers][0] : undefined
}

/** "the Bush administration" shows whom a surname means that is a word too. */
const hasAdministration = ({ text }: Words, name: string): boolean =>
  /^\p{L}{3,20}$/u.test(name) && new RegExp(`\\b${name}[’']?s? administration\\b`, 'i').test(text)

const LEADS =
  /^(?:President|Prime Minister|Premier|Chancellor|Secretary-General|Secretary of State|Secretary of Defense|Foreign Minister|Foreign Secretary)$/

/** "Trump said" in the days of a president of that name: a common surname beside what only a person does. */
const isLeading = ({ words, known, day, isTelegram }: PeopleScene, { first, last }: Candidate): boolean => {
  const isOwner = isTelegram && /^[’']$/.test(gapAfter(words, last)) && keyAt(words, last + 1) === 's'
  const acts = isOwner || (DOES.test(keyAt(words, last + 1)) && gapAfter(words, last) === ' ')
  const isNamed = SAID_BEFORE.test(keyAt(words, first - 1)) && gapAfter(words, first - 1) === ' '
  if (day === undefined || !(acts || isNamed)) return false
  const holder = holderOf(known, wordAt(words, first), day)
  return holder !== undefined && LEADS.test(holder.office) && isOn(holder, day)
}

/** A surname alone, or a name again: who is meant. */
const again = (
  scene: PeopleScene,
  candidate: Candidate,
  people: ReadonlyMap<string, string>,
): { readonly name: string; readonly rule: string } | undefined => {
  const { words } = scene
  const name = nameOf(words, candidate)
  const key = surnameKey(name)
  const before = people.get(key)
  if (before && (candidate.first === candidate.last || before.endsWith(name)))
    return { name: before, rule: 'person-surname' }
  if (candidate.first !== candidate.last) return undefined
  const holder =
    isTelling(name) || hasAdministration(words, name) || isLeading(scene, candidate)
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

/** The persons that a text names, each with the full name where the text or the data gives it. */
export const personMentions = (scene: PeopleScene): readonly PersonMention[] => {
  const { words } = scene
  const candidates = candidatesIn(scene)
  const named = namedIn(scene, candidates)
  const people = surnamesOf(scene, named)
  const roles = rolesOf(named)
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
      : again(scene, candidate, people)
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
  return [...found, ...labelled(words, people).filter(one => !cover.touches(one))].toSorted(
    (a, b) => a.start - b.start,
  )
}
