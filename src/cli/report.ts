import { InputError } from '../api/ask.ts'
import { type Day, inWords } from '../core/calendar/index.ts'
import type { AsOf, Claim, Verdict } from '../core/claims/index.ts'
import type { DocumentReading } from '../core/documents/index.ts'
import { type Source, sourcesInWords } from '../core/evidence/index.ts'
import { fold, type Style } from './style.ts'

export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  supported: '●',
  contradicted: '✕',
  'supported-under': '◐',
  'not-decidable': '○',
}
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  supported: 'supported',
  contradicted: 'contradicted',
  'supported-under': 'supported under a reading',
  'not-decidable': 'not decidable',
}

/** Gives the line, from 1, of a UTF-16 index; the text is looked through once, however many are asked for. */
export const lineFinder = (source: string): ((at: number) => number) => {
  const ends: number[] = []
  for (let i = source.indexOf('\n'); i !== -1; i = source.indexOf('\n', i + 1)) ends.push(i)
  return at => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? at) < at) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

const asOfWords = (asOf: AsOf | null): string => {
  if (!asOf) return 'on no stated day'
  return asOf.from === asOf.until
    ? `as of ${inWords(asOf.from)}`
    : `as of ${inWords(asOf.from)} to ${inWords(asOf.until)}`
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What stands behind a verdict: each counting rule for a number, each State otherwise. */
const detailsOf = (claim: Claim): readonly string[] =>
  claim.kind === 'count'
    ? claim.readings.map(({ says }) => says)
    : claim.evidence.map(({ text }) => text).filter(text => text !== claim.says)

/** A claim as lines for a terminal. */
export const claimLines = (claim: Claim, line: number, style: Style): readonly string[] => {
  const indented = (text: string): string => `    ${fold(text, style.width - 4, '    ')}`
  const changed =
    claim.now.verdict !== claim.verdict
      ? [`Said today, it would be ${VERDICT_WORDS[claim.now.verdict]}: ${claim.now.says}`]
      : []
  return [
    '',
    style.strong(`${VERDICT_MARKS[claim.verdict]} ${VERDICT_WORDS[claim.verdict]}`) +
      style.dim(`  line ${line}, ${claim.kind}, ${asOfWords(claim.asOf)}`),
    `  “${fold(plain(claim.text), style.width - 4, '   ')}”`,
    indented(claim.says),
    ...detailsOf(claim).map(text => style.dim(indented(text))),
    ...changed.map(indented),
    ...(claim.checkedOnlyThrough && claim.verdict !== 'not-decidable'
      ? [
          style.dim(
            indented(`As far as known: the acts were checked through ${inWords(claim.checkedOnlyThrough)}.`),
          ),
        ]
      : []),
    ...(claim.wouldDecide ? [indented(`What would decide it: ${claim.wouldDecide}.`)] : []),
  ]
}

interface ReportParts {
  readonly name: string
  readonly source: string
  readonly reading: DocumentReading
  readonly claims: readonly Claim[]
  readonly known: Day
  readonly sources: ReadonlyMap<string, Source>
}

const evidenceWords = (claim: Claim, sources: ReportParts['sources']): readonly string[] =>
  claim.evidence.map(({ text, provision, source }) => {
    const from = [provision ?? '', source ? sourcesInWords(source, sources) : '']
      .filter(part => part !== '')
      .join('; ')
    return from ? `${text} (${from})` : text
  })

const markdown = ({ name, source, reading, claims, known, sources }: ReportParts): string => {
  const lineAt = lineFinder(source)
  return [
    `# ${reading.document.title ?? name}`,
    '',
    `Checked against the register as known on ${inWords(known)}. Document date: ${reading.document.published.value ?? 'unknown'} (${reading.document.published.basis}).`,
    ...claims.flatMap(claim => [
      '',
      `## ${VERDICT_MARKS[claim.verdict]} ${VERDICT_WORDS[claim.verdict]} (line ${lineAt(claim.start)})`,
      '',
      `> ${plain(claim.text)}`,
      '',
      `${claim.says} (${asOfWords(claim.asOf)})`,
      '',
      ...claim.readings.map(({ name: reading_, says }) => `- ${reading_}: ${says}`),
      ...evidenceWords(claim, sources).map(text => `- ${text}`),
    ]),
    '',
  ].join('\n')
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const html = ({ name, source, reading, claims, known, sources }: ReportParts): string => {
  const title = escaped(reading.document.title ?? name)
  const lineAt = lineFinder(source)
  const section = (claim: Claim): string => `<section>
<h2>${VERDICT_MARKS[claim.verdict]} ${VERDICT_WORDS[claim.verdict]}</h2>
<blockquote>${escaped(plain(claim.text))}</blockquote>
<p>${escaped(claim.says)} (line ${lineAt(claim.start)}, ${asOfWords(claim.asOf)})</p>
<ul>${[...claim.readings.map(reading_ => `${reading_.name}: ${reading_.says}`), ...evidenceWords(claim, sources)].map(text => `<li>${escaped(text)}</li>`).join('')}</ul>
</section>`
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:17px/1.5 Georgia,serif;max-width:72ch;margin:2rem auto;padding:0 1rem;color:#1d1f21;background:#fbfaf7}h2{font-size:1.1rem}blockquote{margin:0 0 0 1rem}li{font-size:.85rem}</style>
<h1>${title}</h1>
<p>Checked against the register as known on ${inWords(known)}. Document date: ${escaped(reading.document.published.value ?? 'unknown')} (${reading.document.published.basis}).</p>
${claims.map(section).join('\n')}
</html>
`
}

/** The report of a checked document, as Markdown or as one HTML file without scripts. */
export const reportFor = (format: string, parts: ReportParts): string => {
  if (format === 'md') return markdown(parts)
  if (format === 'html') return html(parts)
  throw new InputError(`"${format}" is not a form of report.`, 'Type md or html.')
}
