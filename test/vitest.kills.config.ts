import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/kills/**/*.test.ts'],
    pool: 'forks',
    hookTimeout: 120_000,
    allowOnly: false,
  },
});
