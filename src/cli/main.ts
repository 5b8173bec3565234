#!/usr/bin/env node
import { CommanderError } from 'commander'
import { InputError } from '../api/ask.ts'
import { type Context, contextFrom } from './context.ts'
import { runProgram } from './program.ts'
import { styleFor } from './style.ts'

const warn = (text: string): void => {
  process.stderr.write(text)
}

const inputErrorWords = ({ message, wayOut, suggestions }: InputError): string =>
  [message, ...(suggestions.length > 0 ? [`Did you mean ${suggestions.join(' or ')}?`] : []), wayOut].join(
    '\n',
  )

const failureCode = (error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof InputError) {
    warn(`${inputErrorWords(error)}\n`)
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

// A reader that stops listening, such as `head`, is no failure.
process.stdout.on('error', error => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0)
  throw error
})

await run()
