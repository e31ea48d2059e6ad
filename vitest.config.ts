import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // Property tests run hundreds of times, and a machine may be busy with other things.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/buildOnce.ts',
          // These tests start whole processes, which takes longer than a unit test may.
          testTimeout: 30_000,
        },
      },
    ],
  },
});
