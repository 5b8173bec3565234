import {
  findNodeAtLocation,
  type JSONPath,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { type Day, isDay } from '../calendar/index.ts'
import type { Problem } from '../evidence/index.ts'

/** A JSON file being read strictly: every key must be asked for, and every problem names its line. */
export interface JsonFile {
  readonly file: string
  readonly text: string
  readonly problems: Problem[]
}

/** Something at a place in a JSON file, read into a value; a problem is noted and `undefined` given otherwise. */
export type Reader<T> = (value: unknown, path: JSONPath, json: JsonFile) => T | undefined

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const problemAt = (
  { file, text, problems }: JsonFile,
  offset: number,
  message: string,
  wayOut: string,
): undefined => {
  const line = lineAt(text, offset)
  const shown = (text.split('\n')[line - 1] ?? '').trim()
  problems.push({ severity: 'error', place: { file, line }, text: shown, message, wayOut })
  return undefined
}

/** Notes a problem with what stands at a path, and gives nothing. The line is looked for only now. */
export const wrong = (json: JsonFile, path: JSONPath, message: string, wayOut: string): undefined => {
  const root = parseTree(json.text)
  const node = root && findNodeAtLocation(root, path)
  return problemAt(
    json,
    (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? 0,
    message,
    wayOut,
  )
}

export const text: Reader<string> = (value, path, json) =>
  typeof value === 'string'
    ? value
    : wrong(json, path, 'A text is expected here.', 'Write it between double quotes.')

export const number: Reader<number> = (value, path, json) =>
  typeof value === 'number' && Number.isInteger(value)
    ? value
    : wrong(json, path, 'A whole number is expected here.', 'Write it in digits, without quotes.')

export const truth: Reader<boolean> = (value, path, json) =>
  typeof value === 'boolean'
    ? value
    : wrong(json, path, 'true or false is expected here.', 'Write one of the two, without quotes.')

export const dayText: Reader<Day> = (value, path, json) =>
  typeof value === 'string' && isDay(value)
    ? value
    : wrong(
        json,
        path,
        `"${String(value)}" is not a day that exists.`,
        'Write YYYY-MM-DD, for example 2010-08-01.',
      )

/** One of a fixed set of words. */
export const word =
  <const T extends readonly string[]>(...words: T): Reader<T[number]> =>
  (value, path, json) =>
    words.find(candidate => candidate === value) ??
    wrong(json, path, `"${String(value)}" is not known here.`, `Write one of ${words.join(', ')}.`)

export const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value, path, json) => {
    if (!Array.isArray(value)) return wrong(json, path, 'A list is expected here.', 'Write it as [ ... ].')
    const items = value.map((item, i) => read(item, [...path, i], json))
    const read_ = items.filter(item => item !== undefined)
    return read_.length === items.length ? read_ : undefined
  }

type Fields = Readonly<Record<string, Reader<unknown>>>
type Read<R> = R extends Reader<infer T> ? T : never
type Required<F extends Fields> = { readonly [K in keyof F]: Read<F[K]> }
type Optional<F extends Fields> = { readonly [K in keyof F]?: Read<F[K]> }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object with exactly these keys: all of `required`, any of `optional`, and no other. */
export const object = <R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): Reader<Required<R> & Optional<O>> => {
  const known: Fields = { ...required, ...optional }
  return (value, path, json) => {
    if (!isRecord(value)) return wrong(json, path, 'An object is expected here.', 'Write it as { ... }.')
    const before = json.problems.length
    const result: Record<string, unknown> = {}
    for (const name of Object.keys(value)) {
      const read = Object.hasOwn(known, name) ? known[name] : undefined
      if (read) result[name] = read(value[name], [...path, name], json)
      else
        wrong(
          json,
          [...path, name],
          `The key "${name}" is not known here.`,
          `Remove it, or write one of ${Object.keys(known).join(', ')}.`,
        )
    }
    for (const name of Object.keys(required))
      if (!Object.hasOwn(value, name))
        wrong(json, path, `The key "${name}" is missing.`, `Add "${name}" to this object.`)
    return json.problems.length === before ? (result as Required<R> & Optional<O>) : undefined
  }
}

/** A key that stands twice in one object: JSON keeps the last silently, so the written keys are counted. */
const repeatedKeys = (json: JsonFile): void => {
  const root = parseTree(json.text)
  const visit = (node: typeof root): void => {
    const seen = new Set<string>()
    for (const child of node?.children ?? []) {
      const [key] = child.type === 'property' ? (child.children ?? []) : []
      const name = String(key?.value)
      if (key && seen.has(name))
        problemAt(json, child.offset, `The key "${name}" stands twice.`, 'Keep one of the two.')
      if (key) seen.add(name)
      visit(child)
    }
  }
  visit(root)
}

/** How often a key seems to be written; texts that look like one only make the closer look needed. */
const keysWritten = (source: string): number => source.split('":').length - 1

const keysRead = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + keysRead(item), 0)
  if (!isRecord(value)) return 0
  return Object.values(value).reduce<number>((sum, item) => sum + 1 + keysRead(item), 0)
}

const parsed = (json: JsonFile): unknown => {
  try {
    return JSON.parse(json.text)
  } catch {
    const errors: ParseError[] = []
    parseTree(json.text, errors, { disallowComments: true })
    const [error] = errors
    const what = error ? printParseErrorCode(error.error) : 'unreadable'
    return problemAt(json, error?.offset ?? 0, `This is not JSON: ${what}.`, 'Mend the text at this line.')
  }
}

/** Reads a whole JSON file with a reader; syntax errors become problems with their line. */
export const readJson = <T>(
  file: string,
  source: string,
  read: Reader<T>,
): { value?: T; problems: Problem[] } => {
  const json: JsonFile = { file, text: source, problems: [] }
  const root = parsed(json)
  if (json.problems.length > 0) return { problems: json.problems }
  if (keysWritten(source) !== keysRead(root)) repeatedKeys(json)
  const value = read(root, [], json)
  return { ...(value !== undefined && json.problems.length === 0 && { value }), problems: json.problems }
}
