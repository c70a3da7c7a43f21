import type { Outgoing } from '../../../src/helpdesk/ports.js';
import type { Party, Ticket } from '../../../src/helpdesk/ticket.js';
import { emptyForm, unknownProfile, type Place, type Session } from '../../../src/troubleshooting/session.js';

const at = '2026-03-09T09:00:00.000Z';

export const ada: Party = { id: 'id-of-ada', name: 'Ada', userPrincipalName: 'ada@contoso.example' };
export const ben: Party = { id: 'id-of-ben', name: 'Ben', userPrincipalName: 'ben@contoso.example' };
export const helper: Party = { id: 'id-of-helper', name: 'Helper', userPrincipalName: 'helper@contoso.example' };
export const nobody: Party = { id: '', name: '', userPrincipalName: '' };

export function aSession(id: string, place: Place = { kind: 'node' }): Session {
  return {
    id,
    treeVersion: 'v1',
    step: 1,
    place,
    nodeId: 'downlevel/status',
    trail: [{ kind: 'answered', nodeId: 'opening/windows', optionId: 'win7', by: 'person', at }],
    facts: {
      accountKind: {
        known: true,
        value: 'synced',
        source: `/users/${ada.id}`,
        at,
        details: { upn: ada.userPrincipalName },
      },
    },
    profile: unknownProfile,
    disputed: [],
    form: { ...emptyForm, note: 'Grüße aus Raum 7 — "quoted", 日本, 🙂, \u0000, \ud800' },
    startedAt: at,
    updatedAt: at,
  };
}

export function aTicket(changes: Partial<Omit<Ticket, 'number'>> = {}): Omit<Ticket, 'number'> {
  const requester = changes.requester ?? ada;
  return {
    requester,
    sessionId: 'session-1',
    locale: 'en',
    state: 'open',
    severity: 'normal',
    report: {
      form: {
        note: 'it says no',
        phone: '+49 30 1234567',
        pcName: 'ADAS-PC',
        otherPerson: 'Charles',
        seen: '0x801c0003',
      },
      ownAccount: true,
      dialog: undefined,
      windows: { en: 'Windows 7' },
      outOfSupport: true,
      answers: [{ question: { en: 'Which Windows?' }, answer: { en: 'Windows 7' }, by: 'person' }],
      tried: [{ en: 'Signing in again' }],
      findings: [],
      facts: [
        {
          name: 'accountKind',
          fact: {
            known: true,
            value: 'synced',
            source: `/users/${requester.userPrincipalName}`,
            at,
            details: { upn: requester.userPrincipalName },
          },
          disputed: false,
        },
        {
          name: 'domainType',
          fact: { known: false, reason: 'timeout', source: `/users/${requester.id}/x`, at },
          disputed: true,
        },
      ],
      causes: [],
    },
    claimedBy: undefined,
    moves: [{ kind: 'opened', by: requester, at }],
    createdAt: at,
    updatedAt: at,
    ...changes,
  };
}

export function closedBy(by: Party, ticket: Ticket): Ticket {
  return { ...ticket, state: 'closed', claimedBy: by, moves: [...ticket.moves, { kind: 'resolved', by, at }] };
}

export const toAda: Outgoing = {
  kind: 'post',
  to: { kind: 'person', personId: ada.id },
  view: { kind: 'welcome' },
  locale: 'de',
};
export const toBen: Outgoing = {
  kind: 'post',
  to: { kind: 'person', personId: ben.id },
  view: { kind: 'welcome' },
  locale: 'en',
};

export function ticketCard(ticketNumber: number): Outgoing {
  return { kind: 'ticketCard', ticketNumber };
}
