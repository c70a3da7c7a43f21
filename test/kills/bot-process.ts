import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const builtBot = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** What `npm start` gives to node before the script. */
const startFlags = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { scripts: { start: string } }
).scripts.start
  .split(' ')
  .slice(1, -1);
const heldStart = new URL('./held-start.mjs', import.meta.url).href;
const host = '127.0.0.1';

/** How long loading and starting may take on a machine that is busy with other things. */
const startWithinMs = 90_000;

export interface BotProcess {
  /** The most memory it has had resident, in bytes; what the system says of it (proc_pid_status, VmHWM). */
  peakMemory(): number;
  /** Bytes that it has resident now (VmRSS). */
  memory(): number;
  /** Lets it start with its clock that far ahead. */
  go(aheadMs: number): void;
  /** Resolves when it takes requests; rejects when it ends before, unless it was killed. */
  ready(): Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Asks it to stop in order. */
  stop(): Promise<void>;
  /** Whether it has ended though nobody asked for it. */
  endedByItself(): boolean;
}

export interface BotOptions {
  readonly folder: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  /** By default what `dist` holds. */
  readonly script?: string;
}

/** Loads the compiled bot in a process of its own and holds it before its first line. */
export async function loadBot({ folder, port, env, script = builtBot }: BotOptions): Promise<BotProcess> {
  const log = openSync(join(folder, 'bot.log'), 'a');
  const child = spawn(process.execPath, [...startFlags, '--import', heldStart, script], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env, HOST: host, PORT: String(port) },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  let killed = false;
  let asked = false;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    gone.then(() => Promise.reject(early(folder))),
  ]);

  async function ready(): Promise<void> {
    const deadline = performance.now() + startWithinMs;
    while (!(await isReady(port))) {
      if (killed) return;
      if (hasEnded(child) || performance.now() > deadline) throw early(folder);
      await delay(15);
    }
  }

  const status = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1_024;
  return {
    peakMemory: () => status('VmHWM'),
    memory: () => status('VmRSS'),
    go: (aheadMs) => void child.send(aheadMs),
    ready,
    async kill() {
      killed = true;
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      asked = true;
      child.kill('SIGTERM');
      await gone;
    },
    endedByItself: () => hasEnded(child) && !killed && !asked,
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function early(folder: string): Error {
  return new Error(`The bot did not start; see ${join(folder, 'bot.log')}`);
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://${host}:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}
