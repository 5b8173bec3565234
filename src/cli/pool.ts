import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Failed, Prepared, Request } from './prepare.ts'

/** A file to read. */
export interface Task {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What bounds the reading of one file. */
export interface Limits {
  readonly seconds: number
  readonly megabytes: number
}

/** What every worker is started with. */
export interface PoolOptions {
  readonly folder: string
  readonly request: Request
  readonly limits: Limits
}

const SCRIPT = new URL('./worker.js', import.meta.url)

/** Whether files can be read in threads of their own: the program has to be built for that. */
export const hasWorkers = (): boolean => import.meta.url.endsWith('.js')

const start = ({ folder, request, limits }: PoolOptions): Worker =>
  new Worker(fileURLToPath(SCRIPT), {
    workerData: { folder, request },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  })

const outOfMemory = (name: string, { megabytes }: Limits): Failed => ({
  name,
  error: `${name} needs more than ${megabytes} MB to be read.`,
  wayOut: 'Give a part of it, or set PACTA_MEMORY_LIMIT to more megabytes.',
})
const tooSlow = (name: string, { seconds }: Limits): Failed => ({
  name,
  error: `${name} took longer than ${seconds} seconds.`,
  wayOut: 'Give a part of it, or set PACTA_TIME_LIMIT to more seconds.',
})

/** An answer, and whether the thread is of no use any more. */
interface Answered {
  readonly result: Prepared | Failed
  readonly broke: boolean
}

/** What a thread answers to a task, or that it broke its limits. */
const answerOf = (worker: Worker, task: Task, limits: Limits): Promise<Answered> =>
  new Promise(resolve => {
    const settle = (result: Prepared | Failed, broke = false): void => {
      clearTimeout(timer)
      worker.off('message', settled)
      worker.off('error', broken)
      worker.off('exit', broken)
      resolve({ result, broke })
    }
    const settled = (result: Prepared | Failed): void => settle(result)
    const broken = (): void => settle(outOfMemory(task.name, limits), true)
    const timer = setTimeout(() => settle(tooSlow(task.name, limits), true), limits.seconds * 1000)
    worker.on('message', settled)
    worker.on('error', broken)
    worker.on('exit', broken)
    worker.postMessage(task)
  })

/** One thread that reads file after file, and is started anew when one has broken it. */
const hand = (options: PoolOptions) => {
  let worker: Worker | undefined
  const stop = async (): Promise<void> => {
    const old = worker
    worker = undefined
    await old?.terminate()
  }
  const run = async ({ name, bytes }: Task): Promise<Prepared | Failed> => {
    worker ??= start(options)
    const current = worker
    const { result, broke } = await answerOf(current, { name, bytes }, options.limits)
    if (broke) await stop()
    return result
  }
  return { run, stop }
}

/** How many files may be read ahead of the one that is waited for. */
const AHEAD = 4

/**
 * Reads files in threads over all cores, and gives the results in the order of the files. A file that breaks its
 * limits is answered as failed and the rest goes on. `next` makes the task of an index when its turn comes.
 */
export const inWorkers = async function* (
  count: number,
  next: (index: number) => Task | Failed,
  options: PoolOptions,
): AsyncGenerator<Prepared | Failed> {
  const hands = Array.from({ length: Math.min(count, availableParallelism()) }, () => hand(options))
  const results = new Map<number, Promise<Prepared | Failed>>()
  const free = hands.map(one => Promise.resolve(one))
  let taken = 0
  const take = (index: number): void => {
    const turn = index % hands.length
    const own = free[turn]
    if (!own) return
    const result = own.then(one => {
      const task = next(index)
      return 'error' in task ? task : one.run(task)
    })
    results.set(index, result)
    free[turn] = result.then(() => own)
  }
  try {
    for (let index = 0; index < count; index++) {
      while (taken < count && taken < index + hands.length * AHEAD) take(taken++)
      const result = results.get(index)
      results.delete(index)
      if (result) yield await result
    }
  } finally {
    await Promise.all(hands.map(one => one.stop()))
  }
}
