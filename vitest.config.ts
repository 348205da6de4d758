import { defineConfig } from 'vitest/config'

const alias = { '~': new URL('./app', import.meta.url).pathname }
const domain = {
  include: ['tests/{domain,properties}/**/*.test.ts'],
  setupFiles: ['tests/strict.ts', 'tests/database.ts'],
  globalSetup: ['tests/template.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  resolve: { alias },
  test: {
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      { resolve: { alias }, test: { name: 'architecture', include: ['tests/architecture.test.ts'] } },
      {
        resolve: { alias },
        test: {
          name: 'standards',
          include: ['tests/{standards,documents,components,lib}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/strict.ts'],
          testTimeout: 60_000,
        },
      },
      { resolve: { alias }, test: { ...domain, name: 'sqlite', env: { VOUCH_TEST_DATABASE: 'sqlite' } } },
      { resolve: { alias }, test: { ...domain, name: 'postgresql', env: { VOUCH_TEST_DATABASE: 'postgresql' } } },
      {
        resolve: { alias },
        test: {
          name: 'program',
          include: ['tests/{routes,cli,program}/**/*.test.ts'],
          setupFiles: ['tests/strict.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles: ['tests/strict.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
