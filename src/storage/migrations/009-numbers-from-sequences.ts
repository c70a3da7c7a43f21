import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely';

/**
 * On PostgreSQL numbers come from sequences, which nobody waits for; they are made when a tenant's database is opened (see
 * start-sequences.ts). An instance of the version before, which may still run beside this one, goes on counting in `counters`: the
 * trigger gives it the number of the same sequence, so that no number is given twice. It may go once no such version can run.
 * Replaced where it is found: a dump of before, restored over it, takes the trigger away with its table and leaves the function.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql`
    create or replace function counters_follow_sequences() returns trigger language plpgsql as $$
    declare
      numbers regclass := to_regclass('numbers_' || lower(new.name) || '_' || left(encode(sha256(convert_to(new.tenant_id, 'UTF8')), 'hex'), 32));
    begin
      if numbers is not null then
        new.value := nextval(numbers);
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger counters_follow_sequences before insert or update on counters for each row execute function counters_follow_sequences()`.execute(
    db,
  );
}

export const numbersFromSequences: Migration = { up };
