import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'device-join-start-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts the built bot in an empty folder with nothing but this environment, and waits for its end. */
async function starts(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [script], { cwd: folder, env: { PATH, ...env } });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said };
}

const sound = { TENANT_ID: '70faf36f-b78e-4a4f-aa39-4aba6a42ed19', GRAPH_BASE_URL: 'http://127.0.0.1:9', PORT: '0' };

describe('a start that cannot work ends at once and says why', () => {
  it('every mistake in the environment, with its cure', async () => {
    const { code, said } = await starts({ PORT: 'many', CLOUD: 'moon', NODE_ENV: 'production' });
    expect(code).toBe(1);
    for (const name of ['PORT', 'CLOUD', 'MicrosoftAppId']) expect(said).toContain(`${name}:`);
  });

  it('a tree that is broken, with file and line', async () => {
    await writeFile(join(folder, 'own.yaml'), 'id: own\ntitle: { en: Own }\nstart: nowhere\nnodes: {}\n');
    const { code, said } = await starts({ ...sound, TREES_DIR: folder });
    expect(code).toBe(1);
    expect(said).toMatch(/own\.yaml:\d+ /);
  });

  it('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, said } = await starts({ ...sound, PORT: String(port) });
    server.close();
    expect(code).toBe(1);
    expect(said).toContain('EADDRINUSE');
  });

  it('a database that cannot be opened', async () => {
    const { code, said } = await starts({ ...sound, DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none' });
    expect(code).toBe(1);
    expect(said).toContain('The database does not answer');
  });
});
