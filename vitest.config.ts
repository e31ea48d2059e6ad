import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The end-to-end tests start whole processes, which takes longer than a unit test may.
    testTimeout: 30_000,
  },
});
