import type { Span } from '../../evidence/index.ts'
import type { EventFamily, EventParty } from '../reading.ts'
import { spanAt } from '../sentences.ts'
import { endOf, keyAt, type Words, wordFrom } from '../words.ts'
import { partyOf, type Subject, subjectOf } from './clauses.ts'
import type { Deed, EventScene } from './deed.ts'
import { ownerBefore } from './nouns.ts'
import { agentOf, treatyIn } from './objects.ts'
import { TALK } from './triggers.ts'

/** A set phrase that tells of an event, and where who did it or suffered it stands beside it. */
interface Phrase {
  readonly family: EventFamily
  readonly type: string
  /** Plain words: of each list a sentence that has the phrase has one. */
  readonly cues: readonly (readonly string[])[]
  readonly pattern: RegExp
  /** "subject" before the phrase, "owner" in a possessive or an adjective, "none" where nobody need be named. */
  readonly doer: 'subject' | 'victim' | 'owner' | 'none'
  readonly isNegated?: RegExp
  /** Who stands inside the phrase did not do it but suffered it: "aggression against Ukraine". */
  readonly isOnOthers?: true
  /** Nobody who is named inside the phrase is told of by it: "Russia’s rhetoric is unacceptable". */
  readonly isOfNobody?: true
  /** Only a State does it. */
  readonly isOfState?: true
}

const ARMS =
  '(?:[Cc]luster (?:[Mm]unitions?|[Bb]ombs?|[Ww]eapons?|[Ss]hells?|[Rr]ockets?)|(?:[Ll]and)?[Mm]ines?|(?:[Cc]hemical|[Nn]erve|[Pp]oison) (?:[Ww]eapons?|[Aa]gents?|[Gg]as)|[Ss]ubmunitions?|[Bb]omblets?)'
const CUES_OF_ARMS = ['luster ', 'mine', 'Mine', 'hemical ', 'erve ', 'oison ', 'ubmunition', 'omblet']
const USES = ['use', 'attack', 'strike', 'bombing', 'assault'].flatMap(use => [
  ` ${use}`,
  ` ${use.charAt(0).toUpperCase()}${use.slice(1)}`,
])
const COPULA = '(?:is|are|was|were|be|been)'
const NOT = /\b(?:not|nor|never|neither)\b|n[’']t\b/i
const SIGNATORIES = '(?:the )?(?:\\p{Ll}+ )?signator(?:y|ies)'
const INSTRUMENTS =
  '(?:[Ii]nstruments? of (?:ratification|accession|acceptance|approval)|ratification instruments?)'

/** What the verb of a headline tells of a treaty that it names by its nouns: "India Rejects Nuclear Treaty". */
const HEADLINES: readonly (readonly [type: string, verb: string])[] = [
  ['refusal-to-join', 'Rejects|Refuses to Sign|Refuses to Join|Snubs'],
  ['signature', 'Signs'],
  ['ratification', 'Ratifies'],
  ['accession', 'Joins|Accedes to'],
  ['withdrawal-effective', 'Quits|Leaves|Exits'],
]

const PHRASES: readonly Phrase[] = [
  {
    family: 'statement',
    type: 'demarche',
    cues: [['ction request', 'CTION REQUEST']],
    pattern: /\b(?:[Tt]his is an action request|THIS IS AN ACTION REQUEST)(?!\p{L})/gu,
    doer: 'none',
  },
  {
    family: 'treaty-act',
    type: 'signature',
    cues: [['signator']],
    pattern: new RegExp(`\\b${COPULA} (?:not |also |now |still ){0,2}among ${SIGNATORIES}`, 'gu'),
    doer: 'subject',
    isNegated: NOT,
  },
  {
    family: 'treaty-act',
    type: 'signature',
    cues: [['signator']],
    pattern: new RegExp(
      `\\b(?:[Aa]lso )?(?:not )?[Aa]mong ${SIGNATORIES} ${COPULA} \\p{Lu}[\\p{L}’'-]{0,30}(?:(?: and |, | )\\p{Lu}[\\p{L}’'-]{0,30}){0,7}`,
      'gu',
    ),
    doer: 'none',
    isNegated: NOT,
  },
  {
    family: 'treaty-act',
    type: 'signature',
    cues: [['ignatories ']],
    pattern:
      /\b(?:(?:Early|Other|The|Its|First|Initial) )?[Ss]ignatories (?:to \p{L}+ \p{L}+ )?(?:included?|were|are) (?:the )?\p{Lu}(?:[\p{L}’'-]|,? (?=\p{Lu})|,? and (?=\p{Lu})){2,80}/gu,
    doer: 'none',
  },
  {
    family: 'treaty-act',
    type: 'signature',
    cues: [['signing ceremony']],
    pattern:
      /\b(?:the |a )?(?:formal |official )?signing ceremony (?:of|for) (?:the |a )?[\p{L}-]+(?: (?!banning)\p{L}+){0,3}/gu,
    doer: 'none',
  },
  {
    family: 'treaty-act',
    type: 'ratification',
    cues: [[' deposited']],
    pattern: new RegExp(
      `\\b${INSTRUMENTS}[^.;:]{0,60}? (?:was|were|will be|would be|has been|have been|is|are)(?: \\p{Ll}+ly)? deposited(?: with (?:the )?\\p{Lu}[\\p{L}-]+)?`,
      'gu',
    ),
    doer: 'owner',
  },
  {
    family: 'meeting',
    type: 'vote',
    cues: [['tally ', 'vote ', 'count ', 'result ']],
    pattern:
      /\b(?:[Tt]he |[Aa]n? )?(?:\p{L}+ )?(?:U\.N\. |UN )?(?:tally|vote|count|result) (?:showed|was|recorded|of) \d{1,3} (?:votes )?(?:in favou?r|for|yes)(?:[\p{L}\d, ]{0,50}(?:against|abstentions?|abstaining|opposed))?/gu,
    doer: 'none',
  },
  {
    family: 'meeting',
    type: 'vote',
    cues: [['approved', 'adopted', 'passed', 'endorsed']],
    pattern:
      /\b(?:was|were) (?:approved|adopted|passed|endorsed)(?: [\p{Ll}-]+){0,4} (?:in|by) an? (?:vote of )?\d{1,3}(?:[-–]| to )\d{1,3}(?:[-–]\d{1,3})?(?: (?:decision|vote|margin))?/gu,
    doer: 'none',
  },
  {
    family: 'meeting',
    type: 'meeting-opposition',
    cues: [['dissent', 'holdout', 'objector', 'opponent', ' to object', ' opposed']],
    pattern:
      /\b(?:is|are|was|were) the (?:lone|only|sole|single) (?:dissenters?|holdouts?|objectors?|opponents?|(?:country|state|nation)s? (?:to object|to dissent|opposed))(?: (?:in|to|of) (?:the )?\p{L}+)?/gu,
    doer: 'subject',
  },
  {
    family: 'use',
    type: 'use',
    cues: [USES, CUES_OF_ARMS],
    pattern: new RegExp(
      `\\b(?:(?:[Aa]ccused|[Aa]ccusing|[Ss]uspected|[Gg]uilty) of )?${ARMS} (?:[Uu]se|[Aa]ttacks?|[Ss]trikes?|[Bb]ombings?|[Aa]ssaults?)(?: (?:in|on|against) (?:the )?\\p{Lu}\\p{L}+)?(?![-\\p{L}])`,
      'gu',
    ),
    doer: 'owner',
  },
  {
    family: 'use',
    type: 'use',
    cues: [['struck ', 'hit ', 'attacked ', 'bombed ', 'shelled '], CUES_OF_ARMS],
    pattern: new RegExp(
      `\\b(?:was|were|been|being) (?:struck|hit|attacked|bombed|shelled)(?: [\\p{Ll}\\d]+){0,4} (?:by|with) (?:(?!the )[\\p{L}-]+ ){0,3}?${ARMS}`,
      'gu',
    ),
    doer: 'victim',
  },
  {
    family: 'use',
    type: 'attack',
    cues: [['bombed', 'shelled', 'bombarded', 'targeted', 'hit ', 'struck ', 'damaged', 'destroyed']],
    pattern:
      /\b(?:was|were|been|being) (?:(?:repeatedly|heavily|again|also) )?(?:bombed|shelled|bombarded|targeted (?:by|with|in) (?:an? |the |\d{1,3} )?(?:\p{Ll}+ ){0,2}(?:air ?strikes?|strikes?|rockets?|missiles?|shells?|bombs?|drones?)|(?:hit|struck|damaged|destroyed) (?:in|by) (?:an? |the )?(?:\p{Ll}+ ){0,2}(?:air ?strikes?|strikes?|raids?|shelling|attacks?|bombardment|missiles?|rockets?|drones?))(?!\p{L})/gu,
    doer: 'victim',
    isNegated: NOT,
  },
  {
    family: 'use',
    type: 'attack',
    cues: [
      ['killed ', 'wounded ', 'injured '],
      ['attack', 'strike', 'raid', 'ombing', 'shelling', 'barrage'],
    ],
    pattern:
      /\b(?:(?:[Aa]t least |[Mm]ore than |[Ss]ome |[Aa]bout )?(?:\d[\d,]*|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Dd]ozens of|[Hh]undreds of|[Ss]everal|[Mm]any) )(?:\p{Ll}+ ){0,2}?(?:people|civilians|children|women|men|soldiers|villagers|residents|others) (?:was|were|have been|had been) (?:also )?(?:killed|wounded|injured)(?: (?:and|or) (?:killed|wounded|injured))? (?:in|by) (?:the |an? |this )?(?:\p{Ll}+ ){0,2}?(?:attacks?|air ?strikes?|strikes?|raids?|bombings?|shelling|barrage)(?!\p{L})/gu,
    doer: 'none',
  },
  {
    family: 'use',
    type: 'attack',
    cues: [
      ['attack', 'strike', 'raid'],
      ['carried out', 'launched', 'conducted', 'mounted'],
    ],
    pattern:
      /\b(?:(?:\d{1,3}|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Mm]any|[Ff]urther|[Mm]ore|[Nn]ew) ){0,2}(?:[\p{L}-]+ ){0,3}?(?:attacks?|air ?strikes?|strikes?|raids?) (?:was|were|has been|have been|had been) (?:carried out|launched|conducted|mounted)(?: (?:in|on|against|near) (?:the )?[\p{L}’'-]+)?/gu,
    doer: 'none',
  },
  {
    family: 'use',
    type: 'attack',
    cues: [[' under ']],
    pattern:
      /\b(?:is|are|was|were|been|came|comes|remains?|remained)(?: still| again)? under (?:\p{Ll}+ ){0,2}(?:bombardment|shelling|siege)(?!\p{L})/gu,
    doer: 'victim',
  },
  {
    family: 'use',
    type: 'use',
    cues: [[' that '], CUES_OF_ARMS],
    pattern: new RegExp(
      `\\b(?:[\\p{L}\\d-]+ ){0,2}${ARMS}(?: \\p{Ll}+)? that (?:struck|hit|landed|fell|killed|exploded)(?: (?:in|on|near))?(?: (?:an? |the )?[\\p{L}’'-]+){1,4}`,
      'gu',
    ),
    doer: 'none',
  },
  {
    family: 'use',
    type: 'attack',
    cues: [['strike', 'raid', 'attack']],
    pattern:
      /\b(?:[Aa]ir ?strikes?|[Aa]ir raids?|(?:missile|rocket|artillery|drone) (?:strikes?|attacks?)) (?:against|on) (?:the )?[\p{L}’'-]+(?: [\p{L}’'-]+)?(?: in (?:the )?\p{Lu}\p{L}+)?/gu,
    doer: 'owner',
  },
  {
    family: 'stockpile',
    type: 'stockpile-destruction',
    cues: [['eadline']],
    pattern:
      /\b(?:anticipated |expected |repeated )?(?:[Mm]iss(?:ed|ing|es)?|[Ff]ail(?:ures?|ed|ing|s)? to meet) (?:the |its |their |an? )?(?:[\p{L}\d-]+ ){0,3}?[Dd]eadlines? (?:for|to|of) (?:eliminat|destroy|destruct|dispos)\p{Ll}*(?: [\p{L}-]+){1,4}/gu,
    doer: 'none',
    isNegated: /./,
  },
  {
    family: 'stockpile',
    type: 'stockpile-destruction',
    cues: [
      ['isposal ', 'estruction '],
      ['eadline', 'arget'],
    ],
    pattern:
      /\b[Mm]iss(?:ed|ing|es)? (?:the |its |their |an? )?(?:[\p{L}\d-]+ ){0,2}?(?:[Dd]isposal|[Dd]estruction) (?:[Dd]eadline|[Tt]arget)s?/gu,
    doer: 'none',
    isNegated: /./,
  },
  {
    family: 'stockpile',
    type: 'stockpile-destruction',
    cues: [['failure']],
    pattern:
      /\b(?:anticipated |expected )?failures? to (?:destroy|eliminate) (?:its |their |the )?(?:[\p{L}-]+ ){0,3}?(?:stockpiles?|stocks|arsenals?|weapons|munitions|mines)(?: of [\p{L}-]+(?: \p{L}+)?)?/gu,
    doer: 'none',
    isNegated: /./,
  },
  {
    family: 'policy',
    type: 'policy-adopted',
    cues: [['sanctions', 'embargo']],
    pattern:
      /\b(?:(?:impos|issu|announc|adopt|agree|declar|lift|eas|tighten|extend|renew|reimpos)(?:es?|s|ed|ing|d to|d on)?(?: (?:to|on))?|stepp(?:ed|ing) up)(?: \p{Ll}+){0,3} (?:sanctions|embargo(?:es)?)(?: (?:on|against|in) (?:the )?[\p{L}’'-]+(?: \p{Lu}[\p{L}-]+)?)?/gu,
    doer: 'subject',
  },
  {
    family: 'statement',
    type: 'criticism',
    cues: [['criticism', 'condemnation', 'outrage', 'protest', 'rebuke', 'objection', ' fire from', ' ire ']],
    pattern:
      /\b(?:drew|draws|drawn|sparked|provoked|prompted|triggered|attracted|met with) (?:\p{L}+ ){0,3}?(?:criticism|condemnation|outrage|protests?|fire|ire|rebukes?|objections?)(?: (?:from|by|in) (?:the )?[\p{L}’'-]+(?:(?:,? and|,) (?:the )?\p{Lu}[\p{L}’'-]+|(?: (?!(?:and|but|for|over|when|after|because|as)\b)[\p{L}’'-]+){1,3}?(?=[.,;])){0,4})?/gu,
    doer: 'none',
  },
  {
    family: 'transfer',
    type: 'transfer',
    cues: [
      ['arrived', 'reached'],
      ['hipment', 'onsignment', 'atch', 'eliver'],
    ],
    pattern:
      /\b(?:[Tt]he |[Aa] )?(?:first |second |latest |last |new )?(?:shipments?|consignments?|batch(?:es)?|deliver(?:y|ies)) of (?:[\p{L}\d-]+ ){0,3}?(?:munitions|bombs|shells|missiles|rockets|tanks|weapons|arms|ammunition|drones|mines|jets)(?: from \p{Lu}\p{L}+)? (?:(?:has|have|had) )?(?:also |already |now )?(?:arrived|reached)(?: (?:in |at )?(?:the )?\p{Lu}[\p{L}’'-]+)?/gu,
    doer: 'none',
  },
  {
    family: 'meeting',
    type: 'meeting',
    cues: [['alks ', 'egotiations ', 'onsultations ']],
    pattern:
      /\b(?:[Tt]alks|[Nn]egotiations|[Cc]onsultations) (?:between|with|among|on) [^.;:]{3,70}? (?:resumed|began|opened|ended|concluded|collapsed|broke down|took place|were held|will resume|will begin|will be held|are due)(?!\p{L})/gu,
    doer: 'none',
  },
  {
    family: 'transfer',
    type: 'transfer',
    cues: [['arms ', 'weapons '], [' to ']],
    pattern:
      /\b(?:arms|weapons) (?:exports?|transfers?|sales?|shipments?|deliver(?:y|ies)|supplies) to (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}-]+)?/gu,
    doer: 'owner',
  },
  {
    family: 'treaty-act',
    type: 'treaty-adopted',
    cues: [['adoption']],
    pattern:
      /\b(?:the )?adoption,? (?:on|in) [^,;]{4,30},? of the (?:Convention|Treaty|Protocol|Agreement)(?: (?:on|of|for) (?:the )?\p{Lu}[^,;(]{2,60})?/gu,
    doer: 'none',
  },
  {
    family: 'treaty-act',
    type: 'treaty-adopted',
    cues: [['adopted ']],
    pattern:
      /(?<=(?:[Tt]reaty|[Cc]onvention|[Pp]rotocol|[Pp]act|\)),? )adopted (?:in|at|on) (?:(?:the )?\p{Lu}\p{L}+,? (?:on|in) )?(?:\d{1,2} )?(?:\p{Lu}\p{L}+ )?(?:\d{1,2}, )?(?:(?:19|20)\d{2}|\d{1,2} \p{Lu}\p{L}{2,8})/gu,
    doer: 'none',
  },
  {
    family: 'treaty-act',
    type: 'signature',
    cues: [['signed ', 'concluded ']],
    pattern:
      /(?<=(?:[Tt]reaty|[Cc]onvention|[Pp]rotocol|[Pp]act|\)), )(?:signed|concluded) (?:in|at|on) (?:(?:the )?\p{Lu}\p{L}+,? (?:on|in) )?(?:\d{1,2} )?(?:\p{Lu}\p{L}+ )?(?:\d{1,2}, )?(?:19|20)\d{2}/gu,
    doer: 'none',
  },
  {
    family: 'treaty-act',
    type: 'entry-into-force',
    cues: [['ntered into force']],
    pattern:
      /(?:\b(?:[Ii]t|which|and|then) |(?<=^\s*|[.;] ))[Ee]ntered into force (?:on|in) [\p{L}\d ,]{4,20}\d{4}/gu,
    doer: 'none',
  },
  {
    family: 'treaty-act',
    type: 'signature',
    cues: [['signed by ']],
    pattern:
      /\b(?:[Ii]t|[Tt]he document) (?:was|had been|has been) signed by (?:\d{1,3}|\p{Ll}{3,10}) (?:\p{Lu}\p{L}+ )?(?:countries|states|nations|governments)/gu,
    doer: 'none',
  },
  {
    family: 'use',
    type: 'use',
    cues: [['hemical '], ['attacks', 'strikes']],
    pattern:
      /\b(?:[Tt]here (?:were|had been|have been) )?(?:[Ff]urther|[Mm]ore|[Nn]ew|[Ff]resh|[Ss]everal|[Rr]epeated|[Tt]wo|[Tt]hree|[Ff]our) [Cc]hemical(?: [Ww]eapons?)? (?:attacks|strikes)(?!\p{L})(?: in (?:the )?[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)?/gu,
    doer: 'none',
  },
  {
    family: 'use',
    type: 'attack',
    cues: [
      ['bomb', 'missile', 'shell', 'rocket', 'drone'],
      ['exploded', 'landed', 'slammed', 'crashed', 'killed', 'struck'],
    ],
    pattern:
      /\b(?:[Aa]n? |[Tt]he |[Tt]wo |[Tt]hree |[Ss]everal )(?:(?!(?:un|if|that|which)\p{Ll}*)[\p{L}.-]+ ){0,3}?(?:bombs?|missiles?|shells?|rockets?|drones?)(?: (?!(?:that|which|who|if|when|may|can|could|would|will|must|to|not|never|and|had|has|have|was|were)\b)[\p{L}-]+){0,12}? (?:(?:has|have|had) )?(?:exploded|landed|slammed|crashed|killed|struck) (?:(?:in|on|into|near|at|outside|inside) (?:the |an? )?[\p{L}’'-]+|(?:at least |more than |about |some )?(?:\d[\d,]*|dozens of|hundreds of|two|three|four|five|six|seven|eight|nine|ten)(?: [\p{L}-]+){0,2}? (?:people|civilians|children|women|men|soldiers|villagers|residents|others)|(?:the|an?) [\p{L}-]+)/gu,
    doer: 'none',
  },
  {
    family: 'transfer',
    type: 'transfer-decision',
    cues: [
      ['deal', 'contract', 'agreement'],
      ['buy', 'purchase', 'sell', 'sale', 'suppl', 'deliver', 'acquire', 'provide'],
    ],
    pattern:
      /\b(?:(?:close to|on the verge of) )?(?:signed|sealed|struck|reached|agreed|announced|concluded|finali[sz]ed|finali[sz]ing|signing|concluding) (?:an? |the |its )(?:[\p{L}\d$€£.-]+ ){0,4}?(?:deal|contract|agreement) (?:with (?:the )?[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2} )?(?:to (?:buy|purchase|sell|supply|deliver|provide|acquire)|for the (?:sale|purchase|supply|delivery) of) (?:[\p{L}\d-]+ ){0,5}?(?:missiles?|rockets?|tanks?|howitzers?|drones?|jets?|aircraft|helicopters|munitions|ammunition|weapons|arms|shells|mines)(?!\p{L})/gu,
    doer: 'subject',
  },
  {
    family: 'treaty-act',
    type: 'refusal-to-join',
    cues: [['not intend', 'not plan', 'not wish', 'not want']],
    pattern:
      /\b(?:do|does|did) not (?:intend|plan|wish|want) to (?:sign|join|ratify|accede|become)(?:, (?:sign|join|ratify|accede))*(?:,? or [\p{L} ]{3,24})?[^.;:,]{0,24}?(?<!\p{L})(?:treat(?:y|ies)|[Cc]onvention|pact|accord|it|TPNW|NPT|CTBT)(?!\p{L})/gu,
    doer: 'subject',
    isNegated: /(?!)/,
  },
  {
    family: 'treaty-act',
    type: 'signature',
    cues: [['signator']],
    pattern:
      /\b(?:is|are|was|were|remains?|became|become)(?:n[’']t)? (?:not |never |also |already |still |now |yet ){0,2}(?:an? |the )?(?:\p{Ll}+ )?signator(?:y|ies)(?! (?:(?:Stat|stat|nation|countr|part|meeting)|(?:to|of|on) (?:an?|its|their|his|her|several|many|two)(?!\p{L})))(?: (?:to|of) (?:the |this |that |any )?[\p{L}-]+(?: (?:on |of )?\p{Lu}[\p{L}-]+){0,3})?/gu,
    doer: 'subject',
  },
  ...HEADLINES.map(
    ([type, verb]): Phrase => ({
      family: 'treaty-act',
      type,
      cues: [verb.split('|').map(one => ` ${one} `)],
      pattern: new RegExp(
        `\\b(?:${verb}) (?:[\\p{Lu}\\d][\\p{L}\\d.’'-]*(?: on| of| to)? ){0,5}?(?:Treaty|Convention|Pact|Accord|Ban)(?!\\p{L}| \\p{Lu})`,
        'gu',
      ),
      doer: 'subject',
      isOfState: true,
    }),
  ),
  {
    family: 'use',
    type: 'attack',
    cues: [
      ['missiles ', 'rockets ', 'shells ', 'bombs ', 'drones '],
      [' fired', ' launched', ' dropped'],
    ],
    pattern:
      /\b(?:[\p{L}\d-]+ ){0,2}?(?:missiles|rockets|shells|bombs|drones) (?:was|were|have been|had been) (?:fired|launched|dropped) (?:from|at|into|on|over|against|towards?) (?:the |an? )?[\p{L}’'-]+(?: [\p{L}’'-]+){0,2}/gu,
    doer: 'none',
    isNegated: NOT,
  },
  {
    family: 'use',
    type: 'attack',
    cues: [
      ['war in ', 'war on ', 'war against ', 'ggression against ', 'intervention in ', 'incursion into '],
    ],
    pattern:
      /(?<![’'\p{L}])(?:(?!(?:no|any|the|an?|its|their|his|of|in)(?!\p{L}))\p{Ll}+(?:,| and)? ){0,4}?(?:war (?:in|on|against)|aggression against|military intervention in|(?:military )?incursion into) (?:the )?\p{Lu}[\p{L}’'-]+/gu,
    doer: 'owner',
    isOnOthers: true,
  },
  {
    family: 'statement',
    type: 'criticism',
    cues: [
      [' is ', ' are ', ' was ', ' were ', 'onstitutes ', 'onstituted ', 'epresents '],
      [
        'acceptable',
        'admissible',
        'responsible',
        'reprehensible',
        'deplorable',
        'provocation',
        'flagrant',
        'clear breach',
        'clear violation',
        'blatant',
      ],
    ],
    pattern:
      /\b(?:\p{Lu}[\p{L}.-]*[’']s?|[Tt]his|[Tt]hese|[Ii]t|[Ss]uch|[Ii]ts) (?:[^.;:\n]{2,140}? )?(?:is|are|was|were|constitutes?d?|represents?|represented)(?: an?)?(?: (?!not)\p{Ll}+,?){0,3}? (?:unacceptable|inadmissible|irresponsible|reprehensible|deplorable|provocation|(?:flagrant|clear|blatant|grave|serious) (?:breach|violation|provocation))(?: of (?:the )?[\p{L}’'-]+(?: [\p{L}’'-]+)?)?(?!\p{L})/gu,
    doer: 'none',
    isOfNobody: true,
  },
  {
    family: 'meeting',
    type: 'meeting',
    cues: [
      ['commenced', 'adjourned', 'began', 'opened', 'resumed', 'concluded'],
      ['ebate ', 'ession ', 'eeting ', 'itting '],
    ],
    pattern:
      /\b(?:[\p{Lu}][\p{L}-]+ ){0,3}(?:[Dd]ebate|[Ss]ession|[Mm]eeting|[Ss]itting) (?:commenced|adjourned|began|opened|resumed|concluded)(?! (?:to question|for signature))(?!\p{L})/gu,
    doer: 'none',
  },
  {
    family: 'meeting',
    type: 'meeting',
    cues: [
      ['Council ', 'Assembly ', 'Committee ', 'NATO ', 'Cabinet ', 'Commission '],
      ['eeting', 'ession', 'riefing', 'ebate'],
    ],
    pattern:
      /\b(?:(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]oday[’']s|[Yy]esterday[’']s|\p{Lu}\p{Ll}+day[’']s|(?:[Ll]ast|[Nn]ext|[Tt]his) (?:week|month|year)[’']s) (?:\p{Ll}+ )?(?:(?:UN|U\.N\.|United Nations|EU|North Atlantic|General|First|Third|Security|European|Human Rights) ){0,2}(?:Council|Assembly|Committee|NATO|Cabinet|Commission) (?:meetings?|Meeting|session|Session|briefing|Briefing|debate|Debate))(?!\p{L})(?: (?:on|in) (?:the )?\p{Lu}[\p{L}’'-]+)?/gu,
    doer: 'none',
  },
  {
    family: 'treaty-act',
    type: 'ratification',
    cues: [['ratified by ']],
    pattern:
      /\b(?:[Ii]t|[Tt]he document) (?:was|had been|has been) ratified by (?:the )?(?:[\p{Lu}][\p{L}.]* ){0,3}(?:[Ss]enate|[Pp]arliament|[Cc]ongress|[Dd]uma|\d{1,3} (?:countries|states|nations))/gu,
    doer: 'none',
  },
]

/** What makes a phrase tell of what is to come: "will impose sanctions". */
const TO_COME =
  /\b(?:will|would|shall|(?:is|are) (?:set |due |expected )?to|(?:plan|intend|threaten)(?:s|ed)? to)\b/

/** "may impose", "if the city was bombed": what may be and what is supposed is not done. */
const POSSIBLE = /\b(?:may|might|could|should|can|cannot|must)\b/
const SUPPOSED = /(?<!\p{L})(?:if|unless|whether) [^,;]*$/iu

const AUXILIARY =
  /^(?:will|would|shall|may|might|could|should|can|must|never|not|to|has|have|had|is|are|was|were|set|due|expected|also|now|then|already)$/

/** The last word before a phrase that is no auxiliary of its verb. */
const lastOfSubject = (words: Words, at: number): number => {
  let last = wordFrom(words, at) - 1
  while (last > 0 && AUXILIARY.test(keyAt(words, last))) last--
  return last
}

const doerOf = (scene: EventScene, { doer }: Phrase, at: number, sentence: Span): Subject | undefined => {
  if (doer === 'owner') return ownerBefore(scene, at, sentence.start)
  return doer === 'subject' || doer === 'victim'
    ? subjectOf(scene, lastOfSubject(scene.words, at), sentence.start)
    : undefined
}

/** Those who stand inside a phrase: "signatories included Peru and Zambia". */
const partiesWithin = ({ actors }: EventScene, { start, end }: Span): readonly EventParty[] => {
  const found: EventParty[] = []
  for (let index = Math.max(0, spanAt(actors, start)); index < actors.length; index++) {
    const actor = actors[index]
    if (!actor || actor.start >= end) break
    const isState = actor.kind === 'state' && actor.value.as !== 'adjective'
    const party = actor.start >= start && isState ? partyOf(actor) : undefined
    if (party) found.push(party)
  }
  return found
}

const deedAt = (scene: EventScene, phrase: Phrase, span: Span, sentence: Span): Deed | undefined => {
  const { text } = scene.words
  const before = text.slice(Math.max(sentence.start, span.start - 30), span.start)
  if (TALK.test(before) || SUPPOSED.test(text.slice(sentence.start, span.start))) return undefined
  const doer = doerOf(scene, phrase, span.start, sentence)
  const suffers = phrase.doer === 'victim'
  if ((phrase.doer === 'subject' || suffers) && !doer) return undefined
  if (phrase.isOfState && !doer?.parties.some(({ iso3 }) => iso3)) return undefined
  if (phrase.isOnOthers && !doer && !/\b(?:its|their|his) $/.test(before)) return undefined
  const lead = text.slice(doer?.end ?? span.start, span.end)
  if (POSSIBLE.test(lead)) return undefined
  const agent = doer ? undefined : agentOf(scene, span.end, Math.min(sentence.end, span.end + 40))
  // "A shipment from Norway arrived in Ukraine": who stands behind the verb gets it.
  const arrived = span.start + (/ (?:arrived|reached)/.exec(text.slice(span.start, span.end))?.index ?? 0)
  const isArrival = phrase.family === 'transfer' && arrived > span.start
  // "talks between them on the war in Colombia": what it is about takes no part.
  const about =
    phrase.family === 'meeting'
      ? (/ (?:on|about|over) /.exec(text.slice(span.start, span.end))?.index ?? 0)
      : 0
  const upTo = isArrival ? arrived : about > 0 ? span.start + about : span.end
  const within = partiesWithin(scene, { start: span.start, end: upTo })
  const isNegated = (phrase.isNegated ?? NOT).test(text.slice(doer?.start ?? span.start, span.end))
  return {
    trigger: { family: phrase.family, type: phrase.type, needs: 'nothing' },
    word: -1,
    start: doer?.start ?? span.start,
    end: agent?.end ?? span.end,
    parties: suffers
      ? []
      : (doer?.parties ?? agent?.parties ?? (phrase.isOnOthers || phrase.isOfNobody ? [] : within)),
    recipients: isArrival
      ? partiesWithin(scene, { start: arrived, end: span.end })
      : phrase.isOnOthers
        ? within
        : [],
    object:
      phrase.family === 'treaty-act'
        ? (treatyIn(scene, doer?.start ?? span.start, span.end)?.value.treaty ?? null)
        : null,
    isFuture: TO_COME.test(lead),
    isNegated,
    governor: /^[Aa]ccus/.test(text.slice(span.start, span.end)) ? 'accused' : '',
    subject: doer,
    rule: 'phrase',
  }
}

/** The phrases whose plain words stand in a text. */
const cuedIn = (text: string, phrases: readonly Phrase[]): readonly Phrase[] =>
  phrases.filter(({ cues }) => cues.every(words => words.some(word => text.includes(word))))

const cuedInWhole = new WeakMap<Words, readonly Phrase[]>()

/** The same for a whole text, looked for once. */
const cuedBy = (words: Words): readonly Phrase[] => {
  const known = cuedInWhole.get(words) ?? cuedIn(words.text, PHRASES)
  cuedInWhole.set(words, known)
  return known
}

/** The events that set phrases of a sentence tell of: "was not among the signatories", "the lone dissenter". */
export const phrasesIn = (scene: EventScene, sentence: Span): readonly Deed[] => {
  const { words } = scene
  const told = words.text.slice(sentence.start, sentence.end)
  return cuedIn(told, cuedBy(words)).flatMap(phrase =>
    [...told.matchAll(phrase.pattern)].flatMap(match => {
      const start = sentence.start + match.index
      const last = wordFrom(words, start + match[0].length) - 1
      return deedAt(scene, phrase, { start, end: Math.max(start + 1, endOf(words, last)) }, sentence) ?? []
    }),
  )
}
