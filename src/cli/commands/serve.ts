import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../api/ask.ts'
import { createServer } from '../../api/server.ts'
import { type Context, todayFrom } from '../context.ts'

export interface ServeOptions {
  readonly port?: string
  readonly host?: string
}

const DEFAULT_PORT = 4280

const portFrom = (text: string | undefined): number => {
  if (text === undefined) return DEFAULT_PORT
  if (/^\d{1,5}$/.test(text) && +text < 65536) return +text
  throw new InputError(`"${text}" is not a port.`, 'Type a number from 0 to 65535; 0 takes any that is free.')
}

/** `dist/web` beside the built command line, or beside the sources in development. */
const builtWebFolder = (): string | undefined => {
  const here = dirname(fileURLToPath(import.meta.url))
  return [join(here, '../../web'), join(here, '../../../dist/web')].find(folder =>
    existsSync(join(folder, 'index.html')),
  )
}

const listenProblem = (error: unknown, host: string, port: number): unknown => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new InputError(`Port ${port} is in use.`, 'Type --port 0 to take any that is free.')
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new InputError(`Cannot listen on ${host}, port ${port}.`, 'Choose another --host or --port.')
  return error
}

/** `pacta serve`: the web app and the API, on this machine only unless --host says otherwise. */
export const serve = async (context: Context, options: ServeOptions): Promise<void> => {
  const host = options.host ?? '127.0.0.1'
  const port = portFrom(options.port)
  const webFolder = builtWebFolder()
  const server = await createServer({
    loaded: context.loaded(),
    today: () => todayFrom(process.env, new Date()),
    ...(webFolder && { webFolder }),
  })
  const address = await server.listen({ host, port }).catch((error: unknown) => {
    throw listenProblem(error, host, port)
  })
  context.write(`Pacta answers at ${address}\n`)
  if (!webFolder) context.warn('The web app is not built; only the API answers. Run `npm run build`.\n')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
}
