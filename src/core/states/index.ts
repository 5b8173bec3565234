export * from './load.ts'
export * from './state.ts'
export * from './world.ts'
