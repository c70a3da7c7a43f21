import { expect, it } from 'vitest';
import { createMetrics } from '../src/metrics.js';

it('counts in a registry of its own', async () => {
  const [one, two] = [createMetrics(), createMetrics()];
  one.activity('message');
  one.activity('message');
  one.graphRequest('throttled');
  one.delivery('delivered');
  one.turn(0.3);
  const text = await one.text();
  expect(text).toContain('assistant_activities_total{kind="message"} 2');
  expect(text).toContain('assistant_graph_requests_total{outcome="throttled"} 1');
  expect(text).toContain('assistant_outbox_deliveries_total{outcome="delivered"} 1');
  expect(text).toContain('assistant_turn_seconds_bucket{le="0.5"} 1');
  expect(text).toContain('assistant_turn_seconds_bucket{le="0.25"} 0');
  expect(await two.text()).not.toContain('kind="message"');
});
