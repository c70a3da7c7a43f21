import { readFileSync } from 'node:fs';
import { Kysely } from 'kysely';
import type { Client as PgClient, ConnectionConfig } from 'pg';
import { tokenBudgetMs } from '../limits.js';
import { lentClients } from './lent-clients.js';
import { SteadyPostgresDialect } from './postgres-dialect.js';
import type { Schema } from './schema.js';

/** A renewed identity token, asked for at each new connection. */
export type TokenSource = () => Promise<string>;

/**
 * Milliseconds for reaching the server, for one statement there, and for its answer here, which a server that fell silent never
 * gives; a turn that meets such a one and then a new connection ends within 10 s, and within 15 if all were lent.
 */
const connectMs = 3_000;
const statementMs = 5_000;
const answerMs = 5_500;

/** Milliseconds for one statement while the tables are brought up to date: it may wait for another instance that does. */
const migrationMs = 60_000;

/** Milliseconds for reaching the server at the start, when the first identity token may be long in coming as well. */
const firstConnectMs = connectMs + tokenBudgetMs;

/** Milliseconds of silence after which a connection is asked whether it is still there. The system's own are two hours. */
const silenceMs = 10_000;

/** Milliseconds that a statement waits for one of the connections to become free, when many people come at once. */
const queueMs = 6_000;

/** Connections of one instance. Statements take a millisecond or two, so a few carry hundreds of people. */
const maxConnections = 10;

/** PostgreSQL's type number of `bigint` (pg_type.dat). */
const bigintOid = 20;

/**
 * A pool of connections to the server at `url`. `onLost` hears of connections that broke; the next query makes a new one.
 * `migrating`: statements may take long. Throws when the URL cannot be used (see connectionOf); whether the server answers shows at
 * the first query.
 */
export async function openPostgres(
  url: string,
  options: {
    readonly password?: TokenSource | undefined;
    readonly onLost: (error: Error) => void;
    readonly migrating?: boolean;
  },
): Promise<Kysely<Schema>> {
  const { default: pg } = await import('pg');
  const types = new pg.TypeOverrides();
  types.setTypeParser(bigintOid, Number);
  /** The pool has one time for both: for waiting until a connection is free, and for making one. */
  class QuickClient extends pg.Client {
    constructor(given: ConnectionConfig) {
      // With its descriptors: the password is not enumerable.
      super(
        Object.defineProperties(
          {},
          {
            ...Object.getOwnPropertyDescriptors(given),
            connectionTimeoutMillis: { value: options.migrating ? firstConnectMs : connectMs, enumerable: true },
          },
        ),
      );
    }
  }
  const pool = new pg.Pool({
    ...connectionOf(url, options.password),
    // Its types leave out that the pool hands its own options over.
    Client: QuickClient as unknown as new () => PgClient,
    max: maxConnections,
    connectionTimeoutMillis: options.migrating ? firstConnectMs + queueMs : queueMs,
    statement_timeout: options.migrating ? migrationMs : statementMs,
    idle_in_transaction_session_timeout: statementMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: silenceMs,
    application_name: 'device-join-assistant',
    types,
  });
  const clients = lentClients(pool, {
    statementMs: options.migrating ? migrationMs : answerMs,
    onLost: options.onLost,
  });
  return new Kysely<Schema>({ dialect: new SteadyPostgresDialect(clients) });
}

/**
 * With a password in the URL the URL says everything. Without one, each connection carries a fresh token, over TLS with
 * the server's certificate checked. Throws with the cure when there is no token source or `sslmode` is a weaker one;
 * messages never hold the URL.
 */
export function connectionOf(url: string, password: TokenSource | undefined): ConnectionConfig {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['postgres:', 'postgresql:'].includes(parsed.protocol)) {
    throw new Error('The database address is not of the form postgres://user:password@host:port/database.');
  }
  if (parsed.password !== '') return { connectionString: url };
  if (password === undefined) {
    throw new Error(
      'The database address has no password, and there is no identity that could get a token instead. Add the password, or configure the managed identity.',
    );
  }
  const mode = parsed.searchParams.get('sslmode') ?? 'verify-full';
  if (!['require', 'verify-ca', 'verify-full'].includes(mode)) {
    throw new Error(
      `A token may not travel with sslmode=${mode}. Remove sslmode from the database address, or add a password.`,
    );
  }
  const authority = parsed.searchParams.get('sslrootcert');
  return {
    host: parsed.hostname,
    port: parsed.port === '' ? 5432 : Number(parsed.port),
    user: decodeURIComponent(parsed.username),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    password,
    ssl:
      authority === null
        ? { rejectUnauthorized: true }
        : { rejectUnauthorized: true, ca: readFileSync(authority, 'utf8') },
  };
}
