import { once } from 'node:events';
import { connect } from 'node:net';
import { request } from 'node:http';
import { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/errors.js';
import { maxBodyBytes } from '../../src/limits.js';
import { redact } from '../../src/diagnosis/redact.js';
import { createLog } from '../../src/runtime/log.js';
import { createMetrics } from '../../src/runtime/metrics.js';
import { createServer } from '../../src/server/create-server.js';
import type { BotServer, ServerOptions } from '../../src/server/create-server.js';

let lines: string[];
let server: BotServer;
let root: string;

async function start(options: Partial<ServerOptions> = {}): Promise<void> {
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  server = createServer({
    handleActivity: async (req, res) => {
      const { type } = req.body as { type: string };
      res.status(200);
      res.send({ got: type });
      res.end();
    },
    ready: async () => undefined,
    metrics: () => createMetrics().text(),
    log: createLog({ redact, level: 'info', destination }),
    newId: () => 'id-1',
    pages: {
      name: 'Device Join Assistant',
      developerName: undefined,
      retentionDays: 90,
      auditRetentionDays: 365,
      deviceCleanUp: false,
    },
    startedAt: new Date('2026-11-02T08:00:00Z'),
    ...options,
  });
  root = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
}

function post(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Response> {
  return fetch(`${root}/api/messages`, { method: 'POST', body, headers });
}

beforeEach(() => {
  lines = [];
});
afterEach(() => server.close());

describe('an activity', () => {
  it('reaches the handler as an object', async () => {
    await start();
    const response = await post('{"type":"message"}');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ got: 'message' });
  });

  it('is taken with a charset beside its type', async () => {
    await start();
    expect((await post('{"type":"message"}', { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200);
  });

  it('of exactly the greatest size is taken, one byte more is not', async () => {
    await start();
    const frame = '{"type":"message","text":""}';
    const fitting = frame.replace('""', `"${'x'.repeat(maxBodyBytes - frame.length)}"`);
    expect((await post(fitting)).status).toBe(200);
    const response = await post(`${fitting} `);
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ code: 'DJA-INPUT-TOO-LARGE', message: 'The body is too large.' });
  });

  it.each([
    ['malformed JSON', '{"type":', 400],
    ['no body', '', 400],
    ['a list', '[{"type":"message"}]', 400],
    ['a word', '"message"', 400],
    ['null', 'null', 400],
    ['no type', '{"text":"hi"}', 400],
    ['an empty type', '{"type":" "}', 400],
    ['a type that is no text', '{"type":7}', 400],
  ])('%s is refused', async (_name, body, status) => {
    await start();
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({
      code: 'DJA-INPUT-MALFORMED',
      message: 'Send one activity as JSON, with a type.',
    });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
  ])('as %s is refused', async (type) => {
    await start();
    expect((await post('{"type":"message"}', { 'content-type': type })).status).toBe(415);
  });

  it('that is compressed is refused before it is unpacked', async () => {
    await start();
    const body = new Uint8Array(gzipSync('{"type":"message"}'));
    const response = await post(body, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    expect(response.status).toBe(415);
  });
});

describe('a handler that fails', () => {
  it('is answered with 500 and an id that leads to the log, and nothing else', async () => {
    await start({
      handleActivity: async () => {
        throw Object.assign(new Error('secret=abc in /srv/app.js'), { statusCode: 404 });
      },
    });
    const response = await post('{"type":"message"}', { 'content-type': 'application/json', accept: 'text/html' });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ code: 'DJA-INTERNAL', message: 'Something went wrong.', id: 'id-1' });
    expect(lines.join('')).toContain('"id":"id-1"');
    expect(lines.join('')).toContain('"level":"error"');
  });

  it('for want of the key document is answered with 503 without detail', async () => {
    await start({
      handleActivity: async () => {
        throw new AppError('DJA-TEAMS-KEYS-UNREACHABLE', { cause: new Error('getaddrinfo ENOTFOUND login.example') });
      },
    });
    const response = await post('{"type":"message"}');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      code: 'DJA-TEAMS-KEYS-UNREACHABLE',
      message: 'Not available just now.',
      id: 'id-1',
    });
  });

  it('after it has answered leaves the answer as it is, and is logged', async () => {
    await start({
      handleActivity: async (_req, res) => {
        res.send(200, { done: true });
        throw new Error('too late');
      },
    });
    expect(await (await post('{"type":"message"}')).json()).toEqual({ done: true });
    expect(lines.join('')).toContain('too late');
  });
});

describe('addresses and methods', () => {
  it.each([
    ['GET', '/api/messages', 405],
    ['POST', '/healthz', 405],
    ['GET', '/', 404],
    ['GET', '/api/../etc/passwd', 404],
    ['POST', '/api/message', 404],
  ])('%s %s is answered with %i in JSON', async (method, path, status) => {
    await start();
    const response = await fetch(root + path, { method, headers: { accept: 'text/html' } });
    expect(response.status).toBe(status);
    const body = (await response.json()) as Record<string, string>;
    expect(Object.keys(body)).toEqual(['code', 'message']);
    expect(body['message']).not.toContain(path === '/' ? 'exist' : path);
  });

  it('tell neither restify nor a version', async () => {
    await start();
    expect((await fetch(`${root}/healthz`)).headers.get('server')).toBe('Device Join Assistant');
  });
});

describe('health', () => {
  it('says that the process lives', async () => {
    await start({ ready: () => Promise.reject(new Error('down')) });
    expect((await fetch(`${root}/healthz`)).status).toBe(200);
  });

  it('is ready when the check passes, and tells since when this process is there', async () => {
    await start();
    const response = await fetch(`${root}/readyz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready', startedAt: '2026-11-02T08:00:00.000Z' });
  });

  it('gives the reason when it is not, without internals', async () => {
    await start({ ready: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432')) });
    const response = await fetch(`${root}/readyz`);
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ status: 'not ready', code: 'DJA-DATABASE-UNAVAILABLE' });
    expect(text).toContain('DATABASE_URL');
    expect(text).not.toContain('10.0.0.7');
  });

  it('is not ready when the check does not come back', async () => {
    await start({ ready: () => new Promise(() => undefined), readyWithinMs: 1 });
    expect((await fetch(`${root}/readyz`)).status).toBe(503);
  });
});

describe('metrics', () => {
  it('are shown to this machine', async () => {
    await start();
    const response = await fetch(`${root}/metrics`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('# TYPE assistant_activities_total counter');
  });

  it('are not shown through a proxy on this machine, unless the token comes with it', async () => {
    await start({ metricsToken: 'right' });
    const through = { 'x-forwarded-for': '203.0.113.9' };
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${root}/metrics`, { headers })).status;
    expect(await status(through)).toBe(401);
    expect(await status({ ...through, authorization: 'Bearer wrong' })).toBe(401);
    expect(await status({ ...through, authorization: 'right' })).toBe(401);
    expect(await status({ ...through, authorization: 'Bearer right' })).toBe(200);
  });

  it('cannot be had with an empty token where none is set', async () => {
    await start();
    const headers = { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer ' };
    expect((await fetch(`${root}/metrics`, { headers })).status).toBe(401);
  });
});

describe('the public pages', () => {
  it.each(['about', 'privacy', 'terms'])('/%s is a page of its own in English and German', async (name) => {
    await start();
    const english = await fetch(`${root}/${name}`);
    expect(english.status).toBe(200);
    expect(english.headers.get('content-type')).toContain('text/html');
    expect(await english.text()).toContain('<html lang="en">');
    const german = await fetch(`${root}/${name}`, { headers: { 'accept-language': 'fr;q=0.9, de-AT;q=0.8' } });
    expect(await german.text()).toContain('<html lang="de">');
  });

  it('say how long data is kept, and take no markup from a name', async () => {
    await start({
      pages: {
        name: 'Join <b>',
        developerName: undefined,
        retentionDays: 31,
        auditRetentionDays: 400,
        deviceCleanUp: false,
      },
    });
    const text = await (await fetch(`${root}/privacy`)).text();
    expect(text).toContain('31 days');
    expect(text).toContain('400 days');
    expect(text).toContain('Join &lt;b&gt;');
    expect(text).not.toContain('<b>');
    expect(text).toContain('It changes nothing there.');
  });

  it.each([
    ['en', 'when two administrators decide so together'],
    ['de', 'wenn zwei Administratoren es gemeinsam beschließen'],
  ])('say in %s that devices can be deleted, where they can', async (language, words) => {
    await start({
      pages: {
        name: 'Join',
        developerName: undefined,
        retentionDays: 31,
        auditRetentionDays: 400,
        deviceCleanUp: true,
      },
    });
    expect(await (await fetch(`${root}/privacy`, { headers: { 'accept-language': language } })).text()).toContain(
      words,
    );
  });
});

describe('closing', () => {
  it('waits for a running request and takes no new one', async () => {
    let finish = (): void => undefined;
    let entered = (): void => undefined;
    const running = new Promise<void>((resolve) => (entered = resolve));
    await start({
      handleActivity: async (_req, res) => {
        entered();
        await new Promise<void>((resolve) => (finish = resolve));
        res.send(200, { done: true });
      },
    });
    const answer = post('{"type":"message"}');
    await running;
    const closed = server.close();
    await expect(fetch(`${root}/healthz`)).rejects.toThrow();
    finish();
    expect(await (await answer).json()).toEqual({ done: true });
    await closed;
  });

  it.each([
    ['nothing', ''],
    ['half a header', 'POST /api/messages HTTP/1.1\r\nHost:'],
    [
      'half a body',
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{"type"',
    ],
  ])('is not held up by a connection that has said %s', async (_what, said) => {
    await start({ closeWithinMs: 60_000 });
    const socket = connect(Number(new URL(root).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(said);
    await fetch(`${root}/healthz`);
    socket.on('error', () => undefined);
    const gone = once(socket, 'close');
    await server.close();
    await gone;
  });

  it('waits for the work of those who have hung up', async () => {
    let finish = (): void => undefined;
    let entered = (): void => undefined;
    const running = new Promise<void>((resolve) => (entered = resolve));
    await start({
      handleActivity: async () => {
        entered();
        await new Promise<void>((resolve) => (finish = resolve));
      },
    });
    const hangUp = new AbortController();
    const asking = fetch(`${root}/api/messages`, {
      method: 'POST',
      body: '{"type":"message"}',
      headers: { 'content-type': 'application/json' },
      signal: hangUp.signal,
    });
    await running;
    hangUp.abort();
    await expect(asking).rejects.toThrow();
    let closed = false;
    const closing = server.close().then(() => (closed = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(closed).toBe(false);
    finish();
    await closing;
  });

  it('drops what is still running after its time', async () => {
    let entered = (): void => undefined;
    const running = new Promise<void>((resolve) => (entered = resolve));
    await start({
      closeWithinMs: 1,
      handleActivity: async () => {
        entered();
        await new Promise(() => undefined);
      },
    });
    const dropped = new Promise<string>((resolve) => {
      const hanging = request(`${root}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      hanging.on('error', ({ message }) => resolve(message));
      hanging.end('{"type":"message"}');
    });
    await running;
    await server.close();
    expect(await dropped).toContain('socket hang up');
  });

  it('a taken port is an error of listen', async () => {
    await start();
    const port = Number(new URL(root).port);
    const taken = createServer({
      handleActivity: async () => undefined,
      ready: async () => undefined,
      metrics: async () => '',
      log: createLog({ redact, level: 'silent' }),
      newId: () => 'id-2',
      pages: {
        name: 'Another',
        developerName: undefined,
        retentionDays: 1,
        auditRetentionDays: 1,
        deviceCleanUp: false,
      },
      startedAt: new Date(0),
    });
    await expect(taken.listen(port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
