import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareText, buildLexicon, readDocument } from '../../src/core/documents/index.ts'
import type { Span } from '../../src/core/evidence/index.ts'
import { type Anchor, reanchor } from '../../src/exports/index.ts'
import { fileText, shipped } from '../support.ts'
import { anchorsOn } from './anchored.ts'
import { collectionOf, marked, readingOf, sha256 } from './support.ts'

const mentionsOn = (annotations: unknown, text: string): readonly Anchor[] =>
  anchorsOn(annotations, text).filter(({ list }) => list === 'mention')

const inBrackets = (text: string, spans: readonly Span[]): string =>
  [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((t, { start, end }) => `${t.slice(0, start)}[${t.slice(start, end)}]${t.slice(end)}`, text)

/** The new text with the words that are anchored in it, and why the others are not. */
const outcome = (before: string, after: string): readonly [string, ...string[]] => {
  const { text, spans } = marked(before)
  const anchors = mentionsOn(collectionOf(text, readingOf(text, spans)), after)
  const found = anchors.filter(anchor => anchor.is === 'exact')
  const lost = anchors.flatMap(anchor =>
    anchor.is === 'orphaned' ? [`${anchor.text} ${anchor.reason}`] : [],
  )
  return [inBrackets(after, found), ...lost]
}

const without = (notation: string): string => notation.replace(/[[\]]/g, '')

describe('words are found again where they are the same words', () => {
  test.each([
    [
      'words put in before shift the places',
      'On Monday [Norway] signed.',
      'On a cold Monday [Norway] signed.',
    ],
    [
      'a neighbour may change',
      '[Norway] and Sweden and [Chile] signed.',
      '[Norway] and Peru and [Chile] signed.',
    ],
    ['an astral neighbour counts two units', 'x [Norway] 🕊 [Chile]', '🕊🕊 [Norway] 🕊 [Chile]'],
    ['the neighbour becomes the same word', '[Norway] and Sweden signed.', '[Norway] and Norway signed.'],
    ['the neighbour was the same word', 'Norway and [Norway] signed.', 'Peru and [Norway] signed.'],
    ['what follows the last word changes', 'All of [Norway]', 'All of [Norway] today'],
    ['a comma is no part of a word', 'In [Norway] it rains.', 'In [Norway], it rains.'],
    [
      'several edits far apart',
      'One of the first to sign was [Norway], as the record of the meeting in Dublin shows; the next was [Chile], at the same table. Others took much longer: [Peru] came last.',
      'One of the first to ratify was [Norway], as the record of the meeting in Dublin shows; the next was [Chile], at the same table. Others took far longer: [Peru] came last.',
    ],
    [
      'a paragraph moved with all that stands around the words',
      'First of all, the delegation of [Norway] took the floor on the matter at hand.\nThen, after a long break, the delegation of [Chile] spoke of victims and of their rights.\n',
      'Then, after a long break, the delegation of [Chile] spoke of victims and of their rights.\nFirst of all, the delegation of [Norway] took the floor on the matter at hand.\n',
    ],
  ])('%s', (_, before, after) => {
    expect(outcome(before, without(after))).toEqual([after])
  })
})

describe('words that an edit touched are orphaned', () => {
  test.each([
    ['exchanged', '[Norway] signed.', 'Sweden signed.', 'Norway changed'],
    ['taken out', 'So [Norway] signed.', 'So signed.', 'Norway changed'],
    ['a letter more', 'So [Norway] signed.', 'So Norways signed.', 'Norway ambiguous'],
    ['a possessive', 'So [Norway] signed.', 'So Norway’s signed.', 'Norway ambiguous'],
    ['a mark on the last letter', 'So [Jose] signed.', 'So Jose\u0301 signed.', 'Jose ambiguous'],
    ['another skin', 'So [👍] it is.', 'So 👍🏽 it is.', '👍 ambiguous'],
    ['another flag', 'So [🇳🇴] it is.', 'So 🇳🇱 it is.', '🇳🇴 changed'],
    ['a longer number', 'It has [1,000] of them.', 'It has 1,000,000 of them.', '1,000 ambiguous'],
    ['a share', 'It has [50] of them.', 'It has 50% of them.', '50 changed'],
    ['words put in between', 'So [Norway signed] it.', 'So Norway never signed it.', 'Norway signed changed'],
  ])('%s', (_, before, after, why) => {
    expect(outcome(before, after)).toEqual([after, why])
  })
})

describe('where it cannot be told which words are meant, none is chosen', () => {
  test('one of two is taken out', () => {
    expect(outcome('[Norway] [Norway] signed.', 'Norway signed.')).toEqual([
      'Norway signed.',
      'Norway ambiguous',
      'Norway ambiguous',
    ])
  })
  test('the same word is put in beside', () => {
    expect(outcome('[Norway] signed.', 'Norway Norway signed.')).toEqual([
      'Norway Norway signed.',
      'Norway ambiguous',
    ])
  })
  test('one of two is taken out and a word behind them changes', () => {
    expect(outcome('[Norway] [Norway] signed it late.', 'Norway signed it soon after.')).toEqual([
      'Norway signed it soon after.',
      'Norway ambiguous',
      'Norway changed',
    ])
  })
  test('one of two is taken out, and far from it another word changes', () => {
    const rest =
      'signed, and long after that, on the last day of the meeting, [Chile] did so, to nobody’s surprise, as had been'
    const after = `Norway ${without(rest)} quietly planned.`
    expect(outcome(`[Norway] [Norway] ${rest} quietly expected.`, after)).toEqual([
      after.replace('Chile', '[Chile]'),
      'Norway ambiguous',
      'Norway ambiguous',
    ])
  })
  test('one of two paragraphs is taken out', () => {
    const paragraph = 'The record of the meeting in Dublin names the first to sign, which was [Norway].\n'
    const rest = 'What became of all the others is told in another place.'
    const after = without(`${paragraph}${rest}`)
    expect(outcome(`${paragraph}${paragraph}${rest}`, after)).toEqual([
      after,
      'Norway ambiguous',
      'Norway ambiguous',
    ])
  })
  test('the turn in a row of repeated words moves by one', () => {
    const before = `${'no '.repeat(20)}[yes] ${'yes '.repeat(20)}`
    const after = `${'no '.repeat(21)}${'yes '.repeat(20)}`
    expect(outcome(before, after)).toEqual([after, 'yes changed'])
  })
  test('the sentence is rewritten elsewhere with the same word', () => {
    const [after, why] = outcome('It was [Norway] that signed.', 'Nobody had expected Norway here.')
    expect([after, why]).toEqual(['Nobody had expected Norway here.', 'Norway ambiguous'])
  })
})

describe('when the annotated text cannot be put together from the annotations', () => {
  const line = (name: string): string =>
    `Then the delegation of [${name}] took the floor and spoke for a while.\n`
  const { text, spans } = marked(line('Cuba') + line('Norway') + line('Chile') + line('Chile') + line('Peru'))
  const whole = collectionOf(text, readingOf(text, spans))
  const items = whole.first.items.filter(({ body }) => body['pacta:list'] === 'mention')
  const some = { ...whole, first: { ...whole.first, items } }

  test('only words that stood once with their context, and stand once, are found again', () => {
    const after = `A word before.\n${text.replace('Peru', 'Togo')}`
    expect(
      mentionsOn(some, after).map(one => (one.is === 'exact' ? one.start - one.was.start : one.reason)),
    ).toEqual(['ambiguous', 15, 'ambiguous', 'ambiguous', 'not-found'])
  })
  test('the turn in a row of repeated words proves nothing', () => {
    const row = marked(`${'no '.repeat(20)}[yes] ${'yes '.repeat(20)}`)
    const { zones: _, ...reading } = readingOf(row.text, row.spans)
    const only = { ...collectionOf(row.text, { ...reading, zones: [] }), 'pacta:unquoted': [] }
    const [anchor] = mentionsOn(only, `${'no '.repeat(21)}${'yes '.repeat(20)}`)
    expect(anchor).toMatchObject({ is: 'orphaned', reason: 'ambiguous' })
  })
  test('on the same text all of them are exact', () => {
    expect(mentionsOn(some, text).every(({ is }) => is === 'exact')).toBe(true)
  })
})

describe('annotations that do not tell the truth', () => {
  const { text, spans } = marked('So [Norway] signed. 𐐷 [Chile] did not.')
  const whole = collectionOf(text, readingOf(text, spans))
  const told = (from: string, to: string) =>
    reanchor(JSON.stringify(whole).replaceAll(from, to), { text, sha256: sha256(text) }, sha256)

  test('words that do not stand at their place in the text that is named are orphaned', () => {
    const result = told('"exact":"Norway"', '"exact":"Sweden"')
    expect('anchors' in result && result.anchors[1]).toMatchObject({ is: 'orphaned', reason: 'misplaced' })
  })

  test.each([
    ['"start":20,"end":25', '"start":21,"end":26', /begins at 21; counted in code points it is 20\.$/],
    [
      '"start":20,"end":25',
      '"start":20,"end":26',
      /stands from 20 to 26, but its words are 5 code points long\.$/,
    ],
    [
      '{"start":21,"end":26}',
      '{"start":20,"end":26}',
      /in UTF-16 units, but its words are 5 of them long\.$/,
    ],
    ['"pacta:utf16"', '"other"', /does not state its place in UTF-16 units\.$/],
    ['"Unicode code point"', '"byte"', /^Its positions count "byte"\.$/],
    ['"TextQuoteSelector"', '"Other"', /^Annotation 1 \("urn:pacta:.*"\) has no TextQuoteSelector/],
    ['"TextPositionSelector"', '"Other"', /has no TextPositionSelector with start and end\.$/],
    ['urn:sha256:', 'urn:md5:', /does not name its text as urn:sha256:/],
    ['"items"', '"others"', /does not hold its annotations/],
    ['"AnnotationCollection"', '"Note"', /no W3C AnnotationCollection or AnnotationPage\.$/],
    ['{', '', /^It is not JSON\.$/],
  ])('%s as %s is refused with the way out', (from, to, wrong) => {
    expect(told(from, to)).toEqual({
      wrong: expect.stringMatching(wrong),
      wayOut: expect.stringContaining('pacta read FILE --annotations'),
    })
  })

  test('annotations of two texts are refused', () => {
    const [one, two] = [
      collectionOf('Norway.', readingOf('Norway.', [])),
      collectionOf('Peru.', readingOf('Peru.', [])),
    ]
    const both = { ...one, first: { ...one.first, items: [...one.first.items, ...two.first.items] } }
    const result = reanchor(JSON.stringify(both), { text, sha256: sha256(text) }, sha256)
    expect(result).toMatchObject({ wrong: 'The annotations speak of 2 texts.' })
  })

  test('whatever JSON comes in, the answer is an answer', () => {
    fc.assert(
      fc.property(fc.json(), json => {
        expect(reanchor(json, { text, sha256: sha256(text) }, sha256)).toHaveProperty('wayOut')
      }),
    )
  })
})

const touching = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

interface Draft {
  readonly words: readonly string[]
  readonly gaps: readonly string[]
}

/** The text of words with the gaps after them, and the place of every word. */
const written = ({ words, gaps }: Draft) => {
  const places: Span[] = []
  let text = ''
  words.forEach((word, index) => {
    places.push({ start: text.length, end: text.length + word.length })
    text += word + (gaps[index] ?? ' ')
  })
  return { text, places }
}

const WORDS = [
  'no',
  'yes',
  'Norway',
  'nor',
  'Norways',
  '1',
  '11',
  '1,000',
  '𐐷',
  '𐐷𐐷',
  'e\u0301',
  'e',
  '🕊️',
  'ن',
  'Côte',
  '👍',
  '👍🏽',
]
const GAPS = [' ', ' ', ' ', ', ', '. ', '.\n', '\n\n', '  ', ' — ', `.\n${' '.repeat(90)}`]
const wordAmong = (count: number) => fc.constantFrom(...WORDS.slice(0, count))

const draft = fc.integer({ min: 2, max: WORDS.length }).chain(count =>
  fc
    .array(fc.tuple(wordAmong(count), fc.constantFrom(...GAPS)), { minLength: 1, maxLength: 60 })
    .map(pairs => ({
      words: pairs.map(([word]) => word),
      gaps: pairs.map(([, gap]) => gap),
    })),
)

/** Stretches of one to five words each. */
const spansOver = (places: readonly Span[], picks: readonly (readonly [number, number])[]): readonly Span[] =>
  picks.map(([from, more]) => {
    const first = from % places.length
    const last = Math.min(first + more, places.length - 1)
    return { start: places[first]?.start ?? 0, end: places[last]?.end ?? 0 }
  })

const picks = fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 0, 0, 1, 2, 5)), { maxLength: 30 })

test('after an edit of one word all that touches it is orphaned, and all else stands at its own words', () => {
  fc.assert(
    fc.property(draft, picks, fc.nat(), wordAmong(WORDS.length), (before, chosen, n, word) => {
      const at = n % before.words.length
      const old = written(before)
      const edited = old.places[at] ?? { start: 0, end: 0 }
      fc.pre(before.words[at] !== word)
      const now = written({ ...before, words: before.words.with(at, word) })
      const shift = now.text.length - old.text.length
      const annotations = collectionOf(old.text, readingOf(old.text, spansOver(old.places, chosen)))
      for (const anchor of anchorsOn(annotations, now.text)) {
        const start = anchor.was.start + (anchor.was.start >= edited.end ? shift : 0)
        if (touching(anchor.was, edited)) expect(anchor).toMatchObject({ is: 'orphaned' })
        else expect(anchor).toMatchObject({ is: 'exact', start })
        if (anchor.is === 'exact') expect(now.text.slice(anchor.start, anchor.end)).toBe(anchor.text)
      }
    }),
    { numRuns: 2000 },
  )
})

test('when a word is put in or taken out, nothing is moved to other words', () => {
  fc.assert(
    fc.property(
      draft,
      picks,
      fc.nat(),
      wordAmong(WORDS.length),
      fc.boolean(),
      (before, chosen, n, word, isPutIn) => {
        const at = n % before.words.length
        const old = written(before)
        const edited = old.places[at] ?? { start: 0, end: 0 }
        const [taken, put] = isPutIn ? [0, [word]] : [1, []]
        const now = written({
          words: before.words.toSpliced(at, taken, ...put),
          gaps: before.gaps.toSpliced(at, taken, ...put.map(() => ' ')),
        })
        const shift = now.text.length - old.text.length
        const annotations = collectionOf(old.text, readingOf(old.text, spansOver(old.places, chosen)))
        for (const anchor of anchorsOn(annotations, now.text)) {
          if (anchor.is === 'orphaned') continue
          expect(anchor.start).toBe(anchor.was.start + (anchor.was.start >= edited.start ? shift : 0))
          expect(now.text.slice(anchor.start, anchor.end)).toBe(anchor.text)
          if (!isPutIn) expect(touching(anchor.was, edited)).toBe(false)
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test('whatever becomes of the text, an anchor has its own words, and no two take the place of one', () => {
  fc.assert(
    fc.property(draft, draft, draft, picks, (start, middle, end, chosen) => {
      const old = written(start).text + written(middle).text + written(end).text
      const now = written(end).text + written(middle).text + written(start).text
      const { places } = written({
        words: [...start.words, ...middle.words, ...end.words],
        gaps: [...start.gaps, ...middle.gaps, ...end.gaps],
      })
      const taken = new Map<number, number>()
      for (const anchor of anchorsOn(collectionOf(old, readingOf(old, spansOver(places, chosen))), now)) {
        if (anchor.is === 'orphaned') continue
        expect(now.slice(anchor.start, anchor.end)).toBe(anchor.text)
        expect(taken.get(anchor.start) ?? anchor.was.start).toBe(anchor.was.start)
        taken.set(anchor.start, anchor.was.start)
      }
    }),
    { numRuns: 500 },
  )
})

describe('in real documents', () => {
  const { register } = shipped()
  const lexicon = buildLexicon(register.world, [...register.treaties.values()])
  const words = (text: string) => [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*/gu)]

  /** Exchanges every so many words, and tells which places that concerns and where all others went. */
  const edit = (text: string, every: number, first: number) => {
    const edits = words(text).filter((_, index) => index % every === first)
    let now = ''
    let at = 0
    for (const { index, 0: word } of edits) {
      now += `${text.slice(at, index)}Zyx`
      at = index + word.length
    }
    const spans = edits.map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
    const moved = (place: number): number =>
      place +
      spans.filter(({ end }) => end <= place).reduce((sum, { start, end }) => sum + 3 - (end - start), 0)
    return { now: now + text.slice(at), spans, moved }
  }

  test.each([
    ['corpus/opinion-01.txt', 1_000_000, 1],
    ['corpus/opinion-02.txt', 1_000_000, 0.98],
    ['corpus/opinion-01.txt', 100, 0.95],
    ['corpus/cable-05.txt', 100, 0.9],
    ['corpus/opinion-02.txt', 40, 0.8],
  ])('%s with every %dth word exchanged: none moved wrongly, nearly all found', (path, every, share) => {
    const text = fileText(path)
    const annotations = collectionOf(text, readDocument(bareText(text), lexicon, {}))
    let [kept, all] = [0, 0]
    for (let first = 3; first < Math.min(every, 120); first += 13) {
      const { now, spans, moved } = edit(text, every, first)
      for (const anchor of anchorsOn(annotations, now)) {
        const isTouched = spans.some(span => touching(span, anchor.was))
        if (isTouched) expect(anchor).toMatchObject({ is: 'orphaned' })
        if (anchor.is === 'exact') expect(anchor.start).toBe(moved(anchor.was.start))
        if (!isTouched) all++
        if (anchor.is === 'exact') kept++
      }
    }
    expect(kept / all).toBeGreaterThanOrEqual(share)
  })
})
