import { basename } from 'node:path'
import { InputError } from '../../api/ask.ts'
import type { Day } from '../../core/calendar/index.ts'
import type { Claim, Verdict } from '../../core/claims/index.ts'
import { annotationCollection } from '../../exports/index.ts'
import { type CommonOptions, type Context, dataFolder, daysOf, parseOptionalDay } from '../context.ts'
import { type InputFile, inputFiles } from '../files.ts'
import { hasWorkers, inWorkers, type Limits, type Task } from '../pool.ts'
import {
  type Failed,
  hasFailed,
  type Knowledge,
  knowledgeOf,
  type Prepared,
  prepare,
  type Request,
} from '../prepare.ts'
import { writeJson } from '../print.ts'
import { progressOf } from '../progress.ts'
import { claimLines, lineFinder, reportFor, VERDICT_MARKS, VERDICT_WORDS } from '../report.ts'
import { tame } from '../style.ts'
import { understoodLines } from '../understood.ts'
import { cableForm, zoneLines } from '../view.ts'

export interface ReadOptions extends CommonOptions {
  readonly date?: string
  readonly jsonl?: boolean
  readonly text?: boolean
  readonly map?: boolean
  readonly ocr?: boolean
  readonly annotations?: boolean
}
export interface CheckOptions extends ReadOptions {
  readonly strict?: boolean
  readonly report?: string
}

export const frameOf = (context: Context, options: CommonOptions) => {
  const { on, knownAt } = daysOf(context, options)
  return { on, known: knownAt, checkedThrough: null, beyondData: false, assumptions: [], reasons: [] }
}

const limitFrom = (name: string, usual: number): number => {
  const given = process.env[name]
  if (given === undefined || given === '') return usual
  const value = Number(given)
  if (Number.isFinite(value) && value > 0) return value
  throw new InputError(`${name} is "${given}".`, 'Set it to a number above 0.')
}

const limits = (): Limits => ({
  seconds: limitFrom('PACTA_TIME_LIMIT', 300),
  megabytes: limitFrom('PACTA_MEMORY_LIMIT', 4000),
})

const taskOf = (file: InputFile): Task | Failed => {
  try {
    return { name: file.name, bytes: file.bytes() }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { name: file.name, error: error.message, wayOut: error.wayOut }
  }
}

const LONG = 200_000

/** Formats that a library takes apart, and long texts, are read in a thread of their own, where they can be stopped. */
const isComplex = (bytes: Uint8Array): boolean => {
  if (bytes.length > LONG) return true
  const head = String.fromCharCode(...bytes.subarray(0, 2048))
  return /^(?:PK|%PDF)|%PDF-|^\s*</.test(head) || /<\/?(?:html|body|div|p|br|a)\b/i.test(head)
}

const inThisThread = async function* (
  tasks: readonly (Task | Failed)[],
  request: Request,
  knowledge: () => Knowledge,
): AsyncGenerator<Prepared | Failed> {
  for (const task of tasks)
    yield 'error' in task ? task : await prepare(task.name, task.bytes, request, knowledge())
}

/** Every file read, in order: in this thread where that is quickest, else in threads over all cores. */
const preparedFiles = (
  context: Context,
  files: readonly InputFile[],
  request: Request,
): AsyncGenerator<Prepared | Failed> => {
  const own = (tasks: readonly (Task | Failed)[]) =>
    inThisThread(tasks, request, () => knowledgeOf(context.register()))
  const only = files.length === 1 && files[0] ? taskOf(files[0]) : undefined
  const mustStay = !hasWorkers() || context.hypothetical.length > 0
  if (only && (mustStay || 'error' in only || !isComplex(only.bytes))) return own([only])
  if (mustStay) return own(files.map(taskOf))
  const next = (index: number): Task | Failed => {
    const file = files[index]
    return only ?? (file ? taskOf(file) : { name: '', error: '', wayOut: '' })
  }
  const options = { folder: dataFolder(process.env), request, limits: limits() }
  return inWorkers(files.length, next, options)
}

export const requestOf = (options: ReadOptions, knownAt: Day | null): Request => ({
  date: parseOptionalDay(options.date, '--date') ?? null,
  knownAt,
  map: options.map === true,
  ocr: options.ocr === true,
})

type Work = (file: Prepared) => void

/** Does the work for each file. A file that fails ends a run of one; among many it is told to `failed`. */
export const eachFile = async (
  context: Context,
  files: readonly InputFile[],
  request: Request,
  work: Work,
  failed: (failure: Failed) => void,
): Promise<void> => {
  const progress = progressOf(files.length)
  const missed: string[] = []
  try {
    for await (const result of preparedFiles(context, files, request)) {
      if (!hasFailed(result)) work(result)
      else if (files.length === 1) throw new InputError(result.error, result.wayOut)
      else {
        failed(result)
        missed.push(result.name)
      }
      progress.step(result.name)
    }
  } finally {
    progress.stop()
  }
  const named = missed.filter(name => files.some(file => file.name === name && file.isNamed))
  if (named.length > 0 || (missed.length > 0 && missed.length === files.length))
    throw new InputError(
      `${missed.length} of ${files.length} files could not be read.`,
      'The others were; the reasons stand above.',
    )
}

/** Writes one JSON document: an object for one file, a list for several; or with --jsonl an object a line. */
const writeAll = async (
  context: Context,
  files: readonly InputFile[],
  options: ReadOptions,
  request: Request,
  view: (file: Prepared) => object,
): Promise<void> => {
  const list = files.length > 1 && options.jsonl !== true
  let written = 0
  const one = (name: string, answer: object): void => {
    const whole = JSON.stringify({ file: name, ...answer })
    context.write(list ? `${written++ === 0 ? '[' : ','}\n${whole}` : `${whole}\n`)
  }
  const isAlone = files.length === 1 && options.jsonl !== true
  try {
    await eachFile(
      context,
      files,
      request,
      file => (isAlone ? writeJson(context, view(file)) : one(file.name, view(file))),
      ({ name, error, wayOut }) => one(name, { error, wayOut }),
    )
  } finally {
    if (list) context.write(written === 0 ? '[]\n' : '\n]\n')
  }
}

export const warnOf =
  (context: Context) =>
  ({ error, wayOut }: Failed): void =>
    context.warn(`${tame(`${error} ${wayOut}`)}\n`)

const onlyText = async (context: Context, files: readonly InputFile[], request: Request): Promise<void> => {
  if (files.length > 1)
    throw new InputError('--text writes the text of one file.', 'Give one file, or use --jsonl for many.')
  await eachFile(context, files, request, file => context.write(file.text), warnOf(context))
}

const annotationsOf = ({ name, text, source, reading }: Prepared): object =>
  annotationCollection({ text, sha256: source.text.sha256, file: basename(name) }, reading)

/** `pacta read FILE` */
export const read = async (
  context: Context,
  patterns: readonly string[],
  options: ReadOptions,
): Promise<void> => {
  const files = inputFiles(patterns)
  const request = requestOf(options, null)
  if (options.text) return onlyText(context, files, request)
  if (options.annotations) return writeAll(context, files, options, request, annotationsOf)
  if (options.json || options.jsonl) {
    const frame = frameOf(context, options)
    return writeAll(context, files, options, request, ({ source, reading, problems }) => ({
      ...reading,
      source,
      problems,
      ...frame,
    }))
  }
  const many = files.length > 1
  await eachFile(context, files, request, file => writeReading(context, file, many), warnOf(context))
}

const countBy = (words: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, n]) => `${word} ${n}`).join(' · ') || 'none'
}

const documentLines = ({ reading, source }: Prepared): readonly string[] => {
  const { title, kind, authors, publisher, published, language } = reading.document
  return [
    tame(title ?? '(no title found)'),
    `  kind       ${kind}${source.format === 'text' ? '' : ` (${source.format})`}`,
    ...(authors.length > 0 ? [`  by         ${tame(authors.map(author => author.name).join(', '))}`] : []),
    ...(publisher ? [`  publisher  ${tame(publisher)}`] : []),
    `  published  ${published.value ? `${published.value} (${published.basis})` : 'unknown'}`,
    ...(language ? [`  language   ${language}`] : []),
  ]
}

/** Where there are several files, each begins with its name. */
const writeName = (context: Context, { name }: Prepared, many: boolean): void => {
  if (many) context.write(`\n${context.style.mark(`── ${tame(name)}`)}\n`)
}

const warnOfProblems = (context: Context, { name, problems }: Prepared, many: boolean): void => {
  for (const { message } of problems) context.warn(`${tame(`${many ? `${name}: ` : ''}${message}`)}\n`)
}

const writeReading = (context: Context, file: Prepared, many: boolean): void => {
  const { reading } = file
  writeName(context, file, many)
  for (const line of documentLines(file)) context.write(`${line}\n`)
  context.write(`  sentences  ${reading.sentences.length}\n`)
  context.write(`  mentions   ${countBy(reading.mentions.map(mention => mention.kind))}\n`)
  if (reading.cable) for (const line of cableForm(reading.cable, context.style)) context.write(`${line}\n`)
  for (const line of zoneLines(file.text, reading, context.style)) context.write(`${line}\n`)
  for (const line of understoodLines(file.text, reading, context.style)) context.write(`${line}\n`)
  warnOfProblems(context, file, many)
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

/** `pacta check FILE`; the exit code is 1 with --strict when a claim is contradicted. */
export const check = async (
  context: Context,
  patterns: readonly string[],
  options: CheckOptions,
): Promise<number> => {
  const { knownAt } = daysOf(context, options)
  const files = inputFiles(patterns)
  const request = requestOf(options, knownAt)
  let contradicted = false
  const seen = (file: Prepared): readonly Claim[] => {
    const claims = file.claims ?? []
    contradicted ||= claims.some(claim => claim.verdict === 'contradicted')
    return claims
  }
  const frame = frameOf(context, options)
  if (options.json || options.jsonl)
    await writeAll(context, files, options, request, file => {
      const claims = seen(file)
      return {
        document: file.reading.document,
        claims,
        counts: tallyOf(claims),
        problems: file.problems,
        ...frame,
      }
    })
  else
    await eachFile(
      context,
      files,
      request,
      file => writeChecked(context, file, options, seen(file), files.length > 1),
      warnOf(context),
    )
  return options.strict && contradicted ? 1 : 0
}

const writeChecked = (
  context: Context,
  file: Prepared,
  options: CheckOptions,
  claims: readonly Claim[],
  many: boolean,
): void => {
  if (options.report === undefined) {
    writeName(context, file, many)
    writeClaims(context, file, claims, many)
    return
  }
  const { knownAt } = daysOf(context, options)
  const { sources } = context.loaded()
  const { name, reading, text } = file
  context.write(reportFor(options.report, { name, reading, source: text, claims, known: knownAt, sources }))
}

const writeClaims = (context: Context, file: Prepared, claims: readonly Claim[], many: boolean): void => {
  for (const line of documentLines(file)) context.write(`${line}\n`)
  warnOfProblems(context, file, many)
  const lineAt = lineFinder(file.text)
  for (const claim of claims)
    for (const line of claimLines(claim, lineAt(claim.start), context.style)) context.write(`${line}\n`)
  const counts = tallyOf(claims)
  const words = (['supported', 'contradicted', 'supported-under', 'not-decidable'] as const)
    .map(verdict => `${VERDICT_MARKS[verdict]} ${counts[verdict]} ${VERDICT_WORDS[verdict]}`)
    .join(' · ')
  context.write(
    `\n${claims.length} ${claims.length === 1 ? 'sentence' : 'sentences'} the register can speak to: ${words}\n`,
  )
  const isUndated = file.reading.document.published.basis === 'unknown'
  if (isUndated && claims.some(claim => claim.verdict === 'not-decidable'))
    context.write('The text states no date. Give the day it speaks of with --date YYYY-MM-DD.\n')
}
