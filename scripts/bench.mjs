// `npm run bench`: prints what things take on this machine. Nothing is asserted; compare the ratios.
import { cpus, totalmem } from 'node:os'
import { build, install } from './ensure.mjs'

install()
build()
const { benchDocuments } = await import('../bench/documents.mjs')
const { benchProcesses } = await import('../bench/process.mjs')
const { benchRegister } = await import('../bench/register.mjs')
const gigabytes = (totalmem() / 2 ** 30).toFixed(0)
console.log(
  `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GiB\n`,
)
benchProcesses()
await benchRegister()
await benchDocuments()
