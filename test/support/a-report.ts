import {
  nobody,
  type Party,
  type ProblemReport,
  type Ticket,
  type TicketDeed,
  type TicketMove,
} from '../../src/helpdesk/ticket.js';
import type { Fact } from '../../src/troubleshooting/facts.js';

export const at = '2026-03-02T09:00:00.000Z';

export function aFact(value: string, details?: Readonly<Record<string, string | number>>): Fact {
  return { known: true, value, source: '/users/ada', at, ...(details && { details }) };
}

export const anUnknownFact: Fact = { known: false, reason: 'forbidden', source: '/devices', at };

export function aParty(changes: Partial<Party> = {}): Party {
  return {
    id: 'b2c7a3f0-0000-4000-8000-000000000001',
    name: 'Ada Lovelace',
    userPrincipalName: 'ada@contoso.com',
    ...changes,
  };
}

/** Somebody of the helpdesk. */
export function lena(changes: Partial<Party> = {}): Party {
  return {
    id: '699f071a-5fd8-4665-a9df-dec6baecde5b',
    name: 'Lena Fischer',
    userPrincipalName: 'lena.fischer@contoso.com',
    ...changes,
  };
}

/** A report as a full walk leaves it. */
export function aReport(changes: Partial<ProblemReport> = {}): ProblemReport {
  return {
    findings: [],
    form: {
      note: 'Since Monday. I had a new password the day before.',
      phone: '+49 30 123456',
      pcName: 'PC-0142',
      otherPerson: '',
      seen: 'The maximum number of devices that can be joined to the workplace by the user has been reached.',
    },
    ownAccount: true,
    windows: { en: 'Windows 7', de: 'Windows 7' },
    dialog: { en: 'An error with account verification', de: 'Ein Fehler bei der Überprüfung des Kontos' },
    outOfSupport: true,
    answers: [
      {
        question: { en: 'Is it your own account on that PC?', de: 'Ist es Ihr eigenes Konto auf diesem PC?' },
        answer: { en: 'Yes', de: 'Ja' },
        by: 'person',
      },
      {
        question: { en: 'Which Windows does the PC have?', de: 'Welches Windows hat der PC?' },
        answer: { en: 'Windows 7', de: 'Windows 7' },
        by: 'person',
      },
      {
        question: { en: 'Is your account synced?', de: 'Wird Ihr Konto synchronisiert?' },
        answer: { en: 'Yes', de: 'Ja' },
        by: 'fact',
      },
      {
        question: { en: 'What does the window say?', de: 'Was steht im Fenster?' },
        answer: { en: 'I am not sure', de: 'Ich bin nicht sicher' },
        by: 'person',
      },
    ],
    tried: [{ en: 'Sign out and in again', de: 'Ab- und wieder anmelden' }],
    facts: [
      { name: 'accountKind', fact: aFact('synced'), disputed: false },
      { name: 'domainType', fact: aFact('federated', { suffix: 'contoso.com' }), disputed: true },
      { name: 'limitUse', fact: aFact('reached', { limit: 20, counts: 20, mayCount: 2 }), disputed: false },
      { name: 'staleDevice', fact: anUnknownFact, disputed: false },
    ],
    causes: [
      {
        id: 'device-limit',
        title: { en: 'The device limit is reached', de: 'Das Gerätelimit ist erreicht' },
        who: 'directoryAdministrator',
        certainty: 'documented',
        technical: {
          en: 'Remove stale device objects of the person, or raise userDeviceQuota.',
          de: 'Veraltete Geräteobjekte der Person löschen oder userDeviceQuota erhöhen.',
        },
      },
      {
        id: 'tls',
        title: { en: 'TLS 1.2 is not switched on', de: 'TLS 1.2 ist nicht eingeschaltet' },
        who: 'localAdministrator',
        certainty: 'likely',
        technical: {
          en: 'Set the SCHANNEL keys for TLS 1.2 and restart.',
          de: 'Die SCHANNEL-Schlüssel für TLS 1.2 setzen und neu starten.',
        },
      },
    ],
    ...changes,
  };
}

/** Every kind of move, in an order in which they can come; `text` stands in all that hold one. */
export function everyMove(text = 'Please restart the PC.'): readonly TicketMove[] {
  const by = lena();
  const requester = aParty();
  const moves: readonly (TicketDeed & { readonly by: Party })[] = [
    { kind: 'opened', by: requester },
    { kind: 'reminded', by: nobody },
    { kind: 'claimed', by },
    { kind: 'unclaimed', by },
    {
      kind: 'assigned',
      by,
      to: lena({
        id: 'fdfb462f-d6fa-48db-b82d-5644ef7d9967',
        name: 'Marek Novotny',
        userPrincipalName: 'marek.novotny@contoso.com',
      }),
    },
    { kind: 'noted', by, text: `Private: ${text}` },
    { kind: 'markedUrgent', by },
    { kind: 'markedNormal', by },
    { kind: 'replied', by, text, waits: true, told: true },
    { kind: 'commented', by: requester, text },
    { kind: 'replied', by, text, waits: false, told: false },
    {
      kind: 'resolved',
      by,
      cause: { id: 'device-limit', title: { en: 'The device limit is reached', de: 'Das Gerätelimit ist erreicht' } },
      text,
    },
    { kind: 'reopened', by: requester, text },
    { kind: 'reopened', by, text: `Private: ${text}` },
    { kind: 'cardRenewed', by: nobody },
    { kind: 'resolved', by, cause: undefined, text },
    { kind: 'closed', by: requester },
    { kind: 'closed', by: nobody },
    { kind: 'withdrawn', by: requester },
  ];
  return moves.map((move, index) => ({ ...move, at: new Date(Date.parse(at) + index * 60_000).toISOString() }));
}

export function aTicket(changes: Partial<Ticket> = {}): Ticket {
  return {
    number: 12,
    severity: 'normal',
    requester: aParty(),
    sessionId: 'session-1',
    locale: 'en',
    state: 'open',
    report: aReport(),
    claimedBy: undefined,
    moves: [{ kind: 'opened', by: aParty(), at }],
    createdAt: at,
    updatedAt: at,
    ...changes,
  };
}
