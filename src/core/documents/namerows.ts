import { nameBeforeTrade } from './forms.ts'
import type { Author } from './reading.ts'

const PART = String.raw`(?:(?:de|di|du|la)?\p{Lu}[\p{L}'’‑-]+|\p{Lu}\.(?:[ -]?\p{Lu}\.)*)`
const PARTICLE = '(?:de|de la|du|van|van der|van den|von|von der|der|la|le|al|el|bin|ibn|da|dos|di|ter|zu)'
/** "Ann (A.B.) Example": how somebody is called stands between the names. */
const CALLED = String.raw`(?:\((?:\p{Lu}\.){1,3}\) )?`
export const NAME = `${PART}(?: ${CALLED}(?:${PARTICLE} )?${PART}){1,4}`
export const HONOUR =
  /^(?:(?:asst|assoc|assistant prof|associate prof|assistant professor|associate professor|dr|prof|professor|lt col|lieutenant colonel|lieutenant|captain|capt|major|brigadier|gen|general|col|lt|maj|amb|ambassador|sir|dame|lord|lady|h\.e|his excellency|her excellency|mr|ms|mrs|miss|mx|m|mme|mlle|madame|monsieur|s\.e|son excellence|señora?|sra?|doña|don|dra?|herr|frau|rev|sen|rep|the rt hon|the hon|minister|president|senator|baroness|bishop|archbishop|cardinal|pastor|rabbi|imam|sheikh|father|sister|brother)\.? )+/i

/** Words with capitals that stand in a byline and are no one's name. */
export const NOBODY =
  /\b(?:press|news|agency|times|post|staff|editorial|board|team|desk|agencies|reuters|afp|ap|associated|correspondents?|bureau|institute|coalition|committee|department|ministry|mission|office|university|convention|treaty|nations|republic|union|council|group|network|radio|television|magazine|journal|centre|center|foundation|international|wikipedia|getty|photo|guest|contributor|admin|editor|newsroom|campaign|organi[sz]ation|government|islands|embassy|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|permanent|representatives?|delegation|counsell?or|plenipotentiary|attaché|paper|research|associate|partner|senior|fellow|special|policy|brief|circle|alliance|association|society|forum|movement|federation|league|club|party|survivors|unit|support|implementation|text|small|large|medium|size|redacción|redaktion|rédaction|redazione|redação|webmaster|digital|gmt|utc|cest|cet|est|edt|view|page|profile|biography|archives?|follow|facebook|twitter|activity|branch|city|more|all|see|bbc|cnn|voa|usa|today|sports|rss|feed|print|pin|exchange|wsj|contact|e-?mail|comments?|share|subscribe|stories|articles?|posts)\b/i

/** Without the blanks and marks that end a name in a row. */
const withoutEnd = (words: string): string => {
  let end = words.length
  while (end > 0 && /[\s,.'’]/.test(words.charAt(end - 1))) end--
  return words.slice(0, end)
}

const STOP =
  / *(?:[|•·–—]| - | [\w.+-]{0,40}@\w|\((?!(?:\p{Lu}\.){1,3}\) \p{Lu})|;| for (?:the )?\p{Lu}| in \p{Lu}\p{L}+$| at \p{Lu}| on \p{Lu}?\p{L}+ \d|,? (?:published|posted|updated|publié|veröffentlicht)\b).*$/iu
const LONGEST_ROW = 300
/** Where the one of several wrote from: "By Ann Example in Geneva and Joe Sample in Phnom Penh". */
const FILED_FROM = / (?:in|\|) \p{Lu}[\p{L} .'’-]{1,30}$/u

/** A degree or an honour behind a name is no part of it: "Ann Example JD", "Joe Sample, PhD". */
const DEGREE =
  /(?:,? (?:JD|J\.D\.|LL\.?[BMD]\.?|Ph\.?D\.?|DPhil|M\.?D\.?|M[AS]|MBA|MP[AHP]|[BM]Sc|Esq\.?|[QK]C|[OMC]BE|R[NS]|MP|MEP|TD|MSP)){1,3}$/u

/** "ECMAScript" begins with an acronym and names nobody; "MCExample" does not. */
const ACRONYM_WITHIN = /\p{Lu}{4}\p{Ll}/u

export const authorAt = (start: number, words: string): Author | undefined => {
  const lead = (/^(?:Autora?|Author|Auteure?) /.exec(words) ?? HONOUR.exec(words))?.[0].length ?? 0
  // "Don Example" has a name before the family's and no honour.
  const honour = /^Don \S+$/.test(words) ? 0 : lead
  const name = withoutEnd(withoutEnd(words.slice(honour)).replace(DEGREE, ''))
  const from = start + honour
  if (
    !new RegExp(`^${NAME}$`, 'u').test(name) ||
    NOBODY.test(name) ||
    ACRONYM_WITHIN.test(name) ||
    /^(?:the|les|die|los|las) /i.test(name)
  )
    return undefined
  return { name: asWritten(name.replaceAll('‑', '-')), start: from, end: from + name.length }
}

/** A name that is printed in capitals as it is written otherwise; the place keeps the print. */
export const asWritten = (name: string): string =>
  name === name.toUpperCase() && /\p{Lu}{3}/u.test(name)
    ? name.replace(/\p{Lu}[\p{Lu}]*/gu, word => word.charAt(0) + word.slice(1).toLowerCase())
    : name

/** Names that a byline prints in capitals, which no place or office behind them shares. */
const IN_CAPITALS =
  /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,2} \p{Lu}[\p{Lu}'’-]+(?=$|,| \p{Lu}\p{Ll})/u

/** The names in a stretch of a byline: set apart by commas and "and"; offices after a comma are none. */
export const namesInRow = (
  start: number,
  row: string,
  isTold: (name: string) => boolean = () => false,
): readonly Author[] => {
  const shown = row
    .slice(0, LONGEST_ROW)
    .replace(/\((?!(?:\p{Lu}\.){1,3}\) \p{Lu})[^)]{0,40}\)| [’']\d{2}(?!\d)/gu, inner =>
      ' '.repeat(inner.length),
    )
    .replace(STOP, '')
  const worker = nameBeforeTrade(shown.trim()) ?? nameBeforeTrade((shown.split(',')[0] ?? '').trim())
  if (worker !== undefined && worker !== row) return namesInRow(start + row.indexOf(worker), worker)
  const found: Author[] = []
  // "Von Jana Beispiel, Funkhaus Nordwest": without a conjunction what follows the comma need not be a person.
  const isList = /&|\/| (?:and|et|und|y|with) /.test(shown)
  for (const match of shown.matchAll(/[^,/&]+/g)) {
    const capitals = IN_CAPITALS.exec(match[0].trim())?.[0]
    const isAlike = capitals !== undefined && IN_CAPITALS.test(shown.trim())
    if (found.length > 0 && !isList && !isAlike && !isTold(match[0].trim())) break
    let from = match.index
    for (const piece of match[0].split(/( (?:and|et|und|y|with) )/)) {
      const lead = piece.length - piece.trimStart().length
      const own = piece.trim().replace(FILED_FROM, '')
      const author = authorAt(start + from + lead, (isAlike && IN_CAPITALS.exec(own)?.[0]) || own)
      if (author) found.push(author)
      from += piece.length
    }
  }
  return found
}
