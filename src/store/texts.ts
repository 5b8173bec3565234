import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Problem } from '../core/evidence/index.ts'

export type Collect = (problem: Problem) => void

/** The files of a data folder as texts, by their names below it (`treaties/ccm/treaty.json`). */
export interface Texts {
  /** The folder's own name, which leads every place in a problem: `data`. */
  readonly label: string
  readonly files: ReadonlyMap<string, string>
}

const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const unreadable = (file: string): Problem => ({
  severity: 'error',
  place: { file },
  message: 'This file cannot be read.',
  wayOut: 'Give it back its permissions, or restore it.',
})

const notUtf8 = (file: string, line: number): Problem => ({
  severity: 'error',
  place: { file, line },
  message: 'This file is not plain UTF-8 text.',
  wayOut: 'Save it as UTF-8.',
})

const firstBadLine = (text: string): number | undefined => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL byte is what is looked for
  const at = text.search(/[\u0000\uFFFD]/)
  return at < 0 ? undefined : text.slice(0, at).split('\n').length
}

/** The text of one file; a problem is collected when it cannot be read, and nothing given when it is not there. */
const textOf = (path: string, file: string, collect: Collect): string | undefined => {
  try {
    const text = readFileSync(path, 'utf8')
    const bad = firstBadLine(text)
    if (bad !== undefined) collect(notUtf8(file, bad))
    return text
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') collect(unreadable(file))
    return undefined
  }
}

/** The names of the files of a data folder, in the order in which they are read. */
export const labelOf = (root: string): string => basename(resolve(root))

/** Reads the named files of a data folder. */
export const readTexts = (root: string, names: readonly string[], collect: Collect): Texts => {
  const label = labelOf(root)
  const files = new Map<string, string>()
  for (const name of names) {
    const text = textOf(join(root, name), `${label}/${name}`, collect)
    if (text !== undefined) files.set(name, text)
  }
  return { label, files }
}

/** Whether an entry is a folder, or a link to one. */
const isFolder = (root: string, entry: Dirent): boolean =>
  entry.isDirectory() ||
  (entry.isSymbolicLink() &&
    (statSync(join(root, 'treaties', entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false))

/** Files of a pack that nothing reads: misspelt, or of a kind that does not exist yet. */
export const strayFiles = (
  root: string,
  pack: string,
  known: ReadonlySet<string>,
  collect: Collect,
): void => {
  for (const name of readdirSync(join(root, 'treaties', pack)))
    if (!known.has(name) && !name.endsWith('.md') && !name.startsWith('.'))
      collect({
        severity: 'error',
        place: { file: `${labelOf(root)}/treaties/${pack}/${name}` },
        message: 'Nothing reads a file of this name.',
        wayOut: `Correct its name (one of ${[...known].join(', ')}), or remove it.`,
      })
}

/** The treaty packs of a data folder: the folders below `treaties`. A stray file there is a problem. */
export const packIds = (root: string, collect: Collect): readonly string[] => {
  try {
    const entries = readdirSync(join(root, 'treaties'), { withFileTypes: true })
    for (const entry of entries)
      if (!isFolder(root, entry) && !entry.name.endsWith('.md') && !entry.name.startsWith('.'))
        collect({
          severity: 'error',
          place: { file: `${labelOf(root)}/treaties/${entry.name}` },
          message: 'This file lies beside the treaty packs and is not read.',
          wayOut: 'Move it into the folder of its treaty, or remove it.',
        })
    return entries
      .filter(entry => isFolder(root, entry))
      .map(entry => entry.name)
      .sort()
  } catch {
    collect({
      severity: 'error',
      place: { file: `${labelOf(root)}/treaties` },
      message: 'There are no treaty packs.',
      wayOut: 'Restore the folder.',
    })
    return []
  }
}
