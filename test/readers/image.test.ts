import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '../../src/readers/index.ts'

test('the letters of an image are recognised when asked, with a word that they may be wrong', async () => {
  const bytes = readFileSync(new URL('./page.png', import.meta.url))
  const source = await readSource(bytes, { ocr: true })
  if ('notText' in source) throw new Error(source.notText)
  expect(source.text.replace(/\s+/g, ' ')).toContain(
    'Norway deposited its instrument of ratification of the Convention on Cluster Munitions on 3 December 2008.',
  )
  expect(source.problems[0]?.message).toMatch(/recognised in an image \(confidence \d+ of 100\)/)
  expect(source.trace({ start: 0, end: 6 })).toEqual([
    { part: 'image', unit: 'byte', start: 0, end: bytes.length, verbatim: false },
  ])
})

test('an image that is damaged is answered with the reason', async () => {
  const bytes = readFileSync(new URL('./page.png', import.meta.url)).subarray(0, 60)
  const source = await readSource(bytes, { ocr: true })
  expect('notText' in source && source.notText).toMatch(/^no letters could be recognised/)
})
