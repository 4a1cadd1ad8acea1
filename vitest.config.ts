import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const services = {
  globalSetup: 'tests/support/global-setup.ts',
  // While one file waits for a server another works; more at once would wait for each other.
  maxWorkers: 2,
  setupFiles: ['tests/support/seed.ts'],
  testTimeout: 60_000,
  // Servers, a build and a browser come up here, on a machine that may have other work.
  hookTimeout: 300_000,
}

/** Real input stands beside the project where it is at hand; a user's machine does not have it. */
export const sharedData = process.env.KEYNODE_SHARED_DATA ?? '../shared/data'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers: '100%',
          setupFiles: ['tests/support/seed.ts'],
          include: ['{engine,designer,api,workflows,launch,prisma,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.services.test.ts', 'tests/{story,data}/**'],
          // Thousands of random models take their time where the machine has other work.
          testTimeout: 300_000,
        },
      },
      {
        test: { name: 'services', include: ['{api,workflows,launch,prisma,tests}/**/*.services.test.ts'], ...services },
      },
      // The story starts the whole product, servers included.
      {
        test: {
          name: 'story',
          include: ['tests/story/**/*.test.ts'],
          ...services,
          globalSetup: [],
          testTimeout: 300_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      ...(existsSync(sharedData)
        ? [{ test: { name: 'data', include: ['tests/data/**/*.test.ts'], ...services, testTimeout: 300_000 } }]
        : []),
    ],
  },
})
