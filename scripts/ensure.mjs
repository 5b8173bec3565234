// Installs and builds what is missing, for `npm start` and `npm test` on a fresh machine. Uses Node alone.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => join(root, ...parts)

const run = (command, args, shell = false) => {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell })
  if (error || status !== 0) {
    console.error(`\n"${[command, ...args].join(' ')}" failed${error ? `: ${error.message}` : ''}.`)
    process.exit(status || 1)
  }
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Pacta needs Node 20.19 or newer; this is Node ${process.versions.node}. See https://nodejs.org`,
  )
  process.exit(1)
}

/** Installs the libraries when they are missing or the lock file has changed since they were installed. */
export const install = () => {
  const lock = readFileSync(at('package-lock.json'), 'utf8')
  const stamp = at('node_modules', '.pacta-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing the libraries (npm ci) ...')
  run(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--no-fund', '--no-audit'],
    process.platform === 'win32',
  )
  writeFileSync(stamp, lock)
}

const newest = folder =>
  readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name)
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }, 0)

/** Builds when a source file is newer than the last build. */
export const build = () => {
  const stamp = at('dist', '.built')
  const sources = Math.max(newest(at('src')), newest(at('data')), statSync(at('package-lock.json')).mtimeMs)
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= sources) return
  console.log('Building ...')
  run(process.execPath, [at('scripts', 'build.mjs')])
  writeFileSync(stamp, '')
}
