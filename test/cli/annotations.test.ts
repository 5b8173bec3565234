import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fileText, root } from '../support.ts'
import { json, pacta } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'pacta-annotations-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileWith = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const opinion = join(root, 'samples/opinion.txt')
const text = fileText('samples/opinion.txt')
const annotated = async (file: string): Promise<string> =>
  fileWith('annotations.json', (await pacta('read', file, '--annotations')).out)

describe('pacta read --annotations', () => {
  test('prints one W3C collection with everything that was read', async () => {
    const collection = JSON.parse((await pacta('read', opinion, '--annotations')).out)
    const { answer } = await json('read', opinion)
    expect(collection['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld')
    const lists = [answer.zones, answer.mentions, answer.quotations, answer.reported, answer.events]
    expect(collection.total).toBe(lists.reduce((sum, list) => sum + list.length, 0))
    expect(collection.first.items[0].target).toMatchObject({
      source: `urn:sha256:${answer.source.text.sha256}`,
      'pacta:file': 'opinion.txt',
    })
  })

  test('of several files prints a list, or with --jsonl one a line, each with its file', async () => {
    const two = ['samples/opinion.txt', 'samples/cable.txt'].map(file => join(root, file))
    const list = JSON.parse((await pacta('read', ...two, '--annotations')).out)
    expect(list.map((one: { file: string; type: string }) => [one.file, one.type])).toEqual(
      two.map(file => [file, 'AnnotationCollection']),
    )
    const { out } = await pacta('read', ...two, '--annotations', '--jsonl')
    expect(out.trim().split('\n')).toHaveLength(2)
  })

  test('is not given together with --text or --map', async () => {
    const { err, code } = await pacta('read', opinion, '--annotations', '--text')
    expect([code, err]).toEqual([2, expect.stringContaining("'--annotations' cannot be used with")])
  })
})

describe('pacta anchor', () => {
  test.each([
    'samples/opinion.txt',
    'samples/cable.txt',
    'corpus/webpage-01.html',
    'corpus/report-03.docx',
  ])('finds every annotation of %s in it', async file => {
    const path = join(root, file)
    const { answer } = await json('anchor', await annotated(path), path)
    expect(answer).toMatchObject({ sameText: true, counts: { orphaned: 0 }, on: '2026-11-22' })
    expect(answer.counts.exact).toBeGreaterThan(5)
  })

  test('after an edit shows what is orphaned and why', async () => {
    const now = fileWith('now.txt', text.replace('Germany', 'Switzerland'))
    const { out, code } = await pacta('anchor', await annotated(opinion), now)
    expect(code).toBe(0)
    expect(out.replaceAll(/\s+/g, ' ')).toContain('31 of 34 annotations stand in')
    expect(out).toContain('  20 at a new place · 3 orphaned\n')
    expect(out).toContain(
      '\n✕ mention state  was at 351 to 358 (UTF-16)\n  “Germany”\n    The words, or the word they are part of, were changed.\n',
    )
  })

  test('with --json gives every annotation its place, each a slice of the text, or the reason', async () => {
    const after = `🕊 ${text.replace('Germany', 'Chile')}`
    const { answer } = await json('anchor', await annotated(opinion), fileWith('now.txt', after))
    expect(answer.counts).toEqual({ exact: 31, orphaned: 3 })
    for (const anchor of answer.anchors.filter((one: { is: string }) => one.is === 'exact')) {
      expect(after.slice(anchor.start, anchor.end)).toBe(anchor.text)
      const { start, end } = anchor.codePoints
      expect([...after].slice(start, end).join('')).toBe(anchor.text)
    }
    expect(answer.anchors.find((one: { text: string }) => one.text === 'Germany')).toMatchObject({
      is: 'orphaned',
      was: { start: 351, end: 358 },
      reason: 'changed',
      why: 'The words, or the word they are part of, were changed.',
    })
  })

  test.each([
    ['no JSON', '<p>', 'It is not JSON.'],
    ['other JSON', '{"a": 1}', 'It is JSON, but no W3C AnnotationCollection or AnnotationPage.'],
  ])('%s is refused with the file, what is wrong and the way out', async (_, content, wrong) => {
    const path = fileWith('wrong.json', content)
    const { err, code } = await pacta('anchor', path, opinion)
    expect(code).toBe(2)
    expect(err).toContain(`${path} holds no annotations that can be read. ${wrong}`)
    expect(err).toContain('Give what `pacta read FILE --annotations` wrote.')
  })

  test('positions in another unit are refused', async () => {
    const path = await annotated(opinion)
    writeFileSync(path, (await pacta('read', opinion, '--annotations')).out.replace('code point"', 'byte"'))
    const { err, code } = await pacta('anchor', path, opinion)
    expect([code, err]).toEqual([2, expect.stringContaining('Its positions count "Unicode byte".')])
    expect(err).toContain('Positions count Unicode code points')
  })

  test('a folder is refused', async () => {
    const { err, code } = await pacta('anchor', await annotated(opinion), join(root, 'samples'))
    expect([code, err]).toEqual([2, expect.stringMatching(/names \d+ files\.\n.*\nGive one file\./)])
  })

  test('a file that is not there is refused', async () => {
    const { err, code } = await pacta('anchor', join(folder, 'none.json'), opinion)
    expect([code, err]).toEqual([2, expect.stringContaining('There is no such file')])
  })
})
