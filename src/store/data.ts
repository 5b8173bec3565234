import type { Problem } from '../core/evidence/index.ts'
import { loadRecord, RECORD_FILES, type TreatyRecord } from '../core/record/index.ts'
import { loadPublished, type Published } from '../core/register/index.ts'
import type { TreatyId } from '../core/treaties/index.ts'
import { compile, compiledFor } from './compiled.ts'
import { type Loaded, optionalTable, parseTexts, unknownSourceProblems } from './parse.ts'
import { packIds, readTexts, strayFiles, type Texts } from './texts.ts'

export type { Loaded } from './parse.ts'

const WORLD = [
  'states',
  'names',
  'blocs',
  'members',
  'metonyms',
  'offices',
  'organisations',
  'places',
  'other_treaties',
  'given_names',
  'state_names',
  'treaty_names',
]
const PACK = ['treaty.json', 'actions.csv', 'withheld.csv']
const KNOWN: ReadonlySet<string> = new Set([
  ...PACK,
  'published.csv',
  ...RECORD_FILES.map(name => `${name}.csv`),
])

interface Folder {
  readonly texts: Texts
  readonly packs: readonly string[]
  readonly problems: readonly Problem[]
}

const folderAt = (root: string): Folder => {
  const problems: Problem[] = []
  const collect = (problem: Problem): number => problems.push(problem)
  const packs = packIds(root, collect)
  for (const pack of packs) strayFiles(root, pack, KNOWN, collect)
  const names = [
    'sources.csv',
    ...WORLD.map(name => `world/${name}.csv`),
    'conflicts/conflict_facts.csv',
    ...packs.flatMap(id => PACK.map(name => `treaties/${id}/${name}`)),
  ]
  return { texts: readTexts(root, names, collect), packs, problems }
}

/** Loads a data folder: the world and every treaty pack. Never throws on content. */
export const loadData = (root: string): Loaded => {
  const { texts, packs, problems } = folderAt(root)
  const compiled = problems.length === 0 ? compiledFor(texts) : undefined
  return compiled ?? parseTexts(texts, packs, problems)
}

/** Loads a data folder from its texts, without the compiled register. */
export const loadTexts = (root: string): Loaded => {
  const { texts, packs, problems } = folderAt(root)
  return parseTexts(texts, packs, problems)
}

/** Compiles a data folder for the built program; says whether it could. */
export const compileData = (root: string): boolean => {
  const { texts, packs, problems } = folderAt(root)
  return compile(texts, parseTexts(texts, packs, problems))
}

/** What was published about a treaty: assertions to check, read only when they are checked. */
export const loadPublishedOf = (
  root: string,
  id: TreatyId,
  { register }: Pick<Loaded, 'register'>,
): { readonly published: readonly Published[]; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const collect = (problem: Problem): number => problems.push(problem)
  const name = `treaties/${id}/published.csv`
  const table = optionalTable(readTexts(root, [name], collect), name, collect)
  return { published: table ? loadPublished(table, id, register.world, collect) : [], problems }
}

/** What a pack records besides its acts, with everything that was wrong in its files. */
export const loadRecordOf = (
  root: string,
  id: TreatyId,
  { register, sources }: Pick<Loaded, 'register' | 'sources'>,
): { readonly record: TreatyRecord; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const collect = (problem: Problem): number => problems.push(problem)
  const pathOf = (name: string): string => `treaties/${id}/${name}.csv`
  const texts = readTexts(root, RECORD_FILES.map(pathOf), collect)
  const tables = Object.fromEntries(
    RECORD_FILES.flatMap(name => {
      const table = optionalTable(texts, pathOf(name), collect)
      return table ? [[name, table]] : []
    }),
  )
  const loaded = loadRecord(tables, register.world)
  const unknown = unknownSourceProblems(Object.values(loaded.record).flat(), sources)
  return { record: loaded.record, problems: [...problems, ...loaded.problems, ...unknown] }
}
