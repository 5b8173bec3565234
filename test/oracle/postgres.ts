import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'

/** A PostgreSQL that answers SQL with parameters, and can be stopped. */
export interface Database {
  readonly rows: (sql: string, values?: readonly string[]) => Promise<readonly Record<string, unknown>[]>
  readonly stop: () => Promise<void>
}

/** The embedded engine, which ships as a library and is always there. */
export const embedded = async (): Promise<Database> => {
  const { PGlite } = await import('@electric-sql/pglite')
  const db = new PGlite()
  return {
    rows: async (sql, values = []) => (await db.query<Record<string, unknown>>(sql, [...values])).rows,
    stop: () => db.close(),
  }
}

const programs = (): string | undefined => {
  const versions = '/usr/lib/postgresql'
  if (!existsSync(versions)) return undefined
  const newest = readdirSync(versions).sort((a, b) => +b - +a)[0]
  return newest && join(versions, newest, 'bin')
}

/** Whether a server can be reached or started: PACTA_DATABASE_URL, or Debian's package postgresql. */
export const serverAvailable = (): boolean =>
  process.env.PACTA_DATABASE_URL !== undefined || programs() !== undefined

/** PostgreSQL refuses to run as root, so root runs it as the user that Debian's package makes. */
const runAsPostgres = (command: string): void => {
  const asRoot = process.getuid?.() === 0
  const { status, stderr } = asRoot
    ? spawnSync('su', ['postgres', '-s', '/bin/sh', '-c', command], { encoding: 'utf8' })
    : spawnSync('/bin/sh', ['-c', command], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`"${command}" failed: ${stderr}`)
}

const startCluster = (): { url: string; stop: () => void } => {
  const bin = programs()
  if (!bin) throw new Error('no PostgreSQL programs')
  const folder = mkdtempSync(join(tmpdir(), 'pacta-postgres-'))
  if (process.getuid?.() === 0) spawnSync('chown', ['postgres', folder])
  const port = 20_000 + (process.pid % 20_000)
  runAsPostgres(`${bin}/initdb -D ${folder}/data -U pacta --auth=trust -E UTF8 --no-sync >/dev/null`)
  runAsPostgres(
    `${bin}/pg_ctl -D ${folder}/data -w -l ${folder}/log -o "-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off" start >/dev/null`,
  )
  const stop = (): void => {
    runAsPostgres(`${bin}/pg_ctl -D ${folder}/data -m immediate stop >/dev/null`)
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://pacta@127.0.0.1:${port}/postgres`, stop }
}

/** A PostgreSQL server: the one at PACTA_DATABASE_URL, or one of our own for these tests. */
export const server = async (): Promise<Database> => {
  const given = process.env.PACTA_DATABASE_URL
  const cluster = given === undefined ? startCluster() : { url: given, stop: () => {} }
  const sql = postgres(cluster.url, { onnotice: () => {}, max: 1 })
  return {
    rows: async (text, values = []) => sql.unsafe(text, [...values]),
    stop: async () => {
      await sql.end()
      cluster.stop()
    },
  }
}
