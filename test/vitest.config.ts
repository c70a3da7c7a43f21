import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Whole bots, processes and databases that live long: a worker of their own leaves nothing behind, neither memory nor a server. */
const large = [
  'contracts',
  'conversations',
  'costs.test.ts',
  'demo',
  'deployment',
  'kills',
  'scenarios',
  'secrets',
  'soak',
  'storage',
].map((each) => (each.endsWith('.ts') ? `test/${each}` : `test/${each}/**/*.test.ts`));

/** What has a runner of its own. */
const elsewhere = ['test/e2e/**', 'test/production/**'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    // By default one core is left over, which on a machine of two is half of it.
    maxWorkers: '100%',
    // Generous: a real PostgreSQL starts in some of them, on machines that are busy with other things.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    allowOnly: false,
    projects: [
      { extends: true, test: { name: 'large', include: large } },
      // Nothing in the modules remembers one test for another: to load them once in each worker halves the time of these.
      {
        extends: true,
        test: { name: 'small', include: ['test/**/*.test.ts'], exclude: [...elsewhere, ...large], isolate: false },
      },
    ],
  },
});
