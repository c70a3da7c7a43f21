/** What `npm run kills` runs: packages, then the kill test with many kills; it builds the bot by itself. KILLS and KILLS_SEED change how many and which. */
import { installMissing } from './install-missing.mjs';
import { runVitest, tallied } from './tally.mjs';

await tallied(async (tally) => {
  if (!installMissing()) {
    tally.failed += 1;
    return;
  }
  process.env.KILLS ||= '200';
  await runVitest(tally, 'test/vitest.kills.config.ts');
});
