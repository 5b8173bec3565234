import { readFileSync, statSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { InputError } from '../api/ask.ts'

/** A file to read: its name as people know it, and its bytes when asked. */
export interface InputFile {
  readonly name: string
  readonly bytes: () => Uint8Array
}

const STANDARD_INPUT = '-'

const reasonOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return (
    { ENOENT: 'There is no such file', EACCES: 'This file may not be read', EISDIR: 'This is a folder' }[
      code
    ] ?? 'This file cannot be read'
  )
}

const fileNamed = (path: string): InputFile => ({
  name: path,
  bytes: () => {
    try {
      return readFileSync(path === STANDARD_INPUT ? 0 : path)
    } catch (error) {
      throw new InputError(
        `${reasonOf(error)}: ${path}.`,
        'Check the name; FILE may be a file, a folder, a pattern or - for standard input.',
      )
    }
  },
})

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const expand = (pattern: string): readonly string[] => {
  if (pattern === STANDARD_INPUT) return [pattern]
  if (isFolder(pattern)) return globSync(['**/*'], { cwd: pattern, absolute: true }).sort()
  if (statSync(pattern, { throwIfNoEntry: false }) || !/[*?[\]{}]/.test(pattern)) return [pattern]
  return globSync([pattern], { absolute: false }).sort()
}

/** The files that the patterns name: files, folders with all below them, patterns, or - for standard input. */
export const inputFiles = (patterns: readonly string[]): readonly InputFile[] => {
  const paths = patterns.flatMap(expand)
  if (paths.length === 0)
    throw new InputError(
      `No file fits ${patterns.join(' ')}.`,
      'Check the name, or quote a pattern so that the shell leaves it alone.',
    )
  return paths.map(fileNamed)
}
