import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  loadSources,
  type Place,
  type Problem,
  type Source,
  type Table,
  unknownSources,
} from '../core/evidence/index.ts'
import { loadRecord, RECORD_FILES, type TreatyRecord } from '../core/record/index.ts'
import {
  buildRegister,
  type ConflictFact,
  type Ledger,
  loadActs,
  loadConflictFacts,
  loadPublished,
  loadWithheld,
  type Published,
  type Register,
} from '../core/register/index.ts'
import { loadWorld, type World } from '../core/states/index.ts'
import { loadTreaty, type Treaty, type TreatyId } from '../core/treaties/index.ts'
import { readCsv } from './csv.ts'

/** The register as loaded from a data folder, with everything that was wrong in its files. */
export interface Loaded {
  readonly register: Register
  readonly sources: ReadonlyMap<string, Source>
  readonly problems: readonly Problem[]
}

type Collect = (problem: Problem) => void

/** Reads the files of one data folder; places are given relative to the folder above it. */
const filesOf = (root: string, collect: Collect) => {
  const nameOf = (path: string): string => relative(join(root, '..'), path).replaceAll('\\', '/')
  const text = (path: string): string => readFileSync(path, 'utf8')
  const table = (...parts: string[]): Table => {
    const path = join(root, ...parts)
    const file = nameOf(path)
    if (!existsSync(path)) {
      collect({ severity: 'error', place: { file }, message: 'This file is missing.', wayOut: 'Restore it.' })
      return { file, columns: [], rows: [] }
    }
    const read = readCsv(file, text(path))
    read.problems.forEach(collect)
    return read.table
  }
  const optional = (...parts: string[]): Table | undefined =>
    existsSync(join(root, ...parts)) ? table(...parts) : undefined
  return { nameOf, text, table, optional }
}

type Files = ReturnType<typeof filesOf>

const worldFrom = (files: Files, collect: Collect): World => {
  const in_ = (name: string): Table => files.table('world', `${name}.csv`)
  const { world, problems } = loadWorld({
    states: in_('states'),
    names: in_('names'),
    blocs: in_('blocs'),
    members: in_('members'),
    metonyms: in_('metonyms'),
    offices: in_('offices'),
  })
  problems.forEach(collect)
  return world
}

const treatyFrom = (files: Files, root: string, id: string, collect: Collect): Treaty | undefined => {
  const path = join(root, 'treaties', id, 'treaty.json')
  if (!existsSync(path)) {
    collect({
      severity: 'error',
      place: { file: files.nameOf(path) },
      message: 'This pack has no treaty.json.',
      wayOut: 'Add one, as CONTRIBUTING.md shows, or remove the folder.',
    })
    return undefined
  }
  const { treaty, problems } = loadTreaty(files.nameOf(path), files.text(path))
  problems.forEach(collect)
  if (treaty && treaty.id !== id)
    collect({
      severity: 'error',
      place: { file: files.nameOf(path), line: 2 },
      message: `The id "${treaty.id}" differs from the folder's name "${id}".`,
      wayOut: 'Make them equal.',
    })
  return treaty
}

const ledgerFrom = (files: Files, id: TreatyId, world: World, collect: Collect): Ledger => {
  const withheld = files.optional('treaties', id, 'withheld.csv')
  return {
    acts: loadActs(files.table('treaties', id, 'actions.csv'), id, world, collect),
    withheld: withheld ? loadWithheld(withheld, id, world, collect) : [],
  }
}

const packIds = (root: string): readonly string[] => {
  const folder = join(root, 'treaties')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
}

const conflictsFrom = (
  files: Files,
  treaties: ReadonlyMap<TreatyId, Treaty>,
  world: World,
  collect: Collect,
): readonly ConflictFact[] => {
  const table = files.optional('conflicts', 'conflict_facts.csv')
  return table ? loadConflictFacts(table, treaties, world, collect) : []
}

const sourcesFrom = (files: Files, collect: Collect): ReadonlyMap<string, Source> => {
  const { sources, problems } = loadSources(files.table('sources.csv'))
  problems.forEach(collect)
  return sources
}

/** Rows that cite a source nobody describes. Many rows share a cell, so each cell is looked at once. */
const unknownSourceProblems = (
  rows: Iterable<{ readonly source: string; readonly place: Place }>,
  sources: ReadonlyMap<string, Source>,
): readonly Problem[] => {
  const unknownIn = new Map<string, readonly string[]>()
  const problems: Problem[] = []
  for (const { source, place } of rows) {
    const unknown = unknownIn.get(source) ?? unknownSources(source, sources)
    unknownIn.set(source, unknown)
    for (const id of unknown)
      problems.push({
        severity: 'error',
        place,
        message: `The source "${id}" is not in sources.csv.`,
        wayOut: 'Add it there, or write "page: " before a page named in a few words.',
      })
  }
  return problems
}

interface Packs {
  readonly treaties: Map<TreatyId, Treaty>
  readonly ledgers: Map<TreatyId, Ledger>
}

const packsFrom = (files: Files, root: string, world: World, collect: Collect): Packs => {
  const packs: Packs = { treaties: new Map(), ledgers: new Map() }
  for (const id of packIds(root)) {
    const treaty = treatyFrom(files, root, id, collect)
    if (!treaty) continue
    packs.treaties.set(treaty.id, treaty)
    packs.ledgers.set(treaty.id, ledgerFrom(files, treaty.id, world, collect))
  }
  return packs
}

/** What was published about a treaty: assertions to check, read only when they are checked. */
export const loadPublishedOf = (
  root: string,
  id: TreatyId,
  { register }: Pick<Loaded, 'register'>,
): { readonly published: readonly Published[]; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const collect: Collect = problem => problems.push(problem)
  const table = filesOf(root, collect).optional('treaties', id, 'published.csv')
  return { published: table ? loadPublished(table, id, register.world, collect) : [], problems }
}

/** What a pack records besides its acts, with everything that was wrong in its files. */
export const loadRecordOf = (
  root: string,
  id: TreatyId,
  { register, sources }: Pick<Loaded, 'register' | 'sources'>,
): { readonly record: TreatyRecord; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const files = filesOf(root, problem => problems.push(problem))
  const tables = Object.fromEntries(
    RECORD_FILES.map(name => [name, files.optional('treaties', id, `${name}.csv`)] as const).filter(
      ([, table]) => table !== undefined,
    ),
  )
  const loaded = loadRecord(tables, register.world)
  const rows = Object.values(loaded.record).flat()
  const unknown = unknownSourceProblems(rows, sources)
  return { record: loaded.record, problems: [...problems, ...loaded.problems, ...unknown] }
}

/** Loads a data folder: the world and every treaty pack. Never throws on content. */
export const loadData = (root: string): Loaded => {
  const problems: Problem[] = []
  const collect: Collect = problem => problems.push(problem)
  const files = filesOf(root, collect)
  const sources = sourcesFrom(files, collect)
  const world = worldFrom(files, collect)
  const { treaties, ledgers } = packsFrom(files, root, world, collect)
  for (const { acts } of ledgers.values()) unknownSourceProblems(acts, sources).forEach(collect)
  const conflictFacts = conflictsFrom(files, treaties, world, collect)
  return {
    register: buildRegister({ world, treaties, ledgers, conflictFacts }),
    sources,
    problems,
  }
}
