import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    pool: 'threads',
    reporters: [process.env.CI ? 'default' : 'default', './test/reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
