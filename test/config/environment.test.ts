import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readEnvironment } from '../../src/config/load-config.js';
import { variables } from '../../src/config/variables.js';

it('.env.example names every variable, and sets none', () => {
  const example = parse(readFileSync(new URL('../../.env.example', import.meta.url), 'utf8'));
  expect(Object.keys(example).toSorted()).toEqual(Object.keys(variables).toSorted());
  expect(Object.values(example).filter((value) => value !== '')).toEqual([]);
});

describe('a .env file in the working directory', () => {
  let folder: string;
  const before = { ...process.env };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'join-assistant-env-'));
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    rmSync(folder, { recursive: true, force: true });
  });

  it('adds to the environment, in which what is set already wins', () => {
    writeFileSync(join(folder, '.env'), 'TREES_DIR=from-file\nPATH=from-file\n');
    const environment = readEnvironment();
    expect(environment['TREES_DIR']).toBe('from-file');
    expect(environment['PATH']).toBe(before['PATH']);
  });

  it('may be missing', () => {
    expect(readEnvironment()['PATH']).toBe(before['PATH']);
  });
});
