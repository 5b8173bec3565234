import { closeSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { InputError } from '../api/ask.ts'

/** A file to read: its name as people know it, and its bytes when asked. */
export interface InputFile {
  readonly name: string
  readonly bytes: () => Uint8Array
  /** Whether it was named itself, and not found in a folder or by a pattern. */
  readonly isNamed: boolean
}

const STANDARD_INPUT = '-'

const reasonOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return (
    {
      ENOENT: 'There is no such file',
      EACCES: 'This may not be read',
      EISDIR: 'This is a folder',
      ELOOP: 'This link leads back to itself',
      ENAMETOOLONG: 'This name is too long for a file',
    }[code] ?? 'This file cannot be read'
  )
}

const LARGEST = 500_000_000
const TRIES = 3

/** What a path is, as far as it may be known. */
const statOf = (path: string): ReturnType<typeof statSync> | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Whether a path is a pipe or a device, which may never end; those that a shell opens for a command do. */
const mayNeverEnd = (path: string): boolean => {
  const stat = statOf(path)
  const isEndless = stat?.isFIFO() || stat?.isCharacterDevice()
  return isEndless === true && !/^\/(?:dev\/(?:fd\/|stdin$)|proc\/)/.test(path)
}

/** The bytes of a file as they were at one moment: read again when it changed meanwhile. */
const settled = (path: string): Uint8Array => {
  if (mayNeverEnd(path))
    throw new InputError(
      `${path} is a pipe or a device, which may never end.`,
      'Give it by standard input: -.',
    )
  for (let tries = 1; ; tries++) {
    const file = openSync(path, 'r')
    try {
      const before = fstatSync(file)
      if (before.size > LARGEST)
        throw new InputError(`${path} is larger than ${LARGEST / 1e6} MB.`, 'Give a part of it.')
      const bytes = readFileSync(file)
      const after = fstatSync(file)
      const isSame = before.mtimeMs === after.mtimeMs && before.size === after.size
      if (!before.isFile() || (isSame && bytes.length === after.size)) return bytes
    } finally {
      closeSync(file)
    }
    if (tries === TRIES)
      throw new InputError(
        `${path} changes while it is read.`,
        'Wait until it is written, or give a copy of it.',
      )
  }
}

const fileNamed = (path: string, isNamed: boolean): InputFile => ({
  name: path,
  isNamed,
  bytes: () => {
    try {
      return path === STANDARD_INPUT ? readFileSync(0) : settled(path)
    } catch (error) {
      if (error instanceof InputError) throw error
      throw new InputError(
        `${reasonOf(error)}: ${path}.`,
        'Check the name; FILE may be a file, a folder, a pattern or - for standard input.',
      )
    }
  },
})

const isFolder = (path: string): boolean => statOf(path)?.isDirectory() === true && canBeListed(path)

/** A folder that may not be looked into is answered as a file that may not be read. */
const canBeListed = (path: string): boolean => {
  try {
    readdirSync(path)
    return true
  } catch {
    return false
  }
}

const expand = (pattern: string): readonly string[] => {
  if (pattern === STANDARD_INPUT) return [pattern]
  if (isFolder(pattern)) return globSync(['**/*'], { cwd: pattern, absolute: true }).sort()
  if (statOf(pattern) || !/[*?[\]{}]/.test(pattern)) return [pattern]
  return globSync([pattern], { absolute: false }).sort()
}

/** The files that the patterns name: files, folders with all below them, patterns, or - for standard input. */
export const inputFiles = (patterns: readonly string[]): readonly InputFile[] => {
  const paths = patterns.flatMap(expand)
  const [only = ''] = patterns
  if (paths.length === 0 && patterns.length === 1 && isFolder(only))
    throw new InputError(`The folder ${only} holds no files.`, 'Give a folder with documents in it.')
  if (paths.length === 0)
    throw new InputError(
      `No file fits ${patterns.join(' ')}.`,
      'Check the name, or quote a pattern so that the shell leaves it alone.',
    )
  const named = new Set(patterns)
  return paths.map(path => fileNamed(path, named.has(path)))
}
