import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface ChildOptions {
  /** What to call it in messages, e.g. `The bot`. */
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where everything it prints is kept. */
  readonly logFile: string;
}

export interface Child {
  /** Becomes a sentence with the last lines it printed when the process ends, whoever ended it. */
  readonly ended: Promise<string>;
  /** The last lines it printed. */
  tail(): string;
  /** Ends it and everything it started; forcibly after three seconds. */
  stop(): Promise<void>;
}

const keptLines = 30;
const graceMs = 3_000;
/** What a Node process needs of the machine; nothing else of the caller's environment reaches a child. */
const inherited = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'LC_ALL',
  'TZ',
  'SystemRoot',
  'USERPROFILE',
  'APPDATA',
];

/** Starts a Node script in a process group of its own, so that its children end with it. */
export function startChild({ name, script, args = [], cwd, env, logFile }: ChildOptions): Child {
  const machine = inherited.flatMap((key) =>
    process.env[key] === undefined ? [] : [[key, process.env[key]] as const],
  );
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...Object.fromEntries(machine), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });

  const lines: string[] = [];
  const file = createWriteStream(logFile, { flags: 'a' });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      file.write(text);
      lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
      lines.splice(0, lines.length - keptLines);
    });
  }
  const tail = (): string => lines.map((line) => `    ${line}\n`).join('');

  const killNow = (): void => kill(child, 'SIGKILL');
  process.once('exit', killNow);
  const ended = new Promise<string>((resolve) => {
    const end = (how: string): void => {
      process.off('exit', killNow);
      file.end();
      resolve(`${name} ended (${how}).\n${tail()}`);
    };
    child.once('error', (error) => end(error.message));
    child.once('close', (code, signal) => end(signal ?? `exit code ${code}`));
  });

  return {
    ended,
    tail,
    async stop() {
      kill(child, 'SIGTERM');
      const late = new AbortController();
      await Promise.race([
        ended.then(() => late.abort()),
        delay(graceMs, undefined, { signal: late.signal }).then(killNow, () => undefined),
      ]);
      await ended;
    },
  };
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, signal);
  } catch (error) {
    // The whole group has gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Waits until `ready` says so.
 * @throws with what the child printed when it ends before, or is not ready in time
 */
export async function untilReady(
  child: Child,
  name: string,
  ready: () => Promise<boolean>,
  withinMs = 60_000,
): Promise<void> {
  let over: string | undefined;
  void child.ended.then((how) => (over = how));
  const deadline = Date.now() + withinMs;
  while (!(await ready())) {
    if (over !== undefined) throw new Error(over);
    if (Date.now() > deadline) throw new Error(`${name} was not ready within ${withinMs / 1_000} s.\n${child.tail()}`);
    await delay(100);
  }
}

/** Whether anything answers HTTP at this address, whatever the status. */
export async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return true;
    },
    () => false,
  );
}
