// `node scripts/fuzz.mjs [COUNT] [SEED] [--dist FOLDER] [--write FILE]`: reads damaged documents and checks what
// must hold for any. Input n of a run is made from SEED + n alone, so that `node scripts/fuzz.mjs 1 THAT_SEED` makes
// it again, and --write keeps its bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { unzipSync, zipSync } from 'fflate'
import { randomFrom } from '../bench/measure.mjs'
import { build, install, root } from './ensure.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string' }, write: { type: 'string' } },
})
const [count = 100_000, seed = 1] = positionals.map(Number)
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  console.error('COUNT and SEED are whole numbers, COUNT above 0.')
  process.exit(2)
}
if (!values.dist) {
  install()
  build()
}
const built = path => import(pathToFileURL(join(resolve(values.dist ?? join(root, 'dist')), path)).href)
const { readSource } = await built('readers/index.js')
const { buildLexicon, readDocument } = await built('core/documents/index.js')
const { loadData } = await built('store/data.js')

const { register } = loadData(join(root, 'data'))
const lexicon = buildLexicon(register.world, [...register.treaties.values()])

const LONGEST_SLICE = 3000
const LONGEST_INPUT = 12_000
const SLOW = 1000
/** One input in so many is a whole PDF or DOCX: they are slow to read. */
const PDF_EVERY = 500
const DOCX_EVERY = 250

// Bytes are held as strings of one character a byte; `utf8` brings other text into that form.
const utf8 = text => Buffer.from(text, 'utf8').toString('latin1')
const bytesOf = binary => Uint8Array.from(Buffer.from(binary, 'latin1'))

const documents = ['corpus', 'samples'].flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => /\.(?:txt|md|html|xml|eml|pdf|docx)$/.test(name) && name !== 'README.md')
    .sort()
    .map(name => ({ name, bytes: readFileSync(join(root, folder, name)) })),
)
const withEnd = end => documents.filter(({ name }) => name.endsWith(end))
const pdfs = withEnd('.pdf').map(({ bytes }) => bytes.toString('latin1'))
const docxs = withEnd('.docx').map(({ bytes }) => unzipSync(Uint8Array.from(bytes)))
// Plain text comes oftenest: most rules are for it, and it is the quickest to read.
const textsBy = ['.txt', '.txt', '.txt', '.txt', '.md', '.html', '.xml', '.eml']
  .map(end => withEnd(end).map(({ bytes }) => bytes.toString('latin1')))
  .filter(texts => texts.length > 0)

const RUNS = [
  ...[
    ' ',
    '-',
    '.',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '{',
    '1',
    '9',
    'a',
    'I',
    '"',
    "'",
    '*',
    '_',
    '`',
    '#',
    '|',
  ],
  ...['=', '&', '/', '\n', '\t', '\r', '\0', '\f', '\v', ':', ',', '+', '~', '\\', '\x1b', '\xff', '\x80'],
  ...[
    '¶',
    '“',
    '”',
    '«',
    '–',
    '—',
    '…',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\u0301',
    '\u202e',
    '\u0130',
  ].map(utf8),
  ...['ß', 'ﬁ', '\u05d0', '\u0627', '條', '👩\u200d', '🇹🇷', '\ufffd', '\u0345', '\u1e9e', 'Σ'].map(utf8),
  ...[
    '- ',
    '. ',
    '1. ',
    '¶1. (C) ',
    '> ',
    '** ',
    'a. ',
    '(a) ',
    'U.S.',
    'No. ',
    ', ',
    '1 May ',
    '1969 ',
    '--\n',
  ].map(utf8),
  ...['Turkey ', 'the Convention ', 'By A B\n', 'Q: ', 'Article 1\n', 'SUBJECT: ', 'REF: A. ', 'PAGE 01 '],
]
const TAGS = [
  'div',
  'p',
  'b',
  'a',
  'table',
  'td',
  'ul',
  'li',
  'script',
  'title',
  'article',
  'svg',
  'pre',
  'x:y',
  'h1',
]
const LABELS = [
  ...[
    'SUBJECT: ',
    'TAGS: ',
    'REF: ',
    'E.O. 12958: DECL: ',
    'FM ',
    'TO ',
    'INFO ',
    'BT\n',
    'NNNN\n',
    'SIPDIS\n',
  ],
  ...[
    'CLASSIFIED BY: ',
    'RUEHAK/AMEMBASSY ANKARA 0001\n',
    'O 011943Z DEC 08\n',
    'ZNY CCCCC ZZH\n',
    'UNCLAS ',
  ],
  ...[
    '¶2. (C) ',
    '2. (S//NF) ',
    '¶',
    '(U) ',
    'End summary.',
    'SUMMARY: ',
    'COMMENT: ',
    "(cont'd)",
    'PAGE 02 STATE 1',
  ].map(utf8),
  ...[
    'Article 2\n',
    'Artikel 3\n',
    'Artículo 4\n',
    'Section 5.\n',
    'Annex I\n',
    'Footnote 1\n',
    '[1] ',
    '[^1]: ',
  ].map(utf8),
  ...[
    'By Jane Doe\n',
    'Published: 1 May 2020\n',
    '1/2/2003',
    'Q: ',
    'A: ',
    'MR. SMITH: ',
    'Dear Sir,\n',
    'Sincerely,\n',
  ],
  ...[
    'From: a@b.c\r\n',
    'Subject: x\r\n',
    'Content-Type: text/html\r\n',
    '\r\n\r\n',
    '--b\r\n',
    '=?utf-8?q?=ff?=',
    '=C3=',
    '> ',
  ],
  ...[
    '<!doctype html>',
    '<?xml version="1.0"?>',
    '<!--',
    '-->',
    ']]>',
    '<![CDATA[',
    '&#xD800;',
    '&lt;',
    '<p hidden>',
  ],
  ...[
    '<meta name=author content="',
    '<time datetime="',
    '<script type="application/ld+json">{"@type":',
    '</',
    '<br>',
  ],
  ...['# ', '---\n', '```\n', '| a |\n|---|\n', '[x](y)', '![', '~~~\n', '    ', '\ufeff', '\f'].map(utf8),
  ...[
    'State Party',
    'NPT',
    'Turkey',
    'the Treaty',
    '1 January 1970',
    'late July',
    'Ankara',
    'Soviet Union',
    'EU',
  ],
]
const LINE_ENDS = ['\r\n', '\r', '\n\n', '\n\r', '\u0085', '\u2028', '\v', '\f', '\0\n'].map(utf8)

/** What one seed makes. */
const makerFrom = own => {
  const random = randomFrom(Math.imul(own, 0x9e3779b1) >>> 0)
  for (let warm = 0; warm < 4; warm++) random(2)
  const pick = list => list[random(list.length)]
  const cut = (text, longest) => {
    const length = 1 + random(Math.min(longest, text.length))
    const start = random(3) === 0 ? 0 : random(text.length - length + 1)
    return text.slice(start, start + length)
  }
  /** A place in a text, oftener than not the beginning of a line. */
  const place = text => {
    const at = random(text.length + 1)
    return random(3) === 0 ? at : text.lastIndexOf('\n', at) + 1
  }
  const insert = (text, piece) => {
    const at = place(text)
    return text.slice(0, at) + piece + text.slice(at)
  }
  const ways = [
    text => {
      const chars = text.split('')
      const flips = 1 + random(20)
      for (let n = 0; n < flips; n++) chars[random(chars.length)] = String.fromCharCode(random(256))
      return chars.join('')
    },
    text => {
      const piece = cut(text, 200)
      return insert(text, piece.repeat(1 + random(Math.max(1, Math.floor(2000 / piece.length)))))
    },
    text => {
      const [a, b, c] = [random(text.length), random(text.length), random(text.length)].sort((x, y) => x - y)
      return text.slice(0, a) + text.slice(b, c) + text.slice(a, b) + text.slice(c)
    },
    text => {
      const at = place(text)
      return text.slice(0, at) + text.slice(at + random(200))
    },
    text => {
      const run = pick(RUNS)
      return insert(text, run.repeat(1 + random(Math.ceil((random(4) === 0 ? 2000 : 40) / run.length))))
    },
    text => {
      const tag = pick(TAGS)
      const depth = 1 + random(random(8) === 0 ? 300 : 20)
      const inner = random(2) === 0 ? cut(text, 100) : ''
      return insert(text, `<${tag}>`.repeat(depth) + inner + `</${tag}>`.repeat(random(depth + 1)))
    },
    text => insert(text, pick(LABELS)),
    text => insert(insert(text, pick(LABELS)), pick(LABELS)),
    text => insert(text, `${pick(LABELS).repeat(1 + random(30))}\n`),
    text =>
      text.replaceAll(
        /\r?\n/g,
        random(2) === 0 ? pick(LINE_ENDS) : end => (random(2) === 0 ? end : pick(LINE_ENDS)),
      ),
    text => text.replaceAll(/[\r\n]+/g, ' '),
    text => text.replaceAll(' ', () => (random(6) === 0 ? pick(RUNS) : ' ')),
    text => text.toUpperCase(),
    text => insert(text, cut(pick(pick(textsBy)), LONGEST_SLICE)),
    text => text.slice(0, 1 + random(text.length)),
  ]
  const textBytes = binary => {
    const way = random(24)
    if (way > 3) return bytesOf(binary)
    const text = Buffer.from(binary, 'latin1').toString('utf8')
    if (way === 0) return Uint8Array.from(Buffer.from(text, 'latin1'))
    const marked = random(3) === 0 ? text : `\ufeff${text}`
    const units = Buffer.from(marked, 'utf16le')
    const wounds = random(3) === 0 ? 0 : 1 + random(20)
    for (let n = 0; n < wounds && units.length > 4; n++)
      units.writeUInt16LE(0xd800 + random(0x800), 2 + 2 * random((units.length - 2) >> 1))
    if (way === 1) units.swap16()
    if (way < 3) return Uint8Array.from(random(5) === 0 ? units.subarray(0, -1) : units)
    return Uint8Array.from(Buffer.concat([bytesOf(binary), units, bytesOf(binary.slice(0, 500))]))
  }
  const damaged = (text, times, longest) => {
    let now = text
    for (let n = 0; n < times && now.length > 0; n++) now = pick(ways)(now).slice(0, longest)
    return now === '' ? ' ' : now
  }
  const pdf = () => {
    const whole = pick(pdfs)
    const chars = whole.split('')
    const wounds = random(30)
    for (let n = 0; n < wounds; n++) chars[random(chars.length)] = String.fromCharCode(random(256))
    return {
      bytes: bytesOf(chars.join('').slice(0, random(4) === 0 ? random(whole.length) : whole.length)),
      made: 'pdf',
    }
  }
  const docx = () => {
    const parts = pick(docxs)
    const names = Object.keys(parts).filter(name => name.endsWith('.xml') || name.endsWith('.rels'))
    const hurt = random(3) === 0 ? pick(names) : 'word/document.xml'
    const own = Buffer.from(parts[hurt] ?? []).toString('latin1')
    const zipped = zipSync({ ...parts, [hurt]: bytesOf(damaged(own, 1 + random(4), 200_000)) }, { level: 1 })
    if (random(4) === 0) for (let n = 0; n < 5; n++) zipped[random(zipped.length)] = random(256)
    return { bytes: zipped, made: 'docx' }
  }
  return () => {
    if (pdfs.length > 0 && random(PDF_EVERY) === 0) return pdf()
    if (docxs.length > 0 && random(DOCX_EVERY) === 0) return docx()
    return {
      bytes: textBytes(damaged(cut(pick(pick(textsBy)), LONGEST_SLICE), random(7), LONGEST_INPUT)),
      made: 'text',
    }
  }
}

const inside = ({ start, end }, length) =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length
const shown = value => JSON.stringify(value)?.slice(0, 160)

/** A NUL is blank: it makes no line and so needs no zone. */
const NOT_BLANK = /[^\s\0]/

function* zoneFaults(text, zones) {
  let end = 0
  for (const zone of zones) {
    if (!inside(zone, text.length)) yield ['a zone is not inside the text', shown(zone)]
    if (zone.end <= zone.start) yield ['a zone is empty', shown(zone)]
    if (zone.start < end) yield ['zones overlap or are out of order', shown(zone)]
    const lost = text.slice(end, zone.start).search(NOT_BLANK)
    if (lost >= 0)
      yield ['a character is in no zone', shown({ at: end + lost, of: text.slice(end + lost, zone.start) })]
    end = Math.max(end, zone.end)
  }
  const lost = text.slice(end).search(NOT_BLANK)
  if (lost >= 0) yield ['a character is in no zone', shown({ at: end + lost, of: text.slice(end + lost) })]
}

function* orderFaults(what, spans, length) {
  let end = 0
  for (const span of spans) {
    if (!inside(span, length) || span.end === span.start)
      yield [`a ${what} is not inside the text`, shown(span)]
    if (span.start < end) yield [`${what}s overlap or are out of order`, shown(span)]
    end = span.end
  }
}

/** Everything in a value that has a place. */
function* placesIn(value) {
  if (value === null || typeof value !== 'object') return
  if (typeof value.start === 'number' || typeof value.end === 'number') yield value
  for (const inner of Object.values(value)) yield* placesIn(inner)
}

function* cableFaults(text, cable) {
  yield* orderFaults('cable paragraph', cable.paragraphs, text.length)
  for (const paragraph of cable.paragraphs) {
    const { labelStart, label, items } = paragraph
    if (!Number.isInteger(paragraph.n) || paragraph.n < 0)
      yield ['a paragraph has no number', shown(paragraph)]
    if (labelStart < paragraph.start || labelStart + label.length > paragraph.end)
      yield ['a label is not in its paragraph', shown(paragraph)]
    for (const item of items)
      if (item.start < paragraph.start || item.end > paragraph.end)
        yield ['an item is not in its paragraph', shown(item)]
  }
}

function* readingFaults(text, reading) {
  yield* zoneFaults(text, reading.zones)
  yield* orderFaults('sentence', reading.sentences, text.length)
  yield* orderFaults('paragraph', reading.paragraphs, text.length)
  let before = 0
  for (const mention of reading.mentions) {
    if (!inside(mention, text.length)) yield ['a mention is not inside the text', shown(mention)]
    if (mention.text !== text.slice(mention.start, mention.end))
      yield ['a mention is not its slice', shown(mention)]
    if (mention.start < before) yield ['mentions are out of order', shown(mention)]
    before = mention.start
  }
  if (reading.cable) yield* cableFaults(text, reading.cable)
  for (const place of placesIn({ ...reading, mentions: [], zones: [], sentences: [], paragraphs: [] })) {
    if (place.start === undefined && place.end === undefined) continue
    if (!inside(place, text.length)) yield ['a place is not inside the text', shown(place)]
  }
}

function* sourceFaults(source, bytes) {
  const { text, hints, marks } = source
  for (const hint of hints)
    if (!inside(hint, text.length)) yield ['a hint is not inside the text', shown(hint)]
  let end = 0
  for (const mark of marks) {
    if (!inside(mark, text.length)) yield ['a mark is not inside the text', shown(mark)]
    if (mark.start < end) yield ['marks overlap or are out of order', shown(mark)]
    end = mark.end
  }
  const middle = text.length >> 1
  for (const span of [
    { start: 0, end: text.length },
    { start: middle, end: Math.min(text.length, middle + 7) },
  ])
    for (const stretch of source.trace(span)) {
      if (stretch.start > stretch.end || stretch.start < 0)
        yield ['a stretch of the source is no stretch', shown(stretch)]
      if (stretch.part === null && stretch.end > bytes.length)
        yield ['a stretch is not inside the source', shown(stretch)]
    }
}

/** Reads an input; answers its format and what is wrong. */
const tried = async (bytes, twice) => {
  const start = performance.now()
  const source = await readSource(bytes)
  if ('notText' in source) return { format: 'not text', faults: [], took: performance.now() - start }
  const reading = readDocument(source, lexicon)
  const took = performance.now() - start
  const faults = [...sourceFaults(source, bytes), ...readingFaults(source.text, reading)]
  if (twice) {
    const again = await readSource(bytes)
    if (JSON.stringify(readDocument(again, lexicon)) !== JSON.stringify(reading))
      faults.push(['two readings differ', ''])
    const bare = readDocument(source.text, lexicon)
    for (const [what, where] of readingFaults(source.text, bare))
      faults.push([`${what} (read without its frame)`, where])
  }
  return { format: `${source.format}${reading.cable ? ', a cable' : ''}`, faults, took }
}

const reported = error => {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const at = /\/(?:core|readers|store)\/[\w/.-]+:\d+/.exec(stack)?.[0] ?? ''
  return [`it throws: ${message.slice(0, 80)}`, at]
}

const once = async (bytes, twice) => {
  const start = performance.now()
  try {
    return await tried(bytes, twice)
  } catch (error) {
    return { format: 'threw', faults: [reported(error)], took: performance.now() - start }
  }
}

const failures = new Map()
const formats = new Map()
let slowest = []
const begun = performance.now()
for (let n = 0; n < count; n++) {
  const own = seed + n
  const { bytes, made } = makerFrom(own)()
  if (values.write && n === 0) writeFileSync(values.write, bytes)
  let { format, faults, took } = await once(bytes, own % 20 === 0)
  // Another program may have held the machine: a slow input is slow twice.
  if (took > SLOW) took = Math.min(took, (await once(bytes, false)).took)
  if (took > SLOW) faults = [...faults, ['it takes over a second', `${took.toFixed(0)} ms`]]
  for (const [what, where] of faults) {
    const known = failures.get(what) ?? { seeds: new Set(), where }
    known.seeds.add(own)
    failures.set(what, known)
  }
  const row = formats.get(format) ?? { inputs: 0, ms: 0 }
  formats.set(format, { inputs: row.inputs + 1, ms: row.ms + took })
  if (slowest.length < 10 || took > slowest[slowest.length - 1].took)
    slowest = [...slowest, { own, took, format, made, size: bytes.length }]
      .sort((a, b) => b.took - a.took)
      .slice(0, 10)
}
const seconds = (performance.now() - begun) / 1000

console.log(`${'format'.padEnd(22)}${'inputs'.padStart(9)}${'ms each'.padStart(10)}`)
for (const [format, { inputs, ms }] of [...formats].sort((a, b) => b[1].inputs - a[1].inputs))
  console.log(`${format.padEnd(22)}${String(inputs).padStart(9)}${(ms / inputs).toFixed(2).padStart(10)}`)
console.log('\nslowest               ms     bytes   seed')
for (const { own, took, format, size } of slowest)
  console.log(`${format.padEnd(16)}${took.toFixed(0).padStart(8)}${String(size).padStart(10)}   ${own}`)
console.log(`\n${count} inputs in ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} a second`)
for (const [what, { seeds, where }] of failures)
  console.log(
    `\nFAILED ${what}: ${seeds.size} inputs, seeds ${[...seeds].slice(0, 5).join(' ')}\n    ${where}`,
  )
if (failures.size === 0) console.log('nothing failed')
process.exit(failures.size === 0 ? 0 : 1)
