import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  aliasesIn,
  compareMisses,
  foundIn,
  givenDay,
  markedIn,
  missesOf,
  scoreAnnotations,
} from '../../bench/annotations.mjs'
import { readMisses, totalOf } from '../../bench/misses.mjs'
import { day } from '../../src/core/calendar/index.ts'
import { buildLexicon, readDocument } from '../../src/core/documents/index.ts'
import { shipped } from '../support.ts'

const folder = fileURLToPath(new URL('../../corpus/marked', import.meta.url))
const { register } = shipped()
const lexicon = buildLexicon(register.world, [...register.treaties.values()])
const aliases = aliasesIn(register.world)
const texts = markedIn(folder)
const known = readMisses(folder)

const ANEW = '`npm run eval -- --write-misses` writes corpus/marked/known-misses.json anew.'
const better: string[] = []

describe('what is read wrongly in the marked texts is known and counted', () => {
  test('there are at least 60 of them, and the file of known misses speaks of these and no others', () => {
    expect(texts.length).toBeGreaterThanOrEqual(60)
    expect(Object.keys(known.texts).sort(), ANEW).toEqual(texts.map(({ name }) => name).sort())
  })

  test('the total of the file is the sum of its counts', () => {
    expect(known.total, ANEW).toEqual(totalOf(known.texts))
  })

  test.each(
    texts.map(text => [text.name, text] as const),
  )('%s is read no worse than it was', (name, text) => {
    const given = givenDay(text)
    const reading = readDocument(text.text, lexicon, given === undefined ? {} : { date: day(given) })
    const { rows } = scoreAnnotations(text, foundIn(reading), aliases)
    const compared = compareMisses(known.texts[name], missesOf(rows))
    better.push(...compared.better.map(words => `${name}, ${words}`))
    expect(
      compared.worse,
      `See \`npm run eval -- --annotations --differences --only ${name}\`. If this is meant: ${ANEW}`,
    ).toEqual([])
  })

  test('what is read better than is known is told, so that it can be written down', () => {
    if (better.length > 0) console.info(`Better than known:\n${better.join('\n')}\n${ANEW}`)
    expect(better.every(words => words.includes('; known are '))).toBe(true)
  })
})
