import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxBodyBytes, maxJsonDepth } from '../../../src/limits.js';
import { aTeamsEdge, chatOf, type TeamsEdge } from '../../support/teams-edge.js';

let teams: TeamsEdge;
beforeAll(async () => {
  teams = await aTeamsEdge();
});
afterAll(() => teams.close());

/** One body as it is; in pieces when there are several. */
function posts(
  body: string | Buffer | readonly string[],
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        port: teams.port,
        host: '127.0.0.1',
        path: '/api/messages',
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += String(chunk)));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    asking.on('error', reject);
    if (typeof body === 'string' || Buffer.isBuffer(body)) return void asking.end(body);
    for (const piece of body) asking.write(piece);
    asking.end();
  });
}

/** A good message with something more in it, as JSON. */
function messageWith(json: string): string {
  return JSON.stringify(teams.message('ada', 'help', { odd: 0 })).replace('"odd":0', json);
}

const nested = (depth: number, [open, close] = ['[', ']']): string => open.repeat(depth) + close.repeat(depth);

describe('a body', () => {
  it.each<[string, () => string | Buffer, number]>([
    ['nothing but brackets', () => '['.repeat(100_000), 400],
    ['brackets that close', () => nested(100_000), 400],
    ['an activity with deep lists in its value', () => messageWith(`"value":${nested(50_000)}`), 400],
    [
      'an activity with deep objects in its channel data',
      () => messageWith(`"channelData":${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`),
      400,
    ],
    [
      'an activity with deep lists in its conversation',
      () => messageWith(`"conversation":{"id":"a:x","deep":${nested(50_000)}}`),
      400,
    ],
    ['an activity a little deeper than any of Teams', () => messageWith(`"odd":${nested(maxJsonDepth)}`), 400],
    ['an activity as deep as is taken', () => messageWith(`"odd":${nested(maxJsonDepth - 1)}`), 200],
    ['the key __proto__', () => messageWith('"__proto__":{"spoiled":true,"type":"x"}'), 200],
    [
      'the key __proto__ in an account',
      () => messageWith('"from":{"id":"29:x","__proto__":{"aadObjectId":"5d96cf7f-265b-4da9-8f0c-26ef4243ed52"}}'),
      200,
    ],
    ['the keys constructor and prototype', () => messageWith('"constructor":{"prototype":{"spoiled":true}}'), 200],
    ['the same key twice', () => messageWith('"text":"one","text":"help"'), 200],
    ['the type twice, the second none', () => messageWith('"type":7'), 400],
    ['a number larger than any', () => messageWith('"timestamp":1e999,"odd":-1e999'), 200],
    ['a number of many digits', () => messageWith(`"odd":${'9'.repeat(10_000)}`), 200],
    ['half a letter in the text', () => messageWith('"text":"help \\ud800"'), 200],
    [
      'half a letter in the name',
      () => messageWith('"from":{"id":"29:ada","name":"\\udc00","aadObjectId":"5d96cf7f-265b-4da9-8f0c-26ef4243ed52"}'),
      200,
    ],
    ['a NUL in the text', () => messageWith('"text":"he\\u0000lp"'), 200],
    ['a NUL in the id of the conversation', () => messageWith('"conversation":{"id":"a:\\u0000"}'), 400],
    ['an id that no key of a database holds', () => messageWith(`"id":"${'x'.repeat(3_000)}"`), 400],
    ['UTF-16', () => Buffer.from(messageWith('"odd":1'), 'utf16le'), 400],
    ['UTF-8 with a byte order mark', () => Buffer.from(`\ufeff${messageWith('"odd":1')}`), 400],
    [
      'bytes that are no UTF-8',
      () => Buffer.concat([Buffer.from('{"type":"message","text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
      400,
    ],
    ['a comment', () => `/* x */${messageWith('"odd":1')}`, 400],
    ['NaN', () => messageWith('"odd":NaN'), 400],
    ['two activities', () => messageWith('"odd":1').repeat(2), 400],
  ])('with %s is answered, and nothing of ours fails', async (_what, make, status) => {
    const answered = await posts(make());
    expect(answered).toMatchObject({ status });
    expect(answered.text).not.toMatch(/Error:|\bat .*:\d+|Unexpected|stack/i);
    expect(teams.failures).toEqual([]);
    expect(({} as Record<string, unknown>)['spoiled']).toBeUndefined();
  });

  it.each([
    ['gzip', { 'content-encoding': 'gzip' }],
    ['gzip, twice', { 'content-encoding': 'gzip, gzip' }],
    ['something', { 'content-encoding': 'br' }],
  ])('packed by %s is not unpacked', async (_what, headers) => {
    expect(await posts(gzipSync(messageWith('"odd":1')), headers)).toMatchObject({ status: 415 });
  });

  it('in pieces is taken up to the limit, and not beyond', async () => {
    const frame = messageWith('"odd":""');
    const fitting = frame.replace('"odd":""', `"odd":"${'x'.repeat(maxBodyBytes - frame.length)}"`);
    const inPieces = (text: string): readonly string[] => text.match(/[^]{1,60000}/g) ?? [];
    expect(await posts(inPieces(fitting))).toMatchObject({ status: 200 });
    expect(await posts(inPieces(`${fitting} `))).toMatchObject({ status: 413 });
  });

  it('whose sum is another is refused', async () => {
    expect(await posts(messageWith('"odd":1'), { 'content-md5': 'bm90IGl0' })).toMatchObject({ status: 400 });
  });

  it('afterwards everything goes on', async () => {
    await teams.says('ben', 'help');
    expect(teams.sentTo(chatOf('ben'))).toHaveLength(1);
  });
});
