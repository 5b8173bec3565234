import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
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
  /** The text as a tree with offsets, made when first asked for. */
  readonly tree: () => Node | undefined
}

/** Something at a place in a JSON file, read into a value; a problem is noted and `undefined` given otherwise. */
export type Reader<T> = (value: unknown, path: JSONPath, json: JsonFile) => T | undefined

const SHOWN = 110

/** A text as a problem shows it: whole, or its beginning. */
const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text)

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const problemAt = (
  { file, text, problems }: JsonFile,
  offset: number,
  message: string,
  wayOut: string,
): undefined => {
  const line = lineAt(text, offset)
  const row = (text.split('\n')[line - 1] ?? '').trim()
  problems.push({ severity: 'error', place: { file, line }, text: shortened(row), message, wayOut })
  return undefined
}

/** Notes a problem with what stands at a path, and gives nothing. The line is looked for only now. */
export const wrong = (json: JsonFile, path: JSONPath, message: string, wayOut: string): undefined => {
  const root = json.tree()
  const node = root && findNodeAtLocation(root, path)
  return problemAt(
    json,
    (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? 0,
    message,
    wayOut,
  )
}

/** What stands there, as a message shows it. Never `String(value)`: an object may bring its own toString. */
const shown = (value: unknown): string =>
  shortened(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

export const text: Reader<string> = (value, path, json) =>
  typeof value === 'string'
    ? value
    : wrong(json, path, 'A text is expected here.', 'Write it between double quotes.')

export const number: Reader<number> = (value, path, json) =>
  typeof value === 'number' && Number.isSafeInteger(value)
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
        `"${shown(value)}" is not a day that exists.`,
        'Write YYYY-MM-DD, for example 2010-08-01.',
      )

/** One of a fixed set of words. */
export const word =
  <const T extends readonly string[]>(...words: T): Reader<T[number]> =>
  (value, path, json) =>
    words.find(candidate => candidate === value) ??
    wrong(json, path, `"${shown(value)}" is not known here.`, `Write one of ${words.join(', ')}.`)

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
  const root = json.tree()
  const visit = (node: Node | undefined): void => {
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

const jsonFile = (file: string, text: string): JsonFile => {
  let tree: { readonly root: Node | undefined } | undefined
  return {
    file,
    text,
    problems: [],
    tree: () => {
      tree ??= { root: parseTree(text) }
      return tree.root
    },
  }
}

type JsonRead<T> = { value?: T; problems: Problem[] }

const readWhole = <T>(json: JsonFile, read: Reader<T>): JsonRead<T> => {
  const { problems } = json
  const root = parsed(json)
  if (problems.length > 0) return { problems }
  if (keysWritten(json.text) !== keysRead(root)) repeatedKeys(json)
  const value = read(root, [], json)
  return { ...(value !== undefined && problems.length === 0 && { value }), problems }
}

const DEEPEST = 64

/** The offset of the first list or object that stands inside too many others. Brackets in texts do not count. */
const tooDeepAt = (text: string): number | undefined => {
  let depth = 0
  for (const { 0: found, index } of text.matchAll(/"(?:\\.|[^"\\\n])*"?|[[{}\]]/g)) {
    if (found === '[' || found === '{') depth += 1
    if (found === ']' || found === '}') depth -= 1
    if (depth > DEEPEST) return index
  }
  return undefined
}

const tooDeep = (json: JsonFile, offset: number): undefined =>
  problemAt(
    json,
    offset,
    'This JSON is nested too deeply to be read.',
    `Write at most ${DEEPEST} lists and objects inside each other.`,
  )

/**
 * Reads a whole JSON file with a reader; syntax errors become problems with their line. The parsers call themselves
 * for every list inside a list and thousands of these exhaust the stack, so the depth is looked at first; broken text
 * may still hide it, and then a RangeError tells.
 */
export const readJson = <T>(file: string, source: string, read: Reader<T>): JsonRead<T> => {
  const json = jsonFile(file, source.replace(/^\uFEFF/, ''))
  const deep = tooDeepAt(json.text)
  if (deep !== undefined) {
    tooDeep(json, deep)
    return { problems: json.problems }
  }
  try {
    return readWhole(json, read)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    tooDeep(json, 0)
    return { problems: json.problems }
  }
}
