import type { DeliverOptions, AttemptResult } from './deliver-options.js';
import { showTicket, tellInThread } from './deliver-ticket.js';
import { entryOf, newsOf } from './messages-of.js';
import type { Attempt, OutboxRow, Outgoing } from './ports.js';

/** One attempt at a row: at most one message leaves. Throws for our own faults. */
export async function attemptDelivery(options: DeliverOptions, row: OutboxRow): Promise<AttemptResult> {
  const { outgoing, uncertain: again } = row;
  switch (outgoing.kind) {
    case 'post':
      return options.messenger.post(outgoing.to, outgoing.view, { locale: outgoing.locale, again });
    case 'update':
      if (outgoing.onlyAt && !(await options.isCurrent(outgoing.onlyAt))) return done;
      return replace(options, outgoing, again);
    case 'livingCard':
      return showLiving(options, outgoing, again);
    case 'ticketCard':
      return showTicket(options, outgoing.ticketNumber, again);
    case 'ticketEntry':
      return tellInThread(options, outgoing, again, async (ticket) =>
        entryOf(ticket, outgoing.move, await options.onDuty()),
      );
    case 'ticketPaste':
      return tellInThread(options, outgoing, again, async ({ number, requester, report: { paste } }) =>
        paste === undefined ? undefined : { kind: 'ticketPaste', ticketNumber: number, requester, text: paste },
      );
    case 'ticketNews': {
      const found = await options.tickets.find(outgoing.ticketNumber);
      const view = found && newsOf(found.ticket, outgoing.move);
      if (!view) return done;
      return options.messenger.post({ kind: 'person', personId: outgoing.personId }, view, {
        locale: outgoing.locale,
        again,
      });
    }
  }
}

const done = { kind: 'done' } as const;

async function replace(
  { messenger }: DeliverOptions,
  { card, view, locale, elseBelow }: Extract<Outgoing, { kind: 'update' }>,
  again: boolean,
): Promise<Attempt> {
  const updated = await messenger.update(card, view, { locale });
  if ((updated.kind !== 'gone' && updated.kind !== 'park') || !elseBelow) return updated;
  return messenger.post({ kind: 'thread', conversationId: card.conversationId }, view, { locale, again });
}

/** Posts the card once and replaces it afterwards; one that was deleted is left in peace. */
async function showLiving(
  options: DeliverOptions,
  { key, personId, locale: told }: Extract<Outgoing, { kind: 'livingCard' }>,
  again: boolean,
): Promise<AttemptResult> {
  const { autoUpdatingCards: livingCards, autoUpdatingView: livingView, messenger } = options;
  const view = await livingView(key, personId);
  if (!view) return done;
  const locale = (await options.localeOf(personId)) ?? told;
  const card = await livingCards.find(key, personId);
  if (card) {
    const updated = await messenger.update(card, view, { locale });
    return updated.kind === 'gone' ? done : updated;
  }
  const posted = await messenger.post({ kind: 'person', personId }, view, { locale, again });
  if (posted.kind === 'sent') await livingCards.remember(key, personId, posted.card);
  return posted;
}
