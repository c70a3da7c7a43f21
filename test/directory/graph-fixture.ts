import { onTestFinished } from 'vitest';
import { startSimulatedGraph } from '../../src/demo/graph/start-simulated-graph.js';
import type { SampleTenant } from '../../src/demo/tenant/model.js';
import { createDirectory } from '../../src/directory/create-directory.js';
import { createGraphPort } from '../../src/directory/graph-port.js';
import { createTokenSource } from '../../src/directory/token-source.js';
import { smallTenant, today } from './small-tenant.js';

/** A directory over the real client and real HTTP to a simulated tenant; `clock.now` is moved by hand. */
export async function directoryOf(changes: Partial<SampleTenant> = {}, budgetMs = 8_000) {
  const clock = { now: today };
  const graph = await startSimulatedGraph({ tenant: smallTenant(changes), now: () => new Date(clock.now) });
  onTestFinished(() => graph.close());
  const token = createTokenSource({ kind: 'simulated' }, { authorityHost: 'https://login.example', tenantId: 'none' });
  const port = createGraphPort({ baseUrl: graph.url, token, fetch, now: () => clock.now, budgetMs, pauseMs: 1 });
  return { graph, port, clock, directory: createDirectory({ graph: port, now: () => clock.now }) };
}

/** The inner paths of the last `$batch`. */
export function lastBatch(graph: {
  requests: readonly { path: string; inner: readonly { path: string }[] }[];
}): readonly string[] {
  return graph.requests.findLast(({ path }) => path === '/$batch')?.inner.map(({ path }) => path) ?? [];
}
