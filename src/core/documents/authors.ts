import type { Span } from '../evidence/index.ts'
import type { CableFrame } from './cable/index.ts'
import {
  bylineInRow,
  isByline,
  isBylineLabel,
  isDateLine,
  isNameAndOffice,
  isNameAndPlace,
  isNameLine,
  nameBeforeTrade,
  nameBesideDate,
} from './forms.ts'
import type { StatedFacts } from './frame.ts'
import type { Author, DocumentKind, Zone } from './reading.ts'

const PART = String.raw`(?:(?:de|di|du|la)?\p{Lu}[\p{L}'’‑-]+|\p{Lu}\.(?:[ -]?\p{Lu}\.)*)`
const PARTICLE = '(?:de|de la|du|van|van der|van den|von|von der|der|la|le|al|el|bin|ibn|da|dos|di|ter|zu)'
/** "Ann (A.B.) Example": how somebody is called stands between the names. */
const CALLED = String.raw`(?:\((?:\p{Lu}\.){1,3}\) )?`
const NAME = `${PART}(?: ${CALLED}(?:${PARTICLE} )?${PART}){1,4}`
const HONOUR =
  /^(?:(?:asst|assoc|assistant prof|associate prof|assistant professor|associate professor|dr|prof|professor|lt col|lieutenant colonel|lieutenant|captain|capt|major|brigadier|gen|general|col|lt|maj|amb|ambassador|sir|dame|lord|lady|h\.e|his excellency|her excellency|mr|ms|mrs|miss|mx|m|mme|mlle|madame|monsieur|s\.e|son excellence|señora?|sra?|doña|don|dra?|herr|frau|rev|sen|rep|the rt hon|the hon|minister|president|senator|baroness|bishop|archbishop|cardinal|pastor|rabbi|imam|sheikh|father|sister|brother)\.? )+/i
const BIOGRAPHY = new RegExp(
  String.raw`(?:^|[.!?] )[*_( ]{0,4}((?:(?:Dr|Prof|Professor|Gen|Col|Lt|Maj|Amb|Ambassador|Sir|Dame)\.? )?${NAME})(?:,? \([^)]{0,60}\))?(?:, [^.;]{2,80},)?(?:,? and ((?:Dr\.? )?${NAME}))?,? (?:is|are|was|were|serves|works|worked|has (?:served|led|worked|been)|served|writes|wrote|teaches|taught|leads|led|heads|headed|covers|covered|directs|founded|co-founded|spent|chairs|chaired|advises|advised|holds|retired|commanded|joined|est|sont|ist|war|lehrt|leitet|forscht|arbeitet|schreibt|promoviert|enseigne|dirige|travaille|écrit|es|fue|trabaja|enseña|escribe)(?!\p{L})`,
  'gmu',
)

/** Words with capitals that stand in a byline and are no one's name. */
const NOBODY =
  /\b(?:press|news|agency|times|post|staff|editorial|board|team|desk|agencies|reuters|afp|ap|associated|correspondents?|bureau|institute|coalition|committee|department|ministry|mission|office|university|convention|treaty|nations|republic|union|council|group|network|radio|television|magazine|journal|centre|center|foundation|international|wikipedia|getty|photo|guest|contributor|admin|editor|newsroom|campaign|organi[sz]ation|government|islands|embassy|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|permanent|representatives?|delegation|counsell?or|plenipotentiary|attaché|paper|research|associate|partner|senior|fellow|special|policy|brief|circle|alliance|association|society|forum|movement|federation|league|club|party|survivors|unit|support|implementation|text|small|large|medium|size|redacción|redaktion|rédaction|redazione|redação|webmaster|digital|gmt|utc|cest|cet|est|edt|view|page|profile|biography|archives?|follow|facebook|twitter|activity|branch|city|more|all|see|bbc|cnn|voa|usa|today|sports|rss|feed|print|pin|exchange|wsj|contact|e-?mail|comments?|share|subscribe|stories|articles?|posts)\b/i

const LEAD =
  /^\W{0,8}(?:(?:written|produced|compiled|posted|reported|reviewed|story|words|texte|text|interview(?:ed)?|this \p{L}+ was|published|updated|delivered|presented|prepared|from|(?:ein |eine |un |une |an )?(?:opinion|analysis|commentary|kommentar|gastbeitrag|essay|analyse|bericht|reportage|tribune|entretien|artículo|análisis))\b.{0,60}? )?(?:(?:by|par|von|por)\b:?|(?:authors?|autor(?:en|in|a|es)?|auteure?s?) ?:) +/iu
const STOP =
  / *(?:[|•·–—]| - | [\w.+-]{0,40}@\w|\((?!(?:\p{Lu}\.){1,3}\) \p{Lu})|;| for (?:the )?\p{Lu}| in \p{Lu}\p{L}+$| at \p{Lu}| on \p{Lu}?\p{L}+ \d|,? (?:published|posted|updated|publié|veröffentlicht)\b).*$/iu

/** Without the blanks and marks that end a name in a row. */
const withoutEnd = (words: string): string => {
  let end = words.length
  while (end > 0 && /[\s,.'’]/.test(words.charAt(end - 1))) end--
  return words.slice(0, end)
}

const LONGEST_ROW = 300
/** Where the one of several wrote from: "By Ann Example in Geneva and Joe Sample in Phnom Penh". */
const FILED_FROM = / (?:in|\|) \p{Lu}[\p{L} .'’-]{1,30}$/u

/** A degree or an honour behind a name is no part of it: "Ann Example JD", "Joe Sample, PhD". */
const DEGREE =
  /(?:,? (?:JD|J\.D\.|LL\.?[BMD]\.?|Ph\.?D\.?|DPhil|M\.?D\.?|M[AS]|MBA|MP[AHP]|[BM]Sc|Esq\.?|[QK]C|[OMC]BE|R[NS]|MP|MEP|TD|MSP)){1,3}$/u

/** "ECMAScript" begins with an acronym and names nobody; "MCExample" does not. */
const ACRONYM_WITHIN = /\p{Lu}{4}\p{Ll}/u

const authorAt = (start: number, words: string): Author | undefined => {
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
const asWritten = (name: string): string =>
  name === name.toUpperCase() && /\p{Lu}{3}/u.test(name)
    ? name.replace(/\p{Lu}[\p{Lu}]*/gu, word => word.charAt(0) + word.slice(1).toLowerCase())
    : name

/** Names that a byline prints in capitals, which no place or office behind them shares. */
const IN_CAPITALS =
  /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,2} \p{Lu}[\p{Lu}'’-]+(?=$|,| \p{Lu}\p{Ll})/u

/** The names in a stretch of a byline: set apart by commas and "and"; offices after a comma are none. */
const namesInRow = (
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

const DELIVERED =
  /\b(?:delivered|presented|read|prononcée?|vorgetragen|gehalten|pronunciad[oa]) (?:by|par|von|por) +/i

/** A name in a script that has no capitals, alone on the line of a byline. */
const UNCASED = /^\p{Lo}[\p{Lo}\p{M}]+(?: \p{Lo}[\p{Lo}\p{M}]*){1,3}$/u

/** Whether the text below tells who somebody is: "Ann Example is a lecturer". */
const isToldOf = (text: string, from: number, name: string): boolean => {
  const at = text.indexOf(`${name} `, from)
  return at >= 0 && /^(?:is|was|teaches|works|serves|writes|holds) /.test(text.slice(at + name.length + 1))
}

/** Who a byline names; `onlyTold` where a name alone on its line does not count. */
const inByline = (text: string, zone: Zone, onlyTold: boolean): readonly Author[] => {
  const found: Author[] = []
  let start = zone.start
  let waiting = false
  for (const line of text.slice(zone.start, zone.end).split('\n')) {
    const row = line.trim().replace(/^[•·*–-] {1,3}/, '')
    const own = bylineInRow(row) ?? row
    const at = start + line.indexOf(own)
    const beside = nameBesideDate(own)
    const lead = (DELIVERED.exec(own) ?? LEAD.exec(own))?.[0].length
    const delivered = DELIVERED.exec(own)
    if (delivered)
      found.push(
        ...namesInRow(
          at + delivered.index + delivered[0].length,
          own.slice(delivered.index + delivered[0].length),
        ),
      )
    else if (lead !== undefined && (isByline(own) || /^(?:published|posted|from)/i.test(own)))
      found.push(...namesInRow(at + lead, own.slice(lead), name => isToldOf(text, zone.end, name)))
    else if (/^(?:from|von|de): /i.test(own))
      found.push(
        ...namesInRow(at + own.indexOf(' ') + 1, own.slice(own.indexOf(' ') + 1).replace(/["<,].*$/, '')),
      )
    else if (beside !== undefined) found.push(...namesInRow(at + own.indexOf(beside), beside))
    else if (!onlyTold && isNameAndOffice(own))
      found.push(...namesInRow(at, nameBeforeTrade(own) ?? own.split(', ')[0] ?? ''))
    else if (!onlyTold && UNCASED.test(own)) found.push({ name: own, start: at, end: at + own.length })
    else if (!onlyTold && isNameAndPlace(own)) found.push(...namesInRow(at, own))
    else if ((waiting || (!onlyTold && isNameLine(own.replace(HONOUR, '')))) && !isDateLine(own))
      found.push(...namesInRow(at, own))
    waiting = (isByline(own) && own.endsWith(',')) || isBylineLabel(own)
    start += line.length + 1
  }
  return found
}

const REVIEWED = /^\W{0,8}reviewed /i

/** Whether the line of a name says that it checked what another wrote. */
const isReviewer = (text: string, { start = 0 }: Author): boolean =>
  REVIEWED.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))

/** Who the bylines name, in order; a name alone on a line counts only where none is told, a reviewer where nobody wrote. */
const inBylines = (text: string, zones: readonly Zone[], onlyTold: boolean): readonly Author[] => {
  const found = zonesOf(zones, 'byline').flatMap(zone => inByline(text, zone, onlyTold))
  const writers = found.filter(author => !isReviewer(text, author))
  return writers.length > 0 ? writers : found
}

const unique = (authors: readonly Author[]): readonly Author[] => {
  const seen = new Set<string>()
  return authors.filter(author => !seen.has(author.name) && seen.add(author.name))
}

const zonesOf = (zones: readonly Zone[], type: Zone['type']): readonly Zone[] =>
  zones.filter(zone => zone.type === type)

/** Whether the line or the paragraph of a place ends as a sentence does: a headline or a caption that tells of somebody has no stop. */
const isOfSentences = (text: string, at: number): boolean =>
  ['\n', '\n\n'].some(mark => {
    const end = text.indexOf(mark, at + 1)
    return /[.!?…][^\p{L}\p{N}]{0,6}$/u.test(text.slice(at, end < 0 ? undefined : end).trimEnd())
  })

const inBiography = (text: string, zone: Zone): readonly Author[] => {
  const own = text.slice(zone.start, zone.end)
  return [...own.matchAll(BIOGRAPHY)].flatMap(match =>
    [match[1], match[2]].flatMap(name => {
      if (!name || !isOfSentences(own, match.index)) return []
      const author = authorAt(zone.start + match.index + match[0].indexOf(name), name)
      return author ? [author] : []
    }),
  )
}

/** "[Ann Example is a lecturer ... Joe Sample is ...]": a note on the authors in brackets over the text of a post. */
const inOpeningNote = (text: string, zones: readonly Zone[]): readonly Author[] => {
  const first = zones.find(({ type }) => type === 'body')
  const note = first ? /^\[[^[\]]{30,1500}\]/.exec(text.slice(first.start, first.end)) : null
  if (!first || !note) return []
  const zone = { ...first, start: first.start + 1, end: first.start + note[0].length }
  return inBiography(text, zone)
}

const REPORTING = /^\(?(?:reporting|with reporting|story|writing) by (.{3,120}?)(?:[;.)]|$)/imu

/** The line with which an agency report names who wrote it. */
const inEndLine = (text: string): readonly Author[] => {
  const from = Math.max(0, text.length - 3000)
  const match = REPORTING.exec(text.slice(from))
  if (!match?.[1]) return []
  return namesInRow(from + match.index + match[0].indexOf(match[1]), match[1])
}

const POSTED = new RegExp(`^[Pp]osted by {1,3}(?:Dr\\.? |Prof\\.? )?(${NAME})(?= {2,}| at | on |,|$)`, 'mu')

/** The line under a post that names who put it there: "Posted by Ann Example at 22:12". */
const posted = (text: string): readonly Author[] => {
  const match = POSTED.exec(text)
  const name = match?.[1]
  const author = match && name ? authorAt(match.index + match[0].length - name.length, name) : undefined
  return author ? [author] : []
}

const SIGNED =
  /^(?:\((?:signed|signé|firmado|unterzeichnet|gezeichnet)\)|\[signed\]|signed:?|\(gez\.\)|gez\.) *(.*)$/i

const SIGNED_BY = new RegExp(
  String.raw`^[ \t]{0,80}\((?:[Ss]igned|[Ss]igné|[Ff]irmado|[Uu]nterzeichnet)\) {1,4}(${NAME})$`,
  'mu',
)

/** "(Signed) Ann Example", as papers of the United Nations end a letter. */
const afterSigned = (text: string): readonly Author[] => {
  const match = SIGNED_BY.exec(text)
  const name = match?.[1]
  const author = match && name ? authorAt(match.index + match[0].length - name.length, name) : undefined
  return author ? [author] : []
}

/** Without the dash before a name and the town behind it: "— Ann Example, Oakville". */
const ofWriter = (own: string): string => {
  const words = own.replace(/^[–—-]{1,2} ?/, '')
  return words !== own || words.endsWith(',') ? (words.split(',')[0] ?? words) : words
}

/** The name under the words that close a letter. */
const inSignature = (text: string, zone: Zone): readonly Author[] => {
  let start = zone.start
  for (const line of text.slice(zone.start, zone.end).split('\n')) {
    const own = line.trim()
    const signed = SIGNED.exec(own)?.[1] ?? ofWriter(own)
    const at = start + line.indexOf(signed)
    start += line.length + 1
    if (!isNameLine(signed.replace(HONOUR, ''))) continue
    const [author] = namesInRow(at, signed)
    if (author) return [author]
  }
  return []
}

const FROM_LINE = /^[ \t]*FROM[ \t]*:[ \t]*(.{3,120})$/imu

const inMemo = (text: string): readonly Author[] => {
  const match = FROM_LINE.exec(text.slice(0, 2000))
  return match?.[1] ? namesInRow(match.index + match[0].indexOf(match[1]), match[1]).slice(0, 3) : []
}

const SPEAKING = new RegExp(
  String.raw`\b(?:by|par|von|por)\s+(?:[^,\n]{0,40}, )?((?:(?:H\.E\.|S\.E\.|His Excellency|Her Excellency|Ambassador|Amb\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Minister|Prof\.?|M\.|Mme|Herrn?|Frau|Sr\.|Sra\.|Embajadora?|Gesandter?|Botschafter(?:in)?|Ministerin|Staatssekretär(?:in)?|Ambassadeur|Ambassadrice|Ministre|Ministr[oa]|MR\.?|MRS\.?|MS\.?|DR\.?|AMBASSADOR|MINISTER|SENATOR|Bishop|Archbishop|Cardinal|Senator|Sen\.|Rep\.) )+)(${NAME})`,
  'u',
)

/** "Following is the text of remarks made today by Under-Secretary-General Ann Example", "Statement of Senator Ann Example". */
const OFFICE =
  '(?:(?:Under|Assistant|Deputy|Acting|Vice|Prime|Foreign|Permanent|Special|High|Executive|Chief|State|Federal|Defen[cs]e|United|Nations|UN|US|U\\.S\\.|Ambassador|Senator|Congressman|Congresswoman|Representative|Secretary|Minister|President|Director|General|Commissioner|Chair|Chairman|Chairperson|Coordinator|Envoy|Spokes(?:man|woman|person)|MP|MEP|Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|of|Affairs)\\.?[ -]){1,6}'
const REMARKS = new RegExp(
  String.raw`(?<!\p{L})(?:[Ss]tatement|[Rr]emarks|[Aa]ddress|[Ss]peech|[Tt]estimony|[Mm]essage|STATEMENT|REMARKS)(?: (?:made|given|delivered|read|today|as)){0,3} (?:by|of|from) (?:the )?${OFFICE}(${NAME})`,
  'u',
)

/** "Following are the remarks by Ann Example, High Representative, as prepared for delivery": the office stands behind. */
const FOLLOWING = new RegExp(
  `(?:[Ff]ollowing|[Bb]elow) (?:is|are) (?:the )?(?:text of )?(?:the |an? )?(?:[a-z]{3,12} )?(?:remarks|statement|address|speech|message|intervention)(?:,? as delivered)?(?: (?:made|given|delivered|today)){0,2} (?:by|of) (${NAME})(?=,)`,
  'u',
)

const REMARKS_LINE = new RegExp(
  String.raw`^[ \t]{0,40}(?:Remarks|Statement|Address|Speech|Intervention) (?:by|of) (${NAME})\n{1,2}(?=.{0,80}\b(?:Representative|Ambassador|Minister|Secretary|Director|Head|Chair|President|Counsell?or|Advis[eo]r|Delegate)\b)`,
  'mu',
)
/** Offices and persons from whom a page of a government comes: "From:", and below it who. */
const FROM_BELOW = /^From:\n(.{3,200})$/m

/** The person among those from whom a speech comes: "UK Delegation to the OSCE and Ann Example". */
const fromBelow = (text: string): readonly Author[] => {
  const match = FROM_BELOW.exec(text.slice(0, 2000))
  const row = match?.[1]
  if (!match || row === undefined) return []
  const from = match.index + 'From:\n'.length
  return row.split(/, | and /).flatMap(piece => authorAt(from + row.indexOf(piece), piece) ?? [])
}

/** Who delivers a statement, as its head says: "Statement by H.E. Ms. Ann Example". */
const inStatement = (text: string): readonly Author[] => {
  const head = text.slice(0, 1500)
  const match = SPEAKING.exec(head) ?? REMARKS.exec(head) ?? FOLLOWING.exec(head) ?? REMARKS_LINE.exec(head)
  const [whole = ''] = match ?? []
  const name = match?.at(-1) ?? ''
  const author = match && authorAt(match.index + whole.trimEnd().length - name.length, name)
  return author ? [author] : fromBelow(text)
}

/** Words by which a paper's letters page tells what it prints. */
const TO_EDITOR =
  /(?:^|[\n>/] {0,4})(?:(?:your )?letters?(?: to the editors?)? ?(?:$|\n|: )|readers? writes?\b|(?:(?:to|dear) (?:the )?)?editors? ?[:,]|(?:to|dear) (?:the )?editors?\b)/i

/** Who signs a letter that a paper prints: the signature that the zones show, below words of a letters page. */
const inLetterToEditor = (text: string, zones: readonly Zone[]): readonly Author[] =>
  TO_EDITOR.test(text.slice(0, 1500))
    ? zonesOf(zones, 'signature')
        .flatMap(zone => inSignature(text, zone))
        .slice(0, 1)
    : []

/** The title of a letter that a body circulates as its paper. */
const DATED_LETTER = /^[ \t]{0,60}(?:identical )?letters? dated \d/im

/** A speech in the page of a government says from whom it comes and where it was given. */
const isSpeechPage = (text: string): boolean => /^Delivered on:/m.test(text.slice(0, 3000))

/** What the file states, each with its place where the text has the name too. */
const fromFile = (text: string, { authors = [], publisher }: StatedFacts): readonly Author[] =>
  authors.flatMap((stated): Author[] => {
    const name = asWritten(stated.replace(HONOUR, ''))
    if (name === publisher || NOBODY.test(name) || !ONE_WHOLE.test(name)) return []
    const at = text.indexOf(name)
    return [at < 0 ? { name } : { name, start: at, end: at + name.length }]
  })
const ONE_WHOLE = new RegExp(`^${NAME}$`, 'u')

/** Who the file says wrote it, where a byline of the page names them too: what else stands in the byline is no name. */
const fromFileAndByline = (text: string, zones: readonly Zone[], stated: StatedFacts): readonly Author[] => {
  const bylines = zonesOf(zones, 'byline')
  const found = fromFile(text, stated)
  const placeOf = (name: string): number | undefined =>
    bylines.flatMap(zone => {
      const at = zone.start + text.slice(zone.start, zone.end).toLowerCase().indexOf(name.toLowerCase())
      // Small letters may be more or fewer than the capitals they stand for.
      const isThere = text.slice(at, at + name.length).toLowerCase() === name.toLowerCase()
      return at >= zone.start && isThere ? [at] : []
    })[0]
  const placed = found.flatMap(({ name }): Author[] => {
    const start = placeOf(name)
    return start === undefined ? [] : [{ name: name.replaceAll('‑', '-'), start, end: start + name.length }]
  })
  return placed.length === found.length ? placed : []
}

const LAST_LINES = 4
/** Bodies sign such a letter, whose names stand at its end. */
const BY_MANY = /\bundersigned\b|^(?:signatories|signed by|endorsed by|list of signatories)\b/im

/** The name on a line of its own at the end of a letter, where no words close it. */
const atLettersEnd = (text: string, zones: readonly Zone[]): readonly Author[] => {
  const last = zones.findLast(({ type }) => type === 'body' || type === 'signature' || type === 'bio')
  if (!last || BY_MANY.test(text)) return []
  let start = last.start
  const lines = text
    .slice(last.start, last.end)
    .split('\n')
    .map(line => {
      const at = start
      start += line.length + 1
      return { at, line }
    })
  const signed = lines
    .filter(({ line }) => line.trim() !== '')
    .slice(-LAST_LINES)
    .find(({ line }) => isNameLine(ofWriter(line.trim()).replace(HONOUR, '')))
  if (!signed) return []
  const own = ofWriter(signed.line.trim())
  return namesInRow(signed.at + signed.line.indexOf(own), own).slice(0, 1)
}

const OWN_PIECE = new RegExp(
  `^[*_ \\t]{0,6}(?:[Cc]eci est une? |[Tt]his is an? |[Uu]ne? |[Aa]n? )?(?:guest )?(?:tribune|chronique|opinion piece|column|commentary|essay) (?:de|by) (${NAME}),`,
  'mu',
)

/** "Ceci est une tribune de Ann Exemple, juriste": a line above the text that says whose it is. */
const inLeadLine = (text: string): readonly Author[] => {
  const match = OWN_PIECE.exec(text.slice(0, 6000))
  const name = match?.[1]
  const author = match && name ? authorAt(match.index + match[0].length - name.length - 1, name) : undefined
  return author ? [author] : []
}

const WRITTEN_BY =
  /\b(?:[Tt]his|[Tt]he) (?:report|paper|study|briefing|note|publication) (?:was|has been) (?:(?:jointly|primarily|principally) )?(?:researched and written|written and researched|written|authored) by ([^.;]{5,240})/u

const NAME_AND_WORK = new RegExp(`(?:^|, and | and |, )(${NAME}),(?= (?:an? |the )?\\p{Ll}|\\n)`, 'gu')

/** Who wrote a report, as its acknowledgements tell: each name with what the person does behind it. */
const inAcknowledgements = (text: string): readonly Author[] => {
  const match = WRITTEN_BY.exec(text)
  const row = match?.[1] ?? ''
  const at = match ? match.index + match[0].length - row.length : 0
  return [...row.matchAll(NAME_AND_WORK)].flatMap(one => {
    const name = one[1] ?? ''
    return authorAt(at + one.index + one[0].indexOf(name), name) ?? []
  })
}
const AUTHOR_BOX = new RegExp(
  `^[ \\t]*Author (?:Contact )?Information\\s*\\n[ \\t]*(${NAME})(?: {2,}(${NAME}))?(?: {2,}(${NAME}))?[ \\t]*$`,
  'mu',
)

/** Who wrote a report, side by side in the box at its end that says how to reach them. */
const inAuthorBox = (text: string): readonly Author[] => {
  const match = AUTHOR_BOX.exec(text)
  return (match?.slice(1) ?? []).flatMap(name => {
    if (!match || !name) return []
    return authorAt(match.index + match[0].lastIndexOf(name), name) ?? []
  })
}

/** Kinds that no person signs as author, whoever speaks or is named in them. */
const UNSIGNED: ReadonlySet<DocumentKind> = new Set(['law', 'treaty', 'resolution', 'press-release'])

const spanned = (field: Span & { readonly value: string }): Author => ({
  name: field.value,
  start: field.start,
  end: field.end,
})

/** Who the text says wrote it: its byline, else the notes on its authors, else what the file states; a cable is signed. */
export const authorsOf = (
  text: string,
  zones: readonly Zone[],
  cable: CableFrame | null,
  kind: DocumentKind,
  stated: StatedFacts,
): readonly Author[] => {
  if (cable) return cable.header.signature ? [spanned(cable.header.signature)] : []
  // An interview names who asked, by a byline and nothing else.
  if (kind === 'transcript') {
    const asking = fromFileAndByline(text, zones, stated)
    return asking.length > 0 ? asking : unique(inBylines(text, zones, true))
  }
  if (UNSIGNED.has(kind)) return []
  const ways: readonly (() => readonly Author[])[] = [
    () => fromFileAndByline(text, zones, stated),
    () => inBylines(text, zones, true),
    () => (kind === 'statement' ? inStatement(text) : []),
    () => (kind === 'statement' ? inStatement(stated.title ?? '').map(({ name }) => ({ name })) : []),
    () => inBylines(text, zones, false),
    () =>
      kind === 'letter'
        ? [
            ...zonesOf(zones, 'signature')
              .filter(({ start, end }) => !BY_MANY.test(text.slice(start, end)))
              .flatMap(zone => inSignature(text, zone)),
            ...afterSigned(text),
            ...inMemo(text),
          ].slice(0, 1)
        : [],
    () => inLetterToEditor(text, zones),
    () => (kind === 'letter' ? atLettersEnd(text, zones) : []),
    () => inLeadLine(text),
    () => inOpeningNote(text, zones),
    () => (DATED_LETTER.test(text.slice(0, 2500)) ? afterSigned(text) : []),
    () => (isSpeechPage(text) ? fromBelow(text) : []),
    () => zonesOf(zones, 'bio').flatMap(zone => inBiography(text, zone)),
    () => inEndLine(text),
    () => (kind === 'report' ? [...inAuthorBox(text), ...inAcknowledgements(text)] : []),
    () => posted(text),
    () => fromFile(text, stated),
  ]
  for (const way of ways) {
    const found = unique(way())
    if (found.length > 0) return found
  }
  return []
}
