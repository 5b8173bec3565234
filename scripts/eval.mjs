// `npm run eval [-- FOLDER [--texts FOLDER] [--differences] [--only NAME]]`: scores what is read against gold files.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, install, root } from './ensure.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { texts: { type: 'string' }, differences: { type: 'boolean' }, only: { type: 'string' } },
})
const stop = message => {
  console.error(message)
  process.exit(2)
}
const folder = positionals[0] ?? join(root, 'corpus')
for (const path of [folder, values.texts ?? folder])
  if (!existsSync(path))
    stop(`There is no folder ${path}. Name one that holds NAME.gold.json files, or none for the corpus.`)
install()
build()
const { goldIn } = await import('../bench/gold.mjs')
const { scoreOf } = await import('../bench/score.mjs')
const { readSource } = await import('../dist/readers/index.js')
const { buildLexicon, readDocument } = await import('../dist/core/documents/index.js')
const { loadData } = await import('../dist/store/data.js')

const { register } = loadData(join(root, 'data'))
const lexicon = buildLexicon(register.world, [...register.treaties.values()])
const rows = []
for (const { name, path, gold } of goldIn(folder, values.texts)) {
  if (values.only && !name.includes(values.only)) continue
  const bytes = readFileSync(path)
  const source = await readSource(bytes)
  const differences = []
  if ('notText' in source) {
    console.log(`${name}: ${source.notText}`)
    continue
  }
  const score = scoreOf(source, bytes, readDocument(source, lexicon), gold, words => differences.push(words))
  rows.push({ name, score })
  if (values.differences && differences.length > 0)
    console.log(`${name}\n${differences.map(one => `    ${one}`).join('\n')}`)
}

if (rows.length === 0)
  stop(
    values.only
      ? `No document in ${folder} has "${values.only}" in its name.`
      : `${folder} holds no NAME.gold.json.`,
  )

const f1 = ({ hit, missed, extra }) => (hit === 0 ? 0 : (200 * hit) / (2 * hit + missed + extra))
const cell = (words, width) => String(words).padStart(width)
const shown = part => (part ? `${part.right}/${part.all}` : '')
console.log(
  `\n${'document'.padEnd(26)}${['content', 'kind', 'title', 'authors', 'date', 'lang'].map(one => cell(one, 9)).join('')}${['fields', 'paras', 'ends', 'groups', 'misplaced'].map(one => cell(one, 10)).join('')}`,
)
for (const { name, score } of rows) {
  const { marks, fields, paragraphs, groups } = score
  const right = what => (marks[what] === undefined ? '' : marks[what] ? 'yes' : 'NO')
  console.log(
    `${name.padEnd(26)}${cell(f1(score.boundary).toFixed(1), 9)}${['kind', 'title', 'authors', 'date', 'language'].map(one => cell(right(one), 9)).join('')}${cell(shown(fields), 10)}${cell(shown(paragraphs), 10)}${cell(paragraphs ? `${paragraphs.spans}/${paragraphs.all}` : '', 10)}${cell(shown(groups), 10)}${cell(score.misplaced || '', 10)}`,
  )
}
const sum = pick => rows.reduce((total, row) => total + (pick(row.score) ?? 0), 0)
const share = (part, all) => (all === 0 ? 'none' : `${((100 * part) / all).toFixed(1)} % (${part} of ${all})`)
const mark = what =>
  share(
    sum(score => score.marks[what]),
    rows.filter(row => row.score.marks[what] !== undefined).length,
  )
const total = {
  hit: sum(s => s.boundary.hit),
  missed: sum(s => s.boundary.missed),
  extra: sum(s => s.boundary.extra),
}
console.log(`
content boundary F1     ${f1(total).toFixed(2)} per character (${total.missed} lost, ${total.extra} too many)
kind                    ${mark('kind')}
title                   ${mark('title')}
authors                 ${mark('authors')}, ${sum(s => s.falseAuthors)} false
date stated             ${mark('date')}, ${sum(s => s.falseDates)} false
language                ${mark('language')}
cable fields            ${share(
  sum(s => s.fields?.right),
  sum(s => s.fields?.all),
)}
paragraph and portion   ${share(
  sum(s => s.paragraphs?.right),
  sum(s => s.paragraphs?.all),
)}
paragraph ends          ${share(
  sum(s => s.paragraphs?.spans),
  sum(s => s.paragraphs?.all),
)}
addressee groups        ${share(
  sum(s => s.groups?.right),
  sum(s => s.groups?.all),
)}
positions misplaced     ${sum(s => s.misplaced)}`)
