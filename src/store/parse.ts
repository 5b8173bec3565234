import {
  loadSources,
  type Place,
  type Problem,
  type Source,
  type Table,
  unknownSources,
} from '../core/evidence/index.ts'
import {
  buildRegister,
  type ConflictFact,
  type Ledger,
  loadActs,
  loadConflictFacts,
  loadWithheld,
  type Register,
} from '../core/register/index.ts'
import { loadWorld, type World } from '../core/states/index.ts'
import { loadTreaty, type Treaty, type TreatyId } from '../core/treaties/index.ts'
import { readCsv } from './csv.ts'
import type { Collect, Texts } from './texts.ts'

/** The register as loaded from a data folder, with everything that was wrong in its files. */
export interface Loaded {
  readonly register: Register
  readonly sources: ReadonlyMap<string, Source>
  readonly problems: readonly Problem[]
}

/** A file of the folder as a table, where it is there. */
export const optionalTable = ({ label, files }: Texts, name: string, collect: Collect): Table | undefined => {
  const text = files.get(name)
  if (text === undefined) return undefined
  const { table, problems } = readCsv(`${label}/${name}`, text)
  problems.forEach(collect)
  return table
}

const tableIn = (texts: Texts, name: string, collect: Collect): Table => {
  const table = optionalTable(texts, name, collect)
  if (table) return table
  const file = `${texts.label}/${name}`
  collect({ severity: 'error', place: { file }, message: 'This file is missing.', wayOut: 'Restore it.' })
  return { file, columns: [], rows: [] }
}

const worldFrom = (texts: Texts, collect: Collect): World => {
  const in_ = (name: string): Table => tableIn(texts, `world/${name}.csv`, collect)
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

const treatyFrom = ({ label, files }: Texts, id: string, collect: Collect): Treaty | undefined => {
  const name = `treaties/${id}/treaty.json`
  const file = `${label}/${name}`
  const text = files.get(name)
  if (text === undefined) {
    const wayOut = 'Add one, as CONTRIBUTING.md shows, or remove the folder.'
    collect({ severity: 'error', place: { file }, message: 'This pack has no treaty.json.', wayOut })
    return undefined
  }
  const { treaty, problems } = loadTreaty(file, text)
  problems.forEach(collect)
  if (!treaty || treaty.id === id) return treaty
  const message = `The id "${treaty.id}" differs from the folder's name "${id}".`
  collect({ severity: 'error', place: { file, line: 2 }, message, wayOut: 'Make them equal.' })
  return undefined
}

const ledgerFrom = (texts: Texts, id: TreatyId, world: World, collect: Collect): Ledger => {
  const withheld = optionalTable(texts, `treaties/${id}/withheld.csv`, collect)
  return {
    acts: loadActs(tableIn(texts, `treaties/${id}/actions.csv`, collect), id, world, collect),
    withheld: withheld ? loadWithheld(withheld, id, world, collect) : [],
  }
}

const conflictsFrom = (
  texts: Texts,
  treaties: ReadonlyMap<TreatyId, Treaty>,
  world: World,
  collect: Collect,
): readonly ConflictFact[] => {
  const table = optionalTable(texts, 'conflicts/conflict_facts.csv', collect)
  return table ? loadConflictFacts(table, treaties, world, collect) : []
}

const sourcesFrom = (texts: Texts, collect: Collect): ReadonlyMap<string, Source> => {
  const { sources, problems } = loadSources(tableIn(texts, 'sources.csv', collect))
  problems.forEach(collect)
  return sources
}

/** Rows that cite a source nobody describes. Many rows share a cell, so each cell is looked at once. */
export const unknownSourceProblems = (
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

/** Understands the texts of a data folder: the world and every treaty pack named. Never throws on content. */
export const parseTexts = (texts: Texts, packs: readonly string[], found: readonly Problem[]): Loaded => {
  const problems: Problem[] = [...found]
  const collect: Collect = problem => problems.push(problem)
  const sources = sourcesFrom(texts, collect)
  const world = worldFrom(texts, collect)
  const treaties = new Map<TreatyId, Treaty>()
  const ledgers = new Map<TreatyId, Ledger>()
  for (const id of packs) {
    const treaty = treatyFrom(texts, id, collect)
    if (!treaty) continue
    treaties.set(treaty.id, treaty)
    ledgers.set(treaty.id, ledgerFrom(texts, treaty.id, world, collect))
  }
  for (const { acts } of ledgers.values()) unknownSourceProblems(acts, sources).forEach(collect)
  const conflictFacts = conflictsFrom(texts, treaties, world, collect)
  return { register: buildRegister({ world, treaties, ledgers, conflictFacts }), sources, problems }
}
