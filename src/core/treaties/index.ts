export * from './find.ts'
export * from './load.ts'
export * from './treaty.ts'
