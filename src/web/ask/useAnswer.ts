import { useCallback, useEffect, useState } from 'react'
import { ask, type Failure, NoAnswer } from './ask.ts'
import type { Check } from './check.ts'

/** What is known of an answer. While another is awaited the last one stays, with the path it answers. */
export interface Asked<T> {
  readonly path: string | null
  readonly value: T | null
  readonly failure: Failure | null
  readonly waiting: boolean
  readonly retry: () => void
}

interface Kept<T> {
  readonly path: string | null
  readonly value: T | null
  readonly failure: Failure | null
}

/** Asks the server whenever `path` changes, `delay` milliseconds after its last change. */
export const useAnswer = <T>(path: string | null, check: Check<T>, delay = 0): Asked<T> => {
  const [kept, setKept] = useState<Kept<T>>({ path: null, value: null, failure: null })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks the same path again.
  useEffect(() => {
    if (path === null) return
    const control = new AbortController()
    const begin = (): void => {
      ask(path, check, control.signal).then(
        value => setKept({ path, value, failure: null }),
        (error: unknown) => {
          if (control.signal.aborted) return
          if (!(error instanceof NoAnswer)) throw error
          setKept({ path, value: null, failure: error.failure })
        },
      )
    }
    const timer = delay > 0 ? setTimeout(begin, delay) : undefined
    if (delay === 0) begin()
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [path, check, delay, attempt])
  const retry = useCallback(() => {
    setKept({ path: null, value: null, failure: null })
    setAttempt(n => n + 1)
  }, [])
  return { ...kept, waiting: path !== null && kept.path !== path, retry }
}
