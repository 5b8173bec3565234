import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareText, buildLexicon, readDocument } from '../../src/core/documents/index.ts'
import { fileText, shipped } from '../support.ts'
import { anchorsOn } from './anchored.ts'
import { collectionOf, readingOf } from './support.ts'

describe('on the text itself every annotation is exact', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '🕊️',
    '𐐷',
    'e\u0301',
    'ن',
    '\u202e',
    '👩‍👧',
    '\r\n',
    'Norway',
    '\ud800',
  )
  test('whatever the text and the places', () => {
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
        (units, pairs) => {
          const starts = units.map((_, index) => units.slice(0, index).join('').length)
          const text = units.join('')
          const at = (n: number): number => [...starts, text.length][n % (units.length + 1)] ?? 0
          const spans = pairs.map(([a, b]) => ({
            start: Math.min(at(a), at(b)),
            end: Math.max(at(a), at(b)),
          }))
          const anchors = anchorsOn(collectionOf(text, readingOf(text, spans)), text)
          expect(anchors.map(one => ({ ...one.was }))).toEqual(
            anchors.map(one => (one.is === 'exact' ? { start: one.start, end: one.end } : one.reason)),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each(['corpus/opinion-01.txt', 'corpus/cable-05.txt', 'samples/opinion.txt'])('%s', path => {
    const { register } = shipped()
    const lexicon = buildLexicon(register.world, [...register.treaties.values()])
    const text = fileText(path)
    const reading = readDocument(bareText(text), lexicon, {})
    const collection = collectionOf(text, reading)
    const anchors = anchorsOn(collection, text)
    expect(anchors.length).toBe(
      reading.zones.length +
        reading.mentions.length +
        reading.quotations.length +
        reading.reported.length +
        reading.events.length,
    )
    expect(anchors.filter(({ is }) => is === 'orphaned')).toEqual([])
  })
})
