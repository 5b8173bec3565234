// Finds the weights with which the signs of a title tell the titles of the corpus best, and how well weights found on
// seven eighths of it tell those of the rest. It prints the weights; they are put into titlesigns.ts by hand.
import { readFileSync } from 'node:fs'
import { blanked } from '../dist/core/documents/cable/index.js'
import { linesOf } from '../dist/core/documents/lines.js'
import { markedLines } from '../dist/core/documents/scene.js'
import { candidatesIn, repeatsOf, SIGNS, titleLimit } from '../dist/core/documents/titlesigns.js'
import { readSource } from '../dist/readers/index.js'
import { goldIn } from './gold.mjs'

const corpus = new URL('../corpus', import.meta.url).pathname
const key = words => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** How much of the title a line is. */
const share = (line, title) => {
  const own = key(line)
  if (own.length <= 2) return 0
  return title.startsWith(own) ? own.length : own.includes(title) ? title.length : 0
}

const examples = []
for (const { path, gold } of goldIn(corpus)) {
  if (gold.kind === 'cable' || !gold.title) continue
  const source = await readSource(readFileSync(path))
  const lines = markedLines(source, linesOf(blanked(source.text, source.marks)))
  const limit = titleLimit(lines, source.stated)
  const candidates = candidatesIn(lines, limit, repeatsOf(lines), source.stated)
  const shares = candidates.map(one => share(one.one.line.text, key(gold.title)))
  const most = Math.max(0, ...shares)
  if (most > 0)
    examples.push({
      signs: candidates.map(one => SIGNS.map(([, , of]) => Number(of(one)))),
      right: shares.map(own => own === most),
    })
}

const scores = (example, weights) =>
  example.signs.map(signs => signs.reduce((sum, value, at) => sum + value * weights[at], 0))

const DAMPING = 0.001
const RATE = 0.3

/** Weights under which the right lines are likeliest, kept small. */
const fitted = (chosen, rounds) => {
  const weights = SIGNS.map(() => 0)
  for (let round = 0; round < rounds; round++) {
    const slope = SIGNS.map(() => 0)
    for (const example of chosen) {
      const all = scores(example, weights)
      const top = Math.max(...all)
      const likely = all.map(score => Math.exp(score - top))
      const total = likely.reduce((a, b) => a + b, 0)
      const rightly = likely.reduce((sum, one, at) => sum + (example.right[at] ? one : 0), 0)
      example.signs.forEach((signs, at) => {
        const pull = (example.right[at] ? likely[at] / rightly : 0) - likely[at] / total
        signs.forEach((value, sign) => {
          slope[sign] += pull * value
        })
      })
    }
    weights.forEach((weight, at) => {
      weights[at] += RATE * (slope[at] / chosen.length - DAMPING * weight)
    })
  }
  return weights
}

const rightIn = (chosen, weights) =>
  chosen.filter(example => {
    const all = scores(example, weights)
    return example.right[all.indexOf(Math.max(...all))]
  }).length

const FOLDS = 8
const fold = at => (at * 7919) % FOLDS
let right = 0
for (let one = 0; one < FOLDS; one++) {
  const weights = fitted(
    examples.filter((_, at) => fold(at) !== one),
    600,
  )
  right += rightIn(
    examples.filter((_, at) => fold(at) === one),
    weights,
  )
}
const weights = fitted(examples, 2500)
const percent = part => `${((100 * part) / examples.length).toFixed(1)} %`
console.log(
  `${examples.length} titles: ${percent(rightIn(examples, weights))} with weights found on all of them,`,
)
console.log(`${percent(right)} with weights found on the other seven eighths`)
for (const [at, [name]] of SIGNS.entries()) console.log(name.padEnd(16), weights[at].toFixed(2))
