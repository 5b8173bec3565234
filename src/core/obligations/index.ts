export * from './deadline.ts'
