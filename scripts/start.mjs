// `npm start`: installs and builds what is missing, then serves the app with the register loaded.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, install, root } from './ensure.mjs'

install()
build()
const server = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)))
