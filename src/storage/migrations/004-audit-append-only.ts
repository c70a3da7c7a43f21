import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely';

/**
 * Entries of the audit are never changed, and go only with their time: none of the last day can be deleted, whoever asks the
 * database. The retention of at least a day (AUDIT_RETENTION_DAYS) never needs more.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) await onPostgres(db);
  else await onSqlite(db);
}

async function onSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger audit_unchanged before update on audit begin select raise(abort, 'The audit is append-only.'); end`.execute(
    db,
  );
  await sql`
    create trigger audit_kept before delete on audit
    when old.at > (cast(strftime('%s', 'now') as integer) - 86400) * 1000
    begin select raise(abort, 'The audit is append-only.'); end`.execute(db);
}

async function onPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function audit_is_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' or old.at > (extract(epoch from now()) - 86400) * 1000 then
        raise exception 'The audit is append-only.';
      end if;
      return old;
    end $$`.execute(db);
  await sql`create trigger audit_unchanged before update or delete on audit for each row execute function audit_is_append_only()`.execute(
    db,
  );
}

export const auditAppendOnly: Migration = { up };
