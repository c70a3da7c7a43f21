import type { View } from '../../assistant/views.js';
import { maxCardCharacters } from '../../limits.js';
import type { Locale } from '../../text/locale.js';
import { drawDevicesOf, drawMyDevices } from './device-card.js';
import { drawClosed, drawHandedOver } from './end-card.js';
import { drawForm } from './form-card.js';
import { withoutLinks } from './escape.js';
import { drawOffer } from './offer-card.js';
import { drawPcAgain, drawPcNamed } from './pc-card.js';
import { createPen, type Drawing, type Pen, type Room } from './pen.js';
import { drawChoosePerson } from './person-card.js';
import { drawMyQuota, drawQuotaOf } from './quota-card.js';
import { drawSummary } from './summary-card.js';
import { drawHelp, drawNotice, drawWelcome } from './talk-card.js';
import { expand } from './templates.js';
import { drawTicket, drawTicketNews } from './ticket-card.js';
import { drawDispute, drawNode } from './walk-card.js';

export interface RenderContext {
  readonly locale: Locale;
  readonly now: Date;
  /** This may have been shown before: an earlier attempt to send it was interrupted. */
  readonly again?: boolean;
  /** Teams accounts of people who may be mentioned, by object id; whoever is missing is named without a mention. */
  readonly accounts?: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** Addresses in the Entra portal, by object id. */
  readonly portal?: { person(id: string): string; device(objectId: string): string };
}

/** `summary` is plain text for the notification; `text` is markdown in which everything given is escaped. `mentions`: parts of the text, each as it stands there. */
export type Rendered =
  | { readonly kind: 'card'; readonly card: object; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string; readonly mentions?: readonly { readonly text: string; readonly id: string; readonly name: string }[] };

export type RenderView = (view: View, context: RenderContext) => Rendered;

/** Tried one after the other until the card is small enough: first the lists become shorter, then the texts. */
const rooms: readonly Room[] = [
  { characters: 2_000, items: 40 },
  { characters: 2_000, items: 12 },
  { characters: 1_000, items: 10 },
  { characters: 400, items: 8 },
  { characters: 150, items: 5 },
  { characters: 60, items: 3 },
];

/** Turns a view into what is sent. The card has at most `maxCardCharacters`, whatever the view holds. */
export function renderView(view: View, { locale, now, again = false }: RenderContext): Rendered {
  const attempts = rooms.map((room) => () => render(createPen({ locale, now, room }), view, again));
  for (const attempt of attempts) {
    const rendered = attempt();
    if (sizeOf(rendered) <= maxCardCharacters) return rendered;
  }
  throw new Error(`The card of a ${view.kind} does not fit into ${maxCardCharacters} characters`);
}

function render(pen: Pen, view: View, again: boolean): Rendered {
  const mark = again ? pen.plain('again') : '';
  if (view.kind === 'notice' && view.actions.length === 0) {
    return { kind: 'text', text: withoutLinks(joined(pen.say(`notice.${view.notice.key}`, view.notice.values), mark)) };
  }
  const { template, summary, data } = draw(pen, view);
  const kicker = joined(typeof data['kicker'] === 'string' ? data['kicker'] : '', mark);
  const fallbackText = `${summary} ${pen.plain('looksDifferent')}`;
  return { kind: 'card', card: expand(template, { ...data, kicker, notice: noticeWords(pen, view, data['notice']), lang: pen.locale, fallbackText }), summary: joined(summary, mark) };
}

/** What stands above a card of a walk: what the drawing has to say, and what just happened. */
function noticeWords(pen: Pen, view: View, own: unknown): string {
  const happened = 'ref' in view && view.notice ? pen.say(`notice.${view.notice.key}`, view.notice.values) : '';
  return [typeof own === 'string' ? own : '', happened].filter((words) => words !== '').join('\n\n');
}

function draw(pen: Pen, view: View): Drawing {
  switch (view.kind) {
    case 'question':
    case 'fix':
    case 'explanation':
    case 'handOver':
      return drawNode(pen, view);
    case 'dispute':
      return drawDispute(pen, view);
    case 'offer':
      return drawOffer(pen, view);
    case 'form':
      return drawForm(pen, view);
    case 'summary':
      return drawSummary(pen, view);
    case 'handedOver':
      return drawHandedOver(pen, view);
    case 'closed':
      return drawClosed(pen, view);
    case 'welcome':
      return drawWelcome(pen);
    case 'help':
      return drawHelp(pen, view);
    case 'notice':
      return drawNotice(pen, view);
    case 'myDevices':
      return drawMyDevices(pen, view);
    case 'myQuota':
      return drawMyQuota(pen, view);
    case 'pcNamed':
      return drawPcNamed(pen, view);
    case 'pcAgain':
      return drawPcAgain(pen, view);
    case 'devicesOf':
      return drawDevicesOf(pen, view);
    case 'quotaOf':
      return drawQuotaOf(pen, view);
    case 'choosePerson':
      return drawChoosePerson(pen, view);
    case 'ticketCard':
      return drawTicket(pen, view.ticket);
    case 'ticketNews':
      return drawTicketNews(pen, view);
  }
}

function sizeOf(rendered: Rendered): number {
  return rendered.kind === 'card' ? JSON.stringify(rendered.card).length : rendered.text.length;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
