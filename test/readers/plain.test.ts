import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlainText, readPlain } from '../../src/readers/index.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const textOf = (bytes: Uint8Array): PlainText => {
  const plain = readPlain(bytes)
  if ('notText' in plain) throw new Error(`not text: ${plain.notText}`)
  return plain
}

const inUtf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].flatMap(char => char.split(''))
  return Uint8Array.from(
    units.flatMap(unit => {
      const code = unit.charCodeAt(0)
      return little ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]
    }),
  )
}
const inUtf32 = (text: string, little: boolean): Uint8Array => {
  const codes = [...`\ufeff${text}`].map(char => char.codePointAt(0) ?? 0)
  const big = (code: number): number[] => [
    code >>> 24,
    (code >>> 16) & 0xff,
    (code >>> 8) & 0xff,
    code & 0xff,
  ]
  return Uint8Array.from(codes.flatMap(code => (little ? big(code).reverse() : big(code))))
}

const sample = 'Türkiye signs — “Oslo” 𝔸\r\nend'

describe('text comes out exactly as delivered', () => {
  test.each([
    ['utf-8', bytesOf(sample)],
    ['utf-8', bytesOf(`\ufeff${sample}`)],
    ['utf-16le', inUtf16(sample, true, true)],
    ['utf-16be', inUtf16(sample, false, true)],
    ['utf-16le', inUtf16(sample, true, false)],
    ['utf-16be', inUtf16(sample, false, false)],
    ['utf-32le', inUtf32(sample, true)],
    ['utf-32be', inUtf32(sample, false)],
  ])('from %s, marked or not', (encoding, bytes) => {
    expect(textOf(bytes)).toMatchObject({ text: sample, encoding, problems: [] })
  })

  test('from Windows-1252, which is said', () => {
    const bytes = Uint8Array.from([0x93, 0x4f, 0x73, 0x6c, 0x6f, 0x94, 0x20, 0xe9, 0x74, 0xe9])
    const plain = textOf(bytes)
    expect(plain).toMatchObject({ text: '“Oslo” été', encoding: 'windows-1252' })
    expect(plain.problems.map(problem => problem.message)).toEqual([
      'The file is not UTF-8 (first at byte 0); it was read as Windows-1252.',
    ])
    expect(plain.sourceOffset(7)).toBe(7)
  })
})

test('a damaged byte in UTF-8 is replaced, and its place and count are listed', () => {
  const bytes = Uint8Array.from([...bytesOf('été “Oslo” '), 0xff, 0xc3, ...bytesOf(' fin')])
  const plain = textOf(bytes)
  expect(plain.text).toBe('été “Oslo” \ufffd\ufffd fin')
  expect(plain.problems).toEqual([
    {
      kind: 'replaced',
      message: '2 places are not well formed, first at byte 17; replaced by U+FFFD.',
      offset: 17,
      count: 2,
    },
  ])
})

test('half a pair in UTF-16 is replaced and listed', () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x00, 0xd8, 0x42, 0, 0x43])
  expect(textOf(bytes)).toMatchObject({
    text: 'A\ufffdB\ufffd',
    problems: [{ kind: 'replaced', offset: 4, count: 2 }],
  })
})

test('a NUL stays in the text and is listed with its place', () => {
  const plain = textOf(bytesOf('Oslo é\0 and\0 more text that is longer'))
  expect(plain.text).toContain('\0')
  expect(plain.problems.map(problem => problem.message)).toEqual(['The text holds 2 NUL, first at byte 7.'])
})

test('an empty or blank file is text with a problem', () => {
  for (const text of ['', ' \r\n\t '])
    expect(textOf(bytesOf(text)).problems).toEqual([{ kind: 'blank', message: 'The file holds no text.' }])
})

test.each([
  ['it is a PDF document', bytesOf('%PDF-1.7\n...')],
  [
    'it is a ZIP archive, or a document packed as one (DOCX, ODT, EPUB)',
    Uint8Array.from([0x50, 0x4b, 3, 4, 1]),
  ],
  ['it is a PNG image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10])],
  ['it is an RTF document', bytesOf('{\\rtf1 Oslo}')],
  ['it is full of control bytes', Uint8Array.from({ length: 400 }, (_, k) => (k * 7) % 32)],
])('what is not text is answered as such: %s', (notText, bytes) => {
  expect(readPlain(bytes)).toEqual({ notText })
})

test('the offset of every character is where its bytes stand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(60), (text, times) => {
      const long = text.replace(/\0/g, '').repeat(times)
      const bytes = bytesOf(`x${long}`)
      const plain = textOf(bytes)
      for (let index = 0; index < plain.text.length; index += 1 + (index % 97)) {
        const at = index - (/[\udc00-\udfff]/.test(plain.text.charAt(index)) ? 1 : 0)
        expect(plain.sourceOffset(index)).toBe(bytesOf(plain.text.slice(0, at)).length)
      }
    }),
    { numRuns: 60 },
  )
})

test('any bytes give text or a reason, and as many units as the offsets count', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      const plain = readPlain(bytes)
      if ('notText' in plain) return plain.notText !== ''
      return plain.sourceOffset(plain.text.length) === bytes.length && plain.sourceOffset(0) <= bytes.length
    }),
    { numRuns: 3000 },
  )
})

test('one line of 20 MB is read whole, with its offsets', () => {
  const unit = 'Türkiye and Norway '
  const times = 1_000_000
  const one = bytesOf(unit)
  const bytes = new Uint8Array(one.length * times)
  for (let k = 0; k < times; k++) bytes.set(one, k * one.length)
  const plain = textOf(bytes)
  expect(plain.text.length).toBe(unit.length * times)
  expect(plain.sourceOffset(unit.length * 999_999 + 2)).toBe(one.length * 999_999 + 3)
})

/** What each character is in an older encoding, found by decoding every byte and every two. */
const encoderOf = (label: string): ((text: string) => Uint8Array) => {
  const map = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(label)
  const take = (bytes: readonly number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes))
    if ([...char].length === 1 && char !== '\ufffd' && !map.has(char)) map.set(char, bytes)
  }
  for (let one = 0; one < 256; one++) take([one])
  for (let one = 0x81; one < 255; one++) for (let two = 0x40; two < 255; two++) take([one, two])
  return text => Uint8Array.from([...text].flatMap(char => map.get(char) ?? [0x3f]))
}

describe('encodings that nobody declares', () => {
  const russian = 'Россия не подписала Конвенцию по кассетным боеприпасам и не является её участником.\n'
  const japanese = '日本はクラスター弾に関する条約に署名した。政府はそのことを認めている。\n'
  const korean = '대한민국은 이 협약에 서명하지 않았다. 정부는 그것을 하지 않을 것이라고 한다.\n'
  const chinese = '中国没有在这个公约上签字，我们不是它的成员，这是大家都知道的。\n'

  test.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['ibm866', russian],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['euc-kr', korean],
    ['gb18030', chinese],
  ])('%s is told by its letters, and told of', (label, text) => {
    const bytes = encoderOf(label)(text.repeat(4))
    const plain = textOf(bytes)
    expect(plain).toMatchObject({ text: text.repeat(4), encoding: label })
    expect(plain.problems.map(({ kind }) => kind)).toEqual(['not-utf-8'])
    const at = plain.text.indexOf(text, 5)
    expect(encoderOf(label)(plain.text.slice(0, at))).toHaveLength(plain.sourceOffset(at))
  })

  test('Japanese of seven bits, and UTF-16 without a mark in a script that is not Latin', () => {
    const bytes = Uint8Array.from([...'\u001b$BF|K\\\u001b(B signed.'].map(char => char.charCodeAt(0)))
    expect(textOf(bytes)).toMatchObject({ text: '日本 signed.', encoding: 'iso-2022-jp' })
    for (const little of [true, false])
      expect(textOf(inUtf16(russian, little, false))).toMatchObject({
        text: russian,
        encoding: little ? 'utf-16le' : 'utf-16be',
      })
  })

  test('a Latin text with accents stays what it was', () => {
    const bytes = encoderOf('iso-8859-15')(
      'Là où l été a été préféré, l été a été préféré à l été. '.repeat(3),
    )
    expect(textOf(bytes).encoding).toBe('windows-1252')
  })
})
