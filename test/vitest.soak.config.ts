import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/soak/**/*.test.ts'],
    // One after the other: what one measures is not to be the others.
    pool: 'forks',
    fileParallelism: false,
    hookTimeout: 120_000,
    disableConsoleIntercept: true,
    allowOnly: false,
  },
});
