import { join } from 'node:path';
import pg from 'pg';
import {
  outboxQuery,
  readKeptData,
  ticketQuery,
  ticketsOf,
  type KeptData,
  type TicketRow,
} from '../kills/kept-data.js';
import { startPostgres } from '../support/real-postgres.js';

/** A database that several instances share, and what can happen to it. */
export interface SharedDatabase {
  /** DATABASE_URL. */
  readonly url: string;
  kept(): Promise<KeptData>;
  /** Ends every connection of the bot, as a failover does; resolves with how many. */
  endConnections(): Promise<number>;
  /** Stops the server for so many milliseconds. */
  interrupt(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function aSharedPostgres(): Promise<SharedDatabase> {
  const server = await startPostgres();
  const url = await server.createDatabase();
  async function query<Row>(text: string): Promise<readonly Row[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  }
  return {
    url,
    async kept() {
      return {
        tickets: ticketsOf(await query<TicketRow>(ticketQuery)),
        outbox: await query<KeptData['outbox'][number]>(outboxQuery),
        integrity: 'ok',
      };
    },
    async endConnections() {
      return (
        await query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'device-join-assistant' and datname = current_database()",
        )
      ).length;
    },
    async interrupt(ms) {
      await server.interrupt();
      await new Promise((resolve) => setTimeout(resolve, ms));
      await server.resume();
    },
    close: () => server.stop(),
  };
}

export async function aSharedFile(folder: string): Promise<SharedDatabase> {
  const path = join(folder, 'assistant.db');
  const has = (what: string): never => {
    throw new Error(`A file has no ${what}`);
  };
  return {
    url: `sqlite:${path}`,
    kept: async () => readKeptData(path),
    endConnections: async () => has('connections'),
    interrupt: async () => has('server'),
    close: async () => undefined,
  };
}
