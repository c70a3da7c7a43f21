import { describe, expect, it } from 'vitest';
import type { Party, Ticket, TicketMove } from '../../../src/helpdesk/ticket.js';
import { maxCardCharacters } from '../../../src/limits.js';
import { renderView, type RenderContext } from '../../../src/teams/cards/render-view.js';
import { locales } from '../../../src/text/locale.js';
import { aParty, aTicket, at, everyMove, lena } from '../../support/a-report.js';
import { rita } from '../../support/all-views.js';
import { problemsOfCard, things, visibleTexts } from '../../support/check-card.js';
import { hostile } from '../../support/hostile.js';
import { evenBlanks, shownText } from '../../support/shown-text.js';

const now = new Date('2026-03-02T09:30:00Z');

function entryOf(
  move: TicketMove,
  options: { mention?: readonly Party[]; ticket?: Ticket; context?: Partial<RenderContext> } = {},
): Extract<ReturnType<typeof renderView>, { kind: 'text' }> {
  const { mention = [], ticket = aTicket({ number: 1001 }), context } = options;
  const rendered = renderView({ kind: 'ticketEntry', ticket, move, mention }, { locale: 'en', now, ...context });
  if (rendered.kind !== 'text') throw new Error('A text was expected');
  return rendered;
}

function account(...people: readonly Party[]): Pick<RenderContext, 'accounts'> {
  return { accounts: new Map(people.map(({ id, name }) => [id, { id: `29:${id}`, name }])) };
}

const reminded: TicketMove = {
  kind: 'reminded',
  by: { id: '', name: '', userPrincipalName: '' },
  at: '2026-03-02T10:00:00.000Z',
};

describe('the thread below a card', () => {
  it.each<readonly [TicketMove['kind'], string]>([
    ['opened', 'Sent by Ada Lovelace'],
    ['claimed', 'Claimed by Lena Fischer'],
    ['unclaimed', 'Given back by Lena Fischer: nobody has it now'],
    ['assigned', 'Assigned to Marek Novotny by Lena Fischer'],
    ['noted', 'Private note by Lena Fischer:\n\nPrivate: Please restart the PC.'],
    ['replied', 'Lena Fischer wrote to Ada Lovelace and waits for an answer:\n\nPlease restart the PC.'],
    ['commented', 'Ada Lovelace writes:\n\nPlease restart the PC.'],
    ['resolved', 'Resolved by Lena Fischer: The device limit is reached. What was done: Please restart the PC.'],
    ['reopened', 'Ada Lovelace says that it still does not work:\n\nPlease restart the PC.'],
    ['closed', 'Ada Lovelace says that it works now, so the request is closed.'],
    ['withdrawn', 'Ada Lovelace has withdrawn the request. Nothing is left to do.'],
    ['markedUrgent', 'Marked urgent by Lena Fischer'],
    ['cardRenewed', 'The card of this request was gone, so here is a new one'],
  ])('tells %s as "%s"', (kind, words) => {
    const move = everyMove().find((each) => each.kind === kind);
    expect(move && entryOf(move)).toEqual({ kind: 'text', text: words });
  });

  it('says when the person was not written to', () => {
    const untold = everyMove().find((move) => move.kind === 'replied' && !move.told);
    expect(untold && entryOf(untold).text).toContain('I did not send it, because Ada Lovelace has muted me.');
  });

  it('says how long nobody has claimed it, since it was given back', () => {
    expect(entryOf(reminded).text).toBe('Nobody has claimed request 1001 yet. Waiting time so far: 60 minutes.');
    const ticket = aTicket({
      number: 1001,
      moves: [...aTicket().moves, { kind: 'unclaimed', by: lena(), at: '2026-03-02T09:45:00.000Z' }, reminded],
    });
    expect(entryOf(reminded, { ticket }).text).toContain('15 minutes');
    expect(entryOf(reminded, { ticket, context: { locale: 'de' } }).text).toContain('Wartezeit bisher: 15 Minuten.');
  });
});

describe('a mention', () => {
  it('stands in the text exactly as its entity says', () => {
    const { text, mentions } = entryOf(reminded, { mention: [lena()], context: account(lena()) });
    expect(mentions).toEqual([{ text: '<at>Lena Fischer</at>', id: `29:${lena().id}`, name: 'Lena Fischer' }]);
    expect(text).toMatch(/^<at>Lena Fischer<\/at>: Nobody has claimed/);
  });

  it('of somebody Teams does not know here is a name in bold', () => {
    const { text, mentions } = entryOf(reminded, {
      mention: [lena(), aParty({ id: 'other', name: 'Marek *' })],
      context: account(lena()),
    });
    expect(text).toMatch(/^<at>Lena Fischer<\/at>, \*\*Marek \\\*\*\*: /);
    expect(mentions).toHaveLength(1);
    expect(entryOf(reminded, { mention: [lena()] }).mentions).toBeUndefined();
  });

  it('calls two of one name apart, and nobody twice', () => {
    const kim = aParty({ id: 'k1', name: 'Kim Larsen', userPrincipalName: 'kim.larsen@contoso.com' });
    const other = aParty({ id: 'k2', name: 'Kim Larsen', userPrincipalName: 'kim.larsen2@contoso.com' });
    const { mentions = [] } = entryOf(reminded, { mention: [kim, other, kim], context: account(kim, other) });
    expect(mentions.map(({ text }) => text)).toEqual([
      '<at>Kim Larsen (kim.larsen@contoso.com)</at>',
      '<at>Kim Larsen (kim.larsen2@contoso.com)</at>',
    ]);
  });

  it('carries no markup of a name', () => {
    const { text, mentions = [] } = entryOf(reminded, { mention: [rita], context: account(rita) });
    expect(text).toContain(mentions[0]?.text);
    expect(mentions[0]?.text).not.toMatch(/[[\]*]|<b>|:\/\/|<at>.*<at>/);
    expect(shownText(text, { html: true }).active.filter((type) => type !== 'html_inline')).toEqual([]);
  });
});

describe.each(hostile)('%s in the thread', (given) => {
  it.each(everyMove(given).map((move) => [move.kind, move] as const))('shows as typed: %s', (_kind, move) => {
    const party = aParty({ name: given });
    const { text } = entryOf(
      { ...move, by: move.by.id === '' ? move.by : party },
      { ticket: aTicket({ requester: party }) },
    );
    expect(text).not.toContain('<');
    const shown = shownText(text, { html: true });
    expect(shown.active).toEqual([]);
    if ('text' in move) expect(evenBlanks(shown.text)).toContain(evenBlanks(given));
  });
});

it.each(['x', '<', '&', '\\', '\n', '\ud800'])('a text of 8,000 %j is told within the limits', (character) => {
  for (const move of everyMove(character.repeat(8_000)))
    expect(entryOf(move).text.length).toBeLessThanOrEqual(maxCardCharacters);
  expect(entryOf({ kind: 'noted', by: lena(), at, text: 'x'.repeat(8_000) }).text).toContain('x'.repeat(8_000));
});

describe('what was pasted', () => {
  function pasteOf(text: string, locale: 'en' | 'de' = 'en'): object {
    const rendered = renderView({ kind: 'ticketPaste', ticketNumber: 12, requester: rita, text }, { locale, now });
    if (rendered.kind !== 'card') throw new Error('A card was expected');
    return rendered.card;
  }

  function block(card: object): { readonly codeSnippet?: unknown; readonly fallback?: object } {
    return things(card).find(({ type }) => type === 'CodeBlock') ?? {};
  }

  it('stands line for line in a code block, and in runs for clients that know none', () => {
    const { codeSnippet, fallback } = block(pasteOf('FAIL [x](http://evil)\r\n  <at>all</at>'));
    expect(codeSnippet).toBe('FAIL [x](http://evil)\n  <at>all</at>');
    expect(fallback).toMatchObject({
      type: 'RichTextBlock',
      inlines: [{ text: 'FAIL [x]', fontType: 'Monospace', size: 'Small' }, { text: '(http://evil)\n  <at>all</at>' }],
    });
  });

  it('has nothing in it that makes a line read as another one', () => {
    const { codeSnippet, fallback } = block(pasteOf('net use \u202etxt.exe\nDeviceId : \u20671\u2069'));
    expect(codeSnippet).toBe('net use [U+202E]txt.exe\nDeviceId : \u20671\u2069');
    expect(fallback).toMatchObject({ inlines: [{ text: codeSnippet }] });
  });

  it('is whole in the code block up to 18,000 characters', () => {
    const text = 'DeviceId : 7d2c9a4e-0000-4000-8000-000000000142\n'.repeat(375);
    expect(block(pasteOf(text)).codeSnippet).toBe(text);
    expect(visibleTexts(pasteOf(text)).join()).not.toContain('this is the beginning');
  });

  it.each(['x', '<', '&', '\\', '"', '\n', '\t', '\u0001', '\ud800', '😀', '${x}'])(
    'fits with 18,000 of %j',
    (character) => {
      for (const locale of locales)
        expect(problemsOfCard(pasteOf(character.repeat(18_000).slice(0, 18_000), locale), ['$\\{', '${'])).toEqual([]);
    },
  );

  it.each([
    ['en', 'DeviceId : 7d2c9a4e-0000-4000-8000-000000000142', 'As it was pasted, line for line.'],
    ['de', 'DeviceId : 7d2c9a4e-0000-4000-8000-000000000142', 'So, wie es eingefügt wurde, Zeile für Zeile.'],
    [
      'en',
      'Thumbprint : [thumbprint]',
      'Secrets and names were taken out: in their place stands in brackets what kind they were of.',
    ],
    [
      'de',
      'User Identity : [account of another domain]',
      'Geheimnisse und Namen wurden entfernt: An ihrer Stelle steht in Klammern, welcher Art sie waren.',
    ],
  ] as const)('claims to be line for line only where nothing was taken out (%s: %s)', (locale, text, intro) => {
    expect(visibleTexts(pasteOf(text, locale))).toContain(intro);
    expect(/line for line|Zeile für Zeile/.test(visibleTexts(pasteOf(text, locale)).join())).toBe(!text.includes('['));
  });

  it('says when it shows the beginning only', () =>
    expect(visibleTexts(pasteOf('"'.repeat(18_000)))).toContain('It is longer than fits here: this is the beginning.'));
});
