import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../src/demo/free-port.js';
import {
  botAccount,
  helpdeskChannelId,
  personalChatId,
  playgroundConfig,
} from '../../src/demo/playground/playground-config.js';
import { startPlayground } from '../../src/demo/playground/start-playground.js';
import { postActivity } from '../../src/demo/proxy/post-activity.js';
import { contoso } from '../../src/demo/tenant/contoso.js';

const tenant = contoso(new Date('2026-11-23T08:00:00Z'));

interface WrittenConfig {
  readonly currentUser: { readonly id: string };
  readonly users: readonly { readonly id: string; readonly aadObjectId: string }[];
  readonly team: { readonly channels: readonly { readonly id: string; readonly name: string }[] };
}

describe("the Playground's configuration", () => {
  const config = playgroundConfig(tenant, 'ada') as WrittenConfig;

  it('seats one person before it and exactly five others beside', () => {
    expect(config.currentUser.id).toBe('29:ada');
    expect(new Set(config.users.map(({ id }) => id)).size).toBe(5);
    expect(config.users).not.toContainEqual(expect.objectContaining({ id: '29:ada' }));
  });

  it('offers two people of one name for an @mention', () => {
    expect(config.users.map(({ id }) => id)).toEqual(expect.arrayContaining(['29:kim1', '29:kim2']));
  });

  it('has the helpdesk channel', () => {
    expect(config.team.channels).toEqual([{ id: helpdeskChannelId, name: 'Helpdesk' }]);
  });

  it('refuses a tenant that cannot fill it', () => {
    expect(() => playgroundConfig(tenant, 'nobody')).toThrow('no "nobody"');
    expect(() => playgroundConfig({ ...tenant, people: tenant.people.slice(0, 5) }, 'ada')).toThrow(
      'at least six people',
    );
  });
});

describe('starting the Playground', () => {
  let folder: string;
  let other: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'playground-test-'));
  });
  afterEach(async () => {
    await new Promise<void>((resolve) => (other === undefined ? resolve() : other.close(() => resolve())));
    other = undefined;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = async (port: number, changed = tenant) =>
    startPlayground({
      tenant: changed,
      currentKey: 'ada',
      port,
      endpoint: 'http://127.0.0.1:9/api/messages',
      serviceUrl: 'http://127.0.0.1:9/_connector',
      folder,
    });

  it('gives a page and a chat, in a folder of its own, and is gone after stop', async () => {
    const playground = await start(await freePort(0));
    try {
      expect(await (await fetch(playground.url)).text()).toContain('<div id="root">');
      const told = { type: 'message', text: 'hello', from: botAccount, conversation: { id: personalChatId } };
      expect(await postActivity(`${playground.url}/_connector`, personalChatId, told)).toMatch(/./);
      expect(await readFile(join(folder, '.m365agentsplayground.yml'), 'utf8')).toContain(helpdeskChannelId);
    } finally {
      await playground.stop();
    }
    await expect(fetch(playground.url)).rejects.toThrow();
    expect(await playground.ended).toContain('The Agents Playground ended');
  });

  it('tells why a configuration was refused', async () => {
    await expect(start(await freePort(0), { ...tenant, displayName: 'x'.repeat(300) })).rejects.toThrow(
      'must NOT have more than 256 characters',
    );
  });

  it('says that the port is taken instead of going elsewhere', async () => {
    other = createServer().listen(0);
    await new Promise((resolve) => other?.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await freePort(port)).not.toBe(port);
    await expect(start(port)).rejects.toThrow(`Port ${port} is taken by another program.`);
  });
});
