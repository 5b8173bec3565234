import { zonesOf } from './bylines.ts'
import { isNameLine } from './forms.ts'
import { authorAt, HONOUR, NAME, namesInRow } from './namerows.ts'
import type { Author, Zone } from './reading.ts'

const REPORTING = /^\(?(?:reporting|with reporting|story|writing) by (.{3,120}?)(?:[;.)]|$)/imu

/** The line with which an agency report names who wrote it. */
export const inEndLine = (text: string): readonly Author[] => {
  const from = Math.max(0, text.length - 3000)
  const match = REPORTING.exec(text.slice(from))
  if (!match?.[1]) return []
  return namesInRow(from + match.index + match[0].indexOf(match[1]), match[1])
}

const SIGNED =
  /^(?:\((?:signed|signé|firmado|unterzeichnet|gezeichnet)\)|\[signed\]|signed:?|\(gez\.\)|gez\.) *(.*)$/i

const SIGNED_BY = new RegExp(
  String.raw`^[ \t]{0,80}\((?:[Ss]igned|[Ss]igné|[Ff]irmado|[Uu]nterzeichnet)\) {1,4}(${NAME})$`,
  'mu',
)

/** "(Signed) Ann Example", as papers of the United Nations end a letter. */
export const afterSigned = (text: string): readonly Author[] => {
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
export const inSignature = (text: string, zone: Zone): readonly Author[] => {
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

/** Words by which a paper's letters page tells what it prints. */
const TO_EDITOR =
  /(?:^|[\n>/] {0,4})(?:(?:your )?letters?(?: to the editors?)? ?(?:$|\n|: )|readers? writes?\b|(?:(?:to|dear) (?:the )?)?editors? ?[:,]|(?:to|dear) (?:the )?editors?\b)/i

/** Who signs a letter that a paper prints: the signature that the zones show, below words of a letters page. */
export const inLetterToEditor = (text: string, zones: readonly Zone[]): readonly Author[] =>
  TO_EDITOR.test(text.slice(0, 1500))
    ? zonesOf(zones, 'signature')
        .flatMap(zone => inSignature(text, zone))
        .slice(0, 1)
    : []

const LAST_LINES = 4
/** Bodies sign such a letter, whose names stand at its end. */
export const BY_MANY = /\bundersigned\b|^(?:signatories|signed by|endorsed by|list of signatories)\b/im

/** The name on a line of its own at the end of a letter, where no words close it. */
export const atLettersEnd = (text: string, zones: readonly Zone[]): readonly Author[] => {
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
