import { hasDateline } from './forms.ts'
import { type KindParts, wordsIn } from './kindparts.ts'
import type { ZoneType } from './reading.ts'

/** A sign of a kind: one name for each step, and how many of them a document has. */
interface Sign {
  readonly name: string
  readonly steps: number
  readonly of: (parts: KindParts) => number
}

const when = (name: string, tells: (parts: KindParts) => boolean): Sign => ({
  name,
  steps: 1,
  of: parts => (tells(parts) ? 1 : 0),
})

/** As many steps as the measure has passed. */
const measure = (name: string, edges: readonly number[], value: (parts: KindParts) => number): Sign => ({
  name,
  steps: edges.length,
  of: parts => {
    const own = value(parts)
    return edges.filter(edge => own >= edge).length
  },
})

const count = (text: string, form: RegExp): number => text.match(form)?.length ?? 0
const linesOf = ({ lines }: KindParts, form: RegExp): number => lines.filter(line => form.test(line)).length

/** How often some words stand among a thousand of the running text, or of what in it is no quotation. */
const often = (
  name: string,
  edges: readonly number[],
  words: string,
  where: 'said' | 'ownSaid' = 'said',
): Sign => {
  const chosen = words.split(' ')
  return measure(
    name,
    edges,
    parts => (1000 * chosen.reduce((sum, word) => sum + (parts[where].get(word) ?? 0), 0)) / parts.words,
  )
}

const zonesOf = (type: ZoneType): Sign =>
  measure(`zones ${type}`, [1, 4], ({ scene }) => scene.zones.filter(zone => zone.type === type).length)

/** Near the title is one step, next to it another. */
const label = (name: string, form: RegExp): Sign =>
  measure(`label ${name}`, [1, 2], ({ labels, beside }) =>
    beside.some(one => form.test(one)) ? 2 : labels.some(one => form.test(one)) ? 1 : 0,
  )

/** What a site or a paper writes over a piece of each kind, alone on a line. */
const LABELS: readonly Sign[] = [
  label(
    'news',
    /^(?:(?:top|latest|world|local|national|international|breaking|africa|asia|europe|us|uk|eu) )?news$|^(?:world|politics|international|nation|national|headlines|actualités?|monde|nachrichten|politik|noticias|internacional|mundo)$/,
  ),
  label(
    'opinion',
    /^(?:opinions?|op-?eds?|commentary|comment|editorials?|columns?|columnists?|view ?points?|perspectives?|essays?|views?|debates?|ideas|voices|analysis|tribunes?|idées|débats|kommentare?|meinung|gastbeitrag|opinión|columnas?|tribuna|book reviews?|books|reviews?|leaders?|our view)$/,
  ),
  label(
    'blog',
    /^(?:(?:the )?blogs?|blog posts?|from the blog|guest posts?|posts?|le blog|blog de .{2,30}|diary|stories)$/,
  ),
  label(
    'statement',
    /^(?:(?:joint |public |official |written |oral )?statements?|speech(?:es)?|remarks|address(?:es)?|interventions?|statements? (?:and|&) speeches|speeches (?:and|&) statements|discours|déclarations?|reden?|erklärung(?:en)?|discursos?|declaraci(?:ón|ones))$/,
  ),
  label(
    'release',
    /^(?:(?:press|news|media) (?:releases?|statements?|notes?|information|service|room)|communiqués?(?: de presse)?|presse(?:mitteilung(?:en)?|aussendung)|medienmitteilung(?:en)?|notas? de prensa|comunicados?(?: de prensa)?|meeting (?:summaries|summary|coverage)|announcements?|press)$/,
  ),
  label(
    'report',
    /^(?:(?:(?:research|policy|special|country|annual|final) )?(?:reports?|briefs?|briefings?|papers?|stud(?:y|ies))|publications?|working papers?|fact ?sheets?|issue briefs?|research|policy notes?|occasional papers?)$/,
  ),
  label(
    'letter',
    /^(?:(?:open |readers?['’]? )?letters?(?: to the editor)?|your letters|leserbriefe?|cartas?(?: al director)?|courrier(?: des lecteurs)?|lettre ouverte|offener brief|carta abierta)$/,
  ),
  label(
    'transcript',
    /^(?:interviews?|transcripts?|podcasts?|q ?& ?a|questions (?:and|&) answers|oral questions|written answers|debates?|hearings?|press briefings?|daily briefings?|entretiens?|entrevistas?|gespräche?)$/,
  ),
  label(
    'page',
    /^(?:about(?: us)?|who we are|what we do|our work|topics?|issues|themes?|projects?|resources?|country profiles?|profiles?|overview|programmes?|faqs?|research projects?)$/,
  ),
]

const LETTERS: readonly Sign[] = [
  when(
    'salutation',
    ({ opening, lines }) =>
      /^\s{0,9}(?:dear |to the editor|sir,|madam,|excellenc|monsieur le|madame la|sehr geehrte|estimad|señor)/im.test(
        opening,
      ) || lines.slice(0, 30).some(line => /^(?:dear |to the editor|sir[,:—-])/i.test(line)),
  ),
  when('closing', ({ tail }) =>
    /^\s{0,9}(?:yours (?:sincerely|faithfully|truly)|sincerely|respectfully|(?:kind|best|warm) regards|accept,? excellency|please accept|mit freundlichen|hochachtungsvoll|atentamente|veuillez agréer)/im.test(
      tail,
    ),
  ),
  when('letter', ({ title, above }) =>
    /\b(?:letters?|readers? writes?|carta abierta|lettre ouverte|offener brief)\b/i.test(`${title} ${above}`),
  ),
  when('letters page', ({ whole }) =>
    /letters? to the editor|send (?:us )?(?:a |your )?letters?|to submit a letter|letters policy/i.test(
      whole,
    ),
  ),
  when('name and town', ({ scene, lines }) => {
    const body = scene.zones.filter(zone => zone.type === 'body').at(-1)?.end ?? 0
    const last = scene.text.slice(body, body + 120)
    return [...last.trim().split('\n').slice(0, 2), ...lines.slice(-1)].some(line =>
      /^(?:[-–—] ?)?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}, \p{Lu}[\p{L} '’-]{2,30}\.?$/u.test(
        line.trim(),
      ),
    )
  }),
  when(
    'undersigned',
    ({ opening, whole }) =>
      /\b(?:the )?undersigned\b/i.test(opening) ||
      /^(?:signatories|signed by|list of signatories)\b/im.test(whole),
  ),
  when('to a holder of office', ({ opening }) =>
    /\bdear (?:mr |madam |ms )?(?:president|prime minister|minister|secretary|ambassador|senator|members?|colleagues)/i.test(
      opening,
    ),
  ),
]

const STATEMENTS: readonly Sign[] = [
  when('statement in title', ({ title }) =>
    /\b(?:statement|remarks|speech|address|intervention|declaration|déclaration|discours|rede|erklärung|discurso|declaración|keynote|opening words|message)\b/i.test(
      title,
    ),
  ),
  when('statement in head', ({ head, title }) =>
    /\b(?:statement|remarks|speech|address|intervention|delivered (?:by|on|at)|as delivered|check against delivery|declaration by|discours|déclaration|rede|erklärung|discurso|declaración)\b/i.test(
      head.replace(title, ''),
    ),
  ),
  when('delivered', ({ head }) =>
    /\b(?:delivered (?:on|by)|as delivered|check against delivery|transcript of the speech|exactly as it was delivered|es gilt das gesprochene wort|seul le prononcé fait foi)\b/i.test(
      head,
    ),
  ),
  when(
    'joint statement',
    ({ title, head, opening }) =>
      /\bjoint (?:statement|declaration|communiqué)\b/i.test(`${title}\n${head}`) ||
      /^\s{0,9}(?:we, the|nous,|wir, die)/i.test(opening),
  ),
  when('to the chair', ({ body }) =>
    /\b(?:mr|madam|mister)\.? (?:president|chair|secretary)|excellenc(?:y|ies)|distinguished (?:delegates|colleagues|representatives)|ladies and gentlemen|dear (?:friends|colleagues)|thank you,? (?:mr|madam|chair)/i.test(
      body.slice(0, 3000),
    ),
  ),
  when('thanks at the end', ({ body }) =>
    /\b(?:i thank you|thank you(?: very much)?(?:,? (?:mr|madam)[^.]{0,20})?[.!]|je vous remercie|muchas gracias|vielen dank)\s{0,9}$/im.test(
      body.slice(-500),
    ),
  ),
  when('my delegation', ({ body }) =>
    /\b(?:my delegation|my country|my government|our delegation|on behalf of)\b/i.test(body.slice(0, 2500)),
  ),
]

const BLOGS: readonly Sign[] = [
  when('blog in head', ({ head }) => /\bblog(?:s|ger|gers|post|spot)?\b/i.test(head)),
  when('blog', ({ whole }) =>
    /\bblog(?:s|post|roll|spot)?\b|wordpress|substack|medium\.com|\bpermalink\b|posted (?:by|on|in|at)\b|trackback/i.test(
      whole,
    ),
  ),
  when('this post', ({ body }) =>
    /\b(?:this|my (?:last|previous|next)|in a) (?:blog|post|newsletter)\b/i.test(body),
  ),
  when('comments', ({ whole }) =>
    /\b\d{1,4} comments?\b|leave a (?:reply|comment)|post a comment|\bcomments? \(\d{1,4}\)|responses? to\b|reply$/im.test(
      whole,
    ),
  ),
  when('tags', ({ whole }) => /^(?:tags?|labels?|categor(?:y|ies)|filed under|tagged)\b/im.test(whole)),
  when('subscribe', ({ whole }) => /\bsubscribe\b/i.test(whole)),
  when('before and after', ({ tail }) => /^(?:previous|next|older|newer)\b|← |→|« |»/im.test(tail)),
]

const RELEASES: readonly Sign[] = [
  when('release', ({ whole }) =>
    /\b(?:press release|news release|media release|press statement|for immediate release|communiqué|pressemitteilung|presseaussendung|medienmitteilung|nota de prensa|comunicado|press room|newsroom|media centre|press service|pressestelle|presseportal|prnewswire|business wire)\b/i.test(
      whole,
    ),
  ),
  when('press above', ({ above }) => /\b(?:press|media|newsroom|presse|prensa)\b/i.test(above)),
  when('contact below', ({ tail }) =>
    /\b(?:(?:media|press) (?:contacts?|inquiries|enquiries|office|service)|for (?:more|further) information|contact:|pressekontakt|contact presse|spokes(?:man|woman|person) for|notes? (?:to|for) editors?)\b/i.test(
      tail,
    ),
  ),
  when('government above', ({ above }) =>
    /\b(?:ministry|department of|government|embassy|federal|ministère|ministerium|auswärtiges amt|bundes\w{1,20}|ministerio|cancillería|foreign office|gov\.|parliament|council|commission|secretariat|united nations)\b/i.test(
      above,
    ),
  ),
  when('organisation above', ({ above }) =>
    /\b(?:campaign|coalition|foundation|association|institute|centre|center|network|initiative|society|federation|committee|organi[sz]ation|union|mouvement|verein|liga)\b/i.test(
      above,
    ),
  ),
  when('office in opening', ({ opening }) =>
    /\b(?:ministry|minister|government|secretary|commissioner|president|ambassador|director)\b/i.test(
      opening,
    ),
  ),
  when('today', ({ opening }) =>
    /\b(?:today|this (?:week|morning|afternoon)|yesterday|heute|aujourd|hoy|ayer)\b/i.test(opening),
  ),
]

const REPORTS: readonly Sign[] = [
  when('report above', ({ title, above }) =>
    /\b(?:report|brief|briefing|paper|study|survey|analysis|review|factsheet|fact sheet|occasional|backgrounder|policy note|monitor)\b/i.test(
      `${title}\n${above.slice(-500)}`,
    ),
  ),
  when('report in title', ({ title }) => /\b(?:report|study|survey|rapport|informe|bericht)\b/i.test(title)),
  measure('parts of a report', [1, 2, 4], ({ headings }) =>
    count(
      headings,
      /^(?:\d{1,2}\.? )?(?:executive summary|introduction|background|methodology|findings|key (?:findings|points|messages)|recommendations|conclusions?|summary|annex|appendix|references|bibliography|endnotes|notes|acknowledg\p{Ll}{1,9}|abstract|keywords|zusammenfassung|einleitung|résumé|introducción|conclusiones)(?!\p{L})/gimu,
    ),
  ),
  when('to be cited', ({ whole }) =>
    /\b(?:suggested citation|cite (?:this|as)|doi(?::|\.org)|isbn|issn|download (?:the )?(?:pdf|full|report)|pdf \(|et al\.|ibid)/i.test(
      whole,
    ),
  ),
  when('marks of notes', ({ whole }) => count(whole, /\[\d{1,3}\]/g) >= 3),
  measure('numbered paragraphs', [3, 8], parts =>
    linesOf(parts, /^\d{1,2}\.\d{1,3}\.? {1,4}\p{Lu}|^\d{1,3}\. {1,8}\p{Lu}/u),
  ),
]

const OPINIONS: readonly Sign[] = [
  when('opinion above', ({ above, bylines }) =>
    /\b(?:opinions?|op-?ed|commentary|editorial|columnists?|comment|viewpoint|perspectives?|essay|views?|debate|tribune|kommentar|meinung|gastbeitrag|opinión|columna|leader|voices|ideas)\b/i.test(
      `${above.slice(-600)}\n${bylines}`,
    ),
  ),
  when('columnist', ({ bylines, bios }) =>
    /\b(?:columnist|contributing writer|op-ed contributor|opinions? editor|editorial board)\b/i.test(
      `${bylines}\n${bios}`,
    ),
  ),
  when('who the writer is', ({ bios, tail }) =>
    /\b(?:the (?:writer|author)|is (?:a|an|the) (?:professor|fellow|columnist|former|senior|director|researcher|lecturer|author|journalist|lawyer|retired|executive|ambassador)|views expressed|(?:his|her) (?:latest )?book|teaches|follow (?:him|her))\b/i.test(
      `${bios}\n${tail}`,
    ),
  ),
  when('own views', ({ bios, tail }) =>
    /\b(?:views|opinions?)\b.{0,80}\b(?:author|own|expressed|reflect)/i.test(`${bios}\n${tail}`),
  ),
  often(
    'should',
    [4, 6, 12],
    'should must ought need needs cannot never surely perhaps course muss sollte doit debe',
    'ownSaid',
  ),
  when('review of a book', ({ head, tail }) =>
    /\b(?:book review|in this review|reviewed by|reviewed:|pp\.|\d{2,4} pages|hardcover|paperback)/i.test(
      `${head}\n${tail}`,
    ),
  ),
  when('title asks or pleads', ({ title }) =>
    /\b(?:why|how|what|the case|time to|don.t|let.s|we|our|my|must|should|lessons?|case for|against|not|never|cannot|can.t)\b/i.test(
      title,
    ),
  ),
]

const NEWS: readonly Sign[] = [
  when('signed above', ({ bylines }) => /^\s{0,9}(?:by|par|von|por) \p{Lu}/imu.test(bylines)),
  when('agency', ({ head, bylines }) =>
    /\b(?:[Rr]euters|REUTERS|[Aa]ssociated [Pp]ress|AP|AFP|dpa|DPA|[Xx]inhua|TASS|EFE|ANSA|[Ss]taff (?:[Ww]riter|[Rr]eporter|[Cc]orrespondent)|[Cc]orrespondent|[Nn]ews [Dd]esk|[Bb]ureau)\b/.test(
      `${head}\n${bylines}`,
    ),
  ),
  when('news above', ({ above }) =>
    /\b(?:news|world|nation|local|politics|international|europe|africa|asia|breaking|headlines|nachrichten|actualité|monde|noticias|mundo)\b/i.test(
      above.slice(-600),
    ),
  ),
  when('told reporters', ({ body }) =>
    /\b(?:told reporters|told journalists|told the|in an interview|on condition of anonymity|declined to comment|news conference|spokes(?:man|woman|person)|said in a statement|said (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i.test(
      body,
    ),
  ),
  when('weekday', ({ opening }) =>
    /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|lunes|martes|miércoles|jueves|viernes|lundi|mardi|mercredi|jeudi|vendredi)\b/i.test(
      opening,
    ),
  ),
  when('more to read', ({ whole }) =>
    /\b(?:read more|related (?:articles|stories|news)|most (?:read|viewed|popular)|trending|also read|must read|more from|advertisement)\b/i.test(
      whole,
    ),
  ),
  when('updated', ({ head }) =>
    /\b(?:updated|published|min(?:ute)?s? read|last modified|first published)\b/i.test(head),
  ),
  when('dateline', ({ lines }) => lines.slice(0, 60).some(hasDateline)),
  when('title tells a deed', ({ title }) =>
    /\b(?:says?|said|calls?|urges?|votes?|signs?|joins?|leaves?|quits?|approves?|backs?|warns?|rejects?|adopts?|ratif\w{1,5}|welcomes?|condemns?|announces?|launches?|hosts?|destroys?|gets?|sends?|wants?|meets?|ends?|opens?)\b/i.test(
      title,
    ),
  ),
]

const PAGES: readonly Sign[] = [
  when(
    'no year above',
    ({ above, title, bylines }) => !/\b(?:19|20)\d\d\b/.test(`${above}\n${title}\n${bylines}`),
  ),
  when('page in title', ({ title }) =>
    /\b(?:about (?:us|the)|who we are|what we do|our work|project|faq|frequently asked|overview|factsheet|fact sheet|profile|contact|mission|programme|what is)\b/i.test(
      title,
    ),
  ),
  measure('parts of a page', [1, 3], ({ headings }) =>
    count(
      headings,
      /\b(?:overview|at a glance|key facts|contact|further (?:reading|information)|how to|what (?:is|does|are)|who (?:is|are)|useful links|quick (?:links|facts)|team|partners|funding|aims|objectives|status|policy|use|stockpil\p{Ll}{1,4}|production|clearance|reporting)\b/giu,
    ),
  ),
  when('contact', ({ tail }) =>
    /^(?:contact|contact us|address|phone|tel|responsible|last (?:updated|reviewed))\b/im.test(tail),
  ),
  when('was it useful', ({ tail }) =>
    /\b(?:did you find|was this page|is this page|page useful|feedback)\b/i.test(tail),
  ),
  when('encyclopedia', ({ whole }) => /\[edit\]|retrieved from|jump to/i.test(whole)),
  when('states a page', ({ scene }) =>
    /^(?:website|WebPage|AboutPage|CollectionPage|ContactPage)$/.test(scene.stated.type ?? ''),
  ),
]

const TRANSCRIPTS: readonly Sign[] = [
  when('interview', ({ title, above }) =>
    /\b(?:interview|q ?& ?a|conversation|transcript|podcast|episode|briefing|hearing|debate|oral|questions? (?:and|&) answers|entrevista|entretien|gespräch)\b/i.test(
      `${title}\n${above.slice(-500)}`,
    ),
  ),
  when(
    'question and answer',
    parts => linesOf(parts, /^(?:\*\*)?(?:Q|QUESTION|Question|A|ANSWER)\s?[:.]/) >= 2,
  ),
  measure('names and colons', [2, 5, 12], parts =>
    linesOf(parts, /^(?:\*\*|__)?\p{Lu}[\p{L}.'’ -]{1,40}:(?:\*\*|__)?\s/u),
  ),
  measure('names in capitals', [2, 5, 12], parts => linesOf(parts, /^\p{Lu}[\p{Lu}.’' -]{2,40}[:.]/u)),
  when('asked in parliament', ({ head }) =>
    /\b(?:asked the (?:minister|secretary)|member for|written answers?|to ask the)\b/i.test(head),
  ),
  measure('questions', [1, 3, 6], parts => linesOf(parts, /\?["”»]?$/)),
]

const INSTRUMENTS: readonly Sign[] = [
  when('enacted', ({ head }) =>
    /\b(?:enacted|promulgat|gazette|act no|chapter \d|statutes?|current to|bundesgesetzblatt|journal officiel|boletín oficial|official journal|bgbl|law no|decree|décret|ley|gesetz|arrêté)\b/i.test(
      head,
    ),
  ),
  measure('articles', [1, 2, 6], parts =>
    linesOf(parts, /^(?:art(?:ículo|icle|ikel|\.)?|§|section|sec\.|статья) ?\d/iu),
  ),
  when('short title', ({ whole }) =>
    /\b(?:short title|may be cited as|binding on (?:the )?(?:crown|his majesty|her majesty))\b/i.test(whole),
  ),
  when(
    'treaty in title',
    ({ title }) =>
      /^(?:the )?(?:convention|treaty|agreement|protocol|accord|vertrag|abkommen|traité|tratado|convenio|acuerdo)/i.test(
        title,
      ) && !/[?“"]/.test(title),
  ),
  when('parties', ({ body }) =>
    /\b(?:have agreed|the parties|contracting part|sont convenus|haben vereinbart|han convenido)\b/i.test(
      body.slice(0, 4000),
    ),
  ),
  measure('resolving', [1, 3, 6], parts =>
    linesOf(
      parts,
      /^(?:\d{1,2}\.\s)?(?:recalling|reaffirming|noting|decides|requests|urges|calls (?:up)?on|welcomes|having regard|whereas|invites|encourages|stresses|expresses)\b/i,
    ),
  ),
  when('resolution', ({ title, head }) =>
    /\b(?:resolution|résolution|resolución)\b|\ba\/res|\bs\/res\b/i.test(`${title}\n${head}`),
  ),
]

const long = (lines: readonly string[]): readonly string[] => lines.filter(line => line.length > 100)

/** How a text is built and in whose voice it speaks, whatever its words. */
const BUILD: readonly Sign[] = [
  measure('words', [100, 250, 500, 900, 1500, 3000], ({ words }) => words),
  often('I', [1, 4, 10, 20], 'i my me ich je yo mi', 'ownSaid'),
  often(
    'we',
    [2, 6, 15, 30],
    'we our us nous notre nos wir unser unsere unseren unserer nosotros nuestro nuestra nuestros nuestras',
    'ownSaid',
  ),
  often('you', [1, 5], 'you your', 'ownSaid'),
  often('said', [1, 4, 8, 14], 'said says told added according déclaré sagte dijo erklärte afirmó'),
  measure('quotation marks', [1, 5, 12, 25], ({ body, words }) => (1000 * count(body, /[“"«„]/g)) / words),
  often('shall', [2, 8, 20], 'shall hereby thereof artikel artículo article'),
  measure('question marks', [1, 4, 10], ({ body, words }) => (1000 * count(body, /\?/g)) / words),
  often('titles of persons', [1, 5, 12], 'mr ms mrs madam excellency excellencies distinguished delegation'),
  measure('items', [2, 6, 15], parts => linesOf(parts, /^(?:[-•*–]|\(?[a-z\d]{1,3}[.)])\s/)),
  measure('numbers', [2, 5, 12], parts => linesOf(parts, /^\d{1,3}\.\s/)),
  zonesOf('byline'),
  zonesOf('bio'),
  zonesOf('related'),
  zonesOf('signature'),
  zonesOf('footnote'),
  zonesOf('furniture'),
  zonesOf('faq'),
  measure(
    'headings',
    [1, 3, 6, 12],
    ({ scene }) => scene.zones.filter(zone => zone.type === 'heading').length,
  ),
  measure('paragraphs', [3, 8, 15, 30], ({ lines }) => long(lines).length),
  measure('length of paragraphs', [200, 300, 450, 700], ({ lines }) => {
    const all = long(lines)
    return all.reduce((sum, line) => sum + line.length, 0) / Math.max(1, all.length)
  }),
  when('stated day', ({ scene }) => scene.stated.published !== undefined),
  when('stated author', ({ scene }) => (scene.stated.authors?.length ?? 0) > 0),
  when('states an article', ({ scene }) => /article/i.test(scene.stated.type ?? '')),
  when('address of mail', ({ body }) => /@/.test(body)),
  measure('words of title', [1, 4, 8, 12], ({ title }) => wordsIn(title)),
  when('title asks', ({ title }) => title.endsWith('?')),
  when('title in two parts', ({ title }) => /:/.test(title)),
  when('title quotes', ({ title }) => /^["“‘']/.test(title)),
  when('title with a number', ({ title }) => /\d/.test(title)),
  when('title in capitals', ({ title }) => title.length > 8 && title === title.toUpperCase()),
]

const SIGNS: readonly Sign[] = [
  ...LABELS,
  ...LETTERS,
  ...STATEMENTS,
  ...BLOGS,
  ...RELEASES,
  ...REPORTS,
  ...OPINIONS,
  ...NEWS,
  ...PAGES,
  ...TRANSCRIPTS,
  ...INSTRUMENTS,
  ...BUILD,
]

/** The names of the signs of a document's kind, a name for each step. */
export const KIND_SIGNS: readonly string[] = SIGNS.flatMap(({ name, steps }) =>
  Array.from({ length: steps }, (_, step) => (steps === 1 ? name : `${name} ${step + 1}`)),
)

/** Which of the signs a document has, in the order of their names. */
export const kindSignsOf = (parts: KindParts): readonly boolean[] =>
  SIGNS.flatMap(({ steps, of }) => {
    const own = of(parts)
    return Array.from({ length: steps }, (_, step) => step < own)
  })
