import { maxBatchRequests } from '../../limits.js';
import { errorResponse, GraphError } from './graph-error.js';
import { ok, type GraphRequest, type GraphResponse } from './graph-request.js';
import { readJsonBody } from './read-json-body.js';
import { readUrl } from './read-url.js';
import type { World } from './world.js';

export interface BatchItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

type Answer = (request: GraphRequest, world: World) => Promise<GraphResponse>;

/** The outer answer is 200 whatever happened inside, and its parts come in another order than they were asked for. */
export async function answerBatch(request: GraphRequest, world: World, answer: Answer): Promise<GraphResponse> {
  if (request.method !== 'POST')
    throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  const items = readBatch(readJsonBody(request));
  const started = new Map<string, Promise<GraphResponse>>();
  const running = items.map((item) => {
    const response = answerItem(item, started, world, answer);
    started.set(item.id.toLowerCase(), response);
    return response.then(({ status, headers, body }) => ({
      id: item.id,
      status,
      headers: shownHeaders(headers),
      body,
    }));
  });
  return ok({ responses: (await Promise.all(running)).reverse() });
}

async function answerItem(
  item: BatchItem,
  started: ReadonlyMap<string, Promise<GraphResponse>>,
  world: World,
  answer: Answer,
): Promise<GraphResponse> {
  const before = await Promise.all(item.dependsOn.map(async (id) => started.get(id.toLowerCase())));
  try {
    if (before.some((response) => response === undefined || response.status >= 400)) {
      throw new GraphError(
        424,
        'FailedDependency',
        'This request was not executed because a request it depends on failed.',
      );
    }
    if (!item.url.startsWith('/'))
      throw new GraphError(404, 'NotFound', `'${item.url}' is not a URL relative to the version.`);
    const { method, url, headers, body } = item;
    return await answer({ method, url, ...readUrl(url), headers, body, inner: true }, world);
  } catch (error) {
    if (error instanceof GraphError) return errorResponse(error, item, world.now());
    throw error;
  }
}

/** Reads the list of requests; throws 400 for one that Graph would not start on. */
export function readBatch(body: unknown): readonly BatchItem[] {
  const requests: unknown = typeof body === 'object' && body !== null && 'requests' in body ? body.requests : undefined;
  if (!Array.isArray(requests) || requests.length === 0) throw invalid('Invalid batch payload format.');
  if (requests.length > maxBatchRequests) {
    throw new GraphError(
      400,
      'MaximumValueExceeded',
      `Number of batch request steps exceeds the maximum value of ${maxBatchRequests}.`,
    );
  }
  const seen = new Set<string>();
  return requests.map((request) => {
    const item = readItem(request);
    // Ids that differ in case only are the same to Graph (microsoft-graph-docs issue 4449).
    if (seen.has(item.id.toLowerCase())) throw invalid(`Request Id ${item.id} has to be unique in a batch.`);
    for (const id of item.dependsOn) {
      if (!seen.has(id.toLowerCase()))
        throw invalid(`Request Id ${id}, which ${item.id} depends on, does not come before it.`);
    }
    seen.add(item.id.toLowerCase());
    return item;
  });
}

function readItem(request: unknown): BatchItem {
  if (typeof request !== 'object' || request === null) throw invalid('Invalid batch payload format.');
  const { id, method, url, headers = {}, body, dependsOn = [] } = request as Record<string, unknown>;
  if (typeof id !== 'string' || id === '' || typeof method !== 'string' || typeof url !== 'string') {
    throw invalid('Invalid batch payload format: id, method and url are required and must be texts.');
  }
  if (
    typeof headers !== 'object' ||
    !Array.isArray(dependsOn) ||
    !dependsOn.every((each) => typeof each === 'string')
  ) {
    throw invalid('Invalid batch payload format: headers must be an object, dependsOn a list of ids.');
  }
  const lowered = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const item = { id, method: method.toUpperCase(), url, headers: Object.fromEntries(lowered), body, dependsOn };
  if (
    ['POST', 'PUT', 'PATCH'].includes(item.method) &&
    (body === undefined || item.headers['content-type'] === undefined)
  ) {
    throw invalid(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  return item;
}

function shownHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names: Readonly<Record<string, string>> = { 'content-type': 'Content-Type', 'retry-after': 'Retry-After' };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (names[name] === undefined ? [] : [[names[name], value]])),
  );
}

function invalid(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}
