/** What `npm run bench` runs: packages, then the benchmarks. Ends with 1 when an input grows faster than it may. */
import { installMissing } from './install-missing.mjs';
import { run } from './tally.mjs';

process.exitCode = installMissing()
  ? (await run('node_modules/vitest/vitest.mjs', ['run', '--config', 'test/vitest.bench.config.ts', '--reporter=dot'], 'inherit')).code
  : 1;
