import { describe, expect, it } from 'vitest';
import { createGraphPort } from '../../src/directory/graph-port.js';
import type { TokenSource } from '../../src/directory/token-source.js';
import { today } from './small-tenant.js';

interface Sent {
  readonly url: string;
  readonly authorization: string | null;
  readonly redirect: string | undefined;
}

/** A port whose network is the given list of responses, one after the other. */
function portOver(
  baseUrl: string,
  responses: readonly (() => Response)[],
  token: TokenSource = { token: async (scope) => `token for ${scope}` },
) {
  const sent: Sent[] = [];
  const fetch = async (url: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    sent.push({
      url: url instanceof Request ? url.url : url.toString(),
      authorization: new Headers(init?.headers).get('authorization'),
      redirect: init?.redirect,
    });
    const response = responses[sent.length - 1];
    if (!response) throw new TypeError('fetch failed');
    return response();
  };
  return { sent, port: createGraphPort({ baseUrl, token, now: () => today, fetch, budgetMs: 500 }) };
}

const json =
  (body: unknown, init: ResponseInit = {}) =>
  () =>
    Response.json(body, init);

describe('which address gets which token', () => {
  it.each([
    ['https://graph.microsoft.com', 'Bearer token for https://graph.microsoft.com/.default'],
    ['https://graph.microsoft.us/', 'Bearer token for https://graph.microsoft.us/.default'],
    ['https://127.0.0.1:8443', 'Bearer token for https://127.0.0.1:8443/.default'],
    ['http://127.0.0.1:8080', 'Bearer simulated'],
    ['http://localhost:8080', 'Bearer simulated'],
    ['http://[::1]:8080', 'Bearer simulated'],
  ])('%s', async (baseUrl, authorization) => {
    const { port, sent } = portOver(baseUrl, [json({ id: 1 })]);
    expect(await port.get('/users/ada', port.turn())).toEqual({ ok: true, body: { id: 1 } });
    expect(sent).toEqual([{ url: `${baseUrl.replace(/\/$/, '')}/v1.0/users/ada`, authorization, redirect: 'manual' }]);
  });

  it.each(['http://graph.microsoft.com', 'http://10.0.0.1', 'ftp://127.0.0.1'])('%s is refused', (baseUrl) => {
    expect(() => portOver(baseUrl, [])).toThrow('must be https://');
  });
});

describe('what is not followed', () => {
  it('a redirect', async () => {
    const { port, sent } = portOver('https://graph.microsoft.com', [
      () => new Response(null, { status: 302, headers: { Location: 'https://evil.example' } }),
    ]);
    expect(await port.get('/users', port.turn())).toEqual({ ok: false, reason: 'invalid' });
    expect(sent).toHaveLength(1);
  });

  it.each(['https://evil.example/v1.0/users', 'https://graph.microsoft.com.evil.example/v1.0/users', '/users', ''])(
    'a next page at "%s"',
    async (link) => {
      const { port, sent } = portOver('https://graph.microsoft.com', []);
      expect(await port.nextPage(link, port.turn())).toEqual({ ok: false, reason: 'invalid' });
      expect(sent).toEqual([]);
    },
  );

  it('a next page keeps its token as it is', async () => {
    const link = 'https://graph.microsoft.com/v1.0/users?$top=1&$skiptoken=a%2Fb%3D%3D~c';
    const { port, sent } = portOver('https://graph.microsoft.com', [json({})]);
    await port.nextPage(link, port.turn());
    expect(sent.map(({ url }) => url)).toEqual([link]);
  });
});

describe('failures', () => {
  it.each([
    ['AuthenticationRequiredError', 'invalid_client: AADSTS7000215', 'forbidden'],
    ['AuthenticationError', 'AADSTS700016', 'forbidden'],
    ['AuthenticationRequiredError', 'network_error: Network request failed', 'unreachable'],
    ['CredentialUnavailableError', 'endpoints_resolution_error', 'unreachable'],
  ])('a login that ends in %s (%s) is %s, and no request leaves', async (name, message, reason) => {
    const refused = Object.assign(new Error(message), { name });
    const { port, sent } = portOver('https://graph.microsoft.com', [], { token: () => Promise.reject(refused) });
    expect(await port.get('/users', port.turn())).toMatchObject({ ok: false, reason });
    expect(sent).toEqual([]);
  });

  it('a login that never answers ends with the turn', async () => {
    const { port } = portOver('https://graph.microsoft.com', [], { token: () => new Promise(() => {}) });
    expect(await port.get('/users', port.turn())).toEqual({ ok: false, reason: 'timeout' });
  });

  it('a second throttling is not repeated again', async () => {
    const throttled = json({}, { status: 429, headers: { 'Retry-After': '0' } });
    const { port, sent } = portOver('https://graph.microsoft.com', [throttled, throttled, json({})]);
    expect(await port.get('/users', port.turn())).toMatchObject({ ok: false, reason: 'throttled' });
    expect(sent).toHaveLength(2);
  });

  it('a wait that does not fit into the turn is not begun', async () => {
    const { port, sent } = portOver('https://graph.microsoft.com', [
      json({}, { status: 429, headers: { 'Retry-After': '120' } }),
    ]);
    expect(await port.get('/users', port.turn())).toMatchObject({ ok: false, reason: 'throttled' });
    expect(sent).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['no list', {}],
    ['a list of nonsense', { responses: [1, null, { id: 'a' }, { id: 7, status: 200 }] }],
    ['answers to questions never asked', { responses: [{ id: 'b', status: 200, body: {} }] }],
    ['an empty list', { responses: [] }],
  ])('a batch answered with %s is invalid', async (_name, body) => {
    const { port } = portOver('https://graph.microsoft.com', [json(body)]);
    const answers = await port.batch([{ id: 'a', url: '/users' }], port.turn());
    expect([...answers]).toEqual([['a', { ok: false, reason: 'invalid' }]]);
  });
});
