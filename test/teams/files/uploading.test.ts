import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUpload, partBytes } from '../../../src/teams/files/upload-file.js';
import { aTeamsEdge, chatOf, type TeamsEdge } from '../../support/teams-edge.js';

interface Part {
  readonly range: string;
  readonly bytes: number;
}

let server: Server;
let url: string;
let parts: Part[];
let received: string;
/** Answers in order; 201 when there is none left. `reset`: the part was taken, and nobody hears of it. */
let answers: (number | 'reset' | 'silence')[];

beforeEach(async () => {
  parts = [];
  received = '';
  answers = [];
  server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const status = answers.shift() ?? 201;
      parts.push({ range: String(incoming.headers['content-range']), bytes: body.length });
      if (status === 'reset') incoming.socket.resetAndDestroy();
      if (typeof status === 'string') return;
      if (status < 300) received += body.toString();
      outgoing.statusCode = status;
      if (status === 302) outgoing.setHeader('location', 'http://evil.example/');
      outgoing.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/upload`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const here = (wanted: URL): boolean => wanted.hostname === '127.0.0.1';
const upload = (text: string, ms = 60_000) =>
  createUpload({ fetch, allowedFileHost: here, pauseMs: 1, limit: { bytes: 1_000, ms } })(pieces(text), url);
async function* pieces(text: string) {
  for (let at = 0; at < text.length; at += 60_000) yield text.slice(at, at + 60_000);
}
const leftOver = () => readdirSync(tmpdir()).filter((name) => name.startsWith('export-'));

describe('uploading', () => {
  it('sends a small file in one part', async () => {
    expect(await upload('a,b\r\n')).toBe('done');
    expect(parts).toEqual([{ range: 'bytes 0-4/5', bytes: 5 }]);
  });

  it('sends a large one in parts of which all but the last are multiples of 320 KiB', async () => {
    const text = 'äöü,1\r\n'.repeat(1_000_000);
    const size = Buffer.byteLength(text);
    expect(await upload(text)).toBe('done');
    expect(received === text).toBe(true);
    expect(partBytes % (320 * 1_024)).toBe(0);
    expect(parts.slice(0, -1).every(({ bytes }) => bytes === partBytes)).toBe(true);
    expect(parts.at(-1)?.range).toBe(`bytes ${(parts.length - 1) * partBytes}-${size - 1}/${size}`);
  });

  it.each([503, 429, 500, 'reset', 'silence'] as const)('sends a part again after %s', async (status) => {
    answers = [status, status];
    expect(await upload('x', 500)).toBe('done');
    expect(parts).toHaveLength(3);
    expect(received).toBe('x');
  });

  it.each([
    [404, 1],
    [302, 1],
    [503, 4],
    ['reset', 4],
    ['silence', 4],
  ] as const)('gives up after %s', async (status, sent) => {
    answers = Array.from({ length: 9 }, () => status);
    expect(await upload('x', 500)).toBe('failed');
    expect(parts).toHaveLength(sent);
  });

  it.each([
    'https://evil.example/upload',
    'http://contoso-my.sharepoint.com/upload',
    'file:///etc/passwd',
    'nowhere',
    '',
  ])('sends nothing to %j', async (to) => {
    expect(await createUpload({ fetch })(pieces('secret'), to).catch(() => 'threw')).toBe('notAllowed');
    expect(parts).toEqual([]);
  });

  it('leaves nothing behind, also when the content fails', async () => {
    async function* broken() {
      yield 'a';
      throw new Error('The database is gone');
    }
    const before = leftOver();
    expect(await createUpload({ fetch, allowedFileHost: here })(broken(), url)).toBe('failed');
    await upload('x');
    expect(leftOver()).toEqual(before);
  });
});

describe('a file over Teams', () => {
  let teams: TeamsEdge;
  beforeEach(async () => {
    teams = await aTeamsEdge({ files: { fetch, allowedFileHost: here } });
  });
  afterEach(() => teams.close());

  const consent = (key: string, value: object) => teams.sends(teams.invoke(key, 'fileConsent/invoke', value));
  const yes = (context: unknown, uploadUrl = url) => ({
    type: 'fileUpload',
    action: 'accept',
    context,
    uploadInfo: {
      contentUrl: 'https://contoso-my.sharepoint.com/f',
      name: 'audit.csv',
      uploadUrl,
      uniqueId: 'u',
      fileType: 'csv',
    },
  });
  const attachments = () => teams.sentTo(chatOf('sven')).flatMap(({ activity }) => activity.attachments ?? []);
  const texts = () =>
    teams
      .sentTo(chatOf('sven'))
      .map(({ activity }) => activity.text)
      .filter((text) => text !== undefined);

  it('is asked for by a press, whose answer is the card, and by a question of Teams below it', async () => {
    await teams.says('sven', 'audit');
    await teams.says('sven', 'audit');
    const answered = await teams.sends(teams.press('sven', 'admin', { option: 'exportAudit', id: '7' }));
    expect(answered.json).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect(attachments().at(-1)).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'audit-7-days.csv',
      content: { sizeInBytes: expect.any(Number), acceptContext: { kind: 'audit', key: '7' } },
    });
  });

  it('is uploaded once, however often yes comes, and shown', async () => {
    await teams.says('sven', 'audit');
    const answered = await consent('sven', yes({ kind: 'audit', key: '7' }));
    expect(answered.status).toBe(200);
    await consent('sven', yes({ kind: 'audit', key: '7' }));
    await teams.settled();
    expect(parts).toHaveLength(1);
    expect(received).toContain('command:audit');
    expect(
      attachments().filter(({ contentType }) => contentType === 'application/vnd.microsoft.teams.card.file.info'),
    ).toMatchObject([
      { contentUrl: 'https://contoso-my.sharepoint.com/f', content: { uniqueId: 'u', fileType: 'csv' } },
    ]);
  });

  it('is not made for a context that nobody gave, nor for anybody else', async () => {
    for (const context of [
      { kind: 'secrets', key: '7' },
      { kind: 'audit', key: '../../etc' },
      'audit',
      null,
      { kind: 'audit', key: 'x'.repeat(500) },
    ])
      await consent('sven', yes(context, `${url}?${JSON.stringify(context).length}`));
    await consent('lena', yes({ kind: 'audit', key: '7' }, `${url}?lena`));
    await consent('sven', { action: 'decline', context: { kind: 'audit', key: '7' } });
    await teams.settled();
    expect(parts).toEqual([]);
    expect(texts().filter((text) => text?.startsWith('There is no such file'))).toHaveLength(5);
    expect(texts().at(-1)).toBe('All right, no file then.');
  });

  it('goes nowhere but where Teams keeps files', async () => {
    await consent('sven', yes({ kind: 'audit', key: '7' }, 'https://evil.example/upload'));
    await teams.settled();
    expect(texts().at(-1)).toContain('I could not put the file');
  });
});
