import Database from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseSettings } from '../../../src/storage/open-database.js';

/** What stands in a row, as somebody with a database tool sees it and may change it. */
export interface Bodies {
  /** The JSON of the first row, in the order in which they were written. */
  read(): Promise<string>;
  write(json: string): Promise<void>;
}

const columns: Readonly<Record<string, string>> = { settings: 'value' };

export function bodiesOf(settings: DatabaseSettings, table: string): Bodies {
  const column = columns[table] ?? 'body';
  const first = table === 'settings' ? "name = 'onDuty'" : `${column} = (select min(${column}) from ${table})`;
  const select = `select ${column} as body from ${table} where ${first}`;
  if (settings.kind === 'sqlite') {
    const using = async <T>(work: (db: Database.Database) => T): Promise<T> => {
      const db = new Database(settings.path);
      try {
        return work(db);
      } finally {
        db.close();
      }
    };
    return {
      read: () => using((db) => (db.prepare(select).get() as { body: string }).body),
      write: (json) => using((db) => void db.prepare(`update ${table} set ${column} = ? where ${first}`).run(json)),
    };
  }
  const using = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(settings.url);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  return {
    read: () => using(async (client) => (await client.query<{ body: string }>(select)).rows[0]?.body ?? ''),
    write: (json) =>
      using(async (client) => void (await client.query(`update ${table} set ${column} = $1 where ${first}`, [json]))),
  };
}
