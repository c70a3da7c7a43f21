import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formLengths, maxCardCharacters } from '../../../src/limits.js';
import { renderView, type RenderContext } from '../../../src/teams/cards/render-view.js';
import type { Ticket } from '../../../src/helpdesk/ticket.js';
import type { TicketRemark } from '../../../src/helpdesk/views.js';
import { aFact, aParty, aReport, aTicket, at, everyMove } from '../../support/a-report.js';
import { aLivedTicket } from '../../support/all-views.js';
import { problemsOfCard, things, visibleTexts } from '../../support/check-card.js';

const now = new Date('2026-03-02T09:30:00Z');

function cardOf(ticket: Ticket, context: Partial<RenderContext> = {}, remark?: TicketRemark): object {
  const rendered = renderView(
    { kind: 'ticketCard', ticket, ...(remark && { remark }) },
    { locale: 'en', now, ...context },
  );
  if (rendered.kind !== 'card') throw new Error('A card was expected');
  return rendered.card;
}

function linksOf(card: object): readonly object[] {
  return things(card).flatMap(({ type, title, url }) => (type === 'Action.OpenUrl' ? [{ title, url }] : []));
}

function buttonsOf(card: object): readonly unknown[] {
  return things((card as { actions: object[] }).actions).flatMap(({ type, data }) =>
    type === 'Action.Execute' ? [data] : [],
  );
}

function textOf(ticket: Ticket): string {
  return visibleTexts(cardOf(ticket)).join('\n');
}

function filled(character: string): Ticket['report']['form'] {
  const text = (length: number): string => character.repeat(length).slice(0, length);
  const { note, phone, pcName, otherPerson, seen } = formLengths;
  return {
    note: text(note),
    phone: text(phone),
    pcName: text(pcName),
    otherPerson: text(otherPerson),
    seen: text(seen),
  };
}

/** As long as everything can be, and longer. */
function anExtremeTicket(character: string, times: number): Ticket {
  const long = { en: character.repeat(3_000) };
  const party = aParty({ name: character.repeat(500), userPrincipalName: character.repeat(500) });
  const base = aReport();
  return aTicket({
    requester: party,
    claimedBy: party,
    state: 'claimed',
    moves: Array.from({ length: times }, (_, index) =>
      index % 2
        ? { kind: 'commented' as const, by: party, at, text: character.repeat(8_000) }
        : { kind: 'resolved' as const, by: party, at, cause: { id: 'c', title: long }, text: character.repeat(8_000) },
    ),
    severity: 'urgent',
    report: {
      ...base,
      form: filled(character),
      ownAccount: false,
      windows: long,
      answers: Array.from({ length: times }, () => ({ question: long, answer: long, by: 'fact' as const })),
      pc: { objectId: character.repeat(500), deviceId: character.repeat(500), name: character.repeat(500) },
      paste: character.repeat(18_000),
      tried: Array.from({ length: times }, () => long),
      facts: Array.from({ length: times }, () => ({
        name: 'staleDevice' as const,
        fact: aFact('yes', { names: character.repeat(2_000) }),
        disputed: true,
      })),
      causes: Array.from({ length: times }, (_, index) => ({
        id: `c${index}`,
        title: long,
        who: 'directoryAdministrator' as const,
        certainty: 'likely' as const,
        technical: long,
      })),
    },
  });
}

describe('the ticket in the channel', () => {
  it('says who, where, what the PC shows and what to do next', () => {
    const text = textOf(aTicket());
    for (const part of [
      'Request 12',
      'Ada Lovelace',
      'ada@contoso.com',
      'PC-0142',
      'Windows 7 (out of support)',
      '+49 30 123456',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('maximum number of devices');
    expect(text).toContain('Remove stale device objects of the person, or raise userDeviceQuota.');
    expect(text).toContain('TLS 1.2 is not switched on (likely)');
    expect(text).toContain('What does the window say? → I am not sure');
    expect(text).toContain('federated domain (contoso.com). The person says this is wrong.');
    expect(text).toContain('Unused devices: not known: the bot is not allowed to read it');
    expect(text).toContain('Sign out and in again');
  });

  it('opens a chat with the person', () => {
    expect(linksOf(cardOf(aTicket({ requester: aParty({ userPrincipalName: 'a+b&c@contoso.com' }) })))).toEqual([
      { title: 'Chat with Ada Lovelace', url: 'https://teams.microsoft.com/l/chat/0/0?users=a%2Bb%26c%40contoso.com' },
    ]);
  });

  it('leads to the pages of the person and the PC, and says that they are elsewhere', () => {
    const portal = {
      person: (id: string) => `https://portal.example/people/${id}`,
      device: (id: string) => `https://portal.example/devices/${id}`,
    };
    const ticket = aTicket({ report: aReport({ pc: { objectId: 'object-1', name: 'PC-0142' } }) });
    expect(linksOf(cardOf(ticket, { portal })).slice(1)).toEqual([
      { title: 'Ada Lovelace in the Entra admin center', url: `https://portal.example/people/${aParty().id}` },
      { title: 'PC-0142 in the Entra admin center', url: 'https://portal.example/devices/object-1' },
    ]);
    expect(linksOf(cardOf(aTicket(), { portal }))).toHaveLength(2);
  });

  it('names the other person, or that they were not named', () => {
    expect(
      textOf(aTicket({ report: aReport({ ownAccount: false, form: { ...aReport().form, otherPerson: 'Ben' } }) })),
    ).toContain('Ben');
    expect(textOf(aTicket({ report: aReport({ ownAccount: false }) }))).toContain('of another person, not named');
  });

  it.each<readonly [Ticket['state'], readonly string[]]>([
    ['open', ['claim', 'assign', 'note', 'markUrgent']],
    ['claimed', ['reply', 'note', 'resolve', 'assign', 'unclaim', 'markUrgent']],
    ['waiting', ['reply', 'note', 'resolve', 'assign', 'unclaim', 'markUrgent']],
    ['resolved', ['reopen', 'note']],
    ['closed', []],
    ['withdrawn', []],
  ])('when %s offers %j', (state, options) => {
    const ticket = aLivedTicket(state);
    expect(buttonsOf(cardOf(ticket))).toEqual(
      options.map((option) => ({ ticketNumber: 12, step: ticket.moves.length, option })),
    );
  });

  it('when urgent says so in words, and offers to take it back', () => {
    const card = cardOf(aLivedTicket('open', { severity: 'urgent' }));
    expect(visibleTexts(card).join('\n')).toContain('Urgent: request 12');
    expect(buttonsOf(card)).toContainEqual(expect.objectContaining({ option: 'markNormal' }));
    expect(buttonsOf(card)).not.toContainEqual(expect.objectContaining({ option: 'markUrgent' }));
  });

  it.each<readonly [Ticket['state'], string]>([
    ['open', 'Open, not claimed yet'],
    ['claimed', 'Claimed by Lena Fischer'],
    [
      'waiting',
      'Waiting for an answer of Ada Lovelace since {{DATE(2026-03-02T09:08:00Z, SHORT)}} {{TIME(2026-03-02T09:08:00Z)}}; claimed by Lena Fischer',
    ],
    ['resolved', 'Resolved by Lena Fischer: another cause'],
    ['closed', 'Closed. Resolved by Lena Fischer: another cause'],
    ['withdrawn', 'Withdrawn by the person; nothing is left to do'],
  ])('when %s says "%s"', (state, words) => expect(visibleTexts(cardOf(aLivedTicket(state)))).toContain(words));

  it('says what it was in the end, what was done, and that the person confirms it', () => {
    const resolved = everyMove().filter((move) => move.kind === 'resolved' && move.cause);
    const closed = aLivedTicket('closed', { moves: [...resolved, { kind: 'closed', by: aParty(), at }] });
    expect(visibleTexts(cardOf(closed)).join('\n')).toMatch(
      /Resolved by Lena Fischer: The device limit is reached\nWhat was done: Please restart the PC\.\nAda Lovelace says that it works now\./,
    );
  });

  it('gives back what was written with a press that came to nothing', () => {
    const [notice = ''] = visibleTexts(
      cardOf(aLivedTicket('withdrawn'), {}, { kind: 'notPossible', possible: [], text: 'Try *this* <at>all</at>' }),
    ).filter((text) => text.includes('What you wrote'));
    expect(notice).toMatch(/What you wrote was not sent:\n\nTry \*this\* <at>all<\/at>$/);
  });

  it('answers a forbidden move with where it stands and with what the buttons offer', () => {
    const texts = visibleTexts(
      cardOf(aLivedTicket('resolved'), {}, { kind: 'notPossible', possible: ['reopen', 'note'] }),
    );
    expect(texts).toContain(
      'The request has moved on, and nothing was changed. It is now: Resolved by Lena Fischer: another cause. Possible now: Reopen, Private note.',
    );
    for (const word of ['Reopen', 'Private note']) expect(texts).toContain(word);
    expect(visibleTexts(cardOf(aLivedTicket('closed'), {}, { kind: 'notPossible', possible: [] })).join()).toContain(
      'It is finished',
    );
    expect(
      visibleTexts(cardOf(aLivedTicket('closed'), { locale: 'de' }, { kind: 'notPossible', possible: [] })).join(),
    ).toContain('Sie ist beendet');
  });

  it('keeps in sight which PC it is and what the directory says', () => {
    const facts = [...aReport().facts, { name: 'pcEntry' as const, fact: aFact('pending'), disputed: false }];
    const text = textOf(
      aLivedTicket('open', {
        report: aReport({ facts, pc: { objectId: 'object-1', deviceId: 'device-1', name: 'PC-0999' } }),
      }),
    );
    for (const part of ['object-1', 'device-1', 'PC-0999']) expect(text).toContain(part);
    expect(text).toMatch(
      /Use of the limit: reached \(estimate\) \(20 of 20 places used, 2 more may count\) · Kind of account: synced .* · How sign-in works: federated domain .* · /,
    );
    expect(textOf(aTicket({ report: aReport({ facts: [] }) }))).toContain('Directory\nnot looked up');
  });

  it('shows what the person wrote last, with whose words they are', () => {
    const card = visibleTexts(
      cardOf(aLivedTicket('claimed', { moves: everyMove('It **shows** <at>all</at>').slice(0, 10) })),
    );
    const title = card.findIndex((text) => text.startsWith('Ada Lovelace wrote, '));
    expect(card[title + 1]).toBe('It **shows** <at>all</at>');
  });

  it('tells the history with the latest first', () => {
    const texts = visibleTexts(cardOf(aLivedTicket('withdrawn')));
    const place = (words: RegExp): number => texts.findIndex((text) => words.test(text));
    expect(place(/withdrawn by Ada/)).toBeGreaterThan(0);
    expect(place(/withdrawn by Ada/)).toBeLessThan(place(/private note by Lena Fischer: Private: Please/));
    expect(place(/private note by/)).toBeLessThan(place(/sent by Ada/));
  });

  it('tells how many entries it leaves out', () => {
    const answers = Array.from({ length: 54 }, (_, index) => ({
      question: { en: `Question ${index}` },
      answer: { en: 'Yes' },
      by: 'person' as const,
    }));
    expect(textOf(aTicket({ report: aReport({ answers }) }))).toContain('and 14 more');
  });

  it.each(['x', '<', '&', '\\', '"', '\n', '\u0001', '😀', '\ud800', '${x}', '𝕏*'])(
    'stays small when everything is full of %j',
    (character) => {
      for (const times of [0, 1, 5, 60, 300]) {
        const card = cardOf(anExtremeTicket(character, times));
        expect(JSON.stringify(card).length).toBeLessThanOrEqual(maxCardCharacters);
        expect(problemsOfCard(card, ['$\\{', '${'])).toEqual([]);
      }
    },
  );

  it('stays small whatever the form holds', () => {
    const field = fc.string({ unit: 'binary', maxLength: 2_000 });
    fc.assert(
      fc.property(
        fc.record({ note: field, phone: field, pcName: field, otherPerson: field, seen: field }),
        field,
        (form, name) => {
          const card = cardOf(
            aTicket({ requester: aParty({ name, userPrincipalName: name }), report: aReport({ form }) }),
          );
          expect(JSON.stringify(card).length).toBeLessThanOrEqual(maxCardCharacters);
        },
      ),
      { numRuns: 60 },
    );
  });
});
