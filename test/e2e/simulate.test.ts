import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../dist/demo/simulate/main.js', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'device-join-simulate-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** Runs the built simulation; `typed` goes in at once, and `readUntil` closes what it writes to when that was written. */
function simulate(
  args: readonly string[],
  { typed = '', readUntil, signal }: { typed?: string; readUntil?: string; signal?: NodeJS.Signals } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [script, ...args], { cwd: folder });
  let said = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (readUntil === undefined || !said.includes(readUntil)) return;
    if (signal === undefined) child.stdout.destroy();
    else child.kill(signal);
  });
  if (signal === undefined) child.stdin.end(typed);
  else child.stdin.write(typed);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said, complained })));
}

describe('the simulation', () => {
  it('walks by what is piped into it', async () => {
    const { code, said, complained } = await simulate([], { typed: '1\nb\nq\n' });
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
    expect(said.split('[opening/windows]')).toHaveLength(3);
    expect(said).toContain('> 1\n');
  });

  it('prints every path, and their number last', async () => {
    const { code, said } = await simulate(['--all']);
    const lines = said.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe(`${lines.length - 1} paths`);
    for (const tree of ['downlevel', 'current'])
      expect(lines.filter((line) => line.includes(`=> helpdesk ${tree}/`)).length).toBeGreaterThan(10);
  });

  it('ends without a word when nobody reads on', async () => {
    const { code, complained } = await simulate(['--all'], { readUntil: '=>' });
    expect({ code, complained }).toEqual({ code: 0, complained: '' });
  });

  it('ends cleanly on Ctrl-C', async () => {
    expect(await simulate([], { readUntil: 'ends.', signal: 'SIGINT' })).toMatchObject({ code: 0, complained: '' });
  });

  it('names the line of a fact that is wrong', async () => {
    await writeFile(join(folder, 'facts.json'), '{\n  "accountKind": "nobody"\n}');
    const { code, complained } = await simulate(['--facts', 'facts.json']);
    expect(code).toBe(1);
    expect(complained).toMatch(/^facts\.json:2 "nobody" is no value of "accountKind"/);
  });

  it.each([
    ['a tree', ['--tree', 'none'], 'There is no tree "none". Trees are current, downlevel, opening.'],
    ['a file', ['--paste', 'none.txt'], 'none.txt'],
    ['an option', ['--none'], '--none'],
  ])('says that there is no such thing: %s', async (_what, args, words) => {
    const { code, complained } = await simulate(args);
    expect(code).toBe(1);
    expect(complained).toContain(words);
    expect(complained).not.toContain('    at ');
  });
});
