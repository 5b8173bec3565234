// `npm test`: installs and builds what is missing, checks format, types and house rules, then runs the tests.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { build, install, root } from './ensure.mjs'

install()
build()

const node = (script, args) => {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

const wanted = process.argv.slice(2)
if (wanted.length === 0) {
  node('@biomejs/biome/bin/biome', ['check', '.'])
  for (const project of ['src/core', 'tsconfig.test.json', 'src/web'])
    node('typescript/bin/tsc', ['-p', project, '--noEmit'])
}
node('vitest/vitest.mjs', ['run', ...wanted])
