import type { Day } from '../calendar/index.ts'
import type { OfficeHolder } from '../states/index.ts'
import { isOn } from '../states/index.ts'
import type { PeopleKnown } from './lexicon.ts'
import { keyOf } from './words.ts'

/** Forms of address: what follows is a person whatever it looks like. */
export const ADDRESS =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|sheikh|shaikh|rev|reverend|father|sister|monsieur|madame|herr|frau|señor|señora|don|hon)$/

/** Offices that stand before a name: "President Putin", "Foreign Minister Jonas Gahr Støre". */
export const OFFICE =
  /^(?:presidents|ministers|ambassadors|senators|president|vice-president|premier|chancellor|minister|secretary|undersecretary|under-secretary|secretary-general|ambassador|envoy|commissioner|representative|senator|congressman|congresswoman|governor|mayor|king|queen|prince|princess|pope|judge|justice|general|colonel|lieutenant|captain|major|admiral|commander|brigadier|sergeant|marshal|gen|col|lt|maj|capt|adm|sgt|brig|sen|rep|gov|amb|director|director-general|chairman|chairwoman|chairperson|chair|chief|spokesman|spokeswoman|spokesperson|deputy|delegate|councillor|counsellor|counselor|attache|attaché|mp|mep|taoiseach|tsar|emir|sultan|archbishop|bishop|cardinal|comrade|coordinator|adviser|advisor|analyst|researcher|editor|correspondent|lawyer|activist|campaigner|survivor|deminer|historian|author|journalist|reporter|charge|chargé|consul|speaker|leader|negotiator|diplomat|official|officer|rapporteur|prosecutor|inspector|scientist|physicist|economist|administrator|solicitor|attorney|polcouns|poloff|dcm|das|a\/s|u\/s)$/

/** Words that stand between or before the words of an office and belong to it. */
export const OF_OFFICE =
  /^(?:prime|foreign|defence|defense|interior|justice|state|deputy|assistant|acting|former|vice|first|second|permanent|special|senior|chief|executive|under|high|general|national|security|political|military|lieutenant|major|rear|brigadier|honorary|u\.s\.|us|un|nato|eu|opposition|press|legal|environment|finance|trade|parliamentary|ex|then|late|late-|incoming|outgoing)$/

const SPEECH_VERB =
  'said|says|say|told|tells|added|adds|noted|notes|stated|states|argued|argues|warned|warns|declared|declares|insisted|insists|explained|explains|announced|announces|asked|asks|replied|replies|wrote|writes|claimed|claims|commented|comments|remarked|observed|stressed|stresses|emphasized|emphasised|reiterated|acknowledged|admitted|confirmed|denied|suggested|recalled|concluded|responded|tweeted|testified|conceded|complained|countered|continued|urged|urges|called|welcomed|welcomes|praised|praises|rejects|backs|visits|vows|hails|condemns|criticized|criticised|condemned|expressed|underlined|underscored|pointed|signed|met|visited|resigned|spoke|joined|believes|thinks|thanked|pledged|promised|vowed|accused|rejected|opened|chaired|led'
/** What somebody does who is named before it. */
export const DOES = new RegExp(`^(?:${SPEECH_VERB})$`)
/** Verbs that a name may follow: "said Boris Pistorius". */
export const SAID_BEFORE =
  /^(?:said|says|laughed|quipped|joked|added|adds|asked|wrote|writes|noted|told|explained|replied|argued|warned|declared|insisted|stated|by|with|thanks)$/

/** Surnames of holders that are common words or names, and count by themselves only where more speaks for the holder. */
const COMMON = new Set(
  'rice may brown bush carter gates austin powell hague kane rubio kerry vance pence harris major truss trump johnson jones kim hunt clinton cameron harper howard blair maas merz duda hadley bolton türk turk maurer hollande esper mattis hagel solberg kallas modi solana barroso xi jintao kennedy ford wilson heath martin cook straw cooper baker cohen perry christopher rogers marshall wallace healey lie robinson robertson fischer gabriel schmidt brandt kohl eden gore hammond laird haig barak begin bennett bishop clark key evans downer morrison abbott wong abe suga santos castro arias arbour costa michel silva nieto singh hussein nasser mubarak ghani molotov ivanov marin beckett cleverly sharon carney zemin belousov amano gandhi'.split(
    ' ',
  ),
)

/** The office with which a title names its holder: "Secretary", "Minister", "President". */
const noun = (office: string): string => keyOf((office.split(' of ')[0] ?? '').split(' ').at(-1) ?? '')

/** Offices whose holders are called by a surname alone, or as "Mr", however common it is. */
const LEADING = /^(?:President|Prime Minister|Premier|Chancellor|Secretary-General)$/

const MINISTERS = /^(?:Secretary of State|Secretary of Defense|Foreign Minister|Foreign Secretary)$/

/** Whether the news lets the holder of an office speak by a surname alone: "Kerry said". */
export const speaksForState = ({ office }: OfficeHolder): boolean =>
  LEADING.test(office) || MINISTERS.test(office)

/** Whether the titles before a common surname fit the holder of an office: "Mr Wong" is not the foreign minister. */
const fits = ({ office }: OfficeHolder, surname: string, titles: readonly string[]): boolean =>
  titles.length === 0 || isTelling(surname) || LEADING.test(office) || titles.includes(noun(office))

/**
 * Whoever held an office under a surname: on the day where one is given; else whom the titles before the name call by
 * that office, the last before the day; else the one who ever did, where nobody else is called so.
 */
export const holderOf = (
  { holders }: PeopleKnown,
  surname: string,
  day: Day | undefined,
  titles: readonly string[] = [],
): OfficeHolder | undefined => {
  const all = holders.get(keyOf(surname)) ?? []
  const there = day === undefined ? undefined : all.findLast(holder => isOn(holder, day))
  if (there && fits(there, surname, titles)) return there
  const before = all.filter(holder => day === undefined || holder.from <= day)
  const titled = before.filter(({ office }) => titles.includes(noun(office)))
  const among = titled.length > 0 ? titled : day === undefined || isTelling(surname) ? before : []
  return new Set(among.map(holder => holder.person)).size === 1 ? among.at(-1) : undefined
}

/** Whether a surname alone can be taken for the holder of an office. */
export const isTelling = (surname: string): boolean => !COMMON.has(keyOf(surname))
