import { GraphError } from './graph-error.js';
import type { GraphRequest } from './graph-request.js';

/** The body of a POST: text over HTTP, already JSON inside a batch. Both need their Content-Type. */
export function readJsonBody(request: GraphRequest): unknown {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new GraphError(400, 'BadRequest', 'Write requests must have a body and the Content-Type application/json.');
  }
  if (typeof request.body !== 'string') return request.body;
  try {
    return JSON.parse(request.body);
  } catch {
    throw new GraphError(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}
