import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort } from '../../src/demo/free-port.js';
import { answers, startChild, untilReady, type Child } from '../../src/demo/start-child.js';

let folder: string;
let child: Child | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'child-test-'));
});
afterEach(async () => {
  await child?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(code: string, env: Record<string, string> = {}): Promise<Child> {
  const script = join(folder, 'child.cjs');
  await writeFile(script, code);
  child = startChild({ name: 'The child', script, cwd: folder, env, logFile: join(folder, 'child.log') });
  return child;
}

it('tells how a child ended and what it said last', async () => {
  const { ended } = await start(
    `for (let i = 0; i < 50; i++) console.log('line ' + i); console.error('out of paper'); process.exitCode = 3;`,
  );
  const how = await ended;
  expect(how).toContain('The child ended (exit code 3).');
  expect(how).toContain('out of paper');
  expect(how).not.toContain('line 5\n');
  expect(await readFile(join(folder, 'child.log'), 'utf8')).toContain('line 5\n');
});

it('does not wait for a child that has ended', async () => {
  const ended = await start(`console.error('no such tree'); process.exit(1);`);
  await expect(untilReady(ended, 'The child', async () => false)).rejects.toThrow('no such tree');
});

it('gives up on a child that never gets ready', async () => {
  const idle = await start('setInterval(() => {}, 1000);');
  await expect(untilReady(idle, 'The child', async () => false, 300)).rejects.toThrow(
    'The child was not ready within 0.3 s.',
  );
});

it('hands down its own environment and nothing of the project', async () => {
  process.env['GRAPH_CLIENT_SECRET'] = 'never to be seen';
  try {
    const { ended } = await start('console.log(JSON.stringify(process.env));', { TENANT_ID: 'contoso' });
    const how = await ended;
    expect(how).toContain('"TENANT_ID":"contoso"');
    expect(how).not.toContain('GRAPH_CLIENT_SECRET');
  } finally {
    delete process.env['GRAPH_CLIENT_SECRET'];
  }
});

it('ends with everything it started, even what does not listen to a polite request', async () => {
  const port = await freePort(0);
  const grandchild = `process.on('SIGTERM', () => {}); require('http').createServer((q, s) => s.end()).listen(${port}, '127.0.0.1');`;
  const running = await start(
    `process.on('SIGTERM', () => {}); require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'ignore' });`,
  );
  await untilReady(running, 'The grandchild', () => answers(`http://127.0.0.1:${port}`));
  await running.stop();
  expect(await running.ended).toContain('The child ended (SIGKILL).');
  expect(await answers(`http://127.0.0.1:${port}`)).toBe(false);
});
