import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

/** `[“words”|speaker]` is a quotation, `{words|speaker}` a reported statement; `?` where nobody is named, `scare` apart. */
const MARK = /\[([^[\]|]+)\|([^[\]]+)\]|\{([^{}|]+)\|([^{}]+)\}/g

const unmarked = (notation: string) => {
  const quotes: string[] = []
  const reported: string[] = []
  const text = notation.replace(MARK, (_, quote?: string, by?: string, words?: string, who?: string) => {
    if (quote !== undefined) quotes.push(`${quote} = ${by}`)
    else reported.push(`${words} = ${who}`)
    return quote ?? words ?? ''
  })
  return { text, quotes, reported }
}

const says = (title: string, notations: readonly string[]): void => {
  describe(title, () => {
    test.each(notations)('%s', notation => {
      const { text, quotes, reported } = unmarked(notation)
      const reading = read(text)
      const whoOf = (speaker: string | null): string => speaker ?? '?'
      expect(
        reading.quotations.map(one => `${one.text} = ${one.scare ? 'scare' : whoOf(one.speaker)}`),
      ).toEqual(quotes)
      expect(reading.reported.map(one => `${one.text} = ${whoOf(one.speaker)}`)).toEqual(reported)
    })
  })
}

says('the speaker stands after, before or beside the quotation', [
  '[“We will not sign the treaty,”|Boris Pistorius] said Boris Pistorius.',
  'Boris Pistorius told reporters: [“We will not sign the treaty.”|Boris Pistorius]',
  '[“We will not sign it,”|Boris Pistorius] Germany’s defence minister, Boris Pistorius, told reporters.',
  'LUCÍA MOLINA (Mexico), for the group, said [“the text is too weak for us”|LUCÍA MOLINA].',
  'Norway: [“We will ratify next year.”|Norway]',
  '[“The step is a gift to every army in the world”|Human Rights Watch], according to Human Rights Watch.',
])

says('what follows goes on with the same speaker', [
  '[“It took too long,”|Jens Stoltenberg] said Jens Stoltenberg. [“Too many people lost their legs.”|Jens Stoltenberg]',
  'Jens Stoltenberg spoke last.\n\n[“It took too long for all of us here,”|Jens Stoltenberg] he said.',
])

says('marks of six styles, nested, and opened unlike they close', [
  '[«We will not sign the treaty»|Boris Pistorius], said Boris Pistorius.',
  '[„We will not sign the treaty“|Boris Pistorius], said Boris Pistorius.',
  '[‘We won’t sign the treaty,’|Boris Pistorius] said Boris Pistorius.',
  '["We will not sign the treaty,"|Boris Pistorius] said Boris Pistorius.',
  '[“We will not sign the treaty"|Boris Pistorius], said Boris Pistorius.',
])

says('words held at arm’s length are said by nobody', [
  'The so-called [“humanitarian pause”|scare] ended.',
  'It is known as the [“Oslo Process”|scare].',
])

says('reported statements have their speaker', [
  'Boris Pistorius said that {Germany would not sign the treaty|Boris Pistorius}.',
  'Boris Pistorius said {the first shells would arrive within two weeks|Boris Pistorius}.',
  'Boris Pistorius said on Friday that {the army would wait|Boris Pistorius}, dodging the question.',
  'Boris Pistorius said that {the army would wait|Boris Pistorius} and that {nothing else had changed|Boris Pistorius}.',
  'According to Amnesty International, {the bombs fell on a market|Amnesty International}.',
  '{Germany will not send such weapons to Ukraine|Boris Pistorius}, Boris Pistorius said.',
  'Two people familiar with the talks said {the lawyers had agreed in April|Two people familiar with the talks}.',
])

says('what is no report', [
  '{The weapons that cause such injury were sent|Norway}, Norway said.',
  'The landscape demands that nobody should ever be left alone.',
  'Posts may inform host governments that the talks go on.',
])

test('a denial is kept as one', () => {
  const [denied] = read('The Kremlin denied that its forces had used cluster munitions.').reported
  expect(denied).toMatchObject({ text: 'its forces had used cluster munitions', negated: true })
})

test('the medium through which a statement is known stands beside it', () => {
  const [told] = read('Boris Pistorius told TASS that the army would wait for the vote.').reported
  expect(told).toMatchObject({ speaker: 'Boris Pistorius', via: 'TASS' })
})

test('a quotation over several paragraphs opens in each and closes in the last', () => {
  const text =
    'Boris Pistorius said:\n\n“We waited for many years to see this day come.\n\n“And then it came.”'
  const found = read(text).quotations
  expect(found.map(one => [one.text, one.speaker])).toEqual([
    ['“We waited for many years to see this day come.', 'Boris Pistorius'],
    ['“And then it came.”', 'Boris Pistorius'],
  ])
})

test('every quotation and statement is the exact slice, on any text with marks', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    '«',
    '»',
    '„',
    'said ',
    'Norway ',
    'that ',
    'it ',
    '. ',
    ', ',
    '\n\n',
    'we agree ',
    '(',
    ')',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      const text = pieces.join('')
      const reading = read(text)
      for (const { start, end, text: words } of [
        ...reading.quotations,
        ...reading.reported,
        ...reading.events,
      ]) {
        expect(start).toBeLessThan(end)
        expect(text.slice(start, end)).toBe(words)
      }
    }),
    { numRuns: 300 },
  )
})
