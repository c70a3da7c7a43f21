import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SampleTenant } from '../tenant/model.js';
import { answerRequest, ConnectionDropped } from './answer-request.js';
import { createFaultPlan, type FaultPlan } from './fault-plan.js';
import { errorResponse, GraphError } from './graph-error.js';
import type { GraphRequest, GraphRequestLog, GraphResponse } from './graph-request.js';
import { notGranted, type Permission } from './permissions.js';
import { readUrl } from './read-url.js';
import { logRequest } from './request-log.js';

export interface SimulatedGraphOptions {
  readonly tenant: SampleTenant;
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly now: () => Date;
}

export interface SimulatedGraph {
  /** Root without version, e.g. `http://127.0.0.1:4123`. */
  readonly url: string;
  /** Every HTTP request whose address could be read, in order; refused ones too. */
  readonly requests: GraphRequestLog[];
  readonly faults: FaultPlan;
  /** Permissions the application lacks; may be changed at any time. */
  readonly missingPermissions: Set<Permission>;
  /** The tenant as it is now; writes change it. */
  readonly tenant: SampleTenant;
  /** Something happened in the tenant. */
  change(changes: Partial<SampleTenant>): void;
  /** Ends the server and every open connection, hanging ones too. */
  close(): Promise<void>;
}

/**
 * Serves the sample tenant as Microsoft Graph v1.0 does, over HTTP on loopback. Whoever sends
 * `Authorization: Bearer simulated` may read; what Graph refuses is refused, with Graph's status and code.
 */
export async function startSimulatedGraph({
  tenant: first,
  port = 0,
  host = '127.0.0.1',
  now,
}: SimulatedGraphOptions): Promise<SimulatedGraph> {
  let tenant = first;
  const change = (next: SampleTenant): void => {
    tenant = next;
  };
  const requests: GraphRequestLog[] = [];
  const faults = createFaultPlan();
  const missingPermissions = new Set<Permission>(notGranted);

  const answer = async (incoming: IncomingMessage): Promise<GraphResponse> => {
    const body = await readText(incoming);
    const { method = 'GET', url: target = '/' } = incoming;
    const headers = incoming.headers as Readonly<Record<string, string>>;
    const url = target.replace(/^\/v1\.0(?=\/|\?|$)/i, '');
    try {
      const request: GraphRequest = { method, url, ...readUrl(url), headers, body, inner: false };
      requests.push(logRequest(request));
      if (headers['authorization'] !== 'Bearer simulated') {
        throw new GraphError(
          401,
          'InvalidAuthenticationToken',
          headers['authorization'] === undefined ? 'Access token is empty.' : 'Access token validation failure.',
        );
      }
      if (url === target) throw new GraphError(400, 'BadRequest', 'Invalid version: only v1.0 is simulated.');
      return await answerRequest(request, {
        tenant,
        change,
        missingPermissions,
        faults,
        now,
        origin: `http://${headers['host'] ?? ''}`,
      });
    } catch (error) {
      if (error instanceof GraphError) return errorResponse(error, { headers }, now());
      throw error;
    }
  };

  const server = createServer((incoming, outgoing) => {
    outgoing.setHeader('Date', now().toUTCString());
    answer(incoming).then(
      (response) => write(outgoing, response),
      (error: unknown) => fail(outgoing, error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shownHost}:${address.port}`,
    requests,
    faults,
    missingPermissions,
    change: (changes) => change({ ...tenant, ...changes }),
    get tenant() {
      return tenant;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function write(outgoing: ServerResponse, { status, headers, body }: GraphResponse): void {
  outgoing.writeHead(status, { 'cache-control': 'no-cache', ...headers });
  outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A planned break of the connection cuts it; a mistake of the simulation itself must be seen by whoever asked. */
function fail(outgoing: ServerResponse, error: unknown): void {
  if (error instanceof ConnectionDropped) {
    outgoing.socket?.destroy();
    return;
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  outgoing.writeHead(500, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ error: { code: 'SimulationFailed', message } }));
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
