import { readBatch } from './answer-batch.js';
import { GraphError } from './graph-error.js';
import type { GraphRequest, GraphRequestLog, InnerRequestLog } from './graph-request.js';
import { readUrl } from './read-url.js';

const loggedHeaders = ['consistencylevel', 'content-type', 'client-request-id', 'prefer', 'user-agent', 'sdkversion'];

/** What is kept of a request for tests and the demo's own log. No token is kept. */
export function logRequest(request: GraphRequest): GraphRequestLog {
  const { method, url, path } = request;
  return {
    method,
    url,
    path,
    headers: pick(request.headers),
    inner: path === '/$batch' ? innerRequests(request.body) : [],
  };
}

/** A batch that cannot be read is refused when it is answered; here it has no inner requests. */
function innerRequests(body: unknown): readonly InnerRequestLog[] {
  try {
    const items = readBatch(typeof body === 'string' ? JSON.parse(body) : body);
    return items.map(({ id, method, url, headers }) => ({
      id,
      method,
      url,
      path: readUrl(url).path,
      headers: pick(headers),
    }));
  } catch (error) {
    if (error instanceof GraphError || error instanceof SyntaxError) return [];
    throw error;
  }
}

function pick(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    loggedHeaders.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}
