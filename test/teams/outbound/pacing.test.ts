import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '../../../src/teams/outbound/pace.js';
import { helpdeskChannel } from '../../support/activities.js';
import { theWaysOut, type WaysOut } from './ways-out.js';

describe('what Teams takes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-05-04T09:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** How many requests go within so many milliseconds, when each waits as long as it is told and not a moment longer. */
  async function sentIn(ms: number, conversationId: string, pace = createPace()): Promise<number> {
    const end = Date.now() + ms;
    let sent = 0;
    while (Date.now() < end) {
      const wait = await pace(conversationId);
      if (wait === 0) sent += 1;
      vi.setSystemTime(Date.now() + wait);
    }
    return sent;
  }

  it('of one conversation is seven requests in a second and the eighth in the next', async () => {
    const pace = createPace();
    const waits: number[] = [];
    for (let request = 0; request < 8; request += 1) waits.push(await pace('a:one'));
    expect(waits).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000]);
    vi.setSystemTime(Date.now() + 1_000);
    expect(await pace('a:one')).toBe(0);
    expect(await pace('a:one')).toBe(1_000);
  });

  it.each([
    [1_000, 7],
    [2_000, 8],
    [30_000, 60],
    [3_600_000, 1_800],
  ])('of one conversation in %d ms is %d requests, though all that waited come again at once', async (ms, requests) => {
    expect(await sentIn(ms, 'a:one')).toBe(requests);
  });

  it('of one conversation is not lessened by another', async () => {
    const pace = createPace();
    for (let request = 0; request < 8; request += 1) await pace('a:one');
    expect(await pace('a:two')).toBe(0);
    expect(await pace(`${helpdeskChannel};messageid=1`)).toBe(0);
    expect(await pace(`${helpdeskChannel};messageid=2`)).toBe(0);
  });

  it('of the whole app is fifty requests in a second', async () => {
    const pace = createPace();
    const waits: number[] = [];
    for (let person = 0; person < 60; person += 1) waits.push(await pace(`a:${person}`));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(50);
    vi.setSystemTime(Date.now() + 1_000);
    expect(await pace('a:59')).toBe(0);
  });

  it('is counted right when many ask at once', async () => {
    const pace = createPace();
    const waits = await Promise.all(Array.from({ length: 20 }, () => pace('a:one')));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(7);
  });

  it('is not used up by those who only ask', async () => {
    const pace = createPace();
    for (let asked = 0; asked < 5_000; asked += 1) await pace('a:one');
    vi.setSystemTime(Date.now() + 2_000);
    expect(await pace('a:one')).toBe(0);
  });

  it('is forgotten after an hour', async () => {
    const pace = createPace();
    for (let person = 0; person < 40; person += 1) await pace(`a:${person}`);
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the messenger in Teams’ pace', () => {
  const asked: string[] = [];
  let afterMs = 0;
  let teams: WaysOut;
  const how = { locale: 'en', again: false };
  const told = { kind: 'ticketEntry', says: 'Claimed' };
  const view = { ...told, mention: [] } as never;
  const thread = `${helpdeskChannel};messageid=1`;
  const card = { conversationId: thread, activityId: '1' };

  beforeEach(async () => {
    asked.length = 0;
    afterMs = 0;
    teams = await theWaysOut({
      pace: async (conversationId) => {
        asked.push(conversationId);
        return afterMs;
      },
    });
    const reference = JSON.stringify({
      channelId: 'msteams',
      conversation: { id: 'a:ben' },
      bot: { id: '28:bot' },
      user: { id: '29:ben' },
    });
    teams.connector.messages.assume(card.conversationId, card.activityId);
    teams.known.people.set(teams.person('ben').id, {
      conversationId: 'a:ben',
      serviceUrl: teams.connector.url,
      reference,
    });
  });
  afterEach(() => teams.connector.close());

  const sendings: readonly [string, () => Promise<unknown>, () => string][] = [
    [
      'a new thread',
      () => teams.messenger.post({ kind: 'channel', channelId: helpdeskChannel }, view, how),
      () => helpdeskChannel,
    ],
    [
      'a message below a card',
      () => teams.messenger.post({ kind: 'thread', conversationId: thread }, view, how),
      () => thread,
    ],
    ['an update', () => teams.messenger.update(card, view, how), () => thread],
    [
      'a message to somebody heard from',
      () => teams.messenger.post({ kind: 'person', personId: teams.person('ben').id }, view, how),
      () => 'a:ben',
    ],
  ];

  it.each(sendings)('asks once before %s, by where it goes', async (_name, send, key) => {
    expect(await send()).toMatchObject({ kind: 'sent' });
    expect(asked).toEqual([key()]);
    expect(teams.connector.requests.filter(({ activity }) => activity.type === 'message')).toHaveLength(1);
  });

  const toAda = () => teams.messenger.post({ kind: 'person', personId: teams.person('ada').id }, view, how);

  it('asks before each of the two requests to somebody never heard from', async () => {
    expect(await toAda()).toMatchObject({ kind: 'sent' });
    expect(asked).toEqual([teams.person('ada').id, expect.stringMatching(/^a:/)]);
    expect(teams.connector.requests.map(({ kind }) => kind)).toEqual(['create', 'send']);
    afterMs = 250;
    expect(await toAda()).toEqual({ kind: 'wait', afterMs: 250 });
  });

  it.each(sendings)('asks nothing of Teams while %s has to wait', async (_name, send) => {
    afterMs = 250;
    expect(await send()).toEqual({ kind: 'wait', afterMs: 250 });
    expect(teams.connector.requests).toEqual([]);
  });

  it('looks up nobody to mention while it has to wait', async () => {
    afterMs = 1;
    await teams.messenger.post(
      { kind: 'thread', conversationId: thread },
      { ...told, mention: [teams.party('lena')] } as never,
      how,
    );
    expect(teams.connector.requests).toEqual([]);
  });

  it('sends what the real pace lets go, and has the rest wait', async () => {
    const paced = await theWaysOut({ pace: createPace() });
    const attempts = await Promise.all(
      Array.from({ length: 9 }, () => paced.messenger.post({ kind: 'thread', conversationId: thread }, view, how)),
    );
    expect(attempts.filter(({ kind }) => kind === 'sent')).toHaveLength(7);
    expect(attempts.filter(({ kind }) => kind === 'wait')).toHaveLength(2);
    expect(paced.requests('send')).toHaveLength(7);
    await paced.connector.close();
  });
});
