import { expect, it } from 'vitest';
import { counted, createMetrics } from '../../src/runtime/metrics.js';

it('counts in a registry of its own', async () => {
  const [one, two] = [createMetrics(), createMetrics()];
  one.activity('message');
  one.activity('message');
  one.graphRequest('throttled');
  one.delivery('delivered');
  one.turn(0.3);
  one.refusedTurn('tooMuch');
  const text = await one.text();
  expect(text).toContain('assistant_activities_total{kind="message"} 2');
  expect(text).toContain('assistant_graph_requests_total{outcome="throttled"} 1');
  expect(text).toContain('assistant_outbox_deliveries_total{outcome="delivered"} 1');
  expect(text).toContain('assistant_refused_turns_total{why="tooMuch"} 1');
  expect(text).toContain('assistant_turn_seconds_bucket{le="0.5"} 1');
  expect(text).toContain('assistant_turn_seconds_bucket{le="0.25"} 0');
  expect(await two.text()).not.toContain('kind="message"');
});

it.each([
  [200, 'answered'],
  [403, 'refused'],
  [429, 'throttled'],
  [503, 'unreachable'],
] as const)('counts a request to Graph that ended with %i as %s', async (status, outcome) => {
  const metrics = createMetrics();
  await counted(async () => new Response(null, { status }), metrics)('http://localhost');
  expect(await metrics.text()).toContain(`assistant_graph_requests_total{outcome="${outcome}"} 1`);
});

it('counts a request to Graph that never arrived, and lets its error through', async () => {
  const metrics = createMetrics();
  const failing = counted(() => Promise.reject(new TypeError('fetch failed')), metrics);
  await expect(failing('http://localhost')).rejects.toThrow('fetch failed');
  expect(await metrics.text()).toContain('assistant_graph_requests_total{outcome="unreachable"} 1');
});
