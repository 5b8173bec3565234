export * from './day.ts'
export * from './operators.ts'
export * from './partial.ts'
