// Builds the command line and server with tsc, and the web app with Vite, into dist/.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = name => join(root, 'node_modules', name)

// What is built is what people get, also when the tests ask for it: React has a larger build for development.
const env = { ...process.env, NODE_ENV: 'production' }

const run = (name, args) => {
  const { status } = spawnSync(process.execPath, [bin(name), ...args], { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}

run('typescript/bin/tsc', ['-p', 'tsconfig.json'])
chmodSync(join(root, 'dist/cli/main.js'), 0o755)
const { compileData } = await import('../dist/store/data.js')
if (!compileData(join(root, 'data')))
  console.warn('The data has problems: see `pacta verify`. It is read anew at every start.')
if (!process.argv.includes('--no-web') && existsSync(join(root, 'vite.config.ts')))
  run('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
