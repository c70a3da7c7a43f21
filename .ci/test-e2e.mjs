/** What `npm run test:e2e` runs: packages, build, then the tests in a browser. */
import { installMissing } from './install-missing.mjs';
import { run, runVitest, tallied } from './tally.mjs';

await tallied(async (tally) => {
  if (!installMissing() || (await run('.ci/build.mjs', [], 'inherit')).code !== 0) {
    tally.failed += 1;
    return;
  }
  process.stdout.write('== Browser tests\n');
  await runVitest(tally, 'e2e');
});
