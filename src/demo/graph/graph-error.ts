import { randomUUID } from 'node:crypto';
import type { GraphRequest, GraphResponse } from './graph-request.js';

/** A refusal in Graph's own words. Thrown anywhere below the server, it becomes the answer to that one request. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** 400 for a request that Graph cannot read. */
export function badRequest(message: string): GraphError {
  return new GraphError(400, 'Request_BadRequest', message);
}

/** 400 for a query that needs Graph's advanced mode, or that it does not know. */
export function unsupportedQuery(message: string): GraphError {
  return new GraphError(400, 'Request_UnsupportedQuery', message);
}

/** 404 for an id that is none of this kind: a deviceId where an id belongs ends here. */
export function notFound(id: string): GraphError {
  const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return new GraphError(404, 'Request_ResourceNotFound', message);
}

/** 403 for a permission that was not granted. */
export function denied(): GraphError {
  return new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

export function errorResponse(
  error: GraphError,
  request: Pick<GraphRequest, 'headers'>,
  at: Date,
  retryAfter?: number,
): GraphResponse {
  const requestId = randomUUID();
  const clientRequestId = request.headers['client-request-id'] ?? requestId;
  return {
    status: error.status,
    headers: {
      'content-type': 'application/json',
      'request-id': requestId,
      'client-request-id': clientRequestId,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: {
      error: {
        code: error.code,
        message: error.message,
        innerError: {
          date: at.toISOString().slice(0, 19),
          'request-id': requestId,
          'client-request-id': clientRequestId,
        },
      },
    },
  };
}
