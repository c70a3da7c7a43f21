import { describe, expect, it } from 'vitest';
import type { TicketFormKind, TicketFormView, TicketListView, ListedTicket } from '../../../src/helpdesk/views.js';
import type { View } from '../../../src/assistant/views.js';
import { maxTicketText } from '../../../src/limits.js';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { locales } from '../../../src/text/locale.js';
import { aParty, aReport, lena } from '../../support/a-report.js';
import { aLivedTicket } from '../../support/all-views.js';
import { problemsOfCard, things, visibleTexts } from '../../support/check-card.js';

const now = new Date('2026-03-02T09:30:00Z');
const ticket = aLivedTicket('claimed');
const step = ticket.moves.length;

function cardOf(view: View, locale: 'en' | 'de' = 'en'): object {
  const rendered = renderView(view, { locale, now });
  if (rendered.kind !== 'card') throw new Error('A card was expected');
  return rendered.card;
}

function form(kind: TicketFormKind, changes: Partial<TicketFormView> = {}): TicketFormView {
  return { kind: 'ticketForm', ticket, form: kind, text: '', colleagues: [lena()], causes: [], ...changes };
}

function inputs(card: object): readonly {
  readonly id: unknown;
  readonly value: unknown;
  readonly choices: unknown;
  readonly style: unknown;
  readonly maxLength: unknown;
  readonly isRequired: unknown;
}[] {
  const body = things((card as { body: object[] }).body).filter(
    ({ type }) => typeof type === 'string' && type.startsWith('Input.'),
  );
  return body
    .filter(({ style }) => style !== 'compact')
    .map(({ id, value, choices, style, maxLength, isRequired }) => ({
      id,
      value,
      choices,
      style,
      maxLength,
      isRequired,
    }));
}

function buttons(card: object): readonly unknown[] {
  return things(card).flatMap(({ type, verb, data, title, associatedInputs }) =>
    type === 'Action.Execute' ? [{ verb, data, title, associatedInputs }] : [],
  );
}

describe('a form on the card', () => {
  it.each<readonly [TicketFormKind, readonly string[], string]>([
    ['reply', ['text', 'waits'], 'sendReply'],
    ['note', ['text'], 'sendNote'],
    ['assign', ['assignee'], 'sendAssign'],
    ['resolve', ['cause', 'text'], 'sendResolve'],
    ['reopen', ['text'], 'sendReopen'],
  ])('to %s asks for %j and can be left', (kind, ids, send) => {
    const card = cardOf(form(kind));
    expect(inputs(card).map(({ id }) => id)).toEqual(ids);
    expect(inputs(card).every(({ isRequired }) => isRequired === undefined)).toBe(true);
    expect(buttons(card)).toEqual([
      expect.objectContaining({
        verb: 'ticket',
        data: { ticketNumber: 12, step, option: send },
        associatedInputs: 'Auto',
      }),
      { verb: 'ticket', data: { ticketNumber: 12, step, option: 'show' }, title: 'Cancel', associatedInputs: 'None' },
    ]);
  });

  it('keeps what was typed and chosen, character for character', () => {
    const text = '**a** <at>all</at>\n${x} "' + 'x'.repeat(7_000);
    expect(inputs(cardOf(form('reply', { text, waits: true, remark: { kind: 'textMissing' } })))).toMatchObject([
      { id: 'text', value: text, maxLength: maxTicketText },
      { id: 'waits', value: 'true' },
    ]);
    expect(inputs(cardOf(form('reply')))).toMatchObject([{ value: '' }, { value: 'false' }]);
    expect(inputs(cardOf(form('assign', { picked: lena().id })))).toMatchObject([{ value: lena().id }]);
  });

  it('names what is missing', () => {
    expect(visibleTexts(cardOf(form('note', { remark: { kind: 'textMissing' } })))).toContain(
      'Please write something into the field first. Nothing was sent.',
    );
    expect(visibleTexts(cardOf(form('assign', { remark: { kind: 'pickMissing' } })))).toContain(
      'Please pick an entry of the list first. Nothing was changed.',
    );
  });

  it('lets a colleague be found by typing, told apart by the address', () => {
    expect(
      inputs(cardOf(form('assign', { colleagues: [lena(), aParty({ id: 'b', name: '', userPrincipalName: '' })] }))),
    ).toMatchObject([
      {
        style: 'filtered',
        choices: [
          { title: 'Lena Fischer (lena.fischer@contoso.com)', value: lena().id },
          { title: 'not known', value: 'b' },
        ],
      },
    ]);
  });

  it('to assign says so when nobody could be looked up', () => {
    const card = cardOf(form('assign', { colleagues: [] }));
    expect(inputs(card)).toEqual([]);
    expect(visibleTexts(card).join()).toContain('I could not look up who belongs to the helpdesk');
    expect(buttons(card)).toHaveLength(1);
  });

  it('to resolve offers the likely causes first, and something else at last', () => {
    const likely = aReport().causes.map(({ id, title }) => ({ id, title }));
    const causes = [{ id: 'clock', title: { en: 'The clock is wrong' } }, ...likely.toReversed()];
    const [cause] = inputs(cardOf(form('resolve', { causes })));
    expect(cause?.choices).toEqual([
      { title: 'The device limit is reached', value: 'device-limit' },
      { title: 'TLS 1.2 is not switched on', value: 'tls' },
      { title: 'The clock is wrong', value: 'clock' },
      { title: 'Something else', value: 'other' },
    ]);
  });

  it.each(['x', '&', '"', '\n', '\ud800', '😀'])('fits whatever it holds (%j)', (character) => {
    const long = character.repeat(3_000);
    const colleagues = Array.from({ length: 300 }, (_, index) =>
      aParty({ id: `p${index}`, name: long, userPrincipalName: long }),
    );
    const causes = Array.from({ length: 300 }, (_, index) => ({ id: `c${index}`, title: { en: long } }));
    for (const kind of ['reply', 'note', 'assign', 'resolve', 'reopen'] as const) {
      for (const locale of locales) {
        const card = cardOf(
          form(kind, {
            text: character.repeat(8_000),
            colleagues,
            causes,
            ticket: { ...ticket, requester: aParty({ name: long }) },
          }),
          locale,
        );
        expect(problemsOfCard(card)).toEqual([]);
        expect(visibleTexts(card).join()).toMatch(
          kind === 'assign' || kind === 'resolve' ? /and \d+ more|und \d+ weitere/ : /./,
        );
      }
    }
  });
});

describe('the lists', () => {
  const row: ListedTicket = {
    number: 1001,
    state: 'claimed',
    severity: 'urgent',
    requester: aParty(),
    claimedBy: lena(),
    pcName: 'PC-0142',
    cause: aReport().causes[0],
    createdAt: '2026-03-02T06:30:00.000Z',
  };
  const list = (changes: Partial<TicketListView> = {}): TicketListView => ({
    kind: 'ticketList',
    filter: 'older',
    hours: 24,
    rows: [row],
    page: 1,
    pages: 3,
    total: 20,
    ...changes,
  });

  it('say of a request what helps to choose', () => {
    const text = visibleTexts(cardOf(list())).join('\n');
    for (const part of [
      'Open for more than 24 hours (20)',
      'page 2 of 3',
      '1001 · Urgent · claimed by Lena Fischer',
      'Ada Lovelace · PC-0142 · 3 hours ago',
      'The device limit is reached',
    ])
      expect(text).toContain(part);
  });

  it('turn their pages and show a request', () => {
    expect(buttons(cardOf(list()))).toMatchObject([
      { verb: 'ticket', data: { ticketNumber: 1001, step: 0, option: 'show' }, title: 'Show 1001' },
      { verb: 'tickets', data: { filter: 'older', hours: 24, page: 0 }, title: 'Previous' },
      { verb: 'tickets', data: { filter: 'older', hours: 24, page: 2 }, title: 'Next' },
    ]);
    expect(buttons(cardOf(list({ rows: [], page: 0, pages: 1 })))).toEqual([]);
    expect(
      buttons(cardOf({ kind: 'myRequests', rows: [row], page: 0, pages: 2, total: 9, muted: false })),
    ).toMatchObject([
      { verb: 'request', data: { ticketNumber: 1001, step: 0, option: 'show' }, title: 'Show 1001' },
      { verb: 'requests', data: { page: 1 }, title: 'Next' },
    ]);
  });

  it("of one's own speak plainly, and say that the bot is muted", () => {
    const text = visibleTexts(
      cardOf({
        kind: 'myRequests',
        rows: [
          { ...row, state: 'open', severity: 'normal' },
          { ...row, state: 'waiting' },
        ],
        page: 0,
        pages: 1,
        total: 2,
        muted: true,
      }),
    ).join('\n');
    expect(text).toContain('With the helpdesk, nobody has taken it yet');
    expect(text).toContain('Lena Fischer at the helpdesk waits for your answer');
    expect(text).toContain('Type "unmute"');
    expect(text).not.toContain('device limit');
  });

  it('are told to the channel in the morning, with a way to all of them', () => {
    const digest = {
      open: 7,
      unclaimed: 3,
      resolved: 2,
      oldest: Array.from({ length: 60 }, (_, index) => ({
        number: index,
        createdAt: '2026-02-27T09:30:00.000Z',
        claimedBy: index === 0 ? undefined : 'Lena Fischer',
      })),
    };
    const card = cardOf({ kind: 'ticketDigest', digest });
    const text = visibleTexts(card).join('\n');
    expect(text).toMatch(/Open\n7\nOf these not claimed\n3\nResolved since the last working day began\n2\n/);
    expect(text).toContain('Request 0, 3 days ago: not claimed');
    expect(text).toContain('Request 1, 3 days ago: Lena Fischer');
    expect(text).toMatch(/and \d+ more/);
    expect(buttons(card)).toMatchObject([{ verb: 'tickets', data: { filter: 'open', hours: 0, page: 0 } }]);
  });
});

describe('the question about a channel', () => {
  const proposal = { kind: 'channelProposal', members: 30, notHelpdesk: 25, outsiders: 2, sure: false } as const;

  it('says who would read along', () => {
    expect(visibleTexts(cardOf(proposal)).join()).toContain(
      '30 people read this channel. 25 of them do not belong to the helpdesk: they would read requests, but cannot claim or answer them. 2 of them are guests or belong to other companies.',
    );
    expect(buttons(cardOf(proposal))).toMatchObject([
      { verb: 'channel', data: { option: 'use' } },
      { verb: 'channel', data: { option: 'cancel' } },
    ]);
  });

  it('asks again when outsiders would', () => {
    expect(buttons(cardOf({ ...proposal, sure: true }))).toMatchObject([
      { verb: 'channel', data: { option: 'useOpen' } },
      { verb: 'channel', data: { option: 'cancel' } },
    ]);
  });
});
