import type { Day } from '../calendar/index.ts'
import type { Cover } from './cover.ts'
import type { PeopleKnown } from './lexicon.ts'
import type { StateMention } from './mention.ts'
import type { Zone } from './reading.ts'
import { spanAt } from './sentences.ts'
import { ADDRESS, OF_OFFICE, OFFICE } from './titles.ts'
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
export interface Candidate {
  readonly first: number
  readonly last: number
  /** The first word of the titles before the name. */
  readonly titled: number
}

const PARTICLE =
  /^(?:de|del|della|di|da|dos|das|do|du|des|la|le|van|von|der|den|ter|ten|zu|bin|ibn|al|el|ould|y|e|af|av|auf)$/
/** Words with a capital that are never in a name of a person. */
export const NEVER =
  /^(?:ahead|shadow|amid|friend|friends|tells|says|said|told|calls|urges|warns|meets|signs|asks|waiting|has|have|had|did|does|do|is|are|was|were|will|would|can|could|should|might|must|let|asked|until|once|only|even|like|unlike|the|a|an|and|or|but|in|on|at|by|of|to|from|with|for|as|if|when|while|after|before|since|because|although|whereas|whilst|though|unless|notwithstanding|nor|neither|either|yet|meanwhile|moreover|furthermore|nevertheless|nonetheless|consequently|therefore|hence|thus|amidst|upon|within|without|beyond|behind|below|above|across|along|around|beside|besides|except|whether|about|against|through|throughout|toward|towards|lest|soon|perhaps|maybe|never|always|often|sometimes|indeed|another|few|several|recent|former|currently|reportedly|allegedly|apparently|however|this|that|these|those|he|she|it|they|we|i|you|his|her|its|their|our|my|your|who|what|why|how|where|which|no|not|yes|now|then|there|here|so|also|both|each|every|some|many|most|all|other|new|under|over|between|among|during|according|although|despite|instead|earlier|later|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|north|south|east|west|northern|southern|eastern|western|central|middle|europe|africa|asia|pacific|atlantic|arctic|baltic|balkans|caucasus|convention|treaty|protocol|article|articles|state|states|parties|party|conference|meeting|meetings|session|summit|war|world|cold|human|rights|humanitarian|international|national|federal|united|nations|union|republic|kingdom|army|navy|force|forces|ministry|minister|department|government|parliament|congress|senate|house|committee|commission|council|court|office|agency|institute|university|college|school|center|centre|group|coalition|campaign|association|foundation|society|fund|bank|street|avenue|road|square|river|lake|mount|mountain|sea|ocean|island|islands|gulf|bay|city|county|province|district|region|airport|base|church|mosque|hospital|news|press|times|post|journal|radio|television|review|report|monitor|cluster|munition|munitions|landmine|landmines|mine|mines|bomb|bombs|weapons|weapon|missile|act|law|code|decree|order|policy|plan|action|day|week|month|year|christmas|easter|prize|award|photo|image|source|sources|question|answer|note|notes|annex|table|figure|chapter|section|page|paragraph|resolution|statement|declaration|agreement|accord|process|group|working|special|general|annual|first|second|third|fourth|fifth|twelfth|high|contracting|security|defense|defence|foreign|affairs|secretary|president|prime|ambassador|director|chairman|mr|mrs|ms|dr|islam|christian|muslim|jewish|catholic|orthodox|christians|muslims|god|internet|facebook|twitter|youtube|google|english|spanish|arabic|french|german|russian|chinese|american|british|end|begin|secret|confidential|unclassified|noforn|sipdis|summary|comment|subject|ref|tags|embassy|post|posts|department's|basin|valley|tech|delta|strait|corridor|washington|london|paris|geneva|oslo|brussels|moscow|berlin|vienna|rome|madrid|tokyo|beijing|ottawa|kyiv|kiev|vilnius|ankara|athens)$/

export const isNameWord = (words: Words, index: number): boolean => {
  const word = wordAt(words, index)
  return startsUpper(word) && !/\d/.test(word) && !NEVER.test(keyAt(words, index)) && word.length < 24
}

/** "J." and "J.D."; "A" and "I" only with their point. */
export const isInitial = (words: Words, index: number): boolean => {
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
    // "led by Ann Example MP. Norway": the letters end the sentence before.
    const isEnd = /^(?:mp|mep)$/.test(key) && gap.startsWith('.')
    const isOffice = OFFICE.test(key) && !isEnd && (/^\.? $|^ $|^\n$/.test(gap) || (isTitled && gap === '-'))
    // "under President Obama" is no office, "Under Secretary" is one.
    if (isTitled && wordAt(words, at - 1) === 'under' && !/^(?:secretar|general)/.test(keyAt(words, at)))
      break
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

/** Makes and houses whose names are built as persons' are. */
const MAKE =
  /^(?:Mercedes[- ]Benz|Rolls[- ]Royce|Land Rover|Range Rover|Aston Martin|Alfa Romeo|Harley[- ]Davidson|Louis Vuitton|Morgan Stanley|Merrill Lynch|Goldman Sachs)(?!\p{L})/u

/** "Mercedes-Benz limousines", "Sheikh Saeed neighbourhood": what is named is a thing or a place. */
const isOfThing = (words: Words, first: number, last: number): boolean =>
  MAKE.test(words.text.slice(startOf(words, first), endOf(words, last))) ||
  (gapAfter(words, last) === ' ' &&
    /^(?:neighbou?rhood|district|quarter|suburb|province|governorate)$/.test(keyAt(words, last + 1)))

/** The runs of capitalised words that may be names of persons, in order. */
export const candidatesIn = (scene: PeopleScene): readonly Candidate[] => {
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
    if (isOfThing(words, first, last)) continue
    found.push({ first, last, titled: titlesBefore(words, first) })
    first = last
  }
  return found
}

/** The surname of a full name, as `holderOf` has it. */
export const surnameKey = (name: string): string => keyOf(name.split(/[\s-]+/).at(-1) ?? name)
