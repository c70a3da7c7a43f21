/**
 * What `npm run soak` runs: packages, build, then what `npm test` plays in a short form, in the long one: a fuzzed bot, 50,000
 * turns over connections that are reset at random, three instances on one PostgreSQL with kills, lost connections and faults, a crowd,
 * and the version before beside this one. SOAK_SEED changes what happens.
 */
import { installMissing } from './install-missing.mjs';
import { buildForTests, runVitest, tallied } from './tally.mjs';

await tallied(async (tally) => {
  if (!installMissing() || !(await buildForTests())) {
    tally.failed += 1;
    return;
  }
  process.env.SOAK = 'long';
  await runVitest(tally, 'soak');
});
