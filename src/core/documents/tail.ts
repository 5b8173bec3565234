import { hasSpeaker, isDateLine, isNameLine, isProse, wordCount } from './forms.ts'
import { type LayoutScene as Scene, textAt } from './layoutscene.ts'
import type { ZoneType } from './reading.ts'
import { isAllCaps } from './words.ts'

const DISCLAIMER =
  /^(?:\(?(?:the )?(?:views|opinions)(?: and opinions)? (?:expressed|are|here|in this)|the author(?:s)? (?:write|thank|wish)|this (?:article|commentary|piece|essay|post) (?:expresses|reflects|represents|was (?:first|originally)|first appeared)|views expressed|about the authors?\b|les (?:opinions|propos)|die (?:hier )?(?:geäußerten|vertretenen)|las opiniones)/i
const NAME = "[\\p{Lu}][\\p{L}.'’-]*,?"
const DEED =
  '(?:is|are|was|were|has served|serves|served|works|worked|writes|teaches|leads|heads|covers|directs|est|sont|était|enseigne|dirige|ist|war|lehrt|leitet|arbeitet|es|fue|dirige|trabaja)'
const OFFICE =
  "(?:an? |the |at |as |in |on |for |un |une |le |la |l’|l'|chercheu|professeur|direct|membre|avocat|maître|docteur|ein |eine |der |die |das |wissenschaft|professor|referent|mitglied|una |el |investigador|profesor|professors? |(?:[Ss]enior |[Ff]ormer |[Ee]xecutive |[Dd]eputy |[Aa]ssistant |[Aa]ssociate |[Vv]isiting |[Dd]istinguished |[Aa]djunct |[Ee]meritus )*(?:Director|Fellow|Professor|Lecturer|Reader|Editor|Adviser|Advisor|Chair|director|fellow|president|editor|researcher|research|adviser|advisor|analyst|correspondent|coordinator|head|chair|lecturer|reporter|senior|lawyer|writer|journalist|historian))"
const BIOGRAPHY = new RegExp(
  `^[*_([]*(?:(?:dr|prof|professor|gen|col|lt|maj|sir|dame|amb|ambassador)\\.? )?(?:${NAME} |(?:de|van|von|der|bin|al|le|la|du) ){2,6}(?:\\([^)]{0,60}\\),? )?(?:and (?:${NAME} ){2,4})?(?:${DEED} (?:currently |also |now |actuellement |derzeit )?${OFFICE}|(?:taught|teaches|covers|reports on|writes (?:about|for|on)|lehrt|lehrte|enseigne|forscht|enseña)(?!\\p{L}))`,
  'u',
)

/** Whether a paragraph introduces a person, as notes on authors do. */
export const isBiography = (text: string): boolean => BIOGRAPHY.test(text) && !IMPERSONAL.test(text)

const PRESENTATION =
  /^[^.!?]{3,100}\b(?:is|are) an? (?:\p{L}+,? )?(?:independent|non-?profit|not-for-profit|non-governmental|registered|charity|coalition|foundation|network|newsroom|think tank|teaching|research)\b/iu

/** Whether a paragraph is the one by which an organisation presents itself. */
export const isPresentation = (text: string): boolean => text.length > 80 && PRESENTATION.test(text)

/** What introduces a State, a treaty or a body is no note on a person. */
const IMPERSONAL =
  /^[^.]{0,60}\b(?:islands?|states?|republic|kingdom|convention|treaty|protocol|nations|union|government|parliament|committee|group|court|coalition|campaign|institute|council|agency|ministry|ministère|université|university|centre|center|foundation|association|party to)\b[^.]{0,20} (?:is|are|was|were|est|ist|es)\b|(?:is|was|are) an? (?:state|party|signatory|member state|country|treaty|convention)\b/i

const FULL_NAME = /\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|de|von|van|der|al|\p{Lu}[\p{L}'’-]+)){1,3}/gu

/** The names that the bylines give. */
const signersIn = (scene: Scene, types: readonly ZoneType[]): readonly string[] =>
  types.flatMap((type, index) =>
    type === 'byline' && index < scene.plain.length / 2
      ? [...(textAt(scene, index).match(FULL_NAME) ?? [])]
      : [],
  )

/** Notes on the authors: from the first such paragraph after the body to the body's end. */
export const markBiography = (scene: Scene, types: ZoneType[]): void => {
  const isText = (type: ZoneType | undefined): boolean => type === 'body' || type === 'heading'
  const lastBody = types.findLastIndex(isText)
  const signers = signersIn(scene, types)
  for (let index = Math.max(0, lastBody - 9); index <= lastBody; index++) {
    const text = textAt(scene, index)
    const before = types[index - 1]
    const closes = lastBody - index < 6 && (isText(before) || before === 'furniture')
    const isOnSigner = signers.some(name => text.startsWith(`${name} `) && text.length > name.length + 20)
    const introduces = (isOnSigner || (BIOGRAPHY.test(text) && !IMPERSONAL.test(text))) && closes
    if (!isText(types[index]) || !(DISCLAIMER.test(text) || introduces)) continue
    for (let k = index; k <= lastBody; k++) if (isText(types[k])) types[k] = 'bio'
    return
  }
}

const CONTACT = /^(?:for (?:more|further) information|(?:media |press )?contacts?\b)/i
const EDITORIAL = /^\(?(?:reporting|writing|editing|edited|published|updated|with reporting)\b/i

/** After the words with which a law is signed: the end of the names in capitals and their offices. */
const signedUntil = (scene: Scene, from: number): number => {
  if (from === 0 || !SIGN_OFF.test(textAt(scene, from - 1))) return from
  let index = from
  // The organisations that sign a common letter stand in a list.
  while (/undersigned/i.test(textAt(scene, from - 1)) && scene.lines[index]?.roles.has('list-item')) index++
  while (
    index < scene.plain.length &&
    (isAllCaps(textAt(scene, index)) || (index > from && isAllCaps(textAt(scene, index - 1)))) &&
    wordCount(textAt(scene, index)) <= 10
  )
    index++
  return index
}

/** Short lines after the end of an article, among which furniture stands: what a page has below it. */
export const markTail = (scene: Scene, types: ZoneType[]): void => {
  if (scene.title?.isOfficial || scene.isMessage) return
  const isText = (index: number): boolean => {
    const text = textAt(scene, index)
    return (
      types[index] === 'bio' ||
      isProse(text) ||
      (/[.!?…]["'”’»)\]]*$/.test(text) && !/^(?:\S+ ){0,3}\S+\?$/.test(text)) ||
      SIGN_OFF.test(text) ||
      hasSpeaker(text)
    )
  }
  let from = scene.plain.length
  let found = 0
  while (
    from > 0 &&
    (types[from - 1] !== 'body' && types[from - 1] !== 'heading'
      ? types[from - 1] !== 'bio' && types[from - 1] !== 'byline' && types[from - 1] !== 'footnote'
      : !isText(from - 1))
  ) {
    from--
    if (types[from] !== 'body' && types[from] !== 'heading') found++
  }
  const contacts = scene.plain.slice(from).some(line => CONTACT.test(line.text))
  if (found < 2 || contacts || from < scene.plain.length * 0.4) return
  const first = signedUntil(scene, from)
  for (let index = first; index < types.length; index++)
    if (
      (types[index] === 'body' || types[index] === 'heading') &&
      wordCount(textAt(scene, index)) <= 12 &&
      !isDateLine(textAt(scene, index)) &&
      !EDITORIAL.test(textAt(scene, index))
    )
      types[index] = 'furniture'
}

/** Words with which a paper's letters page tells what it prints. */
const LETTER_HEAD =
  /^(?:(?:your )?letters?(?: to the editors?)? ?(?::|$)|readers? writes?\b|(?:(?:to|dear) (?:the )?)?editors? ?[:,]|(?:to|dear) (?:the )?editors?\b)|[>/] ?letters to the editor$/i
const LETTER_TOP = 16
const TOWN = /^\p{Lu}[\p{L}.'’ -]{2,30}(?:, \p{Lu}[\p{L}. ]{1,20})?$/u

/** A name at the foot of a letter, perhaps with the town: "— Ann Example, Oakville", "Ann Example,". */
const isWriter = (text: string): boolean => {
  const [name = '', town] = text.replace(/^[–—-]{1,2} ?/, '').split(/, ?/)
  return text.length <= 80 && isNameLine(name) && (!town || TOWN.test(town))
}

/** The name and the town under a letter that a paper prints. */
export const markLetterSigned = (scene: Scene, types: ZoneType[]): void => {
  if (!scene.plain.slice(0, LETTER_TOP).some(line => LETTER_HEAD.test(line.text))) return
  const isText = (index: number): boolean => types[index] === 'body' || types[index] === 'heading'
  const first = scene.plain.findIndex(
    ({ text }, index) =>
      index > 0 && isText(index - 1) && isProse(textAt(scene, index - 1)) && isWriter(text),
  )
  if (first < 0 || first < scene.plain.length * 0.3) return
  types[first] = 'signature'
  const town = textAt(scene, first + 1)
  if (TOWN.test(town) && wordCount(town) <= 4 && types[first + 1] !== 'related')
    types[first + 1] = 'signature'
}

const SIGN_OFF =
  /^(?:yours (?:sincerely|faithfully|truly|respectfully)|the undersigned:?$|sincerely|respectfully|(?:with )?(?:best|kind|warm) regards|fait à \p{Lu}|done at \p{Lu}.{0,60}$|das vorstehende gesetz|mit freundlichen grüßen|hochachtungsvoll|veuillez agréer|atentamente|dado en|(?:madrid|berlin|bonn|bern|wien), (?:den )?\d{1,2}\.? (?:de )?\p{L}+ (?:de )?\d{4}\.?$)/iu

/** From the words with which a letter or a law is signed to the end of the text. */
export const markSignature = (scene: Scene, types: ZoneType[]): void => {
  const from = scene.plain.length - 24
  const at = scene.plain.findIndex(
    (line, index) =>
      index > from && types[index] === 'body' && line.text.length < 160 && SIGN_OFF.test(line.text),
  )
  if (at < 0) return
  for (let index = at; index < scene.plain.length; index++)
    if (types[index] === 'body' || types[index] === 'heading') types[index] = 'signature'
}
