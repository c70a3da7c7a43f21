import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulatedGraph, type SimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../src/demo/tenant/contoso.js';

const script = fileURLToPath(new URL('../../dist/bin/doctor.js', import.meta.url));
const tenant = contoso(new Date());

/** What `npm run doctor` prints with this environment, and how it ends. */
async function doctor(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const child = spawn(process.execPath, [script], { cwd: folder, env: { PATH: process.env['PATH'], ...env } });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, text };
}

describe('npm run doctor', () => {
  let folder: string;
  let graph: SimulatedGraph;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'device-join-doctor-'));
    graph = await startSimulatedGraph({ tenant, now: () => new Date() });
    env = {
      TENANT_ID: tenant.tenantId,
      GRAPH_BASE_URL: graph.url,
      HELPDESK_GROUP_ID: tenant.helpdeskGroupId,
      ADMIN_GROUP_ID: tenant.adminGroupId,
      DATABASE_URL: `sqlite:${join(folder, 'assistant.db')}`,
    };
  });
  afterAll(async () => {
    await graph.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('names each check, what failed and what to do, and ends with 1', async () => {
    graph.missingPermissions.add('Policy.Read.DeviceConfiguration');
    const { code, text } = await doctor(folder, env);
    expect(text).toMatch(/^skipped +Tenant: nobody signs in/m);
    expect(text).toMatch(/^ok +Database: is well\.$/m);
    expect(text).toMatch(
      /^FAILED +Graph permissions: Policy\.Read\.DeviceConfiguration is missing\. Without it the device limit is not known\.\n +What to do: Entra admin center/m,
    );
    expect(text).toMatch(/^FAILED +Helpdesk channel: no channel is named/m);
    expect(text).toMatch(/2 failed/);
    expect(code).toBe(1);
    graph.missingPermissions.delete('Policy.Read.DeviceConfiguration');
  });

  it('reports every mistake of the configuration at once, in German too', async () => {
    const { code, text } = await doctor(folder, {
      ...env,
      PORT: 'many',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'postgres://user:topsecret@:::',
    });
    expect(code).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL'])
      expect(text).toMatch(new RegExp(`^FAILED +Configuration: ${name}:`, 'm'));
    expect(text).not.toContain('topsecret');
    const german = await doctor(folder, { ...env, DEFAULT_LOCALE: 'de' });
    expect(german.text).toMatch(/^gut +Uhr: ist gut\.$/m);
  });

  it('goes on where the database cannot be opened', async () => {
    const { code, text } = await doctor(folder, { ...env, DATABASE_URL: `sqlite:${join(script, 'below-a-file.db')}` });
    expect(text).toMatch(/^FAILED +Database: could not be checked/m);
    expect(text).toMatch(/^ok +Clock: is well\.$/m);
    expect(code).toBe(1);
  });
});
