import { problemAnswer } from './answers.ts'
import { type Check, Misshapen } from './check.ts'

/** Why there is no answer: what went wrong, where, and what to do next. */
export interface Failure {
  readonly what: string
  readonly where: string
  readonly next: string
  readonly suggestions: readonly string[]
}

/** An answer that did not come, with its `Failure` in words. */
export class NoAnswer extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.what)
    this.failure = failure
  }
}

const refused = async (response: Response, where: string): Promise<NoAnswer> => {
  const body: unknown = await response.json().catch(() => undefined)
  try {
    const { title, detail, suggestions } = problemAnswer(body, '')
    return new NoAnswer({
      what: `${title}. ${detail}`,
      where,
      next: 'Choose another treaty, State or day.',
      suggestions,
    })
  } catch {
    const what = `The server answered ${response.status} without saying why.`
    return new NoAnswer({ what, where, next: 'Look at the log of the server.', suggestions: [] })
  }
}

const unreachable = (where: string): NoAnswer =>
  new NoAnswer({
    what: 'The Pacta server cannot be reached.',
    where,
    next: 'Start it with "npm start" (or "pacta serve"), then try again.',
    suggestions: [],
  })

const misshapen = (error: unknown, where: string): NoAnswer => {
  const detail = error instanceof Error ? error.message : String(error)
  return new NoAnswer({
    what: `The answer of the server cannot be read: ${detail}.`,
    where,
    next: 'The page and the server may be of different versions: run "npm run build" and reload.',
    suggestions: [],
  })
}

/** Asks the server under `path` (relative to the page) and checks the answer. Throws `NoAnswer`, or an abort. */
export const ask = async <T>(path: string, check: Check<T>, signal: AbortSignal): Promise<T> => {
  const address = new URL(path, document.baseURI)
  const where = address.pathname + address.search
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } }).catch(
    (error: unknown) => {
      throw signal.aborted ? error : unreachable(where)
    },
  )
  if (!response.ok) throw await refused(response, where)
  try {
    return check(await response.json(), '')
  } catch (error) {
    if (signal.aborted) throw error
    throw error instanceof Misshapen || error instanceof SyntaxError ? misshapen(error, where) : error
  }
}
