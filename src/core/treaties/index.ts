export * from './find.ts'
export * from './load.ts'
export * from './sound.ts'
export * from './treaty.ts'
