export type { Encoding } from './sniff.ts'
export { type NotText, type PlainText, readPlain, type TextProblem } from './plain.ts'
