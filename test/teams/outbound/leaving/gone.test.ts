import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectorRequest } from '../../../support/connector/connector-request.js';
import { refusals, type Refusal } from '../../../support/connector/refusals.js';
import { aTeamsEdge, helpdeskChannel, type TeamsEdge } from '../../../support/teams-edge.js';
import { handsOver, onTicket } from './ways.js';

/** A card or a thread is taken for deleted only when Teams has said so for two minutes. */
let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
  await handsOver(teams, 'ben');
});
afterEach(() => teams.close());

const seconds = 1_000;
const cards = () =>
  teams.connector.messages.all.filter(
    ({ conversationId, shown }) =>
      conversationId.startsWith(`${helpdeskChannel};`) && JSON.stringify(shown[0]).includes('Request 1001'),
  );
const inThread = (conversationId: string | undefined) =>
  teams.connector.messages.in(conversationId ?? '').flatMap(({ shown }) => shown.at(-1)?.text ?? []);
const updates = ({ kind, to }: ConnectorRequest) => kind === 'update' && to.startsWith(helpdeskChannel);
const threads = ({ kind, to }: ConnectorRequest) => kind === 'send' && to.startsWith(helpdeskChannel);

async function passesInSteps(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5 * seconds) await teams.passes(5 * seconds);
}

/** `where`: the first card and its thread only, so that a new one would be taken. */
function deleted(match: (request: ConnectorRequest) => boolean, refusal: Refusal, forMs?: number): void {
  const first = cards()[0]?.conversationId;
  teams.connector.faults.set({
    kind: 'refusal',
    refusal,
    match: (request) => match(request) && request.to === first,
    ...(forMs !== undefined && { forMs }),
  });
}

describe.each([
  ['the card of a ticket', updates],
  ['its thread', threads],
  ['both', (request: ConnectorRequest) => updates(request) || threads(request)],
])('%s', (_what, match) => {
  it.each([
    refusals.conversationNotFound,
    refusals.activityNotFound,
    { status: 403, code: 'ServiceError', message: 'Unknown' },
  ])('is taken for deleted after two minutes of $status $code, and a new card comes once', async (refusal) => {
    deleted(match, refusal);
    await onTicket(teams, 'claim');
    await passesInSteps(110 * seconds);
    expect(cards()).toHaveLength(1);
    await passesInSteps(180 * seconds);
    expect(cards()).toHaveLength(2);
    const [, second] = cards();
    expect(JSON.stringify(second?.shown.at(-1))).toContain('Lena Fischer');
    expect(inThread(second?.conversationId)).toContain('Claimed by Lena Fischer');
    await onTicket(teams, 'markUrgent');
    await passesInSteps(300 * seconds);
    expect(cards()).toHaveLength(2);
    expect(teams.rows()['outbox']).toEqual([]);
  });

  it('is not taken for deleted when Teams finds it again', async () => {
    deleted(match, refusals.activityNotFound, 90 * seconds);
    await onTicket(teams, 'claim');
    await passesInSteps(300 * seconds);
    expect(cards()).toHaveLength(1);
    const [card] = cards();
    expect(JSON.stringify(card?.shown.at(-1))).toContain('Lena Fischer');
    expect(inThread(card?.conversationId)).toEqual(['Claimed by Lena Fischer']);
    expect(JSON.stringify(teams.connector.messages.all)).not.toContain('(again)');
  });

  it.each([
    refusals.disabledByAdmin,
    { status: 400, code: 'BadArgument', message: 'Unknown' },
    { status: 403, code: 'BadArgument', message: 'Unknown' },
    { status: 404, code: 'BadArgument', message: 'Unknown' },
  ])('is never taken for deleted because of $status $code', async (refusal) => {
    deleted(match, refusal);
    await onTicket(teams, 'claim');
    await passesInSteps(300 * seconds);
    for (let hour = 0; hour < 24; hour += 1) await teams.passes(60 * 60 * seconds);
    expect(cards()).toHaveLength(1);
    teams.connector.faults.clear();
    await onTicket(teams, 'markUrgent');
    await passesInSteps(300 * seconds);
    expect(cards()).toHaveLength(1);
  });
});

it('what comes for a thread while Teams does not find it waits behind it, in order', async () => {
  deleted(threads, refusals.conversationNotFound, 60 * seconds);
  await onTicket(teams, 'claim');
  await passesInSteps(20 * seconds);
  await onTicket(teams, 'sendReply', { step: 1, text: 'Which Windows is it?' });
  await passesInSteps(300 * seconds);
  const told = inThread(cards()[0]?.conversationId);
  expect(told[0]).toBe('Claimed by Lena Fischer');
  expect(told).toHaveLength(2);
});
