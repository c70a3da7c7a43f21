import { describe, expect, it } from 'vitest';
import { entryOf, messagesOfMove, messagesOfNew, newsOf } from '../../src/helpdesk/messages-of.js';
import { nobody, type Party, type Ticket, type TicketDeed } from '../../src/helpdesk/ticket.js';
import { aTicket, ada, ben, helper } from '../contracts/storage/samples.js';

const at = '2026-03-09T10:00:00.000Z';

function after(deed: TicketDeed, by: Party = helper, changes: Partial<Ticket> = {}): Ticket {
  const ticket = aTicket({ locale: 'de' });
  return { ...ticket, number: 1001, state: 'claimed', moves: [...ticket.moves, { ...deed, by, at }], ...changes };
}

const reply: TicketDeed = { kind: 'replied', text: 'Which window?', waits: true, told: true };
const resolution: TicketDeed = { kind: 'resolved', cause: undefined, text: 'Two old PCs removed.' };

const heard: readonly (readonly [TicketDeed, object])[] = [
  [{ kind: 'claimed' }, { kind: 'ticketNews', ticketNumber: 1001, news: 'claimed', by: helper, step: 2 }],
  [
    { kind: 'assigned', to: ben },
    { kind: 'ticketNews', ticketNumber: 1001, news: 'claimed', by: ben, step: 2 },
  ],
  [reply, { kind: 'ticketReply', ticketNumber: 1001, by: helper, text: 'Which window?', waits: true, step: 2 }],
  [
    { kind: 'reopened', text: 'For the helpdesk: it came back.' },
    { kind: 'ticketNews', ticketNumber: 1001, news: 'reopened', by: helper, step: 2 },
  ],
  [
    resolution,
    { kind: 'ticketNews', ticketNumber: 1001, news: 'resolved', by: helper, text: 'Two old PCs removed.', step: 2 },
  ],
];

const unheard: readonly TicketDeed[] = [
  { kind: 'opened' },
  { kind: 'unclaimed' },
  { kind: 'noted', text: 'Private: knows the director.' },
  { kind: 'markedUrgent' },
  { kind: 'markedNormal' },
  { kind: 'reminded' },
  { kind: 'cardRenewed' },
  { kind: 'commented', text: 'The blue one.' },
  { kind: 'withdrawn' },
  { kind: 'closed' },
];

const kinds = (ticket: Ticket, muted = false) =>
  messagesOfMove(ticket, muted).map(({ orderingKey, outgoing }) => `${orderingKey} ${outgoing.kind}`);
const inThread = ['ticket:1001 ticketCard', 'ticket:1001 ticketEntry'];
const toAda = 'person:id-of-ada ticketNews';

describe('the person hears', () => {
  it.each(heard)('that it was $kind', (deed, view) => {
    const ticket = after(deed);
    expect(kinds(ticket)).toEqual([...inThread, toAda]);
    expect(messagesOfMove(ticket, false)[2]?.outgoing).toEqual({
      kind: 'ticketNews',
      ticketNumber: 1001,
      move: 1,
      personId: ada.id,
      locale: 'de',
    });
    expect(newsOf(ticket, 1)).toEqual(view);
  });

  it.each(unheard)('nothing of it being $kind', (deed) => {
    const ticket = after(deed);
    expect(kinds(ticket)).toEqual(inThread);
    expect(newsOf(ticket, 1)).toBeUndefined();
  });

  it('nothing of what they do themselves, also when they are of the helpdesk', () => {
    for (const deed of [...heard.map(([each]) => each), ...unheard]) {
      expect(kinds(after(deed, ada)), deed.kind).toEqual(inThread);
      expect(newsOf(after(deed, ada), 1), deed.kind).toBeUndefined();
    }
  });

  it('nothing but the resolution while they want no messages', () => {
    const told = heard.map(([deed]) => deed).filter((deed) => kinds(after(deed), true).includes(toAda));
    expect(told.map(({ kind }) => kind)).toEqual(['resolved']);
  });

  it('nothing once they are forgotten', () => {
    for (const [deed] of heard) {
      const ticket = after(deed, helper, { requester: nobody });
      expect(kinds(ticket), deed.kind).toEqual(inThread);
      expect(newsOf(ticket, 1), deed.kind).toBeUndefined();
    }
  });
});

describe('the thread hears', () => {
  it('every move, and calls nobody for most of them', () => {
    for (const deed of [...heard.map(([each]) => each), ...unheard]) {
      if (deed.kind === 'assigned' || deed.kind === 'reminded') continue;
      const ticket = after(deed);
      expect(entryOf(ticket, 1, [ben]), deed.kind).toEqual({
        kind: 'ticketEntry',
        ticket,
        move: ticket.moves[1],
        mention: [],
      });
    }
  });

  it('whom it was assigned to by name, unless they took it themselves', () => {
    expect(entryOf(after({ kind: 'assigned', to: ben }), 1, [])).toMatchObject({ mention: [ben] });
    expect(entryOf(after({ kind: 'assigned', to: ben }, ben), 1, [])).toMatchObject({ mention: [] });
    expect(entryOf(after({ kind: 'assigned', to: nobody }), 1, [])).toMatchObject({ mention: [] });
  });

  it('a reminder with those on duty, as long as nobody has claimed it', () => {
    expect(entryOf(after({ kind: 'reminded' }, nobody, { state: 'open' }), 1, [ben, helper])).toMatchObject({
      mention: [ben, helper],
    });
    expect(entryOf(after({ kind: 'reminded' }, nobody, { state: 'claimed' }), 1, [ben])).toBeUndefined();
    expect(entryOf(after({ kind: 'reminded' }, nobody, { state: 'withdrawn' }), 1, [ben])).toBeUndefined();
  });

  it('nothing of a move that is not there', () => {
    expect(entryOf(after({ kind: 'claimed' }), 9, [])).toBeUndefined();
    expect(newsOf(after({ kind: 'claimed' }), 9)).toBeUndefined();
  });
});

describe('a new ticket', () => {
  const pasted = (paste: string | undefined): Ticket => {
    const ticket = { ...aTicket(), number: 1001 };
    return { ...ticket, report: { ...ticket.report, ...(paste !== undefined && { paste }) } };
  };
  const sent = (ticket: Ticket, before?: Ticket) =>
    messagesOfNew(ticket, before).map(({ orderingKey, outgoing }) => `${orderingKey} ${outgoing.kind}`);

  it('is shown in the channel, and what was pasted below it', () => {
    expect(sent(pasted(undefined))).toEqual(['ticket:1001 ticketCard']);
    expect(sent(pasted('AzureAdJoined : NO'))).toEqual(['ticket:1001 ticketCard', 'ticket:1001 ticketPaste']);
  });

  it('that is sent again with another report shows the paste again only when it is another one', () => {
    expect(sent(pasted('one'), pasted('one'))).toEqual(['ticket:1001 ticketCard']);
    expect(sent(pasted('two'), pasted('one'))).toEqual(['ticket:1001 ticketCard', 'ticket:1001 ticketPaste']);
    expect(sent(pasted(undefined), pasted('one'))).toEqual(['ticket:1001 ticketCard']);
  });
});
