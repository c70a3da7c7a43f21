import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/production/**'],
    pool: 'forks',
    // Nothing in the modules remembers one test for another: they are loaded once in each of the workers, which is half the time.
    isolate: false,
    // By default one core is left over, which on a machine of two is half of it.
    maxWorkers: '100%',
    // Generous: a real PostgreSQL starts in some of them, on machines that are busy with other things.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    allowOnly: false,
  },
});
