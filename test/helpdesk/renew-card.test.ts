import { expect, it } from 'vitest';
import { renewCard } from '../../src/helpdesk/renew-card.js';
import { nobody, stepOf } from '../../src/helpdesk/ticket.js';
import { ada, helper } from '../contracts/storage/samples.js';
import { aHandOver, helpdeskRig, type Instance } from '../support/helpdesk-rig.js';

const rig = helpdeskRig();
const card = { conversationId: '19:helpdesk;messageid=1', activityId: '1' };
const later = Date.parse('2026-03-09T09:30Z');

async function shown({ helpdesk, storage, left }: Instance): Promise<number> {
  const { number } = await helpdesk.handOver(aHandOver());
  await storage.tickets.remember(number, card);
  await left();
  return number;
}

it('a card that is gone is forgotten, and the ticket says so in its thread', async () => {
  const instance = await rig.instance();
  const { tickets } = instance.storage;
  const number = await shown(instance);
  await renewCard(tickets, number, card, later);
  const found = (await tickets.find(number))!;
  expect(found.card).toBeUndefined();
  expect(found.ticket.moves).toMatchObject([{}, { kind: 'cardRenewed', by: nobody, at: '2026-03-09T09:30:00.000Z' }]);
  expect(found.ticket.remindAt, 'still nobody has it').toBe('2026-03-09T10:00:00.000Z');
  expect(await instance.left()).toEqual([{ kind: 'ticketEntry', ticketNumber: number, move: 1 }]);
});

it('however many notice it, it is renewed once', async () => {
  const instances = [await rig.instance(), await rig.instance()];
  const number = await shown(instances[0]!);
  await Promise.all(instances.map(({ storage }) => renewCard(storage.tickets, number, card, later)));
  expect((await instances[0]!.storage.tickets.find(number))?.ticket.moves).toHaveLength(2);
});

it('another message that shows it by now stays', async () => {
  const instance = await rig.instance();
  const { tickets } = instance.storage;
  const number = await shown(instance);
  const newer = { ...card, activityId: '2' };
  await tickets.remember(number, newer);
  await renewCard(tickets, number, card, later);
  expect(await tickets.find(number)).toMatchObject({ card: newer, ticket: { moves: { length: 1 } } });
  await renewCard(tickets, 4711, card, later);
});

it('a claim at the same moment is kept beside it', async () => {
  const [one, two] = [await rig.instance(), await rig.instance()];
  const number = await shown(one);
  await Promise.all([
    renewCard(one.storage.tickets, number, card, later),
    two.helpdesk.press(number, { kind: 'claim' }, { by: helper, fromStep: 1 }),
  ]);
  const { ticket, card: left } = (await one.storage.tickets.find(number))!;
  expect(ticket).toMatchObject({ state: 'claimed', claimedBy: helper });
  expect(ticket.moves.map(({ kind }) => kind).toSorted()).toEqual(['cardRenewed', 'claimed', 'opened']);
  expect(left).toBeUndefined();
});

it('an ended ticket keeps what it has', async () => {
  const instance = await rig.instance();
  const number = await shown(instance);
  await instance.helpdesk.pressOwn(number, { kind: 'withdraw' }, { by: ada, fromStep: 1 });
  await renewCard(instance.storage.tickets, number, card, later);
  const found = (await instance.storage.tickets.find(number))!;
  expect(found.card).toEqual(card);
  expect(stepOf(found.ticket)).toBe(2);
});
