import { afterAll, afterEach, beforeAll } from 'vitest';
import type { GraphRequestLog } from '../../../src/demo/graph/graph-request.js';
import { notGranted } from '../../../src/demo/graph/permissions.js';
import { startSimulatedGraph, type SimulatedGraph } from '../../../src/demo/graph/start-simulated-graph.js';
import { contoso } from '../../../src/demo/tenant/contoso.js';
import type { SampleDevice, SamplePerson } from '../../../src/demo/tenant/model.js';

export const now = new Date('2026-05-04T09:00:00Z');
export const tenant = contoso(now);
export const eventual = { ConsistencyLevel: 'eventual' };

/** An object as it came over the wire, with what most tests look at. */
export interface WireObject {
  readonly [property: string]: unknown;
  readonly id: string;
  readonly displayName: string;
  readonly registeredOwners: readonly WireObject[];
}

/** A body as it came over the wire: one object, a page of them, an error, or a batch. */
export interface Wire extends WireObject {
  readonly value: readonly WireObject[];
  readonly error: { readonly code: string; readonly message: string };
  readonly responses: readonly WirePart[];
  readonly '@odata.nextLink'?: string;
}

export interface WirePart {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Wire;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Wire;
}

export interface BatchPart {
  readonly id: string;
  readonly method?: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly dependsOn?: readonly string[];
}

/** A simulated Graph for the tests of one file, asked over real HTTP. Faults and permissions are reset after each test. */
export function simulatedGraph() {
  let graph: SimulatedGraph;
  beforeAll(async () => {
    graph = await startSimulatedGraph({ tenant, now: () => now });
  });
  afterEach(() => {
    graph.faults.clear();
    graph.missingPermissions.clear();
    for (const permission of notGranted) graph.missingPermissions.add(permission);
  });
  afterAll(() => graph.close());

  const send = async (target: string, init: RequestInit = {}): Promise<Answer> => {
    const url = target.startsWith('http') ? target : `${graph.url}/v1.0${target}`;
    const response = await fetch(url, {
      ...init,
      headers: { Authorization: 'Bearer simulated', ...(init.headers as Record<string, string>) },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, text, json: JSON.parse(isJson ? text : '{}') as Wire };
  };
  const post = (path: string, body: unknown): Promise<Answer> =>
    send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  return {
    graph: (): SimulatedGraph => graph,
    send,
    get: (target: string, headers: Record<string, string> = {}): Promise<Answer> => send(target, { headers }),
    post,
    /** The application has every permission that there is. */
    grantAll: (): void => graph.missingPermissions.clear(),
    batch: (requests: readonly BatchPart[]): Promise<Answer> =>
      post('/$batch', { requests: requests.map((request) => ({ method: 'GET', ...request })) }),
    lastRequest: (): GraphRequestLog => {
      const last = graph.requests.at(-1);
      if (last === undefined) throw new Error('no request was sent');
      return last;
    },
  };
}

/** The part of a batch's answer with this id, wherever it stands. */
export function part(answer: Answer, id: string): WirePart {
  const found = answer.json.responses.find((response) => response.id === id);
  if (found === undefined) throw new Error(`the batch has no answer ${id}`);
  return found;
}

/** What makes a refusal: its status and Graph's code. */
export function refusal(answer: Answer): { status: number; code: string } {
  return { status: answer.status, code: answer.json.error.code };
}

export function person(key: string): SamplePerson {
  const found = tenant.people.find((each) => each.key === key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return found;
}

export function devicesNamed(name: string): readonly SampleDevice[] {
  return tenant.devices.filter((device) => device.displayName === name);
}

/** `$filter` as a client has to write it: quotes doubled, then encoded. */
export function filter(property: string, value: string): string {
  return `$filter=${encodeURIComponent(`${property} eq '${value.replaceAll("'", "''")}'`)}`;
}
