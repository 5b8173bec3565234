import { describe, expect, test } from 'vitest'
import { pacta } from './cli/run.ts'
import { fileText } from './support.ts'

/** The words of a command line, quoted ones whole. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')

const blocks = [...fileText('README.md').matchAll(/```console\n\$ pacta (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', output = '']) => [command, output] as const,
)

describe('the README shows what the program prints', () => {
  test('it opens with a question and its answer, and shows the main job', () => {
    expect(fileText('README.md')).toMatch(
      /^# Pacta\n\n\*\*Was Lithuania bound .*\?\*\*\n\n```console\n\$ pacta status/,
    )
    expect(blocks.some(([command]) => command.startsWith('check '))).toBe(true)
  })
  test.each(blocks)('pacta %s', async (command, output) => {
    const { out, code } = await pacta(...wordsOf(command))
    expect(out).toBe(output)
    expect(code).toBe(0)
  })
  test('every other command it names exists', async () => {
    const { out } = await pacta('--help')
    const named = [...fileText('README.md').matchAll(/`pacta ([a-z]+)/g)].map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(4)
    for (const name of named) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
  })
})
