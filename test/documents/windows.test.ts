import { expect, test } from 'vitest'
import { anyCase, headed, matchesNear } from '../../src/core/documents/windows.ts'
import { wordsOf } from '../../src/core/documents/words.ts'

const REACH = { before: 10, after: 20 }
const places = (text: string, words: readonly string[], form: RegExp, reach = REACH): readonly number[] =>
  [...matchesNear(text, words, form, reach)].map(({ start }) => start)

test('finds every match of a form once, in order, where its words stand close together', () => {
  const text = `Protocol I, Protocol II and Protocol V. ${'x '.repeat(200)}Protocol III`
  const form = /Protocol [IV]+/g
  expect(places(text, ['Protocol '], form)).toEqual([...text.matchAll(form)].map(({ index }) => index))
})

test('does not take the second half of a word for a word', () => {
  const text = `${'a'.repeat(12)}bcdefghij half of it`
  expect(places(text, ['half'], /(?<!\p{L})\p{L}+ half/gu)).toEqual([0])
})

test('looks nowhere where no word stands, and only at words that are borne out', () => {
  expect(places('a treaty on arms', ['convention'], /./g)).toEqual([])
  const only = /treaty on /y
  expect(
    places('the treaty is what it is and not the treaty on arms', ['treaty'], /treaty/g, {
      ...REACH,
      ...{ only },
    }),
  ).toEqual([37])
})

test('writes words in the three ways in which texts have them', () => {
  expect(anyCase(['half', '-day'])).toEqual(['half', 'Half', 'HALF', '-day', '-Day', '-DAY'])
})

test('tries a headed form at the words before its head that can begin it, and none inside another', () => {
  const words = wordsOf('The Export Control Act and the act of war, the Munitions Control Act.')
  const found = headed(words, {
    heads: new Set(['act']),
    forms: [/(?:\p{Lu}\p{L}+ )+Act/uy],
    canBegin: (_, at) => /[A-Z]/.test(words.text.charAt(at)),
    canHead: at => words.text.charAt(at) === 'A',
  })
  expect([...found].map(([name]) => name)).toEqual(['The Export Control Act', 'Munitions Control Act'])
})
