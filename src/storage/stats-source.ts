import type { StatsSource, WalkOutcome } from '../administration/stats.js';
import type { Ticket } from '../helpdesk/ticket.js';
import type { StorageContext } from './context.js';
import { readOrTell } from './records/read-or-tell.js';
import { ticketRecord } from './records/ticket.js';

/** Counts walks in the database; of requests only their times and the cause leave it. */
export function createStatsSource(context: StorageContext): StatsSource {
  const { db, tenantId } = context;
  return {
    async walks(from, quietBefore) {
      const groups = await db
        .selectFrom('walk_numbers')
        .select((eb) => [
          'outcome',
          'node_id as nodeId',
          'rating',
          eb.case().when('changed_at', '<', quietBefore).then(1).else(0).end().as('quiet'),
          eb.fn.countAll<number | string>().as('walks'),
        ])
        .where('tenant_id', '=', tenantId)
        .where('began_at', '>=', from)
        .groupBy(['outcome', 'node_id', 'rating', 'quiet'])
        .execute();
      return groups.map(({ outcome, nodeId, rating, quiet, walks }) => ({
        outcome: outcome as WalkOutcome,
        nodeId,
        rating: rating ?? undefined,
        quiet: Number(quiet) === 1,
        walks: Number(walks),
      }));
    },

    async tickets(from, after, limit) {
      const rows = await db
        .selectFrom('tickets')
        .select(['number', 'body'])
        .where('tenant_id', '=', tenantId)
        .where('created_at', '>=', from)
        .where('number', '>', after)
        .orderBy('number')
        .limit(limit)
        .execute();
      // One that cannot be read counts, without times: what is asked for next comes after the last of these.
      return rows.map(({ number, body }) => {
        const ticket = readOrTell(context, ticketRecord, number, body);
        return { number, ...(ticket ? timesOf(ticket) : noTimes) };
      });
    },
  };
}

const noTimes = { claimMs: undefined, resolveMs: undefined, cause: undefined };

/** The first claim, and the last resolution if it still holds. */
function timesOf({ createdAt, moves, state }: Ticket) {
  const after = (at: string | undefined): number | undefined =>
    at === undefined ? undefined : Math.max(0, Date.parse(at) - Date.parse(createdAt));
  const claimed = moves.find(({ kind }) => kind === 'claimed' || kind === 'assigned');
  const resolved =
    state === 'resolved' || state === 'closed' ? moves.findLast((move) => move.kind === 'resolved') : undefined;
  return {
    claimMs: after(claimed?.at),
    resolveMs: after(resolved?.at),
    cause: resolved?.kind === 'resolved' ? resolved.cause?.id : undefined,
  };
}
