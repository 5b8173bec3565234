import type { Row } from '../evidence/index.ts'
import { filled, knownState, list, oneOf, type Reading, supportOf } from './reading.ts'
import {
  type Iso3,
  LOCAL_KINDS,
  type LocalName,
  type LocalTreatyName,
  NAME_LANGUAGES,
  TREATY_NAME_KINDS,
} from './state.ts'

/** A row of state_names.csv. */
export const readLocalName = (row: Row, reading: Reading): LocalName | undefined => {
  const { collect } = reading
  const language = oneOf(row, 'language', NAME_LANGUAGES, collect)
  const kind = oneOf(row, 'kind', LOCAL_KINDS, collect)
  const support = supportOf(row, collect)
  const known = knownState(row, reading)
  if (!filled(row, ['forms'], collect) || !known || !language || !kind || !support) return undefined
  return { state: row.get('state') as Iso3, language, kind, forms: list(row.get('forms')) }
}

/** A row of treaty_names.csv. */
export const readLocalTreatyName = (row: Row, { collect }: Reading): LocalTreatyName | undefined => {
  const language = oneOf(row, 'language', NAME_LANGUAGES, collect)
  const kind = oneOf(row, 'kind', TREATY_NAME_KINDS, collect)
  const support = supportOf(row, collect)
  if (!filled(row, ['treaty', 'forms'], collect) || !language || !kind || !support) return undefined
  return { treaty: row.get('treaty'), language, kind, forms: list(row.get('forms')) }
}
