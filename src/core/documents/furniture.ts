import type { Line } from './lines.ts'

/** A line without the marks that a page or Markdown has left on it. */
const bare = (line: string): string =>
  /^[\p{L}\p{N}]/u.test(line) && !/[[|#*\s]$|\]\(/.test(line) ? line : stripped(line)

const stripped = (line: string): string =>
  line
    .replace(/\[([^\]]{0,80})\]\([^)\s]{0,200}\)/g, '$1')
    .replace(/^[\s>*•·–—|#-]+|[\s*|#]+$/g, '')
    .trim()

const WHOLE =
  /^(?:skip to (?:main )?(?:content|navigation)|(?:aller|passer) (?:au contenu|à la recherche|à la navigation).{0,20}|zum (?:haupt)?inhalt.{0,20}|(?:ir|saltar|pular) (?:al?|para o) (?:contenido|conteúdo).{0,20}|vai al contenuto.{0,20}|lesezeit.{0,30}|temps de lecture.{0,30}|(?:artikel|article) (?:anhören|audio)|\d{1,3} ?min(?:ute)?s?\.? (?:read|de lecture|lesezeit)|(?:reading|read) time.{0,30}|abo|suche|merken|kommentieren|anmelden|connexion|se connecter|iniciar sesión|buscar|replier|déplier|(?:recherche|version) (?:simple|initiale).{0,40}|liens relatifs|we value your privacy.{0,40}|(?:accept|reject) all\b.{0,60}|manage (?:choices|cookies|preferences)|purchase licensing rights.{0,60}|(?:read|view|show) (?:all )?\d+ comments|schlagworte:.{0,160}|mots.clés ?:.{0,160}|etiquetas:.{0,160}|this entry was posted in .{0,200}|like loading.{0,5}|click to (?:share|email|print).{0,80}|(?:←|â†\S?) ?previous.{0,60}|jump to (?:navigation|content)|back to (?:top|all .{2,30}|the top|index)(?: button)?|top of page|menu|search(?: form| this site)?|home(?: ?page)?|sitemap|subscribe(?: (?:now|today|here|to .{2,60}))?|sign (?:up|in|out)(?: .{2,40})?|log ?(?:in|out)|register|my account|contact(?: us)?|about(?: us)?|donate(?: now)?|advertis(?:e|ing|ement|e with us)|sponsored(?: content)?|read more(?: .{0,60})?|continue reading.{0,60}|show more|see more|view (?:all|more)|click here.{0,60}|load more.{0,30}|next(?: (?:page|post|article|story))?|previous(?: (?:page|post|article|story))?|older posts?|newer posts?|all rights reserved\.?.*|(?:copyright\b|©|\(c\) ?(?:copyright|(?:19|20)\d{2})).{0,160}|cookie (?:policy|settings|preferences)|(?:we use|this (?:web)?site uses) cookies.*|accept(?: all)?(?: cookies)?|privacy(?: (?:policy|notice|statement))?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?|imprint|impressum|datenschutz|mentions légales|aviso legal|page \d+(?: (?:of|sur|von|de) \d+)?|(?:est(?:imated)?\.? )?(?:reading time:? .{0,20}|\d+ ?[-–]? ?min(?:ute)?s?\.?(?: of reading| read(?:ing)?(?: time)?)?)|temps de lecture.{0,20}|lecture \d+ min\.?|lesezeit.{0,20}|listen to (?:this )?(?:article|story).{0,20}|listen \d.{0,20}|print (?:this )?(?:page|article|story)|printer[- ]friendly.{0,20}|email this (?:page|article|story)|share (?:this|on|via).{0,40}|like this:?|loading\.{0,3}|report (?:this|an error|abuse).{0,30}|leave a (?:reply|comment)|post a comment|add (?:a )?comment|join the (?:conversation|discussion)|comments?(?: ?\(\d+\)| are closed\.?| off.{0,60})?|\d+ (?:comments?|responses?|replies|thoughts on .*)|no comments?(?: yet)?|reply|tags?:(?! ?[A-Z]{2,5}(?:,| |$)).{0,160}|filed under:?.{0,120}|posted in .{2,160}|categor(?:y|ies):.{0,120}|topics?:.{0,120}|keywords:.{0,160}|photo(?:graph)?(?: (?:by|credit|:)).{0,120}|image(?: credit| source|:).{0,120}|photo:.{0,120}|illustration ?:.{0,80}|getty images.{0,40}|file photo.{0,60}|follow (?:us|me|@).{0,80}|table of contents|permalink.{0,100}|this article was amended.{0,200}|archived content\b.{0,80}|this (?:live )?(?:blog|page|thread) is (?:now )?(?:closed|archived).{0,40}|you are (?:here|in):.{0,120}|enable javascript.{0,80}|(?:please )?check against delivery|seul le prononcé fait foi|es gilt das gesprochene wort|accueil|partager(?: .{0,60})?|imprimer|lire la suite|retour (?:en haut|à l.accueil)|s.abonner.{0,60}|drucken|teilen|nach oben|compartir|imprimir|inicio|volver arriba|please recycle.{0,20}|[^.]{0,80}\.{5,} ?\d{0,3}|isbn .{0,40}|cover (?:photo|photograph|image).{0,120}|(?:layout|design|printed (?:in|by)|typeset)\b.{0,160}|(?:press|media) contacts?:.{0,120}|republish this article.{0,160}|this article is republished.{0,200}|you have \d+ (?:free )?articles?.{0,60}|site ?map|accessibilit[yé]|help|tip us|accessib.{0,20}|extrait du journal officiel.{0,120}|did you find this .{0,60}|was this .{0,40} (?:helpful|useful).{0,20}|enter your e-?mail.{0,40}|watch: .{0,120}|by admin\b.{0,80}|[A-Z]{1,2}\/(?:RES|PV|C|CONF|HRC|INF|\d)[A-Z0-9./()-]*(?: {2,}.{0,100})?|.{3,100} {3,}[A-Z]{1,2}\/[A-Z0-9./-]+|\(\([^)]{4,100}\)\)|(?:\d{1,5} +)?(?:bundesgesetzblatt|boletín oficial del estado)\b.{0,100}|das bundesgesetzblatt im internet.{0,80}|(?:\d{1,2}(?:er)? \p{L}+ \d{4} +)?journal officiel de .{0,100}|gestion des cookies|signaler|story continues below.*|our standards:.{0,80}|an official website of .{0,80}|here.s how you know|see more on.{0,80}|do you have an opinion.{0,120}|retourner en haut.{0,40}|was this page helpful.{0,20}|is this page useful.{0,20}|-? ?ends? ?-?|\d{2}-\d{5}(?: ?\([A-Z]\))?(?: {2,}.{0,20})?|\d{6,8}|\d{1,3}\/\d{1,3}|[A-Z]{1,4}\/[A-Z0-9]+[A-Z0-9./-]{2,24}|this e-?mail (?:may|and any|is) .{0,200}|#{1,3}|-{3,}|(?:— ?){3,}|(?:\* ?){3,}|_{3,}|={3,}|~{3,}|(?:• ?){3,})$/iu

const SHARED = new Set(
  'share tweet facebook x twitter linkedin email e-mail mail whatsapp telegram reddit pinterest pocket messenger print copy link url save later for like pin flipboard tumblr bluesky mastodon threads instagram youtube rss flattr xing sms this on via to by with article story page post send more and in a partager imprimer envoyer sur par teilen drucken compartir imprimir en gift bookmark listen follow us the text size aa font comment comments'.split(
    ' ',
  ),
)
const SHARES =
  /^(?:share|tweet|facebook|twitter|linkedin|whatsapp|email|e-mail|print|copy|save|partager|teilen|compartir|pin|x|like|gift|follow|listen)$/i

const NAMES_SHARING =
  /share|tweet|facebook|twitter|linkedin|whatsapp|e-?mail|print|copy|save|partager|teilen|compartir|pin|like|gift|follow|listen|\bx\b/i

/** A row of buttons: every word of it is one of theirs, and one names a place to share. */
const isShareRow = (line: string): boolean => {
  if (line.length > 200 || !NAMES_SHARING.test(line)) return false
  const words = line
    .toLowerCase()
    .split(/[\s,|·•:;/()&]+/)
    .filter(Boolean)
  return (
    words.length > 0 &&
    words.length <= 24 &&
    words.every(word => SHARED.has(word) || /^\d{1,6}$/.test(word)) &&
    words.some(word => SHARES.test(word))
  )
}

/** A way through a site: "Home > News > World", or a row of sections. */
const isTrail = (line: string): boolean => {
  if (line.length > 160 || /[.!?]$/.test(line)) return false
  const steps = line.split(/ ?[>›»→] ?| \/ /)
  if (steps.length >= 2 && /^(?:home|accueil|startseite|inicio|news|you are here)\b/i.test(line)) return true
  if (steps.length >= 3) return steps.every(step => step.length <= 60)
  const row = line.split(/ [|·•] /)
  return row.length >= 4 && row.every(step => step.length <= 28 && !/\d/.test(step))
}

const NEWSLETTER =
  /\b(?:sign up (?:for|to)|subscribe to|get (?:our|the .{0,40}) (?:in your|delivered|newsletter|digest)|in your inbox|our (?:free |weekly |daily |monthly )*(?:newsletter|digest|briefing)|newsletter|join our mailing list|support our work|donate today|give (?:monthly|today)|make a donation|become a (?:member|subscriber|supporter)|inscrivez-vous|notre lettre|abonnieren sie|unser(?:en)? newsletter|suscríbase|nuestro boletín|buy us a coffee|did you (?:like|enjoy) this|thanks for reading|never miss (?:a|an|our)|free articles? left|if you (?:liked|enjoyed) this|download (?:our|the) app|allow content provided by|allow (?:and )?continue)\b/i

/** A box that asks the reader for something: short, and in the words of such boxes. */
export const isAppeal = (line: string): boolean => line.length <= 320 && NEWSLETTER.test(line)

/** The few lines of furniture that are as long as a paragraph. */
const LONG =
  /^\W{0,3}(?:all rights reserved|copyright\b|©|\(c\) ?(?:copyright|(?:19|20)\d{2})|(?:we use|this (?:web)?site uses) cookies|we and our (?:\d+ )?(?:vendors|partners)|this e-?mail (?:may|and any|is) )/i

/** Whether a line is furniture of a page, whatever stands around it. */
export const isFurniture = (text: string): boolean => {
  if (text.length > 330) return false
  if (text.length > 170) return LONG.test(text) || isAppeal(text)
  // A line that goes on in the middle of a sentence.
  if (text.length > 40 && /^\p{Ll}/u.test(text) && !/^(?:by|share|photo|https?)\b/.test(text)) return false
  const line = bare(text)
  if (line === '') return !text.includes('|')
  const pieces = line.split(/ {2,}| \| |\t+/)
  if (pieces.length > 1 && pieces.length <= 12 && pieces.every(piece => WHOLE.test(piece))) return true
  return (
    WHOLE.test(line) || isShareRow(line) || isTrail(line) || isAppeal(line) || /^https?:\/\/\S+$/.test(line)
  )
}

/** Sections that are opened by a line of their own and are no part of the article. */
export type Section = 'related' | 'faq' | 'link-farm' | 'article-info' | 'furniture'

const SECTIONS: readonly (readonly [Section, RegExp])[] = [
  [
    'related',
    /^(?:related(?: (?:articles?|events?|documents?|stor(?:y|ies)|posts?|content|topics?|news|coverage|reading|links|cables?|items?|to this))?|more (?:in|from|on|like|about) .{2,40}|more (?:news|stories|reading|coverage)|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|recommended(?: (?:for you|reading|stories|articles))?|(?:read|see) (?:also|next|more on this)|read more here|also (?:read|(?:in|on) .{2,40})|previously on .{2,40}|new from .{2,40}|post navigation|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest (?:news|stories|articles|headlines)|don.t miss|editor.s picks?|in (?:pictures|this series)|further reading|lire aussi|à lire aussi|articles? liés?|sur le même (?:sujet|thème)|voir aussi|les plus lus|la rédaction vous conseille|lesen sie auch|mehr zum thema|verwandte (?:artikel|themen)|meistgelesen|lea también|le puede interesar|noticias relacionadas|más leídas|artículos relacionados)\s*[:.]?$/i,
  ],
  ['faq', /^(?:faqs?|frequently asked questions|people also ask|questions fréquentes)\s*:?$/i],
  [
    'link-farm',
    /^(?:top articles|latest posts|popular posts|recent posts|popular articles|featured posts|recent comments|archives|blogroll|useful links)\s*:?$/i,
  ],
  ['article-info', /^(?:article information|author information|about this article|article details)\s*:?$/i],
  [
    'furniture',
    /^(?:leave a (?:reply|comment)|(?:\d+ )?(?:comments?|responses?|replies)(?: ?\(\d+\))?|\d+ thoughts? on .*|join the (?:conversation|discussion)|post a comment|reader comments|commentaires?(?: ?\(\d+\))?|contributions ?\(\d+\)|réactions ?\(\d+\)|laisser un commentaire|submit a comment|\d+ commentaires?|kommentare(?: ?\(\d+\))?|comentarios(?: ?\(\d+\))?|share this:?|cancel reply|your email address will not be published.*)$/i,
  ],
]

/** One line that points to another article: "Read: ...", "→ ...". */
const POINTER =
  /^(?:(?:read|watch|listen|also read|read also|read more|related|see also|more|lire|lire aussi)\s?: |→ ).{10,140}$/i

/** Whether a line by itself points to another article. */
export const isPointer = (text: string): boolean =>
  text.length <= 170 && POINTER.test(text) && !/[.]$/.test(text)

/** The section that a line opens, or `undefined`. */
export const sectionOpened = (text: string): Section | undefined => {
  if (text.length > 120) return undefined
  const line = bare(text)
  return SECTIONS.find(([, form]) => form.test(line))?.[0]
}

/** The line that says where a section of links begins, when the references of an article are no more than links. */
export const REFERENCES = /^references\s*:?$/i

/** A paragraph at the end by which an organisation presents itself, or that closes a release. */
export const opensBoilerplate = (lines: readonly Line[], index: number): boolean => {
  const text = lines[index]?.text ?? ''
  return (
    /^(?:about (?!the authors?\b|this )\S.{1,80}|à propos (?:de|d.)\S.{1,80}|über (?:uns|die|den|das) .{1,60})$/i.test(
      text,
    ) && !/[.!?]$/.test(text)
  )
}
