export { type NotText, type PlainText, readPlain, type TextProblem } from './plain.ts'
export type { Encoding } from './sniff.ts'
