/** Prints how the structure of documents is read: each document, and the sums. */
import { readFileSync } from 'node:fs'
import { scoreOf } from './score.mjs'

/** The scores of gold files, with the differences of each in words. */
export const scoreStructure = async (files, readSource, read) => {
  const rows = []
  for (const { name, path, gold } of files) {
    const bytes = readFileSync(path)
    const source = await readSource(bytes)
    if ('notText' in source) {
      console.log(`${name}: ${source.notText}`)
      continue
    }
    const differences = []
    const score = scoreOf(source, bytes, read(source), gold, words => differences.push(words))
    rows.push({ name, score, differences })
  }
  return rows
}

const f1 = ({ hit, missed, extra }) => (hit === 0 ? 0 : (200 * hit) / (2 * hit + missed + extra))
const cell = (words, width) => String(words).padStart(width)
const shown = part => (part ? `${part.right}/${part.all}` : '')
export const printStructure = rows => {
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
  const share = (part, all) =>
    all === 0 ? 'none' : `${((100 * part) / all).toFixed(1)} % (${part} of ${all})`
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
}
