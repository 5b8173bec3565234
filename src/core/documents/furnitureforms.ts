/**
 * The forms of lines that a page has around its text, each for a whole line: ways through a site, accounts, shares,
 * comments, tags, credits of pictures, notices, marks of printing, rules.
 */
const FORMS: readonly RegExp[] = [
  /skip to (?:main )?(?:content|navigation)/iu,
  /(?:aller|passer) (?:au contenu|à la recherche|à la navigation).{0,20}/iu,
  /zum (?:haupt)?inhalt.{0,20}/iu,
  /(?:ir|saltar|pular) (?:al?|para o) (?:contenido|conteúdo).{0,20}/iu,
  /vai al contenuto.{0,20}/iu,
  /lesezeit.{0,30}/iu,
  /temps de lecture.{0,30}/iu,
  /(?:artikel|article) (?:anhören|audio)/iu,
  /\d{1,3} ?min(?:ute)?s?\.? (?:read|de lecture|lesezeit)/iu,
  /(?:reading|read) time.{0,30}/iu,
  /abo/iu,
  /suche/iu,
  /merken/iu,
  /kommentieren/iu,
  /anmelden/iu,
  /connexion/iu,
  /se connecter/iu,
  /iniciar sesión/iu,
  /buscar/iu,
  /replier/iu,
  /déplier/iu,
  /(?:recherche|version) (?:simple|initiale).{0,40}/iu,
  /liens relatifs/iu,
  /we value your privacy.{0,40}/iu,
  /(?:accept|reject) all\b.{0,60}/iu,
  /manage (?:choices|cookies|preferences)/iu,
  /purchase licensing rights.{0,60}/iu,
  /(?:read|view|show) (?:all )?\d+ comments/iu,
  /schlagworte:.{0,160}/iu,
  /mots.clés ?:.{0,160}/iu,
  /etiquetas:.{0,160}/iu,
  /this entry was posted in .{0,200}/iu,
  /like loading.{0,5}/iu,
  /click to (?:share|email|print).{0,80}/iu,
  /copiar enlace/iu,
  /\d{1,3} commons library (?:research |debate )?briefing,.{6,30}|number (?:cbp-?)?\d{3,6}|image credits?|@commonslibrary|the commons library does not intend .{20,160}|the house of commons library is a research and information service.{0,60}/iu,
  /isbn(?:-1[03])? ?:? ?[\d -]{10,20}|printed (?:in|on) (?:the )?[\p{L} ]{3,40}|cover (?:design|photo(?:graph)?|image)(?: by)?:? .{3,80}/iu,
  /listen live|on air(?: now)?:? .{3,80}|now playing:? .{3,80}/iu,
  /plan du site/iu,
  /ask (?:a )?question|viewed [\d.,]{1,9}[km]? times|(?:asked|modified|active) (?:\d{1,3} (?:years?|months?|days?|hours?),? ?){1,2} ago|add a comment|sorted by:?.{0,80}|question feed|(?:you must )?log in to answer.{0,60}/iu,
  /(?:[\w.-]{2,30} )?[\d.,]{1,8}k?(?: \d{1,3} (?:gold|silver|bronze) badges?){1,3}/iu,
  /(?:site (?:internet|web)|compte twitter(?:\/x)?|chaîne youtube|page linkedin|twitter(?:\/x)? account|youtube channel|website|sitio web|(?:cuenta|canal) de \p{L}{1,9}|internet) ?: ?[^.!?]{2,40}(?:[.@][^ ]{2,40})?(?: {2,}.{3,80})?/iu,
  /accessibilité ?:.{0,60}/iu,
  /à propos de (?:cette version|ce site).{0,40}/iu,
  /données personnelles.{0,40}/iu,
  /nous contacter/iu,
  /(?:[a-z0-9-]{2,30}\.){1,3}(?:com|org|net|gov|int|info|eu|fr|de|es|it|ch|uk)/iu,
  /copier le lien/iu,
  /show key events only/iu,
  /get emails about this page/iu,
  /privacy notice:.{0,160}/iu,
  /report this ad/iu,
  /advertisement\b.{0,40}/iu,
  /aa/iu,
  /herausgeber:.{0,160}/iu,
  /bookmark the permalink.{0,20}/iu,
  /explore the topic/iu,
  /stay (?:in touch|informed)/iu,
  /naciones unidas/iu,
  /nations unies/iu,
  /vereinte nationen/iu,
  /\*\d{6,8}\*?/iu,
  /(?:←|â†\S?) ?previous.{0,60}/iu,
  /jump to (?:navigation|content)/iu,
  /back to (?:top|all .{2,30}|the top|index)(?: button)?/iu,
  /top of page/iu,
  /menu/iu,
  /search(?: form| this site)?/iu,
  /home(?: ?page)?/iu,
  /sitemap/iu,
  /subscribe(?: (?:now|today|here|to .{2,60}))?/iu,
  /sign (?:up|in|out)(?: .{2,40})?/iu,
  /log ?(?:in|out)/iu,
  /register/iu,
  /my account/iu,
  /contact(?: us)?/iu,
  /about(?: us)?/iu,
  /donate(?: now)?/iu,
  /advertis(?:e|ing|ement|e with us)/iu,
  /sponsored(?: content)?/iu,
  /read more(?: .{0,60})?/iu,
  /continue reading.{0,60}/iu,
  /show more/iu,
  /see more/iu,
  /view (?:all|more)/iu,
  /click here.{0,60}/iu,
  /load more.{0,30}/iu,
  /next(?: (?:page|post|article|story))?/iu,
  /previous(?: (?:page|post|article|story))?/iu,
  /older posts?/iu,
  /newer posts?/iu,
  /all rights reserved\.?.*/iu,
  /(?:copyright\b|©|\(c\) ?(?:copyright|(?:19|20)\d{2})).{0,160}/iu,
  /cookie (?:policy|settings|preferences)/iu,
  /(?:we use|this (?:web)?site uses) cookies.*/iu,
  /accept(?: all)?(?: cookies)?/iu,
  /privacy(?: (?:policy|notice|statement))?/iu,
  /terms(?: (?:of (?:use|service)|and conditions|& conditions))?/iu,
  /imprint/iu,
  /impressum/iu,
  /datenschutz/iu,
  /mentions légales.{0,90}/iu,
  /a- {1,3}a {1,3}a\+.{0,60}/iu,
  /aviso legal/iu,
  /page \d+(?: (?:of|sur|von|de) \d+)?/iu,
  /(?:est(?:imated)?\.? )?(?:reading time:? .{0,20}|\d{1,4} ?[-–]? ?min(?:ute)?s?\.?(?: of reading| read(?:ing)?(?: time)?)?)/iu,
  /temps de lecture.{0,20}/iu,
  /lecture \d+ min\.?/iu,
  /lesezeit.{0,20}/iu,
  /listen to (?:this )?(?:article|story).{0,20}/iu,
  /listen \d.{0,20}/iu,
  /print (?:this )?(?:page|article|story)/iu,
  /printer[- ]friendly.{0,20}/iu,
  /email this (?:page|article|story)/iu,
  /share (?:this|on|via).{0,40}/iu,
  /like this:?/iu,
  /loading\.{0,3}/iu,
  /report (?:this|an error|abuse).{0,30}/iu,
  /leave a (?:reply|comment)/iu,
  /post a comment/iu,
  /add (?:a )?comment/iu,
  /join the (?:conversation|discussion)/iu,
  /comments?(?: ?\(\d+\)| are closed\.?| off.{0,60})?/iu,
  /\d{1,7} (?:comments?|responses?|replies|thoughts on .*)/iu,
  /no comments?(?: yet)?/iu,
  /reply/iu,
  /rate this (?:episode|podcast|article|page)\b.{0,40}/iu,
  /tags?:(?! ?[A-Z]{2,5}(?:,| |$)).{0,160}/iu,
  /filed under:?.{0,120}/iu,
  /posted in:? .{2,160}/iu,
  /categor(?:y|ies):.{0,120}/iu,
  /topics?:.{0,120}/iu,
  /keywords:.{0,160}/iu,
  /photo(?:graph)?(?: (?:by|credit|:)).{0,120}/iu,
  /image(?: credit| source|:).{0,120}/iu,
  /photo:.{0,120}/iu,
  /illustration ?:.{0,80}/iu,
  /getty images.{0,40}/iu,
  /file photo.{0,60}/iu,
  /follow (?:us|me|@).{0,80}/iu,
  /table of contents/iu,
  /permalink.{0,100}/iu,
  /this article was amended.{0,200}/iu,
  /archived content\b.{0,200}/iu,
  /this (?:live )?(?:blog|page|thread) is (?:now )?(?:closed|archived).{0,40}/iu,
  /you are (?:here|in):.{0,120}/iu,
  /enable javascript.{0,80}/iu,
  /(?:please )?check against delivery/iu,
  /seul le prononcé fait foi/iu,
  /es gilt das gesprochene wort/iu,
  /accueil/iu,
  /partager(?: .{0,60})?/iu,
  /imprimer/iu,
  /lire la suite/iu,
  /retour (?:en haut|à l.accueil)/iu,
  /s.abonner.{0,60}/iu,
  /drucken/iu,
  /teilen/iu,
  /nach oben/iu,
  /compartir/iu,
  /imprimir/iu,
  /inicio/iu,
  /volver arriba/iu,
  /please recycle.{0,20}/iu,
  /isbn .{0,40}/iu,
  /cover (?:photo|photograph|image).{0,120}/iu,
  /(?:layout|design|printed (?:in|by|at|on)|typeset)\b.{0,160}/iu,
  /republish this article.{0,160}/iu,
  /this article is republished.{0,200}/iu,
  /you have \d+ (?:free )?articles?.{0,60}/iu,
  /site ?map/iu,
  /accessibilit[yé]/iu,
  /help/iu,
  /tip us/iu,
  /accessib.{0,20}/iu,
  /extrait du journal officiel.{0,120}/iu,
  /did you find this .{0,60}/iu,
  /was this .{0,40} (?:helpful|useful).{0,20}/iu,
  /enter your e-?mail.{0,40}/iu,
  /watch: .{0,120}/iu,
  /by admin\b.{0,80}/iu,
  /[A-Z]{1,2}\/(?:RES|PV|C|CONF|HRC|INF|\d)[A-Z0-9./()-]*(?: {2,}.{0,100})?/iu,
  /\(\([^)]{4,100}\)\)/iu,
  /(?:\d{1,5} +)?(?:bundesgesetzblatt|boletín oficial del estado)\b.{0,100}/iu,
  /das bundesgesetzblatt im internet.{0,80}/iu,
  /(?:\d{1,4} {2,}|\d{1,2}(?:er)? \p{L}+ \d{4} +)?journal officiel d[eu] .{0,100}/iu,
  /(?:partie|parte) (?:non )?of(?:f?icielle|icial).{0,20}/iu,
  /paraissant le .{0,60}/iu,
  /watch the meeting/iu,
  /(?:anzeige|publicité|publicidad|pubblicità)(?!\p{L}).{0,60}/iu,
  /an? (?:project|publication|initiative|service) of \p{Lu}.{2,60}/iu,
  /nach oben|zum seitenanfang|subir al inicio.{0,20}|volver arriba|retour en haut|haut de page|back to the top/iu,
  /(?:ein|\d{1,4}|keine) kommentare?|schreiben? (?:sie )?einen kommentar|kommentar (?:schreiben|verfassen)/iu,
  /(?:votre adresse (?:e-?mail|de messagerie|électronique) ne sera pas|deine e-?mail-?adresse wird nicht|tu dirección de correo electrónico no será|your e-?mail address will not be).{0,80}/iu,
  /(?:read|follow|join) (?:us )?(?:on|our) (?:telegram|whatsapp|google news|facebook|twitter|x)\b.{0,60}/iu,
  /(?:jump to (?:navigation|search) ?){1,2}|\[go: up one dir.{0,20}\]|from \p{L}{2,20}, the (?:free|shared) encyclop\p{L}{1,5}/iu,
  /this page was last edited on .{0,60}|text is available under .{0,160}|categor(?:y|ies) ?: .{0,400}/iu,
  /nous (?:plaçons|utilisons) des cookies.{0,240}|wir (?:verwenden|nutzen) cookies.{0,240}|(?:este sitio|utilizamos) (?:web )?(?:utiliza |usa )?cookies.{0,240}/iu,
  /avatar photo|like loading\.{0,3}|filed under .{2,60}|tagged .{2,80}|comments are closed\.?/iu,
  /(?:[←<«] ?)?(?:previous|next) (?:post|article|story)(?: ?[→>»])?(?: (?:[←<«] ?)?(?:previous|next) (?:post|article|story)(?: ?[→>»])?)?/iu,
  /(?:users|readers|subscribers) with an account can comment .{0,60}|thank you for your report!?/iu,
  /(?:follow us on|join) our (?:official )?(?:whatsapp|telegram) .{0,80}/iu,
  /lesezeit:? ?\d{1,2} min.{0,12}|artikel anhören.{0,20}|escucha este artículo|audio generado con ia|\d:\d{2}|listen to (?:this )?(?:article|story).{0,20}|\d{1,2}-minute listen|listen live|heard on .{2,40}/iu,
  /(?:mots-clés|keywords|palabras clave|schlüsselwörter|labels) ?: .{2,200}/iu,
  /← ?article précédent.{0,30}|« previous item.{0,30}|newer posts? (?:older posts? )?(?:home)?|older posts?(?: home)?/iu,
  /(?:share )?(?:post|share|send) on (?:facebook|twitter|x|telegram|whatsapp|linkedin).{0,120}|share this (?:via|on) (?:facebook|x|twitter|whatsapp|linkedin|email).{0,120}/iu,
  /click to expand image|available in|other ways to share|english|français|español|العربية|русский|中文|deutsch|português/iu,
  /(?:your )?(?:tax.deductible )?gifts? (?:from|can|help|pay).{0,140}/iu,
  /\[email.{1,2}protected\]|email this blogthis.{1,80}|subscribe to: .{2,60}|powered by \p{L}.{1,40}|view my complete profile|about me|blog archive/iu,
  /(?:enjoying|like) what you.re reading\?.{0,160}|get content from .{2,60} delivered to your inbox|(?:photo|foto|image|bild)(?: credit)?: .{2,80}|content image - .{2,60}/iu,
  /skip to content, navigation, or footer\.?|printer-friendly version|\[?top of page\]?|publication date .{4,40}/iu,
  /deutscher bundestag – \d{1,2}\. wahlperiode.{0,120}|\([AB]\) {5,80}\([CD]\)|\d{4,6} {3,80}deutscher bundestag .{0,100}/iu,
  /(?:A|S)(?:\/\d{1,3})?\/PV\.\d{2,5}.{0,120}|\d{2}-\d{5} {1,80}\d{1,3}\/\d{1,3}|\d{1,3}\/\d{1,3} {1,80}\d{2}-\d{5}|accessible document.{0,40}|(?:please|merci de) recycle[rz]?.{0,10}/iu,
  /cve: ?boe-.{4,30}|verificable en .{4,60}|núm\. ?\d{1,4} .{4,60} sec\. .{1,40}|https?:\/\/www\.boe\.es.{0,120}/iu,
  /\[(?:house|senate) (?:hearing|report|prints?),? .{0,60}\]|\[from the u\.s\. government .{0,50}\]|\[\d{2,3}(?:th|st|nd|rd) congress public law \d{1,4}\]|\[docid: .{0,40}\]|\[congressional (?:bills|record).{0,100}\]|\[pages? [SHE]\d.{0,20}\]/iu,
  /printed for the use of the .{4,100}|available via the (?:world wide web|internet).{0,100}|u\.s\. government (?:printing|publishing) office|for sale by the superintendent of documents.{0,100}|internet: bookstore\.gpo.{0,120}|mail: stop .{0,80}|\d{2}-\d{3} {2,40}washington ?: ?\d{4}|<all>/iu,
  /schlagwörter\b.{0,300}/iu,
  /(?:©|\(c\)) ?riproduzione riservata/iu,
  /seul le (?:texte )?prononcé fait foi/iu,
  /vorlesen|offrir l.article|contribuer|réutiliser ce contenu|voir les contributions/iu,
  /#\p{L}[\p{L}\d_ -]{1,40}/iu,
  /purchase licensing rights.{0,60}/iu,
  /(?:small|medium|large) text/iu,
  /on this page/iu,
  /suggest to a friend.{0,20}/iu,
  /(?:view all )?partners|doi/iu,
  /cc by(?: [a-z]{2}){0,3}/iu,
  /like us on .{0,80}/iu,
  /(?:el peruano|diario oficial|gaceta oficial|registro oficial|gazzetta ufficiale|diário (?:da república|oficial))\b.{0,60}/iu,
  /(?:\p{L}{1,15} \d{1,2} de \p{L}{1,15} de \d{4} {1,9})?normas legales(?: {1,9}\d{1,7})?/iu,
  /\d{1,7} {2,}normas legales.{0,80}/iu,
  /(?:price|postage) ?: .{1,60}/iu,
  /tomo n.{0,4} \d+ .{0,80}/iu,
  /(?:news|press|media) release/iu,
  /ver comentarios|comentarios cerrados/iu,
  /s.inscrire|je m.inscris/iu,
  /we and our (?:\d+ )?(?:vendors|partners) .{0,200}/iu,
  /dpb # ?\d{1,4}/iu,
  /\d{1,6} (?:kommentare?|comentarios?)/iu,
  /tags|themen|schlagworte|etiquetas/iu,
  /GE\.\d{2}-\d{5}(?: ?\([A-Z]\))?/iu,
  /latest|authors|topic sitemap|careers|advertise with us|all quotes delayed.{0,60}/iu,
  /certified true copy/iu,
  /gestion des cookies/iu,
  /signaler/iu,
  /story continues below.*/iu,
  /our standards:.{0,120}/iu,
  /an official website of .{0,80}/iu,
  /here.s how you know/iu,
  /see more on.{0,80}/iu,
  /do you have an opinion.{0,120}/iu,
  /retourner en haut.{0,40}/iu,
  /was this page helpful.{0,20}/iu,
  /is this page useful.{0,20}/iu,
  /-? ?ends? ?-?/iu,
  /\d{2}-\d{5}(?: ?\([A-Z]\))?(?: {2,}.{0,20}|(?: \d{6}){1,3}(?: ?\*\d{6,8}\*)?)?/iu,
  /\d{6,8}/iu,
  /\d{1,3}\/\d{1,3}/iu,
  /[A-Z]{1,4}\/[A-Z0-9]+[A-Z0-9./-]{2,24}/iu,
  // Notices to the press, and who looks after a site.
  /(?:for (?:the )?(?:use of (?:the )?)?information media[;.,] ?)?not an official record\.?/iu,
  /department of (?:public information|global communications) • .{3,80}/iu,
  /meeting summaries/iu,
  /the office of .{3,50}, bureau of .{3,50}, (?:manages|maintains|looks after|is responsible for) .{2,140}/iu,
  /(?:external )?links to other (?:internet )?sites .{0,160}/iu,
  /the department (?:does not answer|is not responsible) for .{0,140}/iu,
  /(?:frequent questions|subject index|updates|printable banner|seal of .{3,60}|.{3,50} - great seal)/iu,
  /press ?release ?[A-Z]{1,4}\/[\d/A-Z.-]{2,16}/iu,
  /(?:[\w-]{2,20}\.)?gov\.[a-z]{2,3}|cookies|responsible: .{3,80}|more:|subject resources:.{0,80}|country resources:.{0,80}/iu,
  /\[edit\]|\d{1,3}:\d{2} ?[ap]m/iu,
  /(?:the |our )?english and french (?:summaries|versions|releases) .{4,120}/iu,
  /distributed by .{3,60}|already have an account\?.{0,30}|new account|(?:confirm )?your (?:name|e-?mail|password):?|enter the numbers .{2,30}|comments appear after .{2,40}/iu,
  /(?:procedure|document stages? in plenary|document selected|texts tabled|texts adopted|debates|votes) ?:? ?[A-Z]{0,2}\d?[\d/(). A-Z_-]{0,30}|index previous next.{0,20}|full text/iu,
  /parliamentary debates|\(?official report.{0,40}|dáil éireann|seanad éireann|díospóireachtaí parlaiminte|tuairisc oifigiúil.{0,30}/iu,
  /\d{1,5} {3,60}no\.? ?\d{1,4} {2,60}.{3,80}|(?:19|20)\d{2} {3,60}.{5,90} {3,60}no\.? ?\d{1,4} {2,60}\d{1,5}/iu,
  // Pictures without words, and who took them.
  /(?:editorial|featured|header|hero|main) (?:image|photo)/iu,
  /[–—-] ?(?:photo by|photo courtesy of|crédito|crédit|foto(?: de| von)?:?) .{2,60}/iu,
  /\(\p{Lu}[\p{L}\d .'’-]{1,40}\/ ?\p{Lu}[\p{L}\d .'’-]{1,40}\)/iu,
  // Other languages of the page.
  /(?:(?:en|es|fr|ru|ar|zh|de|pt|it)(?: \| | \/ |, | )){1,8}(?:en|es|fr|ru|ar|zh|de|pt|it)/iu,
  // What pays for a site.
  /(?:please )?(?:switch|turn) off your ad ?-?blocker.{0,120}/iu,
  /by allowing ads to appear .{0,140}/iu,
  /(?:this )?(?:article|story) continues (?:after|below)(?: (?:the |this )?(?:ad\p{L}*|promotion|newsletter))?/iu,
  /on the .{2,40} app/iu,
  /comments? ?\(\d{1,5}\) closed/iu,
  /\d{1,5} comments? \| post comment/iu,
  /recommend(?:er)? ?\(?\d{1,6}\)?/iu,
  /(?:favori|seguir|guardar|abonnieren|registrarme|registrarse|voir notre charte|offrir (?:l.article|un abonnement)|cite)/iu,
  /accéder au (?:menu|contenu|pied de page)|se désabonner/iu,
  /abonné·e de .{2,60}|.{2,60} \(avatar\)/iu,
  /blog personnel ?: .{4,100}/iu,
  // The letters page of a paper.
  /(?:send|e-?mail|submit) (?:us )?a letter to the editor .{0,140}/iu,
  /letters (?:must|should|may|are limited) .{0,140}/iu,
  // Mail that is sent to many.
  /view (?:this|it) (?:e-?mail|message|newsletter) (?:in|on) .{2,40}/iu,
  /(?:forward|send) (?:this )?to a friend/iu,
  /unsubscribe(?: from this list)?(?: {1,3}.{2,60})?|update (?:your )?(?:subscription )?preferences/iu,
  /you (?:are receiving|receive|received) this (?:e-?mail|message|newsletter) because .{2,140}/iu,
  /to unsubscribe.{2,120}/iu,
  // Pages of governments.
  /cookies on .{2,40}|we use some essential cookies .{0,60}|(?:accept|reject) additional cookies|view cookies/iu,
  /the following links open in a new tab/iu,
  /updates to this page|print this page|sign up for emails or print this page/iu,
  /(?:yes|no),? this page is (?:not )?useful|maybe|yes {1,9}no|report a problem with this page/iu,
  /all content is available under .{0,120}/iu,
  /did you find what you were looking for\??|to content/iu,
  /responsible for [\w.-]{3,40}: .{2,120}/iu,
  /about the (?:web)?site(?: {1,9}.{2,80})?/iu,
  // Records, episodes and works, with their links.
  /link to this: .{2,60}/iu,
  /suggested citation ?:.{0,300}|how to cite .{0,200}/iu,
  /(?:download(?: (?:the )?(?:full )?)?(?:pdf|report)|pdf|word)(?: ?(?:[-–]|\()? ?\d{1,4} ?[km]b?\)?)?/iu,
  /pdf \d{1,4}k word \d{1,4}k|other formats.{0,40}|otros formatos.{0,40}/iu,
  /\d{1,2}:\d{2}(?::\d{2})?|\d(?:\.\d)?x|embed|download|episodes/iu,
  /listen and subscribe on .{2,140}|become a patron!?|support us/iu,
  /(?:previous|next): (?:episode )?.{3,80}/iu,
  /previous (?:cable|document|page|item) ?[|·]? ?next (?:cable|document|page|item)/iu,
  /source code available.{0,120}|this site mirrors .{0,120}/iu,
  /full document: .{2,60}|(?:act|regulations?) current to .{0,120}|date modified: .{0,20}/iu,
  /retrieved from .{2,100}|categories: .{2,120}|from wikisource.{0,20}|jump to navigation jump to search/iu,
  /this work is in the public domain .{0,120}/iu,
  /[PA]\d{1,2}_TA(?:-PROV)?\(\d{4}\)\d{4}(?: [A-C]\d{1,2}-\d{4}\/\d{4})*/iu,
  /\p{L}[\p{L}\d_-]{2,60}\.(?:pdf|docx?)/iu,
  /(?:ein|\d{1,2}) dokumente?|alle meldungen(?: .{2,60})?|original-content von: .{2,160}/iu,
  // Gazettes and treaty series.
  /special issue|(?:\p{L}{3,20} )?(?:government )?gazette supplement(?: no\. .{1,40})?/iu,
  /printed and published by .{3,80}|(?:www\.)?ris\.bka\.gv\.at/iu,
  /\d{1,4} von \d{1,4}/iu,
  /(?:volume \d{1,5}, )?I-\d{4,6}|[-–] ?\d{1,4} ?[-–]/iu,
  /\[ ?(?:english|french|spanish|russian|arabic|chinese|german|norwegian|portuguese|[a-z]{4,14}) text ?(?:[–-] ?texte \p{L}{4,14})? ?\]/iu,
  /j\.o\. (?:n[°o] ?)?\d{1,4} .{4,160}|ce document peut également être consulté .{0,80}/iu,
  /this e-?mail (?:may|and any|is) .{0,200}/iu,
  /#{1,3}/iu,
  /-{3,}/iu,
  /(?:— ?){3,}/iu,
  /(?:\* ?){3,}/iu,
  /_{3,}/iu,
  /={3,}/iu,
  /~{3,}/iu,
  /(?:• ?){3,}/iu,
]

/** How deep in groups each character of an expression stands; those of a class or behind a backslash count for nothing. */
const depthsIn = (source: string): readonly number[] => {
  let depth = 0
  let isClass = false
  let isEscaped = false
  return [...source].map(char => {
    const isPlain = !isEscaped
    isEscaped = isPlain && char === '\\'
    if (!isPlain || isEscaped) return INSIDE
    if (char === '[' || isClass) {
      isClass = char !== ']'
      return char === ']' ? depth : INSIDE
    }
    if (char === '(') depth++
    else if (char === ')') depth--
    return depth
  })
}
const INSIDE = Number.POSITIVE_INFINITY

/** The part of an expression up to the end of its first atom, and whether the atom may be left out. */
const firstAtom = (source: string): readonly [string, string] => {
  const end = source.startsWith('\\') ? 1 : depthsIn(source).indexOf(0)
  return end < 0 ? [source, ''] : [source.slice(0, end + 1), source.slice(end + 1)]
}

/** The alternatives of an expression. */
const alternatives = (source: string): readonly string[] => {
  const depths = depthsIn(source)
  const bars = [...source].flatMap((char, at) => (char === '|' && depths[at] === 0 ? [at] : []))
  return [...bars, source.length].map((bar, place) => source.slice((bars[place - 1] ?? -1) + 1, bar))
}

/** What a first atom matches: a letter in small or another sign; `0` for a figure; `undefined` for more than one. */
const initialOf = (atom: string): string | undefined => {
  if (/^\p{L}$/u.test(atom) || /^[-#_=~©—•←«]$/u.test(atom)) return atom.toLowerCase()
  if (atom === '\\d') return '0'
  return /^\\[*(.[-]$/.test(atom) ? atom.charAt(1) : undefined
}

/** The letters and signs with which a match may begin; `undefined` where that is anything. */
export const initials = (source: string): readonly string[] | undefined => {
  const [atom, rest] = firstAtom(source)
  const isOptional = rest.startsWith('?')
  const own = atom.startsWith('(?:')
    ? alternatives(atom.slice(3, -1)).map(initials)
    : [initialOf(atom)].map(initial => (initial === undefined ? undefined : [initial]))
  const all = isOptional ? [...own, initials(rest.slice(1))] : own
  return all.some(one => one === undefined) ? undefined : all.flatMap(one => one ?? [])
}

/** Every form by itself: those that a line of the list joins stand apart. */
const SOURCES: readonly string[] = FORMS.flatMap(form => alternatives(form.source))

/**
 * An expression for lines in small letters. Engines build expressions that pass over case many times as large, and
 * an engine that has built too much builds all that follows without care.
 */
const inSmallLetters = (source: string): string =>
  source.replace(/\\p\{L[lu]\}|\\p\{\w+\}|\\.|\p{Lu}/gu, part =>
    part.startsWith('\\p{L') ? '\\p{L}' : part.startsWith('\\') ? part : part.toLowerCase(),
  )

const wholeLine = (sources: readonly string[]): RegExp => {
  const source = `^(?:${sources.map(inSmallLetters).join('|')})$`
  return new RegExp(source, source.includes('\\p{') ? 'u' : '')
}

const ANY_LETTER = wholeLine(SOURCES.filter(source => initials(source) === undefined))

/** The forms that can begin with a letter. */
const BY_INITIAL: ReadonlyMap<string, RegExp> = new Map(
  [...new Set(SOURCES.flatMap(source => initials(source) ?? []))].map(letter => [
    letter,
    wholeLine(SOURCES.filter(source => initials(source)?.includes(letter))),
  ]),
)

/** A title with the symbol of its document at the right edge, and a line of a table of contents. */
const WITH_SYMBOL = /^.{3,100} {3,}[A-Z]{1,2}\/[A-Z0-9./-]+$/iu
const WITH_LEADERS = /^(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})\.? )?[^.]{3,80}\.{5,} ?\d{0,3}$/iu

const keyOf = (line: string): string => {
  const first = line.charAt(0)
  return first >= '0' && first <= '9' ? '0' : first
}

const isWhole = (line: string): boolean =>
  (BY_INITIAL.get(keyOf(line))?.test(line) ?? false) || ANY_LETTER.test(line)

/** Whether a line, whole and by its form alone, is one of those that a page has around its text. */
export const hasFurnitureForm = (line: string): boolean =>
  isWhole(line.toLowerCase()) ||
  (line.includes('   ') && WITH_SYMBOL.test(line)) ||
  (line.includes('.....') && WITH_LEADERS.test(line))
