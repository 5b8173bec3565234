import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { day, parsePartialDay } from '../src/core/calendar/index.ts'
import type { Table } from '../src/core/evidence/index.ts'
import {
  type Act,
  buildRegister,
  type ConflictFact,
  decided,
  type Ledger,
  type Position,
  possibleNames,
  type Register,
  segmentOn,
  type Withheld,
} from '../src/core/register/index.ts'
import type { Iso3 } from '../src/core/states/index.ts'
import { ACT_KINDS, type ActKind, type TreatyId } from '../src/core/treaties/index.ts'
import { readCsv } from '../src/store/csv.ts'
import { type Loaded, loadData } from '../src/store/data.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const dataFolder = `${root}data`

let kept: Loaded | undefined
/** The data that ships, loaded once. */
export const shipped = (): Loaded => {
  kept ??= loadData(dataFolder)
  return kept
}

/** A table as it would stand in a file. */
export const tableOf = (file: string, text: string): Table => readCsv(file, text).table

export const fileText = (path: string): string => readFileSync(`${root}${path}`, 'utf8')

const SHORT: Readonly<Record<string, ActKind>> = {
  withdrawal: 'withdrawal-notified',
  suspension: 'suspension-claimed',
  revoked: 'withdrawal-revoked',
}

const kindOf = (text: string): ActKind => {
  const kind = SHORT[text] ?? ACT_KINDS.find(known => known === text)
  if (!kind) throw new Error(`no act kind "${text}"`)
  return kind
}

const partial = (text: string) => {
  const found = parsePartialDay(text)
  if (!found) throw new Error(`no day "${text}"`)
  return found
}

type Line = { act?: Act; withheld?: Withheld; conflict?: ConflictFact }

/** `2008-12-03 LTU CCM signature`, `? 2021 CUB CTBT accession` for a withheld act, `! ...` for a contested one. */
const readLine = (line: string): Line => {
  const mark = /^[?!]/.test(line) ? line.charAt(0) : ''
  const [when = '', state = '', treaty = '', what = '', ...rest] = line.replace(/^[?!]\s*/, '').split(/\s+/)
  const base = { state: state as Iso3, treaty: treaty.toLowerCase() as TreatyId, place: { file: 'jotted' } }
  const done = partial(when)
  if (what === 'engaged') {
    const [engaged = 'no', until] = rest
    const fact = {
      ...base,
      on: done.earliest,
      engaged: engaged as ConflictFact['engaged'],
      knownFrom: done.earliest,
      source: 'jotted',
    }
    return { conflict: { ...fact, ...(until && { until: day(until) }) } }
  }
  const kind = kindOf(what)
  if (mark === '?') return { withheld: { ...base, kind, about: done, why: 'not seen' } }
  const known = rest.find(word => word.startsWith('known='))?.slice(6)
  return {
    act: {
      ...base,
      kind,
      done,
      depositary: rest.find(word => /^[A-Z]/.test(word)) ?? '',
      knownFrom: known ? day(known) : done.earliest,
      source: 'jotted',
      confidence: 'high',
      contested: mark === '!',
      note: '',
    },
  }
}

/** A register of acts as a treaty desk would jot them down, over the treaties and States that ship. */
export const register = (notes: string): Register => {
  const { world, treaties } = shipped().register
  const lines = notes
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(readLine)
  const ledgers = new Map<TreatyId, Ledger>()
  for (const id of treaties.keys())
    ledgers.set(id, {
      acts: lines.flatMap(({ act }) => (act?.treaty === id ? [act] : [])),
      withheld: lines.flatMap(({ withheld }) => (withheld?.treaty === id ? [withheld] : [])),
    })
  const conflictFacts = lines.flatMap(({ conflict }) => (conflict ? [conflict] : []))
  return buildRegister({ world, treaties, ledgers, conflictFacts })
}

export interface On {
  readonly state: string
  readonly treaty: string
  readonly on: string
  readonly known?: string
}

const question = ({ state, treaty, on, known = '2099-12-31' }: On) => ({
  state: state as Iso3,
  treaty: treaty as TreatyId,
  on: day(on),
  knownAt: day(known),
})

/** The name of the position on a day, or the names between which it is undecided. */
export const positionOn = (of: Register, asked: On): Position['is'] | readonly Position['is'][] => {
  const segment = segmentOn(of, question(asked))
  return decided(segment)?.is ?? possibleNames(segment)
}

/** The position on a day with what it rests on; `undefined` where it is not decidable. */
export const viewOn = (of: Register, asked: On): Position | undefined =>
  decided(segmentOn(of, question(asked)))
