import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../dist/bin/package-teams.js', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'device-join-package-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function make(args: readonly string[], env: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, env, encoding: 'utf8' });
}

const whole = {
  MicrosoftAppId: '11111111-2222-4333-8444-555555555555',
  APP_DEVELOPER_NAME: 'Contoso IT',
  PUBLIC_URL: 'https://assistant.contoso.example',
};

describe('npm run package:teams', () => {
  it.each(['1.25', '1.17'])('makes the package for schema %s and says where it lies', (schema) => {
    const { status, stdout } = make(['--schema', schema], whole);
    expect(status).toBe(0);
    const file = /^(.*\.zip)$/m.exec(stdout)?.[1] ?? '';
    expect(file.startsWith(folder)).toBe(true);
    expect(JSON.parse(strFromU8(unzipSync(readFileSync(file))['manifest.json'] ?? new Uint8Array()))).toMatchObject({
      manifestVersion: schema,
    });
  });

  it('refuses where something is missing, names it, and leaves no package', () => {
    const { status, stdout, stderr } = make([], { ...whole, APP_DEVELOPER_NAME: '' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^APP_DEVELOPER_NAME: /);
    expect(stdout).toBe('');
  });

  it('refuses a schema that it does not make', () => {
    const { status, stderr } = make(['--schema', '1.16'], whole);
    expect(status).toBe(1);
    expect(stderr).toContain('1.25 | 1.17');
  });
});
