import type { EventFamily } from '../reading.ts'

/** What an event verb must have as its object to tell of an event. */
export type Needs = 'treaty' | 'weapon' | 'state' | 'nothing'

/** A verb or noun that tells of an event. */
export interface Trigger {
  readonly family: EventFamily
  readonly type: string
  readonly needs: Needs
  /** The object may stay unnamed: "which signed in 1993". */
  readonly alone?: true
  /** What has to follow within its clause. */
  readonly after?: RegExp
  /** The subject gets what the object is: "Ukraine received". */
  readonly isReceived?: true
  /** What the subject has to be called. */
  readonly by?: RegExp
  /** A State may be the subject too, whatever it is called. */
  readonly byState?: true
  /** Where the object is no mention, the end of the match ends the event. */
  readonly upTo?: RegExp
}

const regular = (stem: string): readonly string[] => {
  if (/[^aeiou]y$/.test(stem))
    return [stem, `${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`]
  if (stem.endsWith('e')) return [stem, `${stem}s`, `${stem}d`, `${stem.slice(0, -1)}ing`]
  return [stem, /(?:s|sh|ch|x|z)$/.test(stem) ? `${stem}es` : `${stem}s`, `${stem}ed`, `${stem}ing`]
}

const formsOf = (stems: string, irregular = ''): readonly string[] => [
  ...stems.split(' ').filter(Boolean).flatMap(regular),
  ...irregular.split(' ').filter(Boolean),
]

const treatyAct = (type: string, more: Partial<Trigger> = {}): Trigger => ({
  family: 'treaty-act',
  type,
  needs: 'treaty',
  ...more,
})
const armed = (family: EventFamily, type: string, more: Partial<Trigger> = {}): Trigger => ({
  family,
  type,
  needs: 'weapon',
  ...more,
})
const told = (family: EventFamily, type: string, after: RegExp): Trigger => ({
  family,
  type,
  needs: 'nothing',
  after,
  upTo: after,
})

/** What is made or used of what these treaties are about, with what may stand before it. */
const OF_ARMS =
  '(?:(?:all|any|its|their|the|such|these|those|new|banned|indiscriminate) ){0,2}(?:them|cluster|anti|landmines?|mines?|(?:sub)?munitions?|weapons?|arms|shells?|bombs?|missiles?|rockets?|chemical|chlorine|sarin|gas|nuclear|ammunition|explosives?|white|(?:\\p{Lu}[\\p{L}-]+ ){1,3}(?:[Ww]eapons?|[Mm]unitions?|[Bb]ombs?|[Mm]ines?|[Rr]ockets?))(?!\\p{L})'
const MONEY =
  /^.{0,60}?(?:(?:US|A|C|NZ)?[$€£] ?\d[\d.,]*(?: (?:million|billion|thousand))?|(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|several) (?:million |billion )?(?:dollars|euros?|kroner|kronor|francs|pounds|yen))(?: (?:to|for) [\p{L} ]{3,40}?(?=[,.;]| over| on| by|$))?/u
/** Who fights: "Sudanese security services", "the rebels". */
const ARMED_FORCE =
  /(?:forces?|army|military|troops|soldiers|rebels?|militants?|militias?|insurgents|fighters|air force|navy|coalition|guerrillas|gunmen|separatists|security services|agents|jets|warplanes)$/i
/** A treaty right after the verb, by name or noun. */
const TREATY_NEXT =
  /^ (?:the |this |that |a )?(?:(?!(?:to|that|of|on|for|from|about) )[\p{L}-]+ ){0,4}(?:[Tt]reaty|[Cc]onvention|[Pp]act|[Aa]ccord|[Pp]rotocol|\p{Lu}{3,5})(?!\p{L})/u
/** An instrument by its name, known or not: "the Lake Charter". */
const INSTRUMENT_NEXT =
  /^ the (?:\p{Lu}[\p{L}-]*(?: of| on| for| and| the)? ){1,6}(?:Charter|Accords?|Agreement|Memorandum|Pact|Treaty|Convention|Protocol|Declaration)(?!\p{L})/u
const OBJECT = /^(?:, in (?:the )?\p{L}+ (?:possible |\p{L}+ )?terms,)? (?:[\p{L}\p{N}’'-]+ ?){1,9}/u
/** What a State has in an agreement, named or not. */
const PART_IN =
  /^ (?:its|their) (?:\p{L}+ )?(?:participation|membership|implementation|observance|compliance)(?: (?:in|of|with)(?: the)?(?: \p{Lu}[\p{L}-]*){1,6})?/u
/** "participated in the negotiations", "took part in drafting". */
const NEGOTIATING =
  /^ (?:part )?in (?:the |its |these |those )?(?:[\p{L}-]+ ){0,2}?(?:negotiations|negotiating|drafting)(?!\p{L})/u
const ASKED =
  '(?:requests?|proposals?|offers?|appeals?|calls?|demands?|invitations?|overtures?|pleas?|bids?|preconditions?|ultimatums?)(?: (?:to|for|from|by|of) [\\p{L} ’-]{3,40})?'
/** What is refused: "the request", "a Soviet proposal to". */
const REQUEST = new RegExp(`^ (?:by (?:the )?\\p{Lu}|(?:[\\p{L}’'-]+ ){0,4}?${ASKED}(?!\\p{L}))`, 'u')
/** What an attack was on: "of Ukraine", "on the market in Aleppo". */
const ATTACKED =
  /^ (?:of|on|against) (?!(?:the |a |its |his |her |their |this )?(?:[\p{Ll}-]+ ){0,2}(?:reports?|treaty|treaties|conventions?|polic(?:y|ies)|ideas?|media|press|record|rights|laws?|rules?|plans?|opposition|critics|democracy|freedoms?|poverty|corruption|findings|proposals?|decisions?|credibility|character|text|draft|motives|book|article|author)(?!\p{L}))(?:the |a )?(?:[\p{L}’'-]+)(?: (?:in (?:the )?)?\p{Lu}[\p{L}’'-]+){0,3}/u
/** What is attacked in a place: "a school in Gaza", "residential areas". */
const ON_PLACE =
  /^ (?:an? |the |its |their |several |two |three )?(?:[\p{Ll}-]+ ){0,3}(?:schools?|hospitals?|clinics?|markets?|villages?|towns?|cit(?:y|ies)|camps?|convoys?|areas|neighbou?rhoods?|homes|houses|buildings?|positions|power (?:plants?|stations?)|infrastructure|mosques?|church(?:es)?|ports?|airports?|depots?|bases?|civilians)(?!\p{L})(?: (?:in|of|near|outside) (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)?/u
const POLICY =
  /^ (?:[\p{L}\d’'-]+ ){0,6}?(?:policy|policies|law|laws|legislation|act|bill|plan|declaration|resolution|strategy|moratorium|decree|order|directive|guidelines|report|programme|roadmap)(?!\p{L})/iu

/** What is made that is no weapon, whatever stands behind it: "made progress in getting rid of mines". */
const MAKING =
  /^(?! (?:[\p{L}-]+ ){0,3}?(?:strides?|progress|efforts?|advances?|inroads|headway|statements?|speech(?:es)?|steps?|moves?|use|sense|sure|clear|announcements?|commitments?|promises?|pledges?|decisions?|references?|calls?|appeals?|claims?|requests?|proposals?|changes?|recommendations?|case|attempts?|points?|it|possible|difference|contributions?|concessions?|arrangements?|plans?|choices?|mistakes?|peace|law|war|demands?)(?!\p{L}))/u
/** What is destroyed that is no stock: "destroy this agreement". */
const DESTROYING =
  /^(?! (?:(?:the|this|that|these|its|their|an?|his|her|our|any|all|such|entire|whole|very) ){0,2}(?:[\p{L}-]+ ){0,2}?(?:agreements?|treat(?:y|ies)|deals?|pacts?|accords?|conventions?|world|planet|countr(?:y|ies)|cit(?:y|ies)|towns?|econom(?:y|ies)|houses?|homes?|li(?:fe|ves)|trust|hopes?|credibility|arguments?|villages?|buildings?|bridges?|schools?|hospitals?|evidence|documents?|careers?|reputations?|relations?|relationships?|regimes?|system|balance|process|consensus|unity|confidence|peace|tanks?|vehicles?|planes?|aircraft|ships?|targets?|positions?|bases?|crops?|fields?|forests?)(?!\p{L}))/iu

/** "using nuclear weapons to blackmail the world": what is only held against somebody is not used. */
const NOT_AS_THREAT =
  /^(?! (?:[\p{L}-]+ ){0,4}?(?:weapons?|arms|missiles|arsenal) (?:only |merely )?(?:to (?:blackmail|threaten|deter|coerce|intimidate|pressure|bargain)|as (?:an? )?(?:deterrents?|threats?|bargaining|leverage|blackmail|insurance)))/u

const OWN_POLICY =
  /^ (?:its|their|the) (?:[\p{L}’'-]+ ){0,4}?(?:policy|policies|doctrine|posture|moratorium)(?!\p{L})/u

/** "its use of cluster munitions": what is expanded or resumed. */
const OWN_USE =
  /^ (?:its|their|his|the) (?:[\p{L}-]+ ){0,3}?(?:use|deployment) of (?:[\p{L}-]+ ){0,3}?(?:munitions?|submunitions?|bombs|bomblets|weapons|mines|landmines|shells)(?!\p{L})/u

/** The verbs that tell of events, by their forms; of several the first that fits counts. */
const VERBS: readonly (readonly [readonly string[], Trigger])[] = [
  [formsOf('sign'), treatyAct('signature', { alone: true })],
  [formsOf('sign'), told('treaty-act', 'signature', INSTRUMENT_NEXT)],
  [formsOf('ratify'), treatyAct('ratification', { alone: true })],
  [formsOf('accede'), treatyAct('accession', { alone: true })],
  [
    formsOf('join'),
    told(
      'meeting',
      'reaction-tally',
      /^ (?:the |a |its |their )?(?:growing |global )?calls? for(?: [\p{L}-]+){1,4}/u,
    ),
  ],
  [formsOf('join'), treatyAct('accession', { alone: true, after: /^(?! in(?!\p{L}))/u })],
  [formsOf('reject spurn'), treatyAct('refusal-to-join', { after: TREATY_NEXT })],
  [
    formsOf('', 'rule rules ruled ruling'),
    told(
      'treaty-act',
      'refusal-to-join',
      /^ out (?:joining|signing|ratifying|acceding to|accession to|membership (?:in|of)) (?:(?:the|this|that|any) )?(?:[\p{L}-]+ ){0,5}?(?:[Tt]reaty|[Cc]onvention|[Pp]act|[Aa]ccord|[Pp]rotocol|ban|\p{Lu}{3,5})(?!\p{L})/u,
    ),
  ],
  [
    formsOf('', 'become becomes became becoming'),
    treatyAct('accession', { after: /^ (?:[\p{L}’'-]+ ){0,6}?(?:party|parties|member)(?!\p{L})/iu }),
  ],
  [formsOf('', 'come comes came coming'), told('treaty-act', 'entry-into-force', /^ into force/)],
  [
    formsOf('', 'become becomes became'),
    told('treaty-act', 'entry-into-force', /^ (?:binding )?law(?!\p{L})/u),
  ],
  [
    formsOf('announce declare'),
    told(
      'treaty-act',
      'withdrawal-notified',
      /^ (?:(?:its|their|the) (?:\p{Ll}+ )?(?:withdrawal|departure|exit|denunciation)|(?:its |their |an? |the )?(?:intent|intention|decision|plans?) to (?:withdraw|leave|quit|exit|denounce|pull out|drop out))(?: (?:from|of|out of) [\p{L} -]{3,50})?/u,
    ),
  ],
  [
    formsOf('prepare introduce table draft'),
    told(
      'treaty-act',
      'withdrawal-notified',
      /^ (?:an?|the|its) (?:\p{Ll}+ )?(?:bill|law|decree|notice) to (?:withdraw|revoke|leave|quit|denounce|exit|rescind)(?: [\p{L} -]{3,50})?/u,
    ),
  ],
  [
    formsOf('revoke rescind', 'withdraw withdraws withdrew withdrawn withdrawing'),
    told(
      'treaty-act',
      'withdrawal-notified',
      /^ (?:the effect of )?(?:[\p{L}’'-]+ ){0,3}?(?:ratification|signature|accession)(?: (?:of|from|to) [\p{L} -]{3,50})?/u,
    ),
  ],
  [
    formsOf('sign issue'),
    told(
      'treaty-act',
      'withdrawal-approved',
      /^ (?:an?|the|his|her) (?:\p{Ll}+ )?(?:order|decree|message|letter|memorandum|bill|law) (?![^.;:]{0,60}?\b(?:urging|asking|calling|begging|appealing|opposing|not to|against|imploring|requesting|criticis|criticiz|protest)\p{Ll}*)[^.;:]{0,60}?\b(?:withdraw|reject|leave|quit|denounce|exit|discontinue|unsign)(?: [\p{L}’ -]{3,50})?/u,
    ),
  ],
  [
    formsOf('approve back pass adopt'),
    told(
      'treaty-act',
      'withdrawal-approved',
      /^ (?:a|the) (?:law|bill|motion|resolution|decision) to (?:leave|quit|withdraw from|denounce|exit)(?: [\p{L} -]{3,50})?/u,
    ),
  ],
  [formsOf('', 'take takes took taken taking'), treatyAct('withdrawal', { after: /^ [^.;,]{2,40} out of/ })],
  [
    formsOf('approve back endorse support', 'passed'),
    told(
      'treaty-act',
      'withdrawal-approved',
      /^ (?:[\p{L}]+ ){0,3}?(?:withdrawal|denunciation|exit|departure)(?: (?:from|of) [\p{L} -]{3,50})?/u,
    ),
  ],
  [
    formsOf(
      'exit denounce abandon abrogate',
      'withdraw withdraws withdrew withdrawn withdrawing quit quits quitting',
    ),
    treatyAct('withdrawal', { alone: true }),
  ],
  [formsOf('', 'leave leaves left leaving'), treatyAct('withdrawal')],
  [
    formsOf('pull walk', 'drop drops dropped dropping opt opts opted opting'),
    treatyAct('withdrawal', { after: /^ out of/ }),
  ],
  [
    formsOf('notify inform'),
    told(
      'treaty-act',
      'withdrawal-notified',
      /^.{0,90}?(?:withdrawal|departure|intention to leave|leaving|exit)(?!\p{L})/iu,
    ),
  ],
  [
    formsOf('notify'),
    told(
      'treaty-act',
      'withdrawal-notified',
      /^ (?:the )?(?:United Nations|UN|U\.N\.|Secretary-General|depositary)(?: Secretary-General| of the United Nations)?/,
    ),
  ],
  [
    formsOf('deposit file'),
    told(
      'treaty-act',
      'ratification',
      /^.{0,40}?(?:documents? (?:ratifying|of ratification)|instruments? of (?:ratification|acceptance|approval)|\bratification|\binstruments?(?! of acc))/i,
    ),
  ],
  [formsOf('deposit'), told('treaty-act', 'accession', /^.{0,40}?instruments? of accession/i)],
  [
    formsOf('submit deposit file', 'sent give gives gave given giving'),
    told(
      'treaty-act',
      'withdrawal-notified',
      /^.{0,50}?(?:notice|notification|instrument) of (?:its |their )?(?:withdrawal|denunciation)/i,
    ),
  ],
  [formsOf('enter'), told('treaty-act', 'entry-into-force', /^ into force(?: for [\p{Lu}][\p{L} ]{2,30})?/u)],
  [formsOf('', 'take takes took taken'), told('treaty-act', 'withdrawal-effective', /^ effect/)],
  [formsOf('', 'become becomes became'), told('treaty-act', 'withdrawal-effective', /^ effective/)],
  [
    formsOf('cease'),
    told(
      'treaty-act',
      'withdrawal-effective',
      /^ to (?:bind|be (?:bound|a (?:state )?party))(?: [\p{Lu}]\p{L}+| by the \p{L}+)?/iu,
    ),
  ],
  [formsOf('', 'open opens opened'), told('treaty-act', 'signature-opening', /^ for signature/)],
  [
    formsOf('adopt approve pass endorse'),
    {
      ...told(
        'meeting',
        'vote',
        /^ (?:by \d{1,3} votes to \d{1,3},? (?:with [^,]{3,30}, )?)?(?:the |a |its |an )?(?:[\p{L}-]+ ){0,2}?(?:draft|resolution|text|amendment)s?(?!\p{L})/u,
      ),
      by: /(?:assembly|committee|council|conference)(?: \([^()]{0,80}\))?$/i,
    },
  ],
  [
    formsOf('approve pass'),
    treatyAct('ratification', {
      after: TREATY_NEXT,
      by: /(?:senate|parliament|congress|duma|diet|bundestag|seimas|sejm|riigikogu|house|committee|lawmakers|legislature)$/i,
    }),
  ],
  [
    formsOf('approve'),
    treatyAct('treaty-adopted', { after: TREATY_NEXT, by: /(?:assembly|nations|conference)$/i }),
  ],
  [formsOf('adopt conclude', 'agreed done'), treatyAct('treaty-adopted')],
  [
    formsOf('initiate launch'),
    told(
      'treaty-act',
      'treaty-negotiated',
      /^ (?:the |a )?(?:\p{Lu}\p{L}+ [Pp]rocess|negotiations)(?!\p{L})/u,
    ),
  ],
  [formsOf('negotiate draft'), treatyAct('treaty-negotiated')],
  [
    formsOf('participate', 'take takes took taken taking'),
    told('treaty-act', 'treaty-negotiated', NEGOTIATING),
  ],
  [
    formsOf('approve'),
    treatyAct('treaty-adopted', {
      after: /^ (?:[\p{L}]+ ){0,2}?by (?:the )?(?:UN|U\.N\.|United Nations|General Assembly)/u,
    }),
  ],
  [
    formsOf('use employ deploy fire launch scatter', 'drop drops dropped dropping lay lays laid laying'),
    armed('use', 'use', { after: NOT_AS_THREAT }),
  ],
  [
    formsOf('bombard invade', 'attacked attacking bombed bombing shelled shelling'),
    {
      family: 'use',
      type: 'attack',
      needs: 'state',
      after: /^(?!.{0,60}?\b(?:over|for) (?:its|the|their|not)(?!\p{L}))/u,
    },
  ],
  [formsOf('bombard', 'bombed bombing shelled shelling attacked attacking'), told('use', 'attack', ON_PLACE)],
  [
    formsOf('', 'hit hits struck strikes striking'),
    { ...told('use', 'attack', ON_PLACE), by: ARMED_FORCE, byState: true },
  ],
  [formsOf('exchange'), told('use', 'attack', /^ (?:\p{Ll}+ ){0,2}fire(?!\p{L})/u)],
  [
    formsOf('approve authorise authorize announce order'),
    armed('transfer', 'transfer-decision', {
      after:
        /^ (?:the |a |an )?(?:\p{Ll}+ ){0,2}?(?:transfers?|supply|deliver(?:y|ies)|sales?|exports?|shipments?|provision)(?!\p{L})/u,
    }),
  ],
  [
    formsOf(
      'supply provide transfer deliver export ship donate',
      'send sends sent sending give gives gave given giving sell sells sold selling transferred transferring shipped shipping hand hands handed handing',
    ),
    armed('transfer', 'transfer'),
  ],
  [
    formsOf('receive', 'gained'),
    told('policy', 'policy-adopted', /^ (?:the )?[Rr]oyal [Aa]ssent(?: on [\p{L}\d ]{3,20})?/u),
  ],
  [
    formsOf('allow authorise authorize clear', 'permit permits permitted permitting let lets letting'),
    told(
      'transfer',
      'export-permitted',
      /^ (?:the |an? )?(?:\p{Ll}+ ){0,2}?(?:exports?|shipments?|transfers?|sales?|deliver(?:y|ies)|transit) of (?:[\p{L}\d-]+ ){0,4}?(?:munitions?|weapons|arms|shells|missiles|rockets|rocket motors|ammunition|bombs|mines|tanks|jets)(?!\p{L})(?: to (?:the )?\p{Lu}[\p{L}-]+)?|^ (?:[\p{L}\d.’'-]+ ){0,4}?(?:munitions?|weapons|arms|shells|missiles|rockets|ammunition|bombs|mines|tanks|jets)(?!\p{L})(?: [\p{L}-]+){0,3}? (?:to (?:transit|pass|cross|be (?:shipped|transferred|exported|delivered|re-exported|sent|moved|stored))|for export|across|through)(?: (?:to|through|across|in|on) (?:its |their |the )?[\p{L}’'-]+)?/u,
    ),
  ],
  [formsOf('receive obtain'), armed('transfer', 'transfer', { isReceived: true })],
  [
    formsOf('', 'take takes took taken taking'),
    armed('transfer', 'transfer', { isReceived: true, after: /^ (?:delivery|receipt|possession) of /u }),
  ],
  [formsOf('expand continue increase resume intensify escalate'), told('use', 'use', OWN_USE)],
  [
    formsOf('fail'),
    told(
      'stockpile',
      'stockpile-destruction',
      /^ to (?:destroy|eliminate|finish destroying) (?:its |their |the )?(?:[\p{L}-]+ ){0,3}?(?:stockpiles?|stocks|arsenals?|weapons|munitions|mines)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('launch mount stage conduct', 'carry carries carried carrying'),
    {
      ...told(
        'use',
        'attack',
        /^ (?:out )?(?:(?!on |at |against |for )[\p{L}\d-]+,? ){0,6}?(?:air ?strikes?|strikes?|air raids?|raids?|attacks?|offensive|assault|bombardment|bombing raids?|shelling|(?:drones?|missiles?|rockets?) (?:at|on|against|into|toward|towards))(?!\p{L})(?! (?:on|against) (?:the |its |his |her |their |this )?(?:treaty|treaties|convention|policy|policies|ideas?|media|press|record|rights|laws?|rules?|report|plan|opposition|critics|democracy|freedoms?|poverty|corruption)(?!\p{L}))(?: (?:on|against|in|at) (?:the )?[\p{L}’'-]+)?/u,
      ),
      by: ARMED_FORCE,
      byState: true,
    },
  ],
  [
    formsOf('kill slaughter massacre', ''),
    {
      ...told(
        'use',
        'attack',
        /^ (?:at least |more than |some |about |over |up to |as many as |nearly )?(?:\d[\d,]*|dozens|hundreds|scores|(?:tens of )?thousands|several|many|two|three|four|five|six|seven|eight|nine|ten|a dozen)(?: of)? (?:\p{L}+ ){0,2}?(?:people|civilians|children|women|men|soldiers|protesters|demonstrators|villagers|residents|refugees|persons|others|prisoners)(?!\p{L})/u,
      ),
      by: ARMED_FORCE,
      byState: true,
    },
  ],
  [
    formsOf('', 'blow blows blew blown'),
    {
      ...told('use', 'attack', /^ up (?:the |an? |two |three |several )(?:[\p{L}-]+ ){0,3}?[\p{L}-]+/u),
      by: ARMED_FORCE,
      byState: true,
    },
  ],
  [
    formsOf('', 'fire fires fired firing'),
    {
      ...told(
        'use',
        'attack',
        /^ (?:[\p{L}\d-]+ ){0,4}?(?:missiles?|rockets?|shells?|mortars?|drones?|artillery) (?:at|on|into|toward|towards|over) (?:the )?[\p{L}’'-]+/u,
      ),
      by: ARMED_FORCE,
      byState: true,
    },
  ],
  [
    formsOf('kill wound injure', 'hit hits struck strikes'),
    {
      ...told('use', 'attack', /^ [^.;:]{2,60}/u),
      by: /(?:attack|strike|airstrike|air strike|raid|shelling|bombing|bombardment|barrage)s?$/i,
    },
  ],
  [
    formsOf('detonate'),
    told(
      'use',
      'attack',
      /^ (?:an? |the )?(?:[\p{L}-]+ ){0,3}?(?:bomb|device|explosives|charge|mine)s?(?!\p{L})/u,
    ),
  ],
  [
    formsOf('end halt cease block', 'stop stops stopped stopping'),
    told(
      'transfer',
      'transfer-refusal',
      /^ (?:all |its |their |the |any |further |arms |weapons? ){0,3}(?:deliver(?:y|ies)|shipments?|transfers?|exports?|sales?|supplies)(?!\p{L})(?: (?:of|to) [\p{L} ]{3,30})?/u,
    ),
  ],
  [
    formsOf('end halt cease', 'stop stops stopped stopping'),
    told(
      'production',
      'production-stopped',
      new RegExp(
        `^ (?:all |its |their |the )?(?:production|manufacture)(?! of (?!${OF_ARMS}))(?: of [\\p{L} ]{3,30})?`,
        'u',
      ),
    ),
  ],
  [
    formsOf('end halt cease', 'stop stops stopped stopping'),
    told(
      'use',
      'use-stopped',
      new RegExp(
        `^ (?:all |its |their |the )?use(?!\\p{L})(?! of (?!${OF_ARMS}))(?: of [\\p{L} ]{3,30})?`,
        'u',
      ),
    ),
  ],
  [formsOf('produce manufacture'), armed('production', 'production')],
  [formsOf('', 'make makes made making'), armed('production', 'production', { after: MAKING })],
  [formsOf('', 'released releasing'), armed('use', 'use')],
  [formsOf('destroy', ''), armed('stockpile', 'stockpile-destruction', { alone: true, after: DESTROYING })],
  [
    formsOf('dismantle eliminate burn', 'scrap scraps scrapped scrapping'),
    armed('stockpile', 'stockpile-destruction'),
  ],
  [
    formsOf('complete finish', ''),
    told(
      'stockpile',
      'stockpile-destruction-completed',
      /^ (?:the |its )?destruction of [\p{L}\d, ]{3,60}?(?:stockpiles?|stocks?|munitions?|mines?|weapons)/u,
    ),
  ],
  [
    formsOf('vote'),
    told(
      'meeting',
      'vote',
      /^ (?:overwhelmingly |narrowly |unanimously )?(?:(?:together )?(?:with|alongside) [^,.;:]{3,50}? )?(?:for|against|in favou?r(?: of)?)(?: (?!\d)(?:[\p{L}’'-]+)){0,4}/u,
    ),
  ],
  [
    formsOf('vote'),
    told(
      'meeting',
      'vote',
      /^ (?:(?:on )?(?:yesterday|today|\p{Lu}\p{Ll}+day) )?to (?:ratify|approve|adopt|ban)(?!\p{L})/u,
    ),
  ],
  [formsOf('abstain'), told('meeting', 'vote', /^/)],
  [
    formsOf('', 'cast casts casting'),
    told(
      'meeting',
      'vote',
      /^ (?:its |their |his |the |an? )?(?:(?:sole|lone|only|single|dissenting|negative|affirmative|no|yes|deciding|“no”|"no"|[‘']no[’']) ){0,3}(?:votes?|ballots?)(?: (?:against|for|in favou?r of|on) (?:the )?\p{L}+)?/u,
    ),
  ],
  [
    formsOf('decide resolve', 'opt opts opted opting'),
    {
      ...told('meeting', 'meeting-decision', /^ (?:to|against|not to|in favou?r of) (?:[\p{L}’'-]+ ?){1,8}/u),
      by: /(?:meeting|conference|part(?:y|ies)|members|(?:members?|parties) (?:states|nations)|committee|council|assembly|session|summit|delegates|\b\d{0,2}(?:HCPs?|GGE|MSP|COP|OEWG)|experts)(?: (?:of|to) [^,;]{3,90})?$/i,
    },
  ],
  [
    formsOf('prevent block thwart'),
    told(
      'meeting',
      'meeting-opposition',
      /^ [^.;:]{0,60}?\b(?:consensus|adoption|adopting|mandate|negotiations|talks|(?:final|outcome) document|declaration)(?!\p{L})/u,
    ),
  ],
  [formsOf('back endorse'), told('meeting', 'reaction-tally', TREATY_NEXT)],
  [
    formsOf('lead', 'led head heads headed heading'),
    told(
      'meeting',
      'meeting',
      /^ (?:the |its |his |her |a |an )?(?:[\p{L}.’'-]+ ){0,3}?[Dd]elegation (?:at|to) (?:[\p{L}\d()’'-]+ ?){1,8}/u,
    ),
  ],
  [
    formsOf('', 'met meet meets convene convened convenes gathered gather gathers'),
    told(
      'meeting',
      'meeting',
      /^ (?:here|in|on|at|with(?! (?:\p{Ll}+ )?(?:difficult|resistance|critici|opposition|approval|success|failure|silence|applause|disaster|hostility|protests?|suspicion|scepticism|skepticism))|this|last|again|from|over|yesterday|today|for the|to (?:discuss|review)|(?:his|her|its|their|the) (?:\p{L}+ ){0,2}(?:counterparts?|colleagues?)(?!\p{L})|[\p{Lu}])(?:[\p{L}’'-]+)?/u,
    ),
  ],
  [
    formsOf('', 'discuss'),
    {
      ...told('meeting', 'meeting-scheduled', /^ (?:[\p{L}\d’'-]+ ?){1,4}/u),
      by: /(?:council|committee|assembly|parliament|congress|commission|cabinet|ministers|leaders|ambassadors|experts|members|part(?:y|ies)|board|watchdog|agency|organi[sz]ation|nations|union|weapons|UN|NATO|OSCE|OPCW|IAEA|EU)(?: of (?:the )?[^,;]{2,70})?$/iu,
    },
  ],
  [
    formsOf('visit', 'travelled traveled travels flew flies'),
    told(
      'meeting',
      'meeting',
      /^ (?:to )?[^.;:]{2,40}? for (?:[\p{L}-]+ ){0,2}?(?:talks|meetings?|consultations|an? (?:[\p{L}-]+ )?summit)(?!\p{L})(?: with (?:the )?[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)?/u,
    ),
  ],
  [
    formsOf('open convene'),
    {
      ...told(
        'meeting',
        'meeting',
        /^ (?:in|on|at|with|today|yesterday)(?: (?:the )?\p{Lu}[\p{L}’'-]+){0,2}/u,
      ),
      by: /(?:assembly|conference|summit|session|meeting|talks|congress)$/i,
    },
  ],
  [
    formsOf('consult confer'),
    told(
      'meeting',
      'meeting',
      /^ (?:\p{Ll}+ly )?with (?:the |its |our |their )?(?!(?:a|an|my|his|her)(?!\p{L}))(?:[\p{L}’'-]+ ?){1,3}/u,
    ),
  ],
  [
    formsOf('', 'object objects objected objecting'),
    told(
      'meeting',
      'meeting-opposition',
      /^ to (?:having|holding|convening) (?:(?:the|a|any) )?(?:[\p{L}-]+ ){0,2}?(?:meetings?|sessions?|debates?|talks|conference|vote)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('', 'veto vetoes vetoed vetoing'),
    told('meeting', 'vote', /^ (?:the |an? |new |its )?(?:[\p{L}’'-]+ ?){1,4}/u),
  ],
  [
    formsOf('oppose', ''),
    told(
      'meeting',
      'vote',
      /^ (?:the |this |that )?(?:measure|resolution|motion|draft|text|amendment)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('boycott'),
    told(
      'meeting',
      'meeting-opposition',
      /^ (?:[\p{L}\d’'-]+ ){0,7}?(?:meetings?|conference|talks|summit|session|negotiations|process)(?!\p{L})/iu,
    ),
  ],
  [
    formsOf('attend host chair'),
    told(
      'meeting',
      'meeting',
      /^ (?:[\p{L}\d’'-]+ ){0,7}?(?:meetings?|conference|talks|summit|session|negotiations|process)(?!\p{L})/iu,
    ),
  ],
  [
    formsOf('open host', 'hold holds held holding'),
    told(
      'meeting',
      'meeting',
      /^ (?:[\p{L}\d’'-]+ ){0,6}?(?:meetings?|conference|talks|summit|session|negotiations|round|consultations|workshop|seminar)(?!\p{L})/iu,
    ),
  ],
  [
    formsOf('', 'have has had having'),
    told(
      'meeting',
      'meeting',
      /^ (?:(?:an?|another) (?:[\p{L}-]+ ){0,2}?(?:meeting|summit)|(?:several|multiple|many|repeated|separate|further|detailed|informal|bilateral|extensive|two|three|\d+) (?:[\p{L}-]+ ){0,2}?(?:meetings|summits|talks|discussions|consultations))(?!\p{L})/u,
    ),
  ],
  [
    formsOf(
      'condemn criticise criticize deplore decry',
      'regretted lamented protested objected slam slams slammed blasted assailed',
    ),
    told(
      'statement',
      'criticism',
      new RegExp(
        `^(?![^.;]{0,12} (?:shut|doors?)(?!\\p{L})|[^.;]{0,40} to (?:death|prison|jail|life|hang|\\d))${OBJECT.source.slice(1)}`,
        OBJECT.flags,
      ),
    ),
  ],
  [
    formsOf('', 'regret regrets'),
    told('statement', 'criticism', /^ (?!to |it(?!s)|nothing|nobody)(?:[\p{L}\p{N}’'-]+ ?){1,9}/u),
  ],
  [
    formsOf('describe condemn denounce'),
    told(
      'statement',
      'criticism',
      /^ [^.;:“"«„]{0,50}?\b(?:position|decision|move|plans?|polic(?:y|ies)|attacks?|statements?|proposals?|claims?|withdrawal|vote|deal|sanctions|actions?|conduct|use|tests?|launch|invasion|war|attitude|demands?|behaviou?r|strikes?)\b[^.;:“"«„]{0,50}? as (?:an? )?(?:(?!not)\p{Ll}+ ){0,2}?(?:un(?:acceptable|tenable|negotiable|justified|lawful|warranted|provoked)|inadmissible|irresponsible|illegal|dangerous|reckless|aggressive|provocat\p{Ll}+|mistaken?|wrong|aggression|violation|breach|betrayal|propaganda|hypocri\p{Ll}+|cynical|absurd|shameful|disgraceful|immoral)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('express voice'),
    told(
      'statement',
      'criticism',
      /^ (?:[\p{L}-]+ ){0,3}?(?:regret|concern|concerns|disappointment|alarm|dismay|condemnation|distress|displeasure|dissatisfaction|frustration|outrage|anger|indignation|disgust|reservations?)(?!\p{L})/iu,
    ),
  ],
  [
    formsOf('call describe', 'dub dubbed brand branded'),
    told(
      'statement',
      'criticism',
      /^ [^.;:]{3,110}?[“‘"«„][^.”"»]{0,60}?(?:desperat|betray|sham|weak|unaccept|danger|gift to|mistake|wrong|outrag|irrespons|illegal|fabricat|hypocri|reckless|barbar|crim|fail|setback|undermin|blow|disgrac|tragic|tragedy|cynic|step back|mislead|megaphone|provoc|propagand|farce|stain|shame|nonsense|absurd|coward|brutal|terror|inhuman|abhorrent|distort|biased|one-sided|slander|baseless|unfounded|groundless|deplor|atroci|heinous|horrif)[^.”"»]{0,60}[”’"»“]?/u,
    ),
  ],
  [
    formsOf(
      'promise pledge offer announce allocate contribute provide donate',
      'commit committed grant granted gives gave given',
    ),
    told('statement', 'funding-promised', MONEY),
  ],
  [
    formsOf('announce pledge promise unveil'),
    told(
      'statement',
      'funding-promised',
      /^ (?:an? |the |its |their |new )?(?:[\p{L}\d$€£.,-]+ ){0,5}?(?:assistance|aid|relief|support) packages?(?!\p{L})(?: (?:to|for) (?:the )?\p{Lu}[\p{L}’'-]+)?/u,
    ),
  ],
  [
    formsOf('increase boost double triple'),
    told(
      'statement',
      'funding-promised',
      /^ (?:its |their |the )?(?:[\p{L}-]+ ){0,2}?(?:assistance|aid|support|funding) (?:to|for) (?:the )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?/u,
    ),
  ],
  [
    formsOf('promise pledge'),
    told(
      'statement',
      'funding-promised',
      /^ (?:[\p{L}-]+,? ){0,7}?(?:support|aid|assistance|funding)(?!\p{L})(?: (?:to|for) (?:the )?\p{Lu}[\p{L}’'-]+)?/u,
    ),
  ],
  [
    formsOf('announce unveil'),
    told(
      'policy',
      'policy-adopted',
      /^ (?:its |the |an? )?(?:[\p{L}-]+ ){0,3}?packages? of (?:[\p{L}-]+ )?(?:measures|sanctions|reforms)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('target'),
    {
      ...told(
        'use',
        'attack',
        /^ (?!(?:[\p{L}-]+ ){0,2}(?:aid|assistance|money|funds|funding|help|sanctions|efforts|work|support) )(?:about |some |at least |more than )?(?:\d{1,4} |the |several |dozens of |two |three )?(?:[\p{L}-]+ ){0,3}?(?:sites|positions|targets|camps|cities|hospitals|bases|airfields|depots|villages|civilians|infrastructure|headquarters|power (?:plants|stations))(?!\p{L})(?: (?:in|of|near) (?:the )?\p{Lu}[\p{L}’'-]+)?/u,
      ),
      by: ARMED_FORCE,
      byState: true,
    },
  ],
  [
    formsOf('', 'undertake undertakes undertook undertaking take takes took taking'),
    {
      ...told(
        'use',
        'attack',
        /^ (?:\p{Ll}+ )?military action (?:against|in) (?:the )?[\p{L}’'-]+(?: [\p{L}’'-]+){0,2}/u,
      ),
      by: ARMED_FORCE,
      byState: true,
    },
  ],
  [
    formsOf('continue resume intensify escalate'),
    {
      ...told(
        'use',
        'attack',
        /^ (?:its |their |the )?(?:[\p{L}-]+ ){0,2}?(?:attacks|strikes|shelling|bombardment|air ?strikes|bombing)(?!\p{L})(?: (?:on|of|against|in) (?:the )?[\p{L}’'-]+)?/u,
      ),
      by: ARMED_FORCE,
      byState: true,
    },
  ],
  [
    formsOf('', 'protest protests protesting protested'),
    told('statement', 'criticism', /^ against (?:[\p{L}’'-]+ ?){1,6}/u),
  ],
  [
    formsOf('recommend advise', 'issue issued'),
    told(
      'statement',
      'advice-issued',
      /^ (?:(?:withdrawing|withdrawal|leaving|quitting|joining|ratifying|ratification) (?:from |of )?(?:[\p{L}-]+ ){0,3}?(?:[Tt]reaty|[Cc]onvention|[Pp]act|\p{Lu}{3,5})|(?:[\p{L}\d]+ ){0,3}?(?:advice|guidance|advisory|that [\p{L} ]{3,60}))(?!\p{L})/u,
    ),
  ],
  [
    formsOf('deliver', 'present presented made raise raised'),
    told(
      'statement',
      'demarche',
      /^ (?:[\p{L}\d]+ ){0,3}?(?:demarche|démarche|points|(?:matter|issue|concerns) [^.;:,]{0,20}?with)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('urge ask press warn', 'tell tells told'),
    { family: 'statement', type: 'demarche', needs: 'state' },
  ],
  [
    formsOf('summon'),
    told(
      'statement',
      'demarche',
      /^ (?:the |its |\p{Lu}[\p{L}’'-]+ )?(?:[\p{L}’'-]+ ){0,2}?(?:ambassadors?|envoys?|diplomats?|chargé d[’']affaires)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('urge encourage implore exhort press'),
    told('statement', 'demarche', /^ (?!that )(?:[\p{L}\d’'-]+,? ){1,12}?to \p{Ll}+(?: [\p{L}’'-]+){0,6}/u),
  ],
  [
    formsOf('call appeal'),
    {
      ...told(
        'statement',
        'demarche',
        /^ (?:on|to) (?!each )(?:[\p{L}\d’'-]+,? ){1,12}?to \p{Ll}+(?: [\p{L}’'-]+){0,6}/u,
      ),
      by: /^(?!.*\b(?:reports?|stud(?:y|ies)|papers?|articles?|books?|surveys?|editorials?|films?|analys[ei]s)$)/iu,
    },
  ],
  [
    formsOf('reject rebuff decline dismiss refuse', 'spurn spurned turned'),
    told('statement', 'request-rejected', REQUEST),
  ],
  [formsOf('suspend', 'halted'), treatyAct('participation-suspended', { after: PART_IN })],
  [formsOf('suspend', 'halted'), told('treaty-act', 'participation-suspended', PART_IN)],
  [formsOf('outlaw prohibit', 'ban bans banned banning'), armed('policy', 'policy-adopted')],
  [
    formsOf('align revise review reverse update alter loosen tighten', 'change changed'),
    told('policy', 'policy-adopted', OWN_POLICY),
  ],
  [
    formsOf('limit restrict end', 'curb curbs curbed curbing'),
    told(
      'policy',
      'policy-adopted',
      /^ (?:the |its |their |all )?(?:[\p{L}-]+ ){0,2}?use of (?:[\p{L}-]+ ){0,2}?(?:munitions|mines|landmines|weapons)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('announce', 'takes took taking'),
    told(
      'policy',
      'policy-adopted',
      /^ (?:(?!that)[\p{L}-]+ ){0,4}?(?:steps?|measures?|commitments?|changes?|ban|limits?|restrictions?) (?:to (?:limit|restrict|end|ban|reduce|curb|align|prohibit|eliminate|destroy)|on|limiting|restricting|banning) (?:[\p{L}’'-]+ ){0,6}?(?:weapons|arms|munitions|mines|landmines|stockpiles?|transfers|exports|arsenals?|missiles|warheads)(?!\p{L})/u,
    ),
  ],
  [
    formsOf('suspend', 'halted'),
    told(
      'use',
      'use-suspended',
      new RegExp(`^ (?:[\\p{L}]+ ){0,3}?use(?!\\p{L})(?: of ${OF_ARMS}(?: \\p{L}+)?)?`, 'u'),
    ),
  ],
  [
    formsOf('suspend', 'halted'),
    told('policy', 'policy-adopted', /^ (?:[\p{L}]+ ){0,3}?(?:production|transfers?|exports?)(?!\p{L})/u),
  ],
  [
    formsOf('adopt approve enact impose declare announce', 'passed signed'),
    told('policy', 'policy-adopted', POLICY),
  ],
]

const byForm = (): ReadonlyMap<string, readonly Trigger[]> => {
  const map = new Map<string, Trigger[]>()
  for (const [forms, trigger] of VERBS)
    for (const form of forms) map.set(form, [...(map.get(form) ?? []), trigger])
  return map
}

/** Triggers by the form of the verb. */
export const EVENT_VERBS: ReadonlyMap<string, readonly Trigger[]> = byForm()

const nouns = (words: string, trigger: Trigger): readonly (readonly [string, Trigger])[] =>
  words.split(' ').map(word => [word, trigger] as const)

/** Nouns that tell of an event when somebody does it: "Israel's use of", "Nigeria's ratification of". */
export const EVENT_NOUNS: ReadonlyMap<string, Trigger> = new Map<string, Trigger>([
  ...nouns('use deployment', armed('use', 'use')),
  ...nouns(
    'transfer transfers supply provision delivery deliveries export exports shipment shipments sale donation supplying',
    armed('transfer', 'transfer'),
  ),
  ...nouns(
    'invasion bombing bombardment shelling siege attack attacks assault offensive airstrike airstrikes',
    told('use', 'attack', ATTACKED),
  ),
  ...nouns('war wars', told('use', 'attack', /^ (?:on|against|in) (?:the )?\p{Lu}[\p{L}’'-]+/u)),
  ...nouns(
    'criticism condemnation rebuke',
    told('statement', 'criticism', /^ of (?:the |its |their |an? )?(?:[\p{L}’'-]+ ){0,3}?[\p{L}’'-]+/u),
  ),
  ...nouns('production manufacture', armed('production', 'production')),
  ...nouns('destruction', armed('stockpile', 'stockpile-destruction')),
  ...nouns('ratification', treatyAct('ratification')),
  ...nouns('accession', treatyAct('accession')),
  ...nouns('signature signing', treatyAct('signature')),
  ...nouns('withdrawal exit departure denunciation', treatyAct('withdrawal')),
  ...nouns('adoption', treatyAct('treaty-adopted')),
  ...nouns('negotiation negotiations', treatyAct('treaty-negotiated')),
])

/** The weapons that these treaties are about, and the nouns that stand for them. */
export const WEAPON =
  /\b(?:cluster (?:munitions?|bombs?|missiles?|shells?|weapons?|warheads?|rockets?)|(?:sub)?munitions?|bomblets?|(?<!anti-)(?:anti-?personnel |anti-?vehicle |anti-?tank )?(?:land)?mines?(?! (?:risk|action|clear|victim|aware|surviv|detect|ban|affected|field|disposal|education|treaty|casualt|accident|incident))|CBU-\d+s?|DPICM|chemical (?:weapons?|agents?)|chemicals|(?:novichok )?nerve (?:agents?|gas)|novichok|riot[- ]control agents?|tear gas|(?:such|these|those|the same|banned|any) (?:weapons?|arms|shells?|bombs?|rockets?)|weapons?|sarin|chlorine|(?:mustard |poison )?gas|stockpiles?|stocks|shells?|ATACMS)\b/i

/** What is sent besides to those who fight. */
export const ARMS =
  /\b(?:missiles?|rockets?|(?:battle )?tanks?|howitzers?|drones?|(?:fighter|combat) (?:jets?|planes?|aircraft)|warplanes?|warships?|helicopters|artillery|ammunition|armou?red vehicles|air[- ]defen[cs]e systems?|rifles|rocket launchers?|HIMARS|arms|weaponry)\b/

/** Before a noun of doing, these make it talk about doing. */
export const TALK =
  /\b(?:ban|bans|banned|banning|prohibit\p{Ll}*|outlaw\p{Ll}*|forbid\p{Ll}*|restrict\p{Ll}*|against|debate\p{Ll}*|question|stigma\p{Ll}*|norms?|rules?|end|ending|stop|stops|halt|fend\p{Ll}* off|deter\p{Ll}*|avert\p{Ll}*|forestall\p{Ll}*|prevent\p{Ll}*|discourage\p{Ll}*|avoid|renounce\p{Ll}*|without|limit\p{Ll}*|legality|risk|threat\p{Ll}*|possib\p{Ll}*|consider\p{Ll}*|discuss\p{Ll}*|if|whether|allow\p{Ll}*|let|lets|permit\p{Ll}*|oppos\p{Ll}*|future|further|any|no|on|about|refrain\p{Ll}* from|(?:ability|capacity|capability|power|means) to (?:carry out|conduct|launch|mount|make)|(?:no|little|without|any) (?:\p{Ll}+ )?(?:evidence|proof|signs?|indications?|reports?)(?: \p{Ll}+)? of) (?:the |any |all |its |their |such |another |an? )?$/iu
