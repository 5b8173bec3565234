import { hasDateline, isPartHeading, isSalutation } from './forms.ts'
import type { StatedFacts } from './frame.ts'
import type { Line } from './lines.ts'
import type { DocumentKind, Zone } from './reading.ts'
import { speakerLabels } from './speakers.ts'

/** What the kind of a document is told from. */
export interface KindScene {
  readonly text: string
  readonly lines: readonly Line[]
  readonly zones: readonly Zone[]
  readonly title: string
  readonly stated: StatedFacts
}

type Test = (scene: KindScene, head: string) => boolean

const PARTIES =
  /\b(?:the (?:states parties|high contracting parties|contracting parties|states concluding|governments? of|parties to this)|les (?:états parties|hautes parties contractantes|parties contractantes|gouvernements)|die (?:vertragsparteien|vertragsstaaten|regierung)|los (?:estados partes|gobiernos))/i
const AGREED =
  /\b(?:have agreed|agree as follows|sont convenus?|haben .{0,80}vereinbart|sind .{0,40}übereingekommen|han convenido|convienen)/i
const TREATY_TITLE =
  /^(?:the )?(?:convention|treaty|protocol|agreement|covenant|traité|protocole|accord|vertrag|übereinkommen|tratado|convenio|acuerdo)(?!\p{L})/iu
const TREATY_NAME =
  /^(?:treaty|convention|covenant|charter) (?:establishing|on|of|for|between|instituting)\b/i
const RESOLVING =
  /^[ \t]{0,60}(?:the (?:general assembly|assembly|executive council|permanent council|security council|human rights council|economic and social council|european parliament|conference of the parties|parliamentary assembly)|l.assemblée générale|le conseil de sécurité|la asamblea general|el consejo de seguridad|die generalversammlung|der sicherheitsrat)[ \t]{0,6},?[ \t]{0,60}$/im
const RESOLUTION_TITLE = /^[ \t]{0,60}(?:resolution|résolution|resolución|entschließung) \d+/im
const ENACTING =
  /\b(?:be it (?:therefore )?enacted|an act (?:to|of|for|relating)\b|assented to|l.assemblée nationale et le sénat ont adopté|promulgue la loi|décrète ?:|arrête ?:|der bundestag hat|die bundesregierung verordnet|wird verordnet|der nationalrat hat|die bundesversammlung .{0,80}beschlie(?:ß|ss)t|cortes generales han aprobado|sancionar la siguiente ley|dispongo ?:|decretan? ?:|por tanto,|l.assemblée fédérale de la confédération|die bundesversammlung der|el congreso .{0,60}decreta|la camera dei deputati ed? il senato|il presidente della repubblica|promulga(?:\s+la seguente| a seguinte)|a assembleia da república decreta)/i
const LAW_TITLE =
  /\b(?:(?:act|bill|ordinance|regulations|law|statute),?(?: no\.? ?\d+)?(?: of)?,? \(?(?:19|20)\d{2}|act no\.? ?\d+)|^(?:loi|décret|ordonnance|arrêté|gesetz|verordnung|\p{Lu}\p{Ll}+gesetz|bundesgesetz|ley|real decreto|decreto|legge|decreto legislativo|lei)(?!\p{L})/iu
const RELEASE =
  /^[ \t]{0,60}(?:for immediate release|(?:joint )?(?:press|media|news) (?:release|statement)(?!s)|communiqué(?: de presse)?|(?:déclaration|point de presse|communiqué) d(?:e la|u|es) (?:porte-parole|ministre|ministère)|pressemitteilung|medienmitteilung|nota de prensa|comunicado(?: de prensa)?|media contacts?:|press contacts?:|notes? (?:to|for) editors:?|embargo(?:ed)?\b.{0,60})/im
/** A release by whose head the text is what somebody has said. */
const FOLLOWING =
  /^[ \t]{0,60}following (?:is|are) (?:the )?(?:(?:full |edited )?(?:text|transcript) of )?.{0,80}\b(?:remarks|statement|message|address|speech|opening)\b/im
const RELEASE_BESIDE =
  /^.{0,40}[-–—|•·] {0,3}(?:pressemitteilung|medienmitteilung|press release|media release|news release|communiqué de presse|nota de prensa|comunicado de prensa)[ \t]*$|^adresse pour l.envoi de questions$|^adresse für rückfragen$|^news provided by$|^SOURCE \p{Lu}.{2,80}$/imu
const RECORD_OF_DEBATE =
  /^[ \t]{0,60}(?:plenarprotokoll \d|stenogra(?:f|ph)ischer bericht|compte rendu (?:intégral|analytique)|diario de sesiones|(?:provisional )?verbatim record|resoconto stenografico|oral answers to questions|house of (?:commons|lords) (?:debates|hansard)|\[?congressional record(?: volume|,)|volume \d+: debated on|\[(?:house|senate) hearing, \d+ congress\]|texte de la (?:question|réponse)|compte rendu\nintégral|the meeting was called to order at|s\/pv\.\d|a\/\d+\/pv\.\d)/imu
const COMPLIMENTS =
  /\b(?:presents? (?:its|his|her|their) compliments to|présente ses compliments|saluda (?:muy )?atentamente)(?!\p{L})/iu
const LETTER_HEAD =
  /^[ \t]{0,60}(?:(?:identical )?letters? dated \d|lettres? (?:identiques )?datées? du \d|cartas? (?:idénticas )?de fecha)|\(depositary notification\)/imu
const EUROPEAN_ACT =
  /^(?:the council of the european|the commission of the european|the european parliament and the council|the european commission)[\s\S]{0,4000}has? (?:adopted this|decided as follows)/im
const BILL_TITLE =
  /^[ \t]{0,60}(?:(?:proposition|projet) de loi|(?:proyecto|proposición|projeto) de le[iy]|(?:gesetz)?entwurf eines gesetzes|disegno di legge|decreto (?:número|num\.|n[.°ºo]{1,2}) ?\d|\p{L}{0,14} ?конституция|constitui[çc][ãa]o da|constitución política|конституция)(?!\p{L})/imu
/** Words that close a treaty. */
const WITNESS =
  /\b(?:in witness whereof|in faith whereof|en foi de quoi|zu urkund dessen|en fe de lo cual)(?!p{L})/i
const STATEMENT =
  /^[ \t]{0,60}(?:(?:\p{L}+|\d{1,4}) )?(?:statement|remarks|intervention|address|speech|déclaration|discours|allocution|erklärung|rede|declaración|discurso|intervención)\b.{0,60}\b(?:by|of|on behalf|prononcée?|du|de|au nom|von|der|del|en nombre)\b/iu
const ADDRESSED =
  /^[ \t]{0,60}(?:thank you,? )?(?:mr|madam|mister)\.? (?:president|chair(?:man|person)?|secretary[- ]general)\b|^[ \t]{0,60}(?:monsieur le président|madame la présidente|señor(?:a)? president[ea]|herr präsident|frau präsidentin)/im
const OPINION =
  /^[ \t]{0,60}(?:opinion|op-?ed|commentary|editorial|essay|guest (?:essay|column|post)|perspectives?|viewpoint|tribune|point de vue|meinung|kommentar|gastbeitrag|opinión|tribuna|columna)\b.{0,40}$/im
const VIEWS = /\b(?:views|opinions?)\b.{0,80}\b(?:author|own|expressed|reflect)|auteur|autor/i
const BLOG =
  /\bthis (?:blog|blog post|post|live blog)\b|\b(?:blog post|wordpress|posted (?:on|by)|blogroll|filed under)\b|\b\d+ (?:comments?|responses?|thoughts?|repl(?:y|ies)) (?:on|to) (?:["“«]|\p{Lu})|[←<] ?previous post/iu
/** The marks that the software of an encyclopedia leaves. */
const WIKI =
  /^jump to navigation\b|\[edit\]$|^from wikipedia\b|^categor(?:y|ies) ?: .* \| |^this page was last edited on/im
const COLUMNIST =
  /,? (?:(?:guest |opinion |staff |senior )?(?:columnist|contributing writer|op-ed contributor)|opinions? editor)\b/i
const LIVE = /\b(?:live blog|as it happened|live updates)\b/i
const AGENCIES = /\((?:reuters|ap|afp|dpa|efe|ansa|tass|interfax|xinhua|kyodo|pti|bta|belga|apa)\)/i
const REPORTED =
  /\b(?:told reporters|told journalists|told (?:the )?\p{Lu}\p{L}+|news agency|said (?:on|in a statement)\b|according to (?:officials|diplomats|a )|(?:a|ont) (?:déclaré|affirmé|indiqué|annoncé)|selon|sagte|erklärte|teilte .{0,30} mit|declaró|informó|señaló|según|indicó|agregó)(?!\p{L})/iu
const REPORT =
  /^[ \t]{0,60}(?:executive summary|table of contents|contents|summary|methodology|notes on method|recommendations|conclusions?|acknowledge?ments|résumé|sommaire|zusammenfassung|inhalt|resumen(?: ejecutivo)?|índice|annex(?:es)?|about (?:the|this) (?:report|authors?))[ \t]{0,60}$/gim
const SERIES =
  /^[ \t]{0,60}(?:(?:occasional|working|policy|discussion|research|briefing|special|technical) (?:paper|brief|note|report|study)s?\b.{0,40}|policy brief.{0,40}|research report.{0,40}|(?:layout|design|copy-?editor|cover photograph)\b.{0,120}|isbn .{0,40})$/im
const NUMBERED_HEADING = /^[ \t]{0,60}\d{1,2}\.\d{1,2}\.? {1,4}\p{Lu}[^.\n]{3,70}$/gmu
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
const isSignedPiece = ({ text, zones }: KindScene): boolean =>
  zones.some(zone => zone.type === 'title') &&
  zones.some(zone => isSignedLine(text.slice(zone.start, zone.end), zone))

const SPEECH_VERB =
  /(?<!\p{L})(?:said|says|told|added|a (?:dit|déclaré|affirmé|indiqué|ajouté|expliqué)|explique|répond|affirme|sagte|sagt|erklärte|betonte|dijo|afirmó|explicó|agregó|señaló|sostuvo|indicó|ha detto|spiega)(?!\p{L})/giu
const QUOTED = /[“"«„][^“”"«»„]{1,600}[”"»“]/g
const OWN_WORDS =
  /\b(?:I|we|our|my|us|je|nous|notre|nos|ich|wir|unser\p{Ll}{0,2}|yo|nosotros|nuestr\p{Ll}{1,2})\b/gu

/** How often the author speaks of himself or of those he counts himself among, outside of quotations. */
const ownWords = (text: string): number => count(from(text, 20_000).replace(QUOTED, ' '), OWN_WORDS)

const REPORT_TITLE = /^(?:(?:final|draft|interim|annual|progress|consolidated) )*report (?:of|on|to)\b/i
const NUMBERED_PARAGRAPH = /^[ \t]{0,60}\d{1,2}\.\d{1,3} {2,}\p{Lu}/gmu
const PLACE_AND_COLON =
  /^\p{Lu}{3,}(?: \p{Lu}{3,})?: \p{Lu}.{100}|^\p{Lu}[\p{L} ]{2,20}: \(\p{L}{2,5}[/)].{60}/u
const MEMO = /^[ \t]{0,60}(?:to|from|date|subject|re|cc) ?:/gim

const count = (text: string, form: RegExp): number => text.match(form)?.length ?? 0
const from = (text: string, length: number): string => text.slice(0, length)

const speakers = (lines: readonly Line[]): number => {
  const labelOf = speakerLabels(lines)
  return lines.slice(0, 600).filter(line => labelOf(line.text) !== undefined).length
}
const FEWEST_QUESTIONS = 3
const CALLED_INTERVIEW = /\b(?:intervista|interviews?|entretien|entrevista|in conversation|gespräch)\b/i

const FEWEST_TURNS = 4
const SPEAKS = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}): \S/u

/** How many lines begin with names that come again, with a colon. */
const turns = (lines: readonly Line[]): number => {
  const names = lines.slice(0, 400).flatMap(({ text }) => SPEAKS.exec(text.slice(0, 80))?.[1] ?? [])
  return names.filter(name => names.indexOf(name) !== names.lastIndexOf(name)).length
}

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

const ARTICLE = /^(?:art(?:ículo|icle|ikel|\.)?|§|section|sec\.|статья) ?\d/iu
const parts = (lines: readonly Line[]): number =>
  lines.slice(0, 800).filter(line => isPartHeading(line.text) || ARTICLE.test(line.text)).length

const BY_TYPE: Readonly<Record<string, DocumentKind>> = {
  NewsArticle: 'news',
  ReportageNewsArticle: 'news',
  LiveBlogPosting: 'news',
  OpinionNewsArticle: 'opinion',
  AnalysisNewsArticle: 'opinion',
  BlogPosting: 'blog',
  Report: 'report',
  Legislation: 'law',
  Debate: 'transcript',
}

/** What a file calls itself that is no article. */
const WEB_PAGE = /^(?:website|WebPage|AboutPage|CollectionPage|ContactPage)$/

const OPINION_SECTION =
  /[>›»/|] ?(?:opinions?|commentary|comment|op-?eds?|meinung|kommentare?|débats|tribunes?|idées|opinión)(?!\p{L})/iu
const RELEASE_SECTION =
  /[>›»/|] ?(?:press releases?|pressemitteilungen|medienmitteilungen|communiqués(?: de presse)?|comunicados(?: de prensa)?)(?!\p{L})/iu
const NEWS_SECTION = /[>›»/|] ?(?:news|nachrichten|actualités?|noticias)(?!\p{L})/iu

/** Whether the way through the site that stands above the title names a section. */
const inSection = ({ lines, zones }: KindScene, section: RegExp): boolean => {
  const start = zones.find(zone => zone.type === 'title')?.start ?? 0
  return lines.some(line => line.end <= start && line.text.length <= 160 && section.test(line.text))
}

const TEXT_LINES = 24

/** Whether the text begins with the place from which an agency or a paper reports. */
const datelined = ({ lines, zones }: KindScene): boolean => {
  const body = zones.find(zone => zone.type === 'body')?.start ?? 0
  return lines
    .filter(line => line.start >= body)
    .slice(0, TEXT_LINES)
    .some(line => hasDateline(line.text))
}

const bylines = ({ text, zones }: KindScene): string =>
  zones
    .filter(zone => zone.type === 'byline')
    .map(zone => text.slice(zone.start, zone.end))
    .join('\n')

const bios = ({ text, zones }: KindScene): string =>
  zones
    .filter(zone => zone.type === 'bio')
    .map(zone => text.slice(zone.start, zone.end))
    .join(' ')

/** The kinds, the most telling forms first. */
const TESTS: readonly (readonly [DocumentKind, Test])[] = [
  [
    'transcript',
    ({ lines, zones }) =>
      isInterview(lines) ||
      (speakers(lines) >= Math.max(4, zones.length > 400 ? 8 : 0) &&
        speakers(lines) * 12 >= Math.min(lines.length, 600)),
  ],
  [
    'resolution',
    (_, head) =>
      RESOLVING.test(head) ||
      (RESOLUTION_TITLE.test(from(head, 1500)) &&
        /\b(?:recalling|decides|rappelant|décide|recordando|unter hinweis)\b/i.test(head)),
  ],
  [
    'report',
    ({ text, title }) =>
      REPORT_TITLE.test(title) && count(from(text, 60_000), /^[ \t]{0,20}\d{1,3}\. {1,8}\p{Lu}/gmu) >= 4,
  ],
  ['transcript', (_, head) => RECORD_OF_DEBATE.test(from(head, 1500))],
  ['law', (_, head) => EUROPEAN_ACT.test(head) || BILL_TITLE.test(from(head, 1500))],
  ['letter', (_, head) => COMPLIMENTS.test(from(head, 1500)) || LETTER_HEAD.test(from(head, 1500))],
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
  ['web-page', ({ text }) => WIKI.test(text)],
  [
    'press-release',
    ({ text, lines, zones }, head) =>
      RELEASE.test(from(head, 1500)) ||
      RELEASE_BESIDE.test(text) ||
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
      STATEMENT.test(title) || STATEMENT.test(from(head, 600)) || ADDRESSED.test(from(head, 3000)),
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
  [
    'opinion',
    scene => OPINION.test(aroundTitle(scene.lines, scene.zones)) || inSection(scene, OPINION_SECTION),
  ],
  ['press-release', scene => inSection(scene, RELEASE_SECTION)],
  ['news', scene => inSection(scene, NEWS_SECTION) || datelined(scene)],
  ['opinion', scene => VIEWS.test(bios(scene)) || COLUMNIST.test(bylines(scene))],
  [
    'news',
    ({ title }, head) => LIVE.test(title) || LIVE.test(from(head, 400)) || AGENCIES.test(from(head, 1500)),
  ],
  [
    'report',
    scene =>
      count(from(scene.text, 60_000), REPORT) >= 2 && !(isSignedPiece(scene) && scene.text.length < 9000),
  ],
  ['report', ({ text }) => count(from(text, 60_000), NUMBERED_HEADING) >= 2],
  ['report', ({ text }) => count(from(text, 60_000), NUMBERED_PARAGRAPH) >= 4],
  [
    'web-page',
    ({ stated, zones }) =>
      WEB_PAGE.test(stated.type ?? '') && !stated.published && !zones.some(zone => zone.type === 'byline'),
  ],
  ['blog', ({ text }) => BLOG.test(from(text, 20_000))],
  ['opinion', scene => bios(scene) !== ''],
  [
    'news',
    ({ lines, text }, head) =>
      lines.slice(0, 30).some(line => hasDateline(line.text) || PLACE_AND_COLON.test(line.text)) ||
      REPORTED.test(from(head, 3000)) ||
      count(from(text, 20_000), /\btold (?:reporters|journalists)\b/gi) > 0,
  ],
  ['report', ({ text }) => count(from(text, 60_000), REPORT) >= 1 && text.length > 6000],
  [
    'report',
    ({ title, zones }) =>
      /\b(?:report|study|survey)\b/i.test(title) && zones.filter(zone => zone.type === 'heading').length >= 2,
  ],
  ['opinion', scene => isSignedPiece(scene) && ownWords(scene.text) >= 4],
  ['news', scene => isSignedPiece(scene) && count(from(scene.text, 20_000), SPEECH_VERB) >= 2],
  ['web-page', ({ zones }) => zones.some(zone => zone.type === 'faq' || zone.type === 'link-farm')],
  [
    'web-page',
    ({ zones }) =>
      zones[0]?.type === 'furniture' &&
      zones.at(-1)?.type === 'furniture' &&
      !zones.some(zone => zone.type === 'byline'),
  ],
  ['web-page', ({ text }) => count(text, OF_PAGE) >= 1],
  ['opinion', scene => paragraphsOf(scene) >= FEW && ownWords(scene.text) >= MANY_OWN],
  ['news', scene => paragraphsOf(scene) >= FEW && speaksOf(scene.text) >= 1],
]

/** What stands on pages that are no articles: guides of offices, abstracts of journals. */
const OF_PAGE =
  /^(?:updates to this page|is this page useful\?|abstract|keywords:?|download citation|get access)$/gim

/** How many paragraphs make an article, and how many words of one's own an opinion. */
const FEW = 3
const MANY_OWN = 8

const paragraphsOf = ({ lines, zones }: KindScene): number => {
  const body = zones.filter(zone => zone.type === 'body')
  return lines.filter(
    line => line.text.length > 100 && body.some(zone => zone.start <= line.start && line.end <= zone.end),
  ).length
}

const speaksOf = (text: string): number => count(from(text, 20_000), SPEECH_VERB)

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

/** What kind of document a text that is no cable is, by the forms of each kind; `unknown` when none shows. */
export const kindOf = (scene: KindScene): DocumentKind => {
  const head = scene.text.slice(0, 6000)
  const told = BY_TYPE[scene.stated.type ?? '']
  if (told) return told
  return TESTS.find(([, test]) => test(scene, head))?.[0] ?? 'unknown'
}
