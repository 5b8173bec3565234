import { parentPort, workerData } from 'node:worker_threads'
import { loadData } from '../store/data.ts'
import type { Task } from './pool.ts'
import { knowledgeOf, prepare, type Request } from './prepare.ts'

const { folder, request } = workerData as { readonly folder: string; readonly request: Request }
const knowledge = knowledgeOf(loadData(folder).register)

parentPort?.on('message', async ({ name, bytes }: Task) => {
  try {
    parentPort?.postMessage(await prepare(name, bytes, request, knowledge))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    parentPort?.postMessage({
      name,
      error: `${name} could not be read: ${reason}.`,
      wayOut: 'Report it with the file if you can share it; the other files are read on.',
    })
  }
})
