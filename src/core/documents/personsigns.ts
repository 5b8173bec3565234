import { type Candidate, isInitial, NEVER, type PeopleScene, surnameKey } from './personruns.ts'
import { spanAt } from './sentences.ts'
import { ADDRESS, DOES, SAID_BEFORE } from './titles.ts'
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

const AFTER_NAME =
  /^(?: @\w|, who )|^, (?:Assistant|Deputy|Under|Acting|Associate|Permanent|Executive|Principal) (?:Under )?(?:Secretary|Director|Administrator|Commissioner|Representative|Minister|Chief)\b|^, (?:\d{2},|(?:the |an? |its |his |her |then |now )?(?:[\p{L}\p{N}.’'-]+ ){0,5}?(?:president|minister|secretary|ambassador|envoy|director|spokes\w+|representative|chief|head|chair\w*|adviser|advisor|analyst|professor|researcher|fellow|editor|author|lawyer|commissioner|commander|general|coordinator|campaigner|activist|survivor|deminer|official|officer|diplomat|delegate|senator|lawmaker|deputy|member|leader|expert|historian|journalist|correspondent|manager|officer|founder|co-founder|veteran|surgeon|doctor|farmer|teacher|student|mother|father|counsel)\b)/u

/** "S.Ct.", "L.Ed.": short words run together cite a series of reports. */
const SERIES = /^\p{Lu}\.\p{Lu}\p{Ll}{1,2}$/u

/** By which sign a run of words is the name of a person; `undefined` where nothing shows it. */
export const signOf = (scene: PeopleScene, { first, last, titled }: Candidate): string | undefined => {
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
  if (count === 2 && isOfOutlet(words, first, after)) return 'person-apposition'
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

const PERSONAL =
  /^(?:questioned|intended|mentioned|felt|thought|wanted|wished|hoped|feared|doubted|referred|proposed|moved|agreed|seemed|appeared|telephoned|phoned|handed|showed|smiled|nodded|shook|interjected|interrupted|returned|himself|herself)$/
const AUXILIARY =
  /^(?:had|has|was|would|did|is|will|should|also|again|later|then|apparently|\p{Ll}+ly|have|not)$/u

/** "Chalfont replied that", "Chalfont apparently intended", "Chalfont was appointed Chairman". */
const actsAsPerson = (words: Words, index: number): boolean => {
  let at = index + 1
  if (gapAfter(words, index) !== ' ') return false
  while (AUXILIARY.test(keyAt(words, at)) && at - index < 4 && gapAfter(words, at) === ' ') at++
  const key = keyAt(words, at)
  if (/^(?:appointed|elected)$/.test(key)) return /^\p{Lu}/u.test(wordAt(words, at + 1))
  return DOES.test(key) || PERSONAL.test(key)
}

const NAMED =
  /(?:\b(?:said|replied|asked|added)|(?:answered|suggested|proposed|moved|raised|seconded|drafted|signed|chaired|opened)(?: \p{Ll}+ly)? by|\b(?:interviews?|talks?|talked|conversations?|discussions?|meetings?|lunch|dinner|spoke|spoken|speaking|met|agreed|dined|session) (?:today |yesterday )?with) $/u
const FOR_ALONE = /(?:^|\n)(?:For|From|Following (?:for|from)) $/

/** "said Chalfont", "suggested by Chalfont", "the interview with Chalfont", "For Chalfont" alone on its line. */
const isNamedAsPerson = (words: Words, index: number): boolean => {
  const before = words.text.slice(Math.max(0, startOf(words, index) - 40), startOf(words, index))
  return NAMED.test(before) || isAddressed(words, index, before)
}

const isAddressed = (words: Words, index: number, before: string): boolean =>
  FOR_ALONE.test(before) && /^(?:\n|$)/.test(words.text.slice(endOf(words, index), endOf(words, index) + 1))

/** "Chalfont replied that", "said Chalfont": in a telegram a name beside what only a person does, and no common word. */
const isSurnameOfTelegram = ({ words, isTelegram }: PeopleScene, index: number): boolean => {
  const word = wordAt(words, index)
  if (!isTelegram || !/^\p{Lu}\p{Ll}{2,}$/u.test(word)) return false
  if (!actsAsPerson(words, index) && !isNamedAsPerson(words, index)) return false
  const key = keyAt(words, index)
  const others = words.keys.flatMap((other, at) => (other === key ? [at] : []))
  return (
    !/off$|coord$|^[a-z]+ean$/.test(key) &&
    others.every(at => startsUpper(wordAt(words, at)) && !OF_THING.test(keyAt(words, at - 1))) &&
    others.some(
      at =>
        isWithinSentence(words, at) ||
        FOR_ALONE.test(words.text.slice(Math.max(0, startOf(words, at) - 20), startOf(words, at))),
    )
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

const OUTLET =
  /\b(?:CNN|BBC|NBC|CBS|ABC|MSNBC|PBS|NPR|ITV|(?:Fox|Sky|NBC|ABC|CBS|BBC|Channel 4) News|Reuters|AFP|AP|Al Jazeera|Bloomberg|Politico|Axios|Newsnight|(?:New York |Financial |Sunday )?Times|Washington Post|Guardian|Telegraph|Newsweek)['’]s? $/

/** "CNN’s Fareed Zakaria said": who works for an outlet, and not what it has ("the BBC’s World Service"). */
const isOfOutlet = (words: Words, first: number, after: string): boolean =>
  OUTLET.test(words.text.slice(Math.max(0, startOf(words, first) - 24), startOf(words, first))) &&
  /^(?: (?:said|says|told|reports?|reported|asked|on|in|last|at|about|that|after|when|as|was|is|has)(?!\p{L})|[.,])/u.test(
    after,
  ) &&
  !/^(?:World|Home|Foreign|Panorama|Newsnight|Today|Hard|Meet|Good|Late|Breaking|Fact|Editorial|Book|Pulitzer|Persian|Arabic|Russian|Panama)$/.test(
    wordAt(words, first),
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
