import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/assistant/assistant.js';
import type { Ticket, TicketMove } from '../../src/helpdesk/ticket.js';
import { aWorld, type World } from '../support/world.js';
import type { Actor } from '../support/actor.js';

let world: World;
let grace: Actor;
let lena: Actor;
let marek: Actor;

/** Monday, 9 March 2026, 09:00 UTC: the helpdesk works. */
const monday = new Date('2026-03-09T09:00:00Z');

beforeEach(async () => {
  world = await aWorld({ clock: { now: monday } });
  [grace, lena, marek] = [world.person('grace'), world.person('lena'), world.person('marek')];
});
afterEach(() => world.close());

async function handsOver(person: Actor, form: Record<string, string> = {}): Promise<void> {
  await person.says('my pc will not join');
  await person.presses('choose:win7');
  await person.says('talk to a person');
  await person.presses('review', { note: 'please help', ...form });
  await person.presses('send');
}

const inThread = () =>
  world.teams.posted.flatMap(({ to, view }) =>
    to.kind === 'thread' && view.kind === 'ticketEntry' ? [view.move] : [],
  );
const told = (person: Actor) =>
  world.teams.posted.flatMap(({ to, view }) => (to.kind === 'person' && to.personId === person.id ? [view] : []));
const card = (): Ticket =>
  (world.teams.posted.findLast(({ view }) => view.kind === 'ticketCard')?.view as { ticket: Ticket }).ticket;
const kinds = (moves: readonly TicketMove[]) => moves.map(({ kind }) => kind);
const shown = ({ card: view }: Outcome) =>
  view as unknown as { kind: string; ticket: Ticket; remark?: { kind: string; possible?: readonly string[] } };
const ticket = async () => (await world.storage.tickets.find(1001))!.ticket;

describe('a whole life', () => {
  it('is told in the thread, on the card and to the person', async () => {
    await handsOver(grace);
    await lena.pressesTicket(1001, 'claim');
    await lena.pressesTicket(1001, 'sendReply', { text: 'Which cable is it on?', waits: 'true' });
    expect(card().state).toBe('waiting');
    expect(told(grace).at(-1)).toMatchObject({
      kind: 'ticketReply',
      ticketNumber: 1001,
      text: 'Which cable is it on?',
      waits: true,
      by: { name: 'Lena Fischer' },
    });

    await grace.pressesRequest(1001, 'answer', { text: 'The grey one.' });
    expect(grace.sees).toMatchObject({
      kind: 'request',
      remark: { kind: 'commentTaken' },
      ticket: { state: 'claimed' },
    });
    await lena.pressesTicket(1001, 'sendNote', { text: 'It is always the grey one.' });
    await lena.pressesTicket(1001, 'sendResolve', { cause: 'other', text: 'Took the blue cable.' });
    expect(told(grace).at(-1)).toMatchObject({ kind: 'ticketNews', news: 'resolved', text: 'Took the blue cable.' });
    await grace.pressesRequest(1001, 'confirm');
    expect(kinds(inThread())).toEqual(['claimed', 'replied', 'commented', 'noted', 'resolved', 'closed']);
    expect(kinds(card().moves)).toEqual(['opened', 'claimed', 'replied', 'commented', 'noted', 'resolved', 'closed']);
    expect(card()).toEqual(await ticket());
    expect(JSON.stringify(told(grace))).not.toContain('always the grey one');
  });

  it('may be handed on, given back, taken again and opened anew by either side', async () => {
    await handsOver(grace);
    await lena.pressesTicket(1001, 'sendAssign', { assignee: marek.id });
    expect(card()).toMatchObject({ state: 'claimed', claimedBy: { name: 'Marek Novotny' } });
    expect(told(grace).at(-1)).toMatchObject({ kind: 'ticketNews', news: 'claimed', by: { name: 'Marek Novotny' } });
    await marek.pressesTicket(1001, 'unclaim');
    expect(card()).toMatchObject({ state: 'open' });
    expect(card().claimedBy).toBeUndefined();
    await lena.pressesTicket(1001, 'claim');
    await lena.pressesTicket(1001, 'sendResolve', { cause: 'other' });
    await grace.pressesRequest(1001, 'reopen', { text: 'Not at all solved.' });
    expect(grace.sees).toMatchObject({ kind: 'request', remark: { kind: 'reopened' }, ticket: { state: 'open' } });
    await marek.pressesTicket(1001, 'claim');
    await marek.pressesTicket(1001, 'sendResolve', { cause: 'other' });
    await lena.pressesTicket(1001, 'sendReopen', { text: 'Forgot something.' });
    expect(card()).toMatchObject({ state: 'open' });
    expect(inThread().filter(({ kind }) => kind === 'reopened')).toMatchObject([
      { by: { name: 'Grace Adeyemi' }, text: 'Not at all solved.' },
      { by: { name: 'Lena Fischer' }, text: 'Forgot something.' },
    ]);
  });

  it('is withdrawn by the person, and nothing moves any more', async () => {
    await handsOver(grace);
    await grace.pressesRequest(1001, 'withdraw');
    expect(grace.sees).toMatchObject({ kind: 'request', remark: { kind: 'withdrawn' } });
    const refused = shown(await lena.pressesTicket(1001, 'claim'));
    expect(refused).toMatchObject({
      kind: 'ticketCard',
      ticket: { state: 'withdrawn' },
      remark: { kind: 'notPossible', possible: [] },
    });
    await grace.pressesRequest(1001, 'comment', { text: 'hello?' });
    expect(grace.sees).toMatchObject({ remark: { kind: 'notPossible', possible: [], text: 'hello?' } });
    await lena.pressesTicket(1001, 'sendNote', { text: 'a long note' });
    expect(lena.sees).toMatchObject({ kind: 'ticketCard', remark: { kind: 'notPossible', text: 'a long note' } });
  });

  it('is urgent when the person says so, and when the helpdesk does', async () => {
    await handsOver(grace, { urgent: 'true' });
    expect(card()).toMatchObject({ severity: 'urgent' });
    await lena.pressesTicket(1001, 'markNormal');
    expect(card()).toMatchObject({ severity: 'normal' });
    expect(shown(await lena.pressesTicket(1001, 'markNormal')).remark?.possible).toContain('markUrgent');
  });

  it('is resolved as one of the causes of the trees, the likely ones first', async () => {
    await handsOver(grace);
    await lena.pressesTicket(1001, 'claim');
    const form = (await lena.pressesTicket(1001, 'resolve')).card;
    const causes = (form as unknown as { causes: { id: string }[] }).causes;
    expect(causes[0]?.id).toBe(card().report.causes[0]?.id);
    expect(new Set(causes.map(({ id }) => id)).size).toBe(world.tree.causes.size);
    await lena.pressesTicket(1001, 'sendResolve', { cause: 'device-limit-of-nowhere', text: 'typed already' });
    expect(lena.sees).toMatchObject({
      kind: 'ticketForm',
      form: 'resolve',
      text: 'typed already',
      remark: { kind: 'pickMissing' },
    });
    await lena.pressesTicket(1001, 'sendResolve', { cause: causes[1]!.id });
    expect(card().moves.at(-1)).toMatchObject({ kind: 'resolved', cause: { id: causes[1]!.id } });
  });
});

describe('forbidden moves', () => {
  it('are answered with what is possible now', async () => {
    await handsOver(grace);
    const reply = shown(await lena.pressesTicket(1001, 'sendReply', { text: 'hello' }));
    expect(reply).toMatchObject({
      kind: 'ticketCard',
      remark: { kind: 'notPossible', possible: ['claim', 'assign', 'note', 'markUrgent'] },
    });
    await lena.pressesTicket(1001, 'claim');
    expect(shown(await marek.pressesTicket(1001, 'claim'))).toMatchObject({
      ticket: { claimedBy: { name: 'Lena Fischer' } },
      remark: { kind: 'notPossible' },
    });
    expect(shown(await marek.pressesTicket(1001, 'reopen')).remark?.possible).toContain('resolve');
  });

  it('of somebody who is not of the helpdesk are refused to them alone, and recorded', async () => {
    await handsOver(grace);
    const sven = world.person('sven');
    for (const option of ['claim', 'reply', 'sendNote', 'show'] as const) {
      expect(await sven.pressesTicket(1001, option, { text: 'x' })).toMatchObject({
        refusal: { key: 'notHelpdesk' },
        replies: [],
      });
    }
    expect(await ticket()).toMatchObject({ state: 'open', moves: { length: 1 } });
    const audit = await world.storage.audit.since(0, 100);
    expect(audit.filter(({ actorId }) => actorId === sven.id).map(({ action, result }) => [action, result])).toEqual([
      ['ticket:look', 'refused'],
      ['ticket:note', 'refused'],
      ['ticket:look', 'refused'],
      ['ticket:claim', 'refused'],
    ]);
  });

  it('an empty text, and somebody who is no colleague, come back in the form', async () => {
    await handsOver(grace);
    await lena.pressesTicket(1001, 'sendAssign', { assignee: grace.id });
    expect(lena.sees).toMatchObject({ kind: 'ticketForm', form: 'assign', remark: { kind: 'pickMissing' } });
    await lena.pressesTicket(1001, 'claim');
    await lena.pressesTicket(1001, 'sendReply', { text: '   ' });
    expect(lena.sees).toMatchObject({ kind: 'ticketForm', form: 'reply', remark: { kind: 'textMissing' } });
  });

  it('of other people’s requests look as if there were none', async () => {
    await handsOver(grace);
    const henry = world.person('henry');
    for (const option of ['show', 'comment', 'withdraw', 'confirm', 'reopen'] as const) {
      expect(await henry.pressesRequest(1001, option, { text: 'mine?' })).toMatchObject({
        refusal: { key: 'ticketNotFound' },
      });
    }
    expect(await henry.pressesRequest(4711, 'show')).toMatchObject({ refusal: { key: 'ticketNotFound' } });
    await henry.says('my requests');
    expect(henry.sees).toMatchObject({ notice: { key: 'noRequests' } });
  });
});

describe('while Graph does not answer', () => {
  const silence = () =>
    world.graph.faults.set([{ match: /checkMemberGroups|transitiveMembers/, kind: 'status', status: 503 }]);
  const later = (ms: number) => (world.clock.now = new Date(world.clock.now.getTime() + ms));

  it('tickets move for those whom it knew within a day, and the audit says so', async () => {
    await handsOver(grace);
    await lena.pressesTicket(1001, 'claim');
    silence();
    later(23 * 60 * 60_000);
    await lena.pressesTicket(1001, 'sendNote', { text: 'still here' });
    expect((await ticket()).moves.at(-1)).toMatchObject({ kind: 'noted' });
    const [latest] = await world.storage.audit.since(0, 1);
    expect(latest).toMatchObject({
      actorId: lena.id,
      action: 'ticket:note',
      objectIds: ['1001'],
      result: 'doneOnEarlierMembership',
    });
    await lena.says('tickets');
    expect(lena.sees).toMatchObject({ notice: { key: 'lookUpFailed' } });
    later(2 * 60 * 60_000);
    expect(await lena.pressesTicket(1001, 'sendNote', { text: 'and now?' })).toMatchObject({
      refusal: { key: 'lookUpFailed' },
    });
    expect(await marek.pressesTicket(1001, 'unclaim')).toMatchObject({ refusal: { key: 'lookUpFailed' } });
  });

  it('also after a restart', async () => {
    await handsOver(grace);
    await lena.pressesTicket(1001, 'claim');
    silence();
    await world.restart();
    await lena.pressesTicket(1001, 'unclaim');
    expect(await ticket()).toMatchObject({ state: 'open' });
  });
});

describe('two ways', () => {
  beforeEach(async () => {
    await handsOver(grace);
    await lena.pressesTicket(1001, 'claim');
    await lena.pressesTicket(1001, 'sendReply', { text: 'What does the window say?', waits: 'true' });
  });

  it('what is simply written while a request waits is asked about, then passed on', async () => {
    await grace.says('it says no such host');
    expect(grace.sees).toMatchObject({ kind: 'replyOffer', tickets: [{ number: 1001 }], text: 'it says no such host' });
    await grace.pressesRequest(1001, 'answer', { text: 'it says no such host, twice' });
    expect(inThread().at(-1)).toMatchObject({
      kind: 'commented',
      text: 'it says no such host, twice',
      by: { name: 'Grace Adeyemi' },
    });
    await grace.says('it says no such host');
    expect(grace.sees).not.toMatchObject({ kind: 'replyOffer' });
  });

  it('what is about something else is taken as that, and commands always are', async () => {
    await grace.says('another pc will not join');
    expect(grace.sees).toMatchObject({ kind: 'replyOffer' });
    await grace.pressesRequest(1001, 'notAnAnswer', { text: 'another pc will not join' });
    expect(grace.sees).toHaveProperty('ref.sessionId');
    await grace.says('help');
    expect(grace.sees).toMatchObject({ kind: 'help' });
  });

  it('an answer of the walk stays one', async () => {
    await grace.says('start over');
    await grace.says('windows 7');
    expect(grace.sees).toMatchObject({ kind: 'question', position: 2 });
  });

  it('a paste is read, and offered for the request as well, redacted', async () => {
    const outcome = await grace.says('AADSTS50034: no account grace.adeyemi@contoso.com in the directory');
    expect(outcome.replies.map(({ kind }) => kind)).toEqual([expect.any(String), 'replyOffer']);
    expect(outcome.replies.at(-1)).toMatchObject({ alsoRead: true });
    expect(JSON.stringify(outcome.replies.at(-1))).not.toContain('grace.adeyemi@');
  });

  it('mute stops all but the resolution, and the helpdesk sees that', async () => {
    await grace.says('mute');
    expect(grace.sees).toMatchObject({ notice: { key: 'muted' } });
    const before = told(grace).length;
    await lena.pressesTicket(1001, 'sendReply', { text: 'Hello?' });
    expect(inThread().at(-1)).toMatchObject({ kind: 'replied', told: false });
    expect(told(grace)).toHaveLength(before);
    await grace.says('my requests');
    expect(grace.sees).toMatchObject({ kind: 'myRequests', muted: true, rows: [{ number: 1001 }] });
    await lena.pressesTicket(1001, 'sendResolve', { cause: 'other' });
    expect(told(grace).at(-1)).toMatchObject({ kind: 'ticketNews', news: 'resolved' });
    await grace.says('unmute');
    await grace.says('language de');
    await grace.says('my requests');
    expect(grace.sees).toMatchObject({ muted: false });
  });
});

describe('a paste', () => {
  it('goes into the thread, not on the card, and is gone when the ticket ends', async () => {
    await grace.says('AADSTS50034 at 10.0.0.7');
    await grace.says('talk to a person');
    await grace.presses('review', { note: 'pasted it' });
    expect(grace.sees).toMatchObject({ kind: 'summary', report: { paste: expect.stringContaining('AADSTS50034') } });
    await grace.presses('send', { withPaste: 'true' });
    const pasted = world.teams.posted.find(({ view }) => view.kind === 'ticketPaste');
    expect(pasted).toMatchObject({
      to: { kind: 'thread' },
      view: { ticketNumber: 1001, text: expect.stringContaining('AADSTS50034') },
    });
    expect(JSON.stringify(pasted)).not.toContain('10.0.0.7');
    await grace.pressesRequest(1001, 'withdraw');
    expect((await ticket()).report.paste).toBeUndefined();
  });

  it('may be left out', async () => {
    await grace.says('AADSTS50034 at 10.0.0.7');
    await grace.says('talk to a person');
    await grace.presses('review', { note: 'pasted it' });
    await grace.presses('send', { withPaste: 'false' });
    expect(world.teams.posted.some(({ view }) => view.kind === 'ticketPaste')).toBe(false);
    expect((await ticket()).report.paste).toBeUndefined();
  });
});
