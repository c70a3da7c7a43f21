/** What `npm run bench` runs: packages, build, then the benchmarks. Ends with 1 when an input grows faster, or a text costs more, than it may. */
import { installMissing } from './install-missing.mjs';
import { buildForTests, run } from './tally.mjs';

process.exitCode =
  installMissing() && (await buildForTests())
    ? (await run('node_modules/vitest/vitest.mjs', ['run', '--project=bench', '--reporter=dot'], 'inherit')).code
    : 1;
