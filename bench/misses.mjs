/**
 * What is known to be read wrongly in the marked texts: for each text and category what is missed, what is found too
 * much, and whose name or speaker is wrong, all under the strict measure. `npm run eval -- --write-misses` writes it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missesOf } from './annotations.mjs'

const pathIn = folder => join(folder, 'known-misses.json')

/** The sum over texts: missed, too many, misnamed. */
export const totalOf = texts =>
  Object.values(texts)
    .flatMap(Object.values)
    .reduce((sum, counts) => sum.map((count, at) => count + counts[at]), [0, 0, 0])

/** A total in words. */
export const totalWords = ([missed, extra, misnamed]) =>
  `${missed} missed, ${extra} too many, ${misnamed} with a wrong name or speaker`

/** The known misses of a folder of marked texts, text by text; none where the file is not written. */
export const readMisses = folder =>
  existsSync(pathIn(folder))
    ? JSON.parse(readFileSync(pathIn(folder), 'utf8'))
    : { total: [0, 0, 0], texts: {} }

/** Writes the misses of scored texts as those that are known. Returns the total in words. */
export const writeMisses = (folder, scored) => {
  const texts = Object.fromEntries(scored.map(({ text, rows }) => [text.name, missesOf(rows)]))
  const total = totalOf(texts)
  const lines = Object.entries(texts).map(
    ([name, misses]) => `    ${JSON.stringify(name)}: ${JSON.stringify(misses)}`,
  )
  writeFileSync(
    pathIn(folder),
    `{\n  "about": "Strict misses that are known, by text and category: missed, too many, misnamed. npm run eval -- --write-misses",\n  "total": ${JSON.stringify(total)},\n  "texts": {\n${lines.join(',\n')}\n  }\n}\n`,
  )
  return totalWords(total)
}
