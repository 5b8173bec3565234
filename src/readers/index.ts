export { readPlain } from './plain.ts'
export { readSource } from './read.ts'
export type { Encoding } from './sniff.ts'
export type * from './source.ts'
