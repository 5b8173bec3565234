import { existsSync } from 'node:fs'
import { loadSources, type Table } from '../../src/core/evidence/index.ts'
import { loadRecord, RECORD_FILES, type RecordFile } from '../../src/core/record/index.ts'
import { fileText, root, shipped as shippedData, tableOf } from '../support.ts'

export { tableOf }

export const shipped = (file: string): Table => tableOf(file, fileText(file))

export const { world } = shippedData().register

export const { sources, problems: sourceProblems } = loadSources(shipped('data/sources.csv'))

export const shippedTables = (treaty: string): Partial<Record<RecordFile, Table>> =>
  Object.fromEntries(
    RECORD_FILES.map(name => [name, `data/treaties/${treaty}/${name}.csv`] as const)
      .filter(([, file]) => existsSync(`${root}${file}`))
      .map(([name, file]) => [name, shipped(file)]),
  )

export const shippedRecord = (treaty: string) => loadRecord(shippedTables(treaty), world)

/** Loads one small file of the record, written out in the test. */
export const load = (name: RecordFile, text: string) =>
  loadRecord({ [name]: tableOf(`${name}.csv`, `${text.trim()}\n`) }, world)
