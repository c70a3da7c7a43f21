/**
 * What `npm test` runs: packages, type check, lint, dependency rules, then all tests but the browser's.
 * In the last line, `N passed, N failed`, a check that failed counts as one.
 */
import { installMissing } from './install-missing.mjs';
import { buildForTests, run, runVitest, tallied } from './tally.mjs';

const tsc = 'node_modules/typescript/bin/tsc';
const cruiser = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
const eslint = 'node_modules/eslint/bin/eslint.js';
const prettier = 'node_modules/prettier/bin/prettier.cjs';

/** Two lanes of about the same length, run side by side; within a lane one after the other. */
const lanes = [
  [
    { name: 'Type check of src', script: tsc, args: ['--noEmit', '-p', 'tsconfig.json'] },
    { name: 'Type check of test', script: tsc, args: ['--noEmit', '-p', 'test/tsconfig.json'] },
    { name: 'Format', script: prettier, args: ['--check', '--log-level', 'warn', '.'] },
    { name: 'Dependency rules', script: cruiser, args: ['--config', '.dependency-cruiser.cjs', 'src'] },
  ],
  [
    {
      name: 'Lint',
      script: eslint,
      args: ['--config', '.ci/eslint.config.mjs', '--max-warnings', '0', 'src', 'test', '.ci', 'deploymentTemplates'],
    },
  ],
];

await tallied(async (tally) => {
  if (!installMissing()) {
    tally.failed += 1;
    return;
  }
  await Promise.all(lanes.map((checks) => runLane(tally, checks)));
  if (!(await buildForTests())) tally.failed += 1;
  process.stdout.write('== Tests\n');
  await runVitest(tally, 'test/vitest.config.ts');
});

async function runLane(tally, checks) {
  for (const { name, script, args } of checks) {
    const { code, output } = await run(script, args, 'collect');
    process.stdout.write(`== ${name}: ${code === 0 ? 'ok' : `FAILED\n${output}`}\n`);
    if (code !== 0) tally.failed += 1;
  }
}
