import { describe, expect, test } from 'vitest'
import { jointOf, wordsOf } from '../../src/readers/pdf-hyphens.ts'

const known = wordsOf([
  'cease-fire agreements and stockpiles',
  'the example of an anti-personnel mine, present',
])

const joined = (line: string, next: string): string => {
  const { hyphen, blank } = jointOf(line, next, known)
  return `${hyphen === 'dropped' ? line.slice(0, -1) : line}${blank ? ' ' : ''}${next}`
}

describe('two lines are joined', () => {
  test.each([
    ['with one blank', 'the treaty', 'was signed', 'the treaty was signed'],
    ['without the hyphen of a parted word', 'the govern-', 'ment of', 'the government of'],
    ['without a soft hyphen', 'the govern\u00ad', 'ment of', 'the government of'],
    ['with the hyphen of a compound known from elsewhere', 'a cease-', 'fire', 'a cease-fire'],
    ['with the hyphen after a prefix', 'the ex-', 'president', 'the ex-president'],
    ['with the hyphen after a prefix', 'non-', 'nuclear', 'non-nuclear'],
    ['without it where the word only begins like a prefix', 'for ex-', 'ample', 'for example'],
    ['without it where the whole word is known', 'at pre-', 'sent', 'at present'],
    ['with the hyphen before a capital', 'Austro-', 'Hungarian', 'Austro-Hungarian'],
    ['with the hyphen before a digit', 'COVID-', '19 cases', 'COVID-19 cases'],
    [
      'with hyphen and blank where a second word shares it',
      'short-',
      'and long-term',
      'short- and long-term',
    ],
    ['with the last hyphen of several', 'land-mine-', 'free zone', 'land-minefree zone'],
    ['without a blank after a dash between words', 'the States—', 'all of them', 'the States—all of them'],
    ['with a blank after a dash that has one before it', 'the States –', 'all', 'the States – all'],
    ['without a blank in the address of a page', 'https://www.un.org/', 'ccm', 'https://www.un.org/ccm'],
    ['without a blank between Chinese characters', '集束弹药', '公约', '集束弹药公约'],
  ])('%s', (_, line, next, expected) => {
    expect(joined(line, next)).toBe(expected)
  })
})
