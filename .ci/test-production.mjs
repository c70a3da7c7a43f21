/** What `npm run test:production` runs: packages, build, then the built bot with production packages alone, in a folder of its own. */
import { installMissing } from './install-missing.mjs';
import { run, runVitest, tallied } from './tally.mjs';

await tallied(async (tally) => {
  if (!installMissing() || (await run('.ci/build.mjs', [], 'inherit')).code !== 0) {
    tally.failed += 1;
    return;
  }
  process.stdout.write('== The built bot, as a host starts it\n');
  await runVitest(tally, 'production');
});
