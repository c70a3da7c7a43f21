import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/storage/open-database.js';
import { connectionOf } from '../../src/storage/postgres.js';
import { ada } from '../contracts/storage/samples.js';
import { startPostgres, type RealPostgres } from '../support/real-postgres.js';

const options = { tenantId: 'contoso', now: () => 0 };
const token = () => Promise.resolve('a-token');

describe('the address of a PostgreSQL server', () => {
  it('is taken as it is when it has a password', () => {
    const url = 'postgres://bot:secret@db.example:6432/assistant?sslmode=no-verify';
    expect(connectionOf(url, token)).toEqual({ connectionString: url });
  });

  it('without a password stands for a token over TLS, with the certificate checked', () => {
    expect(connectionOf('postgresql://bot%40contoso@db.example/assistant%201', token)).toEqual({
      host: 'db.example',
      port: 5432,
      user: 'bot@contoso',
      database: 'assistant 1',
      password: token,
      ssl: { rejectUnauthorized: true },
    });
    expect(connectionOf('postgres://bot@db.example:6432/a?sslmode=require', token)).toMatchObject({
      port: 6432,
      ssl: { rejectUnauthorized: true },
    });
  });

  it.each(['disable', 'allow', 'prefer', 'no-verify'])('refuses a token with sslmode=%s', (mode) => {
    expect(() => connectionOf(`postgres://bot@db.example/a?sslmode=${mode}`, token)).toThrow(`sslmode=${mode}`);
  });

  it('says what is wrong, never what the password is', () => {
    expect(() => connectionOf('postgres://bot@db.example/a', undefined)).toThrow(/no password/);
    for (const url of ['mysql://bot:secret@db.example/a', 'postgres://bot:secret@:::', 'secret']) {
      expect(() => connectionOf(url, token)).toThrow(/^(?!.*secret).*postgres:\/\//);
    }
  });
});

describe('a PostgreSQL server', () => {
  let server: RealPostgres | undefined;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
  });
  afterAll(() => server?.stop());

  async function terminateOthers(): Promise<number> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rowCount } = await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'device-join-assistant'",
    );
    await client.end();
    return rowCount ?? 0;
  }

  it('may drop idle connections: the next query makes a new one', async () => {
    let lost: (error: Error) => void = () => undefined;
    const broken = new Promise<Error>((resolve) => (lost = resolve));
    const storage = await openDatabase(
      { kind: 'postgres', url },
      { ...options, onConnectionLost: (error) => lost(error) },
    );
    await storage.preferences.save(ada.id, { locale: 'de' });
    expect(await terminateOthers()).toBeGreaterThan(0);
    expect((await broken).message).toMatch(/terminat/);
    expect(await storage.preferences.load(ada.id)).toEqual({ locale: 'de' });
    await storage.close();
  });

  it('that takes a connection and never answers is given up', async () => {
    const silent = createServer((socket) => void socket.on('error', () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const there = new URL(url);
    there.port = String((silent.address() as AddressInfo).port);
    await expect(openDatabase({ kind: 'postgres', url: there.href }, options)).rejects.toThrow(
      'The database does not answer: timeout expired',
    );
  });

  it('never sees the token when it speaks no TLS', async () => {
    const withoutPassword = new URL(url);
    withoutPassword.password = '';
    let asked = 0;
    const password = () => {
      asked += 1;
      return token();
    };
    const opening = openDatabase({ kind: 'postgres', url: withoutPassword.href }, { ...options, password });
    await expect(opening).rejects.toThrow(/does not answer: .*SSL/);
    expect(asked).toBe(0);
  });

  it('that refuses the password or is not there is named as the reason', async () => {
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(openDatabase({ kind: 'postgres', url: wrong.href }, options)).rejects.toThrow(
      'The database does not answer: password authentication failed for user "postgres"',
    );
    wrong.port = '1';
    await expect(openDatabase({ kind: 'postgres', url: wrong.href }, options)).rejects.toThrow(
      /does not answer: .*ECONNREFUSED/,
    );
    wrong.hostname = 'localhost';
    await expect(openDatabase({ kind: 'postgres', url: wrong.href }, options)).rejects.toThrow(
      /does not answer: .*ECONNREFUSED/,
    );
  });
});
