// `npm run eval [-- FOLDER [--texts FOLDER] [--structure | --annotations] [--differences] [--only NAME] [--no-peers]]`:
// scores what is read against gold: the structure of documents, then what is mentioned, said and done in annotated
// texts, beside other libraries. `--write-misses` writes the file of known misses of the corpus instead.
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { build, install, root } from './ensure.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    texts: { type: 'string' },
    structure: { type: 'boolean' },
    annotations: { type: 'boolean' },
    differences: { type: 'boolean' },
    only: { type: 'string' },
    'no-peers': { type: 'boolean' },
    'write-misses': { type: 'boolean' },
  },
})
const stop = message => {
  console.error(message)
  process.exit(2)
}
const folder = positionals[0] ?? join(root, 'corpus')
for (const path of [folder, values.texts ?? folder])
  if (!existsSync(path))
    stop(
      `There is no folder ${path}. Name one that holds NAME.gold.json or NAME.marked files, or none for the corpus.`,
    )
install()
build()
const { goldIn } = await import('../bench/gold.mjs')
const { aliasesIn, annotationsIn, givenDay, markedIn } = await import('../bench/annotations.mjs')
const { printStructure, scoreStructure } = await import('../bench/report-structure.mjs')
const { printAnnotations, printPeers, scoreAll } = await import('../bench/report-annotations.mjs')
const { readMisses, writeMisses } = await import('../bench/misses.mjs')
const { peersOf, statesBy } = await import('../bench/peers.mjs')
const { readSource } = await import('../dist/readers/index.js')
const { day } = await import('../dist/core/calendar/index.js')
const { buildLexicon, readDocument } = await import('../dist/core/documents/index.js')
const { foldName } = await import('../dist/core/states/index.js')
const { loadData } = await import('../dist/store/data.js')

const { register } = loadData(join(root, 'data'))
const lexicon = buildLexicon(register.world, [...register.treaties.values()])
const marked = join(root, 'corpus', 'marked')

/** Reads a text with the day that is given for it, as a user would give it. */
const read = text => {
  const date = givenDay(text)
  return readDocument(text.text, lexicon, date === undefined ? {} : { date: day(date) })
}

if (values['write-misses']) {
  const total = writeMisses(marked, scoreAll(markedIn(marked), read, aliasesIn(register.world)))
  console.log(`${relative(root, marked)}/known-misses.json: ${total}`)
  process.exit()
}

const isWanted = ({ name }) => !values.only || name.includes(values.only)
const files = values.annotations ? [] : goldIn(folder, values.texts).filter(isWanted)
const texts = values.structure ? [] : annotationsIn(folder, values.texts).filter(isWanted)
if (files.length + texts.length === 0)
  stop(
    values.only
      ? `No document in ${folder} has "${values.only}" in its name.`
      : `${folder} holds no NAME.gold.json and no NAME.marked that could be scored.`,
  )

if (files.length > 0) {
  const rows = await scoreStructure(files, readSource, source => readDocument(source, lexicon))
  if (values.differences)
    for (const { name, differences } of rows)
      if (differences.length > 0) console.log(`${name}\n${differences.map(one => `    ${one}`).join('\n')}`)
  printStructure(rows)
}
if (texts.length > 0) {
  const scored = scoreAll(texts, read, aliasesIn(register.world))
  printAnnotations(scored, {
    differences: values.differences,
    known: scored.some(({ text }) => existsSync(join(marked, `${text.name}.marked`)))
      ? readMisses(marked)
      : undefined,
  })
  const english = scored.filter(({ text }) => text.language === 'en')
  if (!values['no-peers'] && english.length > 0)
    printPeers(english, read, peersOf(statesBy(register.world, foldName)))
}
