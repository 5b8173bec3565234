import { describe, expect, test } from 'vitest'
import { collectionOf, marked, readingOf, sha256, stateAt } from './support.ts'

const emoji = 'Kōan 🕊️ 𐐷 said: [Norway] signed. أوسلو وقعت [النرويج] e\u0301té 👩‍👩‍👧 [🇳🇴]'

describe('a reading as W3C annotations', () => {
  const { text, spans } = marked(emoji)
  const collection = collectionOf(text, readingOf(text, spans))
  const [zone, norway] = collection.first.items

  test('is a collection with one page that holds every item', () => {
    expect(collection).toMatchObject({
      type: 'AnnotationCollection',
      total: 4,
      first: { type: 'AnnotationPage', partOf: collection.id, startIndex: 0 },
      'pacta:text': { unit: 'Unicode code point', codePoints: [...text].length, utf16: text.length },
    })
    expect(collection['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld')
    expect(collection.first.items).toHaveLength(4)
  })

  test('counts positions in code points, with the UTF-16 units beside them', () => {
    const [position, quote] = norway?.target.selector ?? []
    expect([...text].slice(position?.start, position?.end).join('')).toBe('Norway')
    expect(text.slice(position?.['pacta:utf16'].start, position?.['pacta:utf16'].end)).toBe('Norway')
    expect(position?.['pacta:utf16'].start).toBe((position?.start ?? 0) + 2)
    expect(quote).toMatchObject({ exact: 'Norway', prefix: 'Kōan 🕊️ 𐐷 said: ' })
    expect([...(quote?.suffix ?? '')]).toHaveLength(32)
  })

  test('keeps the kind and every other field, the typed value in full', () => {
    const { start: _, end: __, text: ___, ...fields } = stateAt(text, spans[0] ?? { start: 0, end: 0 })
    expect(norway?.body).toMatchObject({ type: 'TextualBody', purpose: 'identifying', value: 'state' })
    expect(norway?.body['pacta:item']).toEqual(fields)
    expect(zone?.body).toMatchObject({ purpose: 'tagging', value: 'body', 'pacta:list': 'zone' })
  })

  test('names the text by its hash and each annotation by text, kind and place', () => {
    expect(norway?.target.source).toBe(`urn:sha256:${sha256(text)}`)
    expect(norway?.target['pacta:file']).toBe('note.txt')
    expect(norway?.id).toBe(`urn:pacta:${sha256(text).slice(0, 32)}:mention:state:16-22`)
    expect(collectionOf(text, readingOf(text, spans))).toEqual(collection)
  })

  test('two items of one kind at one place have two ids', () => {
    const twice = collectionOf(text, readingOf(text, [...spans, ...spans]))
    const ids = twice.first.items.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.at(-1)).toBe(`${ids[3]}:2`)
  })

  test('says which words stand once with what is around them', () => {
    const line = 'The delegation of [Norway] took the floor after the delegation of Chile.\n'
    const flags = (notation: string) => {
      const { text, spans } = marked(notation)
      return collectionOf(text, readingOf(text, spans))
        .first.items.filter(({ body }) => body['pacta:list'] === 'mention')
        .map(({ target }) => target.selector[1]['pacta:unique'])
    }
    expect(flags(`First.\n${line}`)).toEqual([true])
    expect(flags(line.repeat(3))).toEqual([false, false, false])
    expect(flags(`${line}${line.replace('floor', 'chair')}`)).toEqual([true, true])
  })

  test('carries what no annotation quotes, so that the annotations hold the whole text', () => {
    const wide = `Norway${' '.repeat(200)}signed`
    const words = { start: 0, end: 6 }
    const reading = { ...readingOf(wide, [words]), zones: [] }
    expect(collectionOf(wide, reading)['pacta:unquoted']).toEqual([
      { start: 38, end: 212, text: wide.slice(38) },
    ])
  })
})
