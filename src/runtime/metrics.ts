import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The counters. Labels are a few fixed words and never ids, names or texts. */
export interface Metrics {
  /** An activity was handled; `kind` e.g. `message`, `invoke`, `conversationUpdate`. */
  activity(kind: string): void;
  graphRequest(outcome: 'answered' | 'refused' | 'throttled' | 'unreachable'): void;
  /** Counts an activity that was refused because one person, or everybody together, sent too many. */
  refusedTurn(why: 'tooMuch' | 'tooMany'): void;
  delivery(outcome: 'delivered' | 'retried' | 'givenUp'): void;
  /** Seconds from an activity's arrival to its answer. */
  turn(seconds: number): void;
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
}

/** Counters in a registry of their own, so that two bots in one process do not share them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const activities = new Counter({
    name: 'assistant_activities_total',
    help: 'Activities handled, by kind',
    labelNames: ['kind'],
    registers,
  });
  const graphRequests = new Counter({
    name: 'assistant_graph_requests_total',
    help: 'Requests to Microsoft Graph, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const deliveries = new Counter({
    name: 'assistant_outbox_deliveries_total',
    help: 'Messages of the outbox, by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const refusedTurns = new Counter({
    name: 'assistant_refused_turns_total',
    help: 'Activities that were not taken, by reason',
    labelNames: ['why'],
    registers,
  });
  const turns = new Histogram({
    name: 'assistant_turn_seconds',
    help: 'Seconds from an activity to its answer',
    // Teams gives up after 10 to 15 s; ours end within 8 to 10.
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 10, 15],
    registers,
  });
  return {
    activity: (kind) => activities.inc({ kind }),
    graphRequest: (outcome) => graphRequests.inc({ outcome }),
    refusedTurn: (why) => refusedTurns.inc({ why }),
    delivery: (outcome) => deliveries.inc({ outcome }),
    turn: (seconds) => turns.observe(seconds),
    text: () => registry.metrics(),
  };
}

/** The same `fetch`, with every request to Graph counted by how it ended. */
export function counted(
  fetch: typeof globalThis.fetch,
  metrics: Pick<Metrics, 'graphRequest'>,
): typeof globalThis.fetch {
  return async (...args) => {
    try {
      const response = await fetch(...args);
      metrics.graphRequest(
        response.ok
          ? 'answered'
          : response.status === 429
            ? 'throttled'
            : response.status < 500
              ? 'refused'
              : 'unreachable',
      );
      return response;
    } catch (error) {
      metrics.graphRequest('unreachable');
      throw error;
    }
  };
}
