import { basename } from 'node:path'
import { SingleBar } from 'cli-progress'

/** How far a run over many files has come. */
export interface Progress {
  readonly step: (name: string) => void
  readonly stop: () => void
}

const NONE: Progress = { step: () => undefined, stop: () => undefined }

/** A bar on standard error, where that is a terminal and there is more than one file. */
export const progressOf = (count: number): Progress => {
  // Results on the same terminal would be written over by the bar.
  if (count < 2 || !process.stderr.isTTY || process.stdout.isTTY) return NONE
  const bar = new SingleBar({
    format: '{bar} {value}/{total}  {eta_formatted} left  {file}',
    hideCursor: true,
    clearOnComplete: true,
    linewrap: true,
    stream: process.stderr,
  })
  bar.start(count, 0, { file: '' })
  return {
    step: name => bar.increment(1, { file: basename(name).slice(0, 40) }),
    stop: () => bar.stop(),
  }
}
