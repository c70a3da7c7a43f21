import type { WalkOutcome } from '../administration/stats.js';
import type { Session } from '../troubleshooting/session.js';
import { hourMs } from '../runtime/durations.js';

/** What is counted of a walk: things of ours only, and times to the hour, so that nobody is recognised by the minute. */
export function walkNumbersOf({ place, nodeId, startedAt }: Session, changedAt: number) {
  const outcome: WalkOutcome =
    place.kind === 'handedOver' ? 'handedOver' : place.kind === 'closed' ? place.outcome : 'open';
  return {
    began_at: toTheHour(Date.parse(startedAt)),
    changed_at: toTheHour(changedAt),
    outcome,
    node_id: nodeId,
    rating: place.kind === 'closed' ? (place.rating ?? null) : null,
  };
}

function toTheHour(time: number): number {
  return Math.floor(time / hourMs) * hourMs;
}
