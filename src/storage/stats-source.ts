import type { StatsSource, WalkOutcome } from '../administration/stats.js';
import type { Ticket } from '../helpdesk/ticket.js';
import type { StorageContext } from './context.js';

/** Counts walks in the database; of requests only their times and the cause leave it. */
export function createStatsSource({ db, tenantId }: StorageContext): StatsSource {
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
      return rows.map(({ number, body }) => ({ number, ...timesOf(JSON.parse(body) as Ticket) }));
    },
  };
}

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
