import { isProse } from './forms.ts'
import { hasFurnitureForm } from './furnitureforms.ts'
import type { Line } from './lines.ts'
import { byOpening } from './openings.ts'
import { remembered } from './remembered.ts'

/** A line without the marks that a page or Markdown has left on it. */
const bare = (line: string): string =>
  /^[\p{L}\p{N}]/u.test(line) && !/[[|#*\s]$|\]\(/.test(line) ? line : stripped(line)

const stripped = (line: string): string =>
  line
    .replace(/\[([^\]]{0,80})\]\([^)\s]{0,200}\)/g, '$1')
    .replace(/^[\s>*•·–—|#-]+|[\s*|#]+$/g, '')
    .trim()

const SHARED = new Set(
  'share shares sharing tweet tweeter facebook x twitter linkedin email e-mail mail whatsapp telegram reddit pinterest pocket messenger print copy link url save later for like pin flipboard tumblr bluesky mastodon threads instagram youtube rss flattr xing sms this on via to by with article story page post send more and in a partager imprimer envoyer sur par teilen drucken compartir imprimir en gift bookmark listen follow merken kommentare kommentar comentarios comentar guardar enregistrer us the text size aa font comment comments download embed'.split(
    ' ',
  ),
)
const SHARES = new Set(
  'share tweet facebook twitter linkedin whatsapp email e-mail print copy save partager teilen compartir pin x like gift follow listen'.split(
    ' ',
  ),
)
const FIRST_OF_ROW = /[^\s,|·•:;/()&]+/

const isOfRow = (word: string): boolean => SHARED.has(word) || /^\d{1,6}$/.test(word)

/** A row of buttons: every word of it is one of theirs, and one names a place to share. */
const isShareRow = (line: string): boolean => {
  if (line.length > 200) return false
  const lower = line.toLowerCase()
  const [first] = FIRST_OF_ROW.exec(lower) ?? ['']
  if (!isOfRow(first)) return false
  const words = lower.split(/[\s,|·•:;/()&]+/).filter(Boolean)
  return words.length <= 24 && words.every(isOfRow) && words.some(word => SHARES.has(word))
}

/** A way through a site: "Home > News > World", or a row of sections. */
const isTrail = (line: string): boolean => {
  if (line.length > 160 || !/[>›»→|·•]| \/ /.test(line)) return false
  if (/[.!?]$|[.!?] \/|«/.test(line)) return false
  const steps = line.split(/ ?[>›»→] ?| \/ /)
  if (steps.length >= 2 && /^(?:home|accueil|startseite|inicio|news|you are here)\b/i.test(line)) return true
  if (steps.length >= 3) return steps.every(step => step.length <= 60)
  const row = line.split(/ [|·•] /)
  return row.length >= 4 && row.every(step => step.length <= 28 && !/\d/.test(step))
}

const HOME = /^(?:home|startseite|accueil|inicio|portada|homepage) /i
const MOST_IN_MENU = 16

/** A menu without marks between its words, which begins with the way home. */
const isHomeRow = (line: string): boolean => {
  if (line.length > 200 || !HOME.test(line)) return false
  const words = line.split(' ').slice(1)
  return (
    words.length >= 2 &&
    words.length <= MOST_IN_MENU &&
    words.every(word => /^(?:\p{Lu}[\p{L}’'-]{0,30}|uns|und|et|y|and|&|us|propos|de)$/u.test(word))
  )
}

/** Sections of a site in a row: capitalised words and nothing that makes a sentence. */
export const isMenuRow = (line: string): boolean => {
  if (line.length < 30 || line.length > 200 || /[.,:;?!"“”'’()\d]/.test(line)) return false
  const words = line.split(' ')
  if (words.length < 7 || !/\p{Ll}/u.test(line) || /[.,:;?!"“”'’()\d]/.test(line)) return false
  return (
    words.every(word => /^(?:\p{Lu}\p{L}*|[+&|/·•-])$/u.test(word)) &&
    !words.some(word => OF_HEADLINE.test(word))
  )
}

/** Words that join what a headline tells, and that the names of sections have not. */
const OF_HEADLINE =
  /^(?:Over|After|Against|Amid|With|Without|Into|Under|Before|Its|Their|Says|Will|As|But|Is|Are|Near|Than|May|Could|Would|Should|Can|Must|Might|Not|Has|Have|Was|Were|Why|How)$/

/** Sections named alike in a row: "Local News State News World News". */
const isRowOfSections = (line: string): boolean => {
  if (line.length > 120 || !/^[\p{Lu}&]/u.test(line) || /[^\p{L} &]/u.test(line)) return false
  const words = line.split(' ')
  const last = words.at(-1)
  return (
    words.length >= 5 &&
    words.every(word => /^(?:\p{Lu}|&|and$)/u.test(word)) &&
    words.filter(word => word === last).length >= 3
  )
}

const NEWSLETTER =
  /\b(?:sign up (?:for|to)|subscribe to|get (?:our|the .{0,40}) (?:in your|delivered|newsletter|digest)|in your inbox|our (?:free |weekly |daily |monthly )*(?:newsletter|digest|briefing)|newsletter|join our mailing list|support our work|donate today|give (?:monthly|today)|make a donation|become a (?:member|subscriber|supporter)|inscrivez-vous|notre lettre|abonnieren sie|unser(?:en)? newsletter|suscríbase|nuestro boletín|buy us a coffee|did you (?:like|enjoy) this|thanks for reading|never miss (?:a|an|our)|whatsapp channel|want to write\?|join a (?:growing )?community|register now|la lettre (?:du|de la|de l.)|thanks for sharing|free articles? left|if you (?:liked|enjoyed) this|download (?:our|the) app|enter your e-?mail|by signing up|jetzt anmel-?|kostenlos\. |reciba nuestro|recevez (?:notre|nos)|(?:sign up|register) for e-?mails|allow content provided by|allow (?:and )?continue)\b/i

/** A box that asks the reader for something: short, and in the words of such boxes. */
export const isAppeal = (line: string): boolean =>
  line.length <= 320 && NEWSLETTER.test(line) && !(line.length > 90 && OF_WRITER.test(line))

/** A writer who tells of the letter itself. */
const OF_WRITER = /\b(?:I|we) (?:have been|am|are|was|were) (?:writing|typing|sending) this newsletter\b/i

/** The few lines of furniture that are as long as a paragraph. */
const LONG =
  /^\W{0,3}(?:all rights reserved|copyright\b|suggested citation ?:|the office of .{3,50}, bureau of |external links to other |letters are limited to |send a letter to the editor |©|\(c\) ?(?:copyright|(?:19|20)\d{2})|(?:we use|this (?:web)?site uses) cookies|we and our (?:\d+ )?(?:vendors|partners)|this e-?mail (?:may|and any|is) )/i

/** Whether a line is furniture of a page, whatever stands around it. */
export const isFurniture = remembered(printed => {
  // Where the marks of a link are blanked a line is long for nothing.
  const text = printed.length > 170 ? printed.replace(/ {2,}/g, '  ') : printed
  if (text.length > 330) return false
  if (text.length > 170) return LONG.test(text) || isAppeal(text)
  // A line that goes on in the middle of a sentence.
  if (text.length > 40 && /^\p{Ll}/u.test(text) && !/^(?:by|share|photo|https?)\b/.test(text)) return false
  const line = bare(text)
  if (line === '') return !text.includes('|')
  const pieces = / {2}| \||\t/.test(line) ? line.split(/ {2,}| \| |\t+/) : [line]
  if (
    pieces.length > 1 &&
    pieces.length <= 12 &&
    pieces.every(piece => hasFurnitureForm(piece) || isShareRow(piece))
  )
    return true
  return (
    hasFurnitureForm(line) ||
    (line.includes('   ') && hasFurnitureForm(line.replace(/ {2,}/g, ' '))) ||
    (/\bt[ée]l\.? ?[+(]?\d/i.test(line) && /\bwww\./.test(line)) ||
    isShareRow(line) ||
    isMenuRow(line) ||
    isHomeRow(line) ||
    isRowOfSections(line) ||
    isTrail(line.replace(/ {2,}/g, ' ')) ||
    isAppeal(line) ||
    /^https?:\/\/\S+$/.test(line)
  )
})

/** Sections that are opened by a line of their own and are no part of the article. */
export type Section = 'related' | 'faq' | 'link-farm' | 'article-info' | 'furniture'

const SECTIONS: readonly (readonly [Section, RegExp])[] = [
  [
    'related',
    /^(?:related(?: (?:articles?|events?|documents?|stor(?:y|ies)|posts?|content|topics?|news|coverage|reading|links|cables?|items?|to this))?|more (?:in|from|on|like|about) .{2,40}|(?:[a-z]+ ){1,3}like this(?: one)?|more (?:news|stories|episodes|podcasts|reading|coverage|press releases|statements|publications)|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|recommended(?: (?:for you|reading|stories|articles))?|(?:read|see) (?:also|next|more|more on this)|next in .{2,30}|others also read|latest: .{2,30}|in other news|in this section|dans (?:le même dossier|la même rubrique)|das könnte sie auch interessieren|lesen sie auch|people also read|read more here|also (?:read|(?:in|on) .{2,40})|previously on .{2,40}|newest|related (?:experts?|people|authors?)|recommended reading|dernières nouvelles|neueste|new from .{2,40}|post navigation|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest (?:news|stories|articles|headlines|briefings|statements|updates|(?:press )?releases)|don.t miss|editor.s picks?|in (?:pictures|this series)|lire aussi|à lire (?:aussi|également)|articles? liés?|sur le même (?:sujet|thème)|voir aussi|les plus lus|la rédaction vous conseille|lesen sie auch|mehr (?:zum thema|aus .{2,40}|zu .{2,40}|von .{2,40})|latest (?:on|from|about) .{2,40}|leggi anche|más información|associated links|quick links|potrebbe interessarti|verwandte (?:artikel|themen|inhalte|beiträge)|(?:te|le) (?:podría|puede|podria) interesar|también te puede interesar|related internet links|weitere meldungen(?: ?: .{2,60})?|must read|most.read articles?|regional events|commented|latest updates|related content|also in this issue|temas relacionados|(?:últimas|ultimas) noticias|related topics|meistgelesen|lea también|le puede interesar|noticias relacionadas|más leídas|artículos relacionados)\s*[:.]?$/i,
  ],
  ['faq', /^(?:faqs?|frequently asked questions|people also ask|questions fréquentes)\s*:?$/i],
  [
    'link-farm',
    /^(?:top articles|latest posts|popular posts|recent posts|popular articles|featured posts|recent comments|archives|blogroll|useful links)\s*:?$/i,
  ],
  ['article-info', /^(?:article information|author information|about this article|article details)\s*:?$/i],
  [
    'furniture',
    /^(?:leave a (?:reply|comment)|(?:read |view |show )?(?:all )?(?:\d+ )?(?:comments?|responses?|replies)(?: ?\(\d+\))?(?: closed)?:?|\d{1,6} (?:thoughts?|comments?|responses?|repl(?:y|ies)) (?:on|to) .*|join the (?:conversation|discussion)|post a comment|reader comments|commentaires?(?: ?\(\d+\))?|contributions ?\(\d+\)|réactions ?\(\d+\)|laisser un commentaire|submit a comment|\d+ commentaires?|kommentare(?: der .{3,40})?(?: ?\(\d+\))?|comentarios(?: ?\(\d+\))?|share this:?|cancel reply|your email address will not be published.*)$/i,
  ],
]

const likelySections = byOpening(SECTIONS, ([, form]) => form)

/** One line that points to another article: "Read: ...", "→ ...". */
const POINTER =
  /^(?:(?:read|read next|also in (?:this )?[^:]{3,30}|watch|listen|also read|read also|read more|related|see also|more|lire|lire aussi)(?:\s?: | \| )|→ ).{10,140}$/i

/** "READ ALSO Lithuania opens ...": the pointer in capitals, without a colon. */
const SHOUTED = /^(?:READ ALSO|ALSO READ|READ MORE|SEE ALSO) (?=\p{Lu})/u

/** Whether a line by itself points to another article. */
export const isPointer = (text: string): boolean =>
  text.length <= 400 && isPointerLine(text.replace(/ {2,}/g, ' '))

const isPointerLine = (text: string): boolean =>
  text.length <= 170 && (POINTER.test(text) || SHOUTED.test(text)) && !/[.]$/.test(text)

/** The section that a line opens, or `undefined`. */
export const sectionOpened = (text: string): Section | undefined => {
  if (text.length > 120) return undefined
  const line = bare(text)
  return likelySections(line).find(([, form]) => form.test(line))?.[0]
}

/** The line that says where a section of links begins, when the references of an article are no more than links. */
export const REFERENCES = /^references\s*:?$/i

/** A paragraph at the end by which an organisation presents itself, or that closes a release. */
export const opensBoilerplate = (lines: readonly Line[], index: number): boolean => {
  const text = lines[index]?.text ?? ''
  return (
    /^(?:about (?!the authors?\b|this |.*\bpolicy$)\S.{1,80}|à propos (?:de|d.)\S.{1,80}|über (?:uns|die|den|das) .{1,60})$/i.test(
      text,
    ) &&
    !/[.!?]$/.test(text) &&
    isProse(lines[index + 1]?.text ?? '')
  )
}
