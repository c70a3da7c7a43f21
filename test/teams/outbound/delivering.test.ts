import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectorRequest } from '../../support/connector/connector-request.js';
import { closedPort } from '../../support/closed-port.js';
import { aTeamsEdge, cardsIn, chatOf, helpdeskChannel, wordsOf, type TeamsEdge } from '../../support/teams-edge.js';

let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
});
afterEach(() => teams.close());

const requests = (kind: ConnectorRequest['kind']) =>
  teams.connector.requests.filter((request) => request.kind === kind);
const cardWords = (request: ConnectorRequest | undefined) =>
  cardsIn([request?.activity ?? {}])
    .map(wordsOf)
    .join();
const seconds = 1_000;
const minutes = 60 * seconds;

async function handsOver(key: string): Promise<void> {
  await teams.says(key, 'talk to a person');
  await teams.presses(key, 'review', { note: 'It does not join' });
  await teams.presses(key, 'send');
}

const onTicket = (key: string, option: 'claim' | 'resolve') =>
  teams.sends(
    teams.press(
      key,
      'ticket',
      { ticketNumber: 1001, option },
      {
        conversation: {
          id: `${helpdeskChannel};messageid=1`,
          conversationType: 'channel',
          isGroup: true,
          tenantId: teams.tenant.tenantId,
        },
      },
    ),
  );

/** Looks every ten seconds, as often as it takes for what is asked for again. */
async function passesSlowly(howManyMinutes: number): Promise<void> {
  for (let step = 0; step < howManyMinutes * 6; step += 1) await teams.passes(10 * seconds);
}

describe('a ticket', () => {
  it('is posted as a new thread of the channel, with its card in the same request', async () => {
    await handsOver('ben');
    const [created, ...others] = requests('create');
    expect(others).toEqual([]);
    expect(created?.body).toMatchObject({ isGroup: true, channelData: { channel: { id: helpdeskChannel } } });
    expect(cardWords(created)).toContain('1001');
  });

  it('is replaced in place when it is claimed, and the person is told', async () => {
    await handsOver('ben');
    await onTicket('lena', 'claim');
    const updated = requests('update').find(({ to }) => to.startsWith(helpdeskChannel));
    expect(updated).toMatchObject({ to: expect.stringMatching(/;messageid=(\d+)$/) as string });
    expect(updated?.to.endsWith(`;messageid=${updated.message}`)).toBe(true);
    expect(cardWords(updated)).toContain('Lena Fischer');
    expect(cardWords(teams.sentTo(chatOf('ben')).findLast(({ kind }) => kind === 'send'))).toContain('1001');
  });

  it.each([404, 403])('whose card is gone (%d) is posted anew', async (status) => {
    await handsOver('ben');
    teams.connector.behaves = ({ kind, to }) =>
      kind === 'update' && to.startsWith(helpdeskChannel) ? { status } : undefined;
    await onTicket('lena', 'claim');
    expect(requests('create')).toHaveLength(1);
    await passesSlowly(2.5);
    expect(requests('create')).toHaveLength(2);
    expect(cardWords(requests('create').at(-1))).toContain('Lena Fischer');
    teams.connector.behaves = () => undefined;
    await onTicket('lena', 'resolve');
    expect(requests('create')).toHaveLength(2);
  });

  it('waits while no channel is configured', async () => {
    teams.channel.id = undefined;
    await handsOver('ben');
    expect(wordsOf(teams.cardOf('ben'))).toContain('1001');
    expect(requests('create')).toEqual([]);
    teams.channel.id = helpdeskChannel;
    await teams.passes(minutes);
    expect(requests('create')).toHaveLength(1);
  });
});

describe('one request and no blind repetition when Teams answers 503', () => {
  it('to a reply', async () => {
    teams.connector.behaves = () => ({ status: 503 });
    const answered = await teams.sends(teams.message('ada', 'help'));
    expect(requests('send')).toHaveLength(1);
    expect(answered.text).not.toMatch(/Told so|Error|at /);
    expect(teams.failures).toEqual([]);
    await teams.passes(5 * seconds);
    expect(requests('send')).toHaveLength(2);
  });

  it('to a message to a person', async () => {
    await handsOver('ben');
    const toBen = () => requests('send').filter(({ to }) => to === chatOf('ben')).length;
    const before = toBen();
    teams.connector.behaves = ({ kind, to }) => (kind === 'send' && to === chatOf('ben') ? { status: 503 } : undefined);
    await onTicket('lena', 'claim');
    expect(toBen()).toBe(before + 1);
  });

  it('to an update', async () => {
    await handsOver('ben');
    const before = requests('update').length;
    teams.connector.behaves = ({ kind, to }) =>
      kind === 'update' && to.startsWith(helpdeskChannel) ? { status: 503 } : undefined;
    await onTicket('lena', 'claim');
    expect(requests('update')).toHaveLength(before + 1);
  });

  it('to a new thread in the channel', async () => {
    teams.connector.behaves = ({ kind }) => (kind === 'create' ? { status: 503 } : undefined);
    await handsOver('ben');
    expect(requests('create')).toHaveLength(1);
  });

  it('to a question about a member', async () => {
    teams.connector.behaves = ({ kind }) => (kind === 'member' ? { status: 503 } : undefined);
    await teams.sends(
      teams.inChannel('sven', 'quota <at>Kim Larsen</at>', {
        entities: [{ type: 'mention', text: '<at>Kim Larsen</at>', mentioned: { id: '29:kim1' } }],
      }),
    );
    expect(requests('member')).toHaveLength(1);
  });
});

describe('what was not delivered', () => {
  const create = (status: number, retryAfter?: string) => {
    teams.connector.behaves = ({ kind }) =>
      kind === 'create' ? { status, ...(retryAfter !== undefined && { retryAfter }) } : undefined;
  };
  const recovers = () => {
    teams.connector.behaves = () => undefined;
  };

  it.each([429, 412])(
    'for too many requests (%d) waits as long as Teams says and comes without "(again)"',
    async (status) => {
      create(status, '120');
      await handsOver('ben');
      recovers();
      await teams.passes(119 * seconds);
      expect(requests('create')).toHaveLength(1);
      await teams.passes(1 * seconds);
      expect(requests('create')).toHaveLength(2);
      expect(cardWords(requests('create').at(-1))).not.toContain('(again)');
    },
  );

  it.each(['soon', '-1', '', '999999999999999999999'])(
    'waits a time of ours when Teams says %j',
    async (retryAfter) => {
      create(429, retryAfter);
      await handsOver('ben');
      recovers();
      await teams.passes(15 * minutes);
      expect(requests('create')).toHaveLength(2);
    },
  );

  it('for too many requests, with no time named, waits longer each time', async () => {
    create(429);
    await handsOver('ben');
    const after: number[] = [];
    for (let second = 1; second <= 120; second += 1) {
      const before = requests('create').length;
      await teams.passes(1 * seconds);
      if (requests('create').length > before) after.push(second);
    }
    const waits = after.map((second, index) => second - (after[index - 1] ?? 0));
    expect(waits.length).toBeGreaterThan(2);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(waits.length);
  });

  it.each([403, 404, 400, 413])('to the channel (%d) waits until the set-up is mended', async (status) => {
    create(status);
    await handsOver('ben');
    await teams.passes(60 * minutes);
    expect(requests('create').length).toBeGreaterThan(1);
    recovers();
    await teams.passes(20 * minutes);
    const tries = requests('create').length;
    await teams.passes(24 * 60 * minutes);
    expect(requests('create')).toHaveLength(tries);
    expect(await teams.storage.outbox.parked(10)).toEqual([]);
  });

  it.each([403, 404, 400, 413])('to a person for good (%d) is kept aside and never tried again', async (status) => {
    await handsOver('ben');
    teams.connector.behaves = ({ kind, to }) => (kind === 'send' && to === chatOf('ben') ? { status } : undefined);
    await onTicket('lena', 'claim');
    await passesSlowly(3);
    teams.connector.behaves = () => undefined;
    const tries = requests('send').length;
    await teams.passes(24 * 60 * minutes);
    expect(requests('send')).toHaveLength(tries);
    expect(await teams.storage.outbox.parked(10)).toMatchObject([
      { reason: expect.stringContaining(String(status)) as string },
    ]);
  });

  it('does not hold up what goes to others', async () => {
    create(503);
    await handsOver('ben');
    recovers();
    teams.connector.behaves = ({ kind }) => (kind === 'create' ? { status: 503 } : undefined);
    await teams.says('ada', 'help');
    expect(teams.sentTo(chatOf('ada'))).toHaveLength(1);
  });

  it.each([500, 502, 503, 504, 408])('perhaps (%d) comes again and says so', async (status) => {
    create(status);
    await handsOver('ben');
    recovers();
    await teams.passes(minutes);
    expect(requests('create')).toHaveLength(2);
    expect(cardWords(requests('create').at(-1))).toContain('(again)');
    expect(teams.rows()['tickets']).toHaveLength(1);
  });

  it('perhaps, because the answer was lost, comes again and says so', async () => {
    teams.connector.behaves = ({ kind }) => (kind === 'create' ? 'loseAnswer' : undefined);
    await handsOver('ben');
    recovers();
    await teams.passes(minutes);
    expect(requests('create')).toHaveLength(2);
    expect(cardWords(requests('create').at(-1))).toContain('(again)');
  });

  it('certainly, because nobody listened, comes without "(again)"', async () => {
    await teams.says('ben', 'help');
    const { serviceUrl } = teams.message('ben', '');
    await teams.storage.conversations.rememberServiceUrl(await closedPort());
    await teams.storage.outbox.add('helpdesk', {
      kind: 'post',
      to: { kind: 'channel', channelId: helpdeskChannel },
      view: { kind: 'welcome' },
      locale: 'en',
    });
    await teams.settled();
    expect(requests('create')).toEqual([]);
    await teams.storage.conversations.rememberServiceUrl(String(serviceUrl));
    await teams.passes(minutes);
    expect(requests('create')).toHaveLength(1);
    expect(cardWords(requests('create')[0])).not.toContain('(again)');
  });

  it('to a channel before anybody was heard from waits', async () => {
    await teams.storage.outbox.add('helpdesk', {
      kind: 'post',
      to: { kind: 'channel', channelId: helpdeskChannel },
      view: { kind: 'welcome' },
      locale: 'en',
    });
    await teams.settled();
    expect(await teams.storage.outbox.parked(1)).toEqual([]);
    await teams.says('ben', 'help');
    await teams.passes(minutes);
    expect(requests('create')).toHaveLength(1);
  });

  it('a person never heard from is reached by the object id', async () => {
    await teams.says('ben', 'help');
    const personId = teams.person('carla').id;
    await teams.storage.outbox.add(`person:${personId}`, {
      kind: 'post',
      to: { kind: 'person', personId },
      view: { kind: 'welcome' },
      locale: 'en',
    });
    await teams.settled();
    expect(requests('create').map(({ body }) => body)).toMatchObject([
      { isGroup: false, members: [{ id: personId }], tenantId: teams.tenant.tenantId },
    ]);
  });

  it('is tried again when the process ended in the middle, and says so', async () => {
    const { outbox } = teams.storage;
    await teams.says('ben', 'help');
    await outbox.add('helpdesk', {
      kind: 'post',
      to: { kind: 'channel', channelId: helpdeskChannel },
      view: { kind: 'welcome' },
      locale: 'en',
    });
    expect(await outbox.take(teams.clock.now.getTime(), minutes, 1)).toHaveLength(1);
    await teams.passes(2 * minutes);
    expect(cardWords(requests('create')[0])).toContain('(again)');
  });
});
