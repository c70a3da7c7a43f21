import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    pool: 'forks',
    // Generous: a real PostgreSQL starts in some of them, on machines that are busy with other things.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
});
