import type { View } from '../../assistant/views.js';
import { maxCardCharacters } from '../../limits.js';
import type { Locale } from '../../text/locale.js';
import { withRuns } from './as-runs.js';
import type { Mentioned, ViewOf } from './drawers.js';
import { asMarkdown } from './escape.js';
import { incidentWords } from './incident-card.js';
import { drawers } from './index.js';
import { unmarked } from './marked.js';
import { createCardWriter, type Drawing, type CardWriter, type Portal, type Room, type TeamsAccount } from './card-writer.js';
import { expand } from './templates.js';

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
  const attempts = rooms.map((room) => () => render(createCardWriter({ locale, now, room, portal, accounts }), view, again));
  for (const attempt of attempts) {
    const rendered = attempt();
    if (sizeOf(rendered) <= maxCardCharacters) return rendered;
  }
  throw new Error(`The card of a ${view.kind} does not fit into ${maxCardCharacters} characters`);
}

function render(writer: CardWriter, view: View, again: boolean): Rendered {
  const mark = again ? writer.plain('again') : '';
  const drawn = draw(writer, view);
  if ('attachment' in drawn)
    return { kind: 'attachment', attachment: drawn.attachment, summary: joined(unmarked(drawn.summary), mark) };
  if ('template' in drawn) return fill(writer, view, drawn, mark);
  const { text, mentions, link } = drawn;
  const way = link ? `[${link.title}](${link.url})` : '';
  return { kind: 'text', text: joined(asMarkdown(text), way, mark), ...(mentions.length > 0 && { mentions }) };
}

function draw<Kind extends View['kind']>(writer: CardWriter, view: ViewOf<Kind> & { readonly kind: Kind }) {
  return drawers[view.kind](writer, view);
}

function fill(writer: CardWriter, view: View, { template, summary: marked, data }: Drawing, mark: string): Rendered {
  const summary = unmarked(marked);
  const filled = {
    ...data,
    kicker: joined(typeof data['kicker'] === 'string' ? data['kicker'] : '', mark),
    notice: noticeWords(writer, view, data['notice']),
    lang: writer.locale,
    fallbackText: `${summary} ${writer.plain('looksDifferent')}`,
  };
  return { kind: 'card', card: withRuns(expand(template, filled)), summary: joined(summary, mark) };
}

/** What stands above a card of a walk: what the drawing has to say, and what just happened. */
function noticeWords(writer: CardWriter, view: View, own: unknown): string {
  const happened = 'ref' in view && view.notice ? writer.say(`notice.${view.notice.key}`, view.notice.values) : '';
  const known =
    'ref' in view && 'incident' in view && view.incident && view.kind !== 'handedOver'
      ? incidentWords(writer, view.incident)
      : '';
  return [known, typeof own === 'string' ? own : '', happened].filter((words) => words !== '').join('\n\n');
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
