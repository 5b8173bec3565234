import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../support.ts'
import { json, pacta } from './run.ts'

const opinion = join(root, 'samples/opinion.txt')

describe('pacta read --annotations', () => {
  test('prints one W3C collection with everything that was read', async () => {
    const collection = JSON.parse((await pacta('read', opinion, '--annotations')).out)
    const { answer } = await json('read', opinion)
    expect(collection['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld')
    expect(collection.total).toBe(answer.zones.length + answer.mentions.length)
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
