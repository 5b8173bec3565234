// Finds the weights with which the signs of kindsigns.ts tell the kinds of the corpus best, and how well weights found on
// nine tenths of it tell those of the rest. It writes the weights: src/core/documents/kindweights.ts.
// `--look` writes nothing; folders named on the command line are judged by weights that have not seen them.
import { readFileSync, writeFileSync } from 'node:fs'
import { formalKindOf } from '../dist/core/documents/kindforms.js'
import { kindPartsOf } from '../dist/core/documents/kindparts.js'
import { KIND_SIGNS, kindSignsOf } from '../dist/core/documents/kindsigns.js'
import { structureOf } from '../dist/core/documents/structure.js'
import { readSource } from '../dist/readers/index.js'
import { goldIn } from './gold.mjs'

const corpus = new URL('../corpus', import.meta.url).pathname
const target = new URL('../src/core/documents/kindweights.ts', import.meta.url).pathname
const folders = process.argv.slice(2).filter(one => !one.startsWith('--'))
const isLook = process.argv.includes('--look') || folders.length > 0

const KINDS = [
  'news',
  'opinion',
  'blog',
  'statement',
  'transcript',
  'press-release',
  'report',
  'law',
  'treaty',
  'resolution',
  'letter',
  'web-page',
]

/** The documents of a folder that are no cables, each with its signs and what their forms alone say of it. */
const examplesIn = async folder => {
  const examples = []
  for (const { path, name, gold } of goldIn(folder)) {
    if (!KINDS.includes(gold.kind)) continue
    const source = await readSource(readFileSync(path))
    const { shown: text, lines, layout, stated } = structureOf(source)
    const own = layout.zones.find(zone => zone.type === 'title')
    const title = own ? text.slice(own.start, own.end).replace(/\s+/g, ' ').trim() : (stated.title ?? '')
    const scene = { text, lines, zones: layout.zones, title, stated }
    const has = [true, ...kindSignsOf(kindPartsOf(scene))]
    examples.push({
      name,
      kind: KINDS.indexOf(gold.kind),
      formal: KINDS.indexOf(formalKindOf(scene)),
      signs: has.flatMap((one, at) => (one ? [at] : [])),
    })
  }
  return examples
}

/** Kinds that signs are known to speak for; where the corpus has too few of them, the weights stay near to this. */
const KNOWN = 1.5
const EXPECTED = {
  'label news 1': 'news',
  'label news 2': 'news',
  'label opinion 1': 'opinion',
  'label opinion 2': 'opinion',
  'label blog 1': 'blog',
  'label blog 2': 'blog',
  'label statement 1': 'statement',
  'label statement 2': 'statement',
  'label release 1': 'press-release',
  'label release 2': 'press-release',
  'label report 1': 'report',
  'label report 2': 'report',
  'label letter 1': 'letter',
  'label letter 2': 'letter',
  'label transcript 1': 'transcript',
  'label transcript 2': 'transcript',
  'label page 1': 'web-page',
  'label page 2': 'web-page',
  salutation: 'letter',
  closing: 'letter',
  'letters page': 'letter',
  delivered: 'statement',
  'joint statement': 'statement',
  undersigned: 'statement',
  'this post': 'blog',
  release: 'press-release',
  'to be cited': 'report',
  columnist: 'opinion',
  'review of a book': 'opinion',
  'own views': 'opinion',
  agency: 'news',
  'told reporters': 'news',
  dateline: 'news',
  'was it useful': 'web-page',
  encyclopedia: 'web-page',
  'short title': 'law',
  enacted: 'law',
  'treaty in title': 'treaty',
  'resolving 2': 'resolution',
  'question and answer': 'transcript',
}
const COUNT = KIND_SIGNS.length + 1
const DAMPING = 0.006
const RATE = 0.03
const STEPS = 400

const expected = () => {
  const weights = new Float64Array(COUNT * KINDS.length)
  for (const [sign, kind] of Object.entries(EXPECTED)) {
    const at = KIND_SIGNS.indexOf(sign)
    if (at < 0) throw new Error(`bench/fit-kind.mjs expects something of a sign that is none: ${sign}`)
    weights[(at + 1) * KINDS.length + KINDS.indexOf(kind)] = KNOWN
  }
  return weights
}

const scoresOf = (signs, weights) => {
  const scores = new Float64Array(KINDS.length)
  for (const sign of signs)
    for (let kind = 0; kind < KINDS.length; kind++) scores[kind] += weights[sign * KINDS.length + kind]
  return scores
}

const likelihoods = scores => {
  const top = Math.max(...scores)
  const all = scores.map(score => Math.exp(score - top))
  const total = all.reduce((a, b) => a + b, 0)
  return all.map(one => one / total)
}

/** Weights under which the right kinds are likeliest, kept small; found by steps that remember those before them. */
const fitted = examples => {
  const size = COUNT * KINDS.length
  const before = expected()
  const weights = before.slice()
  const course = new Float64Array(size)
  const unrest = new Float64Array(size)
  for (let step = 1; step <= STEPS; step++) {
    const slope = weights.map((weight, at) => DAMPING * (weight - (before[at] ?? 0)))
    for (const { signs, kind } of examples)
      likelihoods(scoresOf(signs, weights)).forEach((likely, one) => {
        const pull = (likely - (one === kind ? 1 : 0)) / examples.length
        for (const sign of signs) slope[sign * KINDS.length + one] += pull
      })
    for (let at = 0; at < size; at++) {
      course[at] = 0.9 * course[at] + 0.1 * slope[at]
      unrest[at] = 0.999 * unrest[at] + 0.001 * slope[at] ** 2
      const speed = course[at] / (1 - 0.9 ** step)
      weights[at] -= (RATE * speed) / (Math.sqrt(unrest[at] / (1 - 0.999 ** step)) + 1e-8)
    }
  }
  return weights
}

const said = ({ signs, formal }, weights) => {
  if (formal >= 0) return formal
  const scores = scoresOf(signs, weights)
  return scores.indexOf(Math.max(...scores))
}

const percent = (part, all) => `${((100 * part) / all).toFixed(1)} % (${part} of ${all})`
const judge = (examples, weights) => {
  const wrong = examples.filter(one => said(one, weights) !== one.kind)
  if (process.argv.includes('--wrong'))
    for (const one of wrong)
      console.log(
        `  ${one.name}: ${KINDS[said(one, weights)]} instead of ${KINDS[one.kind]}${one.formal >= 0 ? ', by its form' : ''}`,
      )
  return examples.length - wrong.length
}

const examples = await examplesIn(corpus)
const FOLDS = 10
const fold = at => (at * 7919) % FOLDS
const split = (all, one) => [all.filter((_, at) => fold(at) !== one), all.filter((_, at) => fold(at) === one)]
if (folders.length === 0) {
  let right = 0
  for (let one = 0; one < FOLDS; one++) {
    const [rest, held] = split(examples, one)
    right += judge(held, fitted(rest))
  }
  console.log(`${percent(right, examples.length)} with weights found on the other nine tenths`)
}
const weights = fitted(examples)
for (const folder of folders) {
  const unseen = await examplesIn(folder)
  console.log(`${percent(judge(unseen, weights), unseen.length)} in ${folder}`)
}
if (!isLook) {
  const rows = ['every document', ...KIND_SIGNS].map((name, sign) => {
    const row = KINDS.map((_, kind) => Number(weights[sign * KINDS.length + kind].toFixed(2)) || 0)
    return `  /* ${name} */ [${row.join(', ')}],`
  })
  writeFileSync(
    target,
    `// Written by bench/fit-kind.mjs. What each sign of kindsigns.ts says for and against each kind; the first row is said of
// every document.
import type { DocumentKind } from './reading.ts'

/** The kinds that are weighed, in the order of the weights. */
export const WEIGHED_KINDS: readonly DocumentKind[] = [
  ${KINDS.map(kind => `'${kind}'`).join(', ')},
]

// biome-ignore format: a row for each sign
export const KIND_WEIGHTS: readonly (readonly number[])[] = [
${rows.join('\n')}
]
`,
  )
  console.log(`written: ${target}`)
}
