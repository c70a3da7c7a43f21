import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { keepAliveMs, maxConnections } from '../../src/limits.js';
import { usualSocketLimits, type SocketLimits } from '../../src/server/listen.js';
import { aServer, type AServer } from '../support/a-server.js';

let bot: AServer;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await bot.server.close();
});

interface Caller {
  readonly socket: Socket;
  /** What came so far. */
  heard(): string;
  /** Resolves with all that came when the other side has ended the connection. */
  readonly ended: Promise<string>;
  says(text: string): void;
}

/** A client that writes bytes, and closes nothing by itself. */
async function caller(said = ''): Promise<Caller> {
  const socket = connect({ port: bot.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    for (const event of ['end', 'close']) socket.once(event, () => resolve(heard));
  });
  await once(socket, 'connect');
  if (said !== '') socket.write(said);
  return { socket, heard: () => heard, ended, says: (text) => void socket.write(text) };
}

const head = (lines: readonly string[], first = 'POST /api/messages HTTP/1.1'): string =>
  [first, 'Host: bot', ...lines, '', ''].join('\r\n');
const json = 'Content-Type: application/json';
const whole = (body: string): string => `${head([json, `Content-Length: ${body.length}`])}${body}`;
const statusesIn = (heard: string): readonly string[] =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((found) => found[1] ?? '');

/** All of them a fraction of what they are. */
const brief: Partial<SocketLimits> = { requestMs: 100, lookEveryMs: 20 };

describe('a connection that asks for another protocol', () => {
  it.each([
    [
      'a websocket',
      head(
        ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: x'],
        'GET /api/messages HTTP/1.1',
      ),
    ],
    [
      'HTTP/2',
      head(['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: x'], 'GET /healthz HTTP/1.1'),
    ],
    [
      'something nobody knows, with an activity',
      `${head(['Connection: Upgrade', 'Upgrade: x', json, 'Content-Length: 18'])}{"type":"message"}`,
    ],
    ['something behind a name that is none', head(['Connection: upgrade', 'Upgrade: '.padEnd(4_000, 'x')])],
  ])('is ended: %s', async (_what, said) => {
    let handled = 0;
    bot = await aServer({ handleActivity: async () => void (handled += 1) });
    const { ended } = await caller(said);
    expect(statusesIn(await ended)).toEqual(['426']);
    expect(handled).toBe(0);
  });

  it('is ended, however many there are, and though none of them closes its half', async () => {
    bot = await aServer();
    const callers = await Promise.all(
      Array.from({ length: 200 }, () => caller(head(['Connection: Upgrade', 'Upgrade: websocket']))),
    );
    await Promise.all(callers.map(({ ended }) => ended));
    await expect.poll(() => bot.server.connections()).toBe(0);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  });

  it('is ended: a tunnel', async () => {
    bot = await aServer();
    const { ended } = await caller('CONNECT login.example:443 HTTP/1.1\r\nHost: login.example\r\n\r\n');
    expect(statusesIn(await ended)).toEqual([]);
  });
});

describe('a request that is no usual one', () => {
  it('may ask whether its body is welcome', async () => {
    bot = await aServer();
    const asking = await caller(head([json, 'Expect: 100-continue', 'Content-Length: 18', 'Connection: close']));
    await expect.poll(() => statusesIn(asking.heard())).toEqual(['100']);
    asking.says('{"type":"message"}');
    expect(statusesIn(await asking.ended)).toEqual(['100', '200']);
  });

  it('is refused when it expects anything else', async () => {
    bot = await aServer();
    const { ended } = await caller(head([json, 'Expect: the moon', 'Content-Length: 0', 'Connection: close']));
    expect(statusesIn(await ended)).toEqual(['417']);
  });

  it.each([
    ['without a host', 'POST /api/messages HTTP/1.1\r\n\r\n', '400'],
    ['with more in its head than fits', head([`X-Long: ${'x'.repeat(20_000)}`]), '431'],
    ['with two lengths', head([json, 'Content-Length: 2', 'Content-Length: 3']), '400'],
    ['with a length and in pieces', head([json, 'Content-Length: 2', 'Transfer-Encoding: chunked']), '400'],
    ['that is no HTTP', '\u0016\u0003\u0001 hello\r\n\r\n', '400'],
  ])('is refused and its connection ended %s', async (_what, said, status) => {
    bot = await aServer();
    expect(statusesIn(await (await caller(said)).ended)).toEqual([status]);
  });

  it('is answered in its turn when several come at once', async () => {
    bot = await aServer();
    const many = await caller(
      `${whole('{"type":"message"}').repeat(3)}${head(['Connection: close'], 'GET /healthz HTTP/1.1')}`,
    );
    expect(statusesIn(await many.ended)).toEqual(['200', '200', '200', '200']);
  });

  it('is answered though the caller has closed its half', async () => {
    bot = await aServer();
    const half = await caller();
    half.socket.end(whole('{"type":"message"}'));
    expect(statusesIn(await half.ended)).toEqual(['200']);
  });
});

describe('a connection on which nothing goes on', () => {
  it.each([
    ['nothing at all', ''],
    ['half a head', 'POST /api/messages HTTP/1.1\r\nHost:'],
    ['half a body', `${head([json, 'Content-Length: 40'])}{"type"`],
    ['pieces without an end', `${head([json, 'Transfer-Encoding: chunked'])}1\r\n{\r\n`],
    ['half a body that is refused by its type', `${head(['Content-Type: text/plain', 'Content-Length: 40'])}half`],
  ])('is ended when it has said %s', async (_what, said) => {
    bot = await aServer({ sockets: brief });
    const { ended } = await caller(said);
    expect(await ended).not.toContain('HTTP/1.1 200');
  });

  it('is ended though a letter comes now and then', async () => {
    bot = await aServer({ sockets: brief });
    const slow = await caller(`${head([json, 'Content-Length: 40000'])}{"type"`);
    const timer = setInterval(() => slow.says(' '), 10);
    expect(statusesIn(await slow.ended)).toEqual(['408']);
    clearInterval(timer);
  });

  it('is looked at often enough that the limit is the limit', () => {
    expect(usualSocketLimits.lookEveryMs * 10).toBeLessThan(usualSocketLimits.requestMs);
    expect(usualSocketLimits.requestMs).toBe(30_000);
  });

  it('is ended when nobody reads what is answered', async () => {
    bot = await aServer({ sockets: { ...brief, stillMs: 100 }, metrics: async () => 'x'.repeat(20_000_000) });
    const deaf = await caller();
    deaf.socket.pause();
    await expect.poll(() => bot.server.connections()).toBe(1);
    deaf.says(head([], 'GET /metrics HTTP/1.1'));
    await expect.poll(() => bot.server.connections()).toBe(0);
  });
});

describe('keeping connections', () => {
  it('goes on for longer than what is in front of the bot keeps them', async () => {
    bot = await aServer();
    expect(keepAliveMs).toBeGreaterThan(240_000);
    const { headers } = await fetch(`${bot.url}/healthz`);
    expect(headers.get('keep-alive')).toBe(`timeout=${keepAliveMs / 1_000}`);
  });

  it('ends when they were idle for so long', async () => {
    bot = await aServer({ sockets: { keepAliveMs: 50 } });
    expect(statusesIn(await (await caller(whole('{"type":"message"}'))).ended)).toEqual(['200']);
  });

  it('does not hold up a stop', async () => {
    bot = await aServer({ closeWithinMs: 60_000 });
    const idle = await Promise.all(Array.from({ length: 50 }, () => caller(whole('{"type":"message"}'))));
    await expect.poll(() => idle.every(({ heard }) => statusesIn(heard()).length === 1)).toBe(true);
    await bot.server.close();
    await Promise.all(idle.map(({ ended }) => ended));
  });

  it('ends for whoever was silent for longest when there are too many; newcomers get in', async () => {
    bot = await aServer({ sockets: { most: 10 } });
    const held: Caller[] = [];
    for (let each = 0; each < 10; each += 1) {
      const idle = await caller(whole('{"type":"message"}'));
      await expect.poll(() => statusesIn(idle.heard())).toEqual(['200']);
      held.push(idle);
    }
    // The first one speaks once more and is the last to go.
    held[0]?.says(whole('{"type":"message"}'));
    await expect.poll(() => statusesIn(held[0]?.heard() ?? '')).toHaveLength(2);
    const newcomers = [await caller(whole('{"type":"message"}')), await caller(whole('{"type":"message"}'))];
    for (const { heard } of newcomers) await expect.poll(() => statusesIn(heard())).toEqual(['200']);
    await Promise.all([held[1]?.ended, held[2]?.ended]);
    expect(held[0]?.socket.readableEnded).toBe(false);
    expect(await bot.server.connections()).toBe(10);
  });

  it('never ends for somebody who waits for an answer', async () => {
    let finish = (): void => undefined;
    const waits = new Promise<void>((resolve) => (finish = resolve));
    let entered = 0;
    bot = await aServer({
      sockets: { most: 3 },
      handleActivity: async (_req, res) => {
        entered += 1;
        await waits;
        res.send(200, {});
      },
    });
    const waiting = [await caller(whole('{"type":"message"}')), await caller(whole('{"type":"message"}'))];
    await expect.poll(() => entered).toBe(2);
    const pushing: Caller[] = [];
    for (let each = 0; each < 8; each += 1) pushing.push(await caller(head(['Content-Length: 9', json])));
    await Promise.all(pushing.slice(0, 7).map(({ ended }) => ended));
    finish();
    for (const { heard } of waiting) await expect.poll(() => statusesIn(heard())).toEqual(['200']);
  });

  it('has a limit that is more than Teams ever has on the way', () => {
    expect(maxConnections).toBeGreaterThan(50 * 15);
  });
});
