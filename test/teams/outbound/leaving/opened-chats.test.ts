import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '../../../support/connector/refusals.js';
import { aTeamsEdge, chatOf, type TeamsEdge } from '../../../support/teams-edge.js';
import { noTotals } from '../../../../src/administration/report/tally.js';
import { aReportOfAll } from '../../../support/views-of-reports.js';

/** A chat that the bot opens with somebody it never heard from. */
let teams: TeamsEdge;
beforeEach(async () => {
  teams = await aTeamsEdge();
  await teams.says('ada', 'help');
});
afterEach(() => teams.close());

const minute = 60_000;
const creations = () => teams.connector.requests.filter(({ kind }) => kind === 'create');
const inChat = (key: string) => teams.connector.messages.in(chatOf(key));

async function sendsTo(key: string, outgoing: object): Promise<void> {
  const personId = teams.person(key).id;
  await teams.storage.outbox.add(`person:${personId}`, {
    personId,
    to: { kind: 'person', personId },
    locale: 'en',
    ...outgoing,
  } as never);
  await teams.settled();
}
const welcome = { kind: 'post', view: { kind: 'welcome' } };
const report = { kind: 'livingCard', key: 'report:report-1' };

it('is opened without a message, in the tenant, and once for all messages', async () => {
  await sendsTo('carla', welcome);
  await sendsTo('carla', welcome);
  expect(inChat('carla')).toHaveLength(2);
  expect(creations()).toHaveLength(1);
  const { tenantId } = teams.tenant;
  expect(creations()[0]?.body).toMatchObject({
    isGroup: false,
    members: [{ id: teams.person('carla').id }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  });
  expect(creations()[0]?.body['activity']).toBeUndefined();
});

it('gives its cards the ids by which they can be replaced', async () => {
  await teams.storage.reports.begin(aReportOfAll());
  await sendsTo('carla', report);
  const stored = await teams.storage.reports.find('report-1');
  await teams.storage.reports.save(
    { ...stored!.report, pages: 1, totals: { ...noTotals, devices: 777 } },
    stored!.version,
    [],
  );
  await sendsTo('carla', report);
  await teams.passes(10 * minute);
  expect(inChat('carla')).toHaveLength(1);
  expect(inChat('carla')[0]?.shown).toHaveLength(2);
  expect(JSON.stringify(inChat('carla')[0]?.shown.at(-1))).toContain('777 devices read so far');
});

it('is the one that the person writes in later', async () => {
  await sendsTo('carla', welcome);
  await teams.says('carla', 'help');
  await sendsTo('carla', welcome);
  expect(inChat('carla')).toHaveLength(3);
  expect(creations()).toHaveLength(1);
});

describe('whose opening', () => {
  it.each([
    ['is answered by nobody: the answer is lost', { kind: 'resetTaken' }],
    ['is reset before it was read', { kind: 'resetUnread' }],
    ['comes at a bad time (503)', { kind: 'refusal', refusal: refusals.unavailable }],
    ['comes too often (429)', { kind: 'refusal', refusal: refusals.throttled }],
    ['is refused in passing (404)', { kind: 'refusal', refusal: refusals.conversationNotFound }],
  ] as const)('%s: is opened again, and the message comes once', async (_how, fault) => {
    teams.connector.faults.set({ ...fault, times: 1, match: ({ kind }) => kind === 'create' });
    await sendsTo('carla', welcome);
    for (let passed = 0; passed < 10; passed += 1) await teams.passes(minute);
    expect(inChat('carla')).toHaveLength(1);
    expect(creations().length).toBeGreaterThan(0);
  });
});

it.each([
  ['in the channel', { kind: 'channel', channelId: '19:helpdesk@thread.tacv2' }],
  ['in the chat', { kind: 'person', personId: 'carla' }],
])('every creation names the tenant, in both places: %s', async (_where, to) => {
  const [personId, { tenantId }] = [teams.person('carla').id, teams.tenant];
  await teams.storage.outbox.add('helpdesk', {
    kind: 'post',
    to: { ...to, ...(to.kind === 'person' && { personId }) },
    view: { kind: 'welcome' },
    locale: 'en',
  } as never);
  await teams.settled();
  expect(
    creations().map(({ body }) => [body['tenantId'], (body['channelData'] as { tenant?: unknown }).tenant]),
  ).toEqual([[tenantId, { id: tenantId }]]);
});
