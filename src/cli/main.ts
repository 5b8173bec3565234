#!/usr/bin/env node
import { CommanderError } from 'commander'
import { InputError } from '../api/ask.ts'
import { BeyondCalendar } from '../core/calendar/index.ts'
import { type Context, contextFrom } from './context.ts'
import { runProgram } from './program.ts'
import { styleFor, tame } from './style.ts'

const warn = (text: string): void => {
  process.stderr.write(text)
}

const inputErrorWords = ({ message, wayOut, suggestions }: InputError): string =>
  [
    tame(message),
    ...(suggestions.length > 0 ? [`Did you mean ${suggestions.join(' or ')}?`] : []),
    wayOut,
  ].join('\n')

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

const failureCode = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof InputError) {
    warn(`${inputErrorWords(error)}\n`)
    return 2
  }
  if (error instanceof BeyondCalendar) {
    warn(`${error.message}\nAsk for days between 0001-01-01 and 9999-12-31 whose sums stay between them.\n`)
    return 2
  }
  if (codeOf(error) === 'ENOENT' && String(error).includes('uv_cwd')) {
    warn('The folder you are in no longer exists.\nChange to another folder.\n')
    return 2
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  warn(`Pacta itself is wrong here: ${message}\nSet PACTA_DEBUG=1 to see where, and report it.\n`)
  if (process.env.PACTA_DEBUG) warn(`${stack}\n`)
  return 2
}

const outside = () => ({
  write: (text: string): void => {
    process.stdout.write(text)
  },
  warn,
  style: styleFor(process.stdout, process.env),
  env: process.env,
  now: new Date(),
})

const run = async (): Promise<void> => {
  try {
    const context: Context = contextFrom(outside())
    const { code } = await runProgram(context, process.argv.slice(2))
    process.exitCode = code
  } catch (error) {
    process.exitCode = failureCode(error)
  }
}

// A reader that stops listening, such as `head`, is no failure; a full disk is.
process.stdout.on('error', error => {
  if (codeOf(error) === 'EPIPE') process.exit(process.exitCode ?? 0)
  warn(`The answer could not be written: ${error.message}.\nMake room, or write it elsewhere.\n`)
  process.exit(2)
})

await run()
