import type { Span } from '../evidence/index.ts'
import { inBylines, posted, zonesOf } from './bylines.ts'
import type { CableFrame } from './cable/index.ts'
import type { StatedFacts } from './frame.ts'
import { asWritten, authorAt, HONOUR, NAME, NOBODY, namesInRow } from './namerows.ts'
import type { Author, DocumentKind, Zone } from './reading.ts'
import { afterSigned, atLettersEnd, BY_MANY, inEndLine, inLetterToEditor, inSignature } from './signatures.ts'

const unique = (authors: readonly Author[]): readonly Author[] => {
  const seen = new Set<string>()
  return authors.filter(author => !seen.has(author.name) && seen.add(author.name))
}

/** Whether the line or the paragraph of a place ends as a sentence does: a headline or a caption that tells of somebody has no stop. */
const isOfSentences = (text: string, at: number): boolean =>
  ['\n', '\n\n'].some(mark => {
    const end = text.indexOf(mark, at + 1)
    return /[.!?…][^\p{L}\p{N}]{0,6}$/u.test(text.slice(at, end < 0 ? undefined : end).trimEnd())
  })

const BIOGRAPHY = new RegExp(
  String.raw`(?:^|[.!?] )[*_( ]{0,4}((?:(?:Dr|Prof|Professor|Gen|Col|Lt|Maj|Amb|Ambassador|Sir|Dame)\.? )?${NAME})(?:,? \([^)]{0,60}\))?(?:, [^.;]{2,80},)?(?:,? and ((?:Dr\.? )?${NAME}))?,? (?:is|are|was|were|serves|works|worked|has (?:served|led|worked|been)|served|writes|wrote|teaches|taught|leads|led|heads|headed|covers|covered|directs|founded|co-founded|spent|chairs|chaired|advises|advised|holds|retired|commanded|joined|est|sont|ist|war|lehrt|leitet|forscht|arbeitet|schreibt|promoviert|enseigne|dirige|travaille|écrit|es|fue|trabaja|enseña|escribe)(?!\p{L})`,
  'gmu',
)

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
  '(?:(?:Under|Assistant|Deputy|Acting|Vice|Prime|Foreign|Permanent|Special|High|Executive|Chief|State|Federal|Defen[cs]e|United|Nations|UN|US|U\\.S\\.|Ambassador|Senator|Congressman|Congresswoman|Representative|Secretary|Minister|President|Director|General|Commissioner|Chair|Chairman|Chairperson|Coordinator|Envoy|Spokes(?:man|woman|person)|MP|MEP|Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|of|Affairs|[A-Z]{2,5})\\.?[ -]){1,6}'
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
/** "Statement by Ann Example, Permanent Representative of ...": the name with the office behind it. */
const NAME_AND_OFFICE = new RegExp(
  String.raw`^[#*_ \t]{0,6}(?:Statement|Remarks|Address|Speech|Intervention|Déclaration|Discours|Allocution|Erklärung|Rede|Declaración|Discurso|Intervención|Anförande|Tale?|Innlegg|Toespraak|Discorso|Intervento|Intervenção) (?:by|of|par|de|von|del?|av|af|ved|door|di|da|do) (${NAME})(?=, .{0,80}\b(?:[Rr]epresentative|[Aa]mbass?ad\p{L}{2,6}|[Mm]inist\p{L}{1,6}|[Ss]ecretary|[Dd]irector|[Hh]ead of|[Cc]hair|[Pp]resident|[Dd]elegate|[Rr]epr[ée]sentant|[Vv]ertreter|[Bb]otschafter|[Rr]eprésentante?|[Rr]epresentant[ei]?|utrikesminister))`,
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
  const match =
    SPEAKING.exec(head) ??
    REMARKS.exec(head) ??
    FOLLOWING.exec(head) ??
    REMARKS_LINE.exec(head) ??
    NAME_AND_OFFICE.exec(head)
  const [whole = ''] = match ?? []
  const name = match?.at(-1) ?? ''
  const author = match && authorAt(match.index + whole.trimEnd().length - name.length, name)
  return author ? [author] : fromBelow(text)
}

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
