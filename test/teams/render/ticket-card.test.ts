import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formLengths, maxCardCharacters } from '../../../src/limits.js';
import { renderView } from '../../../src/teams/render/render-view.js';
import type { Ticket } from '../../../src/helpdesk/ticket.js';
import { aFact, aParty, aReport, aTicket, at } from '../../support/a-report.js';
import { problemsOfCard, things, visibleTexts } from '../../support/check-card.js';

const now = new Date('2026-03-02T09:30:00Z');

function cardOf(ticket: Ticket): object {
  const rendered = renderView({ kind: 'ticketCard', ticket }, { locale: 'en', now });
  if (rendered.kind !== 'card') throw new Error('A card was expected');
  return rendered.card;
}

function textOf(ticket: Ticket): string {
  return visibleTexts(cardOf(ticket)).join('\n');
}

function filled(character: string): Ticket['report']['form'] {
  const text = (length: number): string => character.repeat(length).slice(0, length);
  const { note, phone, pcName, otherPerson, seen } = formLengths;
  return { note: text(note), phone: text(phone), pcName: text(pcName), otherPerson: text(otherPerson), seen: text(seen) };
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
    moves: Array.from({ length: times }, () => ({ kind: 'claimed' as const, by: party, at })),
    report: {
      ...base,
      form: filled(character),
      ownAccount: false,
      windows: long,
      answers: Array.from({ length: times }, () => ({ question: long, answer: long, by: 'fact' as const })),
      tried: Array.from({ length: times }, () => long),
      facts: Array.from({ length: times }, () => ({ name: 'staleDevice' as const, fact: aFact('yes', { names: character.repeat(2_000) }), disputed: true })),
      causes: Array.from({ length: times }, (_, index) => ({ id: `c${index}`, title: long, who: 'directoryAdministrator' as const, certainty: 'likely' as const, technical: long })),
    },
  });
}

describe('the ticket in the channel', () => {
  it('says who, where, what the PC shows and what to do next', () => {
    const text = textOf(aTicket());
    for (const part of ['Request 12', 'Ada Lovelace', 'ada@contoso.com', 'PC-0142', 'Windows 7 (out of support)', '+49 30 123456']) {
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
    const card = cardOf(aTicket({ requester: aParty({ userPrincipalName: 'a+b&c@contoso.com' }) })) as { actions: { type: string; url?: string }[] };
    expect(card.actions.find(({ type }) => type === 'Action.OpenUrl')?.url).toBe('https://teams.microsoft.com/l/chat/0/0?users=a%2Bb%26c%40contoso.com');
  });

  it('names the other person, or that they were not named', () => {
    expect(textOf(aTicket({ report: aReport({ ownAccount: false, form: { ...aReport().form, otherPerson: 'Ben' } }) }))).toContain('Ben');
    expect(textOf(aTicket({ report: aReport({ ownAccount: false }) }))).toContain('of another person, not named');
  });

  it.each([
    ['open', 'claim'],
    ['claimed', 'resolve'],
    ['resolved', undefined],
  ] as const)('when %s offers %s', (state, option) => {
    const executes = things(cardOf(aTicket({ state, claimedBy: aParty() }))).filter(({ type }) => type === 'Action.Execute');
    expect(executes.map(({ data }) => data)).toEqual(option ? [{ ticketNumber: 12, option }] : []);
  });

  it('tells how many entries it leaves out', () => {
    const answers = Array.from({ length: 54 }, (_, index) => ({ question: { en: `Question ${index}` }, answer: { en: 'Yes' }, by: 'person' as const }));
    expect(textOf(aTicket({ report: aReport({ answers }) }))).toContain('and 14 more');
  });

  it.each(['x', '<', '&', '\\', '"', '\n', '\u0001', '😀', '\ud800', '${x}', '𝕏*'])('stays small when everything is full of %j', (character) => {
    for (const times of [0, 1, 5, 60, 300]) {
      const card = cardOf(anExtremeTicket(character, times));
      expect(JSON.stringify(card).length).toBeLessThanOrEqual(maxCardCharacters);
      expect(problemsOfCard(card, ['$\\{', '${'])).toEqual([]);
    }
  });

  it('stays small whatever the form holds', () => {
    const field = fc.string({ unit: 'binary', maxLength: 2_000 });
    fc.assert(
      fc.property(fc.record({ note: field, phone: field, pcName: field, otherPerson: field, seen: field }), field, (form, name) => {
        const card = cardOf(aTicket({ requester: aParty({ name, userPrincipalName: name }), report: aReport({ form }) }));
        expect(JSON.stringify(card).length).toBeLessThanOrEqual(maxCardCharacters);
      }),
      { numRuns: 60 },
    );
  });
});
