import type { ExpressionBuilder } from 'kysely';
import type { Digest, TicketFilter, TicketStore } from '../helpdesk/ports.js';
import type { Ticket, TicketState } from '../helpdesk/ticket.js';
import type { StorageContext } from './context.js';
import type { Schema } from './schema.js';
import { foundAmongOthers, foundColumns } from './found-ticket.js';
import { readOrTell } from './records/read-or-tell.js';
import { ticketRecord } from './records/ticket.js';

type Lists = Pick<TicketStore, 'list' | 'ofRequester' | 'waitingFor' | 'due' | 'digest'>;

const going: readonly TicketState[] = ['open', 'claimed', 'waiting'];

/** Finding tickets other than by their number. */
export function createTicketLists(context: StorageContext): Lists {
  const { db, tenantId, now } = context;
  const mine = () => db.selectFrom('tickets').where('tenant_id', '=', tenantId);

  function read({ number, body }: { readonly number: number; readonly body: string }): readonly Ticket[] {
    const ticket = readOrTell(context, ticketRecord, number, body);
    return ticket ? [ticket] : [];
  }

  /** What is due and cannot be read would be due for ever, before all others. */
  async function putAside(column: 'remind_at' | 'closes_at', numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    await db
      .updateTable('tickets')
      // What was to be closed has ended, so that the retention finds it.
      .set({ [column]: null, ...(column === 'closes_at' && { ended_at: now() }) })
      .where('tenant_id', '=', tenantId)
      .where('number', 'in', numbers)
      .execute();
  }

  async function page(
    query: ReturnType<typeof mine>,
    sorted: (all: ReturnType<typeof mine>) => ReturnType<typeof mine>,
    index: number,
    size: number,
  ) {
    const { total } = await query
      .select((eb) => eb.fn.countAll<number | string>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await sorted(query)
      .select(['number', 'body'])
      .limit(size)
      .offset(index * size)
      .execute();
    return { tickets: rows.flatMap(read), total: Number(total) };
  }

  return {
    list: (filter, index, size) =>
      page(
        mine().where((eb) => matches(eb, filter)),
        (all) => all.orderBy('urgent', 'desc').orderBy('created_at').orderBy('number'),
        index,
        size,
      ),

    ofRequester: (personId, index, size) =>
      page(mine().where('requester_id', '=', personId), (all) => all.orderBy('number', 'desc'), index, size),

    async waitingFor(personId) {
      const rows = await mine()
        .select(['number', 'body'])
        .where('requester_id', '=', personId)
        .where('state', '=', 'waiting')
        .orderBy('number')
        .execute();
      return rows.flatMap(read);
    },

    async due(what, time, limit) {
      const column = what === 'remind' ? 'remind_at' : 'closes_at';
      const rows = await mine()
        .select(foundColumns)
        .where(column, '<=', time)
        .orderBy(column)
        .orderBy('number')
        .limit(limit)
        .execute();
      const found = rows.map((row) => foundAmongOthers(context, row));
      await putAside(
        column,
        rows.filter((_row, index) => !found[index]).map(({ number }) => number),
      );
      return found.filter((each) => each !== undefined);
    },

    async digest(resolvedFrom, resolvedTo, oldest): Promise<Digest> {
      const count = async (query: ReturnType<typeof mine>): Promise<number> =>
        Number(
          (await query.select((eb) => eb.fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow()).total,
        );
      const longest = await mine()
        .select(['number', 'body'])
        .where('state', 'in', going)
        .orderBy('created_at')
        .orderBy('number')
        .limit(oldest)
        .execute();
      return {
        open: await count(mine().where('state', 'in', going)),
        unclaimed: await count(mine().where('state', '=', 'open')),
        resolved: await count(mine().where('resolved_at', '>=', resolvedFrom).where('resolved_at', '<', resolvedTo)),
        oldest: longest.flatMap(read).map(({ number, createdAt, claimedBy }) => ({
          number,
          createdAt,
          claimedBy: claimedBy?.name,
        })),
      };
    },
  };
}

function matches(eb: ExpressionBuilder<Schema, 'tickets'>, filter: TicketFilter) {
  switch (filter.kind) {
    case 'open':
      return eb('state', 'in', going);
    case 'unassigned':
      return eb('state', '=', 'open');
    case 'mine':
      return eb.and([eb('state', 'in', going), eb('claimed_by', '=', filter.personId)]);
    case 'older':
      return eb.and([eb('state', 'in', going), eb('created_at', '<', filter.than)]);
  }
}
