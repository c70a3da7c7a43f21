import { helpdeskOrderingKey, ticketOrderingKey } from './ordering-keys.js';
import type { AuditEntry } from './audit.js';
import type { Incidents, StoredIncident } from './incidents.js';
import type { Message, TicketStore } from './ports.js';
import { hasEnded } from './ticket.js';

export interface EndIncidentsOptions {
  readonly incidents: Incidents;
  readonly tickets: Pick<TicketStore, 'find' | 'save' | 'list'>;
  readonly channelId: () => Promise<string | undefined>;
  readonly locale: string;
  readonly wakeOutbox: () => void;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Requests read at once. */
const pageSize = 100;

/** Ends those whose time is over. Gives how many. */
export async function endDueIncidents(options: EndIncidentsOptions): Promise<number> {
  let ended = 0;
  for (const stored of await options.incidents.due(options.now())) if (await endIncident(options, stored)) ended += 1;
  return ended;
}

/** Ends one: the requests that were joined to it and are still open say so, and the channel hears which they are. False when another was first. */
export async function endIncident(
  options: EndIncidentsOptions,
  { incident, version }: StoredIncident,
  audit?: AuditEntry,
): Promise<boolean> {
  const joined = await joinedTo(options, incident.number);
  const channelId = await options.channelId();
  const view = { kind: 'incidentOver', number: incident.number, text: incident.text, tickets: joined };
  const told: readonly Message[] =
    channelId === undefined || joined.length === 0
      ? []
      : [
          {
            orderingKey: helpdeskOrderingKey,
            outgoing: { kind: 'post', to: { kind: 'channel', channelId }, view, locale: options.locale },
          },
        ];
  const saved = await options.incidents.save({ ...incident, state: 'ended' }, version, {
    messages: told,
    ...(audit && { audit }),
  });
  if (!saved) return false;
  for (const number of joined) await mark(options, number);
  options.wakeOutbox();
  return true;
}

/** Open requests that were joined to it, by number. */
export async function joinedTo(
  { tickets }: Pick<EndIncidentsOptions, 'tickets'>,
  incidentNumber: number,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let page = 0; ; page += 1) {
    const { tickets: open, total } = await tickets.list({ kind: 'open' }, page, pageSize);
    found.push(...open.filter(({ incident }) => incident?.number === incidentNumber).map(({ number }) => number));
    if (open.length === 0 || (page + 1) * pageSize >= total) return found.toSorted((a, b) => a - b);
  }
}

/** Its card says that the known issue is over. Whoever moves it meanwhile is waited for. */
async function mark({ tickets }: EndIncidentsOptions, number: number): Promise<void> {
  for (;;) {
    const found = await tickets.find(number);
    if (!found?.ticket.incident || hasEnded(found.ticket) || found.ticket.incident.over) return;
    const ticket = { ...found.ticket, incident: { ...found.ticket.incident, over: true } };
    const saved = await tickets.save(ticket, found.version, [
      { orderingKey: ticketOrderingKey(number), outgoing: { kind: 'ticketCard', ticketNumber: number } },
    ]);
    if (saved.kind === 'written') return;
  }
}
