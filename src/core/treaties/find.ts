import { foldName } from '../states/index.ts'
import type { Treaty, TreatyId } from './treaty.ts'

export type Treaties = ReadonlyMap<TreatyId, Treaty>

export type TreatyFound =
  | { readonly is: 'one'; readonly treaty: Treaty }
  | { readonly is: 'several'; readonly candidates: readonly Treaty[] }
  | { readonly is: 'none' }

const namesOf = (treaty: Treaty): readonly string[] => [
  treaty.id,
  treaty.title,
  ...treaty.names,
  ...treaty.abbreviations,
]

/** The treaty that `text` names: its id, its title, a short name or an abbreviation. */
export const findTreaty = (treaties: Treaties, text: string): TreatyFound => {
  const folded = foldName(text)
  const found = [...treaties.values()].filter(treaty =>
    namesOf(treaty).some(name => foldName(name) === folded),
  )
  const [first, ...more] = found
  if (!first) return { is: 'none' }
  return more.length === 0 ? { is: 'one', treaty: first } : { is: 'several', candidates: found }
}

/** Everything by which treaties can be asked for, to suggest the nearest to a mistyped name. */
export const treatyNames = (treaties: Treaties): readonly string[] => [...treaties.values()].flatMap(namesOf)
