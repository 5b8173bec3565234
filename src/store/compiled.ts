import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Source } from '../core/evidence/index.ts'
import { buildRegister, type ConflictFact, type Ledger } from '../core/register/index.ts'
import { lookupOf, type State, type World } from '../core/states/index.ts'
import type { Treaty, TreatyId } from '../core/treaties/index.ts'
import type { Loaded } from './parse.ts'
import type { Texts } from './texts.ts'

/** Changes whenever the form of the compiled register does. */
const FORMAT = 7

/** The register as understood at build time, with the hash of the very texts it was understood from. */
interface Compiled {
  readonly format: number
  readonly sha256: string
  readonly states: readonly State[]
  readonly world: Omit<World, 'states' | 'lookup'>
  readonly treaties: readonly Treaty[]
  readonly ledgers: readonly (readonly [TreatyId, Ledger])[]
  readonly conflictFacts: readonly ConflictFact[]
  readonly sources: readonly Source[]
}

/** Beside the built program; there is none beside the sources, where the texts are always read anew. */
const place = fileURLToPath(new URL('../register.json', import.meta.url))

const hashOf = ({ label, files }: Texts): string => {
  const hash = createHash('sha256')
  hash.update(label)
  for (const [name, text] of files) hash.update(`\n${name}\n${text}`)
  return hash.digest('hex')
}

const revived = (compiled: Compiled): Loaded => {
  const states = new Map(compiled.states.map(state => [state.iso3, state]))
  const { conflictFacts } = compiled
  const world = { ...compiled.world, states, lookup: lookupOf(states.values()) }
  const treaties = new Map(compiled.treaties.map(treaty => [treaty.id, treaty]))
  return {
    register: buildRegister({ world, treaties, ledgers: new Map(compiled.ledgers), conflictFacts }),
    sources: new Map(compiled.sources.map(source => [source.id, source])),
    problems: [],
  }
}

const written = (): Compiled | undefined => {
  try {
    const compiled: Compiled = JSON.parse(readFileSync(place, 'utf8'))
    return compiled.format === FORMAT ? compiled : undefined
  } catch {
    return undefined
  }
}

/**
 * The compiled register, where it was made from exactly these texts; otherwise nothing, and the texts are read.
 * It only saves time: a data folder that differs by one character is understood anew.
 */
export const compiledFor = (texts: Texts): Loaded | undefined => {
  const compiled = written()
  return compiled && compiled.sha256 === hashOf(texts) ? revived(compiled) : undefined
}

/** Writes the compiled register of a data folder without problems, and says whether it did. */
export const compile = (texts: Texts, { register, sources, problems }: Loaded): boolean => {
  if (problems.length > 0) return false
  const { states, lookup: _, ...world } = register.world
  const compiled: Compiled = {
    format: FORMAT,
    sha256: hashOf(texts),
    states: [...states.values()],
    world,
    treaties: [...register.treaties.values()],
    ledgers: [...register.ledgers],
    conflictFacts: register.conflictFacts,
    sources: [...sources.values()],
  }
  writeFileSync(place, JSON.stringify(compiled))
  return true
}
