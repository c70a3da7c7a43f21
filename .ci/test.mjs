/**
 * What `npm test` runs: packages, the checks of `npm run check`, then all tests but the browser's and the production's.
 * In the last line, `N passed, N failed`, a check that failed counts as one.
 */
import { installMissing } from './install-missing.mjs';
import { buildForTests, run, runVitest, tallied } from './tally.mjs';

/** Two lanes of about the same length, run side by side; within a lane one after the other. */
const lanes = [
  ['types', 'rules', 'unused'],
  ['lint', 'format'],
];

await tallied(async (tally) => {
  if (!installMissing()) {
    tally.failed += 1;
    return;
  }
  await Promise.all(lanes.map((checks) => runLane(tally, checks)));
  if (!(await buildForTests())) tally.failed += 1;
  process.stdout.write('== Tests\n');
  await runVitest(tally, 'fast', 'teams', 'whole', 'conversations');
});

async function runLane(tally, checks) {
  for (const name of checks) {
    // The npm that runs this, by its script: its command is a batch file on Windows.
    const { code, output } = await run(process.env.npm_execpath, ['run', '--silent', `check:${name}`], 'collect');
    process.stdout.write(`== ${name}: ${code === 0 ? 'ok' : `FAILED\n${output}`}\n`);
    if (code !== 0) tally.failed += 1;
  }
}
