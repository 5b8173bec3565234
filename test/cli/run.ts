import { InputError } from '../../src/api/ask.ts'
import { contextFrom } from '../../src/cli/context.ts'
import { runProgram } from '../../src/cli/program.ts'

export interface Run {
  readonly out: string
  readonly err: string
  readonly code: number
}

/** Runs the command line in this process, on the real data, with a clock that stands still. */
export const pacta = async (...args: readonly string[]): Promise<Run> => {
  let out = ''
  let err = ''
  const plain = (text: string): string => text
  const context = contextFrom({
    write: text => {
      out += text
    },
    warn: text => {
      err += text
    },
    style: { strong: plain, dim: plain, mark: plain, width: 100 },
    env: { ...process.env, PACTA_TODAY: '2026-11-22' },
    now: new Date(),
  })
  try {
    const { code } = await runProgram(context, args)
    return { out, err, code }
  } catch (error) {
    if (error instanceof InputError)
      return { out, err: `${err}${error.message}\n${error.suggestions.join(' ')}\n${error.wayOut}`, code: 2 }
    if (error instanceof Error && 'exitCode' in error) return { out, err, code: error.exitCode === 0 ? 0 : 2 }
    throw error
  }
}

export const json = async (...args: readonly string[]) => {
  const { out, code } = await pacta(...args, '--json')
  return { code, answer: JSON.parse(out) }
}
