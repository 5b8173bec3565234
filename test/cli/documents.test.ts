import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '../support.ts'
import { json, pacta } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'pacta-documents-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileWith = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const corpus = (name: string): string => join(root, 'corpus', name)
const built = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [`${root}dist/cli/main.js`, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, PACTA_TODAY: '2026-11-22', ...env },
  })

describe('pacta read', () => {
  test('shows a cable with its header as a form and who is asked to do what', async () => {
    const { out } = await pacta('read', corpus('cable-01.txt'))
    expect(out).toContain('reference     09STATE38431')
    expect(out).toContain('sent          2009-04-16 18:22 UTC')
    expect(out).toContain('asked         BERLIN, PARIS, ROME (para 3)')
    expect(out).toContain('informed      STOCKHOLM, HELSINKI (para 4)')
    expect(out).toContain('asked         remaining addressees (para 5)')
  })

  test('names the zone beside the text, what is around the article included', async () => {
    const { out } = await pacta('read', corpus('opinion-01.txt'))
    expect(out).toMatch(/^link-farm {5}\S/m)
    expect(out).toMatch(/^title {9}\S/m)
  })

  test('with --json gives the source, the cable and every place as a slice of the text of --text', async () => {
    const { answer } = await json('read', corpus('cable-04.html'))
    const { out: text } = await pacta('read', corpus('cable-04.html'), '--text')
    expect(answer.source).toMatchObject({ format: 'html', encoding: 'utf-8', text: { length: text.length } })
    const { header, paragraphs } = answer.cable
    expect(text.slice(header.from.start, header.from.end)).toBe(header.from.value)
    expect(text.slice(paragraphs[1].labelStart).startsWith(paragraphs[1].label)).toBe(true)
    for (const { start, end, text: words } of answer.mentions) expect(text.slice(start, end)).toBe(words)
  })

  test('with --map says where each line stands in the bytes of the file', async () => {
    const path = fileWith('map.html', '<p>Norway &amp; Côte</p>')
    const { answer } = await json('read', path, '--map')
    expect(answer.source.map).toEqual([
      {
        start: 0,
        end: 13,
        source: [
          { part: null, unit: 'byte', start: 3, end: 10, verbatim: true },
          { part: null, unit: 'byte', start: 10, end: 15, verbatim: false },
          { part: null, unit: 'byte', start: 15, end: 21, verbatim: true },
        ],
      },
    ])
  })

  test('--text of two files is refused', async () => {
    const one = fileWith('one.txt', 'Norway.')
    const { err, code } = await pacta('read', one, one, '--text')
    expect([code, err]).toEqual([2, expect.stringContaining('--text writes the text of one file.')])
  })

  test('a scanned image and an archive are refused with the way out', async () => {
    const zip = fileWith('archive.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))
    const { err, code } = await pacta('read', zip)
    expect(code).toBe(2)
    expect(err).toContain('Give text, Markdown, HTML, XML, PDF, DOCX or an e-mail.')
  })
})

describe('the built program over many files', () => {
  const many = join(folder, 'many')
  for (let n = 0; n < 30; n++)
    fileWith(`many/${String(n).padStart(2, '0')}.txt`, `Norway signed on day ${n}.`)
  fileWith(
    'many/07.txt',
    Uint8Array.from({ length: 400 }, (_, k) => (k * 7) % 32),
  )
  fileWith('many/08.txt', '')
  fileWith('many/09.html', '<html><body><p>Chile ratified.</p></body></html>')

  test('answers each in order on a line of its own, the bad ones with the reason, and goes on', () => {
    const { stdout, status } = built(['read', many, '--jsonl'])
    const lines = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(status).toBe(0)
    expect(lines).toHaveLength(31)
    expect(lines.map(line => line.file)).toEqual(lines.map(line => line.file).toSorted())
    expect(lines.filter(line => 'error' in line).map(line => line.error.slice(many.length + 1))).toEqual([
      '07.txt is not text: it is full of control bytes.',
      '08.txt is empty.',
    ])
  })

  test('a file that takes longer than it may is stopped, and the rest goes on', () => {
    fileWith(
      'slow/1.txt',
      'Norway and Chile signed the Convention in Oslo on 3 December 2008.\n\n'.repeat(250_000),
    )
    fileWith('slow/2.txt', 'Norway signed.')
    const { stdout } = built(['read', join(folder, 'slow'), '--jsonl'], { PACTA_TIME_LIMIT: '4' })
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(first.error).toMatch(/1\.txt took longer than 4 seconds\.$/)
    expect(second.mentions[0]).toMatchObject({ text: 'Norway' })
  })

  test('a single page is read in a thread of its own with the same answer', async () => {
    const { stdout } = built(['read', corpus('webpage-01.html'), '--json'])
    const { answer } = await json('read', corpus('webpage-01.html'))
    expect(JSON.parse(stdout)).toEqual(answer)
  })

  test('what comes by standard input is told by its bytes', () => {
    const { stdout } = spawnSync(process.execPath, [`${root}dist/cli/main.js`, 'read', '-', '--text'], {
      input: readFileSync(corpus('report-03.docx')),
    })
    expect(stdout.toString()).toContain('The Keys to the Depot')
  })
})

describe('what is named and is no file that can be read', () => {
  test('is told with its name, and the rest goes on', () => {
    const good = fileWith('names/good.txt', 'Norway signed the treaty.\n')
    const loop = join(folder, 'names', 'loop')
    symlinkSync(loop, loop)
    const long = join(folder, 'a'.repeat(300))
    const pipe = join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    const { status, stdout } = built(['read', '--jsonl', good, loop, long, pipe])
    const lines = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(({ error }) => error?.replace(/:? ?\/.*?(?= is |\.$)/, ''))).toEqual([
      undefined,
      'This link leads back to itself.',
      'This name is too long for a file.',
      ' is a pipe or a device, which may never end.',
    ])
    expect(status).toBe(2)
  })

  test('a title with marks that a terminal obeys is shown without them', async () => {
    const path = fileWith(
      'names/esc.txt',
      '\u001b[31mA red title\u009b\n\nNorway signed the treaty in Oslo.\n',
    )
    const { out } = await pacta('read', path)
    for (const mark of ['\u001b', '\u009b']) expect(out).not.toContain(mark)
  })
})
