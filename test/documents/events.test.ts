import { describe, expect, test } from 'vitest'
import type { DocumentEvent } from '../../src/core/documents/index.ts'
import { read } from './support.ts'

const inShort = ({ type, actors, recipients, object, modality, negated }: DocumentEvent): string =>
  [
    type,
    actors.map(({ iso3, name }) => iso3 ?? name).join('+') || '-',
    ...(recipients.length > 0 ? [`to ${recipients.map(({ iso3, name }) => iso3 ?? name).join('+')}`] : []),
    ...(object ? [`of ${object}`] : []),
    ...(modality === 'did' ? [] : [modality]),
    ...(negated ? ['not'] : []),
  ].join(' ')

const happens = (title: string, cases: readonly (readonly [string, readonly string[]])[]): void => {
  describe(title, () => {
    test.each(cases)('%s', (text, events) => expect(read(text).events.map(inShort)).toEqual(events))
  })
}

happens('acts under treaties', [
  ['Norway signed the Convention on Cluster Munitions in Oslo.', ['signature NOR of ccm']],
  [
    'Norway signed the Convention on Cluster Munitions in 2008 and ratified it in 2008.',
    ['signature NOR of ccm', 'ratification NOR of ccm'],
  ],
  ['The Convention on Cluster Munitions entered into force in 2010.', ['entry-into-force - of ccm']],
  ['Latvia, Estonia and Poland never joined the Mine Ban Treaty.', ['accession LVA+EST+POL of apmbc not']],
  ['The United States will not sign the Mine Ban Treaty.', ['refusal-to-join USA of apmbc will']],
  ['Lithuania voted to leave the Convention on Cluster Munitions.', ['withdrawal-approved LTU of ccm']],
  ['Nigeria’s ratification of the Arms Trade Treaty was welcome.', ['ratification NGA of att']],
  [
    'Poland suspended its participation in the Arms Trade Treaty in 2007.',
    ['participation-suspended POL of att'],
  ],
  ['India rejected the TPNW in 2017.', ['refusal-to-join IND of tpnw']],
  ['Poland rejected claims that the Convention on Cluster Munitions was dead.', []],
  [
    'The Arms Trade Treaty covers small arms. It was adopted by the General Assembly in 2013.',
    ['treaty-adopted United Nations General Assembly of att'],
  ],
  ['A year after the signing of the Partial Test Ban Treaty on 5 August 1963.', ['signature - of ptbt']],
])

happens('acts told by a rank, a list or a heading', [
  ['Malta is the first European State to ratify the Arms Trade Treaty.', ['ratification MLT of att']],
  ['Peru was one of six States that signed the Arms Trade Treaty that day.', ['signature PER of att']],
  ['Tonga, Samoa to withdraw from Mine Ban Treaty', ['withdrawal TON+WSM of apmbc will']],
  [
    'Chad on Monday announced its immediate withdrawal from the Arms Trade Treaty.',
    ['withdrawal-notified TCD of att'],
  ],
  ['Malta will drop out of the Mine Ban Treaty.', ['withdrawal MLT of apmbc will']],
  ['Hungary is not among the signatories.', ['signature HUN not']],
  ['Signatories included Peru and Ghana.', ['signature PER+GHA']],
  ['Kenya’s instrument of accession was deposited with the United Nations.', ['ratification KEN']],
  ['It recalled the adoption of the Arms Trade Treaty.', ['treaty-adopted - of att']],
  ['The Senate approved the Arms Trade Treaty.', ['ratification USA of att']],
  ['Chile had urged them to sign and ratify the Arms Trade Treaty.', ['demarche CHL']],
])

happens('votes, attacks and failures in a few words', [
  ['Fiji cast the only vote against the text.', ['vote FJI']],
  ['Fiji was the lone dissenter in the vote.', ['meeting-opposition FJI']],
  ['Hamlets in Sudan were hit by cluster munitions.', ['use -']],
  ['Militia accused of cluster bomb use', ['use - accused']],
  ['Chad has accused Mali of using cluster munitions.', ['use MLI of cluster munitions accused']],
  ['Mali is expanding its use of cluster munitions.', ['use MLI']],
  [
    'By sending cluster munitions to Chad, Mali broke its word.',
    ['transfer MLI to TCD of cluster munitions'],
  ],
  ['By sending cluster munitions to Chad, Mali would break its word.', []],
  ['Libya missed its destruction deadline.', ['stockpile-destruction - not']],
])

happens('use, transfer, production and stocks', [
  ['Russian forces used cluster munitions near Kharkiv.', ['use RUS of cluster munitions']],
  ['Ukraine has also been using cluster munitions.', ['use UKR of cluster munitions']],
  ['Turkey sent cluster munitions to Ukraine.', ['transfer TUR to UKR of cluster munitions']],
  [
    'The United States agreed to send cluster munitions to Ukraine.',
    ['transfer-decision USA to UKR of cluster munitions'],
  ],
  [
    'Germany declined to send cluster munitions to Ukraine.',
    ['transfer-refusal DEU to UKR of cluster munitions'],
  ],
  [
    'Bulgaria destroyed its last cluster munitions in 2023.',
    ['stockpile-destruction BGR of cluster munitions'],
  ],
  ['In February 2022 Russia invaded Ukraine.', ['attack RUS of UKR']],
  ['Prices rose after Russia’s unprovoked invasion of Ukraine.', ['attack RUS']],
  ['South Korea exchanged artillery fire with its neighbour.', ['attack KOR']],
  ['Russia attacked Lithuania over its withdrawal.', []],
  [
    'Washington’s supply of cluster shells to Ukraine was deplored.',
    ['transfer USA to UKR of cluster shells'],
  ],
  ['Syria is accused of having used sarin.', ['use SYR of sarin accused']],
])

happens('what is told of a treaty in passing', [
  [
    'The Convention on Cluster Munitions, adopted in Dublin on 30 May 2008, entered into force on 1 August 2010.',
    ['entry-into-force - of ccm', 'treaty-adopted - of ccm'],
  ],
  ['The text flouts the NPT (signed by nuclear states in 1968).', ['signature nuclear states of npt']],
  ['The Ottawa Convention was negotiated in Oslo.', ['treaty-negotiated - of apmbc']],
  [
    'We welcome the accession of Sri Lanka and of the State of Palestine to the Mine Ban Treaty.',
    ['accession LKA+PSE of apmbc'],
  ],
  [
    'Egypt stays outside the Mine Ban Treaty. Libya has refused to join because of Israel.',
    ['refusal-to-join LBY of apmbc'],
  ],
  ['30 May 2008 – Convention on Cluster Munitions adopted.', ['treaty-adopted - of ccm']],
  ['A State is bound by what it joins.', []],
])

happens('meetings, statements and policies', [
  ['Norway and Austria criticised the vote in Vilnius.', ['criticism NOR+AUT']],
  ['The vote was criticised by Norway and Austria.', ['criticism NOR+AUT']],
  ['Poland rejected the request.', ['request-rejected POL']],
  ['The strategy is linked to a $75 million five-year pledge to mine action.', ['funding-promised -']],
  ['Norway’s contribution of 3 million euros was welcomed.', ['funding-promised NOR']],
  ['Ukraine received American mines in 2024.', ['transfer - to UKR of mines']],
  ['Berlin halted deliveries to the Saudis.', ['transfer-refusal DEU']],
  ['The General Assembly adopted resolution 79/39 by 153 votes.', ['vote United Nations General Assembly']],
  ['The ministry has made it clear that weapons stay banned.', []],
  ['Norway promised 40 million kroner to South Sudan.', ['funding-promised NOR']],
  ['Japan, Poland and Romania abstained.', ['vote JPN+POL+ROU']],
  ['The Twelfth Meeting of States Parties will be held in Geneva.', ['meeting-scheduled - will']],
])

happens('talk about a deed is no deed', [
  ['The ban on the use of cluster munitions is old.', []],
  ['They debated the use of cluster munitions by States.', []],
  ['If Belarus used cluster munitions, it would be condemned.', []],
  ['Does NATO use cluster bombs?', []],
  ['The treaty prohibits the use, production and transfer of cluster munitions.', []],
  ['Norway may send cluster munitions to Ukraine.', []],
  ['The treaty shall enter into force after thirty days.', []],
  ['Norway signed a trade deal with Japan.', []],
])

happens('who did it and who did not', [
  ['Unlike Norway, Sweden signed the Mine Ban Treaty.', ['signature SWE of apmbc']],
  ['In Norway, Sweden signed the Mine Ban Treaty.', ['signature SWE of apmbc']],
  ['Backed by the US, Israel used cluster munitions.', ['use ISR of cluster munitions']],
  ['Except for Norway, Sweden and Iceland signed the Mine Ban Treaty.', ['signature SWE+ISL of apmbc']],
  ['Unlike Norway and Denmark, Sweden signed the Mine Ban Treaty.', ['signature SWE of apmbc']],
  [
    'Following Latvia, Estonia and Lithuania, Poland left the Mine Ban Treaty.',
    ['withdrawal-effective POL of apmbc'],
  ],
  ['In 2003 Norway, Sweden and Iceland signed the Mine Ban Treaty.', ['signature NOR+SWE+ISL of apmbc']],
  ['Norway, Sweden sign Mine Ban Treaty', ['signature NOR+SWE of apmbc']],
  ['Delegates from Laos, Lebanon and Serbia will open the meeting.', ['meeting-scheduled LAO+LBN+SRB will']],
  ['Norway as well as Sweden signed the Mine Ban Treaty.', ['signature NOR+SWE of apmbc']],
  ['Norway and not Sweden signed the Mine Ban Treaty.', ['signature NOR of apmbc']],
  ['Norway, not Sweden, signed the Mine Ban Treaty.', ['signature NOR of apmbc']],
  ['All but Norway signed the Mine Ban Treaty.', []],
  ['Everyone except Norway signed the Mine Ban Treaty.', []],
  ['Many States but not Norway signed the Mine Ban Treaty.', []],
  ['Either Norway or Sweden used cluster munitions.', []],
  ['Russian troops in Syria used cluster munitions.', ['use RUS of cluster munitions']],
  ['Troops from Russia used cluster munitions.', ['use RUS of cluster munitions']],
  ['Neither of the two, Norway and Sweden, signed the Mine Ban Treaty.', ['signature NOR+SWE of apmbc not']],
  ['Norway’s law bans the use of cluster munitions.', ['policy-adopted NOR of cluster munitions']],
  [
    'None of the United States, Russia and Ukraine has joined the Mine Ban Treaty.',
    ['accession USA+RUS+UKR of apmbc not'],
  ],
])

happens('what is not decided, not wanted, not quite done or only alleged', [
  ['Finland has not decided to withdraw from the Mine Ban Treaty.', ['withdrawal-approved FIN of apmbc not']],
  ['Finland did not agree to join the Mine Ban Treaty.', ['refusal-to-join FIN of apmbc']],
  ['Poland does not intend to join the Mine Ban Treaty.', ['refusal-to-join POL of apmbc']],
  ['Poland has no plans to join the Mine Ban Treaty.', ['refusal-to-join POL of apmbc']],
  ['The army has no plan to lay anti-personnel mines.', []],
  ['Finland has never promised to sign the Mine Ban Treaty.', []],
  ['Finland is not expected to sign the Mine Ban Treaty.', []],
  ['Finland may decide to withdraw from the Mine Ban Treaty.', []],
  ['Norway did not refuse to sign the Mine Ban Treaty.', []],
  ['Norway would refuse to sign the Mine Ban Treaty.', []],
  ['Norway hardly used cluster munitions.', []],
  ['Norway may well have used cluster munitions.', []],
  ['Norway almost left the Mine Ban Treaty in 2003.', []],
  ['It is wrong that Norway left the Mine Ban Treaty.', []],
  ['Norway allegedly used cluster munitions.', ['use NOR of cluster munitions accused']],
  [
    'The ministers recommended on Tuesday that their countries leave the Ottawa Convention.',
    ['advice-issued The ministers'],
  ],
])

happens('what is done to something else that has to do with a treaty or a weapon', [
  ...[
    'Finland left the meeting on the Mine Ban Treaty.',
    'Finland left open whether it would quit the Mine Ban Treaty.',
    'Finland joined Sweden in welcoming the Mine Ban Treaty.',
    'Finland joined critics of the Mine Ban Treaty.',
    'Finland joined other members of the Mine Ban Treaty in condemning it.',
    'Finland withdrew its objection to the Mine Ban Treaty.',
    'Finland withdrew its troops under the Mine Ban Treaty.',
    'Finland left the Mine Ban Treaty secretariat.',
    'Finland rejected leaving the Mine Ban Treaty.',
    'The judges agreed that the Mine Ban Treaty was clear.',
    'Russia used cluster munitions as an excuse.',
    'Russia used the word “cluster munitions”.',
    'Russia destroyed a bridge with cluster munitions.',
    'Russia fired a general over cluster munitions.',
  ].map((text): [string, string[]] => [text, []]),
  ['Finland signed up to the Mine Ban Treaty.', ['signature FIN of apmbc']],
  ['Finland joined 110 other States in ratifying the Mine Ban Treaty.', ['accession FIN of apmbc']],
  ['Finland suspended its participation in the Mine Ban Treaty.', ['participation-suspended FIN of apmbc']],
  ['Finland destroyed about one million mines.', ['stockpile-destruction FIN of mines']],
])

happens('who is accused, who has stopped, and what is denied', [
  ['Russia was accused by Ukraine of using cluster munitions.', ['use RUS of cluster munitions accused']],
  [
    'Russia has repeatedly been accused of using cluster munitions.',
    ['use RUS of cluster munitions accused'],
  ],
  ['Russia’s alleged use of cluster munitions is known.', ['use RUS of cluster munitions accused']],
  ['Russia’s denial that it used cluster munitions was weak.', ['use RUS of cluster munitions not']],
  [
    'Germany stopped exporting cluster munitions to Ukraine.',
    ['transfer-refusal DEU to UKR of cluster munitions'],
  ],
  [
    'Russia signed but never ratified the Mine Ban Treaty.',
    ['signature RUS of apmbc', 'ratification RUS of apmbc not'],
  ],
])

happens('what is done to none is not done', [
  ['Peru produces no cluster munitions.', ['production PER of cluster munitions not']],
  ['No cluster munitions were used by Peru.', ['use PER of cluster munitions not']],
  ['None of the cluster munitions were used by Peru.', ['use PER of cluster munitions not']],
  ['Cluster munitions were allegedly used by Peru.', ['use PER of Cluster munitions accused']],
])

describe('an event has no other event’s date', () => {
  test.each([
    ['In 1997 Canada signed the Mine Ban Treaty, and Finland joined it in 2012.', ['1997', '2012']],
    ['In 2010 Norway destroyed its cluster munitions; Sweden followed in 2015.', ['2010']],
    ['In 2013 the US signed the Arms Trade Treaty; President Trump took that back in 2019.', ['2013']],
    ['On 3 December 1997 Norway signed the Mine Ban Treaty and ratified it in 1998.', ['1997-12-03', '1998']],
    ['Norway signed and ratified the Mine Ban Treaty in 1997.', ['1997', '1997']],
    ['Peru ratified the Mine Ban Treaty in 1998, one year after signing it.', ['1998', undefined]],
    ['In May 2008, after ten days of talks, Norway signed the Mine Ban Treaty.', ['2008-05']],
  ])('%s', (text, days) => {
    expect(read(text).events.map(({ date }) => date?.edtf)).toEqual(days)
  })
})

test('an event within a report has its source, and a denied one is negated', () => {
  const [event] = read(
    'The Kremlin denied that Russian forces had used cluster munitions near Izium.',
    '2023-07-07',
  ).events
  expect(event).toMatchObject({
    type: 'use',
    actors: [{ iso3: 'RUS' }],
    negated: true,
    source: 'Kremlin',
    place: 'Izium',
  })
})

test('an event has its date', () => {
  const [event] = read('On 6 September 2024 Lithuania notified the United Nations of its withdrawal.').events
  expect(event).toMatchObject({
    type: 'withdrawal-notified',
    date: { edtf: '2024-09-06', start: 3, end: 19 },
  })
})

describe('what takes effect', () => {
  const LEAVES = 'Norway decided to leave the Convention on Cluster Munitions.'
  test.each([
    ['The new law took effect in May 2010.', []],
    ['The policy began to take effect in 2009.', []],
    ['The ceasefire took effect at dawn, and the sanctions will take effect next week.', []],
    ["The minister's resignation became effective on Friday.", []],
    ["Lithuania's withdrawal took effect on 6 March 2025.", ['withdrawal-effective']],
    [`${LEAVES} The decision took effect in May 2025.`, ['withdrawal-approved', 'withdrawal-effective']],
    ['The Convention on Cluster Munitions took effect in 2010.', ['entry-into-force']],
    ['They are bound by the Mine Ban Treaty, which took effect in 1999.', ['entry-into-force']],
    ["Norway's membership in the Mine Ban Treaty took effect in May.", []],
  ])('%s', (text, types) => {
    expect(read(text, '2025-06-01').events.map(({ type }) => type)).toEqual(types)
  })
})

describe('verbs of arms and treaties that act on something else', () => {
  test.each([
    'The fund withdrew its support for the treaty.',
    'The town produced a film on landmines, and Norway sent a letter on cluster munitions to the president.',
    'Storms destroyed mine fences, and a fire destroyed a munitions factory.',
    'The firm stopped production of cars. He stopped using the word.',
    'The training used dummy landmines.',
    'The coalition produces the Landmine Monitor.',
    'They met with difficulties. The court condemned the man to prison.',
    'The second aim is to eliminate the large amount of unexploded submunitions.',
  ])('%s', text => {
    expect(read(text, '2025-06-01').events).toEqual([])
  })

  test('the same verbs of arms themselves', () => {
    const text =
      'The firm stopped production of cluster munitions. It stopped using landmines. Peru destroyed 120 mines.'
    expect(read(text, '2025-06-01').events.map(({ type }) => type)).toEqual([
      'production-stopped',
      'use-stopped',
      'stockpile-destruction',
    ])
  })

  test('a plan is no actor', () => {
    const [event] = read('The plan is to destroy its stockpile of landmines by 2027.', '2025-06-01').events
    expect(event).toMatchObject({ type: 'stockpile-destruction', modality: 'will', actors: [] })
  })
})

describe('attacks by States and those who fight', () => {
  test.each([
    'The United States, joined by several allies, launched an intense campaign of airstrikes in Syria.',
    'Israel carried out air strikes on Gaza.',
    'Sudanese security services killed more than 10 civilians in Darfur.',
    'The militants blew up a bridge.',
    'The soldiers fired missiles at the town.',
  ])('%s', text => {
    expect(read(text, '2025-06-01').events.map(({ type }) => type)).toEqual(['attack'])
  })

  test.each([
    'The company launched an attack on its rival, and workers launched strikes in France.',
    'Russia launched an attack on the treaty.',
    'The charity launched a report on strikes. The car killed two people.',
    'Norway conducted a survey of mines. The court struck down the law.',
    'Hamas denied Norway the ability to carry out chemical weapons attacks.',
    'The team reviewed what was received by the Organisation for the Prohibition of Chemical Weapons.',
  ])('none: %s', text => {
    expect(read(text, '2025-06-01').events.filter(({ family }) => family !== 'meeting')).toEqual([])
  })
})

test('a condemnation in the strongest terms is one, and a door that is slammed is none', () => {
  const types = (text: string) =>
    read(text, '2025-06-01').events.map(({ type, actors }) => `${type} ${actors.map(({ name }) => name)}`)
  expect(types("Sweden condemns, in the strongest possible terms, yesterday's test.")).toEqual([
    'criticism Sweden',
  ])
  expect(types('Neither Russia nor Norway is going to slam the door shut; they slam it shut.')).toEqual([])
})

describe('acts told by a noun', () => {
  test.each([
    ['He welcomed the signing in Oslo of the Convention on Cluster Munitions.', 'signature'],
    ['Russian forces’ use of these and other munitions has caused harm.', 'use'],
    ['The negotiation of the Convention on Cluster Munitions took two years.', 'treaty-negotiated'],
    ['The last formal meeting was held in London in December 2008.', 'meeting'],
    ['Norway was among the first countries to sign the Mine Ban Treaty.', 'signature'],
  ])('%s', (text, type) => {
    expect(read(text, '2025-06-01').events.map(event => event.type)).toEqual([type])
  })
})

happens('who does the same as another, and who only stands near a State', [
  [
    'Chad signed the Arms Trade Treaty in June, as did Kenya.',
    ['signature TCD of att', 'signature KEN of att'],
  ],
  [
    'Several States near Malta ratified the Arms Trade Treaty.',
    ['ratification Several States near Malta of att'],
  ],
  ['Allies of Kenya condemned the raid.', ['criticism Allies of Kenya']],
  ['States that use landmines have been condemned by Norway.', ['criticism NOR']],
  ['The raid drew criticism from Kenya.', ['criticism KEN']],
])

happens('meetings, with or without a name, that are held, resumed or due', [
  ['The talks resumed in Geneva on Tuesday.', ['meeting -']],
  ['Nuclear talks collapsed on Monday.', ['meeting -']],
  ['Talks are due to commence in Vienna.', ['meeting-scheduled - will']],
  ['A special session of the Human Rights Council was held in 2019.', ['meeting -']],
  ['Kenya consulted with Norway before the vote.', ['meeting KEN']],
  ['China objected to holding a meeting on Syria.', ['meeting-opposition CHN']],
  ['Russia vetoed the resolution.', ['vote RUS']],
  ['The assembly adopted by 120 votes to 3 a resolution on mines.', ['vote The assembly']],
])

happens('weapons that go somewhere, are used, or are only talked of', [
  ['Ghana delivered ten helicopters to Togo in 2011.', ['transfer GHA to TGO of helicopters']],
  ['The first shipments of cluster munitions arrived in Ukraine in July.', ['transfer - to UKR']],
  ['The bomb dropped on Hiroshima weighed four tonnes.', ['use - of bomb']],
  ['Cluster munitions used by Russia in Kharkiv killed six.', ['use RUS of Cluster munitions']],
  ['At least 12 civilians were killed in the attack.', ['attack -']],
  ['Three airstrikes were carried out near Sanaa.', ['attack -']],
  ['Russia continued its attacks on Kharkiv.', ['attack RUS']],
  ['Nobody knows what would follow should Russia invade Estonia.', []],
  ['The paper lays out a plan for mines.', []],
  ['Confirm that Chile has signed the Arms Trade Treaty.', []],
])

happens('what is not done of one verb of a row is not done of the others', [
  [
    'Peru has not signed, ratified or acceded to the Arms Trade Treaty.',
    ['signature PER of att not', 'ratification PER of att not', 'accession PER of att not'],
  ],
  [
    'Peru did not sign or ratify the Arms Trade Treaty.',
    ['signature PER of att not', 'ratification PER of att not'],
  ],
  [
    'Peru did not sign the Arms Trade Treaty or join the Mine Ban Treaty.',
    ['accession PER of apmbc not', 'signature PER of att not'],
  ],
  ['Peru will not sign, ratify or accede to the Arms Trade Treaty.', ['refusal-to-join PER of att will']],
  ['Peru refused to sign, ratify or join the Arms Trade Treaty.', ['refusal-to-join PER of att']],
  ['Peru does not intend to sign or ratify the Arms Trade Treaty.', ['refusal-to-join PER of att']],
  ['Peru wants to sign, ratify or accede to the Arms Trade Treaty.', []],
  [
    'Peru signed the Arms Trade Treaty or joined the Mine Ban Treaty.',
    ['signature PER of att', 'accession PER of apmbc'],
  ],
])

happens('a no in any of its words', [
  ['Peru hasn’t signed the Arms Trade Treaty.', ['signature PER of att not']],
  ["Peru didn't sign the Arms Trade Treaty.", ['signature PER of att not']],
  ['Peru won’t join the Arms Trade Treaty.', ['refusal-to-join PER of att will']],
  ['Peru is unlikely to sign the Arms Trade Treaty.', []],
  ['None of the three has ratified the Arms Trade Treaty.', ['ratification None of the three of att not']],
  ['Not one State signed the Arms Trade Treaty.', ['signature Not one State of att not']],
  ['Nor has Chile joined the Arms Trade Treaty.', ['accession CHL of att not']],
  ['Never has Peru used cluster munitions.', ['use PER of cluster munitions not']],
  ['The Arms Trade Treaty wasn’t signed by Peru.', ['signature PER of att not']],
])

happens('sanctions, deals, invasions and weapons that hit', [
  ['The American government was lifting sanctions on Sudan.', ['policy-adopted USA']],
  ['Peru signed a contract to buy tanks.', ['transfer-decision PER']],
  ['Leaders spoke in the face of Russia’s invasion.', ['attack RUS']],
  ['A cluster bomb exploded in the village.', ['attack -']],
  ['A car bomb near a mosque has killed at least 30 people.', ['attack -']],
  ['They saw three further chemical weapons attacks.', ['use -']],
])

happens('nothing that is refuted, supposed, hoped for or given up is told as done', [
  ['Reports that Peru signed the Arms Trade Treaty are false.', []],
  ['Peru promised to ratify but never ratified the Arms Trade Treaty.', ['ratification PER of att not']],
  ['The delay in Peru’s ratification of the Arms Trade Treaty was criticised.', []],
  ['Peru’s eventual ratification of the Arms Trade Treaty is expected.', []],
  ['Peru called for ratification of the Arms Trade Treaty by Chile.', []],
  ['Peru’s withdrawal from the Arms Trade Treaty would harm it.', []],
  ['Peru abandoned its plan to join the Arms Trade Treaty.', []],
  ['Peru has signed every treaty except the Arms Trade Treaty.', []],
  ['The treaty that Peru signed was not the Arms Trade Treaty.', []],
  ['Norway called for an end to the use of cluster munitions by Russia.', []],
  ['Russia would use cluster munitions only if attacked.', []],
  ['Norway feared that Russia would use cluster munitions.', []],
  ['Imagine that Norway used cluster munitions.', []],
  ['In a novel, Norway used cluster munitions.', []],
  ['Norway never said it used cluster munitions.', []],
  ['Norway denied that it had used cluster munitions.', ['use NOR of cluster munitions not']],
])

happens('what is done to something else that only has to do with a treaty or a weapon', [
  ['Peru signed an agreement with Chile on the Arms Trade Treaty.', []],
  ['Peru ratified the budget and praised the Arms Trade Treaty.', []],
  ['Peru left the Arms Trade Treaty out of its speech.', []],
  ['Peru’s signature of the Arms Trade Treaty was cancelled.', []],
  ['Peru withdrew its signature of the Arms Trade Treaty.', ['withdrawal-notified PER of att']],
  ['Peru destroyed evidence on cluster munitions.', []],
  ['Peru produced a report on cluster munitions.', []],
  ['An earlier version of this article said that Peru signed the Arms Trade Treaty.', []],
  ['Peru signed and ratified the Arms Trade Treaty.', ['signature PER of att', 'ratification PER of att']],
])

happens('what somebody was to do and did not, or did something else instead', [
  ['Peru was due to sign the Arms Trade Treaty in 2010 but did not.', []],
  ['Peru left the hall rather than sign the Arms Trade Treaty.', []],
  ['Peru is calm. It is claimed that Peru used cluster munitions.', ['use PER of cluster munitions accused']],
])

happens('what the next clause says of somebody else', [
  [
    'Peru has ratified the Convention on Cluster Munitions; Chile has not.',
    ['ratification PER of ccm', 'ratification CHL of ccm not'],
  ],
  [
    'Peru has not signed the Convention on Cluster Munitions, but Chile has.',
    ['signature PER of ccm not', 'signature CHL of ccm'],
  ],
  [
    'Peru has ratified the Convention on Cluster Munitions. So has Chile.',
    ['ratification PER of ccm', 'ratification CHL of ccm'],
  ],
  [
    'Peru has not signed the Convention on Cluster Munitions. Neither has Chile.',
    ['signature PER of ccm not', 'signature CHL of ccm not'],
  ],
  [
    'Norway ratified the Convention on Cluster Munitions. The Netherlands did so in 2011.',
    ['ratification NOR of ccm', 'ratification NLD of ccm'],
  ],
  [
    'Whereas Peru signed the Convention on Cluster Munitions, Chile did not.',
    ['signature PER of ccm', 'signature CHL of ccm not'],
  ],
  ['Peru did not, as we wrote, sign the Convention on Cluster Munitions.', ['signature PER of ccm not']],
  ['Norway has, to its credit, ratified the Convention on Cluster Munitions.', ['ratification NOR of ccm']],
  // What nobody can say of Chile is not said.
  ['Peru has ratified the Convention on Cluster Munitions. Chile has.', ['ratification PER of ccm']],
])

happens('a deed behind "and", and behind a long aside', [
  ['Peru met its donors in Geneva and signed the Convention on Cluster Munitions.', ['signature PER of ccm']],
  [
    'Norway said Peru had met its donors and signed the Convention on Cluster Munitions.',
    ['signature PER of ccm'],
  ],
  [
    'The ambassador of Chad walked to the podium and signed the Convention on Cluster Munitions.',
    ['signature TCD of ccm'],
  ],
  [
    'Germany, after a long debate in the Bundestag and despite the doubts of its generals, signed the Convention on Cluster Munitions.',
    ['signature DEU of ccm'],
  ],
  [
    'Peru, whose generals had long spoken against it in public, signed the Mine Ban Treaty.',
    ['signature PER of apmbc'],
  ],
  [
    'The United Kingdom has taken no part in the talks, and does not intend to sign the Convention on Cluster Munitions.',
    ['refusal-to-join GBR of ccm'],
  ],
  ['Peru may meet its donors and sign the Convention on Cluster Munitions.', []],
  ['Peru has not met its donors and signed the Convention on Cluster Munitions.', []],
  ['Peru refused yesterday in Geneva to meet its donors and sign the Convention on Cluster Munitions.', []],
  ['Norway praised the talks that Peru hosted and signed the Convention on Cluster Munitions.', []],
  ['Activists in Norway cheered and signed a petition on the Convention on Cluster Munitions.', []],
  ['Russia held a town seized by rebels and supplied by Turkey with cluster munitions.', []],
])

happens('how many have done it, and meetings that are to be', [
  [
    'Most welcomed the Convention on Cluster Munitions, but only 44 have ratified it.',
    ['ratification only 44 of ccm'],
  ],
  [
    'The executive council of the OPCW are to discuss an inspection programme tonight.',
    ['meeting-scheduled Organisation for the Prohibition of Chemical Weapons will'],
  ],
])

happens('whose clause takes up a noun, an office or an auxiliary of which a letter is left', [
  ['She scorned the 122 governments that joined the TPNW.', ['accession the 122 governments of tpnw']],
  ['It calls on all States that have not yet done so to accede to the TPNW.', ['demarche It']],
  ['It’s used chemical weapons to conduct assassinations.', ['use It of chemical weapons']],
  ['Lavrov, expressing his distress over the attitude of others, said no.', ['criticism RUS']],
  ['Iran, incidentally, voted with 121 other countries for the TPNW.', ['vote IRN']],
])

happens('signatories', [
  [
    'The United States is not a signatory to the Convention on Cluster Munitions.',
    ['signature USA of ccm not'],
  ],
  ['Norway isn’t a signatory.', ['signature NOR not']],
  ['Norway is a signatory.', ['signature NOR']],
  ['If Norway were a signatory, it would be bound.', []],
  ['Norway is a signatory State meeting host.', []],
])

happens('headlines', [
  ['India Rejects Nuclear Treaty', ['refusal-to-join IND']],
  ['Peru Quits Treaty Talks', []],
  ['Peru Rejects Treaty Ban Proposal', []],
  ['Boy Rejects Nuclear Treaty', []],
])

happens('wars and attacks, and who suffers them', [
  ['Russia’s brutal and unprovoked war in Ukraine goes on.', ['attack RUS to UKR']],
  ['The threat of war in Korea grew.', []],
  ['The United States opposes any military intervention in Niger.', []],
  ['Tomahawk missiles were fired from a destroyer.', ['attack -']],
  ['Missiles were not fired at Israel.', []],
  ['The coalition is targeting about 20 sites.', ['attack The coalition']],
  ['HALO targets villages with mines for clearance.', []],
  ['A car bomb near a mosque in a town north of Damascus has killed at least 30 people.', ['attack -']],
])

happens('criticism, money and policy', [
  ['Russia’s rhetoric and its threats are irresponsible and unacceptable.', ['criticism -']],
  ['Mines are unacceptable.', []],
  ['It would be unacceptable to join.', []],
  ['The envoy described the Soviet position as totally untenable.', ['criticism The envoy']],
  ['The report describes mines as dangerous.', []],
  ['Norway regrets nothing.', []],
  ['We regret to inform you that the meeting is off.', []],
  [
    'The White House announced a half-billion-dollar assistance package for Ukraine.',
    ['funding-promised USA'],
  ],
  ['Australia increases assistance to Sri Lanka to fight landmines.', ['funding-promised AUS']],
  ['Norway is announcing an important step to limit the use of landmines.', ['policy-adopted NOR']],
  ['Norway takes steps to limit the damage.', []],
])

happens('meetings told by their noun', [
  ['At a Security Council meeting, officials said the front was quiet.', ['meeting -']],
  ['Next week the States Parties will gather for the review.', ['meeting-scheduled the States Parties will']],
  ['Their last in-person meeting took place in Oslo.', ['meeting -']],
])

happens('what another clause is about is no object of this one', [
  [
    'Norway hosted talks and withdrew from the room before the Convention on Cluster Munitions was adopted.',
    ['meeting NOR', 'treaty-adopted - of ccm'],
  ],
  ['Norway is a signatory to a letter on the Mine Ban Treaty.', []],
  ['The States which will join the Convention on Cluster Munitions are welcome.', []],
  ['Norway targets aid at villages in Mali.', []],
  [
    'Peru did not sign the Convention on Cluster Munitions. Chile did so in 2009.',
    ['signature PER of ccm not'],
  ],
  ['Norway’s talks with the rebels about the war in Colombia ended.', ['meeting -']],
])

describe('"it", "they" and "the country" are the States that open the sentence before', () => {
  const actorsOf = (text: string): readonly string[] =>
    read(text).events.map(({ type, actors, recipients }) =>
      [type, ...actors.map(({ name }) => name), ...recipients.map(({ name }) => `to ${name}`)].join(' '),
    )
  test.each([
    [
      'Lithuania surprised many. It left the Convention on Cluster Munitions in March.',
      ['withdrawal-effective Lithuania'],
    ],
    [
      'Norway and Peru met in Oslo. They signed the Mine Ban Treaty there.',
      ['meeting Norway Peru', 'signature Norway Peru'],
    ],
    [
      'Peru is a party. It is small. It ratified the Arms Trade Treaty, and it has since destroyed its stockpile.',
      ['ratification Peru', 'stockpile-destruction Peru'],
    ],
    ['Ukraine asked for shells. The country received cluster munitions in July.', ['transfer to Ukraine']],
    [
      'Lithuania told the others. Its withdrawal will take effect in March.',
      ['withdrawal-effective Lithuania'],
    ],
    ['The Mine Ban Treaty was praised by Norway. It entered into force in 1999.', ['entry-into-force']],
  ])('%s', (text, expected) => {
    expect(actorsOf(text)).toEqual(expected)
  })

  test.each([
    ['Lithuania left, and Finland may follow. It ratified the Arms Trade Treaty.'],
    ['Lithuania’s parliament voted. It ratified the Arms Trade Treaty.'],
    ['Germany sent a small team. It destroyed the cluster munitions there.'],
    ['Norway or Peru did it. It signed the Mine Ban Treaty.'],
    ['The weather was bad in Norway. It signed the Mine Ban Treaty.'],
  ])('and stay as they are where another may be meant: %s', text => {
    const [last] = read(text).events.slice(-1)
    expect(last?.actors.map(({ name }) => name)).toEqual(['It'])
  })
})

test.each([
  ['Ukrainian troops are said to have used cluster munitions in Izium.', 'use accused'],
  ['Ukrainian troops are known to have used cluster munitions in Izium.', 'use did'],
  ['Germany allowed the weapons to transit through its territory.', 'export-permitted did'],
  ['Bulgaria completed the destruction of its stockpile.', 'stockpile-destruction-completed did'],
])('%s', (text, expected) => {
  expect(read(text).events.map(({ type, modality }) => `${type} ${modality}`)).toEqual([expected])
})

test.each([
  ['Every member, except the United States and Turkey, has joined the Mine Ban Treaty.', []],
  ['All of them but Cuba and Peru signed the Mine Ban Treaty.', []],
  ['Except for Cuba, all have joined the Mine Ban Treaty.', []],
  ['We see its intention to destroy this agreement.', []],
  ['They made great strides in getting rid of landmines.', []],
  ['The US, which boycotted the conference, said no.', ['meeting-opposition']],
  ['Both the Angolan government and UNITA rebels are using mines.', ['use Angolan UNITA mines']],
  ['The Mine Ban Treaty entered into force on 1 March 1999.', ['entry-into-force apmbc']],
  [
    'To date 136 nations have signed the Mine Ban Treaty and 89 have ratified.',
    ['signature 136 nations apmbc', 'ratification 89 apmbc'],
  ],
])('who is left out has not done it, and what is made or destroyed is a weapon: %s', (text, expected) => {
  const found = read(text).events.map(({ type, actors, object }) =>
    [type, ...actors.map(({ name }) => name).filter(name => name !== 'US'), ...(object ? [object] : [])].join(
      ' ',
    ),
  )
  expect(found).toEqual(expected)
})

test.each([
  ['Singapore no longer produces cluster munitions.', ['production not']],
  ['Without ever having ratified the Mine Ban Treaty, Indonesia took no part.', []],
  ['It would be wrong to claim that Brazil used the weapon.', []],
  ['The spokesman would neither confirm nor deny that Saudi jets had dropped cluster bombs.', []],
  ['The Bulgarian army is to begin destroying its cluster bombs.', ['stockpile-destruction will']],
  ['Nothing in the policy requires that an old shell ever be destroyed.', []],
  ['The attack on the report was swift. Israel’s attack on the report was swift.', []],
  ['Jody Williams and others signed a letter urging Vilnius not to leave the Mine Ban Treaty.', []],
  ['Berlin let the export of the rocket motors to Turkey go ahead.', ['export-permitted']],
  ['The White House decided on 7 July to send cluster munitions to Ukraine.', ['transfer-decision']],
  ['The United States decided in July to send cluster munitions to Ukraine.', ['transfer-decision']],
  ['Finland ruled out joining the Mine Ban Treaty.', ['refusal-to-join']],
  ['Israel attacked a school. Peru joined in the war over the Mine Ban Treaty.', ['attack']],
  ['Textron ended its production of the Sensor Fuzed Weapon in 2016.', ['production-stopped']],
])('what is not said, not yet done or only in words: %s', (text, expected) => {
  const found = read(text).events.map(({ type, negated, modality }) =>
    [type, ...(negated ? ['not'] : []), ...(modality === 'did' ? [] : [modality])].join(' '),
  )
  expect(found).toEqual(expected)
})

test.each([
  ['Cabo Verde, Grenada, and Peru ratified the Mine Ban Treaty.', 'ratification Cabo Verde+Grenada+Peru'],
  [
    'Outside the Mine Ban Treaty are Egypt, South Sudan, and Israel, which has signed it.',
    'signature Israel',
  ],
  ['Some signed the Mine Ban Treaty, with Germany expected to sign it later.', 'signature Germany'],
  [
    'The United States - which sells many arms - signed the Mine Ban Treaty in the end.',
    'signature United States',
  ],
  ['U.S. treaty supporters decried the decision.', 'criticism U.S. treaty supporters'],
  ['By July 66 UN member states have ratified the Mine Ban Treaty.', 'ratification 66 UN member states'],
  ['As the international community gathers in Vienna, it rains.', 'meeting the international community'],
])('who acts is named whole, and nobody else: %s', (text, expected) => {
  const found = read(text).events.map(
    ({ type, actors }) => `${type} ${actors.map(({ name }) => name).join('+')}`,
  )
  expect(found.at(-1)).toBe(expected)
})

test.each([
  [
    'Since 2013, when Damascus joined the 1997 Chemical Weapons Convention, it has had none.',
    'accession cwc 2013',
  ],
  ['Peru ratified the 1997 Mine Ban Treaty on 16 September 1998.', 'ratification apmbc 1998-09-16'],
  ['The Mine Ban Treaty was adopted in 1997, and entered into force in 1999.', 'entry-into-force apmbc 1999'],
  ['The one man is using nuclear weapons to blackmail the world.', undefined],
])('the year of a treaty dates no deed, and what joins a treaty has it: %s', (text, expected) => {
  const found = read(text).events.map(({ type, object, date }) => `${type} ${object} ${date?.edtf}`)
  expect(found.at(-1)).toBe(expected)
})

test('one decision is one event, and a government that approves one is no name', () => {
  const { events } = read(
    'The Finnish government approved the decision to withdraw from the Mine Ban Treaty on May 28.',
  )
  expect(events.map(({ type, actors }) => [type, ...actors.map(({ name }) => name)])).toEqual([
    ['withdrawal-approved', 'Finnish'],
  ])
})
