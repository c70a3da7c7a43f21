import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { startPostgres } from '../real-postgres.js';
import type { KeyPair } from './certificates.js';

/** What is before the length in a startup or SSL request, and in every other message (PostgreSQL: message formats). */
const untyped = 0;
const typed = 1;

export interface EntraPostgresOptions {
  readonly certificate: KeyPair;
  /** The application that administers the server: its role has this name, and `assistant` is its database. */
  readonly owner: string;
  /** Whether a password is a token for PostgreSQL. */
  readonly isToken: (password: string) => Promise<boolean>;
}

export type EntraPostgres = Awaited<ReturnType<typeof startEntraPostgres>>;

/**
 * A real PostgreSQL with Azure's door before it: TLS or nothing, and the password is a token of Entra. `at` is its address
 * without a password; `taken` and `refused` count the passwords.
 */
export async function startEntraPostgres({ certificate, owner, isToken }: EntraPostgresOptions) {
  const database = await startPostgres('password');
  const password = await database.createOwner(owner);
  const count = { taken: 0, refused: 0 };
  const open = new Set<Socket>();

  async function letIn(plain: Socket): Promise<void> {
    await message(plain, untyped);
    plain.write('S');
    const client = new TLSSocket(plain, { isServer: true, cert: certificate.certificate, key: certificate.key });
    const startup = await message(client, untyped);
    const server = connect(database.port, '127.0.0.1');
    open.add(server);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const)
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    server.write(startup);
    client.write(await message(server, typed));
    const given = await message(client, typed);
    const isRight = await isToken(given.subarray(5, -1).toString());
    count[isRight ? 'taken' : 'refused'] += 1;
    // Both pass the server's own refusal on.
    server.write(passwordMessage(isRight ? password : 'refused'));
    client.pipe(server).pipe(client);
  }

  const door = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    letIn(socket).catch((error: unknown) => socket.destroy(error as Error));
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  return {
    at: `postgres://${encodeURIComponent(owner)}@localhost:${(door.address() as AddressInfo).port}/assistant`,
    count,
    async close(): Promise<void> {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => door.close(resolve));
      await database.stop();
    },
  };
}

/** The next whole message; what comes after it stays in the socket. Rejects when the other side goes. */
async function message(socket: Socket, lengthAt: number): Promise<Buffer> {
  const header = await read(socket, lengthAt + 4);
  const left = header.readInt32BE(lengthAt) - 4;
  return left === 0 ? header : Buffer.concat([header, await read(socket, left)]);
}

function read(socket: Socket, bytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error('The other side is gone.'));
    const look = (): void => {
      const found = socket.read(bytes) as Buffer | null;
      if (found === null) return;
      socket.off('readable', look).off('close', gone);
      resolve(found);
    };
    socket.on('readable', look).on('close', gone);
    look();
  });
}

function passwordMessage(password: string): Buffer {
  const text = Buffer.from(`${password}\0`);
  const header = Buffer.alloc(5, 'p');
  header.writeInt32BE(text.length + 4, 1);
  return Buffer.concat([header, text]);
}
