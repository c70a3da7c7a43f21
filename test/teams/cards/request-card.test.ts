import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/assistant/views.js';
import { ticketStates, type Ticket } from '../../../src/helpdesk/ticket.js';
import { maxTicketText } from '../../../src/limits.js';
import { renderView } from '../../../src/teams/cards/render-view.js';
import { locales } from '../../../src/text/locale.js';
import { aParty, aTicket, at, everyMove, lena } from '../../support/a-report.js';
import { aLivedTicket, allViews } from '../../support/all-views.js';
import { problemsOfCard, things, visibleTexts } from '../../support/check-card.js';

const now = new Date('2026-03-02T09:30:00Z');

function cardOf(view: View, locale: 'en' | 'de' = 'en'): object {
  const rendered = renderView(view, { locale, now });
  if (rendered.kind !== 'card') throw new Error('A card was expected');
  return rendered.card;
}

function textOf(view: View, locale: 'en' | 'de' = 'en'): string {
  return visibleTexts(cardOf(view, locale)).join('\n');
}

function optionsOf(card: object): readonly unknown[] {
  return things(card).flatMap(({ type, verb, data }) =>
    type === 'Action.Execute' ? [[verb, (data as { option?: unknown }).option]] : [],
  );
}

function inputs(card: object): readonly unknown[] {
  return things(card).flatMap(({ type, id, value, maxLength }) =>
    typeof type === 'string' && type.startsWith('Input.') ? [{ id, value, maxLength }] : [],
  );
}

const empty = { id: 'text', value: '', maxLength: maxTicketText };

describe("a person's own request", () => {
  it.each<readonly [Ticket['state'], readonly string[], readonly string[]]>([
    ['open', ['With the helpdesk, nobody has taken it yet', 'You need not do anything now.'], ['comment', 'withdraw']],
    ['claimed', ['Lena Fischer at the helpdesk is looking at it'], ['comment', 'withdraw']],
    [
      'waiting',
      ['Lena Fischer at the helpdesk waits for your answer', 'Please answer below.'],
      ['comment', 'withdraw'],
    ],
    [
      'resolved',
      [
        'Lena Fischer at the helpdesk says that it is solved',
        'closes by itself on {{DATE(2026-03-09T10:00:00Z, SHORT)}}',
      ],
      ['confirm', 'reopen', 'comment'],
    ],
    ['closed', ['Closed', 'type "troubleshoot"'], []],
    ['withdrawn', ['You withdrew it'], []],
  ])('%s says what is so and what can be done', (state, words, options) => {
    const card = cardOf({ kind: 'request', ticket: aLivedTicket(state) });
    for (const part of words) expect(visibleTexts(card).join('\n')).toContain(part);
    expect(optionsOf(card)).toEqual(options.map((option) => ['request', option]));
    expect(inputs(card)).toEqual(options.length > 0 ? [empty] : []);
  });

  it.each(locales)("never shows a private note, nor the helpdesk's own housekeeping (%s)", (locale) => {
    for (const state of ticketStates) {
      const secret = everyMove('SECRET').filter(
        ({ kind, by }) => kind === 'noted' || (kind === 'reopened' && by.id === lena().id),
      );
      const moves = [
        ...everyMove('told'),
        ...secret,
        ...everyMove().filter(({ kind }) => kind === 'reminded' || kind === 'cardRenewed'),
      ];
      const text = textOf({ kind: 'request', ticket: aLivedTicket(state, { moves }) }, locale);
      expect(text).toContain('told');
      expect(text).not.toMatch(/SECRET|Private:|[Nn]ote|[Nn]otiz|erinnert|reminded|posted anew|neu gesendet/);
    }
  });

  it('tells what was written, by whom, the latest first', () => {
    const text = textOf({
      kind: 'request',
      ticket: aLivedTicket('claimed', { moves: everyMove('Hello').slice(0, 10) }),
    });
    expect(text).toMatch(/: you wrote:\nHello\n.*: Lena Fischer at the helpdesk wrote:\nHello\n/);
    expect(text.indexOf('you wrote')).toBeLessThan(text.indexOf('you sent it'));
  });

  it('says what just happened, and why something did not', () => {
    const ticket = aLivedTicket('resolved');
    expect(textOf({ kind: 'request', ticket, remark: { kind: 'commentTaken' } })).toContain(
      'Sent. The helpdesk reads it',
    );
    expect(
      textOf({ kind: 'request', ticket, remark: { kind: 'notPossible', possible: ['confirm', 'reopen', 'comment'] } }),
    ).toContain(
      'It is now: Lena Fischer at the helpdesk says that it is solved. You can now choose: Yes, it works now, It still does not work, Send to the helpdesk.',
    );
    expect(
      textOf(
        { kind: 'request', ticket: aLivedTicket('withdrawn'), remark: { kind: 'notPossible', possible: [] } },
        'de',
      ),
    ).toContain('Ihre Anfrage: Sie haben sie zurückgezogen.');
  });

  it('has no word of the trade', () => {
    const own = [
      ...allViews.request,
      ...allViews.myRequests,
      ...allViews.ticketNews,
      ...allViews.ticketReply,
      ...allViews.replyOffer,
    ];
    expect(own.map((view) => textOf(view)).join('\n')).not.toMatch(
      /ticket|claim|assign|unassigned|requester|severity|escalat|resolved/i,
    );
    expect(own.map((view) => textOf(view, 'de')).join('\n')).not.toMatch(/ticket|zugewiesen|eskal/i);
  });
});

describe('news', () => {
  it('by somebody whose name is gone make a whole sentence', () => {
    expect(textOf({ kind: 'ticketNews', ticketNumber: 12, news: 'claimed', by: aParty({ name: '' }) })).toContain(
      'Somebody at the helpdesk has taken your request 12.',
    );
  });

  it('of a solution tell what was done and ask whether it works', () => {
    const card = cardOf({
      kind: 'ticketNews',
      ticketNumber: 12,
      news: 'resolved',
      by: lena(),
      text: 'I removed two **old** entries.',
      step: 4,
    });
    expect(visibleTexts(card)).toContain('What was done, in the words of Lena Fischer:');
    expect(visibleTexts(card)).toContain('I removed two **old** entries.');
    expect(optionsOf(card)).toEqual([
      ['request', 'confirm'],
      ['request', 'reopen'],
    ]);
    expect(inputs(card)).toEqual([empty]);
  });

  it('of before there were buttons say what to type', () => {
    const card = cardOf({ kind: 'ticketNews', ticketNumber: 12, news: 'resolved', by: lena() });
    expect(visibleTexts(card).join()).toContain('type "talk to a person"');
    expect(optionsOf(card)).toEqual([]);
    expect(inputs(card)).toEqual([]);
  });

  it('bring a reply whole, with a field for the answer', () => {
    const rendered = renderView(
      { kind: 'ticketReply', ticketNumber: 1001, by: lena(), text: 'x'.repeat(8_000), waits: true, step: 5 },
      { locale: 'en', now },
    );
    expect(rendered).toMatchObject({
      kind: 'card',
      summary: 'Lena Fischer at the helpdesk writes about your request 1001:',
    });
    const { card } = rendered as { card: object };
    expect(visibleTexts(card)).toContain('x'.repeat(8_000));
    expect(things(card).find(({ type }) => type === 'Action.Execute')).toMatchObject({
      verb: 'request',
      data: { ticketNumber: 1001, step: 5, option: 'answer' },
      title: 'Send to the helpdesk',
    });
    expect(inputs(card)).toEqual([empty]);
  });
});

describe('something typed while an answer is awaited', () => {
  const tickets = [
    { number: 1001, step: 3 },
    { number: 1002, step: 7 },
  ];
  const text = 'It shows **0x801c0003**\n<at>all</at>';

  it('is offered to each request, and can be changed first', () => {
    const card = cardOf({ kind: 'replyOffer', tickets, text, alsoRead: false });
    expect(inputs(card)).toEqual([{ ...empty, value: text }]);
    expect(things(card).flatMap(({ type, title, data }) => (type === 'Action.Execute' ? [[title, data]] : []))).toEqual(
      [
        ['Send to the helpdesk (request 1001)', { ticketNumber: 1001, step: 3, option: 'answer' }],
        ['Send to the helpdesk (request 1002)', { ticketNumber: 1002, step: 7, option: 'answer' }],
        ['No, it is about something else', { ticketNumber: 1001, step: 3, option: 'notAnAnswer' }],
      ],
    );
  });

  it('needs no "no" when it was read as something else as well', () => {
    expect(optionsOf(cardOf({ kind: 'replyOffer', tickets, text, alsoRead: true }))).toEqual([
      ['request', 'answer'],
      ['request', 'answer'],
    ]);
  });
});

it.each(['x', '&', '\\', '\n', '\ud800'])('every view of a request stays small when it is full of %j', (character) => {
  const long = character.repeat(8_000);
  const party = aParty({ name: character.repeat(500) });
  const moves = Array.from(
    { length: 200 },
    (_, index) => ({ ...everyMove(long)[index % 10], at }) as Ticket['moves'][number],
  );
  const views: readonly View[] = [
    ...ticketStates.map((state) => ({
      kind: 'request' as const,
      ticket: aTicket({ state, claimedBy: party, requester: party, moves, severity: 'urgent' as const }),
    })),
    { kind: 'ticketReply', ticketNumber: 12, by: party, text: long, waits: true, step: 1 },
    { kind: 'ticketNews', ticketNumber: 12, news: 'resolved', by: party, text: long, step: 1 },
    {
      kind: 'replyOffer',
      tickets: Array.from({ length: 40 }, (_, number) => ({ number, step: 200 })),
      text: long,
      alsoRead: false,
    },
  ];
  for (const view of views) for (const locale of locales) expect(problemsOfCard(cardOf(view, locale))).toEqual([]);
});

it('a long history ends with how much more there is', () => {
  const moves = Array.from({ length: 54 }, () => ({ kind: 'markedUrgent' as const, by: lena(), at }));
  expect(textOf({ kind: 'request', ticket: aTicket({ moves }) })).toContain('and 14 more');
});
