/**
 * What `npm run scenarios` runs: plays the scenario matrix through the product and prints its table. Each scenario counts as
 * one in the last line, `N passed, N failed`, and so does each of the tests that hold the sums and what is covered.
 */
import { installMissing } from './install-missing.mjs';
import { runVitest, tallied } from './tally.mjs';

await tallied(async (tally) => {
  if (!installMissing()) {
    tally.failed += 1;
    return;
  }
  await runVitest(tally, 'scenarios');
});
