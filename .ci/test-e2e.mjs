/** What `npm run test:e2e` runs: packages, build, then the tests in a browser. */
import { installMissing } from './install-missing.mjs';
import { run, runTests, tallied } from './tally.mjs';

await tallied(async (tally) => {
  if (!installMissing() || (await run('.ci/build.mjs', [], 'inherit')).code !== 0) {
    tally.failed += 1;
    return;
  }
  process.stdout.write('== Browser tests\n');
  // A browser has processes of its own: more than two of them wait for each other.
  await runTests(tally, ['--project=e2e', '--maxWorkers=2']);
});
