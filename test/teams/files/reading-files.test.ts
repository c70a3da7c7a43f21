import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SaidFile } from '../../../src/assistant/input.js';
import { maxFileBytes } from '../../../src/limits.js';
import { htmlCopy, uploaded } from '../../support/activities.js';
import { startFileHost, type FileHost, type Given } from '../../support/file-host.js';
import {
  aTeamsEdge,
  chatOf,
  helpdeskChannel,
  type TeamsEdge,
  type TeamsEdgeOptions,
} from '../../support/teams-edge.js';

const status = 'AzureAdJoined : NO\r\nDomainJoined : YES\r\n';
const utf16le = Buffer.from(`\ufeffGerätestatus\r\n${status}`, 'utf16le');

const given: Readonly<Record<string, Given>> = {
  '/plain': { body: status },
  '/utf8-bom': { body: `\ufeff${status}` },
  '/utf16le': { body: utf16le },
  '/utf16be': { body: Buffer.from(utf16le).swap16() },
  '/cmd': { body: Buffer.from(`${status}Ger\x84testatus: geh\x94rt, m\x81de, gro\xe1`, 'latin1') },
  '/latin1': { body: Buffer.from('Gerätestatus: gehört, müde, groß', 'latin1') },
  '/empty': { body: '' },
  '/largest': { body: 'a'.repeat(maxFileBytes) },
  '/one-more': { body: 'a'.repeat(maxFileBytes + 1) },
  '/nul': { body: 'AzureAdJoined\u0000: NO' },
  '/utf16-without-mark': { body: utf16le.subarray(2) },
  '/utf16-cut': { body: utf16le.subarray(0, 9) },
  '/program': { body: Buffer.from([0x4d, 0x5a, 0x90, 0x03, 0x04, 0xff, 0xfe, 0x10]) },
  '/page': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<html>Sign in</html>' },
  '/expired': { status: 401, body: 'no' },
  '/broken': { status: 500, body: 'no' },
  '/elsewhere': { status: 302, headers: { location: 'https://login.microsoftonline.com/' } },
  '/here-again': { status: 307, headers: { location: '/plain' } },
  '/hang': 'hang',
  '/trickle': 'trickle',
  '/endless': 'endless',
};

let host: FileHost;
let teams: TeamsEdge;
beforeAll(async () => {
  host = await startFileHost(given);
});
afterAll(() => host.close());
beforeEach(() => {
  host.requests.length = 0;
});

const fromTheHost = (): TeamsEdgeOptions => ({ files: { fetch, allowedFileHost: (url) => url.origin === host.url } });

/** What the assistant is told about files with these addresses, all called `status.txt`. */
async function told(addresses: readonly unknown[], more: object = {}): Promise<readonly SaidFile[] | undefined> {
  const answered = await teams.says('ada', '', {
    attachments: addresses.map((each) => uploaded('status.txt', each)),
    ...more,
  });
  expect(answered.status).toBe(200);
  expect(teams.failures).toEqual([]);
  const input = teams.heard.at(-1);
  return input?.kind === 'said' ? input.files : undefined;
}

describe('a text file from an allowed place', () => {
  beforeAll(async () => {
    teams = await aTeamsEdge(fromTheHost());
  });
  afterAll(() => teams.close());

  it.each([
    ['UTF-8', '/plain', status],
    ['UTF-8 with a byte order mark', '/utf8-bom', status],
    ['UTF-16 as PowerShell writes it', '/utf16le', `Gerätestatus\r\n${status}`],
    ['UTF-16 the other way round', '/utf16be', `Gerätestatus\r\n${status}`],
    ['one byte for each letter, as cmd writes it', '/cmd', `${status}Gerätestatus: gehört, müde, groß`],
    ['one byte for each letter, as old editors write it', '/latin1', 'Gerätestatus: gehört, müde, groß'],
    ['nothing in it', '/empty', ''],
    ['as large as allowed', '/largest', 'a'.repeat(maxFileBytes)],
  ])('is read: %s', async (_name, path, text) => {
    expect(await told([host.url + path])).toEqual([{ name: 'status.txt', text }]);
  });

  it.each([
    ['one byte too large', '/one-more', 'tooLarge'],
    ['without an end', '/endless', 'tooLarge'],
    ['with a NUL in it', '/nul', 'notText'],
    ['in UTF-16 that does not say so', '/utf16-without-mark', 'notText'],
    ['cut in the middle of a letter', '/utf16-cut', 'notText'],
    ['a program', '/program', 'notText'],
    ['a page about the file', '/page', 'notReachable'],
    ['whose address has expired', '/expired', 'notReachable'],
    ['that its place cannot give', '/broken', 'notReachable'],
    ['that is not there', '/nothing', 'notReachable'],
    ['that leads elsewhere', '/elsewhere', 'notAllowed'],
    ['that leads to another of the same place', '/here-again', 'notAllowed'],
  ])('%s is refused: %s is %s', async (_name, path, problem) => {
    expect(await told([host.url + path])).toEqual([{ name: 'status.txt', problem }]);
    expect(host.requests.map((each) => each.path)).toEqual([path]);
    await host.idle();
    expect(host.sentBytes).toBeLessThan(16 * maxFileBytes);
  });

  it('that does not come in time is given up, and what came is told', async () => {
    const begun = performance.now();
    const files = await told([`${host.url}/hang`, `${host.url}/plain`, `${host.url}/trickle`]);
    expect(files).toEqual([
      { name: 'status.txt', problem: 'notReachable' },
      { name: 'status.txt', text: status },
      { name: 'status.txt', problem: 'notReachable' },
    ]);
    expect(performance.now() - begun).toBeLessThan(8_000);
    await host.idle();
    // Meanwhile the person saw that something goes on.
    expect(teams.sentTo(chatOf('ada')).map(({ activity }) => activity.type)).toContain('typing');
  });

  it('is fetched without credentials', async () => {
    await told([`${host.url}/plain`]);
    expect(Object.keys(host.requests[0]?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/authorization|cookie|referer/)]),
    );
  });

  it('is fetched once, though the activity comes again', async () => {
    const activity = teams.message('ada', '', { attachments: [uploaded('status.log', `${host.url}/plain`)] });
    await teams.sends(activity);
    await teams.sends(activity);
    expect(host.requests).toHaveLength(1);
  });

  it('comes with the words beside it', async () => {
    await teams.says('ada', 'here it is', {
      attachments: [htmlCopy('<p>here it is</p>'), uploaded('status.txt', `${host.url}/plain`)],
    });
    expect(teams.heard.slice(-1)).toMatchObject([
      { text: 'here it is', lines: 'here it is', hasPicture: false, files: [{ name: 'status.txt', text: status }] },
    ]);
  });

  it.each([
    ['channel', { id: `${helpdeskChannel};messageid=1`, conversationType: 'channel', isGroup: true }],
    ['group chat', { id: '19:group', conversationType: 'groupChat', isGroup: true }],
  ])('is not fetched in a %s', async (_name, conversation) => {
    const files = await told([`${host.url}/plain`], {
      conversation: { ...conversation, tenantId: teams.tenant.tenantId },
    });
    expect(files).toEqual([{ name: 'status.txt', problem: 'notAllowed' }]);
    expect(host.requests).toEqual([]);
  });

  it('is not fetched for somebody of another company', async () => {
    const before = teams.heard.length;
    await teams.sends(
      teams.message('ada', '', {
        attachments: [uploaded('status.txt', `${host.url}/plain`)],
        channelData: { tenant: { id: 'other' } },
      }),
    );
    expect([host.requests, teams.heard.slice(before)]).toEqual([[], []]);
  });

  it('beyond the third is not', async () => {
    const files = await told(Array.from({ length: 5 }, () => `${host.url}/plain`));
    expect(files?.map((each) => ('text' in each ? 'read' : each.problem))).toEqual([
      'read',
      'read',
      'read',
      'notAllowed',
      'notAllowed',
    ]);
    expect(host.requests).toHaveLength(3);
  });

  it.each([undefined, null, 7, '', 'not an address', {}])(
    'whose address is none (%j) cannot be reached',
    async (address) => {
      expect(await told([address])).toEqual([{ name: 'status.txt', problem: 'notReachable' }]);
    },
  );
});

describe('the kind of a file', () => {
  beforeAll(async () => {
    teams = await aTeamsEdge(fromTheHost());
  });
  afterAll(() => teams.close());

  const read = { hasPicture: false, files: [{ text: status }] };
  const picture = { hasPicture: true };
  const other = { hasPicture: false, files: [{ problem: 'notText' }] };

  it.each([
    ['status.txt', undefined, read],
    ['STATUS.TXT', undefined, read],
    ['event.log', 'log', read],
    ['without a type', 'txt', read],
    ['status.txt', '', read],
    ['status.txt', 7, read],
    ['shot.png', undefined, picture],
    ['shot.JPG', undefined, picture],
    ['status.docx', undefined, other],
    ['status.txt', 'exe', other],
    ['status.txt.exe', undefined, other],
    ['status', '', other],
    ['', '', other],
  ])('%s with the type %j', async (name, fileType, expected) => {
    await teams.says('ada', '', { attachments: [uploaded(name, `${host.url}/plain`, fileType)] });
    expect(teams.heard.at(-1)).toMatchObject(expected);
    expect(host.requests).toHaveLength(expected === read ? 1 : 0);
    if (expected === picture) expect(teams.heard.at(-1)).not.toHaveProperty('files');
  });

  it('of which there are many is looked at for the first twenty', async () => {
    const files = await told(Array.from({ length: 50 }, () => `${host.url}/nothing`));
    expect(files).toHaveLength(20);
  });
});

describe('where nothing else is allowed, files come from Teams’ own hosts', () => {
  const asked: string[] = [];
  const recording: typeof fetch = async (address) => {
    asked.push(address instanceof URL ? address.href : '');
    return new Response(status);
  };
  beforeAll(async () => {
    teams = await aTeamsEdge({ files: { fetch: recording } });
  });
  afterAll(() => teams.close());
  beforeEach(() => {
    asked.length = 0;
  });

  it.each([
    'https://contoso-my.sharepoint.com/personal/ada/_layouts/15/download.aspx?UniqueId=1&tempauth=x',
    'https://CONTOSO-my.SharePoint.com/x',
    'https://contoso.sharepoint.us:443/x',
    'https://contoso.sharepoint-mil.us/x',
    'https://contoso-my.sharepoint.cn/x',
  ])('%s', async (address) => {
    expect(await told([address])).toEqual([{ name: 'status.txt', text: status }]);
    expect(asked).toEqual([new URL(address).href]);
  });

  it.each([
    'http://contoso-my.sharepoint.com/x',
    'https://sharepoint.com/x',
    'https://.sharepoint.com/x',
    'https://evilsharepoint.com/x',
    'https://contoso.sharepoint.com.evil.example/x',
    'https://evil.example/contoso.sharepoint.com',
    'https://evil.example#.sharepoint.com',
    'https://evil.example\\.sharepoint.com',
    'https://contoso.sharepoint.com@evil.example/x',
    'https://ada@contoso.sharepoint.com/x',
    'https://ada:secret@contoso.sharepoint.com/x',
    'https://contoso.sharepoint.com:8443/x',
    'https://contoso.sharepoint.com./x',
    'https://contoso.sharepoint.com\u3002evil.example/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest/meta-data',
    'ftp://contoso.sharepoint.com/x',
    'file:///etc/passwd',
    'data:text/plain,x',
    'javascript:1',
  ])('not %s', async (address) => {
    const refused = URL.canParse(address) ? 'notAllowed' : 'notReachable';
    expect(await told([address])).toEqual([{ name: 'status.txt', problem: refused }]);
    expect(asked).toEqual([]);
  });

  it('not one on this machine, though it is there', async () => {
    expect(await told([`${host.url}/plain`])).toEqual([{ name: 'status.txt', problem: 'notAllowed' }]);
    expect(host.requests).toEqual([]);
  });
});

describe('a fetch that fails', () => {
  afterEach(() => teams.close());

  it('is told as a file that cannot be reached', async () => {
    teams = await aTeamsEdge({ files: { fetch: () => Promise.reject(new TypeError('fetch failed')) } });
    expect(await told(['https://contoso-my.sharepoint.com/x'])).toEqual([
      { name: 'status.txt', problem: 'notReachable' },
    ]);
  });

  it('so is one whose connection breaks in the middle', async () => {
    const breaking = new ReadableStream({
      start: (stream) => (stream.enqueue(new TextEncoder().encode('Azure')), stream.error(new Error('broken'))),
    });
    teams = await aTeamsEdge({ files: { fetch: async () => new Response(breaking) } });
    expect(await told(['https://contoso-my.sharepoint.com/x'])).toEqual([
      { name: 'status.txt', problem: 'notReachable' },
    ]);
  });

  it('so is every file where nothing fetches', async () => {
    teams = await aTeamsEdge();
    expect(await told(['https://contoso-my.sharepoint.com/x'])).toEqual([
      { name: 'status.txt', problem: 'notReachable' },
    ]);
  });
});
