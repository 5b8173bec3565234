import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { goldIn } from '../../bench/gold.mjs'
import { scoreOf } from '../../bench/score.mjs'
import { buildLexicon, readDocument } from '../../src/core/documents/index.ts'
import { readSource } from '../../src/readers/index.ts'
import { loadData } from '../../src/store/data.ts'

const at = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const { register } = loadData(at('data'))
const lexicon = buildLexicon(register.world, [...register.treaties.values()])
const corpus = goldIn(at('corpus'))

const scored = await Promise.all(
  corpus.map(async ({ name, path, gold }) => {
    const bytes = readFileSync(path)
    const source = await readSource(bytes)
    if ('notText' in source) throw new Error(`${name}: ${source.notText}`)
    const differences: string[] = []
    const score = scoreOf(source, bytes, readDocument(source, lexicon), gold, words =>
      differences.push(words),
    )
    return { name, gold, score, differences }
  }),
)

const f1 = ({ hit, missed, extra }: { hit: number; missed: number; extra: number }): number =>
  (2 * hit) / (2 * hit + missed + extra)
const sum = (pick: (one: (typeof scored)[number]) => number): number =>
  scored.reduce((total, one) => total + pick(one), 0)

describe.each(scored)('$name', ({ gold, score, differences }) => {
  test('every character lies in one zone, and every place is what it says, in the text and in the source', () => {
    expect(score.misplaced, differences.join('\n')).toBe(0)
  })

  test('no one is called its author, and no day its date, who or which is not', () => {
    expect([score.falseAuthors, score.falseDates], differences.join('\n')).toEqual([0, 0])
  })

  test('what is the document and what is around it are told apart', () => {
    expect(f1(score.boundary), differences.join('\n')).toBeGreaterThan(0.9)
  })

  if (gold.cable)
    test('the paragraphs of the cable have their true numbers and their portion marks', () => {
      expect(score.paragraphs?.right, differences.join('\n')).toBe(score.paragraphs?.all)
      expect(score.groups?.right, differences.join('\n')).toBe(score.groups?.all)
    })
})

test('over all documents, the figures do not fall behind what they were', () => {
  const boundary = {
    hit: sum(one => one.score.boundary.hit),
    missed: sum(one => one.score.boundary.missed),
    extra: sum(one => one.score.boundary.extra),
  }
  expect(f1(boundary)).toBeGreaterThan(0.98)
  for (const mark of ['kind', 'title', 'authors', 'date'] as const)
    expect(sum(one => one.score.marks[mark] ?? 0) / scored.length, mark).toBeGreaterThan(0.93)
  expect(sum(one => one.score.fields?.right ?? 0) / sum(one => one.score.fields?.all ?? 0)).toBeGreaterThan(
    0.99,
  )
})
