/** What `npm run kills` runs: packages, then build, then the kill test with many kills. KILLS and KILLS_SEED change how many and which. */
import { installMissing } from './install-missing.mjs';
import { buildForTests, runVitest, tallied } from './tally.mjs';

await tallied(async (tally) => {
  if (!installMissing() || !(await buildForTests())) {
    tally.failed += 1;
    return;
  }
  process.env.KILLS ||= '200';
  await runVitest(tally, 'kills');
});
