/** The sum of a run, and its last line: `N passed, N failed`, printed whatever happens, also on Ctrl-C. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const children = new Set();

/**
 * Runs `body`, which adds to the tally it is given; an exception or a signal counts as one failed.
 * @param {(tally: { passed: number, failed: number }) => Promise<void>} body
 */
export async function tallied(body) {
  const tally = { passed: 0, failed: 0 };
  const end = () => {
    process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`);
    return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      for (const child of children) child.kill(signal);
      tally.failed += 1;
      process.exit(end());
    });
  }
  try {
    await body(tally);
  } catch (error) {
    tally.failed += 1;
    process.stderr.write(`${error?.stack ?? error}\n`);
  }
  process.exitCode = end();
}

/**
 * Runs a Node script, whose path counts from the root, there.
 * @param {'inherit' | 'collect'} output shown as it comes, or handed back when the script has ended
 * @param {{ root?: string, node?: string }} how another copy of the project, and another Node
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(script, args, output, { root: cwd = root, node = process.execPath } = {}) {
  return new Promise((done, reject) => {
    const child = spawn(node, [resolve(cwd, script), ...args], {
      cwd,
      stdio: output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      done({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}

/**
 * Compiles the bot for tests that start it, once for all of them; the type check is somebody else's.
 * @returns {Promise<boolean>} whether it worked; what is wrong was printed
 */
export async function buildForTests() {
  process.env.BOT_IS_BUILT = 'true';
  return (await run('.ci/build.mjs', ['--unchecked'], 'inherit')).code === 0;
}

/** Runs the named projects of vitest.config.ts and adds their numbers to the tally. */
export function runVitest(tally, ...projects) {
  return runTests(
    tally,
    projects.map((each) => `--project=${each}`),
  );
}

/** Runs vitest with these words behind it, and adds the numbers to the tally. `how` as for `run`. */
export async function runTests(tally, words, how) {
  const folder = mkdtempSync(join(tmpdir(), 'join-assistant-report-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { code } = await run('node_modules/vitest/vitest.mjs', ['run', ...words, ...reporters], 'inherit', how);
    const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
    tally.passed += counts.passed;
    // An error outside every test fails the run without failing a test.
    tally.failed += code !== 0 && counts.failed === 0 ? 1 : counts.failed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that failed without a failed test in it, e.g. on an import, counts as one failed. */
function count({ numPassedTests, numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}
