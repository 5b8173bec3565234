// Measures whole processes: loading every pack, a cold command, and (with --install) the production install.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, row, timed } from './measure.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const RUNS = 9

const loadWith = name => `
import { ${name} as load } from ${JSON.stringify(new URL('../dist/store/data.js', import.meta.url).href)}
const start = performance.now()
load(${JSON.stringify(join(root, 'data'))})
console.log(performance.now() - start)`

const load = name =>
  +execFileSync(process.execPath, ['--input-type=module', '-e', loadWith(name)], { encoding: 'utf8' })
const cold = () =>
  timed(() =>
    spawnSync(process.execPath, [
      join(root, 'dist/cli/main.js'),
      'status',
      'LTU',
      'ccm',
      '--on',
      '2025-03-05',
    ]),
  )

const productionInstall = () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-install-'))
  for (const name of ['package.json', 'package-lock.json', '.npmrc', 'dist', 'data'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  execFileSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' })
  const [kilobytes] = execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')
  rmSync(folder, { recursive: true, force: true })
  return +kilobytes / 1024
}

export const benchProcesses = () => {
  const loading = name => `${median(Array.from({ length: RUNS }, () => load(name))).toFixed(0)} ms`
  row('loading every pack, in a new process', loading('loadData'), 'target: at most 100 ms')
  row('the same from the texts, when the data has changed', loading('loadTexts'))
  cold()
  row(
    'pacta status, from a cold start',
    `${median(Array.from({ length: RUNS }, cold)).toFixed(0)} ms`,
    'target: at most 500 ms',
  )
  if (process.argv.includes('--install'))
    row('production install', `${productionInstall().toFixed(0)} MB`, 'target: at most 220 MB')
}
