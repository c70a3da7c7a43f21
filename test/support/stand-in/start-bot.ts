import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A line of the bot's log. */
export type Line = Readonly<Record<string, unknown>> & { readonly level: string; readonly msg: string };

export interface RunningBot {
  readonly url: string;
  /** What it wrote to its log so far, as it wrote it. */
  readonly written: () => string;
  readonly lines: () => readonly Line[];
  /** Asks it to end, and waits until it has. Returns its exit code and the milliseconds it took. */
  stop(): Promise<{ readonly code: number | null; readonly ms: number }>;
}

export interface StartBotOptions {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** As App Service starts it, or as the README has one start it. */
  readonly by?: 'node' | 'npm';
}

/** Starts the built bot in its folder with this environment alone; resolves when it listens. Throws what it said when it ends before. */
export async function startBot({ folder, environment, by = 'node' }: StartBotOptions): Promise<RunningBot> {
  const { PATH = '', HOME = '' } = process.env;
  const [command, args] =
    by === 'npm'
      ? (['npm', ['start']] as const)
      : ([process.execPath, ['--max-old-space-size=256', 'dist/main.js']] as const);
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH, HOME, PORT: '0', NODE_ENV: 'production', ...environment },
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const lines = (): readonly Line[] =>
    out
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as Line);
  const listening = (): Line | undefined => lines().find(({ msg }) => msg === 'listening');
  while (listening() === undefined) {
    if (child.exitCode !== null) throw new Error(`The bot ended with ${child.exitCode}: ${errors}${out}`);
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
  return {
    url: `http://127.0.0.1:${String(listening()?.['port'])}`,
    written: () => out + errors,
    lines,
    async stop() {
      const asked = performance.now();
      child.kill('SIGTERM');
      const [code] = await ended;
      return { code, ms: performance.now() - asked };
    },
  };
}
