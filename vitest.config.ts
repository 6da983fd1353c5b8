import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['dist/**', 'node_modules/**'],
    // Tests wait for databases and processes much of their time: on two cores, two files at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // For a busy machine: nothing but a hang should come near it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
