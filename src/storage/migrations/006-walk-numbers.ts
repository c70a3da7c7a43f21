import type { Kysely, Migration } from 'kysely';
import type { Session } from '../../troubleshooting/session.js';
import { walkNumbersOf } from '../walk-numbers-of.js';

interface Tables {
  readonly sessions: {
    readonly tenant_id: string;
    readonly sequence: number;
    readonly body: string;
    readonly updated_at: number;
  };
  readonly walk_numbers: {
    readonly tenant_id: string;
    readonly sequence: number;
    readonly began_at: number;
    readonly changed_at: number;
    readonly outcome: string;
    readonly node_id: string;
    readonly rating: number | null;
  };
}

/** What statistics need of each walk, and nothing of anybody in it: it stays when the session goes. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('walk_numbers')
    .addColumn('tenant_id', 'text', (column) => column.notNull())
    .addColumn('sequence', 'bigint', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('node_id', 'text', (column) => column.notNull())
    .addColumn('rating', 'integer')
    .addPrimaryKeyConstraint('walk_numbers_key', ['tenant_id', 'sequence'])
    .execute();
  await db.schema.createIndex('walk_numbers_by_age').on('walk_numbers').columns(['tenant_id', 'began_at']).execute();
  await fill(db as Kysely<Tables>);
}

async function fill(db: Kysely<Tables>): Promise<void> {
  const sessions = await db.selectFrom('sessions').select(['tenant_id', 'sequence', 'body', 'updated_at']).execute();
  for (const { tenant_id, sequence, body, updated_at } of sessions) {
    await db
      .insertInto('walk_numbers')
      .values({ tenant_id, sequence, ...walkNumbersOf(JSON.parse(body) as Session, updated_at) })
      .execute();
  }
}

export const walkNumbers: Migration = { up };
