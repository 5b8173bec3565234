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
import { loadTreaty, type Treaty, type TreatyId, unsoundTogether } from '../core/treaties/index.ts'
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

const worldFrom = (texts: Texts, collect: Collect): { world: World; readable: boolean } => {
  const in_ = (name: string): Table => tableIn(texts, `world/${name}.csv`, collect)
  const { world, problems, readable } = loadWorld({
    states: in_('states'),
    names: in_('names'),
    blocs: in_('blocs'),
    members: in_('members'),
    metonyms: in_('metonyms'),
    offices: in_('offices'),
    organisations: in_('organisations'),
    places: in_('places'),
    other_treaties: in_('other_treaties'),
    given_names: in_('given_names'),
    state_names: in_('state_names'),
    treaty_names: in_('treaty_names'),
  })
  problems.forEach(collect)
  return { world, readable }
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

const ledgerFrom = (texts: Texts, id: TreatyId, world: World, collect: Collect): Ledger | undefined => {
  const withheld = optionalTable(texts, `treaties/${id}/withheld.csv`, collect)
  const acts = loadActs(tableIn(texts, `treaties/${id}/actions.csv`, collect), id, world, collect)
  return acts && { acts, withheld: withheld ? loadWithheld(withheld, id, world, collect) : [] }
}

const conflictsFrom = (
  texts: Texts,
  treaties: ReadonlyMap<TreatyId, Treaty>,
  world: World,
  collect: Collect,
): readonly ConflictFact[] =>
  loadConflictFacts(tableIn(texts, 'conflicts/conflict_facts.csv', collect), treaties, world, collect)

const sourcesFrom = (texts: Texts, collect: Collect) => {
  const { sources, problems, readable } = loadSources(tableIn(texts, 'sources.csv', collect))
  problems.forEach(collect)
  return { sources, readable }
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

interface Packs {
  readonly treaties: Map<TreatyId, Treaty>
  readonly ledgers: Map<TreatyId, Ledger>
}

const leftOut = (label: string, id: string, why: string): Problem => ({
  severity: 'error',
  place: { file: `${label}/treaties/${id}` },
  message: `This pack is left out: ${why}.`,
  wayOut: 'Mend what is listed for it; until then no question about it is answered.',
})

/** Packs that can be answered from: those whose treaty and acts can be read. */
const packsFrom = (texts: Texts, ids: readonly string[], world: World, problems: Problem[]): Packs => {
  const collect: Collect = problem => problems.push(problem)
  const packs: Packs = { treaties: new Map(), ledgers: new Map() }
  for (const id of ids) {
    const treaty = treatyFrom(texts, id, collect)
    const ledger = treaty && ledgerFrom(texts, treaty.id, world, collect)
    if (!treaty || !ledger) {
      collect(leftOut(texts.label, id, treaty ? 'its acts cannot be read' : 'its treaty.json cannot be read'))
      continue
    }
    packs.treaties.set(treaty.id, treaty)
    packs.ledgers.set(treaty.id, ledger)
  }
  for (const { treaty, message, wayOut } of unsoundTogether(packs.treaties, world.states)) {
    collect({
      severity: 'error',
      place: { file: `${texts.label}/treaties/${treaty}/treaty.json` },
      message,
      wayOut,
    })
    packs.treaties.delete(treaty)
    packs.ledgers.delete(treaty)
  }
  return packs
}

/** Each treaty with the number of its rows that could not be read, so that its answers say so. */
const withUnread = (
  { treaties }: Packs,
  label: string,
  problems: readonly Problem[],
): Map<TreatyId, Treaty> =>
  new Map(
    [...treaties].map(([id, treaty]) => {
      const unread = problems.filter(
        ({ severity, place }) => severity === 'error' && place.file.startsWith(`${label}/treaties/${id}/`),
      ).length
      return [id, unread > 0 ? { ...treaty, unread } : treaty]
    }),
  )

/** Understands the texts of a data folder: the world and every treaty pack named. Never throws on content. */
export const parseTexts = (texts: Texts, ids: readonly string[], found: readonly Problem[]): Loaded => {
  const problems: Problem[] = [...found]
  const collect: Collect = problem => problems.push(problem)
  const { sources, readable: sourcesRead } = sourcesFrom(texts, collect)
  const { world, readable: worldRead } = worldFrom(texts, collect)
  const packs = packsFrom(texts, worldRead ? ids : [], world, problems)
  if (sourcesRead)
    for (const { acts } of packs.ledgers.values()) unknownSourceProblems(acts, sources).forEach(collect)
  const conflictFacts = worldRead ? conflictsFrom(texts, packs.treaties, world, collect) : []
  const treaties = withUnread(packs, texts.label, problems)
  return {
    register: buildRegister({ world, treaties, ledgers: packs.ledgers, conflictFacts }),
    sources,
    problems,
  }
}
