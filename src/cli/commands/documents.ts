import { InputError } from '../../api/ask.ts'
import type { Day } from '../../core/calendar/index.ts'
import { type Claim, checkDocument, type Verdict } from '../../core/claims/index.ts'
import { buildLexicon, type DocumentReading, type Lexicon, readDocument } from '../../core/documents/index.ts'
import { type PlainText, readPlain } from '../../readers/plain.ts'
import { type CommonOptions, type Context, daysOf, parseOptionalDay } from '../context.ts'
import { type InputFile, inputFiles } from '../files.ts'
import { writeJson } from '../print.ts'
import { claimLines, lineFinder, reportFor, VERDICT_MARKS, VERDICT_WORDS } from '../report.ts'

export interface ReadOptions extends CommonOptions {
  readonly date?: string
  readonly jsonl?: boolean
}
export interface CheckOptions extends ReadOptions {
  readonly strict?: boolean
  readonly report?: string
}

/** A document read: its text and what was understood, with the problems of both steps. */
interface ReadFile {
  readonly name: string
  readonly source: PlainText
  readonly reading: DocumentReading
}

const readFile = (file: InputFile, lexicon: Lexicon, date: Day | undefined): ReadFile => {
  const source = readPlain(file.bytes())
  if ('notText' in source)
    throw new InputError(
      `${file.name} is not text: ${source.notText}.`,
      'Give plain text; other formats are not read yet.',
    )
  if (source.text.trim() === '')
    throw new InputError(`${file.name} is empty.`, 'Give a file with text in it.')
  return { name: file.name, source, reading: readDocument(source.text, lexicon, date ? { date } : {}) }
}

const lexiconOf = (context: Context): Lexicon => {
  const { world, treaties } = context.register()
  return buildLexicon(world, [...treaties.values()])
}

const problemsOf = ({ source, reading }: ReadFile) => [...source.problems, ...reading.problems]

const frameOf = (context: Context, options: CommonOptions) => {
  const { on, knownAt } = daysOf(context, options)
  return { on, known: knownAt, checkedThrough: null, beyondData: false, assumptions: [], reasons: [] }
}

type Work = (file: ReadFile) => object

/** Does the work for each file. A bad file among many is told to `failed` and does not stop the rest. */
const eachFile = (
  files: readonly InputFile[],
  work: (file: InputFile) => void,
  failed: (error: InputError, file: InputFile) => void,
): void => {
  for (const file of files) {
    try {
      work(file)
    } catch (error) {
      if (files.length === 1 || !(error instanceof InputError)) throw error
      failed(error, file)
    }
  }
}

/** Reads each file and writes one JSON document, or one a line where there are several. */
const writeAll = (context: Context, files: readonly InputFile[], options: ReadOptions, work: Work): void => {
  const lexicon = lexiconOf(context)
  const date = parseOptionalDay(options.date, '--date')
  const many = files.length > 1 || options.jsonl === true
  const line = (file: InputFile, answer: object): void =>
    context.write(`${JSON.stringify({ file: file.name, ...answer })}\n`)
  eachFile(
    files,
    file => {
      const answer = work(readFile(file, lexicon, date))
      if (many) line(file, answer)
      else writeJson(context, answer)
    },
    ({ message, wayOut }, file) => line(file, { error: message, wayOut }),
  )
}

const readingView =
  (context: Context, options: ReadOptions) =>
  (file: ReadFile): object => ({
    ...file.reading,
    problems: problemsOf(file),
    ...frameOf(context, options),
  })

/** `pacta read FILE` */
export const read = (context: Context, patterns: readonly string[], options: ReadOptions): void => {
  const files = inputFiles(patterns)
  if (options.json || options.jsonl || files.length > 1) {
    writeAll(context, files, options, readingView(context, options))
    return
  }
  const lexicon = lexiconOf(context)
  const date = parseOptionalDay(options.date, '--date')
  for (const file of files) writeReading(context, readFile(file, lexicon, date))
}

const countBy = (words: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, n]) => `${word} ${n}`).join(' · ') || 'none'
}

const documentLines = ({ reading }: ReadFile): readonly string[] => {
  const { title, kind, published, language } = reading.document
  return [
    title ?? '(no title found)',
    `  kind       ${kind}`,
    `  published  ${published.value ?? 'unknown'} (${published.basis})`,
    ...(language ? [`  language   ${language}`] : []),
  ]
}

const writeReading = (context: Context, file: ReadFile): void => {
  const { reading } = file
  for (const line of documentLines(file)) context.write(`${line}\n`)
  context.write(`  zones      ${countBy(reading.zones.map(zone => zone.type))}\n`)
  context.write(`  sentences  ${reading.sentences.length}\n`)
  context.write(`  mentions   ${countBy(reading.mentions.map(mention => mention.kind))}\n`)
  for (const problem of problemsOf(file)) context.warn(`${problem.message}\n`)
}

const tallyOf = (claims: readonly Claim[]): Readonly<Record<Verdict, number>> => {
  const of = (verdict: Verdict): number => claims.filter(claim => claim.verdict === verdict).length
  return {
    supported: of('supported'),
    contradicted: of('contradicted'),
    'supported-under': of('supported-under'),
    'not-decidable': of('not-decidable'),
  }
}

const claimsOf = (context: Context, { source, reading }: ReadFile, knownAt: Day): readonly Claim[] =>
  checkDocument(source.text, reading, context.register(), { knownAt })

/** `pacta check FILE`; the exit code is 1 with --strict when a claim is contradicted. */
export const check = (context: Context, patterns: readonly string[], options: CheckOptions): number => {
  const { knownAt } = daysOf(context, options)
  const files = inputFiles(patterns)
  let contradicted = false
  const checked = (file: ReadFile) => {
    const claims = claimsOf(context, file, knownAt)
    contradicted ||= claims.some(claim => claim.verdict === 'contradicted')
    return claims
  }
  const view = (file: ReadFile): object => {
    const claims = checked(file)
    return {
      document: file.reading.document,
      claims,
      counts: tallyOf(claims),
      problems: problemsOf(file),
      ...frameOf(context, options),
    }
  }
  if (options.json || options.jsonl) writeAll(context, files, options, view)
  else
    eachFile(
      files,
      file => writeChecked(context, file, options, checked),
      ({ message, wayOut }) => context.warn(`${message} ${wayOut}\n`),
    )
  return options.strict && contradicted ? 1 : 0
}

const writeChecked = (
  context: Context,
  input: InputFile,
  options: CheckOptions,
  checked: (file: ReadFile) => readonly Claim[],
): void => {
  const file = readFile(input, lexiconOf(context), parseOptionalDay(options.date, '--date'))
  const claims = checked(file)
  if (options.report !== undefined) {
    context.write(
      reportFor(options.report, {
        name: file.name,
        reading: file.reading,
        source: file.source.text,
        claims,
        known: daysOf(context, options).knownAt,
        sources: context.loaded().sources,
      }),
    )
    return
  }
  for (const line of documentLines(file)) context.write(`${line}\n`)
  for (const problem of problemsOf(file)) context.warn(`${problem.message}\n`)
  const lineAt = lineFinder(file.source.text)
  for (const claim of claims)
    for (const line of claimLines(claim, lineAt(claim.start), context.style)) context.write(`${line}\n`)
  const counts = tallyOf(claims)
  const words = (['supported', 'contradicted', 'supported-under', 'not-decidable'] as const)
    .map(verdict => `${VERDICT_MARKS[verdict]} ${counts[verdict]} ${VERDICT_WORDS[verdict]}`)
    .join(' · ')
  context.write(
    `\n${claims.length} ${claims.length === 1 ? 'sentence' : 'sentences'} the register can speak to: ${words}\n`,
  )
  if (
    file.reading.document.published.basis === 'unknown' &&
    claims.some(claim => claim.verdict === 'not-decidable')
  )
    context.write('The text states no date. Give the day it speaks of with --date YYYY-MM-DD.\n')
}
