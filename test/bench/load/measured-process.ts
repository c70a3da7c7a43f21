import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../../src/demo/free-port.js';

/** A bot in a process of its own, looked at from outside: what it costs is what the system says of it (proc(5), so Linux only). */
export interface MeasuredProcess {
  readonly url: string;
  /** Milliseconds from its start to its first word that it is ready. */
  readonly readyMs: number;
  /** Milliseconds of processor time so far, of all its threads. */
  cpuMs(): number;
  /** Bytes that are resident now. */
  memory(): number;
  /** The most bytes that were resident since `forgetPeak`. */
  peak(): number;
  forgetPeak(): void;
  /** Resolves once it has been idle for a moment: what turns set going is part of what they cost. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly script: string;
  readonly flags?: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Ticks of a second in /proc/PID/stat: 100 on every Linux that Node runs on (proc(5), sysconf(_SC_CLK_TCK)). */
const tickMs = 10;

const idleMs = 150;

/** Throws what it said when it ends before it is ready. */
export async function startMeasured({
  script,
  flags = [],
  folder,
  env = {},
}: ProcessOptions): Promise<MeasuredProcess> {
  const port = await freePort(0);
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [...flags, script], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit');
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}: ${said}`);
    await delay(5);
  }
  const readyMs = performance.now() - began;

  const status = (name: string): number =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) * 1_024;
  function cpuMs(): number {
    // The name before it is in brackets and may hold blanks; then `state` is field 3, `utime` 14 and `stime` 15.
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tickMs;
  }

  return {
    url,
    readyMs,
    cpuMs,
    memory: () => status('VmRSS'),
    peak: () => status('VmHWM'),
    forgetPeak: () => writeFileSync(`/proc/${child.pid}/clear_refs`, '5'),
    async idle() {
      for (let before = -1; before !== cpuMs(); await delay(idleMs)) before = cpuMs();
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.ok;
    },
    () => false,
  );
}
