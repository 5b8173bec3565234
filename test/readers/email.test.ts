import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeEmail, readEmail } from '../../src/readers/email.ts'
import type { Reader, SourceDocument } from '../../src/readers/source.ts'

const HEAD = 'From: Ane Dahl <ane@mfa.no>\r\nSubject: Oslo\r\n'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const latinBytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

const read = async (mail: string | Uint8Array, html: Reader | null = null): Promise<SourceDocument> => {
  const found = await readEmail(typeof mail === 'string' ? bytesOf(mail) : mail, html)
  if ('notText' in found) throw new Error(`not text: ${found.notText}`)
  return found
}
/** The text after the lines of the head. */
const bodyOf = ({ text, hints }: SourceDocument): string =>
  text
    .slice(Math.max(0, ...hints.filter(({ role }) => role === 'header-field').map(({ end }) => end)))
    .trimStart()
const readBody = async (rest: string | Uint8Array): Promise<string> =>
  bodyOf(await read(typeof rest === 'string' ? HEAD + rest : Buffer.concat([bytesOf(HEAD), rest])))

/** What a stretch of the text comes from: the bytes as they stand, those that are not verbatim in brackets. */
const sourceOf = (found: SourceDocument, file: Uint8Array, words: string): string => {
  const start = found.text.indexOf(words)
  return found
    .trace({ start, end: start + words.length })
    .map(stretch => {
      const raw = Buffer.from(file.subarray(stretch.start, stretch.end)).toString('utf8')
      return stretch.verbatim ? raw : `[${raw}]`
    })
    .join('')
}
const hintsOf = ({ text, hints }: SourceDocument, role: string): readonly string[] =>
  hints.filter(hint => hint.role === role).map(({ start, end }) => text.slice(start, end))
const messages = ({ problems }: SourceDocument): readonly string[] => problems.map(({ message }) => message)

const type = (value: string, encoding?: string): string =>
  `MIME-Version: 1.0\r\nContent-Type: ${value}\r\n${encoding ? `Content-Transfer-Encoding: ${encoding}\r\n` : ''}\r\n`
const part = (head: string, body: string): string => `--b\r\n${head}\r\n${body}\r\n`
const multipart = (kind: string, ...parts: readonly string[]): string =>
  `${type(`multipart/${kind}; boundary="b"`)}${parts.join('')}--b--\r\n`

describe('the head', () => {
  test('is shown as lines, and states what the message is', async () => {
    const found = await read(
      'Received: from a by b\r\nDate: Fri, 3 May 2024 01:30:00 +0300\r\nFrom: "Ane Dahl" <ane@mfa.no>\r\nTo: list@un.org,\r\n\tlaos@un.org\r\nSubject: Re: Fwd: The Convention\r\nContent-Language: en-GB\r\n\r\nNorway signs.\r\n',
    )
    expect(found.text).toBe(
      'Subject: Re: Fwd: The Convention\nFrom: "Ane Dahl" <ane@mfa.no>\nTo: list@un.org, laos@un.org\nDate: Fri, 3 May 2024 01:30:00 +0300\n\nNorway signs.',
    )
    expect(hintsOf(found, 'header-field')).toEqual(found.text.split('\n').slice(0, 4))
    expect(found.stated).toEqual({
      title: 'The Convention',
      authors: ['Ane Dahl'],
      published: '2024-05-03',
      language: 'en',
    })
    expect(found.problems).toEqual([])
  })

  test('has its encoded words decoded, a character in two of them included, each led back to its code', async () => {
    const mail =
      'From: a@b.no\r\nSubject: On =?utf-8?Q?T=C3=BCrkiye_=E2?=\r\n =?UTF-8?Q?=80=93?= =?iso-8859-1?B?6XTp?= now\r\n\r\nx'
    const found = await read(mail)
    expect(found.text).toContain('Subject: On Türkiye –été now\n')
    expect(sourceOf(found, bytesOf(mail), 'On T')).toBe('On [T]')
    expect(sourceOf(found, bytesOf(mail), 'ü')).toBe('[=C3=BC]')
    expect(sourceOf(found, bytesOf(mail), '–')).toBe('[=E2?=\r\n =?UTF-8?Q?=80=93]')
    expect(sourceOf(found, bytesOf(mail), ' now')).toBe(' now')
  })

  test.each([
    ['Ane Dahl <a@b.no>', ['Ane Dahl']],
    ['"Dahl, Ane" <a@b.no>', ['Dahl, Ane']],
    ['=?utf-8?Q?Jos=C3=A9_N=C3=BA=C3=B1ez?= <j@b.pe>', ['José Núñez']],
    ['ane@mfa.no', undefined],
    ['Press Office <p@b.no>', undefined],
    ['UN Geneva <p@un.org>', undefined],
    ['Permanent Mission of Norway <p@b.no>', undefined],
    ['"Ane Dahl via Treaty List" <l@b.no>', undefined],
    ['noreply <n@b.no>', undefined],
  ])('names as author of %s only a person', async (from, authors) => {
    expect((await read(`From: ${from}\r\nSubject: x\r\n\r\ny`)).stated.authors).toEqual(authors)
  })

  test.each([
    ['3 May 2024 10:00:00 +0000', '2024-05-03'],
    ['Thu, 29 Feb 2024 23:59 -1100 (SST)', '2024-02-29'],
    ['1 Dec 98 10:00 GMT', '1998-12-01'],
    ['30 Feb 2024 10:00', undefined],
    ['yesterday', undefined],
  ])('dated %s states the day of its sender', async (date, published) => {
    expect((await read(`From: a@b.no\r\nDate: ${date}\r\n\r\ny`)).stated.published).toBe(published)
  })
})

describe('the body', () => {
  test('without any encoding is what stands in the file', async () => {
    const mail = `${HEAD}${type('text/plain; charset=utf-8', '8bit')}Türkiye – Oslo 𝔸\r\nend\r\n`
    const found = await read(mail)
    expect(bodyOf(found)).toBe('Türkiye – Oslo 𝔸\r\nend')
    expect(sourceOf(found, bytesOf(mail), 'kiye – Oslo 𝔸\r\nend')).toBe('kiye – Oslo 𝔸\r\nend')
  })

  test('in quoted-printable leads back to each code, and soft line breaks are none', async () => {
    const mail = `${HEAD}${type('text/plain; charset=utf-8', 'quoted-printable')}T=C3=BCrkiye sig=\r\nns=20 \r\n1=3D1 = x`
    const found = await read(mail)
    expect(bodyOf(found)).toBe('Türkiye signs \r\n1=1 = x')
    expect(sourceOf(found, bytesOf(mail), 'Türkiye signs')).toBe('T[=C3=BC]rkiye signs')
    expect(messages(found)).toEqual([
      'A text in quoted-printable has a place that does not follow that encoding.',
    ])
  })

  test('in base64 leads back to the four digits of each character', async () => {
    const digits = Buffer.from('Norway – Türkiye').toString('base64')
    const mail = `${HEAD}${type('text/plain; charset="UTF-8"', 'base64')}${digits.slice(0, 10)}\r\n${digits.slice(10)}\r\n`
    const found = await read(mail)
    expect(bodyOf(found)).toBe('Norway – Türkiye')
    expect(sourceOf(found, bytesOf(mail), 'Nor')).toBe('[Tm9y]')
    expect(sourceOf(found, bytesOf(mail), '–')).toBe('[IO\r\nKAkyBU]')
  })

  test.each([
    ['windows-1252', Uint8Array.from([0x93, 0x4f, 0x94]), '“O”', []],
    ['iso-8859-1', Uint8Array.from([0x93, 0xe9]), '“é', []],
    ['iso-8859-7', Uint8Array.from([0xc1, 0xe8]), 'Αθ', []],
    ['koi8-r', Uint8Array.from([0xed, 0xc9, 0xd2]), 'Мир', []],
    ['shift_jis', Uint8Array.from([0x93, 0xfa, 0x96, 0x7b]), '日本', []],
    ['iso-2022-jp', latinBytes('\x1b$BF|K\\\x1b(B ok'), '日本 ok', []],
    ['us-ascii', bytesOf('été'), 'été', []],
    [
      'x-nobody',
      bytesOf('été'),
      'été',
      ['The charset "x-nobody" is not known; its text was read as UTF-8 or Windows-1252.'],
    ],
    [
      'utf-8',
      Uint8Array.from([0xe9, 0x74, 0xe9]),
      'été',
      ['A text that is said to be UTF-8 or ASCII is not; it was read as Windows-1252.'],
    ],
  ])('in %s is decoded', async (charset, bytes, text, problems) => {
    const found = await read(
      Buffer.concat([bytesOf(`${HEAD}${type(`text/plain; charset=${charset}`, '8bit')}`), bytes]),
    )
    expect(bodyOf(found)).toBe(text)
    expect(messages(found)).toEqual(problems)
  })

  test('has its replies marked, and its signature', async () => {
    const found = await read(`${HEAD}\r\nYes.\r\n\r\n> Will Norway\r\n> > sign?\r\n\r\nAne\r\n-- \r\nMFA`)
    expect(hintsOf(found, 'quote')).toEqual(['> Will Norway\r\n> > sign?'])
    expect(bodyOf(found)).toContain('Ane\r\n-- \r\nMFA')
  })

  test('in the format "flowed" has its paragraphs joined, within one depth of quotation', async () => {
    const flowed =
      'Norway \r\nwill \r\nsign.\r\n From here.\r\n> Will it \r\n> sign? \r\nYes.\r\n-- \r\nAne\r\n'
    const found = await read(`${HEAD}${type('text/plain; format=flowed')}${flowed}`)
    expect(bodyOf(found)).toBe('Norway will sign.\r\n From here.\r\n> Will it sign? \r\nYes.\r\n-- \r\nAne')
    expect(hintsOf(found, 'quote')).toEqual(['> Will it sign? '])
    const dropped = await readBody(`${type('text/plain; format=flowed; DelSp=yes')}Nor \r\nway`)
    expect(dropped).toBe('Norway')
  })
})

describe('a message of several parts', () => {
  const plain = (words: string): string => part('Content-Type: text/plain; charset=utf-8\r\n', words)
  const html = part(
    'Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n',
    '<p>=E9t=E9',
  )
  const pdf = part(
    'Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename*0="note ver"; filename*1="bale.pdf"\r\n',
    'AAAA\r\nAAAA',
  )

  test('gives its text, and lists what is attached', async () => {
    const found = await read(HEAD + multipart('mixed', plain('One.'), pdf, plain('Two.')))
    expect(bodyOf(found)).toBe('One.\n\nTwo.')
    expect(messages(found)).toEqual([
      'An attachment was not read: "note verbale.pdf" (application/pdf, 6 bytes).',
    ])
  })
  test('is read in plain text where it has the same in HTML, and HTML is then no loss', async () => {
    const found = await read(HEAD + multipart('alternative', html, plain('Oslo')))
    expect(bodyOf(found)).toBe('Oslo')
    expect(found.problems).toEqual([])
  })
  test('lists what is attached to the form that is not read', async () => {
    const inner = `Content-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>\r\n--c\r\nContent-Type: image/png; name="=?utf-8?Q?=C3=A9.png?="\r\n\r\nx\r\n--c--\r\n`
    const found = await read(HEAD + multipart('alternative', plain('Oslo'), `--b\r\n${inner}`))
    expect(messages(found)).toEqual(['An attachment was not read: "é.png" (image/png, 1 bytes).'])
  })
  test('with HTML alone says that it was left out, or has it read', async () => {
    const mail = HEAD + multipart('alternative', plain('  '), html)
    expect(messages(await read(mail))).toEqual([
      'A part of the message in HTML was not read: there is no reader of HTML at hand.',
      'The message holds no text.',
    ])
    const paragraph: Reader = bytes => ({
      ...{ format: 'html', encoding: 'utf-8', marks: [], stated: {}, problems: [] },
      text: new TextDecoder().decode(bytes).replace('<p>', ''),
      hints: [{ role: 'main', start: 0, end: 3 }],
      trace: () => [{ part: null, unit: 'byte', start: 6, end: bytes.length, verbatim: true }],
    })
    const found = await read(mail, paragraph)
    expect(bodyOf(found)).toBe('été')
    expect(hintsOf(found, 'main')).toEqual(['été'])
    expect(sourceOf(found, bytesOf(mail), 'été')).toBe('[=E9]t[=E9]')
  })
  test('with a message in it shows that one with its head', async () => {
    const inner = 'From: Kaew <k@mfa.la>\r\nSubject: Host\r\n\r\nLaos hosts.'
    const found = await read(
      HEAD + multipart('mixed', plain('See below.'), part('Content-Type: message/rfc822\r\n', inner)),
    )
    expect(found.text).toBe(
      'Subject: Oslo\nFrom: Ane Dahl <ane@mfa.no>\n\nSee below.\n\nSubject: Host\nFrom: Kaew <k@mfa.la>\n\nLaos hosts.',
    )
  })
  test('of a mailbox is followed by the others', async () => {
    const one = (words: string): string => `From a@b Fri May  3 10:00:00 2024\n${HEAD}\n${words}\n\n`
    const found = await read(one('First. \nFrom there on.') + one('Second.'))
    expect(found.text).toBe(
      'Subject: Oslo\nFrom: Ane Dahl <ane@mfa.no>\n\nFirst. \nFrom there on.\n\nSubject: Oslo\nFrom: Ane Dahl <ane@mfa.no>\n\nSecond.',
    )
  })
})

describe('bad messages', () => {
  test('what has no head is answered as such', async () => {
    const notText = 'it does not begin with the head of a message'
    for (const text of ['', 'Dear Ane,\r\n\r\nOslo', '\0\0\0'])
      expect(await readEmail(bytesOf(text))).toEqual({ notText })
  })
  test('parts without a stated boundary are found by the first line, and without any are one text', async () => {
    expect(await readBody(`${type('multipart/mixed')}--b\r\n\r\nOslo\r\n--b--`)).toBe('Oslo')
    const found = await read(`${HEAD}${type('multipart/mixed; boundary=q')}Oslo`)
    expect(bodyOf(found)).toBe('Oslo')
    expect(messages(found)).toEqual([
      'A message of several parts does not show where they begin; it was read as one text.',
    ])
  })
  test('parts without an end are read to the end of the file', async () => {
    const found = await read(`${HEAD}${type('multipart/mixed; boundary=b')}--b\r\n\r\nOslo\r\n--bc\r\n`)
    expect(bodyOf(found)).toBe('Oslo\r\n--bc')
    expect(messages(found)).toEqual([
      'The parts of the message have no end; the last was read up to the end of the file.',
    ])
  })
  test('a thousand parts within parts are left at a limit', async () => {
    const nested = Array.from(
      { length: 1000 },
      (_, k) => `${type(`multipart/mixed; boundary=b${k}`)}--b${k}\r\n`,
    ).join('')
    const found = await read(`${HEAD}${nested}\r\nOslo`)
    expect(found.problems.map(({ kind }) => kind)).toContain('too-deep')
    const messages = Array.from({ length: 1000 }, () => `${HEAD}Content-Type: message/rfc822\r\n\r\n`).join(
      '',
    )
    expect((await read(messages)).problems.map(({ kind }) => kind)).toContain('too-deep')
  })
  test('a head of 10 MB is read as far as it is of use', async () => {
    const long = await read(`From: a@b.no\r\nSubject: ${'Oslo '.repeat(2_000_000)}\r\n\r\nNorway`)
    expect(bodyOf(long)).toBe('Norway')
    expect(long.text.length).toBeLessThan(70_000)
    expect(messages(long)).toEqual([
      'The field "subject" is longer than 64000 bytes; the rest of it was left out.',
    ])
    const many = await read(`From: a@b.no\r\n${'X-A: b\r\n'.repeat(1_000_000)}\r\nNorway`)
    expect(bodyOf(many)).toBe('Norway')
    expect(messages(many)).toEqual(['The head of the message has more than 1000 fields.'])
  })
  test('base64 that breaks off or has strange characters gives what can be read', async () => {
    const found = await read(`${HEAD}${type('text/plain', 'base64')}T3*Ns\r\nbw==\r\nA`)
    expect(bodyOf(found)).toBe('Oslo')
    expect(found.problems).toMatchObject([{ kind: 'damaged', count: 2 }])
  })
  test('a line that is no field ends the head, and is kept', async () => {
    const found = await read(`${HEAD}Norway signs\r\n\r\nin Oslo`)
    expect(bodyOf(found)).toBe('Norway signs\r\n\r\nin Oslo')
    expect(found.problems).toMatchObject([{ kind: 'damaged', offset: HEAD.length }])
  })
  test('any bytes after a head give text or a reason, with places within the file', async () => {
    const words = fc.constantFrom(
      ...[
        '--b\r\n',
        '--b--',
        '\r\n',
        '=E9',
        '=',
        '=\r\n',
        ' ',
        'T3Ns',
        '> a',
        'é',
        '=?utf-8?B?T3M?=',
        '\n',
        '\0',
      ],
      ...[type('multipart/alternative; boundary=b'), type('text/plain; format=flowed', 'quoted-printable')],
      ...[
        type('text/plain; charset=utf-16', 'base64'),
        'Content-Type: message/rfc822\r\n\r\n',
        'Subject: x\r\n',
      ],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 25 }), async pieces => {
        const file = bytesOf(HEAD + pieces.join(''))
        const found = await read(file)
        const stretches = found.trace({ start: 0, end: found.text.length })
        expect(stretches.every(({ start, end }) => 0 <= start && start <= end && end <= file.length)).toBe(
          true,
        )
      }),
      { numRuns: 2000 },
    )
  })
})

test('every verbatim stretch of a message is exactly the text that it stands for', async () => {
  const words = fc.array(
    fc.constantFrom('é', 'a', '𝔸', '=C3=A9', '=\r\n', ' ', '\r\n', '=?utf-8?Q?x?=', '> ', '=', '.'),
    {
      maxLength: 40,
    },
  )
  const head = fc.constantFrom(
    ...['utf-8', 'us-ascii', 'koi8-r', 'shift_jis'].flatMap(charset =>
      ['7bit', 'quoted-printable'].map(encoding =>
        type(`text/plain; charset=${charset}; format=flowed`, encoding),
      ),
    ),
  )
  await fc.assert(
    fc.asyncProperty(head, words, words, async (start, subject, body) => {
      const file = bytesOf(
        `From: a@b.no\r\nSubject: ${subject.join('').replace(/\r\n/g, '\r\n ')}\r\n${start}${body.join('')}`,
      )
      const found = await read(file)
      for (let at = 0; at < found.text.length; at++) {
        if (/[\ud800-\udfff]/.test(found.text.charAt(at))) continue
        const stretches = found.trace({ start: at, end: at + 1 })
        expect(stretches.length).toBeLessThanOrEqual(1)
        for (const stretch of stretches)
          if (stretch.verbatim && stretch.end > stretch.start) {
            const raw = Buffer.from(file.subarray(stretch.start, stretch.end)).toString('utf8')
            expect(raw.startsWith(found.text.charAt(at))).toBe(true)
          }
      }
    }),
    { numRuns: 500 },
  )
})

describe('a text looks like a message', () => {
  test.each([
    `${HEAD}\r\nNorway`,
    'From a@b Fri May  3 10:00:00 2024\nReceived: from x by y\nFrom: a@b.no\n\nx',
    'Return-Path: <a@b.no>\nReceived: from x\n\tby y\nMessage-ID: <1@b>\nFrom: A\n <a@b.no>\n\nx',
    '\ufeffMIME-Version: 1.0\nFrom: a@b.no\nCC: c@d.no\n\n',
  ])('when it begins with the fields of one: %j', text => {
    expect(looksLikeEmail(text)).toBe(true)
  })
  test.each([
    '',
    'FM SECSTATE WASHDC\nTO AMEMBASSY OSLO\nSUBJECT: CLUSTER MUNITIONS\n\n1. (C) SUMMARY',
    'FROM: Director General\nTO: All staff\nSUBJECT: The Convention\nDATE: 3 May 2024\n\nNorway has signed.',
    'FROM: ane@mfa.no\nTO: kaew@mfa.la\nSUBJECT: The Convention\n\nNorway has signed.',
    'From: Ane Dahl\nTo: All staff\nSubject: The Convention\n\nNorway has signed.',
    'From: Ane Dahl <ane@mfa.no>\nSent: Friday, 3 May 2024 10:00\nTo: Kaew\nSubject: Oslo\n\nNorway',
    'Dear Ane,\n\nFrom: a@b.no\nSubject: x\n\n',
    'Oslo, 3 May 2024\n\nExcellency,\n\nI have the honour to refer to the Convention.',
    'From: a@b.no\n\nSubject: Oslo',
    'From: a@b.no wrote a letter\nto Norway about the Convention.\n\nSubject: x',
    'Subject: Oslo\nDate: Fri, 3 May 2024 10:00:00 +0000\n\nx',
  ])('and not when it is something else: %j', text => {
    expect(looksLikeEmail(text)).toBe(false)
  })
})
