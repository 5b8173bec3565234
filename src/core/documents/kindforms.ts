import { isPartHeading, isSalutation } from './forms.ts'
import type { KindScene } from './kindparts.ts'
import type { Line } from './lines.ts'
import type { DocumentKind, Zone, ZoneType } from './reading.ts'
import { speakerLabels } from './speakers.ts'

type Test = (scene: KindScene, head: string) => boolean

const PARTIES =
  /\b(?:the (?:states parties|high contracting parties|contracting parties|states concluding|governments? of|parties to this)|les (?:états parties|hautes parties contractantes|parties contractantes|gouvernements)|die (?:vertragsparteien|vertragsstaaten|regierung)|los (?:estados partes|gobiernos)|os (?:estados[- ]partes|governos)|gli stati (?:parti|contraenti)|le parti contraenti|de (?:staten die partij|verdragsluitende|regering van))/i
const AGREED =
  /\b(?:have agreed|agree as follows|sont convenus?|haben .{0,80}vereinbart|sind .{0,40}übereingekommen|han convenido|convienen|(?:convieram|acordaram|acordam) (?:no|o) seguinte|hanno convenuto|zijn (?:het volgende )?overeengekomen)/i
const TREATY_TITLE =
  /^(?:the )?(?:convention|treaty|protocol|agreement|covenant|traité|protocole|accord|vertrag|übereinkommen|tratado|convenio|acuerdo|convenção|protocolo|acordo|convenzione|trattato|protocollo|verdrag|overeenkomst)(?!\p{L})/iu
/** Notes by which two governments agree. */
const EXCHANGE =
  /^(?:exchange of (?:notes|letters)|échange de (?:notes|lettres)|notenwechsel|notawisseling|canje de notas|scambio di (?:note|lettere)|troca de notas)(?!\p{L})/iu
const TREATY_NAME =
  /^(?:treaty|convention|covenant|charter) (?:establishing|on|of|for|between|instituting)\b/i
const RESOLVING =
  /^[ \t]{0,60}(?:the (?:general assembly|assembly|executive council|permanent council|security council|human rights council|economic and social council|european parliament|conference of the parties|parliamentary assembly)|l.assemblée générale|le conseil de sécurité|la asamblea general|el consejo de seguridad|die generalversammlung|der sicherheitsrat|das europäische parlament|le parlement européen|el parlamento europeo)[ \t]{0,6},?[ \t]{0,60}$/im
const RESOLUTION_TITLE =
  /^[ \t]{0,60}(?:resolution|résolution|resolución|entschließung) \d+|^der (?:deutsche )?bundestag wolle beschließen/im
const ENACTING =
  /\b(?:be it (?:therefore )?enacted|an act (?:to|of|for|relating)\b|assented to|l.assemblée nationale et le sénat ont adopté|promulgue la loi|décrète ?:|arrête ?:|der bundestag hat|die bundesregierung verordnet|wird verordnet|der nationalrat hat|die bundesversammlung .{0,80}beschlie(?:ß|ss)t|cortes generales han aprobado|sancionar la siguiente ley|dispongo ?:|decretan? ?:|por tanto,|l.assemblée fédérale de la confédération|die bundesversammlung der|el congreso .{0,60}decreta|la camera dei deputati ed? il senato|il presidente della repubblica|promulga(?:\s+la seguente| a seguinte)|bij de gratie gods, koning|hebben goedgevonden en verstaan|a assembleia da república decreta)/i
const LAW_TITLE =
  /\b(?:(?:act|bill|ordinance|regulations|law|statute),?(?: no\.? ?\d+)?(?: of)?,? \(?(?:19|20)\d{2}|act no\.? ?\d+)|^(?:loi|décret|ordonnance|arrêté|gesetz|verordnung|\p{Lu}\p{Ll}+gesetz|bundesgesetz|ley|real decreto|decreto|legge|decreto legislativo|lei)(?!\p{L})/iu
const RELEASE =
  /^[ \t]{0,60}(?:for immediate release|(?:joint )?(?:press|media|news) (?:release|statement)(?!s)|communiqué(?: de presse)?|(?:déclaration|point de presse|communiqué) d(?:e la|u|es) (?:porte-parole|ministre|ministère)|pressemitteilung|medienmitteilung|nota de prensa|comunicado(?: de (?:prensa|imprensa))?|comunicato stampa|nota à imprensa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|lehdistötiedote|komunikat prasowy|tisková zpráva|пресс-релиз|新闻稿|بيان صحفي|media contacts?:|press contacts?:|notes? (?:to|for) editors:?|embargo(?:ed)?\b.{0,60})/im
/** A release by whose head the text is what somebody has said. */
const FOLLOWING =
  /^[ \t]{0,60}following (?:is|are) (?:the )?(?:(?:full |edited )?(?:text|transcript) of )?.{0,80}\b(?:remarks|statement|message|address|speech|opening)\b/im
/** The title of what a foreign ministry publishes of its spokesman or a department. */
const OF_MINISTRY =
  /^(?:комментарий|заявление|ответ|сообщение|интервью) .{3,90}(?<!\p{L})(?:мид|министерства иностранных дел|официального представителя)(?!\p{L})/iu
const RELEASE_BESIDE =
  /^.{0,40}[-–—|•·] {0,3}(?:pressemitteilung|medienmitteilung|press release|media release|news release|communiqué de presse|nota de prensa|comunicado de prensa)[ \t]*$|^adresse pour l.envoi de questions$|^adresse für rückfragen$|^news provided by$|^\p{Lu}[\p{L} ]{2,30} \(ots\)|übermittelt durch news aktuell/imu
/** The last line of a release on a wire: "SOURCE The Example Foundation". */
const WIRE_SOURCE = /^SOURCE \p{Lu}.{2,80}$/u
const RECORD_OF_DEBATE =
  /^[ \t]{0,60}(?:plenarprotokoll \d|stenogra(?:f|ph)ischer bericht|compte rendu (?:intégral|analytique)|diario de sesiones|(?:provisional )?verbatim record|resoconto stenografico|oral answers to questions|house of (?:commons|lords) (?:debates|hansard)|\[?congressional record(?: volume|,)|volume \d+: debated on|\[(?:house|senate) hearing, \d+ congress\]|texte de la (?:question|réponse)|compte rendu\nintégral|comptes? rendus? (?:des? la |des )(?:commission|délégation)|the meeting was called to order at|s\/pv\.\d|a\/\d+\/pv\.\d)/imu
const COMPLIMENTS =
  /\b(?:presents? (?:its|his|her|their) compliments to|présente ses compliments|saluda (?:muy )?atentamente)(?!\p{L})/iu
const LETTER_HEAD =
  /^[ \t]{0,60}(?:(?:identical )?letters? dated \d|lettres? (?:identiques )?datées? du \d|cartas? (?:idénticas )?de fecha)|\(depositary notification\)/imu
const LETTER_TITLE =
  /^(?:(?:open )?letter(?: to the editor)? ?:|(?:an )?open letter\b|letters? to the editor\b|lettre ouverte\b|offener brief\b|carta abierta\b)/i
const JOINT =
  /^(?:joint (?:\p{L}+ )?(?:statement|declaration|communiqué)|déclaration (?:commune|conjointe)|gemeinsame erklärung|declaración conjunta)(?!\p{L})/iu
/** A line that says whose piece this is. */
const OWN_PIECE =
  /^[*_ \t]{0,6}(?:ceci est une (?:tribune|chronique)|this is an? (?:guest|opinion) (?:column|commentary|essay|piece)) (?:de|by) \p{Lu}/imu
/** Lines that the software of weblogs prints around a post. */
const BLOG_PAGE =
  /^(?:billet de blog|blog personnel|discussion about this post|commentsrestacks|posted by \p{Lu}.{1,60} at \d|labels: .{1,80}|email this ?blogthis..{0,80})/imu
const EUROPEAN_ACT =
  /^(?:the council of the european|the commission of the european|the european parliament and the council|the european commission)[\s\S]{0,4000}has? (?:adopted this|decided as follows)/im
const BILL_TITLE =
  /^[ \t]{0,60}(?:(?:proposition|projet) de loi|(?:proyecto|proposición|projeto) de le[iy]|(?:gesetz)?entwurf eines gesetzes|disegno di legge|decreto (?:número|num\.|n[.°ºo]{1,2}) ?\d|\p{L}{0,14} ?конституция|constitui[çc][ãa]o da|constitución política|конституция)(?!\p{L})/imu
/** What a treaty says of itself in its last articles. */
const OWN_ENTRY =
  /\b(?:the present (?:convention|treaty|protocol) shall (?:enter into force|be open)|la présente convention (?:entrera en vigueur|est ouverte|sera ouverte)|la presente convención (?:entrará en vigor|estará abierta)|la presente convenzione (?:entrerà in vigore|è aperta|sarà aperta)|a presente convenção (?:entrará em vigor|está aberta)|dieses übereinkommen (?:tritt|liegt))/i
/** Words that close a treaty. */
const WITNESS =
  /\b(?:in witness whereof|in faith whereof|en foi de quoi|zu urkund dessen|en fe de lo cual)(?!p{L})/i
const STATEMENT =
  /^[ \t]{0,60}(?:(?:\p{L}+|\d{1,4}) )?(?:statement|remarks|intervention|address|speech|déclaration|discours|allocution|erklärung|rede|declaración|discurso|intervención|anförande|tale?|innlegg|indlæg|toespraak|discorso|intervento|intervenção|declaração|выступление)(?!\p{L}).{0,60}(?<!\p{L})(?:by|of|on behalf|prononcée?|du|de|au nom|von|der|del|en nombre|av|af|ved|door|di|do|da)(?!\p{L})/iu
/** What a written speech says of the spoken one. */
const AS_SPOKEN =
  /^[ \t(]{0,60}(?:check against delivery|seul le prononcé fait foi|es gilt das gesprochene wort|(?:enligt )?det talade ordet|det talte ord g[jæ]|alleen het gesproken woord|fa fede il (?:testo|discorso) pronunciato)/im
const ADDRESSED =
  /^[ \t]{0,60}(?:thank you,? )?(?:mr|madam|mister)\.? (?:president|chair(?:man|person)?|secretary[- ]general)\b|^[ \t]{0,60}(?:monsieur le président|madame la présidente|señor(?:a)? president[ea]|herr präsident|frau präsidentin)/im
/** The marks that the software of an encyclopedia leaves. */
const WIKI =
  /^jump to navigation\b|\[edit\]$|^from wikipedia\b|^categor(?:y|ies) ?: .* \| |^this page was last edited on/im
const SERIES =
  /^[ \t]{0,60}(?:(?:occasional|working|policy|discussion|research|briefing|special|technical) (?:paper|brief|note|report|study)s?\b.{0,40}|policy brief.{0,40}|research report.{0,40}|congressional research service\b.{0,60}|(?:layout|design|copy-?editor|cover photograph)\b.{0,120}|isbn .{0,40})$/im
const EDITORS_NOTE = /^[ \t]{0,60}notes? (?:to|for) editors:?[ \t]{0,60}$/im

const isSignedLine = (words: string, { type }: Zone): boolean =>
  type === 'byline' && /^\s*(?:by|par|von|por) /i.test(words)

/** A body in whose name a decision is taken, and the words with which its paragraphs begin. */
const DECIDING =
  /^The (?:\p{Lu}[\p{L}-]+|for|of|on|and|the|to)(?: (?:\p{Lu}[\p{L}-]+|for|of|on|and|the|to)){0,9}(?: \([A-Z]{2,8}\))?,$/u
const PREAMBULAR =
  /^(?:recalling|reaffirming|noting|recogni[sz]ing|aware|mindful|deeply concerned|concerned|emphasi[sz]ing|welcoming|taking note|convinced|considering|bearing in mind|acknowledging|guided|having|determined|underlining|stressing)\b/i
const OPERATIVE =
  /^(?:\d{1,2}\. |[-–—] ?)?(?:decides|requests|calls (?:up)?on|encourages|urges|invites|welcomes|endorses|agrees|tasks|directs|adopts|recommends)\b/i

/** The report that a treaty asks its parties for. */
const OWED_REPORT =
  /^(?:formatos de presentación de informes|formulaires? de (?:présentation|déclaration) de rapports?|reporting forms?|(?:revised )?reporting formats?) (?:for|pursuant|de|du|des|d.|para).{0,60}\bart[ií](?:cle|culo)\.? \d|^(?:(?:annual|initial|article \d{1,2}) )*report (?:of|by|from) .{2,80} (?:pursuant to|in accordance with|under) (?:the )?article \d/im
const REPORT_TITLE = /^(?:(?:final|draft|interim|annual|progress|consolidated) )*report (?:of|on|to)\b/i
const MEMO = /^[ \t]{0,60}(?:to|from|date|subject|re|cc) ?:/gim

const count = (text: string, form: RegExp): number => text.match(form)?.length ?? 0
const from = (text: string, length: number): string => text.slice(0, length)

/** Whether a line, none of the long ones that are running text, has a form. */
const hasLine = (lines: readonly Line[], longest: number, form: RegExp): boolean =>
  lines.some(({ text }) => text.length <= longest && form.test(text))

const speakers = (lines: readonly Line[]): number => {
  const labelOf = speakerLabels(lines)
  return lines.slice(0, 600).filter(line => labelOf(line.text) !== undefined).length
}

const ELSEWHERE: ReadonlySet<ZoneType> = new Set(['related', 'hidden', 'link-farm'])

/** The lines of a document without those that show other pages. */
const linesOfText = ({ lines, zones }: KindScene): readonly Line[] => {
  const others = zones.filter(({ type }) => ELSEWHERE.has(type))
  if (others.length === 0) return lines
  let at = 0
  return lines.filter(line => {
    while ((others[at]?.end ?? Number.POSITIVE_INFINITY) <= line.start) at++
    return (others[at]?.start ?? Number.POSITIVE_INFINITY) > line.start
  })
}

const FEWEST_QUESTIONS = 3
const CALLED_INTERVIEW =
  /\b(?:intervista|interviews?|entretien|entrevista|in conversation|gespräch|(?:talked|spoke) (?:to|with) [^.?]{3,50} about)\b/i

const FEWEST_TURNS = 4
const SPEAKS = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}): \S/u

/** How many lines begin with names that come again, with a colon. */
const turns = (lines: readonly Line[]): number => {
  const names = lines.slice(0, 400).flatMap(({ text }) => SPEAKS.exec(text.slice(0, 80))?.[1] ?? [])
  return names.filter(name => names.indexOf(name) !== names.lastIndexOf(name)).length
}

/** Who speaks by office or title in the record of a briefing; "Q" asks. */
const OFFICIAL_TURN =
  /^[ \t]*(?:((?:MR|MS|MRS|DR|GEN|SEC)\. \p{Lu}[\p{Lu}'’-]{1,24}|MODERATOR|OPERATOR|HOST|THE PRESIDENT|QUESTION|SENIOR [A-Z -]{4,40}OFFICIAL(?: #\d)?|(?:PRESIDENT|SECRETARY|AMBASSADOR|GENERAL|ADMIRAL|SENATOR|CHAIRMAN|UNDER SECRETARY|ASSISTANT SECRETARY) \p{Lu}[\p{Lu}'’-]{1,24}):\s|(Q)(?::|[ \t]{2,})\s*\S)/gmu

/** Whether two or more speak in turn in the record of a briefing: "MODERATOR:", "MR. SULLIVAN:", "Q". */
const isBriefing = (text: string): boolean =>
  new Set([...from(text, 20_000).matchAll(OFFICIAL_TURN)].map(match => match[1] ?? match[2])).size >= 2

/** A text that calls itself an interview: questions on lines of their own, each with a longer answer below it that is none. */
const isInterview = (lines: readonly Line[]): boolean => {
  if (!lines.slice(0, 60).some(line => line.text.length < 120 && CALLED_INTERVIEW.test(line.text)))
    return false
  const isQuestion = (text: string): boolean => /\?["”»]?$/.test(text) && text.length <= 240
  if (turns(lines) >= FEWEST_TURNS) return true
  const asked = lines.filter((line, index) => {
    const answer = lines[index + 1]?.text ?? ''
    return isQuestion(line.text) && answer.length > 140 && !isQuestion(answer)
  }).length
  const long = lines.filter(line => line.text.length > 140).length
  return asked >= FEWEST_QUESTIONS && asked * 3 >= long
}

const LABELLED = /^(\p{Lu}[\p{L}.'’ -]{1,40}): \S/u
const FEWEST_ASKED = 3

/** Whether one label asks and another answers, turn by turn: "Example Review: Why ...?", "Prof. Ann Example: Because ...". */
const isDialogue = (lines: readonly Line[]): boolean => {
  const begun = lines.slice(0, 800).flatMap(({ text }, at) => {
    const label = LABELLED.exec(text.slice(0, 80))?.[1]
    return label === undefined ? [] : [{ label, at }]
  })
  const times = (label: string): number => begun.filter(one => one.label === label).length
  const asker = begun.find(({ label }) => times(label) >= FEWEST_ASKED)
  if (!asker) return false
  const asked = begun.filter(({ label }, place) => {
    if (label !== asker.label || begun[place + 1]?.label === label) return false
    const own = lines.slice(begun[place]?.at, begun[place + 1]?.at ?? lines.length)
    return own.some(({ text }) => text.includes('?'))
  }).length
  const own = times(asker.label)
  return asked >= FEWEST_ASKED && asked * 3 >= own * 2 && own * 3 >= begun.length
}

const ARTICLE = /^(?:art(?:ículo|icle|ikel|igo|icolo|\.)?|§|section|sec\.|статья) ?\d/iu
const parts = (lines: readonly Line[]): number =>
  lines.slice(0, 800).filter(line => isPartHeading(line.text) || ARTICLE.test(line.text)).length

/** What a file states of itself that decides. `NewsArticle` does not: papers state it of comments and letters too. */
const BY_TYPE: Readonly<Record<string, DocumentKind>> = {
  ReportageNewsArticle: 'news',
  LiveBlogPosting: 'news',
  OpinionNewsArticle: 'opinion',
  AnalysisNewsArticle: 'opinion',
  BlogPosting: 'blog',
  Report: 'report',
  Legislation: 'law',
  Debate: 'transcript',
}

/** The kinds, the most telling forms first. */
const TESTS: readonly (readonly [DocumentKind, Test])[] = [
  [
    'transcript',
    scene => {
      const lines = linesOfText(scene)
      return (
        isInterview(lines) ||
        isDialogue(lines) ||
        (speakers(lines) >= Math.max(4, scene.zones.length > 400 ? 8 : 0) &&
          speakers(lines) * 12 >= Math.min(scene.lines.length, 600))
      )
    },
  ],
  [
    'resolution',
    (_, head) =>
      RESOLVING.test(head) ||
      (RESOLUTION_TITLE.test(from(head, 1500)) &&
        /\b(?:recalling|decides|rappelant|décide|recordando|unter hinweis|wolle beschließen)\b/i.test(head)),
  ],
  [
    'report',
    ({ text, title }, head) =>
      OWED_REPORT.test(from(head, 800)) ||
      /^(?:message|botschaft|messaggio) (?:concernant|relatif|zum|zur|über) /i.test(title) ||
      (REPORT_TITLE.test(title) && count(from(text, 60_000), /^[ \t]{0,20}\d{1,3}\. {1,8}\p{Lu}/gmu) >= 4),
  ],
  ['transcript', ({ text }, head) => RECORD_OF_DEBATE.test(from(head, 1500)) || isBriefing(text)],
  ['press-release', ({ title }) => /^(?:\d{1,4}\.? )?(?:press|media|news) release\b/i.test(title)],
  ['law', (_, head) => EUROPEAN_ACT.test(head) || BILL_TITLE.test(from(head, 1500))],
  ['letter', (_, head) => COMPLIMENTS.test(from(head, 1500)) || LETTER_HEAD.test(from(head, 1500))],
  ['treaty', ({ title }) => EXCHANGE.test(title)],
  [
    'treaty',
    ({ text, title }, head) =>
      (AGREED.test(head) && TREATY_NAME.test(title)) ||
      (WITNESS.test(text) && /^ARTICLE I\b/m.test(head) && !ENACTING.test(head)),
  ],
  [
    'treaty',
    ({ lines, title }, head) =>
      ((PARTIES.test(head) && (AGREED.test(head) || TREATY_TITLE.test(title))) ||
        (AGREED.test(head) && TREATY_TITLE.test(title))) &&
      parts(lines) >= 1 &&
      !ENACTING.test(from(head, 2500)),
  ],
  [
    'treaty',
    ({ text, lines }, head) =>
      parts(lines) >= 2 &&
      OWN_ENTRY.test(from(text, 60_000)) &&
      !ENACTING.test(head) &&
      !LAW_TITLE.test(head),
  ],
  [
    'law',
    ({ lines, title }, head) =>
      (parts(lines) + numberedSections(lines) >= 2 && (ENACTING.test(head) || LAW_TITLE.test(title))) ||
      (parts(lines) >= 1 && ENACTING.test(head) && LAW_TITLE.test(title)),
  ],
  [
    'resolution',
    ({ lines }) =>
      lines.filter(line => PREAMBULAR.test(line.text)).length >= 2 &&
      lines.some(line => OPERATIVE.test(line.text)) &&
      lines.some(line => DECIDING.test(line.text)),
  ],
  ['statement', (_, head) => FOLLOWING.test(from(head, 1500))],
  ['letter', ({ title }) => LETTER_TITLE.test(title)],
  ['statement', ({ title }) => JOINT.test(title)],
  ['blog', ({ lines }) => hasLine(lines, 500, BLOG_PAGE)],
  ['opinion', (_, head) => OWN_PIECE.test(head)],
  ['web-page', ({ lines }) => hasLine(lines, 500, WIKI)],
  [
    'press-release',
    ({ text, lines, title, zones }, head) =>
      RELEASE.test(from(head, 1500)) ||
      OF_MINISTRY.test(title) ||
      hasLine(lines, 160, RELEASE_BESIDE) ||
      hasLine(lines, 100, WIRE_SOURCE) ||
      (EDITORS_NOTE.test(text) &&
        (!zones.some(zone => isSignedLine(text.slice(zone.start, zone.end), zone)) ||
          /^(?:press|media|news) release$/im.test(aroundTitle(lines, zones, 6)))) ||
      /^\s*(?:###|-? ?ends ?-?)\s*$/im.test(head),
  ],
  [
    'letter',
    ({ lines, zones }) =>
      lines
        .slice(0, 40)
        .some(
          line =>
            /^(?:dear|excellency|your excellency|sehr geehrte|señor|estimad[oa])/i.test(line.text) &&
            isSalutation(line.text),
        ) && zones.some(zone => zone.type === 'signature'),
  ],
  [
    'letter',
    (_, head) =>
      new Set(
        from(head, 1200)
          .match(MEMO)
          ?.map(word => word.trim().toLowerCase()),
      ).size >= 3,
  ],
  [
    'statement',
    ({ title }, head) =>
      STATEMENT.test(title) ||
      STATEMENT.test(from(head, 600)) ||
      AS_SPOKEN.test(from(head, 1500)) ||
      ADDRESSED.test(from(head, 3000)),
  ],
  ['opinion', ({ title }) => /^(?:opinion|op-?ed|commentary|editorial|column) ?:/i.test(title)],
  [
    'report',
    ({ title }, head) =>
      /^(?:\d{1,4} )?report by \p{Lu}|^explanatory memorandum\b/iu.test(title) ||
      /^[ \t]{0,60}(?:\p{L}+ report of session \d{4}|report, together with formal minutes)/imu.test(
        from(head, 1500),
      ),
  ],
  ['blog', (_, head) => /^[ \t]{0,60}(?:a )?guest post\b.{0,60}$|\bby admin\b/im.test(from(head, 1500))],
  ['report', (_, head) => SERIES.test(from(head, 1500))],
]

/** A line of one or two words among others of that kind: a section in the menu of a site. */
const isOfMenu = (lines: readonly Line[], index: number): boolean =>
  [0, -1, -2].every(step => /^\S+(?: \S+)?$/.test(lines[index + step]?.text ?? ''))

/** The lines around the title, where a page says what kind of thing it holds. */
const aroundTitle = (lines: readonly Line[], zones: readonly Zone[], above = 2): string => {
  const start = zones.find(zone => zone.type === 'title')?.start ?? 0
  const at = lines.findIndex(line => line.end > start)
  return lines
    .slice(Math.max(0, at - above), at + 4)
    .filter(
      (_, index, all) => !isOfMenu(lines, at - Math.min(at, above) + index) || all[index + 1] === lines[at],
    )
    .map(line => line.text)
    .join('\n')
}

const numberedSections = (lines: readonly Line[]): number =>
  lines.slice(0, 400).filter(({ text }) => /^(?:\d{1,3}\.(?:[-–— ]| ?\()|§ ?\d)/.test(text)).length > 3
    ? 2
    : 0

const FEWEST_OF_MENU = 6

/** The head of a text with blanks for the menus in it, where "Special reports" is the name of a section. */
const withoutMenus = ({ text, lines, zones }: KindScene, length: number): string => {
  let head = text.slice(0, length)
  for (const zone of zones.filter(({ type, start }) => type === 'furniture' && start < length)) {
    const own = lines.filter(line => line.start >= zone.start && line.end <= zone.end && line.start < length)
    const short = own.filter(line => /^\S+(?: \S+){0,3}$/.test(line.text))
    if (own.length < FEWEST_OF_MENU || short.length < 0.8 * own.length) continue
    const end = Math.min(zone.end, length)
    head = head.slice(0, zone.start) + text.slice(zone.start, end).replace(/[^\n]/g, ' ') + head.slice(end)
  }
  return head
}

/** The kind that a file states, or that a form shows which only this kind has; `undefined` where none does. */
export const formalKindOf = (scene: KindScene): DocumentKind | undefined => {
  const head = withoutMenus(scene, 6000)
  return BY_TYPE[scene.stated.type ?? ''] ?? TESTS.find(([, test]) => test(scene, head))?.[0]
}
