import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Next, Request, Response, ServerOptions as RestifyOptions } from 'restify';
import { withTimeout } from '../runtime/with-timeout.js';
import { AppError, asAppError, entryOf } from '../errors.js';
import { maxBodyBytes } from '../limits.js';
import type { Log } from '../runtime/log.js';
import type { PageFacts, PageName } from '../text/pages.js';
import { refusedByRestify, requireActivity, requireJson } from './check-activity.js';
import { createListener, usualSocketLimits, type SocketLimits } from './listen.js';
import { mayReadMetrics } from './may-read-metrics.js';
import { renderPage } from './render-page.js';
import { sendError, sendJson } from './reply.js';

export interface ServerOptions {
  /** Answers one activity through `res`; `req.body` is an object with a `type`. Checks the caller's token itself. */
  readonly handleActivity: (req: Request, res: Response) => Promise<void>;
  /** Rejects when the bot cannot work now, e.g. because its database does not answer. */
  readonly ready: () => Promise<void>;
  /** Prometheus text. */
  readonly metrics: () => Promise<string>;
  /** Bearer token under which other machines may read the metrics; without one only this machine may. */
  readonly metricsToken?: string;
  readonly log: Log;
  /** Makes the id of a request: it stands in an answer of ours about an error, and in the lines of the log. */
  readonly newId: () => string;
  /** Runs the work of the request with this id. */
  readonly within?: <T>(id: string, work: () => T) => T;
  /** What the public pages say; `name` is also the `Server` header. */
  readonly pages: PageFacts;
  /** When this process started, which tells it from the one before it. */
  readonly startedAt: Date;
  /** Milliseconds that `close` waits for activities that are being handled. */
  readonly closeWithinMs?: number;
  /** Milliseconds after which a readiness check counts as failed. */
  readonly readyWithinMs?: number;
  /** Instead of the usual limits of connections. */
  readonly sockets?: Partial<SocketLimits>;
}

export interface BotServer {
  /** Resolves once it listens, with the port in use; rejects when the address is taken. */
  listen(port: number, host: string): Promise<number>;
  /** How many connections there are. */
  connections(): Promise<number>;
  /** Takes no new connections, waits for what is being handled, then drops what is left. */
  close(): Promise<void>;
}

/** Milliseconds at the end for a request to arrive whole, and for an answer to leave. */
const arriveMs = 1_000;

/** The parser hands these on to the reader of the body, which its types do not tell. */
const bodyOptions: restify.plugins.JsonBodyParserOptions & { readonly maxBodySize: number } = {
  maxBodySize: maxBodyBytes,
};

const pageNames: readonly PageName[] = ['about', 'privacy', 'terms'];

/** The HTTP side of the bot: activities, health, metrics and the public pages. */
export function createServer(options: ServerOptions): BotServer {
  const {
    log,
    metricsToken,
    newId,
    within: withinRequest = (_id, work) => work(),
    pages,
    closeWithinMs = 10_000,
    readyWithinMs = 5_000,
  } = options;
  const ids = new WeakMap<Request, string>();
  const running = new Set<Promise<void>>();
  // Silent, because restify would write a log of its own beside ours. Its types still name the logger of restify 8.
  const silent = log.child({}, { level: 'silent' }) as unknown as NonNullable<RestifyOptions['log']>;
  const server = restify.createServer({ name: pages.name, log: silent });
  const listener = createListener((req, res) => void server.server.emit('request', req, res), {
    ...usualSocketLimits,
    ...options.sockets,
  });
  const http = listener.server;

  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    const { code } = error instanceof AppError ? error : (refusedByRestify(error) ?? asAppError(error));
    const id = ids.get(req) ?? newId();
    const line = { id, code, method: req.method, path: req.path() };
    const refused = entryOf(code).fault === 'input';
    if (refused) log.debug(line, 'request refused');
    else log.error({ ...line, err: error }, 'request failed');
    if (!res.headersSent) sendError(res, code, refused ? undefined : id);
    done();
  });

  server.use((_req: Request, res: Response, next: Next) => {
    res.header('X-Content-Type-Options', 'nosniff');
    next();
  });

  // restify tells async handlers by their constructor and calls them without `next`: they must be AsyncFunctions of
  // at most two parameters.
  server.post(
    '/api/messages',
    requireJson,
    restify.plugins.jsonBodyParser(bodyOptions),
    requireActivity,
    async (req: Request, res: Response) => {
      const id = newId();
      ids.set(req, id);
      const answering = withinRequest(id, () => options.handleActivity(req, res));
      running.add(answering);
      try {
        await listener.during(req.socket, ours(answering));
      } finally {
        running.delete(answering);
      }
    },
  );

  server.get('/healthz', async (_req: Request, res: Response) => {
    sendJson(res, 200, { status: 'alive' });
  });

  server.get('/readyz', async (_req: Request, res: Response) => {
    try {
      await withTimeout(options.ready(), readyWithinMs);
      sendJson(res, 200, { status: 'ready', startedAt: options.startedAt.toISOString() });
    } catch (cause) {
      const error = cause instanceof AppError ? cause : new AppError('DJA-DATABASE-UNAVAILABLE', { cause });
      log.warn({ code: error.code, err: error }, 'not ready');
      sendJson(res, 503, { status: 'not ready', code: error.code, reason: entryOf(error.code).hint });
    }
  });

  server.get('/metrics', async (req: Request, res: Response) => {
    if (!mayReadMetrics(req, metricsToken)) {
      res.header('WWW-Authenticate', 'Bearer');
      throw new AppError('DJA-METRICS-REFUSED');
    }
    res.sendRaw(200, await ours(options.metrics()), { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
  });

  for (const name of pageNames) {
    server.get(`/${name}`, async (req: Request, res: Response) => {
      res.sendRaw(200, renderPage(name, req.headers['accept-language'], pages), {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      });
    });
  }

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, () => {
          http.removeListener('error', reject);
          resolve((http.address() as AddressInfo).port);
        });
      }),
    connections: () =>
      new Promise((resolve, reject) => http.getConnections((error, count) => (error ? reject(error) : resolve(count)))),
    async close() {
      const closed = new Promise((resolve) => http.close(resolve));
      // A connection that was busy when the stop began would be kept alive for seconds after its answer.
      const idle = setInterval(() => http.closeIdleConnections(), 20);
      const briefly = () => withTimeout(closed, Math.min(arriveMs, closeWithinMs)).catch(() => undefined);
      await briefly();
      // The caller may be gone while the work goes on.
      await withTimeout(Promise.allSettled(running), closeWithinMs).catch(() => undefined);
      await briefly();
      http.closeAllConnections();
      clearInterval(idle);
    },
  };
}

/** Errors of what was handed in may look like restify's own, with a `statusCode` that is not meant for the caller. */
async function ours<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asAppError(error);
  }
}
