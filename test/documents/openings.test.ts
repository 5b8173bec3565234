import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternativesOf, anyOf, byOpening, openingOf } from '../../src/core/documents/openings.ts'

const SIGNS = [...'aAbBsSpPeErRxyz019 .,-–(“#¶éЖ', '🙂']
const first = (form: RegExp): string => SIGNS.filter(sign => openingOf(form)?.test(sign)).join('')

test.each([
  [/^skip to content/, 's'],
  [/^skip to content/i, 'sS'],
  [/^(?:aller|passer) au contenu/, 'ap'],
  [/^(?:est\. )?reading/, 'er'],
  [/^x?y*z/, 'xyz'],
  [/^a{0,2}b/, 'ab'],
  [/^a{1,2}b/, 'a'],
  [/^\d+ comments/, '019'],
  [/^(?:\d{1,4} +)?ب?journal/, '019'],
  [/^(?=[A-Z]{3})(?:SECRET|PAGE)\b/, 'SP'],
  [/^(?!by)b/, 'b'],
  [/^\p{Lu}\p{L}+/u, 'ABSPERЖ'],
  [/^[^\p{L}\d]/u, ' .,-–(“#¶🙂'],
  [/^\(?(?:a|\[b)/, 'a('],
  [/^#|^¶ ?/, '#¶'],
  [/^\u00b6/, '¶'],
  [/^🙂/u, '🙂'],
])('a text that %s matches begins with %s', (form, signs) => {
  expect(first(form)).toBe(signs)
})

test.each([
  /skip/,
  /^a|b/,
  /(?:^|\s)a/,
  /^a?/,
  /^$/,
  /^.{0,3}/,
  /^(a)?\1/,
  /^a/m,
  /^a/g,
])('%s may match a text with any beginning', form => {
  expect(openingOf(form)).toBeUndefined()
})

test('parts alternatives outside brackets and classes alone', () => {
  expect(alternativesOf('a(?:b|c)|[|]\\||d')).toEqual(['a(?:b|c)', '[|]\\|', 'd'])
})

test('keeps the order of a list, and all that an empty text may match', () => {
  const likely = byOpening([/^a/, /b$/, /^[ab]/, /^x?/], form => form)
  expect(likely('all')).toEqual([/^a/, /b$/, /^[ab]/, /^x?/])
  expect(likely('bold')).toEqual([/b$/, /^[ab]/, /^x?/])
  expect(likely('')).toEqual([/b$/, /^x?/])
})

test('answers as if every form were run', () => {
  const forms = [
    /^(?:page|p\.) ?\d/i,
    /^\p{Lu}{2,}:/u,
    /[.!?]$/,
    /^(?:[-–] ?)?\d{1,3}$/,
    /^(?:a|an)? ?(?:x|y)/,
    /^[“(]/,
    /^.\s/,
    /^\W{0,3}e/,
    /^(?<!x)(?=.*z)[a-z]/,
  ]
  const some = anyOf(forms)
  const words = fc.array(fc.constantFrom(...SIGNS, 'page', 'p.'), { maxLength: 5 }).map(all => all.join(''))
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), text => {
      expect(some(text)).toBe(forms.some(form => form.test(text)))
    }),
  )
})
