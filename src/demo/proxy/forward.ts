import { request, type IncomingMessage, type ServerResponse } from 'node:http';

/**
 * Passes a request on with this body, and its answer back as it comes: status, headers, body. When the client goes away the
 * onward request is given up. @throws when nobody answers
 */
export function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  body: string,
): Promise<void> {
  const {
    host: _host,
    'content-length': _length,
    'transfer-encoding': _encoding,
    connection: _connection,
    ...headers
  } = incoming.headers;
  return new Promise((resolve, reject) => {
    const onward = request(
      target,
      {
        method: incoming.method,
        headers: { ...headers, ...(body === '' ? {} : { 'content-length': Buffer.byteLength(body) }) },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.once('error', reject);
      },
    );
    onward.once('error', (error) =>
      reject(new Error(`${target} cannot be reached (${error.message})`, { cause: error })),
    );
    // Comes after the last byte as well as when the client went away.
    outgoing.once('close', () => {
      resolve();
      onward.destroy();
    });
    onward.end(body);
  });
}
