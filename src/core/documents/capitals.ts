import type { Hit } from './lexicon.ts'
import { GIVEN_NAMES } from './namesakes.ts'
import { SAYING_VERBS, TELLING_VERBS } from './speech/verbs.ts'
import { gapAfter, keyAt, startOf, startsUpper, type Words, wordAt } from './words.ts'

const STEMS =
  'accept accuse acknowledge adopt agree aim allow announce answer appeal approve argue arm ask assert assure attempt back ban believe blame block cancel caution cede choose cite claim commit complain concede conclude condemn confirm consider contend continue cooperate counter criticise criticize decide declare decline defend delay demand denounce deny deploy destroy dismiss donate downplay embrace endorse expect expel explain express fail favour favor fear finance fund grant halt honour honor hope ignore impose indicate inform insist intend intervene introduce invade invite join launch lift lobby maintain negotiate notify object offer oppose order organise organize outlaw participate persuade plan pledge possess prepare press pressure produce prohibit promise propose protest provide publish pursue push ratify react reaffirm realise recall receive recognise recognize reconsider refuse regard reiterate reject release remain renounce reply request resist respond restrict resume retain retaliate reverse seem share ship sign signal stockpile stop strengthen submit suggest supply support suspend threaten transfer treat try urge use veto view violate vote vow want warn welcome wish'
const IRREGULAR =
  'said says say sees saw seeks sought sent sends gives gave takes took holds held keeps kept leads led leaves left loses lost makes made means meant meets met pays paid puts sells sold sets shows showed speaks spoke stands stood tells told thinks thought understands understood wins won withdraws withdrew withholds withheld begins began becomes became brings brought builds built buys bought chooses chose comes came feels felt finds found gets got knows knew needs needed'
const AUXILIARY = 'has had have will would can could may might must should does did'

const formsOf = (stem: string): readonly string[] => {
  if (/[^aeou]y$/.test(stem)) return [stem, `${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`]
  if (stem.endsWith('e')) return [stem, `${stem}s`, `${stem}d`]
  const doubled = /^(?:ban|plan|stop|ship|commit|expel|transfer|signal|cancel)$/.test(stem)
    ? [`${stem}${stem.at(-1)}ed`]
    : []
  return [stem, /(?:s|sh|ch|x)$/.test(stem) ? `${stem}es` : `${stem}s`, `${stem}ed`, ...doubled]
}
const BASES = new Set(STEMS.split(' '))
const VERBS = new Set([
  ...SAYING_VERBS,
  ...TELLING_VERBS,
  ...STEMS.split(' ').flatMap(formsOf),
  ...IRREGULAR.split(' '),
  ...AUXILIARY.split(' '),
])

/** Before a seat of government these make it a place, or the city part of a longer name. */
const PLACES_IT =
  /^(?:in|at|near|from|to|outside|inside|around|across|through|via|into|toward|towards|leaving|leave|left|visit|visited|visiting|reach|reached|of|over|for|beyond|within|under|above|on|with|between|against|by|the|a|an|this|that|central|downtown|greater|new|fort|port|lake|mount|saint|st|embassy|ambassador|consulate|amembassy|mayor|airport|university|process|based)$/

const DEALINGS =
  /^(?:orders|bow|bows|bowed|lobbying|lobbied|package|decisions?|answers?|repl(?:y|ies)|instructions|guidance|approval|talks?|ties|relations?|relationship|pressure|support|backing|tensions?|alliance|agreement|agreements|deal|deals|negotiations?|dialogue|cooperation|war|dispute|signals?|message|appeal|demands?|warnings?|leverage|sanctions|aid|assistance|arms|weapons|consultations|consulted|consulting|friction|differences|contacts|pact|accord|treaty|rift|rivalry|partnership|trade|gift|blow|unhappy|angry|happy|furious|charge|charges|accusation|accusations|complaint|complaints|patience|force|discussions|concession|favou?r|negotiate|negotiated|negotiating|coordinate|coordinated|disagreed|sided|broke)$/

const OBJECT_VERB =
  /^(?:gives?|gave|giving|lobby|lobbie[sd]|lobbying|urge[ds]?|urging|accuse[ds]?|accusing|press(?:ed|es|ing)?|pressure[ds]?|pressuring|warn(?:s|ed|ing)?|tells?|told|ask(?:s|ed|ing)?|persuade[ds]?|persuading|blame[ds]?|blaming|criticise[ds]?|criticize[ds]?|criticising|criticizing|condemn(?:s|ed|ing)?|assure[ds]?|convince[ds]?|convincing|force[ds]?|forcing|allow(?:s|ed|ing)?|sanction(?:ed|ing)?|thank(?:s|ed|ing)?|arm(?:ed|ing)|invite[ds]?|inviting|remind(?:s|ed|ing)?|notif(?:y|ied|ies)|inform(?:s|ed|ing)?|advise[ds]?|deter(?:s|red|ring)?|provoke[ds]?|provoking|block(?:s|ed|ing)?|isolate[ds]?|isolating|back(?:s|ed|ing)|encourage[ds]?|encouraging|want(?:s|ed)?|expect(?:s|ed)|need(?:s|ed)?|help(?:s|ed|ing)?|sue[ds]?|bind(?:s|ing)?|oblige[ds]?|blam(?:e|es|ed|ing)|suit(?:s|ed)?|anger(?:s|ed)?|reassure[ds]?|embarrass(?:es|ed)?|worr(?:y|ies|ied))$/

const OF_THE_CITY =
  /^(?:street|streets|airport|airports|suburb|suburbs|outskirts|mayor|museum|museums|residents|city|metro|old|skyline|population|weather|climate|centre|center|hospital|hospitals|train|main|underground|port|harbour|harbor|parks?|hotels?|restaurants?|stock|university|universities|cathedral|districts?|neighbou?rhoods?|northern|southern|eastern|western|historic|famous|squares?|traffic|police|schools?|theatres?|stadium|cafes?)$/

const DEEDS =
  /^(?:backed|led|installed|aligned|friendly|imposed|controlled|sponsored|appointed|proposed|brokered|supplied|funded|allied|approved|ordered|provided|made|supported)$/
const STATES_OF_MIND =
  /^(?:\w+ing|ready|willing|unwilling|likely|unlikely|expected|prepared|determined|right|wrong|bound|party|concerned|reluctant|keen|committed|opposed|able|unable|not|also|now|still|already|said|believed|obliged|among|harder|easier|no)$/

/** Words that may begin a sentence, capitalised, before the name of a State. */
const LEADS =
  /^(?:when|while|as|since|because|although|though|if|but|and|or|so|yet|however|meanwhile|moreover|now|then|thus|today|yesterday|recently|later|both|neither|either|for|after|before|once|whereas|that|which|until|unless|where|why|how|only|even|still|also|instead|suppose|imagine|says|said|officially|publicly|privately|like|unlike|will|would|does|did|has|is|can|should|yes|no|nor|not|the|a|an|this|that|these|those|our|my|his|her|its|their|your|in|on|at|by|of|to|from|with|about|into|under|over|among|between|against)$/

/** Whether a capitalised word that is no conjunction stands directly before, as a given name or an office does. */
export const followsName = (words: Words, first: number): boolean => {
  const before = wordAt(words, first - 1)
  return (
    startsUpper(before) && /^[ \u00a0]$/.test(gapAfter(words, first - 1)) && !LEADS.test(before.toLowerCase())
  )
}

/** The words around a seat of government that is named alone or in a row of others ("London and Paris"). */
export interface Row {
  /** Word indexes of the first and the last word of the whole row. */
  readonly first: number
  readonly last: number
}

const isJoint = (words: Words, last: number, first: number): boolean => {
  if (first === last + 1) return /^\s*[,/]\s*$/.test(gapAfter(words, last))
  return (
    first === last + 2 &&
    /^(?:and|or|nor|&)$/.test(keyAt(words, last + 1)) &&
    /^,?\s+$/.test(gapAfter(words, last))
  )
}

const MOST = 12

/** The row of States and cities that a hit stands in; `hits` are all of the text, `at` is its place among them. */
export const rowAround = (words: Words, hits: readonly Hit[], at: number): Row => {
  const here = hits[at]
  let from = at
  let until = at
  const joint = (a: Hit | undefined, b: Hit | undefined): boolean =>
    a !== undefined && b !== undefined && isJoint(words, a.last, b.first)
  while (at - from < MOST && joint(hits[from - 1], hits[from])) from--
  while (until - at < MOST && joint(hits[until], hits[until + 1])) until++
  return { first: hits[from]?.first ?? here?.first ?? 0, last: hits[until]?.last ?? here?.last ?? 0 }
}

/** What is sent to a seat of government goes to the government. */
const SENDS =
  /\b(?:sen[dt]s?|suppl(?:y|ies|ied)|sell?s?|sold|licen[cs]e[ds]?|deliver(?:s|ed)?|ship(?:s|ped)?|provid(?:e|es|ed)|transfer(?:s|red)?|export(?:s|ed)?|deliveries|shipments?|sales) [^.;]{0,60}$/i

const isDealing = (words: Words, index: number, after: number): boolean => {
  const preposition = keyAt(words, index)
  const noun = keyAt(words, index - 1)
  if (
    preposition === 'to' &&
    SENDS.test(words.text.slice(Math.max(0, startOf(words, index) - 90), startOf(words, index)))
  )
    return true
  if (preposition === 'with' && /^(?:about|on|over)$/.test(keyAt(words, after + 1))) return true
  if (/^(?:with|between|from|to|for|on|against)$/.test(preposition)) {
    if (preposition === 'on' && /^call(?:s|ed|ing)?$/.test(noun)) return true
    if (preposition === 'to' && noun === 'according') return true
    return DEALINGS.test(noun)
  }
  if (preposition === 'of') return /^(?:behalf|government|actions?|intentions?|stance|behaviou?r)$/.test(noun)
  return preposition === 'by' && /(?:ed|given|taken|made|held|sent|seen)$/.test(noun)
}

/** A form that can only be a verb where it stands: "preferred", "reads Article 6". */
const isVerbForm = (words: Words, index: number): boolean => {
  const verb = keyAt(words, index)
  if (/^\p{Ll}{3,}ed$/u.test(verb))
    return !/^(?:based|led|hundred|backed|brokered|sponsored|controlled|aligned|hosted)$/.test(verb)
  if (!/^\p{Ll}{3,}s$/u.test(verb) || /ss$/.test(verb)) return false
  const next = wordAt(words, index + 1)
  return (
    gapAfter(words, index) === ' ' &&
    (startsUpper(next) ||
      /^(?:the|a|an|its|his|her|their|no|to|that|this|it|them|very|more|not|only|on|for|up)$/.test(next) ||
      /^\d/.test(next))
  )
}

const isDoing = (words: Words, index: number): boolean => {
  const verb = keyAt(words, index)
  const isLower = !startsUpper(wordAt(words, index))
  if (VERBS.has(verb)) return isLower
  if (isLower && isVerbForm(words, index)) return true
  if (verb === 'were' && keyAt(words, index + 1) === 'to') return isLower
  if (/^(?:is|was|are|were)$/.test(verb)) return isLower && STATES_OF_MIND.test(keyAt(words, index + 1))
  return (
    /^(?:also|now|then|still|never|always|once|soon|often|too|already|repeatedly|reportedly|recently|long|\w+ly)$/.test(
      verb,
    ) &&
    isLower &&
    VERBS.has(keyAt(words, index + 1))
  )
}

const isSentenceStart = (words: Words, index: number): boolean =>
  index === 0 || /[\n.!?]/.test(gapAfter(words, index - 1))

/** ", as ever, suggests": a few words between commas, and then the verb. */
const isInserted = (words: Words, last: number): boolean => {
  for (let index = last + 1; index < last + 6; index++)
    if (/^,\s+$/.test(gapAfter(words, index)))
      return isDoing(words, index + 1) && VERBS.has(keyAt(words, index + 1))
  return false
}

const acts = (words: Words, { first, last }: Row): boolean => {
  const before = keyAt(words, first - 1)
  if (before !== 'that' && PLACES_IT.test(before) && !isSentenceStart(words, first)) return false
  if (followsName(words, first)) return false
  const gap = gapAfter(words, last)
  if (/^\s+[“"‘]?$/.test(gap) && !gap.includes('\n\n')) {
    if (isDoing(words, last + 1)) return true
    return (
      isSentenceStart(words, first) && keyAt(words, last + 1) === 'to' && BASES.has(keyAt(words, last + 2))
    )
  }
  return (
    /^,\s+$/.test(gap) &&
    ((/^(?:which|whose|itself)$/.test(keyAt(words, last + 1)) && isDoing(words, last + 2)) ||
      isInserted(words, last))
  )
}

const owns = (words: Words, hit: Hit): boolean => {
  if (!/^['’]$/.test(gapAfter(words, hit.last)) || keyAt(words, hit.last + 1) !== 's') return false
  const thing = keyAt(words, hit.last + 2)
  return (
    thing !== '' &&
    !OF_THE_CITY.test(thing) &&
    !/^(?:in|at|near|the)$/.test(keyAt(words, hit.first - 1)) &&
    !followsName(words, hit.first)
  )
}

/** By which sign a seat of government stands for the government; `undefined` where it is a place, or may be. */
export const governmentSign = (words: Words, hits: readonly Hit[], at: number): string | undefined => {
  const hit = hits[at]
  if (!hit || GIVEN_NAMES.has(words.text.slice(hit.start, hit.end).toLowerCase())) return undefined
  const row = rowAround(words, hits, at)
  if (owns(words, hit)) return 'capital-owns'
  if (/^[-‑]$/.test(gapAfter(words, hit.last)) && DEEDS.test(keyAt(words, hit.last + 1))) return 'capital-did'
  if (isDealing(words, row.first - 1, row.last)) return 'capital-in-dealings'
  if (OBJECT_VERB.test(keyAt(words, row.first - 1))) return 'capital-addressed'
  return acts(words, row) ? 'capital-acts' : undefined
}
