import type { View } from '../../assistant/views.js';
import { maxCardCharacters } from '../../limits.js';
import type { Locale } from '../../text/locale.js';
import { withRuns } from './as-runs.js';
import { drawAuditList } from './audit-card.js';
import { drawChannelChosen, drawChannelProposal } from './channel-card.js';
import { drawMyDevices } from './device-card.js';
import { drawDeviceFound, drawNoDevice } from './device-found-card.js';
import { drawCleanUp, drawCleanUpPick } from './clean-up-card.js';
import { drawDevicesOf } from './devices-of-card.js';
import { drawDoctor } from './doctor-card.js';
import { drawClosed, drawHandedOver } from './end-card.js';
import { drawForm } from './form-card.js';
import { offerFile, showFile } from './file-cards.js';
import { drawIncident, incidentOverWords, incidentWords } from './incident-card.js';
import { asMarkdown } from './escape.js';
import { unmarked } from './marked.js';
import { drawOffer } from './offer-card.js';
import { drawPcAgain, drawPcNamed } from './pc-card.js';
import { createPen, type Drawing, type Pen, type Portal, type Room, type TeamsAccount } from './pen.js';
import { drawQuotaReport } from './report-card.js';
import { drawChoosePerson, drawNobodyFound } from './person-card.js';
import { drawPolicy } from './policy-card.js';
import { drawMyQuota } from './quota-card.js';
import { drawQuotaOf, drawQuotasOf } from './quota-of-card.js';
import { drawReplyOffer, drawRequest } from './request-card.js';
import { drawStats } from './stats-card.js';
import { drawSummary } from './summary-card.js';
import { drawHelp, drawNotice, drawWelcome } from './talk-card.js';
import { expand } from './templates.js';
import { drawTicket } from './ticket-card.js';
import { drawTicketEntry, type Entry, type Mentioned } from './ticket-entry.js';
import { drawTicketForm } from './ticket-form-card.js';
import { drawMyRequests, drawTicketDigest, drawTicketList } from './ticket-list-card.js';
import { drawTicketNews, drawTicketReply } from './ticket-news-card.js';
import { drawTicketPaste } from './ticket-paste-card.js';
import { threadUrl } from './thread-url.js';
import { partyName } from './ticket-words.js';
import { drawDispute, drawNode } from './walk-card.js';

export interface RenderContext {
  readonly locale: Locale;
  readonly now: Date;
  /** This may have been shown before: an earlier attempt to send it was interrupted. */
  readonly again?: boolean;
  /** Missing = no links to the portal. */
  readonly portal?: Portal;
  /** Teams accounts by Entra object id, of those who may be mentioned; who is missing is named in bold. */
  readonly accounts?: ReadonlyMap<string, TeamsAccount>;
}

/**
 * `summary` is plain text for the notification; `text` is markdown in which everything given is escaped. Each of `mentions` has
 * to become an entity of the message.
 */
export type Rendered =
  | { readonly kind: 'card'; readonly card: object; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string; readonly mentions?: readonly Mentioned[] }
  /** A card of Teams' own, which is no Adaptive Card; always a message by itself. */
  | { readonly kind: 'attachment'; readonly attachment: object; readonly summary: string };

export type RenderView = (view: View, context: RenderContext) => Rendered;

/** Tried one after the other until the card is small enough: first the lists become shorter, then the texts. */
const rooms: readonly Room[] = [
  { characters: 2_000, items: 40, told: 18_000, choices: 200 },
  { characters: 2_000, items: 12, told: 8_000, choices: 100 },
  { characters: 1_000, items: 10, told: 8_000, choices: 60 },
  { characters: 400, items: 8, told: 8_000, choices: 40 },
  { characters: 400, items: 8, told: 4_000, choices: 40 },
  { characters: 150, items: 5, told: 2_000, choices: 20 },
  { characters: 60, items: 3, told: 600, choices: 10 },
  { characters: 40, items: 2, told: 300, choices: 6 },
  // A text of nothing but signs takes many runs.
  { characters: 10, items: 1, told: 40, choices: 3 },
];

/** Turns a view into what is sent. The card has at most `maxCardCharacters`, whatever the view holds. */
export function renderView(
  view: View,
  { locale, now, again = false, portal, accounts = new Map() }: RenderContext,
): Rendered {
  const attempts = rooms.map((room) => () => render(createPen({ locale, now, room, portal, accounts }), view, again));
  for (const attempt of attempts) {
    const rendered = attempt();
    if (sizeOf(rendered) <= maxCardCharacters) return rendered;
  }
  throw new Error(`The card of a ${view.kind} does not fit into ${maxCardCharacters} characters`);
}

function render(pen: Pen, view: View, again: boolean): Rendered {
  const mark = again ? pen.plain('again') : '';
  if (isText(view)) {
    const { text, mentions, link } = write(pen, view);
    const way = link ? `[${link.title}](${link.url})` : '';
    return { kind: 'text', text: joined(asMarkdown(text), way, mark), ...(mentions.length > 0 && { mentions }) };
  }
  if (view.kind === 'fileOffer' || view.kind === 'fileSent') {
    const { attachment, summary } = view.kind === 'fileOffer' ? offerFile(pen, view) : showFile(pen, view);
    return { kind: 'attachment', attachment, summary: joined(unmarked(summary), mark) };
  }
  const { template, summary: marked, data } = draw(pen, view);
  const summary = unmarked(marked);
  const kicker = joined(typeof data['kicker'] === 'string' ? data['kicker'] : '', mark);
  const fallbackText = `${summary} ${pen.plain('looksDifferent')}`;
  return {
    kind: 'card',
    card: withRuns(
      expand(template, {
        ...data,
        kicker,
        notice: noticeWords(pen, view, data['notice']),
        lang: pen.locale,
        fallbackText,
      }),
    ),
    summary: joined(summary, mark),
  };
}

/** What stands above a card of a walk: what the drawing has to say, and what just happened. */
function noticeWords(pen: Pen, view: View, own: unknown): string {
  const happened = 'ref' in view && view.notice ? pen.say(`notice.${view.notice.key}`, view.notice.values) : '';
  const known =
    'ref' in view && 'incident' in view && view.incident && view.kind !== 'handedOver'
      ? incidentWords(pen, view.incident)
      : '';
  return [known, typeof own === 'string' ? own : '', happened].filter((words) => words !== '').join('\n\n');
}

type TextView = Extract<View, { kind: 'notice' | 'ticketEntry' | 'channelTest' | 'channelLeft' | 'incidentOver' }>;

/** Views that are a message and no card; a notice only where it offers nothing to press. */
function isText(view: View): view is TextView {
  if (view.kind === 'notice') return view.actions.length === 0;
  return (
    view.kind === 'ticketEntry' ||
    view.kind === 'channelTest' ||
    view.kind === 'channelLeft' ||
    view.kind === 'incidentOver'
  );
}

function write(pen: Pen, view: TextView): Entry {
  switch (view.kind) {
    case 'notice':
      return { text: pen.say(`notice.${view.notice.key}`, view.notice.values), mentions: [] };
    case 'ticketEntry':
      return drawTicketEntry(pen, view);
    case 'incidentOver':
      return { text: incidentOverWords(pen, view), mentions: [] };
    case 'channelTest':
      return { text: pen.plain('channel.test'), mentions: [] };
    case 'channelLeft':
      return {
        text: pen.plain('channel.left', { name: partyName(pen, view.by) }),
        mentions: [],
        link: { title: pen.plain('channel.leftLink'), url: threadUrl(view.conversationId) },
      };
  }
}

function draw(
  pen: Pen,
  view: Exclude<
    View,
    { kind: 'ticketEntry' | 'channelTest' | 'channelLeft' | 'incidentOver' | 'fileOffer' | 'fileSent' }
  >,
): Drawing {
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
    case 'incident':
      return drawIncident(pen, view);
    case 'stats':
      return drawStats(pen, view);
    case 'auditList':
      return drawAuditList(pen, view);
    case 'cleanUpPick':
      return drawCleanUpPick(pen, view);
    case 'cleanUp':
      return drawCleanUp(pen, view);
    case 'quotaReport':
      return drawQuotaReport(pen, view);
    case 'quotasOf':
      return drawQuotasOf(pen, view);
    case 'deviceFound':
      return drawDeviceFound(pen, view);
    case 'noDevice':
      return drawNoDevice(pen, view);
    case 'policy':
      return drawPolicy(pen, view);
    case 'nobodyFound':
      return drawNobodyFound(pen, view);
    case 'doctor':
      return drawDoctor(pen, view);
    case 'choosePerson':
      return drawChoosePerson(pen, view);
    case 'ticketCard':
      return drawTicket(pen, view);
    case 'ticketForm':
      return drawTicketForm(pen, view);
    case 'ticketList':
      return drawTicketList(pen, view);
    case 'myRequests':
      return drawMyRequests(pen, view);
    case 'ticketDigest':
      return drawTicketDigest(pen, view);
    case 'ticketPaste':
      return drawTicketPaste(pen, view);
    case 'ticketNews':
      return drawTicketNews(pen, view);
    case 'ticketReply':
      return drawTicketReply(pen, view);
    case 'request':
      return drawRequest(pen, view);
    case 'replyOffer':
      return drawReplyOffer(pen, view);
    case 'channelChosen':
      return drawChannelChosen(pen, view);
    case 'channelProposal':
      return drawChannelProposal(pen, view);
  }
}

function sizeOf(rendered: Rendered): number {
  switch (rendered.kind) {
    case 'card':
      return JSON.stringify(rendered.card).length;
    case 'text':
      return rendered.text.length;
    case 'attachment':
      return JSON.stringify(rendered.attachment).length;
  }
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
