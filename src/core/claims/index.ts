export * from './check.ts'
export * from './claim.ts'
